"""Check figures of people against each other: plans, those moved, casualties, parts and wholes."""

from __future__ import annotations

from collections.abc import Sequence

from geo.analysis.value_range import allowed
from geo.consistency.statements import (
    NOUNS,
    DayInView,
    StatementGroup,
    and_join,
    days_of_statements,
    grouped,
    ids_of,
    scope,
)
from geo.consistency.verdict import ClaimError, Verdict, VerdictKind
from geo.model.claims import Claim, Kind, Metric, Modality
from geo.model.labels import format_date, format_day_count, format_value, in_brackets

#: Totals that only grow, as long as nobody revises them.
GROWING = (Metric.PEOPLE_MOVED, Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED)


def total_or_additional(view: DayInView) -> list[ClaimError]:
    """Find a plan's total that is printed as an increment: 180,000 in all, not 180,000 more.

    Where one statement, or one day and place, holds the plan in all and those already moved, an increment must be
    what is left between them. One that equals the total itself is the total, misread.
    """
    found = []
    totals = grouped(_of_day(view, Metric.PEOPLE_PLANNED), _scope_of)
    gone = grouped(_of_day(view, Metric.PEOPLE_MOVED), _scope_of)
    for more in _of_day(view, Metric.PEOPLE_PLANNED, Kind.ADDITIONAL):
        for total in totals.get(_scope_of(more), ()):
            for moved in gone.get(_scope_of(more), ()):
                if _one_office(more, total, moved):
                    found += [_check_increment(more, total, moved)]
    return found


def _scope_of(statement: StatementGroup) -> str:
    return scope(statement.lead)


def _one_office(*statements: StatementGroup) -> bool:
    """Whether figures come from one root, or from one claimant's mouth."""
    return (
        len({v.lead.root or v.lead.claimant for v in statements}) == 1
        or len({v.lead.claimant for v in statements}) == 1
    )


def _check_increment(more: StatementGroup, total: StatementGroup, moved: StatementGroup) -> ClaimError:
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
    low, high = moved.allowed.low + more.allowed.low, moved.allowed.high + more.allowed.high
    if low <= total.allowed.high and total.allowed.low <= high:
        reason = f"{said}, which suits {total.said}."
        return ClaimError(Verdict(VerdictKind.CONSISTENT, rule, reason, "Nobody is counted twice.", numbers, ids, days))
    if more.allowed.meets(total.allowed):
        reason = f"{said}, but {total.said} is the plan in all, those already moved included."
        mistake = f"the total of {total.lead.value:,.0f} was printed as so many more"
        assumption = "Both figures go back to one statement about the same people, as the ledger has it."
        return ClaimError(
            Verdict(VerdictKind.LIKELY_ERROR, rule, reason, assumption, numbers, ids, days, mistake), more.ids
        )
    reason = f"{said}, not the {total.lead.value:,.0f} of {total.by}."
    assumption = "Only if the plan and the increment speak of different districts."
    return ClaimError(Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days))


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
    if moved.allowed.low <= plan.allowed.high:
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


def moved_and_remaining(view: DayInView) -> list[Verdict]:
    """Hold people moved and people still there against the population of the same place, by one claimant's word."""
    found = []
    remaining = grouped(_of_day(view, Metric.PEOPLE_PRESENT, Kind.REMAINING), _mouth_and_scope)
    gone = grouped(_of_day(view, Metric.PEOPLE_MOVED), _mouth_and_scope)
    for whole in _of_day(view, Metric.PEOPLE_PRESENT, Kind.POPULATION):
        for left in remaining.get(_mouth_and_scope(whole), ()):
            found += [_check_remaining(whole, left, moved) for moved in gone.get(_mouth_and_scope(whole), ())]
    return found


def _mouth_and_scope(statement: StatementGroup) -> tuple[str, str]:
    return statement.lead.claimant, scope(statement.lead)


def _check_remaining(whole: StatementGroup, left: StatementGroup, moved: StatementGroup) -> Verdict:
    statements = [moved, left, whole]
    summed = moved.lead.value + left.lead.value
    numbers = {
        "people_moved": moved.lead.value,
        "people_remaining": left.lead.value,
        "people_population": whole.lead.value,
    }
    low, high = moved.allowed.low + left.allowed.low, moved.allowed.high + left.allowed.high
    suits = low <= whole.allowed.high and whole.allowed.low <= high
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
        if claim.metric in GROWING and claim.kind is Kind.TOTAL and claim.about_date < view.as_of.on
    )
    totals = grouped(before, _running_total)
    for metric in GROWING:
        for now in _of_day(view, metric):
            earlier = [
                claim
                for claim in totals.get(_running_total(now.lead), ())
                if claim.root != (now.lead.root or None)
                and claim.id not in view.faulty
                and allowed(claim).low > now.allowed.high
            ]
            if earlier:
                found.append(
                    _check_fall(
                        now, max(earlier, key=lambda c: (c.claimant == now.lead.claimant, allowed(c).low, c.id))
                    )
                )
    return found


def _running_total(claim: Claim) -> tuple[object, ...]:
    return claim.metric, claim.side, scope(claim)


def _check_fall(now: StatementGroup, before: Claim) -> Verdict:
    own = before.claimant == now.lead.claimant
    days = (now.lead.about_date - before.about_date).days
    earlier = NOUNS[before.metric].format(format_value(before))
    reason = (
        f"{now.said} for {format_date(now.lead.about_date, year=False)} is below {earlier} "
        f"{in_brackets(before.claimant)} for {format_date(before.about_date, year=False)}, {format_day_count(days)} "
        "before, though such a total only grows."
    )
    moved = before.metric is Metric.PEOPLE_MOVED
    hard = own and not moved
    assumption = "Both count everybody since the start, and the earlier figure was not revised."
    if not hard:
        why = "people had returned, or " if moved else ""
        assumption = f"Only if {why}{'the earlier figure was revised' if own else 'the two offices count differently'}."
    numbers = {f"earlier_{before.metric}": before.value, f"later_{before.metric}": now.lead.value}
    kind = VerdictKind.INCONSISTENT if hard else VerdictKind.ONLY_IF
    ids = (before.id, *now.ids)
    return Verdict(kind, "total-falls", reason, assumption, numbers, ids, (before.about_date, now.lead.about_date))


def parts_and_wholes(view: DayInView) -> list[Verdict]:
    """Find a part that is greater than its whole, such as more children wounded than people wounded."""
    found: list[Verdict] = []
    within: list[tuple[StatementGroup, Claim]] = []
    for whole in view.today:
        for part in whole.parts:
            if part.id in view.faulty or part.about_date != whole.lead.about_date:
                continue
            if allowed(part).low > whole.allowed.high:
                words = NOUNS[part.metric].format(format_value(part))
                reason = f"{words} are said to be part of {whole.said}, which is fewer."
                numbers = {f"part_{part.metric}": part.value, f"whole_{whole.lead.metric}": whole.lead.value}
                days = tuple(sorted({part.about_date, whole.lead.about_date}))
                ids = (part.id, *whole.ids)
                found.append(Verdict(VerdictKind.INCONSISTENT, "part-above-whole", reason, "", numbers, ids, days))
            else:
                within.append((whole, part))
    return found + _within(within)


def _within(pairs: Sequence[tuple[StatementGroup, Claim]]) -> list[Verdict]:
    if not pairs:
        return []
    listed = and_join([f"{NOUNS[part.metric].format(format_value(part))} among {whole.said}" for whole, part in pairs])
    ids = tuple(dict.fromkeys(ident for whole, part in pairs for ident in (part.id, *whole.ids)))
    days = tuple(sorted({day for whole, part in pairs for day in (part.about_date, whole.lead.about_date)}))
    return [
        Verdict(VerdictKind.CONSISTENT, "part-above-whole", f"Each part fits its whole: {listed}.", "", {}, ids, days)
    ]


def districts_within_oblast(view: DayInView) -> list[Verdict]:
    """Hold the sum of people moved from an oblast's zones, one figure a zone, against the oblast's total of the day."""
    found = []
    moved = _of_day(view, Metric.PEOPLE_MOVED)
    zoned = [
        (number, zone, statement)
        for number, statement in enumerate(moved)
        if (zone := view.case.zones.get(statement.lead.zone or "")) is not None and zone.oblast
    ]
    by_oblast = grouped(zoned, lambda one: one[1].oblast)
    for whole in (statement for statement in moved if statement.lead.zone is None):
        own = [one for oblast, of_it in by_oblast.items() if str(oblast) in whole.lead.place for one in of_it]
        parts: dict[str, StatementGroup] = {}
        for _, zone, statement in sorted(own, key=lambda one: one[0]):
            kept = parts.get(zone.id)
            parts[zone.id] = statement if kept is None or statement.lead.value < kept.lead.value else kept
        if parts:
            found.append(_check_districts(whole, list(parts.values())))
    return found


def _check_districts(whole: StatementGroup, parts: Sequence[StatementGroup]) -> Verdict:
    summed = sum(statement.lead.value for statement in parts)
    low = sum(statement.allowed.low for statement in parts)
    statements = [*parts, whole]
    named = "1 district" if len(parts) == 1 else f"{len(parts)} districts"
    numbers = {
        "people_moved_districts": summed,
        "people_moved_oblast": whole.lead.value,
        "districts": float(len(parts)),
    }
    above = low > whole.allowed.high
    reason = (
        f"{named} add up to {summed:,.0f} people moved, {'more than' if above else 'within'} the oblast's {whole.said}."
    )
    kind = VerdictKind.CONSISTENT
    assumption = "The districts do not overlap."
    if above:
        one = len({statement.lead.claimant for statement in statements}) == 1
        kind = VerdictKind.INCONSISTENT if one else VerdictKind.ONLY_IF
        assumption = (
            "The districts do not overlap, and all count from one day on."
            if one
            else "Only if the offices count differently, or from another day on."
        )
    return Verdict(
        kind, "districts-within-oblast", reason, assumption, numbers, ids_of(statements), days_of_statements(statements)
    )
