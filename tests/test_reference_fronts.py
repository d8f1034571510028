"""Mappers' fronts of 12 August 2024 against figures measured by an independent script, and the claim of that day.

The fronts can't be shipped: set SALIENT_ARCHIVE to a folder holding ``owlmap/`` and ``deepstate-history/``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Polygon, shape

from geo.geometry.bands import BANDS, build_advance
from geo.geometry.border import BorderLine
from geo.geometry.crs import geodesic_area_km2, geodesic_length_km
from geo.geometry.measurement import measure
from geo.geometry.section import WidthMethod
from geo.io.case_store import open_case
from geo.io.timezone_border import border_between
from geo.model.case import Case

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
SUDZHA = (35.2706, 51.1914)
MIDWAY = (35.1942, 51.2213)


@pytest.fixture(scope="module")
def case() -> Case:
    """Open the shipped case."""
    return open_case(CASE)


@pytest.fixture(scope="module")
def border(case: Case) -> BorderLine:
    """Return the shipped border, measured in the case's CRS."""
    return case.border


@pytest.fixture(scope="module")
def archive() -> Path:
    """Return the archive of fronts, or skip."""
    folder = os.environ.get("SALIENT_ARCHIVE")
    if not folder:
        pytest.skip("SALIENT_ARCHIVE is not set: it must name a folder with owlmap/ and deepstate-history/")
    return Path(folder)


def test_owlmap_12_august(border: BorderLine, archive: Path) -> None:
    """The polygon of owlmap inside Russia: 621 km² ± 1, 25.2 km ± 0.2 deep."""
    rings = json.loads((archive / "owlmap" / "20240812.json").read_text(encoding="utf-8"))["areas_ua"]
    ground = shapely.union_all([Polygon([(lon, lat) for lat, lon in ring]) for ring in rings])
    found = measure(ground, border)
    assert found.area_km2 == pytest.approx(621, abs=1)
    assert found.depth_max_km == pytest.approx(25.2, abs=0.2)


def test_deepstate_12_august(border: BorderLine, archive: Path) -> None:
    """DeepState's held polygons in Kursk, 19:56 UTC: 313 km² ± 1, 19.1 km ± 0.2 deep."""
    text = (archive / "deepstate-history" / "1723492591.geojson").read_text(encoding="utf-8")
    held = [
        shapely.force_2d(shape(feature["geometry"]))
        for feature in json.loads(text)["features"]
        if feature["properties"].get("fill") == "#01579b" and feature["geometry"]["type"].endswith("Polygon")
    ]
    found = measure(shapely.union_all(held), border)
    assert found.area_km2 == pytest.approx(313, abs=1)
    assert found.depth_max_km == pytest.approx(19.1, abs=0.2)


@pytest.mark.parametrize(
    ("place", "reading", "low_km2", "high_km2"),
    [(SUDZHA, "along", 500, 620), (SUDZHA, "chord", 780, 1130), (MIDWAY, "chord", 780, 1130)],
)
def test_12_by_40_around_sudzha(
    border: BorderLine, place: tuple[float, float], reading: WidthMethod, low_km2: float, high_km2: float
) -> None:
    """All that 12 km x 40 km allows there: 500-620 km² read along the border, 780-1,130 km² read straight."""
    advance = build_advance(border, 12, border.section(*place, 40, reading))
    assert low_km2 <= advance.area_km2("outer") <= high_km2
    assert advance.reached_km == pytest.approx(12, rel=2e-4)
    for band in BANDS:
        assert advance.area_km2(band) == pytest.approx(geodesic_area_km2(getattr(advance, band)), rel=1e-3)


def test_the_two_readings_of_40_km_there(border: BorderLine) -> None:
    """A 40 km chord is about 86 km of border; 40 km of border are about 20 km as the crow flies."""
    assert border.section(*MIDWAY, 40, "chord").along_km == pytest.approx(86, abs=2)
    assert border.section(*MIDWAY, 40, "along").chord_km == pytest.approx(20, abs=1)


def test_the_shipped_border_is_measured_right(border: BorderLine) -> None:
    """The real border's length is within 0.1 % of the ellipsoid's; Sudzha lies on the target side, Sumy not."""
    assert border.length_m / 1e3 == pytest.approx(geodesic_length_km(border.line), rel=1e-3)
    assert border.locate(*SUDZHA).side == "target"
    assert border.locate(34.7991, 50.9174).side == "home"


def test_the_shipped_border_is_what_the_package_gives(case: Case, border: BorderLine) -> None:
    """The border file holds the common edge of the two time zones, vertex for vertex."""
    pytest.importorskip("timezonefinder", reason="timezonefinder is not installed")
    settings = case.settings.border
    line = border_between(*settings.zones, settings.bounds)
    assert shapely.hausdorff_distance(line, border.line) < 1e-6
    assert len(line.coords) == len(border.line.coords)


@pytest.mark.parametrize("share", [0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.75])
@pytest.mark.parametrize(("depth_km", "width_km"), [(3, 5), (12, 40), (30, 10)])
def test_laws_hold_all_along_the_real_border(
    border: BorderLine, share: float, depth_km: float, width_km: float
) -> None:
    """Anywhere on the real border: bands nest, none is too deep (0.15 %), and likely goes as deep as outer (3 %)."""
    section = border.section(*border.at(share * border.length_m), width_km)
    advance = build_advance(border, depth_km, section)
    assert advance.likely.covers(advance.inner)
    assert advance.outer.covers(advance.likely)
    found = measure(advance.outer, border)
    assert found.depth_max_km <= depth_km * 1.0015
    assert found.outside_km2 < 0.01
    assert measure(advance.likely, border).depth_max_km == pytest.approx(advance.reached_km, rel=0.03)
