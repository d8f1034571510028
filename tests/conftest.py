"""Fixtures that more than one test file needs: a real browser, and documents opened in it."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Frame, Page, sync_playwright

from benchmarks.serving import server
from tests.fonts import write_font_settings

# Timings are benchmarks, never assertions: a loaded machine fails no property.
settings.register_profile("salient", deadline=None)
settings.load_profile("salient")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a case of bytes by its argument, never by the bytes.

    A zip holds the time it was written: named by its bytes, one test would have another name in each worker, and
    pytest-xdist refuses to run tests that its workers name differently.
    """
    return argname if isinstance(val, bytes) else None


CHROMIUM_ARGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium_path() -> str | None:
    """Return where Chromium is installed: $CHROMIUM, or the first known name on the path."""
    named = os.environ.get("CHROMIUM")
    return named or next((found for found in map(shutil.which, _NAMES) if found), None)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A headless Chromium with fonts of its own; without one the test is skipped, but under CI it fails."""
    path = chromium_path()
    if path is None:
        reason = "no Chromium found: install Debian's package chromium, or set CHROMIUM to its path"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        fonts = write_font_settings(tmp_path_factory.mktemp("fonts"))
        environment: dict[str, str | float | bool] = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGS), env=environment)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The app on the shipped case, which none of its pages may change: started once for all files that ask for it."""
    with server() as (where, _):
        yield where


@dataclass
class Opened:
    """A document open in a browser, and everything it said or asked for."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def snapshot(self) -> dict[str, Any]:
        """What the document says is on its map."""
        found: dict[str, Any] = self.page.evaluate("window.salient.snapshot()")
        return found


def wait_for(frame: Page | Frame, script: str, *, seconds: float = 10) -> None:
    """Wait until a script is true. Playwright's own waiting evaluates text in the page, which the policy forbids."""
    until = time.monotonic() + seconds
    while not frame.evaluate(script):
        if time.monotonic() > until:
            pytest.fail(f"not true within {seconds:g} s: {script}")
        frame.wait_for_timeout(15)


OpenDocument = Callable[..., Opened]


@pytest.fixture
def open_document(chromium: Browser, tmp_path: Path) -> Iterator[OpenDocument]:
    """Open HTML as a file, offline, and record its requests and complaints."""
    contexts = []

    def open_it(html: str, *, address: str = "", **context_options: Any) -> Opened:
        file = tmp_path / f"document-{len(contexts)}.html"
        file.write_text(html, encoding="utf-8")
        options = {"viewport": {"width": 1280, "height": 800}, "offline": True} | context_options
        context = chromium.new_context(**options)
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        opened.page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        opened.page.goto(file.as_uri() + address)
        wait_for(opened.page, "window.salient !== undefined || window.parent !== window")
        return opened

    yield open_it
    for context in contexts:
        context.close()
