"""What one mapper's front gained and lost between two days that it drew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from geo.border import BorderLine
from geo.fronts import FrontTrack, Snapshot, ends_of_difference
from geo.series.changes import change


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
    found = change(track.series, before, after)
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
    if ground.is_empty:
        return 0.0, 0.0
    ground_m = border.metric.to_metric(ground)
    return float(ground_m.area) / 1e6, float(border.on_target(ground_m).area) / 1e6
