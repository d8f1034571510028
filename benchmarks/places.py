"""Measure what thousands of places and hundreds of zones cost on the map, beside a folium page.

    python -m benchmarks.places [--places 10000] [--zones 200]

In one run, in one Chromium without a GPU and without a network. A frame while the map is dragged is the time between
two animation frames; a step is timed as in `benchmarks.date_step`. The naive page is folium's: an SVG circle for each
place, a polygon for each zone, no date.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import folium
from playwright.sync_api import Browser, Page, sync_playwright
from shapely.geometry import MultiPolygon, box, mapping

from benchmarks.date_step import KURSK, SCRIPT_ONLY, STEP, opened, percentile
from benchmarks.page import CHROMIUM, FLAGS
from geo.io.case_store import open_case
from geo.model.case import Case
from geo.webmap.assets import leaflet_script, leaflet_style
from geo.webmap.document import build_map

WORDS = ("sudja", "суджа", "place 77", "plaec 4512", "viktorovca", "черкасское", "xyzzyq")
TYPED = [word[:end] for word in WORDS for end in range(1, len(word) + 1)]
FRAMES = """() => {
  window.frames = [];
  let last = performance.now();
  const tick = (now) => { window.frames.push(now - last); last = now; window.ticking = requestAnimationFrame(tick); };
  window.ticking = requestAnimationFrame(tick);
}"""
DAYS = """() => new Promise((done) => {
  const range = document.getElementById('date');
  const frames = [];
  let last = performance.now();
  let left = 90;
  const tick = (now) => {
    frames.push(now - last);
    last = now;
    range.value = Number(range.value) + (left > 45 ? 1 : -1);
    range.dispatchEvent(new Event('input'));
    left -= 1;
    if (left > 0) requestAnimationFrame(tick);
    else done(frames.slice(10));
  };
  requestAnimationFrame(tick);
})"""
FIRST_DAY = """() => {
  const range = document.getElementById('date');
  range.value = 1;
  range.dispatchEvent(new Event('change'));
}"""
SEARCH = """(texts) => {
  return texts.map((text) => {
    const start = performance.now();
    Salient.placeIndex.find(text);
    return performance.now() - start;
  });
}"""


def crowded(case: Case, places: int, zones: int) -> Case:
    """Add made-up places, a word about each on some day, and zones in a grid with an order each."""
    rng = random.Random(1)  # noqa: S311 - places for a benchmark
    area, first = case.settings.area, case.settings.start_date
    model, word = next(iter(case.settlements.values())), case.control_events[0]
    order, zone = case.orders[0], next(iter(case.zones.values()))
    settlements, events = dict(case.settlements), list(case.control_events)
    for number in range(places):
        ident = f"made-{number}"
        at = {"lon": rng.uniform(area.west, area.east), "lat": rng.uniform(area.south, area.north)}
        names = {"name_en": f"Place {number}", "name_ru": f"Место {number}", "name_uk": f"Місце {number}"}
        settlements[ident] = model.model_copy(update={"id": ident, "precision_m": 500.0} | at | names)
        day = first + timedelta(days=rng.randrange(60))
        said = {"id": f"w-{number}", "settlement": ident, "about_date": day, "known_date": day, "claim": None}
        events.append(word.model_copy(update=said))
    grid, orders = dict(case.zones), list(case.orders)
    side = max(1, round(zones**0.5))
    wide, high = (area.east - area.west) / side, (area.north - area.south) / side
    for number in range(zones):
        ident = f"zone-{number}"
        west, south = area.west + number % side * wide, area.south + number // side % side * high
        shape = MultiPolygon([box(west, south, west + wide * 0.9, south + high * 0.9)])
        grid[ident] = replace(zone, id=ident, name_en=f"Zone {number}", geometry=shape)
        day = first + timedelta(days=number % 30)
        orders.append(
            order.model_copy(update={"id": f"o-{number}", "zone": ident, "about_date": day, "end_date": None})
        )
    return replace(case, settlements=settlements, control_events=tuple(events), zones=grid, orders=tuple(orders))


def naive(case: Case) -> str:
    """Return a folium page with a circle for each place and a polygon for each zone, Leaflet inlined."""
    view = case.settings.view
    plain = folium.Map((view.lat, view.lon), zoom_start=int(view.zoom), tiles=None)
    plain.default_js, plain.default_css = [], []
    for place in case.settlements.values():
        if place.lon is not None and place.lat is not None:
            folium.CircleMarker((place.lat, place.lon), radius=5).add_to(plain)
    for zone in case.zones.values():
        if zone.geometry is not None:
            folium.GeoJson(mapping(zone.geometry)).add_to(plain)
    inlined = f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"
    return plain.get_root().render().replace("<head>", f"<head>{inlined}", 1)


def dragged(page: Page) -> list[float]:
    """Drag the map to and fro; milliseconds between animation frames."""
    page.mouse.move(720, 420)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(60):
        page.mouse.move(720 + 180 * (1 if step // 15 % 2 else -1) * (step % 15) / 15, 420 + step, steps=2)
    frames: list[float] = page.evaluate("() => { cancelAnimationFrame(window.ticking); return window.frames; }")
    page.mouse.up()
    return frames[1:]


def ours(browser: Browser, case: Case, folder: Path) -> dict[str, list[float]]:
    """Measure our document: steps, script, frames while dragged, searches; milliseconds."""
    file = folder / "ours.html"
    file.write_text(build_map(case).html(), encoding="utf-8")
    page, _ = opened(browser, file)
    page.wait_for_timeout(1500)
    page.evaluate(FIRST_DAY)
    steps = [took for took, moved in (page.evaluate(STEP, 1) for _ in range(40)) if moved]
    page.evaluate(FIRST_DAY)
    days = page.evaluate(DAYS)
    frames = dragged(page)
    searches = page.evaluate(SEARCH, TYPED)
    script = page.evaluate(SCRIPT_ONLY)
    page.close()
    return {
        "step to paint": steps,
        "script of a step alone": script,
        "frame while the date is dragged, a day a frame": days,
        "frame while the map is dragged": frames,
        "search, from the first letter on": searches,
    }


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--places", type=int, default=10_000)
    parser.add_argument("--zones", type=int, default=200)
    arguments = parser.parse_args()
    case = crowded(open_case(KURSK), arguments.places, arguments.zones)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        found = ours(browser, case, folder)
        (folder / "naive.html").write_text(naive(case), encoding="utf-8")
        page, _ = opened(browser, folder / "naive.html")
        page.wait_for_timeout(3000)
        plain = dragged(page)
        browser.close()
    mine = found["frame while the map is dragged"]
    found["folium, a mark for each: frame while the map is dragged"] = plain
    print(f"{len(case.settlements):,} places, {len(case.zones):,} zones\n")
    print("| what | median, ms | p95, ms |\n|---|---|---|")
    for what, times in found.items():
        print(f"| {what} | {statistics.median(times):.1f} | {percentile(times, 0.95):.1f} |")
    ratio = statistics.median(plain) / statistics.median(mine)
    print(f"\nA frame of the naive page takes {ratio:.1f} times as long.")


if __name__ == "__main__":
    main()
