"""The document inside a page of ours: the messages both ways, and what is ignored."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.webmap.document import build_map
from tests.cases import small_case
from tests.conftest import OpenDocument, Opened, wait_for

pytestmark = pytest.mark.browser

HOST = """<!DOCTYPE html><html lang="en"><title>host</title><body style="margin:0">
<script>
  window.messages = [];
  addEventListener('message', (event) => window.messages.push(event.data));
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.style.cssText = 'border:0;width:1100px;height:700px;display:block';
  frame.srcdoc = %s;
  document.body.append(frame);
  const tall = document.createElement('div');
  tall.style.height = '2000px';
  document.body.append(tall);
  window.say = (message) => frame.contentWindow.postMessage(message, '*');
</script></body></html>"""


@pytest.fixture
def host(open_document: OpenDocument) -> Opened:
    """A page with the hosted document in a sandboxed frame, after it said that it is ready."""
    case = small_case()
    document = json.dumps(build_map(case, hosted=True).html()).replace("</", "<\\/").replace("<!--", "<\\!--")
    opened = open_document_in_host(open_document, HOST % document)
    wait_for(opened.page, "window.messages.some((m) => m.type === 'ready')")
    return opened


def open_document_in_host(open_document: OpenDocument, html: str) -> Opened:
    """Open the host page; it has no `salient` of its own."""
    return open_document(html.replace("<title>", "<script>window.salient = 0</script><title>", 1))


def inside(host: Opened, script: str) -> Any:
    """Evaluate a script inside the frame."""
    return host.page.frames[1].evaluate(script)


def states(host: Opened) -> list[dict[str, Any]]:
    """The states that the document told."""
    return [m["state"] for m in host.page.evaluate("window.messages") if m["type"] == "state"]


def test_ready_and_nothing_else_at_first(host: Opened) -> None:
    """The document says that it is ready once it has painted, and tells no state that nobody asked for."""
    host.page.wait_for_timeout(500)
    assert host.page.evaluate("window.messages") == [{"salient": 1, "type": "ready"}]
    assert host.complaints == []


def test_a_set_message_changes_the_state_and_is_not_echoed(host: Opened) -> None:
    """What the page sets is shown; the document does not tell it back."""
    host.page.evaluate(
        """() => window.say({
            salient: 1, type: 'set', state: {date: '2024-08-20', known: '2024-08-25', selected: 'advance:a1'},
        })"""
    )
    wait_for(host.page.frames[1], "window.salient.snapshot().date === '2024-08-20'")
    found = inside(host, "window.salient.snapshot()")
    assert (found["known"], found["selected"]) == ("2024-08-25", "advance:a1")
    host.page.wait_for_timeout(500)
    assert states(host) == []


def test_a_selection_is_told_and_opens_no_card(host: Opened) -> None:
    """Hosted, a selection goes to the page around; the document's own card stays shut."""
    frame = host.page.frames[1]
    frame.locator("path.band-outer:not(.implied):not(.off)").focus()
    host.page.keyboard.press("Enter")
    wait_for(host.page, "window.messages.some((m) => m.type === 'state')")
    assert states(host)[-1] == {
        "date": "2024-08-12",
        "known": None,
        "layers": ["advances", "stretches", "fronts", "places", "zones", "towns"],
        "sides": ["ukraine", "russia", "independent"],
        "hidden": [],
        "hiddenFronts": [],
        "compare": None,
        "curve": "claims",
        "bodies": "sides",
        "selected": "body:side-russia",
    }
    assert frame.locator("#card").is_hidden()


def test_keys_are_told_once_they_rest(host: Opened) -> None:
    """Five quick keys are one message, sent after the date has settled."""
    host.page.frames[1].focus("#date")
    for _ in range(5):
        host.page.keyboard.press("ArrowRight")
    assert states(host) == []
    wait_for(host.page, "window.messages.some((m) => m.type === 'state')")
    host.page.wait_for_timeout(500)
    assert [state["date"] for state in states(host)] == ["2024-08-17"]


def test_nothing_is_told_while_the_thumb_is_dragged(host: Opened) -> None:
    """While the thumb is held the map follows and the page hears nothing; on letting go it hears once."""
    box = host.page.frames[1].locator("#date").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    host.page.mouse.move(box["x"] + 40, y)
    host.page.mouse.down()
    for x in range(60, 300, 12):
        host.page.mouse.move(box["x"] + x, y)
        host.page.wait_for_timeout(30)
    host.page.wait_for_timeout(450)
    assert states(host) == []
    moved = inside(host, "window.salient.snapshot().date")
    assert moved > "2024-08-13"
    host.page.mouse.up()
    wait_for(host.page, "window.messages.some((m) => m.type === 'state')")
    assert [state["date"] for state in states(host)] == [moved]


@pytest.mark.parametrize(
    "message",
    [
        "null",
        "'set'",
        "{type: 'set', state: {date: '2024-08-20'}}",
        "{salient: 2, type: 'set', state: {date: '2024-08-20'}}",
        "{salient: 1, type: 'set', state: {date: '2024-08-20', more: 1}}",
        "{salient: 1, type: 'set', state: {date: '2031-01-01'}}",
        "{salient: 1, type: 'set', state: {date: 20}}",
        "{salient: 1, type: 'set', state: {date: '2024-08-20', layers: 'all'}}",
        "{salient: 1, type: 'set', state: {date: '2024-08-20', layers: ['__proto__']}}",
        "{salient: 1, type: 'set', state: {date: '2024-08-20', selected: '<img src=x>'}}",
        "{salient: 1, type: 'set', state: {date: '2024-08-20', hidden: [{}]}}",
        "{salient: 1, type: 'set', state: [1], extra: 1}",
        "{salient: 1, type: 'theme', theme: 'url(x)'}",
        "{salient: 1, type: 'constructor', constructor: 1}",
        "{salient: 1, type: 'show', ground: {name: 'n', reason: 'r', form: 'area', parts: [[35, 51, 'x', 51]]}}",
        "{salient: 1, type: 'show', ground: {name: 'n', reason: 'r', form: 'area', parts: [[35, 51, NaN, 51]]}}",
        "{salient: 1, type: 'show', ground: {name: 'n', reason: 'r', form: 'blob', parts: [[35, 51, 36, 51]]}}",
        "{salient: 1, type: 'show', ground: {name: 5, reason: 'r', form: 'line', parts: [[35, 51, 36, 51]]}}",
        "{salient: 1, type: 'show', ground: {name: 'n', reason: 'r', form: 'line', parts: []}}",
        "{salient: 1, type: 'show', ground: {name: 'n', reason: 'r', form: 'line', parts: [[5, 1, 6, 1]]}, a: 1}",
    ],
)
def test_malformed_messages_are_ignored(host: Opened, message: str) -> None:
    """A message that does not have the agreed form changes nothing and breaks nothing."""
    before = inside(host, "JSON.stringify([window.salient.snapshot(), document.documentElement.dataset.theme])")
    host.page.evaluate(f"window.say({message})")
    host.page.wait_for_timeout(80)
    assert inside(host, "JSON.stringify([window.salient.snapshot(), document.documentElement.dataset.theme])") == before
    assert host.page.frames[1].locator("path.spoken").count() == 0
    assert host.complaints == []


def test_the_ground_of_a_verdict_is_outlined_named_and_goes_with_the_day(host: Opened) -> None:
    """A ground that the page asks for is drawn where it lies named as text; another, none or a new day ends it."""
    frame = host.page.frames[1]
    say = "window.say({salient: 1, type: 'show', ground: %s})"
    name = "<b>up to</b> 1,123 km²"
    area = {"name": name, "reason": "r", "form": "area", "parts": [[35, 51.2, 35.4, 51.2, 35.2, 51.4]]}
    place = {"name": "Sudzha, 9 km in", "reason": "r", "form": "point", "parts": [[35.271, 51.191]]}
    host.page.evaluate(say % json.dumps(area))
    wait_for(frame, "document.querySelectorAll('path.spoken-area').length === 1")
    wait_for(frame, "!document.querySelector('.spoken-name').classList.contains('off')")
    assert " ".join(frame.locator(".spoken-name").inner_text().split()) == name
    host.page.evaluate(say % json.dumps(place))
    wait_for(frame, "document.querySelectorAll('path.spoken-point').length === 1")
    assert frame.locator("path.spoken").count() == 1
    at = inside(
        host,
        "(() => { const b = document.querySelector('path.spoken').getBoundingClientRect();"
        "const p = Salient.map.latLngToContainerPoint([51.191, 35.271]);"
        "const m = Salient.map.getContainer().getBoundingClientRect();"
        "return [b.left + b.width / 2 - m.left - p.x, b.top + b.height / 2 - m.top - p.y]; })()",
    )
    assert max(map(abs, at)) < 3
    host.page.evaluate("window.say({salient: 1, type: 'set', state: {date: '2024-08-20'}})")
    wait_for(frame, "document.querySelectorAll('path.spoken').length === 0")
    host.page.evaluate(say % json.dumps(place))
    wait_for(frame, "document.querySelectorAll('path.spoken').length === 1")
    host.page.evaluate(say % "null")
    wait_for(frame, "document.querySelectorAll('path.spoken').length === 0")
    assert states(host) == []
    assert host.complaints == []


def test_only_the_page_around_is_heard(host: Opened) -> None:
    """A well-formed message from another window, or from the document itself, is ignored."""
    host.page.evaluate(
        """() => new Promise((done) => {
            const other = document.createElement('iframe');
            const message = "{salient: 1, type: 'set', state: {date: '2024-08-20'}}";
            other.srcdoc = `<script>parent.frames[0].postMessage(${message}, '*')<\\/script>`;
            other.onload = done;
            document.body.append(other);
        })"""
    )
    inside(host, "window.postMessage({salient: 1, type: 'set', state: {date: '2024-08-20'}}, '*')")
    host.page.wait_for_timeout(120)
    assert inside(host, "window.salient.snapshot().date") == "2024-08-12"


def test_the_theme_comes_from_the_page(host: Opened) -> None:
    """The page around decides on light or dark."""
    for theme in ("dark", "light"):
        host.page.evaluate(f"window.say({{salient: 1, type: 'theme', theme: '{theme}'}})")
        wait_for(host.page.frames[1], f"document.documentElement.dataset.theme === '{theme}'")


def test_the_frame_cannot_reach_its_page(host: Opened) -> None:
    """Sandboxed without an origin, the document can't read the page that hosts it."""
    reach = "(() => { try { return parent.document.title; } catch (error) { return error.name; } })()"
    assert inside(host, reach) == "SecurityError"


def test_the_wheel_belongs_to_the_page(host: Opened) -> None:
    """Inside a page the plain wheel scrolls that page; with Ctrl it zooms the map."""
    before = inside(host, "window.salient.snapshot().view.zoom")
    host.page.mouse.move(500, 300)
    host.page.mouse.wheel(0, 300)
    wait_for(host.page, "window.scrollY > 0")
    assert inside(host, "window.salient.snapshot().view.zoom") == before
    assert "scroll to zoom" in host.page.frames[1].inner_text("#hint")
    # A browser sends the wheel to whatever it was scrolling until the wheel has rested for half a second.
    host.page.wait_for_timeout(900)
    host.page.mouse.move(500, 150)
    host.page.keyboard.down("Control")
    host.page.mouse.wheel(0, -300)
    wait_for(host.page.frames[1], f"window.salient.snapshot().view.zoom > {before}")
    host.page.keyboard.up("Control")


def test_one_finger_scrolls_the_page_and_two_move_the_map(open_document: OpenDocument) -> None:
    """On a phone one finger belongs to the page around, two to the map; the map says so."""
    case = small_case()
    document = json.dumps(build_map(case, hosted=True).html()).replace("</", "<\\/").replace("<!--", "<\\!--")
    html = (HOST % document).replace("<title>", "<script>window.salient = 0</script><title>", 1)
    page = (host := open_document(html, viewport={"width": 1100, "height": 700}, has_touch=True)).page
    wait_for(page, "window.messages.some((m) => m.type === 'ready')")
    before = inside(host, "window.salient.snapshot().view")
    touch = page.context.new_cdp_session(page)

    def drag(fingers: list[int]) -> None:
        for step in range(9):
            points = [{"x": x, "y": 400 - 20 * step, "id": i} for i, x in enumerate(fingers)]
            kind = "touchStart" if step == 0 else "touchMove"
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
            page.wait_for_timeout(16)
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    drag([700])
    wait_for(page, "window.scrollY > 50")
    assert inside(host, "window.salient.snapshot().view") == before
    page.wait_for_timeout(1500)  # until the page has rolled out
    page.evaluate("window.scrollTo(0, 0)")
    for _ in range(5):  # a browser that waits too long for the map's answer gives the gesture to the page: try again
        drag([600, 760])
        page.wait_for_timeout(400)
        if page.evaluate("window.scrollY") == 0:
            break
        page.wait_for_timeout(1500)
        page.evaluate("window.scrollTo(0, 0)")
    wait_for(page.frames[1], f"window.salient.snapshot().view.lat < {before['lat']} - 0.05")
    assert page.evaluate("window.scrollY") == 0
