"""Layers of vector files as rows in lon/lat, and those of JSON of every form, which need no tables to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyproj
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.io.dialects.json_forms import json_layers
from geo.io.geojson import document_features, stated_crs

_METRES = ("3857", "900913")
#: What JSON of a known form begins with, a byte order mark and blanks aside.
JSON_BEGINS = frozenset({b"{", b"[", b"\x1e"})


@dataclass(frozen=True, slots=True)
class Row:
    """One feature: its number in its layer (from 1), its columns by name, and a lon/lat geometry or None."""

    number: int
    properties: dict[str, Any]
    geometry: BaseGeometry | None


@dataclass(frozen=True, slots=True)
class VectorLayer:
    """One layer of a file; `form` is the format that its content was found to be."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    form: str = ""


def read_json_layers(file: str, stem: str, data: bytes) -> Iterator[VectorLayer]:
    """Read JSON of any form; web-mercator metres, which older files state in `crs`, become degrees."""
    for layer in json_layers(file, data):
        document = layer.document
        if not isinstance(document, dict):
            raise InputError(f"{file} is a JSON {type(document).__name__}; a GeoJSON object was expected")
        if stated_crs(document).endswith(_METRES):
            document = {name: value for name, value in document.items() if name != "crs"}
            _to_degrees(document, file)
        rows = tuple(Row(one.number, one.properties, one.geometry) for one in document_features(document, file))
        yield VectorLayer(layer.name or stem, columns_of(rows), rows, layer.form)


def columns_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the columns that rows have, each once, in the order in which they come."""
    return tuple(dict.fromkeys(name for row in rows for name in row.properties))


def _to_degrees(document: dict[str, Any], file: str) -> None:
    """Turn every position of a GeoJSON from EPSG:3857 into lon/lat, in place."""
    to_lonlat = pyproj.Transformer.from_crs(3857, 4326, always_xy=True)

    def degrees(node: Any) -> Any:
        if isinstance(node, list) and node and not isinstance(node[0], list):
            return list(to_lonlat.transform(float(node[0]), float(node[1])))
        return [degrees(child) for child in node or []]

    features = document.get("features")
    waiting = [one.get("geometry") for one in (features if isinstance(features, list) else ()) if isinstance(one, dict)]
    while waiting:
        geometry = waiting.pop()
        if not isinstance(geometry, dict):
            continue
        if isinstance(geometry.get("geometries"), list):
            waiting += geometry["geometries"]
            continue
        try:
            geometry["coordinates"] = degrees(geometry.get("coordinates"))
        except (TypeError, ValueError, IndexError, OverflowError, RecursionError) as error:
            raise InputError(f"{file}: coordinates must be nested lists of numbers ({error})") from error
