"""Which claims a typed text means: words in either script, whole numbers, ids."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.io.case_store import open_case
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.labels import METRIC_LABELS
from geo.search.claim_index import LedgerIndex
from tests.cases import small_case
from tests.ledger import claim

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
INDEX = LedgerIndex(KURSK)


def found(text: str) -> list[str]:
    """Return the ids of the shipped claims that a text means."""
    return [one.id for one in INDEX.find(KURSK.claims, text)]


def in_small(text: str, *claims: Claim) -> list[str]:
    """Return the ids of those of a few claims that a text means."""
    case: Case = replace(small_case(), claims=claims)
    return [one.id for one in LedgerIndex(case).find(case.claims, text)]


def test_an_exact_id_comes_first() -> None:
    """C0001 is the claim of that id, then those whose note names it; the other rows keep their order."""
    assert found("C0001")[0] == found("c0001")[0] == "C0001"
    backwards = INDEX.find(KURSK.claims[::-1], "C0001")
    assert backwards[0].id == "C0001"


def test_a_part_of_an_id_is_one_only_where_it_looks_so() -> None:
    """Digits alone are a number, never a piece of an id; letters with digits are the beginning of one."""
    assert "C0283" not in found("28")
    assert {ident[:3] for ident in found("C02")} == {"C02"}


@pytest.mark.parametrize(
    ("text", "holds"),
    [("28", True), ("8", False), ("2", False), ("280", False), ("28.0", True), ("2024-08-12", True), ("12", False)],
)
def test_a_number_is_a_whole_number_of_the_claim(text: str, holds: bool) -> None:
    """A figure answers to itself, not to its digits, and neither to the days in a note or root nor those it is of."""
    one = claim("Governor", "settlements", 28, note="as of 12 August", root="speech of 12 Aug")
    assert bool(in_small(text, one)) == holds


@pytest.mark.parametrize("text", ["121,000", "121000"])
def test_thousands_may_be_separated(text: str) -> None:
    """A separated number is the number."""
    assert in_small(text, claim("Governor", "people_moved", 121000))


def test_both_ends_of_a_range_are_its_numbers() -> None:
    """A range of 26 to 28 answers to 26 and to 28, and not to 27 which nobody said."""
    one = claim("Ministry", "depth_km", 26, "range", value_high=28)
    assert [bool(in_small(text, one)) for text in ("26", "27", "28")] == [True, False, True]


def test_words_are_found_in_the_other_script_and_hand() -> None:
    """Смирнов is Smirnov, Сырский and Сирський are Syrskyi, and a headline in Russian answers to its own words."""
    smirnov = {one.id for one in KURSK.claims if one.claimant == "Aleksei Smirnov"}
    assert smirnov <= set(found("Смирнов"))
    assert found("Смирнов") == found("Smirnov")
    assert set(found("Сырский")) == set(found("Сирський")) == set(found("Syrskyi"))
    assert found("Власти области")


@given(st.sampled_from(KURSK.claims))
def test_a_claim_answers_to_its_metric_claimant_publisher_and_place(one: Claim) -> None:
    """The words of a row of the ledger find the row, in any order and together."""
    publisher = KURSK.sources[one.source].publisher
    assert one.id in found(f"{publisher} {one.claimant} {METRIC_LABELS[one.metric]} {one.place}")


@given(st.text(max_size=40), st.text(max_size=40))
def test_more_words_find_no_more(text: str, more: str) -> None:
    """Each further word narrows; no text fails, and an empty one finds all."""
    assert set(found(f"{text} {more}")) <= set(found(text))
    assert len(found(" ")) == len(KURSK.claims)


def test_a_short_word_is_not_taken_for_another() -> None:
    """What two transliterations have in common is too little of three letters: war is not var."""
    assert in_small("war", claim("Governor", "depth_km", 12, summary="various depths")) == []
    assert in_small("Sudja", claim("Governor", "depth_km", 12, place="Sudzha")) != []
