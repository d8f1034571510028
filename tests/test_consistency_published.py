"""The four errors printed about 12 August 2024 are found; the honest figures beside them are not called wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from geo.consistency.engine import Checker
from geo.consistency.verdict import Verdict, VerdictKind
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from tests.ledger import claim, faults, judged, of_rule

DAY = date(2024, 8, 12)


@pytest.fixture(scope="module")
def kursk() -> Case:
    """Return the shipped case."""
    return open_case(Path(__file__).parent.parent / "data" / "kursk-2024")


@pytest.fixture(scope="module")
def verdicts(kursk: Case) -> list[Verdict]:
    """Return the shipped case's verdicts about 12 August."""
    return Checker(kursk).verdicts_on(AsOf(DAY))


def test_a_product_printed_as_the_governors_figure(verdicts: list[Verdict]):
    """480 km² is 12 × 40; the governor gave a depth and a width only (C0013)."""
    (found,) = of_rule(verdicts, "product-as-statement")
    assert found.kind is VerdictKind.LIKELY_ERROR
    assert {"C0013", "C0002", "C0003"} <= set(found.claims)
    assert found.numbers == {"depth_km": 12, "width_km": 40, "area_km2": 480}
    assert "480 km² is 12 × 40" in found.reason


def test_the_total_printed_as_an_increment(verdicts: list[Verdict]):
    """180,000 more on top of 121,000 would make 301,000; 180,000 is the plan in all (C0017)."""
    (found,) = [v for v in of_rule(verdicts, "total-against-additional") if v.kind is VerdictKind.LIKELY_ERROR]
    assert "C0017" in found.claims
    assert found.numbers["people_moved_plus_additional"] == 301_000
    assert found.numbers["people_total"] == 180_000


def test_the_right_increment_is_consistent(verdicts: list[Verdict]):
    """121,000 moved and 59,000 to go make 180,000 (C0014)."""
    (found,) = [v for v in of_rule(verdicts, "total-against-additional") if v.kind is VerdictKind.CONSISTENT]
    assert "C0014" in found.claims


def test_square_miles_made_with_the_factor_for_lengths():
    """720 km² printed as 447 square miles: it is 278."""
    found = faults(judged(claim("DeepState", "area_km2", 720, note="printed as 447 square miles")))
    assert [(v.kind, v.rule) for v in found] == [(VerdictKind.LIKELY_ERROR, "square-miles")]
    assert found[0].numbers["right_mi2"] == 278.0
    assert not faults(judged(claim("DeepState", "area_km2", 720, note="printed as 278 square miles")))


def test_square_miles_converted_back():
    """447 square miles, converted back, stand as 1,158 km² beside the 720 of one root."""
    found = faults(judged(claim("Mapper", "area_km2", 720), claim("Paper", "area_km2", 1158, root="Mapper, 12 Aug")))
    assert [v.rule for v in found] == ["wrong-unit"]
    assert "0.6214" in found[0].mistake


def test_a_lost_thousand():
    """180 people where others have 180,000 of the same plan."""
    found = faults(judged(claim("Governor", "people_planned", 180_000), claim("Paper", "people_planned", 180)))
    assert [(v.kind, v.rule) for v in found] == [(VerdictKind.LIKELY_ERROR, "lost-thousand")]
    assert found[0].mistake.startswith("180 is printed for 180,000")
    assert found[0].hypothesis == "thousand-lost"


def test_people_and_wounded_are_not_a_lost_thousand(verdicts: list[Verdict]):
    """121 wounded and 121,000 people moved are two metrics."""
    assert not of_rule(verdicts, "lost-thousand")


def test_the_ledgers_own_square_miles(kursk: Case):
    """1,150 km² is printed as 715 square miles on 16 August (C0272)."""
    (found,) = of_rule(Checker(kursk).verdicts_on(AsOf(date(2024, 8, 15))), "square-miles")
    assert found.claims == ("C0272",)
    assert found.numbers["right_mi2"] == 444.0


def test_a_thousand_square_kilometres_are_only_if(verdicts: list[Verdict]):
    """12 × 40 against 1,000 km²: only if the width is a straight chord and nearly all of the band is held."""
    (found,) = [v for v in of_rule(verdicts, "depth-width-area") if v.numbers["area_km2"] == 1000]
    assert found.kind is VerdictKind.ONLY_IF
    assert "straight chord and nearly all" in found.assumption
    assert found.numbers["areas_along_high_km2"] < 1000 < found.numbers["areas_chord_high_km2"]
    assert 0.75 < found.numbers["share_needed"] < 1
    assert {"C0002", "C0003", "C0009", "C0010"} <= set(found.claims)


def test_only_two_of_the_days_verdicts_are_faults(verdicts: list[Verdict]):
    """Whatever else was said about 12 August is not called wrong."""
    assert {v.rule for v in faults(verdicts)} == {"product-as-statement", "total-against-additional"}
    assert len(verdicts) <= 15


def test_five_thousand_square_kilometres_are_inconsistent(kursk: Case):
    """12 × 40 against 5,000 km² on the real border."""
    large = claim("Commander", "area_km2", 5000, "about", place="Kursk Oblast")
    (found,) = [
        v
        for v in of_rule(
            Checker(replace(kursk, claims=(*kursk.claims, large))).verdicts_on(AsOf(DAY)), "depth-width-area"
        )
        if v.numbers["area_km2"] == 5000
    ]
    assert found.kind is VerdictKind.INCONSISTENT
    assert found.assumption


def test_what_was_not_known_is_not_judged(kursk: Case):
    """On 12 August as known on 12 August, AFP's 800 km² of the 13th is not there."""
    checker = Checker(kursk)
    then = {ident for v in checker.verdicts_on(AsOf(DAY, DAY)) for ident in v.claims}
    assert "C0222" not in then
    assert "C0222" in {ident for v in checker.verdicts_on(AsOf(DAY)) for ident in v.claims}
