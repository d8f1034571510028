"""The evacuation of a day as one report: zones with their orders, people, overlaps, lead time, and casualties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geo.analysis.casualties import Casualties, casualties_on
from geo.analysis.citations import Cited, cite
from geo.analysis.containment import ClaimedArea, claimed_areas_on
from geo.analysis.people import PeopleScope, people_on
from geo.analysis.reconstruction import reconstructions
from geo.analysis.zone_overlap import (
    LeadTime,
    Overlap,
    first_band,
    lead_times,
    nearest_claimed_area,
    overlaps,
    places_by_zone,
)
from geo.geometry.crs import MetricCRS
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.evacuation import EvacuationOrder, EvacuationZone, ZoneState, zones_on

NO_REPORT = "no word"


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One statement about a zone in effect on the day: who, how binding, from when to when, for how much of it."""

    kind: str
    scope: str
    scope_note: str
    settlements: int | None
    start: date
    end: date | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class ZoneRow:
    """One zone on one day. `state` is the strictest word in force, or "no word". `on_map` is False without an extent.

    `nearest` is the ground of the advance nearest to it: a claimed band, or what a mapper drew as the advancing side's.
    `places` are the ids of the case's places in it. `band_since` is the first claimed band that reaches into it.
    """

    id: str
    name_en: str
    name_ru: str
    name_uk: str
    oblast: str
    side: str
    kind: str
    extent: str
    on_map: bool
    area_km2: float | None
    state: str
    scope: str
    conflicting: bool
    orders: tuple[OrderRow, ...]
    overlaps: tuple[Overlap, ...]
    nearest: Overlap | None
    lead: LeadTime
    band_since: Cited | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvacuationReport:
    """The zones, the people and the casualties of one day. `ordered` are the zones with a word in force."""

    case: str
    on: date
    known: date | None
    zones: tuple[ZoneRow, ...]
    people: tuple[PeopleScope, ...]
    casualties: Casualties

    @property
    def as_of(self) -> AsOf:
        """The day, and the day of knowledge."""
        return AsOf(self.on, self.known)

    @property
    def ordered(self) -> tuple[ZoneRow, ...]:
        """The zones with a word in force on that day."""
        return tuple(zone for zone in self.zones if zone.orders)


def evacuation_report(case: Case, as_of: AsOf) -> EvacuationReport:
    """Report on the evacuation as of day `on`, known on day `known` (None: today).

    Raises
    ------
    SelectionError
        When a day lies outside the case.
    """
    case.check_clocks(as_of)
    advances = reconstructions(case)
    metric = case.border.metric
    grounds = claimed_areas_on(advances, case.fronts, as_of, case.settings.ages)
    states, places = zones_on(case.orders, as_of), places_by_zone(case)
    leads = lead_times(case, places, as_of)
    rows = []
    for zone in case.zones.values():
        band = first_band(advances, zone, as_of)
        since = None if band is None else cite(case, band.depth)
        over = _over(zone, grounds, metric)
        rows.append(_row(case, zone, states.get(zone.id), over, leads[zone.id], since, places[zone.id]))
    return EvacuationReport(
        case=case.settings.id,
        on=as_of.on,
        known=as_of.known,
        zones=tuple(sorted(rows, key=lambda row: (not row.orders, row.side, row.name_en))),
        people=tuple(people_on(case, as_of)),
        casualties=casualties_on(case, as_of),
    )


def _over(
    zone: EvacuationZone, grounds: Sequence[ClaimedArea], metric: MetricCRS
) -> tuple[float | None, tuple[Overlap, ...]]:
    """Return a zone's area in km² and its overlaps."""
    if zone.geometry is None:
        return None, ()
    return round(float(metric.to_metric(zone.geometry).area) / 1e6, 1), overlaps(zone, grounds, metric)


def _row(
    case: Case,
    zone: EvacuationZone,
    state: ZoneState | None,
    over: tuple[float | None, tuple[Overlap, ...]],
    lead: LeadTime,
    since: Cited | None,
    places: tuple[str, ...],
) -> ZoneRow:
    area_km2, found = over
    return ZoneRow(
        id=zone.id,
        name_en=zone.name_en,
        name_ru=zone.name_ru,
        name_uk=zone.name_uk,
        oblast=zone.oblast,
        side=str(zone.side),
        kind=zone.kind,
        extent=zone.extent,
        on_map=zone.geometry is not None,
        area_km2=area_km2,
        state=NO_REPORT if state is None else state.kind.value,
        scope="" if state is None else state.strictest.scope.value,
        conflicting=state is not None and state.conflicting,
        orders=() if state is None else tuple(_order(case, word) for word in state.words),
        overlaps=found,
        nearest=nearest_claimed_area([one for one in found if one.ground not in _of_defenders(case)]),
        lead=lead,
        band_since=since,
        places=places,
    )


def _of_defenders(case: Case) -> set[str]:
    """The tracks of ground that is not the advancing side's: a zone behind it is not the nearer to the advance."""
    return {track.id for track in case.fronts if track.holder != case.settings.advancing.casefold()}


def _order(case: Case, word: EvacuationOrder) -> OrderRow:
    return OrderRow(
        kind=word.kind.value,
        scope=word.scope.value,
        scope_note=word.scope_note,
        settlements=word.settlements,
        start=word.about_date,
        end=word.end_date,
        cited=cite(case, word),
    )
