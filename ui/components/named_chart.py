"""A chart of how many places are named over time, by whose statement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from geo.analysis.place_status import Tally
from geo.model.labels import SIDE_LABELS
from geo.model.palette import CHART_DAY
from ui.components import chart_sides
from ui.components.linked_chart import day_axis, day_clicked

_HEIGHT_PX = 240
_NAME_PX = 14
_WHAT = ("held, entered or shown", "lost again")
#: The columns of `_day_rows` that a tooltip tells; a name with an apostrophe would break Vega's expressions.
_TOLD = [
    alt.Tooltip(f"{side.name}_{number}:Q", title=f"{words}, {what}")
    for side, words in SIDE_LABELS.items()
    for number, what in enumerate(_WHAT)
]


def _day_rows(days: pd.DataFrame) -> pd.DataFrame:
    """Return one row a day, from noon to noon around it, with each side's counts."""
    names = {words: side.name for side, words in SIDE_LABELS.items()}
    columns = days["side"].map(names) + "_" + days["what"].map(_WHAT.index).astype(str)
    whole = days.assign(column=columns).pivot_table("places", "day", "column").reset_index()
    half = pd.Timedelta(hours=12)
    return whole.assign(start=whole["day"] - half, end=whole["day"] + half)


def named_chart(tallied: Iterable[Tally], on: date) -> Any:
    """Draw a step line a side and word, with a rule on the chosen day; a click names the day under it."""
    days = pd.DataFrame(
        [
            {"day": pd.Timestamp(one.on), "side": SIDE_LABELS[one.side], "what": what, "places": count}
            for one in tallied
            for what, count in zip(_WHAT, (one.held, one.lost), strict=True)
        ]
    )
    what = alt.Scale(domain=list(_WHAT), range=[[1, 0], [5, 4]])
    lines = (
        alt.Chart(days)
        .mark_line(interpolate="step-after", strokeWidth=2)
        .encode(
            x=alt.X("day:T", title=None, axis=day_axis()),
            y=alt.Y("places:Q", title="places named", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("side:N", scale=chart_sides.hues(), legend=None),
            strokeDash=alt.StrokeDash("what:N", scale=what, legend=None),
        )
    )
    last = days.sort_values("day").groupby(["side", "what"], as_index=False).last()
    last = last[last["places"] > 0].sort_values("places")
    # Two lines that end on one height have their names one above the other.
    room = _NAME_PX * max(1.0, float(days["places"].max())) / _HEIGHT_PX
    ends: list[float] = []
    for places in last["places"]:
        ends.append(max(float(places), ends[-1] + room) if ends else float(places))
    names = (
        alt.Chart(last.assign(at=ends, name=last["side"] + ", " + last["what"]))
        .mark_text(align="right", dx=-2, dy=-7, fontSize=11, fontWeight=600)
        .encode(x="day:T", y="at:Q", text="name:N", color=alt.value(chart_sides.ink()))
    )
    touched = (
        alt.Chart(_day_rows(days))
        .mark_rect(opacity=0, cursor="pointer")
        .encode(x=alt.X("start:T", title=None, axis=day_axis()), x2="end:T", tooltip=["day:T", *_TOLD])
    )
    rule = alt.Chart(pd.DataFrame({"day": [pd.Timestamp(on)]})).mark_rule(strokeDash=[4, 3], color=CHART_DAY)
    layers = (rule.encode(x="day:T"), lines, names, touched.add_params(day_clicked()))
    return alt.layer(*layers).properties(height=_HEIGHT_PX)
