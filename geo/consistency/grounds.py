"""Say which ground a verdict speaks of, so that sentence, card and map have one number: its shape, area and reason."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.analysis.reconstruction import Reconstruction, drawn_pair
from geo.consistency.area_bounds import AreaBounds, Bands, Extreme
from geo.consistency.statements import DayInView, StatementGroup
from geo.consistency.verdict import SpokenGround
from geo.geometry.section import WidthMethod
from geo.model.labels import format_date
from geo.model.places import Settlement

_READ = {WidthMethod.STRAIGHT: "read straight", WidthMethod.ALONG_BORDER: "followed along every bend"}
#: How far a depth line is drawn to either side of the places it is held against, metres along the baseline.
_BESIDE_M = 15e3


def grounds_of_pair(
    view: DayInView,
    bands: Bands,
    pair: tuple[StatementGroup, StatementGroup],
    bounds: AreaBounds,
    taken_km: tuple[float, float],
) -> tuple[SpokenGround, ...]:
    """Return the grounds whose areas bound a depth and a width: under each reading, where there is most and least room.

    Each says why it is not the ground that the map draws for the two figures. `taken_km` is the depth and the width
    that the bounds were made with, which a tolerance may have made more than was said.
    """
    said_km = tuple(group.lead.value_high or group.lead.value for group in pair)
    more = taken_km != said_km and f"the figures are taken by their own tolerance, {taken_km[0]:g} × {taken_km[1]:g} km"
    drawn = drawn_pair(view.case, pair[0].ids, pair[1].ids)
    found = []
    readings = {WidthMethod.STRAIGHT: bounds.grounds_chord, WidthMethod.ALONG_BORDER: bounds.grounds_along}
    for method, extremes in readings.items():
        for extreme, room in reversed(_told(extremes)):
            name = f"up to {extreme.area_km2:,.0f} km², the width {_READ[method]}"
            reason = _why_not_drawn(bands, drawn, method, extreme, room, [more] if more else [])
            found.append(SpokenGround(name, bands.lonlat(extreme.ground_m), round(extreme.area_km2), reason))
    return tuple(found)


def _told(extremes: Sequence[Extreme]) -> list[tuple[Extreme, str]]:
    """Pair the least and the most with their words; what comes to the same number is told once."""
    told = list(zip(extremes, ("least", "most"), strict=False))
    return told[1:] if len({round(extreme.area_km2) for extreme in extremes}) == 1 else told


def _why_not_drawn(
    bands: Bands,
    drawn: Reconstruction | None,
    method: WidthMethod,
    extreme: Extreme,
    room: str,
    differs: list[str],
) -> str:
    """Say what tells a ground from the one that is drawn for the same figures."""
    if drawn is None or drawn.areas_km2 is None:
        return "Nothing is drawn for these two figures; this is where such a stretch of border leaves most room."
    placement = drawn.placement
    if placement.reading is not method:
        differs.append(f"the width is {_READ[method]}, not {_READ[placement.reading]}")
    metric, baseline = bands.border.metric, bands.border.baseline_index
    at_m = baseline.locate(metric.xy([placement.lon], [placement.lat]))[0][0]
    if abs(extreme.middle_m - at_m) >= 1e3:
        differs.append(
            f"the stretch lies {abs(extreme.middle_m - at_m) / 1e3:.0f} km farther "
            f"{_compass(*(baseline.at(np.array([at_m, extreme.middle_m])).tolist()))} along the border, where of the "
            f"places tried it leaves {room} room"
        )
    if not differs:
        differs.append("it counts all within the depth of the stretch, round the ends too")
    return f"The map draws {drawn.areas_km2[2]:,.0f} km² for these two figures. Here {' and '.join(differs)}."


def _compass(start: Sequence[float], end: Sequence[float]) -> str:
    """Return in which direction a point lies from another, metres east and north.

    >>> _compass((0, 0), (1, 0)), _compass((0, 0), (-1, 1)), _compass((0, 0), (0, -1))
    ('east', 'north-west', 'south')
    """
    names = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")
    return names[round(math.atan2(end[1] - start[1], end[0] - start[0]) / (math.pi / 4)) % 8]


def sideways_ground(bands: Bands, extreme: Extreme, limit_km2: float) -> SpokenGround:
    """Return the most ground behind a stretch that spreads sideways; the limit has the tolerance of both figures."""
    return SpokenGround(
        f"{extreme.area_km2:,.0f} km², spreading sideways behind the stretch",
        bands.lonlat(extreme.ground_m),
        round(extreme.area_km2),
        f"With a tenth more depth and width than said it comes to {limit_km2:,.0f} km²; nothing of it is drawn.",
    )


def depth_and_places(
    bands: Bands, depth_km: float, places: Sequence[tuple[Settlement, float]]
) -> tuple[SpokenGround, ...]:
    """Return the places that a depth is held against, and the line that far from the border beside them.

    `places` come with their distance in from the border, km.
    """
    found = []
    measures_m = []
    for place, km in places:
        if place.lon is not None and place.lat is not None:
            reason = f"It lies {km:.1f} km in from the nearest border."
            found.append(SpokenGround(f"{place.name_en}, {km:.0f} km in", Point(place.lon, place.lat), None, reason))
            xy = bands.border.metric.xy([place.lon], [place.lat])
            measures_m.append(float(bands.border.baseline_index.locate(xy)[0][0]))
    if measures_m and 0 < depth_km <= 500:
        length_m = bands.border.baseline_index.length_m
        start_m, end_m = max(0.0, min(measures_m) - _BESIDE_M), min(length_m, max(measures_m) + _BESIDE_M)
        line = bands.depth_line(depth_km, (start_m, end_m))
        if not line.is_empty:
            reason = f"All points {depth_km:g} km from the nearest border, beside the places."
            found.append(SpokenGround(f"the line {depth_km:g} km from the border", line, None, reason))
    return tuple(found)


def ground_of_front(mapper: str, day: date, ground: BaseGeometry, area_km2: float) -> SpokenGround:
    """Return what a mapper drew beyond the border, as a verdict measures it."""
    return SpokenGround(
        f"{mapper}'s front, {area_km2:,.0f} km²",
        ground,
        round(area_km2, 1),
        f"What {mapper} drew for {format_date(day, year=False)} beyond the border; it is measured, not claimed.",
    )
