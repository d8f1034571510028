"""A number of a table that can be read in two ways is refused with both; one way is read, and writes back."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from geo.analysis.districts import DistrictPlace
from geo.io.tables import read_table, write_table
from geo.model.claims import Claim, Placement
from geo.model.evacuation import EvacuationOrder
from geo.model.places import Settlement
from geo.model.table_numbers import is_quantity, plain_number, plain_quantity
from geo.validation.lint import lint
from tests.cases import small_case

TWO = {
    "1.000": ("1000", "1"),
    "1,000": ("1000", "1"),
    "121.000": ("121000", "121"),
    "-3,250": ("-3250", "-3.25"),
    "12,5": ("12.5", "125"),
    "0,125": ("0.125", "0125"),
    "1000,25": ("1000.25", "100025"),
}
GROUPED = {
    "1 000": "1000",
    "1\u00a0000": "1000",
    "1\u202f234\u202f567": "1234567",
    "1.234.567": "1234567",
    "1,234,567": "1234567",
    "1'000": "1000",
    "1_000": "1000",
}
REFUSED = ["1e5", "1,000.5", "1.000,5", "12 km", "", "1.", ".5", "1..000", "+1", "0x10", "nan", "inf", "1 00"]
READ = ["0", "12", "12.5", "0.125", "0.500", "1000", "1000.125", "12.3450", "-3", "1.0000", "12.34"]
FIELDS = [
    (Claim, "value"),
    (Claim, "value_high"),
    (Placement, "extent_km"),
    (Settlement, "precision_m"),
    (Settlement, "population"),
    (DistrictPlace, "precision_m"),
    (EvacuationOrder, "settlements"),
]


@pytest.mark.parametrize("text", TWO)
def test_two_readings_are_both_said(text: str) -> None:
    """Whether a dot or a comma parts thousands or a fraction is not guessed."""
    with pytest.raises(ValueError, match="can be read as") as raised:
        plain_quantity(f" {text} ")
    first, second = TWO[text]
    assert f"can be read as {first} or as {second}" in str(raised.value)


@pytest.mark.parametrize("text", GROUPED)
def test_separators_of_thousands_are_refused_with_what_to_write(text: str) -> None:
    """What has one reading but is no plain number is refused, with the plain number."""
    with pytest.raises(ValueError, match=f"write {GROUPED[text]} if"):
        plain_quantity(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_plain_number_is_refused(text: str) -> None:
    """Exponents, units and mixed separators are no plain number."""
    with pytest.raises(ValueError, match="must be a plain number"):
        plain_quantity(text)


@pytest.mark.parametrize("text", READ)
def test_one_reading_is_read(text: str) -> None:
    """Plain digits with a point, unless three digits after it make it look like thousands."""
    assert plain_quantity(text) == text


def test_degrees_may_have_three_decimals() -> None:
    """No degree is a thousand, so 35.271 is one reading; a comma still has two."""
    assert plain_number("35.271") == "35.271"
    with pytest.raises(ValueError, match=r"35271 or as 35\.271"):
        plain_number("35,271")


@given(st.from_regex(r"-?[0-9]{1,5}([.,  '][0-9]{1,4}){0,2}", fullmatch=True))
def test_what_is_read_has_no_second_reading(text: str) -> None:
    """Taking every dot and comma for a separator of thousands, or not, gives no other number that could be meant."""
    try:
        plain_quantity(text)
    except ValueError:
        return
    assert re.fullmatch(r"-?\d+(\.\d+)?", text)
    assert not re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_quantity_of_a_table_is_asked(model: Any, name: str) -> None:
    """No number of a record but a degree and a grade is read without the question."""
    with pytest.raises(ValidationError, match="can be read as 1000 or as 1"):
        model.model_validate({name: "1.000"})


def test_no_number_is_forgotten() -> None:
    """Every numeric field of the records of a table is a degree, a grade, or in the list above."""
    for model in {model for model, _ in FIELDS}:
        numeric = {
            name for name, field in model.model_fields.items() if re.search(r"\b(float|int)\b", str(field.annotation))
        }
        listed = {name for one, name in FIELDS if one is model}
        assert numeric - {"lon", "lat", "credibility"} == listed
        assert {name for name in numeric if is_quantity(model.model_fields[name])} == listed


@given(st.floats(min_value=0.001, max_value=1e6, allow_nan=False).map(lambda value: round(value, 3)))
def test_what_is_written_reads_back(value: float) -> None:
    """A fraction of three digits, which could be thousands, is written so that it can't."""
    about = {"about_date": "2024-08-12", "known_date": "2024-08-12", "claimant": "A", "side": "russia", "source": "s"}
    what: dict[str, Any] = {"metric": "area_km2", "modality": "about", "kind": "total", "basis": "stated"}
    claim = Claim(id="a", **about, **what, value=value)
    table = read_table(write_table([claim], Claim).encode(), "claims.csv", Claim)
    assert (table.records, table.faults) == ((claim,), ())


@pytest.mark.parametrize("text", [*TWO, *GROUPED])
def test_lint_tells_the_readings(text: str) -> None:
    """Lint names row, field and value, and is an error: such a row would not enter the ledger."""
    cells = {"id": "N1", "about_date": "2024-08-12", "known_date": "2024-08-12", "claimant": "A", "side": "russia"}
    cells |= {"metric": "area_km2", "modality": "about", "kind": "total", "basis": "stated", "source": "s1"}
    found = lint([(2, cells | {"value": text})], small_case(), today=date(2024, 9, 1))
    (finding,) = [one for one in found if one.field == "value"]
    assert (finding.severity, finding.row, finding.value) == ("error", 2, text)
    assert f"write {TWO[text][0] if text in TWO else GROUPED[text]}" in finding.reason
