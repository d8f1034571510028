"""Imported archives of fronts in a case's folder: ``fronts/<archive>/``, replaced whole or not at all.

Each archive is a folder: ``archive.json`` (who drew it, licence, how days and classes were read, each import),
``snapshots.csv`` (one row a track and drawing: its days, the SHA-256 of the file it came from, what it measures),
``rejected.csv``, one ``.bin`` series a track, and every file as it came, compressed, under ``raw/``. An import builds a
new folder beside the old one and swaps the two.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from geo.errors import CaseError, InputError
from geo.geometry.topology.codec import from_bytes, to_bytes
from geo.io.front_rows import fault_of, figures_of, is_current, read_rows, snapshot_of, write_drawings, write_faults
from geo.io.mappers.mapping import FieldMapping
from geo.io.raw_files import RAW_SUFFIX, compressed
from geo.model.claims import Side
from geo.model.faults import Fault
from geo.model.fronts import FrontStatus, FrontTrack

FOLDER = "fronts"
_ARCHIVE, _SNAPSHOTS, _REJECTED, _RAW = "archive.json", "snapshots.csv", "rejected.csv", "raw"
_LOCK, _NEW, _OLD = ".import.lock", ".new", ".old"


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import: when the files were had (UTC), from where, and what came of them."""

    retrieved_at: str
    source: str
    added: int
    revised: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """`archive.json`: who drew an archive, where it was had, what may be done with it, and how it was read."""

    id: str
    format: str
    mapper: str
    source: str
    licence: str
    attribution: str
    may_publish: bool
    date_rule: str
    class_rule: str
    mapping: FieldMapping = field(default_factory=FieldMapping)
    imports: tuple[ImportRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredArchive:
    """An archive as it lies in a case: its record, its tracks, what was rejected, and if it is measured as today."""

    record: ArchiveRecord
    tracks: tuple[FrontTrack, ...]
    rejected: tuple[Fault, ...]
    is_current: bool = True


def read_fronts(case: Path) -> tuple[StoredArchive, ...]:
    """Read every archive of a case, in the order of their names.

    Raises
    ------
    CaseError
        When an archive's files can't be used; it names the archive.
    """
    folder = case / FOLDER
    if not folder.is_dir():
        return ()
    # A folder of somebody's own, with nothing of an archive in it, is none of ours.
    ours = [path for path in folder.iterdir() if any((path / name).exists() for name in (_ARCHIVE, _SNAPSHOTS, _RAW))]
    names = {path.name.removesuffix(_OLD) for path in ours if path.suffix != _NEW}
    return tuple(read_archive(case, name) for name in sorted(names))


def read_archive(case: Path, name: str) -> StoredArchive:
    """Read one archive of a case; after a swap that was cut short, the one that was there before."""
    folder = _standing(case, name)
    try:
        raw = json.loads((folder / _ARCHIVE).read_text(encoding="utf-8"))
        kinds = [(Side(side), FrontStatus(status)) for side, status in raw.pop("tracks")]
        # Permissions once stood here, without who gave them; licences.csv alone has them now.
        raw.pop("permission", None)
        imports = tuple(ImportRecord(**one) for one in raw.pop("imports"))
        record = ArchiveRecord(**raw | {"mapping": FieldMapping(**raw["mapping"]), "imports": imports})
        rows = read_rows(folder / _SNAPSHOTS)
        rejected = tuple(fault_of(row) for row in read_rows(folder / _REJECTED))
        tracks = tuple(_track(folder, record, kind, rows) for kind in kinds)
    except (OSError, ValueError, KeyError, TypeError, InputError) as error:
        raise CaseError(f"{FOLDER}/{name} can't be read ({error}); import the archive again") from error
    return StoredArchive(record, tracks, rejected, all(is_current(row) for row in rows))


class NewArchive:
    """The folder in which an archive is built: files go into it as they are read; it is gone if nothing comes of it."""

    def __init__(self, case: Path, name: str) -> None:
        self.folder = case / FOLDER / f"{name}{_NEW}"

    def __enter__(self) -> NewArchive:
        shutil.rmtree(self.folder, ignore_errors=True)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, sha256: str, data: bytes) -> None:
        """Keep a file as it came, compressed."""
        raw = self.folder / _RAW
        raw.mkdir(parents=True, exist_ok=True)
        (raw / f"{sha256}{RAW_SUFFIX}").write_bytes(compressed(data))

    def nothing(self, sha256: str, data: bytes) -> None:
        """Keep nothing, where an import is only tried."""


def write_archive(case: Path, archive: StoredArchive) -> None:
    """Put an archive in the place of the one of its name, or as a new one: at one stroke or not at all.

    Its new files are those in its `NewArchive`; those that the archive had are kept.

    Parameters
    ----------
    case : Path
        The case's folder.
    archive : StoredArchive
    """
    folder = case / FOLDER / archive.record.id
    new = folder.with_name(folder.name + _NEW)
    (new / _RAW).mkdir(parents=True, exist_ok=True)
    in_effect = _standing(case, archive.record.id) / _RAW
    for kept in in_effect.iterdir() if in_effect.is_dir() else ():
        if not (new / _RAW / kept.name).exists():
            _link(kept, new / _RAW / kept.name)
    tracks = [(track.holder, track.status) for track in archive.tracks]
    text = json.dumps(asdict(archive.record) | {"tracks": tracks}, indent=2, ensure_ascii=False)
    (new / _ARCHIVE).write_text(text + "\n", encoding="utf-8")
    write_drawings(new / _SNAPSHOTS, archive.tracks)
    write_faults(new / _REJECTED, archive.rejected)
    for track in archive.tracks:
        (new / f"{track.id}.bin").write_bytes(to_bytes(track.series))
    _swap(folder, new)


def remove_archive(case: Path, name: str) -> None:
    """Take an archive out of a case, with the files it was read from; CaseError if there is none of that name."""
    there = [archive.record.id for archive in read_fronts(case)]
    if name not in there:
        raise CaseError(f"{FOLDER}/{name} is not there; the case has {', '.join(there) or 'no archive'}")
    shutil.rmtree(_standing(case, name))


def one_import_at_a_time(case: Path) -> FileLock:
    """Return the lock under which an import reads and writes; InputError when another one holds it."""
    (case / FOLDER).mkdir(exist_ok=True)
    lock = FileLock(case / FOLDER / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise InputError(f"another import into {case.name} is running; wait until it has ended") from error
    return lock


def exists(case: Path, name: str) -> bool:
    """Whether a case has an archive of this name."""
    return (_standing(case, name) / _ARCHIVE).is_file()


def fronts_version(archives: Iterable[StoredArchive]) -> str:
    """Return the SHA-256 over the files that the archives were read from; empty without any."""
    names = [f"{t.id} {s.file} {s.sha256} {s.about_date}" for a in archives for t in a.tracks for s in t.snapshots]
    return hashlib.sha256("\n".join(names).encode()).hexdigest() if names else ""


def archives_fingerprint(case: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and modification time (ns) of each archive's record and drawings."""
    found = []
    for path in sorted((case / FOLDER).glob(f"*/{_ARCHIVE}")) if (case / FOLDER).is_dir() else ():
        stat = path.stat()
        found.append((f"{path.parent.name}/{path.name}", stat.st_size, stat.st_mtime_ns))
    return tuple(found)


def _standing(case: Path, name: str) -> Path:
    folder = case / FOLDER / name
    old = folder.with_name(name + _OLD)
    return old if old.is_dir() and not folder.is_dir() else folder


def _link(kept: Path, new: Path) -> None:
    """Give a file a second name; copy it where the file system has no such thing."""
    try:
        new.hardlink_to(kept)
    except OSError:
        shutil.copy2(kept, new)


def _swap(folder: Path, new: Path) -> None:
    old = folder.with_name(folder.name + _OLD)
    if folder.is_dir():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _track(
    folder: Path, record: ArchiveRecord, kind: tuple[Side, FrontStatus], rows: Sequence[dict[str, str]]
) -> FrontTrack:
    holder, status = kind
    name = f"{record.id}.{holder}.{status}"
    mine = [row for row in rows if row["track"] == name]
    series = from_bytes((folder / f"{name}.bin").read_bytes())
    if len(series) != len(mine):
        raise ValueError(f"{name} has {len(series)} areas and {len(mine)} snapshots")
    return FrontTrack(
        record.id,
        record.mapper,
        holder,
        status,
        record.licence,
        record.attribution,
        record.may_publish,
        tuple(snapshot_of(row) for row in mine),
        series,
        tuple(figures_of(row) for row in mine),
    )
