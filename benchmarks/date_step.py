"""Time a step of the date until it is painted, in the document and when the map is rebuilt for each date.

    python -m benchmarks.date_step [data/kursk-2024] [--steps 60] [--beside OTHER.html]

Both are measured in one run, in one Chromium without a GPU. A step is timed in the page, from the range's
input event to the first message after the animation frame that paints it; bytes are what the browser was sent.
The comparison rebuilds a folium map of the same day from GeoJSON layers and loads it, as streamlit-folium would.

With `--beside OTHER.html`, a document of the same case that another version wrote, the step is timed in both in turn
instead (`benchmarks.two_documents`). To make the other: `git worktree add ../before COMMIT`, and there
`python -m geo document kursk-2024 --out before.html`.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import folium
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.page import CHROMIUM, FLAGS
from benchmarks.two_documents import side_by_side, table
from geo.analysis.reconstruction import reconstructions
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.reports.layers import layer
from geo.webmap.assets import leaflet_script, leaflet_style
from geo.webmap.document import build_map

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
STEP = """async (days) => {
  const range = document.getElementById('date');
  const before = range.value;
  const paint = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await paint();
  const start = performance.now();
  range.value = Number(range.value) + days;
  range.dispatchEvent(new Event('input'));
  await new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
  const painted = performance.now() - start;
  return [painted, before !== range.value];
}"""
SCRIPT_ONLY = """() => {
  const times = [];
  const range = document.getElementById('date');
  for (let day = Number(range.min); day <= Number(range.max); day += 1) {
    range.value = day;
    const start = performance.now();
    range.dispatchEvent(new Event('change'));
    times.push(performance.now() - start);
  }
  return times;
}"""


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def opened(browser: Browser, file: Path) -> tuple[Page, list[int]]:
    """Open a file at the size of a laptop; the list collects the bytes of each request."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    sent: list[int] = []
    page.on(
        "request", lambda request: sent.append(Path(request.url.removeprefix("file://").split("#")[0]).stat().st_size)
    )
    page.goto(file.as_uri())
    return page, sent


def in_the_document(browser: Browser, file: Path, steps: int) -> tuple[list[float], list[float], int]:
    """Step through the days inside the document; milliseconds to paint, of script alone, and bytes for all steps."""
    page, sent = opened(browser, file)
    page.wait_for_timeout(500)
    sent.clear()
    painted = []
    for i in range(steps):
        took, moved = page.evaluate(STEP, 1 if i < steps * 3 // 4 else -1)
        if moved:
            painted.append(took)
    script: list[float] = page.evaluate(SCRIPT_ONLY)
    total = sum(sent)
    page.close()
    return painted, script, total


def rebuilt(case: Case, day: int) -> str:
    """Build a folium map of one day from the same layers, Leaflet inlined so that the network plays no part."""
    on = case.settings.first_date + timedelta(day)
    view = case.settings.view
    plain = folium.Map((view.lat, view.lon), zoom_start=int(view.zoom), tiles=None)
    plain.default_js, plain.default_css = [], []
    for name in ("border", "zones", "advances", "stretches", "reach", "settlements"):
        frame = layer(case, name, AsOf(on))
        if len(frame):
            folium.GeoJson(frame[["geometry"]].to_json()).add_to(plain)
    page = plain.get_root().render()
    inlined = f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"
    return page.replace("<head>", f"<head>{inlined}", 1)


def by_rebuilding(browser: Browser, case: Case, steps: int) -> tuple[list[float], int]:
    """Build, write and load a folium map for each date; milliseconds to paint, and bytes for all steps."""
    painted = []
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "map.html"
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for day in range(steps):
            start = time.perf_counter()
            file.write_text(rebuilt(case, day), encoding="utf-8")
            page.goto(file.as_uri())
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            painted.append(1000 * (time.perf_counter() - start))
            total += file.stat().st_size
        page.close()
    return painted, total


def report(name: str, times: list[float], byte_count: int, steps: int) -> None:
    """Print one line of the table."""
    print(
        f"| {name} | {statistics.median(times):.1f} | {percentile(times, 0.95):.1f} | {byte_count / steps / 1000:.1f} |"
    )


def beside(case: Case, other: Path, steps: int, rounds: int) -> None:
    """Time the steps of today's document and of another in turn, and print the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "document.html"
        file.write_text(build_map(case).html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        found = side_by_side(browser, (file, other), steps, rounds)
        browser.close()
    print(f"{case.settings.id}: {len(found)} steps in each of two documents, in turn")
    print(table(("this version", other.stem), found))


def main() -> None:
    """Measure both ways and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?", default=KURSK, help="folder of a case")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--beside", type=Path, help="another document of the case, to time in turn with today's")
    parser.add_argument("--rounds", type=int, default=3, help="with --beside, how often the steps are walked")
    arguments = parser.parse_args()
    case = open_case(arguments.case)
    if arguments.beside:
        beside(case, arguments.beside, arguments.steps, arguments.rounds)
        return
    reconstructions(case)  # once, before anything is timed
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "document.html"
        start = time.perf_counter()
        file.write_text(build_map(case).html(), encoding="utf-8")
        built = time.perf_counter() - start
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        painted, script, sent = in_the_document(browser, file, arguments.steps)
        naive, naive_bytes = by_rebuilding(browser, case, max(8, arguments.steps // 4))
        browser.close()
        size = file.stat().st_size
    print(f"{arguments.case.name}: document {size / 1000:.0f} kB, built in {1000 * built:.0f} ms; {len(painted)} steps")
    print("| way | median ms | p95 ms | kB a step |")
    print("|---|---|---|---|")
    report("date changed in the document, to paint", painted, sent, len(painted))
    report("the same, script alone", script, 0, len(script))
    report("folium map rebuilt and loaded for each date", naive, naive_bytes, len(naive))
    print(f"ratio of the medians: {statistics.median(naive) / statistics.median(painted):.0f}")


if __name__ == "__main__":
    main()
