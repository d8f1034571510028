"""The style that a KML placemark is drawn in, as a colour: what tells the sides apart on many a map."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: What the style of a placemark without one is called where others have one.
NO_STYLE = "no style"
_COLOUR = re.compile(r"[0-9a-fA-F]{2}([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


class KmlStyles:
    """The styles of a KML document by their id; `of` says what a placemark is drawn in."""

    def __init__(self, root: Element) -> None:
        nodes = [node for node in root.iter() if node.get("id")]
        self._styles = {str(node.get("id")): node for node in nodes if _tag(node) == "Style"}
        self._maps = {str(node.get("id")): node for node in nodes if _tag(node) == "StyleMap"}

    def of(self, placemark: Element) -> str:
        """Return the fill as ``#rrggbb``, else the style's address as it stands, else nothing.

        A style of the placemark's own goes before the one that its address names; of a map of styles the normal one
        counts. Opacity is left out: it says nothing about the side. Addresses in other files are not followed.
        """
        url = _text(placemark, "styleUrl")
        return _fill(_children(placemark, "Style")) or self._fill_at(url) or url

    def _fill_at(self, url: str) -> str:
        name = url.removeprefix("#")
        pair = self._normal(name)
        if pair is not None:
            inline = _fill(_children(pair, "Style"))
            if inline:
                return inline
            name = _text(pair, "styleUrl").removeprefix("#")
        return _fill([self._styles[name]]) if name in self._styles else ""

    def _normal(self, name: str) -> Element | None:
        pairs = _children(self._maps[name], "Pair") if name in self._maps else []
        return next((pair for pair in pairs if _text(pair, "key") == "normal"), None)


def _fill(styles: Iterable[Element]) -> str:
    """Return the fill of the first style that has one; KML writes a colour as aabbggrr."""
    for style in styles:
        for poly in _children(style, "PolyStyle"):
            found = _COLOUR.fullmatch(_text(poly, "color").removeprefix("#"))
            if found:
                return f"#{found[3]}{found[2]}{found[1]}".lower()
    return ""


def _children(node: Element, tag: str) -> list[Element]:
    return [child for child in node if _tag(child) == tag]


def _text(node: Element, tag: str) -> str:
    return next(((child.text or "").strip() for child in _children(node, tag)), "")


def _tag(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
