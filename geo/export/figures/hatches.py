"""Hatches of evacuation zones: the map document's patterns, as strokes that matplotlib draws.

Its hatches have no short dashes and no lone crosses, so two orders would look alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from shapely.geometry.base import BaseGeometry

from geo.export.figures.basemap import Extent, fill
from geo.export.figures.style import ZONE
from geo.model.evacuation import OrderKind, OrderScope

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Points of paper to a pixel of the document: its map is as wide as a picture's.
_POINTS_PER_PX = 0.65
#: A dot is a stroke of next to no length with a round cap.
_DOT_PX = 0.02
_WASH, _STROKE = (*ZONE, 0.05), (*ZONE, 0.65)
_DASHES = (0, (4, 3))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A tile (width, height), the strokes in it (x, y, x, y) with y downwards, and their width; pixels."""

    tile: tuple[float, float]
    strokes: tuple[tuple[float, float, float, float], ...]
    width: float
    washed: bool = True
    dotted: bool = False

    def within(self, bounds: tuple[float, float, float, float]) -> np.ndarray[Any, Any]:
        """Return its strokes as segments (n, 2, 2) over a window of pixels, on a grid that is the same everywhere."""
        (wide, high), (west, south, east, north) = self.tile, bounds
        columns = np.arange(np.floor(west / wide), np.ceil(east / wide)) * wide
        rows = np.arange(np.floor(south / high), np.ceil(north / high)) * high
        corners = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 1, 1, 2)
        strokes = np.asarray(self.strokes).reshape(-1, 2, 2) * (1, -1) + (0, high)
        return (corners + strokes).reshape(-1, 2, 2)


def _pattern(kind: OrderKind, scope: OrderScope) -> Pattern:
    """Return the pattern of an order: for a part of a zone it is half as dense."""
    by = 2 if scope is OrderScope.PART else 1
    match kind:
        case OrderKind.MANDATORY:
            return Pattern((6 * by, 6 * by), ((0, 3 * by, 6 * by, 3 * by),), 1.1)
        case OrderKind.VOLUNTARY:
            return Pattern((8 * by, 8 * by), ((4 * by, 4 * by, 4 * by + _DOT_PX, 4 * by),), 2.6, dotted=True)
        case OrderKind.ADVICE:
            middle = 6 * by
            cross = ((middle - 2.5, middle, middle + 2.5, middle), (middle, middle - 2.5, middle, middle + 2.5))
            return Pattern((12 * by, 12 * by), cross, 1.0)
        case OrderKind.IN_PROGRESS:
            return Pattern((10 * by, 10 * by), ((1, 5 * by, 7, 5 * by),), 1.2)
        case OrderKind.NO_ORDER:
            return Pattern((22 * by, 22), ((11, 0, 11, 22),), 0.7, washed=False)


PATTERNS = {(kind, scope): _pattern(kind, scope) for kind in OrderKind for scope in OrderScope}


def fill_zone(axes: Axes, extent: Extent, ground: BaseGeometry, pattern: Pattern, *, approximate: bool) -> None:
    """Fill a zone (metres) with its pattern and outline it, dashed where its extent is approximate."""
    # Nothing of a zone is drawn outside the frame, so the clip is the part that is seen.
    wash = fill(axes, ground.intersection(extent.window), facecolor=_wash(pattern), edgecolor="none", zorder=2)
    if wash is None:
        return
    dashes = _DASHES if approximate else "-"
    fill(axes, ground, facecolor="none", edgecolor=_STROKE, linewidth=0.6, linestyle=dashes, zorder=2.2)
    frame = axes.get_window_extent()
    metres_per_px = extent.width_m / (frame.width / axes.figure.dpi * 72) * _POINTS_PER_PX
    corner = (extent.west_m, extent.south_m)
    seen = ground.intersection(extent.window).bounds
    west, south, east, north = (np.asarray(seen) - corner * 2) / metres_per_px
    lines = pattern.within((west, south, east, north)) * metres_per_px + corner
    marks = _strokes(pattern, lines, zorder=2.1)
    axes.add_artist(marks)
    marks.set_clip_path(wash)


def _wash(pattern: Pattern) -> Any:
    return _WASH if pattern.washed else "none"


def _strokes(pattern: Pattern, lines: np.ndarray[Any, Any], **look: Any) -> Any:
    """Return segments as one path: in a vector file a path a segment would be megabytes."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    path = Path(lines.reshape(-1, 2), [Path.MOVETO, Path.LINETO] * len(lines))
    # Simplified or snapped to pixels, both ends of a dot would be one point, which is not drawn.
    path.should_simplify = False
    cap: Literal["round", "butt"] = "round" if pattern.dotted else "butt"
    width = pattern.width * _POINTS_PER_PX
    marks = PathPatch(path, facecolor="none", edgecolor=_STROKE, linewidth=width, capstyle=cap, **look)
    marks.set_snap(False if pattern.dotted else None)
    return marks


@dataclass(frozen=True, slots=True)
class PatternSign:
    """A pattern in a legend."""

    pattern: Pattern


class _PatternHandler:
    """Draws the sign of a pattern, as matplotlib's legends ask for it."""

    def legend_artist(self, _legend: object, sign: PatternSign, _fontsize: float, box: Any) -> Any:
        """Fill the box of a sign."""
        from matplotlib.patches import Rectangle

        pattern = sign.pattern
        corner, size = (-box.xdescent, -box.ydescent), (box.width, box.height)
        look: dict[str, Any] = {"facecolor": _wash(pattern), "edgecolor": _STROKE, "linewidth": 0.6}
        frame = Rectangle(corner, *size, linestyle=_DASHES, **look)
        lines = pattern.within((0, 0, size[0] / _POINTS_PER_PX, size[1] / _POINTS_PER_PX))
        marks = _strokes(pattern, lines * _POINTS_PER_PX + corner)
        for artist in (frame, marks):
            box.add_artist(artist)
        marks.set_clip_path(frame)
        return frame


#: What a legend needs to draw a `PatternSign`.
PATTERN_HANDLERS: dict[type, Any] = {PatternSign: _PatternHandler()}
