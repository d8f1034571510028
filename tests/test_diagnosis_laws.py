"""Laws of the diagnosis: no true world is accused, no order of rows matters, what agrees accuses nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.truth.breaks import Break
from benchmarks.truth.facts import Grounds
from benchmarks.truth.families import FAMILIES, true_world
from benchmarks.truth.kinds import KINDS, attempts
from benchmarks.truth.land import Land
from benchmarks.truth.rows import World, case_of
from geo.consistency.engine import Checker
from geo.consistency.hypotheses import BY_NAME, READINGS, SLIPS, evidence_bits
from geo.consistency.relations_of_day import relations_of
from geo.consistency.statements import view_day
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.validation.bounds import plausibility_bounds
from tests.ledger import case_of as small_case_of
from tests.ledger import claim, faults

FEW = settings(deadline=None, max_examples=4)
TWISTS = ("turned", "axes", "rounding", "lost", "announced")


@pytest.fixture(scope="module")
def grounds() -> Grounds:
    """Return a few grounds on the real border."""
    return Grounds(Land(), count=3)


def said_of(case: Case, day: date) -> list[Verdict]:
    """Return what is said of a day of a case that nobody has looked at before."""
    return Checker(case).verdicts_on(AsOf(day))


def told(verdicts: list[Verdict]) -> set[tuple[object, ...]]:
    """Return what verdicts say, whatever their order."""
    return {(v.kind, v.rule, v.hypothesis, frozenset(v.claims), frozenset(v.blamed)) for v in verdicts}


@given(number=st.integers(0, 10_000), family=st.sampled_from([*TWISTS, "plain", "plain"]))
@FEW
def test_no_true_world_is_accused(grounds: Grounds, number: int, family: str):
    """What is said honestly of one ground is never called impossible or an error, on any of its days."""
    world = true_world(grounds, family, number)
    case = case_of(world)
    assert [v for day in world.days for v in faults(said_of(case, day))] == []


def test_every_harder_family_is_known() -> None:
    """The families that the law draws from are families of the bench."""
    assert set(TWISTS) < set(FAMILIES)


def broken(grounds: Grounds, kind: Break) -> World:
    """Return a world broken in one way."""
    return next(one.broken.world for one in attempts(kind, grounds, 1) if one.broken is not None)


@pytest.mark.parametrize("name", ["area: square miles printed as km²", "people_moved: thousands added"])
def test_the_order_of_rows_does_not_matter(grounds: Grounds, name: str):
    """Turned and interleaved rows draw the very verdicts, slips included."""
    world = broken(grounds, next(kind for kind in KINDS if kind.name == name))
    case = case_of(world)
    day = world.days[-1]
    for turned in (case.claims[::-1], (*case.claims[1::2], *case.claims[::2])):
        assert told(said_of(replace(case, claims=turned), day)) == told(said_of(case, day))


@given(number=st.integers(0, 10_000), pick=st.integers(0, 100))
@FEW
def test_a_repeat_accuses_nobody(grounds: Grounds, number: int, pick: int):
    """Another outlet with the very figure of a true world's statement changes no verdict into an accusation."""
    world = true_world(grounds, "plain", number)
    case = case_of(world)
    today = [one for one in case.claims if one.about_date == world.days[-1]]
    if not today:
        return
    first = today[pick % len(today)]
    repeat = first.model_copy(update={"id": "again", "claimant": "A paper", "side": "independent", "source": "s2"})
    assert faults(said_of(replace(case, claims=(*case.claims, repeat)), world.days[-1])) == []


@pytest.mark.parametrize("factor", [0.001, 1000])
@given(people=st.integers(101, 899))
@FEW
def test_a_thousandfold_of_a_known_figure_is_always_named(factor: float, people: int):
    """Whatever the figure, its thousandfold and its thousandth by another outlet are called what they are."""
    right = claim("Governor", "people_moved", people * 1000)
    wrong = claim("Paper (after the Governor)", "people_moved", people * 1000 * factor, root="")
    found = faults(Checker(small_case_of(right, wrong)).verdicts_on(AsOf(right.about_date)))
    assert [v.hypothesis for v in found] == ["thousand-lost" if factor < 1 else "thousand-added"]
    assert right.id not in found[0].blamed


def test_relations_grow_with_the_places_and_not_with_their_square():
    """Twice the districts have twice the relations: figures of one district are bound to each other and the oblast."""

    def count(districts: int) -> int:
        claims = [
            claim("Governor", metric, value, place=f"Place {n}")
            for n in range(districts)
            for metric, value in (("people_moved", 100), ("people_planned", 200), ("settlements", 2))
        ]
        case = small_case_of(*claims)
        view = view_day(case, AsOf(claims[0].about_date))
        return sum(1 for _ in relations_of(view, view.parts, Checker(case).bands, plausibility_bounds(case)))

    assert count(40) <= 2.2 * count(20)


def test_the_table_of_hypotheses_is_one_table():
    """Every hypothesis has its own name, a cost, and words; what is met sharply says more than what is met loosely."""
    assert len(BY_NAME) == len(SLIPS) + len(READINGS)
    assert all(one.bits > 0 and one.words for one in BY_NAME.values())
    assert min(one.bits for one in SLIPS) > max(one.bits for one in READINGS)
    assert evidence_bits(386, 0.5) > evidence_bits(16, 0.5) > 0


def test_every_accusation_names_its_hypothesis(grounds: Grounds):
    """What can't stand has an explanation for programs, and it stands in the table."""
    for kind in KINDS[:6]:
        world = broken(grounds, kind)
        for verdict in said_of(case_of(world), world.days[-1]):
            if verdict.is_fault:
                assert verdict.hypothesis in BY_NAME, verdict
            assert set(verdict.blamed) <= set(verdict.claims)
            assert verdict.kind is not VerdictKind.CONSISTENT or not verdict.blamed
