"""What lies over the map covers no label, and on a phone the map opens with every advance of its first day in sight."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geo.io.case_store import open_case
from geo.webmap.document import build_map
from tests.conftest import OpenDocument, Opened, wait_for

pytestmark = pytest.mark.browser

KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
PHONE = {"width": 360, "height": 740}
COVERS = "#masthead, #find, #search-button, #layers-button, #zoom, #legend, #attribution, .leaflet-control-scale"
COVERED = """(covers) => {
  const boxes = [...document.querySelectorAll(covers)].map((node) => node.getBoundingClientRect());
  const over = boxes.filter((box) => box.width > 0);
  return [...document.querySelectorAll('.label:not(.off)')].filter((label) => {
    const box = label.getBoundingClientRect();
    const meets = (o) => box.left < o.right && box.right > o.left && box.top < o.bottom && box.bottom > o.top;
    return over.some(meets);
  }).map((label) => label.textContent);
}"""
#: How many lines the summary has, and how many of them have their middle in its box: a font may stand out of its line.
LINES_OF_SUMMARY = """() => {
  const text = document.createRange();
  text.selectNodeContents(document.getElementById('summary'));
  const box = document.getElementById('summary').getBoundingClientRect();
  const middles = [...text.getClientRects()].map((line) => (line.top + line.bottom) / 2);
  return { all: middles.length, inside: middles.filter((y) => y > box.top && y < box.bottom).length };
}"""
CLAIMS = "[...document.querySelectorAll('.label-claim:not(.off)')].map((label) => label.textContent)"


@pytest.fixture(scope="module")
def html() -> str:
    """The document of the shipped case."""
    case = open_case(KURSK)
    return build_map(case).html()


def opened_at(open_document: OpenDocument, html: str, address: str = "", **options: Any) -> Opened:
    """Open the document and let it lay its labels."""
    opened = open_document(html, address=address, **options)
    wait_for(opened.page, "document.querySelectorAll('.label:not(.off)').length > 5")
    opened.page.wait_for_timeout(400)
    return opened


@pytest.mark.parametrize("size", [(360, 740), (1440, 900)])
@pytest.mark.parametrize("address", ["#on=2024-08-12", "#on=2024-08-20"])
def test_no_label_is_under_a_box(open_document: OpenDocument, html: str, size: tuple[int, int], address: str) -> None:
    """Title, search, tools, legend, scale and credits cover no label, nor after the legend was opened or folded."""
    opened = opened_at(open_document, html, address, viewport={"width": size[0], "height": size[1]})
    assert opened.page.evaluate(COVERED, COVERS) == []
    opened.page.click("#legend summary")
    opened.page.wait_for_timeout(300)
    assert opened.page.evaluate(COVERED, COVERS) == []
    assert opened.complaints == []


def test_a_phone_opens_on_every_advance_of_the_first_day(open_document: OpenDocument, html: str) -> None:
    """At 360 px stated bands and lines of the first day lie below the title and above the credits; most are named."""
    opened = opened_at(open_document, html, viewport=PHONE)
    wide = opened_at(open_document, html, viewport={"width": 1440, "height": 900})
    # On a phone a depth of an earlier day has its line, and its name only when it is chosen.
    of_the_day = CLAIMS.replace(":not(.off)", ":not(.off):not(.past)")
    assert len(opened.page.evaluate(of_the_day)) >= len(wide.page.evaluate(of_the_day)) - 1 > 0
    top, bottom = opened.page.evaluate("""() => [document.getElementById('masthead').getBoundingClientRect().bottom,
      document.getElementById('attribution').getBoundingClientRect().top]""")
    boxes = opened.page.locator("#map_salient path:is(.band:not(.implied), .reach):not(.off)").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).map((box) => [box.left, box.top, box.right, box.bottom])"
    )
    assert boxes
    assert min(box[1] for box in boxes) >= top
    assert max(box[3] for box in boxes) <= bottom
    assert min(box[0] for box in boxes) >= 0
    assert max(box[2] for box in boxes) <= PHONE["width"]


def test_the_opening_view_is_the_cases_where_there_is_room(open_document: OpenDocument, html: str) -> None:
    """On a wide screen the map opens where the case says, and the button goes back to where it opened."""
    opened = opened_at(open_document, html, viewport={"width": 1440, "height": 900})
    view = open_case(KURSK).settings.view
    assert opened.snapshot()["view"] == pytest.approx({"lat": view.lat, "lon": view.lon, "zoom": view.zoom}, abs=0.01)
    phone = opened_at(open_document, html, viewport=PHONE)
    before = phone.snapshot()["view"]
    phone.page.evaluate("void Salient.map.setZoom(11, { animate: false })")
    phone.page.evaluate("document.getElementById('zoom-home').click()")
    wait_for(phone.page, f"window.salient.snapshot().view.zoom === {before['zoom']}")
    assert phone.snapshot()["view"] == pytest.approx(before, abs=0.01)


def test_a_phones_search_is_a_button_that_opens_the_field(open_document: OpenDocument, html: str) -> None:
    """The button opens the field and goes into it; Escape, or a place taken, folds it and goes back to the button."""
    page = opened_at(open_document, html, viewport=PHONE).page
    assert page.locator("#find").is_hidden()
    page.focus("#search-button")
    page.keyboard.press("Enter")
    assert page.locator("#search-button").get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "search-button"
    assert page.locator("#find").is_hidden()
    page.keyboard.press("Enter")
    page.keyboard.type("sudzha")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "search-button"
    assert page.locator("#found").is_hidden()
    assert page.locator("#search-button").get_attribute("aria-expanded") == "false"


def test_the_summary_is_whole_on_a_phone(open_document: OpenDocument, html: str) -> None:
    """The line of what is on the map takes two lines at 360 px and none of it is cut off."""
    page = opened_at(open_document, html, "#on=2024-08-12", viewport=PHONE).page
    assert page.evaluate(LINES_OF_SUMMARY) == {"all": 2, "inside": 2}
    assert "7 evacuation zones (6 on the map)" in page.inner_text("#summary")


@pytest.mark.parametrize("address", ["#on=2024-08-12", "#on=2024-08-20"])
def test_a_phone_holds_wider_letters(open_document: OpenDocument, html: str, address: str) -> None:
    """With letters an eighth wider nothing is cut off, no label lies under a box, and the page scrolls nowhere."""
    wide = html.replace("</head>", "<style>body { letter-spacing: 0.08em }</style></head>", 1)
    page = opened_at(open_document, wide, address, viewport=PHONE).page
    lines = page.evaluate(LINES_OF_SUMMARY)
    assert lines["inside"] == lines["all"]
    assert page.evaluate(COVERED, COVERS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
