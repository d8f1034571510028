"""Time a date step, and the first paint, with a whole archive of fronts in the document.

    python -m benchmarks.front_steps ARCHIVE [--as deepstate-mirror] [--steps 200]

ARCHIVE is a folder of daily files. In one run, in one Chromium without a GPU and without a network: our document with
every day of the archive beside the Kursk case; a folium map rebuilt and loaded for each date; a folium page with every
day in it as a GeoJson layer of its own. folium's Timeline and TimestampedGeoJson and streamlit-folium load scripts from
the network, so they can't take part here.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import folium
from playwright.sync_api import Browser, Page, sync_playwright
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from benchmarks.date_step import KURSK, SCRIPT_ONLY, STEP, opened, percentile
from benchmarks.fronts import grounds_of
from benchmarks.page import CHROMIUM, FLAGS
from geo.analysis.fronts import areas_km2
from geo.geometry.topology.arcs import encode_series
from geo.io.case_store import open_case
from geo.io.mappers.registry import ARCHIVE_FORMATS
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.fronts import FrontFigures, FrontStatus, FrontTrack, Snapshot
from geo.webmap.assets import leaflet_script, leaflet_style
from geo.webmap.document import build_map

MEMORY_STEPS = 2000
DRAWN = "() => Object.values(window.salient.snapshot().fronts).every((front) => front.drawn)"
WALK = """async (steps) => {
  const range = document.getElementById('date');
  const days = Number(range.max);
  for (let step = 0; step < steps; step += 1) {
    const at = step % (2 * days);
    range.value = at < days ? at : 2 * days - at;
    range.dispatchEvent(new Event('change'));
    if (step % 10 === 0) await new Promise((done) => requestAnimationFrame(done));
  }
}"""


def track_of(grounds: list[BaseGeometry], first: date, case: Case) -> FrontTrack:
    """Return one day after another as a track."""
    days = [first + timedelta(days=n) for n in range(len(grounds))]
    series = encode_series(grounds)
    snapshots = tuple(Snapshot(day, day, f"{day:%Y%m%d}.geojson", "0" * 64) for day in days)
    figures = tuple(FrontFigures(area) for area in areas_km2(series, case.border).tolist())
    about = ("benchmark", "Benchmark", Side.RUSSIA, FrontStatus.HELD, "none", "Benchmark", False)
    return FrontTrack(*about, snapshots, series, figures)


def in_the_document(browser: Browser, case: Case, folder: Path, steps: int) -> dict[str, float]:
    """Measure our document: milliseconds, kilobytes and megabytes."""
    file = folder / "document.html"
    file.write_text(build_map(case).html(), encoding="utf-8")
    page, sent = opened(browser, file)
    first_paint = shown(page, DRAWN)
    page.wait_for_timeout(500)
    sent.clear()
    painted = []
    for step in range(steps):
        took, moved = page.evaluate(STEP, 1 if step < steps * 3 // 4 else -1)
        if moved:
            painted.append(took)
    script = page.evaluate(SCRIPT_ONLY)
    asked = sum(sent)
    before = heap_mb(page)
    page.evaluate(WALK, MEMORY_STEPS)
    after = heap_mb(page)
    page.close()
    return {
        "first": first_paint,
        "median": statistics.median(painted),
        "p95": percentile(painted, 0.95),
        "script": statistics.median(script),
        "script_p95": percentile(script, 0.95),
        "asked": asked,
        "kb": file.stat().st_size / 1000,
        "heap_before": before,
        "heap_after": after,
    }


def shown(page: Page, ready: str) -> float:
    """Return the milliseconds from the beginning of the navigation to the frame after something is true."""
    while not page.evaluate(ready):
        time.sleep(0.02)
    frame = (
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
    )
    return float(page.evaluate(frame))


def heap_mb(page: Page) -> float:
    """Return the size of the page's own memory after a collection, megabytes."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    found = session.send("Runtime.getHeapUsage")
    session.detach()
    return float(found["usedSize"]) / 1e6


def plain_map(case: Case, grounds: list[BaseGeometry]) -> str:
    """Return a folium page with some areas as GeoJson layers, Leaflet inlined so that the network plays no part."""
    view = case.settings.view
    plain = folium.Map((view.lat, view.lon), zoom_start=int(view.zoom), tiles=None)
    plain.default_js, plain.default_css = [], []
    for number, ground in enumerate(grounds):
        folium.GeoJson(mapping(ground), show=number == len(grounds) - 1).add_to(plain)
    inlined = f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"
    return plain.get_root().render().replace("<head>", f"<head>{inlined}", 1)


def rebuilt(browser: Browser, case: Case, grounds: list[BaseGeometry], folder: Path) -> tuple[list[float], float]:
    """Build, write and load a map for each date; milliseconds to paint, and kilobytes a step."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    times, sent = [], 0
    file = folder / "day.html"
    for ground in grounds:
        start = time.perf_counter()
        file.write_text(plain_map(case, [ground]), encoding="utf-8")
        page.goto(file.as_uri())
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        times.append(1000 * (time.perf_counter() - start))
        sent += file.stat().st_size
    page.close()
    return times, sent / 1000 / len(times)


def every_day_a_layer(browser: Browser, case: Case, grounds: list[BaseGeometry], folder: Path) -> tuple[float, float]:
    """Load a folium page with every day in it; milliseconds to the first paint, and megabytes."""
    file = folder / "every-day.html"
    file.write_text(plain_map(case, grounds), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri(), timeout=180_000)
    took = shown(page, "() => document.querySelectorAll('path').length > 0")
    page.close()
    return took, file.stat().st_size / 1e6


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, help="folder of an archive")
    parser.add_argument(
        "--as", dest="form", default="deepstate-mirror", choices=[n for n, f in ARCHIVE_FORMATS.items() if not f.mapped]
    )
    parser.add_argument("--steps", type=int, default=200)
    arguments = parser.parse_args()
    files = sorted(
        path for path in arguments.archive.iterdir() if path.name.endswith(ARCHIVE_FORMATS[arguments.form].suffixes)
    )
    grounds = grounds_of(files, arguments.form)
    long = [grounds[at if at < len(grounds) else 2 * len(grounds) - 1 - at] for at in _walk(2000, 2 * len(grounds))]
    case = open_case(KURSK)
    first = case.settings.first_date
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        found = {}
        for days in (grounds[:100], grounds[:200], grounds, long):
            track = track_of(days, first, case)
            found[len(days)] = in_the_document(browser, replace(case, fronts=(track,)), folder, arguments.steps)
        steps, kb = rebuilt(browser, case, grounds[:20], folder)
        all_days, all_mb = every_day_a_layer(browser, case, grounds, folder)
        browser.close()
    columns = ("days in the document", "first paint with all days in, ms", "step to paint, median and p95, ms")
    columns += ("script alone, median and p95, ms", "bytes asked for", "document, kB")
    columns += (f"its memory before and after {MEMORY_STEPS:,} steps, MB",)
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for days, one in found.items():
        cells = (days, f"{one['first']:.0f}", f"{one['median']:.1f}, {one['p95']:.1f}")
        cells += (f"{one['script']:.1f}, {one['script_p95']:.1f}", f"{one['asked']:.0f}", f"{one['kb']:.0f}")
        cells += (f"{one['heap_before']:.1f}, {one['heap_after']:.1f}",)
        print(f"| {' | '.join(map(str, cells))} |")
    ours, median = found[len(grounds)], statistics.median(steps)
    print("\n| naive way, the same archive | figure | times ours |\n|---|---|---|")
    first_way, second_way = "a folium map rebuilt and loaded for each date", "a folium page with every day as a layer"
    print(f"| {first_way}, to paint | {median:.0f} ms, {kb:.0f} kB a step | {median / ours['median']:.1f} |")
    print(f"| {second_way}, first paint | {all_days:.0f} ms, {all_mb:.1f} MB | {all_days / ours['first']:.1f} |")


def _walk(days: int, period: int) -> list[int]:
    return [day % period for day in range(days)]


if __name__ == "__main__":
    main()
