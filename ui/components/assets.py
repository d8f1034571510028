"""The texts, styles and scripts that the pages bring along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_STATIC = Path(__file__).parent / "static"
_SCRIPTS = Path(__file__).parent / "js"


@cache
def asset(name: str) -> str:
    """Return the text of a file in `ui/components/static`."""
    return (_STATIC / name).read_text(encoding="utf-8")


@cache
def script(name: str) -> str:
    """Return the text of a script in `ui/components/js`."""
    return (_SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
