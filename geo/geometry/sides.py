"""The area on each side of a border inside a window, and a label point for each."""

from __future__ import annotations

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.geometry.parts import flat_parts


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
    found = [piece for piece in flat_parts(shapely.polygonize([cut])) if isinstance(piece, Polygon)]
    pieces = [piece for piece in found if window.covers(piece.representative_point())]
    target = [piece for piece in pieces if _is_left(border, piece) == (target_side == "left")]
    return MultiPolygon(target), MultiPolygon([piece for piece in pieces if piece not in target])


def label_point(ground: BaseGeometry) -> list[float] | None:
    """Return the middle of the largest circle inside some ground, [lon, lat] degrees; None if there is no ground."""
    if ground.is_empty or not isinstance(ground, Polygon | MultiPolygon):
        return None
    radius = shapely.maximum_inscribed_circle(ground, tolerance=0.01)
    lon, lat = radius.coords[0]
    return [round(lon, 3), round(lat, 3)]


def _is_left(border: LineString, piece: BaseGeometry) -> bool:
    """Whether a piece cut off by the border lies to the left of it, judged at a section that the two share."""
    shared = shapely.line_merge(shapely.intersection(piece.boundary, border))
    longest = max(flat_parts(shared), key=lambda part: part.length, default=border)
    middle = longest.interpolate(0.5, normalized=True)
    here = border.project(middle)
    step = min(1e-4, border.length / 1000)
    start, end = border.interpolate(here - step), border.interpolate(here + step)
    dx, dy = end.x - start.x, end.y - start.y
    size = (dx * dx + dy * dy) ** 0.5 or 1.0
    left = shapely.Point(middle.x - dy / size * step / 10, middle.y + dx / size * step / 10)
    return bool(piece.covers(left))
