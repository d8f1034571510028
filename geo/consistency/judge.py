"""All verdicts of a day: every rule asked once, what is printed wrongly compared with nothing further."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from geo.border import BorderLine
from geo.case import Case
from geo.claims import Metric
from geo.consistency.agreement import agreement, different_kinds
from geo.consistency.arithmetic import arithmetic_slips
from geo.consistency.bands import Bands
from geo.consistency.clocks import clock_verdicts
from geo.consistency.counts import count_below_named, settlement_counts
from geo.consistency.ground import (
    FrontOfDay,
    against_fronts,
    depth_against_places,
    depth_alone,
    depth_width_area,
)
from geo.consistency.people import (
    districts_within_oblast,
    falling_totals,
    moved_and_remaining,
    moved_within_plan,
    parts_and_wholes,
    total_or_additional,
)
from geo.consistency.verdict import Verdict, VerdictKind, worst_first
from geo.consistency.voices import DayInView, and_join, sentence, view_day
from geo.drawn import border_line
from geo.figures import figures_on, value_words
from geo.words import KIND_WORDS, METRIC_WORDS, day_words, days_words

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


class Judge:
    """The rules over one case; areas on its border are computed once and kept.

    Parameters
    ----------
    case : Case
    border : BorderLine, keyword-only
        The case's own, where it is built already.
    """

    def __init__(self, case: Case, *, border: BorderLine | None = None) -> None:
        self.case = case
        self.bands = Bands(border or border_line(case))

    def verdicts_on(self, on: date, known: date | None = None, *, fronts: Iterable[FrontOfDay] = ()) -> list[Verdict]:
        """Return the verdicts about day `on`, as known on day `known` (None: today), worst first.

        Raises
        ------
        SelectionError
            When `on` lies outside the case's days.
        """
        self.case.check_date(on)
        view = view_day(self.case, on, known)
        slips = [*arithmetic_slips(view), *total_or_additional(view)]
        view = view.without(_wrong(view, slips))
        found = [*slips, *clock_verdicts(view), *self._ground(view, fronts), *_counts_and_people(view)]
        return worst_first(replace(v, reason=sentence(v.reason)) for v in found or _too_old(view))

    def _ground(self, view: DayInView, fronts: Iterable[FrontOfDay]) -> list[Verdict]:
        return [
            *depth_width_area(view, self.bands),
            *depth_alone(view),
            *depth_against_places(view, self.bands),
            *against_fronts(view, fronts, self.bands),
        ]


def verdicts_on(
    case: Case,
    on: date,
    known: date | None = None,
    *,
    border: BorderLine | None = None,
    fronts: Iterable[FrontOfDay] = (),
) -> list[Verdict]:
    """Return the verdicts about one day; for many days keep a `Judge`.

    Parameters
    ----------
    case : Case
    on : date
        The day looked at.
    known : date or None
        Only what was known on this day; None is everything known today.
    border : BorderLine, keyword-only
        The case's own, where it is built already.
    fronts : iterable of FrontOfDay, keyword-only
        What mappers drew; those of other days are passed over.

    Returns
    -------
    list of Verdict
        Worst first.
    """
    return Judge(case, border=border).verdicts_on(on, known, fronts=fronts)


def _counts_and_people(view: DayInView) -> list[Verdict]:
    return [
        *settlement_counts(view),
        *count_below_named(view),
        *(verdict for metric in _METRICS for verdict in agreement(view, metric)),
        *moved_within_plan(view),
        *moved_and_remaining(view),
        *districts_within_oblast(view),
        *falling_totals(view),
        *parts_and_wholes(view),
        *(verdict for metric in (*_METRICS[:4], Metric.SETTLEMENTS) for verdict in different_kinds(view, metric)),
    ]


def _wrong(view: DayInView, slips: Iterable[Verdict]) -> set[str]:
    """Return the ids of the claims that are printed wrongly: of each likely error the one that spoils the others."""
    errors = [verdict for verdict in slips if verdict.kind is VerdictKind.LIKELY_ERROR]
    return {verdict.claims[0] for verdict in errors if verdict.rule != "square-miles"} & {c.id for c in view.seen}


def _too_old(view: DayInView) -> list[Verdict]:
    """Say how old the newest figures are where nothing is said about a day or the day before."""
    figures = figures_on(view.seen, view.on, view.known)
    ground = [f for f in figures if f.lead.metric in (Metric.AREA_KM2, Metric.SETTLEMENTS, Metric.DEPTH_KM)]
    if not ground:
        return []
    newest = sorted(ground, key=lambda figure: figure.age_days)[:2]
    listed = and_join(
        [
            f"{METRIC_WORDS[f.lead.metric]} {value_words(f.lead)}, {KIND_WORDS[f.lead.kind]} ({f.lead.claimant}, "
            f"{day_words(f.lead.about_date, year=False)}, {days_words(f.age_days)} old)"
            for f in newest
        ]
    )
    reason = f"No figure about this day can be held against another. The newest on the ground are too old: {listed}."
    ids = tuple(claim.id for figure in newest for claim in figure.claims)
    days = tuple(sorted({figure.lead.about_date for figure in newest}))
    assumption = "The ground may have changed since."
    return [
        Verdict(
            VerdictKind.NOT_COMPARABLE,
            "too-old",
            reason,
            assumption,
            {"age_days": float(newest[0].age_days)},
            ids,
            days,
        )
    ]
