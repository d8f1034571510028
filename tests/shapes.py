"""Named borders with lengths known by hand, drawn in km east and north of (35 E, 51 N)."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import settings
from shapely.geometry import LineString, MultiLineString, Point, Polygon

from geo.geometry.border import BorderLine, Direction
from geo.geometry.crs import MetricCRS

unhurried = settings(deadline=None)  # a busy machine is not a fault

METRIC = MetricCRS.laea(35.0, 51.0)

STRAIGHT_KM = ((-100, 0), (100, 0))  # 200 km, going east
BENT_KM = ((-60, 0), (0, 0), (0, -80))  # 60 + 80 = 140 km, a right angle to the right
LONG_BENT_KM = ((-120, 0), (0, 0), (0, -120))  # 240 km, the same angle with room around it
HAIRPIN_KM = ((0, 0), (50, 0), (50, 2), (0, 2))  # 50 + 2 + 50 = 102 km, arms 2 km apart
MEANDER_KM = tuple((x, 0.75 if n % 2 else -0.75) for n, x in enumerate(range(-100, 101, 2)))  # 100 legs of 2.5 km
CROSSING_KM = ((0, 0), (10, 10), (10, 0), (0, 10))

LENGTHS_KM = {STRAIGHT_KM: 200.0, BENT_KM: 140.0, HAIRPIN_KM: 102.0, MEANDER_KM: 250.0}


def line(points_km: tuple[tuple[float, float], ...]) -> LineString:
    """Return a lon/lat line through points in km."""
    return METRIC.to_lonlat(LineString(np.array(points_km, dtype=float) * 1e3))


def border(
    points_km: tuple[tuple[float, float], ...], target_side: Direction = "left", *, smoothing_km: float = 5.0
) -> BorderLine:
    """Return a border through points in km; its target lies north of the eastward ones."""
    return BorderLine(line(points_km), METRIC, target_side, smoothing_km=smoothing_km)


def lonlat(x_km: float, y_km: float) -> tuple[float, float]:
    """Return (lon, lat) of a place in km."""
    point = METRIC.to_lonlat(Point(x_km * 1e3, y_km * 1e3))
    return point.x, point.y


def ground(points_km: tuple[tuple[float, float], ...]) -> Polygon:
    """Return a lon/lat polygon through points in km, its edges dense enough to be straight in metres."""
    return METRIC.to_lonlat(shapely.segmentize(Polygon(np.array(points_km, dtype=float) * 1e3), 1000.0))


def two_parts(gap_km: float) -> MultiLineString:
    """Return a border in two parts, the second starting `gap_km` east of the first's end."""
    parts = (line(((-50, 0), (0, 0))), line(((gap_km, 0), (50, 0))))
    return MultiLineString(parts)
