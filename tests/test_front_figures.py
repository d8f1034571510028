"""What a series measures agrees with measuring every area by itself, and no difference is made across a gap."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, box

from geo.analysis.fronts import MIN_TARGET_KM2, areas_km2, front_figures
from geo.geometry.border import BorderLine
from geo.geometry.crs import MetricCRS, geodesic_area_km2
from geo.geometry.measurement import measure
from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.diff import series_diff
from geo.model.fronts import FrontFigures, Snapshot
from tests.test_series import cells, grids, rounded

BORDER = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
START = date(2024, 8, 6)


def snapshots(*days: int) -> list[Snapshot]:
    """Return a snapshot about each day after the start."""
    return [Snapshot(START + timedelta(days=n), START + timedelta(days=n), f"{n}.geojson", "0" * 64) for n in days]


@given(st.lists(grids, min_size=2, max_size=5))
def test_changes_are_the_differences(grounds: list[MultiPolygon]) -> None:
    """Gained and lost, from the edges that differ, are the two differences that shapely computes from whole areas."""
    series = encode_series(grounds)
    for index in range(len(grounds) - 1):
        found = series_diff(series, index, index + 1)
        assert found.gained.symmetric_difference(grounds[index + 1].difference(grounds[index])).area < 1e-12
        assert found.lost.symmetric_difference(grounds[index].difference(grounds[index + 1])).area < 1e-12
        assert found.gained.is_valid
        assert found.lost.is_valid


@given(st.integers(3, 40), st.floats(0, 0.05), st.floats(0, 0.05))
def test_changes_of_outlines_that_cross(points: int, east: float, north: float) -> None:
    """Outlines that cross anywhere give the same differences as whole areas do."""
    circle = rounded(shapely.Point(35, 51).buffer(0.04, quad_segs=points))
    moved = rounded(shapely.transform(circle, lambda xy: np.add(xy, (east, north))))
    found = series_diff(encode_series([circle, moved]), 0, 1)
    assert found.gained.area == pytest.approx(moved.difference(circle).area, abs=1e-10)
    assert found.lost.area == pytest.approx(circle.difference(moved).area, abs=1e-10)


@given(st.lists(grids, min_size=1, max_size=4))
def test_areas_are_those_of_the_ellipsoid(grounds: list[MultiPolygon]) -> None:
    """Areas summed over arcs are within 0.1 % of geodesic areas."""
    for area, ground in zip(areas_km2(encode_series(grounds), BORDER), grounds, strict=True):
        assert area == pytest.approx(geodesic_area_km2(ground) if not ground.is_empty else 0, rel=1e-3, abs=1e-6)


def test_figures_of_an_advance() -> None:
    """Beyond the border depth, width and area are those of `measure`; nothing changes on an unchanged day."""
    small, large = box(35, 50.9, 35.3, 51.1), box(35, 50.9, 35.3, 51.2)
    first, second, third = front_figures(encode_series([small, large, large]), snapshots(0, 1, 2), BORDER, beyond=True)
    expected = measure(large, BORDER)
    assert second.depth_max_km == pytest.approx(expected.depth_max_km, rel=1e-4)
    assert second.width_chord_km == pytest.approx(expected.width_chord_km, rel=1e-3)
    assert second.target_km2 == pytest.approx(expected.area_km2, rel=1e-4)
    assert second.area_km2 == pytest.approx(geodesic_area_km2(large), rel=1e-3)
    assert (first.gained_km2, first.lost_km2) == (None, None)
    assert second.gained_km2 == pytest.approx(second.target_km2 - first.target_km2, rel=1e-3)
    assert second.lost_km2 == 0
    assert (third.gained_km2, third.lost_km2, third.depth_max_km) == (0, 0, second.depth_max_km)


def test_no_difference_across_a_gap() -> None:
    """Where the day before was not drawn, nothing is said to be gained or lost."""
    grounds = [box(35, 51, 35.1, 51.1), box(35, 51, 35.2, 51.1)]
    _, second = front_figures(encode_series(grounds), snapshots(0, 2), BORDER, beyond=True)
    assert (second.gained_km2, second.lost_km2) == (None, None)


def test_only_the_last_of_a_day_is_compared() -> None:
    """Of several drawings of one day the last is held against the last of the day before."""
    small, large = box(35, 51, 35.1, 51.1), box(35, 51, 35.2, 51.1)
    found = front_figures(encode_series([small, large, large, small]), snapshots(0, 0, 1, 1), BORDER, beyond=False)
    assert [one.lost_km2 is None for one in found] == [True, True, True, False]
    assert found[3].lost_km2 == pytest.approx(found[1].area_km2 - found[0].area_km2, rel=1e-5)


def test_ground_at_home_has_no_depth() -> None:
    """The other side's ground, and slivers where two maps' borders differ, have an area and no depth."""
    sliver = box(35, 50.99, 35.02, 51.01)
    (home,) = front_figures(encode_series([sliver]), snapshots(0), BORDER, beyond=True)
    assert 0 < home.target_km2 < MIN_TARGET_KM2
    assert home.depth_max_km is None
    (other,) = front_figures(encode_series([box(35, 51, 36, 52)]), snapshots(0), BORDER, beyond=False)
    assert other.target_km2 == 0
    assert other.depth_max_km is None


def test_progress_is_told() -> None:
    """Whoever waits hears after each snapshot how far it is."""
    told: list[tuple[int, int]] = []
    ground = cells(frozenset({(0, 0)}))
    front_figures(
        encode_series([ground, ground]),
        snapshots(0, 1),
        BORDER,
        beyond=False,
        progress=lambda n, of: told.append((n, of)),
    )
    assert told == [(1, 2), (2, 2)]


def test_ground_that_touches_nothing_has_its_own_width() -> None:
    """Ground apart from the border is as wide as it is, with no contact; a mean above the greatest is left out."""
    apart = box(35.2, 51.1, 35.5, 51.2)
    (found,) = front_figures(encode_series([apart]), snapshots(0), BORDER, beyond=True)
    assert found.width_chord_km == pytest.approx(21.0, abs=0.1)
    assert found.contact_km == 0
    assert FrontFigures(200.0, 200.0, 8.0, 10.0, 20.0, 24.0, 0.9).depth_mean_km is None


def test_ground_too_far_off_is_drawn_and_not_measured() -> None:
    """A drawing of a whole country keeps its ground; its figures are those of the part near the case, to 1e-6."""
    near, whole = box(25.5, 48.2, 36, 51.3), box(22.6, 48.2, 36, 51.3)
    series = encode_series([whole, whole])
    first, second = front_figures(series, snapshots(0, 1), BORDER, beyond=True)
    assert series.ground(0).equals(whole)
    expected = BORDER.metric.to_metric(shapely.segmentize(near, 0.1))
    assert first.area_km2 == pytest.approx(expected.area / 1e6, rel=1e-6)
    assert first.area_km2 == pytest.approx(geodesic_area_km2(shapely.segmentize(near, 0.1)), rel=1e-6)
    assert first.target_km2 == pytest.approx(BORDER.on_target(expected).area / 1e6, rel=1e-6)
    assert (second.area_km2, second.gained_km2, second.lost_km2) == (first.area_km2, 0, 0)
