"""A map that reads itself, in a real browser: two clocks as a list and drawn, an emptied view, a place's story."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from geo.analysis.later import known_later, later_words
from geo.analysis.reconstruction import reconstructions, reconstructions_on
from geo.analysis.story import place_story
from geo.io.case_store import open_case
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.webmap.document import build_map
from tests.cli import KURSK
from tests.conftest import OpenDocument, wait_for

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1440, "height": 900}


@cache
def shipped() -> tuple[Case, str]:
    """The shipped case and its document."""
    case = open_case(KURSK)
    return case, build_map(case).html()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_two_clocks_are_compared_as_a_list(open_document: OpenDocument, viewport: dict[str, int]) -> None:
    """The list has a row for each statement that Python finds later, under its count; a click selects the thing."""
    case, html = shipped()
    opened = open_document(html, address="#on=2024-08-12&known=2024-08-12", viewport=viewport)
    page = opened.page
    found = known_later(case, AsOf(date(2024, 8, 12), date(2024, 8, 12)))
    assert page.inner_text("#later-title") == f"As known today: {later_words(found)}"
    if page.locator("#later-body").is_hidden():
        page.click("#later-toggle")
    rows = page.locator("#later-rows > li")
    assert rows.count() == len(found)
    row = rows.filter(has_text="evacuation").first
    row.locator("button").click()
    assert opened.snapshot()["selected"].split(":")[0] in {"zone", "claim", "settlement"}
    assert page.locator("#card").is_visible()
    page.click("#card-close")
    page.click("#later-close")
    assert opened.snapshot()["known"] is None
    assert page.locator("#later").is_hidden()
    assert opened.complaints == []


def test_what_only_today_knows_is_outlined(open_document: OpenDocument) -> None:
    """As known on the 12th the map of the 20th has outlines; as known today none; a layer switched off has none."""
    _, html = shipped()
    opened = open_document(html, address="#on=2024-08-20&known=2024-08-12", viewport=WIDE)
    page = opened.page
    outlines = page.locator("#map_salient path.only-today")
    then = outlines.count()
    assert then > 10
    strokes = outlines.evaluate_all("nodes => nodes.map(n => [getComputedStyle(n).fill, getComputedStyle(n).stroke])")
    assert all(fill == "none" and stroke != "none" for fill, stroke in strokes)
    page.evaluate("location.hash = '#on=2024-08-20&known=2024-08-12&layers=zones'")
    wait_for(page, f"document.querySelectorAll('#map_salient path.only-today').length < {then}")
    page.evaluate("location.hash = '#on=2024-08-20&layers=zones'")
    wait_for(page, "document.querySelectorAll('#map_salient path.only-today').length === 0")


@pytest.mark.parametrize("address", ["#on=2024-08-12&sides=", "#on=2024-08-12&layers=towns"])
@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_an_emptied_map_says_what_is_hidden(
    open_document: OpenDocument, address: str, viewport: dict[str, int]
) -> None:
    """With every side or layer off the map never says that nothing was claimed; its button shows all of it."""
    case, html = shipped()
    plain = open_document(html, address="#on=2024-08-12", viewport=viewport)
    opened = open_document(html, address=address, viewport=viewport)
    words = opened.page.inner_text("#summary")
    day = AsOf(date(2024, 8, 12))
    advances = len(reconstructions_on(reconstructions(case), day))
    places = len({one.settlement for one in records_as_of(case.control_events, day)})
    zones = len({one.zone for one in records_as_of(case.orders, day)})
    assert min(advances, places, zones) > 1
    expected = f"{advances} claimed advances, {places} places, {zones} evacuation zones"
    assert words.startswith(f"Hidden by the filters: {expected}")
    assert "Nothing" not in words
    opened.page.click("#show-hidden")
    assert opened.page.inner_text("#summary") == plain.page.inner_text("#summary")
    assert opened.snapshot()["advances"] == plain.snapshot()["advances"]


def test_before_anything_was_known_there_is_nothing_to_show(open_document: OpenDocument) -> None:
    """Where no filter hides anything there is no button, and the second clock is named as the reason."""
    _, html = shipped()
    opened = open_document(html, address="#on=2024-08-05")
    assert opened.page.inner_text("#summary") == "Nothing claimed by this day"
    later = open_document(html, address="#on=2024-08-06&known=2024-08-05")
    assert later.page.inner_text("#summary") == "Nothing of this day was known by then"
    assert later.page.locator("#show-hidden").count() == 0


def test_a_places_card_tells_its_story(open_document: OpenDocument) -> None:
    """The card's sentences are those of Python; with all words hidden it says so, and its button shows them."""
    case, html = shipped()
    opened = open_document(html, address="#on=2024-08-20&sel=settlement:sudzha")
    told = place_story(case, "sudzha", AsOf(date(2024, 8, 20)), reconstructions(case))
    assert opened.page.locator("#card .story li").all_inner_texts() == told
    hidden = open_document(html, address="#on=2024-08-20&sel=settlement:sudzha&sides=")
    assert "hidden by the filters" in hidden.page.inner_text("#card-body")
    hidden.page.get_by_role("button", name="Show what is hidden").last.click()
    assert hidden.page.locator("#card .story li").all_inner_texts() == told
