"""CSV tables to records and back: each row checked, bad rows kept apart with their reason."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from geo.errors import InputError
from geo.model.claims import Record
from geo.model.faults import Fault, faults_of
from geo.model.table_numbers import is_quantity, quantity_text

_Row = TypeVar("_Row", bound=Record)

MAX_TABLE_BYTES = 5_000_000
MAX_ROWS = 50_000
#: A table with more unknown columns than this is another table, which is said once.
_MOST_UNKNOWN = 3
_OF_CONTROL = frozenset({"date", "status"})


@dataclass(frozen=True, slots=True)
class Table(Generic[_Row]):
    """What was read of one CSV file: (row, record) pairs, and a `Fault` for whatever was rejected.

    A row is counted as a spreadsheet does: the header is row 1.
    """

    rows: tuple[tuple[int, _Row], ...]
    faults: tuple[Fault, ...]

    @property
    def records(self) -> tuple[_Row, ...]:
        """The records alone."""
        return tuple(record for _, record in self.rows)


def read_table(data: bytes, file: str, model: type[_Row]) -> Table[_Row]:
    """Read a UTF-8 CSV whose columns are fields of `model`; an empty cell is an absent value.

    Parameters
    ----------
    data : bytes
        The file, at most `MAX_TABLE_BYTES`.
    file : str
        Its name, for the faults.
    model : type of Record
        What a row must be.

    Returns
    -------
    Table
        Never raises for bad content: an unreadable file is one fault and no rows.
    """
    cells, faults = read_cells(data, file, model)
    rows: list[tuple[int, _Row]] = []
    for number, given in cells:
        try:
            rows.append((number, model.model_validate(given)))
        except ValidationError as error:
            faults.extend(faults_of(error, file, number))
    return Table(tuple(rows), tuple(sorted(faults, key=lambda fault: fault.row or 0)))


def read_cells(data: bytes, file: str, model: type[Record]) -> tuple[list[tuple[int, dict[str, str]]], list[Fault]]:
    """Read the cells of a CSV whose columns are fields of `model`, unchecked; empty cells are left out.

    Returns
    -------
    list of (row, cells by column), list of Fault
        The faults are of the file, its header, and rows with too many or too few cells.
    """
    try:
        lines = _lines(data)
    except InputError as error:
        return [], [Fault(file, None, None, "", str(error))]
    header, *body = [[cell.strip() for cell in line] for line in lines]
    faults = _header_faults(header, file, model)
    if faults:
        return [], faults
    rows = []
    for number, cells in enumerate(body, start=2):
        if len(cells) == len(header):
            given = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
            if given:
                rows.append((number, given))
        elif any(cells):
            reason = f"the row has {len(cells)} cells, the header {len(header)}; a comma inside a cell needs quotes"
            faults.append(Fault(file, number, None, ",".join(cells)[:80], reason))
    return rows, faults


def _lines(data: bytes) -> list[list[str]]:
    if len(data) > MAX_TABLE_BYTES:
        raise InputError(f"the file has {len(data):,} bytes; a table may have up to {MAX_TABLE_BYTES:,}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not UTF-8; save the table as CSV with UTF-8 encoding") from error
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise InputError(f"the file is not a readable CSV: {error}") from error
    if not lines:
        raise InputError("the file is empty; it needs at least its header row")
    if len(lines) > MAX_ROWS:
        raise InputError(f"the file has {len(lines):,} rows; a table may have up to {MAX_ROWS:,}")
    return lines


def _header_faults(header: Sequence[str], file: str, model: type[Record]) -> list[Fault]:
    faults = []
    fields = model.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    unknown = [name for name in dict.fromkeys(header) if name not in fields]
    if len(unknown) > _MOST_UNKNOWN:
        other = ". Control per place and day goes in by the command control" if set(header) >= _OF_CONTROL else ""
        words = f"{len(unknown)} unknown columns: it is another table; the columns are {', '.join(fields)}{other}"
        return [Fault(file, 1, None, ", ".join(unknown)[:120], words)]
    for name in header:
        if name in unknown:
            faults.append(Fault(file, 1, name, name, f"unknown column; the columns are {', '.join(fields)}"))
        elif header.count(name) > 1:
            faults.append(Fault(file, 1, name, name, "the column stands twice in the header"))
    missing = [name for name in required if name not in header]
    if missing:
        faults.append(Fault(file, 1, None, ", ".join(header), f"columns missing: {', '.join(missing)}"))
    return faults


def write_table(records: Iterable[_Row], model: type[_Row]) -> str:
    """Write records as CSV with every field of `model` as a column, absent values as empty cells.

    >>> from geo.model.claims import Source
    >>> source = Source(id="a", publisher="A", url="https://example.org/a", published="2024-08-12")
    >>> print(write_table([source], Source))
    id,publisher,title,url,published,note
    a,A,,https://example.org/a,2024-08-12,
    <BLANKLINE>
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(model.model_fields), lineterminator="\n")
    writer.writeheader()
    for record in records:
        row = record.model_dump(mode="json")
        writer.writerow({name: _cell(value, model.model_fields[name]) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object, field: FieldInfo) -> object:
    if isinstance(value, float) and is_quantity(field):
        return quantity_text(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return "" if value is None else value
