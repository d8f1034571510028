"""T1: whatever stands in a text field, it is shown as text and nothing of it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from geo.model.case import Case
from geo.webmap.document import build_map
from tests.cases import small_case
from tests.conftest import OpenDocument, wait_for

pytestmark = pytest.mark.browser

PAYLOADS = {
    "image": "<img src=x onerror=window.ran=1>",
    "template": "${window.ran=1}${alert(1)}",
    "script": "</script><script>window.ran=1</script>",
    "address": "javascript:window.ran=1",
    "jinja": "{{7*7}}{% include 'x' %}",
    "svg": "\"'><svg onload=window.ran=1><!--",
}
KEPT = {"id", "depth_claim", "width_claim", "reading", "settlement", "zone", "claim", "source", "coordinate_source"}


def hostile(record: Any, text: str) -> Any:
    """Return a record with the text in every field that holds free text."""
    fields = {
        name: value for name, value in record if isinstance(value, str) and type(value) is str and name not in KEPT
    }
    fixed = {"kind"} if "precision_m" in type(record).model_fields else set()
    optional = {"place", "root", "check_note", "note", "computed_from", "scope_note", "role", "summary"}
    wanted = (set(fields) | (optional & set(type(record).model_fields))) - fixed
    return record.model_copy(update=dict.fromkeys(wanted, text))


def hostile_case(text: str) -> Case:
    """Return the small case with the text in every text field of every layer."""
    case = small_case()
    every = {
        key: {
            name: hostile(record, text) if isinstance(record, BaseModel) else record
            for name, record in getattr(case, key).items()
        }
        for key in ("sources", "settlements")
    }
    zones = {
        key: replace(
            zone,
            name_en=text,
            name_ru=text,
            name_uk=text,
            oblast=text,
            source=text,
            licence=text,
            kind=text,
            extent=text,
        )
        for key, zone in case.zones.items()
    }
    base = tuple(
        f | {"properties": f["properties"] | {"name_en": text, "name_ru": text, "country": text}} for f in case.base
    )
    return replace(
        case,
        settings=case.settings.model_copy(update=dict.fromkeys(("title", "summary", "target", "advancing"), text)),
        claims=tuple(hostile(claim, text) for claim in case.claims),
        control_events=tuple(hostile(event, text) for event in case.control_events),
        orders=tuple(hostile(order, text) for order in case.orders),
        placements=tuple(hostile(placement, text) for placement in case.placements),
        attributions=(text,),
        zones=zones,
        base=base,
        **every,
    )


@pytest.mark.parametrize("policy", ["with the policy", "without the policy"])
@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_of_it_runs(open_document: OpenDocument, name: str, policy: str) -> None:
    """Every payload in every text field, every feature hovered, focused, selected: nothing ran, all is text."""
    text = PAYLOADS[name]
    html = build_map(hostile_case(text)).html()
    if policy == "without the policy":
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    opened = open_document(html, address="#on=2024-08-16")
    page = opened.page
    page.on("dialog", lambda dialog: opened.complaints.append(f"dialog {dialog.message}"))
    page.click("#layers-button")
    page.keyboard.press("Escape")
    for target in page.locator("[role=button]").all():
        target.dispatch_event("mouseover")
        if target.is_visible():
            target.focus()
            page.keyboard.press("Enter")
    for selected in (
        "advance:a1",
        "advance:a2",
        "settlement:p1",
        "settlement:p6",
        "zone:z1",
        "zone:z2",
        "claim:c09",
        "claim:c01",
        "body:side-ukraine",
        "body:side-russia",
    ):
        page.evaluate("hash => { location.hash = hash; }", f"#on=2024-08-16&sel={selected}")
        wait_for(page, f"window.salient.snapshot().selected === '{selected}'")
    page.wait_for_timeout(50)
    assert page.evaluate("window.ran") is None
    assert opened.complaints == []
    assert len(opened.requests) == 1
    assert page.locator("img, iframe, object, embed, [onerror], [onload]").count() == 0
    assert page.locator("script").count() == 3
    links = page.locator("a").evaluate_all("nodes => nodes.map(n => n.protocol)")
    assert set(links) <= {"http:", "https:"}
    assert page.locator("#title").text_content() == text
    assert text in (page.locator("#card-body").text_content() or "")
