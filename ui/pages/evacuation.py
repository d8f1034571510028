"""Evacuation: zones with their orders, people planned and moved by source, and casualties as figures."""

from __future__ import annotations

import streamlit as st

from geo.model.claims import Kind, Metric
from geo.model.labels import SCALE_KINDS
from ui.components.claim_chart import KEY
from ui.components.clocks import choose_clocks
from ui.components.mounts import show_evacuation
from ui.components.scale_charts import scale_charts
from ui.data.evacuation import evacuation_data
from ui.data.places import answers_data
from ui.data.reports import answers_of, evacuation_of
from ui.opened import Opened

_PEOPLE = (Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT)
_CASUALTIES = (Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED, Metric.CHILDREN_WOUNDED)


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Evacuation")
    answered = [one for one in answers_of(opened, view.as_of) if one.of_people]
    show_evacuation(
        evacuation_data(evacuation_of(opened, view.as_of)) | {"heading": "In short", "answers": answers_data(answered)}
    )
    st.subheader("People moved, planned, remaining and in place over time, by source")
    scale_charts(opened.case, view, _PEOPLE, SCALE_KINDS, key="people")
    st.subheader("Killed and wounded over time, by source")
    scale_charts(opened.case, view, _CASUALTIES, [*SCALE_KINDS, Kind.SUBSET], height=200, key="casualties")
    st.caption(f"{KEY} A figure is of the place that its tooltip names; figures of two places are no one line.")
