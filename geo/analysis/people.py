"""People planned to move and moved, by source: shares, what is left, rates, and where sources conflict.

A share or a difference is only ever taken within one scope (the same zone and the same place, as reported), a rate only
within one claimant's own totals. What two sources say is put side by side and never added up.
"""

from __future__ import annotations

import itertools
import math
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.analysis.citations import Cited, cite
from geo.analysis.figures import Figure, figures_on
from geo.analysis.timeseries import metric_series
from geo.analysis.value_range import allowed
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim, Kind, Metric

PEOPLE_METRICS = (Metric.PEOPLE_PLANNED, Metric.PEOPLE_MOVED, Metric.PEOPLE_PRESENT)

ScopeKey = tuple[str, str]  # zone id or "", place as reported


@dataclass(frozen=True, slots=True)
class PeopleFigure:
    """One figure of people with its source; `age_days` is 0 on the day it speaks of, `repeats` count other outlets."""

    metric: Metric
    kind: Kind
    value: float
    value_high: float | None
    age_days: int
    repeats: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class ShareMoved:
    """People moved as a share of the plan for the same scope: computed by us, from two cited figures.

    `low` and `high` follow from how sharp both were put (`high` None: without a limit). Above 1 means more moved than
    planned: then `above_plan`. `left` is the plan less those moved, people.
    """

    moved: Cited
    planned: Cited
    share: float
    low: float
    high: float | None
    left: float
    above_plan: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """People a day between two totals of one claimant about one scope; computed by us.

    `of_bounds` says that one of them was put as a bound ("more than"), so the rate is one of bounds.
    """

    first: Cited
    last: Cited
    days: int
    people_per_day: float
    of_bounds: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources' totals about one day and scope that no single number suits; `apart` is the gap between them."""

    metric: Metric
    lower: Cited
    higher: Cited
    apart: float


@dataclass(frozen=True, slots=True)
class PeopleScope:
    """Everything said of people in one scope: a zone, or the place that the claims name. `shares`: the newest first."""

    zone: str
    place: str
    figures: tuple[PeopleFigure, ...]
    shares: tuple[ShareMoved, ...]
    stated_left: tuple[Cited, ...]
    rates: tuple[Rate, ...]
    conflicts: tuple[Conflict, ...]


def people_on(case: Case, as_of: AsOf) -> list[PeopleScope]:
    """Collect what is said of people moved, planned and in place, as of day `on`, known on day `known`, by scope."""
    by_scope: dict[ScopeKey, list[tuple[Figure, Claim]]] = defaultdict(list)
    for figure in figures_on(case.claims, as_of):
        if figure.lead.metric in PEOPLE_METRICS:
            by_scope[scope_of(figure.lead)].append((figure, figure.lead))
            for part in figure.parts:
                if part.metric in PEOPLE_METRICS:
                    by_scope[scope_of(part)].append((figure, part))
    rates = _rates(case, as_of)
    found = [_scope(case, scope, said, rates.get(scope, ())) for scope, said in by_scope.items()]
    return sorted(found, key=lambda one: (-len(one.figures), one.zone, one.place))


def scope_of(claim: Claim) -> ScopeKey:
    """Say what a figure of people is about: its zone and its place, as reported."""
    return claim.zone or "", claim.place


def _scope(case: Case, scope: ScopeKey, said: Sequence[tuple[Figure, Claim]], rates: Iterable[Rate]) -> PeopleScope:
    moved = [claim for _, claim in said if claim.metric is Metric.PEOPLE_MOVED and claim.kind is not Kind.ADDITIONAL]
    moved.sort(key=lambda claim: claim.about_date, reverse=True)
    plans = [claim for _, claim in said if claim.metric is Metric.PEOPLE_PLANNED and claim.kind is Kind.TOTAL]
    more = [claim for _, claim in said if claim.metric is Metric.PEOPLE_PLANNED and claim.kind is Kind.ADDITIONAL]
    return PeopleScope(
        zone=scope[0],
        place=scope[1],
        figures=tuple(_figure(case, figure, claim) for figure, claim in said),
        shares=tuple(share_moved(case, claim, _plan_of(claim, plans)) for claim in moved if plans),
        stated_left=tuple(cite(case, claim) for claim in more),
        rates=tuple(rates),
        conflicts=tuple(_conflicts(case, [claim for _, claim in said])),
    )


def _figure(case: Case, figure: Figure, claim: Claim) -> PeopleFigure:
    repeats = len(figure.repeats) if claim is figure.lead else 0
    age = figure.age_days
    return PeopleFigure(claim.metric, claim.kind, claim.value, claim.value_high, age, repeats, cite(case, claim))


def _plan_of(moved: Claim, plans: Sequence[Claim]) -> Claim:
    """Return the plan to hold a figure against: its claimant's own, else the one nearest in days, else the newest."""
    own = [plan for plan in plans if plan.claimant == moved.claimant] or plans
    return min(own, key=lambda plan: (abs((plan.about_date - moved.about_date).days), -plan.about_date.toordinal()))


def share_moved(case: Case, moved: Claim, planned: Claim) -> ShareMoved:
    """Take the share of a plan that has moved; both must be about one scope."""
    went, plan = allowed(moved), allowed(planned)
    high = went.high / plan.low if plan.low > 0 and math.isfinite(went.high) else None
    return ShareMoved(
        moved=cite(case, moved),
        planned=cite(case, planned),
        share=round(moved.value / planned.value, 4) if planned.value else 0.0,
        low=round(went.low / plan.high, 4) if math.isfinite(plan.high) and plan.high else 0.0,
        high=None if high is None else round(high, 4),
        left=planned.value - moved.value,
        above_plan=went.low > plan.high,
    )


def _rates(case: Case, as_of: AsOf) -> dict[ScopeKey, list[Rate]]:
    """Take the rates between the totals of every series of people moved, by scope."""
    claims = {claim.id: claim for claim in case.claims}
    found: dict[ScopeKey, list[Rate]] = defaultdict(list)
    for series in metric_series(case, Metric.PEOPLE_MOVED, as_of.known):
        totals: dict[ScopeKey, list[Claim]] = defaultdict(list)
        for point in series.points if series.joined else ():
            claim = claims[point.ids[0]]
            if claim.about_date <= as_of.on:
                totals[scope_of(claim)].append(claim)
        for scope, said in totals.items():
            found[scope] += _rates_between(case, said)
    return found


def _rates_between(case: Case, totals: Iterable[Claim]) -> Iterable[Rate]:
    for first, last in itertools.pairwise(totals):
        days = (last.about_date - first.about_date).days
        if days:
            bounds = any(claim.modality in {"at_least", "up_to"} for claim in (first, last))
            rate = round((last.value - first.value) / days, 1)
            yield Rate(cite(case, first), cite(case, last), days, rate, bounds)


def _conflicts(case: Case, claims: Sequence[Claim]) -> Iterable[Conflict]:
    totals = [claim for claim in claims if claim.kind in {Kind.TOTAL, Kind.REMAINING, Kind.POPULATION}]
    lowest_first = sorted(totals, key=lambda claim: claim.value)
    alike: dict[tuple[object, ...], deque[Claim]] = defaultdict(deque)
    for claim in lowest_first:
        alike[claim.metric, claim.kind, claim.about_date].append(claim)
    for one in lowest_first:
        higher = alike[one.metric, one.kind, one.about_date]
        higher.popleft()  # the claim itself
        for other in higher:
            if (one.root or one.id) != (other.root or other.id) and not allowed(one).meets(allowed(other)):
                yield Conflict(one.metric, cite(case, one), cite(case, other), other.value - one.value)
