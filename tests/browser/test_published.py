"""Published pages in a real browser: from disk, without a network, with every script error a failure."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as markup
from playwright.sync_api import Browser

from geo.errors import SelectionError
from geo.export.page import PageOptions, page, snippet
from geo.export.release import release
from geo.export.site import site, write_site
from geo.io.case_store import open_case
from tests.browser.test_document_safety import PAYLOADS, hostile_case
from tests.cases import day
from tests.conftest import OpenDocument, wait_for
from tests.publish_cases import licences, public_case

pytestmark = pytest.mark.browser
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
ADDRESS = "https://example.org/kursk/"


def small_page(*, slim: bool = False, **options: object) -> str:
    """Return the published page of the public case."""
    return page(release(public_case()), PageOptions(**options), slim=slim)  # type: ignore[arg-type]


@pytest.mark.parametrize("slim", [False, True], ids=["full", "to embed"])
def test_the_page_says_what_it_is(open_document: OpenDocument, slim: bool):
    """Claimed, the version and the way to the method are in plain sight; the map works; nothing is asked for."""
    opened = open_document(small_page(slim=slim))
    about = opened.page.locator("#about").inner_text()
    assert "Claimed, not control" in about
    assert "version 000000000000" in about
    assert opened.snapshot()["date"] == "2024-08-12"
    opened.page.keyboard.press("Tab")
    assert opened.complaints == []
    assert len(opened.requests) == 1
    if slim:
        link = opened.page.locator("#about a")
        assert (link.get_attribute("href"), link.get_attribute("rel")) == ("index.html", "noopener")


@pytest.mark.parametrize("viewport", [{"width": 1440, "height": 900}, {"width": 360, "height": 740}])
def test_method_sources_and_licences_open_by_keyboard(open_document: OpenDocument, viewport: dict[str, int]):
    """The page tells its method, both clocks, each source as a link, each licence, and what was left out and why."""
    opened = open_document(small_page(), viewport=viewport)
    before = opened.page.locator("#stage").bounding_box()
    opened.page.locator("#about summary").focus()
    opened.page.keyboard.press("Enter")
    wait_for(opened.page, "document.getElementById('about-body') !== null")
    text = opened.page.locator("#about-body").inner_text()
    for part in ("never a map of control", "Two clocks", "0" * 64, "border: ODbL-1.0", "Paper One: A page"):
        assert part in text, part
    assert "theirs.ukraine.held" in text
    assert "written permission" in text
    assert opened.page.locator("#about-body a").first.get_attribute("href") == "https://one.example/a"
    assert opened.page.locator("#stage").bounding_box() == before
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    assert opened.complaints == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_hostile_name_runs_nothing(open_document: OpenDocument, name: str):
    """Every payload in every text field, in the page and in what it says about itself: nothing runs, all is text."""
    case = hostile_case(PAYLOADS[name])
    base = tuple(f | {"properties": f["properties"] | {"licence": "CC0-1.0"}} for f in case.base)
    rows = tuple(row.model_copy(update={"attribution": PAYLOADS[name]}) for row in licences())
    html = page(release(replace(case, base=base, licences=rows)))
    opened = open_document(html)
    opened.page.click("#about summary")
    wait_for(opened.page, "document.getElementById('about-body') !== null")
    assert opened.page.evaluate("window.ran") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert opened.page.locator("img, iframe, object, embed, [onerror], [onload]").count() == 0
    assert PAYLOADS[name] in opened.page.locator("#about-body").inner_text()
    parsed = markup.fromstring(html)
    assert parsed.xpath("string(//meta[@property='og:title']/@content)").startswith(PAYLOADS[name])
    assert snippet(release(replace(case, base=base, licences=rows)), "").count("<") == 2


def test_it_works_inside_an_article(chromium: Browser, tmp_path: Path):
    """In the sandboxed frame of the snippet the map runs, fills the column of a phone, and can't reach the article."""
    files = site(release(public_case()))
    write_site(tmp_path, files)
    head = "<!doctype html><meta name=viewport content='width=device-width'><body><h1>Article</h1>"
    (tmp_path / "article.html").write_text(head + files["embed.txt"].decode(), encoding="utf-8")
    found = chromium.new_page(viewport={"width": 360, "height": 740}, offline=True)
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda message: errors.append(message.text))
    found.goto((tmp_path / "article.html").as_uri())
    frame = found.frames[1]
    wait_for(frame, "window.salient !== undefined")
    assert frame.evaluate("window.origin") == "null"
    assert (
        frame.evaluate("(() => { try { return parent.document.title; } catch { return 'refused'; } })()") == "refused"
    )
    box = found.locator("iframe").bounding_box()
    assert box is not None
    assert (box["width"] > 330, box["height"] >= 500) == (True, True)
    assert frame.locator("#about").is_visible()
    assert errors == []
    found.close()


def test_a_link_shows_a_picture_and_a_title():
    """The head has what networks ask for; with an address the picture's is absolute."""
    parsed = markup.fromstring(small_page(address=ADDRESS, on=day(9)))
    content = {node.get("property") or node.get("name"): node.get("content") for node in parsed.xpath("//meta")}
    assert content["og:title"] == "Small case, August 2024: claimed advances, not control"
    assert content["og:image"] == f"{ADDRESS}preview.png"
    assert (content["og:image:width"], content["og:image:height"]) == ("1200", "630")
    assert "15 August 2024" in content["og:description"]
    assert content["twitter:card"] == "summary_large_image"
    assert content["salient-version"] == "0" * 64
    with pytest.raises(SelectionError, match="it must be that of a folder"):
        PageOptions(address="http://example.org/kursk")


def test_the_same_case_gives_the_same_bytes():
    """Every file of the site, twice."""
    assert site(release(public_case())) == site(release(public_case()))


def test_what_may_not_go_out_is_in_no_file():
    """Nothing of the closed front but the sentence that it was left out."""
    files = site(release(public_case()))
    assert b"theirs-6.geojson" not in b"".join(files.values())
    assert b"theirs.ukraine.held" in files["licences.txt"]
    assert b"theirs.ukraine.held" in files["version.json"]
    assert b"Theirs" not in files["embed.html"]


def test_a_folder_that_others_use_keeps_their_files(tmp_path: Path):
    """Writing again replaces our files whole and leaves others alone; no temporary file stays."""
    (tmp_path / "other.txt").write_text("kept", encoding="utf-8")
    for _ in range(2):
        write_site(tmp_path, {"index.html": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"other.txt": b"kept", "index.html": b"new"}


def test_the_shipped_case_is_small_enough_for_a_phone(open_document: OpenDocument):
    """The Kursk page is under 500 kB gzipped, and opens with its claims on the map."""
    case = open_case(KURSK)
    html = page(release(case))
    assert len(gzip.compress(html.encode(), 9)) < 500_000
    opened = open_document(html)
    assert opened.snapshot()["date"] == "2024-08-12"
    assert opened.complaints == []


def test_tiles_are_asked_for_only_where_somebody_chose_them():
    """Without tiles the policy lets no image from anywhere through; with them, from their server alone, credited."""
    plain = small_page()
    tiled = small_page(tiles=("https://tile.example.org/{z}/{x}/{y}.png", "Tiles by Somebody"))
    policy = "//meta[@http-equiv='Content-Security-Policy']/@content"
    assert "img-src data:;" in markup.fromstring(plain).xpath(f"string({policy})")
    assert "img-src data: https://tile.example.org;" in markup.fromstring(tiled).xpath(f"string({policy})")
    assert "Tiles by Somebody" in tiled
