"""The files of an archive as they came, compressed as Zstandard frames, which any program for them unpacks."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from geo.errors import InputError

RAW_SUFFIX = ".zst"
#: Of an archive's JSON higher levels make a little less, in several times the time.
_LEVEL = 1


def compressed(data: bytes) -> bytes:
    """Return bytes as one frame.

    >>> uncompressed(compressed(b"a" * 1000)) == b"a" * 1000
    True
    """
    frame: bytes = pa.Codec("zstd", compression_level=_LEVEL).compress(data, asbytes=True)
    return frame


def uncompressed(frame: bytes) -> bytes:
    """Return what was compressed; InputError when it is damaged."""
    try:
        with pa.CompressedInputStream(pa.BufferReader(frame), "zstd") as stream:
            data: bytes = stream.read()
    except (OSError, ValueError) as error:
        raise InputError(f"a stored file can't be unpacked ({error}); import the archive again") from error
    return data


def raw_file(folder: Path, sha256: str) -> bytes:
    """Return a file of an archive's folder as it came; files of older imports lie there as they are."""
    plain = folder / "raw" / sha256
    if plain.is_file():
        return plain.read_bytes()
    return uncompressed(plain.with_name(f"{sha256}{RAW_SUFFIX}").read_bytes())
