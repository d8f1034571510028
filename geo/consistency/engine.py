"""Run every rule over a day: a figure printed wrongly is compared with nothing further."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.analysis.figures import figures_on
from geo.consistency.agreement import agreement, no_totals, two_versions
from geo.consistency.area import depth_alone, depth_width_area
from geo.consistency.area_bounds import bands_on
from geo.consistency.clocks import clock_verdicts
from geo.consistency.contradictions import contradicted_orders, contradicted_places
from geo.consistency.counts import count_below_named, settlement_counts
from geo.consistency.depths import depth_against_places, places_on_own_side
from geo.consistency.diagnosis import diagnose
from geo.consistency.fronts import FrontOfDay, against_fronts
from geo.consistency.parts import (
    children_within_wounded,
    districts_within_oblast,
    parts_and_wholes,
    parts_by_scope,
    retaken_within_claimed,
)
from geo.consistency.people import (
    decreasing_total_verdicts,
    increments_within_totals,
    moved_and_remaining,
    moved_within_plan,
    total_and_additional,
    within_population,
)
from geo.consistency.products import made_by_arithmetic
from geo.consistency.relations_of_day import relations_of
from geo.consistency.slips import slip_verdict
from geo.consistency.statements import DayInView, and_join, capitalised, view_day
from geo.consistency.verdict import ClaimError, Verdict, VerdictKind, worst_first
from geo.geometry.border import BorderLine
from geo.model.ages import AgeState
from geo.model.asof import AsOf
from geo.model.case import Case, once_per_case
from geo.model.claims import DateBasis, Metric
from geo.model.fronts import FrontStatus, FrontTrack, front_on
from geo.model.labels import (
    AGE_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    format_date,
    format_day_count,
    format_value,
    in_brackets,
)
from geo.validation.bounds import plausibility_bounds

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

#: Verdicts that name a figure and compare it with nothing.
_SAYS_LITTLE = frozenset({"undated", "not-a-total"})
_GROUND = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})


class Checker:
    """The engine over one case: the diagnosis, then what can be said of the figures that are left.

    Areas on its border are computed once and kept, and so are a day's verdicts.

    Parameters
    ----------
    case : Case
    border : BorderLine, keyword-only
        Where another than the case's own is meant.
    """

    def __init__(self, case: Case, *, border: BorderLine | None = None) -> None:
        self.case = case
        self.bands = bands_on(border or case.border)
        self._days: dict[AsOf, tuple[Verdict, ...]] = {}
        self._limits: Mapping[Metric, float] | None = None

    def verdicts_on(self, as_of: AsOf, *, fronts: Iterable[FrontOfDay] = ()) -> list[Verdict]:
        """Return the verdicts about day `on`, as known on day `known` (None: today), worst first.

        Raises
        ------
        SelectionError
            When `on` lies outside the case's days.
        """
        self.case.check_date(as_of.on)
        given = list(fronts)
        if given:
            return self._judge(as_of, given)
        if as_of not in self._days:
            self._days[as_of] = tuple(self._judge(as_of, given))
        return list(self._days[as_of])

    def doubts_on(self, as_of: AsOf) -> dict[str, str]:
        """Return the figures of a day that are likely printed wrongly: by claim id, the likely mistake."""
        return {
            ident: verdict.mistake
            for verdict in self.verdicts_on(as_of)
            if verdict.kind is VerdictKind.LIKELY_ERROR and verdict.mistake
            for ident in verdict.blamed
        }

    def _judge(self, as_of: AsOf, fronts: Sequence[FrontOfDay]) -> list[Verdict]:
        view = view_day(self.case, as_of)
        made = made_by_arithmetic(view)
        view = view.without(ident for error in made for ident in error.wrong)
        slips, view = self._diagnosed(view)
        found = [
            *(error.verdict for error in made),
            *slips,
            *clock_verdicts(view),
            *self._ground(view, [*self._drawn(as_of), *fronts]),
            *_counts_and_people(view),
        ]
        found = [_named(verdict) for verdict in _merged(found)]
        if not self._speaks_of_ground(found, view):
            found += _alone(view, beside=bool(found))
        return worst_first(replace(v, reason=capitalised(v.reason)) for v in found)

    def _diagnosed(self, view: DayInView) -> tuple[list[Verdict], DayInView]:
        """Return the slips of the cheapest explanation, and the day without the figures that they spoil."""
        if self._limits is None:
            self._limits = plausibility_bounds(self.case)
        groups, parts = [*view.statements, *view.older], view.parts
        relations = relations_of(view, parts, self.bands, self._limits)
        errors = [slip_verdict(found) for found in diagnose(relations, [*groups, *parts], view.given_before)]
        day = view.as_of.on
        told = [error.verdict for error in errors if day in error.verdict.days and _of_today(error, view)]
        return told, view.without(ident for error in errors for ident in error.wrong)

    def _speaks_of_ground(self, found: Iterable[Verdict], view: DayInView) -> bool:
        ground = {claim.id for claim in view.seen if claim.metric in _GROUND}
        return any(ground & set(verdict.claims) for verdict in found if verdict.rule not in _SAYS_LITTLE)

    def _drawn(self, as_of: AsOf) -> Iterable[FrontOfDay]:
        """Return what the case's mappers drew for this very day of the advancing side's ground beyond the border."""
        for track in self.case.fronts:
            found = front_on(track, as_of, self.case.settings.ages)
            held = track.status is FrontStatus.HELD and track.holder == self.case.settings.advancing.casefold()
            if held and found.index is not None and not found.age_days and track.figures[found.index].depth_max_km:
                ground = self.case.border.metric.near_part(track.ground(found.index))
                yield FrontOfDay(track.mapper, as_of.on, ground, self._unclear(track, as_of))

    def _unclear(self, held: FrontTrack, as_of: AsOf) -> float | None:
        """Return how much (km²) the same mapper drew as unclear on the day; None where it draws no such ground."""
        for track in self.case.fronts:
            if track.archive == held.archive and track.status is FrontStatus.UNCLEAR and track.holder == held.holder:
                found = front_on(track, as_of, self.case.settings.ages)
                if found.index is not None and not found.age_days:
                    return track.figures[found.index].target_km2
        return None

    def _ground(self, view: DayInView, fronts: Sequence[FrontOfDay]) -> list[Verdict]:
        return [
            *depth_width_area(view, self.bands),
            *depth_alone(view),
            *depth_against_places(view, self.bands),
            *places_on_own_side(view, self.bands),
            *against_fronts(view, fronts, self.bands),
        ]


def _named(verdict: Verdict) -> Verdict:
    """Name the explanation of what can't stand and has none: a slip of a kind that nothing shows."""
    if verdict.kind is not VerdictKind.INCONSISTENT or verdict.hypothesis:
        return verdict
    return replace(verdict, hypothesis="unknown-slip")


def _of_today(error: ClaimError, view: DayInView) -> bool:
    """Whether a figure of this very day is wrong; those of the days before were told on theirs."""
    named = set(error.wrong) or set(error.verdict.claims)
    return any(set(group.ids) & named for group in view.today)


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
        *retaken_within_claimed(view),
        *contradicted_places(view),
        *contradicted_orders(view),
        *(verdict for metric in _METRICS for verdict in agreement(view, metric)),
        *total_and_additional(view),
        *increments_within_totals(view),
        *moved_within_plan(view),
        *within_population(view),
        *moved_and_remaining(view),
        *districts_within_oblast(view),
        *decreasing_total_verdicts(view),
        *parts_and_wholes(view),
        *children_within_wounded(view),
        *parts_by_scope(view),
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


def _alone(view: DayInView, *, beside: bool) -> list[Verdict]:
    """Say what is newest about the ground where nothing said about the day can be held against anything."""
    dated = [claim for claim in view.seen if claim.about_basis is not DateBasis.PLACEHOLDER and claim.metric in _GROUND]
    newest = max((claim.about_date for claim in dated), default=None)
    if newest is None:
        return []
    latest = figures_on([claim for claim in dated if claim.about_date == newest], AsOf(newest, view.as_of.known))
    leads = [figure.lead for figure in latest]
    said = [
        f"{METRIC_LABELS[c.metric]} {format_value(c)}, {KIND_LABELS[c.kind]} {in_brackets(c.claimant)}" for c in leads
    ]
    listed = and_join(list(dict.fromkeys(said)))
    age = (view.as_of.on - newest).days
    rule, assumption = "too-old", "The ground may have changed since."
    old = f"The newest about the ground, {format_day_count(age)} old, is of {format_date(newest, year=False)}"
    state = view.case.settings.ages.state(age)
    aged = {AgeState.ENDED: f"None stands any more: {old[0].lower()}{old[1:]}"}.get(state, old)
    aged += f" and {AGE_LABELS[state]}" if state in {AgeState.FADED, AgeState.DOUBTFUL} else ""
    what = (
        "No figure of the ground is of this day" if beside else "Nothing of this day can be held against another figure"
    )
    reason = f"{what}. {aged}: {listed}."
    if age == 0:
        rule, assumption = "stands-alone", "Figures of different metrics set each other no limit here."
        reason = f"Nothing stands beside what is said of the ground on this day: {listed}."
    ids = tuple(claim.id for figure in latest for claim in figure.claims)
    return [Verdict(VerdictKind.NOT_COMPARABLE, rule, reason, assumption, {"age_days": float(age)}, ids, (newest,))]
