"""The time bar spans all days or fewer around the day looked at; what is on it stays where its day is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from geo.webmap.document import build_map
from tests.browser.test_fronts_map import opened_on
from tests.cases import small_case
from tests.conftest import OpenDocument, Opened

pytestmark = pytest.mark.browser


def span(opened: Opened) -> tuple[int, int, int]:
    """Return the bar's first and last day, and the day that its thumb is on."""
    values = opened.page.evaluate(
        "['min', 'max', 'value'].map((name) => Number(document.getElementById('date')[name]))"
    )
    return values[0], values[1], values[2]


def test_the_bar_spans_fewer_days_and_all_again(open_document: OpenDocument) -> None:
    """Two steps in show 61 days around the day, the thumb still on it; steps out show every day again."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-10-10")
    page = opened.page
    first, last, day = span(opened)
    assert (first, last) == (0, 152)
    assert page.locator("#more-days").is_disabled()
    page.click("#fewer-days")
    page.click("#fewer-days")
    assert page.locator("#fewer-days").is_disabled()
    near_first, near_last, near_day = span(opened)
    assert (near_last - near_first, near_day) == (21, day)
    assert near_first < day < near_last
    assert page.locator("#live").inner_text() == "The time bar spans 22 days"
    line = page.evaluate("parseFloat(document.getElementById('now-line').style.left)")
    assert line == pytest.approx(100 * (day - near_first) / 21, abs=0.01)
    page.click("#more-days")
    page.click("#more-days")
    assert span(opened) == (first, last, day)
    assert opened.complaints == []


def test_the_bar_goes_on_where_the_day_leaves_it(open_document: OpenDocument) -> None:
    """Stepping past the end of a short bar moves the bar: every day of the case can be reached from any span."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-08-06")
    opened.page.click("#fewer-days")
    opened.page.click("#fewer-days")
    opened.page.focus("#date")
    seen = set()
    for _ in range(30):
        opened.page.keyboard.press("Shift+ArrowRight")
        first, last, day = span(opened)
        assert first <= day <= last
        seen.add(day)
    assert max(seen) == 152
    for _ in range(160):
        opened.page.keyboard.press("ArrowLeft")
    assert span(opened)[2] == 0


def test_names_under_the_bar_do_not_touch(open_document: OpenDocument) -> None:
    """At any width and span the days named under the bar keep clear of one another."""
    for width in (360, 1280):
        opened = opened_on(open_document, "#on=2024-08-12", viewport={"width": width, "height": 800})
        for _ in range(3):
            boxes = opened.page.evaluate(
                "[...document.querySelectorAll('#axis span')].map((s) => s.getBoundingClientRect())"
                ".map((box) => [box.left, box.right]).sort((a, b) => a[0] - b[0])"
            )
            assert len(boxes) >= 2
            assert all(left[1] < right[0] for left, right in pairwise(boxes))
            if opened.page.locator("#fewer-days").is_enabled():
                opened.page.click("#fewer-days")
