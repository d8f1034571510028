"""Salient: opens the case and builds the navigation."""

from pathlib import Path

import streamlit as st

from geo.errors import SalientError
from ui.components.assets import asset
from ui.messages import message
from ui.opened import opened_case
from ui.pages import day as day_page
from ui.pages import evacuation as evacuation_page
from ui.pages import fronts as fronts_page
from ui.pages import ledger as ledger_page
from ui.pages import map as map_page
from ui.pages import method as method_page
from ui.pages import new_since as feed_page
from ui.pages import over_time as curves_page
from ui.pages import places as places_page
from ui.pages import publish as publish_page

ICON = str(Path(__file__).parent / "ui" / "components" / "static" / "icon.svg")


def main() -> None:
    """Show the app, or a readable message where there is nothing to show."""
    st.set_page_config(page_title="Salient: claimed advances along a border", page_icon=ICON, layout="wide")
    st.html(f"<style>{asset('hues.css')}{asset('page.css')}</style>")
    try:
        opened = opened_case()
        pages = [
            st.Page(lambda: map_page.show(opened), title="Map", url_path="map", default=True),
            st.Page(lambda: day_page.show(opened), title="Day sheet", url_path="day"),
            st.Page(lambda: places_page.show(opened), title="Places", url_path="places"),
            st.Page(lambda: evacuation_page.show(opened), title="Evacuation", url_path="evacuation"),
            st.Page(lambda: ledger_page.show(opened), title="Ledger", url_path="ledger"),
            st.Page(lambda: curves_page.show(opened), title="Over time", url_path="time"),
            st.Page(lambda: fronts_page.show(opened), title="Fronts", url_path="fronts"),
            st.Page(lambda: feed_page.show(opened), title="New since", url_path="new"),
            st.Page(lambda: publish_page.show(opened), title="Publish", url_path="publish"),
            st.Page(lambda: method_page.show(opened), title="Method and sources", url_path="method"),
        ]
        st.navigation(pages, position="top").run()
    except SalientError as error:
        what, why, advice = message(error)
        st.error(what)
        st.text(why)
        st.caption(advice)


main()
