"""Say what this server withholds for its licence, and how a team that may see it gets to it."""

from __future__ import annotations

import streamlit as st

from ui.opened import Opened
from ui.rights import TEAM


def show_withheld(opened: Opened) -> None:
    """Say what is left out here, and nothing where nothing is."""
    if not opened.withheld:
        return
    st.info(
        "Anybody may be looking at this server, so it shows the fronts that may be published and leaves out:",
        icon=":material/copyright:",
    )
    for decision in opened.withheld:
        st.text(str(decision))
    st.caption(f"A server that only your team can open shows them with {TEAM}=1 in its environment or secrets.")
