"""The pages Publish and New since in a real browser: what is made, what is downloaded, what is refused."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Page, expect

from benchmarks.serving import server
from geo.export.verify import verify

pytestmark = pytest.mark.browser
PATIENCE_MS = 90_000
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
HOSTILE = "<img src=x onerror=window.ran=1>"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app once for this file, on a case with a hostile claimant and no licence for its places."""
    folder = tmp_path_factory.mktemp("case") / "kursk-2024"
    shutil.copytree(KURSK, folder)
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text("utf-8").replace("Oleksandr Syrskyi", HOSTILE), encoding="utf-8")
    rows = folder / "licences.csv"
    kept = [line for line in rows.read_text("utf-8").splitlines() if not line.startswith("settlements,GeoNames")]
    rows.write_text("\n".join(kept) + "\n", encoding="utf-8")
    before = os.environ.get("SALIENT_CASE")
    os.environ["SALIENT_CASE"] = str(folder)
    try:
        with server() as (where, _):
            yield where
    finally:
        os.environ.pop("SALIENT_CASE")
        if before is not None:
            os.environ["SALIENT_CASE"] = before


@pytest.fixture(params=[{"width": 1440, "height": 900}, {"width": 360, "height": 740}], ids=["desktop", "phone"])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either size; it may complain of nothing, and nothing of the case may run in it."""
    context = chromium.new_context(viewport=request.param, accept_downloads=True)
    found = context.new_page()
    complaints: list[str] = []
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    assert found.evaluate("window.ran") is None
    assert found.evaluate("document.documentElement.scrollWidth") <= request.param["width"]
    context.close()
    assert complaints == []


def made(page: Page, tab: str, button: str) -> tuple[str, bytes]:
    """Press a button in a tab, wait until the thing is made, download it."""
    page.get_by_role("tab", name=tab).click()
    page.get_by_role("button", name=button).click()
    download = page.get_by_role("button", name="Download").locator("visible=true")
    expect(download).to_be_visible(timeout=PATIENCE_MS)
    with page.expect_download() as waiting:
        download.click()
    found: Download = waiting.value
    return found.suggested_filename, Path(found.path()).read_bytes()


def test_everything_leaves_by_a_button(page: Page, address: str):
    """Picture, sheet, film, data, pages and citation are made and downloaded, and are what they say they are."""
    page.goto(f"{address}publish?on=2024-08-12&known=2024-08-13")
    expect(page.get_by_role("button", name="Draw the picture")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.get_by_text("left out; no licence is recorded").first).to_be_visible()
    name, data = made(page, "Picture", "Draw the picture")
    assert name == "kursk-2024-2024-08-12.png"
    assert Image.open(io.BytesIO(data)).size == (2200, 1520)
    name, data = made(page, "Sheet", "small maps")
    assert data.startswith(b"\x89PNG")
    name, data = made(page, "Animation", "Draw 8 days")
    assert Image.open(io.BytesIO(data)).n_frames == 8
    name, data = made(page, "Data", "Write the file")
    assert (name, data[:15]) == ("kursk-2024-2024-08-12-known-2024-08-13.gpkg", b"SQLite format 3")
    name, data = made(page, "Page", "Build the pages")
    with zipfile.ZipFile(io.BytesIO(data)) as pages:
        version = json.loads(pages.read("version.json"))
    assert (version["on"], version["known"]) == ("2024-08-12", "2024-08-13")
    assert any("settlements" in line for line in version["left_out"])
    name, data = made(page, "Cite", "Make the citation bundle")
    assert all(one.holds for one in verify(data))


def test_what_became_known_is_told_and_can_be_subscribed_to(page: Page, address: str):
    """The table names each change with its address; the feeds hold the same; a filter leaves one kind."""
    page.goto(f"{address}new?on=2024-08-13")
    expect(page.get_by_text("added after 12 August 2024, up to and with 13 August 2024")).to_be_visible(
        timeout=PATIENCE_MS
    )
    rows = page.locator("table tbody tr")
    expect(rows.first).to_be_visible(timeout=PATIENCE_MS)
    count = rows.count()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Atom").click()
    feed = feedparser.parse(Path(waiting.value.path()).read_bytes())
    assert len(feed.entries) == count > 10
    page.get_by_role("button", name="Evacuation").click()
    expect(rows).not_to_have_count(count)
    assert 0 < rows.count() < count


def test_days_that_make_no_span_are_said(page: Page, address: str):
    """The first day of the case has nothing before it: one sentence, and no traceback."""
    page.goto(f"{address}new?on=2024-08-05")
    expect(page.get_by_text("until must be the later day")).to_be_visible(timeout=PATIENCE_MS)
