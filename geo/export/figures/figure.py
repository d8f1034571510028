"""A picture of a view on a day, for print: map, legend, the day's sentence, both dates, credits and version."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from geo.errors import SelectionError
from geo.export.figures import style
from geo.export.figures.basemap import Extent, draw_basemap, north_arrow, scale_bar
from geo.export.figures.labels import ground_labels, write_labels
from geo.export.figures.layers import draw_marks
from geo.export.figures.legend import Entry, Handle, draw_group, in_groups
from geo.export.figures.style import renderer_of
from geo.export.scope import Scope
from geo.model.asof import AsOf
from geo.model.labels import format_date
from geo.reports.briefing import brief

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_MARGIN_IN, _FOOT_LINE_IN = 0.35, 0.116
_LEFT_OUT_AT_MOST = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is made: size in inches, dots an inch, graticule."""

    width_in: float = 11.0
    height_in: float = 7.6
    dpi: float = 200.0
    graticule: bool = False
    permalink: str = ""


def picture(scope: Scope, format_: str = "png", look: Look | None = None) -> bytes:
    """Draw a view on a day.

    Parameters
    ----------
    scope : Scope
        Its `on` must be a day.
    format_ : str
        ``png``, ``svg`` or ``pdf``.
    look : Look, optional

    Returns
    -------
    bytes
        The same scope and look give the same bytes.

    Raises
    ------
    SelectionError
        When no day is chosen, or the view or format is none.
    """
    look = look or Look()
    day = _day(scope)
    with style.drawing():
        figure = style.new_figure(look.width_in, look.height_in, look.dpi)
        _heading(figure, scope, day, look)
        foot = _foot_lines(scope, look)
        axes = _map_axes(figure, look, len(foot))
        handles = draw_map(axes, scope, day, graticule=look.graticule)
        _side_column(figure, scope, day, handles, look)
        left, low = _MARGIN_IN / look.width_in, _foot_in(len(foot)) / look.height_in
        figure.text(left, low, "\n".join(foot), size=6.4, color=style.QUIET, va="top", linespacing=1.3)
        return style.rendered(figure, format_)


def draw_map(
    axes: Axes, scope: Scope, day: date, *, graticule: bool = False, furniture: bool = True
) -> dict[Entry, Handle]:
    """Draw the map of a day into axes, and return the legend of what is on it.

    `furniture` is the scale bar and the north arrow.
    """
    box = axes.get_window_extent()
    extent = Extent.of_view(scope.case, scope.view.at, box.width / box.height)
    draw_basemap(axes, scope.case, extent, graticule=graticule)
    shown = draw_marks(axes, scope, extent, day)
    wanted = shown.labels + ground_labels(axes, scope.case, extent, towns=scope.view.has("towns"))
    if furniture:
        scale_bar(axes, extent)
        north_arrow(axes, extent)
    write_labels(axes, wanted, shown.signs, extent.to_metric(scope.case.border_lonlat))
    return shown.legend


def clocks_words(scope: Scope, day: date) -> str:
    """Say both dates: the day and the day of knowledge."""
    known = f"as known on {format_date(scope.known)}" if scope.known else "as known today"
    return f"{format_date(day)}, {known}"


def credit_lines(scope: Scope, letters: int) -> list[str]:
    """Name whom to credit, the version, and what is withheld and why, in lines of so many letters."""
    case = scope.case
    names = [name for name in case.attributions if name != "Salient"]
    said = [f"{' · '.join(names)} · Salient, case {case.settings.id}, version {case.version[:12]}"]
    left_out = sorted({f"{item.attribution or item.layer} ({item.why_not})" for item in scope.release.withheld})
    if left_out:
        more = len(left_out) - _LEFT_OUT_AT_MOST
        rest = f" · and {more} more" if more > 0 else ""
        said.append(f"Left out: {' · '.join(left_out[:_LEFT_OUT_AT_MOST])}{rest}")
    return [line for words in said for line in textwrap.wrap(words, letters)]


def _day(scope: Scope) -> date:
    if scope.on is None:
        raise SelectionError("a picture shows one day; choose it, such as --on 2024-08-12")
    return scope.on


def _heading(figure: Figure, scope: Scope, day: date, look: Look) -> None:
    left, top = _MARGIN_IN / look.width_in, 1 - 0.42 / look.height_in
    figure.text(left, top, f"{scope.case.settings.title}: claimed advances, not control", size=14, weight="bold")
    clocks = f"{clocks_words(scope, day)} · day {(day - scope.case.settings.start_date).days + 1}"
    color = style.OCHRE_TEXT if scope.known else style.QUIET
    figure.text(left, top - 0.24 / look.height_in, clocks, size=10, color=color)


def _map_axes(figure: Figure, look: Look, foot_lines: int) -> Axes:
    left, low, high = _MARGIN_IN, _foot_in(foot_lines) + 0.15, look.height_in - 0.85
    width = look.width_in * 0.70 - left
    return figure.add_axes(
        (left / look.width_in, low / look.height_in, width / look.width_in, (high - low) / look.height_in)
    )


def _side_column(figure: Figure, scope: Scope, day: date, handles: dict[Entry, Handle], look: Look) -> None:
    """Write the day's sentence and the legend beside the map."""
    left = 0.70 + 0.2 / look.width_in
    high = 1 - 0.85 / look.height_in
    said = brief(replace(scope.case, claims=scope.claims), AsOf(day, scope.known)).sentence
    lines = textwrap.wrap(said, 47)[:10]
    figure.text(left, high, "\n".join(lines), size=8.2, va="top", linespacing=1.35)
    high -= (len(lines) * 0.158 + 0.18) / look.height_in
    for group, entries in in_groups(handles).items():
        made = draw_group(figure, group, entries, (left, high), size=7.2, wrap=44)
        height_px = made.get_window_extent(renderer_of(figure)).height
        high -= (height_px / figure.dpi + 0.16) / look.height_in


def _foot_lines(scope: Scope, look: Look) -> list[str]:
    letters = round(17 * (look.width_in - 2 * _MARGIN_IN))
    return credit_lines(scope, letters) + textwrap.wrap(look.permalink, letters)


def _foot_in(lines: int) -> float:
    """Return how high the foot begins: three lines have room, more push the map up."""
    return 0.40 + _FOOT_LINE_IN * max(lines - 3, 0)
