"""Over time: each metric by side and claimant, a chart for each kind of figure, and what remains or was retaken."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.model.claims import Kind, Metric
from geo.model.labels import METRIC_LABELS, SCALE_KINDS
from ui.components.claim_chart import KEY
from ui.components.clocks import VIEW_KEY, choose_clocks, write_query
from ui.components.scale_charts import scale_charts
from ui.opened import Opened


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    view = choose_clocks(case, "Over time")
    metrics = list(Metric)
    first, second = st.columns([2, 3], vertical_alignment="bottom")
    metric = first.selectbox("Metric", metrics, index=metrics.index(view.metric), format_func=METRIC_LABELS.__getitem__)
    parts = second.toggle(
        "Show what was added, and parts, too",
        help="“5,000 more” and “of these 30 in one district” are parts of another figure: each in a chart of its own.",
    )
    view = replace(view, metric=metric)
    st.session_state[VIEW_KEY] = view
    write_query(view)
    kinds = [*SCALE_KINDS, *(kind for kind in Kind if kind not in SCALE_KINDS and parts)]
    scale_charts(case, view, [metric], kinds, height=300, key=f"curve {metric}")
    st.caption(KEY)
