"""The ledger: every claim, to be filtered, searched and sorted; a row opens its provenance, history and verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from geo.case import Case
from geo.claims import Checked, Claim, Kind, Metric, Side
from geo.timeline import as_of
from geo.words import KIND_WORDS, METRIC_WORDS, SIDE_WORDS
from ui.clocks import choose_clocks
from ui.components import show_record
from ui.grid import show_grid
from ui.opened import Opened
from ui.record_data import record_data
from ui.tables import claims_table


def show(opened: Opened) -> None:
    """Draw the page."""
    case = opened.case
    known = choose_clocks(case, with_day=False).known
    claims = _filtered(case, as_of(case.claims, case.last_date, known))
    st.caption(f"{len(claims)} of {len(case.claims)} claims. Choose a row to open it.")
    table = claims_table(case, claims, known)
    event = show_grid(table, height=420, on_select="rerun", selection_mode="single-row", key="ledger")
    rows = event["selection"]["rows"]
    if rows and rows[0] < len(claims):
        _open(opened, claims[rows[0]], known)


def _filtered(case: Case, claims: list[Claim]) -> list[Claim]:
    """Show the filters and return what they let through, newest first."""
    first, second, third, fourth = st.columns([2, 2, 2, 2])
    text = first.text_input("Search", placeholder="claimant, place, publisher, id …").casefold().split()
    metrics = second.multiselect("Metric", list(Metric), format_func=METRIC_WORDS.__getitem__)
    sides = third.multiselect("Side", list(Side), format_func=SIDE_WORDS.__getitem__)
    kinds = fourth.multiselect("Kind", list(Kind), format_func=KIND_WORDS.__getitem__)
    unchecked = st.toggle("Only what nobody checked, or what could not be settled")
    kept = [
        claim
        for claim in claims
        if (not metrics or claim.metric in metrics)
        and (not sides or claim.side in sides)
        and (not kinds or claim.kind in kinds)
        and (not unchecked or claim.checked in {Checked.UNCHECKED, Checked.UNSETTLED})
        and _mentions(case, claim, text)
    ]
    return kept[::-1]


def _mentions(case: Case, claim: Claim, words: Iterable[str]) -> bool:
    """Whether every word stands somewhere in the claim or its publication."""
    source = case.sources[claim.source]
    fields = (claim.id, claim.claimant, claim.role, claim.place, claim.summary, claim.note, claim.root)
    text = " ".join((*fields, source.publisher, source.title, f"{claim.value:g}")).casefold()
    return all(word in text for word in words)


def _open(opened: Opened, claim: Claim, known: date | None) -> None:
    show_record(record_data(opened.case, claim, known, opened.judge.verdicts_on(claim.about_date, known)))
