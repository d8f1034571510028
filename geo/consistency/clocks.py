"""Check the dates of the records themselves."""

from __future__ import annotations

from collections.abc import Sequence

from geo.consistency.statements import DayInView, and_join
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.asof import records_as_of
from geo.model.claims import Claim, DateBasis, Metric, Reported
from geo.model.labels import format_date, in_brackets
from geo.model.places import ControlEvent

#: What there can be none of before the operation began.
_OF_THE_OPERATION = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})


def clock_verdicts(view: DayInView) -> list[Verdict]:
    """Find records about this day that were known before it, speak of a day before the operation, or have no day."""
    records: list[Reported] = [
        record
        for group in (
            view.seen,
            records_as_of(view.case.control_events, view.as_of),
            records_as_of(view.case.orders, view.as_of),
        )
        for record in group
        if record.about_date == view.as_of.on
    ]
    return [*_known_before(records), *_before_operation(records, view), *_undated(records)]


def _known_before(records: Sequence[Reported]) -> list[Verdict]:
    return [
        Verdict(
            VerdictKind.LIKELY_ERROR,
            "known-before-about",
            f"{r.id} {in_brackets(r.claimant)} speaks of {format_date(r.about_date)} "
            f"but was known on {format_date(r.known_date)}.",
            "A record tells what was, and is no forecast.",
            {"days_early": float((r.about_date - r.known_date).days)},
            (r.id,),
            (r.about_date,),
            "one of its two days is wrong",
        )
        for r in records
        if r.known_date < r.about_date
    ]


def _before_operation(records: Sequence[Reported], view: DayInView) -> list[Verdict]:
    start = view.case.settings.start_date
    early = [
        r
        for r in records
        if r.about_date < start
        and (isinstance(r, ControlEvent) or (isinstance(r, Claim) and r.metric in _OF_THE_OPERATION))
    ]
    return [
        Verdict(
            VerdictKind.LIKELY_ERROR,
            "before-operation",
            f"{r.id} {in_brackets(r.claimant)} speaks of {format_date(r.about_date)}; "
            f"the operation began on {format_date(start)}.",
            "The case has the operation's first day right.",
            {"days_before": float((start - r.about_date).days)},
            (r.id,),
            (r.about_date,),
            "the day, the month or the year is wrong",
        )
        for r in early
    ]


def _undated(records: Sequence[Reported]) -> list[Verdict]:
    undated = [r for r in records if r.about_basis is DateBasis.PLACEHOLDER]
    if not undated:
        return []
    whose = and_join(list(dict.fromkeys(r.claimant for r in undated)))
    count = "1 record" if len(undated) == 1 else f"{len(undated)} records"
    reason = (
        f"{count} {in_brackets(whose)} of {format_date(undated[0].about_date, year=False)} may be of another day, "
        "as the page gives none; nothing is compared with it."
    )
    ids = tuple(r.id for r in undated)
    assumption = "The ledger's placeholder may be days off."
    return [Verdict(VerdictKind.NOT_COMPARABLE, "undated", reason, assumption, {}, ids, (undated[0].about_date,))]
