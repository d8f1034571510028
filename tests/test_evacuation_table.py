"""Zones, people and casualties of a day: shares, rates, conflicts, overlaps, lead times and totals that fall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.casualties import casualties_on
from geo.analysis.containment import ClaimedArea
from geo.analysis.people import people_on
from geo.analysis.zone_overlap import LeadTime, lead_times, overlaps, places_by_zone
from geo.geometry.crs import MetricCRS, geodesic_area_km2
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.evacuation import EvacuationOrder, EvacuationZone
from geo.reports.evacuation import evacuation_report
from tests.cases import SIDE, day, small_case
from tests.ledger import DAY, case_of, claim, word
from tests.tracks import track

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
METRIC = MetricCRS.laea(35.2, 51.2)
LONS, LATS = st.floats(34.0, 36.0), st.floats(50.5, 51.9)


def zone(geometry: shapely.Geometry | None, extent: str = "official") -> EvacuationZone:
    """Return a zone with an extent."""
    return EvacuationZone("z", "Z", "", "", "Kursk", "russia", "district", extent, "s", "l", geometry)  # type: ignore[arg-type]


@st.composite
def boxes(draw: st.DrawFn) -> shapely.Polygon:
    """Draw a box of at least a kilometre either way.

    Its sides have many vertices: between two that are far apart the straight line in metres leaves the parallel, by a
    good part of a thin box.
    """
    west, south = draw(LONS), draw(LATS)
    box = shapely.box(west, south, west + draw(st.floats(0.02, 1)), south + draw(st.floats(0.02, 0.6)))
    return shapely.segmentize(box, 0.05)


@given(boxes(), boxes())
def test_an_overlap_is_a_share_of_the_zone(extent, claimed):
    """Between 0 and 1, equal to the common area over the zone's (geodesic oracle), and near 0 away from it."""
    (found,) = overlaps(zone(extent), [ClaimedArea("g", "band", "claimed", DAY, 0, claimed)], METRIC)
    assert 0 <= found.share <= 1
    common = extent.intersection(claimed)
    expected = geodesic_area_km2(common) / geodesic_area_km2(extent) if common.area else 0.0
    assert found.share == pytest.approx(expected, abs=0.01)
    assert (found.distance_km == 0) == extent.intersects(claimed) or found.distance_km < 0.3


@given(boxes())
def test_a_zone_overlaps_itself_wholly_and_lies_at_its_own_edge(extent):
    """Share 1, distance 0."""
    (found,) = overlaps(zone(extent), [ClaimedArea("g", "band", "claimed", DAY, 0, extent)], METRIC)
    assert (found.share, found.distance_km) == (1.0, 0.0)


def test_a_zone_without_extent_has_no_overlap():
    """Nothing is guessed for a zone that is not on the map."""
    assert (
        overlaps(zone(None, "unknown"), [ClaimedArea("g", "band", "c", DAY, 0, shapely.box(35, 51, 36, 52))], METRIC)
        == ()
    )


def test_the_nearest_ground_is_the_advancing_sides():
    """A mapper's ground of the other side is laid over a zone too, and is never the nearest of the advance."""
    inside = small_case().zones["z1"].geometry
    assert inside is not None
    ours, theirs = (
        track(name, {8: shapely.MultiPolygon([inside.centroid.buffer(size)])}, holder=holder)
        for name, size, holder in (("ours", 0.02, Side.UKRAINE), ("theirs", 0.2, Side.RUSSIA))
    )
    found = evacuation_report(replace(small_case(), placements=(), fronts=(theirs, ours)), AsOf(day(9)))
    zone = next(zone for zone in found.zones if zone.id == "z1")
    assert {one.ground for one in zone.overlaps} == {ours.id, theirs.id}
    assert zone.nearest is not None
    assert zone.nearest.ground == ours.id
    assert "ground held by Ukraine, as " in zone.nearest.label
    alone = evacuation_report(replace(small_case(), placements=(), fronts=(theirs,)), AsOf(day(9)))
    assert next(zone for zone in alone.zones if zone.id == "z1").nearest is None


def order(key: str, who: str, about: int, kind: str, **more: object) -> EvacuationOrder:
    """Return an order about zone z1 of the small case."""
    fields = {"id": key, "claimant": who, "side": SIDE[who], "about_date": day(about), "known_date": day(about)}
    return EvacuationOrder(**fields, source="s1", zone="z1", kind=kind, **more)  # type: ignore[arg-type]


def lead_of(case: Case, on: date) -> LeadTime:
    """Return the lead time of zone z1 on a day."""
    return lead_times(case, places_by_zone(case), AsOf(on))["z1"]


@pytest.mark.parametrize(("ordered", "claimed", "days"), [(1, 4, 3), (4, 4, 0), (6, 4, -2)])
def test_lead_is_claim_less_order(ordered: int, claimed: int, days: int):
    """Positive when the order came first, negative when the claim inside did."""
    case = case_of(word("Commander", "p5", "claimed", day(claimed)))  # p5 lies in zone z1
    case = replace(case, orders=(order("a", "Governor", ordered, "mandatory"),))
    lead = lead_of(case, day(20))
    assert (lead.days, lead.place) == (days, "Korenevo")
    assert {3: "ahead of", 0: "on the day", -2: "behind"}[days] in lead.reading


def test_lead_takes_the_first_order_of_the_strictest_kind_known():
    """A later mandatory order counts before an earlier voluntary one, once it is known; denials never count."""
    case = case_of(word("Commander", "p5", "claimed", day(4)))
    words = [
        order("a", "Governor", 1, "voluntary"),
        order("b", "Ministry", 6, "mandatory"),
        order("c", "Ministry", 0, "no_order"),
    ]
    case = replace(case, orders=tuple(words))
    assert lead_of(case, day(20)).days == -2
    assert lead_of(case, day(5)).days == 3
    assert lead_of(replace(case, orders=(words[2],)), day(20)).order is None


def test_share_moved_is_of_one_scope_with_its_bounds():
    """121,000 of 180,000, both about: 67 %, 55 to 82 %, 59,000 left; a plan for another place is not used."""
    records = [
        claim("Governor", "people_moved", 121000, "about", place="Kursk Oblast"),
        claim("Governor", "people_planned", 180000, "about", place="Kursk Oblast"),
        claim("Governor", "people_planned", 6000, "about", place="Sumy Oblast"),
    ]
    shares = [share for scope in people_on(case_of(*records), AsOf(DAY)) for share in scope.shares]
    assert [(s.share, s.low, s.high, s.left, s.above_plan) for s in shares] == [(0.6722, 0.55, 0.8216, 59000, False)]


def test_more_moved_than_planned_is_flagged_beyond_rounding():
    """20,000 of 6,000 is above the plan; 6,100 of about 6,000 is within its rounding."""
    for moved, above in ((20000, True), (6100, False)):
        records = [claim("Governor", "people_moved", moved), claim("Governor", "people_planned", 6000, "about")]
        (share,) = [share for scope in people_on(case_of(*records), AsOf(DAY)) for share in scope.shares]
        assert share.above_plan is above


def test_a_rate_is_between_totals_of_one_claimant():
    """1,200 a day between two totals ten days apart; never from one claimant to another, nor from increments."""
    records = [
        claim("Governor", "people_moved", 121000, about_date=day(6)),
        claim("Governor", "people_moved", 133000, about_date=day(16), root="later"),
        claim("Ministry", "people_moved", 90000, about_date=day(10)),
        claim("Governor", "people_moved", 2000, about_date=day(12), kind="additional", root="more"),
    ]
    (scope,) = people_on(case_of(*records), AsOf(day(20)))
    assert [(rate.days, rate.people_per_day, rate.of_bounds) for rate in scope.rates] == [(10, 1200.0, False)]
    assert people_on(case_of(*records), AsOf(day(10)))[0].rates == ()


def test_a_conflict_is_two_roots_about_one_day_that_no_number_suits():
    """115,000 and about 133,000 conflict; about 121,000 and at least 120,000 do not; nor do two days."""
    records = [
        claim("Deputy", "people_moved", 115000),
        claim("Governor", "people_moved", 133000, "about"),
        claim("Outlet", "people_moved", 120000, "at_least"),
        claim("Ministry", "people_moved", 3000, about_date=day(2)),
    ]
    (scope,) = people_on(case_of(*records), AsOf(DAY))
    assert [(c.lower.claimant, c.higher.claimant, c.apart) for c in scope.conflicts] == [
        ("Deputy", "Outlet", 5000),
        ("Deputy", "Governor", 18000),
    ]


def test_children_are_a_part_of_the_wounded():
    """Ten of 121; more children than people can't be, and is flagged."""
    whole = claim("Governor", "civilians_wounded", 121)
    for young, above in ((10, False), (130, True)):
        part = claim("Governor", "children_wounded", young, kind="subset", part_of=whole.id)
        (figure,) = casualties_on(case_of(whole, part), AsOf(DAY)).figures
        assert ([one.id for one in figure.children], figure.children_above) == ([part.id], above)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_a_running_total_falls_exactly_where_it_falls(values):
    """One claimant's exact totals, a day apart: a fall for each that is below the one before it."""
    records = [
        claim("Governor", "civilians_killed", value, about_date=day(n), root=f"r{n}") for n, value in enumerate(values)
    ]
    found = casualties_on(case_of(*records), AsOf(day(30))).decreasing_totals
    assert [fall.later.about_date for fall in found] == [
        day(n) for n in range(1, len(values)) if values[n] < values[n - 1]
    ]
    assert all(fall.own for fall in found)


@pytest.mark.parametrize("on", [date(2024, 8, 7), date(2024, 8, 12), date(2024, 8, 22), date(2024, 10, 9)])
def test_the_shipped_case_keeps_the_rules(on: date):
    """Overlaps in 0..1, no share above its plan, overlap grows outward, Sumy's zone listed without extent."""
    report = evacuation_report(KURSK, AsOf(on))
    for row in report.zones:
        shares = {over.ground: over.share for over in row.overlaps}
        assert all(0 <= share <= 1 for share in shares.values())
        for ground in {name.partition(":")[0] for name in shares if ":" in name}:
            assert shares[f"{ground}:inner"] <= shares[f"{ground}:likely"] <= shares[f"{ground}:outer"]
    assert not any(share.above_plan for scope in report.people for share in scope.shares)
    sumy = next(row for row in report.ordered if row.oblast == "Sumy")
    assert (sumy.on_map, sumy.overlaps, sumy.side, sumy.state) == (False, (), "ukraine", "mandatory")


def test_of_the_sumy_order_3800_of_6000_had_gone():
    """The 19,800 who left since July 2023 are not held against the order of August for 23 settlements."""
    shares = [
        s
        for scope in people_on(KURSK, AsOf(date(2024, 8, 12)))
        if scope.zone == "sumy-border-strip"
        for s in scope.shares
    ]
    assert [(share.moved.id, share.planned.id, share.left) for share in shares] == [("C0150", "C0028", 2200)]


def test_the_report_of_the_small_case_names_what_is_in_force():
    """Zones with a word come first, the strictest word is the state, the first band into a zone is cited."""
    case = small_case()
    report = evacuation_report(case, AsOf(day(10)))
    assert [(row.id, row.state, row.scope) for row in report.ordered] == [
        ("z2", "mandatory", "whole"),
        ("z1", "mandatory", "part"),
    ]
    assert {row.band_since.id for row in report.zones if row.band_since} == {"c01"}
