"""Measure depth, width and area of a drawn polygon: the way back from a front to the figures people claim.

Only the part on the target side counts. Depth is the distance to the nearest point of the real border. Width is how far
the ground extends along the smoothed baseline; how much of the border it touches is its contact, and no width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats

CONTACT_M = 100.0
EDGE_STEP_M = 200.0
GRID_POINTS = 2500
#: The direction of the baseline beside a ground is that of this much of it at least.
DIRECTION_M = 5000.0


@dataclass(frozen=True, slots=True)
class Measurement:
    """The figures of a polygon against a border.

    Attributes
    ----------
    depth_max_km : float
        Greatest distance of its ground from the real border.
    depth_mean_km : float or None
        Area / straight width: the depth of a block of the same area and width. None where that is more than the
        greatest depth, as around a bend of the border: then it is the depth of nothing.
    width_chord_km : float
        How far the ground extends in the direction of the baseline beside it: the straight line between the two places
        of the smoothed baseline nearest to its ends.
    width_along_km : float
        Length of the real border between those two places, every meander counted.
    area_km2 : float
        On the target side, in the equal-area metric CRS.
    contact_km : float
        Length of the real border within 100 m of the ground.
    fill : float
        Area / (greatest depth x chord width); above 1 on a border that bends away from the ground.
    outside_km2 : float
        Area that lies on the home side and was left out.
    deepest : (lon, lat)
        Where the greatest depth is.
    """

    depth_max_km: float
    depth_mean_km: float | None
    width_chord_km: float
    width_along_km: float
    area_km2: float
    contact_km: float
    fill: float
    outside_km2: float
    deepest: tuple[float, float]


def measure(polygon: BaseGeometry, border: BorderLine) -> Measurement:
    """Measure a polygon's part on the target side of a border.

    Parameters
    ----------
    polygon : Polygon or MultiPolygon
        Lon/lat degrees.
    border : BorderLine

    Returns
    -------
    Measurement
        Depth within 10 m, lengths within 0.1 % and 0.2 km at the ends of the contact.

    Raises
    ------
    GeometryError
        If it is not a polygon, empty, invalid, not in lon/lat, or has no ground on the target side.

    Examples
    --------
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(shapely.LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> found = measure(shapely.box(35.3, 50.9, 35.7, 51.1), border)
    >>> round(found.depth_max_km), round(found.width_chord_km), round(found.area_km2)
    (10, 28, 283)
    """
    ground_m = _checked(polygon, border)
    held_m = border.on_target(ground_m)
    area_m2 = float(held_m.area)
    if area_m2 <= 0:
        raise GeometryError("the polygon has no ground on the target side of the border; is it the other side's?")
    deepest, depth_m = _deepest(held_m, border)
    chord_m, along_m = _widths(held_m, border)
    lon, lat = border.metric.lonlat(deepest[None, :])[0]
    return Measurement(
        depth_max_km=depth_m / 1e3,
        depth_mean_km=area_m2 / chord_m / 1e3 if area_m2 <= chord_m * depth_m and chord_m else None,
        width_chord_km=chord_m / 1e3,
        width_along_km=along_m / 1e3,
        area_km2=area_m2 / 1e6,
        contact_km=_contact_m(held_m, border) / 1e3,
        fill=area_m2 / (depth_m * chord_m) if depth_m and chord_m else 0.0,
        outside_km2=max(0.0, float(ground_m.area) - area_m2) / 1e6,
        deepest=(float(lon), float(lat)),
    )


def _checked(polygon: BaseGeometry, border: BorderLine) -> BaseGeometry:
    """Return the polygon in metres, or say why it can't be measured."""
    if not isinstance(polygon, Polygon | MultiPolygon):
        raise GeometryError(f"a {polygon.geom_type} has no area; give a Polygon or a MultiPolygon")
    if polygon.is_empty:
        raise GeometryError("the polygon is empty; it must have at least three points")
    ground_m = border.metric.to_metric(polygon)
    if not ground_m.is_valid:
        reason = shapely.is_valid_reason(polygon)
        raise GeometryError(
            f"the polygon is not valid ({reason}, lon lat); redraw it so that its outline never crosses itself"
        )
    return ground_m


def _widths(held_m: BaseGeometry, border: BorderLine) -> tuple[float, float]:
    """Return how far the ground extends beside the baseline, straight and along the real border, metres."""
    edge = shapely.get_coordinates(shapely.segmentize(held_m, EDGE_STEP_M))
    line = border.baseline_index
    measure_m, _, _ = line.locate(edge)
    first, last = float(measure_m.min()), float(measure_m.max())
    # Where little of the baseline is nearest, as at the tip of a bend, a longer piece of it tells its direction.
    more = max(0.0, (DIRECTION_M - (last - first)) / 2)
    ends = line.at([max(0.0, first - more), min(line.length_m, last + more)])
    towards = (ends[1] - ends[0]) / np.hypot(*(ends[1] - ends[0]))
    extent_m = np.ptp(edge @ towards)
    real = border.to_real([first, last])
    return float(extent_m), float(real[1] - real[0])


def _contact_m(held_m: BaseGeometry, border: BorderLine) -> float:
    """Return the length of border that the ground touches, metres."""
    near = border.index.clipped(held_m, 2 * CONTACT_M)
    return float(near.intersection(held_m.buffer(CONTACT_M, quad_segs=4)).length)


def _deepest(held_m: BaseGeometry, border: BorderLine) -> tuple[Floats, float]:
    """Return the point of the ground furthest from the border, and how far it is in metres.

    The outline and a grid are tried, then finer and finer around the best: in a bend the furthest point lies inside.
    """
    edge = shapely.get_coordinates(shapely.segmentize(held_m, EDGE_STEP_M))
    west, south, east, north = held_m.bounds
    spacing = max(1.0, float(np.sqrt((east - west) * (north - south) / GRID_POINTS)))
    shapely.prepare(held_m)
    best, depth_m = _furthest(np.concatenate([edge, _inside(held_m, _grid(west, south, east, north, spacing))]), border)
    while spacing > 2.0:
        around = _grid(best[0] - spacing, best[1] - spacing, best[0] + spacing, best[1] + spacing, spacing / 4)
        xy = np.concatenate([best[None, :], _inside(held_m, around)])
        # No point of the grid is farther than half its diagonal from the best, so no other segment is nearest to one.
        offset_m = border.index.distances_near(xy, best, depth_m + 3 * spacing)
        farthest = int(offset_m.argmax())
        best, depth_m = xy[farthest], float(offset_m[farthest])
        spacing /= 2
    return best, depth_m


def _grid(west: float, south: float, east: float, north: float, spacing: float) -> Floats:
    x, y = np.meshgrid(np.arange(west, east + spacing, spacing), np.arange(south, north + spacing, spacing))
    return np.column_stack([x.ravel(), y.ravel()])


def _inside(held_m: BaseGeometry, xy: Floats) -> Floats:
    within: Floats = xy[shapely.contains_xy(held_m, xy[:, 0], xy[:, 1])]
    return within


def _furthest(xy: Floats, border: BorderLine) -> tuple[Floats, float]:
    # A coarse line is off by so much at most; what it puts nearer than the best less twice that can't be the best.
    about_m, off_m = border.index.about_distances(xy)
    xy = xy[about_m >= about_m.max() - 2 * off_m]
    _, offset, _ = border.index.locate(xy)
    best = int(offset.argmax())
    return xy[best], float(offset[best])
