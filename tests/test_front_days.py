"""A front day by day: every day once, a change only between two days that were drawn."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from geo.analysis.fronts import MEASURED_FIGURES, front_days
from geo.geometry.topology.arcs import encode_series
from geo.model.claims import Side
from geo.model.fronts import FrontFigures, FrontState, FrontStatus, FrontTrack, Snapshot

START = date(2024, 8, 6)


def track(days: list[int]) -> FrontTrack:
    """Return a track drawn on some days, its area 10 km² a day and its depth measured on even days only."""
    snapshots = [Snapshot(START + timedelta(n), START + timedelta(n + 1), f"{n}.json", "0" * 64) for n in days]
    figures = [FrontFigures(10.0 * n, 10.0 * n, None if n % 2 else float(n)) for n in days]
    series = encode_series([box(35, 51, 35.1 + n / 100, 51.1) for n in days])
    about = ("a", "A", Side.UKRAINE, FrontStatus.HELD, "none", "A", False)
    return FrontTrack(*about, tuple(snapshots), series, tuple(figures))


@given(st.sets(st.integers(0, 30), min_size=1).map(sorted))
def test_every_day_stands_once_and_changes_need_both_days(days: list[int]) -> None:
    """Each day from the first drawing to the last is there once; a change stands where two days in a row were drawn."""
    found = list(front_days(track(days)))
    assert [one.on for one in found] == [START + timedelta(n) for n in range(days[0], days[-1] + 1)]
    for one in found:
        n = (one.on - START).days
        assert (one.found.state is FrontState.CARRIED) == (n not in days)
        assert ("area_km2" in one.change) == (n in days and n - 1 in days)
        if one.change:
            assert one.change["area_km2"] == 10.0
            assert "depth_max_km" not in one.change


def test_the_second_clock_holds() -> None:
    """What was not known by then is not a day; nothing known is no days."""
    assert [one.on.day for one in front_days(track([0, 1, 2]), START + timedelta(2))] == [6, 7]
    assert list(front_days(track([0, 1]), START)) == []


def test_figures_with_a_change_are_figures() -> None:
    """Every name that a change is told of is a figure's."""
    assert set(MEASURED_FIGURES) <= set(FrontFigures.__slots__)
