"""Two days compared, and the curve over time, in the document: what is shown, said, kept in the address, refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.geometry.topology.diff import series_diff
from geo.model.claims import Side
from geo.model.fronts import FrontTrack
from geo.webmap.document import build_map
from tests.browser.test_fronts_map import ONLY_FRONTS, go, ink, opened_on
from tests.cases import day, small_case
from tests.conftest import OpenDocument, Opened, wait_for
from tests.tracks import front, fronts_case, track, two_tracks

pytestmark = pytest.mark.browser

HOSTILE = ("<img src=x onerror=window.ran=1>", "${window.ran=1}", "</script><script>window.ran=1</script>", "{{7*7}}")


def rows(opened: Opened) -> list[str]:
    """Return the lines of the comparison."""
    return [" ".join(text.split()) for text in opened.page.locator("#difference-rows li").all_inner_texts()]


def test_gained_and_lost_are_drawn_measured_and_kept(open_document: OpenDocument) -> None:
    """Between two drawn days the ground that came is marked, its area is Python's, and the address holds both days."""
    one, _ = two_tracks()
    opened = opened_on(open_document, f"#on={day(14)}&compare={day(6)}{ONLY_FRONTS}", (one,))
    wait_for(opened.page, "document.querySelector('#difference-rows').textContent.includes('km²')")
    rule = series_diff(one.series, 0, 4)
    border = small_case().border
    gained, lost = (border.metric.to_metric(ground).area / 1e6 for ground in (rule.gained, rule.lost))
    measured = opened.page.evaluate("[...Salient.tracks.values()][0].series.differences.values().next().value.areas")
    assert measured["gained"] == pytest.approx(gained, rel=1e-3)
    assert measured["lost"] == pytest.approx(lost, rel=1e-3)
    (row,) = rows(opened)
    assert row.startswith("Mapper One: held by Ukraine gained")
    # The lost notch lies outside of the later drawing, so only the comparison covers it.
    assert ink(opened, (34.95, 51.27)) > 60
    opened.page.click("#difference-close")
    assert opened.snapshot()["compare"] is None
    assert "compare" not in opened.page.url
    opened.page.wait_for_timeout(60)
    assert ink(opened, (34.95, 51.27)) < 10
    assert opened.complaints == []


def test_gained_and_lost_differ_without_colour(open_document: OpenDocument) -> None:
    """The keys of gained and lost have other shapes, and the legend says which is which."""
    opened = opened_on(open_document, f"#on={day(9)}&compare={day(6)}")
    shapes = opened.page.evaluate("""() => ['gained', 'lost'].map((kind) => {
      const canvas = Salient.frontKey([...Salient.tracks.values()][0], { kind });
      const { data } = canvas.getContext('2d').getImageData(8, 8, 44, 16);
      const grey = Array.from({ length: data.length / 4 }, (_, i) => data[4 * i] + data[4 * i + 1] + data[4 * i + 2]);
      const dark = (Math.min(...grey) + Math.max(...grey)) / 2;
      return grey.map((value) => (value < dark ? 1 : 0)).join('');
    })""")
    assert shapes[0] != shapes[1]
    legend = opened.page.locator("#legend-body").text_content()
    assert "gained, against the other day" in legend


def test_no_difference_across_a_gap(open_document: OpenDocument) -> None:
    """A day that was not drawn is not compared: the reason stands in its place, and nothing is marked."""
    opened = opened_on(open_document, f"#on={day(11)}&compare={day(6)}")
    wait_for(opened.page, "document.querySelectorAll('#difference-rows li').length === 2")
    assert all("a difference across a gap is not computed" in row for row in rows(opened))
    assert f"only one of {day(9)} carried forward" in rows(opened)[0]
    assert (
        "what one drew and another did not is no gain or loss" in opened.page.locator("#difference-note").inner_text()
    )
    go(opened, 6)
    assert "Both days are the same" in opened.page.locator("#difference-title").inner_text()


def test_a_day_to_compare_with_is_chosen_in_the_bar(open_document: OpenDocument) -> None:
    """The date field sets the second day; a case without fronts has no such field."""
    opened = opened_on(open_document, f"#on={day(9)}")
    opened.page.fill("#compare", day(7).isoformat())
    assert opened.snapshot()["compare"] == day(7).isoformat()
    assert opened.page.locator("#compare-line").is_visible()
    opened.page.fill("#compare", "1999-07-20")
    opened.page.keyboard.press("Enter")
    assert opened.page.input_value("#compare") == day(7).isoformat()
    assert "1999-07-20 is outside this case; choose a day from" in opened.page.inner_text("#hint")
    bare = open_document(build_map(small_case()).html())
    assert bare.page.locator("#compare-box").is_hidden()


@pytest.mark.parametrize(("width", "open_at_first"), [(1440, True), (360, False)])
def test_the_comparison_hides_nothing_of_the_map(open_document: OpenDocument, width: int, open_at_first: bool) -> None:
    """It stands under the map, folds to its title, is folded at first on a phone, and scrolls where it is long."""
    size = {"width": width, "height": 740}
    opened = opened_on(open_document, f"#on={day(9)}&compare={day(6)}&curve=area", viewport=size)
    page = opened.page

    def heights() -> tuple[int, int, int]:
        stage, panel, bar = (page.locator(name).bounding_box() for name in ("#stage", "#difference", "#bar"))
        assert stage
        assert panel
        assert bar
        assert stage["y"] + stage["height"] <= panel["y"] + 0.5
        assert panel["y"] + panel["height"] <= bar["y"] + 0.5
        assert bar["y"] + bar["height"] <= 740.5
        return round(stage["height"]), round(panel["height"]), round(bar["height"])

    toggle = page.locator("#difference-toggle")
    assert toggle.get_attribute("aria-expanded") == str(open_at_first).lower()
    assert page.locator("#difference-note").is_visible() is open_at_first
    before = heights()
    toggle.focus()
    page.keyboard.press("Enter")
    assert page.locator("#difference-note").is_visible() is not open_at_first
    after = heights()
    assert min(before[1], after[1]) <= 44
    assert min(before[0], after[0]) >= 230
    style = page.evaluate("getComputedStyle(document.getElementById('difference-body')).overflowY")
    assert style == "auto"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_ground_beyond_the_border_comes_first(open_document: OpenDocument) -> None:
    """A front with no ground beyond the border on either day stands after the others, folded unless it is alone."""
    one, two = two_tracks()
    inside = track("a", {6: front(-0.1), 9: front(-0.14)}, mapper="Mapper A", holder=Side.RUSSIA)
    both = opened_on(open_document, f"#on={day(9)}&compare={day(6)}", (inside, one, two))
    assert [row.split(":")[0] for row in rows(both)] == ["Mapper One", "Mapper Two"]
    assert both.page.locator("#difference-others").get_attribute("open") is None
    both.page.click("#difference-others summary")
    both.page.wait_for_timeout(300)
    elsewhere = both.page.locator("#difference-others").inner_text()
    assert "Elsewhere: no ground beyond the border on either day (1)" in elsewhere
    assert "Mapper A: held by Russia" in elsewhere
    assert "km²" in elsewhere
    alone = opened_on(open_document, f"#on={day(9)}&compare={day(6)}", (inside,))
    assert rows(alone) == []
    assert alone.page.locator("#difference-elsewhere").is_visible()


def test_the_curve_shows_fronts_and_claims_on_the_bars_axis(open_document: OpenDocument) -> None:
    """A line a mapper, broken and dashed across the gap, a dot for a lone day, the claims as points; it is read out."""
    opened = opened_on(open_document, f"#on={day(6)}")
    opened.page.get_by_role("button", name="Depth").click()
    assert opened.snapshot()["curve"] == "depth"
    page = opened.page
    assert page.locator("#histogram").is_hidden()
    assert page.locator("#curve .curve-track").count() == 2
    first = page.locator("#curve .curve-track").first
    whole = first.locator(".curve-whole").get_attribute("d") or ""
    assert whole.count("M") == 2, "four days that follow one another, and one after the gap"
    assert first.locator(".curve-carried").get_attribute("d")
    assert (first.locator(".curve-lone").get_attribute("d") or "").count("M") == 1
    # Governor 12 and 8 km, Commander up to 35 km.
    assert page.locator("#curve .curve-claim").count() == 3
    reading = page.locator("#reading").inner_text()
    assert "Mapper One" in reading
    assert "Governor claims about 12 km" in reading
    assert "Governor claims about 12 km" in (page.locator("#live").text_content() or "")
    assert "Depth over time, km" in (page.locator("#curve").get_attribute("aria-label") or "")
    assert "curve=depth" in page.url
    assert opened.complaints == []


def test_the_curve_obeys_both_clocks_and_the_filters(open_document: OpenDocument) -> None:
    """What was not known yet, a hidden claimant and a hidden track leave the curve."""
    opened = opened_on(open_document, f"#on={day(6)}&known={day(6)}&curve=depth")
    assert opened.page.locator("#curve .curve-track").count() == 1
    assert opened.page.locator("#curve .curve-claim").count() == 1
    hidden = opened_on(open_document, f"#on={day(6)}&curve=depth&hide=Governor&hidefront=two.ukraine.unclear")
    assert hidden.page.locator("#curve .curve-track").count() == 1
    assert hidden.page.locator("#curve .curve-claim").count() == 1


def test_what_remains_is_told_and_not_on_the_axis_of_totals(open_document: OpenDocument) -> None:
    """Of the same ground a total is a point of the curve; what remains is no point, and is read out as what it is."""
    case = fronts_case()
    total = next(claim for claim in case.claims if claim.metric == "area_km2" and claim.kind == "total")
    remains = total.model_copy(update={"id": "c99", "kind": "remaining", "value": 99_000.0, "about_date": day(6)})
    address = f"#on={day(6)}&curve=area"
    plain = open_document(build_map(case).html(), address=address)
    opened = open_document(build_map(replace(case, claims=(*case.claims, remains))).html(), address=address)
    before, after = (
        [
            document.page.locator(f"#curve {of}").evaluate_all("ns => ns.map((n) => n.outerHTML)")
            for of in (".curve-claim", ".curve-tick")
        ]
        for document in (plain, opened)
    )
    assert before == after, "neither a point nor the axis changes"
    reading = opened.page.locator("#reading").inner_text()
    assert f"{total.claimant} claims about 99,000 km², remaining: no total, and not on this axis" in reading
    assert "being no total but what remains: 1 claim" in (
        opened.page.locator("#curve").get_attribute("aria-label") or ""
    )


def test_pointing_at_the_curve_reads_it_and_a_click_goes_there(open_document: OpenDocument) -> None:
    """The tooltip gives value, who and day; a click moves the date."""
    opened = opened_on(open_document, f"#on={day(20)}&curve=area")
    box = opened.page.locator("#plot").bounding_box()
    assert box
    first, last = opened.page.evaluate("['min', 'max'].map((name) => Number(document.getElementById('date')[name]))")
    asked = opened.page.evaluate(f"Salient.dayOf('{day(6)}')")
    x = box["x"] + box["width"] * (asked - first) / (last - first)
    opened.page.mouse.move(x, box["y"] + 30)
    said = opened.page.locator("#tooltip").inner_text()
    assert "12 August 2024" in said
    assert "km², updated" in said
    assert "Commander claims about 1,000 km²" in said
    opened.page.mouse.click(x, box["y"] + 30)
    assert opened.snapshot()["date"] == day(6).isoformat()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_keeps_half_of_its_height_for_the_map(open_document: OpenDocument, scheme: str) -> None:
    """At 360 px nothing scrolls sideways, the curve has its room, and the map keeps half of the height."""
    opened = opened_on(
        open_document, f"#on={day(6)}&curve=depth", viewport={"width": 360, "height": 740}, color_scheme=scheme
    )
    heights = opened.page.evaluate("['stage', 'plot'].map((id) => document.getElementById(id).clientHeight)")
    assert heights[0] >= 370
    assert heights[1] >= 60
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert opened.page.evaluate("document.getElementById('bar').scrollWidth") <= 360


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_of_fronts_stay_text(open_document: OpenDocument, text: str) -> None:
    """T1: markup in mapper, licence, credit or file name of a front is shown as text everywhere and runs nothing."""
    one, _ = two_tracks()
    snapshots = tuple(replace(snapshot, file=text) for snapshot in one.snapshots)
    hostile = replace(one, mapper=text, licence=text, attribution=text, snapshots=snapshots)
    opened = opened_everywhere(open_document, hostile)
    for place in ("#card", "#attribution", "#legend-body", "#layers-panel", "#difference", "#reading"):
        assert text in (opened.page.locator(place).text_content() or ""), place
    assert opened.page.evaluate("window.ran === undefined")
    assert len(opened.requests) == 1
    assert opened.complaints == []


def opened_everywhere(open_document: OpenDocument, track: FrontTrack) -> Opened:
    """Open a document with everything that names a front in sight."""
    opened = opened_on(open_document, f"#on={day(7)}&compare={day(6)}&curve=depth&sel=front:{track.id}", (track,))
    opened.page.click("#layers-button")
    return opened


def test_the_frame_around_is_told_and_tells(open_document: OpenDocument) -> None:
    """The state that goes out holds the fronts' fields, and what comes in with an unknown front is refused whole."""
    opened = opened_on(open_document, f"#on={day(6)}")
    read = "(state) => { const found = Salient.reader.readState(state); return found && Object.keys(found); }"
    assert opened.page.evaluate(read, {"compare": day(7).isoformat(), "curve": "width"}) == ["compare", "curve"]
    assert opened.page.evaluate(read, {"hiddenFronts": ["two.ukraine.unclear"]}) == ["hiddenFronts"]
    for wrong in (
        {"hiddenFronts": ["nothing"]},
        {"curve": "volume"},
        {"compare": "2031-01-01"},
        {"selected": "front:x"},
    ):
        assert opened.page.evaluate(read, wrong) is None
    assert set(opened.page.evaluate("Salient.writeState()")) >= {"hiddenFronts", "compare", "curve"}
    assert fronts_case().fronts[0].id == "one.ukraine.held"
