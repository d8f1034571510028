"""Places counted as held and as lost, by side and day: each once, from the day of a word to the day before the next."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.place_status import StatusSpan, tallies
from geo.model.claims import Side
from geo.model.places import HELD, Status

START = date(2024, 8, 6)
SPANS = st.lists(
    st.builds(
        lambda place, who, side, status, first, days: StatusSpan(
            place,
            who,
            side,
            status,
            START + timedelta(first),
            None if days is None else START + timedelta(first + days),
            (),
        ),
        st.sampled_from("abc"),
        st.sampled_from("xyz"),
        st.sampled_from(list(Side)),
        st.sampled_from(list(Status)),
        st.integers(0, 12),
        st.none() | st.integers(0, 8),
    ),
    max_size=12,
)


@given(SPANS)
def test_a_day_s_count_is_the_places_behind_it(spans: list[StatusSpan]) -> None:
    """Every day and side has one count: that of the different places that a span of the side holds on the day."""
    found = list(tallies(spans, START, START + timedelta(20)))
    assert Counter((one.on, one.side) for one in found) == {
        (START + timedelta(n), side): 1 for n in range(21) for side in Side
    }
    for one in found:
        held = {s.settlement for s in spans if s.side is one.side and s.holds(one.on) and s.status in HELD}
        lost = {s.settlement for s in spans if s.side is one.side and s.holds(one.on) and s.status is Status.LOST}
        assert (one.held, one.lost) == (len(held), len(lost))


def test_both_ends_of_a_span_count() -> None:
    """A span counts on its first and on its last day, and on no day outside."""
    span = StatusSpan("a", "x", Side.UKRAINE, Status.CLAIMED, START, START + timedelta(2), ())
    held = [one.held for one in tallies([span], START - timedelta(1), START + timedelta(3)) if one.side is Side.UKRAINE]
    assert held == [0, 1, 1, 1, 0]
