"""The form that brings an archive of fronts into the case: files, what they don't say themselves, progress, cancel."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

import streamlit as st
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError, SalientError
from geo.io.archive_files import ArchiveFile, with_parts
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive, kept_mapping
from geo.io.mappers.drawing import ground
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.mapping_file import SavedMapping
from geo.io.mappers.registry import ARCHIVE_FORMATS, VECTOR_SUFFIXES, archive_format
from geo.io.vector import MAX_VECTOR_BYTES
from geo.model.faults import fault_lines
from geo.model.labels import format_day_count
from ui.components.ground_preview import show_grounds
from ui.components.import_mapping import ask_mapping, offer_mapping
from ui.import_job import ImportJob
from ui.opened import case_folder
from ui.rights import require_edit

JOB_KEY = "import_job"
_SUFFIXES = sorted({suffix.removeprefix(".") for suffix in VECTOR_SUFFIXES} | {"shx", "dbf", "prj", "cpg"})
#: Of so many files a try draws the ground: what is right for them is right for the rest.
_MOST_DRAWN = 3
ARCHIVE_LABELS = {
    "deepstate-mirror": "DeepState, daily mirror (deepstatemap_data_20240812.geojson)",
    "deepstate-history": "DeepState, history of the map (1723492591.geojson)",
    "owlmap": "owlmaps (20240812.json)",
    "salient": "An export of Salient's (GeoPackage, GeoJSON, KML …)",
    "isw": "ISW layers (shapefile zip or GeoJSON, the class is the layer's name)",
    "mapped": "Any other file: say what its columns mean",
}


def show_import() -> None:
    """Show the form, and under it the import that is running or has ended; what was filled in stays."""
    job: ImportJob | None = st.session_state.get(JOB_KEY)
    busy = job is not None and not job.done
    form = st.selectbox("Format", list(ARCHIVE_FORMATS), format_func=ARCHIVE_LABELS.__getitem__, disabled=busy)
    uploaded = st.file_uploader(
        "Files of the archive (choose as many as you like)",
        _SUFFIXES,
        accept_multiple_files=True,
        max_upload_size=MAX_VECTOR_BYTES // 1_000_000,
        disabled=busy,
    )
    files = with_parts([ArchiveFile(file.name, file.getvalue) for file in uploaded])
    options, files = _options(form, files, busy=busy)
    if job is not None:
        _running(job, busy=busy)
        return
    with st.container(horizontal=True):
        wanted = st.button("Import", type="primary", disabled=not files)
        tried = st.button("Try it first", disabled=not files, help="Say what an import would do, and draw it.")
    if wanted:
        _start(files, options)
    if tried:
        _try(files, options)


def _try(files: Sequence[ArchiveFile], options: ImportOptions) -> None:
    """Show what an import would do, and the ground of the first files."""
    case = open_case(case_folder())
    try:
        require_edit()
        report = import_archive(case_folder(), case, files, options, now=datetime.now(UTC), dry_run=True)
    except SalientError as error:
        for line in str(error).splitlines():
            st.text(line)
        return
    st.text(str(report))
    for track, (days, first, last) in report.tracks.items():
        st.text(f"{track}: {format_day_count(days)}, {first} to {last}")
    for line in fault_lines(report.rejected):
        st.text(line)
    show_grounds(case, _grounds(files[:_MOST_DRAWN], options), "Ground that would be drawn")


def _grounds(files: Sequence[ArchiveFile], options: ImportOptions) -> dict[str, BaseGeometry]:
    """Return the ground of some files by its day and kind; a file that can't be read has none."""
    found: dict[str, BaseGeometry] = {}
    for file in files:
        # What can't be read is among the faults that are shown above.
        with suppress(InputError):
            for drawing in archive_format(options.format).read(file.name, file.read(), options.mapping)[:_MOST_DRAWN]:
                for (holder, status), areas in drawing.grounds.items():
                    whose = "unclear" if holder is None else f"{status} by {holder.title()}"
                    if areas:
                        found[f"{drawing.about_date}, {whose}"] = ground(areas, file.name)
    return found


def _start(files: Sequence[ArchiveFile], options: ImportOptions) -> None:
    job = ImportJob(case_folder(), files, options)
    try:
        job.start()
    except InputError as error:
        st.error(str(error))
        return
    st.session_state[JOB_KEY] = job
    st.rerun()


def _options(form: str, files: list[ArchiveFile], *, busy: bool) -> tuple[ImportOptions, list[ArchiveFile]]:
    """Ask for what the files do not say; what was said at an earlier import need not be said again."""
    first, second = st.columns(2)
    name = first.text_input(
        "Name in the case", placeholder=form, help="Small letters, digits and hyphens.", disabled=busy
    )
    mapper = second.text_input("Who drew it", placeholder=ARCHIVE_FORMATS[form].mapper or "e.g. My desk", disabled=busy)
    source = first.text_input("Where the files were had", placeholder="https://…", disabled=busy)
    named = "As its SPDX name where it has one, such as CC-BY-4.0."
    licence = second.text_input("Licence, as stated", placeholder="not stated", help=named, disabled=busy)
    allowed = "The licence allows publication (without it the layer stays out of what is published)"
    may_publish = st.checkbox(allowed, disabled=busy)
    said = FieldMapping()
    if ARCHIVE_FORMATS[form].mapped and files:
        asked = ask_mapping(files, kept_mapping(case_folder(), name or form))
        said, files = asked.mapping, asked.files
        offer_mapping(SavedMapping(form, mapper, source, licence, said))
    return ImportOptions(form, name, mapper, source, licence, may_publish, said), files


@st.fragment(run_every=0.4)
def _running(job: ImportJob, *, busy: bool) -> None:
    """Show how far an import is; once it has ended, what came of it. `busy`: the form above is closed for it."""
    if busy and job.done:
        st.rerun()
    if not job.done:
        st.progress(job.share, text=job.words)
        st.button("Cancel", on_click=job.cancel)
        return
    if job.report is not None:
        st.success(str(job.report))
        for line in fault_lines(job.report.rejected):
            st.text(line)
    else:
        what, *faults = job.problem.splitlines()
        st.error(what)
        for line in faults:
            st.text(line)
    if st.button("Done" if job.report is not None else "Close, and correct it"):
        del st.session_state[JOB_KEY]
        st.rerun()
