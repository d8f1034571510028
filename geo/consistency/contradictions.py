"""Find statements about one place or one evacuation zone that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from geo.consistency.statements import DayInView, and_join, stands_beside
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Reported
from geo.model.evacuation import EvacuationOrder, OrderKind, OrderScope, zones_on
from geo.model.labels import ORDER_LABELS, STATUS_LABELS, format_date
from geo.model.places import HELD, ControlEvent, Status


def contradicted_places(view: DayInView) -> list[Verdict]:
    """Find places that one claimant's newest word holds and another's denies or gives up, one of them about this day.

    Held and denied of one day contradict each other; held and lost do not, as a place may change hands within a day.
    """
    found = []
    for state in view.places.values():
        near = [word for word in state.words if _near(word, view)]
        held = [word for word in near if word.status in HELD]
        against = [word for word in near if word.status in (Status.DENIED, Status.LOST)]
        if held and against and any(word.about_date == view.as_of.on for word in near):
            found.append(_place(held, against, view))
    return found


def _near(word: Reported, view: DayInView) -> bool:
    """Whether a word stands beside the day."""
    return stands_beside(word, view.as_of.on, view.case.settings.ages)


def _place(held: Sequence[ControlEvent], against: Sequence[ControlEvent], view: DayInView) -> Verdict:
    words = [*held, *against]
    days = tuple(sorted({word.about_date for word in words}))
    place = view.case.settlements.get(words[0].settlement)
    name = place.name_en if place else words[0].settlement
    listed = and_join([f"{STATUS_LABELS[w.status]} ({_by(w)})" for w in words])
    ids = tuple(word.id for word in words)
    denied = any(word.status is Status.DENIED for word in against)
    if len(days) == 1 and denied and any(word.status is Status.CLAIMED for word in held):
        reason, assumption = f"{name} can't be both: {listed}.", "They speak of the same hour, and of the whole place."
        return Verdict(VerdictKind.INCONSISTENT, "place-contradicted", reason, assumption, {}, ids, days)
    within = " within the day" if len(days) == 1 else ""
    assumption = f"Only if the place changed hands{within}, or troops were there without holding it."
    rule, reason = "place-contradicted", f"{name}: {listed}."
    return Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, {}, ids, days, hypothesis="changed-hands")


def _by(word: Reported) -> str:
    return f"{word.claimant}, {format_date(word.about_date, year=False)}"


def contradicted_orders(view: DayInView) -> list[Verdict]:
    """Find zones that one claimant orders to be left while another knows of no order, one of them about this day."""
    found = []
    for state in zones_on(view.case.orders, view.as_of).values():
        near = [word for word in state.words if _near(word, view)]
        kinds = {word.kind for word in near}
        if kinds >= {OrderKind.NO_ORDER, OrderKind.MANDATORY} and any(
            word.about_date == view.as_of.on for word in near
        ):
            opposed = [word for word in near if word.kind in (OrderKind.NO_ORDER, OrderKind.MANDATORY)]
            if len({word.claimant for word in opposed}) > 1:
                found.append(_zone(opposed, view))
    return found


def _zone(words: Sequence[EvacuationOrder], view: DayInView) -> Verdict:
    zone = view.case.zones.get(words[0].zone)
    name = zone.name_en if zone else words[0].zone
    listed = and_join(
        [f"{ORDER_LABELS[w.kind]}{' for a part' if w.scope is OrderScope.PART else ''} ({_by(w)})" for w in words]
    )
    assumption = "Only if the order came after the denial, or covers a part that the denial leaves out."
    days = tuple(sorted({word.about_date for word in words}))
    ids = tuple(word.id for word in words)
    return Verdict(VerdictKind.ONLY_IF, "order-contradicted", f"{name}: {listed}.", assumption, {}, ids, days)
