"""A case in a folder of text files, and the fronts that were imported into it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.analysis.body_shapes import DrawnShapes, code_digest
from geo.analysis.body_windows import find_bodies
from geo.errors import CaseError
from geo.io import front_store
from geo.io.case_files import FILES, SETTINGS_FILE, read_case
from geo.io.shipped import find_case, shipped_cases
from geo.io.tables import MAX_TABLE_BYTES
from geo.model.case import Case

#: What is kept of a case beside its files; no part of its version, as it can be made anew.
SHAPES_FILE = "shapes.json"
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
    opened = replace(read_case(read_files(folder)), shapes=read_shapes(folder))
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


def read_shapes(folder: Path) -> dict[str, Any]:
    """Read the shapes that were kept of a case; none where there is no such file, or it is not what this code wrote."""
    path = folder / SHAPES_FILE
    if not path.is_file() or path.stat().st_size > MAX_FILE_BYTES:
        return {}
    try:
        held = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) and isinstance(held.get("shapes"), dict) else {}


def keep_shapes(folder: Path) -> int:
    """Write the shapes that the map of a case draws beside it, and return how many there are."""
    case = open_case(folder)
    shapes = DrawnShapes(case)
    find_bodies(case, shapes)
    lines = [f'"{key}": {json.dumps(held, separators=(",", ":"))}' for key, held in sorted(shapes.made.items())]
    joined = ",\n".join(lines)
    write_file(folder, SHAPES_FILE, f'{{"code": "{code_digest()}", "shapes": {{\n{joined}\n}}}}\n')
    return len(shapes.made)


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
