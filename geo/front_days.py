"""A mapper's front day by day: its state, what it measures, and how each figure changed since the day before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geo.fronts import FrontOn, FrontTrack, front_on

#: The figures that have a change per day.
MEASURED = ("area_km2", "target_km2", "depth_max_km", "depth_mean_km", "width_chord_km", "width_along_km", "fill")


@dataclass(frozen=True, slots=True)
class FrontDay:
    """One day of a track.

    `change` holds, by the name of a figure, how much it grew since the day before; it is empty unless both days have a
    drawing of their own, and a figure that either day lacks is not in it.
    """

    on: date
    found: FrontOn
    change: dict[str, float]


def front_days(track: FrontTrack, known: date | None = None) -> Iterator[FrontDay]:
    """Go through every day from the first drawing to the last, as known on day `known` (None: today)."""
    seen = [s.about_date for s in track.snapshots if known is None or s.known_date <= known]
    before: FrontOn | None = None
    for number in range((seen[-1] - seen[0]).days + 1 if seen else 0):
        on = seen[0] + timedelta(days=number)
        found = front_on(track, on, known)
        yield FrontDay(on, found, _change(before, found))
        before = found


def _change(before: FrontOn | None, after: FrontOn) -> dict[str, float]:
    if before is None or before.age_days or after.age_days or before.figures is None or after.figures is None:
        return {}
    pairs = {name: (getattr(before.figures, name), getattr(after.figures, name)) for name in MEASURED}
    return {name: new - old for name, (old, new) in pairs.items() if old is not None and new is not None}
