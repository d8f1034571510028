"""What a mapper's track says of a day: what it drew, what it confirmed, what is only carried forward."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box

from geo.errors import SelectionError
from geo.geometry.topology.arcs import encode_series
from geo.model.asof import AsOf
from geo.model.claims import Side
from geo.model.fronts import (
    FrontFigures,
    FrontState,
    FrontStatus,
    FrontTrack,
    Snapshot,
    ends_of_difference,
    front_on,
    fronts_on,
)

START = date(2024, 8, 6)
SMALL, LARGE = MultiPolygon([box(35, 51, 35.1, 51.1)]), MultiPolygon([box(35, 51, 35.2, 51.1)])


def day(offset: int) -> date:
    """Return the day `offset` days after the start."""
    return START + timedelta(days=offset)


def snapshot(about: int, known: int | None = None, hour: int | None = None, revision: int = 0) -> Snapshot:
    """Return a snapshot about a day, known that day unless said otherwise."""
    moment = None if hour is None else datetime(2024, 8, 6, hour, tzinfo=UTC) + timedelta(days=about)
    return Snapshot(
        day(about),
        day(about if known is None else known),
        f"{about}.geojson",
        "0" * 64,
        moment,
        revision,
        known is None,
    )


def track(*drawings: tuple[Snapshot, MultiPolygon], archive: str = "mapper") -> FrontTrack:
    """Return a track of drawings in the order in which they follow one another."""
    ordered = sorted(drawings, key=lambda drawing: drawing[0].order)
    grounds = [ground for _, ground in ordered]
    return FrontTrack(
        archive,
        "Mapper",
        Side.UKRAINE,
        FrontStatus.HELD,
        "CC0-1.0",
        "Mapper, CC0",
        True,
        tuple(one for one, _ in ordered),
        encode_series(grounds),
        tuple(FrontFigures(float(number)) for number in range(len(ordered))),
    )


def test_the_four_states() -> None:
    """Before the first drawing nothing is known; a day drawn is updated or unchanged; a day not drawn is carried."""
    found = track((snapshot(0), SMALL), (snapshot(1), SMALL), (snapshot(2), LARGE), (snapshot(5), LARGE))
    states = [front_on(found, AsOf(day(offset))) for offset in range(-1, 7)]
    assert [(one.state.value, one.age_days) for one in states] == [
        ("no_data", 0),
        ("updated", 0),
        ("unchanged", 0),
        ("updated", 0),
        ("carried_forward", 1),
        ("carried_forward", 2),
        ("unchanged", 0),
        ("carried_forward", 1),
    ]
    assert states[0].snapshot is None
    assert states[0].figures is None
    assert states[4].snapshot == snapshot(2)
    assert states[4].figures == FrontFigures(2.0)


def test_the_last_drawing_of_a_day_counts() -> None:
    """Of several drawings of one day the last one stands; the day is updated if any of them changed the ground."""
    found = track((snapshot(0, hour=3), SMALL), (snapshot(0, hour=20), LARGE), (snapshot(1, hour=5), LARGE))
    assert front_on(found, AsOf(day(0))).index == 1
    assert front_on(found, AsOf(day(1))).state is FrontState.UNCHANGED


def test_a_revision_is_seen_from_the_day_it_was_known() -> None:
    """A drawing that was changed later stands as it was, under an earlier day of knowledge."""
    found = track((snapshot(0), SMALL), (snapshot(0, known=9, revision=1), LARGE))
    assert front_on(found, AsOf(day(0), day(8))).index == 0
    assert front_on(found, AsOf(day(0), day(9))).index == 1
    assert front_on(found, AsOf(day(0))).index == 1


def test_ground_that_is_given_up_is_a_change() -> None:
    """A day on which nothing is drawn any more is updated, not unchanged."""
    found = track((snapshot(0), SMALL), (snapshot(1), MultiPolygon()), (snapshot(2), MultiPolygon()))
    assert [one.state for one in (front_on(found, AsOf(day(1))), front_on(found, AsOf(day(2))))] == [
        FrontState.UPDATED,
        FrontState.UNCHANGED,
    ]


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), min_size=1, max_size=8, unique=True), st.integers(0, 16)
)
def test_as_of_is_the_latest_word(words: list[tuple[int, int]], on: int) -> None:
    """Whatever was drawn and known when, the snapshot chosen is the last that speaks of a day up to then."""
    found = track(*((snapshot(about, about + late), SMALL) for about, late in words))
    chosen = front_on(found, AsOf(day(on), day(on))).snapshot
    seen = [(about, about + late) for about, late in words if about <= on and about + late <= on]
    if not seen:
        assert chosen is None
    else:
        assert chosen is not None
        assert (chosen.about_date, chosen.known_date) == tuple(day(offset) for offset in max(seen))


def test_every_track_speaks_for_itself() -> None:
    """Two mappers are two answers, in their order."""
    first, second = track((snapshot(0), SMALL)), track((snapshot(2), LARGE), archive="other")
    assert [one.state for one in fronts_on([first, second], AsOf(day(1)))] == [FrontState.CARRIED, FrontState.NO_DATA]
    assert first.id == "mapper.ukraine.held"
    assert first.ground(0).equals(SMALL)


def test_a_difference_needs_a_drawing_at_both_ends() -> None:
    """Two days that were drawn can be compared; a day carried forward, or before the first drawing, can't."""
    found = track((snapshot(0), SMALL), (snapshot(1), LARGE), (snapshot(4), SMALL))
    assert ends_of_difference(found, found, day(0), day(4)) == (0, 2)
    with pytest.raises(SelectionError, match="no drawing of 2024-08-09, only one of 2024-08-07 carried forward"):
        ends_of_difference(found, found, day(0), day(3))
    with pytest.raises(SelectionError, match="no drawing of 2024-08-05 or before"):
        ends_of_difference(found, found, day(-1), day(1))
    with pytest.raises(SelectionError, match="the first must come before the last"):
        ends_of_difference(found, found, day(1), day(1))


def test_no_difference_between_two_sources() -> None:
    """What one mapper drew and another did not is neither gained nor lost."""
    first, second = track((snapshot(0), SMALL)), track((snapshot(1), LARGE), archive="other")
    with pytest.raises(SelectionError, match="two sources"):
        ends_of_difference(first, second, day(0), day(1))
