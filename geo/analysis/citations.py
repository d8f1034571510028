"""Cite a record as a report does: what was said, by whom, about which day, and where it can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.model.case import Case
from geo.model.claims import Basis, Checked, Claim, Kind, Reported, Side
from geo.model.evacuation import EvacuationOrder, OrderScope
from geo.model.labels import (
    DATE_BASIS_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    ORDER_LABELS,
    STATUS_LABELS,
    format_value,
    in_brackets,
)
from geo.model.places import ControlEvent


@dataclass(frozen=True, slots=True)
class Cited:
    """One record with its source; `day_note` says where its day comes from when the page did not state it."""

    id: str
    said: str
    claimant: str
    side: Side
    about_date: date
    known_date: date
    day_note: str
    checked: Checked
    publisher: str
    url: str

    def __str__(self) -> str:
        said = f"{self.claimant}, about {self.about_date}, known {self.known_date}; {self.publisher}"
        return f"{self.said} {in_brackets(said)}"


def cite(case: Case, record: Reported) -> Cited:
    """Cite a record of a case."""
    source = case.sources[record.source]
    return Cited(
        id=record.id,
        said=said(record),
        claimant=record.claimant,
        side=record.side,
        about_date=record.about_date,
        known_date=record.known_date,
        day_note=DATE_BASIS_LABELS[record.about_basis] or DATE_BASIS_LABELS[record.known_basis],
        checked=record.checked,
        publisher=source.publisher,
        url=source.url,
    )


def said(record: Reported) -> str:
    """Put what a record says into a few words: the figure, the status, the order."""
    if isinstance(record, Claim):
        kind = "" if record.kind is Kind.TOTAL else f", {KIND_LABELS[record.kind]}"
        basis = "" if record.basis is Basis.STATED else ", computed and not stated"
        return f"{format_value(record)} {METRIC_LABELS[record.metric]}{kind}{basis}"
    if isinstance(record, ControlEvent):
        return STATUS_LABELS[record.status]
    if isinstance(record, EvacuationOrder):
        scope = "" if record.scope is OrderScope.WHOLE else f", a part: {record.scope_note or 'which is not said'}"
        return ORDER_LABELS[record.kind] + scope
    return record.summary
