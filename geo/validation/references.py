"""Check references, dates and places across the files of a case."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from geo.analysis.provenance import independent_roots
from geo.model.case import CaseSettings
from geo.model.claims import Claim, Metric, Placement, Record, Reported, Statement
from geo.model.evacuation import EvacuationOrder
from geo.model.faults import Fault, Problem
from geo.model.places import ControlEvent, Settlement

_Row = TypeVar("_Row", bound=Record)
Rows = tuple[tuple[int, _Row], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What other files hold, for references to be looked up in."""

    settings: CaseSettings
    sources: Collection[str] = ()
    zones: Collection[str] = ()
    settlements: Mapping[str, Settlement] = field(default_factory=dict)
    claims: Mapping[str, Claim] | None = None
    #: The claims that may back a claim's figure, those of its subject among them (`provenance.subject_of`).
    beside: Callable[[Claim], Iterable[Claim]] = field(default=lambda _: ())


def keep(rows: Rows[_Row], file: str, problems: Callable[[_Row], Iterable[Problem]]) -> tuple[Rows[_Row], list[Fault]]:
    """Split rows into kept rows and faults; the second row of one id is rejected too."""
    kept: list[tuple[int, _Row]] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for number, record in rows:
        name = str(getattr(record, "id", f"row {number}"))
        found = list(problems(record))
        if name in seen:
            found.append(("id", name, f"stands in row {seen[name]} already; an id is used once"))
        faults.extend(Fault(file, number, *problem) for problem in found)
        if not found:
            seen[name] = number
            kept.append((number, record))
    return tuple(kept), faults


def claim_problems(claim: Claim, known: Known) -> Iterable[Problem]:
    """What a claim refers to and does not find, and days outside the case."""
    yield from _days_and_source(claim, known)
    if claim.zone is not None and claim.zone not in known.zones:
        yield "zone", claim.zone, "no such zone in evacuation_zones.geojson"


def part_problems(claim: Claim, known: Known) -> Iterable[Problem]:
    """A part needs the whole it is a part of; checked once the other claims are known."""
    if claim.part_of is not None and claim.part_of not in (known.claims or {}):
        yield "part_of", claim.part_of, "no such claim in claims.csv"


def superseded_problems(claim: Claim, known: Known) -> Iterable[Problem]:
    """A corrected claim needs the claim that took its place; checked once the other claims are known."""
    day = claim.superseded_date
    if day is not None and day > known.settings.ledger_until:
        yield "superseded_date", str(day), f"is after ledger_until in case.toml, {known.settings.ledger_until}"
    if claim.superseded_by is None:
        return
    successor = (known.claims or {}).get(claim.superseded_by)
    if successor is None:
        yield "superseded_by", claim.superseded_by, "no such claim in claims.csv"
    elif successor.id == claim.id:
        yield "superseded_by", claim.superseded_by, "is the claim itself; it must be the one that took its place"
    elif successor.metric is not claim.metric:
        yield "superseded_by", successor.id, f"is a claim of {successor.metric}; it must be one of {claim.metric}"
    elif day is not None and day < successor.known_date:
        yield "superseded_date", str(day), f"is before {successor.id} was known, {successor.known_date}"
    elif _comes_back(claim, known.claims or {}):
        yield "superseded_by", successor.id, f"leads back to {claim.id}; of two claims only one can replace the other"


def _comes_back(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    passed: set[str] = set()
    here = claims.get(claim.superseded_by or "")
    while here is not None and here.id not in passed:
        if here.id == claim.id:
            return True
        passed.add(here.id)
        here = claims.get(here.superseded_by or "")
    return False


def grade_problems(claim: Claim, known: Known) -> Iterable[Problem]:
    """Credibility 1 means confirmed by others: it needs a second independent root, however many outlets repeat it."""
    if claim.credibility != 1:
        return
    roots = independent_roots(claim, [other for other in known.beside(claim) if other.is_in_effect()])
    if len(roots) < 2:
        only = f"its only root is {roots[0]!r}" if claim.root else "its root is not known"
        yield "credibility", "1", f"needs a second independent root; {only}, and outlets that repeat it don't count"


def settlement_problems(place: Settlement, known: Known) -> Iterable[Problem]:
    """A place outside the area of interest; the message names swapped axes where they would explain it."""
    if place.lon is None or place.lat is None:
        return
    area = known.settings.area
    if not area.holds(place.lon, place.lat):
        hint = "; lon and lat seem to be swapped" if area.holds(place.lat, place.lon) else ""
        limits = f"{area.west:g} to {area.east:g} E, {area.south:g} to {area.north:g} N"
        yield "lon", f"{place.lon:g}, {place.lat:g}", f"lies outside the case's area, {limits}{hint}"


def event_problems(event: ControlEvent, known: Known) -> Iterable[Problem]:
    """An event about an unlisted place, or with a day or a source that is not there."""
    yield from _days_and_source(event, known)
    if event.known_date < event.about_date:
        yield "known_date", str(event.known_date), f"is before about_date {event.about_date}"
    if event.settlement not in known.settlements:
        yield "settlement", event.settlement, "no such place in settlements.csv"


def order_problems(order: EvacuationOrder, known: Known) -> Iterable[Problem]:
    """An order about an unlisted zone. It may be known before its first day: orders are announced."""
    yield from _days_and_source(order, known)
    if order.zone not in known.zones:
        yield "zone", order.zone, "no such zone in evacuation_zones.geojson"


def statement_problems(statement: Statement, known: Known) -> Iterable[Problem]:
    """A statement without its source, or outside the case's days."""
    yield from _days_and_source(statement, known)


def placement_problems(placement: Placement, known: Known) -> Iterable[Problem]:
    """A placement of claims that are not there or measure something else, or known before they were."""
    claims = known.claims or {}
    wanted = {"depth_claim": Metric.DEPTH_KM, "width_claim": Metric.WIDTH_KM}
    for name, metric in wanted.items():
        reference = getattr(placement, name)
        if reference is None:
            continue
        claim = claims.get(reference)
        if claim is None:
            yield name, reference, "no such claim in claims.csv"
        elif claim.metric is not metric:
            yield name, reference, f"is a claim of {claim.metric}; it must be one of {metric}"
        elif placement.known_date is not None and placement.known_date < claim.known_date:
            reason = f"is before {claim.id} was known, {claim.known_date}; a placement is not known before its claims"
            yield "known_date", str(placement.known_date), reason
    area = known.settings.area
    if not area.holds(placement.lon, placement.lat):
        yield "lon", f"{placement.lon:g}, {placement.lat:g}", "lies outside the case's area"


def _days_and_source(record: Reported | Statement, known: Known) -> Iterable[Problem]:
    settings = known.settings
    if not settings.first_date <= record.about_date <= settings.last_date:
        reason = f"must lie between {settings.first_date} and {settings.last_date}, the days of the case"
        yield "about_date", str(record.about_date), reason
    if record.known_date > settings.ledger_until:
        reason = f"is after ledger_until in case.toml, {settings.ledger_until}"
        yield "known_date", str(record.known_date), reason
    if record.source not in known.sources:
        yield "source", record.source, "no such source in sources.csv"
