"""Bodies of claims in the document: filled only while fresh, in words when old, with their numbers on the card."""

from __future__ import annotations

from datetime import date

import pytest

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_shapes import DrawnShapes
from geo.analysis.reconstruction import reconstructions
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.webmap.document import build_map
from tests.conftest import OpenDocument

KURSK = open_case("kursk-2024")
#: The fill of each band that is on the map, with its ages by class.
FILLS = """() => [...document.querySelectorAll('path.band:not(.off)')].map((path) => ({
  old: path.matches('.faded, .doubtful'), implied: path.matches('.implied'), fill: getComputedStyle(path).fill }))"""


@pytest.fixture(scope="module")
def html() -> str:
    """Return the document of the shipped case."""
    return build_map(KURSK).html()


@pytest.mark.parametrize("on", ["2024-08-20", "2024-08-31", "2024-09-30", "2024-12-31"])
def test_nothing_old_is_filled_and_words_say_when_all_is_old(open_document: OpenDocument, html: str, on: str) -> None:
    """By the table of ages an old band is an outline; with no fill left, the map says how old the newest shape is."""
    opened = open_document(html, address=f"#on={on}")
    bodies = opened.snapshot()["bodies"]
    bands = opened.page.evaluate(FILLS)
    ages = KURSK.settings.ages
    assert set(bodies) == {"side-ukraine", "side-russia"}
    assert {body["state"] for body in bodies.values()} == {str(ages.state(body["age"])) for body in bodies.values()}
    assert bands
    for band in bands:
        assert not band["old"] or band["fill"] in {"none", "rgba(0, 0, 0, 0)", "transparent"}
    newest = min(body["age"] for body in bodies.values())
    notice = opened.page.inner_text("#age-notice") if opened.page.is_visible("#age-notice") else ""
    assert (newest <= ages.fades) == any(not band["old"] for band in bands) == (notice == "")
    assert notice == "" or f"{newest} days old" in notice
    assert opened.complaints == []


def test_a_bodys_card_has_its_sentence_its_numbers_and_the_way_to_each_record(
    open_document: OpenDocument, html: str
) -> None:
    """How it was implied, depth, width in both readings, areas; a piece opens its claim, a claimant its own body."""
    opened = open_document(html, address="#on=2024-08-20&sel=body:side-ukraine")
    card = opened.page.locator("#card")
    text = card.inner_text()
    for words in ("Implied: 1,263 km²", "28–35 km", "straight", "along the border", "inner", "outer", "What goes in"):
        assert words in text
    card.get_by_role("button", name="Oleksandr Syrskyi: 1,263 km²").click()
    assert opened.snapshot()["selected"] == "body:by-oleksandr-syrskyi"
    assert "by-oleksandr-syrskyi" in opened.snapshot()["bodies"]
    card.get_by_role("button", name="1,263 km²", exact=True).click()
    assert opened.snapshot()["selected"].startswith("claim:")


def test_an_area_that_nobody_placed_is_a_disk_in_a_corner(open_document: OpenDocument, html: str) -> None:
    """Chosen by claimant, 1,000 km² without a place is drawn to scale beside the map, and is no shape on the ground."""
    opened = open_document(html, address="#on=2024-08-12&sel=body:by-oleksandr-syrskyi")
    box = opened.page.locator("#swatches")
    assert "nobody says where" in box.inner_text()
    wide = opened.page.locator(".swatch-disk").bounding_box()
    scale = opened.page.locator(".leaflet-control-scale-line")
    km = float(scale.inner_text().split()[0])
    bar = scale.bounding_box()
    assert wide is not None
    assert bar is not None
    assert wide["width"] / (bar["width"] / km) == pytest.approx(2 * 17.84, rel=0.06)
    assert opened.page.locator("path.band:not(.off)").count() == 6


def test_claimants_own_bodies_are_chosen_and_in_the_address(open_document: OpenDocument, html: str) -> None:
    """The choice under Layers draws each claimant's own instead of each side's, and the address keeps it."""
    opened = open_document(html, address="#on=2024-08-20")
    opened.page.click("#layers-button")
    opened.page.get_by_label("each claimant’s own").check()
    assert not any(name.startswith("side-") for name in opened.snapshot()["bodies"])
    assert "bodies=claimants" in opened.page.evaluate("location.hash")


@pytest.mark.parametrize(("on", "known"), [(date(2024, 8, 20), date(2024, 8, 12)), (date(2024, 8, 12),) * 2])
def test_a_body_of_other_ground_by_todays_knowledge_is_outlined(
    open_document: OpenDocument, html: str, on: date, known: date
) -> None:
    """A side's body is outlined where today's knowledge makes other ground of it, and no advance that goes into one."""
    then, now = (
        {body.id: body for body in bodies_on(KURSK, as_of, KURSK.derived(DrawnShapes)) if body.is_leading}
        for as_of in (AsOf(on, known), AsOf(on))
    )
    other = {ident for ident, body in now.items() if ident not in then or not _alike(then[ident], body)}
    opened = open_document(html, address=f"#on={on}&known={known}&layers=advances")
    found = opened.page.evaluate(
        """() => { const found = Salient.onlyToday(Salient.store.state, Salient.store.view);
        return { bodies: found.bodies.map(([id]) => id), advances: found.advances }; }"""
    )
    assert set(found["bodies"]) == other
    assert bool(other) == (on > known)
    outlined = opened.page.locator("#map_salient path.only-today")
    assert outlined.count() >= len(other)
    assert all(path != "M0 0" for path in outlined.evaluate_all("nodes => nodes.map((n) => n.getAttribute('d'))"))
    inside = {record for body in now.values() if body.shape.bands for record in body.ids}
    depths = {drawn.id: drawn.depth.id for drawn in reconstructions(KURSK)}
    assert not {depths[ident] for ident in found["advances"]} & inside


def _alike(one: Body, other: Body) -> bool:
    """Whether two bodies have the same bands, by their ground."""
    return one.shape.bands.keys() == other.shape.bands.keys() and all(
        ground.equals(other.shape.bands[band][0]) for band, (ground, _) in one.shape.bands.items()
    )
