"""Over time: each metric by side and claimant, bounds and ranges drawn as such, increments never joined to totals."""

from __future__ import annotations

import streamlit as st

from geo.analysis.timeseries import metric_series
from geo.model.claims import Kind, Metric
from geo.model.labels import METRIC_LABELS, UNITS
from ui.components.claim_chart import KEY, claim_chart, claim_rows, show_sides
from ui.components.clocks import choose_clocks
from ui.components.linked_chart import linked_chart
from ui.opened import Opened


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    view = choose_clocks(case, "Over time")
    first, second = st.columns([2, 3], vertical_alignment="bottom")
    metric = first.selectbox("Metric", list(Metric), format_func=METRIC_LABELS.__getitem__) or Metric.DEPTH_KM
    others = second.toggle(
        "Show other kinds of figure too",
        help="Increments, parts, what is retaken or remains, and populations. They are never joined by a line.",
    )
    kept = [one for one in metric_series(case, metric, view.known) if others or one.kind is Kind.TOTAL]
    rows = claim_rows(case, kept)
    if not rows:
        st.info("Nobody is known to claim this by that day.")
        return
    unit = UNITS.get(metric)
    title = METRIC_LABELS[metric] + (f", {unit}" if unit else "")
    show_sides()
    linked_chart(claim_chart(rows, title, view.on), case, view, key=f"curve {metric}")
    st.caption(KEY)
