"""Relations between figures of people: population, plan, moved and remaining are one system; parts and wholes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geo.analysis.value_range import Interval
from geo.consistency.hypotheses import KILLED_PER_WOUNDED
from geo.consistency.relations import Cost, Relation, at_most, doubling, one_office
from geo.consistency.statements import DayInView, StatementGroup, grouped
from geo.model.claims import Kind, Metric, Modality

_SYSTEM = {
    (Metric.PEOPLE_MOVED, Kind.TOTAL): "moved",
    (Metric.PEOPLE_PLANNED, Kind.TOTAL): "plan",
    (Metric.PEOPLE_PRESENT, Kind.POPULATION): "population",
    (Metric.PEOPLE_PRESENT, Kind.REMAINING): "remaining",
}
#: What may not be above what: part, whole, bits of one office, bits of two.
_AT_MOST = (
    ("moved", "plan", 8.0, 2.0),
    ("moved", "population", 4.0, 3.0),
    ("plan", "population", 3.0, 2.0),
    ("remaining", "population", 10.0, 4.0),
)


def people_relations(view: DayInView, parts: Sequence[StatementGroup]) -> Iterator[Relation]:
    """Yield what binds the day's figures of people to each other, parts to wholes, increments to totals."""
    groups = [*view.today, *parts, *(g for g in (*view.statements, *view.older) if g.age_days and _lasts(g))]
    for of_scope in grouped(groups, lambda group: group.scope).values():
        yield from _system(of_scope)
        yield from _increments(of_scope)
        yield from _casualties(of_scope)
    yield from _parts(view)


def _lasts(group: StatementGroup) -> bool:
    """Whether a figure of an earlier day still binds today's: how many lived there, and what was planned."""
    return (group.lead.metric, group.lead.kind) in (
        (Metric.PEOPLE_PRESENT, Kind.POPULATION),
        (Metric.PEOPLE_PLANNED, Kind.TOTAL),
    )


def _system(groups: Sequence[StatementGroup]) -> Iterator[Relation]:
    by_role = grouped(groups, lambda group: _SYSTEM.get((group.lead.metric, group.lead.kind)))
    for role, of_role, own, other in _AT_MOST:
        for one in by_role.get(role, ()):
            for all_ in by_role.get(of_role, ()):
                if one.age_days == 0 or all_.age_days == 0:
                    bits = own if one_office(one, all_) else other
                    yield Relation((one, all_), at_most(bits), f"{one.words} are more than {all_.said}")
    for whole in by_role.get("population", ()):
        for left in by_role.get("remaining", ()):
            for moved in by_role.get("moved", ()):
                if one_office(whole, left) and one_office(left, moved) and left.age_days == moved.age_days == 0:
                    yield _rest(moved, left, whole)


def _rest(moved: StatementGroup, left: StatementGroup, whole: StatementGroup) -> Relation:
    def cost(values: Sequence[Interval]) -> float:
        low, high = values[0].low + values[1].low, values[0].high + values[1].high
        found = Interval(low, high)
        if found.meets(values[2]) or math.isinf(high):
            return 0.0 if low <= values[2].high else 5.0
        ratio = max(low / values[2].high, values[2].low / high)
        return 4.0 + doubling(ratio, 1.2)

    why = f"{moved.words} and {left.words} do not make {whole.words}"
    return Relation((moved, left, whole), cost, why)


def _increments(groups: Sequence[StatementGroup]) -> Iterator[Relation]:
    more = [g for g in groups if g.lead.kind in (Kind.ADDITIONAL, Kind.SUBSET) and g.age_days == 0]
    totals = grouped(groups, lambda group: (group.lead.metric, group.lead.kind))
    for one in more:
        for total in totals.get((one.lead.metric, Kind.TOTAL), ()):
            if total.age_days:
                continue
            office = one_office(one, total)
            why = f"{one.words} are no part of {total.said}"
            if one.lead.kind is Kind.SUBSET:
                yield Relation((one, total), at_most(9.0 if office else 3.0), why)
            else:
                yield Relation((one, total), _increment(one, total, office=office), why)
            if one.lead.metric is Metric.PEOPLE_PLANNED and one.lead.kind is Kind.ADDITIONAL:
                for moved in totals.get((Metric.PEOPLE_MOVED, Kind.TOTAL), ()):
                    if moved.age_days == 0 and office and one_office(total, moved):
                        yield _to_go(moved, one, total)


def _increment(one: StatementGroup, total: StatementGroup, *, office: bool) -> Cost:
    """Return the cost of an increase that is as much as the total, or more: then nothing was there before."""
    sharp = one.lead.modality is not Modality.UP_TO and total.lead.modality is not Modality.AT_LEAST

    def cost(values: Sequence[Interval]) -> float:
        more, whole = values
        if more.low > whole.high:
            return (8.0 if office else 3.0) + doubling(more.low / max(whole.high, 1e-9), 1.0)
        same = sharp and one.lead.value == total.lead.value and more is one.loose and whole is total.loose
        return (6.0 if office else 2.0) if same else 0.0

    return cost


def _to_go(moved: StatementGroup, more: StatementGroup, plan: StatementGroup) -> Relation:
    def cost(values: Sequence[Interval]) -> float:
        found = Interval(values[0].low + values[1].low, values[0].high + values[1].high)
        if found.meets(values[2]):
            return 0.0
        return 4.0 + doubling(max(found.low / values[2].high, values[2].low / max(found.high, 1e-9)), 1.2)

    summed = moved.lead.value + more.lead.value
    why = f"{moved.words} and {more.lead.value:,.0f} more would make {summed:,.0f}, not {plan.words}"
    return Relation((moved, more, plan), cost, why)


def _casualties(groups: Sequence[StatementGroup]) -> Iterator[Relation]:
    today = grouped((g for g in groups if g.age_days == 0), lambda group: group.lead.metric)
    wounded = [g for g in today.get(Metric.CIVILIANS_WOUNDED, ()) if g.lead.kind is Kind.TOTAL]
    for whole in wounded:
        for children in today.get(Metric.CHILDREN_WOUNDED, ()):
            bits = 9.0 if one_office(children, whole) else 3.0
            yield Relation((children, whole), at_most(bits), f"{children.words} are more than {whole.said}")
        for killed in today.get(Metric.CIVILIANS_KILLED, ()):
            if killed.lead.kind is Kind.TOTAL:
                yield Relation(
                    (killed, whole), _killed(killed, whole), f"{killed.words} beside {whole.said}", told=False
                )


def _killed(killed: StatementGroup, wounded: StatementGroup) -> Cost:
    bits = 5.0 if one_office(killed, wounded) else 2.0

    def cost(values: Sequence[Interval]) -> float:
        dead, hurt = values
        most = KILLED_PER_WOUNDED * hurt.high + 20
        return 0.0 if dead.low <= most else bits + doubling(dead.low / most, 1.0)

    return cost


def _parts(view: DayInView) -> Iterator[Relation]:
    """Yield that a figure of a zone or a part is no more than the oblast's of the same metric and kind."""
    kinds = (Kind.TOTAL, Kind.POPULATION, Kind.REMAINING, Kind.RETAKEN)
    today = [group for group in view.today if group.lead.kind in kinds]
    for of_kind in grouped(today, lambda group: (group.lead.metric, group.lead.kind, group.scope.oblast)).values():
        wholes = [group for group in of_kind if not group.scope.part]
        for part in (group for group in of_kind if group.scope.part):
            for whole in wholes:
                bits = 7.0 if one_office(part, whole) else 2.0
                why = f"{part.words} ({part.lead.place or part.scope.part}) are a part of {whole.said}"
                yield Relation((part, whole), at_most(bits), why)
