"""New since: what became known between two days, as a table, and as feeds to subscribe to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from geo.errors import InputError
from geo.export.changefeed import news_feed, news_text
from geo.export.changes import News, news_between
from geo.model.labels import format_date
from ui.components.clocks import choose_span, current_view
from ui.components.mounts import show_table
from ui.data.released import released
from ui.data.tables import Table
from ui.opened import Opened

_COLUMNS = ("Known", "Change", "What", "Said", "About", "Row", "Link")
_KINDS = {"claim": "Claims", "place": "Places", "order": "Evacuation", "front": "Fronts"}


def show(opened: Opened) -> None:
    """Draw the page."""
    st.title("New since")
    case, view = opened.case, current_view(opened.case)
    earlier = max(view.on - timedelta(days=1), case.first_date)
    since, until = choose_span(case, ("After the day", "Up to and with"), (earlier, view.on), key="feed")
    try:
        told = released(opened).case
        news = news_between(told, since, until)
    except InputError as error:
        st.text(f"{error}.")
        return
    kinds = st.pills(
        "Only", list(_KINDS), selection_mode="multi", format_func=lambda kind: _KINDS[kind], key="feed-kinds"
    )
    shown = [one for one in news if not kinds or one.kind in kinds]
    st.text(f"{_count(shown)} after {format_date(since)}, up to and with {format_date(until)}.")
    if news and not shown:
        st.info(f"{len(news)} {'change is' if len(news) == 1 else 'changes are'} of other kinds than those chosen.")
        st.button("Show changes of every kind", on_click=_every_kind)
        return
    caption = f"What became known after {format_date(since)}, up to and with {format_date(until)}"
    show_table(news_table(shown), caption, "Nothing became known in these days.")
    name = f"{case.settings.id}-{since}--{until}"
    feeds = (("Atom", "xml", "atom"), ("JSON Feed", "json", "json"))
    with st.container(horizontal=True):
        for label, suffix, form in feeds:
            data = news_feed(told, shown, form)
            st.download_button(label, data, f"{name}.{suffix}", on_click="ignore", key=f"feed-{form}")
        st.download_button("Text", news_text(shown), f"{name}.txt", on_click="ignore", key="feed-text")


def news_table(news: Sequence[News]) -> Table:
    """Write changes as a table, the newest day first."""
    rows = [
        (
            one.known_date.isoformat(),
            str(one.change),
            one.title,
            one.text,
            one.about_date.isoformat(),
            one.record if one.kind != "front" else "",
            one.url,
        )
        for one in news
    ]
    return Table(_COLUMNS, rows)


def _every_kind() -> None:
    st.session_state["feed-kinds"] = []


def _count(news: Sequence[News]) -> str:
    counted = Counter(str(one.change) for one in news)
    return ", ".join(f"{count} {word}" for word, count in counted.items()) or "Nothing"
