"""The ledger: every claim, to be filtered, searched, sorted and taken away; a row opens what lies behind it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from geo.consistency.engine import verdicts_on
from geo.errors import InputError
from geo.model.asof import AsOf, records_as_of
from geo.model.claims import Checked, Claim, Kind, Metric, Side
from geo.model.labels import KIND_LABELS, METRIC_LABELS, SIDE_LABELS
from ui.components.clocks import choose_clocks
from ui.components.grid import choose_row
from ui.components.mounts import show_record
from ui.data.ledger_files import ledger_csv, ledger_scope, ledger_workbook
from ui.data.record import record_data
from ui.data.released import released
from ui.data.reports import ledger_index_of
from ui.data.tables import claims_table
from ui.opened import Opened

#: Pixels of a column, so that publisher and link stand on every desktop; the columns left out take what they need.
_WIDTHS = {
    "Id": 72,
    "Metric": 132,
    "Claim": 132,
    "Claimant": 190,
    "Side": 108,
    "About": 92,
    "Known": 92,
    "Published by": 136,
    "Superseded": 92,
    "Place": 116,
    "Kind": 84,
    "Basis": 80,
}


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    known = choose_clocks(case, "Ledger", with_day=False).known
    claims = _filtered(opened, records_as_of(case.claims, AsOf(case.last_date, known))[::-1])
    st.caption(f"{len(claims)} of {len(case.claims)} claims. Choose a row to open it.")
    if not claims and case.claims:
        st.info("The search and the filters above let no claim through.")
        st.button("Clear search and filters", on_click=_clear)
        return
    by_id = {claim.id: claim for claim in claims}
    table = claims_table(case, claims, known).without_empty("Superseded", "Day")
    chosen = choose_row(table, list(by_id), _WIDTHS, key="ledger", height=420)
    _downloads(opened, claims, known)
    if chosen is not None:
        _open(opened, by_id[chosen], known)


def _clear() -> None:
    """Let every claim through again."""
    for name in ("metric", "side", "kind"):
        st.session_state[f"ledger {name}"] = []
    st.session_state["ledger text"] = ""
    st.session_state["ledger unchecked"] = False


def _filtered(opened: Opened, claims: list[Claim]) -> list[Claim]:
    """Show the filters and return what they let through, in the order given."""
    first, second, third, fourth = st.columns([2, 2, 2, 2])
    text = first.text_input("Search", placeholder="claimant, place, number, publisher, id …", key="ledger text")
    metrics = second.multiselect("Metric", list(Metric), format_func=METRIC_LABELS.__getitem__, key="ledger metric")
    sides = third.multiselect("Side", list(Side), format_func=SIDE_LABELS.__getitem__, key="ledger side")
    kinds = fourth.multiselect("Kind", list(Kind), format_func=KIND_LABELS.__getitem__, key="ledger kind")
    unchecked = st.toggle("Only what nobody checked, or what could not be settled", key="ledger unchecked")
    kept = [
        claim
        for claim in claims
        if (not metrics or claim.metric in metrics)
        and (not sides or claim.side in sides)
        and (not kinds or claim.kind in kinds)
        and (not unchecked or claim.checked in {Checked.UNCHECKED, Checked.UNSETTLED})
    ]
    return ledger_index_of(opened).find(kept, text)


def _downloads(opened: Opened, claims: list[Claim], known: date | None) -> None:
    """Offer the claims that are shown as files, if they are publishable."""
    if not claims:
        return
    try:
        scope = ledger_scope(released(opened), claims, known)
    except InputError as error:
        st.text(f"These claims can't be taken away: {error}")
        return
    count = len(scope.claims)
    these = "this claim" if count == 1 else f"these {count} claims"
    name = f"{opened.case.settings.id}-ledger-{count}" + (f"-known-{known}" if known else "")
    with st.container(horizontal=True):
        st.download_button(
            f"Download {these} as CSV", lambda: ledger_csv(scope), f"{name}.csv", "text/csv", on_click="ignore"
        )
        st.download_button(
            f"Download {these} as XLSX", lambda: ledger_workbook(scope), f"{name}.xlsx", on_click="ignore"
        )


def _open(opened: Opened, claim: Claim, known: date | None) -> None:
    show_record(record_data(opened.case, claim, known, verdicts_on(opened.case, AsOf(claim.about_date, known))))
