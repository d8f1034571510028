"""Method and sources: the rules behind what the map shows, the sources, and the rows that were rejected."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.export.method import method_markdown
from ui.components.grid import show_grid
from ui.components.withheld import show_withheld
from ui.data.tables import sources_table
from ui.opened import Opened


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    settings = case.settings
    st.title("How this is made")
    st.text(settings.summary)
    st.markdown(method_markdown(settings.ages))
    st.subheader("Data")
    st.text(f"Case {settings.id}, days {case.first_date} to {case.last_date}, version {case.version[:12]}")
    for line in case.attributions:
        st.text(line)
    show_withheld(opened)
    st.subheader(f"Sources ({len(case.sources)})")
    show_grid(sources_table(case))
    st.subheader(f"Left out of the ledger ({len(case.exclusions)})")
    if case.exclusions:
        st.text("Reported, and not in the ledger: each with the reason.")
        rows = [{"Row or place": row.facts_row, "Reason": row.reason} for row in case.exclusions]
        st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
    st.subheader(f"Rejected rows of this case's files ({len(case.faults)})")
    if not case.faults:
        st.text("Every row of this case's files was read.")
        return
    faults = [
        {"File": f.file, "Row": f.row, "Field": f.field, "Value": f.value, "Reason": f.reason} for f in case.faults
    ]
    st.dataframe(pd.DataFrame(faults), hide_index=True, width="stretch")
