"""The table of ages: its steps, and that everything which is drawn or compared reads the one table."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from geo.analysis.place_status import status_spans
from geo.consistency.engine import Checker
from geo.consistency.statements import view_day
from geo.export.method import method_markdown
from geo.model.ages import Ages, AgeState
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.fronts import FrontState, front_on
from geo.reports.layers import layer
from tests.cases import day, small_case
from tests.tracks import fronts_case, two_tracks

ROOT = Path(__file__).parent.parent
SAID = date(2024, 8, 12)


@st.composite
def tables(draw: st.DrawFn) -> Ages:
    """Make a table whose numbers are in order."""
    beside, fades, doubtful, ended = sorted(draw(st.lists(st.integers(1, 40), min_size=4, max_size=4)))
    return Ages(beside=beside, fades=fades, doubtful=doubtful, ended=ended)


def with_ages(case: Case, **days: int) -> Case:
    """Return a case with another table."""
    return replace(case, settings=case.settings.model_copy(update={"ages": Ages(**days)}))


@given(tables(), st.integers(0, 60))
def test_steps_are_the_states_of_the_days(ages: Ages, length: int) -> None:
    """Steps follow one another without a gap, each day in one of its age's state; ended days are in none."""
    last = SAID + timedelta(days=length)
    steps = list(ages.steps(SAID, last))
    held = {}
    for step in steps:
        for offset in range((step.last - step.first).days + 1):
            held[(step.first + timedelta(days=offset) - SAID).days] = step.state
    expected = {age: ages.state(age) for age in range(length + 1) if ages.state(age) is not AgeState.ENDED}
    assert held == expected
    assert all(two.first - one.last == timedelta(days=1) for one, two in pairwise(steps))


@pytest.mark.parametrize("days", [{"fades": 40}, {"doubtful": 3}, {"beside": 8}, {"ended": 366}])
def test_a_table_out_of_order_is_refused(days: dict[str, int]) -> None:
    """No step may be after the next, and nothing stands longer than a year."""
    with pytest.raises(ValidationError):
        Ages(**days)


def test_a_bar_of_the_matrix_fades_and_a_word_said_again_is_fresh() -> None:
    """The span of a word said on two days is fresh after each; it ends where the table ends it, not on the last day."""
    (first, *_) = small_case().control_events
    again = first.model_copy(update={"id": "again", "about_date": first.about_date + timedelta(days=10)})
    (span,) = status_spans([first, again])
    steps = span.steps(Ages(fades=2, doubtful=4, ended=20), first.about_date + timedelta(days=100))
    told = [((s.first - first.about_date).days, (s.last - first.about_date).days, s.state.value) for s in steps]
    assert told == [
        (0, 2, "fresh"),
        (3, 4, "faded"),
        (5, 9, "doubtful"),
        (10, 12, "fresh"),
        (13, 14, "faded"),
        (15, 30, "doubtful"),
    ]


def test_a_drawing_ends_and_then_nothing_is_drawn() -> None:
    """After the table's last day a front is in no layer, and says how old its last drawing is."""
    one, _ = two_tracks()
    found = front_on(one, AsOf(day(14 + 5)), Ages(fades=1, doubtful=2, ended=4))
    assert (found.state, found.index, found.age_days, found.figures) == (FrontState.ENDED, None, 5, None)
    case = with_ages(fronts_case([one]), fades=1, doubtful=2, ended=4)
    kept = layer(case, "fronts", AsOf(day(14 + 4)))
    assert kept["age"].tolist() == ["doubtful"]
    assert layer(case, "fronts", AsOf(day(14 + 5))).empty


def test_verdicts_hold_against_a_day_what_the_table_lets_stand_beside_it() -> None:
    """A longer `beside` brings older figures into a day; a word about a place that has ended is not in it."""
    case = small_case()
    ages_of = {
        beside: {s.age_days for s in view_day(with_ages(case, beside=beside, fades=9), AsOf(day(13))).statements}
        for beside in (0, 9)
    }
    assert max(ages_of[0], default=0) == 0
    assert max(ages_of[9]) > 1
    assert view_day(case, AsOf(day(12))).places
    assert not view_day(with_ages(case, beside=1, fades=1, doubtful=1, ended=1), AsOf(day(25))).places


def test_a_word_that_has_ended_is_said_to_stand_no_more() -> None:
    """A day long after the last word says that none stands, and how old the newest is."""
    case = with_ages(small_case(), beside=1, fades=1, doubtful=2, ended=3)
    (verdict,) = Checker(case).verdicts_on(AsOf(case.last_date))
    assert "None stands any more" in verdict.reason


def test_the_method_shows_the_table() -> None:
    """Every number of the case's own table is in the method, with its word."""
    ages = Ages(beside=2, fades=11, doubtful=33, ended=222)
    text = method_markdown(ages)
    for name, days in ages.model_dump().items():
        word = {"fades": "fresh", "doubtful": "faded", "ended": "doubtful"}.get(name, name)
        assert re.search(rf"\*\*{days}\*\*: \*{word}\*", text), name


def test_no_second_age_constant() -> None:
    """No constant of days stands outside the table where claims, verdicts, places or fronts are aged."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for part in ("geo/analysis", "geo/consistency", "geo/reports", "geo/webmap", "ui")
        for path in (ROOT / part).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"_?([A-Z_]*_)?(CARRIED|STANDING|STANDS|STALE|FADES?|OLD|AGE)(_[A-Z_]*)? = \d", line)
    ]
    assert found == []
