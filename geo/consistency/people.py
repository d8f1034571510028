"""Check figures of people against each other: population, plan, moved and remaining, and totals that only grow."""

from __future__ import annotations

from geo.consistency.links import Link, link
from geo.consistency.readings import reading_of
from geo.consistency.relations import GROWING
from geo.consistency.scopes import Subject
from geo.consistency.statements import (
    DayInView,
    StatementGroup,
    days_of_statements,
    grouped,
    ids_of,
    noun_of,
)
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Claim, DateBasis, Kind, Metric, Modality
from geo.model.labels import KIND_LABELS, format_date, format_day_count, format_value, in_brackets


def total_and_additional(view: DayInView) -> list[Verdict]:
    """Hold a plan in all against those moved and those still to move: together they make it, or districts differ."""
    found = []
    totals = grouped(_of_day(view, Metric.PEOPLE_PLANNED), _scope_of)
    gone = grouped(_of_day(view, Metric.PEOPLE_MOVED), _scope_of)
    for more in _of_day(view, Metric.PEOPLE_PLANNED, Kind.ADDITIONAL):
        for total in totals.get(_scope_of(more), ()):
            beside = [moved for moved in gone.get(_scope_of(more), ()) if _one_office(more, total, moved)]
            found += [_check_increment(more, total, moved) for moved in beside]
    return found


def _scope_of(statement: StatementGroup) -> Subject:
    return statement.scope


def _one_office(*statements: StatementGroup) -> bool:
    """Whether figures come from one root, or from one claimant's mouth, as far as the ledger or their words say."""
    first, *rest = statements
    return all(link(first.lead, other.lead) > Link.NONE for other in rest)


def _check_increment(more: StatementGroup, total: StatementGroup, moved: StatementGroup) -> Verdict:
    statements = [more, total, moved]
    summed = moved.lead.value + more.lead.value
    numbers = {
        "people_moved": moved.lead.value,
        "people_additional": more.lead.value,
        "people_total": total.lead.value,
        "people_moved_plus_additional": summed,
    }
    said = f"{moved.said} and {more.lead.value:,.0f} more ({more.by}) make {summed:,.0f}"
    rule, ids, days = "total-against-additional", ids_of(statements), days_of_statements(statements)
    low, high = moved.loose.low + more.loose.low, moved.loose.high + more.loose.high
    if low <= total.loose.high and total.loose.low <= high:
        reason = f"{said}, which suits {total.said}."
        return Verdict(VerdictKind.CONSISTENT, rule, reason, "Nobody is counted twice.", numbers, ids, days)
    reason = f"{said}, not the {total.lead.value:,.0f} of {total.by}."
    assumption = "Only if the plan and the increment speak of different districts."
    return Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days, hypothesis="other-count")


def increments_within_totals(view: DayInView) -> list[Verdict]:
    """Find an increase that is more than the total of the same thing, by one office."""
    found = []
    totals = grouped((s for s in view.today if s.lead.kind is Kind.TOTAL), lambda s: (s.lead.metric, s.scope))
    for more in (s for s in view.today if s.lead.kind is Kind.ADDITIONAL):
        for total in totals.get((more.lead.metric, more.scope), ()):
            if more.loose.low > total.loose.high and _one_office(more, total):
                reason = f"{more.words}, {KIND_LABELS[more.lead.kind]} ({more.by}), are more than {total.said} in all."
                numbers = {
                    f"additional_{more.lead.metric}": more.lead.value,
                    f"total_{total.lead.metric}": total.lead.value,
                }
                found.append(
                    Verdict(
                        VerdictKind.INCONSISTENT,
                        "increase-above-total",
                        reason,
                        "Both are about the same thing, and the total counts the increase.",
                        numbers,
                        ids_of([more, total]),
                        days_of_statements([more, total]),
                    )
                )
    return found


def _of_day(view: DayInView, metric: Metric, kind: Kind = Kind.TOTAL) -> list[StatementGroup]:
    return [statement for statement in view.pick(metric, kind) if statement.age_days == 0]


def moved_within_plan(view: DayInView) -> list[Verdict]:
    """Hold people moved against the plan in all for the same place: no more can be moved than were to move.

    The plan may be of the day before; then the reason says so.
    """
    found = []
    plans = grouped(view.pick(Metric.PEOPLE_PLANNED), _scope_of)
    for moved in _of_day(view, Metric.PEOPLE_MOVED):
        found += [_check_plan(moved, plan) for plan in plans.get(_scope_of(moved), ())]
    return found


def _check_plan(moved: StatementGroup, plan: StatementGroup) -> Verdict:
    statements, rule = [moved, plan], "moved-within-plan"
    numbers = {"people_moved": moved.lead.value, "people_planned": plan.lead.value}
    ids, days = ids_of(statements), days_of_statements(statements)
    if moved.loose.low <= plan.loose.high:
        most = "at most " if moved.lead.modality is Modality.AT_LEAST else ""
        reason = f"{moved.said} of {plan.said} leaves {most}{max(0.0, plan.lead.value - moved.lead.value):,.0f} to go."
        if moved.lead.value > plan.lead.value:
            reason = f"{moved.said} and {plan.said} are the same within their rounding."
        return Verdict(VerdictKind.CONSISTENT, rule, reason, "The plan counts those already moved.", numbers, ids, days)
    reason = f"{moved.said} is more than {plan.said}."
    if _one_office(moved, plan) and len(days) == 1:
        assumption = "Both speak of the same people, and the plan counts those already moved."
        return Verdict(VerdictKind.INCONSISTENT, rule, reason, assumption, numbers, ids, days)
    assumption = "Only if the plan leaves out people who had left before, or by themselves, or was widened since."
    return Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days)


#: So many times its inhabitants may be moved from a place, visitors and neighbours included.
CROWD = 1.2
#: A total of people moved may fall by this factor as people return.
RETURNED = 1.3
#: What may not be above the population: metric, kind, what it would mean, hypothesis.
_WITHIN_POPULATION = (
    (Metric.PEOPLE_PLANNED, Kind.TOTAL, "the plan covers a wider area than those counted", "wider-plan"),
    (Metric.PEOPLE_MOVED, Kind.TOTAL, "people of a wider area, or visitors, were moved", "other-count"),
    (Metric.PEOPLE_PRESENT, Kind.REMAINING, "they count different people", "other-count"),
)


def within_population(view: DayInView) -> list[Verdict]:
    """Hold plan, moved and remaining against how many live there, by the newest word of the last days."""
    found = []
    whole = [s for s in view.pick(Metric.PEOPLE_PRESENT, Kind.POPULATION) if s.age_days == 0]
    whole = whole or [
        s
        for s in (*view.statements, *view.older)
        if s.lead.metric is Metric.PEOPLE_PRESENT and s.lead.kind is Kind.POPULATION
    ]
    populations = grouped(whole, _scope_of)
    for metric, kind, why, hypothesis in _WITHIN_POPULATION:
        for some in _of_day(view, metric, kind):
            less = [all_ for all_ in populations.get(_scope_of(some), ()) if some.loose.low > all_.loose.high]
            found += [_above_population(some, all_, why, hypothesis) for all_ in less]
    return found


def _above_population(some: StatementGroup, all_: StatementGroup, why: str, hypothesis: str) -> Verdict:
    reason = f"{some.said} is more than the population of {format_value(all_.lead)} {in_brackets(all_.by)}."
    numbers = {f"{some.lead.metric}": some.lead.value, "people_population": all_.lead.value}
    ids, days = ids_of([some, all_]), days_of_statements([some, all_])
    rule = "within-population"
    if some.lead.kind is Kind.REMAINING and some.lead.claimant == all_.lead.claimant and len(days) == 1:
        assumption = "Both speak of the same place and of those who live there."
        return Verdict(VerdictKind.INCONSISTENT, rule, reason, assumption, numbers, ids, days)
    own = some.lead.claimant == all_.lead.claimant and len(days) == 1
    if own and some.lead.metric is Metric.PEOPLE_MOVED and some.loose.low > CROWD * all_.loose.high:
        assumption = "Both speak of the same place; visitors and neighbours were never that many."
        return Verdict(VerdictKind.INCONSISTENT, rule, reason, assumption, numbers, ids, days)
    kind = VerdictKind.ONLY_IF
    return Verdict(kind, rule, reason, f"Only if {why}.", numbers, ids, days, hypothesis=hypothesis)


def moved_and_remaining(view: DayInView) -> list[Verdict]:
    """Hold people moved and people still there against the population of the same place, by one claimant's word."""
    found = []
    remaining = grouped(_of_day(view, Metric.PEOPLE_PRESENT, Kind.REMAINING), _mouth_and_scope)
    gone = grouped(_of_day(view, Metric.PEOPLE_MOVED), _mouth_and_scope)
    for whole in _of_day(view, Metric.PEOPLE_PRESENT, Kind.POPULATION):
        for left in remaining.get(_mouth_and_scope(whole), ()):
            found += [_check_remaining(whole, left, moved) for moved in gone.get(_mouth_and_scope(whole), ())]
    return found


def _mouth_and_scope(statement: StatementGroup) -> tuple[str, Subject]:
    return statement.lead.claimant, statement.scope


def _check_remaining(whole: StatementGroup, left: StatementGroup, moved: StatementGroup) -> Verdict:
    statements = [moved, left, whole]
    summed = moved.lead.value + left.lead.value
    numbers = {
        "people_moved": moved.lead.value,
        "people_remaining": left.lead.value,
        "people_population": whole.lead.value,
    }
    low, high = moved.loose.low + left.loose.low, moved.loose.high + left.loose.high
    suits = low <= whole.loose.high and whole.loose.low <= high
    said = f"{moved.words} and {format_value(left.lead)} still there make {summed:,.0f}"
    near = "close to" if suits else "not"
    reason = f"{said}, {near} the population of {format_value(whole.lead)} {in_brackets(whole.by)}."
    kind = VerdictKind.CONSISTENT if suits else VerdictKind.ONLY_IF
    assumption = (
        "Those moved lived there." if suits else "Only if those moved are not all residents, or some have returned."
    )
    return Verdict(
        kind, "moved-and-remaining", reason, assumption, numbers, ids_of(statements), days_of_statements(statements)
    )


def decreasing_total_verdicts(view: DayInView) -> list[Verdict]:
    """Find a running total of the day below an earlier one of the same side and place: such totals only grow."""
    found = []
    before = (
        claim
        for claim in view.seen
        if claim.metric in GROWING
        and claim.kind is Kind.TOTAL
        and claim.about_date < view.as_of.on
        and claim.about_basis is not DateBasis.PLACEHOLDER
    )
    totals = grouped(before, lambda claim: (claim.metric, claim.side, view.scopes.of(claim)))
    for metric in GROWING:
        for now in _of_day(view, metric):
            earlier = [
                claim
                for claim in totals.get((metric, now.lead.side, now.scope), ())
                if claim.root != (now.lead.root or None)
                and claim.id not in view.faulty
                and reading_of(claim).low > now.loose.high
            ]
            if earlier:
                found.append(
                    _check_fall(
                        now, max(earlier, key=lambda c: (c.claimant == now.lead.claimant, reading_of(c).low, c.id))
                    )
                )
    return found


def _check_fall(now: StatementGroup, before: Claim) -> Verdict:
    own = before.claimant == now.lead.claimant
    days = (now.lead.about_date - before.about_date).days
    earlier = noun_of(before)
    reason = (
        f"{now.said} for {format_date(now.lead.about_date, year=False)} is below {earlier} "
        f"{in_brackets(before.claimant)} for {format_date(before.about_date, year=False)}, {format_day_count(days)} "
        "before, though such a total only grows."
    )
    moved = before.metric is Metric.PEOPLE_MOVED
    hard = own and (not moved or reading_of(before).low > RETURNED * now.loose.high)
    assumption = "Both count everybody since the start, both days are right, and the earlier figure was not revised."
    if not hard:
        why = "people had returned, or " if moved else ""
        assumption = f"Only if {why}{'the earlier figure was revised' if own else 'the two offices count differently'}."
    numbers = {f"earlier_{before.metric}": before.value, f"later_{before.metric}": now.lead.value}
    kind = VerdictKind.INCONSISTENT if hard else VerdictKind.ONLY_IF
    ids = (before.id, *now.ids)
    days_said = (before.about_date, now.lead.about_date)
    hypothesis = "" if hard else "other-count"
    return Verdict(kind, "total-falls", reason, assumption, numbers, ids, days_said, hypothesis=hypothesis)
