"""The search in the document finds what Python's index finds, flies the map there, and says what is not on it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from geo.io.case_store import open_case
from geo.model.case import Case
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import PlaceIndex
from geo.webmap.document import build_map
from tests.conftest import OpenDocument, Opened, wait_for

pytestmark = pytest.mark.browser
TYPED = (
    "sudzha", "SUDJA", "Суджа", "sudzah", "козача локня", "Loknya", "Cherkaskoe Porechnoe", "nikolaevo daryino",
    "Вишневка", "Hyry", "tolp", "Obshchy Kolodez", "Viktorovca", "Викторовка", "a", "snagost'", "ёлка", "12", "  ",
)  # fmt: skip
FOUND = """(texts) => texts.map((text) => Salient.placeIndex.find(text, 60)
  .filter((one) => one.kind === 'settlement').map((one) => [one.id, one.match, one.typos]))"""


@pytest.fixture(scope="module")
def case() -> Case:
    """Open the shipped case."""
    return open_case(Path(__file__).parent.parent.parent / "data" / "kursk-2024")


@pytest.fixture(scope="module")
def html(case: Case) -> str:
    """Build its document once."""
    return build_map(case).html()


def view(opened: Opened) -> dict[str, float]:
    """Where the map looks."""
    found: dict[str, float] = opened.snapshot()["view"]
    return found


def slipped(name: str, rng: random.Random) -> str:
    """Return a name with one slip of the finger."""
    at = rng.randrange(len(name) - 1)
    return rng.choice(
        [name[:at] + name[at + 1 :], name[:at] + name[at + 1] + name[at] + name[at + 2 :], name[:at] + "x" + name[at:]]
    )


def test_the_browser_finds_what_python_finds(open_document: OpenDocument, case: Case, html: str) -> None:
    """For names in both scripts, beginnings, slips and nothing at all, the same places in the same order."""
    opened = open_document(html)
    index = PlaceIndex(settlement_names(case), word_counts(case))
    rng = random.Random(7)  # noqa: S311 - typing errors, not secrets
    names = [
        name for place in case.settlements.values() for name in (place.name_en, place.name_ru, place.name_uk) if name
    ]
    texts = [*TYPED, *(slipped(rng.choice(names), rng) for _ in range(60)), *(rng.choice(names)[:4] for _ in range(20))]
    found = opened.page.evaluate(FOUND, texts)
    for text, mine in zip(texts, found, strict=True):
        theirs = [[one.place.key, int(one.match), one.slips] for one in index.find(text, 60)]
        assert mine == theirs, text


def test_a_place_is_flown_to_and_selected(open_document: OpenDocument, case: Case, html: str) -> None:
    """A misspelt name and Enter: the map looks at the place from near, its card is open, the list is closed."""
    opened = open_document(html, address="#on=2024-08-12")
    page = opened.page
    page.get_by_role("combobox", name="Find a place").fill("sudja")
    options = page.get_by_role("option")
    assert options.first.inner_text().startswith("Sudzha Суджа")
    page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    place = case.settlements["sudzha"]
    assert place.lon is not None
    assert place.lat is not None
    wait_for(page, f"Math.abs(window.salient.snapshot().view.lon - {place.lon}) < 5e-3")
    assert abs(view(opened)["lat"] - place.lat) < 5e-3
    assert view(opened)["zoom"] >= 11
    assert opened.snapshot()["selected"] == "settlement:sudzha"
    assert page.locator("#card-title").inner_text() == "Sudzha"
    assert page.locator("#found").is_hidden()
    assert opened.complaints == []
    assert len(opened.requests) == 1


def test_both_viktorovkas_and_a_place_off_the_map(open_document: OpenDocument, case: Case, html: str) -> None:
    """Two places of one name are told apart by district; one without coordinates is found, and says so."""
    opened = open_document(html)
    page = opened.page
    page.fill("#find", "viktorovka")
    texts = page.get_by_role("option").all_inner_texts()
    assert [sum(f"{district} district" in text for text in texts) for district in ("Korenevsky", "Sudzhansky")] == [
        1,
        1,
    ]
    off = next(place for place in case.settlements.values() if place.lon is None)
    page.fill("#find", off.name_en)
    assert "not on the map" in page.get_by_role("option").first.inner_text()
    before = view(opened)
    page.keyboard.press("Enter")
    assert "its place is not established" in page.locator("#live").inner_text()
    assert opened.snapshot()["selected"] == f"settlement:{off.id}"
    assert view(opened) == before


def test_nothing_found_and_escape(open_document: OpenDocument, html: str) -> None:
    """Words that are no place say so; Escape closes the list, then empties the field."""
    opened = open_document(html)
    page = opened.page
    page.fill("#find", "qqqqqqqq")
    assert page.locator("#found").inner_text() == "No place of that name"
    page.keyboard.press("Escape")
    assert page.locator("#found").is_hidden()
    assert page.input_value("#find") == "qqqqqqqq"
    page.keyboard.press("Escape")
    assert page.input_value("#find") == ""


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_the_field_covers_no_tool(open_document: OpenDocument, html: str, size: tuple[int, int]) -> None:
    """At a laptop's width the field, at a phone's the button that opens it, keeps clear of title and layers."""
    opened = open_document(html, viewport={"width": size[0], "height": size[1]})
    boxes = {name: opened.page.locator(f"#{name}").bounding_box() for name in ("masthead", "layers-button")}
    find = opened.page.locator("#find:visible, #search-button:visible").bounding_box()
    assert find is not None
    for name, box in boxes.items():
        assert box is not None
        apart = (
            find["x"] >= box["x"] + box["width"]
            or box["x"] >= find["x"] + find["width"]
            or find["y"] >= box["y"] + box["height"]
            or box["y"] >= find["y"] + find["height"]
        )
        assert apart, name


def test_names_are_folded_before_anybody_searches(open_document: OpenDocument, html: str) -> None:
    """By the time the browser has been idle for a moment every name is folded."""
    opened = open_document(html)
    opened.page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 500)))")
    assert opened.page.evaluate("Salient.placeIndex.isReady")
