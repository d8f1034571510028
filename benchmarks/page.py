"""Measure what the page costs: memory of the server, first paint, bytes while the date is dragged, the panel's delay.

    python -m benchmarks.page [--limit-mb 690] [--cores 2] [--visits 5]

With a limit, the server starts with that much data memory (RLIMIT_DATA: more raises MemoryError) on that many cores,
as on Streamlit Community Cloud. Memory is the resident set of the server process, sampled every 50 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import server

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]


def first_paint_s(browser: Browser, address: str) -> float:
    """Open the page in a fresh profile; seconds until the map's time bar and the panel both show."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    painted(page)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def empty_page_s(browser: Browser, visits: int) -> float:
    """Seconds (median) until a Streamlit page with one title shows: what the host itself costs on this machine."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text("import streamlit as st\nst.title('empty')\n", encoding="utf-8")
        with server(script=str(script)) as (address, _):
            seconds = []
            for _ in range(visits + 1):
                context = browser.new_context(viewport={"width": 1440, "height": 900})
                page = context.new_page()
                start = time.perf_counter()
                page.goto(address, wait_until="commit")
                page.get_by_role("heading", name="empty").wait_for(timeout=60_000)
                seconds.append(time.perf_counter() - start)
                context.close()
    return statistics.median(seconds[1:])


def painted(page: Page) -> None:
    """Wait until the map's time bar, a drawn shape and the panel's heading show."""
    frame = page.frame_locator("iframe")
    frame.locator("input[type=range]").wait_for(timeout=60_000)
    frame.locator("svg path").first.wait_for(state="attached", timeout=60_000)
    page.locator(".panel h2").wait_for(timeout=60_000)


def dragging(browser: Browser, address: str) -> tuple[int, int, float]:
    """Drag the date across the bar.

    Returns
    -------
    bytes_moving, bytes_after : int
        Sent to the server while the pointer was down, and after it was let go.
    panel_s : float
        From letting go until the panel shows the new day.
    """
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    sent: list[int] = []
    page.on("websocket", lambda ws: ws.on("framesent", lambda data: sent.append(len(data))))
    page.goto(address)
    painted(page)
    time.sleep(1.5)
    heading = page.locator(".panel h2").inner_text()
    box = page.frame_locator("iframe").locator("input[type=range]").bounding_box()
    if box is None:
        raise RuntimeError("the time bar has no box; is the map on the page?")
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.06, middle)
    page.mouse.down()
    sent.clear()
    for step in range(60):
        page.mouse.move(box["x"] + box["width"] * (0.06 + step * 0.012), middle)
        time.sleep(0.02)
    time.sleep(0.6)
    moving = sum(sent)
    sent.clear()
    page.mouse.up()
    start = time.perf_counter()
    while page.locator(".panel h2").inner_text() == heading:
        time.sleep(0.005)
    panel_s = time.perf_counter() - start
    time.sleep(0.5)
    page.close()
    return moving, sum(sent), panel_s


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit-mb", type=int)
    parser.add_argument("--cores", type=int)
    parser.add_argument("--visits", type=int, default=5)
    options = parser.parse_args()
    with server(options.limit_mb, options.cores) as (address, memory), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        cold = first_paint_s(browser, address)
        warm = [first_paint_s(browser, address) for _ in range(options.visits)]
        moving, after, panel_s = dragging(browser, address)
        empty = empty_page_s(browser, options.visits)
        browser.close()
        rows = (
            ("limits", f"{options.limit_mb or 'no'} MB, {options.cores or 'all'} cores"),
            ("first paint, cold server", f"{cold:.2f} s"),
            (
                "first paint, warm server",
                f"median {statistics.median(warm):.2f} s, worst {max(warm):.2f} s of {len(warm)}",
            ),
            (
                "an empty Streamlit page, warm",
                f"median {empty:.2f} s (ours is {statistics.median(warm) / empty:.1f} times that)",
            ),
            ("bytes sent while the date is dragged", f"{moving}"),
            ("bytes sent once it is let go", f"{after}"),
            ("panel shows the new day after", f"{panel_s * 1000:.0f} ms"),
            ("server's memory, now and at most", f"{memory.samples_mb[-1]:.0f} MB, {max(memory.samples_mb):.0f} MB"),
        )
    for label, text in rows:
        print(f"{label:<40}{text}")


if __name__ == "__main__":
    main()
