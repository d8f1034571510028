"""Check parts against their wholes: children, districts, parts of an oblast, what was retaken of what was held."""

from __future__ import annotations

from collections.abc import Sequence

from geo.consistency.links import Link, link
from geo.consistency.readings import reading_of
from geo.consistency.relations_of_ground import most_claimed
from geo.consistency.statements import (
    DayInView,
    StatementGroup,
    and_join,
    days_of_statements,
    grouped,
    ids_of,
    noun_of,
)
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Claim, Kind, Metric
from geo.model.labels import KIND_LABELS, format_date, format_value, in_brackets


def parts_and_wholes(view: DayInView) -> list[Verdict]:
    """Find a part that is greater than its whole, such as more children wounded than people wounded."""
    found: list[Verdict] = []
    within: list[tuple[StatementGroup, Claim]] = []
    for whole in view.today:
        for part in whole.parts:
            if part.id in view.faulty or part.about_date != whole.lead.about_date:
                continue
            if reading_of(part).low > whole.loose.high:
                words = noun_of(part)
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
    listed = and_join([f"{noun_of(part)} among {whole.said}" for whole, part in pairs])
    ids = tuple(dict.fromkeys(ident for whole, part in pairs for ident in (part.id, *whole.ids)))
    days = tuple(sorted({day for whole, part in pairs for day in (part.about_date, whole.lead.about_date)}))
    return [
        Verdict(VerdictKind.CONSISTENT, "part-above-whole", f"Each part fits its whole: {listed}.", "", {}, ids, days)
    ]


def parts_by_scope(view: DayInView) -> list[Verdict]:
    """Find a figure of a zone or some places that is more than the oblast's of the same metric and kind."""
    found = []
    kinds = (Kind.TOTAL, Kind.POPULATION, Kind.REMAINING, Kind.RETAKEN)
    today = [s for s in view.today if s.lead.kind in kinds and s.lead.metric is not Metric.PEOPLE_PRESENT]
    wholes = grouped((s for s in today if not s.scope.part), lambda s: (s.lead.metric, s.lead.kind, s.scope.oblast))
    for part in (s for s in today if s.scope.part):
        beside = wholes.get((part.lead.metric, part.lead.kind, part.scope.oblast), ())
        found += [_part_by_scope(part, whole) for whole in beside if part.loose.low > whole.loose.high]
    return found


def _part_by_scope(part: StatementGroup, whole: StatementGroup) -> Verdict:
    metric = part.lead.metric
    reason = f"{part.said}, of {part.lead.place or part.scope.part}, is more than {whole.said} for all of the oblast."
    numbers = {f"part_{metric}": part.lead.value, f"whole_{metric}": whole.lead.value}
    ids, days = ids_of([part, whole]), days_of_statements([part, whole])
    if part.lead.claimant == whole.lead.claimant and metric is not Metric.DEPTH_KM:
        assumption = "The part lies in the oblast, and both count the same thing."
        return Verdict(VerdictKind.INCONSISTENT, "part-above-whole", reason, assumption, numbers, ids, days)
    why = "they count different people or places"
    if metric is Metric.DEPTH_KM:
        why = "those places were reached or fought over, and the depth is of ground held"
    return Verdict(
        VerdictKind.ONLY_IF,
        "part-above-whole",
        reason,
        f"Only if {why}.",
        numbers,
        ids,
        days,
        hypothesis="other-ground" if metric is Metric.DEPTH_KM else "other-count",
    )


def children_within_wounded(view: DayInView) -> list[Verdict]:
    """Find more children wounded than people wounded, by one claimant or statement, `part_of` or not."""
    found = []
    wounded = [s for s in view.pick(Metric.CIVILIANS_WOUNDED) if s.age_days == 0]
    named = {part.id for s in wounded for part in s.parts}
    for children in (s for s in view.today if s.lead.metric is Metric.CHILDREN_WOUNDED and s.lead.id not in named):
        for whole in wounded:
            if whole.scope == children.scope and children.loose.low > whole.loose.high:
                numbers = {"part_children_wounded": children.lead.value, "whole_civilians_wounded": whole.lead.value}
                ids, days = ids_of([children, whole]), days_of_statements([children, whole])
                rule, reason = "part-above-whole", f"{children.said} are more than {whole.said}."
                if link(children.lead, whole.lead) > Link.NONE:
                    assumption = "The wounded count the children."
                    found.append(Verdict(VerdictKind.INCONSISTENT, rule, reason, assumption, numbers, ids, days))
                else:
                    assumption = "Only if the two offices counted at different hours."
                    kind = VerdictKind.ONLY_IF
                    found.append(Verdict(kind, rule, reason, assumption, numbers, ids, days, hypothesis="other-hour"))
    return found


def retaken_within_claimed(view: DayInView) -> list[Verdict]:
    """Find more ground or places retaken, or still held, than anybody ever claimed to be held."""
    found = []
    for metric in (Metric.AREA_KM2, Metric.SETTLEMENTS):
        for kind in (Kind.RETAKEN, Kind.REMAINING):
            for group in (s for s in view.pick(metric, kind) if s.age_days == 0):
                most = most_claimed(view, group)
                if most is not None and group.loose.low > most[0]:
                    found.append(_above_claimed(group, most[1]))
    return found


def _above_claimed(group: StatementGroup, most: Claim) -> Verdict:
    what = KIND_LABELS[group.lead.kind]
    day = format_date(most.about_date, year=False)
    by = in_brackets(f"{most.claimant}, {day}")
    reason = (
        f"{group.said}, {what}, is more than anybody had claimed to be held by then; the most is {format_value(most)} "
        f"{by}."
    )
    metric = group.lead.metric
    numbers = {f"{what}_{metric}": group.lead.value, f"most_claimed_{metric}": most.value}
    ids = (*group.ids, most.id)
    days = tuple(sorted({group.lead.about_date, most.about_date}))
    assumption = "The ledger holds the largest claim, and both count the same thing."
    return Verdict(VerdictKind.INCONSISTENT, "retaken-above-claimed", reason, assumption, numbers, ids, days)


def districts_within_oblast(view: DayInView) -> list[Verdict]:
    """Hold the sum of people moved from an oblast's zones, one figure a zone, against the oblast's total of the day."""
    found = []
    moved = [statement for statement in view.pick(Metric.PEOPLE_MOVED) if statement.age_days == 0]
    zoned = [
        (number, zone, statement)
        for number, statement in enumerate(moved)
        if (zone := view.case.zones.get(statement.lead.zone or "")) is not None and zone.oblast
    ]
    by_oblast = grouped(zoned, lambda one: one[1].oblast)
    for whole in (statement for statement in moved if not statement.scope.part):
        own = by_oblast.get(whole.scope.oblast, []) if not whole.scope.part else []
        parts: dict[str, StatementGroup] = {}
        for _, zone, statement in sorted(own, key=lambda one: one[0]):
            kept = parts.get(zone.id)
            parts[zone.id] = statement if kept is None or statement.lead.value < kept.lead.value else kept
        if parts:
            found.append(_check_districts(whole, list(parts.values())))
    return found


def _check_districts(whole: StatementGroup, parts: Sequence[StatementGroup]) -> Verdict:
    summed = sum(statement.lead.value for statement in parts)
    low = sum(statement.loose.low for statement in parts)
    statements = [*parts, whole]
    named = "1 district" if len(parts) == 1 else f"{len(parts)} districts"
    numbers = {
        "people_moved_districts": summed,
        "people_moved_oblast": whole.lead.value,
        "districts": float(len(parts)),
    }
    above = low > whole.loose.high
    makes = f"{named} {'adds' if len(parts) == 1 else 'add'} up to {summed:,.0f} people moved"
    reason = f"{makes}, {'more than' if above else 'within'} the oblast's {whole.said}."
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
