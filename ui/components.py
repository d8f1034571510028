"""Salient's components: the page's head, the frame that hosts the map document, panel, day sheet and record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from ui.assets import asset
from ui.tables import Table

FRAME_KEY = "map"


def show_head(data: dict[str, Any]) -> None:
    """Draw the page's head."""
    mount = st.components.v2.component(
        "salient.head", html=asset("header.html"), css=asset("tokens.css") + asset("header.css"), js=asset("header.js")
    )
    mount(key="head", data=data)


def show_frame(data: dict[str, Any], on_view: Callable[[], None]) -> None:
    """Host the map document; `on_view` is called when the person has settled on another view.

    The data must not change between runs of one session, or the document travels again.
    """
    mount = st.components.v2.component(
        "salient.frame", html='<div class="frame"></div>', css=asset("frame.css"), js=asset("frame.js")
    )
    mount(key=FRAME_KEY, data=data, on_view_change=on_view)


def show_table(table: Table, caption: str, empty: str) -> None:
    """Draw a table as a table, or say that it is empty."""
    mount = st.components.v2.component(
        "salient.table",
        html='<div class="root" tabindex="0"></div>',
        css=asset("tokens.css") + asset("records.css") + asset("table.css"),
        js=asset("records.js") + asset("table.js"),
    )
    mount(key="table", data={"columns": table.columns, "rows": table.rows, "caption": caption, "empty": empty})


def show_record(data: dict[str, Any]) -> None:
    """Draw one record of the ledger with what lies behind it."""
    mount = st.components.v2.component(
        "salient.record",
        html='<div class="root"></div>',
        css=asset("tokens.css") + asset("records.css"),
        js=asset("records.js") + asset("record.js"),
    )
    mount(key="record", data=data)


def show_sheet(data: dict[str, Any]) -> None:
    """Draw the day sheet."""
    mount = st.components.v2.component(
        "salient.sheet",
        html='<div class="root"></div>',
        css=asset("tokens.css") + asset("records.css") + asset("sheet.css"),
        js=asset("records.js") + asset("sheet.js"),
    )
    mount(key="sheet", data=data)


def show_panel(data: dict[str, Any]) -> None:
    """Draw the day's panel."""
    mount = st.components.v2.component(
        "salient.panel",
        html='<div class="root" tabindex="-1"></div>',
        css=asset("tokens.css") + asset("records.css") + asset("panel.css"),
        js=asset("records.js") + asset("strip.js") + asset("panel.js"),
    )
    mount(key="panel", data=data)
