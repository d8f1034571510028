"""Places: a reader's questions, counts against names, and who says what of which place from day to day."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.analysis.place_status import status_spans, tallies
from geo.analysis.timeseries import metric_series
from geo.model.claims import Kind, Metric
from geo.model.labels import format_date
from geo.reports.places import PlaceRow, SettlementsReport
from geo.reports.view import View
from ui.components.claim_chart import KEY, claim_chart, claim_rows, show_sides
from ui.components.clocks import choose_clocks
from ui.components.linked_chart import linked_chart
from ui.components.mounts import show_matrix, show_places
from ui.components.named_chart import named_chart
from ui.data.places import answers_data, counts_data, matrix_data
from ui.data.reports import EVERYTHING, answers_of, index_of, places_of
from ui.opened import Opened

_COUNTED = (Kind.TOTAL, Kind.RETAKEN, Kind.REMAINING)
_MOST_FOUND = 12
SAID, ALL = "spoken of by this day", "all"
_SHOWN: dict[str, Callable[[PlaceRow], bool]] = {
    SAID: lambda row: bool(row.words),
    "disputed by this day": lambda row: row.disputed_days > 0,
    "not on the map": lambda row: not row.on_map,
    ALL: lambda _row: True,
}


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    view = choose_clocks(case, "Places")
    report = places_of(opened, view.as_of)
    sources = {EVERYTHING: "the whole ledger"} | {
        ident: f"{case.sources[ident].publisher}, {format_date(case.sources[ident].published)}"
        for ident in dict.fromkeys(claim.source for claim in case.claims)
    }
    source = st.selectbox("Answer the questions from", list(sources), format_func=sources.__getitem__)
    show_places(
        {
            "summary": summary(report),
            "heading": f"Questions of {format_date(view.on)}, answered from {sources[source]}",
            "answers": answers_data(answers_of(opened, view.as_of, source)),
            "counts": counts_data(case, report.counts),
        }
    )
    st.subheader("Who says what of which place")
    st.caption(
        f"Each bar is one claimant's word, from the day it speaks of to the day before its next word, both included. "
        f"It fades by steps with the days since it was last said; the dashed line is {format_date(view.on)}."
    )
    wanted, empty = _chosen(opened, report)
    show_matrix(matrix_data(case, report, view, wanted) | {"empty": empty})
    _charts(opened, view)


def _chosen(opened: Opened, report: SettlementsReport) -> tuple[list[str], str]:
    """Let a person find places by name, or choose which to see; return their ids, and what to say of none."""
    first, second = st.columns([2, 3])
    asked = first.text_input("Find a place, in any spelling", placeholder="Sudzha, Суджа, Sudja …")
    wanted = second.segmented_control("Show the places", list(_SHOWN), default=SAID) or ALL
    if asked.strip():
        found = [one.place.key for one in index_of(opened).find(asked, _MOST_FOUND)]
        return found, "No place answers to this. A name may be written in any script, with a slip or two."
    return [row.id for row in report.places if _SHOWN[wanted](row)], f"No place is {wanted}; “all” shows every place."


def summary(report: SettlementsReport) -> str:
    """Count the places of a day in one sentence."""
    said = len(report.said)
    return (
        f"Of {len(report.places)} places somebody has spoken of {said} by {format_date(report.on)}; "
        f"{report.disputed} {'is' if report.disputed == 1 else 'are'} disputed on this day. "
        f"{report.not_on_map} have no established coordinates: they are in every list and count, and not on the map."
    )


def _charts(opened: Opened, view: View) -> None:
    case, on, known = opened.case, view.on, view.known
    st.subheader("Settlements claimed and lost over time, by source")
    show_sides()
    rows = claim_rows(case, [s for s in metric_series(case, Metric.SETTLEMENTS, known) if s.kind in _COUNTED])
    if rows:
        chart = claim_chart(rows, "settlements counted", on, height=280)
        linked_chart(chart, case, view, key="places counted")
        st.caption(f"{KEY} Counts of retaken and remaining places are hollow and never joined to those of held ones.")
    else:
        st.info("Nobody is known to count settlements by that day.")
    last = max([on, *(event.about_date for event in case.control_events)])
    spans = status_spans(case.control_events, known)
    if not spans:
        st.info("Nobody is known to name a place by that day.")
        return
    chart = named_chart(tallies(spans, case.settings.start_date, last), on)
    linked_chart(chart, case, view, key="places named")
    st.caption(
        "Places named, by whose word: solid where it puts troops there, dashed where it has them lost again. "
        "A click goes to that day."
    )
