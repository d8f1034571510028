"""A sheet of small maps, one a chosen day: how what was claimed changed, at a glance."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.errors import SelectionError
from geo.export.figures import style
from geo.export.figures.figure import credit_lines, draw_map
from geo.export.figures.legend import Entries, draw_group, in_groups, of_many_days
from geo.export.scope import Scope
from geo.model.labels import format_date

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend

#: A sheet holds no more days than a person can compare.
MAX_SHEET_DAYS = 24
_CELL_IN, _GAP_IN, _MARGIN_IN = (3.4, 2.6), 0.14, 0.35
_LINE_IN, _TITLE_IN, _LEGEND_GAP_IN = 0.24, 0.28, 0.16


def sheet(
    scope: Scope,
    days: Sequence[date],
    format_: str = "png",
    *,
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
        At most `MAX_SHEET_DAYS`, drawn in the order given.
    columns : int
        How many maps stand side by side.

    Raises
    ------
    SelectionError
        When there is no day, or too many, or one lies outside the case.
    """
    if not 1 <= len(days) <= MAX_SHEET_DAYS:
        raise SelectionError(f"{len(days)} days are chosen; a sheet holds 1 to {MAX_SHEET_DAYS}")
    columns = min(max(columns, 1), len(days))
    layout = _Layout(len(days), columns, tuple(_heading(scope, days, columns)))
    with style.drawing():
        figure = style.new_figure(layout.width_in, layout.maps_in, dpi)
        each = []
        for number, day in enumerate(days):
            axes = figure.add_axes(layout.cell(number, layout.maps_in))
            axes.set_title(format_date(day), loc="left", size=8.5, weight="bold", pad=3)
            each.append(draw_map(axes, scope.of_day(day), day, furniture=number == 0))
        legend = _legend(figure, of_many_days(each), layout.width_in)
        foot = credit_lines(scope, round(17 * (layout.width_in - 2 * _MARGIN_IN)))
        legend_in = max((low_in for _, _, low_in in legend), default=0.0)
        height_in = layout.maps_in + legend_in + 0.30 + 0.116 * len(foot)
        # What the maps need below them is known only now; they keep their size and move up.
        figure.set_size_inches(layout.width_in, height_in)
        for number, axes in enumerate(figure.axes):
            axes.set_position(layout.cell(number, height_in))
        for group, (left_in, top_in), _ in legend:
            group.set_bbox_to_anchor((left_in / layout.width_in, 1 - (layout.maps_in + top_in) / height_in))
        left = _MARGIN_IN / layout.width_in
        for (words, look), top_in in zip(layout.heading, layout.tops_in, strict=True):
            figure.text(left, 1 - top_in / height_in, words, **look)
        figure.text(left, 0.16 / height_in, "\n".join(foot), size=6.4, color=style.QUIET, linespacing=1.3)
        return style.rendered(figure, format_)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand on a sheet, in inches: its lines of heading (words, look), and under them the maps in rows."""

    count: int
    columns: int
    heading: tuple[tuple[str, dict[str, Any]], ...]

    @property
    def width_in(self) -> float:
        return _width_in(self.columns)

    @property
    def tops_in(self) -> list[float]:
        """How far below the top each line of heading has its foot."""
        return [0.40 + _LINE_IN * number for number in range(len(self.heading))]

    @property
    def head_in(self) -> float:
        """How far below the top the first map begins."""
        return self.tops_in[-1] + 0.46

    @property
    def maps_in(self) -> float:
        """How far below the top the last map ends."""
        rows = math.ceil(self.count / self.columns)
        return self.head_in + rows * _CELL_IN[1] + (rows - 1) * _TITLE_IN

    def cell(self, number: int, height_in: float) -> tuple[float, float, float, float]:
        """Return where a map stands, as shares of a figure of that height."""
        row, column = divmod(number, self.columns)
        low_in = height_in - self.head_in - row * (_CELL_IN[1] + _TITLE_IN) - _CELL_IN[1]
        left_in = _MARGIN_IN + column * (_CELL_IN[0] + _GAP_IN)
        return left_in / self.width_in, low_in / height_in, _CELL_IN[0] / self.width_in, _CELL_IN[1] / height_in


def _width_in(columns: int) -> float:
    return 2 * _MARGIN_IN + columns * _CELL_IN[0] + (columns - 1) * _GAP_IN


def _heading(scope: Scope, days: Sequence[date], columns: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the lines of the title, then of the days and what is known of them, none wider than the maps."""
    room_in = _width_in(columns) - 2 * _MARGIN_IN
    title = f"{scope.case.settings.title}: claimed advances, not control"
    known = f"as known on {format_date(scope.known)}" if scope.known else "as known today"
    first, last = format_date(min(days)), format_date(max(days))
    span = f"{first}, {known}" if first == last else f"{first} to {last}, each {known}"
    for line in textwrap.wrap(title, round(8.4 * room_in)):
        yield line, {"size": 14, "weight": "bold"}
    for line in textwrap.wrap(span, round(13 * room_in)):
        yield line, {"size": 9.5, "color": style.QUIET}


def _legend(figure: Figure, signs: Entries, width_in: float) -> list[tuple[Legend, tuple[float, float], float]]:
    """Draw the groups side by side, as many as there is room for, and say of each where it goes and where it ends.

    Inches: (from the left edge, below the maps), and the lower end below the maps.
    """
    placed: list[tuple[Legend, tuple[float, float], float]] = []
    left_in, top_in, low_in = _MARGIN_IN, _LEGEND_GAP_IN, 0.0
    for group, entries in in_groups(signs).items():
        made = draw_group(figure, group, entries, (0, 1), size=6.6, wrap=45)
        box = made.get_window_extent(style.renderer_of(figure))
        wide_in, high_in = box.width / figure.dpi, box.height / figure.dpi
        if placed and left_in + wide_in > width_in - _MARGIN_IN:
            left_in, top_in = _MARGIN_IN, low_in + _LEGEND_GAP_IN
        low_in = max(low_in, top_in + high_in)
        placed.append((made, (left_in, top_in), low_in))
        left_in += wide_in + 0.3
    return placed
