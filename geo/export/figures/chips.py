"""Chips of a picture: beside a place's sign the letter of each side that says so, on the side's hue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.export.figures import style
from geo.model.claims import Side
from geo.model.labels import SIDE_LETTERS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FIRST_PT, _BELOW_PT, _STEP_PT, _LETTER_PT = 4.4, -3.4, 4.7, 4.2


def draw_chip(axes: Axes, at: tuple[float, float], number: int, side: Side) -> None:
    """Write a side's letter beside the sign at a point (metres), after so many others."""
    axes.annotate(
        SIDE_LETTERS[side],
        at,
        xytext=(_FIRST_PT + number * _STEP_PT, _BELOW_PT),
        textcoords="offset points",
        size=_LETTER_PT,
        weight="bold",
        family="DejaVu Sans Mono",
        color=style.ON_SIDES[side],
        ha="center",
        va="center",
        zorder=8.2 + number / 100,
        bbox={"boxstyle": "square,pad=0.16", "facecolor": style.SIDES[side], "edgecolor": style.PAPER, "lw": 0.4},
        annotation_clip=True,
    )


def covered_pt(chips: int) -> tuple[float, float, float, float]:
    """Return how far a sign with so many chips reaches left, down, right and up of its point, in points of paper.

    >>> covered_pt(0)
    (-3.0, -3.0, 3.0, 3.0)
    >>> covered_pt(2)
    (-3.0, -6.2, 11.5, 3.0)
    """
    if not chips:
        return -3.0, -3.0, 3.0, 3.0
    right = _FIRST_PT + (chips - 1) * _STEP_PT + 2.4
    return -3.0, round(_BELOW_PT - 2.8, 3), round(right, 3), 3.0
