"""Lengths and areas in the case's metric CRS, against the ellipsoid."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geometry.crs import MetricCRS, check_lonlat, geodesic_area_km2, geodesic_length_km
from tests.shapes import unhurried

METRIC = MetricCRS.laea(35.2, 51.3)
LON = st.floats(33.0, 37.5)
LAT = st.floats(50.0, 52.6)


@unhurried
@given(LON, LAT)
def test_round_trip(lon: float, lat: float) -> None:
    """To metres and back gives the same point to a millimetre."""
    back = METRIC.to_lonlat(METRIC.to_metric(shapely.Point(lon, lat)))
    assert (back.x, back.y) == pytest.approx((lon, lat), abs=1e-8)


@unhurried
@given(LON, LAT, st.floats(0.01, 0.5))
def test_area_matches_the_ellipsoid(lon: float, lat: float, size_deg: float) -> None:
    """A metric area is within 0.1 % of the geodesic one anywhere in the area of interest."""
    box = shapely.segmentize(shapely.box(lon, lat, lon + size_deg, lat + size_deg), size_deg / 20)
    assert METRIC.to_metric(box).area / 1e6 == pytest.approx(geodesic_area_km2(box), rel=1e-3)


@unhurried
@given(LON, LAT, LON, LAT)
def test_length_matches_the_ellipsoid(lon_a: float, lat_a: float, lon_b: float, lat_b: float) -> None:
    """A metric length is within 0.1 % of the geodesic one anywhere in the area of interest."""
    line = shapely.LineString([(lon_a, lat_a), (lon_b, lat_b)])
    assert METRIC.to_metric(line).length / 1e3 == pytest.approx(geodesic_length_km(line), rel=1e-3, abs=1e-6)


def test_area_ignores_ring_direction_and_subtracts_holes() -> None:
    """A ring drawn clockwise has the same area, and a hole is not counted."""
    box = shapely.box(35, 51, 36, 52)
    hole = shapely.box(35.4, 51.4, 35.6, 51.6)
    assert geodesic_area_km2(shapely.reverse(box)) == pytest.approx(geodesic_area_km2(box))
    assert geodesic_area_km2(box.difference(hole)) == pytest.approx(geodesic_area_km2(box) - geodesic_area_km2(hole))


def test_empty_measures_zero() -> None:
    """An empty geometry has no area and no length, and is not an error."""
    assert geodesic_area_km2(shapely.Polygon()) == 0
    assert geodesic_length_km(shapely.LineString()) == 0


@pytest.mark.parametrize(
    ("point", "hint"),
    [
        ((float("nan"), 51.0), "not a number"),
        ((float("inf"), 51.0), "not a number"),
        ((3_915_000.0, 6_650_000.0), "looks like metres"),
        ((51.2, 135.3), "axes swapped"),
        ((200.0, 51.0), "not in -180..180"),
    ],
)
def test_check_lonlat_names_the_likely_mistake(point: tuple[float, float], hint: str) -> None:
    """What can't be degrees is refused, with the likely mistake in the text."""
    with pytest.raises(GeometryError, match=hint):
        check_lonlat(shapely.Point(point))


def test_swapped_axes_are_caught_where_both_readings_are_on_earth() -> None:
    """51 E 35 N is a place in Iran: near a case at 35 E 51 N it is a swapped pair."""
    with pytest.raises(GeometryError, match="axes look swapped"):
        METRIC.to_metric(shapely.Point(51.19, 35.27))
    with pytest.raises(GeometryError, match="degrees from the case's centre"):
        METRIC.to_metric(shapely.Point(-70.0, -30.0))


def test_definition_is_a_proj_string_with_the_centre() -> None:
    """The definition carries the centre that case.toml stores."""
    assert "+proj=laea" in METRIC.definition
    assert "+lat_0=51.3 +lon_0=35.2" in METRIC.definition


def test_a_centre_that_is_no_place_is_refused() -> None:
    """A CRS centred off the Earth can't be made."""
    with pytest.raises(GeometryError, match="latitude"):
        MetricCRS.laea(35.2, 151.3)
