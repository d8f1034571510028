"""Layers as KML 2.2 or KMZ, for Google Earth: a folder a layer, each thing with the days on which it was in effect.

Google Earth's time slider plays the spans. A place's name begins with the map's sign of who is said to hold it and
ends with the letters of the sides that say so. Texts are XML text; a description is plain text and holds no HTML.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry, BaseMultipartGeometry

from geo.export.dataset_schema import PERIOD
from geo.export.formats.xml import xml_text
from geo.model.claims import Side
from geo.model.labels import SIDE_LETTERS
from geo.model.palette import GIS_FRONT, GIS_WHITE, HUES, KML_CLAIM_WASH, KML_ZONE_WASH, rgb
from geo.model.places import Status

KML = "http://www.opengis.net/kml/2.2"
_STAMP = (1980, 1, 1, 0, 0, 0)


def _aabbggrr(colour: str, alpha: int = 0xFF) -> str:
    red, green, blue = rgb(colour)
    return bytes((alpha, blue, green, red)).hex()


_OCHRE = _aabbggrr(HUES["ochre"].light)
#: Line (colour, width) and fill of each style. Claims are ochre and never opaque; a front is an outline.
_STYLES: dict[str, dict[str, Any]] = {
    "advances-inner": {"line": (_OCHRE, "1.5"), "fill": _aabbggrr(KML_CLAIM_WASH, 0x59)},
    "advances-likely": {"line": (_OCHRE, "1.2"), "fill": _aabbggrr(KML_CLAIM_WASH, 0x33)},
    "advances-outer": {"line": (_OCHRE, "1"), "fill": _aabbggrr(KML_CLAIM_WASH, 0x1A)},
    "reach": {"line": (_OCHRE, "2")},
    "stretches": {"line": (_aabbggrr(HUES["stretch"].light), "5")},
    "fronts": {"line": (_aabbggrr(GIS_FRONT), "2.5"), "fill": _aabbggrr(GIS_WHITE, 0)},
    "zones": {"line": (_aabbggrr(HUES["zone"].light), "1"), "fill": _aabbggrr(KML_ZONE_WASH, 0x26)},
    "border": {"line": (_aabbggrr(HUES["border"].light), "2")},
    "settlements": {"icon": "0.8"},
}
#: The signs of the map in letters: square, triangle and framed square in the advancing side's hands, halved where both
#: are said to fight, round in the defender's.
_SIGNS = {
    Status.CLAIMED: "■",
    Status.ENTERED: "▲",
    Status.PHOTOGRAPHED: "▣",
    Status.CONTESTED: "◧",
    Status.LOST: "●",
    Status.DENIED: "⊗",
}
#: What a balloon tells of a row, by column, in this order: who said it, when, on what ground, where, by what right.
_TOLD = {
    "words": "said",
    "claimant": "claimant",
    "about_date": "about",
    "known_date": "known",
    "basis": "basis",
    "publisher": "published by",
    "url": "address",
    "licence": "licence",
    "attribution": "credit",
}


def write_kml(title: str, about: str, layers: Mapping[str, gpd.GeoDataFrame]) -> str:
    """Write layers as one KML document.

    Parameters
    ----------
    title, about : str
        Name and description of the document: what it is, both dates, version, licences.
    layers : mapping of name to frame
        Typed, EPSG:4326. A row with `from_date` gets a TimeSpan; every value goes into ExtendedData.

    Returns
    -------
    str
        XML with its declaration; the same layers give the same text.
    """
    ET.register_namespace("", KML)
    root = ET.Element(_tag("kml"))
    document = ET.SubElement(root, _tag("Document"))
    _text(document, "name", title)
    _text(document, "description", about)
    for name, style in _STYLES.items():
        _style(document, name, style)
    for name, frame in layers.items():
        folder = ET.SubElement(document, _tag("Folder"))
        _text(folder, "name", f"{name} (claimed)" if "claimed" in frame.columns else name)
        for row in frame.to_dict("records"):
            _placemark(folder, name, {str(key): value for key, value in row.items()})
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ['<?xml version="1.0" encoding="UTF-8"?>\n', "\n"]
    )


def write_kmz(title: str, about: str, layers: Mapping[str, gpd.GeoDataFrame]) -> bytes:
    """Write the same as a KMZ: a zip with `doc.kml`, with fixed stamps."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("doc.kml", _STAMP)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, write_kml(title, about, layers))
    return out.getvalue()


def _placemark(folder: ET.Element, layer: str, row: dict[str, Any]) -> None:
    mark = ET.SubElement(folder, _tag("Placemark"))
    _text(mark, "name", _name(layer, row))
    _text(mark, "description", _description(row))
    first, last = (row.get(column) for column in PERIOD)
    if isinstance(first, date):
        span = ET.SubElement(mark, _tag("TimeSpan"))
        _text(span, "begin", first.isoformat())
        if isinstance(last, date):
            _text(span, "end", last.isoformat())
    style = f"advances-{row.get('band')}" if layer == "advances" else layer
    if style in _STYLES:
        _text(mark, "styleUrl", f"#{style}")
    data = ET.SubElement(mark, _tag("ExtendedData"))
    for key, value in row.items():
        if key != "geometry" and value is not None and not pd.isna(value):
            _text(ET.SubElement(data, _tag("Data"), name=key), "value", _value(value))
    mark.append(_geometry(row["geometry"]))


def _name(layer: str, row: Mapping[str, Any]) -> str:
    if layer == "advances":
        return f"Claimed by {row.get('claimant')}: {row.get('band')} band"
    if layer in {"reach", "stretches"}:
        return f"Claimed by {row.get('claimant')}"
    if layer == "settlements":
        letters = " ".join(SIDE_LETTERS[Side(side)] for side in str(row.get("said_by")).split(", "))
        return f"{_SIGNS[Status(str(row.get('status')))]} {row.get('name_en')} · {letters}"
    given = (row.get("name_en"), row.get("mapper"), row.get("id"), layer)
    return str(next(value for value in given if isinstance(value, str) and value))


def _description(row: Mapping[str, Any]) -> str:
    """Say who said it, about which day, known when, stated or computed, and where it was published."""
    found = ((label, row.get(column)) for column, label in _TOLD.items())
    return "\n".join(f"{label}: {_value(value)}" for label, value in found if value is not None and not pd.isna(value))


def _geometry(geometry: BaseGeometry) -> ET.Element:
    if isinstance(geometry, BaseMultipartGeometry):
        element = ET.Element(_tag("MultiGeometry"))
        element.extend(_geometry(part) for part in geometry.geoms)
        return element
    element = ET.Element(_tag(geometry.geom_type))
    if isinstance(geometry, Polygon):
        ET.SubElement(element, _tag("tessellate")).text = "1"
        for kind, ring in _rings(geometry):
            boundary = ET.SubElement(element, _tag(kind))
            _text(ET.SubElement(boundary, _tag("LinearRing")), "coordinates", _coordinates(ring))
    elif isinstance(geometry, LineString | Point):
        if isinstance(geometry, LineString):
            _text(element, "tessellate", "1")
        _text(element, "coordinates", _coordinates(geometry))
    return element


def _rings(polygon: Polygon) -> Iterator[tuple[str, BaseGeometry]]:
    yield "outerBoundaryIs", polygon.exterior
    for ring in polygon.interiors:
        yield "innerBoundaryIs", ring


def _coordinates(line: BaseGeometry) -> str:
    return " ".join(f"{lon:.7f},{lat:.7f}" for lon, lat in line.coords)


def _style(document: ET.Element, name: str, style: Mapping[str, Any]) -> None:
    element = ET.SubElement(document, _tag("Style"), id=name)
    if "icon" in style:
        _text(ET.SubElement(element, _tag("IconStyle")), "scale", style["icon"])
    if "line" in style:
        color, width = style["line"]
        line = ET.SubElement(element, _tag("LineStyle"))
        _text(line, "color", color)
        _text(line, "width", width)
    if "fill" in style:
        _text(ET.SubElement(element, _tag("PolyStyle")), "color", style["fill"])


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, _tag(tag)).text = xml_text(text)


def _value(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _tag(name: str) -> str:
    return f"{{{KML}}}{name}"
