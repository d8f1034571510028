"""A table as a grid to sort, search and choose from: for pages where that is worth its weight."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui.data.tables import Table


def show_grid(table: Table, columns: Mapping[str, Any] | None = None, **options: Any) -> Any:
    """Show a table as Streamlit's grid, its links as links and what is absent as nothing.

    `columns` say by name how a column is shown: a width in pixels, or one of `st.column_config`. Other options go to
    `st.dataframe`, whose answer is returned.
    """
    frame = pd.DataFrame(table.rows, columns=list(table.columns))
    config = {"Link": st.column_config.LinkColumn("Link", display_text="open", width=60), **(columns or {})}
    shown = {
        name: st.column_config.Column(width=one) if isinstance(one, int) else one
        for name, one in config.items()
        if name in table.columns
    }
    return st.dataframe(frame, hide_index=True, width="stretch", column_config=shown, placeholder="", **options)


def choose_row(table: Table, ids: Sequence[str], columns: Mapping[str, Any], *, key: str, height: int) -> str | None:
    """Show a table as a grid of which one row may be chosen; return the id that stands for the row, if one is.

    Streamlit keeps a selection by the row's number, whatever the row holds by now; so a grid of other rows is another
    grid, on which nothing is chosen.
    """
    rows = hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16]
    event = show_grid(
        table, columns, height=height, on_select="rerun", selection_mode="single-row", key=f"{key} {rows}"
    )
    chosen = event["selection"]["rows"]
    return ids[chosen[0]] if chosen and chosen[0] < len(ids) else None
