"""The bench of the verdicts measures and judges rightly: its ground, its honest words, its oracle; not the engine."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.ops import nearest_points

from benchmarks.truth.breaks import Break, Broken, digit_dropped, swapped, without_comma
from benchmarks.truth.facts import Grounds
from benchmarks.truth.families import FAMILIES, true_world
from benchmarks.truth.folders import write_folder
from benchmarks.truth.judging import Heard, blames_true, heard, judge, matches
from benchmarks.truth.kinds import KINDS, attempts, detectable
from benchmarks.truth.land import Land, seeded
from benchmarks.truth.oracle import contradictions
from benchmarks.truth.rows import Said, World, case_of
from benchmarks.truth.telling import MODALITIES, span, told
from benchmarks.verdicts_truth import family_counts
from geo.consistency.engine import verdicts_on
from geo.consistency.verdict import Verdict, VerdictKind
from geo.io.case_store import open_case
from geo.model.asof import AsOf

GEOD = Geod(ellps="WGS84")
DAY = date(2024, 8, 20)
METRICS = ("area_km2", "depth_km", "people_moved", "settlements", "civilians_wounded")


@pytest.fixture(scope="module")
def land() -> Land:
    """Return the land, made once."""
    return Land()


@pytest.fixture(scope="module")
def grounds(land: Land) -> Grounds:
    """Return a few grounds on it."""
    return Grounds(land, count=4)


def said(ident: str, metric: str, value: float, **more: object) -> Said:
    """Return an exact claim about the day."""
    row = Said(ident, DAY, date(2024, 8, 21), "Governor", "russia", metric, "exact", value)
    return replace(row, **more)  # type: ignore[arg-type]


def laws(land: Land, *rows: Said) -> set[str]:
    """Return the laws that a world of these rows breaks."""
    return {found.law for found in contradictions(World("w", "w", (DAY,), rows), land)}


def test_areas_and_depths_are_those_of_the_ellipsoid(grounds: Grounds, land: Land) -> None:
    """Area to a thousandth; the deepest point lies as far from the border as the geodesic says, to five thousandths."""
    ground = grounds.draw(seeded("1"))[0]
    lonlat = [land.degrees(shapely.Point(*xy)) for xy in shapely.get_coordinates(ground.shape.exterior)]
    assert abs(GEOD.polygon_area_perimeter(*zip(*lonlat, strict=True))[0]) / 1e6 == pytest.approx(
        ground.area_km2, rel=1e-3
    )
    deepest = max(shapely.points(shapely.get_coordinates(ground.shape.segmentize(250))), key=land.in_km)
    foot = nearest_points(land.border, deepest)[0]
    metres = GEOD.inv(*land.degrees(deepest), *land.degrees(foot))[2]
    assert metres / 1e3 == pytest.approx(land.in_km(deepest), rel=5e-3)
    assert ground.depth_km >= metres / 1e3 * 0.99


def test_what_was_before_lies_within_what_is(grounds: Grounds) -> None:
    """Each earlier stage is no deeper, no larger, and holds no village that the later one lacks."""
    stages = grounds.draw(seeded("2"))
    for later, earlier in pairwise(stages):
        assert earlier.depth_km <= later.depth_km + 0.1
        assert earlier.area_km2 <= later.area_km2
        assert set(earlier.villages) <= set(later.villages)


def test_no_room_is_smaller_than_the_ground_that_is_there(grounds: Grounds, land: Land) -> None:
    """The room that the oracle gives a depth and a width holds every ground of that depth and width."""
    for number in range(4):
        for ground in grounds.draw(seeded(str(number))):
            assert ground.area_km2 <= land.room_km2(math.ceil(ground.depth_km), 2 * math.ceil(ground.width_km / 2))


@given(st.sampled_from(METRICS), st.integers(1, 200_000), st.sampled_from(MODALITIES), st.integers(0, 99))
def test_an_honest_figure_allows_the_truth(metric: str, true: int, modality: str, seed: int) -> None:
    """However a true quantity is said honestly, what is said allows it."""
    figure = told(metric, true, seeded(str(seed)), modality)
    low, high = span(figure.modality, figure.value, figure.high, metric)
    assert low <= true * (1 + 1e-9) <= high * (1 + 2e-9)


@pytest.mark.parametrize("family", FAMILIES)
def test_true_worlds_break_no_law(family: str, grounds: Grounds, land: Land) -> None:
    """The oracle finds nothing in what was told honestly, however much is told; the ledger takes every row."""
    for number in range(6):
        world = true_world(grounds, family, number, rich=number % 2 == 0)
        assert not list(contradictions(world, land))
        assert not case_of(world).faults
        assert world == true_world(grounds, family, number, rich=number % 2 == 0)


def test_each_law_is_broken_by_hand(land: Land) -> None:
    """One pair of rows for each law: what breaks it is found, and what just keeps it is not."""
    root = {"root": "R"}
    broken = {
        "same-thing": (said("a", "area_km2", 1000), said("b", "area_km2", 386)),
        "grows": (said("a", "people_moved", 121_000), said("b", "people_moved", 90_000, about=date(2024, 8, 21))),
        "children": (said("a", "civilians_wounded", 12), said("b", "children_wounded", 40, kind="subset")),
        "moved-above-plan": (said("a", "people_moved", 230_000), said("b", "people_planned", 180_000)),
        "retaken": (said("a", "settlements", 100), said("b", "settlements", 300, kind="retaken")),
        "scale": (said("a", "people_moved", 121_000_000),),
        "thin": (said("a", "depth_km", 150), said("b", "area_km2", 45)),
        "room": (said("a", "depth_km", 6, **root), said("b", "width_km", 20, **root), said("c", "area_km2", 1900)),
        "dense": (said("a", "settlements", 920), said("b", "area_km2", 1000)),
        "known-early": (said("a", "area_km2", 1000, known=date(2024, 8, 18)),),
        "increment": (said("a", "area_km2", 1000), said("b", "area_km2", 1300, kind="additional")),
    }
    kept = {
        "same-thing": (said("a", "area_km2", 1000), said("b", "area_km2", 950, modality="at_least")),
        "grows": (said("a", "people_moved", 121_000), said("b", "people_moved", 122_000, about=date(2024, 8, 21))),
        "children": (said("a", "civilians_wounded", 40), said("b", "children_wounded", 40, kind="subset")),
        "room": (said("a", "depth_km", 12, **root), said("b", "width_km", 40, **root), said("c", "area_km2", 1000)),
        "retaken": (said("a", "settlements", 100), said("b", "settlements", 60, kind="retaken")),
    }
    assert not {law for law, rows in broken.items() if law not in laws(land, *rows)}
    assert not {law for law, rows in kept.items() if laws(land, *rows)}


@pytest.mark.parametrize("kind", seeded("kinds").sample(KINDS, 24), ids=lambda kind: kind.name)
def test_a_break_is_of_false_rows_alone(kind: Break, grounds: Grounds, land: Land) -> None:
    """What a kind calls false is in the broken world; the world before was true, and nothing is both true and false."""
    for attempt in attempts(kind, grounds, 1):
        if attempt.broken is None:
            continue
        false = set(attempt.broken.false)
        world = attempt.broken.world
        assert false <= {row.id for row in (*world.said, *world.named, *world.ordered)}
        assert not false & set(attempt.broken.true)
        assert attempt.detectable == detectable(kind, attempt.broken, land)
        assert not list(contradictions(attempt.true, land))


def test_there_are_seventy_kinds_and_every_name_is_used_once() -> None:
    """The issue asks for at least seventy kinds."""
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 70


def test_slips_of_a_printer() -> None:
    """Digits change over, fall out, lose their comma; a figure to which that can't happen has none."""
    assert (swapped(1263), swapped(33), digit_dropped(1263), digit_dropped(12)) == (2163, None, 163, None)
    assert (without_comma(12.5), without_comma(12)) == (125, None)


def verdict(kind: VerdictKind, claims: tuple[str, ...], mistake: str = "", blamed: tuple[str, ...] = ()) -> Verdict:
    """Return a verdict on some claims; `blamed` are those that it calls wrong, where the record has such a field."""
    made = Verdict(kind, "some-rule", "A reason.", "", {}, claims, (DAY,), mistake)
    return replace(made, blamed=blamed) if hasattr(made, "blamed") else made


def test_judging_tells_caught_from_told_and_the_right_reason_from_another() -> None:
    """An "only if" is told and not caught; a likely error is; its reason is right where it names the slip."""
    world = World("w", "w", (DAY,), (said("a", "people_moved", 121_000), said("x", "people_moved", 121)))
    kind = Break("thousands", ("thousands",), lambda *_: None)
    broken = Broken(world, ("x",), ("a",))
    silent = Heard((), frozenset())
    only_if = judge(kind, broken, silent, Heard((verdict(VerdictKind.ONLY_IF, ("a", "x")),), frozenset()))
    assert (only_if.told, only_if.caught, only_if.reasoned) == (True, False, False)
    error = verdict(VerdictKind.LIKELY_ERROR, ("x", "a"), "its thousands are lost")
    found = judge(kind, broken, silent, Heard((error,), frozenset()))
    assert (found.caught, found.reasoned, found.blamed_true) == (True, True, False)
    assert judge(kind, broken, Heard((error,), frozenset()), Heard((error,), frozenset())).caught is False
    assert not matches(error, ("product",))


def test_a_true_figure_that_is_blamed_is_seen() -> None:
    """An accusation of true rows alone, or words that say the true figure was printed for the false one, is blame."""
    world = World("w", "w", (DAY,), (said("a", "people_moved", 121_000), said("x", "people_moved", 121_000_000)))
    broken = Broken(world, ("x",), ("a",))
    assert blames_true(verdict(VerdictKind.INCONSISTENT, ("a", "b")), broken)
    wrong = "121,000 is printed for 121,000,000"
    assert blames_true(verdict(VerdictKind.LIKELY_ERROR, ("a", "x"), wrong), broken)
    right = "121,000,000 is printed for 121,000"
    assert not blames_true(verdict(VerdictKind.LIKELY_ERROR, ("a", "x"), right), broken)


def test_a_world_in_a_folder_is_judged_as_the_same_world(grounds: Grounds, tmp_path: Path) -> None:
    """What the bench hears of a world is what a user hears of its folder: verdicts and refused rows.

    The sentence on refused rows names the row of a file, which a world in memory has not.
    """
    world = true_world(grounds, "lost", 3, rich=True)
    early = replace(world.said[0], id="x1", known=date(2024, 8, 1))
    for number, one in enumerate((world, world.with_said(early))):
        case = open_case(write_folder(one, tmp_path / str(number)))
        said_there = tuple(v for day in one.days for v in verdicts_on(case, AsOf(day)))
        of_figures, here = (
            [v for v in said if v.rule != "rows-left-out"] for said in (said_there, heard(one).verdicts)
        )
        assert of_figures == here
        assert len(said_there) == len(heard(one).verdicts)
        assert len(case.faults) == len(case_of(one).faults) == number


def test_half_of_the_true_worlds_are_plain() -> None:
    """The families share the other half, and none is left out."""
    counts = family_counts(1000)
    assert sum(counts.values()) == 1000
    assert counts["plain"] == 500
    assert min(counts.values()) >= 35
