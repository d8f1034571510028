"""A case in a folder of text files, and the fronts that were imported into it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from geo.errors import CaseError
from geo.io import front_store
from geo.io.case_files import FILES, SETTINGS_FILE, read_case
from geo.io.shipped import find_case, shipped_cases
from geo.io.tables import MAX_TABLE_BYTES
from geo.model.case import Case

MAX_FILE_BYTES = 4 * MAX_TABLE_BYTES


def open_case(case: str | Path) -> Case:
    """Open a case.

    Parameters
    ----------
    case : str or Path
        The folder of a case, or the name of a shipped one, such as ``"kursk-2024"``.

    Returns
    -------
    Case
        Coordinates in lon/lat degrees, WGS 84.

    Raises
    ------
    CaseError
        When there is no case, or its settings or border can't be used; bad rows are in `Case.faults` instead.
    """
    folder = find_case(case)
    opened = read_case(read_files(folder))
    archives = front_store.read_fronts(folder)
    if not archives:
        return opened
    version = hashlib.sha256(f"{opened.version} {front_store.fronts_version(archives)}".encode()).hexdigest()
    return replace(opened, fronts=tuple(track for archive in archives for track in archive.tracks), version=version)


def read_files(folder: Path) -> dict[str, bytes]:
    """Read the files of a case that are there. CaseError when the folder holds no case."""
    if not (folder / SETTINGS_FILE).is_file():
        names = ", ".join(shipped_cases())
        raise CaseError(
            f"{folder} holds no {SETTINGS_FILE}; give the folder of a case, or a shipped one's name: {names}"
        )
    files = {}
    for name in FILES:
        path = folder / name
        if not path.exists():
            continue
        if not path.is_file() or path.resolve().parent != folder.resolve():
            raise CaseError(f"{name} is not a plain file inside the case's folder; put the file itself there")
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise CaseError(f"{name} has {size:,} bytes; a case file may have up to {MAX_FILE_BYTES:,}")
        files[name] = path.read_bytes()
    return files


def write_file(folder: Path, name: str, text: str) -> Path:
    """Write one file of a case whole or not at all: to a temporary file, then into its place."""
    target = folder / name
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False, newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(target)
    return target


def fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and modification time (ns) of each file: tells cheaply whether a case may have changed."""
    found = []
    for name in FILES:
        path = folder / name
        if path.is_file():
            stat = path.stat()
            found.append((name, stat.st_size, stat.st_mtime_ns))
    return (*found, *front_store.archives_fingerprint(folder))
