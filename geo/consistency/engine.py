"""Run every rule over a day: a figure printed wrongly is compared with nothing further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.analysis.figures import figures_on
from geo.consistency.agreement import agreement, no_totals, two_versions
from geo.consistency.area import depth_alone, depth_width_area
from geo.consistency.area_bounds import bands_on
from geo.consistency.arithmetic import arithmetic_errors
from geo.consistency.clocks import clock_verdicts
from geo.consistency.contradictions import contradicted_orders, contradicted_places
from geo.consistency.counts import count_below_named, settlement_counts
from geo.consistency.depths import depth_against_places
from geo.consistency.fronts import FrontOfDay, against_fronts
from geo.consistency.people import (
    decreasing_total_verdicts,
    districts_within_oblast,
    moved_and_remaining,
    moved_within_plan,
    parts_and_wholes,
    total_or_additional,
)
from geo.consistency.statements import DayInView, and_join, capitalised, view_day
from geo.consistency.verdict import Verdict, VerdictKind, worst_first
from geo.geometry.border import BorderLine
from geo.model.ages import AgeState
from geo.model.asof import AsOf
from geo.model.case import Case, once_per_case
from geo.model.claims import DateBasis, Metric
from geo.model.fronts import FrontStatus, front_on
from geo.model.labels import (
    AGE_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    format_date,
    format_day_count,
    format_value,
    in_brackets,
)

_METRICS = (
    Metric.DEPTH_KM,
    Metric.WIDTH_KM,
    Metric.AREA_KM2,
    Metric.PEOPLE_MOVED,
    Metric.PEOPLE_PLANNED,
    Metric.PEOPLE_PRESENT,
    Metric.CIVILIANS_KILLED,
    Metric.CIVILIANS_WOUNDED,
)

_GROUND = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})


class Checker:
    """The rules over one case; areas on its border are computed once and kept.

    Parameters
    ----------
    case : Case
    border : BorderLine, keyword-only
        Where another than the case's own is meant.
    """

    def __init__(self, case: Case, *, border: BorderLine | None = None) -> None:
        self.case = case
        self.bands = bands_on(border or case.border)

    def verdicts_on(self, as_of: AsOf, *, fronts: Iterable[FrontOfDay] = ()) -> list[Verdict]:
        """Return the verdicts about day `on`, as known on day `known` (None: today), worst first.

        Raises
        ------
        SelectionError
            When `on` lies outside the case's days.
        """
        self.case.check_date(as_of.on)
        view = view_day(self.case, as_of)
        errors = [*arithmetic_errors(view), *total_or_additional(view)]
        view = view.without(ident for error in errors for ident in error.wrong)
        found = [
            *(error.verdict for error in errors),
            *clock_verdicts(view),
            *self._ground(view, [*self._drawn(as_of), *fronts]),
            *_counts_and_people(view),
        ]
        return worst_first(replace(v, reason=capitalised(v.reason)) for v in _merged(found) or _alone(view))

    def _drawn(self, as_of: AsOf) -> Iterable[FrontOfDay]:
        """Return what the case's mappers drew for this very day of the advancing side's ground beyond the border."""
        for track in self.case.fronts:
            found = front_on(track, as_of, self.case.settings.ages)
            held = track.status is FrontStatus.HELD and track.holder == self.case.settings.advancing.casefold()
            if held and found.index is not None and not found.age_days and track.figures[found.index].depth_max_km:
                ground = self.case.border.metric.near_part(track.ground(found.index))
                yield FrontOfDay(track.mapper, as_of.on, ground)

    def _ground(self, view: DayInView, fronts: Iterable[FrontOfDay]) -> list[Verdict]:
        return [
            *depth_width_area(view, self.bands),
            *depth_alone(view),
            *depth_against_places(view, self.bands),
            *against_fronts(view, fronts, self.bands),
        ]


@once_per_case
def checker_of(case: Case) -> Checker:
    """Return the case's checker."""
    return Checker(case)


def verdicts_on(
    case: Case,
    as_of: AsOf,
    *,
    fronts: Iterable[FrontOfDay] = (),
) -> list[Verdict]:
    """Return the verdicts about one day; the case's checker is made once.

    Parameters
    ----------
    case : Case
    as_of : AsOf
        The day looked at, and the day of knowledge.
    fronts : iterable of FrontOfDay, keyword-only
        What mappers drew; those of other days are passed over.

    Returns
    -------
    list of Verdict
        Worst first.
    """
    return checker_of(case).verdicts_on(as_of, fronts=fronts)


def _counts_and_people(view: DayInView) -> list[Verdict]:
    return [
        *two_versions(view),
        *settlement_counts(view),
        *count_below_named(view),
        *contradicted_places(view),
        *contradicted_orders(view),
        *(verdict for metric in _METRICS for verdict in agreement(view, metric)),
        *moved_within_plan(view),
        *moved_and_remaining(view),
        *districts_within_oblast(view),
        *decreasing_total_verdicts(view),
        *parts_and_wholes(view),
        *no_totals(view),
    ]


def _merged(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Fold verdicts of one rule that find nothing amiss into one: what is in order is read at a glance."""
    found: dict[object, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.rule if verdict.kind is VerdictKind.CONSISTENT else object(), []).append(verdict)
    return [same[0] if len(same) == 1 else _as_one(same) for same in found.values()]


def _as_one(verdicts: Sequence[Verdict]) -> Verdict:
    first, *rest = verdicts
    return replace(
        first,
        reason=" ".join([first.reason, *(capitalised(verdict.reason) for verdict in rest)]),
        numbers=_numbered(verdicts),
        grounds=tuple(ground for verdict in verdicts for ground in verdict.grounds),
        claims=tuple(dict.fromkeys(ident for verdict in verdicts for ident in verdict.claims)),
        days=tuple(sorted({day for verdict in verdicts for day in verdict.days})),
    )


def _numbered(verdicts: Sequence[Verdict]) -> dict[str, float]:
    """Gather the numbers of verdicts: a name that stands already gets the next number, as in `depth_km_2`."""
    found: dict[str, float] = {}
    used: Counter[str] = Counter()
    for verdict in verdicts:
        ending = f"_{2 + used[next(iter(verdict.numbers), '')]}" if verdict is not verdicts[0] else ""
        for name, value in verdict.numbers.items():
            if f"{name}{ending}" not in found:
                used[f"{name}{ending}".rpartition("_")[0]] += 1
            found[f"{name}{ending}"] = value
    return found


def _alone(view: DayInView) -> list[Verdict]:
    """Say what is newest about the ground where nothing said about the day can be held against anything."""
    dated = [claim for claim in view.seen if claim.about_basis is not DateBasis.PLACEHOLDER and claim.metric in _GROUND]
    newest = max((claim.about_date for claim in dated), default=None)
    if newest is None:
        return []
    latest = figures_on([claim for claim in dated if claim.about_date == newest], AsOf(newest, view.as_of.known))
    leads = [figure.lead for figure in latest]
    listed = and_join(
        [f"{METRIC_LABELS[c.metric]} {format_value(c)}, {KIND_LABELS[c.kind]} {in_brackets(c.claimant)}" for c in leads]
    )
    age = (view.as_of.on - newest).days
    rule, assumption = "too-old", "The ground may have changed since."
    old = f"The newest about the ground, {format_day_count(age)} old, is of {format_date(newest, year=False)}"
    state = view.case.settings.ages.state(age)
    said = {AgeState.ENDED: f"None stands any more: {old[0].lower()}{old[1:]}"}.get(state, old)
    said += f" and {AGE_LABELS[state]}" if state in {AgeState.FADED, AgeState.DOUBTFUL} else ""
    reason = f"Nothing of this day can be held against another figure. {said}: {listed}."
    if age == 0:
        rule, assumption = "stands-alone", "Figures of different metrics set each other no limit here."
        reason = f"Nothing stands beside what is said of the ground on this day: {listed}."
    ids = tuple(claim.id for figure in latest for claim in figure.claims)
    return [Verdict(VerdictKind.NOT_COMPARABLE, rule, reason, assumption, {"age_days": float(age)}, ids, (newest,))]
