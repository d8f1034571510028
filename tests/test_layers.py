"""Geodata layers: declared columns, one CRS, as-of on two clocks, and what lies behind a selected thing."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from geo.analysis.reconstruction import reconstruct, reconstructions
from geo.errors import SelectionError
from geo.model.asof import AsOf
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.reports.layers import LAYERS, layer
from geo.reports.selection import select
from tests.cases import FIRST, day, small_case

CASE = small_case()
DRAWN = reconstructions(CASE)


@pytest.mark.parametrize("name", LAYERS)
@pytest.mark.parametrize("on", [FIRST, day(6), day(30)])
def test_every_layer_has_its_declared_columns_and_crs(name: str, on: date):
    """Columns are the schema's and then the geometry, in EPSG:4326, whether or not there is a row."""
    frame = layer(CASE, name, AsOf(on))
    assert tuple(frame.columns) == (*LAYER_SCHEMAS[name].names, "geometry")
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.notna().all()


def test_an_advance_is_three_bands_that_say_claimed():
    """Three rows, inner to outer, each marked as claimed and with its source."""
    frame = layer(CASE, "advances", AsOf(day(6)))
    assert list(frame["band"]) == ["inner", "likely", "outer"]
    assert frame["claimed"].all()
    assert (frame["url"] == "https://one.example/a").all()
    assert frame["area_km2"].is_monotonic_increasing


def test_an_advance_shows_from_its_day_on_with_its_age():
    """Nothing the day before, age 0 on the day, then carried forward."""
    assert layer(CASE, "advances", AsOf(day(5))).empty
    assert set(layer(CASE, "advances", AsOf(day(6)))["age_days"]) == {0}
    assert set(layer(CASE, "advances", AsOf(day(9)))["age_days"]) == {3}


def test_an_advance_is_hidden_until_it_was_known():
    """The depth of day 9 was known on day 10: as known on day 9 it does not show."""
    assert layer(CASE, "reach", AsOf(day(9), day(9))).empty
    assert len(layer(CASE, "reach", AsOf(day(9), day(10)))) == 1


def test_a_place_without_coordinates_is_not_drawn():
    """It is never guessed, so it is in no map layer."""
    assert "p6" not in set(layer(CASE, "settlements", AsOf(day(30)))["id"])


def test_an_unknown_layer_or_day_is_refused():
    """The message names what exists."""
    with pytest.raises(SelectionError, match="layer is 'roads'; it must be one of advances"):
        layer(CASE, "roads", AsOf(day(6)))
    with pytest.raises(SelectionError, match="this case runs from"):
        layer(CASE, "border", AsOf(FIRST - timedelta(days=1)))


def test_selecting_a_place_gives_its_words_newest_first():
    """All words known about the place, the newest first."""
    words = select(CASE, "settlement:p1", AsOf(day(6))).events
    assert [word.id for word in words] == ["e03", "e01", "e02"]
    assert [word.id for word in select(CASE, "settlement:p1", AsOf(day(6), day(4))).events] == ["e01", "e02"]


def test_selecting_a_zone_an_advance_and_a_claim():
    """Each gives the records behind it."""
    assert [order.id for order in select(CASE, "zone:z2", AsOf(day(9))).orders] == ["o4", "o3"]
    assert [claim.id for claim in select(CASE, "advance:a1", AsOf(day(6))).claims] == ["c01", "c02"]
    assert [claim.id for claim in select(CASE, "claim:c06", AsOf(day(6))).claims] == ["c06"]


@pytest.mark.parametrize("name", ["", "zone", "zone:", "zone:zz", "house:1", "claim:<script>"])
def test_selecting_nothing_is_refused(name: str):
    """A selection that names nothing is a sentence, not a traceback."""
    with pytest.raises(SelectionError):
        select(CASE, name, AsOf(day(6)))


def test_a_selection_tells_nothing_before_its_day():
    """A claim or advance selected on a day when it was not claimed, or not known, names nothing of it."""
    for name, on, known in (("claim:c06", day(5), None), ("advance:a2", day(9), day(9)), ("advance:a1", day(5), None)):
        found = select(CASE, name, AsOf(on, known))
        assert (found.subject, found.claims) == (None, ())
        assert "km" not in found.title
    assert select(CASE, "advance:a2", AsOf(day(9), day(10))).subject is not None


def test_an_old_depth_alone_is_in_no_layer():
    """A depth without a width leaves map and layers `Ages.fades` days after its day; bands stay."""
    fades = CASE.settings.ages.fades
    assert len(layer(CASE, "reach", AsOf(day(9 + fades)))) == 1
    assert layer(CASE, "reach", AsOf(day(10 + fades))).empty
    assert len(layer(CASE, "advances", AsOf(day(60)))) == 3


def test_a_placement_that_cannot_be_drawn_is_a_fault_and_no_more():
    """A width beyond the border's length loses its own advance, with the placement named, and no other."""
    wide = [claim.model_copy(update={"value": 4000.0}) if claim.id == "c02" else claim for claim in CASE.claims]
    drawn, faults = reconstruct(dataclasses.replace(CASE, claims=tuple(wide)))
    assert [item.id for item in drawn] == ["a2"]
    assert [(fault.value, "past the end of the border" in fault.reason) for fault in faults] == [("a1", True)]
