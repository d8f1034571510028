"""The day as tables: the map's equal, for reading, sorting and screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from geo.model.case import Case
from geo.model.claims import Claim, Reported
from geo.model.evacuation import zones_on
from geo.model.fronts import FrontOn
from geo.model.labels import (
    BASIS_LABELS,
    CHECKED_LABELS,
    DATE_BASIS_LABELS,
    FRONT_STATE_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    ORDER_LABELS,
    SIDE_LABELS,
    STATUS_LABELS,
    format_value,
    front_label,
)
from geo.model.places import places_on
from geo.reports.briefing import Briefing
from geo.reports.view import View

_SAID = ("Claimant", "Side", "About", "Known", "Day", "Checked", "Published by", "Link")


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of plain values; the column "Link" holds web addresses."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def column(self, name: str) -> list[Any]:
        """Return the values of one column."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]

    def without_empty(self, *names: str) -> Table:
        """Return the table without those of the named columns that hold nothing in any row."""
        empty = {name for name in names if all(value in (None, "") for value in self.column(name))}
        kept = [number for number, column in enumerate(self.columns) if column not in empty]
        return Table(tuple(self.columns[n] for n in kept), [tuple(row[n] for n in kept) for row in self.rows])


R = TypeVar("R", bound=Reported)

FIGURE_COLUMNS = ("Metric", "Claim", "Kind", "Basis", "Computed from", "Place", "Days old", *_SAID)
#: What tells a claim from another comes first, so that it stands on a screen without scrolling.
LEDGER_COLUMNS = (
    *("Id", "Metric", "Claim", "Claimant", "Side", "About", "Known", "Published by", "Link"),
    *("Superseded", "Place", "Kind", "Basis", "Checked", "Day"),
)
PLACE_COLUMNS = ("Place", "Russian", "Said", "Disputed", "On the map", *_SAID)
#: Columns of what a front measures, and the fields of FrontFigures that they show.
FRONT_FIGURES = {
    "Area, km²": "area_km2",
    "Beyond the border, km²": "target_km2",
    "Depth, km": "depth_max_km",
    "Area / straight width, km": "depth_mean_km",
    "Width straight, km": "width_chord_km",
    "Width along, km": "width_along_km",
    "Fill": "fill",
    "Gained, km²": "gained_km2",
    "Lost, km²": "lost_km2",
}
FRONT_COLUMNS = ("Mapper", "Drawn as", "State", "Days old", "Drawn for", "Known", *FRONT_FIGURES, "File", "Licence")
ZONE_COLUMNS = ("Zone", "Said", "Scope", "Extent", *_SAID)


def figures_table(case: Case, briefing: Briefing, view: View) -> Table:
    """Every figure in effect on the day, one row a publication; this day's first, then the carried ones."""
    figures = [figure for figure in (*briefing.figures, *briefing.carried) if view.shows(figure.lead)]
    rows = [
        {
            "Metric": METRIC_LABELS[claim.metric],
            "Claim": format_value(claim),
            "Kind": KIND_LABELS[claim.kind],
            "Basis": BASIS_LABELS[claim.basis],
            "Computed from": claim.computed_from,
            "Place": claim.place,
            "Days old": figure.age_days,
        }
        | _said(case, claim)
        for figure in figures
        for claim in (*figure.claims, *figure.parts)
    ]
    return _frame(rows, FIGURE_COLUMNS)


def claims_table(case: Case, claims: Iterable[Claim], known: date | None) -> Table:
    """Claims one by one, as the ledger has them; `known` decides which count as superseded."""
    rows = [
        {
            "Id": claim.id,
            "Metric": METRIC_LABELS[claim.metric],
            "Claim": format_value(claim),
            "Kind": KIND_LABELS[claim.kind],
            "Basis": BASIS_LABELS[claim.basis],
            "Place": claim.place,
            "Superseded": "" if claim.is_in_effect(known) else str(claim.superseded),
        }
        | _said(case, claim)
        for claim in claims
    ]
    return _frame(rows, LEDGER_COLUMNS)


def places_table(case: Case, view: View) -> Table:
    """Each claimant's latest statement about each place, those without coordinates included."""
    rows = []
    for ident, state in places_on(_shown(case.control_events, view), view.as_of).items():
        place = case.settlements[ident]
        for word in reversed(state.words):
            named = {"Place": place.name_en, "Russian": place.name_ru, "Said": STATUS_LABELS[word.status]}
            flags = {"Disputed": _yes(state.disputed), "On the map": _yes(place.lon is not None)}
            rows.append(named | flags | _said(case, word))
    return _frame(sorted(rows, key=lambda row: str(row["Place"])), PLACE_COLUMNS)


def zones_table(case: Case, view: View) -> Table:
    """What is in force in each zone, each claimant's word, strictest first."""
    rows = []
    for ident, state in zones_on(_shown(case.orders, view), view.as_of).items():
        zone = case.zones[ident]
        for word in state.words:
            scope = word.scope_note or ("whole zone" if word.scope == "whole" else "part of it")
            said = {"Zone": zone.name_en, "Said": ORDER_LABELS[word.kind], "Scope": scope, "Extent": zone.extent}
            rows.append(said | _said(case, word))
    return _frame(rows, ZONE_COLUMNS)


def fronts_table(briefing: Briefing, view: View) -> Table:
    """What each mapper's front is on the day, with its age and what it measures; kilometres and square kilometres."""
    rows = [_front_row(found) for found in briefing.fronts if view.shows_front(found.track)]
    return _frame(rows, FRONT_COLUMNS)


def _front_row(found: FrontOn) -> dict[str, Any]:
    track, figures, snapshot = found.track, found.figures, found.snapshot
    row: dict[str, Any] = {
        "Mapper": track.mapper,
        "Drawn as": front_label(track.status, track.holder),
        "State": FRONT_STATE_LABELS[found.state],
        "Licence": track.licence,
    }
    if figures is None or snapshot is None:
        return row
    measured = {column: getattr(figures, field) for column, field in FRONT_FIGURES.items()}
    measured |= dict(zip(("Gained, km²", "Lost, km²"), found.gained_lost_km2 or (None, None), strict=True))
    rounded = {column: "" if value is None else round(value, 2) for column, value in measured.items()}
    dated = {
        "Days old": found.age_days,
        "Drawn for": snapshot.about_date.isoformat(),
        "Known": snapshot.known_date.isoformat(),
        "File": snapshot.file,
    }
    return row | rounded | dated


def sources_table(case: Case) -> Table:
    """Every publication of the case."""
    columns = ("Published", "Published by", "Title", "Link")
    rows = [
        {"Published": s.published.isoformat(), "Published by": s.publisher, "Title": s.title, "Link": s.url}
        for s in sorted(case.sources.values(), key=lambda s: (s.published, s.publisher))
    ]
    return _frame(rows, columns)


def _shown(records: Iterable[R], view: View) -> list[R]:
    return [record for record in records if view.shows(record)]


def _said(case: Case, record: Reported) -> dict[str, Any]:
    source = case.sources[record.source]
    return {
        "Claimant": record.claimant,
        "Side": SIDE_LABELS[record.side],
        "About": record.about_date.isoformat(),
        "Known": record.known_date.isoformat(),
        "Day": DATE_BASIS_LABELS[record.about_basis] or DATE_BASIS_LABELS[record.known_basis],
        "Checked": CHECKED_LABELS[record.checked],
        "Published by": source.publisher,
        "Link": source.url,
    }


def _frame(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> Table:
    return Table(columns, [tuple(row.get(column, "") for column in columns) for row in rows])


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
