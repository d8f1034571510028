"""Mappers' fronts as measured: figures of every drawing, gained and lost between two, and the change from day to day.

Areas come from the arcs: an outline's area is the sum of what its edges contribute, so each arc is counted once however
many days it is in effect. Depth and width are measured on the ground beyond the border, once a different drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.geometry.border import BorderLine
from geo.geometry.measurement import measure
from geo.geometry.topology.diff import series_diff
from geo.geometry.topology.series import UNITS_PER_DEGREE, Series
from geo.model.ages import Ages
from geo.model.asof import AsOf
from geo.model.fronts import FrontFigures, FrontOn, FrontTrack, Snapshot, ends_of_difference, front_on

#: Less ground than this beyond the border is the two maps' borders not lying on one another, km².
MIN_TARGET_KM2 = 0.5


def front_figures(
    series: Series,
    snapshots: Sequence[Snapshot],
    border: BorderLine,
    *,
    beyond: bool,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[FrontFigures, ...]:
    """Measure a series.

    Parameters
    ----------
    series : Series
    snapshots : sequence of Snapshot
        One for each area of the series, in the same order.
    border : BorderLine
        Against which depth and width are measured; its metric CRS gives the areas.
    beyond : bool
        Whether the ground is the advancing side's: only then is its part beyond the border measured, and only that part
        counts as gained or lost.
    progress : callable
        Told after each snapshot how many are done, and of how many.

    Returns
    -------
    tuple of FrontFigures
        Areas in km², lengths in km; None for what can't be said.
    """
    areas = areas_km2(series, border)
    found: list[FrontFigures] = []
    for index, area in enumerate(areas.tolist()):
        same = bool(found) and not series.differs(index)
        figures = found[-1] if same else FrontFigures(area)
        if beyond and not same:
            figures = _measured(series.ground(index), area, border)
        gained, lost = _since_the_day_before(series, snapshots, index, border, beyond=beyond)
        found.append(replace(figures, gained_km2=gained, lost_km2=lost))
        progress(index + 1, len(areas))
    return tuple(found)


def areas_km2(series: Series, border: BorderLine) -> NDArray[np.float64]:
    """Return the area of each snapshot in the border's metric CRS, km².

    The area inside closed outlines is half the sum of the edges' cross products (the shoelace formula). Of ground that
    reaches farther than can be measured (`MetricCRS.near_part`), the part that can.
    """
    total = np.zeros(series.count + 1)
    lonlat = series.points / UNITS_PER_DEGREE
    if not border.metric.is_near(shapely.MultiPoint(lonlat)):
        return _near_areas_km2(series, border)
    if len(series.points):
        x, y = border.metric.xy(lonlat[:, 0], lonlat[:, 1]).T
        parts = np.append(0.0, np.cumsum(x[:-1] * y[1:] - x[1:] * y[:-1]))
        for number, spans in enumerate(series.spans):
            share = parts[series.starts[number + 1] - 1] - parts[series.starts[number]]
            for low, high in spans:
                total[low] += share
                total[high + 1] -= share
    return np.maximum(0.0, np.cumsum(total)[:-1] / 2e6)


def _near_areas_km2(series: Series, border: BorderLine) -> NDArray[np.float64]:
    areas: list[float] = []
    for index in range(series.count):
        areas.append(_area_km2(series.ground(index), border) if series.differs(index) else areas[-1])
    return np.array(areas)


def _measured(ground: BaseGeometry, area_km2: float, border: BorderLine) -> FrontFigures:
    target_km2 = _target_km2(ground, border)
    if target_km2 < MIN_TARGET_KM2:
        return FrontFigures(area_km2, target_km2)
    found = measure(border.metric.near_part(ground), border)
    return FrontFigures(
        area_km2,
        found.area_km2,
        found.depth_max_km,
        found.depth_mean_km,
        found.width_chord_km,
        found.width_along_km,
        found.fill,
        contact_km=found.contact_km,
    )


def _since_the_day_before(
    series: Series, snapshots: Sequence[Snapshot], index: int, border: BorderLine, *, beyond: bool
) -> tuple[float | None, float | None]:
    """Return what the last snapshot of a day gained and lost against the last one of the day before, km²."""
    on = snapshots[index].about_date
    if index + 1 < len(snapshots) and snapshots[index + 1].about_date == on:
        return None, None
    earlier = next((number for number in range(index - 1, -1, -1) if snapshots[number].about_date < on), None)
    if earlier is None or snapshots[earlier].about_date != on - timedelta(days=1):
        return None, None
    found = series_diff(series, earlier, index)
    area = _target_km2 if beyond else _area_km2
    return area(found.gained, border), area(found.lost, border)


def _area_km2(ground: BaseGeometry, border: BorderLine) -> float:
    near = border.metric.near_part(ground)
    return 0.0 if near.is_empty else float(border.metric.to_metric(near).area) / 1e6


def _target_km2(ground: BaseGeometry, border: BorderLine) -> float:
    near = border.metric.near_part(ground)
    return 0.0 if near.is_empty else float(border.on_target(border.metric.to_metric(near)).area) / 1e6


@dataclass(frozen=True, slots=True)
class FrontChange:
    """Ground gained and lost between two drawings, lon/lat degrees, with its areas.

    The areas are of all that changed; `*_beyond_km2` of the part on the border's target side.
    """

    track: FrontTrack
    before: Snapshot
    after: Snapshot
    gained: MultiPolygon
    lost: MultiPolygon
    gained_km2: float
    lost_km2: float
    gained_beyond_km2: float
    lost_beyond_km2: float


def front_change(
    track: FrontTrack, first: date, last: date, border: BorderLine, known: date | None = None
) -> FrontChange:
    """Return what a track gained and lost from day `first` to day `last`, as known on day `known` (None: today).

    Parameters
    ----------
    track : FrontTrack
    first, last : date
        Two days, each with a drawing of its own.
    border : BorderLine
        Its metric CRS gives the areas, its target side what lies beyond.

    Raises
    ------
    SelectionError
        When one of the days has no drawing of its own: no difference is computed across a gap.
    """
    before, after = ends_of_difference(track, track, first, last, known)
    found = series_diff(track.series, before, after)
    gained_km2, gained_beyond_km2 = _areas_km2(found.gained, border)
    lost_km2, lost_beyond_km2 = _areas_km2(found.lost, border)
    return FrontChange(
        track,
        track.snapshots[before],
        track.snapshots[after],
        found.gained,
        found.lost,
        gained_km2,
        lost_km2,
        gained_beyond_km2,
        lost_beyond_km2,
    )


def _areas_km2(ground: BaseGeometry, border: BorderLine) -> tuple[float, float]:
    """Return the area of all of a ground, and of what lies on the target side, km²."""
    return _area_km2(ground, border), _target_km2(ground, border)


#: The figures that have a change per day.
MEASURED_FIGURES = (
    "area_km2",
    "target_km2",
    "depth_max_km",
    "depth_mean_km",
    "width_chord_km",
    "width_along_km",
    "fill",
)


@dataclass(frozen=True, slots=True)
class FrontDay:
    """One day of a track.

    `change` holds, by the name of a figure, how much it grew since the day before; it is empty unless both days have a
    drawing of their own, and a figure that either day lacks is not in it.
    """

    on: date
    found: FrontOn
    change: dict[str, float]


def front_days(track: FrontTrack, known: date | None = None, ages: Ages | None = None) -> Iterator[FrontDay]:
    """Go through every day from the first drawing to the last, as known on day `known` (None: today).

    By `ages` a drawing ends (None: it stands until the next).
    """
    seen = [s.about_date for s in track.snapshots if known is None or s.known_date <= known]
    before: FrontOn | None = None
    for number in range((seen[-1] - seen[0]).days + 1 if seen else 0):
        on = seen[0] + timedelta(days=number)
        found = front_on(track, AsOf(on, known), ages)
        yield FrontDay(on, found, _change(before, found))
        before = found


def _change(before: FrontOn | None, after: FrontOn) -> dict[str, float]:
    if before is None or before.age_days or after.age_days or before.figures is None or after.figures is None:
        return {}
    pairs = {name: (getattr(before.figures, name), getattr(after.figures, name)) for name in MEASURED_FIGURES}
    return {name: new - old for name, (old, new) in pairs.items() if old is not None and new is not None}
