"""Check counts of settlements against each other and against the places that are named."""

from __future__ import annotations

import re

from geo.consistency.agreement import agreement
from geo.consistency.depths import SideWords
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements, grouped, ids_of
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Kind, Metric
from geo.model.labels import format_date
from geo.model.places import ControlEvent, Status

#: Words of the ledger that say a count is of places where troops are, not of places held.
_PRESENCE = re.compile(r"\b(operating in|in or near|traced? forces|present in)\b", re.IGNORECASE)


def counts_presence(statement: StatementGroup) -> bool:
    """Whether some record of a count says that it counts places with troops in or near, not places held."""
    return any(_PRESENCE.search(f"{claim.summary} {claim.note}") for claim in statement.claims)


def settlement_counts(view: DayInView) -> list[Verdict]:
    """Hold counts of held places against each other, and say which counts are of something else."""
    presence = [v for v in view.pick(Metric.SETTLEMENTS) if counts_presence(v)]
    held = view.without(ident for statement in presence for ident in statement.ids)
    return [*agreement(held, Metric.SETTLEMENTS), *_presence(view, presence)]


def _presence(view: DayInView, presence: list[StatementGroup]) -> list[Verdict]:
    held = [v for v in view.pick(Metric.SETTLEMENTS) if v not in presence]
    if not presence or not held or not any(v.age_days == 0 for v in presence):
        return []
    reason = (
        f"Settlements: {and_join([v.value_said for v in presence])} counts places with troops in or near them; "
        f"{and_join([v.value_said for v in held])}: places held. Neither confirms nor breaks the other."
    )
    assumption = "The ledger's note on what is counted is right."
    statements = [*presence, *held]
    return [
        Verdict(
            VerdictKind.NOT_COMPARABLE,
            "count-of-presence",
            reason,
            assumption,
            {},
            ids_of(statements),
            days_of_statements(statements),
        )
    ]


def count_below_named(view: DayInView) -> list[Verdict]:
    """Hold each total count of the day against the number of settlements that the same side names as held."""
    found = []
    side_words = SideWords(view)
    for count in view.pick(Metric.SETTLEMENTS):
        if count.age_days:
            continue
        if count.scope.part:
            continue
        words = side_words.in_scope(count)
        named = [word for word in words if word.status is Status.CLAIMED and _is_settlement(word, view)]
        if named:
            found.append(_check_named(count, named, view))
    return found + _retaken_below_named(view)


def _is_settlement(word: ControlEvent, view: DayInView) -> bool:
    return view.case.settlements[word.settlement].kind == "settlement"


def _check_named(count: StatementGroup, named: list[ControlEvent], view: DayInView) -> Verdict:
    own = [word for word in named if word.claimant == count.lead.claimant]
    ids = (*count.ids, *(word.id for word in named))
    days = tuple(sorted({*days_of_statements([count]), *(word.about_date for word in named)}))
    since = f", the first on {format_date(days[0], year=False)}" if days[0] < view.as_of.on else ""
    numbers = {"settlements": count.lead.value, "named": float(len(named)), "named_by_claimant": float(len(own))}
    places = "1 place" if len(named) == 1 else f"{len(named)} places"
    if len(named) <= count.loose.high:
        reason = f"{count.said} is no fewer than the {places} named as held by {count.own_side}{since}."
        return Verdict(
            VerdictKind.CONSISTENT,
            "count-below-named",
            reason,
            "No named place was lost again unsaid.",
            numbers,
            ids,
            days,
        )
    reason = f"{count.said} is fewer than the {places} named as held by {count.own_side}{since}."
    fresh = [word for word in own if (view.as_of.on - word.about_date).days <= view.case.settings.ages.fades]
    if len(fresh) > count.loose.high:
        assumption = "No named place was lost again before the count, and each is one settlement."
        return Verdict(VerdictKind.INCONSISTENT, "count-below-named", reason, assumption, numbers, ids, days)
    assumption = "Only if some of these places were lost again before the count, or are not counted as settlements."
    return Verdict(
        VerdictKind.ONLY_IF, "count-below-named", reason, assumption, numbers, ids, days, hypothesis="changed-hands"
    )


def _retaken_below_named(view: DayInView) -> list[Verdict]:
    """Hold a count of retaken places against those that the same claimant names for the same day."""
    found = []
    lost = (event for event in view.case.control_events if event.status is Status.LOST)
    lost_by = grouped(lost, lambda event: (event.claimant, event.about_date))
    for count in view.pick(Metric.SETTLEMENTS, Kind.RETAKEN):
        named = {
            event.settlement: event
            for event in lost_by.get((count.lead.claimant, count.lead.about_date), ())
            if (view.as_of.known is None or event.known_date <= view.as_of.known)
        }
        if count.age_days or not named:
            continue
        short = len(named) > count.loose.high
        fewer = "fewer than" if short else "no fewer than"
        reason = f"{count.said}, retaken, is {fewer} the {len(named)} that {count.lead.claimant} names for that day."
        numbers = {"settlements": count.lead.value, "named": float(len(named))}
        ids = (*count.ids, *(event.id for event in named.values()))
        kind = VerdictKind.ONLY_IF if short else VerdictKind.CONSISTENT
        assumption = "Only if the count leaves out some of those named." if short else "Each name is one settlement."
        found.append(Verdict(kind, "count-below-named", reason, assumption, numbers, ids, days_of_statements([count])))
    return found
