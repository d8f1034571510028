"""The files of an archive: those of a folder and of the folders in it, a shapefile's parts taken together."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from geo.errors import InputError

_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
#: Parts of a shapefile that other programs leave beside it and that say nothing of its areas.
_USELESS = (".sbn", ".sbx", ".qix", ".qmd", ".shp.xml", ".qml", ".sld", ".qpj")
#: No zip of a shapefile's parts says when it was made, so that the same parts are the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
MAX_ARCHIVE_FILES = 20_000


@dataclass(frozen=True, slots=True)
class ArchiveFile:
    """A file of an archive: its name, and how to get its bytes."""

    name: str
    read: Callable[[], bytes]


def archive_files(source: Path, suffixes: Sequence[str]) -> list[ArchiveFile]:
    """Return the files of a source: itself, or all of a folder and of those in it that end in `suffixes`.

    A name that stands in several folders comes with its folder. Hidden folders, as of a repository, are passed over.

    Raises
    ------
    InputError
        When there is no such file or folder, or nothing in it ends so.
    """
    if source.is_file():
        beside = [path for path in source.parent.iterdir() if path.stem == source.stem] if _is_part(source.name) else []
        return with_parts([ArchiveFile(path.name, path.read_bytes) for path in beside or [source]])
    if not source.is_dir():
        raise InputError(f"{source} is neither a file nor a folder; give an archive's file or folder")
    parts = (*suffixes, *_PARTS) if ".shp" in suffixes else tuple(suffixes)
    paths = [path for path in _inside(source) if path.name.lower().endswith(parts)]
    if not paths:
        raise InputError(f"{source} holds no file that ends in {' or '.join(suffixes)}; give the folder that does")
    if len(paths) > MAX_ARCHIVE_FILES:
        raise InputError(
            f"{source} holds {len(paths):,} files; one import reads {MAX_ARCHIVE_FILES:,}. Give a part of it"
        )
    times = Counter(path.name for path in paths)
    names = {path: path.name if times[path.name] == 1 else path.relative_to(source).as_posix() for path in paths}
    return with_parts([ArchiveFile(name, path.read_bytes) for path, name in names.items()])


def with_parts(files: Iterable[ArchiveFile]) -> list[ArchiveFile]:
    """Return files with each shapefile's parts in one, named as its .shp; its bytes are a zip of them."""
    found: list[ArchiveFile] = []
    parts: dict[str, list[ArchiveFile]] = {}
    for file in files:
        if _is_part(file.name):
            parts.setdefault(str(PurePosixPath(file.name).with_suffix("")), []).append(file)
        elif not file.name.lower().endswith(_USELESS):
            found.append(file)
    for own in parts.values():
        shape = next((file for file in own if file.name.lower().endswith(".shp")), None)
        if shape is None:
            found += own
        else:
            found.append(ArchiveFile(shape.name, lambda own=own: _zipped(own)))  # type: ignore[misc] # bound now
    return found


def of_day(file: ArchiveFile, day: date) -> ArchiveFile:
    """Return a file with the day that a person said it is of, put before its name as files of a day have it.

    >>> of_day(ArchiveFile("map.geojson", bytes), date(2024, 8, 12)).name
    '2024-08-12 map.geojson'
    """
    return replace(file, name=f"{day.isoformat()} {PurePosixPath(file.name).name}")


def _inside(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _inside(path)
        elif path.is_file():
            yield path


def _is_part(name: str) -> bool:
    return name.lower().endswith(_PARTS)


def _zipped(files: Sequence[ArchiveFile]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(files, key=lambda file: file.name):
            archive.writestr(zipfile.ZipInfo(PurePosixPath(file.name).name, _NO_TIME), file.read())
    return stream.getvalue()
