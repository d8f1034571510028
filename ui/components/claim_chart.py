"""Claims of a metric as a chart: points by claimant, shaped by modality, lines only where figures may be joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from geo.analysis.timeseries import ClaimSeries, SeriesPoint
from geo.model.case import Case
from geo.model.claims import Modality
from geo.model.labels import BASIS_LABELS, CHECKED_LABELS, KIND_LABELS, SIDE_LABELS, format_value
from geo.model.palette import CHART_DAY, CHART_SIDES
from ui.components.linked_chart import day_axis, day_clicked

_SHAPES = {
    Modality.EXACT: "square",
    Modality.ABOUT: "circle",
    Modality.AT_LEAST: "triangle-right",
    Modality.UP_TO: "triangle-left",
    Modality.RANGE: "stroke",
}
_MODALITY_WORDS = {modality: modality.value.replace("_", " ") for modality in Modality}
KEY = (
    "A line joins only the totals that one claimant stated about the same thing one after another, put alike: exact or "
    "about, at least, or up to. A range is on no line. ■ exact, ● about, ▸ at least, ◂ up to, a bar for a range; "
    "hollow: computed, or no total. The rule marks the chosen day; a click on a figure goes to its day."
)


def claim_rows(case: Case, series: Iterable[ClaimSeries]) -> list[dict[str, Any]]:
    """Return one row a point, with what its tooltip tells and the line that it is on (None: on none)."""
    return [
        _row(case, one, point) | {"line": line.get(point.ids[0])}
        for number, one in enumerate(series)
        for line in [{p.ids[0]: f"{number}.{run}" for run, points in enumerate(one.lines) for p in points}]
        for point in one.points
    ]


def _row(case: Case, series: ClaimSeries, point: SeriesPoint) -> dict[str, Any]:
    claim = next(claim for claim in case.claims if claim.id == point.ids[0])
    return {
        "day": pd.Timestamp(point.about_date),
        "value": point.value,
        "high": point.value if point.high is None else point.high,
        "middle": point.value if point.high is None else (point.value + point.high) / 2,
        "claim": format_value(claim),
        "claimant": series.claimant,
        "side": SIDE_LABELS[series.side],
        "scope": series.scope or "the whole operation",
        "kind": KIND_LABELS[series.kind],
        "basis": BASIS_LABELS[series.basis],
        "put as": _MODALITY_WORDS[point.modality],
        "known": point.known_date.isoformat(),
        "checked": CHECKED_LABELS[point.checked],
        "published by": ", ".join(
            dict.fromkeys(case.sources[c.source].publisher for c in case.claims if c.id in point.ids)
        ),
        "solid": series.joined,
    }


def show_sides() -> None:
    """Say which colour is whose: as words of the page, which break their line where a chart's legend is cut."""
    keys = (f'<span style="color:{CHART_SIDES[side]}">●</span> {escape(words)}' for side, words in SIDE_LABELS.items())
    st.html(f"<p class='sides-key'>{'&emsp;'.join(keys)}</p>")


def claim_chart(
    rows: list[dict[str, Any]],
    title: str,
    on: date,
    *,
    height: int = 430,
    days: Sequence[pd.Timestamp] = (),
) -> Any:
    """Draw the rows of `claim_rows`, which must not be empty, with a rule on the chosen day.

    The axis spans the chosen day and the rows' own, or `days` where charts that stand together share one axis. What
    the colours mean stands above, by `show_sides`.
    """
    frame = pd.DataFrame(rows)
    sides = alt.Scale(domain=list(SIDE_LABELS.values()), range=[CHART_SIDES[side] for side in SIDE_LABELS])
    shapes = alt.Scale(domain=list(_MODALITY_WORDS.values()), range=[_SHAPES[m] for m in _MODALITY_WORDS])
    colour = alt.Color("side:N", scale=sides, legend=None)
    told = ["claim", "claimant", "scope", "kind", "basis", "day:T", "known", "checked", "published by"]
    # Fewer days than these and the axis would name hours.
    spanned = [pd.Timestamp(on), *(days or frame["day"])]
    first, last = min(spanned), max(spanned)
    margin = max(pd.Timedelta(days=1), (pd.Timedelta(days=14) - (last - first)) / 2)
    span = [str((first - margin).date()), str((last + margin).date())]
    base = alt.Chart(frame).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(domain=span), axis=day_axis()), color=colour
    )
    lines = base.transform_filter("isValid(datum.line)").mark_line(strokeWidth=1.4, opacity=0.7)
    top = alt.Scale(domain=[0, 1.08 * float(frame["high"].max())], nice=True)
    seen = {
        "y": alt.Y("value:Q", title=title, scale=top),
        "shape": alt.Shape("put as:N", scale=shapes, legend=None),
        "tooltip": told,
    }
    solid = base.transform_filter("datum.solid").mark_point(size=90, filled=True, opacity=1).encode(**seen)
    hollow = base.transform_filter("!datum.solid").mark_point(size=90, filled=False, strokeWidth=1.8).encode(**seen)
    ranges = base.mark_rule(strokeWidth=2.4).encode(y="value:Q", y2="high:Q", tooltip=told)
    # What answers to the pointer is wider than what is seen.
    touched = base.mark_point(size=260, filled=True, opacity=0, cursor="pointer").encode(y="middle:Q", tooltip=told)
    rule = (
        alt.Chart(pd.DataFrame({"day": [pd.Timestamp(on)]}))
        .mark_rule(strokeDash=[4, 3], color=CHART_DAY)
        .encode(x="day:T")
    )
    chart = alt.layer(
        rule, lines.encode(y="value:Q", detail="line:N"), ranges, solid, hollow, touched.add_params(day_clicked())
    )
    return chart.properties(height=height).interactive(bind_y=False)
