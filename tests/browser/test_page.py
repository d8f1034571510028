"""The app in a real browser, without a network: what a person sees, types and clicks."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from benchmarks.serving import server
from geo.io.case_store import open_case

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)

KURSK = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
PATIENCE_MS = 90_000  # a cold server on a loaded machine
HOSTILE = (
    '<img src=x onerror="window.top.hurt=1">',
    "${window.hurt=1}",
    "</script><script>window.hurt=1</script>",
    "{{7*7}}",
    "[a](javascript:window.hurt=1)",
    "<b>bold</b>",
)


class Visit:
    """A page of the app with everything that it asked for and complained of."""

    def __init__(self, browser: Browser, address: str, **options: object) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})  # type: ignore[arg-type]
        self.page: Page = self.context.new_page()
        self.address = address
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.sent: list[str | bytes] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._note)
        self.page.on("websocket", lambda ws: ws.on("framesent", self._count))

    def _count(self, data: str | bytes) -> None:
        self.sent.append(data)

    def _note(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(f"{message.type}: {message.text}")

    def open(self, query: str = "") -> Visit:
        """Open the map's page and wait until map and panel are there."""
        self.page.goto(self.address + query)
        expect(self.bar).to_be_visible(timeout=PATIENCE_MS)
        expect(self.heading).to_be_visible(timeout=PATIENCE_MS)
        return self

    @property
    def map(self) -> FrameLocator:
        """The map document's frame."""
        return self.page.frame_locator("iframe")

    @property
    def bar(self):
        """The time bar."""
        return self.map.locator("input[type=range]")

    @property
    def heading(self):
        """The panel's day."""
        return self.page.locator(".panel h2")

    @property
    def panel(self):
        """The day's panel."""
        return self.page.locator(".panel")

    def query(self) -> dict[str, list[str]]:
        """Return what the address holds."""
        return parse_qs(urlsplit(self.page.url).query)


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visit]:
    """A desktop visit; nothing may leave the machine and nothing may be complained of."""
    found = Visit(chromium, address)
    yield found
    away = [url for url in found.requests if not url.startswith((address, "data:", "blob:", "about:"))]
    found.context.close()
    assert away == []
    assert found.complaints == []


def test_12_august_shows_its_figures_each_with_a_source(visit: Visit):
    """The figures of the seed report and the two beside it are on the page, each row with a link."""
    visit.open("?on=2024-08-12")
    expect(visit.heading).to_have_text("12 August 2024 · day 7")
    wanted = {
        "about 12 km": "Aleksei Smirnov",
        "about 40 km": "Aleksei Smirnov",
        "28": "Aleksei Smirnov",
        "about 121,000": "Aleksei Smirnov",
        "about 180,000": "Aleksei Smirnov",
        "12": "Aleksei Smirnov",
        "121": "Aleksei Smirnov",
        "about 1,000 km²": "Oleksandr Syrskyi",
        "about 44": "DeepState",
    }
    for value, who in wanted.items():
        row = (
            visit.panel.locator(".group .row")
            .filter(has=visit.page.get_by_text(value, exact=True))
            .filter(has_text=who)
        )
        expect(row.first).to_be_visible()
        assert row.first.locator("a[href^=http]").count() >= 1
    expect(visit.panel).to_contain_text("10 of them children")
    orders = visit.panel.locator("details", has_text="Evacuation, about this day")
    expect(orders).to_contain_text("Krasnoyaruzhsky district")


def test_5_august_is_empty(visit: Visit):
    """Before the operation nothing is claimed and nothing is drawn."""
    visit.open("?on=2024-08-05")
    expect(visit.panel.locator(".sentence")).to_have_text("Nothing is claimed.")
    snapshot = frame_of(visit).evaluate("window.salient.snapshot()")
    assert not any(snapshot[layer] for layer in ("advances", "settlements", "zones"))


def frame_of(visit: Visit):
    """Return the map document's frame, to run a script in it."""
    return next(frame for frame in visit.page.frames if frame.parent_frame is not None)


def test_the_date_moves_by_keyboard_and_the_page_follows(visit: Visit):
    """An arrow key moves the day; panel and address follow; the frame, its zoom and its centre stay."""
    visit.open("?on=2024-08-12")
    frame = frame_of(visit)
    before = frame.evaluate("window.salient.snapshot().view")
    frame.evaluate("window.stays = 1")
    visit.bar.focus()
    visit.page.keyboard.press("ArrowRight")
    expect(visit.heading).to_have_text("13 August 2024 · day 8")
    assert visit.query()["on"] == ["2024-08-13"]
    assert frame.evaluate("window.stays") == 1
    assert frame.evaluate("window.salient.snapshot().view") == before


def test_the_view_is_kept_while_another_page_is_read(visit: Visit):
    """Going to the method page and back, map, panel and address show the day that was left."""
    visit.open("?on=2024-08-12")
    visit.bar.focus()
    visit.page.keyboard.press("ArrowRight")
    expect(visit.heading).to_have_text("13 August 2024 · day 8")
    visit.page.get_by_role("link", name="Method and sources").click()
    expect(visit.page.get_by_role("heading", name="How this is made")).to_be_visible()
    visit.page.get_by_role("link", name="Map", exact=True).click()
    expect(visit.heading).to_have_text("13 August 2024 · day 8")
    expect(visit.map.get_by_text("13 August 2024").first).to_be_visible()
    assert visit.query()["on"] == ["2024-08-13"]


def test_nothing_is_sent_while_the_date_is_dragged(visit: Visit):
    """From pointer down to pointer up no byte goes to the server; after it, the panel follows."""
    visit.open("?on=2024-08-12")
    visit.page.wait_for_timeout(1500)
    box = visit.bar.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    visit.page.mouse.move(box["x"] + 0.1 * box["width"], middle)
    visit.page.mouse.down()
    visit.sent.clear()
    for share in range(10, 80, 2):
        visit.page.mouse.move(box["x"] + share / 100 * box["width"], middle)
        visit.page.wait_for_timeout(15)
    visit.page.wait_for_timeout(600)
    assert visit.sent == []
    visit.page.mouse.up()
    expect(visit.heading).not_to_have_text("12 August 2024 · day 7")


def test_knowledge_of_the_day_hides_what_came_later(visit: Visit):
    """As known on 12 August, ISW's area known on the 13th is no figure of the day, only one of those known later."""
    figures = visit.panel.locator(".group").filter(has_text="at least 777 km²")
    visit.open("?on=2024-08-12")
    expect(figures).to_have_count(1)
    visit.open("?on=2024-08-12&known=2024-08-12")
    expect(visit.panel.locator(".clocks")).to_contain_text("at least 777 km²")
    expect(figures).to_have_count(0)
    expect(visit.page.locator(".head .known")).to_have_text("as known on 12 August 2024")
    expect(visit.page.locator(".head.past")).to_be_visible()


def test_a_figure_a_village_and_a_zone_open_in_the_panel(visit: Visit):
    """Clicking a figure, a village on the map and an address with a zone each show their claims."""
    visit.open("?on=2024-08-12")
    visit.panel.get_by_role("button", name="depth: about 12 km, Aleksei Smirnov").click()
    card = visit.panel.locator(".selection")
    expect(card).to_contain_text("Placed by")
    assert visit.query()["sel"] == ["advance:P12x40"]
    visit.map.get_by_role("button", name="Guevo").first.click()
    expect(card.locator("h3")).to_have_text("Guevo")
    expect(card).to_contain_text("Newsweek")
    card.get_by_role("button", name="Close").click()
    expect(card).to_have_count(0)
    assert "sel" not in visit.query()
    visit.open("?on=2024-08-12&sel=zone:krasnoyaruzhsky")
    expect(card).to_contain_text("Vyacheslav Gladkov")
    expect(card).to_contain_text("approximate")


def test_the_ground_of_a_verdict_is_shown_on_the_map(visit: Visit):
    """The verdict's area is a button that outlines that ground on the map, with why it is not the drawn one."""
    visit.open("?on=2024-08-12")
    row = visit.page.locator(".verdict", has_text="About 1,000 km²").first
    row.get_by_text("on the map", exact=True).click()
    button = row.get_by_role("button", name="up to 1,320 km², the width read straight")
    button.click()
    expect(visit.map.locator("path.spoken-area")).to_have_count(1)
    expect(visit.map.locator(".spoken-name")).to_have_text("up to 1,320 km², the width read straight")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(row.locator(".why").first).to_contain_text("The map draws 964 km² for these two figures.")
    button.click()
    expect(visit.map.locator("path.spoken-area")).to_have_count(0)
    assert visit.complaints == []


def test_filters_in_the_address_reach_map_and_panel(visit: Visit):
    """With one side in the address, map and panel show that side alone."""
    visit.open("?on=2024-08-12&sides=ukraine")
    expect(visit.panel).to_contain_text("about 1,000 km²")
    expect(visit.panel).not_to_contain_text("Aleksei Smirnov")
    sides = frame_of(visit).evaluate("Object.values(window.salient.snapshot().settlements).map((one) => one.side)")
    assert set(sides) == {"ukraine"}


def test_the_table_is_the_maps_equal_and_sorts(visit: Visit):
    """Under the map stands a real table with links; a click on a head sorts it; places and zones are one click away."""
    visit.open("?on=2024-08-12")
    table = visit.page.get_by_role("table")
    expect(table).to_contain_text("about 1,000 km²")
    assert table.locator("a[href^=http]").count() == table.locator("tbody tr").count()
    days = table.get_by_role("button", name="Days old")
    days.click()
    days.click()
    expect(days.locator("..")).to_have_attribute("aria-sort", "descending")
    ages = [int(cell) for cell in table.locator("tbody tr td.number").all_inner_texts()]
    assert ages == sorted(ages, reverse=True)
    visit.page.get_by_role("radio", name="Places").click()
    expect(table).to_contain_text("Sverdlikovo")


def test_a_wrong_address_is_said_and_the_page_opens(visit: Visit):
    """A day outside the case is a sentence above the map."""
    visit.open("?on=2031-01-01")
    expect(visit.page.get_by_text("this case runs from 2024-08-05 to 2024-12-31")).to_be_visible()
    expect(visit.heading).to_have_text("12 August 2024 · day 7")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_the_page_without_sideways_scrolling(chromium: Browser, address: str, scheme: str):
    """At 360 px nothing is wider than the screen, and the frame takes the page's theme."""
    found = Visit(chromium, address, viewport={"width": 360, "height": 740}, color_scheme=scheme, has_touch=True).open()
    found.page.wait_for_timeout(500)
    assert found.page.evaluate("document.scrollingElement.scrollWidth") <= 360
    wide = found.page.locator(".panel, .frame, .head").evaluate_all("all => all.map((one) => one.scrollWidth)")
    assert max(wide) <= 360
    assert frame_of(found).evaluate("document.documentElement.dataset.theme") == scheme
    assert found.complaints == []
    found.context.close()


def test_hostile_text_is_shown_and_does_nothing(chromium: Browser, tmp_path: Path):
    """Script, markup and template payloads in names, titles and summaries appear as text and run nowhere."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder)
    payload = " ".join(HOSTILE).replace('"', '""')
    alter(folder / "case.toml", "Kursk, August 2024", " ".join(HOSTILE).replace('"', "'"))
    alter(folder / "claims.csv", "Kursk acting governor told Putin", f"{payload} told Putin")
    alter(folder / "settlements.csv", "sudzha,Sudzha,", f'sudzha,"{payload}",')
    alter(folder / "sources.csv", ",ITV News,", f',"{payload}",')
    with server(case=folder) as (where, _):
        found = Visit(chromium, where).open("?on=2024-08-15&sel=settlement:sudzha")
        found.page.wait_for_timeout(1000)
        expect(found.panel.locator(".selection h3")).to_contain_text("<b>bold</b>")
        for frame in found.page.frames:
            assert frame.evaluate("window.hurt") is None
        assert found.page.locator("b", has_text="bold").count() == 0
        assert found.map.locator("b", has_text="bold").count() == 0
        assert found.complaints == []
        found.context.close()


def alter(file: Path, old: str, new: str) -> None:
    """Replace every occurrence of a text in a file; it must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_method_page_lists_every_source(visit: Visit):
    """The second page opens by its link and says how claims are drawn."""
    visit.open()
    visit.page.get_by_role("link", name="Method and sources").click()
    expect(visit.page.get_by_role("heading", name="How this is made")).to_be_visible()
    expect(visit.page.get_by_text("never a map of control")).to_be_visible()
    expect(visit.page.get_by_role("heading", name=f"Sources ({len(open_case(KURSK).sources)})")).to_be_visible()
    time.sleep(0.2)
