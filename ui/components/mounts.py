"""Salient's components: the page's head, the frame that hosts the map document, panel, table, record and day sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from ui.components.assets import asset, bundle
from ui.data.tables import Table

FRAME_KEY = "map"
_ROOT = '<div class="root"></div>'


def show_head(data: dict[str, Any]) -> None:
    """Draw the page's head."""
    _mount("head", data, asset("header.html"), styles=("tokens", "header"), script="header")


def show_frame(data: dict[str, Any], on_view: Callable[[], None]) -> None:
    """Host the map document; `on_view` is called when the person has settled on another view.

    The data must not change between runs of one session, or the document travels again.
    """
    html = '<div class="frame"></div>'
    _mount(FRAME_KEY, data, html, styles=("frame",), script="frame", on_view=on_view)


def show_panel(data: dict[str, Any]) -> None:
    """Draw the day's panel."""
    html = '<div class="root" tabindex="-1"></div>'
    _mount("panel", data, html, styles=("tokens", "records", "panel"))


def show_table(table: Table, caption: str, empty: str, hidden: dict[str, Any] | None = None) -> None:
    """Draw a table as a table, or say that it is empty; on the map's page, what the filters hide."""
    data = {"columns": table.columns, "rows": table.rows, "caption": caption, "empty": empty, "hidden": hidden}
    html = '<div class="root" tabindex="0"></div>'
    _mount("table", data, html, styles=("tokens", "records", "table"))


def show_record(data: dict[str, Any]) -> None:
    """Draw one record of the ledger with what lies behind it."""
    _mount("record", data, _ROOT, styles=("tokens", "records"))


def show_sheet(data: dict[str, Any]) -> None:
    """Draw the day sheet."""
    _mount("sheet", data, _ROOT, styles=("tokens", "records", "sheet"))


def show_places(data: dict[str, Any]) -> None:
    """Draw the questions of a day and its counts of settlements."""
    _mount("places", data, _ROOT, styles=("tokens", "records", "reports"))


def show_matrix(data: dict[str, Any]) -> None:
    """Draw the matrix place × claimant × date."""
    html = '<div class="root" tabindex="0"></div>'
    _mount("matrix", data, html, styles=("tokens", "records", "matrix"))


def show_evacuation(data: dict[str, Any]) -> None:
    """Draw the evacuation of a day."""
    _mount("evacuation", data, _ROOT, styles=("tokens", "records", "reports"))


def _mount(
    name: str,
    data: dict[str, Any],
    html: str,
    *,
    styles: Sequence[str],
    script: str = "",
    on_view: Callable[[], None] | None = None,
) -> None:
    """Mount a component: styles of `static/`, hues first, then those it builds on; and its bundle of `js/`, by name."""
    css = "".join(asset(f"{style}.css") for style in ("hues", *styles))
    js = bundle(script or name)
    mount = st.components.v2.component(f"salient.{name}", html=html, css=css, js=js)
    if on_view is None:
        mount(key=name, data=data)
    else:
        mount(key=name, data=data, on_view_change=on_view)
