"""KML to rows: placemarks with polygons, their folder as the layer, their times and extended data as columns.

Parsed with defusedxml, so that entities and external references are refused (security: T5); links are never followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from shapely.errors import ShapelyError
from shapely.geometry import MultiPolygon, Polygon

from geo.errors import InputError
from geo.io.kml_styles import NO_STYLE, KmlStyles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_KML_NESTING = 40
Placemark = tuple[str, dict[str, Any], MultiPolygon | None]


def read_placemarks(file: str, data: bytes) -> list[Placemark]:
    """Read every placemark as (folder, columns, polygons), lon/lat degrees.

    Columns are ``name``, ``description``, ``begin``, ``end``, ``when`` where given, ``styleUrl`` and ``style`` (its
    fill as ``#rrggbb``, see `KmlStyles`) where any placemark has a style, and the extended data by name, which go
    first. A placemark without a polygon has None.

    Raises
    ------
    InputError
        When it is no KML, holds an entity or an external reference, or a polygon's coordinates can't be read.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise InputError(f"{file} declares entities or a document type; a KML file needs neither") from error
    except (ParseError, ValueError) as error:
        raise InputError(f"{file} is not whole XML ({error}); a KML file was expected") from error
    if _tag(root) != "kml":
        raise InputError(f"{file} is <{_tag(root)}>; a KML file begins with <kml>")
    found = list(_placemarks(root, KmlStyles(root), "", file, 0))
    if any("style" in columns for _, columns, _ in found):
        for _, columns, _ in found:
            columns.setdefault("style", NO_STYLE)
    return found


def _placemarks(parent: Element, styles: KmlStyles, layer: str, file: str, depth: int) -> Iterator[Placemark]:
    if depth > MAX_KML_NESTING:
        raise InputError(f"{file} has folders in folders, more than {MAX_KML_NESTING} deep; put them side by side")
    for child in parent:
        tag = _tag(child)
        if tag == "Placemark":
            yield layer, _columns(child, styles), _ground(child, file)
        elif tag in {"Document", "Folder"}:
            yield from _placemarks(child, styles, _text(child, "name") or layer, file, depth + 1)


def _columns(placemark: Element, styles: KmlStyles) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in ("name", "description", "styleUrl"):
        if text := _text(placemark, name):
            found[name] = text
    for node in placemark.iter():
        tag, value = _tag(node), (node.text or "").strip()
        if tag in {"begin", "end", "when"} and value:
            found[tag] = value
        elif tag == "SimpleData" and node.get("name"):
            found[str(node.get("name"))] = value
        elif tag == "Data" and node.get("name"):
            found[str(node.get("name"))] = _text(node, "value")
    if style := styles.of(placemark):
        found.setdefault("style", style)
    return found


def _ground(placemark: Element, file: str) -> MultiPolygon | None:
    made = [_polygon(node, file) for node in placemark.iter() if _tag(node) == "Polygon"]
    return MultiPolygon(made) if made else None


def _polygon(node: Element, file: str) -> Polygon:
    rings = {"outerBoundaryIs": [], "innerBoundaryIs": []}  # type: dict[str, list[list[tuple[float, float]]]]
    for boundary in node:
        for line in boundary.iter():
            if _tag(line) == "coordinates" and _tag(boundary) in rings:
                rings[_tag(boundary)].append(_positions(line.text or "", file))
    if len(rings["outerBoundaryIs"]) != 1:
        raise InputError(f"{file}: a polygon has {len(rings['outerBoundaryIs'])} outer rings; it must have one")
    try:
        return Polygon(rings["outerBoundaryIs"][0], rings["innerBoundaryIs"])
    except (ShapelyError, ValueError) as error:
        raise InputError(f"{file}: the positions of a polygon make none ({error})") from error


def _positions(text: str, file: str) -> list[tuple[float, float]]:
    try:
        split = [part.split(",") for part in text.split()]
        return [(float(part[0]), float(part[1])) for part in split]
    except (ValueError, IndexError) as error:
        raise InputError(f"{file}: coordinates are {text.strip()[:40]!r}; they must be lon,lat pairs") from error


def _text(node: Element, name: str) -> str:
    return next(((child.text or "").strip() for child in node if _tag(child) == name), "")


def _tag(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
