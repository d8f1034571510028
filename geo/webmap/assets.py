"""Find the document's scripts and styles: Leaflet from an installed package, the rest from here."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from geo.errors import AssetError

OWN_STYLES = ("tokens.css", "base.css", "map.css", "bar.css", "panels.css")

_URL = re.compile(r"url\((?!\s*['\"]?data:)[^)]*\)")
_NOTE = re.compile(r"\A/\*.*?\*/\n", re.DOTALL)
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def _read(folder: Traversable, name: str) -> str:
    try:
        text = folder.joinpath(name).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise AssetError(f"{folder} holds no {name}; install the package that it belongs to again") from error
    # A page's line ends are normalised when it is parsed, and a hash of the script must survive that.
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _leaflet() -> Traversable:
    try:
        return resources.files("xstatic.pkg.leaflet").joinpath("data")
    except ModuleNotFoundError as error:
        raise AssetError("xstatic-leaflet is not installed; pip install xstatic-leaflet") from error


def without_urls(css: str) -> str:
    """Take every address out of a style sheet, so that reading it requests nothing.

    Examples
    --------
    >>> without_urls("a { background-image: url(images/layers.png); }")
    'a { background-image: none; }'
    """
    return _URL.sub("none", css)


@cache
def leaflet_script() -> str:
    """Leaflet's script, without the pointer to its source map."""
    return _SOURCE_MAP.sub("", _read(_leaflet(), "leaflet.js"))


@cache
def leaflet_style() -> str:
    """Leaflet's style sheet, without its images (we use none of them)."""
    return without_urls(_read(_leaflet(), "leaflet.css"))


@cache
def own_script() -> str:
    """Our script: the bundle that `npm run build` makes of the modules in `js/`."""
    return _read(resources.files("geo.webmap").joinpath("bundles"), "map.js")


@cache
def own_style() -> str:
    """Our style sheets, the colours first, without the note to whoever would edit those."""
    colours, *others = (_own(name) for name in OWN_STYLES)
    return _NOTE.sub("", colours) + "\n".join(others)


@cache
def shell() -> str:
    """The page around the map: bars, panels and patterns, with no data in it."""
    return _own("shell.html")


def _own(name: str) -> str:
    return _read(resources.files("geo.webmap").joinpath("static"), name)
