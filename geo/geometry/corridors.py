"""Join places to the border by the shortest corridors, and grow ground of an area around them.

The convention, stated in full because it is a choice and not a fact: who holds a place beyond the border and came over
the border holds some way to it, and the shortest one is taken. *likely* is all ground within one distance of these
corridors, its reach, at which it has the claimed area: as round as ground of that size around them can be. Nobody says
how it lies around the places: shifted as a whole it still holds every one of them as long as it moves by less than its
reach, by two thirds of it on average over all such shifts. So *inner* has a third of the reach and *outer* five thirds:
shifted by that much, whichever way, likely covers inner and stays within outer.

A place that stands apart, farther from all others than these lie from one another and from the border, gets its
corridor and no share of what is grown: one distant name does not draw the ground to itself. Where a greatest depth is
claimed too, nothing is grown beyond it, and outer reaches it.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely.geometry import MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats
from geo.geometry.implied import Ground, Range, area_text, nested_ground, solved
from geo.geometry.linear_referencing import buffer_within

#: Half the width of the narrowest corridor, km: a village and its road.
CORRIDOR_KM = 0.5
FARTHEST_KM = 400.0
#: How far likely may lie shifted, as a share of its reach: the mean of all shifts within it.
SHIFT = 2 / 3
#: The border's course, simplified by this much where a depth cuts what is grown, metres.
COURSE_STEP_M = 30.0

#: Places as (lon, lat) in degrees.
Places = tuple[tuple[float, float], ...]


def corridors_m(border: BorderLine, places: Places) -> MultiLineString:
    """Return the shortest tree of straight lines that joins places on the target side to the border, metres.

    Each place is joined to the border, or to a place that is nearer and already joined.

    >>> from shapely.geometry import LineString
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> [round(part.length / 1e3, 1) for part in corridors_m(border, ((35.5, 51.1), (35.51, 51.1))).geoms]
    [10.1, 0.7]
    """
    xy = np.unique(border.metric.xy(*zip(*places, strict=True)), axis=0)
    measure_m, away_m, _ = border.index.locate(xy)
    joined_to: Floats = border.index.at(measure_m)
    waiting = set(range(len(xy)))
    lines = []
    while waiting:
        nearest = min(waiting, key=lambda place: (away_m[place], place))
        lines.append([xy[nearest], joined_to[nearest]])
        waiting.remove(nearest)
        for place in waiting:
            between_m = math.dist(xy[place], xy[nearest])
            if between_m < away_m[place]:
                away_m[place], joined_to[place] = between_m, xy[nearest]
    return MultiLineString(lines)


def standing_apart(border: BorderLine, places: Places) -> Places:
    """Return the places that stand apart from all others; of two places none does.

    >>> from shapely.geometry import LineString
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> standing_apart(border, ((35.5, 51.1), (35.6, 51.1), (36.8, 51.05)))
    ((36.8, 51.05),)
    """
    xy = border.metric.xy(*zip(*places, strict=True))
    feet: Floats = border.index.at(border.index.locate(xy)[0])
    kept = np.arange(len(places))
    while len(kept) > 2:
        alone_m = _alone_m(xy[kept], feet[kept])
        most = max(range(len(kept)), key=lambda number: (alone_m[number], number))
        if alone_m[most] <= 0:
            break
        kept = np.delete(kept, most)
    left = set(kept.tolist())
    return tuple(place for number, place in enumerate(places) if number not in left)


def _alone_m(xy: Floats, feet: Floats) -> Floats:
    """Return by how much each place is farther from the others than these spread, metres; 0 or less: it is not apart.

    The others spread as far as all do, unless the place or its foot is a corner of all: only then it is worked out.
    """
    every = np.concatenate([xy, feet])
    found: Floats = np.array([_near_m(xy, number) for number in range(len(xy))]) - _spread_m(every)
    corners = {tuple(corner) for corner in shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(every)))}
    for number in range(len(xy)):
        if tuple(xy[number]) in corners or tuple(feet[number]) in corners:
            others = np.delete(every, [number, len(xy) + number], axis=0)
            found[number] = _near_m(xy, number) - _spread_m(others)
    return found


def _near_m(xy: Floats, number: int) -> float:
    """Return how far the nearest of the other places is, metres."""
    others = np.delete(xy, number, axis=0)
    return float(np.hypot(*(others - xy[number]).T).min())


def _spread_m(points: Floats) -> float:
    """Return the greatest distance of two points, metres: that of two corners of their hull."""
    corners = shapely.get_coordinates(shapely.convex_hull(shapely.multipoints(points)))
    return float(np.hypot(*(corners[:, None, axis] - corners[None, :, axis] for axis in (0, 1))).max())


def grown_around(border: BorderLine, places: Places, area_km2: float, depth_km: Range | None = None) -> Ground:
    """Return the ground of an area around places on the target side, joined to the border, in three bands.

    Nothing is grown farther from the border than the greatest of `depth_km` (None: no depth is claimed), and outer
    reaches the least of it at least.

    Raises
    ------
    GeometryError
        If no ground of that size can be grown there, or its corridors alone are larger.
    """
    apart = standing_apart(border, places)
    tree = corridors_m(border, places)
    grown = corridors_m(border, tuple(place for place in places if place not in apart))

    def around(reach_m: float) -> BaseGeometry:
        ground_m: BaseGeometry = grown.buffer(reach_m, quad_segs=32)
        if depth_km is not None:
            most_m = depth_km[1] * 1e3
            course = border.index.clipped(ground_m, most_m).simplify(COURSE_STEP_M)
            ground_m = ground_m.intersection(buffer_within(course, most_m))
        return border.on_target(ground_m.union(tree.buffer(min(reach_m, CORRIDOR_KM * 1e3), quad_segs=32)))

    def area(reach_m: float) -> float:
        return float(around(reach_m).area) / 1e6

    least_m = CORRIDOR_KM * 1e3
    if area(least_m) > area_km2:
        raise GeometryError(
            f"{area_text(area_km2)} is too small for the places named as held: the narrowest ground that joins them to "
            f"the border is {area_text(area(least_m))}"
        )
    likely_m, end = solved(area, area_km2, (least_m, FARTHEST_KM * 1e3), math.sqrt(2 * area_km2 / math.pi) * 1e3)
    if end > 0:
        within = "beyond this border" if depth_km is None else f"within {depth_km[1]:g} km of this border"
        raise GeometryError(f"{area_text(area_km2)} is too large for the ground {within}")
    widest_m = (1 + SHIFT) * likely_m
    if depth_km is not None:
        deepest_m = float(shapely.distance(shapely.points(shapely.get_coordinates(grown)), border.line_m).max())
        widest_m = max(widest_m, depth_km[0] * 1e3 - deepest_m)
    return nested_ground(border, [around(reach_m) for reach_m in ((1 - SHIFT) * likely_m, likely_m, widest_m)])


def farthest_km(border: BorderLine, ground: BaseGeometry) -> float:
    """Return how far a ground (lon/lat) reaches from the border, km, within 0.1 km.

    >>> from shapely.geometry import LineString, box
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> round(farthest_km(border, box(35.4, 51, 35.6, 51.1)), 1)
    10.1
    """
    rim = shapely.get_coordinates(border.metric.to_metric(ground).simplify(COURSE_STEP_M))
    return float(shapely.distance(shapely.points(rim), border.line_m).max()) / 1e3


def narrowest(border: BorderLine, places: Places) -> tuple[BaseGeometry, float]:
    """Return the narrowest ground that joins places to the border, lon/lat on the target side, and its area in km²."""
    ground_m = border.on_target(corridors_m(border, places).buffer(CORRIDOR_KM * 1e3))
    ground = border.metric.to_lonlat(ground_m)
    return ground, float(ground_m.area) / 1e6
