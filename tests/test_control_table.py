"""Tables of control per settlement and day become words about places: changes alone, each with source and licence."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import InputError, SelectionError
from geo.export.release import release
from geo.io.case_store import open_case
from geo.io.control_table import LAYOUTS, SKIP, ControlLayout, ControlReading, ControlSource, read_control
from geo.model.case import Case
from tests.cli import KURSK, run_cli

SAID = ControlSource("VIINA", "independent", "viina", date(2024, 9, 1))
NEW = ("--publisher", "VIINA", "--url", "https://example.org/viina", "--published", "2024-09-01")
BY_NAME = ControlLayout(
    "date", "status", "place", statuses={"UA": "claimed", "RU": "lost", "X": "contested", "?": SKIP}
)


@pytest.fixture(scope="module")
def case() -> Case:
    """Open the shipped case."""
    return open_case(KURSK)


def read(case: Case, rows: list[tuple[str, str, str]], layout: ControlLayout = BY_NAME) -> ControlReading:
    """Read rows of place, day and status."""
    return read_control(
        "t.csv", [dict(zip(("place", "date", "status"), row, strict=True)) for row in rows], layout, SAID, case
    )


@given(st.lists(st.sampled_from(["UA", "RU", "X", "?"]), min_size=1, max_size=20), st.randoms())
def test_only_changes_are_words(case: Case, words: list[str], random: object) -> None:
    """Replayed day by day, the words give the table's status back; what the defender held before is none."""
    days = [date(2024, 8, 6) + timedelta(days=number) for number in range(len(words))]
    rows = [("sudzha", str(day), word) for day, word in zip(days, words, strict=True)]
    random.shuffle(rows)  # type: ignore[attr-defined]
    found = read(case, rows)
    said = {event.about_date: event.status.value for event in found.events}
    now, ever = "", False
    for day, word in zip(days, words, strict=True):
        status = BY_NAME.statuses[word]
        now = said.get(day, now)
        ever = ever or status in {"claimed", "contested"}
        if status != SKIP:
            assert now == (status if ever else "")
    assert all(one.status != other.status for one, other in zip(found.events, found.events[1:], strict=False))
    assert not found.faults


@pytest.mark.parametrize("name", ["sudzha", "Sudzha", "Суджа", "Sudja"])
def test_a_place_is_found_by_id_and_by_name_in_any_spelling(case: Case, name: str) -> None:
    """By the case's id, in either script; a name that two places have, or none, is no place here."""
    found = read(case, [(name, "2024-08-12", "UA"), ("Nowhere", "2024-08-12", "UA")])
    assert [event.settlement for event in found.events] == (["sudzha"] if name != "Sudja" else found_of(found))
    assert found.elsewhere >= 1


def found_of(found: ControlReading) -> list[str]:
    """Return what was found; a spelling of no scheme may be found or not, but never as another place."""
    settlements = [event.settlement for event in found.events]
    assert settlements in ([], ["sudzha"])
    return settlements


def test_a_point_is_a_place_only_within_its_precision(case: Case) -> None:
    """A point beside Sudzha is Sudzha, one far off is none; a name with another village's point is not believed."""
    sudzha = case.settlements["sudzha"]
    layout = LAYOUTS["acled"]

    def row(
        lon: float, lat: float, name: str, event: str = "Government regains territory", who: str = "Ukraine (2019-)"
    ) -> dict[str, str]:
        return {
            "event_date": "12 August 2024",
            "sub_event_type": event,
            "location": name,
            "longitude": str(lon),
            "latitude": str(lat),
            "actor1": f"Military Forces of {who}",
        }

    darino = case.settlements["darino"]
    lon, lat = float(sudzha.lon or 0), float(sudzha.lat or 0)
    for one, expected in [
        (row(float(darino.lon or 0) + 0.001, float(darino.lat or 0), ""), ["darino"]),
        (row(lon, lat, "Sudzha"), ["sudzha"]),
        (row(lon + 0.4, lat + 0.3, "Sudzha"), []),
        (row(lon, lat, "Sudzha", "Armed clash"), ["sudzha"]),
        (row(lon, lat, "Sudzha", "Air/drone strike"), []),
    ]:
        found = read_control("acled.csv", [one], layout, SAID, case)
        assert [event.settlement for event in found.events] == expected
        assert not found.faults
    bad = read_control("acled.csv", [row(lon, lat, "") | {"longitude": "x"}], layout, SAID, case)
    assert "two numbers in degrees" in bad.faults[0].reason


def test_what_can_t_be_used_is_told_with_its_row(case: Case) -> None:
    """A status nobody spoke of, a day that is none, two statuses of one day, a column that is not there."""
    found = read(
        case,
        [
            ("sudzha", "2024-08-12", "UA"),
            ("sudzha", "2024-08-12", "X"),
            ("sudzha", "soon", "UA"),
            ("darino", "2024-08-12", "Z"),
        ],
    )
    assert [(fault.row, fault.field) for fault in found.faults] == [(3, "status"), (4, "date"), (5, "status")]
    assert "--status Z=MEANING" in found.faults[2].reason
    with pytest.raises(InputError, match="no column 'when'; its columns are place, date, status"):
        read(case, [("sudzha", "2024-08-12", "UA")], ControlLayout("when", "status", "place"))
    with pytest.raises(SelectionError, match="must be one of claimed"):
        ControlLayout("a", "b", "c", statuses={"UA": "held"})


def test_a_table_goes_into_a_case_with_source_and_licence(tmp_path: Path) -> None:
    """Ids are found by a gazetteer; the same table again adds nothing; a closed licence keeps its words in."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    before = open_case(folder)
    sudzha = before.settlements["sudzha"]
    (tmp_path / "control.csv").write_text(
        "geonameid,date,status_isw,status\n1,20240811,RU,RU\n1,20240812,UA,UA\n1,20240813,UA,UA\n1,20240820,RU,RU\n2,20240812,UA,UA\n"
    )
    (tmp_path / "places.csv").write_text(
        f"geonameid,name,longitude,latitude\n1,Sudzha,{sudzha.lon},{sudzha.lat}\n2,Lviv,24,49.8\n"
    )
    call = ("control", str(tmp_path / "control.csv"), "--into", str(folder), "--layout", "viina", "--source", "viina")
    lost = run_cli(*call, *NEW)
    assert lost.returncode == 0
    assert "--gazetteer FILE" in lost.stderr
    call = (*call, "--gazetteer", str(tmp_path / "places.csv"))
    assert "say --publisher, --url and --published" in run_cli(*call).stderr
    dry = run_cli(*call, *NEW, "--dry-run")
    assert "dry run, nothing was written; control.csv: 2 words about places new" in dry.stdout
    assert len(open_case(folder).control_events) == len(before.control_events)
    done = run_cli(*call, *NEW, "--licence", "CC-BY-NC-4.0")
    assert done.returncode == 0, done.stderr
    case = open_case(folder)
    fresh = [event for event in case.control_events if event.source == "viina"]
    assert [(event.about_date.day, event.status.value) for event in fresh] == [(12, "claimed"), (20, "lost")]
    assert {event.known_date for event in fresh} == {date(2024, 9, 1)}
    assert case.sources["viina"].publisher == "VIINA"
    assert not case.faults
    out = release(case)
    assert len(out.case.control_events) == len(before.control_events)
    assert any("control_events" in str(decision) and "viina" in str(decision) for decision in out.withheld)
    assert "0 words about places new, 2 there already" in run_cli(*call, "--licence", "CC-BY-NC-4.0").stdout
