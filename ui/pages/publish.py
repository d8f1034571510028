"""Publish: the view as picture, sheet, animation, data, page and citation, with what is withheld and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePath

import pandas as pd
import streamlit as st

from geo.errors import InputError
from geo.export.bibliography import bibtex
from geo.export.bundle import BundleOptions, bundle
from geo.export.datafiles import DATA_FORMATS, data_file, zip_bytes
from geo.export.figures import style
from geo.export.figures.animation import ANIMATION_FORMATS, MAX_FRAMES, animation
from geo.export.figures.figure import Look, picture
from geo.export.figures.small_multiples import MAX_SHEET_DAYS, sheet
from geo.export.page import PageOptions, snippet
from geo.export.release import Release
from geo.export.scope import Scope
from geo.export.site import site
from geo.io.case_store import read_files
from geo.model.case import Case
from geo.model.labels import format_date
from geo.reports.address import write_address
from geo.reports.view import View
from ui.components.clocks import choose_clocks, choose_span
from ui.data.panel import known_label
from ui.data.released import released
from ui.opened import Opened, case_folder

DATA_LABELS = {
    "geopackage": "GeoPackage: all layers and tables, styled for QGIS",
    "geojson": "GeoJSON (RFC 7946)",
    "geoparquet": "GeoParquet",
    "flatgeobuf": "FlatGeobuf",
    "kml": "KML with time spans, for Google Earth",
    "kmz": "KMZ",
    "csv": "CSV of the ledger",
    "xlsx": "Excel workbook",
}
#: The formats that hold the ledger's claims beside, or instead of, what is drawn of them.
_WITH_CLAIMS = frozenset({"geopackage", "csv", "xlsx"})
Made = tuple[str, bytes]


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Publish")
    try:
        passed = released(opened)
    except InputError as error:
        st.error("This case can't be published yet.")
        st.text(str(error))
        return
    st.text(
        f"Everything below is of {format_date(view.on)}, {known_label(view)}, with the layers, voices and view that "
        "you left on the map. Each file says claimed, both clocks, the credits and the version."
    )
    _gate(passed)
    tabs = st.tabs(["Picture", "Sheet", "Animation", "Data", "Page", "Cite"])
    for tab, draw in zip(tabs, (_picture, _sheet, _animation, _data, _page, _cite), strict=True):
        with tab:
            draw(passed, view)


def _gate(found: Release) -> None:
    """Say what is publishable and what is withheld."""
    if found.withheld:
        st.warning("Left out of everything below, and said so in each file:", icon=":material/lock:")
    for decision in found.withheld:
        st.text(str(decision))
    with st.expander(f"Licences of what goes out ({len(found.credits)})"):
        rows = [(c.layer, c.licence, c.attribution, c.reason) for c in found.credits]
        table = pd.DataFrame(rows, columns=["Layer", "Licence", "Credit", "Why"])
        st.dataframe(table, hide_index=True, width="stretch")


def _picture(passed: Release, view: View) -> None:
    left, right = st.columns([1, 2])
    with left:
        form = st.radio("Format", style.FIGURE_FORMATS, format_func=str.upper, horizontal=True, key="picture-format")
        graticule = st.checkbox("Graticule", key="picture-graticule")
        look = Look(graticule=graticule)
        name = f"{passed.case.settings.id}-{view.on}.{form}"
        chosen = Scope(passed, view)
        key = (view, form, graticule)
        made = _offer("picture", key, "Draw the picture", lambda: (name, picture(chosen, form, look)))
    with right:
        if made is not None:
            shown = made[1] if form == "png" else picture(chosen, "png", replace(look, dpi=90))
            st.image(shown, caption=f"Claimed, not control: {format_date(view.on)}, {known_label(view)}")


def _sheet(passed: Release, view: View) -> None:
    case = passed.case
    first, last = _range(case, view, "sheet", timedelta(days=8))
    step = st.number_input("Every … days", 1, 60, 2, key="sheet-step")
    form = st.radio("Format", style.FIGURE_FORMATS, format_func=str.upper, horizontal=True, key="sheet-format")
    days = [first + timedelta(n) for n in range(0, (last - first).days + 1, int(step))]
    if not 1 <= len(days) <= MAX_SHEET_DAYS:
        st.text(f"These are {len(days)} maps; a sheet holds 1 to {MAX_SHEET_DAYS}. Choose fewer days or a longer step.")
        return
    name = f"{case.settings.id}-{first}--{last}.{form}"
    label = f"Draw {len(days)} small maps"
    chosen = Scope(passed, view, whole_period=True)
    key = (view, first, last, step, form)
    made = _offer("sheet", key, label, lambda: (name, sheet(chosen, days, form)))
    if made is not None and form == "png":
        st.image(made[1])


def _animation(passed: Release, view: View) -> None:
    case = passed.case
    first, last = _range(case, view, "film", timedelta(days=14))
    form = st.radio("Format", ANIMATION_FORMATS, format_func=str.upper, horizontal=True, key="film-format")
    seconds = st.slider("Seconds a day", 0.1, 2.0, 0.5, 0.1, key="film-seconds")
    count = (last - first).days + 1
    if not 1 <= count <= MAX_FRAMES:
        st.text(f"{first} to {last} is {count} days; an animation holds 1 to {MAX_FRAMES}.")
        return

    def film() -> Made:
        bar = st.progress(0.0, f"0 of {count} days drawn")

        def tell(done: int, of: int) -> None:
            bar.progress(done / of, f"{done} of {of} days drawn")

        data = animation(
            Scope(passed, view, whole_period=True),
            (first, last),
            form,
            seconds=seconds,
            progress=tell,
        )
        bar.empty()
        return f"{case.settings.id}-{first}--{last}.{form}", data

    made = _offer("film", (view, first, last, form, seconds), f"Draw {count} days", film)
    if made is not None and form == "gif":
        st.image(made[1])
    elif made is not None:
        st.video(made[1])


def _data(passed: Release, view: View) -> None:
    form = st.radio("Format", list(DATA_FORMATS), format_func=lambda name: DATA_LABELS[name], key="data-format")
    period = st.toggle("The whole period, with the days on which each thing stood", key="data-period")
    chosen = Scope(passed, view, whole_period=period)
    if form in _WITH_CLAIMS:
        st.text(claims_words(chosen))
    _offer("data", (view, form, period), "Write the file", lambda: data_file(chosen, form))


def claims_words(chosen: Scope) -> str:
    """Say how many of the case's claims a file of a scope holds, and which."""
    count, of = len(chosen.claims), len(chosen.release.case.claims)
    if count == of:
        return f"The file holds all {of} claims of the case."
    which = [f"about {format_date(chosen.on)} or a day before it"] if chosen.on else []
    which += [f"known by {format_date(chosen.known)}"] if chosen.known else []
    which += [] if chosen.view.shows_everybody else ["of the voices left on the map"]
    return f"The file holds {count} of the case's {of} claims: those {', '.join(which)}."


def _page(passed: Release, view: View) -> None:
    st.text(
        "One page that opens from disk with no network, one to embed in an article, a preview for social networks, and "
        "the licences. Put the folder on any web server."
    )
    address = st.text_input("Where the folder will stand (https, ending in /; may stay empty)", key="page-address")
    name = f"{passed.case.settings.id}-pages.zip"

    def pages() -> Made:
        options = PageOptions(view.on, view.known, address.strip())
        return name, zip_bytes(site(passed, options))

    made = _offer("page", (view, address), "Build the pages", pages)
    if made is not None:
        st.text("To embed it, put this into the article:")
        st.code(snippet(passed, address.strip() or "…/"), language=None, wrap_lines=True)


def _cite(passed: Release, view: View) -> None:
    st.text(
        "A zip with the picture, the claims behind it, their provenance, the method, the version and this entry. "
        "python -m geo verify computes its numbers again and says whether they still hold."
    )
    chosen = Scope(passed, view)
    today, address = datetime.now(tz=UTC).date(), _app_address()
    link = write_address(view, passed.case, address)
    st.text("Permanent link to this view:")
    st.code(link, language=None, wrap_lines=True)
    st.code(bibtex(chosen, view.on, link, today), language=None, wrap_lines=True)
    options = BundleOptions(today, address)
    files = read_files(case_folder())
    _offer("cite", (view, today), "Make the citation bundle", lambda: bundle(chosen, files, options))


def _offer(kind: str, key: tuple[object, ...], label: str, make: Callable[[], Made]) -> Made | None:
    """Make something when it is asked for, and offer it for as long as what was asked for stays the same."""
    slot = f"made-{kind}"
    if st.button(label, key=f"make-{kind}", type="primary"):
        st.session_state.pop(slot, None)
        try:
            with st.spinner("Working …"):
                st.session_state[slot] = (key, make())
        except InputError as error:
            st.error("That can't be made.")
            st.text(str(error))
    held: tuple[tuple[object, ...], Made] | None = st.session_state.get(slot)
    if held is None or held[0] != key:
        return None
    name, data = held[1]
    size = f"{len(data) / 1000:,.0f} kB"
    ending = PurePath(name).suffix.removeprefix(".").upper()
    st.download_button(f"Download {ending}, {size}", data, name, key=f"get-{kind}", on_click="ignore")
    return held[1]


def _range(case: Case, view: View, key: str, back: timedelta) -> tuple[date, date]:
    return choose_span(case, ("From", "To"), (max(view.on - back, case.first_date), view.on), key=key)


def _app_address() -> str:
    """Return the app's own address, as the browser sees it, without page and query; empty where it is not known."""
    url = st.context.url or ""
    return url.partition("?")[0].rpartition("/")[0] + "/" if url.startswith("http") else ""
