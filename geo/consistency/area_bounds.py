"""Bounds on the area that a depth and a width allow on the real border, wherever the section lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.bands import depth_line
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats
from geo.geometry.linear_referencing import LineIndex, buffer_within
from geo.geometry.measurement import Measurement, measure
from geo.geometry.section import WidthMethod, chord_ends

SLIDE_KM = 30.0
STEP_KM = 10.0
MOST_PLACES = 40
LOOP_POINTS = 400
COARSE_M = 100.0  # of the border's course: areas change by less than 1 in 10,000

#: From and to along the baseline, metres.
Piece = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The ground of the least or the greatest area: metric polygon, km², and the middle of its section, baseline m."""

    ground_m: BaseGeometry
    area_km2: float
    middle_m: float


@dataclass(frozen=True, slots=True)
class AreaBounds:
    """Areas in km² that a depth and a width allow: lowest and highest over the places tried.

    `chord` and `along` are the two readings of the width, with round ends: everything within the depth of the section.
    `chord_flat`, `along_flat` stop at the section's ends. None where the width doesn't fit on the border.
    `grounds_chord`, `grounds_along` are the grounds of the lowest and of the highest, empty where there is none.
    """

    chord: tuple[float, float] | None
    along: tuple[float, float] | None
    chord_flat: tuple[float, float] | None
    along_flat: tuple[float, float] | None
    grounds_chord: tuple[Extreme, ...] = ()
    grounds_along: tuple[Extreme, ...] = ()

    @property
    def most_km2(self) -> float:
        """The largest area of any reading; 0 where the width fits nowhere."""
        return max((high for _, high in filter(None, (self.chord, self.along))), default=0.0)


class Bands:
    """Areas on one border, each computed once.

    Parameters
    ----------
    border : BorderLine
    """

    def __init__(self, border: BorderLine) -> None:
        self.border = border
        self._bounds: dict[tuple[object, ...], AreaBounds] = {}
        self._wide: dict[tuple[object, ...], Extreme] = {}
        self._inside: dict[tuple[float, float], float | None] = {}
        self._measured: dict[BaseGeometry, Measurement] = {}
        self._lonlat: dict[BaseGeometry, BaseGeometry] = {}
        self._lines: dict[tuple[float, Piece], BaseGeometry] = {}
        self._compared: dict[tuple[BaseGeometry, BaseGeometry], tuple[BaseGeometry, BaseGeometry, BaseGeometry]] = {}
        self._beyond: dict[tuple[BaseGeometry, float], BaseGeometry] = {}

    def measured(self, ground: BaseGeometry) -> Measurement:
        """Return the measures of a lon/lat polygon on this border."""
        if ground not in self._measured:
            self._measured[ground] = measure(ground, self.border)
        return self._measured[ground]

    def inside_km(self, lon: float, lat: float) -> float | None:
        """Return how far in from the border a point (degrees) lies, km; None where it is not on the target side."""
        if (lon, lat) not in self._inside:
            at = self.border.locate(lon, lat)
            self._inside[lon, lat] = at.offset_m / 1e3 if at.side == "target" else None
        return self._inside[lon, lat]

    def lonlat(self, ground_m: BaseGeometry) -> BaseGeometry:
        """Return a metric ground in lon/lat, its rim as coarse as the border's course is."""
        if ground_m not in self._lonlat:
            self._lonlat[ground_m] = self.border.metric.to_lonlat(ground_m.simplify(COARSE_M))
        return self._lonlat[ground_m]

    def depth_line(self, depth_km: float, piece: Piece) -> BaseGeometry:
        """Return the points that far from the border beside a piece of the baseline, lon/lat."""
        if (depth_km, piece) not in self._lines:
            self._lines[depth_km, piece] = depth_line(self.border, depth_km, self.border.section_between(*piece))
        return self._lines[depth_km, piece]

    def on_target(self, ground: BaseGeometry) -> BaseGeometry:
        """Return the part of a lon/lat polygon on the target side, lon/lat."""
        return self.lonlat(self.border.on_target(self.border.metric.to_metric(ground)))

    def beyond_m(self, ground: BaseGeometry, depth_km: float) -> BaseGeometry:
        """Return the part of a lon/lat polygon on the target side that is farther in than a depth (km), metric."""
        if (ground, depth_km) not in self._beyond:
            ground_m = self.border.on_target(self.border.metric.to_metric(ground))
            line_m = self.border.index.clipped(ground_m, depth_km * 1e3).simplify(COARSE_M)
            self._beyond[ground, depth_km] = ground_m.difference(buffer_within(line_m, depth_km * 1e3))
        return self._beyond[ground, depth_km]

    def own_side_km(self, lon: float, lat: float) -> float:
        """Return how far from the border a point (degrees) lies on the advancing side, km; 0 beyond the border."""
        at = self.border.locate(lon, lat)
        return 0.0 if at.side == "target" else abs(at.offset_m) / 1e3

    def compared(self, one: BaseGeometry, other: BaseGeometry) -> tuple[BaseGeometry, BaseGeometry, BaseGeometry]:
        """Return what two lon/lat grounds have in common on the target side, and what only each has, metric."""
        key = (one, other)
        if key not in self._compared:
            first, second = (self.border.on_target(self.border.metric.to_metric(ground)) for ground in key)
            both = first.intersection(second)
            self._compared[key] = (both, first.difference(second), second.difference(first))
        return self._compared[key]

    def centres(self, places: Sequence[tuple[float, float]]) -> tuple[float, ...]:
        """Return the baseline measures (m) tried: 30 km around each place (lon, lat), or everywhere."""
        index = self.border.baseline_index
        step_m, slide_m = STEP_KM * 1e3, SLIDE_KM * 1e3
        if not places:
            count = min(MOST_PLACES, max(3, int(index.length_m / step_m)))
            return tuple(np.linspace(0, index.length_m, count + 2)[1:-1].tolist())
        lon, lat = zip(*dict.fromkeys(places), strict=True)
        middles = index.locate(self.border.metric.xy(lon, lat))[0]
        offsets = np.arange(-slide_m, slide_m + 1, step_m)
        grid: Floats = np.unique(np.round((middles[:, None] + offsets).ravel(), -3))
        return tuple(grid[(grid >= 0) & (grid <= index.length_m)].tolist())

    def bounds(self, depth_km: float, width_km: float, centres: tuple[float, ...]) -> AreaBounds:
        """Return the areas (km²) that a depth and a width (km) allow with the section centred on these measures (m)."""
        key = (depth_km, width_km, centres)
        if key not in self._bounds:
            chord = self._areas(depth_km, width_km, WidthMethod.STRAIGHT, centres)
            along = self._areas(depth_km, width_km, WidthMethod.ALONG_BORDER, centres)
            self._bounds[key] = AreaBounds(
                _span([ground.area_km2 for ground, _ in chord]),
                _span([ground.area_km2 for ground, _ in along]),
                _span([flat_km2 for _, flat_km2 in chord]),
                _span([flat_km2 for _, flat_km2 in along]),
                _extremes([ground for ground, _ in chord]),
                _extremes([ground for ground, _ in along]),
            )
        return self._bounds[key]

    def sideways(self, depth_km: float, width_km: float, centres: tuple[float, ...]) -> Extreme:
        """Return the most ground if it also spreads behind the border beyond the ends of the section.

        It may spread by the width or by three depths, whichever is more, on either side: far beyond what anybody calls
        a front of that width.
        """
        key = (depth_km, width_km, centres)
        if key not in self._wide:
            spread_m = 1e3 * max(width_km, 3 * depth_km)
            tried = [
                *self._pieces(width_km, WidthMethod.STRAIGHT, centres),
                *self._longest_loop(width_km, spread_m, centres),
            ]
            spread = (self._spread(depth_km * 1e3, piece, spread_m) for piece in tried)
            self._wide[key] = max(spread, key=lambda one: one.area_km2, default=Extreme(Polygon(), 0.0, 0.0))
        return self._wide[key]

    def _longest_loop(self, width_km: float, spread_m: float, centres: Sequence[float]) -> list[Piece]:
        """Return the longest piece of the baseline near the centres whose ends are no more than the width apart.

        A front may lie in a bend of the border: few kilometres from end to end, many along it.
        """
        index = self.border.baseline_index
        first, last = max(0.0, min(centres) - spread_m), min(index.length_m, max(centres) + spread_m)
        grid = np.linspace(first, last, LOOP_POINTS)
        xy = index.at(grid)
        apart = np.hypot(xy[:, None, 0] - xy[None, :, 0], xy[:, None, 1] - xy[None, :, 1])
        step_m = (last - first) / (LOOP_POINTS - 1)
        run = np.where(apart <= width_km * 1e3 + step_m, grid[None, :] - grid[:, None], 0.0)
        start, end = np.unravel_index(int(run.argmax()), run.shape)
        return [(float(grid[start]), float(grid[end]))] if end > start else []

    def _spread(self, depth_m: float, piece: Piece, spread_m: float) -> Extreme:
        around = _between(self.border.baseline_index, *piece).buffer(spread_m)
        line_m = self.border.index.clipped(around, depth_m).simplify(100.0)
        ground_m = self.border.on_target(buffer_within(line_m, depth_m).intersection(around))
        return Extreme(ground_m, float(ground_m.area) / 1e6, sum(piece) / 2)

    def _pieces(self, width_km: float, method: WidthMethod, centres: Sequence[float]) -> list[Piece]:
        """Return the sections of a width around each centre; those that run past an end are left out."""
        return [piece for piece in (self._piece(width_km * 1e3, method, m) for m in centres) if piece]

    def _piece(self, width_m: float, method: WidthMethod, centre_m: float) -> Piece | None:
        if method is WidthMethod.STRAIGHT:
            try:
                return chord_ends(self.border.baseline_index, centre_m, width_m)
            except GeometryError:
                return None  # this near the end of the border the width does not fit
        middle_m = float(self.border.to_real(centre_m))
        ends = (middle_m - width_m / 2, middle_m + width_m / 2)
        if ends[0] < 0 or ends[1] > self.border.length_m:
            return None
        start_m, end_m = self.border.to_baseline(ends).tolist()
        return start_m, end_m

    def _areas(
        self, depth_km: float, width_km: float, method: WidthMethod, centres: Sequence[float]
    ) -> list[tuple[Extreme, float]]:
        """Return the ground with round ends, and the km² with flat ends, for each place where the section fits."""
        depth_m = depth_km * 1e3
        found = []
        for piece in self._pieces(width_km, method, centres):
            line_m = _between(self.border.index, *self.border.to_real(piece).tolist()).simplify(COARSE_M)
            ground = self.border.on_target(buffer_within(line_m, depth_m))
            base = _between(self.border.baseline_index, *piece)
            flat = ground.intersection(base.buffer(2 * depth_m, cap_style="flat"))
            found.append((Extreme(ground, float(ground.area) / 1e6, sum(piece) / 2), float(flat.area) / 1e6))
        return found


def _between(index: LineIndex, start_m: float, end_m: float) -> LineString:
    """Return a piece of a line between two measures (m); `shapely.ops.substring` walks the whole line for it."""
    inner = index.measures[(index.measures > start_m) & (index.measures < end_m)]
    return LineString(index.at(np.concatenate([[start_m], inner, [end_m]])))


def _span(values: Sequence[float]) -> tuple[float, float] | None:
    return (min(values), max(values)) if values else None


def _extremes(grounds: Sequence[Extreme]) -> tuple[Extreme, ...]:
    """Return the smallest and the largest."""
    if not grounds:
        return ()
    by_area = sorted(grounds, key=lambda ground: ground.area_km2)
    return by_area[0], by_area[-1]


@lru_cache(maxsize=16)
def bands_on(border: BorderLine) -> Bands:
    """Return the area bounds on a border; what was computed once serves every version of a case on that border."""
    return Bands(border)
