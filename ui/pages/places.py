"""Places: a reader's questions, counts against names, and who says what of which place from day to day."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from geo.analysis.place_status import status_spans, tallies
from geo.model.claims import Metric
from geo.model.labels import SCALE_KINDS, format_date
from geo.reports.places import PlaceRow, SettlementsReport
from geo.reports.view import View
from ui.components.claim_chart import KEY
from ui.components.clocks import choose_clocks
from ui.components.emptied import say_hidden
from ui.components.linked_chart import linked_chart
from ui.components.mounts import show_matrix, show_places
from ui.components.named_chart import named_chart
from ui.components.scale_charts import scale_charts
from ui.data.hidden import in_sight
from ui.data.places import answers_data, counts_data, matrix_data
from ui.data.reports import EVERYTHING, answers_of, index_of, places_of
from ui.opened import Opened

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
    words = [event for event in case.control_events if event.about_date <= view.on]
    shown = len(in_sight(words, view))
    say_hidden(view, hidden=len(words) - shown, shown=shown, what="word", key="matrix")
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
    scale_charts(case, view, [Metric.SETTLEMENTS], SCALE_KINDS, key="places counted")
    st.caption(KEY)
    last = max([on, *(event.about_date for event in case.control_events)])
    seen = in_sight(case.control_events, view)
    spans = status_spans(seen, known)
    if not spans:
        say_hidden(view, hidden=len(case.control_events), shown=0, what="word", key="places named")
        return
    chart = named_chart(tallies(spans, case.settings.start_date, last), on)
    linked_chart(chart, case, view, key="places named")
    st.caption(
        "Places named, by whose word: solid where it puts troops there, dashed where it has them lost again. "
        "A click goes to that day."
    )
