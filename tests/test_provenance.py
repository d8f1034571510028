"""Roots and outlets, grades, and hints: what counts as a second witness."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.provenance import against_interest, corroboration, independent_roots, rewritten, same_value
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim, Source
from geo.validation.references import Known, grade_problems
from tests.cases import day, small_case

CASE = small_case()
KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
CLAIMS = {claim.id: claim for claim in KURSK.claims}
TODAY = date(2024, 12, 31)


def word(key: str, who: str, side: str, root: str, **more) -> Claim:
    """Return a claim of 12 km deep about day 6."""
    values = {"metric": "depth_km", "modality": "about", "value": 12, "kind": "total", "basis": "stated"} | more
    days = {"about_date": day(6), "known_date": day(6)}
    return Claim.model_validate(
        {"id": key, "claimant": who, "side": side, "root": root, "source": f"s-{key}"} | days | values
    )


def case_of(*claims: Claim) -> Case:
    """Return a case of these claims, each published by an outlet of its own."""
    sources = {
        c.source: Source(id=c.source, publisher=c.source, url="https://a.example/", published=day(6)) for c in claims
    }
    return replace(CASE, claims=claims, sources=sources)


GOVERNOR = word("g", "Governor", "russia", "governor's meeting")
OUTLETS = st.lists(
    st.tuples(st.sampled_from(["governor's meeting", ""]), st.sampled_from(["Governor", "Paper A", "Paper B"])),
    max_size=8,
)


@given(OUTLETS)
def test_outlets_never_count(outlets: list[tuple[str, str]]):
    """However many outlets repeat a statement, or print it without saying whose it is, it has one root."""
    repeats = [
        word(f"r{n}", who, "russia" if who == "Governor" else "independent", root)
        for n, (root, who) in enumerate(outlets)
    ]
    found = corroboration(case_of(GOVERNOR, *repeats), GOVERNOR, AsOf(day(6)))
    assert found.roots == ("governor's meeting",)
    assert len(found.outlets) == len(repeats) + 1
    assert {claim.id for claim in found.unrooted} == {claim.id for claim in repeats if not claim.root}


@given(OUTLETS)
def test_outlets_never_change_a_count(outlets: list[tuple[str, str]]):
    """With two independent roots there are two, whoever repeats the first one."""
    other = word("o", "Institute", "independent", "satellite pictures")
    repeats = [word(f"r{n}", who, "russia", root) for n, (root, who) in enumerate(outlets)]
    found = corroboration(case_of(GOVERNOR, other, *repeats), GOVERNOR, AsOf(day(6)))
    assert found.roots == ("governor's meeting", "satellite pictures")


@pytest.mark.parametrize(
    ("other", "roots"),
    [
        (word("o", "Commander", "ukraine", "a video"), 2),
        (word("o", "Institute", "independent", "an assessment"), 2),
        (word("o", "Ministry", "russia", "a briefing"), 1),
        (word("o", "Institute", "independent", "", checked="confirmed"), 1),
        (word("o", "Institute", "independent", "an assessment", basis="computed", computed_from="his figures"), 1),
        (word("o", "Institute", "independent", "an assessment", value=14), 1),
        (word("o", "Institute", "independent", "an assessment", kind="additional"), 1),
        (word("o", "Institute", "independent", "an assessment", about_date=day(5)), 1),
        (word("o", "Institute", "independent", "an assessment", place="elsewhere"), 1),
    ],
)
def test_a_second_witness_is_another_party_with_another_root(other: Claim, roots: int):
    """Another claimant of the same side, an unknown root, a computation, or another figure is no second witness."""
    assert len(corroboration(case_of(GOVERNOR, other), GOVERNOR, AsOf(day(6))).roots) == roots


def test_witnesses_must_be_independent_of_each_other_too():
    """Two claimants of one side beside the governor are one more party; the same organisation twice is one."""
    pair = [word("a", "Commander", "ukraine", "a video"), word("b", "President", "ukraine", "an address")]
    assert len(corroboration(case_of(GOVERNOR, *pair), GOVERNOR, AsOf(day(6))).roots) == 2
    pair = [word("a", "ISW", "independent", "one"), word("b", "ISW (map)", "independent", "two")]
    assert len(corroboration(case_of(GOVERNOR, *pair), GOVERNOR, AsOf(day(6))).roots) == 2


def test_a_witness_counts_once_known():
    """On the second clock a root counts from the day it was known, and no longer once it was withdrawn."""
    late = word("o", "Institute", "independent", "an assessment", known_date=day(9))
    gone = {"superseded": "withdrawn", "superseded_date": day(12), "superseded_who": "the institute"}
    case = case_of(GOVERNOR, Claim.model_validate(late.model_dump() | gone))
    assert [len(corroboration(case, GOVERNOR, AsOf(day(6), day(k))).roots) for k in (8, 9, 11)] == [1, 2, 2]
    assert [len(corroboration(case, GOVERNOR, AsOf(day(6), k)).roots) for k in (day(12), None)] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"modality": "about", "value": 1000}, {"modality": "exact", "value": 1000}, True),
        ({"modality": "at_least", "value": 1260}, {"modality": "exact", "value": 1263}, True),
        ({"modality": "at_least", "value": 100}, {"modality": "exact", "value": 121}, False),
        ({"modality": "up_to", "value": 30}, {"modality": "exact", "value": 28}, True),
        ({"modality": "up_to", "value": 30}, {"modality": "exact", "value": 12}, False),
        ({"modality": "range", "value": 28, "value_high": 35}, {"modality": "exact", "value": 35}, True),
        ({"modality": "exact", "value": 28}, {"modality": "exact", "value": 29}, False),
    ],
)
def test_rounding_is_agreement_and_a_bound_is_not(one: dict, other: dict, same: bool):
    """A rounded figure is the same figure; a far lower floor or a far higher ceiling is not."""
    pair = word("a", "A", "russia", "", **one), word("b", "B", "russia", "", **other)
    assert same_value(*pair) is same_value(*reversed(pair)) is same


def test_the_kursk_ledger_counts_roots():
    """Smirnov's 28 and DeepState's 44 have one root each; the former has at least five outlets."""
    smirnov = corroboration(KURSK, CLAIMS["C0001"], AsOf(TODAY))
    assert smirnov.roots == ("Smirnov to Putin, 12 Aug meeting",)
    assert len(smirnov.outlets) >= 4
    assert corroboration(KURSK, CLAIMS["C0061"], AsOf(TODAY)).roots == ("DeepState Telegram post, 12 Aug",)
    assert corroboration(KURSK, CLAIMS["C0001"], AsOf(TODAY, date(2024, 8, 12))).outlets


def test_credibility_1_needs_a_second_root():
    """The fault names the only root; reliability has no part in it, and 2 to 6 need nothing."""
    graded = GOVERNOR.model_copy(update={"credibility": 1, "reliability": "A"})
    relay = word("r", "Paper A", "independent", "governor's meeting")
    other = word("o", "Institute", "independent", "an assessment")

    def problems(claim: Claim, *others: Claim) -> list[tuple[str, str, str]]:
        return list(grade_problems(claim, Known(CASE.settings, beside=lambda _: (claim, *others))))

    ((field, value, reason),) = problems(graded, relay)
    assert (field, value) == ("credibility", "1")
    assert '"governor\'s meeting"' in reason
    assert problems(graded, relay, other) == []
    assert problems(graded.model_copy(update={"credibility": 2}), relay) == []
    assert "root is not known" in problems(graded.model_copy(update={"root": ""}), other)[0][2]


@given(st.sampled_from(KURSK.claims))
def test_a_claim_is_its_own_first_root(claim: Claim):
    """The first root is the claim's own, and no root is counted twice."""
    roots = independent_roots(claim, KURSK.claims)
    assert roots[0] == (claim.root or claim.id)
    assert len(set(roots)) == len(roots)


def test_a_rewritten_page_is_known():
    """The page of ITV News was rewritten a day later; the new one was not."""
    first, second = KURSK.sources["itv-2024-08-12"], KURSK.sources["itv-2024-08-13"]
    assert rewritten(KURSK, first) == second
    assert rewritten(KURSK, second) is None


@pytest.mark.parametrize(
    ("ident", "hinted"),
    [
        ("C0001", True),  # the governor: 28 settlements lost
        ("C0002", True),  # the governor: 12 km deep
        ("C0004", False),  # people moved
        ("C0009", False),  # the commander-in-chief: 1,000 km² taken
        ("C0013", False),  # computed by an outlet
        ("C0020", False),  # computed by an outlet from the ministry's villages
        ("C0061", False),  # independent
        ("C0081", False),  # Russia: ten retaken
        ("C0095", True),  # the General Staff: 800 km² remain
    ],
)
def test_a_hint_is_a_hint(ident: str, hinted: bool):
    """Conceding ground is pointed at, in words that decide nothing."""
    hint = against_interest(CLAIMS[ident])
    assert (hint is not None) is hinted
    if hint:
        assert hint.startswith("Hint: ")
        assert "does not prove" in hint


def test_conceded_places_are_hinted_at():
    """Russia's side naming a place entered, and Ukraine's side a place lost, concede; denying or claiming does not."""
    events = {event.id: event for event in CASE.control_events}
    assert against_interest(events["e01"]) is None  # the commander claims
    assert against_interest(events["e05"]) is None  # the ministry retakes
    assert against_interest(events["e05"].model_copy(update={"side": events["e01"].side}))
    assert against_interest(events["e01"].model_copy(update={"side": events["e05"].side}))
