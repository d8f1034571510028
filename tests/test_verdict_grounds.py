"""The ground that a verdict speaks of: one number for sentence, ground and card, and why it is not the drawn one."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
import shapely

from geo.analysis.reconstruction import reconstructions
from geo.consistency.engine import Checker, verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import Verdict, to_json
from geo.geometry.crs import geodesic_area_km2
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from tests.cases import day, small_case
from tests.tracks import front
from ui.data.verdicts import verdicts_data

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
SEED = date(2024, 8, 12)


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    """The verdicts of 12 August."""
    return verdicts_on(KURSK, AsOf(SEED))


def by_rule(verdicts: list[Verdict], rule: str) -> list[Verdict]:
    """Return the verdicts of a rule, at least one."""
    found = [verdict for verdict in verdicts if verdict.rule == rule]
    assert found
    return found


def test_every_area_of_the_sentence_is_a_ground_of_that_size(verdicts: list[Verdict]) -> None:
    """Each area that depth and width leave room for has its ground, named with the number and as large as that."""
    for verdict in by_rule(verdicts, "depth-width-area"):
        told = {
            round(value) for name, value in verdict.numbers.items() if re.match(r"areas_(chord|along)_(low|high)", name)
        }
        assert {ground.area_km2 for ground in verdict.grounds} == told
        for ground in verdict.grounds:
            assert f"{ground.area_km2:,.0f} km²" in ground.name
            assert f"{ground.area_km2:,.0f}" in verdict.reason
            assert geodesic_area_km2(ground.geometry) == pytest.approx(ground.area_km2, rel=0.005)


def test_a_ground_says_why_it_is_not_the_drawn_one(verdicts: list[Verdict]) -> None:
    """The reason names the drawn area, the other reading where it is another, and how far the stretch was moved."""
    (drawn,) = {item.areas_km2[2] for item in reconstructions(KURSK) if item.areas_km2 and item.about_date == SEED}
    widest = max(by_rule(verdicts, "depth-width-area")[0].grounds, key=lambda ground: ground.area_km2 or 0)
    assert widest.name == "up to 1,320 km², the width read straight"
    assert f"The map draws {drawn:,.0f} km² for these two figures" in widest.reason
    assert re.search(r"the stretch lies 10 km farther [a-z-]+ along the border", widest.reason)
    along = next(g for g in by_rule(verdicts, "depth-width-area")[0].grounds if "every bend" in g.name)
    assert "the width is followed along every bend, not read straight" in along.reason


def test_a_place_beyond_a_depth_comes_with_the_line_of_the_depth(verdicts: list[Verdict]) -> None:
    """Each place named is a point where it lies; the line is everywhere as far from the border as was claimed."""
    (verdict,) = by_rule(verdicts, "place-beyond-depth")
    *places, line = verdict.grounds
    assert [ground.name for ground in places] == ["Tolpino, 24 km in", "Zhuravli, 20 km in"]
    assert line.name == "the line 12 km from the border"
    metric = KURSK.border.metric
    points = shapely.points(shapely.get_coordinates(metric.to_metric(line.geometry)))
    assert shapely.distance(points, KURSK.border.line_m) == pytest.approx(12_000, rel=0.01)
    for ground in places:
        assert metric.to_metric(ground.geometry).distance(metric.to_metric(line.geometry)) > 5_000


def test_a_front_deeper_than_claimed_shows_what_lies_beyond() -> None:
    """The part of a mapper's front beyond the claimed depth has the km² of the sentence and lies in the front."""
    case = small_case()
    drawn = front(0.3)
    found = Checker(case).verdicts_on(AsOf(day(6)), fronts=[FrontOfDay("Mapper One", day(6), drawn)])
    verdict = next(one for one in found if one.rule == "front-depth" and one.numbers.get("beyond_km2"))
    whole, beyond = verdict.grounds
    assert beyond.area_km2 == verdict.numbers["beyond_km2"]
    assert geodesic_area_km2(beyond.geometry) == pytest.approx(beyond.area_km2, rel=0.01)
    assert beyond.geometry.difference(whole.geometry.buffer(1e-3)).is_empty


def test_plain_data_has_the_grounds(verdicts: list[Verdict]) -> None:
    """JSON has valid GeoJSON with the area; what is sent to the map is small: flat parts of finite numbers."""
    for row, verdict in zip(json.loads(json.dumps(to_json(verdicts), allow_nan=False)), verdicts, strict=True):
        assert [ground["name"] for ground in row["grounds"]] == [ground.name for ground in verdict.grounds]
        assert all(shapely.from_geojson(json.dumps(ground["geometry"])).is_valid for ground in row["grounds"])
    sent = [ground for verdict in verdicts_data(KURSK, verdicts) for ground in verdict["grounds"]]
    assert {ground["form"] for ground in sent} == {"area", "line", "point"}
    assert all(len(part) % 2 == 0 for ground in sent for part in ground["parts"])
    assert max(len(json.dumps(ground)) for ground in sent) < 20_000
