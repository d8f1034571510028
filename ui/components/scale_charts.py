"""Figures over time, a chart for each scale: a metric and a kind, under its name and unit, all over the same days."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from geo.analysis.timeseries import metric_series
from geo.model.case import Case
from geo.model.claims import Kind, Metric
from geo.model.labels import UNITS, scale_label
from geo.reports.view import View
from ui.components.chart_sides import show_sides
from ui.components.claim_chart import claim_chart, claim_rows
from ui.components.emptied import say_hidden
from ui.components.linked_chart import linked_chart

_HEIGHT_PX = 220


def scale_charts(
    case: Case, view: View, metrics: Iterable[Metric], kinds: Iterable[Kind], *, height: int = _HEIGHT_PX, key: str
) -> None:
    """Draw the figures that the filters let through; say what hides them, or that there are none.

    `key` tells the charts from others of the page.
    """
    kinds, metrics = list(kinds), list(metrics)
    every = [one for metric in metrics for one in metric_series(case, metric) if one.kind in kinds]
    series = [
        one
        for metric in metrics
        for one in metric_series(case, metric, view.known)
        if one.kind in kinds and one.side in view.sides and one.claimant not in view.hidden
    ]
    scales = [(metric, kind) for metric in metrics for kind in kinds]
    drawn = {scale: claim_rows(case, [one for one in series if (one.metric, one.kind) == scale]) for scale in scales}
    points = sum(len(one.points) for one in every)
    shown = sum(len(one.points) for one in series)
    say_hidden(view, hidden=points - shown, shown=shown, what="figure", key=key)
    if not shown:
        return
    days = [row["day"] for rows in drawn.values() for row in rows]
    show_sides()
    for (metric, kind), rows in drawn.items():
        if rows:
            name = scale_label(metric, kind)
            unit = UNITS.get(metric)
            st.markdown(f"**{name[0].upper()}{name[1:]}**" + (f", {unit}" if unit else ""))
            chart = claim_chart(rows, unit or "", view.on, height=height, days=days)
            linked_chart(chart, case, view, key=f"{key} {name}")
