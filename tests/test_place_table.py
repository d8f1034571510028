"""Places of a day: what is counted against what is named, and where each lies against claimed ground."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.analysis.containment import ClaimedArea, Position, claimed_areas_on, placed_on
from geo.analysis.reconstruction import reconstructions
from geo.geometry.crs import MetricCRS
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.claims import Metric
from geo.model.places import Settlement
from geo.reports.places import settlements_report
from tests.cases import day, small_case
from tests.ledger import case_of, claim, word

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
SEED = date(2024, 8, 12)
METRIC = MetricCRS.laea(35.2, 51.2)
GEOD = Geod(ellps="WGS84")


def place_at(lon: float, lat: float, precision_m: float) -> Settlement:
    """Return a place known to so many metres."""
    return Settlement(id="p", name_en="P", lon=lon, lat=lat, precision_m=precision_m)


@given(st.floats(34.6, 35.8), st.floats(50.9, 51.5), st.floats(1, 5000))
def test_a_place_is_inside_only_when_all_of_its_precision_is(lon, lat, precision_m):
    """Against a square: inside, outside or on the edge follow from the point's distance to the square's sides."""
    square = shapely.segmentize(shapely.box(35.0, 51.0, 35.4, 51.3), 0.005)
    ground = ClaimedArea("g", "band", "square", SEED, 0, square)
    (found,) = placed_on([place_at(lon, lat, precision_m)], [ground], METRIC)["p"]
    edge = shapely.ops.nearest_points(square.boundary, shapely.Point(lon, lat))[0]
    away_m = GEOD.inv(lon, lat, edge.x, edge.y)[2]
    if found.position is Position.EDGE:
        assert away_m <= precision_m * 1.7 + 10  # the nearest in degrees is not quite the nearest in metres
    else:
        assert square.contains(shapely.Point(lon, lat)) == (found.position is Position.INSIDE)
        assert away_m > precision_m * 0.99 - 10


def test_a_place_without_coordinates_is_nowhere_on_the_ground_but_in_the_list():
    """It is listed and counted, not placed, and has no distance."""
    case = small_case()
    report = settlements_report(case, AsOf(day(10)))
    nowhere = next(row for row in report.places if row.id == "p6")
    assert (nowhere.on_map, nowhere.offset_km, nowhere.within, nowhere.status) == (False, None, (), "claimed")
    assert report.not_on_map == 1
    assert len(report.places) == sum(report.tally.values()) == len(case.settlements)


def test_a_count_is_held_against_names_by_claimant_side_and_anybody():
    """Of a count of 28 by the Ministry: two named by itself, three by its side, four by anybody."""
    records = [
        claim("Ministry", "settlements", 28),
        word("Ministry", "p1", "claimed"),
        word("Ministry", "p2", "claimed"),
        word("Governor", "p3", "claimed"),
        word("Commander", "p6", "claimed"),
        word("Observer", "p4", "entered"),
        word("Observer", "p5", "contested"),
    ]
    (named,) = settlements_report(case_of(*records), AsOf(SEED)).counts
    assert named.by_claimant == ("p1", "p2")
    assert named.by_side == ("p1", "p2", "p3")
    assert named.by_anybody == ("p1", "p2", "p3", "p6")
    assert (named.entered, named.without_coordinates) == (("p4",), ("p6",))
    assert named.unnamed_at_least == 28 - 5


def test_an_observer_is_no_side():
    """Another observer's names are not the counting observer's."""
    records = [claim("Observer", "settlements", 44), word("Bild", "p1", "claimed")]
    (named,) = settlements_report(case_of(*records), AsOf(SEED)).counts
    assert (named.by_side, named.by_anybody) == ((), ("p1",))


@pytest.mark.parametrize("on", [date(2024, 8, 7), SEED, date(2024, 8, 13), date(2024, 9, 20)])
@pytest.mark.parametrize("known", [None, SEED])
def test_counts_equal_the_rows_behind_them(on: date, known: date | None):
    """Every tally is the number of rows with that status; a named place is a row that somebody claims as held."""
    report = settlements_report(KURSK, AsOf(on, known))
    for status, number in report.tally.items():
        assert number == sum(row.status == status for row in report.places)
    assert report.disputed == sum(row.disputed for row in report.places)
    rows = {row.id: row for row in report.places}
    for named in report.counts:
        assert all(any(word.status == "claimed" for word in rows[ident].words) for ident in named.by_anybody)
        assert not set(named.by_anybody) & set(named.entered)
        for within in named.within:
            assert {ident for ident in within.inside if within.ground not in rows[ident].within} == set()
            assert not set(within.inside) & set(within.edge)


def test_inner_lies_in_likely_lies_in_outer():
    """A place inside a narrower band is inside, or at the edge of, the wider one."""
    report = settlements_report(KURSK, AsOf(SEED))
    for row in report.places:
        for narrow, wide in (("inner", "likely"), ("likely", "outer")):
            assert (f"P12x40:{narrow}" not in row.within) or f"P12x40:{wide}" in (*row.within, *row.edge)


def test_both_viktorovkas_are_two_rows():
    """Two villages of one name stay two: their own districts, points and words."""
    rows = [row for row in settlements_report(KURSK, AsOf(date(2024, 9, 12))).places if row.name_en == "Viktorovka"]
    assert {(row.district, row.status) for row in rows} == {("Korenevsky", "lost"), ("Sudzhansky", "unknown")}
    assert len({row.offset_km for row in rows}) == 2


def test_the_seed_days_counts_are_those_of_28_and_74():
    """On 12 August 28 and 44 are counted, on the 13th 74 too; fewer are named than counted."""
    counted = {named.value for named in settlements_report(KURSK, AsOf(date(2024, 8, 13))).counts if named.age_days < 2}
    assert {28.0, 44.0, 74.0} <= counted
    seed = next(n for n in settlements_report(KURSK, AsOf(SEED)).counts if n.value == 28)
    assert 0 < len(seed.by_anybody) + len(seed.entered) < 28
    assert seed.count.publisher == "ITV News"


def test_grounds_carry_their_age_and_only_bands_with_a_width():
    """A depth without a width is a line and no ground; an older band says how old it is."""
    case = small_case()
    found = claimed_areas_on(reconstructions(case), case.fronts, AsOf(day(8)), case.settings.ages)
    assert {ground.id for ground in found} == {"a1:inner", "a1:likely", "a1:outer"}
    assert {ground.age_days for ground in found} == {2}
    assert case.claims[2].metric is Metric.SETTLEMENTS
