"""Import an archive of fronts into a case: read every file, keep what can be read, change the case at one stroke."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from geo.analysis.fronts import front_figures
from geo.errors import InputError, SelectionError
from geo.geometry.topology.arcs import encode_pieces
from geo.geometry.topology.series import Series
from geo.io.archive_files import ArchiveFile
from geo.io.front_reader import ArchiveReader
from geo.io.front_store import (
    ArchiveRecord,
    ImportRecord,
    NewArchive,
    StoredArchive,
    exists,
    one_import_at_a_time,
    read_archive,
    write_archive,
)
from geo.io.import_report import ImportReport
from geo.io.mappers.mapped import classes_in
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import archive_format
from geo.io.side_assignment import TrackKind
from geo.io.vector import read_vector
from geo.model.case import Case
from geo.model.faults import Fault
from geo.model.fronts import FrontFigures, FrontTrack, Snapshot
from geo.model.licences import NOT_STATED, is_recorded

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
#: So many faults an import tells where not one file could be read.
_MOST_TOLD = 5
ImportProgress = Callable[[str, int, int], None]


class ImportCancelledError(InputError):
    """Somebody stopped the import; the case is as it was."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a person says about an archive: its format, and what its files do not tell.

    `name` is the archive's folder in the case; empty is the format's. `may_publish` says that its licence allows
    publication. What is left empty stays as it was said at the import before.
    """

    format: str
    name: str = ""
    mapper: str = ""
    source: str = ""
    licence: str = ""
    may_publish: bool = False
    mapping: FieldMapping = field(default_factory=FieldMapping)


def import_archive(
    folder: Path,
    case: Case,
    files: Sequence[ArchiveFile],
    options: ImportOptions,
    *,
    now: datetime,
    progress: ImportProgress = lambda _what, _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
    dry_run: bool = False,
) -> ImportReport:
    """Read an archive's files into a case.

    Parameters
    ----------
    folder : Path
        The case's folder; `case` is the case in it.
    files : sequence of ArchiveFile
        In any order; one that the case has with the same content changes nothing.
    options : ImportOptions
    now : datetime
        When the files were had, with a time zone: kept with the archive, and the day on which a revision was known.
    progress : callable
        Told (what is being done, how much is done, of how much).
    cancelled : callable
        Asked between files; once it is true nothing is changed.
    dry_run : bool
        Only say what an import would do: the files are read and nothing is measured or written.

    Raises
    ------
    SelectionError
        The format is not known, the archive's name can't be one, or nobody said who drew it.
    ImportCancelledError
        `cancelled` said so.
    InputError
        Not one file could be read, or another import is running.
    """
    archive_format(options.format)
    name = options.name or options.format
    if not _NAME.fullmatch(name):
        raise SelectionError(
            f"the archive's name is {name!r}; it must be small letters, digits and hyphens, 40 at most"
        )

    def tell(what: str, done: int, of: int) -> None:
        if cancelled():
            raise ImportCancelledError("the import was stopped; the case is as it was")
        progress(what, done, of)

    with one_import_at_a_time(folder):
        had = read_archive(folder, name) if exists(folder, name) else None
        record = _record(options, name, had)
        new = NewArchive(folder, name)
        reading = ArchiveReader(case, had, options.format, record.mapping, now, new.nothing if dry_run else new.add)
        with new, _without_collecting():
            _read(reading, files, tell)
            if dry_run:
                return _would(name, reading)
            stored = _anew(record, reading, had, tell)
            if stored != had:
                write_archive(folder, stored)
    days = {f"{t.holder}.{t.status}": {snapshot.about_date for snapshot in t.snapshots} for t in stored.tracks}
    return _report(name, reading, days)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: parsing makes lists by the million, and none of them is in one."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _anew(
    record: ArchiveRecord, reading: ArchiveReader, had: StoredArchive | None, tell: ImportProgress
) -> StoredArchive:
    """Return the archive as it is now: measured again where a file is new, else with what was said this time."""
    if had is not None and had.is_current and not reading.has_news:
        return _restated(record, reading, had)
    return _stored(record, reading, had, tell)


def _would(name: str, reading: ArchiveReader) -> ImportReport:
    """Return what an import would report, had the case not been left as it is."""
    drawn = reading.all_drawn()
    days = {
        f"{kind[0]}.{kind[1]}": {snapshot.about_date for snapshot, _ in drawings} for kind, drawings in drawn.items()
    }
    return replace(_report(name, reading, days), is_dry_run=True)


def _report(name: str, reading: ArchiveReader, days: Mapping[str, set[date]]) -> ImportReport:
    spans = {track: (len(found), min(found), max(found)) for track, found in days.items() if found}
    every = set().union(*days.values())
    faults = tuple(dict.fromkeys(reading.faults))
    return ImportReport(name, reading.added, reading.unchanged, reading.revised, len(every), faults, spans)


def _read(reading: ArchiveReader, files: Sequence[ArchiveFile], tell: ImportProgress) -> None:
    """Read every file; InputError when a new archive would have not one."""
    for number, file in enumerate(sorted(files, key=lambda file: file.name)):
        tell("Reading", number, len(files))
        reading.read(file)
    if not reading.has_news and not reading.had:
        shown = "".join(f"\n{fault}" for fault in reading.faults[:_MOST_TOLD])
        more = f"\nand {len(reading.faults) - _MOST_TOLD} more" if len(reading.faults) > _MOST_TOLD else ""
        which = f"none of the {len(files):,} files" if len(files) > 1 else "the file"
        could = "could" if len(files) > 1 else "could not"
        raise InputError(f"{which} {could} be read; nothing was changed.{shown}{more}")


def kept_mapping(folder: Path, name: str) -> FieldMapping | None:
    """Return what was said before of an archive's columns and classes; None if the case has no archive of this name."""
    return read_archive(folder, name).record.mapping if exists(folder, name) else None


def columns_in(files: Iterable[ArchiveFile]) -> list[str]:
    """Return the columns that some vector files have, each once; a file that can't be read has none to tell."""
    found: dict[str, None] = {}
    for file in files:
        try:
            layers = read_vector(file.name, file.read())
        except InputError:
            continue
        found |= dict.fromkeys(column for layer in layers for column in layer.columns)
    return list(found)


def unknown_classes(files: Iterable[ArchiveFile], mapping: FieldMapping) -> list[str]:
    """Return the classes in some files that nobody said the meaning of; a file that can't be read has none to tell."""
    found: dict[str, None] = {}
    for file in files:
        try:
            found |= dict.fromkeys(classes_in(file.name, file.read(), mapping))
        except InputError:
            continue
    return [name for name in found if name not in mapping.classes]


def _stored(
    record: ArchiveRecord, reading: ArchiveReader, had: StoredArchive | None, tell: ImportProgress
) -> StoredArchive:
    """Encode and measure every track."""
    drawn = reading.all_drawn()
    tracks = []
    for number, (kind, drawings) in enumerate(drawn.items()):

        def measured(done: int, of: int, number: int = number) -> None:
            tell("Measuring", number * of + done, len(drawn) * of)

        snapshots = tuple(snapshot for snapshot, _ in drawings)
        series = encode_pieces([pieces for _, pieces in drawings])
        border, beyond = reading.placing.border, kind[0] == reading.placing.advancing
        figures = front_figures(series, snapshots, border, beyond=beyond, progress=measured)
        tracks.append(_track(record, kind, snapshots, series, figures))
    this = ImportRecord(
        reading.now.astimezone(UTC).isoformat(timespec="seconds"),
        record.source,
        reading.added,
        reading.revised,
        sum(not fault.is_note for fault in reading.faults),
    )
    return StoredArchive(replace(record, imports=(*record.imports, this)), tuple(tracks), _faults(reading, had))


def _restated(record: ArchiveRecord, reading: ArchiveReader, had: StoredArchive) -> StoredArchive:
    """Return the archive with what was said of it this time; not one file changed it."""
    tracks = [_track(record, (t.holder, t.status), t.snapshots, t.series, t.figures) for t in had.tracks]
    return StoredArchive(record, tuple(tracks), _faults(reading, had))


def _track(
    record: ArchiveRecord,
    kind: TrackKind,
    snapshots: tuple[Snapshot, ...],
    series: Series,
    figures: tuple[FrontFigures, ...],
) -> FrontTrack:
    about = (record.id, record.mapper, *kind, record.licence, record.attribution)
    return FrontTrack(*about, record.may_publish, snapshots, series, figures)


def _faults(reading: ArchiveReader, had: StoredArchive | None) -> tuple[Fault, ...]:
    """Return what was rejected now and before, each once; a file that is read by now has no older faults."""
    before = [fault for fault in (had.rejected if had else ()) if fault.file not in reading.accepted]
    return tuple(dict.fromkeys((*before, *reading.faults)))


def _check_rights(options: ImportOptions, before: ArchiveRecord) -> None:
    """Refuse to relicense what the case has: a later import brings files and gives no rights."""
    other = options.licence not in {"", before.licence}
    if other or (options.may_publish and not before.may_publish):
        may = "may be published" if before.may_publish else "is not marked as to be published"
        raise SelectionError(
            f"{before.id} has the licence {before.licence!r} and {may}; an import does not change that. "
            "Record the owner's written permission in licences.csv, or remove the archive and import it whole with the "
            "licence that its owner states"
        )


def _record(options: ImportOptions, name: str, had: StoredArchive | None) -> ArchiveRecord:
    """Say how the archive is read; what is not said this time stays as it was said before."""
    form = archive_format(options.format)
    before = None if had is None else had.record
    if before is not None and before.format != options.format:
        raise SelectionError(f"{name} was read as {before.format}, not {options.format}; give another name")
    mapper = options.mapper or (before.mapper if before else form.mapper)
    if not mapper:
        raise SelectionError("nobody is named as the mapper; name who drew these fronts, such as ISW")
    if before is not None:
        _check_rights(options, before)
    licence = options.licence or (before.licence if before else NOT_STATED)
    return ArchiveRecord(
        id=name,
        format=options.format,
        mapper=mapper,
        source=options.source or (before.source if before else ""),
        licence=licence,
        attribution=f"Front: {mapper} (licence {licence})" if is_recorded(licence) else f"Front: {mapper}",
        may_publish=options.may_publish or bool(before and before.may_publish),
        date_rule=form.date_rule,
        class_rule=form.class_rule,
        mapping=options.mapping.over(before.mapping if before else None),
        imports=before.imports if before else (),
    )
