"""A sheet of small maps, one a chosen day: how what was claimed changed, at a glance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from geo.errors import SelectionError
from geo.publish import ink
from geo.publish.marks import Handle
from geo.publish.picture import At, credit_words, draw_map
from geo.publish.scope import Scope
from geo.words import day_words

#: A sheet holds no more days than a person can compare.
MAX_DAYS = 24
_CELL_IN, _GAP_IN, _MARGIN_IN = (3.4, 2.6), 0.14, 0.35


def sheet(
    scope: Scope,
    days: Sequence[date],
    format_: str = "png",
    *,
    at: At | None = None,
    columns: int = 3,
    dpi: float = 150.0,
) -> bytes:
    """Draw one small map a day, all of one extent.

    Parameters
    ----------
    scope : Scope
        What is shown; its `on` does not matter. With its `known` every day is as known then; without it, as known
        today.
    days : sequence of date
        At most `MAX_DAYS`, drawn in the order given.
    at : (lon, lat, zoom), optional
        As in `geo.publish.picture.Look`.
    columns : int
        How many maps stand side by side.

    Raises
    ------
    SelectionError
        When there is no day, or too many, or one lies outside the case.
    """
    if not 1 <= len(days) <= MAX_DAYS:
        raise SelectionError(f"{len(days)} days are chosen; a sheet holds 1 to {MAX_DAYS}")
    columns = min(max(columns, 1), len(days))
    rows = math.ceil(len(days) / columns)
    width_in = 2 * _MARGIN_IN + columns * _CELL_IN[0] + (columns - 1) * _GAP_IN
    height_in = 1.0 + rows * (_CELL_IN[1] + 0.28) + 1.05
    with ink.drawing():
        figure = ink.new_figure(width_in, height_in, dpi)
        left = _MARGIN_IN / width_in
        title = f"{scope.case.settings.title}: claimed advances, not control"
        figure.text(left, 1 - 0.40 / height_in, title, size=14, weight="bold")
        known = f"as known on {day_words(scope.known)}" if scope.known else "as known today"
        span = f"{day_words(min(days))} to {day_words(max(days))}, each {known}"
        figure.text(left, 1 - 0.64 / height_in, span, size=9.5, color=ink.QUIET)
        signs: dict[tuple[str, str], Handle] = {}
        for number, day in enumerate(days):
            row, column = divmod(number, columns)
            low_in = height_in - 1.1 - (row + 1) * _CELL_IN[1] - row * 0.28
            left_in = _MARGIN_IN + column * (_CELL_IN[0] + _GAP_IN)
            axes = figure.add_axes(
                (left_in / width_in, low_in / height_in, _CELL_IN[0] / width_in, _CELL_IN[1] / height_in)
            )
            axes.set_title(day_words(day), loc="left", size=8.5, weight="bold", pad=3)
            signs |= draw_map(axes, scope.of_day(day), day, at, furniture=number == 0)
        _legend(figure, signs, height_in)
        figure.text(left, 0.16 / height_in, credit_words(scope), size=6.4, color=ink.QUIET)
        return ink.rendered(figure, format_)


def _legend(figure: object, signs: dict[tuple[str, str], Handle], height_in: float) -> None:
    from matplotlib.figure import Figure

    if not isinstance(figure, Figure) or not signs:
        return
    figure.legend(
        [make() for make in signs.values()],
        [words for _, words in signs],
        loc="lower left",
        bbox_to_anchor=(_MARGIN_IN / figure.get_figwidth(), 0.32 / height_in),
        ncols=4,
        frameon=False,
        fontsize=6.6,
        borderaxespad=0,
        handlelength=2.2,
        columnspacing=1.4,
    )
