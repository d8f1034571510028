"""The view in the address and in messages: what is read, what is refused, and the way back."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model.asof import AsOf
from geo.model.claims import Metric, Side
from geo.model.map_layers import BODY_CHOICES, CURVES, MAP_LAYERS
from geo.reports.address import (
    GRAMMAR,
    address_parts,
    pin_note,
    read_address,
    read_message,
    viewpoint_text,
    write_address,
    write_message,
)
from geo.reports.briefing import brief
from geo.reports.selection import select
from geo.reports.view import View, default_view
from tests.cases import FIRST, LAST, day, small_case
from tests.tracks import front, track
from ui.data.panel import panel_data
from ui.data.tables import figures_table, places_table, zones_table

CASE = small_case()
DEFAULT = default_view(CASE)

FRONT = track("mine", {6: front(0.1)})
MAPPED = replace(CASE, fronts=(FRONT,))
AREA = CASE.settings.area
VIEWPOINTS = st.tuples(
    st.floats(AREA.west, AREA.east).map(lambda lon: round(lon, 5)),
    st.floats(AREA.south, AREA.north).map(lambda lat: round(lat, 5)),
    st.floats(1, 20).map(lambda zoom: round(zoom, 2)),
)
#: Every field of a view, each with values that a case can hold.
FIELDS = {
    "on": st.dates(FIRST, LAST),
    "known": st.none() | st.dates(FIRST, LAST),
    "layers": st.sets(st.sampled_from(MAP_LAYERS)).map(lambda some: tuple(name for name in MAP_LAYERS if name in some)),
    "sides": st.sets(st.sampled_from(list(Side))).map(lambda some: tuple(side for side in Side if side in some)),
    "hidden": st.sets(st.sampled_from(["Governor", "Commander"])).map(frozenset),
    "hidden_fronts": st.sets(st.just(FRONT.id)).map(frozenset),
    "compare": st.none() | st.dates(FIRST, LAST),
    "curve": st.sampled_from(CURVES),
    "bodies": st.sampled_from(tuple(BODY_CHOICES)),
    "metric": st.sampled_from(Metric),
    "selected": st.sampled_from([None, "settlement:p1", "zone:z1", "advance:a1", "claim:c06"]),
    "at": st.none() | VIEWPOINTS,
}
VIEWS = st.builds(View, **FIELDS)


def test_every_field_of_a_view_is_tried_and_written():
    """A new field of a view can't be forgotten: the grammar has a part for each, and these tests a value."""
    fields = [field.name for field in dataclasses.fields(View)]
    assert sorted(FIELDS) == sorted(fields) == sorted(part.field for part in GRAMMAR)


@given(VIEWS)
def test_a_view_survives_the_address(view: View):
    """Reading the address that was written for a view gives that view, with nothing to complain about."""
    query = write_address(view, MAPPED)
    assert read_address(parse_qs(query[1:], keep_blank_values=True), MAPPED) == (view, [])
    assert pin_note(parse_qs(query[1:]), MAPPED) is None


@given(VIEWS)
def test_an_address_is_written_in_one_way(view: View):
    """What is written, read and written again is the same text; a part stands in it only where it is no default."""
    query = write_address(view)
    again, _ = read_address(parse_qs(query[1:], keep_blank_values=True), MAPPED)
    assert write_address(again) == query
    names = {name for name, _ in address_parts(view)}
    default = View(on=view.on)
    for part in GRAMMAR:
        same = getattr(view, part.field) == getattr(default, part.field)
        assert (part.name in names) == (part.name == "on" or not same)


@given(VIEWS)
def test_a_view_survives_a_message(view: View):
    """The map document's message gives the same view; what only pages know stays as it was before the message."""
    at = {} if view.at is None else {"at": viewpoint_text(view.at)}
    message = write_message(view) | at
    assert read_message(message, MAPPED, view) == view
    of_pages = [part for part in GRAMMAR if part.of_pages]
    assert of_pages
    assert not {part.key for part in of_pages} & message.keys()
    alone = read_message(message, MAPPED)
    assert alone == dataclasses.replace(view, **{part.field: getattr(DEFAULT, part.field) for part in of_pages})


def test_an_empty_address_opens_on_the_first_drawn_claim():
    """With no parameters the view opens on the day of the first claim that is drawn with a width."""
    assert read_address({}, CASE) == (DEFAULT, [])
    assert DEFAULT.on == day(6)


@pytest.mark.parametrize(
    ("params", "part"),
    [
        ({"on": ["2031-01-01"]}, "this case runs from 2024-08-01 to 2024-12-31"),
        ({"on": ["soon"]}, "must be a day such as 2024-08-12"),
        ({"known": ["2024-02-31"]}, "must be a day"),
        ({"known": ["2031-01-01"]}, "known is 2031-01-01; this case runs from"),
        ({"on": ["20240812"]}, "must be a day such as 2024-08-12"),
        ({"hide": ["Nobody"]}, "nobody of that name"),
        ({"layers": ["roads"]}, "it may hold advances"),
        ({"sides": ["neither"]}, "it may hold ukraine"),
        ({"sel": ["zone:nowhere"]}, "is not in this case"),
    ],
)
def test_a_wrong_address_says_so_and_still_opens(params, part):
    """Each unreadable part is one sentence, and the page opens all the same."""
    view, problems = read_address(params, CASE)
    assert len(problems) == 1
    assert part in problems[0]
    assert view.on == DEFAULT.on


@pytest.mark.parametrize(
    ("layers", "shown", "told"),
    [
        (["foo"], DEFAULT.layers, 1),
        (["foo,bar"], DEFAULT.layers, 1),
        (["foo,zones"], ("zones",), 1),
        ([""], (), 0),
        (["zones,places"], ("places", "zones"), 0),
    ],
)
def test_unknown_layers_are_told_and_hide_nothing(layers, shown, told):
    """Known names are kept; where none is left the default stays; an empty list is none, as it says."""
    view, problems = read_address({"layers": layers}, CASE)
    assert view.layers == shown
    assert len(problems) == told
    assert read_address({"sides": ["nobody"]}, CASE)[0].sides == DEFAULT.sides


@pytest.mark.parametrize("message", [None, 7, "x", [], {"date": "2031-01-01"}, {"date": "x"}, {"selected": "zone:?"}])
def test_a_malformed_message_changes_nothing(message):
    """A message of another form is no view."""
    assert read_message(message, CASE) is None


@given(VIEWS)
def test_the_panel_can_be_drawn_for_any_view(view: View):
    """Every view gives panel data with what the filters let through, every figure with a source."""
    selection = select(CASE, view.selected, view.as_of) if view.selected else None
    data = panel_data(CASE, brief(CASE, view.as_of), view, selection)
    figures = [figure for group in data["groups"] for figure in group["figures"]] + data["carried"]
    assert all(figure["sources"] and figure["who"] not in view.hidden for figure in figures)
    assert {figure["side"] for figure in figures} <= set(view.sides)
    assert (data["selection"] is None) == (view.selected is None)


def test_tables_hold_what_the_panel_holds():
    """The table of the day has each figure that the panel shows, and places without coordinates too."""
    view = View(on=day(9))
    briefing = brief(CASE, AsOf(view.on))
    data = panel_data(CASE, briefing, view, None)
    shown = [figure["text"] for group in data["groups"] for figure in group["figures"]]
    shown += [figure["text"] for figure in data["carried"]]
    assert sorted(figures_table(CASE, briefing, view).column("Claim")) == sorted(shown)
    assert "Nowhere" in set(places_table(CASE, view).column("Place"))
    assert set(zones_table(CASE, view).column("Zone")) == {"West district", "East district"}


def test_filters_reach_every_table():
    """A side that is switched off is in no table."""
    view = View(on=date(2024, 9, 30), sides=(Side.UKRAINE,))
    briefing = brief(CASE, AsOf(view.on))
    for frame in (figures_table(CASE, briefing, view), places_table(CASE, view), zones_table(CASE, view)):
        assert set(frame.column("Side")) <= {"Ukraine's side"}


def test_news_of_several_outlets_are_one_entry():
    """What two publications carry on one day, in one claimant's same words, is one entry with two sources."""
    repeat = CASE.claims[0].model_copy(update={"id": "c01b", "source": "s2"})
    case = dataclasses.replace(CASE, claims=(*CASE.claims, repeat))
    news = panel_data(case, brief(case, AsOf(day(6))), View(on=day(6)), None)["news"]
    (depth,) = [entry for entry in news if entry["text"].startswith("about 12 km")]
    assert [source["publisher"] for source in depth["sources"]] == ["Paper One", "Paper Two"]


@pytest.mark.parametrize(
    ("given", "kept", "problem"),
    [
        ("35.2,51.2,9.5", (35.2, 51.2, 9.5), None),
        ("35.2000001,51.2,9", (35.2, 51.2, 9.0), None),
        ("51.2,35.2,9", None, "it must be lon,lat,zoom inside this case"),
        ("35.2,51.2", None, "it must be lon,lat,zoom inside this case"),
        ("35.2,51.2,99", None, "it must be lon,lat,zoom inside this case"),
        ("", None, None),
    ],
)
def test_the_maps_own_view_is_read_or_said_to_be_none(
    given: str, kept: tuple[float, float, float] | None, problem: str | None
):
    """A middle inside the case and a zoom level are kept, to a metre; swapped axes and words are named."""
    view, problems = read_address({"at": [given]}, small_case())
    assert view.at == kept
    assert [problem in one for one in problems if problem] == ([True] if problem else [])
    assert bool(problems) is bool(problem)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, None),
        ({"case": ["small"], "v": ["0" * 12]}, None),
        ({"v": ["f" * 12]}, "The data has changed since this link was made: it was version ffffffffffff"),
        ({"v": ["<script>"]}, "a version has 12 signs such as 000000000000"),
        ({"case": ["other"], "v": ["0" * 12]}, "this server shows small"),
    ],
)
def test_a_link_of_another_version_or_case_is_told(given: dict[str, list[str]], words: str | None):
    """Nothing is said of a link of this very version."""
    found = pin_note(given, small_case())
    assert found is None if words is None else words in (found or "")
