"""Check whether figures of one metric and one day, each from another statement, can all be true."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from geo.analysis.value_range import allowed
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements, ids_of, scope
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Kind, Metric, Modality, Side
from geo.model.labels import KIND_LABELS, METRIC_LABELS, format_value

#: Kinds that stand for themselves, so that two of them can be laid side by side.
IN_EFFECT = (Kind.TOTAL, Kind.REMAINING, Kind.RETAKEN, Kind.POPULATION)

#: Metrics of which a figure of the day before stands beside one of the day; totals of people simply grow meanwhile.
CARRIED = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})

_ONLY_IF = {
    Metric.DEPTH_KM: "they mean different depths: the deepest point that small groups reached, or ground held",
    Metric.WIDTH_KM: "they read the width differently: straight, or along the border",
    Metric.AREA_KM2: "they count different ground: held, merely entered, or unclear",
    Metric.SETTLEMENTS: "they count differently: places held, entered or merely seen; villages, or also hamlets",
    Metric.PEOPLE_MOVED: "they count different people: those moved by officials, or also those who left by themselves",
    Metric.PEOPLE_PLANNED: "they speak of different plans or districts",
    Metric.PEOPLE_PRESENT: "they count different people: registered, living there, or still there",
    Metric.CIVILIANS_KILLED: "they were counted at different hours or by different offices",
    Metric.CIVILIANS_WOUNDED: "they count different people: all who were hurt, or those taken to hospital",
}


def agreement(view: DayInView, metric: Metric) -> list[Verdict]:
    """Lay all figures of one metric, kind and place side by side, the day before included, its age said.

    Where one value suits all of them they are consistent. Where none does, they can be true together only if they
    count different things: which they do is seldom said, so it is never called impossible.
    """
    found = []
    groups: dict[tuple[Kind, str], list[StatementGroup]] = defaultdict(list)
    for statement in view.statements:
        carried = statement.age_days > 0 and metric not in CARRIED
        if statement.lead.metric is metric and statement.lead.kind in IN_EFFECT and not carried:
            groups[statement.lead.kind, scope(statement.lead)].append(statement)
    for group in groups.values():
        statements = _latest_of_side(group)
        if len(statements) > 1 and any(statement.age_days == 0 for statement in statements):
            found.append(_side_by_side(statements))
    return found


def _latest_of_side(statements: Sequence[StatementGroup]) -> list[StatementGroup]:
    """Leave out what a side said the day before where it speaks of the day itself; observers are no side."""
    today = {statement.lead.side for statement in statements if statement.age_days == 0} - {Side.INDEPENDENT}
    return [statement for statement in statements if statement.age_days == 0 or statement.lead.side not in today]


def _side_by_side(statements: Sequence[StatementGroup]) -> Verdict:
    metric, kind = statements[0].lead.metric, statements[0].lead.kind
    low, high = max(v.allowed.low for v in statements), min(v.allowed.high for v in statements)
    listed = and_join([statement.value_said for statement in sorted(statements, key=lambda v: v.lead.value)])
    numbers = {
        f"lowest_{metric}": min(v.lead.value for v in statements),
        f"highest_{metric}": max(v.lead.value for v in statements),
    }
    label = METRIC_LABELS[metric] + ("" if kind is Kind.TOTAL else f" ({KIND_LABELS[kind]})")
    carried = len(days_of_statements(statements)) > 1
    if low <= high and not _limit_far_above(statements):
        common = f" from {low:,.6g} to {high:,.6g}" if math.isfinite(high) else f" of {low:,.6g} or more"
        common = f" of {low:,.6g}" if low == high else common
        all_, every = ("both", "both") if len(statements) == 2 else ("all", "every one")
        reason = f"{label.capitalize()}: {listed} can {all_} be true; a value{common} suits {every}."
        about = (
            "; “about” leaves a tenth either way" if any(v.lead.modality is Modality.ABOUT for v in statements) else ""
        )
        between = " Nothing changed between the days." if carried else ""
        assumption = f"{all_.capitalize()} count the same thing{about}.{between}"
        return Verdict(
            VerdictKind.CONSISTENT,
            f"same-day-{metric}",
            reason,
            assumption,
            numbers,
            ids_of(statements),
            days_of_statements(statements),
        )
    reason = f"{label.capitalize()}: {listed} can't be counts of one thing."
    if low <= high:
        reason = f"{label.capitalize()}: {listed}. “Up to” is a limit, which a smaller figure does not break."
    between = "; or the day between changed that much" if carried else ""
    assumption = f"Only if {_ONLY_IF.get(metric, 'they count different things')}{between}."
    return Verdict(
        VerdictKind.ONLY_IF,
        f"same-day-{metric}",
        reason,
        assumption,
        numbers,
        ids_of(statements),
        days_of_statements(statements),
    )


def _limit_far_above(statements: Sequence[StatementGroup]) -> bool:
    """Whether some depth is put as "up to" a limit that lies beyond another's value: the deepest point, then."""
    limits = [v.allowed.high for v in statements if v.lead.modality is Modality.UP_TO]
    others = [v.allowed.high for v in statements if v.lead.modality is not Modality.UP_TO]
    depth = statements[0].lead.metric is Metric.DEPTH_KM
    return depth and bool(limits and others) and max(limits) > min(others)


def two_versions(view: DayInView) -> list[Verdict]:
    """Find a statement that outlets print with values which do not suit each other: one root, claimant and place."""
    found = []
    for statement in view.today:
        own = [claim for claim in statement.claims if claim.claimant == statement.lead.claimant and claim.root]
        odd = [claim for claim in own if not allowed(claim).meets(statement.allowed)]
        if odd:
            versions = {format_value(claim): claim.value for claim in (statement.lead, *odd)}
            metric = statement.lead.metric
            found.append(
                Verdict(
                    VerdictKind.LIKELY_ERROR,
                    "one-statement-two-figures",
                    f"{METRIC_LABELS[metric]}: one statement of {statement.lead.claimant} ({statement.lead.root}) is "
                    f"printed with {and_join(list(versions))}.",
                    "The ledger is right that these repeat one statement about the same thing.",
                    {f"version_{number}_{metric}": value for number, value in enumerate(versions.values(), 1)},
                    (statement.lead.id, *(claim.id for claim in odd)),
                    (view.as_of.on,),
                    "one of the outlets has the figure wrong",
                )
            )
    return found


def _no_total(statement: StatementGroup) -> bool:
    """Whether a figure is a gain, a part or a rest; increments of a plan have a rule of their own."""
    return (
        statement.lead.kind not in (Kind.TOTAL, Kind.POPULATION) and statement.lead.metric is not Metric.PEOPLE_PLANNED
    )


def no_totals(view: DayInView) -> list[Verdict]:
    """Say which figures of the day look like totals, have a total beside them, and are none: a gain, a part, a rest."""
    statements = [statement for statement in view.today if _no_total(statement)]
    totals = {
        (statement.lead.metric, scope(statement.lead)) for statement in view.today if statement.lead.kind is Kind.TOTAL
    }
    loose = [statement for statement in statements if (statement.lead.metric, scope(statement.lead)) in totals]
    if not loose:
        return []
    listed = and_join([f"{v.words}, {KIND_LABELS[v.lead.kind]} ({v.by})" for v in loose])
    reason = f"No totals, so held against none of the day's totals: {listed}."
    assumption = "The ledger has the kinds right: what is additional, retaken, remaining or a part is no total."
    return [
        Verdict(
            VerdictKind.NOT_COMPARABLE, "not-a-total", reason, assumption, {}, ids_of(loose), days_of_statements(loose)
        )
    ]
