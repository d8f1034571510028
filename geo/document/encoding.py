"""Geometry as the document carries it: whole numbers of 1e-5 degree, and the ground on each side of the border.

A line is one list: its first (lon, lat), then the differences from point to point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

PRECISION = 100_000


def encode(coords: Iterable[Sequence[float]]) -> list[int]:
    """Write a line as its first point and the differences, in 1e-5 degree; repeated points are left out.

    Examples
    --------
    >>> encode([(35.0, 51.0), (35.1, 51.0), (35.1, 51.0), (35.1, 50.9)])
    [3500000, 5100000, 10000, 0, 0, -10000]
    """
    encoded: list[int] = []
    last: tuple[int, int] | None = None
    for lon, lat, *_ in coords:
        here = (round(lon * PRECISION), round(lat * PRECISION))
        if here != last:
            encoded += here if last is None else (here[0] - last[0], here[1] - last[1])
            last = here
    return encoded


def lines(geometry: BaseGeometry | None) -> list[list[int]] | None:
    """Return every line of a lon/lat geometry, the rings of polygons among them; None if there is none."""
    if geometry is None:
        return None
    found = []
    for part in _flat(geometry):
        if isinstance(part, Polygon):
            found += _rings(part)
        elif isinstance(part, LineString):
            found.append(encode(part.coords))
    return found or None


def polygons(geometry: BaseGeometry | None) -> list[list[list[int]]] | None:
    """Return the polygons of a lon/lat geometry as lists of rings, the outer first; None if there is none."""
    if geometry is None:
        return None
    return [_rings(part) for part in _flat(geometry) if isinstance(part, Polygon)] or None


def sides(border: LineString, window: Polygon, target_side: str) -> tuple[MultiPolygon, MultiPolygon]:
    """Split a window along the border into the target's ground and the rest, for tinting only; degrees throughout.

    Examples
    --------
    >>> from shapely.geometry import box
    >>> target, home = sides(LineString([(0, 1), (4, 1)]), box(1, 0, 3, 3), "left")
    >>> target.area, home.area
    (4.0, 2.0)
    """
    cut = shapely.union_all([window.exterior, border])
    found = [piece for piece in _flat(shapely.polygonize([cut])) if isinstance(piece, Polygon)]
    pieces = [piece for piece in found if window.covers(piece.representative_point())]
    target = [piece for piece in pieces if _is_left(border, piece) == (target_side == "left")]
    return MultiPolygon(target), MultiPolygon([piece for piece in pieces if piece not in target])


def roomiest_point(ground: BaseGeometry) -> list[float] | None:
    """Return the middle of the largest circle inside some ground, [lon, lat] degrees; None if there is no ground."""
    if ground.is_empty or not isinstance(ground, Polygon | MultiPolygon):
        return None
    radius = shapely.maximum_inscribed_circle(ground, tolerance=0.01)
    lon, lat = radius.coords[0]
    return [round(lon, 3), round(lat, 3)]


def _is_left(border: LineString, piece: BaseGeometry) -> bool:
    """Whether a piece cut off by the border lies to the left of it, judged at a stretch that the two share."""
    shared = shapely.line_merge(shapely.intersection(piece.boundary, border))
    longest = max(_flat(shared), key=lambda part: part.length, default=border)
    middle = longest.interpolate(0.5, normalized=True)
    here = border.project(middle)
    step = min(1e-4, border.length / 1000)
    start, end = border.interpolate(here - step), border.interpolate(here + step)
    dx, dy = end.x - start.x, end.y - start.y
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    left = shapely.Point(middle.x - dy / size * step / 10, middle.y + dx / size * step / 10)
    return bool(piece.covers(left))


def _flat(geometry: BaseGeometry) -> list[BaseGeometry]:
    parts: list[BaseGeometry] = shapely.get_parts(geometry).tolist()
    if len(parts) == 1 and parts[0].geom_type == geometry.geom_type:
        return parts
    return [inner for part in parts for inner in _flat(part)]


def _rings(polygon: Polygon) -> list[list[int]]:
    return [encode(ring.coords) for ring in (polygon.exterior, *polygon.interiors)]
