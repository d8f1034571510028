"""The places of a day as plain data for `static/places.js`: answers, counts against names, and the matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from geo.analysis.citations import Cited, cite
from geo.analysis.named_counts import NamedCount
from geo.analysis.place_status import StatusSpan, status_spans
from geo.geometry.bands import BANDS
from geo.model.ages import Ages, AgeState
from geo.model.case import Case
from geo.model.labels import AGE_LABELS, CHECKED_LABELS, STATUS_LABELS, format_date, format_day_count
from geo.model.places import Status
from geo.reports.places import PlaceReport, PlaceRow, SettlementsReport
from geo.reports.questions import Answer
from geo.reports.view import View
from ui.data.entries import Data

#: The bands by their names in a ground's id, the narrowest first.
BAND_ORDER: tuple[str, ...] = BANDS

UNKNOWN_WORDS = "nothing said by this day"


def cited_data(cited: Cited) -> Data:
    """One cited record: who said what, about which day, and its publication."""
    return {
        "id": cited.id,
        "said": cited.said,
        "who": cited.claimant,
        "side": cited.side.value,
        "about": format_date(cited.about_date),
        "known": format_date(cited.known_date),
        "dayNote": cited.day_note,
        "doubt": CHECKED_LABELS[cited.checked] if cited.checked in {"unchecked", "unsettled"} else "",
        "source": {"publisher": cited.publisher, "url": cited.url, "title": "", "day": format_date(cited.known_date)},
    }


def answers_data(found: Iterable[Answer]) -> list[Data]:
    """Questions with their answers; each record behind an answer once."""
    return [
        {
            "question": one.question,
            "text": one.text,
            "computed": one.computed,
            "cited": [cited_data(cited) for cited in {cited.id: cited for cited in one.cited}.values()],
        }
        for one in found
    ]


def counts_data(case: Case, counts: Iterable[NamedCount]) -> list[Data]:
    """Each count with the names behind it, and what part of it nobody names."""
    return [
        {
            "cited": cited_data(named.count),
            "value": named.value,
            "age": format_day_count(named.age_days) if named.age_days else "",
            "claimed": _names(case, named.by_anybody),
            "entered": _names(case, named.entered),
            "bySelf": len(named.by_claimant),
            "bySide": len(named.by_side),
            "unnamed": named.unnamed_at_least,
            "offMap": _names(case, named.without_coordinates),
            "within": [
                {"label": one.label, "inside": _names(case, one.inside), "edge": _names(case, one.edge)}
                for one in named.within
            ],
        }
        for named in counts
    ]


def _names(case: Case, idents: Iterable[str]) -> list[str]:
    return [case.settlements[ident].name_en for ident in idents]


def matrix_data(case: Case, report: SettlementsReport, view: View, wanted: Sequence[str] | None = None) -> Data:
    """The matrix place × claimant × date; `wanted` names the places to show, in order, else all that are spoken of.

    Days are counted from the matrix's first day.
    """
    spans: dict[str, list[StatusSpan]] = defaultdict(list)
    shown = [event for event in case.control_events if view.shows(event)]
    for span in status_spans(shown, report.known):
        spans[span.settlement].append(span)
    rows = {row.id: row for row in report.places}
    chosen = (
        [rows[ident] for ident in wanted] if wanted is not None else [row for row in report.places if spans[row.id]]
    )
    first = min([case.settings.start_date, *(event.about_date for event in shown)])
    last = max([report.on, *(event.about_date for event in shown)])
    return {
        "days": (last - first).days + 1,
        "on": (report.on - first).days,
        "onWords": format_date(report.on),
        "months": [[(day - first).days, _tick_words(day)] for day in _ticks(first, last)],
        "places": [_place(case, row, spans[row.id], (first, report.on, last), report.grounds) for row in chosen],
        "words": {status.value: words for status, words in STATUS_LABELS.items()},
        "ages": _age_words(case.settings.ages),
    }


def _age_words(ages: Ages) -> dict[str, str]:
    """Say what each look of a bar means."""
    return {
        AgeState.FRESH.value: f"said within {format_day_count(ages.fades)}",
        AgeState.FADED.value: f"{AGE_LABELS[AgeState.FADED]}: older",
        AgeState.DOUBTFUL.value: f"{AGE_LABELS[AgeState.DOUBTFUL]}: older than {format_day_count(ages.doubtful)}",
    }


def _ticks(first: date, last: date) -> list[date]:
    days = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    return [day for day in days if day == first or (day.day == 1 and (day - first).days > 7)]


def _tick_words(day: date) -> str:
    number, month = format_date(day, year=False).split()
    return f"{number} {month[:3]}"


def _bands(row: PlaceRow, grounds: Mapping[str, str]) -> list[str]:
    """Name the narrowest band of each claimed advance that a place lies in."""
    narrowest: dict[str, str] = {}
    for ground in row.within:
        advance, _, band = ground.rpartition(":")
        if advance and band in BAND_ORDER:
            narrowest[advance] = min(band, narrowest.get(advance, band), key=BAND_ORDER.index)
    return [f"in the {grounds[f'{advance}:{band}']}" for advance, band in narrowest.items()]


def _place(
    case: Case,
    row: PlaceRow,
    spans: Sequence[StatusSpan],
    days: tuple[date, date, date],
    grounds: Mapping[str, str],
) -> Data:
    """Return a place with its lanes; `days` are the first of the matrix, the chosen and the last."""
    first, on, last = days
    lanes: dict[str, list[StatusSpan]] = defaultdict(list)
    for span in sorted(spans, key=lambda span: span.first):
        lanes[span.claimant].append(span)
    now = {word.cited.claimant: word for word in row.words}
    where = [f"{row.district} district" if row.district else "", row.oblast]
    distance = [] if row.offset_km is None else [f"{row.offset_km:.1f} km from the border"]
    distance += _bands(row, grounds)
    return {
        "id": row.id,
        "name": row.name_en,
        "others": " · ".join(dict.fromkeys(name for name in (row.name_ru, row.name_uk) if name)),
        "where": " · ".join([part for part in where if part] + distance),
        "onMap": row.on_map,
        "status": STATUS_LABELS[Status(row.status)] if row.words else UNKNOWN_WORDS,
        "disputed": row.disputed,
        "disputedDays": format_day_count(row.disputed_days) if row.disputed_days else "",
        "first": [f"{one.claimant}, {format_date(one.known_date, year=False)}" for one in row.first_published],
        "lanes": [
            {
                "who": who,
                "side": own[0].side.value,
                "spans": [_span(case, span, first, last) for span in own],
                "now": "" if who not in now else _now_words(case, now[who], on),
                "doubt": "" if who not in now else cited_data(now[who].cited)["doubt"],
            }
            for who, own in lanes.items()
        ],
    }


def _now_words(case: Case, word: PlaceReport, on: date) -> str:
    """Put a claimant's word of the day: for how long, and what its age makes of it."""
    age = AGE_LABELS[case.settings.ages.state((on - word.cited.about_date).days)]
    return ", ".join(filter(None, (word.cited.said, format_day_count(word.days), age)))


def _span(case: Case, span: StatusSpan, first: date, last: date) -> Data:
    steps = span.steps(case.settings.ages, last)
    event = span.events[0]
    until = "" if span.last is None else f" to {format_date(span.last, year=False)}"
    return {
        "steps": [[(step.first - first).days, (step.last - first).days, step.state.value] for step in steps],
        "open": span.last is None,
        "status": span.status.value,
        "words": f"{span.claimant}: {STATUS_LABELS[span.status]} from {format_date(span.first, year=False)}{until}",
        "cited": cited_data(cite(case, event)),
    }
