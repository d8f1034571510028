"""Say on a page what the filters hide: how much, by which filter, with a button that shows it again."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.model.claims import Side
from geo.model.labels import format_date
from geo.reports.view import View
from ui.components.clocks import VIEW_KEY
from ui.data.hidden import filter_words, hidden_words


def say_hidden(view: View, *, hidden: int, shown: int, what: str, key: str) -> None:
    """Say where nothing is shown, and why: the filters, the day of knowledge, or because there is nothing.

    Where something is shown and the filters hide the rest, say how much, in a smaller voice. `what` names one thing of
    those that are `hidden` or `shown`; `key` tells the buttons from others of the page.
    """
    if not hidden:
        if not shown:
            st.info(f"The ledger has no such {what}.")
        return
    words = hidden_words(view, hidden, what)
    if shown:
        st.caption(words)
    else:
        st.info(words)
    if filter_words(view):
        st.button("Show what the filters hide", on_click=_put, args=(_unfiltered(view),), key=f"{key} unfiltered")
    if view.known is not None:
        label = f"Show what became known after {format_date(view.known)}"
        st.button(label, on_click=_put, args=(replace(view, known=None),), key=f"{key} today")


def _unfiltered(view: View) -> View:
    return replace(view, sides=tuple(Side), hidden=frozenset())


def _put(view: View) -> None:
    st.session_state[VIEW_KEY] = view
