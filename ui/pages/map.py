"""The main page: the map document, the day's panel beside it, and the same data as tables below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from geo.consistency.engine import verdicts_on
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.labels import format_date
from geo.model.map_layers import MAP_LAYERS
from geo.reports.address import VERSION_CHARS, read_message, viewpoint_text, write_message
from geo.reports.briefing import Briefing, brief
from geo.reports.selection import select
from geo.reports.view import View
from ui.components.clocks import VIEW_KEY, current_view
from ui.components.mounts import FRAME_KEY, show_frame, show_head, show_panel, show_table
from ui.data.hidden import hidden_data, hidden_fronts_data
from ui.data.panel import known_label, panel_data
from ui.data.tables import Table, figures_table, fronts_table, places_table, zones_table
from ui.opened import Opened

INITIAL_KEY = "initial"
#: One table at a time: a grid that nobody looks at would delay the map.
TABLES = ("Figures", "Places", "Evacuation zones", "Fronts")


def show(opened: Opened) -> None:
    """Draw the page."""
    # Coming back from another page, the map opens on the view that was left.
    st.session_state[INITIAL_KEY] = current_view(opened.case)
    _day(opened)


@st.fragment
def _day(opened: Opened) -> None:
    """What changes with the day; only this part runs again when it does."""
    case = opened.case
    view: View = st.session_state[VIEW_KEY]
    settings = case.settings
    note = "Claimed advances and where they can be true on the ground; never a map of control"
    pin = {"case": settings.id, "v": case.version[:VERSION_CHARS]}
    head = {"title": settings.title, "note": note, "known": known_label(view), "today": view.known is None, "pin": pin}
    show_head(head)
    if case.faults:
        st.warning(f"{len(case.faults)} rows of this case were rejected; the page “Method and sources” lists them.")
    if opened.withheld:
        st.caption("Some mappers’ fronts are not shown here for their licence; the page “Fronts” says why.")
    left, right = st.columns([1.62, 1], gap="small")
    initial: View = st.session_state[INITIAL_KEY]
    with left:
        frame = {
            "document": opened.document,
            "digest": opened.digest,
            "title": f"Map of claims: {settings.title}",
            "initial": write_message(initial),
            "at": None if initial.at is None else viewpoint_text(initial.at),
        }
        show_frame(frame, lambda: _take_view(case))
    with right:
        briefing = brief(case, view.as_of)
        selection = select(case, view.selected, view.as_of) if view.selected else None
        show_panel(panel_data(case, briefing, view, selection, verdicts_on(case, view.as_of)))
    chosen = st.segmented_control("The day as a table", TABLES, default=TABLES[0], required=True)
    table, empty, hidden = _table(case, chosen, briefing, view)
    show_table(table, f"{chosen}, {format_date(view.on)}, {known_label(view)}", empty, hidden)


def _table(case: Case, chosen: str, briefing: Briefing, view: View) -> tuple[Table, str, dict[str, Any] | None]:
    """Return the chosen table, what to say where nothing is known, and what to say where the filters hide all."""
    every = replace(view, sides=tuple(Side), hidden=frozenset(), hidden_fronts=frozenset(), layers=MAP_LAYERS)
    if chosen == TABLES[0]:
        count = len(figures_table(case, briefing, every).rows)
        return figures_table(case, briefing, view), "No figure stands on this day.", hidden_data(view, count, "figure")
    if chosen == TABLES[1]:
        count = len(places_table(case, every).rows)
        return places_table(case, view), "Nothing was said of any place by this day.", hidden_data(view, count, "place")
    if chosen == TABLES[3]:
        count = len(fronts_table(briefing, every).rows)
        return fronts_table(briefing, view), "No mapper's front is on this map.", hidden_fronts_data(view, count)
    count = len(zones_table(case, every).rows)
    return zones_table(case, view), "Nothing was said of any zone by this day.", hidden_data(view, count, "zone")


def _take_view(case: Case) -> None:
    """Take the view that the map document reports; the frame's script writes it into the address."""
    view = read_message(st.session_state[FRAME_KEY].get("view"), case, st.session_state.get(VIEW_KEY))
    if view is not None:
        st.session_state[VIEW_KEY] = view
