"""How much ground a depth and a width allow on the real border, whatever is meant by the width and wherever it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString
from shapely.ops import substring

from geo.border import BorderLine, Reading, Stretch
from geo.crs import Floats
from geo.errors import GeometryError
from geo.linear import within_reach

SLIDE_KM = 30.0
STEP_KM = 10.0
MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Room:
    """Areas in km² that a depth and a width leave room for: lowest and highest over the places tried.

    `chord` and `along` are the two readings of the width, with round ends: everything within the depth of the stretch.
    `chord_flat`, `along_flat` stop at the stretch's ends. None where the width doesn't fit on the border.
    """

    chord: tuple[float, float] | None
    along: tuple[float, float] | None
    chord_flat: tuple[float, float] | None
    along_flat: tuple[float, float] | None

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
        self._rooms: dict[tuple[object, ...], Room] = {}
        self._wide: dict[tuple[object, ...], float] = {}

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

    def room(self, depth_km: float, width_km: float, centres: tuple[float, ...]) -> Room:
        """Return the areas (km²) that a depth and a width (km) allow with the stretch centred on these measures (m)."""
        key = (depth_km, width_km, centres)
        if key not in self._rooms:
            chord = self._areas(depth_km, width_km, "chord", centres)
            along = self._areas(depth_km, width_km, "along", centres)
            self._rooms[key] = Room(_span(chord, 0), _span(along, 0), _span(chord, 1), _span(along, 1))
        return self._rooms[key]

    def sideways_km2(self, depth_km: float, width_km: float, centres: tuple[float, ...]) -> float:
        """Return the most ground (km²) if it also spreads behind the border beyond the ends of the stretch.

        It may spread by the width or by three depths, whichever is more, on either side: far beyond what anybody calls
        a front of that width.
        """
        key = (depth_km, width_km, centres)
        if key not in self._wide:
            spread_m = 1e3 * max(width_km, 3 * depth_km)
            self._wide[key] = max(
                (self._spread(depth_km, s, spread_m) for s in self._stretches(width_km, "chord", centres)), default=0.0
            )
        return self._wide[key]

    def _spread(self, depth_km: float, stretch: Stretch, spread_m: float) -> float:
        line_m = self.border.metric.to_metric(stretch.line)
        around = LineString(self.border.baseline_index.at(np.linspace(stretch.start_m, stretch.end_m, 30))).buffer(
            spread_m
        )
        near = within_reach(
            self.border.index.clipped(line_m, spread_m + depth_km * 1e3).simplify(100.0), depth_km * 1e3
        )
        return float(self.border.on_target(near.intersection(around)).area) / 1e6

    def _stretches(self, width_km: float, reading: Reading, centres: Sequence[float]) -> list[Stretch]:
        found = []
        for lon, lat in self.border.metric.lonlat(self.border.baseline_index.at(centres)).tolist():
            try:
                found.append(self.border.stretch(lon, lat, width_km, reading))
            except GeometryError:
                continue  # this near the end of the border the width has no room
        return found

    def _areas(
        self, depth_km: float, width_km: float, reading: Reading, centres: Sequence[float]
    ) -> list[tuple[float, float]]:
        """Return (round ends, flat ends) in km² for each place where the stretch fits."""
        depth_m = depth_km * 1e3
        found = []
        for stretch in self._stretches(width_km, reading, centres):
            ground = self.border.on_target(within_reach(self.border.metric.to_metric(stretch.line), depth_m))
            base = substring(self.border.baseline_m, stretch.start_m, stretch.end_m)
            flat = ground.intersection(base.buffer(2 * depth_m, cap_style="flat"))
            found.append((float(ground.area) / 1e6, float(flat.area) / 1e6))
        return found


def _span(areas: Sequence[tuple[float, float]], which: int) -> tuple[float, float] | None:
    values = [pair[which] for pair in areas]
    return (min(values), max(values)) if values else None
