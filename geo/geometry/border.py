"""Locate points relative to the border: the measure along it, the distance from it, and the side.

Measures run in metres of the case's metric CRS from the line's first point. The raw line follows every meander, so
fronts are measured on `BorderLine.baseline`, the smoothed line; `geo.geometry.linear_referencing` says how it is made.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.crs import Floats, MetricCRS, check_lonlat
from geo.geometry.linear_referencing import LineIndex, buffer_within, gaussian_smoothed, merged_line
from geo.geometry.section import BorderSection, WidthMethod, chord_ends, past_the_end

BorderSide = Literal["target", "home", "on"]
Direction = Literal["left", "right"]
ON_LINE_M = 0.05
BASELINE_STEP_M = 250.0


@dataclass(frozen=True, slots=True)
class Located:
    """Where a point lies relative to a border.

    Attributes
    ----------
    measure_m : float
        Along the real border, metres from its start, of the nearest point.
    offset_m : float
        Distance to the border in metres, never negative.
    side : "target", "home" or "on"
        "on" within 5 cm of the line.
    ambiguous : bool
        Another place far along the border is as near within the tolerance: the measure may jump.
    """

    measure_m: float
    offset_m: float
    side: BorderSide
    ambiguous: bool


class BorderLine:
    """The border: a directed line in lon/lat with a metric CRS and a target side.

    Parameters
    ----------
    line : LineString or MultiLineString
        Lon/lat degrees, with a direction. Parts that join end to end are merged.
    metric : MetricCRS
        Where it is measured.
    target_side : "left" or "right"
        On which side of the line's direction the claimed advances lie.
    smoothing_km : float, keyword-only
        Standard deviation of the Gaussian that smooths the baseline, km along the line.

    Raises
    ------
    GeometryError
        If the line is empty, crosses itself, is closed, comes in parts that don't join, or is not in lon/lat.

    Examples
    --------
    >>> border = BorderLine(LineString([(35, 51), (36, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> border.locate(35.5, 51.1).side
    'target'
    >>> round(border.locate(35.5, 50.9).offset_m / 1000, 2)
    11.24
    """

    def __init__(
        self, line: BaseGeometry, metric: MetricCRS, target_side: Direction, *, smoothing_km: float = 5.0
    ) -> None:
        if target_side not in ("left", "right"):
            raise GeometryError(f"target_side is {target_side!r}; it must be 'left' or 'right'")
        if not 0 <= smoothing_km < 1000:
            raise GeometryError(f"smoothing_km is {smoothing_km}; it must be 0 (none) or above")
        self.line = merged_line(line)
        self.metric = metric
        self.target_side = target_side
        self.smoothing_km = float(smoothing_km)
        self.line_m: LineString = metric.to_metric(self.line)
        self.index = LineIndex(self.line_m)
        self.length_m = self.index.length_m

    def __repr__(self) -> str:
        return f"BorderLine({self.length_m / 1e3:.1f} km, target on the {self.target_side})"

    @functools.cached_property
    def _smoothed(self) -> tuple[LineString, Floats, Floats]:
        """The baseline in metres, its measures, and the real measure each of them stands for."""
        line_m, real_m = gaussian_smoothed(self.index, self.smoothing_km * 1e3, BASELINE_STEP_M)
        steps = np.hypot(*np.diff(shapely.get_coordinates(line_m), axis=0).T)
        return line_m, np.concatenate([[0.0], np.cumsum(steps)]), real_m

    @property
    def baseline_m(self) -> LineString:
        """The smoothed line in metres of the metric CRS; it has its own measures."""
        return self._smoothed[0]

    @functools.cached_property
    def baseline(self) -> LineString:
        """The smoothed line in lon/lat."""
        return self.metric.to_lonlat(self.baseline_m)

    @functools.cached_property
    def baseline_index(self) -> LineIndex:
        """The baseline's measures and nearest-point index, metres."""
        return LineIndex(self.baseline_m)

    def to_baseline(self, real_m: npt.ArrayLike) -> Floats:
        """Return the baseline measures (m) that stand for measures along the real border (m)."""
        _, base, real = self._smoothed
        return np.asarray(np.interp(np.asarray(real_m), real, base), dtype=np.float64)

    def to_real(self, baseline_m: npt.ArrayLike) -> Floats:
        """Return the measures along the real border (m) for measures along the baseline (m)."""
        _, base, real = self._smoothed
        return np.asarray(np.interp(np.asarray(baseline_m), base, real), dtype=np.float64)

    def locate(self, lon: float, lat: float, *, tie_m: float = 50.0) -> Located:
        """Say where along the border a point lies, how far off, and on which side.

        Parameters
        ----------
        lon, lat : float
            Degrees, WGS 84.
        tie_m : float, keyword-only
            How well the point is known, metres: if a move by that much could carry the nearest place more than
            1 km further along the border than on a straight one, the result is flagged ambiguous.

        Returns
        -------
        Located

        Raises
        ------
        GeometryError
            If the point is not a lon/lat near the case.
        """
        measure, offset, side, ambiguous = self.locate_many([lon], [lat], tie_m=tie_m)
        return Located(float(measure[0]), float(offset[0]), side_name(int(side[0])), bool(ambiguous[0]))

    def locate_many(
        self, lon: npt.ArrayLike, lat: npt.ArrayLike, *, tie_m: float = 50.0
    ) -> tuple[Floats, Floats, npt.NDArray[np.int8], npt.NDArray[np.bool_]]:
        """Locate many points at once.

        Returns
        -------
        measure_m, offset_m, side, ambiguous : arrays
            Metres, metres, 1 target / -1 home / 0 on the line, bool.
        """
        points_deg = MultiPoint(np.column_stack([np.atleast_1d(lon), np.atleast_1d(lat)]))
        check_lonlat(points_deg, near=(self.metric.lon0, self.metric.lat0))
        xy = self.metric.xy(lon, lat)
        measure, offset, hand = self.index.locate(xy)
        side = hand if self.target_side == "left" else -hand
        side = np.where(offset <= ON_LINE_M, 0, side).astype(np.int8)
        return measure, offset, side, self.index.near_ties(xy, offset, tie_m)

    def at(self, measure_m: float) -> tuple[float, float]:
        """Return the point (lon, lat) at a measure along the real border, metres.

        Raises
        ------
        GeometryError
            If the measure is not on the line (nothing is clipped in silence).
        """
        self._check_measure(measure_m)
        point = self.metric.to_lonlat(self.line_m.interpolate(measure_m))
        return point.x, point.y

    def segment(self, start_m: float, end_m: float) -> LineString:
        """Return the piece of the real border between two measures in metres, in lon/lat and in its direction.

        Raises
        ------
        GeometryError
            If a measure is not on the line or both are equal.
        """
        return self.metric.to_lonlat(self.segment_m(start_m, end_m))

    def segment_m(self, start_m: float, end_m: float) -> LineString:
        """Return `segment` in metres of the metric CRS."""
        self._check_measure(start_m)
        self._check_measure(end_m)
        start_m, end_m = sorted((start_m, end_m))
        if end_m - start_m <= 0:
            raise GeometryError(f"the segment from {start_m} m to {end_m} m has no length; give two different measures")
        return self.index.piece(start_m, end_m)

    def _check_measure(self, measure_m: float) -> None:
        if not -1e-6 <= measure_m <= self.length_m + 1e-6:
            raise GeometryError(f"measure {measure_m} m is not on the border; it must be in 0..{self.length_m:.1f}")

    def reversed(self) -> BorderLine:
        """Return the same border in the other direction: m becomes L - m, and the target changes sides."""
        hand: Direction = "right" if self.target_side == "left" else "left"
        return BorderLine(shapely.reverse(self.line), self.metric, hand, smoothing_km=self.smoothing_km)

    def section(
        self, lon: float, lat: float, width_km: float, method: WidthMethod | str = WidthMethod.STRAIGHT
    ) -> BorderSection:
        """Return the section of a width centred on the place of the baseline nearest to a point.

        Parameters
        ----------
        lon, lat : float
            Where, degrees.
        width_km : float
            Above 0.
        method : WidthMethod, or its name
            Straight between the ends on the baseline, or following every meander of the real border.

        Returns
        -------
        BorderSection

        Raises
        ------
        GeometryError
            If the width is not above 0, the method is unknown, or the border ends before the width is reached.
        """
        if not width_km > 0:
            raise GeometryError(f"width_km is {width_km}; it must be above 0")
        method = WidthMethod.named(method)
        check_lonlat(shapely.Point(lon, lat), near=(self.metric.lon0, self.metric.lat0))
        centre_m = float(self.baseline_index.locate(self.metric.xy(lon, lat))[0][0])
        if method is WidthMethod.STRAIGHT:
            start_m, end_m = chord_ends(self.baseline_index, centre_m, width_km * 1e3)
        else:
            middle_m = float(self.to_real(centre_m))
            real = (middle_m - width_km * 500, middle_m + width_km * 500)
            if real[0] < 0 or real[1] > self.length_m:
                raise GeometryError(past_the_end(width_km, method))
            start_m, end_m = (float(m) for m in self.to_baseline(real))
        return self.section_between(start_m, end_m, method, centre_m=centre_m)

    def section_between(
        self, start_m: float, end_m: float, method: WidthMethod = WidthMethod.STRAIGHT, *, centre_m: float | None = None
    ) -> BorderSection:
        """Return the section between two measures in metres along the baseline."""
        start_m, end_m = sorted((start_m, end_m))
        if not 0 <= start_m < end_m <= (length := self.baseline_index.length_m):
            raise GeometryError(f"stretch {start_m:.1f}..{end_m:.1f} m is not a piece of the baseline 0..{length:.1f}")
        ends = self.baseline_index.at([start_m, end_m])
        piece = self.segment_m(*(float(m) for m in self.to_real([start_m, end_m])))
        return BorderSection(
            start_m=start_m,
            centre_m=(start_m + end_m) / 2 if centre_m is None else centre_m,
            end_m=end_m,
            width_method=method,
            chord_km=float(np.hypot(*(ends[1] - ends[0]))) / 1e3,
            along_km=piece.length / 1e3,
            line=self.metric.to_lonlat(piece),
        )

    def side_polygon(self, reach_km: float, window: Polygon | None = None) -> BaseGeometry:
        """Return the ground on the target side within a distance of the border, in lon/lat.

        Parameters
        ----------
        reach_km : float
            Above 0.
        window : Polygon, optional
            Lon/lat; only the ground within it (much faster on a long border).

        Returns
        -------
        Polygon or MultiPolygon
            It may have several parts where the border meanders through the window.
        """
        if not reach_km > 0:
            raise GeometryError(f"reach_km is {reach_km}; it must be above 0")
        if window is None:
            near_m: BaseGeometry = buffer_within(self.line_m, reach_km * 1e3)
        else:
            frame = self.metric.to_metric(window)
            near_m = buffer_within(self.index.clipped(frame, reach_km * 1e3), reach_km * 1e3).intersection(frame)
        return self.metric.to_lonlat(self.on_target(near_m))

    def on_target(self, ground_m: BaseGeometry) -> BaseGeometry:
        """Return the part of a metric polygon that lies on the target side, metres."""
        return self.index.on_side(ground_m, self.target_side)


def side_name(side: int) -> BorderSide:
    """Return the word for 1 (target), -1 (home) or 0 (on the line)."""
    names: dict[int, BorderSide] = {1: "target", -1: "home", 0: "on"}
    return names[side]
