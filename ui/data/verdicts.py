"""Verdicts as plain data: what can be true together, in the words that a page shows."""

from __future__ import annotations

from collections.abc import Iterable

import shapely

from geo.consistency.verdict import SpokenGround, Verdict, VerdictKind
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.evacuation import EvacuationOrder
from geo.model.labels import METRIC_LABELS, ORDER_LABELS, STATUS_LABELS, format_date, format_value
from geo.model.places import ControlEvent
from ui.data.entries import Data, drawn_name

VERDICT_WORDS = {
    VerdictKind.INCONSISTENT: "can't be true together",
    VerdictKind.LIKELY_ERROR: "likely error",
    VerdictKind.ONLY_IF: "only if",
    VerdictKind.CONSISTENT: "can stand together",
    VerdictKind.NOT_COMPARABLE: "not to be compared",
}


def verdicts_data(case: Case, verdicts: Iterable[Verdict]) -> list[Data]:
    """Put verdicts, worst first, into the form that `static/records.js` draws."""
    records = records_by_id(case)
    return [
        {
            "kind": verdict.kind.value,
            "words": VERDICT_WORDS[verdict.kind],
            "rule": verdict.rule,
            "reason": verdict.reason,
            "assumption": verdict.assumption,
            "mistake": verdict.mistake,
            "days": ", ".join(format_date(day, year=False) for day in verdict.days),
            "claims": _claims(case, verdict, records),
            "grounds": [ground_data(ground) for ground in verdict.grounds],
        }
        for verdict in verdicts
    ]


def ground_data(ground: SpokenGround) -> Data:
    """Put a ground into the form of the message that shows it on the map: rings, lines or points of flat lon, lat."""
    geometry = ground.geometry
    parts = shapely.get_parts(geometry)
    family = {0: "point", 1: "line", 2: "area"}[shapely.get_dimensions(geometry).item()]
    if family == "area":
        parts = shapely.get_parts(shapely.get_rings(parts))
    return {
        "name": ground.name,
        "reason": ground.reason,
        "form": family,
        "parts": [shapely.get_coordinates(part).round(5).ravel().tolist() for part in parts],
    }


def counts_words(verdicts: Iterable[Verdict]) -> str:
    """Count verdicts by kind in one line, worst first; empty when there are none.

    Consistent and incomparable ones are counted together: they need no second look.
    """
    kinds = [verdict.kind for verdict in verdicts]
    told = (VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR, VerdictKind.ONLY_IF, VerdictKind.CONSISTENT)
    parts = [f"{kinds.count(kind)} {VERDICT_WORDS[kind]}" for kind in told if kind in kinds]
    return " · ".join(parts)


def records_by_id(case: Case) -> dict[str, Claim | ControlEvent | EvacuationOrder]:
    """Every record that a verdict may name."""
    records: tuple[tuple[Claim | ControlEvent | EvacuationOrder, ...], ...]
    records = (case.claims, case.control_events, case.orders)
    return {record.id: record for kind in records for record in kind}


def _claims(case: Case, verdict: Verdict, records: dict[str, Claim | ControlEvent | EvacuationOrder]) -> list[Data]:
    """Name what a verdict speaks of, each statement once however many publications carry it."""
    named: dict[str, Data] = {}
    for ident in verdict.claims:
        record = records[ident]
        if isinstance(record, Claim):
            text = f"{format_value(record)} {METRIC_LABELS[record.metric]}, {record.claimant}"
            name = drawn_name(case, record)
        elif isinstance(record, ControlEvent):
            place = case.settlements[record.settlement].name_en
            text, name = (
                f"{place}: {STATUS_LABELS[record.status]}, {record.claimant}",
                f"settlement:{record.settlement}",
            )
        else:
            zone = case.zones[record.zone].name_en
            text, name = f"{zone}: {ORDER_LABELS[record.kind]}, {record.claimant}", f"zone:{record.zone}"
        named.setdefault(text, {"text": text, "name": name, "side": record.side.value})
    return list(named.values())
