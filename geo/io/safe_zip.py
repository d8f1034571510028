"""The files inside an uploaded zip, within limits: a small archive must not unpack into a large one (security: T3)."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from geo.errors import InputError

MAX_ENTRIES = 20
MAX_UNPACKED_BYTES = 50_000_000
MAX_RATIO = 100
#: What `zipfile` raises for a zip that is damaged, locked, or of a kind that it does not know.
DAMAGED_ZIP = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, zlib.error)


def unzipped(file: str, data: bytes) -> dict[str, bytes]:
    """Return the files of a zip by their bare names, folders left out.

    Raises
    ------
    InputError
        When it is no zip, has more than 20 entries, unpacks to more than 50 MB or to more than 100 times its size, or
        holds one name twice.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(file, entries, len(data))
            found: dict[str, bytes] = {}
            for entry in entries:
                name = PurePosixPath(entry.filename).name
                if name in found:
                    raise InputError(f"{file} holds {name} twice; each file's name may stand in it once")
                found[name] = _unpacked(file, archive, entry)
    except DAMAGED_ZIP as error:
        raise InputError(
            f"{file} is no zip that can be read ({error}); zip the files again, without a password"
        ) from error
    return found


def _check(file: str, entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise InputError(f"{file} holds {len(entries)} files; it may hold {MAX_ENTRIES}")
    total = sum(entry.file_size for entry in entries)
    if total > MAX_UNPACKED_BYTES:
        raise InputError(f"{file} unpacks to {total:,} bytes; it may unpack to {MAX_UNPACKED_BYTES:,}")
    if total > MAX_RATIO * max(packed, 1):
        raise InputError(
            f"{file} unpacks to {total / max(packed, 1):.0f} times its size; {MAX_RATIO} times is the limit"
        )


def _unpacked(file: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read one entry, but never more than it says it has: the size in the directory can be a lie."""
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise InputError(f"{file}: {entry.filename} is larger than the zip says; the zip is damaged or a trap")
    return content
