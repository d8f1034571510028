"""The texts, styles and scripts that the pages bring along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_STATIC = Path(__file__).parent / "static"


@cache
def asset(name: str) -> str:
    """Return the text of a file in `ui/components/static`."""
    return (_STATIC / name).read_text(encoding="utf-8")
