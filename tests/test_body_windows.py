"""What the map draws of bodies: every pair of days is covered as production says, and nothing old is ever filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import shapely

from geo.analysis.bodies import bodies_on
from geo.analysis.body_shapes import DrawnShapes, code_digest, drawn_ground
from geo.analysis.body_windows import Window, find_bodies, standing_bodies
from geo.analysis.body_words import age_notice
from geo.geometry.bands import build_advance
from geo.geometry.implied import ground_of
from geo.io.case_store import open_case, read_shapes
from geo.model.ages import AgeState
from geo.model.asof import AsOf
from geo.model.bodies import BodyBasis
from geo.model.case import Case
from geo.reports.view import View
from tests.cases import day
from tests.publish_cases import public_case

DATA = Path(__file__).parent.parent / "data"
KURSK = open_case("kursk-2024")
DAYS = [date(2024, 8, 20), date(2024, 8, 31), date(2024, 9, 30), date(2024, 12, 31)]


def holds(window: Window, on: date, known: date | None) -> bool:
    """Say whether a window holds a pair of days."""
    if known is None:
        return window.first <= on <= window.last and window.known_last is None
    return window.first <= on <= window.last and window.known_first <= known <= (window.known_last or known)


@pytest.mark.parametrize("case", [public_case(), KURSK], ids=["small", "kursk"])
def test_windows_are_disjoint_and_say_what_each_day_says(case: Case):
    """On any pair of days the windows hold exactly the bodies that `bodies_on` finds, of the same records."""
    standing = standing_bodies(case)
    shapes = DrawnShapes(case)
    span = (case.last_date - case.first_date).days
    for n in range(0, span + 1, 7):
        on = case.first_date + timedelta(n)
        for known in (None, on, min(on + timedelta(3), case.last_date)):
            held = [one.body for one in standing for window in one.windows if holds(window, on, known)]
            found = bodies_on(case, AsOf(on, known), shapes)
            assert [(one.id, one.ids) for one in held] == [(one.id, one.ids) for one in found], (on, known)


def test_what_is_drawn_is_what_was_found():
    """Thinned bands stay within one another, keep their measured areas, and stray by few metres from the exact ones."""
    case = public_case()
    exact = ground_of(build_advance(case.border, 12, case.border.section(35.1, 51.2, 40)))
    thin = drawn_ground(exact)
    assert thin.areas_km2 == exact.areas_km2
    for fine, coarse in ((exact.inner, thin.inner), (exact.likely, thin.likely), (exact.outer, thin.outer)):
        off = case.border.metric.to_metric(fine.symmetric_difference(coarse.buffer(0))).area / 1e6
        assert off < 0.01 * exact.areas_km2[2]
        assert shapely.get_num_coordinates(coarse) < shapely.get_num_coordinates(fine)
    for within, around in ((thin.inner, thin.likely), (thin.likely, thin.outer)):
        assert within.buffer(0).difference(around.buffer(1e-5)).area < 1e-9


def test_the_shapes_that_are_kept_are_of_this_code_and_case():
    """Whoever changes the geometry or the claims runs `python -m geo shapes`; else the document takes a minute."""
    for folder in sorted(path for path in DATA.iterdir() if (path / "case.toml").exists()):
        kept = read_shapes(folder)
        assert kept.get("code") == code_digest(), f"run: python -m geo shapes --case {folder.name}"
        shapes = DrawnShapes(open_case(folder))
        find_bodies(shapes.case, shapes)
        assert sorted(shapes.made) == sorted(kept["shapes"]), f"run: python -m geo shapes --case {folder.name}"


def test_a_kept_shape_is_what_is_made_anew():
    """Of the quickest kind, one is made again without what was kept and is the same, so that nothing depends on it."""
    bare = replace(KURSK, shapes={})
    found = {
        one.id: one for one in bodies_on(KURSK, AsOf(date(2024, 8, 12)), DrawnShapes(KURSK)) if one.id == "side-ukraine"
    }
    again = {
        one.id: one for one in bodies_on(bare, AsOf(date(2024, 8, 12)), DrawnShapes(bare)) if one.id == "side-ukraine"
    }
    for ident, body in found.items():
        for band, (ground, area_km2) in body.shape.bands.items():
            other, other_km2 = again[ident].shape.bands[band]
            assert ground.equals(other)
            assert area_km2 == other_km2


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_on_each_day_a_side_has_a_current_body_or_words_say_what_is_old(on: date):
    """Fresh ground stands on the day, or the map says how old its newest shape is."""
    view, ages = View(on), KURSK.settings.ages
    shown = [body for body in bodies_on(KURSK, view.as_of, KURSK.derived(DrawnShapes)) if view.shows_body(body)]
    days = [body.figures_age_days for body in shown if body.shape.bands]
    assert days
    assert (min(days) <= ages.fades) != bool(age_notice(ages, days))


def test_the_stated_ground_of_a_claim_is_drawn_once():
    """What a placement draws as bands and what a body states are one shape, by the placement's id."""
    found = [one.body for one in standing_bodies(public_case()) if one.body.shape.basis is BodyBasis.STATED]
    assert {body.shape.placement.id for body in found if body.shape.placement} == {"a1"}
    assert all(body.shape.placement for body in found)


def test_a_body_that_a_hidden_claimant_goes_into_is_not_shown():
    """Without one's word nobody worked the rest out, so nothing is drawn that was never claimed."""
    case = public_case()
    (body,) = [one for one in bodies_on(case, AsOf(day(9))) if one.id == "side-russia"]
    assert View(day(9)).shows_body(body)
    assert not View(day(9), hidden=frozenset({"Governor"})).shows_body(body)
    assert not View(day(9), bodies="claimants").shows_body(body)
    assert body.state is AgeState.FRESH
