"""A record as a report cites it: what was said, by whom, about which day, and where it can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.model.case import Case
from geo.model.claims import Basis, Checked, Claim, Kind, Reported, Side
from geo.model.evacuation import EvacuationOrder, Scope
from geo.model.labels import (
    DATE_BASIS_WORDS,
    KIND_WORDS,
    METRIC_WORDS,
    ORDER_WORDS,
    STATUS_WORDS,
    in_brackets,
    value_words,
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
        day_note=DATE_BASIS_WORDS[record.about_basis] or DATE_BASIS_WORDS[record.known_basis],
        checked=record.checked,
        publisher=source.publisher,
        url=source.url,
    )


def said(record: Reported) -> str:
    """Put what a record says into a few words: the figure, the status, the order."""
    if isinstance(record, Claim):
        kind = "" if record.kind is Kind.TOTAL else f", {KIND_WORDS[record.kind]}"
        basis = "" if record.basis is Basis.STATED else ", computed and not stated"
        return f"{value_words(record)} {METRIC_WORDS[record.metric]}{kind}{basis}"
    if isinstance(record, ControlEvent):
        return STATUS_WORDS[record.status]
    if isinstance(record, EvacuationOrder):
        scope = "" if record.scope is Scope.WHOLE else f", a part: {record.scope_note or 'which is not said'}"
        return ORDER_WORDS[record.kind] + scope
    return record.summary
