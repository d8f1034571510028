"""The pages on places and on evacuation in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PATIENCE_MS = 90_000


@pytest.fixture(params=[1440, 360])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A desktop page and a phone; neither may complain or be wider than its window."""
    context = chromium.new_context(viewport={"width": request.param, "height": 900})
    found = context.new_page()
    complaints: list[str] = []
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    assert found.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    context.close()
    assert complaints == []


def test_places_answer_search_and_show_who_says_what(page: Page, address: str) -> None:
    """The questions are answered with sources; a misspelt name narrows the matrix; both Viktorovkas are told apart."""
    page.goto(f"{address}places?on=2024-08-12")
    report = page.locator(".report")
    expect(report).to_contain_text("How many villages?", timeout=PATIENCE_MS)
    expect(report.locator(".answers")).to_contain_text("28 settlements (Aleksei Smirnov)")
    expect(report.locator(".card").first).to_contain_text("named as held")
    matrix = page.locator(".head-row")
    expect(matrix).to_have_count(24)
    page.get_by_role("radio", name="not on the map").click()
    expect(matrix).to_have_count(17)
    expect(page.locator(".flag.off-map")).to_have_count(17)
    search = page.get_by_role("textbox", name="Find a place")
    search.fill("Viktorovca")
    search.press("Enter")
    expect(matrix).to_have_count(2)
    expect(matrix.filter(has_text="Korenevsky district").filter(has_text="Viktorovka")).to_have_count(1)
    expect(matrix.filter(has_text="Sudzhansky district").filter(has_text="Viktorovka")).to_have_count(1)
    search.fill("Суджа")
    search.press("Enter")
    expect(matrix.first).to_contain_text("Sudzha")
    expect(matrix.first.get_by_role("link")).to_have_attribute(
        "href", re.compile(r"^\./\?on=2024-08-12&sel=settlement%3Asudzha$")
    )
    expect(page.locator("tbody .lane").first).to_have_attribute("aria-label", re.compile(r": .+ from \d+ \w+"))


def test_evacuation_shows_zones_people_and_casualties(page: Page, address: str) -> None:
    """Zones with state and lead time, people by source with the share moved, children as a part of the wounded."""
    page.goto(f"{address}evacuation?on=2024-08-12")
    report = page.locator(".report")
    expect(report).to_contain_text("Zones on 12 August 2024", timeout=PATIENCE_MS)
    expect(report.locator(".zone").filter(has_text="Sumy oblast")).to_contain_text("not on the map")
    expect(report.locator(".zone").filter(has_text="Rylsky")).to_contain_text("sources contradict")
    expect(report.locator(".people").filter(has_text="121,000").first).to_contain_text("67% of the plan moved")
    expect(report).to_contain_text("of whom 10 children wounded")
    expect(page.get_by_text("People moved, planned, remaining and in place over time")).to_be_visible()


def test_the_second_clock_holds(page: Page, address: str) -> None:
    """What was published later is not there: as known on the 12th nobody plans 59,000 more for the 12th."""
    page.goto(f"{address}evacuation?on=2024-08-12&known=2024-08-12")
    report = page.locator(".report")
    expect(report).to_contain_text("Aleksei Smirnov", timeout=PATIENCE_MS)
    expect(report).not_to_contain_text("known 13 August 2024")
    expect(report).not_to_contain_text("known 15 August 2024")


def test_a_day_of_which_nothing_is_known_says_so(page: Page, address: str) -> None:
    """On the first day, as known then: no chart without points, and no heading without a sentence under it."""
    page.goto(f"{address}evacuation?on=2024-08-06&known=2024-08-06")
    hidden = page.get_by_text(re.compile(r"^\d+ figures are not shown: as known on 6 August 2024\.$"))
    expect(hidden).to_have_count(2, timeout=PATIENCE_MS)
    expect(page.get_by_role("button", name="Show what became known after 6 August 2024")).to_have_count(2)
    page.goto(f"{address}places?on=2024-08-06&known=2024-08-06")
    expect(page.get_by_text("No place is spoken of by this day; “all” shows every place.")).to_be_visible(
        timeout=PATIENCE_MS
    )
    expect(hidden).to_have_count(1)
    words = re.compile(r"^\d+ words are not shown: as known on 6 August 2024\.$")
    expect(page.get_by_text(words)).to_have_count(2)
    page.get_by_role("textbox", name="Find a place").fill("Qqqqqqq")
    page.get_by_role("textbox", name="Find a place").press("Enter")
    expect(page.get_by_text("No place answers to this.")).to_be_visible()


def test_every_cell_of_people_is_within_the_window(page: Page, address: str) -> None:
    """Who said a figure and where it was published can be read without a scroll to the side, on a phone too."""
    page.goto(f"{address}evacuation?on=2024-08-12")
    row = page.locator(".people tbody tr", has_text="121,000").first
    expect(row).to_be_visible(timeout=PATIENCE_MS)
    width = page.viewport_size["width"] if page.viewport_size else 0
    for cell in row.locator("th, td").all():
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width


def test_a_word_in_the_matrix_opens_its_source(page: Page, address: str) -> None:
    """Each run of a status has the record behind it, with its publication, and disagreement is marked in words."""
    page.goto(f"{address}places?on=2024-09-20")
    disputed = page.locator("tbody.disputed")
    expect(disputed.first).to_contain_text("disputed on this day", timeout=PATIENCE_MS)
    lane = disputed.first.locator(".lane-row").first
    lane.locator("summary").click()
    source = lane.locator("details li").first
    expect(source).to_be_visible()
    expect(source.locator("a")).to_have_attribute("href", re.compile(r"^https?://"))


@pytest.mark.parametrize(
    ("path", "number", "mark"), [("places", 2, "; day: {0}, 2024; Ukraine"), ("evacuation", 0, "day: {1}; middle")]
)
def test_a_click_on_a_chart_goes_to_that_day(
    chromium: Browser, address: str, path: str, number: int, mark: str
) -> None:
    """The day, or the figure, under the pointer gives the page and the address its day; then the next, and back."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}{path}?on=2024-08-12")
    chart = page.get_by_test_id("stVegaLiteChart").nth(number).locator("svg.marks")
    first, second = (("Aug 20", "20 Aug"), "2024-08-20"), (("Sep 05", "5 Sep"), "2024-09-05")
    for words, day in (first, second, first):
        # A click before the chart of the last day has been drawn meets nothing.
        expect(chart.locator("path[stroke-dasharray], line[stroke-dasharray]").first).to_be_attached(
            timeout=PATIENCE_MS
        )
        page.wait_for_timeout(700)
        chart.locator(f'path[aria-label*="{mark.format(*words)}"]').last.click(force=True)
        page.wait_for_url(f"**/{path}?on={day}", timeout=PATIENCE_MS)
        expect(page.locator("input").first).to_have_value(day, timeout=PATIENCE_MS)
    page.close()
