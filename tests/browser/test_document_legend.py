"""The legend and the one line on the map: what they list, that they fit, and that they speak of what is in view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.labels import STATUS_LABELS
from geo.model.places import places_on
from geo.webmap.document import build_map
from tests.conftest import wait_for

pytestmark = pytest.mark.browser
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
SIZES = [(1440, 900), (1024, 768), (360, 740)]
LISTED = """() => [...document.querySelectorAll('#legend-body li')].filter((item) => item.checkVisibility())
  .map((item) => item.textContent)"""
OVERFLOW = """async () => {
  const body = document.getElementById('legend-body');
  const found = [];
  for (let day = 0; day <= Salient.payload.last; day += 1) {
    Salient.update({ date: day });
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    if (body.scrollHeight > body.clientHeight || body.scrollWidth > body.clientWidth) found.push(day);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the shipped case's document."""
    file = tmp_path_factory.mktemp("legend") / "kursk.html"
    file.write_text(build_map(open_case(KURSK)).html(), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(params=SIZES, ids=["desktop", "tablet", "phone"])
def page(request: pytest.FixtureRequest, chromium: Browser, document: str) -> Iterator[Page]:
    """The document, with its legend open."""
    width, height = request.param
    context = chromium.new_context(viewport={"width": width, "height": height}, offline=True)
    opened = context.new_page()
    opened.goto(document)
    wait_for(opened, "window.salient !== undefined")
    opened.evaluate("document.getElementById('legend').open = true")
    yield opened
    context.close()


def show(page: Page, on: str) -> None:
    """Go to a day and let it be painted."""
    page.evaluate("(on) => Salient.update({ date: Salient.dayOf(on) })", on)
    page.wait_for_timeout(120)


def test_the_legend_fits_on_every_day(page: Page) -> None:
    """At 1440 × 900, 1024 × 768 and 360 × 740 nothing of the legend is to be scrolled to, on any of the days."""
    assert page.evaluate(OVERFLOW) == []
    box = page.locator("#legend").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0


@pytest.mark.parametrize("on", ["2024-08-07", "2024-08-14", "2024-12-31"])
def test_the_legend_lists_what_is_in_view(page: Page, on: str) -> None:
    """Of the statuses those are listed that a mark on the map has on the day, and no other."""
    case = open_case(KURSK)
    show(page, on)
    day = page.evaluate("window.salient.snapshot().date")
    assert day == on
    listed = set(page.evaluate(LISTED))
    area = "document.querySelectorAll('.place:not(.off) use[href=\"#sym-{}\"]').length"
    for status, words in STATUS_LABELS.items():
        assert (words in listed) == (page.evaluate(area.format(status)) > 0), (status, listed)
    states = places_on(case.control_events, AsOf(case.first_date.fromisoformat(on)))
    assert listed & set(STATUS_LABELS.values()) <= {STATUS_LABELS[state.status] for state in states.values()}


def test_the_legend_follows_the_view(page: Page) -> None:
    """Where the map looks at ground without a mark, neither a status nor a side is listed, and no bare heading."""
    show(page, "2024-08-12")
    before = page.evaluate(LISTED)
    page.evaluate("void Salient.map.setView([50.2, 37.5], 11, { animate: false })")
    page.wait_for_timeout(300)
    after = page.evaluate(LISTED)
    assert set(STATUS_LABELS.values()) & set(before)
    assert not set(STATUS_LABELS.values()) & set(after)
    heads = page.locator("#legend-body section:not([hidden])").evaluate_all(
        "(all) => all.map((one) => [...one.querySelectorAll('li')].filter((li) => li.checkVisibility()).length)"
    )
    assert all(heads)


def test_one_line_says_what_shape_letter_and_hatching_mean(page: Page) -> None:
    """It is on the map at both sizes: a shape for either side and for both, the letters, and the hatching if wide."""
    line = page.locator("#marks-key")
    page.evaluate("document.getElementById('legend').open = false")
    page.wait_for_timeout(100)
    said = line.inner_text()
    for words in ("As said", "Ukraine holds", "Russia holds", "fought over", "who says so"):
        assert words in said
    assert line.locator("use").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))") == [
        "#sym-claimed",
        "#sym-lost",
        "#sym-contested",
    ]
    assert line.locator(".swatch").all_inner_texts() == ["U", "R", "I"]
    stage, box = page.locator("#stage").bounding_box(), line.bounding_box()
    assert stage
    assert box
    assert box["x"] >= stage["x"]
    assert box["x"] + box["width"] <= stage["x"] + stage["width"]
    assert box["y"] + box["height"] <= stage["y"] + stage["height"]
    page.evaluate("Salient.update({ layers: new Set(['advances']) })")
    page.wait_for_timeout(60)
    assert line.is_hidden()
