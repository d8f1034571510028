"""On the real border, fronts and bands put into figures are never a fault; a front shows what a claim leaves out."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.consistency.engine import Checker
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import VerdictKind
from geo.geometry.bands import build_advance
from geo.geometry.border import BorderLine
from geo.geometry.measurement import measure
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from tests.ledger import DAY, claim, faults, of_rule

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the shipped case."""
    return open_case(CASE)


@pytest.fixture(scope="module")
def border(case: Case) -> BorderLine:
    """Return its border."""
    return case.border


def owlmap(day: date) -> BaseGeometry:
    """Return owlmap's ground of a day from the archive, or skip."""
    folder = os.environ.get("SALIENT_ARCHIVE")
    if not folder:
        pytest.skip("SALIENT_ARCHIVE is not set: it must name a folder with owlmap/")
    text = (Path(folder) / "owlmap" / f"{day:%Y%m%d}.json").read_text(encoding="utf-8")
    rings = json.loads(text)["areas_ua"]
    return shapely.union_all([Polygon([(lon, lat) for lat, lon in ring]) for ring in rings])


def stated(ground: BaseGeometry, border: BorderLine) -> tuple:
    """Return the measured depth, straight width and area as claims about 12 August."""
    found = measure(ground, border)
    values = {"depth_km": found.depth_max_km, "width_km": found.width_chord_km, "area_km2": found.area_km2}
    return tuple(claim("Commander", metric, value) for metric, value in values.items())


@pytest.mark.parametrize("lon_lat", [(33.9, 52.1), (34.6, 51.3), (35.19, 51.22), (35.6, 50.4), (37.6, 50.2)])
@pytest.mark.parametrize(("depth_km", "width_km"), [(5, 10), (12, 40), (30, 15)])
def test_a_drawn_claim_put_back_into_figures(case: Case, border: BorderLine, lon_lat, depth_km, width_km):
    """Each band of a reconstruction, far from the case's placements too, measures back to figures that can be true."""
    advance = build_advance(border, depth_km, border.section(*lon_lat, width_km))
    for band in (advance.inner, advance.likely, advance.outer):
        checker = Checker(replace(case, claims=stated(band, border), control_events=(), orders=()), border=border)
        assert faults(checker.verdicts_on(AsOf(DAY))) == []


@pytest.mark.parametrize("day", [date(2024, 8, 7), date(2024, 8, 12), date(2024, 8, 23)])
def test_a_mappers_front_put_into_figures(case: Case, border: BorderLine, day: date):
    """Real fronts, whatever their shape, are never called inconsistent with themselves."""
    ground = owlmap(day)
    checker = Checker(replace(case, claims=stated(ground, border), control_events=(), orders=()), border=border)
    assert faults(checker.verdicts_on(AsOf(DAY), fronts=[FrontOfDay("owlmap", DAY, ground)])) == []


def test_the_governors_depth_against_a_mappers_front(case: Case, border: BorderLine):
    """12 km claimed, 25 km drawn: only if the map counts other ground, and how much of it lies beyond."""
    found = Checker(case, border=border).verdicts_on(AsOf(DAY), fronts=[FrontOfDay("owlmap", DAY, owlmap(DAY))])
    (verdict,) = [v for v in of_rule(found, "front-depth") if "C0002" in v.claims]
    assert verdict.kind is VerdictKind.ONLY_IF
    assert verdict.numbers["drawn_depth_km"] == pytest.approx(25.2, abs=0.2)
    assert 0 < verdict.numbers["beyond_share"] < 0.5
