"""Take the README's pictures of the app: `python -m benchmarks.screenshots`."""

from __future__ import annotations

import time
from pathlib import Path

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


def take(browser: Browser, address: str, view: tuple[str, int, int, str, str]) -> Path:
    """Open one view and save what it looks like."""
    name, width, height, scheme, query = view
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address + query)
    painted(page)
    time.sleep(1.5)
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return file


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(exist_ok=True)
    with server() as (address, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        for view in VIEWS:
            print(take(browser, address, view).name)
        browser.close()


if __name__ == "__main__":
    main()
