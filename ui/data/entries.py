"""A record as plain data for the panel: its words, its provenance, its days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from geo.analysis.figures import Figure
from geo.model.case import Case
from geo.model.claims import Basis, Checked, Claim, Kind, Metric, Reported, Source, Statement
from geo.model.evacuation import EvacuationOrder, OrderScope
from geo.model.labels import (
    CHECKED_LABELS,
    DATE_BASIS_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    ORDER_LABELS,
    SIDE_LABELS,
    STATUS_LABELS,
    format_date,
    format_day_count,
    format_value,
)
from geo.model.places import ControlEvent

Data = dict[str, Any]

#: Metrics that have an axis to themselves, so that a row need not name its own.
_OWN_AXIS = {Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS}


def reported(case: Case, record: Reported) -> Data:
    """Who said it, about which day, published when and where, and whether somebody checked."""
    days = [DATE_BASIS_LABELS[record.about_basis], DATE_BASIS_LABELS[record.known_basis]]
    return {
        "id": record.id,
        "who": record.claimant,
        "role": record.role,
        "side": record.side.value,
        "sideWords": SIDE_LABELS[record.side],
        "about": format_date(record.about_date),
        "known": format_date(record.known_date),
        "late": record.known_date > record.about_date,
        "dayNote": next((note for note in days if note), ""),
        "unchecked": record.checked in {Checked.UNCHECKED, Checked.UNSETTLED},
        "checked": CHECKED_LABELS[record.checked],
        "summary": record.summary,
        "sources": _sources(case, [record]),
    }


def figure_data(case: Case, figure: Figure) -> Data:
    """One figure, with every publication that repeats it."""
    lead = figure.lead
    return reported(case, lead) | {
        "text": format_value(lead),
        "metric": METRIC_LABELS[lead.metric],
        "label": "" if lead.metric in _OWN_AXIS else METRIC_LABELS[lead.metric],
        "value": lead.value,
        "high": lead.value_high,
        "modality": lead.modality.value,
        "computed": lead.basis is Basis.COMPUTED,
        "computedFrom": lead.computed_from,
        "kind": KIND_LABELS[lead.kind],
        "total": lead.kind is Kind.TOTAL,
        "place": "" if lead.place == f"{case.main_oblast} Oblast" else lead.place,
        "parts": [_part_words(lead, part) for part in figure.parts],
        "wordings": list(figure.other_wordings),
        "age": format_day_count(figure.age_days) if figure.age_days else "",
        "name": drawn_name(case, lead),
        "sources": _sources(case, figure.claims),
    }


def _part_words(whole: Claim, part: Claim) -> str:
    """Say what a part is of: children by name, else the place that it speaks of."""
    if part.metric is whole.metric:
        return f"of these {format_value(part)} from {part.place or 'a part'}"
    return f"{format_value(part)} of them {METRIC_LABELS[part.metric].split()[0]}"


def claim_entry(case: Case, claim: Claim) -> Data:
    """One claim as one publication has it."""
    what = f"{format_value(claim)} · {METRIC_LABELS[claim.metric]} · {KIND_LABELS[claim.kind]}"
    basis = f" · computed from {claim.computed_from}" if claim.basis is Basis.COMPUTED else " · stated"
    return reported(case, claim) | {"text": what + basis}


def event_entry(case: Case, event: ControlEvent) -> Data:
    """One statement about a place."""
    return reported(case, event) | {"text": STATUS_LABELS[event.status]}


def order_entry(case: Case, order: EvacuationOrder) -> Data:
    """One statement about an evacuation zone."""
    scope = f" · {order.scope_note or 'part of the zone'}" if order.scope is OrderScope.PART else ""
    count = f" · {order.settlements:,} settlements" if order.settlements else ""
    return reported(case, order) | {"text": ORDER_LABELS[order.kind] + scope + count}


def statement_entry(case: Case, said: Statement) -> Data:
    """One statement without a number."""
    return {
        "who": said.speaker,
        "role": said.role,
        "side": said.side.value,
        "summary": said.summary,
        "sources": [_source(case.sources[said.source])],
    }


def drawn_name(case: Case, claim: Claim) -> str:
    """Name what a click on a figure selects: the advance that draws the claim, or else the claim itself."""
    for placement in case.placements:
        if claim.id in {placement.depth_claim, placement.width_claim}:
            return f"advance:{placement.id}"
    return f"claim:{claim.id}"


def _sources(case: Case, records: Iterable[Reported]) -> list[Data]:
    found = {record.source: _source(case.sources[record.source]) for record in records}
    return list(found.values())


def _source(source: Source) -> Data:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "day": format_date(source.published),
    }
