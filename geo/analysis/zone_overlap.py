"""Measure a zone's share in claimed areas, its distance from them, and its order's lead over the first claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import shapely

from geo.analysis.citations import Cited, cite
from geo.analysis.containment import ClaimedArea
from geo.analysis.reconstruction import Reconstruction
from geo.geometry.crs import MetricCRS
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.evacuation import EvacuationOrder, EvacuationZone, OrderKind
from geo.model.labels import format_day_count
from geo.model.places import HELD, ControlEvent, Settlement

#: Words that move people, the most binding first; a denial or a lifted order never counts as one.
MOVING = (OrderKind.MANDATORY, OrderKind.VOLUNTARY, OrderKind.IN_PROGRESS, OrderKind.ADVICE)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a zone lies in a ground: `share` of the zone's area, 0 to 1, and that area in km².

    `distance_km` is from the zone's nearest edge to the ground's, 0 where they overlap or touch.
    """

    ground: str
    label: str
    share: float
    area_km2: float
    distance_km: float

    @property
    def words(self) -> str:
        """How much of the zone, or how far from it.

        >>> Overlap("g", "band", 0.0004, 0.3, 0.0).words, Overlap("g", "band", 0, 0, 3.94).words
        ('under 1% of it', '3.9 km away')
        """
        if self.share == 0:
            return f"{self.distance_km:.1f} km away"
        return f"{self.share:.0%} of it" if self.share >= 0.005 else "under 1% of it"


@dataclass(frozen=True, slots=True)
class LeadTime:
    """How many days lie between the first order about a zone and the first claim inside it.

    `days` is positive where the order came first (ahead of the advance), negative where the claim did (behind it), None
    where one of the two is missing. `order` is the first mandatory one, else the first word of the next weaker kind.
    """

    order: Cited | None
    first_claim: Cited | None
    place: str
    days: int | None

    @property
    def certain(self) -> bool:
        """Whether both days were on the pages; else the days between may be off by as much as those are."""
        return not any(one is not None and one.day_note for one in (self.order, self.first_claim))

    @property
    def reading(self) -> str:
        """The lead in words."""
        if self.days is None:
            return "no order" if self.order is None else "no claim inside it by this day"
        doubt = "" if self.certain else " (a day inferred)"
        if self.days == 0:
            return f"on the day of the first claim inside{doubt}"
        days = format_day_count(abs(self.days))
        return f"{days} {'ahead of' if self.days > 0 else 'behind'} the first claim inside{doubt}"


def overlaps(zone: EvacuationZone, grounds: Iterable[ClaimedArea], metric: MetricCRS) -> tuple[Overlap, ...]:
    """Lay a zone over grounds; none for a zone without an extent.

    Areas are taken in the case's equal-area CRS; shares lie in 0..1.
    """
    if zone.geometry is None or zone.geometry.is_empty:
        return ()
    zone_m = metric.to_metric(zone.geometry)
    found = []
    for ground in grounds:
        ground_m = metric.to_metric(metric.near_part(ground.geometry))
        common_m2 = float(shapely.intersection(zone_m, ground_m).area)
        share = min(1.0, max(0.0, common_m2 / zone_m.area))
        distance_km = float(shapely.distance(zone_m, ground_m)) / 1e3 if not ground_m.is_empty else float("inf")
        found.append(
            Overlap(ground.id, ground.label, round(share, 4), round(common_m2 / 1e6, 2), round(distance_km, 2))
        )
    return tuple(found)


def nearest_claimed_area(found: Sequence[Overlap]) -> Overlap | None:
    """Return the claimed ground that is nearest to the zone; of several at one distance the one that covers most."""
    return min(found, key=lambda overlap: (overlap.distance_km, -overlap.share), default=None)


def lead_times(case: Case, places: Mapping[str, Iterable[str]], as_of: AsOf) -> dict[str, LeadTime]:
    """Compare the first order about each zone with the first word that puts troops at a place in it, by zone id.

    Parameters
    ----------
    places : mapping of zone id to settlement ids
        Of `places_by_zone`.
    """
    orders: dict[str, list[EvacuationOrder]] = defaultdict(list)
    for order in case.orders:
        orders[order.zone].append(order)
    first_words: dict[str, ControlEvent] = {}
    for event in records_as_of(case.control_events, as_of):
        if event.status in HELD:
            first_words.setdefault(event.settlement, event)
    found = {}
    for zone in case.zones:
        words = [first_words[ident] for ident in places[zone] if ident in first_words]
        first = min(words, key=lambda event: (event.about_date, event.known_date, event.id), default=None)
        found[zone] = _lead_time(case, first_order(orders[zone], as_of), first)
    return found


def _lead_time(case: Case, order: EvacuationOrder | None, first: ControlEvent | None) -> LeadTime:
    return LeadTime(
        order=None if order is None else cite(case, order),
        first_claim=None if first is None else cite(case, first),
        place="" if first is None else case.settlements[first.settlement].name_en,
        days=None if order is None or first is None else (first.about_date - order.about_date).days,
    )


def first_order(orders: Iterable[EvacuationOrder], as_of: AsOf) -> EvacuationOrder | None:
    """Return the first word of the most binding kind there is, as of day `on`, known on day `known`."""
    seen = records_as_of(orders, as_of)
    for kind in MOVING:
        of_kind = [order for order in seen if order.kind is kind]
        if of_kind:
            return of_kind[0]
    return None


def first_band(drawn: Iterable[Reconstruction], zone: EvacuationZone, as_of: AsOf) -> Reconstruction | None:
    """Return the first advance whose outer band reaches into a zone: a claim that allows ground there to be held."""
    if zone.geometry is None:
        return None
    into = [item for item in records_as_of(drawn, as_of) if item.outer is not None and item.is_in_effect(as_of.known)]
    return next((item for item in into if item.outer is not None and item.outer.intersects(zone.geometry)), None)


def lies_in(place: Settlement, zone: EvacuationZone) -> bool:
    """Whether a place lies in a zone: by the district it is listed under, else by its point.

    >>> from geo.model.claims import Side
    >>> zone = EvacuationZone("z", "Sudzhansky district", "", "", "Kursk", Side.RUSSIA, "district", "unknown", "s", "l",
    ...                       None)
    >>> lies_in(Settlement(id="p", name_en="Sudzha", district="Sudzhansky", oblast="Kursk"), zone)
    True
    """
    if place.district and zone.kind == "district":
        return zone.oblast == place.oblast and zone.name_en.removesuffix(" district") == place.district
    if zone.geometry is None or place.lon is None or place.lat is None:
        return False
    return bool(zone.geometry.covers(shapely.Point(place.lon, place.lat)))


def places_by_zone(case: Case) -> dict[str, tuple[str, ...]]:
    """List the places that lie in every zone (`lies_in`), by zone id, in the order of the case."""
    places = list(case.settlements.values())
    listed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        if place.district:
            listed[place.district, place.oblast].append(number)
    at = {number: (p.lon, p.lat) for number, p in enumerate(places) if p.lon is not None and p.lat is not None}
    placed, tree = list(at), shapely.STRtree([shapely.Point(*lonlat) for lonlat in at.values()])
    found = {}
    for zone in case.zones.values():
        near = set() if zone.geometry is None else {placed[index] for index in tree.query(zone.geometry)}
        if zone.kind == "district":
            near.update(listed[zone.name_en.removesuffix(" district"), zone.oblast])
        found[zone.id] = tuple(places[number].id for number in sorted(near) if lies_in(places[number], zone))
    return found
