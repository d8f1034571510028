"""The time bar opens on the busiest days and spans fewer, more or all; what is on it stays where its day is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from geo.analysis.busiest import busiest_span
from geo.webmap.document import build_map
from tests.browser.test_fronts_map import opened_on
from tests.cases import small_case
from tests.conftest import OpenDocument, Opened, wait_for

pytestmark = pytest.mark.browser


def span(opened: Opened) -> tuple[int, int, int]:
    """Return the bar's first and last day, and the day that its thumb is on."""
    values = opened.page.evaluate(
        "['min', 'max', 'value'].map((name) => Number(document.getElementById('date')[name]))"
    )
    return values[0], values[1], values[2]


def boxes(opened: Opened, selector: str) -> list[tuple[float, float]]:
    """Return the left and right edges of what is seen of a selector, from left to right, px."""
    found = opened.page.evaluate(
        f"[...document.querySelectorAll('{selector}')].map((s) => s.getBoundingClientRect())"
        ".filter((box) => box.width).map((box) => [box.left, box.right]).sort((a, b) => a[0] - b[0])"
    )
    return [(left, right) for left, right in found]


def test_it_opens_on_the_busiest_days(open_document: OpenDocument) -> None:
    """It opens on the span that Python found, over the whole width; one click shows all days, another few again."""
    case = small_case()
    opened = open_document(build_map(case).html())
    page = opened.page
    known = [claim.known_date for claim in case.claims]
    start, end = ((day - case.first_date).days for day in busiest_span(known, case.first_date, case.last_date))
    first, last, day = span(opened)
    assert (first, last) == (start, end)
    assert first < day < last < 152
    bar, track = boxes(opened, "#bar")[0], boxes(opened, "#date")[0]
    assert track[1] - track[0] > 0.95 * (bar[1] - bar[0])
    page.click("#whole-period")
    assert span(opened) == (0, 152, day)
    assert page.locator("#whole-period").get_attribute("aria-pressed") == "true"
    page.click("#whole-period")
    assert span(opened) == (first, last, day)
    assert opened.complaints == []


def test_a_day_of_the_address_is_on_the_bar(open_document: OpenDocument) -> None:
    """A day outside of the busiest span opens on as many days around it; a later change of the day moves the bar."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-11-10")
    first, last, day = span(opened)
    assert (day, first < 101 < last, last - first < 152) == (101, True, True)
    opened.page.click("#days-before")
    first, last, day = span(opened)
    assert first <= day < last
    assert opened.snapshot()["date"] < "2024-09-30"


def test_what_lies_beyond_the_bar_is_counted(open_document: OpenDocument) -> None:
    """Claims known before and after the days on the bar are counted, whole days only; all days leave none out."""
    case = small_case()
    opened = open_document(build_map(case).html(), address="#on=2024-08-12")
    first, last, _ = span(opened)
    known = [(claim.known_date - case.first_date).days for claim in case.claims]
    for name, count in (("before", sum(n < first for n in known)), ("after", sum(n > last for n in known))):
        button = opened.page.locator(f"#days-{name}")
        assert button.is_visible() == (count > 0)
        assert not count or str(count) in button.inner_text()
    opened.page.click("#whole-period")
    assert not opened.page.locator("#days-before, #days-after").filter(visible=True).count()


def test_the_bar_spans_fewer_days_and_all_again(open_document: OpenDocument) -> None:
    """By button, key or wheel: two steps in show 22 days around the day, the thumb on it; 0 shows every day again."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-10-10")
    page = opened.page
    page.click("#whole-period")
    first, last, day = span(opened)
    assert (first, last) == (0, 152)
    assert page.locator("#more-days").is_disabled()
    page.click("#fewer-days")
    page.focus("#date")
    page.keyboard.press("+")
    assert page.locator("#fewer-days").is_disabled()
    near_first, near_last, near_day = span(opened)
    assert (near_last - near_first, near_day) == (21, day)
    assert near_first < day < near_last
    assert page.locator("#live").inner_text() == "The time bar spans 22 days, 29 Sept to 20 Oct"
    line = page.evaluate("parseFloat(document.getElementById('now-line').style.left)")
    assert line == pytest.approx(100 * (day - near_first) / 21, abs=0.01)
    page.locator("#plot").hover()
    page.mouse.wheel(0, 100)
    wait_for(page, "document.getElementById('date').max - document.getElementById('date').min === 61")
    page.keyboard.press("0")
    assert span(opened) == (first, last, day)
    assert opened.complaints == []


def test_the_bar_goes_on_where_the_day_leaves_it(open_document: OpenDocument) -> None:
    """Stepping past the end of a short bar moves the bar: every day of the case can be reached from any span."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-08-06")
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


def test_a_click_on_the_bar_goes_to_that_day(open_document: OpenDocument) -> None:
    """The histogram is a way to a day too: a click on it goes to the day under the pointer."""
    opened = open_document(build_map(small_case()).html(), address="#on=2024-08-12")
    opened.page.click("#whole-period")
    left, right = boxes(opened, "#plot")[0]
    opened.page.locator("#plot").click(position={"x": (right - left) * 101 / 152, "y": 8})
    assert opened.snapshot()["date"] == "2024-11-10"


def test_figures_of_the_curve_stand_clear_of_its_points(open_document: OpenDocument) -> None:
    """The figures beside the curve's axis end before its first point, on both widths."""
    for width in (360, 1280):
        opened = opened_on(open_document, "#on=2024-08-12&curve=area", viewport={"width": width, "height": 800})
        figures, drawn = boxes(opened, ".curve-tick"), boxes(opened, ".curve-claim, .curve-whole")
        assert len(figures) >= 2
        assert min(left for left, _ in figures) >= 0
        assert max(right for _, right in figures) <= min(left for left, _ in drawn)


def test_names_under_the_bar_do_not_touch(open_document: OpenDocument) -> None:
    """At any width and span the days named under the bar keep clear of one another and inside the page."""
    for width in (360, 820, 1280):
        opened = opened_on(open_document, "#on=2024-08-12", viewport={"width": width, "height": 800})
        for button in ("#whole-period", "#fewer-days", "#fewer-days", "#fewer-days"):
            names = boxes(opened, "#axis span")
            assert len(names) >= 2
            assert all(one[1] < other[0] for one, other in pairwise(names))
            assert names[0][0] >= 0
            assert names[-1][1] <= width
            there = opened.page.locator(button)
            if there.is_visible() and there.is_enabled():
                opened.page.click(button)
