"""Claims of a metric as a chart: points by claimant, shaped by modality, lines only where figures may be joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, Literal

import altair as alt
import pandas as pd

from geo.analysis.timeseries import ClaimSeries, SeriesPoint
from geo.model.case import Case
from geo.model.claims import Basis, Modality
from geo.model.labels import BASIS_LABELS, CHECKED_LABELS, KIND_LABELS, SIDE_LABELS, SIDE_LETTERS, format_value
from geo.model.palette import CHART_DAY
from ui.components import chart_sides
from ui.components.linked_chart import day_axis, day_clicked

_SHAPES = {
    Modality.EXACT: "square",
    Modality.ABOUT: "circle",
    Modality.AT_LEAST: "triangle-right",
    Modality.UP_TO: "triangle-left",
    Modality.RANGE: "stroke",
}
_MODALITY_WORDS = {modality: modality.value.replace("_", " ") for modality in Modality}
_LINE_PX = 15
_NAME_CHARS = 30
#: How much of a chart's width a name takes at most, and how much stands free at either end.
_NAME_SHARE = 0.4
_MARGIN_SHARE = 0.03
#: Room for an axis' figures, the same in every chart, so that those which stand together have their days in one line.
_AXIS_PX = 56
KEY = (
    "Each line bears its claimant's name. It joins only the totals that one claimant stated about the same thing one "
    "after another, put alike: exact or about, at least, or up to. A range is on no line. ■ exact, ● about, ▸ at "
    "least, ◂ up to, a bar for a range; hollow: computed. The letter, the hue and a line's dashes say whose side it "
    "is. The rule marks the chosen day; a click on a figure goes to its day."
)


def claim_rows(case: Case, series: Iterable[ClaimSeries]) -> list[dict[str, Any]]:
    """Return one row a point, with what its tooltip tells and the line that it is on (None: on none)."""
    return [
        _row(case, one, point) | {"line": line.get(point.ids[0])}
        for number, one in enumerate(series)
        for line in [{p.ids[0]: f"{number}.{run}" for run, points in enumerate(one.lines) for p in points}]
        for point in one.points
    ]


def line_names(
    rows: Iterable[dict[str, Any]], height_px: int, first: pd.Timestamp, last: pd.Timestamp
) -> list[dict[str, Any]]:
    """Return for each line of `claim_rows` its name and where that stands: by the line's end, above all it runs over.

    The claimant's name, and where it has several lines, what each is about. `at` is in the rows' unit; `height_px` is
    the chart's height, over which the axis goes from zero to the greatest figure, `first` and `last` are its ends. A
    name goes right from an end in the first half (`early`), else left; no two are on one height.
    """
    rows = list(rows)
    ends: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: row["day"]):
        if row["line"] is not None:
            ends[row["line"]] = row
    owners = Counter(row["claimant"] for row in ends.values())
    step = _LINE_PX * TOP_ROOM * max((row["high"] for row in rows), default=0) / height_px
    reach = _NAME_SHARE * (last - first)

    def over(row: dict[str, Any], early: bool) -> float:
        begin, end = (row["day"], row["day"] + reach) if early else (row["day"] - reach, row["day"])
        return float(max(other["high"] for other in rows if begin <= other["day"] <= end))

    placed = []
    for line, row in ends.items():
        early = row["day"] <= first + (last - first) / 2
        name = row["claimant"] + (f", {row['scope']}" if owners[row["claimant"]] > 1 else "")
        short = name if len(name) <= _NAME_CHARS else f"{name[: _NAME_CHARS - 1].rstrip()}…"
        placed.append({"day": row["day"], "at": over(row, early), "name": short, "side": row["side"]})
        placed[-1] |= {"line": line, "early": early}
    placed.sort(key=lambda one: (one["at"], ends[one["line"]]["value"], one["line"]))
    for below, one in pairwise(placed):
        one["at"] = max(one["at"], below["at"] + step)
    return placed


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
        "letter": SIDE_LETTERS[series.side],
        "scope": series.scope or "the whole operation",
        "kind": KIND_LABELS[series.kind],
        "basis": BASIS_LABELS[series.basis],
        "put as": _MODALITY_WORDS[point.modality],
        "known": point.known_date.isoformat(),
        "checked": CHECKED_LABELS[point.checked],
        "published by": ", ".join(
            dict.fromkeys(case.sources[c.source].publisher for c in case.claims if c.id in point.ids)
        ),
        "solid": series.basis is Basis.STATED,
    }


#: The axis ends so much above the greatest figure.
TOP_ROOM = 1.08


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
    the letters and colours mean stands above, by `show_sides`.
    """
    frame = pd.DataFrame(rows)
    shapes = alt.Scale(domain=list(_MODALITY_WORDS.values()), range=[_SHAPES[m] for m in _MODALITY_WORDS])
    colour = alt.Color("side:N", scale=chart_sides.hues(), legend=None)
    told = ["claim", "claimant", "scope", "kind", "basis", "day:T", "known", "checked", "published by"]
    # Fewer days than these and the axis would name hours.
    spanned = [pd.Timestamp(on), *(days or frame["day"])]
    first, last = min(spanned), max(spanned)
    margin = max(pd.Timedelta(days=1), (pd.Timedelta(days=14) - (last - first)) / 2, _MARGIN_SHARE * (last - first))
    span = [str((first - margin).date()), str((last + margin).date())]
    base = alt.Chart(frame).encode(
        x=alt.X("day:T", title=None, scale=alt.Scale(domain=span), axis=day_axis()), color=colour
    )
    dashed = alt.StrokeDash("side:N", scale=chart_sides.dashes(), legend=None)
    lines = base.transform_filter("isValid(datum.line)").mark_line(strokeWidth=1.8, opacity=0.75)
    named = line_names(rows, height, first, last)
    greatest = max([float(frame["high"].max()), *(one["at"] for one in named)])
    top = alt.Scale(domain=[0, TOP_ROOM * greatest], nice=True)
    seen = {
        "y": alt.Y("value:Q", title=title, scale=top, axis=alt.Axis(tickCount=5, minExtent=_AXIS_PX)),
        "shape": alt.Shape("put as:N", scale=shapes, legend=None),
        "tooltip": told,
    }
    solid = base.transform_filter("datum.solid").mark_point(size=150, filled=True, opacity=1).encode(**seen)
    hollow = base.transform_filter("!datum.solid").mark_point(size=120, filled=False, strokeWidth=1.8).encode(**seen)
    ranges = base.mark_rule(strokeWidth=2.4).encode(y="value:Q", y2="high:Q", tooltip=told)
    # What answers to the pointer is wider than what is seen.
    touched = base.mark_point(size=260, filled=True, opacity=0, cursor="pointer").encode(y="middle:Q", tooltip=told)
    rule = (
        alt.Chart(pd.DataFrame({"day": [pd.Timestamp(on)]}))
        .mark_rule(strokeDash=[4, 3], color=CHART_DAY)
        .encode(x="day:T")
    )
    names = _names(named)
    letters = chart_sides.letters(
        alt.Chart(frame).encode(x="day:T"),
        inside="datum.solid && (datum['put as'] === 'exact' || datum['put as'] === 'about')",
    )
    chart = alt.layer(
        *(rule, lines.encode(y="value:Q", detail="line:N", strokeDash=dashed), ranges, solid, hollow, *letters, *names),
        touched.add_params(day_clicked()),
    )
    return chart.properties(height=height).interactive(bind_y=False)


def _names(names: list[dict[str, Any]]) -> list[Any]:
    """Draw the lines' names."""
    drawn = []
    for early in (True, False):
        some = [one for one in names if one["early"] is early]
        if some:
            base = alt.Chart(pd.DataFrame(some)).encode(
                x="day:T", y="at:Q", text="name:N", color=alt.value(chart_sides.ink())
            )
            align: Literal["left", "right"] = "left" if early else "right"
            drawn.append(base.mark_text(align=align, dx=-4 if early else 4, dy=-12, fontSize=11, fontWeight=600))
    return drawn
