"""The basemap of a picture: an extent in the case's metric CRS, border and base, scale bar, north and graticule.

Everything is drawn in metres of the case's Lambert azimuthal equal-area projection, so areas on paper are true to each
other and the scale bar holds in the middle of the picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from geo.errors import SelectionError
from geo.export.figures.style import BORDER, GROUND, INK, PAPER, QUIET, RULE
from geo.geometry.crs import MetricCRS
from geo.geometry.sides import sides
from geo.model.case import Case

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Ground metres of one of Leaflet's pixels at zoom 0 on the equator.
_PIXEL_M = 156_543.03392
#: How many of the screen's pixels a picture is wide: the map of the page on a desktop.
_WIDTH_PX = 850
_TOLERANCE_M = 60.0


@dataclass(frozen=True)
class Extent:
    """What part of the ground a picture shows, in metres of the case's CRS."""

    crs: MetricCRS
    west_m: float
    south_m: float
    east_m: float
    north_m: float

    @classmethod
    def of_view(cls, case: Case, at: tuple[float, float, float] | None, aspect: float) -> Extent:
        """Return what a map shows around a middle at a zoom level.

        Parameters
        ----------
        at : (lon, lat, zoom) or None
            Degrees and Leaflet's zoom level, 5 to 15; None is the view on which the case opens.
        aspect : float
            Width divided by height.

        Raises
        ------
        SelectionError
            When the middle lies outside the case's area, or the zoom level out of its range.
        """
        view, area = case.settings.view, case.settings.area
        lon, lat, zoom = (view.lon, view.lat, view.zoom) if at is None else at
        if not area.holds(lon, lat):
            raise SelectionError(
                f"the view's middle is {lon:g}, {lat:g} (lon, lat); it must lie between {area.west:g} and "
                f"{area.east:g} east, {area.south:g} and {area.north:g} north"
            )
        if not 5 <= zoom <= 15:
            raise SelectionError(f"the view's zoom is {zoom:g}; it must lie between 5 and 15")
        crs = MetricCRS.laea(case.settings.border.laea_lon, case.settings.border.laea_lat)
        half_m = _WIDTH_PX * _PIXEL_M * math.cos(math.radians(lat)) / 2**zoom / 2
        middle = crs.to_metric(Point(lon, lat))
        high_m = half_m / aspect
        return cls(crs, middle.x - half_m, middle.y - high_m, middle.x + half_m, middle.y + high_m)

    @cached_property
    def window(self) -> Polygon:
        """The extent as a polygon, metres."""
        return box(self.west_m, self.south_m, self.east_m, self.north_m)

    @cached_property
    def window_deg(self) -> Polygon:
        """A lon/lat box around the extent, with a margin."""
        edge = shapely.segmentize(self.window, self.width_m / 16)
        west, south, east, north = self.crs.to_lonlat(edge).bounds
        return box(west - 0.05, south - 0.05, east + 0.05, north + 0.05)

    @property
    def width_m(self) -> float:
        """Width, metres."""
        return self.east_m - self.west_m

    def to_metric(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return the part of a lon/lat geometry near the extent, in metres; it may be empty."""
        near = geometry.intersection(self.window_deg) if geometry.intersects(self.window_deg) else Polygon()
        return near if near.is_empty else self.crs.to_metric(near)


def draw_basemap(axes: Axes, case: Case, extent: Extent, *, graticule: bool = False) -> None:
    """Draw the ground: the target side tinted, oblasts, the border, and a graticule where it is asked for."""
    axes.set_xlim(extent.west_m, extent.east_m)
    axes.set_ylim(extent.south_m, extent.north_m)
    axes.set_aspect("equal")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_facecolor(PAPER)
    for spine in axes.spines.values():
        spine.set_color(RULE)
        spine.set_linewidth(0.6)
    target, _ = sides(coarse_line(case.border_lonlat), extent.window_deg, case.settings.border.target_side)
    fill(axes, extent.crs.to_metric(target), facecolor=GROUND, edgecolor="none", zorder=0)
    for feature in case.base:
        ground = extent.to_metric(shape(feature["geometry"]))
        if feature["properties"].get("kind") == "oblast_limit":
            stroke(axes, ground, color=RULE, linewidth=0.7, linestyle=(0, (5, 3, 1, 3)), zorder=1)
    border = extent.to_metric(case.border_lonlat).simplify(_TOLERANCE_M)
    stroke(axes, border, color=PAPER, linewidth=3.2, zorder=5)
    stroke(axes, border, color=BORDER, linewidth=1.3, zorder=5.1)
    if graticule:
        _graticule(axes, extent)


@lru_cache(maxsize=4)
def coarse_line(border: LineString) -> LineString:
    """Return a border (lon/lat) with few enough vertices to part the ground of a picture by, within 0.0005 degrees."""
    return LineString(border.simplify(5e-4).coords)


def fill(axes: Axes, ground: BaseGeometry, **look: Any) -> Any:
    """Draw polygons, holes left out, and return the patch; None where there is none."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    rings = [
        Path(np.asarray(ring.coords)[:, :2], closed=True)
        for part in _parts(ground, "Polygon")
        for ring in (part.exterior, *part.interiors)
    ]
    if not rings:
        return None
    # add_patch would walk every curve to widen limits that are fixed.
    return axes.add_artist(PathPatch(Path.make_compound_path(*rings), **look))


def stroke(axes: Axes, ground: BaseGeometry, **look: Any) -> None:
    """Draw lines."""
    from matplotlib.collections import LineCollection

    lines = [np.asarray(part.coords)[:, :2] for part in _parts(ground, "LineString")]
    if lines:
        axes.add_collection(LineCollection(lines, capstyle="round", joinstyle="round", **look), autolim=False)


def scale_bar(axes: Axes, extent: Extent) -> None:
    """Draw a scale bar of a round number of kilometres, true in the middle of the picture."""
    length_km = round_below(extent.width_m / 1000 / 4)
    left = extent.west_m + extent.width_m * 0.025
    low = extent.south_m + extent.width_m * 0.022
    tick = extent.width_m * 0.008
    xy = [(left, low + tick), (left, low), (left + length_km * 1000, low), (left + length_km * 1000, low + tick)]
    for width, color in ((3.0, PAPER), (1.1, INK)):
        stroke(axes, LineString(xy), color=color, linewidth=width, zorder=20)
    label(axes, left + length_km * 500, low + tick * 0.8, f"{length_km:g} km", va="bottom", size=7)


def north_arrow(axes: Axes, extent: Extent) -> None:
    """Draw an arrow to true north at the upper left corner: in this projection it turns with the place."""
    at = Point(extent.west_m + extent.width_m * 0.035, extent.north_m - extent.width_m * 0.075)
    there = extent.crs.to_lonlat(at)
    up = extent.crs.to_metric(Point(there.x, there.y + 0.01))
    dx, dy = up.x - at.x, up.y - at.y
    size = extent.width_m * 0.035 / math.hypot(dx, dy)
    tip = (at.x + dx * size, at.y + dy * size)
    arrow = {"arrowstyle": "-|>", "color": INK, "linewidth": 1.0, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", xy=tip, xytext=(at.x, at.y), arrowprops=arrow, zorder=20)
    label(axes, tip[0], tip[1] + extent.width_m * 0.004, "N", va="bottom", size=7.5, weight="bold")


def label(axes: Axes, x: float, y: float, text: str, **look: Any) -> Any:
    """Write text with a casing of paper around it."""
    from matplotlib.patheffects import withStroke

    casing = [withStroke(linewidth=2.2, foreground=PAPER)]
    options: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 21, "color": INK} | look
    return axes.text(x, y, text, path_effects=casing, clip_on=True, **options)


def round_below(value: float) -> float:
    """Return the largest of 1, 2, 5 times a power of ten that is not above `value`.

    >>> round_below(42), round_below(9.9), round_below(0.6)
    (20.0, 5.0, 0.5)
    """
    power = 10.0 ** math.floor(math.log10(value))
    # The logarithm of a number just below a power of ten may be rounded up to it; then half of the power is meant.
    return next(step * power for step in (5, 2, 1, 0.5) if step * power <= value)


def _graticule(axes: Axes, extent: Extent) -> None:
    west, south, east, north = extent.window_deg.bounds
    step = round_below((east - west) / 3)
    for lon in _steps(west, east, step):
        line = extent.to_metric(LineString([(lon, lat) for lat in np.linspace(south, north, 24)]))
        stroke(axes, line, color=QUIET, linewidth=0.35, alpha=0.6, zorder=6)
        foot = line.intersection(LineString([(extent.west_m, extent.south_m), (extent.east_m, extent.south_m)]))
        if isinstance(foot, Point) and not foot.is_empty:
            label(
                axes, foot.x, foot.y + extent.width_m * 0.006, _degrees(lon, "E", "W"), size=6, color=QUIET, va="bottom"
            )
    for lat in _steps(south, north, step):
        line = extent.to_metric(LineString([(lon, lat) for lon in np.linspace(west, east, 24)]))
        stroke(axes, line, color=QUIET, linewidth=0.35, alpha=0.6, zorder=6)
        end = line.intersection(LineString([(extent.east_m, extent.south_m), (extent.east_m, extent.north_m)]))
        low = extent.south_m + extent.width_m * 0.02
        if isinstance(end, Point) and not end.is_empty and end.y > low:
            label(axes, end.x - extent.width_m * 0.006, end.y, _degrees(lat, "N", "S"), size=6, color=QUIET, ha="right")


def _steps(low: float, high: float, step: float) -> Sequence[float]:
    return [round(n * step, 6) for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degrees(value: float, positive: str, negative: str) -> str:
    minutes = round(abs(value) * 60)
    written = f"{minutes // 60}°" + (f"{minutes % 60:02d}′" if minutes % 60 else "")
    return f"{written} {positive if value >= 0 else negative}"


def _parts(ground: BaseGeometry, kind: str) -> list[Any]:
    flat = [part for one in shapely.get_parts(ground).tolist() for part in shapely.get_parts(one).tolist()]
    return [part for part in flat if part.geom_type == kind and not part.is_empty]
