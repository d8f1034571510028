"""Difference between what two mappers drew for one day: ground that both have, and that only one of them has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import SelectionError
from geo.geometry.border import BorderLine
from geo.geometry.linear_referencing import polygons_of
from geo.model.asof import AsOf
from geo.model.fronts import FrontTrack, front_on


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part of what two mappers drew, lon/lat degrees: its area, and the area of what of it lies beyond the border."""

    ground: BaseGeometry
    area_km2: float
    beyond_km2: float


@dataclass(frozen=True, slots=True)
class MapperDifference:
    """What two mappers drew for a day: the part in both, and what only the first or the second has.

    It is no gain and no loss: two people looked at one day. `agreement` is the share of what either drew that both did,
    None where neither drew anything.
    """

    first: FrontTrack
    second: FrontTrack
    on: date
    both: DrawnPart
    only_first: DrawnPart
    only_second: DrawnPart

    @property
    def parts(self) -> tuple[DrawnPart, DrawnPart, DrawnPart]:
        """What both drew, what only the first and what only the second did."""
        return self.both, self.only_first, self.only_second

    @property
    def agreement(self) -> float | None:
        """The share of what either drew that both drew."""
        every = self.both.area_km2 + self.only_first.area_km2 + self.only_second.area_km2
        return self.both.area_km2 / every if every else None


def mapper_difference(
    first: FrontTrack, second: FrontTrack, on: date, border: BorderLine, known: date | None = None
) -> MapperDifference:
    """Compare what two mappers drew for day `on`, as known on day `known` (None: today).

    Parameters
    ----------
    first, second : FrontTrack
        Of two archives, of one kind of ground.
    on : date
        A day that both drew.
    border : BorderLine
        Its metric CRS gives the areas, km²; its target side what lies beyond.

    Raises
    ------
    SelectionError
        When they are one track or two kinds of ground, or one of them has no drawing of that very day; it names the
        last day that both drew.
    """
    if first.id == second.id:
        raise SelectionError(f"{first.id} is named twice; name two mappers' fronts")
    if (first.holder, first.status) != (second.holder, second.status):
        raise SelectionError(f"{first.id} and {second.id} are two kinds of ground; name two fronts of one kind")
    indices = [_drawn_on(track, on, known) for track in (first, second)]
    if None in indices:
        missing = " and ".join(
            track.mapper for track, index in zip((first, second), indices, strict=True) if index is None
        )
        raise SelectionError(f"{missing} drew nothing for {on} itself; {_last_common(first, second, on, known)}")
    one, other = (
        border.metric.near_part(track.ground(index))
        for track, index in zip((first, second), indices, strict=True)
        if index is not None
    )
    return MapperDifference(
        first,
        second,
        on,
        _part(one.intersection(other), border),
        _part(one.difference(other), border),
        _part(other.difference(one), border),
    )


def _drawn_on(track: FrontTrack, on: date, known: date | None) -> int | None:
    found = front_on(track, AsOf(on, known))
    return None if found.age_days else found.index


def _last_common(first: FrontTrack, second: FrontTrack, on: date, known: date | None) -> str:
    days = [
        {s.about_date for s in track.snapshots if s.about_date <= on and (known is None or s.known_date <= known)}
        for track in (first, second)
    ]
    common = days[0] & days[1]
    return f"the last day that both drew is {max(common)}" if common else "there is no day before that both drew"


def _part(ground: BaseGeometry, border: BorderLine) -> DrawnPart:
    areas = polygons_of(ground)
    if areas is None or areas.is_empty:
        return DrawnPart(shapely.MultiPolygon(), 0.0, 0.0)
    ground_m = border.metric.to_metric(areas)
    return DrawnPart(areas, float(ground_m.area) / 1e6, float(border.on_target(ground_m).area) / 1e6)
