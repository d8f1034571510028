"""The day sheet, the ledger and the curves in a real browser, and the verdicts beside the map."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.analysis.later import known_later, later_words
from geo.io.case_store import open_case
from geo.model.asof import AsOf, records_as_of
from tests.cli import KURSK
from tests.conftest import wait_for

pytestmark = pytest.mark.browser
PATIENCE_MS = 90_000
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").split("*/", 1)[1].strip().rstrip(";")

# Streamlit loads what brings the page's own style after a page's widgets, at times.
STYLED = "() => [...document.querySelectorAll('style')].some((one) => one.textContent.includes('.sides-key'))"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A desktop page; it may complain of nothing."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    found = context.new_page()
    complaints: list[str] = []
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    assert complaints == []


def whole_ledger() -> str:
    """Return what the ledger says while nothing narrows it."""
    count = len(open_case(KURSK).claims)
    return f"{count} of {count} claims"


def test_the_verdicts_stand_beside_the_map(page: Page, address: str):
    """The day's verdicts name what is wrong and what must be assumed; a claim of theirs opens."""
    page.goto(f"{address}?on=2024-08-12")
    verdicts = page.locator(".verdicts")
    expect(verdicts).to_be_attached(timeout=PATIENCE_MS)
    expect(page.locator(".jump")).to_contain_text("2 likely error")
    area = verdicts.locator(".verdict.only_if").filter(has_text="1,000 km²")
    expect(area).to_contain_text("Only if the 40 km are a straight chord and nearly all of the ground")
    expect(verdicts.locator(".verdict.likely_error").first).to_contain_text("480 km² is 12 × 40")
    assert verdicts.locator(".verdict.inconsistent").count() == 0
    area.get_by_text("claims", exact=True).click()
    area.get_by_role("button", name="about 1,000 km² area, Oleksandr Syrskyi").click()
    expect(page.locator(".selection h3")).to_contain_text("Oleksandr Syrskyi")
    expect(page.locator(".selection .verdict").first).to_contain_text("1,000 km²")


def test_verdicts_follow_the_second_clock(page: Page, address: str):
    """AFP's area was known on the 13th: as known on the 12th no verdict speaks of it."""
    page.goto(f"{address}?on=2024-08-12&known=2024-08-12")
    verdicts = page.locator(".verdicts")
    expect(verdicts).to_be_attached(timeout=PATIENCE_MS)
    expect(verdicts).not_to_contain_text("AFP")


def test_the_day_sheet_reads_as_a_briefing(page: Page, address: str):
    """Each side's claims, what can't be true together and why, and what is new, for the address's day and clock."""
    page.goto(f"{address}day?on=2024-08-13&known=2024-08-13")
    sheet = page.locator(".sheet")
    expect(sheet.locator("h2.day")).to_have_text("13 August 2024 · day 8", timeout=PATIENCE_MS)
    expect(sheet.locator(".past")).to_contain_text("as known on 13 August 2024")
    expect(sheet.locator(".side.ukraine")).to_contain_text("74")
    expect(sheet).to_contain_text("What can't be true together, or only if")
    expect(sheet).to_contain_text("New on this day")


def test_a_row_of_the_ledger_opens_its_history_and_verdicts(page: Page, address: str):
    """Searching narrows the ledger; the chosen row shows roots, outlets, the claimant's other figures and verdicts."""
    page.goto(f"{address}ledger")
    search = page.get_by_role("textbox", name="Search")
    expect(search).to_be_visible(timeout=PATIENCE_MS)
    search.fill("Smirnov depth 12 ITV")
    search.press("Enter")
    expect(page.get_by_text("claims. Choose a row")).to_be_visible()
    # The claim itself comes before those whose words name it.
    claims = open_case(KURSK).claims
    named = sum("C0002" in repr(one) for one in claims)
    assert named > 1
    search.fill("C0002")
    search.press("Enter")
    expect(page.get_by_text(f"{named} of {len(claims)} claims")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 18, box["y"] + 50)
    record = page.locator(".selection")
    expect(record.locator("h3")).to_contain_text("about 12 km")
    expect(record).to_contain_text("Independent roots")
    expect(record).to_contain_text("ITV News")
    expect(record.locator(".verdict").first).to_be_attached()


def test_another_search_opens_no_other_claim(page: Page, address: str):
    """The record of a chosen row goes when the rows change: it never becomes the record of another claim."""
    page.goto(f"{address}ledger")
    search = page.get_by_role("textbox", name="Search")
    expect(search).to_be_visible(timeout=PATIENCE_MS)
    search.fill("28 villages")
    search.press("Enter")
    expect(page.get_by_text(whole_ledger())).to_have_count(0)
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 18, box["y"] + 50)
    expect(page.locator(".selection h3")).to_be_visible()
    search.fill("Syrskyi")
    search.press("Enter")
    expect(page.locator(".selection")).to_have_count(0)
    count = re.match(r"\d+", page.get_by_text("claims. Choose a row").inner_text())
    assert count is not None
    button = page.get_by_role("button", name=f"Download these {count.group()} claims as CSV")
    with page.expect_download() as given:
        button.click()
    rows = list(csv.DictReader(io.StringIO(given.value.path().read_text("utf-8"))))
    assert len(rows) == int(count.group())


PAGES = ("day", "places", "evacuation", "ledger", "time", "fronts", "new", "publish", "method")


@pytest.mark.parametrize("width", [360, 1440])
def test_every_page_has_one_heading_and_fits(page: Page, address: str, width: int):
    """Each page but the map says what it is in the one h1, in sight at once, and is no wider than the screen."""
    page.set_viewport_size({"width": width, "height": 740})
    for name in PAGES:
        page.goto(f"{address}{name}?on=2024-08-12")
        heading = page.locator("h1")
        expect(heading).to_be_visible(timeout=PATIENCE_MS)
        expect(heading).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_button_in_the_themes_colour_can_be_read(chromium: Browser, address: str, scheme: str):
    """The text of a primary button, and of a chosen option, reaches a contrast of 4.5 in both themes."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{address}publish?on=2024-08-12")
    expect(page.get_by_role("button", name="Draw the picture")).to_be_visible(timeout=PATIENCE_MS)
    page.wait_for_function(STYLED, timeout=PATIENCE_MS)
    assert page.evaluate(CONTRAST, '[data-testid="stButton"]') == []
    page.goto(f"{address}ledger")
    page.get_by_role("combobox", name="Metric").click(timeout=PATIENCE_MS)
    page.get_by_role("option", name="depth").click()
    expect(page.get_by_text(whole_ledger())).to_have_count(0)
    page.wait_for_function(STYLED, timeout=PATIENCE_MS)
    assert page.evaluate(CONTRAST, '[data-testid="stMultiSelect"]') == []
    context.close()


def test_the_curves_are_drawn(page: Page, address: str):
    """A chart stands for the chosen metric, with its reading said below."""
    page.goto(f"{address}time?on=2024-08-12")
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("It joins only the totals that one claimant stated")).to_be_visible()


def test_the_metric_over_time_is_in_the_address(page: Page, address: str):
    """A link opens on its metric; what remains and was retaken stands below it, each under its name and unit."""
    page.goto(f"{address}time?on=2024-08-12&metric=area_km2")
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts).to_have_count(3, timeout=PATIENCE_MS)
    for name in ("Area, km²", "Area, remaining, km²", "Area, retaken, km²"):
        expect(page.get_by_text(name, exact=True)).to_be_visible()
    page.get_by_role("combobox", name="Metric").click()
    page.get_by_role("option", name="people moved").click()
    expect(page.get_by_text("People moved", exact=True)).to_be_visible(timeout=PATIENCE_MS)
    wait_for(page, "new URLSearchParams(location.search).get('metric') === 'people_moved'")


@pytest.mark.parametrize("path", ["time", "evacuation", "places", "day"])
def test_a_page_emptied_by_filters_offers_to_show_it(page: Page, address: str, path: str):
    """With every side off a page says what is hidden and by what; its button shows it, and the address follows."""
    page.goto(f"{address}{path}?on=2024-08-12&sides=")
    hidden = page.get_by_text("switched off").first
    expect(hidden).to_be_visible(timeout=PATIENCE_MS)
    expect(hidden).to_contain_text("not shown: Ukraine's side and Russia's side and independent switched off")
    page.get_by_role("button", name="Show what the filters hide").first.click()
    expect(page.get_by_text("switched off")).to_have_count(0, timeout=PATIENCE_MS)
    wait_for(page, "!new URLSearchParams(location.search).has('sides')")


def test_the_map_pages_table_and_panel_offer_what_is_hidden(page: Page, address: str):
    """On the map's page the panel and the table say what the filters hide; a click clears them on the map too."""
    page.goto(f"{address}?on=2024-08-12&sides=")
    panel = page.locator(".panel")
    expect(panel.locator(".hidden-note")).to_contain_text("figures are not shown", timeout=PATIENCE_MS)
    notes = page.locator(".hidden-note")
    expect(notes).to_have_count(2)
    notes.last.get_by_role("button").click()
    expect(notes).to_have_count(0, timeout=PATIENCE_MS)
    places = {one.settlement for one in records_as_of(open_case(KURSK).control_events, AsOf(date(2024, 8, 12)))}
    expect(page.frame_locator("iframe").locator("#summary")).to_contain_text(f"{len(places)} places")


def test_the_panel_lists_what_became_known_later(page: Page, address: str):
    """With the second clock set back, the panel counts what today's knowledge has more, each with its source."""
    page.goto(f"{address}?on=2024-08-12&known=2024-08-12")
    clocks = page.locator(".panel .clocks")
    found = known_later(open_case(KURSK), AsOf(date(2024, 8, 12), date(2024, 8, 12)))
    expect(clocks.locator("summary")).to_contain_text(later_words(found), timeout=PATIENCE_MS)
    clocks.locator("summary").click()
    expect(clocks.locator(".row")).to_have_count(len(found))
    expect(clocks.locator(".row").first).to_contain_text("later")
