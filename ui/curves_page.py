"""Over time: each metric by side and claimant, bounds and ranges drawn as such, increments never joined to totals."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from geo.case import Case
from geo.claim_series import ClaimSeries, SeriesPoint, metric_series
from geo.claims import Kind, Metric, Modality, Side
from geo.figures import UNITS, value_words
from geo.words import BASIS_WORDS, CHECKED_WORDS, KIND_WORDS, METRIC_WORDS, SIDE_WORDS
from ui.clocks import choose_clocks
from ui.opened import Opened

#: Hues of the map in a tone that holds on light and dark.
_COLOURS = {Side.UKRAINE: "#189b90", Side.RUSSIA: "#8a5fb0", Side.INDEPENDENT: "#868c93"}
_SHAPES = {
    Modality.EXACT: "square",
    Modality.ABOUT: "circle",
    Modality.AT_LEAST: "triangle-right",
    Modality.UP_TO: "triangle-left",
    Modality.RANGE: "stroke",
}
_MODALITY_WORDS = {modality: modality.value.replace("_", " ") for modality in Modality}


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    view = choose_clocks(case)
    first, second = st.columns([2, 3])
    metric = first.selectbox("Metric", list(Metric), format_func=METRIC_WORDS.__getitem__) or Metric.DEPTH_KM
    others = second.toggle("Show increments, parts, retaken, remaining and populations too (never joined)")
    kept = [one for one in metric_series(case, metric, view.known) if others or one.kind is Kind.TOTAL]
    rows = [_row(case, one, point) for one in kept for point in one.points]
    if not rows:
        st.info("Nobody is known to claim this by that day.")
        return
    unit = UNITS.get(metric)
    title = METRIC_WORDS[metric] + (f", {unit}" if unit else "")
    st.altair_chart(_chart(pd.DataFrame(rows), title, pd.Timestamp(view.on)), width="stretch")
    st.caption(
        "A line joins only the totals that one claimant stated about the same thing. ■ exact, ● about, ▸ at least, "
        "◂ up to, a bar for a range; hollow: computed, or no total. The rule marks the chosen day."
    )


def _row(case: Case, series: ClaimSeries, point: SeriesPoint) -> dict[str, Any]:
    claim = next(claim for claim in case.claims if claim.id == point.ids[0])
    return {
        "day": pd.Timestamp(point.about_date),
        "value": point.value,
        "high": point.value if point.high is None else point.high,
        "middle": point.value if point.high is None else (point.value + point.high) / 2,
        "claim": value_words(claim),
        "claimant": series.claimant,
        "side": SIDE_WORDS[series.side],
        "scope": series.scope or "the whole operation",
        "kind": KIND_WORDS[series.kind],
        "basis": BASIS_WORDS[series.basis],
        "put as": _MODALITY_WORDS[point.modality],
        "known": point.known_date.isoformat(),
        "checked": CHECKED_WORDS[point.checked],
        "published by": ", ".join(
            dict.fromkeys(case.sources[c.source].publisher for c in case.claims if c.id in point.ids)
        ),
        "line": f"{series.claimant}|{series.scope}" if series.joined else f"alone {point.ids[0]}",
        "solid": series.joined,
    }


def _chart(frame: pd.DataFrame, title: str, on: pd.Timestamp) -> Any:
    sides = alt.Scale(domain=list(SIDE_WORDS.values()), range=[_COLOURS[side] for side in SIDE_WORDS])
    shapes = alt.Scale(domain=list(_MODALITY_WORDS.values()), range=[_SHAPES[m] for m in _MODALITY_WORDS])
    colour = alt.Color("side:N", scale=sides, legend=alt.Legend(title=None, orient="top"))
    told = ["claim", "claimant", "scope", "kind", "basis", "day:T", "known", "checked", "published by"]
    margin = pd.Timedelta(days=1)
    days = [str((frame["day"].min() - margin).date()), str((frame["day"].max() + margin).date())]
    base = alt.Chart(frame).encode(x=alt.X("day:T", title=None, scale=alt.Scale(domain=days)), color=colour)
    lines = base.transform_filter("datum.solid").mark_line(strokeWidth=1.4, opacity=0.7)
    top = alt.Scale(domain=[0, 1.08 * float(frame["high"].max())], nice=True)
    seen = {
        "y": alt.Y("value:Q", title=title, scale=top),
        "shape": alt.Shape("put as:N", scale=shapes, legend=None),
        "tooltip": told,
    }
    solid = base.transform_filter("datum.solid").mark_point(size=90, filled=True, opacity=1).encode(**seen)
    hollow = base.transform_filter("!datum.solid").mark_point(size=90, filled=False, strokeWidth=1.8).encode(**seen)
    ranges = base.mark_rule(strokeWidth=2.4).encode(y="value:Q", y2="high:Q", tooltip=told)
    rule = alt.Chart(pd.DataFrame({"day": [on]})).mark_rule(strokeDash=[4, 3], color="#b9791a").encode(x="day:T")
    chart = alt.layer(rule, lines.encode(y="middle:Q", detail="line:N"), ranges, solid, hollow)
    return chart.properties(height=430).interactive(bind_y=False)
