"""Width, depth and ground that a claimed area implies: laws on made borders, and areas against the geodesic oracle."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geometry.bands import build_advance
from geo.geometry.border import BorderLine
from geo.geometry.corridors import CORRIDOR_KM, corridors_m, grown_around, narrowest
from geo.geometry.crs import geodesic_area_km2
from geo.geometry.implied import Ground, Lay, Range, implied_depth, implied_width, solved, stretch
from tests.shapes import LONG_BENT_KM, MEANDER_KM, METRIC, STRAIGHT_KM, border, lonlat

BORDERS = {"straight": border(STRAIGHT_KM), "bent": border(LONG_BENT_KM), "meander": border(MEANDER_KM)}
some_border = st.sampled_from(sorted(BORDERS))
some = settings(max_examples=10, deadline=None)
areas = st.floats(80, 400)
depths = st.tuples(st.floats(6, 15), st.floats(1, 2)).map(lambda pair: (pair[0], pair[0] * pair[1]))
#: Places in km east and north of the middle, beyond every one of the borders.
places = st.lists(st.tuples(st.floats(-25, 25), st.floats(3, 15)), min_size=1, max_size=4)


def middle(line: BorderLine, aside_km: float = 0.0) -> Lay:
    """Return a lay at the middle of a border, its deepest place some way along it."""
    half_m = line.baseline_index.length_m / 2
    return Lay(half_m, half_m + aside_km * 1e3)


def exact(area_km2: float) -> tuple[float, float, float]:
    """Return an area without a range."""
    return area_km2, area_km2, area_km2


def nested_on_target(line: BorderLine, ground: Ground) -> bool:
    """Whether bands lie in each other exactly, and none of them on the home side by more than a metre's sliver."""
    bands = (ground.inner, ground.likely, ground.outer)
    inside = ground.likely.covers(ground.inner) and ground.outer.covers(ground.likely)
    metric = [shapely.make_valid(line.metric.to_metric(band)) for band in bands]
    return inside and all(band.difference(line.on_target(band).buffer(1.0)).is_empty for band in metric)


@some
@given(some_border, depths, areas, st.floats(-20, 20))
def test_a_depth_and_an_area_give_nested_bands_of_that_area(name: str, depth_km: Range, area_km2: float, aside: float):
    """Inner in likely in outer, beyond the border; likely has the claimed area within 1 %, also on the ellipsoid."""
    line = BORDERS[name]
    found = implied_width(line, depth_km, exact(area_km2), middle(line, aside))
    assert nested_on_target(line, found.ground)
    assert found.ground.areas_km2[1] == pytest.approx(area_km2, rel=0.01)
    assert geodesic_area_km2(found.ground.likely) == pytest.approx(area_km2, rel=0.01)
    assert found.chord_km[0] <= found.chord_km[1]


@some
@given(some_border, depths, areas, st.floats(1.0, 1.5))
def test_more_area_never_gives_a_smaller_body(name: str, depth_km: Range, area_km2: float, more: float):
    """With a larger area no band shrinks by more than what the search leaves open (1 %), and no end of the width."""
    line = BORDERS[name]
    less = implied_width(line, depth_km, exact(area_km2), middle(line))
    larger = implied_width(line, depth_km, exact(area_km2 * more), middle(line))
    for before, after in zip(less.ground.areas_km2, larger.ground.areas_km2, strict=True):
        assert after >= before * 0.99
    assert larger.chord_km[0] >= less.chord_km[0] * 0.99
    assert larger.chord_km[1] >= less.chord_km[1] * 0.99


@some
@given(some_border, depths, areas, st.floats(-20, 20))
def test_the_border_turned_round_gives_the_same_ground(name: str, depth_km: Range, area_km2: float, aside: float):
    """Followed in the other direction, the border has the same body within 2 % of its area."""
    line = BORDERS[name]
    back, lay = line.reversed(), middle(line, aside)
    length_m = back.baseline_index.length_m
    there = implied_width(line, depth_km, exact(area_km2), lay).ground
    again = implied_width(back, depth_km, exact(area_km2), Lay(length_m - lay.middle_m, length_m - lay.peak_m)).ground
    for one, other in ((there.likely, again.likely), (there.outer, again.outer)):
        assert one.symmetric_difference(other).area <= 0.02 * one.area


def test_on_a_straight_border_the_width_is_worked_out_by_hand():
    """Area over depth times fill: 0.70 likely, 0.84 at the greatest depth for the narrow end, 0.57 for the wide one."""
    line = BORDERS["straight"]
    found = implied_width(line, (10, 12), exact(336), middle(line))
    assert found.chord_km == pytest.approx((336 / (12 * 0.84), 336 / (10 * 0.57)), rel=0.02)
    assert found.along_km == pytest.approx(found.chord_km, rel=0.01)
    assert found.notes == ()


def test_a_mirrored_border_gives_a_mirrored_body():
    """The bend turned the other way, with the target on the other hand, gives the same areas."""
    mirrored = tuple((-x, y) for x, y in LONG_BENT_KM)
    one, other = border(LONG_BENT_KM, "left"), border(mirrored, "right")
    for depth_km, area_km2 in (((8.0, 12.0), 400.0), ((20.0, 20.0), 900.0)):
        first, second = (implied_width(line, depth_km, exact(area_km2), middle(line)) for line in (one, other))
        assert first.ground.areas_km2 == pytest.approx(second.ground.areas_km2, rel=0.01)
        assert first.chord_km == pytest.approx(second.chord_km, rel=0.02)


@some
@given(some_border, st.floats(8, 20), st.floats(15, 50))
def test_the_depth_of_an_area_is_the_way_back_from_its_width(name: str, depth_km: float, half_km: float):
    """The area of a depth over a section gives that depth again, within 2 %, and nested bands."""
    line = BORDERS[name]
    section = stretch(line, middle(line), half_km * 500)
    wanted = solved_area(line, depth_km, half_km)
    found = implied_depth(line, (section, section), exact(wanted))
    assert found.depth_km[0] <= depth_km * 1.02
    assert found.depth_km[1] >= depth_km * 0.98
    assert nested_on_target(line, found.ground)
    assert found.ground.areas_km2[1] == pytest.approx(wanted, rel=0.01)


def solved_area(line: BorderLine, depth_km: float, half_km: float) -> float:
    """Return the area of the likely band of a depth over a section."""
    return build_advance(line, depth_km, stretch(line, middle(line), half_km * 500)).area_km2("likely")


@pytest.mark.parametrize(("area_km2", "words"), [(50_000.0, "too large"), (1.0, "too small")])
def test_an_area_that_fits_no_width_is_refused_with_the_reason(area_km2: float, words: str):
    """Nothing is clamped: the sentence names the area, the depth, and what the border would give."""
    line = BORDERS["straight"]
    with pytest.raises(GeometryError, match=words):
        implied_width(line, (30, 30), exact(area_km2), middle(line))


def test_a_depth_that_no_area_has_is_refused():
    """An area beyond what 200 km of depth give over a narrow section has no depth."""
    line = BORDERS["straight"]
    section = stretch(line, middle(line), 1000)
    with pytest.raises(GeometryError, match="no depth of"):
        implied_depth(line, (section, section), exact(90_000))


def test_a_jump_is_no_solution():
    """A function that jumps past what is wanted has no place where it is that; this is said, not rounded."""
    with pytest.raises(GeometryError, match="jumps"):
        solved(lambda value: 1.0 if value < 1 else 3.0, 2.0, (0.5, 2.0), 1.0)


@some
@given(some_border, places, st.floats(600, 2000))
def test_an_area_around_places_is_nested_holds_them_and_has_its_size(
    name: str, named: list[tuple[float, float]], area_km2: float
):
    """Bands around places: nested, on the target side, of the claimed area, each holding every place; joined to it."""
    line = BORDERS[name]
    points = tuple(lonlat(*place) for place in named)
    ground = grown_around(line, points, area_km2)
    assert nested_on_target(line, ground)
    assert geodesic_area_km2(ground.likely) == pytest.approx(area_km2, rel=0.01)
    assert all(ground.inner.buffer(1e-6).covers(shapely.Point(point)) for point in points)
    for part in shapely.get_parts(METRIC.to_metric(ground.likely)):
        assert part.distance(line.line_m) < 1.0


@some
@given(some_border, places, st.floats(600, 1500), st.floats(1.0, 2.0))
def test_more_area_around_places_holds_the_smaller_one(
    name: str, named: list[tuple[float, float]], area_km2: float, more: float
):
    """A larger area's bands cover the smaller area's, but for what the search leaves open."""
    line = BORDERS[name]
    points = tuple(lonlat(*place) for place in named)
    small, large = grown_around(line, points, area_km2), grown_around(line, points, area_km2 * more)
    for one, other in ((small.inner, large.inner), (small.likely, large.likely), (small.outer, large.outer)):
        assert one.is_valid
        assert other.is_valid
        assert one.difference(other).area <= 0.01 * one.area


@some
@given(some_border, places)
def test_corridors_are_never_longer_than_every_place_for_itself(name: str, named: list[tuple[float, float]]):
    """The tree is no longer than all places joined straight to the border, and no shorter than the farthest one."""
    line = BORDERS[name]
    points = tuple(lonlat(*place) for place in named)
    _, away_m, _ = line.index.locate(line.metric.xy(*np.array(points).T))
    length_m = corridors_m(line, points).length
    assert away_m.max() <= length_m + 1e-6
    assert length_m <= away_m.sum() + 1e-6


def test_the_narrowest_ground_to_one_place_is_worked_out_by_hand():
    """A strip of 1 km to a place 10 km in, with a round end: 10 + π/8 km²."""
    ground, area_km2 = narrowest(BORDERS["straight"], (lonlat(0, 10),))
    assert area_km2 == pytest.approx(10 * 2 * CORRIDOR_KM + math.pi * CORRIDOR_KM**2 / 2, rel=0.01)
    assert geodesic_area_km2(ground) == pytest.approx(area_km2, rel=0.001)


def test_an_area_smaller_than_its_corridors_is_refused():
    """Ten square kilometres can't join a place 30 km in to the border."""
    with pytest.raises(GeometryError, match="too small for the places"):
        grown_around(BORDERS["straight"], (lonlat(0, 30),), 10)
