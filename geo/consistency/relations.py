"""Relations between figures: what it costs, in bits, to let them stand beside each other as they are printed."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from geo.analysis.value_range import Interval
from geo.consistency.hypotheses import (
    APART_BITS,
    AXES_BITS,
    DOUBLING_BITS,
    GROUND_METRICS,
    LEAP,
    USUAL_RATIO,
)
from geo.consistency.links import Link
from geo.consistency.readings import gap
from geo.consistency.statements import StatementGroup, tied
from geo.model.claims import Kind, Metric
from geo.model.labels import format_date

#: The cost of a relation for the values that its members may have; 0 where one choice of values suits it.
Cost = Callable[[Sequence[Interval]], float]

#: So many voices of one thing are compared each with each; of more, each with its neighbours.
MOST_PAIRED = 16


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures that bind each other; `why` says in one clause what is amiss where they do not fit.

    `told` says that a verdict of its own tells where it does not hold, so that no slip of unknown kind need do so.
    """

    members: tuple[StatementGroup, ...]
    cost: Cost
    why: str
    told: bool = True


def doubling(ratio: float, usual: float) -> float:
    """Return the bits for a ratio beyond the usual one."""
    return DOUBLING_BITS * max(0.0, math.log2(ratio / usual)) if ratio > 0 else 0.0


def at_most(bits: float, usual: float = 8.0) -> Cost:
    """Return the cost of a first member that must not be above the second."""

    def cost(values: Sequence[Interval]) -> float:
        part, whole = values
        if part.low <= whole.high:
            return 0.0
        ratio = part.low / whole.high if whole.high > 0 else 1000.0
        return bits + doubling(min(ratio, 1e6), usual)

    return cost


def below(limit: float, bits: float) -> Cost:
    """Return the cost of a single member that must not be above a limit."""

    def cost(values: Sequence[Interval]) -> float:
        low = values[0].low
        return 0.0 if low <= limit else bits + doubling(min(low / max(limit, 1e-9), 1e6), 8.0)

    return cost


def above(limit: float, bits: float) -> Cost:
    """Return the cost of a single member that must not be below a limit."""

    def cost(values: Sequence[Interval]) -> float:
        high = values[0].high
        return 0.0 if high >= limit else bits + doubling(min(limit / max(high, 1e-9), 1e6), 8.0)

    return cost


def one_office(one: StatementGroup, other: StatementGroup) -> bool:
    """Whether two figures go back to one claimant or one statement."""
    return tied(one, other) > Link.NONE


def same_quantity(groups: Sequence[StatementGroup]) -> Iterator[Relation]:
    """Relate figures of one metric, kind and scope that speak of one day: they are one quantity, or near it."""
    pairs = combinations(groups, 2)
    if len(groups) > MOST_PAIRED:
        pairs = pairwise(sorted(groups, key=lambda group: (group.lead.value, group.lead.id)))  # type: ignore[assignment]
    for one, other in pairs:
        yield Relation(
            (one, other), _same(one, other), f"{one.value_said} and {other.value_said} are figures of one thing"
        )


def _same(one: StatementGroup, other: StatementGroup) -> Cost:
    metric = one.lead.metric
    tie = tied(one, other)
    bits = APART_BITS[tie]
    usual = USUAL_RATIO["ground" if metric in GROUND_METRICS or metric is Metric.SETTLEMENTS else "people"]
    if metric is Metric.DEPTH_KM:
        usual = USUAL_RATIO["depth"]
        if one.lead.claimant == other.lead.claimant and _one_page(one, other):
            bits = AXES_BITS
        elif tie is Link.ROOT:
            bits = APART_BITS[Link.SPEAKER] + 2

    def cost(values: Sequence[Interval]) -> float:
        ratio = gap(values[0], values[1])
        return 0.0 if ratio == 1.0 else bits + doubling(min(ratio, 1e6), usual)

    return cost


def _one_page(one: StatementGroup, other: StatementGroup) -> bool:
    """Whether one publication carries both figures: then it meant both."""
    return bool({claim.source for claim in one.claims} & {claim.source for claim in other.claims})


#: Totals that only grow, as long as nobody revises them.
GROWING = (Metric.PEOPLE_MOVED, Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED)


def over_time(now: StatementGroup, before: StatementGroup) -> Relation | None:
    """Relate a figure of the day to one of the days before; None where days between excuse any difference."""
    own = now.lead.claimant == before.lead.claimant
    same_side = now.lead.side is before.lead.side
    metric = now.lead.metric
    grows = metric in GROWING and now.lead.kind is Kind.TOTAL
    if not (own or same_side):
        return None
    falls_bits = (3.0 if metric is Metric.PEOPLE_MOVED else 8.0) if own else 2.0
    leap_bits = 6.0 if own else 3.0
    leap = LEAP if grows else LEAP / 3

    def cost(values: Sequence[Interval]) -> float:
        new, old = values
        if new.meets(old):
            return 0.0
        ratio = min(gap(new, old), 1e6)
        if new.high < old.low:
            if grows:
                return falls_bits + doubling(ratio, 1.5)
            return leap_bits + doubling(ratio, leap) if ratio > leap else 0.0
        return leap_bits + doubling(ratio, leap) if ratio > leap else 0.0

    day = format_date(before.lead.about_date, year=False)
    return Relation((now, before), cost, f"{before.words} ({before.lead.claimant}) were given for {day}")
