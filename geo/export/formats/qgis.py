"""Styles for QGIS: one for each layer of a GeoPackage, in the table `layer_styles`, as QGIS itself stores them.

The styles say what the map says: claims in one ochre family by band, dashed and hatched, never a solid colour; a
mapper's front as an outline; places by shape and not by a colour of military affiliation.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from geo.export.dataset_schema import DATED, PERIOD
from geo.model.palette import GIS_FRONT, GIS_WHITE, HUES, rgb


def _rgba(colour: str) -> str:
    return ",".join(str(channel) for channel in (*rgb(colour), 255))


_OCHRE, _STRETCH, _INK, _GREY = (_rgba(HUES[name].light) for name in ("ochre", "stretch", "ink", "ground-name"))
_SLATE, _WHITE = _rgba(GIS_FRONT), _rgba(GIS_WHITE)
#: Layers whose rows look different by the value of a column.
COLOURED_BY = {"advances": "band", "settlements": "status"}
_HATCHES = {"inner": "1.2", "likely": "2.4", "outer": "4.5"}
#: The map's signs, part on part: shape, filling and size in millimetres. Angular where the side that advances is said
#: to hold, round where the defender is, half and half where both are said to fight.
_SHAPES: dict[str, list[tuple[str, str, str]]] = {
    "claimed": [("square", _INK, "2.6")],
    "entered": [("triangle", _INK, "2.8")],
    "photographed": [("square", _INK, "2.6"), ("circle", _WHITE, "1.1")],
    "contested": [("circle", _WHITE, "2.6"), ("half_square", _INK, "2.6")],
    "lost": [("circle", _INK, "2.8")],
    "denied": [("circle", _WHITE, "2.8"), ("cross2", _WHITE, "1.6")],
}
_TABLE = """CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)"""


def write_styles(path: Path, layers: Mapping[str, set[str]], moment: datetime) -> None:
    """Add the styles of the layers that there is one for to a GeoPackage.

    Parameters
    ----------
    path : Path
        A GeoPackage that holds the layers.
    layers : mapping of name to the set of geometry types in it
    moment : datetime
        What is written as the time of the change.
    """
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute(_TABLE)
            connection.execute(
                "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) "
                "VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles for QGIS', ?)",
                (stamp,),
            )
            for name in layers:
                qml = style_of(name)
                if qml:
                    connection.execute(
                        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
                        "styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) "
                        "VALUES ('', '', ?, 'geom', ?, ?, '', 1, 'Claimed, not control', '', NULL, ?)",
                        (name, f"salient {name}", qml, stamp),
                    )
    finally:
        connection.close()


def style_of(name: str) -> str:
    """Return the QML of a layer; empty when it has none.

    >>> style_of("roads")
    ''
    """
    qgis = ET.Element("qgis", version="3.22", styleCategories="Symbology|Temporal")
    if name in COLOURED_BY:
        _categorized(qgis, COLOURED_BY[name], *_symbols(name))
    elif name in _SINGLE:
        kind, layers = _SINGLE[name]
        renderer = ET.SubElement(qgis, "renderer-v2", type="singleSymbol", symbollevels="0", enableorderby="0")
        _symbol(ET.SubElement(renderer, "symbols"), "0", kind, layers)
    else:
        return ""
    if name in DATED:
        start, end = PERIOD
        temporal = {"enabled": "1", "mode": "4", "startExpression": f'to_date("{start}")'}
        # The row is in effect through its last day, so the span ends as the next one begins.
        ET.SubElement(qgis, "temporal", temporal | {"endExpression": f"to_date(\"{end}\") + to_interval('1 day')"})
    return ET.tostring(qgis, encoding="unicode")


def _symbols(name: str) -> tuple[str, Mapping[str, Sequence[SymbolLayer]]]:
    """Return the kind of a layer's symbols and, by the value that they stand for, what they are made of."""
    if name == "advances":
        return "fill", {band: _hatch(step) for band, step in _HATCHES.items()}
    return "marker", {status: [_marker(*part) for part in parts] for status, parts in _SHAPES.items()}


SymbolLayer = tuple[str, dict[str, str]]


def _line(color: str, width_mm: str, style: str = "solid") -> SymbolLayer:
    return "SimpleLine", {"line_color": color, "line_width": width_mm, "line_width_unit": "MM", "line_style": style}


def _outline(color: str, width_mm: str, style: str = "solid") -> SymbolLayer:
    drawn = {"outline_color": color, "outline_width": width_mm, "outline_width_unit": "MM", "outline_style": style}
    return "SimpleFill", {"style": "no", "color": color, **drawn}


def _hatch(step_mm: str) -> Sequence[SymbolLayer]:
    pattern = {"angle": "45", "distance": step_mm, "distance_unit": "MM", "color": _OCHRE, "line_width": "0.2"}
    return [("LinePatternFill", pattern), _outline(_OCHRE, "0.3", "dash")]


def _marker(shape: str, fill: str, size_mm: str) -> SymbolLayer:
    drawn = {"outline_color": _INK, "outline_width": "0.3", "size": size_mm, "size_unit": "MM"}
    return "SimpleMarker", {"name": shape, "color": fill, **drawn}


_SINGLE: dict[str, tuple[str, Sequence[SymbolLayer]]] = {
    "reach": ("line", [_line(_OCHRE, "0.4", "dash")]),
    "stretches": ("line", [_line(_STRETCH, "1.2")]),
    "fronts": ("fill", [_outline(_SLATE, "0.6")]),
    "zones": ("fill", [_outline(_GREY, "0.3", "dot")]),
    "border": ("line", [_line(_INK, "0.5")]),
    "base_areas": ("fill", [_outline(_GREY, "0.2")]),
    "base_lines": ("line", [_line(_GREY, "0.2", "dash")]),
    "base_places": ("marker", [("SimpleMarker", {"name": "circle", "color": _GREY, "size": "1.4"})]),
}


def _categorized(parent: ET.Element, column: str, kind: str, symbols: Mapping[str, Sequence[SymbolLayer]]) -> None:
    renderer = ET.SubElement(parent, "renderer-v2", type="categorizedSymbol", attr=column, symbollevels="0")
    categories, drawn = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    for number, (value, layers) in enumerate(symbols.items()):
        label = f"claimed: {value}" if column == "band" else value
        ET.SubElement(categories, "category", render="true", symbol=str(number), value=value, label=label)
        _symbol(drawn, str(number), kind, layers)


def _symbol(parent: ET.Element, name: str, kind: str, layers: Sequence[SymbolLayer]) -> None:
    symbol = ET.SubElement(parent, "symbol", name=name, type=kind, alpha="1", clip_to_extent="1", force_rhr="0")
    for class_name, options in layers:
        layer = ET.SubElement(symbol, "layer", {"class": class_name, "enabled": "1", "locked": "0", "pass": "0"})
        listed = ET.SubElement(layer, "Option", type="Map")
        for key, value in options.items():
            ET.SubElement(listed, "Option", name=key, value=value, type="QString")
            ET.SubElement(layer, "prop", k=key, v=value)
