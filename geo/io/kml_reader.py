"""KML to rows: placemarks with their geometry, their folder as the layer, their times and extended data as columns.

Parsed with defusedxml, so that entities and external references are refused (security: T5); links are never followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from shapely.errors import ShapelyError
from shapely.geometry import GeometryCollection, LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.io.kml_styles import NO_STYLE, KmlStyles

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_KML_NESTING = 40
Placemark = tuple[str, dict[str, Any], BaseGeometry | None]
#: What to do with XML that is geodata and no KML, by its root.
_OTHER_XML = {
    "gpx": "GPX, which holds tracks and points and no areas; draw the area (geojson.io, QGIS) and export it as GeoJSON",
    "osm": "OpenStreetMap XML; export it as GeoJSON (in overpass turbo: Export, GeoJSON)",
    "FeatureCollection": "GML; open it in QGIS and export it as GeoJSON",
}


def read_placemarks(file: str, data: bytes) -> list[Placemark]:
    """Read every placemark as (folder, columns, geometry), lon/lat degrees.

    Columns are ``name``, ``description``, ``begin``, ``end``, ``when`` where given, ``styleUrl`` and ``style`` (its
    fill as ``#rrggbb``, see `KmlStyles`) where any placemark has a style, and the extended data by name, which go
    first. Polygons alone are a MultiPolygon; with lines and points beside them they are a collection. A placemark
    without any has None.

    Raises
    ------
    InputError
        When it is no KML, holds an entity or an external reference, only links to another file, or coordinates can't be
        read.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise InputError(f"{file} declares entities or a document type; a KML file needs neither") from error
    except (ParseError, ValueError) as error:
        raise InputError(f"{file} is not whole XML ({error}); a KML file was expected") from error
    if _tag(root) != "kml":
        known = _OTHER_XML.get(_tag(root))
        raise InputError(f"{file} is {known}" if known else f"{file} is <{_tag(root)}>; a KML file begins with <kml>")
    found = list(_placemarks(root, KmlStyles(root), "", file, 0))
    if not found and (address := _linked(root)):
        raise InputError(
            f"{file} holds no areas, only a link to {address[:200]!r}; links are never followed here. Open it in "
            "Google "
            "Earth, choose Save Place As, KMZ, and give that file"
        )
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


def _linked(root: Element) -> str:
    """Return the address that a document links to in place of content of its own; empty where there is none."""
    links = (node for node in root.iter() if _tag(node) == "NetworkLink")
    found = [_text(child, "href") for link in links for child in link if _tag(child) in {"Link", "Url"}]
    return next((address for address in found if address), "another file" if found else "")


def _ground(placemark: Element, file: str) -> BaseGeometry | None:
    areas = [_polygon(node, file) for node in placemark.iter() if _tag(node) == "Polygon"]
    others = [other for node in placemark.iter() if (other := _other(node, file)) is not None]
    if not others:
        return MultiPolygon(areas) if areas else None
    return others[0] if len(others) == 1 and not areas else GeometryCollection([*areas, *others])


def _other(node: Element, file: str) -> BaseGeometry | None:
    """Return a node's line or point; None for anything else."""
    if _tag(node) not in {"LineString", "Point"}:
        return None
    positions = _positions(_text(node, "coordinates"), file)
    if _tag(node) == "Point":
        return Point(positions[0]) if positions else None
    return LineString(positions) if len(positions) > 1 else None


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
