"""Mappers' tracks: ground drawn as held or unclear, day by day, and what can be said of a day that was not drawn.

A `FrontTrack` is one mapper's series of one kind of ground. A day without a drawing is never taken for a day without a
change: the drawing before it is carried forward and says so, with its age; a difference needs a drawing at both ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import numpy as np
from shapely.geometry import MultiPolygon

from geo.errors import SelectionError
from geo.geometry.topology.series import Series
from geo.model.ages import Ages, AgeState
from geo.model.asof import AsOf
from geo.model.claims import Side


class FrontStatus(StrEnum):
    """What a mapper says of the ground it draws."""

    HELD = "held"
    UNCLEAR = "unclear"


class FrontState(StrEnum):
    """What a track can say of a day."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CARRIED = "carried_forward"
    ENDED = "ended"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one file says of one day.

    `taken_at` is the moment it says it was drawn at (UTC), where it says one. `revision` counts the versions of one
    file name from 0: a file that came back with other content is a revision, and both are kept. `known_assumed` says
    that nobody stated when it was published, so the day it speaks of was taken.
    """

    about_date: date
    known_date: date
    file: str
    sha256: str
    taken_at: datetime | None = None
    revision: int = 0
    known_assumed: bool = True

    @property
    def order(self) -> tuple[date, datetime, date, int, str]:
        """How snapshots follow one another: by what they speak of, then by when they were known."""
        moment = self.taken_at or datetime(self.about_date.year, self.about_date.month, self.about_date.day)  # noqa: DTZ001 - compared within one day
        return (self.about_date, moment.replace(tzinfo=None), self.known_date, self.revision, self.file)


@dataclass(frozen=True, slots=True)
class FrontFigures:
    """What one snapshot measures. Depth, widths and fill are of the part beyond the border, None where there is none.

    `area_km2` is all that was drawn, `target_km2` the part on the target side. `gained_km2` and `lost_km2` are against
    the day before, None where the track has no drawing of the day before. `depth_mean_km`, area over straight width, is
    None too where it would be more than the greatest depth. `contact_km` is how much of the border the part touches.
    All are of what lies near enough to be measured (`MetricCRS.near_part`).
    """

    area_km2: float
    target_km2: float = 0.0
    depth_max_km: float | None = None
    depth_mean_km: float | None = None
    width_chord_km: float | None = None
    width_along_km: float | None = None
    fill: float | None = None
    gained_km2: float | None = None
    lost_km2: float | None = None
    contact_km: float | None = None

    def __post_init__(self) -> None:
        mean, most = self.depth_mean_km, self.depth_max_km
        if mean is not None and most is not None and mean > most:
            object.__setattr__(self, "depth_mean_km", None)


@dataclass(frozen=True)
class FrontTrack:
    """One mapper's series of one kind of ground: snapshots in `Snapshot.order`, their areas and their figures."""

    archive: str
    mapper: str
    holder: Side
    status: FrontStatus
    licence: str
    attribution: str
    may_publish: bool
    snapshots: tuple[Snapshot, ...]
    series: Series
    figures: tuple[FrontFigures, ...]

    @property
    def id(self) -> str:
        """The track's name: archive, holder and status."""
        return f"{self.archive}.{self.holder}.{self.status}"

    def ground(self, index: int) -> MultiPolygon:
        """Return what a snapshot drew, lon/lat degrees."""
        return self.series.ground(index)

    def changed(self, index: int) -> bool:
        """Whether a snapshot differs from the one before it; the first one does."""
        return self.series.differs(index)

    def same(self, one: int, other: int) -> bool:
        """Whether two snapshots drew the same ground."""
        return np.array_equal(self.series.arcs_in(one), self.series.arcs_in(other))

    def measured_against(self, index: int) -> int | None:
        """Return the snapshot against which a snapshot's gained and lost were measured: the day before's newest."""
        day = self.snapshots[index].about_date
        earlier = next((n for n in range(index - 1, -1, -1) if self.snapshots[n].about_date < day), None)
        if earlier is None or self.snapshots[earlier].about_date != day - timedelta(days=1):
            return None
        return earlier


@dataclass(frozen=True, slots=True)
class FrontOn:
    """What a track says of a day: its state, the snapshot it rests on, and how many days that one is old.

    `day_before` is the snapshot of the day before that was known, None where that day has none. On a drawing that has
    ended by the table of ages nothing rests any more: `index` is None, and `age_days` says how old it is.
    """

    track: FrontTrack
    state: FrontState
    index: int | None
    age_days: int
    day_before: int | None = None

    @property
    def snapshot(self) -> Snapshot | None:
        """The snapshot it rests on."""
        return None if self.index is None else self.track.snapshots[self.index]

    @property
    def figures(self) -> FrontFigures | None:
        """The snapshot's figures."""
        return None if self.index is None else self.track.figures[self.index]

    @property
    def gained_lost_km2(self) -> tuple[float, float] | None:
        """What was gained and lost since the day before, as known then; None where `no_change_words` says why."""
        if self.index is None or self.day_before is None or self.age_days:
            return None
        if self.track.same(self.day_before, self.index):
            return 0.0, 0.0
        figures = self.track.figures[self.index]
        if self.track.measured_against(self.index) != self.day_before or figures.gained_km2 is None:
            return None
        return figures.gained_km2, figures.lost_km2 or 0.0

    @property
    def nothing_words(self) -> str:
        """Why nothing is drawn, where `index` is None."""
        if self.state is FrontState.ENDED:
            return f"the last drawing is {self.age_days} days old, more than the case's table of ages lets one stand"
        return "no drawing of this day or before, as known then"

    @property
    def no_change_words(self) -> str:
        """Why nothing is said of ground gained and lost since the day before."""
        if self.day_before is None:
            return "there is no drawing of the day before"
        return "one of the two days was drawn again later; compare the two days to have it"


def front_on(track: FrontTrack, as_of: AsOf, ages: Ages | None = None) -> FrontOn:
    """Say what a track knows of day `on`, known on day `known` (None: today).

    The last snapshot of the latest day up to `on` is taken. It is *updated* or *unchanged* if it speaks of that very
    day, by whether it differs from the last drawing of an earlier day; *carried forward* if it is older; *ended* if it
    is older than `ages` lets a drawing stand (None: it stands for ever).
    """
    seen = [
        number
        for number, snapshot in enumerate(track.snapshots)
        if snapshot.about_date <= as_of.on and (as_of.known is None or snapshot.known_date <= as_of.known)
    ]
    if not seen:
        return FrontOn(track, FrontState.NO_DATA, None, 0)
    index = seen[-1]
    age = (as_of.on - track.snapshots[index].about_date).days
    if ages is not None and ages.state(age) is AgeState.ENDED:
        return FrontOn(track, FrontState.ENDED, None, age)
    if age:
        return FrontOn(track, FrontState.CARRIED, index, age)
    earlier = [number for number in seen if track.snapshots[number].about_date < as_of.on]
    last = earlier[-1] if earlier else None
    same = last is not None and track.same(last, index)
    day_before = last if last is not None and track.snapshots[last].about_date == as_of.on - timedelta(days=1) else None
    return FrontOn(track, FrontState.UNCHANGED if same else FrontState.UPDATED, index, 0, day_before)


def fronts_on(tracks: Iterable[FrontTrack], as_of: AsOf, ages: Ages | None = None) -> list[FrontOn]:
    """Say what every track knows of a day, in the order of the tracks."""
    return [front_on(track, as_of, ages) for track in tracks]


def ends_of_difference(
    before: FrontTrack, after: FrontTrack, first: date, last: date, known: date | None = None
) -> tuple[int, int]:
    """Return the two snapshots between which a difference may be computed.

    Raises
    ------
    SelectionError
        When the two are of different mappers or kinds, or one of the days has no drawing of its own.
    """
    if before.id != after.id:
        raise SelectionError(
            f"{before.id} and {after.id} are two sources; what one drew and the other did not is no gain or loss. "
            "Compare two days of one of them"
        )
    if first >= last:
        raise SelectionError(f"the first day is {first} and the last {last}; the first must come before the last")
    return _own_drawing(before, AsOf(first, known)), _own_drawing(after, AsOf(last, known))


def _own_drawing(track: FrontTrack, as_of: AsOf) -> int:
    found = front_on(track, as_of)
    if found.index is None:
        raise SelectionError(f"{track.mapper} has no drawing of {as_of.on} or before; choose a later day")
    if found.age_days:
        last = track.snapshots[found.index].about_date
        raise SelectionError(
            f"{track.mapper} has no drawing of {as_of.on}, only one of {last} carried forward; "
            f"a difference across a gap is not computed. Choose {last} or a day that was drawn"
        )
    return found.index
