"""Bodies of a day: what goes in, what is left out, how it is called, and how it ages."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from shapely.geometry import Point

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_evidence import evidence_on
from geo.analysis.body_words import body_sentence, stale_words
from geo.analysis.reconstruction import reconstruct, reconstructions_on
from geo.errors import SelectionError
from geo.geometry.corridors import farthest_km
from geo.geometry.crs import geodesic_area_km2
from geo.io.case_store import open_case
from geo.model.ages import Ages, AgeState
from geo.model.asof import AsOf
from geo.model.bodies import BodyBasis, BodyKind
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.places import ControlEvent
from geo.reports.layers import layer
from tests.cases import SIDE, day, small_case
from tests.cli import run_cli

SMALL = small_case()
KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
BANDS_OF_ALL = ["inner", "likely", "outer"]


def said(key: str, who: str, about: int, metric: str, value: float, **more: Any) -> Claim:
    """Return a claim of the small case."""
    values = {"modality": "exact", "kind": "total", "basis": "stated", "known_date": day(about)} | more
    return Claim(
        id=key, claimant=who, side=SIDE[who], about_date=day(about), source="s1", metric=metric, value=value, **values
    )


def named(key: str, who: str, about: int, place: str, status: str) -> ControlEvent:
    """Return a word about a place of the small case."""
    return ControlEvent(
        id=key,
        claimant=who,
        side=SIDE[who],
        about_date=day(about),
        known_date=day(about),
        source="s1",
        settlement=place,
        status=status,
    )


def case_of(*records: Claim | ControlEvent) -> Case:
    """Return the small case with these records and no others, and nothing placed."""
    claims = tuple(one for one in records if isinstance(one, Claim))
    events = tuple(one for one in records if isinstance(one, ControlEvent))
    return dataclasses.replace(SMALL, claims=claims, control_events=events, placements=())


def body_of(case: Case, who: str, on: int, known: int | None = None) -> Body | None:
    """Return a claimant's or a side's body on a day."""
    as_of = AsOf(day(on), None if known is None else day(known))
    return next((body for body in bodies_on(case, as_of) if who in (body.evidence.who, body.id)), None)


def made(case: Case, who: str, on: int, known: int | None = None) -> Body:
    """Return a body that must be there."""
    body = body_of(case, who, on, known)
    assert body is not None
    return body


DEPTH = said("d", "Commander", 6, "depth_km", 20)
WIDTH = said("w", "Commander", 6, "width_km", 30)
AREA = said("a", "Commander", 6, "area_km2", 500)
SUDZHA = named("p", "Commander", 6, "p1", "claimed")


def test_nothing_said_makes_no_body():
    """Without claims, and before anything was claimed or known, there is no body and no row of the layer."""
    assert bodies_on(case_of(), AsOf(day(6))) == []
    assert bodies_on(SMALL, AsOf(date(2024, 8, 1))) == []
    assert body_of(case_of(AREA, SUDZHA), "Commander", 6, known=5) is None
    assert layer(case_of(), "bodies", AsOf(day(6))).empty


@pytest.mark.parametrize("alone", [DEPTH, WIDTH])
def test_a_depth_or_a_width_alone_makes_no_body(alone: Claim):
    """One of them says nothing of ground; a depth keeps its line."""
    assert body_of(case_of(alone), "Commander", 6) is None


def test_a_depth_and_a_width_are_todays_reconstruction():
    """A body of a placed depth and width is stated, and its bands are the reconstruction's, for claimant and side."""
    drawn = next(item for item in reconstructions_on(reconstruct(SMALL)[0], AsOf(day(6))) if item.outer is not None)
    for who in ("Governor", "side-russia"):
        body = made(SMALL, who, 6)
        assert (body.shape.basis, body.shape.kind) == (BodyBasis.STATED, BodyKind.DEPTH_WIDTH)
        assert body.shape.ground is not None
        assert (body.shape.ground.inner, body.shape.ground.likely, body.shape.ground.outer) == (
            drawn.inner,
            drawn.likely,
            drawn.outer,
        )
        assert body.shape.ground.areas_km2 == drawn.areas_km2


def test_two_of_three_give_the_third_and_the_sentence_says_how():
    """A depth with an area gives a width in both readings, a width with an area a depth; likely has the area."""
    body = made(case_of(DEPTH, AREA, SUDZHA), "Commander", 6)
    assert (body.shape.kind, body.shape.basis) == (BodyKind.DEPTH_AREA, BodyBasis.IMPLIED)
    assert body.shape.ground is not None
    assert body.shape.chord_km is not None
    assert geodesic_area_km2(body.shape.ground.likely) == pytest.approx(500, rel=0.01)
    low, high = body.shape.chord_km
    assert f"500 km² at 20 km deep needs {low:.0f} to {high:.0f} km of border, straight" in body_sentence(body)
    assert "along the border. Grown around Sudzha, no deeper than that." in body_sentence(body)
    body = made(case_of(WIDTH, AREA, SUDZHA), "Commander", 6)
    assert body.shape.kind is BodyKind.WIDTH_AREA
    assert body.shape.ground is not None
    assert geodesic_area_km2(body.shape.ground.likely) == pytest.approx(500, rel=0.01)
    assert "km of depth" in body_sentence(body)


def test_an_area_with_a_depth_is_grown_around_the_places_and_no_deeper():
    """Every place is in every band, nothing is deeper than claimed, and what stays shallower than claimed says so."""
    body = made(case_of(said("d", "Commander", 6, "depth_km", 12), AREA, SUDZHA), "Commander", 6)
    assert body.shape.ground is not None
    for band in (body.shape.ground.inner, body.shape.ground.likely, body.shape.ground.outer):
        assert band.covers(Point(35.271, 51.191))
        assert farthest_km(SMALL.border, band) <= 12.05
    assert "likely ground reaches" not in body_sentence(body)
    deep = made(case_of(said("d", "Commander", 6, "depth_km", 35), AREA, SUDZHA), "Commander", 6)
    assert deep.shape.ground is not None
    reached = farthest_km(SMALL.border, deep.shape.ground.likely)
    assert reached < 35
    assert f"The likely ground reaches {reached:.0f} km from the border" in body_sentence(deep)
    assert farthest_km(SMALL.border, deep.shape.ground.outer) == pytest.approx(35, abs=1)


def test_a_distant_name_does_not_draw_the_ground_to_itself():
    """Of three places the one that stands apart gets its corridor: the ground around the others stays where it was."""
    near = (SUDZHA, named("p2", "Commander", 6, "p2", "claimed"))
    alone = made(case_of(AREA, *near), "Commander", 6).shape.ground
    assert alone is not None
    case = case_of(AREA, *near, named("p3", "Commander", 6, "p3", "claimed"))
    moved = dataclasses.replace(
        case,
        settlements={**case.settlements, "p3": case.settlements["p3"].model_copy(update={"lon": 34.4, "lat": 51.33})},
    )
    with_far = made(moved, "Commander", 6).shape.ground
    assert with_far is not None
    shared = with_far.likely.intersection(alone.likely).area / alone.likely.area
    assert shared > 0.97


def test_a_depth_and_a_width_that_nobody_placed_are_a_body_around_places_or_nowhere():
    """Around the places named as held it is laid there, and implied; without a place it is said to be nowhere."""
    body = made(case_of(DEPTH, WIDTH, SUDZHA), "Commander", 6)
    assert (body.shape.kind, body.shape.basis) == (BodyKind.DEPTH_WIDTH, BodyBasis.IMPLIED)
    assert "laid around Sudzha" in body_sentence(body)
    body = made(case_of(DEPTH, WIDTH), "Commander", 6)
    assert body.shape.bands == {}
    assert "nobody says where" in body_sentence(body)


def test_of_three_figures_the_oldest_is_left_out_and_named():
    """Depth and width of one day come before its area; an older width gives way to a newer area."""
    body = made(case_of(DEPTH, WIDTH, AREA, SUDZHA), "Commander", 6)
    assert body.shape.kind is BodyKind.DEPTH_WIDTH
    assert "Not taken: 500 km²" in body_sentence(body)
    later = said("a2", "Commander", 8, "area_km2", 600), said("d2", "Commander", 8, "depth_km", 25)
    body = made(case_of(*later, WIDTH, SUDZHA), "Commander", 8)
    assert body.shape.kind is BodyKind.DEPTH_AREA
    assert "Not taken: 30 km wide" in body_sentence(body)


def test_an_area_alone_lies_around_the_places_or_nowhere():
    """With a place named as held it is ground around it; without one a disk to scale, and no row of the layer."""
    body = made(case_of(AREA, SUDZHA), "Commander", 6)
    assert body.shape.kind is BodyKind.AREA_PLACES
    assert body.shape.bands["likely"][1] == pytest.approx(500, rel=0.01)
    nowhere = case_of(AREA)
    body = made(nowhere, "Commander", 6)
    assert (body.shape.kind, body.shape.bands) == (BodyKind.AREA, {})
    assert body.shape.swatch_km == pytest.approx((500 / 3.14159265) ** 0.5, rel=1e-6)
    assert layer(nowhere, "bodies", AsOf(day(6))).empty


def test_places_alone_have_an_inner_band_only():
    """Named places give the narrowest ground to the border, and the sentence calls it that."""
    body = made(case_of(SUDZHA), "Commander", 6)
    assert list(body.shape.bands) == ["inner"]
    assert "only the narrowest ground that joins Sudzha to the border" in body_sentence(body)


@pytest.mark.parametrize("status", ["lost", "denied"])
def test_a_place_that_the_same_side_calls_lost_is_not_held(status: str):
    """A later loss counts from the same side, whoever says it, and not from the other one; contested is not held."""
    commander = named("x", "Commander", 8, "p1", status)
    ministry = named("x", "Ministry", 8, "p1", status)
    assert body_of(case_of(SUDZHA, commander), "Commander", 8) is None
    assert body_of(case_of(SUDZHA, commander), "Commander", 7) is not None
    assert body_of(case_of(SUDZHA, ministry), "Commander", 8) is not None
    assert body_of(case_of(named("c", "Commander", 6, "p1", "contested")), "Commander", 6) is None
    governor = named("g", "Governor", 6, "p1", "claimed")
    assert body_of(case_of(governor, ministry), "Governor", 8) is None
    assert body_of(case_of(governor, ministry), "side-russia", 8) is None


def test_a_place_without_coordinates_is_named_as_left_out():
    """A place that is nowhere on the map is no ground; the evidence says that it was not taken."""
    case = case_of(AREA, named("n", "Commander", 6, "p6", "claimed"))
    body = made(case, "Commander", 6)
    assert body.shape.kind is BodyKind.AREA
    lines = [one.sentence for one in body.evidence.left_out]
    assert any("Nowhere" in line and "coordinates" in line for line in lines)


def test_what_remains_counts_where_it_is_as_late_as_the_total():
    """The area is the net one: remaining wins on its own day and later, a later total wins again."""
    total, rest = (
        said("t", "Commander", 6, "area_km2", 900),
        said("r", "Commander", 6, "area_km2", 300, kind="remaining"),
    )
    again = said("t2", "Commander", 9, "area_km2", 950)
    case = case_of(total, rest, again, SUDZHA)
    assert made(case, "Commander", 6).shape.bands["likely"][1] == pytest.approx(300, rel=0.01)
    assert made(case, "Commander", 9).shape.bands["likely"][1] == pytest.approx(950, rel=0.01)


def test_figures_of_other_things_are_no_body():
    """Additions, parts and what was retaken, and figures about one zone, make no body."""
    more = said("m", "Commander", 6, "area_km2", 40, kind="additional")
    back = said("b", "Commander", 6, "area_km2", 50, kind="retaken")
    zone = said("z", "Commander", 6, "area_km2", 60, zone="z1")
    assert bodies_on(case_of(more, back, zone), AsOf(day(6))) == []


def test_an_area_that_fits_no_width_says_so_and_is_tried_without_the_depth():
    """Nothing is clamped: the sentence says what does not fit, and that the depth was not taken."""
    tiny = said("t", "Commander", 6, "area_km2", 4)
    far = case_of(said("d", "Commander", 6, "depth_km", 60), tiny, SUDZHA)
    words = body_sentence(made(far, "Commander", 6))
    assert "4 km² is too small for 60 km deep" in words
    assert "Not taken: 60 km deep" in words


def test_figures_far_apart_in_time_are_not_joined():
    """A depth that is older than the area by more than `doubtful` days stays out, and is named."""
    late = said("late", "Commander", 40, "area_km2", 500)
    body = made(case_of(DEPTH, late, SUDZHA), "Commander", 40)
    assert body.shape.kind is BodyKind.AREA_PLACES
    lines = [one.sentence for one in body.evidence.left_out]
    assert any("20 km deep" in line and "34 days older" in line for line in lines)


def test_a_body_fades_is_doubtful_and_ends_by_the_cases_table():
    """Fresh, faded, doubtful, gone: on the day after each age of the case, in words from `fades` on."""
    case = case_of(AREA, SUDZHA)
    ages = Ages(fades=3, doubtful=10, ended=20)
    case = dataclasses.replace(case, settings=case.settings.model_copy(update={"ages": ages}))
    expected = {9: (AgeState.FRESH, ""), 10: (AgeState.FADED, "4 days old"), 17: (AgeState.DOUBTFUL, "Doubtful")}
    for on, (state, words) in expected.items():
        body = made(case, "Commander", on)
        assert body.state is state
        assert words in stale_words(case, body)
    assert stale_words(case, made(case, "Commander", 9)) == ""
    assert body_of(case, "Commander", 26) is not None
    assert body_of(case, "Commander", 27) is None


def test_a_depth_line_leaves_by_the_same_table():
    """The days of a bare depth line are `fades` of the case."""
    settings = SMALL.settings.model_copy(update={"ages": Ages(fades=2)})
    case = dataclasses.replace(SMALL, settings=settings)
    assert len(layer(case, "reach", AsOf(day(11)))) == 1
    assert layer(case, "reach", AsOf(day(12))).empty


@pytest.mark.parametrize("wrong", [{"fades": 31}, {"ended": 366}, {"doubtful": -1}, {"ended": 29}])
def test_a_table_of_ages_out_of_order_is_refused(wrong: dict[str, int]):
    """No age may be above the next, and nothing is in effect for more than a year."""
    with pytest.raises(ValidationError):
        Ages(**wrong)


def test_a_side_joins_what_its_claimants_say_and_independents_are_no_side():
    """A side's body takes depth of one and area of another and names both; there is none of the independents."""
    case = case_of(
        said("d", "Governor", 6, "depth_km", 20),
        said("a", "Ministry", 6, "area_km2", 500),
        named("p", "Ministry", 6, "p1", "claimed"),
        said("o", "Observer", 6, "area_km2", 480),
    )
    body = made(case, "side-russia", 6)
    assert body.shape.kind is BodyKind.DEPTH_AREA
    assert {"Governor", "Ministry"} == {piece.claimant for piece in body.shape.used}
    assert "(Ministry)" in body_sentence(body)
    assert [one.id for one in evidence_on(case, AsOf(day(6))) if one.of_side] == ["side-russia"]


@pytest.mark.parametrize("on", [date(2024, 8, 12), date(2024, 8, 20), date(2024, 11, 23), date(2024, 12, 31)])
def test_bodies_of_the_shipped_case_say_what_they_are(on: date):
    """Every body has ids of its records, a sentence, bands of the likely area; old ones say so; rows match bodies."""
    found = bodies_on(KURSK, AsOf(on))
    assert len({body.id for body in found}) == len(found)
    for body in found:
        assert body.ids
        assert body.shape.used
        assert all(piece.about_date <= on for piece in body.shape.used)
        old = body.oldest.age_days > KURSK.settings.ages.doubtful or body.state is not AgeState.FRESH
        assert bool(stale_words(KURSK, body)) == old
        areas = [area_km2 for _, area_km2 in body.shape.bands.values()]
        assert areas == sorted(areas)
    frame = layer(KURSK, "bodies", AsOf(on))
    assert len(frame) == sum(len(body.shape.bands) for body in found)


def test_the_twentieth_of_august_needs_so_much_border():
    """1,263 km² at 28–35 km deep: an interval of the border in both readings, and ground of 1,263 km²."""
    body = next(one for one in bodies_on(KURSK, AsOf(date(2024, 8, 20))) if one.evidence.who == "Oleksandr Syrskyi")
    assert body.shape.kind is BodyKind.DEPTH_AREA
    assert list(body.shape.bands) == BANDS_OF_ALL
    assert geodesic_area_km2(body.shape.bands["likely"][0]) == pytest.approx(1263, rel=0.01)
    assert body.shape.chord_km is not None
    assert body.shape.along_km is not None
    assert body.shape.chord_km[1] < body.shape.along_km[1]


def test_a_day_outside_the_case_is_refused():
    """A body is asked of a day of the case."""
    with pytest.raises(SelectionError, match="this case runs from"):
        bodies_on(SMALL, AsOf(date(2020, 1, 1)))


def test_the_command_prints_the_bodies():
    """Text names who, how and from what; JSON has the same figures."""
    done = run_cli("bodies", "kursk-2024", "--on", "2024-11-23")
    assert "800 km², remaining" in done.stdout, done.stderr
    assert "from about 800 km², remaining" in done.stdout
    done = run_cli("bodies", "kursk-2024", "--on", "2024-08-07", "--known", "2024-08-08", "--json")
    found = {one["who"]: one for one in json.loads(done.stdout)}
    assert found["Russian insider source (via ISW)"]["swatch_radius_km"] == pytest.approx(3.8)
    assert run_cli("bodies", "kursk-2024", "--on", "2020-01-01").returncode == 2
