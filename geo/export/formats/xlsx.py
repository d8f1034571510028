"""Tables as an XLSX workbook: one sheet a table and a first sheet that says what it is; no cell is ever a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd

_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp, so that the same tables give the same bytes
_WIDTHS = {"summary": 60, "note": 40, "title": 40, "url": 40, "claimant": 26, "publisher": 26, "check_note": 40}


def write_workbook(title: str, about: Iterable[tuple[str, str]], tables: Mapping[str, pd.DataFrame]) -> bytes:
    """Write typed tables as a workbook.

    Parameters
    ----------
    title : str
        Of the first sheet.
    about : iterable of (name, text)
        What the first sheet says: method, both dates, version, licences.
    tables : mapping of sheet name (at most 31 characters) to frame

    Returns
    -------
    bytes
        XLSX; days are real days, text is text whatever it begins with, addresses are no links.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": title, "created": _MOMENT, "comments": "Claimed, not control"})
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    first = book.add_worksheet("About")
    first.set_column(0, 0, 24)
    first.set_column(1, 1, 100)
    first.write_string(0, 0, title, bold)
    for number, (name, text) in enumerate(about, start=2):
        first.write_string(number, 0, name, bold)
        first.write_string(number, 1, text, wrap)
    for name, frame in tables.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(1, len(frame)), len(frame.columns) - 1)
        for column, heading in enumerate(frame.columns):
            sheet.set_column(column, column, _WIDTHS.get(heading, 14))
            sheet.write_string(0, column, heading, bold)
            for row, value in enumerate(frame[heading], start=1):
                _write(sheet, row, column, value, day)
    book.close()
    return out.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None or pd.isna(value):
        return
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)  # noqa: DTZ001 - a day
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    else:
        sheet.write_number(row, column, float(value))
