"""The case: its settings, and the records of one operation along one border, held together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache, wraps
from typing import Annotated, Any, Self, TypeVar

from pydantic import Field, model_validator
from shapely.geometry import LineString

from geo.errors import SelectionError
from geo.geometry.border import BorderLine, Direction
from geo.geometry.crs import MetricCRS
from geo.model.ages import Ages
from geo.model.asof import AsOf
from geo.model.claims import Claim, Exclusion, Id, Placement, Record, Source, Statement, Text
from geo.model.evacuation import EvacuationOrder, EvacuationZone
from geo.model.faults import Fault
from geo.model.fronts import FrontTrack
from geo.model.licences import LayerLicence
from geo.model.places import ControlEvent, Settlement
from geo.model.table_numbers import Lat, Lon

T = TypeVar("T")

#: The longest a case may run, in days: ten years.
MAX_CASE_DAYS = 3660


class InitialExtent(Record):
    """Where the map opens: centre in degrees, Leaflet's zoom level."""

    lon: Lon
    lat: Lat
    zoom: Annotated[float, Field(ge=1, le=18)]


class Area(Record):
    """The area of interest, in degrees; coordinates outside it are faults."""

    west: Lon
    south: Lat
    east: Lon
    north: Lat

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point lies inside, edges included."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


class BorderSettings(Record):
    """How the border is read: which side of its direction is the target, and the metric CRS centred on the case.

    `zones` and `bounds` (west, south, east, north in degrees) say from which two time zones, and how far,
    `python -m geo border` rebuilds `border.geojson`.
    """

    target_side: Annotated[str, Field(pattern="^(left|right)$")]
    smoothing_km: Annotated[float, Field(gt=0, le=50)] = 5.0
    laea_lon: Lon
    laea_lat: Lat
    zones: tuple[str, str] | None = None
    bounds: tuple[float, float, float, float] | None = None


class CaseSettings(Record):
    """`case.toml`: what the case is about, and where and when it lies."""

    id: Id
    title: Text
    summary: Text
    target: Text
    advancing: Text
    first_date: date
    last_date: date
    start_date: date
    ledger_until: date
    view: InitialExtent
    area: Area
    border: BorderSettings
    ages: Ages = Ages()

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if not self.first_date <= self.start_date <= self.last_date:
            raise ValueError("start_date must lie between first_date and last_date")
        if (self.last_date - self.first_date).days > MAX_CASE_DAYS:
            raise ValueError(
                f"the case spans {(self.last_date - self.first_date).days} days; it may span {MAX_CASE_DAYS}"
            )
        return self


@dataclass(frozen=True)
class Case:
    """One operation along one border. Nothing in it is changed after it was opened.

    `border_lonlat` is a line whose direction `settings.border.target_side` refers to. `base` holds GeoJSON
    features for orientation only. `faults` are the rows that were rejected; the rest of each file was kept.
    `version` is the SHA-256 of the case's files. `days` are the first and the last of the whole case, where this is a
    part of it: every day that the map shows can be asked for, also where a front that reaches there is left out.
    `shapes` are kept from an earlier making (`geo.analysis.body_shapes`).
    """

    settings: CaseSettings
    border_lonlat: LineString
    claims: tuple[Claim, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    settlements: dict[str, Settlement] = field(default_factory=dict)
    control_events: tuple[ControlEvent, ...] = ()
    zones: dict[str, EvacuationZone] = field(default_factory=dict)
    orders: tuple[EvacuationOrder, ...] = ()
    placements: tuple[Placement, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    base: tuple[dict[str, Any], ...] = ()
    fronts: tuple[FrontTrack, ...] = ()
    attributions: tuple[str, ...] = ()
    licences: tuple[LayerLicence, ...] = ()
    faults: tuple[Fault, ...] = ()
    version: str = ""
    days: tuple[date, date] | None = field(default=None, compare=False)
    shapes: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def border(self) -> BorderLine:
        """The border in the case's own metric CRS (LAEA), with its target side; made once."""
        return _border_line(self.border_lonlat, self.settings.border)

    @cached_property
    def _derived(self) -> dict[Callable[[Case], Any], Any]:
        return {}

    def derived(self, make: Callable[[Case], T]) -> T:
        """Return what a function makes of this case; it is made once, since a case is never changed."""
        if make not in self._derived:
            self._derived[make] = make(self)
        found: T = self._derived[make]
        return found

    @property
    def first_date(self) -> date:
        """The first day that can be looked at: of the settings, or of a front that begins before."""
        days = [track.snapshots[0].about_date for track in self.fronts if track.snapshots]
        return min([self.settings.first_date, *days])

    @property
    def last_date(self) -> date:
        """The last day that can be looked at: of the settings, or of a front that goes on after."""
        days = [track.snapshots[-1].about_date for track in self.fronts if track.snapshots]
        return max([self.settings.last_date, *days])

    @property
    def main_oblast(self) -> str:
        """The oblast in which most of the case's places lie; a place in it need not say so."""
        oblasts = Counter(place.oblast for place in self.settlements.values() if place.oblast)
        return max(sorted(oblasts), key=oblasts.__getitem__, default="")

    @property
    def opening_day(self) -> date:
        """The first day with a placed advance that has a width; the start of the operation if there is none."""
        claims = {claim.id: claim for claim in self.claims}
        days = (claims[p.width_claim].about_date for p in self.placements if p.width_claim in claims)
        return min(days, default=self.settings.start_date)

    def check_date(self, day: date, name: str = "on") -> date:
        """Return `day` if it lies in the case's range, else raise SelectionError with the range."""
        first, last = self.days or (self.first_date, self.last_date)
        if not first <= day <= last:
            raise SelectionError(f"{name} is {day}; this case runs from {first} to {last}")
        return day

    def check_clocks(self, as_of: AsOf) -> None:
        """Raise SelectionError unless both dates lie inside the case; `known` None is today."""
        self.check_date(as_of.on)
        if as_of.known is not None:
            self.check_date(as_of.known, "known")


def once_per_case(make: Callable[[Case], T]) -> Callable[[Case], T]:
    """Decorate a function of a case alone: its result is kept with the case and shared, so nobody may change it."""

    @wraps(make)
    def made(case: Case) -> T:
        return case.derived(make)

    return made


@lru_cache(maxsize=16)
def _border_line(line: LineString, settings: BorderSettings) -> BorderLine:
    """Build a border; versions of a case share it as long as its line and settings are the same."""
    metric = MetricCRS.laea(settings.laea_lon, settings.laea_lat)
    side: Direction = "left" if settings.target_side == "left" else "right"
    return BorderLine(line, metric, side, smoothing_km=settings.smoothing_km)
