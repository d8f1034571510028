"""Compare two GeoJSON files as drawings: equal to what another machine may round, not to the byte."""

from __future__ import annotations

import json
import math
from typing import Any

from shapely.errors import ShapelyError
from shapely.geometry import shape

#: How far an outline may lie from the other, degrees: a metre on the ground.
_APART_DEG = 1e-5
_TOLERANCE = 1e-6
#: Properties that name the case's version, which is another one for a case with fronts than for its tables alone.
_STAMPS = frozenset({"case_version", "version"})


def same_drawings(one: bytes, other: bytes) -> bool:
    """Whether two FeatureCollections hold the same features in the same order, as to shape and properties.

    >>> point = b'{"features": [{"properties": {"km": 12}, "geometry": {"type": "Point", "coordinates": [35, 51]}}]}'
    >>> same_drawings(point, point), same_drawings(point, point.replace(b"12", b"13")), same_drawings(point, b"{")
    (True, False, False)
    """
    try:
        pair = [_features(data) for data in (one, other)]
        alike = len(pair[0]) == len(pair[1])
        return alike and all(_same(a, b) for a, b in zip(*pair, strict=True))
    except (KeyError, TypeError, ValueError, AttributeError, ShapelyError):
        return False


def _features(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(data)["features"]
    return found


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    names = (set(one["properties"]) | set(other["properties"])) - _STAMPS
    told = all(_equal(one["properties"].get(name), other["properties"].get(name)) for name in names)
    if not told or (one["geometry"] is None) != (other["geometry"] is None):
        return False
    if one["geometry"] is None:
        return True
    a, b = shape(one["geometry"]), shape(other["geometry"])
    return bool(a.geom_type == b.geom_type and a.hausdorff_distance(b) <= _APART_DEG)


def _equal(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return math.isclose(one, other, rel_tol=_TOLERANCE, abs_tol=1e-9)
    return one == other
