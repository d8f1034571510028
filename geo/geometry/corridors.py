"""Join places to the border by the shortest corridors, and grow ground of an area around them.

The convention, stated in full because it is a choice and not a fact: who holds a place beyond the border and came over
the border holds some way to it, and the shortest one is taken. *likely* is all ground within one distance of these
corridors, the distance at which it has the claimed area: as round as ground of that size around them can be. *inner* is
half that distance, *outer* twice: whichever way likely is shifted as a whole, while it still holds every named place it
stays within outer, and moved by half as much it still covers inner.
"""

from __future__ import annotations

import math

import numpy as np
from shapely.geometry import MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats
from geo.geometry.implied import Ground, area_text, nested_ground, solved

#: Half the width of the narrowest corridor, km: a village and its road.
CORRIDOR_KM = 0.5
FARTHEST_KM = 400.0

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


def grown_around(border: BorderLine, places: Places, area_km2: float) -> Ground:
    """Return the ground of an area around places on the target side, joined to the border, in three bands.

    Raises
    ------
    GeometryError
        If no ground of that size can be grown there, or its corridors alone are larger.
    """
    tree = corridors_m(border, places)

    def around(reach_m: float) -> BaseGeometry:
        return border.on_target(tree.buffer(reach_m, quad_segs=32))

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
        raise GeometryError(f"{area_text(area_km2)} is too large for the ground beyond this border")
    return nested_ground(border, [around(share * likely_m) for share in (0.5, 1.0, 2.0)])


def narrowest(border: BorderLine, places: Places) -> tuple[BaseGeometry, float]:
    """Return the narrowest ground that joins places to the border, lon/lat on the target side, and its area in km²."""
    ground_m = border.on_target(corridors_m(border, places).buffer(CORRIDOR_KM * 1e3))
    ground = border.metric.to_lonlat(ground_m)
    return ground, float(ground_m.area) / 1e6
