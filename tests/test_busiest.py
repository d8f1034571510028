"""The busiest span: where most became known, the shortest there is, inside the case."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.busiest import BUSY_SHARE, busiest_span
from geo.io.case_store import open_case
from tests.cli import KURSK

FIRST = date(2024, 1, 1)
_days = st.lists(st.integers(0, 400), max_size=40)


def shortest_by_hand(days: list[int]) -> int:
    """Return the fewest days between the first and last of any run that holds enough, by trying every pair."""
    need = ceil(BUSY_SHARE * len(days))
    return min(
        high - low for low in days for high in days if low <= high and sum(low <= day <= high for day in days) >= need
    )


@given(_days, st.integers(0, 400))
def test_it_holds_most_and_stays_inside(offsets: list[int], length: int) -> None:
    """The span lies in the case, and of what became known in the case at least the stated share lies in it."""
    last = FIRST + timedelta(days=length)
    start, end = busiest_span((FIRST + timedelta(days=n) for n in offsets), FIRST, last)
    assert FIRST <= start <= end <= last
    inside = [n for n in offsets if n <= length]
    held = [n for n in inside if start <= FIRST + timedelta(days=n) <= end]
    assert len(held) >= BUSY_SHARE * len(inside)


@given(_days.filter(bool))
def test_no_shorter_run_would_do(offsets: list[int]) -> None:
    """A span that is not the whole case is no longer than the shortest run, its margin and the fewest days allow."""
    last = FIRST + timedelta(days=400)
    start, end = busiest_span((FIRST + timedelta(days=n) for n in offsets), FIRST, last)
    if (start, end) != (FIRST, last):
        assert (end - start).days <= max(20, shortest_by_hand(offsets) + 4)


def test_of_the_shipped_case_it_is_august() -> None:
    """Kursk opens on August 2024: every day of the span is of that month."""
    case = open_case(KURSK)
    start, end = busiest_span((claim.known_date for claim in case.claims), case.first_date, case.last_date)
    assert (start.month, end.month) == (8, 8)
    assert start <= case.opening_day <= end
