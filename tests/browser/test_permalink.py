"""A permanent link opens the same state: in the published page, in a hosted map, and in the app."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.io.case_store import open_case
from geo.webmap.document import build_map
from tests.cases import small_case
from tests.conftest import OpenDocument, wait_for

pytestmark = pytest.mark.browser
PATIENCE_MS = 90_000
KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
AT = "35.3,51.1,10.5"


def looks_at(page: Page, lon: float, lat: float, zoom: float) -> None:
    """Wait until the map of a page looks at a place."""
    seen = "window.salient.snapshot().view"
    near = f"Math.abs({seen}.lon - {lon}) < 2e-3 && Math.abs({seen}.lat - {lat}) < 2e-3"
    wait_for(page, f"{near} && {seen}.zoom === {zoom}")


def test_a_page_opens_where_its_address_says_and_writes_where_it_looks(open_document: OpenDocument):
    """The address's view is taken; once a person has moved the map the address follows; back home it is gone."""
    html = build_map(small_case()).html()
    opened = open_document(html, address=f"#on=2024-08-15&at={AT}")
    looks_at(opened.page, 35.3, 51.1, 10.5)
    assert opened.snapshot()["date"] == "2024-08-15"
    opened.page.click("#zoom-in")
    wait_for(opened.page, "/at=35\\.(3|29)\\d*,51\\.(1|09)\\d*,11(&|$)/.test(location.hash)")
    # Leaflet ignores a view that is set while it zooms.
    opened.page.wait_for_timeout(600)
    opened.page.click("#zoom-home")
    wait_for(opened.page, "location.hash === '#on=2024-08-15'")
    assert opened.complaints == []


@pytest.mark.parametrize("at", ["51.1,35.3,10", "35,51", "35.3,51.1,99", "x,y,z", "${1},2,3", "1e9,2,3"])
def test_a_view_that_is_none_is_left_alone(open_document: OpenDocument, at: str):
    """Swapped axes, a place outside the case, words: the map opens on its own view and nothing breaks."""
    html = build_map(small_case()).html()
    plain = open_document(html, address="#on=2024-08-15")
    opened = open_document(html, address=f"#on=2024-08-15&at={at}")
    assert opened.snapshot()["view"] == plain.snapshot()["view"]
    assert opened.complaints == []


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A desktop page that may read and write the clipboard; it may complain of nothing."""
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    found = context.new_page()
    complaints: list[str] = []
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    assert complaints == []


def map_of(page: Page):
    """Return the frame of the map once it runs."""
    expect(page.locator("iframe[title^='Map of claims']")).to_be_attached(timeout=PATIENCE_MS)
    for _ in range(200):
        for frame in page.frames[1:]:
            if frame.evaluate("window.salient !== undefined"):
                return frame
        page.wait_for_timeout(50)
    pytest.fail("the map did not start")


def test_the_app_opens_the_same_state_and_copies_it(page: Page, address: str):
    """Day, clock, filters, selection and view of a link are the map's, and those of the link that is copied."""
    version = open_case(KURSK).version[:12]
    given = {"case": "kursk-2024", "v": version, "on": "2024-08-14", "known": "2024-08-15", "at": AT}
    given |= {"layers": "advances,zones", "sides": "russia", "sel": "claim:C0002"}
    page.goto(f"{address}?{'&'.join(f'{name}={value}' for name, value in given.items())}")
    frame = map_of(page)
    looks_at(frame, 35.3, 51.1, 10.5)
    wait_for(frame, "window.salient.snapshot().selected === 'claim:C0002'")
    state = frame.evaluate("window.salient.snapshot()")
    assert (state["date"], state["known"], state["layers"], state["sides"]) == (
        *("2024-08-14", "2024-08-15"),
        *(["advances", "zones"], ["russia"]),
    )
    expect(page.get_by_text("The data has changed")).to_have_count(0)
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    query = urlsplit(page.evaluate("navigator.clipboard.readText()")).query
    copied = {name: values[0] for name, values in parse_qs(query).items()}
    assert copied == given


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("v=0123456789ab", "The data has changed since this link was made: it was version 0123456789ab"),
        ("case=elsewhere", "This link is to case 'elsewhere'"),
        ("v=%3Cscript%3E", "a version has 12 signs"),
    ],
)
def test_the_app_says_when_the_data_has_changed(page: Page, address: str, query: str, words: str):
    """A link of another version or case is opened all the same, and what differs is said."""
    page.goto(f"{address}?on=2024-08-12&{query}")
    expect(page.get_by_text(words)).to_be_visible(timeout=PATIENCE_MS)


def test_moving_the_map_asks_nothing_and_the_pictures_follow(page: Page, address: str):
    """Panning sends nothing while the pointer is on the map; leaving it tells the view, and Publish draws that one."""
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(len(data))))
    page.goto(f"{address}?on=2024-08-12")
    frame = map_of(page)
    expect(page.locator(".jump")).to_be_visible(timeout=PATIENCE_MS)
    page.wait_for_timeout(500)
    before = len(sent)
    box = page.locator("iframe[title^='Map of claims']").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 340, steps=4)
    page.mouse.up()
    wait_for(page, "/[?&]at=/.test(location.search)")
    at = parse_qs(urlsplit(page.url).query)["at"][0]
    assert re.fullmatch(r"[\d.]+,[\d.]+,9", at)
    assert before > 0
    assert len(sent) == before
    page.mouse.move(box["x"] + box["width"] + 60, box["y"] + 200)
    page.wait_for_timeout(900)
    assert len(sent) > before
    page.get_by_role("link", name="Publish").click()
    expect(page.get_by_role("tab", name="Cite")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("tab", name="Cite").click()
    expect(page.get_by_text(f"at={at}").first).to_be_visible(timeout=PATIENCE_MS)
    assert json.dumps(frame.is_detached()) == "true"


def test_a_page_without_a_map_keeps_the_whole_view(page: Page, address: str):
    """Opened on Publish, a link keeps every part in the address, and the permanent link there names each of them."""
    query = (
        "on=2024-08-12&known=2024-08-15&compare=2024-08-14&curve=depth&layers=advances,zones&sides=ukraine,russia"
        f"&hide=DeepState&sel=claim:C0009&at={AT}&metric=area_km2"
    )
    page.goto(f"{address.rstrip('/')}/publish?{query}")
    page.get_by_role("tab", name="Cite").click(timeout=PATIENCE_MS)
    expect(page.get_by_text("Permanent link to this view:")).to_be_visible(timeout=PATIENCE_MS)
    wanted = parse_qs(query)
    assert parse_qs(urlsplit(page.url).query) == wanted
    link = page.locator("code", has_text="case=kursk-2024").first.inner_text()
    named = parse_qs(urlsplit(link).query)
    assert {name: values for name, values in named.items() if name not in {"case", "v"}} == wanted
