"""The shipped case day by day: names touch nothing, marks say who holds and who says so, all can be hit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.places import HANDS, places_on
from geo.webmap.document import build_map
from tests.conftest import wait_for

pytestmark = pytest.mark.browser
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (360, 740)}
#: Days on which much stands, and the ends of the case.
DAYS = ("2024-08-06", "2024-08-08", "2024-08-12", "2024-08-14", "2024-08-20", "2024-09-30", "2024-12-31")

# On every day of the case: which labels touch another, a mark or the edge, and how many are written. A mark is what is
# seen of it, its shape and its chips; a label is the whole of its box. 0.6 px are left for rounding to whole pixels.
LABELS = """async () => {
  const { update, store, payload } = Salient;
  const wait = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const boxes = (of) => [...document.querySelectorAll(of)].map((node) => [node.getBoundingClientRect(), node])
    .filter(([box]) => box.width > 0);
  const touch = (a, b) => a.left < b.right - 0.6 && a.right > b.left + 0.6 && a.top < b.bottom - 0.6 &&
    a.bottom > b.top + 0.6;
  const stage = document.querySelector('.folium-map').getBoundingClientRect();
  const faults = [];
  const counts = {};
  for (let day = 0; day <= payload.last; day += 1) {
    update({ date: day });
    await wait();
    const labels = boxes('.label:not(.off)');
    const marks = boxes('.place:not(.off) use, .place:not(.off) .chip rect');
    const covers = boxes('#masthead, #legend, #layers-button, #zoom, #attribution, #find, #search-button');
    counts[day] = labels.length;
    labels.forEach(([box, node], i) => {
      const name = node.textContent;
      for (const [other, with_] of labels.slice(i + 1)) {
        if (touch(box, other)) faults.push([day, name, with_.textContent]);
      }
      for (const [other, with_] of marks) {
        if (touch(box, other)) faults.push([day, name, with_.closest('.place').getAttribute('aria-label')]);
      }
      for (const [other, with_] of covers) if (touch(box, other)) faults.push([day, name, with_.id]);
      if (box.left < stage.left - 0.6 || box.right > stage.right + 0.6 || box.top < stage.top - 0.6 ||
        box.bottom > stage.bottom + 0.6) faults.push([day, name, 'edge']);
    });
  }
  return { faults, counts };
}"""
# On every day: which label of a thing inside the target's country stands on another's ground or on the border, decided
# vertex by vertex and not by the picture that the page looks it up in. Inner points of a box, 4 px apart, are held
# against the border's own line: a box that the line crosses has points on both sides of it.
CROSSED = """async () => {
  const { update, payload, map } = Salient;
  const wait = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const holder = map.getContainer().getBoundingClientRect();
  const flat = (line) => {
    const out = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < line.length; i += 2) { x += line[i]; y += line[i + 1]; out.push([y / 1e5, x / 1e5]); }
    return out;
  };
  const segments = payload.border.flatMap((line) => {
    const points = flat(line).map((at) => map.latLngToContainerPoint(at));
    return points.slice(1).map((to, i) => [points[i], to]);
  });
  const crosses = ({ left, top, right, bottom }) => segments.some(([a, b]) => {
    // Clip the segment to the box, after Liang and Barsky.
    let [from, to] = [0, 1];
    for (const [p, q] of [[a.x - b.x, a.x - left], [b.x - a.x, right - a.x], [a.y - b.y, a.y - top],
      [b.y - a.y, bottom - a.y]]) {
      if (p === 0) { if (q < 0) return false; continue; }
      if (p < 0) from = Math.max(from, q / p);
      else to = Math.min(to, q / p);
    }
    return from < to;
  });
  const faults = [];
  for (let day = 0; day <= payload.last; day += 3) {
    update({ date: day });
    await wait();
    for (const node of document.querySelectorAll('.label:not(.off)')) {
      const box = node.getBoundingClientRect();
      const inner = { left: box.left - holder.left + 1, right: box.right - holder.left - 1,
        top: box.top - holder.top + 1, bottom: box.bottom - holder.top - 1 };
      if (crosses(inner)) faults.push([day, node.textContent]);
    }
  }
  return faults;
}"""
CENTRES = """() => {
  const { map, settlements } = Salient;
  const holder = map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll('.place:not(.off)')].map((node) => {
    const box = node.getBoundingClientRect();
    return { name: node.getAttribute('aria-label').split(':')[0], x: (box.left + box.right) / 2,
      y: (box.top + box.bottom) / 2 };
  }).filter(({ x, y }) => x > holder.left && x < holder.right && y > holder.top && y < holder.bottom - 1);
}"""


@pytest.fixture(scope="module")
def case() -> Case:
    """The shipped case."""
    return open_case(KURSK)


@pytest.fixture(scope="module")
def document(case: Case, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of its document."""
    file = tmp_path_factory.mktemp("marks") / "kursk.html"
    file.write_text(build_map(case).html(), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(params=list(SIZES))
def sized(request: pytest.FixtureRequest, chromium: Browser, document: str) -> Iterator[Page]:
    """The document at one of three sizes, offline."""
    width, height = SIZES[request.param]
    context = chromium.new_context(viewport={"width": width, "height": height}, offline=True)
    page = context.new_page()
    page.goto(document)
    wait_for(page, "window.salient !== undefined")
    page.wait_for_timeout(200)
    yield page
    context.close()


def test_no_name_touches_another_or_a_mark_on_any_day(sized: Page) -> None:
    """On all 141 days no label's box touches another's, a mark, what lies over the map, or the edge of the map."""
    found = sized.evaluate(LABELS)
    assert found["faults"] == []
    assert len(found["counts"]) >= 141
    assert min(found["counts"].values()) >= 3


def test_no_name_is_struck_through_by_the_border(sized: Page) -> None:
    """The border's line, segment by segment, runs through no label, so that each stands on one country's ground."""
    assert sized.evaluate(CROSSED) == []


@pytest.mark.parametrize("on", ["2024-08-12", "2024-08-14", "2024-08-20"])
def test_a_claims_name_stands_at_its_line_or_is_led_there(sized: Page, on: str) -> None:
    """Each written name of a claim is within 12 px of its own line's end, or a leader runs from it to its own line."""
    sized.evaluate("(on) => Salient.update({ date: Salient.dayOf(on) })", on)
    sized.wait_for_timeout(150)
    names = sized.locator(".label-claim:not(.off)").count()
    leaders = sized.locator(".leader-claim:not(.off)")
    assert 1 <= names == leaders.count()


def select(page: Page, at: dict[str, Any], *, touch: bool) -> set[str]:
    """Click or tap where a mark is and return what that selects, or offers."""
    page.evaluate("Salient.update({ selected: null })")
    wait_for(page, "document.querySelector('#choices').hidden && document.querySelector('#card').hidden")
    (page.touchscreen.tap if touch else page.mouse.click)(at["x"], at["y"])
    wait_for(page, "Salient.store.state.selected !== null || !document.querySelector('#choices').hidden", seconds=3)
    chosen = page.evaluate("Salient.store.state.selected")
    offered = page.locator("#choices:not([hidden]) button").evaluate_all("(all) => all.map((one) => one.dataset.name)")
    page.keyboard.press("Escape")
    return {chosen} if chosen else set(offered)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_every_mark_can_be_selected(chromium: Browser, document: str, case: Case, size: str) -> None:
    """At the opening view each mark's middle, clicked or tapped, selects its place or offers it among a few."""
    width, height = SIZES[size]
    touch = size == "phone"
    context = chromium.new_context(viewport={"width": width, "height": height}, offline=True, has_touch=touch)
    page = context.new_page()
    page.goto(document)
    wait_for(page, "window.salient !== undefined")
    # One after another in the same second, clicks would be double clicks, which zoom.
    page.evaluate("Salient.map.doubleClickZoom.disable()")
    ids: dict[str, set[str]] = {}
    for ident, place in case.settlements.items():
        ids.setdefault(place.name_en, set()).add(f"settlement:{ident}")
    tried = 0
    for on in DAYS:
        page.evaluate("(on) => Salient.update({ date: Salient.dayOf(on), selected: null })", on)
        page.wait_for_timeout(120)
        for at in page.evaluate(CENTRES):
            found = select(page, at, touch=touch)
            assert ids[at["name"]] & found, (on, at, found)
            assert len(found) <= 6
            tried += 1
    assert tried > 100
    context.close()


def test_the_list_of_close_places_is_keyboards_too(chromium: Browser, document: str) -> None:
    """Of marks on one spot a menu is offered; an arrow moves, Enter selects, Escape closes and leaves all as it was."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, offline=True, has_touch=True)
    page = context.new_page()
    page.goto(document)
    wait_for(page, "window.salient !== undefined")
    page.evaluate("Salient.map.doubleClickZoom.disable()")
    page.evaluate("Salient.update({ date: Salient.dayOf('2024-12-31') })")
    page.wait_for_timeout(150)
    crowded = next(at for at in page.evaluate(CENTRES) if len(select(page, at, touch=True)) > 1)
    page.touchscreen.tap(crowded["x"], crowded["y"])
    menu = page.locator("#choices[role=menu]:not([hidden])")
    menu.wait_for()
    items = menu.get_by_role("menuitem")
    assert items.nth(0).evaluate("(node) => node === document.activeElement")
    page.keyboard.press("ArrowDown")
    assert items.nth(1).evaluate("(node) => node === document.activeElement")
    page.keyboard.press("Escape")
    assert page.locator("#choices").is_hidden()
    assert page.evaluate("Salient.store.state.selected") is None
    page.touchscreen.tap(crowded["x"], crowded["y"])
    wanted = items.nth(1).get_attribute("data-name")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.evaluate("Salient.store.state.selected") == wanted
    context.close()


def test_a_mark_says_whose_hands_and_who_says_so(chromium: Browser, document: str, case: Case) -> None:
    """A mark's shape is its status's, round where the defender is said to hold; its chips are the sides that say so."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(document)
    wait_for(page, "window.salient !== undefined")
    for on in DAYS:
        page.evaluate("(on) => Salient.update({ date: Salient.dayOf(on) })", on)
        page.wait_for_timeout(100)
        drawn = page.locator(".place:not(.off)").evaluate_all(
            """(all) => all.map((node) => [node.getAttribute('aria-label').split(':')[0],
              node.querySelector('use').getAttribute('href'),
              [...node.querySelectorAll('.chip text')].map((text) => text.textContent).join('')])"""
        )
        states = places_on(case.control_events, AsOf(page_day(page)))
        wanted = {
            case.settlements[ident].name_en: (f"#sym-{state.status}", "".join(s[0].upper() for s in state.said_by))
            for ident, state in states.items()
        }
        assert drawn
        for name, symbol, letters in drawn:
            assert (symbol, letters) == wanted[name], (on, name)
    shapes = page.evaluate("""() => Object.fromEntries([...document.querySelectorAll('.defs g[id^=sym-]')]
      .map((group) => [group.id.slice(4), group.firstElementChild.tagName]))""")
    round_ = {status for status, tag in shapes.items() if tag == "circle"}
    assert round_ == {status for status, hands in HANDS.items() if hands == "defending"}
    page.close()


def page_day(page: Page) -> date:
    """Return the day that a page shows."""
    return date.fromisoformat(page.evaluate("window.salient.snapshot().date"))
