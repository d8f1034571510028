"""From a depth and a width to three bands, and from a polygon back to its figures."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geometry.bands import BANDS, Advance, Convention, build_advance, depth_line
from geo.geometry.border import BorderLine
from geo.geometry.crs import geodesic_area_km2
from geo.geometry.measurement import measure
from tests import shapes

BORDERS = {
    name: shapes.border(points)
    for name, points in (
        ("straight", shapes.STRAIGHT_KM),
        ("bent", shapes.LONG_BENT_KM),
        ("meander", shapes.MEANDER_KM),
    )
}
BORDERS["bent inwards"] = shapes.border(shapes.LONG_BENT_KM, "right")
CENTRES_KM = {"straight": (0, 0), "bent": (0, 0), "bent inwards": (0, 0), "meander": (0, 0)}
some_border = st.sampled_from(list(BORDERS))
depth = st.floats(0.5, 30)
width = st.floats(2, 60)
some = settings(max_examples=25, deadline=None)


def advance_of(name: str, depth_km: float, width_km: float, *, fill: float = 0.70) -> Advance:
    """Build an advance at the middle of a named border."""
    border = BORDERS[name]
    section = border.section(*shapes.lonlat(*CENTRES_KM[name]), width_km)
    return build_advance(border, depth_km, section, Convention("test", fill))


def offsets_km(border: BorderLine, ground: shapely.Geometry) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return distances of a ground's outline from the border, signed: negative on the home side."""
    xy = shapely.get_coordinates(shapely.segmentize(ground, 0.002))
    _, offset_m, side, _ = border.locate_many(xy[:, 0], xy[:, 1])
    return np.where(side < 0, -offset_m, offset_m) / 1e3


def test_areas_by_hand_on_a_straight_border() -> None:
    """12 km x 40 km: half of 480 in the wedge, 0.70 of it tapered, all of it and two quarter discs outside."""
    advance = advance_of("straight", 12, 40)
    areas = [advance.area_km2(band) for band in BANDS]
    assert areas == pytest.approx([240, 336, 480 + np.pi * 72], rel=2e-3)


@some
@given(some_border, depth, width)
def test_bands_nest_exactly(name: str, depth_km: float, width_km: float) -> None:
    """Inner lies within likely and likely within outer, to the last digit, all valid."""
    advance = advance_of(name, depth_km, width_km)
    assert advance.outer.is_valid
    assert advance.likely.covers(advance.inner)
    assert advance.outer.covers(advance.likely)
    assert advance.area_km2("inner") <= advance.area_km2("likely") <= advance.area_km2("outer")


@some
@given(some_border, depth, width)
def test_depth_holds_against_the_real_border(name: str, depth_km: float, width_km: float) -> None:
    """No ground is deeper than claimed (0.02 %), none on the home side (1 m); on a smooth border it is reached."""
    advance = advance_of(name, depth_km, width_km)
    offsets = offsets_km(BORDERS[name], advance.outer)
    assert offsets.max() <= depth_km * 1.0002 + 1e-4
    assert offsets.min() >= -1e-3
    assert advance.reached_km == pytest.approx(offsets.max(), rel=2e-3)
    if name in ("straight", "bent"):
        assert advance.reached_km == pytest.approx(depth_km, rel=1e-3)


@some
@given(some_border, st.floats(0.5, 20), st.floats(2, 40), st.floats(-0.999, 0.999), st.floats(0.001, 0.99))
def test_outer_holds_every_point_the_claim_allows(
    name: str, depth_km: float, width_km: float, along: float, deep: float
) -> None:
    """Any target-side point within the depth of the stretch lies in the outer band."""
    border = BORDERS[name]
    advance = advance_of(name, depth_km, width_km)
    foot = border.metric.to_metric(advance.section.line).interpolate((along + 1) / 2, normalized=True)
    for angle in np.linspace(0, 2 * np.pi, 16, endpoint=False):
        way = np.array([np.cos(angle), np.sin(angle)]) * depth_km * 1e3 * deep
        lon, lat = border.metric.lonlat(np.array([[foot.x, foot.y]]) + way)[0]
        if border.locate(lon, lat).side == "target":
            assert advance.outer.buffer(1e-7).covers(shapely.Point(lon, lat))


@some
@given(some_border, depth, width, st.floats(0, 10), st.floats(0, 20))
def test_area_never_shrinks(name: str, depth_km: float, width_km: float, deeper_km: float, wider_km: float) -> None:
    """More depth or more width never gives less area, in any band (0.2 % for the stations of the taper)."""
    small = advance_of(name, depth_km, width_km)
    for large in (advance_of(name, depth_km + deeper_km, width_km), advance_of(name, depth_km, width_km + wider_km)):
        for band in BANDS:
            assert large.area_km2(band) >= small.area_km2(band) * 0.998 - 0.01


@some
@given(st.sampled_from(["straight", "bent", "meander"]), st.floats(2, 30), st.floats(6, 60))
def test_built_measures_back(name: str, depth_km: float, width_km: float) -> None:
    """The likely band of (depth, width) measures (depth, width): depth within 1 %, width within 3 % or 2 km.

    Around a bend it spreads wider than the section that it stands on, by less than its depth; never narrower.
    """
    found = measure(advance_of(name, depth_km, width_km).likely, BORDERS[name])
    assert found.depth_max_km == pytest.approx(depth_km, rel=0.01)
    spread_km = depth_km if name == "bent" else 0.0
    slack_km = max(0.03 * width_km, 2)
    assert width_km - slack_km <= found.width_chord_km <= width_km + spread_km + slack_km


def test_width_is_the_grounds_and_contact_the_borders() -> None:
    """Ground that touches 4 km of border and spreads to 20 km behind it is 20 km wide, with 4 km of contact."""
    neck = shapes.ground(((-2, -1), (2, -1), (2, 5), (-2, 5)))
    spread = shapes.ground(((-10, 5), (10, 5), (10, 12), (-10, 12)))
    found = measure(shapely.union(neck, spread), BORDERS["straight"])
    assert (found.width_chord_km, found.width_along_km) == pytest.approx((20, 20), abs=0.1)
    assert found.contact_km == pytest.approx(4.2, abs=0.1)
    assert found.depth_mean_km == pytest.approx(160 / 20, rel=0.01)


@some
@given(depth, width, st.floats(0.5, 0.9))
def test_likely_fills_what_the_convention_says(depth_km: float, width_km: float, fill: float) -> None:
    """On a straight border the likely band fills exactly the convention's share of depth x width (1 %)."""
    advance = advance_of("straight", depth_km, width_km, fill=fill)
    assert advance.area_km2("likely") / (depth_km * width_km) == pytest.approx(fill, rel=0.02, abs=0.005)


@some
@given(some_border, depth, width)
def test_areas_match_the_ellipsoid(name: str, depth_km: float, width_km: float) -> None:
    """Every band's area is within 0.1 % of the geodesic one."""
    advance = advance_of(name, depth_km, width_km)
    for band in BANDS:
        assert advance.area_km2(band) == pytest.approx(geodesic_area_km2(getattr(advance, band)), rel=1e-3, abs=1e-3)


@some
@given(some_border, st.floats(1, 30), st.floats(5, 60))
def test_reach_line_lies_at_the_depth(name: str, depth_km: float, width_km: float) -> None:
    """Every vertex of the reach line is exactly that far from the border (0.05 %), on the target side."""
    border = BORDERS[name]
    section = border.section(*shapes.lonlat(*CENTRES_KM[name]), width_km)
    found = depth_line(border, depth_km, section)
    if found.is_empty:
        assert name == "bent inwards"
        return
    xy = shapely.get_coordinates(found)
    _, offset_m, side, _ = border.locate_many(xy[:, 0], xy[:, 1])
    assert offset_m / 1e3 == pytest.approx(depth_km, rel=5e-4)
    assert (side == 1).all()


def test_reach_line_by_hand() -> None:
    """12 km from 40 km of straight border runs a line of 40 km."""
    border = BORDERS["straight"]
    found = depth_line(border, 12, border.section(*shapes.lonlat(0, 0), 40))
    assert shapes.METRIC.to_metric(found).length / 1e3 == pytest.approx(40, abs=0.6)


@pytest.mark.parametrize("depth_km", [0, -3, 501, float("nan")])
def test_depths_out_of_range_raise(depth_km: float) -> None:
    """A depth is above 0 and at most 500 km; the message says so."""
    border = BORDERS["straight"]
    section = border.section(*shapes.lonlat(0, 0), 40)
    for build in (build_advance, depth_line):
        with pytest.raises(GeometryError, match="must be above 0 and at most 500"):
            build(border, depth_km, section)


@pytest.mark.parametrize("fill", [0.4, 1.0])
def test_a_fill_that_is_no_taper_raises(fill: float) -> None:
    """Below 0.5 likely would lie within inner; at 1 it is no taper."""
    with pytest.raises(GeometryError, match="fill"):
        Convention("bad", fill)


def test_a_pocket_too_narrow_for_the_depth_says_so() -> None:
    """Between arms 2 km apart no point is deeper than 1 km: reached_km says it, nothing is invented."""
    border = shapes.border(shapes.HAIRPIN_KM, smoothing_km=0)
    section = border.section_between(10_000, 20_000)
    advance = build_advance(border, 12, section)
    assert advance.reached_km == pytest.approx(1, abs=0.05) or advance.reached_km < 12
    assert advance.depth_km == 12


def test_measure_by_hand() -> None:
    """A block 20 km wide and 10 km deep: 200 km², fill 1, mean depth 10 km, contact 20 km; 100 km² outside left out."""
    block = shapes.ground(((-10, -5), (10, -5), (10, 10), (-10, 10)))
    found = measure(block, BORDERS["straight"])
    assert found.depth_max_km == pytest.approx(10, rel=1e-3)
    assert found.depth_mean_km == pytest.approx(10, rel=0.02)
    assert found.area_km2 == pytest.approx(200, rel=1e-3)
    assert found.outside_km2 == pytest.approx(100, rel=1e-3)
    assert (found.width_chord_km, found.width_along_km, found.contact_km) == pytest.approx((20, 20, 20), abs=0.21)
    assert found.fill == pytest.approx(1, rel=0.02)


def test_measure_of_two_parts_spans_both() -> None:
    """Two blocks of 10 km, 20 km apart: width 40 km from end to end, contact 20 km, the deeper one's depth."""
    left = shapes.ground(((-20, -1), (-10, -1), (-10, 5), (-20, 5)))
    right = shapes.ground(((10, -1), (20, -1), (20, 9), (10, 9)))
    found = measure(shapely.union(left, right), BORDERS["straight"])
    assert found.width_chord_km == pytest.approx(40, abs=0.21)
    assert found.contact_km == pytest.approx(20, abs=0.45)
    assert found.depth_max_km == pytest.approx(9, rel=1e-3)
    assert found.area_km2 == pytest.approx(140, rel=1e-3)


def test_ground_away_from_the_border_is_measured_by_its_nearest_places() -> None:
    """A block 2 to 6 km off touches nothing: contact 0, width of the places nearest to it, depth 6 km."""
    found = measure(shapes.ground(((-10, 2), (10, 2), (10, 6), (-10, 6))), BORDERS["straight"])
    assert found.contact_km == 0
    assert found.width_chord_km == pytest.approx(20, rel=0.01)
    assert found.depth_max_km == pytest.approx(6, rel=1e-3)


def test_the_deepest_point_may_lie_inside() -> None:
    """In a bay with a narrow mouth the deepest point is inside: 7.257 km from four shores, near (0, -9.74)."""
    bay = ((-50, 0), (-1, 0), (-10, -10), (0, -20), (10, -10), (1, 0), (50, 0))
    found = measure(shapes.ground(((-15, -0.5), (-15, -25), (15, -25), (15, -0.5))), shapes.border(bay))
    assert found.depth_max_km == pytest.approx(7.257, abs=0.01)
    assert found.deepest == pytest.approx(shapes.lonlat(0, -9.74), abs=1e-3)


@pytest.mark.parametrize(
    ("polygon", "reason"),
    [
        (shapely.Polygon(), "empty"),
        (shapely.Point(35, 51), "has no area"),
        (shapely.Polygon([(34.9, 51.1), (35.1, 51.2), (35.1, 51.1), (34.9, 51.2)]), "not valid"),
        (shapes.ground(((-5, -1), (5, -1), (5, -9), (-5, -9))), "no ground on the target side"),
        (shapely.transform(shapes.ground(((-5, 1), (5, 1), (5, 9))), lambda xy: xy[:, ::-1]), "axes look swapped"),
    ],
)
def test_polygons_that_cannot_be_measured_raise(polygon: shapely.Geometry, reason: str) -> None:
    """Empty, not an area, crossing itself, on the wrong side, swapped: each with its own sentence."""
    with pytest.raises(GeometryError, match=reason):
        measure(polygon, BORDERS["straight"])


def test_no_mean_depth_is_more_than_the_greatest() -> None:
    """Ground all around a tip of the border is longer than it is wide and has no mean depth; a block has one."""
    border = BORDERS["straight"]
    block = measure(shapes.ground(((-10, -0.5), (-9, 8), (9, 8), (10, -0.5))), border)
    assert block.depth_mean_km is not None
    assert block.depth_mean_km <= block.depth_max_km
    tip = shapes.border(((-1, -40), (0, 0), (1, -40)), smoothing_km=0)
    around = measure(shapes.ground(((-6, -39), (6, -39), (6, 5), (-6, 5))), tip)
    assert around.area_km2 / around.width_chord_km > around.depth_max_km
    assert around.depth_mean_km is None
