"""The ledger's rows as files: exactly those shown, safe in a spreadsheet; and how many claims a file says it holds."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.export.dataset_schema import TABLE_SCHEMAS
from geo.export.formats.csv import read_csv
from geo.export.release import release
from geo.export.scope import Scope
from geo.reports.view import View
from tests.publish_cases import public_case
from ui.data.ledger_files import ledger_csv, ledger_scope, ledger_workbook
from ui.data.tables import claims_table
from ui.pages.publish import claims_words

CASE = public_case()
PASSED = release(CASE)


@given(st.sets(st.sampled_from(CASE.claims), min_size=1))
def test_the_csv_holds_exactly_the_claims_shown(claims) -> None:
    """Every claim that is shown is a row of the file, and no other is."""
    text = ledger_csv(ledger_scope(PASSED, claims, None)).decode()
    rows = read_csv(text, TABLE_SCHEMAS["claims"])
    assert sorted(rows["id"]) == sorted(claim.id for claim in claims)


def test_the_workbook_holds_the_claims_and_their_sources_alone() -> None:
    """One sheet says what the file is; the others are the claims shown and the sources of these."""
    shown = [claim for claim in CASE.claims if claim.claimant == "Commander"]
    book = openpyxl.load_workbook(io.BytesIO(ledger_workbook(ledger_scope(PASSED, shown, None))))
    assert book.sheetnames == ["About", "claims", "sources"]
    assert [row[0] for row in book["claims"].iter_rows(min_row=2, values_only=True)] == [one.id for one in shown]
    assert [row[0] for row in book["sources"].iter_rows(min_row=2, values_only=True)] == ["s2"]


def test_no_cell_of_the_csv_is_a_formula() -> None:
    """A claimant that begins like a formula is quoted for a spreadsheet."""
    hostile = CASE.claims[0].model_copy(update={"claimant": "=HYPERLINK(1)"})
    passed = replace(PASSED, case=replace(CASE, claims=(hostile,)))
    assert '"\'=HYPERLINK(1)"' in ledger_csv(ledger_scope(passed, [hostile], None)).decode()


@pytest.mark.parametrize(
    ("on", "known", "hidden", "words"),
    [
        (None, None, frozenset(), "The file holds all 12 claims of the case."),
        (date(2024, 8, 12), None, frozenset(), "8 of the case's 12 claims: those about 12 August 2024 or a day before"),
        (date(2024, 8, 12), date(2024, 8, 12), frozenset(), "a day before it, known by 12 August 2024."),
        (None, None, frozenset({"Governor"}), "of the case's 12 claims: those of the voices left on the map."),
    ],
)
def test_a_file_says_how_many_claims_it_holds(on, known, hidden, words) -> None:
    """The words count the claims of the scope and say by what the others were left out."""
    view = View(on or CASE.last_date, known, hidden=hidden)
    scope = Scope(PASSED, view, whole_period=on is None)
    assert words in claims_words(scope)
    assert str(len(scope.claims)) in claims_words(scope)


def test_a_column_that_holds_nothing_is_left_out() -> None:
    """Superseded is shown where a claim was corrected or withdrawn, and not where all of them stand."""
    assert "Superseded" not in claims_table(CASE, CASE.claims, None).without_empty("Superseded").columns
    gone = {"superseded": "withdrawn", "superseded_date": date(2024, 8, 14), "superseded_who": "the governor"}
    claims = [CASE.claims[0].model_copy(update=gone), *CASE.claims[1:]]
    table = claims_table(CASE, claims, None).without_empty("Superseded")
    assert table.column("Superseded")[:2] == ["withdrawn", ""]
