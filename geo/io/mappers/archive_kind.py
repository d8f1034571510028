"""Tell a mapper's own archive by a file's name and content."""

from __future__ import annotations

import re
from pathlib import PurePath


def archive_of(file: str, data: bytes) -> str:
    """Return the format of a mapper's own archive that a file is of; empty where it is none."""
    head = data[:4000]
    stem = PurePath(file).stem
    if b'"areas"' in data[:200_000] and (b'"areas_ua"' in data or b'"frontline"' in data):
        return "owlmap"
    if re.fullmatch(r"\d{9,11}", stem) and b"FeatureCollection" in head:
        return "deepstate-history"
    return "deepstate-mirror" if stem.startswith("deepstatemap_data") else ""
