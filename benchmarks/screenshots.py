"""Take the README's pictures of the app and a sheet for each of ten days: `python -m benchmarks.screenshots`.

    python -m benchmarks.screenshots [--days 2024-08-20 …] [--out FOLDER]

A sheet has one day as the app shows it in four ways: 1440 px and 360 px wide, light and dark.
"""

from __future__ import annotations

import argparse
import io
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from benchmarks.page import CHROMIUM, FLAGS, painted
from benchmarks.serving import server

FOLDER = Path(__file__).parent / "screenshots"
#: name, width and height in CSS pixels, colour scheme, address
VIEWS = (
    ("desktop-light", 1440, 900, "light", "?on=2024-08-12"),
    ("desktop-dark-known", 1440, 900, "dark", "?on=2024-08-15&known=2024-08-15&sel=settlement:martynovka"),
    ("phone-light", 360, 740, "light", "?on=2024-08-12"),
)
#: Days of which each asks something else of the map: no shape yet, one, several, old ones, none that is fresh.
DAYS = (
    "2024-08-06",
    "2024-08-08",
    "2024-08-12",
    "2024-08-14",
    "2024-08-20",
    "2024-08-31",
    "2024-09-06",
    "2024-09-30",
    "2024-11-23",
    "2024-12-31",
)
SIZES = ((1440, 900), (360, 740))
SCHEMES = ("light", "dark")
#: Of a sheet: pixels between pictures, the height of a row, and how many colours it keeps.
GAP, ROW_HEIGHT, COLOURS = 8, 600, 256


def taken(browser: Browser, address: str, size: tuple[int, int], scheme: str) -> bytes:
    """Open one view in a fresh profile and return what it looks like, as a PNG."""
    width, height = size
    dark = scheme == "dark"
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light")
    try:
        page = context.new_page()
        page.goto(address)
        painted(page)
        time.sleep(1.5)
        return page.screenshot()
    finally:
        context.close()


def sheet(browser: Browser, address: str, day: str) -> Image.Image:
    """Return one day in every size and scheme, side by side in rows of one height."""
    rows = []
    for scheme in SCHEMES:
        shots = [taken(browser, f"{address}?on={day}", size, scheme) for size in SIZES]
        pictures = [Image.open(io.BytesIO(shot)).convert("RGB") for shot in shots]
        rows.append([one.resize((round(one.width * ROW_HEIGHT / one.height), ROW_HEIGHT)) for one in pictures])
    width = max(sum(one.width for one in row) for row in rows) + GAP
    whole = Image.new("RGB", (width, len(rows) * ROW_HEIGHT + GAP), "white")
    for at, row in enumerate(rows):
        left = 0
        for picture in row:
            whole.paste(picture, (left, at * (ROW_HEIGHT + GAP)))
            left += picture.width + GAP
    return whole


def main() -> None:
    """Take every picture, or the sheets of some days."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", nargs="*", help="only the sheets of these days")
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with server() as (address, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        if options.days is None:
            for name, width, height, scheme, query in VIEWS:
                (options.out / f"{name}.png").write_bytes(taken(browser, address + query, (width, height), scheme))
                print(f"{name}.png")
        for day in options.days or DAYS:
            file = options.out / f"{day}.png"
            sheet(browser, address, day).quantize(COLOURS, kmeans=2).save(file, optimize=True)
            print(file.name)
        browser.close()


if __name__ == "__main__":
    main()
