"""Status by claimant and day: the inclusive rule at the edges, who was first, how long they disagree."""

from __future__ import annotations

import itertools
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.place_status import disputed_days, first_reports, status_spans
from geo.model.asof import AsOf
from geo.model.places import HELD, ControlEvent, Status, places_on
from tests.cases import day
from tests.ledger import word

CLAIMANTS = ("Governor", "Commander", "Observer")


@st.composite
def histories(draw: st.DrawFn) -> list[ControlEvent]:
    """Draw words of a few claimants about two places over three weeks, known up to a week later."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(CLAIMANTS),
                st.sampled_from(("p1", "p2")),
                st.sampled_from(list(Status)),
                st.integers(0, 20),
                st.integers(0, 7),
            ),
            max_size=14,
        )
    )
    return [word(who, place, status, day(a), known=day(a + late)) for who, place, status, a, late in rows]


@given(histories(), st.integers(-1, 28), st.none() | st.integers(0, 28))
def test_a_span_holds_on_the_days_that_the_timeline_gives_the_word(events, on, known):
    """On every day the spans that hold are each claimant's latest word: both edges of a span are included."""
    clock = None if known is None else day(known)
    spans = [span for span in status_spans(events, clock) if span.holds(day(on))]
    expected = {
        (place, said.claimant): said.status
        for place, state in places_on(events, AsOf(day(on), clock)).items()
        for said in state.words
    }
    assert {(span.settlement, span.claimant): span.status for span in spans} == expected
    assert len(spans) == len(expected)


@given(histories())
def test_spans_follow_one_another_without_gap_or_overlap(events):
    """A claimant's next span starts on the day after the last one ended, and says something else."""
    spans = status_spans(events)
    for first, second in itertools.pairwise(spans):
        if (first.settlement, first.claimant) == (second.settlement, second.claimant):
            assert first.last == second.first - timedelta(days=1)
            assert first.status is not second.status
        else:
            assert first.last is None


def test_the_edges_of_a_span_are_included():
    """Claimed on the 2nd day, lost on the 5th: claimed on days 2, 3 and 4, lost on the 5th itself."""
    events = [word("Commander", "p1", "claimed", day(2)), word("Commander", "p1", "lost", day(5))]
    claimed, lost = status_spans(events)
    assert [claimed.holds(day(n)) for n in range(1, 6)] == [False, True, True, True, False]
    assert (lost.first, lost.last, lost.holds(day(5))) == (day(5), None, True)
    assert [claimed.days_by(day(n)) for n in (1, 2, 4, 9)] == [0, 1, 3, 3]


def test_a_repeat_prolongs_a_span_and_another_word_of_the_day_replaces_it():
    """Two equal words are one span with both behind it; of two words about one day the one known later counts."""
    same = [word("Observer", "p1", "entered", day(1)), word("Observer", "p1", "entered", day(3))]
    (span,) = status_spans(same)
    assert [event.id for event in span.events] == [event.id for event in same]
    changed = [word("Observer", "p1", "claimed", day(1)), word("Observer", "p1", "denied", day(1), known=day(2))]
    assert [span.status for span in status_spans(changed)] == [Status.DENIED]
    assert [span.status for span in status_spans(changed, known=day(1))] == [Status.CLAIMED]


@given(histories())
def test_who_was_first_has_the_earliest_day(events):
    """Only words that put troops there count; nobody spoke of, or published, an earlier one."""
    for place, first in first_reports(events).items():
        held = [event for event in events if event.settlement == place and event.status in HELD]
        assert {event.about_date for event in first.about} == {min(event.about_date for event in held)}
        assert {event.known_date for event in first.published} == {min(event.known_date for event in held)}


def test_first_about_and_first_published_may_be_two_people():
    """Who published first need not be who speaks of the earliest day."""
    events = [word("Observer", "p1", "claimed", day(4)), word("Commander", "p1", "claimed", day(2), known=day(9))]
    first = first_reports(events)["p1"]
    assert [event.claimant for event in first.about] == ["Commander"]
    assert [event.claimant for event in first.published] == ["Observer"]
    assert first_reports(events, known=day(5))["p1"].about[0].claimant == "Observer"


@given(histories(), st.integers(0, 24), st.none() | st.integers(0, 28))
def test_disputed_days_are_counted_one_by_one(events, on, known):
    """The count equals the number of days on which the place is disputed when each day is looked at by itself."""
    clock = None if known is None else day(known)
    counted = {place: days for place, days in disputed_days(events, AsOf(day(on), clock)).items() if days}
    one_by_one: dict[str, int] = {}
    for n in range(on + 1):
        for place, state in places_on(events, AsOf(day(n), clock)).items():
            if state.disputed:
                one_by_one[place] = one_by_one.get(place, 0) + 1
    assert counted == one_by_one
