"""Mappers' fronts on the map: drawn by day, pointed at, selected, told apart, switched off, compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from geo.model.ages import Ages
from geo.model.fronts import FrontTrack
from geo.webmap.document import build_map
from tests.browser.test_fronts_engine import ALL_LOADED
from tests.cases import day
from tests.conftest import OpenDocument, Opened, wait_for
from tests.tracks import fronts_case, two_tracks

pytestmark = pytest.mark.browser

INSIDE = (34.95, 51.24)
ALPHA = """([lon, lat]) => {
  const canvas = document.querySelector('canvas.fronts');
  const box = canvas.getBoundingClientRect();
  const at = Salient.map.latLngToContainerPoint([lat, lon]);
  const map = Salient.map.getContainer().getBoundingClientRect();
  const scale = canvas.width / box.width;
  const size = 24 * scale;
  const x = (at.x + map.left - box.left) * scale - size / 2;
  const y = (at.y + map.top - box.top) * scale - size / 2;
  const copy = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const pen = copy.getContext('2d', { willReadFrequently: true });
  pen.drawImage(canvas, -x, -y);
  const { data } = pen.getImageData(0, 0, size, size);
  let sum = 0;
  for (let i = 3; i < data.length; i += 4) sum += data[i];
  return sum / (data.length / 4);
}"""
POINT = """([lon, lat]) => {
  const at = Salient.map.latLngToContainerPoint([lat, lon]);
  const box = Salient.map.getContainer().getBoundingClientRect();
  return [at.x + box.left, at.y + box.top];
}"""
ONLY_FRONTS = "&layers=fronts"


def opened_on(
    open_document: OpenDocument, address: str, tracks: tuple[FrontTrack, ...] | None = None, **options: Any
) -> Opened:
    """Open the small case with fronts at an address, everything unpacked and painted."""
    case = fronts_case(tracks)
    opened = open_document(build_map(case).html(), address=address, **options)
    wait_for(opened.page, ALL_LOADED)
    opened.page.wait_for_timeout(250)
    return opened


def ink(opened: Opened, at: tuple[float, float] = INSIDE) -> float:
    """Return how much the fronts' canvas covers around a place, 0 to 255."""
    return float(opened.page.evaluate(ALPHA, list(at)))


def go(opened: Opened, offset: int) -> None:
    """Go to a day, counted from the case's start, and let it be painted."""
    opened.page.evaluate(f"Salient.update({{ date: Salient.dayOf('{day(offset)}') }})")
    opened.page.wait_for_timeout(60)


def point_at(opened: Opened, at: tuple[float, float]) -> None:
    """Move the pointer over a place."""
    x, y = opened.page.evaluate(POINT, list(at))
    opened.page.mouse.move(x - 3, y)
    opened.page.mouse.move(x, y)
    opened.page.wait_for_timeout(120)


def click_at(opened: Opened, at: tuple[float, float]) -> None:
    """Click a place."""
    opened.page.mouse.click(*opened.page.evaluate(POINT, list(at)))
    opened.page.wait_for_timeout(60)


def tip(opened: Opened) -> str:
    """Return what the tooltip says; '' while it is hidden."""
    box = opened.page.locator("#tooltip")
    return " | ".join(box.locator("strong, span").all_inner_texts()) if box.is_visible() else ""


def test_the_drawing_follows_the_day_without_a_request(open_document: OpenDocument) -> None:
    """Nothing before the first drawing, ground inside it, bare ground in a notch drawn later; no byte is asked for."""
    opened = opened_on(open_document, f"#on={day(5)}{ONLY_FRONTS}")
    assert ink(opened) == 0
    before = len(opened.requests)
    go(opened, 6)
    assert ink(opened, (34.95, 51.27)) > 20
    go(opened, 14)
    assert ink(opened, (34.95, 51.27)) < 10
    assert ink(opened, (34.8, 51.25)) > 20
    assert len(opened.requests) == before == 1
    assert opened.complaints == []


def test_a_drawing_fades_by_the_table_of_ages_and_ends(open_document: OpenDocument) -> None:
    """Carried it is filled, faded an outline, doubtful named so, ended not drawn; its card says each in words."""
    one, _ = two_tracks()
    case = fronts_case((one,))
    ages = Ages(beside=1, fades=2, doubtful=4, ended=6)
    case = replace(case, settings=case.settings.model_copy(update={"ages": ages}))
    opened = open_document(build_map(case).html(), address=f"#on={day(15)}{ONLY_FRONTS}&sel=front:{one.id}")
    wait_for(opened.page, ALL_LOADED)
    at = (34.8, 51.25)
    told = {}
    for offset in (15, 17, 19, 21):
        go(opened, offset)
        told[offset] = (ink(opened, at) > 0, opened.page.locator("#card").inner_text())
    assert [filled for filled, _ in told.values()] == [True, False, False, False]
    assert "carried forward, 1 day old" in told[15][1]
    assert "3 days old, faded" in told[17][1]
    assert "5 days old, doubtful" in told[19][1]
    assert "the last drawing is 7 days old" in told[21][1]
    go(opened, 19)
    assert opened.page.locator(".label-front").inner_text().endswith("5 days old, doubtful")
    go(opened, 21)
    edge = opened.page.evaluate("[...Salient.store.view.fronts.values()].map(({ state, index }) => [state, index])")
    assert edge == [["ended", None]]
    assert opened.complaints == []


def test_pan_and_zoom_keep_the_drawing_on_its_ground(open_document: OpenDocument) -> None:
    """After a pan and a zoom, animated ones too, the ground is covered where it was and nowhere else."""
    opened = opened_on(open_document, f"#on={day(6)}{ONLY_FRONTS}", device_scale_factor=2)
    bare = (34.5, 51.28)
    for move in ("setZoom(11)", "panBy([180, -90])", "setZoom(8.5)", "setView([51.3, 35], 10, { animate: false })"):
        opened.page.evaluate(f"void Salient.map.{move}")
        opened.page.wait_for_timeout(600)
        # A busy machine takes longer over the animation; that the ground comes to rest where it was is what is held.
        wait_for(opened.page, f"({ALPHA})({list(INSIDE)}) > 20")
        assert ink(opened, bare) == 0, move
    width = opened.page.evaluate(
        "(() => { const c = document.querySelector('canvas.fronts'); "
        "return c.width / c.getBoundingClientRect().width; })()"
    )
    assert width == pytest.approx(2, abs=0.01)
    assert opened.complaints == []


def test_what_is_carried_forward_is_fainter_and_says_its_age(open_document: OpenDocument) -> None:
    """Two days after the last drawing the ground is fainter than on its day, and the tooltip gives the age."""
    (one, _) = two_tracks()
    opened = opened_on(open_document, f"#on={day(9)}{ONLY_FRONTS}", (one,))
    own = ink(opened)
    point_at(opened, INSIDE)
    assert "updated" in tip(opened)
    go(opened, 11)
    assert 0 < ink(opened) < 0.75 * own
    point_at(opened, (34.951, 51.241))
    assert "carried forward, 2 days old" in tip(opened)
    assert opened.snapshot()["fronts"]["one.ukraine.held"] == {
        "state": "carried_forward",
        "index": 3,
        "age": 2,
        "drawn": True,
    }
    go(opened, 8)
    point_at(opened, INSIDE)
    assert "unchanged, confirmed" in tip(opened)


def test_a_front_is_found_by_pointing_and_by_clicking(open_document: OpenDocument) -> None:
    """The tooltip names mapper, state and measures of every front there; clicks go through them, then let go."""
    opened = opened_on(open_document, f"#on={day(6)}{ONLY_FRONTS}")
    point_at(opened, (34.5, 51.28))
    assert tip(opened) == ""
    point_at(opened, INSIDE)
    said = tip(opened)
    assert "Mapper Two: unclear, perhaps held by Ukraine" in said
    assert "also Mapper One: held by Ukraine" in said
    assert "km²" in said
    assert "km deep" in said
    click_at(opened, INSIDE)
    assert opened.snapshot()["selected"] == "front:two.ukraine.unclear"
    click_at(opened, INSIDE)
    assert opened.snapshot()["selected"] == "front:one.ukraine.held"
    card = opened.page.locator("#card").inner_text()
    for words in ("Mapper One: held by Ukraine", "no proof of control", "one_+06.geojson", "CC0-1.0", "assumed"):
        assert words in card
    click_at(opened, INSIDE)
    assert opened.snapshot()["selected"] is None


def test_the_card_gives_the_change_only_where_both_days_were_drawn(open_document: OpenDocument) -> None:
    """Gained and lost since the day before on the seventh; on the day after a gap, why there is none."""
    opened = opened_on(open_document, f"#on={day(7)}&sel=front:one.ukraine.held")
    assert "gained" in opened.page.locator("#card").inner_text()
    go(opened, 14)
    assert "not computed: there is no drawing of the day before" in opened.page.locator("#card").inner_text()


def test_two_mappers_differ_without_their_colours(open_document: OpenDocument) -> None:
    """In greyscale the pictures of two mappers' tracks differ, and so do held and unclear of one mapper."""
    one, two = two_tracks()
    other = FrontTrack(**(vars(one) | {"archive": "three", "status": two.status}))
    opened = opened_on(open_document, f"#on={day(6)}", (one, two, other))
    grey = opened.page.evaluate("""() => [...Salient.tracks.values()].map((track) => {
      const canvas = Salient.frontKey(track);
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return Array.from({ length: data.length / 4 }, (_, i) => data[4 * i + 3] > 90 ? 1 : 0).join('');
    })""")
    assert len(set(grey)) == 3
    assert opened.page.locator("#legend .front-choice").count() == 3


def test_each_track_has_a_switch_and_the_address_keeps_it(open_document: OpenDocument) -> None:
    """A switched-off track is not drawn, not found, not credited; the address says so and opens so."""
    opened = opened_on(open_document, f"#on={day(6)}{ONLY_FRONTS}")
    assert "Mapper One, CC0" in opened.page.locator("#attribution").inner_text()
    both = ink(opened)
    opened.page.click("#layers-button")
    opened.page.locator("#layers-panel label", has_text="Mapper One: held by Ukraine").click()
    opened.page.keyboard.press("Escape")
    opened.page.wait_for_timeout(100)
    assert 0 < ink(opened) < both
    assert opened.snapshot()["hiddenFronts"] == ["one.ukraine.held"]
    assert list(opened.snapshot()["fronts"]) == ["two.ukraine.unclear"]
    assert "Mapper One" not in opened.page.locator("#attribution").inner_text()
    address = opened.page.url.split("#")[1]
    assert "hidefront=one.ukraine.held" in address
    again = opened_on(open_document, f"#{address}")
    assert again.snapshot()["hiddenFronts"] == ["one.ukraine.held"]
    opened.page.evaluate("Salient.update({ layers: new Set(['places']) })")
    assert ink(opened) == 0
    assert opened.snapshot()["fronts"] == {}


def test_the_legend_selects_by_keyboard(open_document: OpenDocument) -> None:
    """A front can be reached and selected without a pointer, and Escape lets go of it."""
    opened = opened_on(open_document, f"#on={day(6)}", viewport={"width": 1280, "height": 900})
    opened.page.locator("#legend .front-choice").first.focus()
    opened.page.keyboard.press("Enter")
    assert opened.snapshot()["selected"] == "front:one.ukraine.held"
    opened.page.keyboard.press("Escape")
    assert opened.snapshot()["selected"] is None


def test_an_old_browser_says_why_there_are_no_fronts(open_document: OpenDocument) -> None:
    """Without the browser's own inflating, the map says so; everything else works."""
    opened = open_document(build_map(fronts_case()).html(), address=f"#on={day(6)}")
    opened.page.evaluate("delete window.DecompressionStream")
    opened.page.evaluate("Salient.loadFronts()")
    assert "too old to unpack the fronts" in opened.page.locator("#fronts-trouble").text_content()


def test_memory_of_paths_and_differences_is_bounded(open_document: OpenDocument) -> None:
    """However many days are looked at and compared, a series keeps a fixed number of paths and differences."""
    tracks = two_tracks()
    opened = opened_on(open_document, f"#on={day(6)}&compare={day(7)}", tracks)
    kept = opened.page.evaluate("""async () => {
      const [track] = Salient.tracks.values();
      for (let round = 0; round < 30; round += 1) {
        for (let index = 0; index < track.series.count; index += 1) {
          const frame = Salient.frameOf(Salient.map, Salient.frontsLayer._bounds);
          Salient.outlineOf(track.series, index, { ...frame, key: `${round % 3}` });
          for (let other = 0; other < track.series.count; other += 1) Salient.differenceOf(track.series, index, other);
        }
      }
      return [track.series.kept.size, track.series.differences.size];
    }""")
    assert kept[0] <= 24
    assert kept[1] <= 8
