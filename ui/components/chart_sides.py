"""Sides on charts: by hue, by letter and by dashes, so that no chart tells them by colour alone."""

from __future__ import annotations

import json
from html import escape
from typing import Any

import altair as alt
import streamlit as st

from geo.model.claims import Side
from geo.model.labels import SIDE_LABELS, SIDE_LETTERS
from geo.model.palette import CHART_ON_SIDES, CHART_SIDES, THEME

#: How the lines of each side are dashed.
DASHES = {Side.UKRAINE: [1, 0], Side.RUSSIA: [7, 3], Side.INDEPENDENT: [2, 3]}
_DOMAIN = [SIDE_LABELS[side] for side in Side]


def theme() -> str:
    """Return "light" or "dark": the page's theme, light as long as the browser has not told it."""
    return "dark" if st.context.theme.type == "dark" else "light"


def ink() -> str:
    """Return the colour of text on the page: a side's own is too light for letters."""
    colour = THEME["textColor"]
    return colour.dark if theme() == "dark" else colour.light


def hues() -> alt.Scale:
    """Return the scale of the sides' hues for the page's theme."""
    return alt.Scale(domain=_DOMAIN, range=[CHART_SIDES[theme()][side] for side in Side])


def dashes() -> alt.Scale:
    """Return the scale of the sides' dashes."""
    return alt.Scale(domain=_DOMAIN, range=[DASHES[side] for side in Side])


def letters(base: Any, *, inside: str = "") -> list[Any]:
    """Return a layer of letters on the points of a chart whose rows have `side`, `letter` and `middle`.

    Parameters
    ----------
    base : alt.Chart
        With its days on x.
    inside : str
        A Vega expression that holds for points that are filled, on which a letter is in the colour that is read on the
        side's hue; on the others it is as text. Empty: on none.
    """
    # A second scale of the sides would be merged with that of their hues, so the colours are in the rows.
    written = json.dumps({SIDE_LABELS[side]: CHART_ON_SIDES[theme()][side] for side in Side})
    look: dict[str, Any] = {"fontSize": 8.5, "fontWeight": 700, "baseline": "middle", "align": "center"}
    told = {"y": "middle:Q", "text": "letter:N"}
    filled = (
        base.transform_filter(inside or "false").transform_calculate(on=f"({written})[datum.side]").mark_text(**look)
    )
    bare = base.transform_filter(f"!({inside or 'false'})").mark_text(**look, dx=10)
    return [
        filled.encode(**told, color=alt.Color("on:N", scale=None, legend=None)),
        bare.encode(**told, color=alt.value(ink())),
    ]


def show_sides() -> None:
    """Say which letter and hue is whose: as words of the page, which break their line where a chart's legend is cut."""
    named = theme()
    keys = (
        f'<span style="display:inline-block;min-width:1.3em;text-align:center;border-radius:3px;font-weight:700;'
        f'background:{CHART_SIDES[named][side]};color:{CHART_ON_SIDES[named][side]}">{SIDE_LETTERS[side]}</span> '
        f"{escape(words)}"
        for side, words in SIDE_LABELS.items()
    )
    st.html(f"<p class='sides-key'>{'&emsp;'.join(keys)}</p>")
