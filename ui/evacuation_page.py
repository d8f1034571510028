"""Evacuation: zones with their orders, people planned and moved by source, and casualties as figures."""

from __future__ import annotations

import streamlit as st

from geo.claim_series import metric_series
from geo.claims import Kind, Metric
from geo.words import METRIC_WORDS
from ui.claim_chart import KEY, claim_chart, claim_rows
from ui.clocks import choose_clocks
from ui.components import show_evacuation
from ui.evacuation_data import evacuation_data
from ui.opened import Opened
from ui.places_data import answers_data
from ui.reports import answers_of, evacuation_of

_QUESTIONS = ("people", "still to move", "districts", "joined")


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case)
    answered = [
        one for one in answers_of(opened, view.on, view.known) if any(word in one.question for word in _QUESTIONS)
    ]
    show_evacuation(
        evacuation_data(evacuation_of(opened, view.on, view.known))
        | {"heading": "In short", "answers": answers_data(answered)}
    )
    st.subheader("People moved and planned over time, by source")
    for metric in (Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED):
        found = [one for one in metric_series(opened.case, metric, view.known) if one.kind is Kind.TOTAL]
        rows = claim_rows(opened.case, found)
        if rows:
            st.altair_chart(claim_chart(rows, METRIC_WORDS[metric], view.on, height=260), width="stretch")
    st.subheader("Killed and wounded over time, by source")
    for metric in (Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED, Metric.CHILDREN_WOUNDED):
        rows = claim_rows(opened.case, metric_series(opened.case, metric, view.known))
        if rows:
            st.altair_chart(claim_chart(rows, METRIC_WORDS[metric], view.on, height=200), width="stretch")
    st.caption(f"{KEY} A figure is of the place that its tooltip names; figures of two places are no one line.")
