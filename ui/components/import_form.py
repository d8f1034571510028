"""The form that brings an archive of fronts into the case: files, what they don't say themselves, progress, cancel."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from geo.errors import InputError
from geo.io.archive_files import ArchiveFile
from geo.io.front_import import ImportOptions, columns_in, kept_mapping, unknown_classes
from geo.io.mappers.mapping import IGNORE, MEANINGS, FieldMapping
from geo.io.mappers.registry import ARCHIVE_FORMATS
from geo.io.vector import MAX_VECTOR_BYTES
from geo.model.faults import fault_lines
from ui.import_job import ImportJob
from ui.opened import case_folder

JOB_KEY = "import_job"
_FROM_NAME = "the file's name"
_FROM_LAYER = "the layer's name"
_SUFFIXES = ["geojson", "json", "gpkg", "fgb", "parquet", "kml", "kmz", "zip"]
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
    files = [ArchiveFile(file.name, file.getvalue) for file in uploaded]
    options = _options(form, files, busy=busy)
    if job is not None:
        _running(job, busy=busy)
    elif st.button("Import", type="primary", disabled=not files):
        _start(files, options)


def _start(files: Sequence[ArchiveFile], options: ImportOptions) -> None:
    job = ImportJob(case_folder(), files, options)
    try:
        job.start()
    except InputError as error:
        st.error(str(error))
        return
    st.session_state[JOB_KEY] = job
    st.rerun()


def _options(form: str, files: Sequence[ArchiveFile], *, busy: bool) -> ImportOptions:
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
        said = _mapping(files, kept_mapping(case_folder(), name or form))
    return ImportOptions(form, name, mapper, source, licence, may_publish, said)


def _mapping(files: Sequence[ArchiveFile], kept: FieldMapping | None) -> FieldMapping:
    """Ask what the columns and the classes mean."""
    columns = columns_in(files)
    st.markdown("**What the columns mean**")
    first, second, third = st.columns(3)
    day = first.selectbox("The day is in", [_FROM_NAME, *columns])
    kind = second.selectbox("The class is in", [_FROM_LAYER, *columns])
    label = third.selectbox("A name is in", ["no column", *columns])
    said = FieldMapping(
        "" if day == _FROM_NAME else day, "" if kind == _FROM_LAYER else kind, "" if label == "no column" else label
    )
    classes = {}
    unknown = unknown_classes(files, said.over(kept))
    if unknown:
        st.markdown("**What each class means**")
    for number, name in enumerate(unknown):
        classes[name] = st.selectbox(
            name or "(empty)", list(MEANINGS), index=list(MEANINGS).index(IGNORE), key=f"class {number} {name}"
        )
    return FieldMapping(said.date_column, said.class_column, said.name_column, classes)


@st.fragment(run_every=0.4)
def _running(job: ImportJob, *, busy: bool) -> None:
    """Show how far an import is; once it has ended, what came of it. `busy`: the form above is closed for it."""
    if busy and job.done:
        st.rerun()
    if not job.done:
        st.progress(job.share, text=f"{job.step} …")
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
