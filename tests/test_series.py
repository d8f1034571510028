"""A series of areas: what goes in comes out, at the rounding that is stated, however its outlines touch and change."""

from __future__ import annotations

import zlib

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError, InputError
from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.codec import from_bytes, to_bytes
from geo.geometry.topology.series import UNITS_PER_DEGREE, Series


def rounded(ground: BaseGeometry) -> BaseGeometry:
    """Round every coordinate as the series does."""
    return shapely.transform(ground, lambda xy: np.rint(xy * UNITS_PER_DEGREE) / UNITS_PER_DEGREE)


def outlines(ground: BaseGeometry) -> set[tuple[tuple[int, int], ...]]:
    """Every ring of an area as whole numbers, begun at its smallest point, outer rings counter-clockwise."""
    found = set()
    for ring in shapely.get_rings(shapely.orient_polygons(shapely.get_parts(ground))):
        points = [
            tuple(int(n) for n in point) for point in np.rint(shapely.get_coordinates(ring)[:-1] * UNITS_PER_DEGREE)
        ]
        least = points.index(min(points))
        found.add(tuple(points[least:] + points[:least]))
    return found


def cells(numbers: frozenset[tuple[int, int]]) -> MultiPolygon:
    """Return the union of squares of 0.01 degree: outlines that share edges, have holes and touch at corners."""
    squares = [box(35 + x / 100, 51 + y / 100, 35 + (x + 1) / 100, 51 + (y + 1) / 100) for x, y in sorted(numbers)]
    joined = rounded(shapely.normalize(shapely.union_all(squares)))
    return MultiPolygon(shapely.get_parts(joined).tolist())


grids = st.frozensets(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=14).map(cells)


@given(st.lists(grids, min_size=1, max_size=6))
def test_every_snapshot_comes_back(grounds: list[MultiPolygon]) -> None:
    """Decoding gives the rings that were encoded, holes in their outlines, corners that touch kept apart."""
    series = encode_series(grounds)
    assert len(series) == len(grounds)
    for index, ground in enumerate(grounds):
        assert outlines(series.ground(index)) == outlines(ground)
        assert series.ground(index).area == pytest.approx(ground.area, abs=1e-12)
        assert series.ground(index).is_valid


@given(st.lists(grids, min_size=1, max_size=6))
def test_bytes_come_back(grounds: list[MultiPolygon]) -> None:
    """Writing and reading a series is the identity, and the same series gives the same bytes."""
    series = encode_series(grounds)
    data = to_bytes(series)
    again = from_bytes(data)
    assert data == to_bytes(encode_series(grounds)) == to_bytes(again)
    assert np.array_equal(again.points, series.points)
    assert np.array_equal(again.tags, series.tags)
    assert again.spans == series.spans


def test_an_unchanged_day_costs_nothing() -> None:
    """A front that stands for 300 days more has the same arcs and at most four bytes more."""
    front = cells(frozenset({(0, 0), (1, 0), (1, 1)}))
    short, long = encode_series([front]), encode_series([front] * 301)
    assert len(short.points) == len(long.points)
    assert len(to_bytes(long)) <= len(to_bytes(short)) + 4


def test_an_edge_that_comes_back_is_stored_once() -> None:
    """Ground that is lost and taken again needs no second outline."""
    small, large = cells(frozenset({(0, 0)})), cells(frozenset({(0, 0), (1, 0)}))
    assert len(encode_series([small, large, small]).points) == len(encode_series([small, large]).points)


def test_a_figure_of_eight_stays_two_rings() -> None:
    """Two squares that touch in one point are two rings again, not one that crosses itself."""
    eight = cells(frozenset({(0, 0), (1, 1)}))
    series = encode_series([eight])
    assert series.tags.any()
    assert outlines(series.ground(0)) == outlines(eight)
    assert len(series.ground(0).geoms) == 2


def test_island_in_a_hole() -> None:
    """An island in a hole is an outline of its own, and the hole belongs to the land around it."""
    land = Polygon(box(35, 51, 36, 52).exterior, [box(35.2, 51.2, 35.8, 51.8).exterior])
    series = encode_series([MultiPolygon([land, box(35.4, 51.4, 35.6, 51.6)])])
    assert sorted(len(part.interiors) for part in series.ground(0).geoms) == [0, 1]
    assert series.ground(0).area == pytest.approx(1 - 0.36 + 0.04)


def test_rounding_is_half_a_step_at_most() -> None:
    """No point moves by more than half of 1e-5 degree."""
    circle = shapely.Point(35.2, 51.2).buffer(0.1, quad_segs=64)
    back = shapely.get_coordinates(encode_series([circle]).ground(0))
    tree = shapely.STRtree(shapely.points(shapely.get_coordinates(circle)))
    _, distance = tree.query_nearest(shapely.points(back), return_distance=True)
    assert distance.max() <= 0.5e-5 * np.sqrt(2) * 1.0001


def test_ground_smaller_than_the_rounding_is_gone() -> None:
    """A piece that rounds to a point has no ring left."""
    series = encode_series([MultiPolygon([box(35, 51, 35.1, 51.1), box(36, 51, 36.000001, 51.000001)])])
    assert len(series.rings(0)) == 1


def test_nothing_drawn() -> None:
    """A day on which nothing was drawn is an empty area, before, between and after others."""
    front = cells(frozenset({(2, 2)}))
    series = from_bytes(to_bytes(encode_series([MultiPolygon(), front, MultiPolygon(), front])))
    assert [series.ground(index).is_empty for index in range(4)] == [True, False, True, False]
    assert encode_series([MultiPolygon()]).ground(0).is_empty
    assert len(encode_series([])) == 0
    assert len(from_bytes(to_bytes(encode_series([])))) == 0


def test_only_areas_are_taken() -> None:
    """A line has no area to store."""
    with pytest.raises(GeometryError, match="snapshot 0 is a LineString; it must be a Polygon"):
        encode_series([LineString([(35, 51), (36, 52)])])


@pytest.mark.parametrize("index", [-1, 1])
def test_a_snapshot_that_is_not_there(index: int) -> None:
    """A number outside the series is named, with the range."""
    series = encode_series([box(35, 51, 36, 52)])
    with pytest.raises(GeometryError, match=f"snapshot is {index}; it must lie between 0 and 0"):
        series.ground(index)


@pytest.mark.parametrize("cut", [0, 1, 10, -1])
def test_cut_bytes_are_refused(cut: int) -> None:
    """Bytes that end too early are refused with what to do."""
    data = to_bytes(encode_series([box(35, 51, 36, 52)]))
    with pytest.raises(InputError, match="import its archive again"):
        from_bytes(data[:cut])


def test_series_of_another_version() -> None:
    """A layout that this version does not know is refused by its number."""
    raw = bytearray(zlib.decompress(to_bytes(encode_series([box(35, 51, 36, 52)]))))
    raw[0] = 9
    with pytest.raises(InputError, match="version 9"):
        from_bytes(zlib.compress(bytes(raw)))


def test_orientation_does_not_matter() -> None:
    """A clockwise outline gives the same series as a counter-clockwise one."""
    one = box(35, 51, 36, 52)
    found: list[Series] = [encode_series([one]), encode_series([Polygon(one.exterior.coords[::-1])])]
    assert outlines(found[0].ground(0)) == outlines(found[1].ground(0))
