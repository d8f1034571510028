"""Two clocks compared: what is told later is just what one of them shows and the other does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.later import Later, LaterChange, known_later, later_words
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim
from tests.cases import FIRST
from tests.cli import KURSK
from tests.tracks import fronts_case
from tests.vectors.generated import DAYS, generated

_seeds = st.integers(0, 400)
_days = st.integers(0, DAYS + 5).map(lambda n: FIRST + timedelta(n))


def standing(case: Case, on: date, known: date | None) -> set[str]:
    """Return the ids of all records that one clock shows, by hand."""
    records: list[Any] = [*case.claims, *case.control_events, *case.orders]
    return {
        one.id
        for one in records
        if one.about_date <= on
        and (known is None or one.known_date <= known)
        and not (isinstance(one, Claim) and one.superseded_date and (known is None or one.superseded_date <= known))
    }


def of(found: list[Later], change: LaterChange) -> set[str]:
    """Return the records of one change."""
    return {ident for one in found if one.change is change for ident in one.ids}


@given(_seeds, _days, _days)
def test_what_is_told_is_shown_by_one_clock_alone(seed: int, on: date, known: date) -> None:
    """What was added stands today and did not stand then; what was taken back stood then and does not stand today."""
    case = generated(seed)
    found = [one for one in known_later(case, AsOf(on, known)) if one.kind != "front"]
    then, now = standing(case, on, known), standing(case, on, None)
    assert of(found, LaterChange.ADDED) <= now - then
    taken_back = of(found, LaterChange.CORRECTED) | of(found, LaterChange.WITHDRAWN)
    assert taken_back <= then - now
    # Not told of is only what another record still says in the same words.
    claims = {claim.id: (claim.claimant, claim.metric, claim.about_date, claim.value) for claim in case.claims}
    assert {claims[ident] for ident in then - now - taken_back} <= {claims[ident] for ident in now if ident in claims}
    dates = {one.id: one.known_date for one in (*case.claims, *case.control_events, *case.orders)}
    for one in found:
        assert one.known_date > known
        assert one.about_date <= on
        assert one.change is not LaterChange.ADDED or one.known_date == min(dates[ident] for ident in one.ids)


@given(_seeds, _days)
def test_nothing_is_later_than_today(seed: int, on: date) -> None:
    """With no day of knowledge, and with one after all that is known, the clocks show the same."""
    case = generated(seed)
    assert known_later(case, AsOf(on)) == []
    assert known_later(case, AsOf(on, FIRST + timedelta(200))) == []


def test_a_repeat_of_what_was_known_is_nothing_new() -> None:
    """A statement that one outlet printed in time is not known later because another printed it later."""
    case = fronts_case()
    claim = case.claims[0]
    again = claim.model_copy(update={"id": "again", "known_date": claim.known_date + timedelta(3), "source": "s2"})
    both = replace(case, claims=(claim, again))
    found = known_later(both, AsOf(case.last_date, claim.known_date))
    assert not [one for one in found if "again" in one.ids]
    early = known_later(both, AsOf(case.last_date, claim.known_date - timedelta(1)))
    assert [one.ids for one in early if one.kind == "claim"] == [(claim.id, "again")]


def test_a_correction_is_told_where_it_was_seen() -> None:
    """A figure corrected later is told to a clock that showed it, and to none before its publication or after."""
    case = fronts_case()
    claim = case.claims[0]
    on, later = case.last_date, claim.known_date + timedelta(4)
    gone = {"superseded": "corrected", "superseded_date": later, "superseded_who": claim.claimant}
    only = replace(case, claims=(claim.model_copy(update=gone),), control_events=(), orders=(), fronts=())
    told = known_later(only, AsOf(on, claim.known_date))
    assert [(one.change, one.ids, one.known_date) for one in told] == [("corrected", (claim.id,), later)]
    assert known_later(only, AsOf(on, claim.known_date - timedelta(1))) == []
    assert known_later(only, AsOf(on, later)) == []


def test_of_12_august_the_shipped_case_knows_more_today() -> None:
    """As known on the evening of 12 August there is less of that day than today; a filter takes its own out."""
    case = open_case(KURSK)
    as_of = AsOf(date(2024, 8, 12), date(2024, 8, 12))
    found = known_later(case, as_of)
    assert found
    assert {one.change for one in found} == {LaterChange.ADDED}
    russian = known_later(case, as_of, lambda record: record.side == "russia")
    assert 0 < len(russian) < len(found)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([], "Nothing more is known today."),
        (["added"], "1 thing became known later."),
        (["added"] * 3 + ["corrected"], "3 things became known later, 1 was corrected."),
        (["withdrawn"] * 2, "2 were withdrawn."),
    ],
)
def test_the_differences_are_counted_in_words(changes: list[str], words: str) -> None:
    """The sentence counts what came, what was corrected and what was withdrawn, and nothing that there is none of."""
    day = date(2024, 8, 12)
    assert later_words(Later(LaterChange(change), "claim", "c", ("c",), day, day) for change in changes) == words
