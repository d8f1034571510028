"""CSV tables: what is kept, what is rejected, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.io.tables import MAX_ROWS, MAX_TABLE_BYTES, read_table, write_table
from geo.model.claims import Claim, Source

HEADER = "id,publisher,title,url,published,note\n"
GOOD = "a,Paper,A page,https://example.org/a,2024-08-12,\n"


def read(text: str | bytes):
    """Read a table of sources."""
    return read_table(text if isinstance(text, bytes) else text.encode(), "sources.csv", Source)


def test_a_good_row_is_kept_and_a_bad_one_is_named():
    """A bad row is rejected with file, row, field, value and reason; its neighbours stay."""
    table = read(HEADER + GOOD + "b,Paper,,https://example.org/b,12.08.2024,\n" + GOOD.replace("a,", "c,", 1))
    assert [source.id for source in table.records] == ["a", "c"]
    (fault,) = table.faults
    assert (fault.row, fault.field, fault.value) == (3, "published", "12.08.2024")
    assert "YYYY-MM-DD" in fault.reason


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    """Blank lines and line breaks inside quotes do not shift the row of a fault."""
    multiline = 'a,Paper,"two\nlines",https://example.org/a,2024-08-12,\n'
    table = read(HEADER + multiline + ",,,,,\n" + "b,Paper,,https://example.org/b,,\n")
    assert [fault.row for fault in table.faults] == [4]
    assert table.rows[0][0] == 2


@pytest.mark.parametrize("value", ["1722889303", "2024-8-12", "20240812", "12.08.2024", "yesterday", "2024-13-01"])
def test_only_a_calendar_day_is_a_day(value: str):
    """A Unix time, another order or a word is never turned into a day."""
    table = read(HEADER + f"a,Paper,,https://example.org/a,{value},\n")
    assert table.records == ()
    assert table.faults[0].field == "published"


@pytest.mark.parametrize("value", ["1,000", "1e3", "1_000", "inf", "NaN", "12 km", "-3", "٣"])
def test_only_a_plain_number_is_a_number(value: str):
    """Separators, exponents, units, infinities and signs that a quantity can't have are rejected by field."""
    fields = "id,about_date,known_date,claimant,side,source,metric,modality,value,kind,basis\n"
    row = f'a,2024-08-12,2024-08-12,A,russia,s,area_km2,exact,"{value}",total,stated\n'
    table = read_table((fields + row).encode(), "claims.csv", Claim)
    assert table.records == ()
    assert {fault.field for fault in table.faults} == {"value"}


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (HEADER.encode() + b'a,"unclosed', "not a readable CSV"),
        (b"x" * (MAX_TABLE_BYTES + 1), "may have up to"),
        (b"\n" * (MAX_ROWS + 1), "may have up to"),
    ],
)
def test_an_unreadable_file_is_one_fault(data: bytes, part: str):
    """A file that can't be read at all is one fault that says so, not an exception."""
    table = read(data)
    assert table.records == ()
    assert len(table.faults) == 1
    assert part in table.faults[0].reason


@pytest.mark.parametrize(
    ("header", "part"),
    [("id,publisher,url\n", "columns missing: published"), (HEADER.replace("note", "nota"), "unknown column")],
)
def test_a_wrong_header_is_named(header: str, part: str):
    """Missing and unknown columns are faults of row 1."""
    table = read(header + GOOD)
    assert table.records == ()
    assert any(part in fault.reason and fault.row == 1 for fault in table.faults)


def test_a_row_with_a_stray_comma_is_named():
    """A row with more cells than the header says how many, and what to do."""
    table = read(HEADER + GOOD.replace("A page", "A, page"))
    assert "needs quotes" in table.faults[0].reason


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1, max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT, st.dates()), min_size=1, max_size=5))
def test_reading_what_was_written_gives_the_same_records(rows):
    """Parse after dump is the identity, whatever the text holds."""
    records = tuple(
        Source(id=f"s{n}", publisher=name, title=title, url="https://example.org/", published=day.isoformat())
        for n, (name, title, day) in enumerate(rows)
        if day.year >= 1000
    )
    assert read(write_table(records, Source)).records == records
