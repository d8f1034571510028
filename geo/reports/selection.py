"""Collect the records behind one selected thing: a claim, a body, an advance, a place, a zone or a mapper's front."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_evidence import BodyOwner, speakers
from geo.analysis.body_shapes import DrawnShapes
from geo.analysis.body_words import body_label
from geo.analysis.provenance import revisions
from geo.errors import SelectionError
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim, Placement
from geo.model.evacuation import EvacuationOrder, EvacuationZone
from geo.model.fronts import FrontOn, FrontTrack, front_on
from geo.model.labels import format_value, front_label
from geo.model.places import ControlEvent, Settlement

T = TypeVar("T", Claim, BodyOwner, Placement, Settlement, EvacuationZone, FrontTrack)

#: The title of a selection that can't be seen at the two dates.
UNSEEN = "Not claimed, or not known, by this day"

KINDS = ("claim", "body", "advance", "settlement", "zone", "front")


@dataclass(frozen=True, slots=True)
class Selection:
    """A selected thing and the records about it that were known, newest first.

    `subject` is the thing itself: a Claim, a Body, a Placement, a Settlement, an EvacuationZone, or what a mapper's
    track knows of the day. It is None, and the title says no more, while what was claimed is about a later day or was
    not known yet.
    """

    kind: str
    title: str
    subject: Claim | Body | Placement | Settlement | EvacuationZone | FrontOn | None
    claims: tuple[Claim, ...] = ()
    events: tuple[ControlEvent, ...] = ()
    orders: tuple[EvacuationOrder, ...] = ()


def select(case: Case, name: str, as_of: AsOf) -> Selection:
    """Find what `name` (``kind:id``, e.g. ``settlement:sudzha``) selects, as of day `on`, known on day `known`.

    Raises
    ------
    SelectionError
        When the name has no such form, or names nothing in this case.
    """
    kind, _, ident = name.partition(":")
    finders = {
        "claim": _claim,
        "body": _body,
        "advance": _advance,
        "settlement": _settlement,
        "zone": _zone,
        "front": _front,
    }
    if kind not in finders or not ident:
        raise SelectionError(f"selection is {name!r}; it must be one of {', '.join(KINDS)}, a colon and an id")
    return finders[kind](case, ident, as_of)


def _claim(case: Case, ident: str, as_of: AsOf) -> Selection:
    claim = _find(case.claims, ident, "claim")
    if not records_as_of([claim], as_of):
        return Selection("claim", UNSEEN, None)
    kin = [
        c
        for c in revisions(case.claims, claim)
        if c.about_date <= as_of.on and (as_of.known is None or c.known_date <= as_of.known)
    ]
    related = _oldest_first({c.id: c for c in (*_same_root(case, [claim], as_of), *kin)}.values())
    return Selection("claim", f"{claim.claimant}: {format_value(claim)}", claim, claims=related)


def _body(case: Case, ident: str, as_of: AsOf) -> Selection:
    speaker = _find(speakers(case), ident, "body")
    body = next((one for one in bodies_on(case, as_of, case.derived(DrawnShapes)) if one.id == ident), None)
    if body is None:
        return Selection("body", f"{speaker.who}: {UNSEEN[0].lower()}{UNSEEN[1:]}", None)
    claims = records_as_of([claim for claim in case.claims if claim.id in body.ids], as_of)
    events = records_as_of([event for event in case.control_events if event.id in body.ids], as_of)
    return Selection("body", body_label(body), body, tuple(claims), tuple(reversed(events)))


def _advance(case: Case, ident: str, as_of: AsOf) -> Selection:
    placement = _find(case.placements, ident, "advance")
    ids = {placement.depth_claim, placement.width_claim}
    drawn = [claim for claim in case.claims if claim.id in ids]
    if len(records_as_of(drawn, as_of)) < len(drawn):
        return Selection("advance", UNSEEN, None)
    title = "Claimed advance: " + " × ".join(format_value(claim) for claim in drawn)
    return Selection("advance", title, placement, claims=_same_root(case, drawn, as_of))


def _settlement(case: Case, ident: str, as_of: AsOf) -> Selection:
    place = _find(case.settlements.values(), ident, "settlement")
    events = [event for event in records_as_of(case.control_events, as_of) if event.settlement == ident]
    return Selection("settlement", place.name_en, place, events=tuple(reversed(events)))


def _zone(case: Case, ident: str, as_of: AsOf) -> Selection:
    zone = _find(case.zones.values(), ident, "zone")
    orders = [order for order in records_as_of(case.orders, as_of) if order.zone == ident]
    claims = [claim for claim in records_as_of(case.claims, as_of) if claim.zone == ident]
    return Selection("zone", zone.name_en, zone, tuple(reversed(claims)), orders=tuple(reversed(orders)))


def _front(case: Case, ident: str, as_of: AsOf) -> Selection:
    track = _find(case.fronts, ident, "front")
    return Selection(
        "front",
        f"{track.mapper}: {front_label(track.status, track.holder)}",
        front_on(track, as_of, case.settings.ages),
    )


def _find(things: Iterable[T], ident: str, kind: str) -> T:
    for thing in things:
        if thing.id == ident:
            return thing
    raise SelectionError(f"{kind} {ident!r} is not in this case")


def _oldest_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda c: (c.about_date, c.known_date, c.id)))


def _same_root(case: Case, claims: Sequence[Claim], as_of: AsOf) -> tuple[Claim, ...]:
    """Take the claims and whatever repeats the same statement on the same metrics, oldest first."""
    roots = {(claim.root, claim.metric) for claim in claims if claim.root}
    ids = {claim.id for claim in claims}
    return tuple(c for c in records_as_of(case.claims, as_of) if c.id in ids or (c.root, c.metric) in roots)
