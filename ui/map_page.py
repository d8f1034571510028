"""The main page: the map document, the day's panel beside it, and the same data as tables below."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.briefing import brief
from geo.case import Case
from geo.claims import Side
from geo.selection import select
from ui.assets import asset
from ui.components import FRAME_KEY, show_frame, show_head, show_panel
from ui.opened import Opened
from ui.panel_data import known_words, panel_data
from ui.tables import figures_table, places_table, zones_table
from ui.view import LAYERS, View, read_message, read_view

VIEW_KEY = "view"
INITIAL_KEY = "initial"


def show(opened: Opened) -> None:
    """Draw the page."""
    st.html(f"<style>{asset('page.css')}</style>")
    _read_address(opened.case)
    _day(opened)


def _read_address(case: Case) -> None:
    """Take the view from the address once a session; afterwards the map document leads and the address follows.

    Coming back from another page, the map opens on the view that was left.
    """
    if VIEW_KEY in st.session_state:
        st.session_state[INITIAL_KEY] = st.session_state[VIEW_KEY]
        return
    params = {name: st.query_params.get_all(name) for name in st.query_params}
    view, problems = read_view(params, case)
    st.session_state[VIEW_KEY] = view
    st.session_state[INITIAL_KEY] = view
    for problem in problems:
        st.warning(problem.replace("`", "'"), icon=":material/event_busy:")


@st.fragment
def _day(opened: Opened) -> None:
    """What changes with the day; only this part runs again when it does."""
    case = opened.case
    view: View = st.session_state[VIEW_KEY]
    settings = case.settings
    note = "Claimed advances and where they can be true on the ground; never a map of control"
    show_head({"title": settings.title, "note": note, "known": known_words(view), "today": view.known is None})
    if case.faults:
        st.warning(f"{len(case.faults)} rows of this case were rejected; the page “Method and sources” lists them.")
    left, right = st.columns([1.62, 1], gap="small")
    with left:
        frame = {
            "document": opened.document,
            "digest": opened.digest,
            "title": f"Map of claims: {settings.title}",
            "initial": st.session_state[INITIAL_KEY].to_message(),
            "everything": {"layers": list(LAYERS), "sides": list(Side)},
        }
        show_frame(frame, lambda: _take_view(case))
    with right:
        briefing = brief(case, view.on, view.known)
        selection = select(case, view.selected, view.on, view.known) if view.selected else None
        show_panel(panel_data(case, briefing, view, selection, opened.judge.verdicts_on(view.on, view.known)))
    figures, places, zones = st.tabs(["Figures of the day as a table", "Places", "Evacuation zones"])
    with figures:
        _table(figures_table(case, briefing, view), "No figure stands on this day.")
    with places:
        _table(places_table(case, view), "Nothing was said of any place by this day.")
    with zones:
        _table(zones_table(case, view), "Nothing was said of any zone by this day.")


def _take_view(case: Case) -> None:
    """Take the view that the map document reports; the frame's script writes it into the address."""
    view = read_message(st.session_state[FRAME_KEY].get("view"), case)
    if view is not None:
        st.session_state[VIEW_KEY] = view


def _table(frame: pd.DataFrame, empty: str) -> None:
    if frame.empty:
        st.caption(empty)
        return
    link = st.column_config.LinkColumn("Link", display_text="open")
    st.dataframe(frame, hide_index=True, width="stretch", column_config={"Link": link})
