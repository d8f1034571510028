"""The texts, styles and scripts that the pages bring along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_STATIC = Path(__file__).parent / "static"
_BUNDLES = Path(__file__).parent / "bundles"


@cache
def asset(name: str) -> str:
    """Return the text of a file in `ui/components/static`."""
    return (_STATIC / name).read_text(encoding="utf-8")


@cache
def bundle(name: str) -> str:
    """Return a component's script, as `npm run build` makes it of the modules in `ui/components/js`."""
    return (_BUNDLES / f"{name}.js").read_text(encoding="utf-8")
