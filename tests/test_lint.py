"""Rules for new claims: what each finds, and what none of them may find."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.io.case_store import open_case
from geo.io.tables import read_cells
from geo.model.claims import Claim
from geo.validation.lint import lint

FOLDER = Path(__file__).parent.parent / "data" / "kursk-2024"
KURSK = open_case(FOLDER)
ROWS, _ = read_cells((FOLDER / "claims.csv").read_bytes(), "claims.csv", Claim)
TODAY = date(2026, 11, 22)
CLEAN = {
    "id": "N1",
    "about_date": "2024-08-12",
    "known_date": "2024-08-12",
    "claimant": "Somebody",
    "side": "independent",
    "metric": "depth_km",
    "modality": "about",
    "value": "13",
    "kind": "total",
    "basis": "stated",
    "place": "Kursk Oblast",
    "source": "itv-2024-08-12",
}


def found(*changes: dict[str, str], today: date | None = TODAY) -> list[tuple[str, str, str]]:
    """Return severity, rule and field of what is found in the clean row with changes, one row a change."""
    rows = [(number, CLEAN | change) for number, change in enumerate(changes, start=2)]
    return [(f.severity, f.rule, f.field) for f in lint(rows, KURSK, today=today)]


def test_a_clean_row_has_nothing_against_it():
    """A plausible new row is fit for the ledger, with or without the columns that may be left out."""
    assert found({}) == []
    assert found({"place": ""}, {"id": "N2", "place": "Суджа", "value": "14"}) == []


def test_a_shipped_row_repeats_the_ledger_and_nothing_else():
    """Rows of the ledger, given again, stand there already; no rule of value, unit, day or place finds anything."""
    findings = lint(ROWS, KURSK, today=TODAY)
    assert {f.rule for f in findings} == {"duplicate"}
    assert {f.field for f in findings if f.severity == "error"} == {"id"}
    assert {f.row for f in findings} == {number for number, _ in ROWS}


@settings(max_examples=20)
@given(st.sampled_from(ROWS))
def test_a_row_may_be_edited(row):
    """A row that replaces its own is no duplicate of itself; at most it repeats another outlet's."""
    findings = lint([row], KURSK, today=TODAY, editing=[row[1]["id"]])
    assert all((f.severity, f.field) == ("warning", "root") for f in findings)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"value": "7.5"}, ("warning", "unit", "value")),
        ({"value": "7.5 miles"}, ("error", "schema", "value")),
        ({"value": "9", "note": "printed as 9 miles"}, ("error", "unit", "value")),
        ({"value": "386", "metric": "area_km2"}, ("warning", "unit", "value")),
        ({"value": "121", "metric": "people_moved"}, ("warning", "unit", "value")),
        ({"value": "500"}, ("error", "range", "value")),
        ({"value": "180"}, ("warning", "range", "value")),
        ({"value": "9000000", "metric": "people_moved"}, ("error", "range", "value")),
        ({"value": "200000", "metric": "area_km2"}, ("error", "range", "value")),
        ({"about_date": "2024-08-13"}, ("error", "date", "known_date")),
        ({"about_date": "2023-08-12"}, ("error", "date", "about_date")),
        ({"known_date": "2025-01-12"}, ("error", "date", "known_date")),
        ({"about_date": "12.08.2024"}, ("error", "date", "about_date")),
        ({"source": ""}, ("error", "source", "source")),
        ({"source": "itv-2024-08-21"}, ("error", "source", "source")),
        ({"zone": "sudjansky"}, ("error", "zone", "zone")),
        ({"place": "Sudja"}, ("warning", "place", "place")),
        ({"credibility": "1"}, ("error", "grade", "credibility")),
        ({"reliability": "G"}, ("error", "grade", "reliability")),
        ({"part_of": "C9999"}, ("error", "reference", "part_of")),
        ({"colour": "red"}, ("error", "schema", "colour")),
        ({"id": "C0001"}, ("error", "duplicate", "id")),
        ({"value": "12", "root": "Smirnov to Putin, 12 Aug meeting"}, ("warning", "duplicate", "root")),
        (
            {"value": "12", "claimant": "Aleksei Smirnov", "source": "tass-2024-08-12"},
            ("warning", "duplicate", "value"),
        ),
        ({"value": "12", "claimant": "Aleksei Smirnov"}, ("error", "duplicate", "value")),
    ],
)
def test_each_rule_finds_its_mistake(change: dict[str, str], expected: tuple[str, str, str]):
    """One mistake, one finding of its rule, with its field."""
    assert expected in found(change)


def test_a_day_to_come_is_found_where_today_is_given():
    """The rule needs to be told the day; without one it is left out."""
    assert ("error", "date", "known_date") in found({}, today=date(2024, 8, 11))
    assert found({}, today=None) == []


def test_rows_of_one_file_are_held_against_each_other():
    """An id used twice, and one figure given twice, are found in the second row and name the first."""
    rows = [(2, CLEAN), (3, CLEAN), (4, CLEAN | {"id": "N2"})]
    findings = lint(rows, KURSK, today=TODAY)
    assert next((f.row, f.field) for f in findings if f.rule == "duplicate") == (3, "id")
    assert any(f.row == 4 and "row 2" in f.reason for f in findings)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"value": "7.5"}, "12.1 km"),
        ({"value": "7.5 miles"}, "7.5 in miles is 12.1 km"),
        ({"place": "Свердликове"}, "Sverdlikovo (Свердликово)"),
        ({"zone": "Суджанський район"}, "sudzhansky: Sudzhansky district (Суджанский район)"),
        ({"source": "itv-2024-08-21"}, "itv-2024-08-12"),
        ({"reliability": "G"}, "A to F"),
    ],
)
def test_a_finding_suggests_and_repairs_nothing(change: dict[str, str], part: str):
    """The suggestion says what would be right; the cells stay as they were."""
    cells = CLEAN | change
    before = dict(cells)
    findings = lint([(2, cells)], KURSK, today=TODAY)
    assert any(part in f.suggestion for f in findings), findings
    assert cells == before
    assert all(part in str(f) for f in findings if part in f.suggestion)


def test_the_honest_other_figure_is_no_unit_error():
    """35 km beside 12 km of the same day, or 28 beside 44 settlements, is another claim and not a mistake."""
    assert found({"value": "35"}) == []
    assert found({"metric": "settlements", "value": "44", "claimant": "Somebody else"}) == []
