"""Plausibility bounds of figures in a case: what its area holds, and how many people its towns have."""

from __future__ import annotations

import numpy as np

from geo.model.case import Case
from geo.model.claims import Metric
from geo.model.labels import UNITS

_PEOPLE = frozenset(Metric) - frozenset(UNITS) - {Metric.SETTLEMENTS}
_STEPS = np.linspace(0, 1, 21)


def plausibility_bounds(case: Case) -> dict[Metric, float]:
    """Return the most that a metric can be, in its unit; a metric without a limit is left out.

    Depth: the farthest that the area of interest reaches from the border on the target's side. Width: the area's
    diagonal. Area: the whole of it. People: the inhabitants of every town on the map together.
    """
    area, line = case.settings.area, case.border
    lons, lats = area.west + _STEPS * (area.east - area.west), area.south + _STEPS * (area.north - area.south)
    edge = [(lon, lat) for lon in lons for lat in (area.south, area.north)]
    edge += [(lon, lat) for lat in lats for lon in (area.west, area.east)]
    _, offset_m, side, _ = line.locate_many([lon for lon, _ in edge], [lat for _, lat in edge])
    width_m, height_m = np.ptp(line.metric.xy([lon for lon, _ in edge], [lat for _, lat in edge]), axis=0)
    found = {
        Metric.DEPTH_KM: float(np.max(offset_m[side > 0], initial=0.0)) / 1000,
        Metric.WIDTH_KM: float(np.hypot(width_m, height_m)) / 1000,
        Metric.AREA_KM2: float(width_m * height_m) / 1e6,
    }
    people = sum(int(feature["properties"].get("population") or 0) for feature in case.base)
    found |= dict.fromkeys(_PEOPLE, float(people))
    return {metric: limit for metric, limit in found.items() if limit > 0}
