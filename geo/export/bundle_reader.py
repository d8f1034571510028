"""The files of a citation bundle, unpacked within limits and parsed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from geo.errors import InputError
from geo.io.safe_zip import DAMAGED_ZIP

MAX_BUNDLE_FILES, MAX_BUNDLE_BYTES, MAX_BUNDLE_RATIO = 60, 100_000_000, 200


def unpacked(data: bytes) -> dict[str, bytes]:
    """Unpack a zip within limits (security: T3)."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_BUNDLE_FILES:
                raise InputError(f"the bundle holds {len(entries)} files; one has up to {MAX_BUNDLE_FILES}")
            size = sum(entry.file_size for entry in entries)
            if size > MAX_BUNDLE_BYTES or size > MAX_BUNDLE_RATIO * max(len(data), 1):
                raise InputError(f"the bundle unpacks to {size:,} bytes; one has up to {MAX_BUNDLE_BYTES:,}")
            if len({entry.filename for entry in entries}) != len(entries):
                raise InputError("the bundle holds two files of one name; each name stands once")
            return {entry.filename: _read(archive, entry) for entry in entries}
    except DAMAGED_ZIP as error:
        raise InputError(
            f"this is no citation bundle ({error}); give the zip that `python -m geo cite` wrote"
        ) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise InputError(f"{entry.filename} is longer than the bundle says; the zip is not sound")
    return data


def json_object(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """Return the object that a file of the bundle holds; InputError when it holds none."""
    found = parsed_json(files, name)
    if not isinstance(found, dict):
        raise InputError(f"{name} is a {type(found).__name__}; it must be an object")
    return found


def parsed_json(files: Mapping[str, bytes], name: str) -> Any:
    """Return what a file of the bundle holds as JSON; InputError when it is missing or is no JSON."""
    if name not in files:
        raise InputError(f"the bundle holds no {name}; give the zip that `python -m geo cite` wrote")
    try:
        return json.loads(files[name])
    except (ValueError, RecursionError) as error:
        raise InputError(f"{name} is not JSON ({error})") from error
