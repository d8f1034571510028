"""Civilians killed and wounded by source and day, children as a part of them, and where a running total falls.

Kept as figures: they are of people, with a source each, and are never drawn as a surface.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from geo.analysis.citations import Cited, cite
from geo.analysis.figures import figures_on
from geo.analysis.value_range import allowed
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim, Kind, Metric

CASUALTIES = (Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED)


@dataclass(frozen=True, slots=True)
class CasualtyFigure:
    """One figure of one source; `children` are the part of it that were children, where the source says so.

    `children_above` says that more children than people are counted, which can't be.
    """

    metric: Metric
    kind: Kind
    value: float
    place: str
    age_days: int
    cited: Cited
    children: tuple[Cited, ...]
    children_above: bool


@dataclass(frozen=True, slots=True)
class DecreasingTotal:
    """A running total that is below an earlier one about the same place, though such a total only grows.

    `own` says that one claimant said both; else they are two offices of one side, who may count differently.
    """

    metric: Metric
    place: str
    earlier: Cited
    later: Cited
    own: bool


@dataclass(frozen=True, slots=True)
class Casualties:
    """The figures of a day and the falls up to it."""

    figures: tuple[CasualtyFigure, ...]
    decreasing_totals: tuple[DecreasingTotal, ...]


def casualties_on(case: Case, as_of: AsOf) -> Casualties:
    """Collect what is said of civilians killed and wounded, as of day `on`, known on day `known` (None: today)."""
    found = []
    for figure in figures_on(case.claims, as_of):
        if figure.lead.metric in CASUALTIES:
            lead = figure.lead
            young = [part for part in figure.parts if part.metric is Metric.CHILDREN_WOUNDED]
            found.append(
                CasualtyFigure(
                    metric=lead.metric,
                    kind=lead.kind,
                    value=lead.value,
                    place=lead.place,
                    age_days=figure.age_days,
                    cited=cite(case, lead),
                    children=tuple(cite(case, part) for part in young),
                    children_above=any(allowed(part).low > allowed(lead).high for part in young),
                )
            )
    return Casualties(tuple(found), tuple(decreasing_totals(case, as_of)))


def decreasing_totals(case: Case, as_of: AsOf) -> Iterable[DecreasingTotal]:
    """Find running totals of one side and place that fall from one day to a later one.

    Each later total is held against the last one before it of the same claimant, and, where it is the claimant's first,
    against the highest of the side.
    """
    totals: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in records_as_of(case.claims, as_of):
        if claim.metric in CASUALTIES and claim.kind is Kind.TOTAL and claim.is_in_effect(as_of.known):
            totals[claim.metric, claim.side, claim.zone or claim.place].append(claim)
    for said in totals.values():
        for claim in said:
            before = [c for c in said if c.about_date < claim.about_date]
            own = [c for c in before if c.claimant == claim.claimant]
            against = own[-1] if own else max(before, key=lambda c: allowed(c).low, default=None)
            if against is not None and allowed(against).low > allowed(claim).high:
                yield DecreasingTotal(claim.metric, claim.place, cite(case, against), cite(case, claim), bool(own))
