"""The owlmaps project's archive: one JSON a day with areas in lat, lon order."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from shapely.geometry import Polygon

from geo.errors import InputError
from geo.io.mappers.days import date_in
from geo.io.mappers.deepstate import parsed
from geo.io.mappers.drawing import HELD_BY_RUSSIA, HELD_BY_UKRAINE, Drawing, DrawnKind, polygon, with_russia

#: `areas` is what Russia holds; `areas_ua` what Ukraine holds in Russia. `frontline`, `geos` and `units` are no areas.
_AREAS: dict[str, DrawnKind] = {"areas_ua": HELD_BY_UKRAINE, "areas": HELD_BY_RUSSIA}


def read_owlmap(file: str, data: bytes) -> list[Drawing]:
    """Read a day of owlmap: the day is the file's name, each area one ring in lat, lon.

    A list that the file does not have says nothing of that ground; an empty one says that none was drawn.

    Examples
    --------
    >>> found = read_owlmap("20240812.json", b'{"areas": [], "areas_ua": [[[51, 35], [51, 36], [52, 36], [51, 35]]]}')
    >>> [ground[0].bounds for ground in found[0].grounds.values() if ground]
    [(35.0, 51.0, 36.0, 52.0)]
    """
    document = parsed(file, data)
    if not isinstance(document, dict) or "areas" not in document:
        raise InputError(f"{file} has no areas; an owlmap file is an object with areas, areas_ua, frontline and more")
    day = date_in(PurePath(file).stem, file)
    grounds = {
        kind: _polygons(document[name], f"{file}, {name}")
        for name, kind in _AREAS.items()
        if document.get(name) is not None
    }
    return [with_russia(Drawing(day, grounds), file)]


def _polygons(rings: Any, where: str) -> list[Polygon]:
    if not isinstance(rings, list):
        raise InputError(f"{where} is a {type(rings).__name__}; it must be a list of rings")
    return [polygon([ring], f"{where} {number}", lat_first=True) for number, ring in enumerate(rings, 1)]
