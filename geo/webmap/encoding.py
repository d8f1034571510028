"""Geometry as the document carries it: whole numbers of 1e-5 degree.

A line is one list: its first (lon, lat), then the differences from point to point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.geometry.parts import flat_parts
from geo.geometry.topology.series import UNITS_PER_DEGREE


def encode_line(coords: Iterable[Sequence[float]]) -> list[int]:
    """Write a line as its first point and the differences, in 1e-5 degree; repeated points are left out.

    Examples
    --------
    >>> encode_line([(35.0, 51.0), (35.1, 51.0), (35.1, 51.0), (35.1, 50.9)])
    [3500000, 5100000, 10000, 0, 0, -10000]
    """
    return encode_steps((round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)) for lon, lat, *_ in coords)


def encode_steps(points: Iterable[Sequence[int]]) -> list[int]:
    """Write points in 1e-5 degree as the first and the differences; repeated points are left out.

    >>> encode_steps([(5, 7), (5, 7), (4, 9)])
    [5, 7, -1, 2]
    """
    encoded: list[int] = []
    last: tuple[int, int] | None = None
    for x, y in points:
        here = (x, y)
        if here != last:
            encoded += here if last is None else (here[0] - last[0], here[1] - last[1])
            last = here
    return encoded


def lines(geometry: BaseGeometry | None) -> list[list[int]] | None:
    """Return every line of a lon/lat geometry, the rings of polygons among them; None if there is none."""
    if geometry is None:
        return None
    found = []
    for part in flat_parts(geometry):
        if isinstance(part, Polygon):
            found += _rings(part)
        elif isinstance(part, LineString):
            found.append(encode_line(part.coords))
    return found or None


def polygons(geometry: BaseGeometry | None) -> list[list[list[int]]] | None:
    """Return the polygons of a lon/lat geometry as lists of rings, the outer first; None if there is none."""
    if geometry is None:
        return None
    return [_rings(part) for part in flat_parts(geometry) if isinstance(part, Polygon)] or None


def _rings(polygon: Polygon) -> list[list[int]]:
    return [encode_line(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
