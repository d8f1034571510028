"""What was gained and lost between snapshots of a series, km², and between which snapshots two days are compared."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.errors import SelectionError
from geo.geometry.crs import MetricCRS
from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.codec import to_bytes
from geo.geometry.topology.diff import series_diff
from geo.geometry.topology.series import Series
from geo.model.fronts import FrontTrack, ends_of_difference
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.tracks import fronts_case, grid, two_tracks
from tests.vectors.generated import generated

#: Equal in area on the ellipsoid, for ground within a degree of 35°E 51°N.
CRS = MetricCRS.laea(35.05, 51.03)


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write the areas of differences, and the ends of differences or why there is none."""
    for seed in range(3):
        series = _series(seed)
        pairs = [(a, b) for a in range(series.count) for b in range(series.count) if a != b]
        areas = [[a, b, *_areas_km2(series, a, b)] for a, b in pairs]
        yield f"areas-{seed}", {"series": base64.b64encode(to_bytes(series)).decode(), "areas": areas}
    one, two = two_tracks()
    yield "ends-small", _ends([one, two])
    for seed in range(8):
        case = generated(seed)
        if case.fronts:
            yield f"ends-{seed}", _ends(list(case.fronts))


def _series(seed: int) -> Series:
    random = np.random.default_rng(seed)
    grounds = [grid(random) for _ in range(8)]
    # Outlines that cross between their vertices, and one turned against the grid.
    grounds.append(MultiPolygon([Polygon([(35.0, 51.0), (35.055, 51.013), (35.031, 51.052)])]))
    grounds.append(MultiPolygon([Polygon([(35.01, 51.06), (35.004, 51.002), (35.06, 51.03)])]))
    return encode_series(grounds)


def _areas_km2(series: Series, before: int, after: int) -> list[float]:
    found = series_diff(series, before, after)
    return [_area_km2(ground) for ground in (found.gained, found.lost)]


def _area_km2(ground: MultiPolygon) -> float:
    return 0.0 if ground.is_empty else float(shapely.area(CRS.to_metric(ground))) / 1e6


def _ends(tracks: list[FrontTrack]) -> dict[str, Any]:
    case = fronts_case(tracks)
    days = [case.first_date + timedelta(n) for n in range(4, 24, 3)]
    later = [case.first_date + timedelta(n) for n in range(2, 26, 4)]
    knowns = (None, days[2], days[4])
    zero = case.first_date
    ends = [
        [
            track.id,
            (first - zero).days,
            (last - zero).days,
            known and (known - zero).days,
            _end(track, first, last, known),
        ]
        for track in tracks
        for first in later
        for last in days
        for known in knowns
    ]
    return {"payload": as_json(payload(case)), "ends": ends}


def _end(track: FrontTrack, first: date, last: date, known: date | None) -> dict[str, int | str]:
    try:
        before, after = ends_of_difference(track, track, first, last, known)
    except SelectionError as error:
        return {"why": str(error)}
    return {"before": before, "after": after}
