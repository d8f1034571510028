"""The two clocks as inputs, for the pages that have no map: shared by all pages of a session, and in the address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from geo.case import Case
from ui.view import View, read_view

VIEW_KEY = "view"


def current_view(case: Case) -> View:
    """Return the session's view, or the one that the address asks for; say what of it could not be read."""
    if VIEW_KEY not in st.session_state:
        view, problems = read_view({name: st.query_params.get_all(name) for name in st.query_params}, case)
        st.session_state[VIEW_KEY] = view
        for problem in problems:
            st.warning(problem, icon=":material/event_busy:")
    found: View = st.session_state[VIEW_KEY]
    return found


def choose_clocks(case: Case, *, with_day: bool = True) -> View:
    """Show the inputs and return the view they ask for, with the address following."""
    view = current_view(case)
    settings = case.settings
    limits = {"min_value": settings.first_date, "max_value": settings.last_date, "format": "YYYY-MM-DD"}
    columns = st.columns([1, 1, 3] if with_day else [1, 4])
    on = view.on
    if with_day:
        on = _day(columns[0].date_input("Day", view.on, **limits), view.on)
    known = columns[-2].date_input("As known on (empty: today)", view.known, **limits)
    view = replace(view, on=on, known=known if isinstance(known, date) else None)
    st.session_state[VIEW_KEY] = view
    st.query_params.from_dict({"on": str(view.on)} | ({"known": str(view.known)} if view.known else {}))
    return view


def _day(chosen: object, otherwise: date) -> date:
    return chosen if isinstance(chosen, date) else otherwise
