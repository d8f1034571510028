"""Evacuation: zones with their orders, people planned and moved by source, and casualties as figures."""

from __future__ import annotations

from collections.abc import Iterable, Set

import streamlit as st

from geo.analysis.timeseries import metric_series
from geo.model.case import Case
from geo.model.claims import Kind, Metric
from geo.model.labels import METRIC_LABELS
from geo.reports.view import View
from ui.components.claim_chart import KEY, claim_chart, claim_rows, show_sides
from ui.components.clocks import choose_clocks
from ui.components.linked_chart import linked_chart
from ui.components.mounts import show_evacuation
from ui.data.evacuation import evacuation_data
from ui.data.places import answers_data
from ui.data.reports import answers_of, evacuation_of
from ui.opened import Opened

_PEOPLE = (Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED)
_CASUALTIES = (Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED, Metric.CHILDREN_WOUNDED)


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Evacuation")
    answered = [one for one in answers_of(opened, view.as_of) if one.of_people]
    show_evacuation(
        evacuation_data(evacuation_of(opened, view.as_of)) | {"heading": "In short", "answers": answers_data(answered)}
    )
    st.subheader("People moved and planned over time, by source")
    _charts(opened.case, view, _PEOPLE, {Kind.TOTAL}, height=260)
    st.subheader("Killed and wounded over time, by source")
    _charts(opened.case, view, _CASUALTIES, set(Kind), height=200)
    st.caption(f"{KEY} A figure is of the place that its tooltip names; figures of two places are no one line.")


def _charts(case: Case, view: View, metrics: Iterable[Metric], kinds: Set[Kind], *, height: int) -> None:
    """Draw a chart a metric, all over the same days; say so where nobody gives a figure."""
    found = {
        metric: claim_rows(case, [one for one in metric_series(case, metric, view.known) if one.kind in kinds])
        for metric in metrics
    }
    days = [row["day"] for rows in found.values() for row in rows]
    if not days:
        st.info("Nobody is known to give such a figure by that day.")
        return
    show_sides()
    for metric, rows in found.items():
        if rows:
            title = METRIC_LABELS[metric]
            chart = claim_chart(rows, title, view.on, height=height, days=days)
            linked_chart(chart, case, view, key=f"people {title}")
