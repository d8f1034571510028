"""Check the dates of the records themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.consistency.statements import DayInView, and_join
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.asof import records_as_of
from geo.model.claims import Claim, DateBasis, Metric, Reported
from geo.model.evacuation import EvacuationOrder
from geo.model.faults import Fault
from geo.model.labels import METRIC_LABELS, format_date, format_value, in_brackets
from geo.model.places import ControlEvent

#: What there can be none of before the operation began.
_OF_THE_OPERATION = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})


def clock_verdicts(view: DayInView) -> list[Verdict]:
    """Find records about this day that were known before it, speak of a day before the operation, or have no day.

    An order may be known before the day from which it holds: it is announced.
    """
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
    return [
        *_known_before(records),
        *_before_operation(records, view),
        *_undated(records),
        *_announced_early(records),
        *_roots_of_two_days(view),
        *_left_out(view),
    ]


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
        if r.known_date < r.about_date and not isinstance(r, EvacuationOrder)
    ]


#: Orders are announced days ahead, not weeks.
ANNOUNCED_DAYS = 14


def _announced_early(records: Sequence[Reported]) -> list[Verdict]:
    found = []
    for order in (r for r in records if isinstance(r, EvacuationOrder)):
        early = (order.about_date - order.known_date).days
        if early > ANNOUNCED_DAYS:
            reason = (
                f"{order.id} {in_brackets(order.claimant)} orders from {format_date(order.about_date)} on and was "
                f"known on {format_date(order.known_date)}, {early} days before."
            )
            assumption = "Only if it was announced so long before; else the month or the day is wrong."
            kind, rule, numbers = VerdictKind.ONLY_IF, "known-before-about", {"days_early": float(early)}
            day = (order.about_date,)
            found.append(Verdict(kind, rule, reason, assumption, numbers, (order.id,), day, hypothesis="wrong-day"))
    return found


def _roots_of_two_days(view: DayInView) -> list[Verdict]:
    """Find a figure of this day whose root is a statement of a day before, with the same figure."""
    today = [c for c in view.seen if c.about_date == view.as_of.on and c.root and c.id not in view.faulty]
    named = {claim.root for claim in today}
    earlier = (c for c in view.seen if c.root in named and c.about_date < view.as_of.on and c.id not in view.faulty)
    roots = {_root_of(claim): claim for claim in earlier}
    found = []
    for claim in today:
        before = roots.get(_root_of(claim))
        if before is not None:
            day = format_date(before.about_date, year=False)
            reason = (
                f"{format_value(claim)} {METRIC_LABELS[claim.metric]} {in_brackets(claim.claimant)} goes back to "
                f"“{claim.root}”, which gave the very figure for {day}."
            )
            assumption = "Only if the statement was made again; else the figure is that of the earlier day."
            days = (before.about_date, claim.about_date)
            ids = (claim.id, before.id)
            kind, mistake = VerdictKind.ONLY_IF, f"a figure of {day} is dated by the day on which it was repeated"
            found.append(
                Verdict(kind, "root-two-days", reason, assumption, {}, ids, days, mistake, hypothesis="older-figure")
            )
    return found


def _root_of(claim: Claim) -> tuple[object, ...]:
    return claim.root, claim.metric, claim.kind, claim.value, claim.value_high, claim.modality, claim.zone


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


#: Files whose rejected rows may have spoken of a day.
_DATED_FILES = ("claims.csv", "control_events.csv", "evacuation_orders.csv")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _left_out(view: DayInView) -> list[Verdict]:
    """Say which rows the ledger rejected that speak of this day, or of no day that can be told."""
    day = view.as_of.on
    rows: dict[tuple[str, int | None], Fault] = {}
    for fault in view.case.faults:
        days = _ISO_DAY.findall(f"{fault.reason} {fault.value}")
        if fault.file in _DATED_FILES and (not days or day.isoformat() in days):
            rows.setdefault((fault.file, fault.row), fault)
    if not rows:
        return []
    faults = list(rows.values())
    listed = "; ".join(str(fault) for fault in faults[:3])
    more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
    count = "1 row was" if len(faults) == 1 else f"{len(faults)} rows were"
    return [
        Verdict(
            VerdictKind.NOT_COMPARABLE,
            "rows-left-out",
            f"{count} left out of the ledger and compared with nothing: {listed}{more}.",
            "The rows may hold what would change a verdict; correct them, or take them out.",
            {"rows": float(len(faults))},
            (),
            (day,),
        )
    ]
