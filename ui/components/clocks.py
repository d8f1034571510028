"""The two dates as inputs, for the pages that have no map: shared by all pages of a session, and in the address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.model.case import Case
from geo.reports.address import address_parts, pin_note, read_address
from geo.reports.view import View

VIEW_KEY = "view"


def current_view(case: Case) -> View:
    """Return the session's view, or the one that the address asks for; say what of it could not be read."""
    if VIEW_KEY not in st.session_state:
        view, problems = read_address({name: st.query_params.get_all(name) for name in st.query_params}, case)
        st.session_state[VIEW_KEY] = view
        for problem in problems:
            st.warning(problem, icon=":material/event_busy:")
        changed = pin_note({name: st.query_params.get_all(name) for name in ("case", "v")}, case)
        if changed:
            st.info(changed, icon=":material/history:")
    found: View = st.session_state[VIEW_KEY]
    return found


def choose_clocks(case: Case, title: str, *, with_day: bool = True) -> View:
    """Head a page: its title with the inputs beside it (on a phone below), the address following them.

    Returns the view that the inputs ask for.
    """
    view = current_view(case)
    head, *inputs = st.columns([3, 1, 1] if with_day else [4, 1], vertical_alignment="bottom")
    head.title(title)
    chosen: object = view.on
    if with_day:
        chosen = _input(case, inputs[0], "Day", view.on)
    known = _input(case, inputs[-1], "As known on (empty: today)", view.known)
    on = chosen if isinstance(chosen, date) else view.on
    view = replace(view, on=on, known=known if isinstance(known, date) else None)
    st.session_state[VIEW_KEY] = view
    write_query(view)
    return view


def write_query(view: View) -> None:
    """Write a view into the page's address."""
    parts: dict[str, list[str]] = {}
    for name, text in address_parts(view):
        parts.setdefault(name, []).append(text)
    st.query_params.from_dict(parts)


def _input(case: Case, column: DeltaGenerator, label: str, value: date | None) -> object:
    first, last = case.first_date, case.last_date
    return column.date_input(label, value, min_value=first, max_value=last, format="YYYY-MM-DD")


def choose_span(case: Case, labels: tuple[str, str], days: tuple[date, date], *, key: str) -> tuple[date, date]:
    """Show two days of the case as inputs and return those chosen; `days` stand in them at first."""
    columns = st.columns([1, 1, 3])
    chosen: list[date] = []
    for number, (label, day) in enumerate(zip(labels, days, strict=True)):
        given: object = columns[number].date_input(
            label, day, min_value=case.first_date, max_value=case.last_date, format="YYYY-MM-DD", key=f"{key}-{number}"
        )
        chosen.append(given if isinstance(given, date) else day)
    return chosen[0], chosen[1]
