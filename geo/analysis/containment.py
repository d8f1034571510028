"""Find the claimed bands and mappers' fronts in which a place lies; a point is only as good as its precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.analysis.reconstruction import Reconstruction, reconstructions_on
from geo.geometry.bands import BANDS
from geo.geometry.crs import MetricCRS
from geo.model.ages import Ages, AgeState
from geo.model.asof import AsOf
from geo.model.fronts import FrontTrack, fronts_on
from geo.model.labels import front_label
from geo.model.places import Settlement


class Position(StrEnum):
    """Where a place lies against a ground; `edge`: its precision reaches across the edge, so it can't be told."""

    INSIDE = "inside"
    EDGE = "edge"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class ClaimedArea:
    """A claimed band or a mapper's front on a day. `geometry` is lon/lat; `age_days` counts from the day it is of."""

    id: str
    kind: str
    label: str
    about_date: date
    age_days: int
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Placed:
    """One ground and a place's position against it."""

    ground: str
    position: Position


def claimed_areas_on(
    drawn: Iterable[Reconstruction], tracks: Iterable[FrontTrack], as_of: AsOf, ages: Ages
) -> list[ClaimedArea]:
    """Collect the bands in effect on a day and what mappers drew by then, bands first, the newest first.

    What has ended by the table of ages is not in it.
    """
    found = []
    for item in sorted(reconstructions_on(drawn, as_of), key=lambda item: item.about_date, reverse=True):
        age = (as_of.on - item.about_date).days
        for band in BANDS:
            geometry = getattr(item, band)
            if geometry is not None and ages.state(age) is not AgeState.ENDED:
                label = f"{band} band of {item.depth.claimant}, {item.about_date}"
                found.append(ClaimedArea(f"{item.id}:{band}", "band", label, item.about_date, age, geometry))
    for front in fronts_on(tracks, as_of, ages):
        if front.index is not None and front.snapshot is not None:
            day, track = front.snapshot.about_date, front.track
            label = f"ground {front_label(track.status, track.holder)}, as {track.mapper} drew it on {day}"
            found.append(ClaimedArea(track.id, "front", label, day, front.age_days, track.ground(front.index)))
    return found


def placed_on(
    places: Sequence[Settlement], grounds: Sequence[ClaimedArea], metric: MetricCRS
) -> dict[str, tuple[Placed, ...]]:
    """Say of every place with coordinates where it lies against every ground.

    Returns
    -------
    dict
        By settlement id, one `Placed` a ground in the order of `grounds`. A place without coordinates is not in it.
    """
    known = [place for place in places if place.lon is not None and place.lat is not None]
    if not known:
        return {}
    points = metric.to_metric(shapely.MultiPoint(np.array([(place.lon, place.lat) for place in known], dtype=float)))
    at = np.asarray(shapely.get_parts(points))
    precision_m = np.array([place.precision_m or 0.0 for place in known])
    columns = [_positions(metric.to_metric(metric.near_part(ground.geometry)), at, precision_m) for ground in grounds]
    return {
        place.id: tuple(Placed(ground.id, column[row]) for ground, column in zip(grounds, columns, strict=True))
        for row, place in enumerate(known)
    }


def _positions(
    ground_m: BaseGeometry,
    at: np.ndarray[tuple[int], np.dtype[np.object_]],
    precision_m: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> list[Position]:
    if ground_m.is_empty:
        return [Position.OUTSIDE] * len(at)
    shapely.prepare(ground_m)
    inside = shapely.contains(ground_m, at)
    near = shapely.distance(ground_m.boundary, at) <= precision_m
    return [
        Position.EDGE if close else Position.INSIDE if within else Position.OUTSIDE
        for within, close in zip(inside.tolist(), near.tolist(), strict=True)
    ]
