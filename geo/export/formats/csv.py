"""Tables as CSV that no spreadsheet takes for formulas (security: T6), and back.

A cell that a spreadsheet would run gets an apostrophe in front. Reading takes it off again, so nothing is lost.
"""

from __future__ import annotations

import csv
import io

import pandas as pd

from geo.model.columns import TableSchema
from geo.reports.layer_frames import typed

#: What a spreadsheet takes for the start of a formula, full-width forms among them; the apostrophe, to be reversible.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")


def safe_cell(text: str) -> str:
    """Return text that no spreadsheet runs.

    Examples
    --------
    >>> safe_cell("=HYPERLINK(1)"), safe_cell("12 km"), safe_cell(" +1")
    ("'=HYPERLINK(1)", '12 km', "' +1")
    """
    return f"'{text}" if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS) else text


def plain_cell(cell: str) -> str:
    """Return the text that `safe_cell` was given.

    >>> plain_cell(safe_cell("'quoted'")), plain_cell("12 km")
    ("'quoted'", '12 km')
    """
    return cell[1:] if cell.startswith("'") else cell


def write_csv(frame: pd.DataFrame) -> str:
    """Write a typed table as CSV: UTF-8, comma, every cell quoted, days as ISO 8601, absent values empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(frame.columns)
    for row in frame.itertuples(index=False):
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def read_csv(text: str, schema: TableSchema) -> pd.DataFrame:
    """Read a table that `write_csv` wrote, in its columns and types; an empty cell is absent."""
    header, *rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    plain = [[plain_cell(cell) if cell else None for cell in row] for row in rows]
    return typed(pd.DataFrame(plain, columns=header), schema)


def _cell(value: object) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, str):
        return safe_cell(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
