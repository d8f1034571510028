"""Ten thousand places: those in sight have a mark, too many in one spot share one, and labels never touch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.model.case import Case
from geo.model.places import ControlEvent, Settlement
from geo.webmap.document import build_map
from tests.cases import day, small_case
from tests.conftest import OpenDocument, Opened, wait_for

pytestmark = pytest.mark.browser
LABELS = """() => [...document.querySelectorAll('.label-place:not(.off)')].map((n) => n.getBoundingClientRect())
  .map((b) => [b.left, b.top, b.right, b.bottom])"""

# Whether the ring of each crowd in sight is painted: the pixel at nine o'clock of its disc, by side.
UNDER = """(of) => {
  const canvas = document.querySelector('canvas.crowds');
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  const pen = canvas.getContext('2d');
  return [...document.querySelectorAll(of)].map((node) => {
    const b = node.getBoundingClientRect();
    const at = [b.left + 2 - box.left, b.top + b.height / 2 - box.top].map((px) => Math.round(px * scale));
    return pen.getImageData(...at, 1, 1).data[3] === 255 ? 'painted' : 'bare';
  });
}"""
BLANK = """() => {
  const canvas = document.querySelector('canvas.crowds');
  return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.every((value) => value === 0);
}"""


def crowded(count: int, precision_m: float = 500) -> Case:
    """Return the small case with many places in a grid over its view, a word about each, and no figures.

    Ground around thousands of named places takes minutes to grow; marks and names do not depend on it.
    """
    side = round(count**0.5)
    base = small_case()
    places, events = {}, []
    word = base.control_events[0]
    for number in range(side * side):
        ident = f"p{number:05}"
        lon, lat = 34.6 + 1.2 * (number % side) / side, 50.95 + 0.6 * (number // side) / side
        places[ident] = Settlement(
            id=ident, name_en=f"Place {number}", name_ru="", name_uk="", kind="settlement", district="", oblast="Kursk",
            lon=lon, lat=lat, precision_m=precision_m, coordinate_source="made by hand",
        )  # fmt: skip
        events.append(ControlEvent(**(word.model_dump() | {"id": f"e{number:05}", "settlement": ident, "claim": None})))
    return replace(base, settlements=places, control_events=tuple(events), claims=(), placements=())


def opened_with(open_document: OpenDocument, case: Case, zoom: float = 9) -> Opened:
    """Open a case late enough that every word stands."""
    html = build_map(case).html()
    return open_document(html, address=f"#on={day(20)}&at=35.2,51.25,{zoom}")


def marks(opened: Opened) -> tuple[int, int]:
    """Return how many places have a mark of their own in the page, and how many places share one."""
    own = opened.page.locator(".place:not(.off)").count()
    labels = opened.page.locator(".crowd").evaluate_all("(nodes) => nodes.map((node) => node.ariaLabel)")
    return own, sum(int(label.split()[0].replace(",", "")) for label in labels)


def test_a_few_places_each_have_their_mark(open_document: OpenDocument) -> None:
    """As long as they can be told apart no place is put into a crowd."""
    opened = opened_with(open_document, crowded(100))
    assert marks(opened) == (100, 0)


def test_many_places_share_marks_and_are_all_counted(open_document: OpenDocument) -> None:
    """Far out, the marks and crowds in sight count every place in sight; a crowd opens on a click, ever closer."""
    opened = opened_with(open_document, crowded(2500), zoom=8)
    own, shared = marks(opened)
    assert own + shared == 2500
    assert shared > 2000
    assert opened.page.locator(".place").count() < 300
    zoom = opened.snapshot()["view"]["zoom"]
    opened.page.locator(".crowd").first.click()
    wait_for(opened.page, f"window.salient.snapshot().view.zoom > {zoom}")
    # Leaflet ignores a view that is set while it zooms.
    opened.page.wait_for_timeout(600)
    opened.page.evaluate("void Salient.map.setView([51.25, 35.2], 13, { animate: false })")
    wait_for(opened.page, "document.querySelectorAll('.crowd').length === 0")
    assert marks(opened)[0] > 0
    assert opened.complaints == []


def test_each_crowd_is_painted_where_its_element_is(open_document: OpenDocument) -> None:
    """The discs lie under the elements that answer for them, in the hue of who spoke; none is left after a move."""
    opened = opened_with(open_document, crowded(2500), zoom=8)
    assert set(opened.page.evaluate(UNDER, ".crowd")) == {"painted"}
    opened.page.evaluate("Salient.update({ layers: new Set(['zones']) })")
    wait_for(opened.page, "document.querySelectorAll('.crowd').length === 0")
    assert opened.page.evaluate(BLANK)
    opened.page.evaluate("Salient.update({ layers: new Set(['places']) })")
    opened.page.evaluate("void Salient.map.setView([51.25, 35.2], 9, { animate: false })")
    # Places are arranged anew in the frame after a move; until then the elements are those of the zoom before.
    opened.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))")
    assert set(opened.page.evaluate(UNDER, ".crowd")) == {"painted"}


def test_the_canvas_lets_the_pointer_through(open_document: OpenDocument) -> None:
    """What lies under the picture of the crowds answers: marks of places, zones, advances and the map itself."""
    opened = opened_with(open_document, crowded(100))
    seen = opened.page.evaluate("""() => {
      const found = new Set();
      for (let x = 5; x < innerWidth; x += 24)
        for (let y = 5; y < innerHeight; y += 24) found.add(document.elementFromPoint(x, y).classList.value);
      return [...found];
    }""")
    assert not any("crowds" in name for name in seen)


def test_a_crowd_says_whose_words_it_counts(open_document: OpenDocument) -> None:
    """Pointed at, a crowd tells its places by the side whose word was the latest; the legend has the ring."""
    opened = opened_with(open_document, crowded(2500), zoom=8)
    spot = opened.page.evaluate(UNDER, ".crowd").index("painted")
    opened.page.locator(".crowd").nth(spot).dispatch_event("mouseover")
    side = opened.page.evaluate("Salient.SIDE_WORDS[Salient.payload.events[0].side]")
    count = opened.page.locator(".crowd").nth(spot).get_attribute("aria-label").split()[0]
    told = opened.page.locator("#tooltip").inner_text()
    assert told.startswith(f"{count} places")
    assert f"latest word · {side}: {count}" in told
    assert opened.page.locator("#legend .crowd-key canvas").count() == 1
    assert opened_with(open_document, crowded(100)).page.locator("#legend .crowd-key").count() == 0


def test_what_is_selected_is_never_in_a_crowd(open_document: OpenDocument) -> None:
    """The selected place keeps a mark of its own among thousands."""
    opened = opened_with(open_document, crowded(2500), zoom=8)
    opened.page.evaluate("Salient.update({ selected: 'settlement:p01275' })")
    assert opened.page.locator(".place.lit:not(.off)").count() == 1


@pytest.mark.parametrize("zoom", [8, 9.5, 11, 13])
def test_labels_never_touch(open_document: OpenDocument, zoom: float) -> None:
    """At every zoom the names that are written keep clear of one another."""
    opened = opened_with(open_document, crowded(900), zoom=zoom)
    opened.page.wait_for_timeout(200)
    boxes = opened.page.evaluate(LABELS)
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]


@pytest.mark.parametrize("larger", ["p00000", "p00017", "p00035"])
def test_where_names_have_no_room_the_larger_place_keeps_its_name(open_document: OpenDocument, larger: str) -> None:
    """Of places in one spot, as much said of each, the one where more people live is named whatever its turn."""
    case = crowded(36)
    people = {"population": 6940, "population_source": "a census"}
    places = {
        ident: place.model_copy(
            update={"lon": 35.2 + 0.004 * (number % 6), "lat": 51.25 + 0.0025 * (number // 6)}
            | (people if ident == larger else {})
        )
        for number, (ident, place) in enumerate(case.settlements.items())
    }
    opened = opened_with(open_document, replace(case, settlements=places))
    named = opened.page.locator(".label-place:not(.off)").all_inner_texts()
    assert case.settlements[larger].name_en in named
    assert len(named) < 18


def test_uncertainty_is_drawn_once_it_shows(open_document: OpenDocument) -> None:
    """Far out no circle; close by each place in sight has one as wide as its precision, and the legend explains it."""
    opened = opened_with(open_document, crowded(100, precision_m=1000), zoom=8)
    assert opened.page.locator("path.precision").count() == 0
    opened.page.evaluate("void Salient.map.setView([51.25, 35.2], 12, { animate: false })")
    wait_for(opened.page, "document.querySelectorAll('path.precision').length > 0")
    width = opened.page.locator("path.precision").first.bounding_box()
    assert width is not None
    metres_a_pixel = 40075016.686 * 0.6262 / 2**20
    assert width["width"] == pytest.approx(2000 / metres_a_pixel, rel=0.05)
    assert "how far off a point may be" in (opened.page.locator("#legend-body").text_content() or "")


def test_marks_of_places_out_of_sight_are_not_made(open_document: OpenDocument) -> None:
    """Close by, only the places around have marks; the others come when the map goes there."""
    opened = opened_with(open_document, crowded(2500), zoom=13)
    few = opened.page.locator(".place").count()
    assert 0 < few < 200
    opened.page.evaluate("void Salient.map.setView([51.05, 34.8], 13, { animate: false })")
    wait_for(opened.page, f"document.querySelectorAll('.place').length > {few}")
