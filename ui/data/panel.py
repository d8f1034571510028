"""The day's panel as plain data: what the panel's script draws, and nothing that it would have to work out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.analysis.figures import Figure
from geo.consistency.verdict import Verdict
from geo.model.case import Case
from geo.model.claims import SIDE_ORDER, Kind, Metric
from geo.model.fronts import FrontOn
from geo.model.labels import (
    ORDER_LABELS,
    SCALE_KINDS,
    SIDE_LABELS,
    STATUS_LABELS,
    UNITS,
    format_date,
    scale_label,
)
from geo.model.places import ControlEvent
from geo.reports.briefing import Briefing, day_sentence
from geo.reports.selection import Selection
from geo.reports.view import View
from ui.data.entries import Data, claim_entry, drawn_name, event_entry, figure_data, order_entry, statement_entry
from ui.data.fronts import front_marks
from ui.data.hidden import hidden_data
from ui.data.later import later_data
from ui.data.selection import selection_data
from ui.data.verdicts import counts_words, records_by_id, verdicts_data


def panel_data(
    case: Case, briefing: Briefing, view: View, selection: Selection | None, verdicts: Sequence[Verdict] = ()
) -> Data:
    """Put the day into the form that `static/panel.js` draws."""
    shown = [figure for figure in briefing.figures if view.shows(figure.lead)]
    carried = [figure for figure in briefing.carried if view.shows(figure.lead)]
    records = records_by_id(case)
    verdicts = [verdict for verdict in verdicts if all(view.shows(records[ident]) for ident in verdict.claims)]
    number = briefing.day_number
    return {
        "day": format_date(briefing.on),
        "number": f"day {number}" if number >= 1 else "before the operation",
        "known": known_label(view),
        "today": view.known is None,
        "sentence": _sentence(briefing, shown, carried),
        "hidden": hidden_data(
            view, len(briefing.figures) + len(briefing.carried) - len(shown) - len(carried), "figure"
        ),
        "selection": None if selection is None else selection_data(case, selection, verdicts, view),
        "groups": list(_groups(case, shown, [found for found in briefing.fronts if view.shows_front(found.track)])),
        "later": later_data(case, view),
        "verdicts": verdicts_data(case, verdicts),
        "verdictCounts": counts_words(verdicts),
        "carried": [figure_data(case, figure) for figure in carried],
        "orders": _orders(case, briefing, view),
        "news": _news(case, briefing, view),
        "statements": [statement_entry(case, said) for said in briefing.statements if said.side in view.sides],
    }


def _sentence(briefing: Briefing, shown: list[Figure], carried: list[Figure]) -> str:
    """Say no more than what the filters let through."""
    if not shown and not carried and (briefing.figures or briefing.carried):
        return "The filters let no figure of this day through."
    return day_sentence(tuple(shown), tuple(carried))


def sheet_data(case: Case, briefing: Briefing, view: View, verdicts: Sequence[Verdict]) -> Data:
    """Put the day into the form that `static/sheet.js` draws: the panel's data, and the figures by side."""
    shown = [figure for figure in briefing.figures if view.shows(figure.lead)]
    sides = [
        {
            "side": side.value,
            "title": SIDE_LABELS[side].capitalize(),
            "figures": [figure_data(case, figure) for figure in shown if figure.lead.side is side],
            "hidden": sum(figure.lead.side is side for figure in briefing.figures if figure not in shown),
        }
        for side in SIDE_ORDER
    ]
    return panel_data(case, briefing, view, None, verdicts) | {"sides": sides}


def known_label(view: View) -> str:
    """Say which day of knowledge is shown."""
    return "as known today" if view.known is None else f"as known on {format_date(view.known)}"


def _groups(case: Case, figures: Iterable[Figure], fronts: Sequence[FrontOn]) -> Iterable[Data]:
    """Give each metric and kind an axis of its own; what is added, and parts, stand with the totals, off the axis."""
    figures = list(figures)
    for metric in Metric:
        of_metric = [figure for figure in figures if figure.lead.metric is metric and figure.lead.zone is None]
        yield from _scales(case, metric, of_metric, "", front_marks(fronts, [metric], case.settings.ages))
    # The people of a single zone are no total of the operation.
    zones = dict.fromkeys(figure.lead.zone for figure in figures if figure.lead.zone is not None)
    for zone in zones:
        for metric in Metric:
            own = [figure for figure in figures if figure.lead.zone == zone and figure.lead.metric is metric]
            yield from _scales(case, metric, own, f" in {case.zones[zone].name_en} alone", [])


def _scales(
    case: Case, metric: Metric, figures: Sequence[Figure], where: str, measured: Sequence[Data]
) -> Iterable[Data]:
    for kind in SCALE_KINDS:
        with_parts = {kind} if kind is not Kind.TOTAL else {kind, *set(Kind).difference(SCALE_KINDS)}
        members = [figure for figure in figures if figure.lead.kind in with_parts]
        marks = list(measured) if kind is Kind.TOTAL else []
        if members or marks:
            title = scale_label(metric, kind) + where
            entries = [figure_data(case, figure) | {"label": ""} for figure in members]
            yield {
                "title": title[0].upper() + title[1:],
                "unit": UNITS.get(metric, ""),
                "figures": entries,
                "measured": marks,
            }


def _orders(case: Case, briefing: Briefing, view: View) -> list[Data]:
    """What was said about zones for this very day."""
    said = [order for order in case.orders if order.about_date == briefing.on and view.shows(order)]
    in_sight = [order for order in said if briefing.known is None or order.known_date <= briefing.known]
    return [
        order_entry(case, order) | {"zone": case.zones[order.zone].name_en, "name": f"zone:{order.zone}"}
        for order in sorted(in_sight, key=lambda order: (order.zone, order.known_date, order.id))
    ]


def _news(case: Case, briefing: Briefing, view: View) -> list[Data]:
    """What was published on this day, whatever day it speaks of."""
    news = [
        claim_entry(case, claim) | {"name": drawn_name(case, claim)}
        for claim in briefing.new_claims
        if view.shows(claim) and claim.part_of is None
    ]
    news += [_event_news(case, event) for event in briefing.new_events if view.shows(event)]
    news += [
        order_entry(case, order)
        | {"name": f"zone:{order.zone}", "text": f"{case.zones[order.zone].name_en}: {ORDER_LABELS[order.kind]}"}
        for order in briefing.new_orders
        if view.shows(order)
    ]
    return _folded(news)


def _folded(news: Iterable[Data]) -> list[Data]:
    """Make one entry of what several publications carry in the same words by the same claimant."""
    found: dict[tuple[str, str, str], Data] = {}
    for entry in news:
        key = (entry["text"], entry["who"], entry["about"])
        first = found.setdefault(key, entry)
        if first is not entry:
            found[key] = first | {"sources": [*first["sources"], *entry["sources"]]}
    return list(found.values())


def _event_news(case: Case, event: ControlEvent) -> Data:
    text = f"{case.settlements[event.settlement].name_en}: {STATUS_LABELS[event.status]}"
    return event_entry(case, event) | {"text": text, "name": f"settlement:{event.settlement}"}
