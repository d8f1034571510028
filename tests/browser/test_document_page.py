"""The document in a real browser: it paints, asks for nothing, complains of nothing, and obeys the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.webmap.document import build_map
from tests.cases import small_case
from tests.conftest import OpenDocument, wait_for

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_html() -> str:
    """The document of the small case, opened on 12 August."""
    case = small_case()
    return build_map(case).html()


#: The edge of the ground whose depth and width were stated together.
STATED = "path.band-outer:not(.implied):not(.off)"


def test_it_paints_without_asking_for_anything(open_document: OpenDocument, page_html: str) -> None:
    """The only request is for the file itself; nothing is written to the console; the bands are on the map."""
    opened = open_document(page_html)
    opened.page.wait_for_selector("path.band-outer:not(.off)")
    opened.page.mouse.move(600, 300)
    opened.page.mouse.wheel(0, -240)
    opened.page.wait_for_timeout(400)
    assert len(opened.requests) == 1
    assert opened.requests[0].startswith("file://")
    assert opened.complaints == []
    boxes = opened.page.locator("path.band:not(.off)").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect().width)"
    )
    assert len(boxes) == 6  # of each side
    assert min(boxes) > 20


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("ArrowRight", "2024-08-13"),
        ("ArrowLeft", "2024-08-11"),
        ("Shift+ArrowRight", "2024-08-19"),
        ("Shift+ArrowLeft", "2024-08-05"),
        ("PageUp", "2024-08-19"),
        ("Home", "2024-08-01"),
        ("End", "2024-12-31"),
    ],
)
def test_the_keyboard_moves_the_date(open_document: OpenDocument, page_html: str, key: str, day: str) -> None:
    """Arrows step a day, with Shift a week, Home and End go to the ends; zoom and centre stay."""
    opened = open_document(page_html)
    before = opened.snapshot()["view"]
    opened.page.focus("#date")
    opened.page.keyboard.press(key)
    wait_for(opened.page, f"window.salient.snapshot().date === '{day}'")
    assert opened.snapshot()["view"] == before


def test_the_buttons_step_and_play(open_document: OpenDocument, page_html: str) -> None:
    """The buttons step a day back and forth; play goes on by itself until it is stopped."""
    opened = open_document(page_html)
    opened.page.click("#next")
    assert opened.snapshot()["date"] == "2024-08-13"
    opened.page.click("#previous")
    assert opened.snapshot()["date"] == "2024-08-12"
    opened.page.click("#play")
    wait_for(opened.page, "window.salient.snapshot().date === '2024-08-13'")
    opened.page.get_by_role("button", name="Pause").click()
    stopped = opened.snapshot()["date"]
    opened.page.wait_for_timeout(900)
    assert opened.snapshot()["date"] == stopped


def test_the_second_clock_is_seen(open_document: OpenDocument, page_html: str) -> None:
    """An earlier day of knowledge is said in words and tints the bar; today takes it back."""
    opened = open_document(page_html)
    opened.page.fill("#known", "2024-08-13")
    assert opened.snapshot()["known"] == "2024-08-13"
    assert opened.page.inner_text("#known-words") == "as known on 13 August"
    assert "past" in (opened.page.get_attribute("#bar", "class") or "")
    opened.page.click("#known-today")
    assert opened.snapshot()["known"] is None


def test_a_click_opens_the_claims_with_their_source(open_document: OpenDocument, page_html: str) -> None:
    """Enter on a band opens the card: figures, modality, placement, and the source as a safe link."""
    opened = open_document(page_html)
    opened.page.locator(STATED).focus()
    opened.page.keyboard.press("Enter")
    card = opened.page.locator("#card")
    text = card.inner_text()
    for words in (
        "about 12 km",
        "about 40 km",
        "Placed by",
        "does not show control",
        "not checked",
    ):
        assert words in text
    link = card.locator("a").first
    assert link.get_attribute("href") == "https://one.example/a"
    assert link.get_attribute("target") == "_blank"
    assert "noopener" in (link.get_attribute("rel") or "")
    assert opened.page.evaluate("document.activeElement.id") == "card-title"
    opened.page.keyboard.press("Escape")
    assert card.is_hidden()
    assert opened.snapshot()["selected"] is None
    assert "band-outer" in opened.page.evaluate("document.activeElement.getAttribute('class')")


def test_the_address_holds_the_state(open_document: OpenDocument, page_html: str) -> None:
    """Day, day of knowledge and selection are read from the address and written back to it."""
    opened = open_document(page_html, address="#on=2024-08-20&known=2024-08-25&sel=settlement:p2&layers=places")
    found = opened.snapshot()
    assert (found["date"], found["known"], found["selected"]) == ("2024-08-20", "2024-08-25", "settlement:p2")
    assert found["layers"] == ["places"]
    assert found["advances"] == {}
    opened.page.click("#next")
    wait_for(opened.page, "location.hash.includes('on=2024-08-21')")


def test_a_broken_address_is_left_aside(open_document: OpenDocument, page_html: str) -> None:
    """What can't be read in the address takes its default; nothing breaks."""
    opened = open_document(page_html, address="#on=2024-13-45&known=yesterday&sel=zone:nothing&layers=x&sides=,")
    found = opened.snapshot()
    assert (found["date"], found["known"], found["selected"]) == ("2024-08-12", None, None)
    assert len(found["layers"]) == 6
    assert found["sides"] == [], "a list that is there and empty means none"
    wait_for(opened.page, "document.getElementById('live').textContent.startsWith('Not understood in the address')")
    said = opened.page.inner_text("#hint")
    assert all(part in said for part in ("on 2024-13-45", "known yesterday", "sel zone:nothing", "layers x"))
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("address", "layers", "said"),
    [
        ("#layers=foo", 6, "layers foo"),
        ("#layers=foo,zones", 1, "layers foo"),
        ("#layers=", 0, ""),
        ("#layers=places,zones", 2, ""),
        ("#hide=Nobody", 6, "hide Nobody"),
        ("#at=foo", 6, "at foo"),
    ],
)
def test_unknown_names_in_the_address_are_said(
    open_document: OpenDocument, page_html: str, address: str, layers: int, said: str
) -> None:
    """Known names are kept, unknown ones told; where none is left the default stays; an empty list means none."""
    opened = open_document(page_html)
    opened.page.evaluate("(hash) => { location.hash = hash; }", address)
    wait_for(opened.page, f"window.salient.snapshot().layers.length === {layers}")
    opened.page.wait_for_timeout(80)
    shown = opened.page.inner_text("#hint")
    assert (said in shown) if said else shown == ""


def test_filters_take_a_claimants_word_away(open_document: OpenDocument, page_html: str) -> None:
    """Switching off a side takes its advances and its words about places from the map."""
    opened = open_document(page_html)
    opened.page.click("#layers-button")
    opened.page.get_by_role("checkbox", name="Russia's side").uncheck()
    found = opened.snapshot()
    assert found["advances"] == {}
    assert list(found["bodies"]) == ["side-ukraine"]
    assert found["settlements"]["p1"]["status"] == "claimed"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#layers-panel").is_hidden()


def test_a_carried_line_leaves_after_seven_days(open_document: OpenDocument, page_html: str) -> None:
    """A depth alone stands on its day, faded for seven days, then not at all; bands stay."""
    opened = open_document(page_html, address="#on=2024-08-22")
    assert opened.snapshot()["advances"] == {
        "a1": {"age": 10, "state": "faded", "bands": True},
        "a2": {"age": 7, "state": "fresh", "bands": False},
    }
    opened.page.click("#next")
    assert list(opened.snapshot()["advances"]) == ["a1"]


def test_places_off_the_map_are_counted(open_document: OpenDocument, page_html: str) -> None:
    """A place without coordinates is not drawn; the summary counts it, and the legend says so."""
    opened = open_document(page_html, address="#on=2024-08-15")
    assert "p6" not in opened.snapshot()["settlements"]
    assert opened.page.inner_text("#missing") == "1 place named without established coordinates: not on the map."
    assert "6 places (5 on the map), 2 evacuation zones" in opened.page.inner_text("#summary")


def test_what_is_announced(open_document: OpenDocument, page_html: str) -> None:
    """A screen reader hears the day and what is on the map, once the day has come to rest."""
    opened = open_document(page_html)
    opened.page.focus("#date")
    opened.page.keyboard.press("ArrowRight")
    wait_for(opened.page, "document.getElementById('live').textContent.startsWith('13 August 2024')")
    assert opened.page.inner_text("#live") == "13 August 2024: 1 claimed advance, 5 places, 2 evacuation zones"


def test_where_the_ledger_ends(open_document: OpenDocument, page_html: str) -> None:
    """After the last day that claims were gathered for, the bar says so: no data is not no change."""
    opened = open_document(page_html, address="#on=2024-10-01")
    assert opened.page.inner_text("#summary").endswith("; the ledger ends on 1 September")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_whole(open_document: OpenDocument, page_html: str, scheme: str) -> None:
    """At 360 px nothing overflows sideways, the legend is folded, and targets are large enough for a thumb."""
    opened = open_document(page_html, viewport={"width": 360, "height": 740}, color_scheme=scheme, has_touch=True)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.documentElement.dataset.theme") == scheme
    assert page.get_attribute("#legend", "open") is None
    small = page.locator("button:visible").evaluate_all(
        "nodes => nodes.filter(n => Math.min(n.offsetWidth, n.offsetHeight) < 24).map(n => n.id)"
    )
    assert small == []
    page.locator(STATED).focus()
    page.keyboard.press("Enter")
    card = page.locator("#card").bounding_box()
    assert card is not None
    assert card["x"] >= 0
    assert card["x"] + card["width"] <= 360


def test_every_control_has_a_name(open_document: OpenDocument, page_html: str) -> None:
    """Each control and each feature that the keyboard stops at has a name; ids are unique; the language is set."""
    opened = open_document(page_html)
    opened.page.click("#layers-button")
    nameless = opened.page.evaluate(
        """() => [...document.querySelectorAll('button, input, [role=button], a[href], [tabindex="0"]')]
            .filter(n => !(n.getAttribute('aria-label') || n.textContent.trim() || (n.labels && n.labels.length)))
            .map(n => n.outerHTML.slice(0, 90))"""
    )
    assert nameless == []
    ids = opened.page.evaluate("[...document.querySelectorAll('[id]')].map(n => n.id)")
    assert len(ids) == len(set(ids))
    assert opened.page.get_attribute("html", "lang") == "en"
    assert opened.page.locator("h1").count() == 1


CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").split("*/", 1)[1].strip().rstrip(";")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast(open_document: OpenDocument, page_html: str, scheme: str) -> None:
    """Every text in sight reaches a contrast of 4.5, in both themes, also under an earlier day of knowledge."""
    address = "#on=2024-08-16&known=2024-08-20&sel=settlement:p1"
    opened = open_document(page_html, address=address, color_scheme=scheme)
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate(CONTRAST) == []
