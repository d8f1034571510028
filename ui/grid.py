"""A table as a grid to sort, search and choose from: for pages where that is worth its weight."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from ui.tables import Table


def show_grid(table: Table, **options: Any) -> Any:
    """Show a table as Streamlit's grid, its links as links; options go to `st.dataframe`, whose answer is returned."""
    frame = pd.DataFrame(table.rows, columns=list(table.columns))
    link = st.column_config.LinkColumn("Link", display_text="open")
    return st.dataframe(frame, hide_index=True, width="stretch", column_config={"Link": link}, **options)
