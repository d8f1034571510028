"""A click on a chart: the day that its event names, and nothing else of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.cases import small_case
from ui.components.linked_chart import clicked_day

CASE = small_case()


def event(day: object) -> dict[str, object]:
    """What Streamlit hands over for a click on a mark of a day."""
    return {"selection": {"day_clicked": [{"day": day}]}}


@pytest.mark.parametrize("day", [CASE.first_date, date(2024, 8, 12), CASE.last_date])
def test_the_marks_day_is_read_from_milliseconds(day: date) -> None:
    """Vega names a day by the milliseconds of its midnight, UTC; the first and the last day of the case are in it."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert clicked_day(event(midnight.timestamp() * 1000), CASE) == day


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"selection": {}},
        {"selection": {"day_clicked": []}},
        {"selection": {"day_clicked": ["2024-08-12"]}},
        event(None),
        event("2024-08-12"),
        event(float("nan")),
        event(float("inf")),
        event(1e300),
        event(0),
    ],
)
def test_an_event_without_a_day_of_the_case_chooses_none(found: dict[str, object]) -> None:
    """An event let go of, or made up in the browser, changes no day and breaks nothing."""
    assert clicked_day(found, CASE) is None
