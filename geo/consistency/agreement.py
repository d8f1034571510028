"""Check whether figures of one metric and one day, each from another statement, can all be true."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from geo.consistency.readings import last_digit, significant_digits
from geo.consistency.scopes import Subject
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements, ids_of
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


#: Metrics that are counted; depths, widths and areas are measured.
_MEASURED = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2})
#: What the figure of an earlier day may differ by before that is told, as a factor: ground moves. Of the day before,
#: and of the days before that.
_DAYS_BETWEEN_RATIO = (1.3, 2.0)


def agreement(view: DayInView, metric: Metric) -> list[Verdict]:
    """Lay all figures of one metric, kind and scope side by side, the day before included, its age said.

    Where the day has one voice alone, the newest of the last days stands beside it. Where one value suits all of them
    they are consistent. Where none does, they can be true together only if they count different things: which they do
    is seldom said, so it is never called impossible.
    """
    found = []
    groups: dict[tuple[Kind, Subject], list[StatementGroup]] = defaultdict(list)
    for statement in (*view.statements, *view.older):
        carried = statement.age_days > 0 and metric not in CARRIED
        if statement.lead.metric is metric and statement.lead.kind in IN_EFFECT and not carried:
            groups[statement.lead.kind, statement.scope].append(statement)
    for group in groups.values():
        statements = _side_by_side_of(group)
        if len(statements) > 1:
            found.append(_side_by_side(statements))
    return found


def _side_by_side_of(group: Sequence[StatementGroup]) -> list[StatementGroup]:
    """Choose what stands side by side: the day's figures, else one of them and the newest of the days before.

    What a side said the day before is left out where it speaks of the day itself; observers are no side.
    """
    today = [statement for statement in group if statement.age_days == 0]
    if not today:
        return []
    sides = {statement.lead.side for statement in today} - {Side.INDEPENDENT}
    claimants = {statement.lead.claimant for statement in today}
    earlier = [s for s in group if s.age_days and s.lead.side not in sides and s.lead.claimant not in claimants]
    day_before = [statement for statement in earlier if statement.age_days == 1]
    if day_before or len(today) > 1:
        return [*today, *day_before]
    newest = min((statement.age_days for statement in earlier), default=0)
    return [*today, *(statement for statement in earlier if statement.age_days == newest)]


def _side_by_side(statements: Sequence[StatementGroup]) -> Verdict:
    metric, kind = statements[0].lead.metric, statements[0].lead.kind
    low, high = max(v.allowed.low for v in statements), min(v.allowed.high for v in statements)
    loose = max(v.loose.low for v in statements) <= min(v.loose.high for v in statements)
    listed = and_join([statement.value_said for statement in sorted(statements, key=lambda v: v.lead.value)])
    numbers = {
        f"lowest_{metric}": min(v.lead.value for v in statements),
        f"highest_{metric}": max(v.lead.value for v in statements),
    }
    label = METRIC_LABELS[metric] + ("" if kind is Kind.TOTAL else f" ({KIND_LABELS[kind]})")
    ages = [statement.age_days for statement in statements]
    ids, days, rule = ids_of(statements), days_of_statements(statements), f"same-day-{metric}"
    all_, every = ("both", "both") if len(statements) == 2 else ("all", "every one")
    if loose and not _limit_far_above(statements):
        common = f" from {low:,.6g} to {high:,.6g}" if math.isfinite(high) else f" of {low:,.6g} or more"
        common = f" of {low:,.6g}" if low == high else common
        suits = f"a value{common} suits {every}"
        if low > high:
            suits = f"they are the same when rounded to the digits of {_roundest(statements).value_said}"
        reason = f"{label.capitalize()}: {listed} can {all_} be true; {suits}."
        about = (
            "; “about” leaves a tenth either way" if any(v.lead.modality is Modality.ABOUT for v in statements) else ""
        )
        between = " Nothing changed between the days." if max(ages) else ""
        assumption = f"{all_.capitalize()} {_verb(metric)} the same thing{about}.{between}"
        hypothesis = "rounded" if low > high else ""
        return Verdict(VerdictKind.CONSISTENT, rule, reason, assumption, numbers, ids, days, hypothesis=hypothesis)
    reason = f"{label.capitalize()}: {listed} can't be {'measures' if metric in _MEASURED else 'counts'} of one thing."
    if loose:
        reason = f"{label.capitalize()}: {listed}. “Up to” is a limit, which a smaller figure does not break."
    if max(ages) and not _conflict_of_today(statements):
        return _days_apart(statements, f"{label.capitalize()}: {listed}.", numbers)
    between = "; or the day between changed that much" if max(ages) else ""
    assumption = f"Only if {_ONLY_IF.get(metric, 'they count different things')}{between}."
    hypothesis = "other-ground" if metric in _MEASURED else "other-count"
    if metric is Metric.DEPTH_KM and len({v.lead.claimant for v in statements}) == 1:
        assumption = "Only if they speak of two axes, or of the deepest point and of ground held."
        hypothesis = "other-axis"
    rounded = _rounded_too_far(statements)
    if rounded is not None:
        also = assumption.removeprefix("Only if ").removesuffix(".")
        assumption = f"Only if {rounded.value_said} is rounded, or {also}."
        hypothesis = "rounded"
    return Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days, hypothesis=hypothesis)


#: No figure is rounded by more than this share.
_MOST_ROUNDED = 0.4


def _rounded_too_far(statements: Sequence[StatementGroup]) -> StatementGroup | None:
    """Return a figure that lies within one step of its last digit of each figure that it does not suit."""
    for one in statements:
        step = last_digit(one.lead.value)
        step *= 5 if round(one.lead.value / step) % 5 == 0 else 1
        apart = [v for v in statements if v is not one and not v.loose.meets(one.loose)]
        near = all(abs(v.lead.value - one.lead.value) <= step for v in apart)
        far = max((abs(v.lead.value - one.lead.value) for v in apart), default=0.0)
        if apart and near and step >= 0.05 * one.lead.value and far <= _MOST_ROUNDED * one.lead.value:
            return one
    return None


def _conflict_of_today(statements: Sequence[StatementGroup]) -> bool:
    """Whether the figures of the day itself do not suit each other."""
    today = [v.loose for v in statements if v.age_days == 0]
    return max(v.low for v in today) > min(v.high for v in today)


def _days_apart(statements: Sequence[StatementGroup], listed: str, numbers: dict[str, float]) -> Verdict:
    """Tell figures of different days with their ages: the days between may explain what lies between them."""
    metric = statements[0].lead.metric
    lows, highs = [v.loose.low for v in statements], [v.loose.high for v in statements]
    ids, days, rule = ids_of(statements), days_of_statements(statements), f"same-day-{metric}"
    ratio = _DAYS_BETWEEN_RATIO[max(v.age_days for v in statements) > 1]
    far = max(lows) > ratio * min(highs)
    if not far:
        assumption = "What lies between the figures was won or lost in the days between."
        return Verdict(VerdictKind.NOT_COMPARABLE, rule, listed, assumption, numbers, ids, days)
    assumption = f"Only if the days between changed that much, or {_ONLY_IF[metric]}."
    return Verdict(VerdictKind.ONLY_IF, rule, listed, assumption, numbers, ids, days, hypothesis="other-hour")


def _verb(metric: Metric) -> str:
    return "measure" if metric in _MEASURED else "count"


def _roundest(statements: Sequence[StatementGroup]) -> StatementGroup:
    return min(statements, key=lambda v: (significant_digits(v.lead.value), v.lead.id))


def _limit_far_above(statements: Sequence[StatementGroup]) -> bool:
    """Whether some depth is put as "up to" a limit that lies beyond another's value: the deepest point, then."""
    limits = [v.allowed.high for v in statements if v.lead.modality is Modality.UP_TO]
    others = [v.allowed.high for v in statements if v.lead.modality is not Modality.UP_TO]
    depth = statements[0].lead.metric is Metric.DEPTH_KM
    return depth and bool(limits and others) and max(limits) > _LIMIT_RATIO * min(others)


#: "Up to" this many times another's depth is still the same depth put as a limit.
_LIMIT_RATIO = 2.0


def two_versions(view: DayInView) -> list[Verdict]:
    """Find a statement that outlets print with values which do not suit each other: one root, claimant and scope."""
    found = []
    versions: dict[object, list[StatementGroup]] = defaultdict(list)
    for group in view.today:
        if group.lead.root and group.lead.kind in IN_EFFECT:
            versions[group.lead.root, group.lead.claimant, group.lead.metric, group.lead.kind, group.scope].append(
                group
            )
    for same in versions.values():
        if len(same) > 1 and same[0].lead.metric is not Metric.DEPTH_KM:
            lead, metric = same[0].lead, same[0].lead.metric
            values = {format_value(group.lead): group.lead.value for group in same}
            found.append(
                Verdict(
                    VerdictKind.LIKELY_ERROR,
                    "one-statement-two-figures",
                    f"{METRIC_LABELS[metric].capitalize()}: one statement of {lead.claimant} ({lead.root}) is "
                    f"printed with {and_join(list(values))}.",
                    "The ledger is right that these repeat one statement about the same thing.",
                    {f"version_{number}_{metric}": value for number, value in enumerate(values.values(), 1)},
                    ids_of(same),
                    (view.as_of.on,),
                    "one of the outlets has the figure wrong",
                    hypothesis="unknown-slip",
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
    totals = {(statement.lead.metric, statement.scope) for statement in view.today if statement.lead.kind is Kind.TOTAL}
    loose = [statement for statement in statements if (statement.lead.metric, statement.scope) in totals]
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
