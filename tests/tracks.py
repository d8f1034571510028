"""Mappers' tracks made by hand, for every test that needs a front but no archive."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.analysis.fronts import front_figures
from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.series import UNITS_PER_DEGREE
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.fronts import FrontFigures, FrontStatus, FrontTrack, Snapshot
from tests.cases import FIRST, day, small_case


def front(depth_deg: float, *, west: float = 34.75, east: float = 35.2, notch: bool = False) -> MultiPolygon:
    """Return ground from the small case's border `depth_deg` to the north; with a notch, less a hole in its middle."""
    ground: BaseGeometry = Polygon(
        [(west, 51.2175), (35.1, 51.2), (east, 51.125), (east, 51.125 + depth_deg), (west, 51.2175 + depth_deg)]
    )
    if notch:
        ground = ground.difference(box(34.86, 51.24, 35.04, 51.3))
    # Short edges, as fronts have: a long one is another line in another projection.
    ground = shapely.segmentize(ground, 0.01)
    return MultiPolygon([ground] if isinstance(ground, Polygon) else list(ground.geoms))


def snapshot(offset: int, *, known: int | None = None, name: str = "day") -> Snapshot:
    """Return the snapshot of the day `offset` days after the start, of a file of its own."""
    file = f"{name}_{offset:+03d}.geojson"
    sha = hashlib.sha256(file.encode()).hexdigest()
    return Snapshot(day(offset), day(offset if known is None else known), file, sha, known_assumed=known is None)


def track(
    archive: str,
    grounds: Mapping[int, MultiPolygon],
    *,
    mapper: str = "Mapper One",
    holder: Side = Side.UKRAINE,
    status: FrontStatus = FrontStatus.HELD,
    known: Mapping[int, int] | None = None,
) -> FrontTrack:
    """Return a track with a drawing on each of the days, given as days after the small case's start."""
    snapshots = tuple(snapshot(at, known=(known or {}).get(at), name=archive) for at in grounds)
    series = encode_series(list(grounds.values()))
    figures = front_figures(series, snapshots, small_case().border, beyond=holder is Side.UKRAINE)
    return FrontTrack(archive, mapper, holder, status, "CC0-1.0", f"{mapper}, CC0", True, snapshots, series, figures)


def grid(random: np.random.Generator) -> MultiPolygon:
    """Return some squares of 0.01 degree: shared edges, holes, touching corners, or nothing at all."""
    cells = {tuple(cell) for cell in random.integers(0, 6, (int(random.integers(22)), 2)).tolist()}
    ground = shapely.union_all([box(35 + x / 100, 51 + y / 100, 35.01 + x / 100, 51.01 + y / 100) for x, y in cells])
    rounded = shapely.transform(shapely.normalize(ground), lambda xy: np.rint(xy * UNITS_PER_DEGREE) / UNITS_PER_DEGREE)
    return MultiPolygon([part for part in shapely.get_parts(rounded).tolist() if isinstance(part, Polygon)])


def track_of(grounds: list[MultiPolygon], days: list[int], known: list[int], holder: Side = Side.UKRAINE) -> FrontTrack:
    """Return a track of these areas about these days, sorted as an importer sorts them."""
    rows = sorted(
        (
            (Snapshot(FIRST + timedelta(day), FIRST + timedelta(at), f"{n}.json", f"{n:064x}"), ground)
            for n, (day, at, ground) in enumerate(zip(days, known, grounds, strict=True))
        ),
        key=lambda row: row[0].order,
    )
    figures = tuple(FrontFigures(float(n)) for n in range(len(rows)))
    series = encode_series([ground for _, ground in rows])
    snapshots = tuple(one for one, _ in rows)
    return FrontTrack("a", "Mapper", holder, FrontStatus.HELD, "CC0", "Mapper", True, snapshots, series, figures)


def two_tracks() -> tuple[FrontTrack, FrontTrack]:
    """Return a mapper with a gap from day 10 to day 13 and a revised ground, and another that knew its days later."""
    one = track("one", {6: front(0.1), 7: front(0.12), 8: front(0.12), 9: front(0.14), 14: front(0.13, notch=True)})
    two = track(
        "two",
        {6: front(0.08, east=35.3), 9: front(0.16, east=35.3)},
        mapper="Mapper Two",
        status=FrontStatus.UNCLEAR,
        known={6: 7, 9: 20},
    )
    return one, two


def fronts_case(tracks: Sequence[FrontTrack] | None = None) -> Case:
    """Return the small case with mappers' fronts."""
    return replace(small_case(), fronts=tuple(two_tracks() if tracks is None else tracks))


def days_of(found: FrontTrack) -> list[date]:
    """Return the days that a track speaks of."""
    return [one.about_date for one in found.snapshots]
