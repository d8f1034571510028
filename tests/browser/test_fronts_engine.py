"""The engine's rules in the browser: the series unpacked there, the day's drawing and the difference are Python's."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from pyproj import Transformer
from shapely.geometry import LinearRing, MultiPolygon, Polygon, shape

from geo.errors import SelectionError
from geo.geometry.topology.diff import series_diff
from geo.geometry.topology.series import UNITS_PER_DEGREE
from geo.model.ages import Ages
from geo.model.asof import AsOf
from geo.model.fronts import FrontTrack, ends_of_difference, front_on
from geo.webmap.document import build_map
from tests.cases import FIRST
from tests.conftest import OpenDocument, Opened, wait_for
from tests.tracks import fronts_case, grid, track_of, two_tracks

pytestmark = pytest.mark.browser

#: So short that a drawing of the random tracks ends before the next one.
AGES = Ages(fades=1, doubtful=2, ended=3)
ALL_LOADED = "[...Salient.tracks.values()].every((track) => track.series)"
RINGS = """(number) => {
  const { series } = [...Salient.tracks.values()][number];
  return Array.from({ length: series.count }, (_, index) => Salient.ringsIn(series, index).map((ring) =>
    ring.flatMap((arc) => {
      const points = [];
      for (let i = series.starts[arc]; i < series.starts[arc + 1] - 1; i += 1) points.push([series.x[i], series.y[i]]);
      return points;
    })));
}"""
ENDS = """(cases) => cases.map(([id, first, last]) =>
  Salient.endsOfDifference(Salient.tracks.get(id), { first, last, known: null }, Salient.iso))"""
FRONTS_ON = """(pairs) => {
  const [track] = Salient.tracks.values();
  const found = pairs.map(([on, known]) => Salient.frontOn(track, on, known));
  return found.map(({ state, index, age }) => [state, index, age]);
}"""
AREAS = """(pairs) => {
  const { series } = [...Salient.tracks.values()][0];
  return pairs.map(([before, after]) => Salient.areasOf(Salient.differenceOf(series, before, after).edges));
}"""


def opened_with(open_document: OpenDocument, *tracks: FrontTrack) -> Opened:
    """Open the small case with tracks, and wait until their series are unpacked."""
    case = fronts_case(tracks)
    case = replace(case, settings=case.settings.model_copy(update={"ages": AGES}))
    opened = open_document(build_map(case).html())
    wait_for(opened.page, ALL_LOADED, seconds=30)
    return opened


def cyclic(points: list[Any]) -> tuple[tuple[int, int], ...]:
    """Begin a ring at its smallest point, so that equal rings compare equal."""
    found = [(int(x), int(y)) for x, y in points]
    least = found.index(min(found))
    return tuple(found[least:] + found[:least])


def rings_of(ground: shapely.Geometry) -> set[tuple[tuple[int, int], ...]]:
    """Every ring of an area, rounded as the series rounds; outer rings counter-clockwise."""
    rings = shapely.get_rings(shapely.orient_polygons(shapely.get_parts(ground)))
    found = set()
    for ring in rings:
        points = np.rint(shapely.get_coordinates(ring)[:-1] * UNITS_PER_DEGREE).astype(int).tolist()
        kept = [point for point, before in zip(points, [points[-1], *points[:-1]], strict=True) if point != before]
        if len(kept) >= 3:
            found.add(cyclic(kept))
    return found


def ground_of(rings: list[list[list[int]]]) -> shapely.Geometry:
    """Put decoded rings together again, holes in their outlines, as shapely sees them."""
    outlines = [LinearRing(np.array(ring) / UNITS_PER_DEGREE) for ring in rings]
    outer = shapely.union_all([Polygon(ring) for ring in outlines if ring.is_ccw])
    return outer.difference(shapely.union_all([Polygon(ring) for ring in outlines if not ring.is_ccw]))


def test_every_snapshot_unpacks_to_the_rings_that_went_in(open_document: OpenDocument) -> None:
    """Lossless in the browser: each day's rings and vertices are those of the source, rounded to 1e-5 degree."""
    random = np.random.default_rng(3)
    grounds = [grid(random) for _ in range(40)]
    grounds[12] = grounds[11]
    opened = opened_with(open_document, track_of(grounds, list(range(40)), list(range(40))))
    found = opened.page.evaluate(RINGS, 0)
    assert len(found) == len(grounds)
    for rings, ground in zip(found, grounds, strict=True):
        assert {cyclic(ring) for ring in rings} == rings_of(ground)
        assert sum(len(ring) for ring in rings) == sum(map(len, rings_of(ground)))
        again = ground_of(rings)
        assert again.equals(ground)
        assert again.area == pytest.approx(ground.area, abs=1e-12)
    assert opened.complaints == []


def test_a_real_archive_unpacks_without_loss(open_document: OpenDocument) -> None:
    """The same for a mapper's own files, where SALIENT_ARCHIVE names the folder of archives."""
    folder = Path(os.environ.get("SALIENT_ARCHIVE", "")) / "deepstate-mirror"
    files = sorted(folder.glob("*.geojson"))[::12]
    if not files:
        pytest.skip("SALIENT_ARCHIVE names no folder with deepstate-mirror in it")
    grounds, days = [], []
    for file in files:
        features = json.loads(file.read_bytes())["features"]
        ground = shapely.make_valid(shapely.union_all([shapely.make_valid(shape(f["geometry"])) for f in features]))
        grounds.append(MultiPolygon([p for p in shapely.get_parts(ground).tolist() if isinstance(p, Polygon)]))
        stamp = re.search(r"\d{8}", file.name)
        assert stamp
        days.append((date.fromisoformat(stamp.group()) - FIRST).days)
    opened = opened_with(open_document, track_of(grounds, days, days))
    for rings, ground in zip(opened.page.evaluate(RINGS, 0), grounds, strict=True):
        assert {cyclic(ring) for ring in rings} == rings_of(ground)


def test_the_day_of_a_track_is_pythons_on_both_clocks(open_document: OpenDocument) -> None:
    """State, snapshot and age of random tracks, revisions and late knowledge among them, are front_on's."""
    random = np.random.default_rng(11)
    choices = [grid(random) for _ in range(3)]
    days = sorted(random.integers(0, 30, 24).tolist())
    known = [day + late for day, late in zip(days, random.choice([0, 0, 0, 1, 5, 12], 24).tolist(), strict=True)]
    track = track_of([choices[n] for n in random.integers(0, 3, 24).tolist()], days, known)
    opened = opened_with(open_document, track)
    pairs = [(on, at) for on in range(36) for at in (None, *range(0, 44, 3))]
    found = opened.page.evaluate(FRONTS_ON, [list(pair) for pair in pairs])
    for (on, at), got in zip(pairs, found, strict=True):
        rule = front_on(track, AsOf(FIRST + timedelta(on), None if at is None else FIRST + timedelta(at)), AGES)
        assert got == [rule.state.value, rule.index, rule.age_days], (on, at)


def test_the_areas_of_a_difference_are_pythons(open_document: OpenDocument) -> None:
    """Gained and lost in km² between any two snapshots are those of topology.diff, within 0.1 % or 100 m²."""
    random = np.random.default_rng(5)
    grounds = [grid(random) for _ in range(12)]
    # Outlines that cross between their vertices, and one turned against the grid.
    grounds.append(MultiPolygon([Polygon([(35.0, 51.0), (35.055, 51.013), (35.031, 51.052)])]))
    grounds.append(MultiPolygon([Polygon([(35.01, 51.06), (35.004, 51.002), (35.06, 51.03)])]))
    track = track_of(grounds, list(range(14)), list(range(14)))
    opened = opened_with(open_document, track)
    pairs = [(a, b) for a in range(14) for b in range(14) if a != b]
    found = opened.page.evaluate(AREAS, [list(pair) for pair in pairs])
    metric = fronts_case([track]).settings.border
    crs = f"+proj=laea +lat_0={metric.laea_lat} +lon_0={metric.laea_lon} +datum=WGS84 +units=m"
    for (before, after), got in zip(pairs, found, strict=True):
        rule = series_diff(track.series, before, after)
        for name in ("gained", "lost"):
            assert got[name] == pytest.approx(area_km2(getattr(rule, name), crs), rel=1e-3, abs=1e-4), (before, after)


def area_km2(ground: MultiPolygon, crs: str) -> float:
    """Area in a local equal-area plane, km²."""
    transform = Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    return float(shapely.transform(ground, transform, interleaved=False).area) / 1e6 if not ground.is_empty else 0.0


def test_no_difference_across_a_gap_and_the_words_are_pythons(open_document: OpenDocument) -> None:
    """Where a day has no drawing of its own, or the days are in no order, the browser says what Python says."""
    one, two = two_tracks()
    opened = opened_with(open_document, one, two)
    zero = fronts_case().first_date
    cases = [(track, a, b) for track in (one, two) for a in range(4, 22) for b in range(4, 22, 3)]
    found = opened.page.evaluate(ENDS, [[track.id, a, b] for track, a, b in cases])
    for (track, a, b), got in zip(cases, found, strict=True):
        assert got == expected_ends(track, zero + timedelta(a), zero + timedelta(b))


def expected_ends(track: FrontTrack, day: date, other: date) -> dict[str, int | str]:
    """Return what Python says of a difference, in the browser's form."""
    try:
        before, after = ends_of_difference(track, track, day, other)
    except SelectionError as error:
        return {"why": str(error)}
    return {"before": before, "after": after}
