"""Bad rows about places and people: each is reported with its row, field and what is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod

from geo.geometry.crs import MetricCRS
from geo.io.case_store import open_case
from geo.model.faults import Fault
from geo.model.places import Settlement
from geo.validation.lint import lint
from geo.validation.locations import ONE_POINT_M, PlaceCheck
from tests.cases import small_case

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"


def faults_with(tmp_path: Path, file: str, row: str) -> list[Fault]:
    """Return the faults of the shipped case with one more row in a file."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder)
    with (folder / file).open("a", encoding="utf-8") as table:
        table.write(row + "\n")
    return list(open_case(folder).faults)


def rows_in(file: str) -> int:
    """Return the number of the last row of a shipped file, as a spreadsheet counts."""
    return len((KURSK / file).read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ("twin,Twin,,,settlement,Sudzhansky,Kursk,35.2706,51.1914,500,x,,,,", "lon", "is the point of sudzha too"),
        (
            "far,Far,,,settlement,Sudzhansky,Kursk,34.6,51.55,500,x,,,,",
            "district",
            "outside the approximate extent of Sudzhansky",
        ),
        (
            "abroad,Abroad,,,settlement,Sudzhansky,Kursk,34.8,50.91,500,x,,,,",
            "oblast",
            "in Sumy oblast and in another country",
        ),
        (
            "swapped,Swapped,,,settlement,Sudzhansky,Kursk,51.19,35.27,500,x,,,,",
            "lon",
            "lon and lat seem to be swapped",
        ),
    ],
)
def test_a_place_that_lies_wrong_is_rejected(tmp_path: Path, row: str, field: str, words: str):
    """Two places at one point, the wrong district, the wrong country, swapped axes: one fault each, and no other."""
    (fault,) = faults_with(tmp_path, "settlements.csv", row)
    assert (fault.file, fault.row, fault.field) == ("settlements.csv", rows_in("settlements.csv") + 1, field)
    assert words in fault.reason


@given(st.floats(0, 360), st.floats(0, 4))
def test_two_places_are_one_point_by_their_distance_alone(bearing_deg: float, apart_m: float):
    """Nearer than a metre, whatever the digits of their coordinates, is one point; further is two."""
    assume(abs(apart_m - ONE_POINT_M) > 0.01)
    lon, lat, _ = Geod(ellps="WGS84").fwd(35.2706, 51.1914, bearing_deg, apart_m)
    check = PlaceCheck(MetricCRS.laea(35.2, 51.3))
    first = Settlement(id="first", name_en="First", lon=35.2706, lat=51.1914, precision_m=500)
    second = Settlement(id="second", name_en="Second", lon=lon, lat=lat, precision_m=500)
    assert list(check.problems(first)) == []
    found = list(check.problems(second))
    assert [name for name, _, _ in found] == (["lon"] if apart_m < ONE_POINT_M else [])


def test_an_order_that_ends_before_it_starts_is_rejected(tmp_path: Path):
    """The fault names end_date, and both days."""
    row = (
        "X1,2024-08-12,stated,2024-08-12,stated,2024-08-10,A,,russia,belovsky,mandatory,whole,,,exact,,"
        "itv-2024-08-12,,unchecked,,,"
    )
    (fault,) = faults_with(tmp_path, "evacuation_orders.csv", row)
    assert (fault.row, fault.field) == (rows_in("evacuation_orders.csv") + 1, "end_date")
    assert (fault.value, fault.reason) == ("2024-08-10", "end_date 2024-08-10 is before about_date 2024-08-12")


def test_more_moved_than_planned_is_found_before_it_enters_the_ledger():
    """A claimant's moved above its own plan for one place is a warning at the row's value."""
    cells = {
        "id": "n1",
        "about_date": "2024-08-12",
        "known_date": "2024-08-12",
        "claimant": "Governor",
        "side": "russia",
        "metric": "people_moved",
        "modality": "exact",
        "value": "190000",
        "kind": "total",
        "basis": "stated",
        "source": "s1",
    }
    found = [finding for finding in lint([(2, cells)], small_case()) if finding.rule == "plan"]
    assert [(one.severity, one.row, one.field, one.value) for one in found] == [("warning", 2, "value", "190000")]
    assert "190,000 of about 180,000 (c05)" in found[0].reason
    assert not [one for one in lint([(2, cells | {"value": "170000"})], small_case()) if one.rule == "plan"]


def test_the_shipped_places_lie_where_they_say():
    """No fault, and a check that really ran: every district of the case's places has an extent."""
    case = open_case(KURSK)
    assert case.faults == ()
    named = {zone.name_en.removesuffix(" district") for zone in case.zones.values() if zone.geometry is not None}
    assert {place.district for place in case.settlements.values() if place.oblast != "Sumy"} <= named
