"""Where along the border, how far off, on which side: on borders with lengths known by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import geodesic_length_km
from tests import shapes

SHAPES = [shapes.STRAIGHT_KM, shapes.BENT_KM, shapes.MEANDER_KM, shapes.HAIRPIN_KM]
BORDERS = {points: shapes.border(points) for points in SHAPES}
simple = st.sampled_from([BORDERS[shapes.STRAIGHT_KM], BORDERS[shapes.BENT_KM], BORDERS[shapes.MEANDER_KM]])
share = st.floats(0.0, 1.0)


@pytest.mark.parametrize("points", SHAPES)
def test_length_by_hand(points: tuple[tuple[float, float], ...]) -> None:
    """The length is the sum of the legs, and within 0.1 % of the ellipsoid's."""
    border = BORDERS[points]
    assert border.length_m / 1e3 == pytest.approx(shapes.LENGTHS_KM[points], abs=1e-6)
    assert border.length_m / 1e3 == pytest.approx(geodesic_length_km(border.line), rel=1e-3)


@pytest.mark.parametrize(
    ("points", "place_km", "measure_km", "offset_km", "side"),
    [
        (shapes.STRAIGHT_KM, (30, 12), 130, 12, "target"),
        (shapes.STRAIGHT_KM, (30, -12), 130, 12, "home"),
        (shapes.STRAIGHT_KM, (-20, 0), 80, 0, "on"),
        (shapes.BENT_KM, (3, 4), 60, 5, "target"),
        (shapes.BENT_KM, (-3, -4), 64, 3, "home"),
        (shapes.BENT_KM, (10, -30), 90, 10, "target"),
        (shapes.HAIRPIN_KM, (20, 0.5), 20, 0.5, "target"),
        (shapes.HAIRPIN_KM, (20, 3), 82, 1, "home"),
    ],
)
def test_locate_by_hand(
    points: tuple[tuple[float, float], ...],
    place_km: tuple[float, float],
    measure_km: float,
    offset_km: float,
    side: str,
) -> None:
    """Measure, offset and side are those worked out on paper; at a corner both legs decide the side."""
    found = BORDERS[points].locate(*shapes.lonlat(*place_km))
    assert found.measure_m / 1e3 == pytest.approx(measure_km, abs=1e-5)
    assert found.offset_m / 1e3 == pytest.approx(offset_km, abs=1e-5)
    assert found.side == side


def test_hairpin_jumps_are_flagged() -> None:
    """Between the arms a step of 0.2 m moves the measure by 62 km: both places are flagged, one by an arm is not."""
    border = BORDERS[shapes.HAIRPIN_KM]
    below, above = (border.locate(*shapes.lonlat(20, y)) for y in (0.9999, 1.0001))
    assert above.measure_m - below.measure_m == pytest.approx(62_000, abs=1)
    assert below.ambiguous
    assert above.ambiguous
    assert not border.locate(*shapes.lonlat(20, 0.3)).ambiguous
    assert not BORDERS[shapes.STRAIGHT_KM].locate(*shapes.lonlat(0, 30)).ambiguous


@shapes.unhurried
@given(simple, share)
def test_locate_finds_at(border: BorderLine, part: float) -> None:
    """locate(at(m)) gives m, no offset, side "on"."""
    measure = part * border.length_m
    found = border.locate(*border.at(measure))
    assert found.measure_m == pytest.approx(measure, abs=0.01)
    assert found.offset_m < 0.01
    assert found.side == "on"


@shapes.unhurried
@given(st.sampled_from(list(BORDERS.values())), share, share, share)
def test_segments_add_up(border: BorderLine, a: float, b: float, c: float) -> None:
    """The pieces from a to b and b to c are as long as the one from a to c, whichever way they are asked for."""
    low, middle, high = sorted(part * border.length_m for part in (a, b, c))
    if middle - low < 1 or high - middle < 1:
        return
    parts = [border.segment_m(low, middle), border.segment_m(high, middle)]
    assert sum(part.length for part in parts) == pytest.approx(border.segment_m(low, high).length)
    assert border.segment_m(high, low).equals(border.segment_m(low, high))


@shapes.unhurried
@given(simple, st.floats(-120, 120), st.floats(-90, 60))
def test_reversing_mirrors_measures_and_keeps_sides(border: BorderLine, x_km: float, y_km: float) -> None:
    """Reversed, m becomes L - m, the offset stays, and so does the ground that is the target's."""
    lon, lat = shapes.lonlat(x_km, y_km)
    there, back = border.locate(lon, lat), border.reversed().locate(lon, lat)
    assert back.offset_m == pytest.approx(there.offset_m, abs=1e-3)
    off_an_end = there.measure_m < 1 or there.measure_m > border.length_m - 1
    assert back.side == there.side or off_an_end
    if not there.ambiguous:
        assert back.measure_m == pytest.approx(border.length_m - there.measure_m, abs=2000)
    assert border.reversed().target_side != border.target_side


@shapes.unhurried
@given(st.sampled_from(list(BORDERS.values())), st.floats(-120, 120), st.floats(-90, 60))
def test_index_agrees_with_shapely(border: BorderLine, x_km: float, y_km: float) -> None:
    """The indexed distance is shapely's own."""
    point = Point(x_km * 1e3, y_km * 1e3)
    assert border.locate(*shapes.lonlat(x_km, y_km)).offset_m == pytest.approx(border.line_m.distance(point), abs=0.01)


@shapes.unhurried
@given(st.sampled_from(list(BORDERS.values())), st.floats(-55, 40), st.floats(-60, 40))
def test_side_agrees_with_the_side_polygon(border: BorderLine, x_km: float, y_km: float) -> None:
    """A point located on the target side lies in the side polygon, and no other does (hairpin's open end aside)."""
    found = border.locate(*shapes.lonlat(x_km, y_km))
    on_an_end = found.measure_m < 1 or found.measure_m > border.length_m - 1
    if found.side == "on" or on_an_end or found.offset_m < 1:
        return
    dot = Point(x_km * 1e3, y_km * 1e3).buffer(0.5)
    assert (border.on_target(dot).area > dot.area / 2) == (found.side == "target")


@pytest.mark.parametrize("measure_m", [-1.0, 200_001.0, float("nan")])
def test_measures_off_the_line_raise(measure_m: float) -> None:
    """Nothing past the ends is clipped in silence."""
    border = BORDERS[shapes.STRAIGHT_KM]
    with pytest.raises(GeometryError, match="not on the border"):
        border.at(measure_m)
    with pytest.raises(GeometryError, match="not on the border"):
        border.segment(0, measure_m)


def test_a_segment_without_length_raises() -> None:
    """From 5 km to 5 km is a point, not a piece of border."""
    with pytest.raises(GeometryError, match="no length"):
        BORDERS[shapes.STRAIGHT_KM].segment(5000, 5000)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (LineString(), "empty"),
        (shapes.line(shapes.CROSSING_KM), "crosses or touches itself"),
        (shapes.two_parts(gap_km=5), "2 parts that do not join"),
        (shapes.line(((0, 0), (10, 0), (10, 10), (0, 0))), "closed ring"),
        (shapely.box(35, 51, 36, 52), "must be a LineString"),
        (LineString([(35, 51), (35, 51)]), "no length"),
        (LineString([(3.9e6, 6.6e6), (4e6, 6.7e6)]), "looks like metres"),
    ],
)
def test_lines_that_are_no_border_raise(line: shapely.Geometry, reason: str) -> None:
    """Every line that can't be measured along is refused with its reason."""
    with pytest.raises(GeometryError, match=reason):
        BorderLine(line, shapes.METRIC, "left")


def test_parts_that_join_are_merged() -> None:
    """Two parts sharing an end are one border of their summed length."""
    border = BorderLine(shapes.two_parts(gap_km=0), shapes.METRIC, "left")
    assert border.length_m == pytest.approx(100_000, abs=0.01)


def test_a_target_side_that_is_no_hand_raises() -> None:
    """Only left and right are directions."""
    with pytest.raises(GeometryError, match="target_side"):
        BorderLine(shapes.line(shapes.STRAIGHT_KM), shapes.METRIC, "north")


@pytest.mark.parametrize("reading", ["chord", "along"])
@shapes.unhurried
@given(width_km=st.floats(0.5, 80), x_km=st.floats(-40, 40))
def test_stretch_of_a_straight_border(reading: str, width_km: float, x_km: float) -> None:
    """On a straight border both readings are the same, centred on the place, and 0.1 % exact."""
    section = BORDERS[shapes.STRAIGHT_KM].section(*shapes.lonlat(x_km, 7), width_km, reading)
    assert section.chord_km == pytest.approx(width_km, rel=1e-3)
    assert section.along_km == pytest.approx(width_km, rel=1e-3)
    middle = shapes.METRIC.to_metric(section.line).interpolate(0.5, normalized=True)
    assert (middle.x, middle.y) == pytest.approx((x_km * 1e3, 0), abs=1)


def test_the_two_readings_differ_on_a_meandering_border() -> None:
    """Legs of 2.5 km per 2 km east: 40 km straight is 50 km along, 40 km along is 32 km straight."""
    border, place = BORDERS[shapes.MEANDER_KM], shapes.lonlat(0, 10)
    chord, along = border.section(*place, 40, "chord"), border.section(*place, 40, "along")
    assert (chord.chord_km, along.along_km) == pytest.approx((40, 40), rel=1e-3)
    assert chord.along_km == pytest.approx(50, rel=0.02)
    assert along.chord_km == pytest.approx(32, rel=0.02)
    assert (chord.width_km, along.width_km) == pytest.approx((40, 40), rel=1e-3)


@shapes.unhurried
@given(st.sampled_from(list(BORDERS.values())), st.floats(1, 20), st.floats(0, 20))
def test_a_wider_stretch_holds_a_narrower_one(border: BorderLine, width_km: float, more_km: float) -> None:
    """From one centre, more width never loses ground, in either reading."""
    lon, lat = border.at(border.length_m / 2)
    for reading in ("chord", "along"):
        try:
            narrow, wide = (border.section(lon, lat, width, reading) for width in (width_km, width_km + more_km))
        except GeometryError:
            continue
        assert wide.start_m <= narrow.start_m + 1e-6
        assert wide.end_m >= narrow.end_m - 1e-6


@pytest.mark.parametrize("width_km", [0, -5, float("nan")])
def test_a_width_that_is_none_raises(width_km: float) -> None:
    """A width is above 0."""
    with pytest.raises(GeometryError, match="must be above 0"):
        BORDERS[shapes.STRAIGHT_KM].section(*shapes.lonlat(0, 0), width_km)


def test_a_stretch_past_the_end_raises() -> None:
    """A stretch that would run off the border is refused, not shortened."""
    for reading in ("chord", "along"):
        with pytest.raises(GeometryError, match="past the end"):
            BORDERS[shapes.STRAIGHT_KM].section(*shapes.lonlat(95, 0), 40, reading)
    with pytest.raises(GeometryError, match="'straight' or 'along_border'"):
        BORDERS[shapes.STRAIGHT_KM].section(*shapes.lonlat(0, 0), 40, "crow")


def test_side_polygon_by_hand() -> None:
    """Within 10 km north of 200 km of straight border lie 2,000 km² and two quarter discs of 157 km² together."""
    ground = BORDERS[shapes.STRAIGHT_KM].side_polygon(10)
    assert shapes.METRIC.to_metric(ground).area / 1e6 == pytest.approx(2000 + np.pi * 50, rel=1e-3)


def test_side_polygon_in_a_window() -> None:
    """A window 20 km wide keeps 20 km x 10 km of it."""
    window = shapes.ground(((-10, -30), (10, -30), (10, 30), (-10, 30)))
    ground = BORDERS[shapes.STRAIGHT_KM].side_polygon(10, window)
    assert shapes.METRIC.to_metric(ground).area / 1e6 == pytest.approx(200, rel=1e-3)


def test_baseline_is_straight_where_the_border_meanders() -> None:
    """Smoothing takes the zigzag away: the baseline is straight within 1 % and keeps its ends."""
    border = BORDERS[shapes.MEANDER_KM]
    assert border.baseline_m.length / 1e3 == pytest.approx(200, rel=0.01)
    assert border.baseline_m.coords[0] == pytest.approx(border.line_m.coords[0])
    assert border.baseline_m.coords[-1] == pytest.approx(border.line_m.coords[-1])


@shapes.unhurried
@given(share)
def test_baseline_measures_map_there_and_back(part: float) -> None:
    """Real to baseline and back is the identity, and both run the same way."""
    border = BORDERS[shapes.MEANDER_KM]
    real_m = part * border.length_m
    assert float(border.to_real(border.to_baseline(real_m))) == pytest.approx(real_m, abs=0.01)
