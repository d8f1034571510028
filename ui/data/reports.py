"""The reports of a day, worked out once for each pair of dates and shared by the sessions: nobody may change them."""

from __future__ import annotations

import streamlit as st

from geo.consistency.engine import checker_of
from geo.model.asof import AsOf
from geo.reports.evacuation import EvacuationReport, evacuation_report
from geo.reports.places import SettlementsReport, settlements_report
from geo.reports.questions import Answer, answers, only_source
from geo.search.claim_index import LedgerIndex
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import PlaceIndex
from ui.opened import Opened

EVERYTHING = ""


def places_of(opened: Opened, as_of: AsOf) -> SettlementsReport:
    """Report on the places of a day."""
    return _places(opened.digest, as_of, opened)


def evacuation_of(opened: Opened, as_of: AsOf) -> EvacuationReport:
    """Report on the evacuation of a day."""
    return _evacuation(opened.digest, as_of, opened)


def answers_of(opened: Opened, as_of: AsOf, source: str = EVERYTHING) -> list[Answer]:
    """Answer a reader's questions of a day from the whole ledger, or from one source alone."""
    return _answers(opened.digest, as_of, source, opened)


def index_of(opened: Opened) -> PlaceIndex:
    """Return the case's places, to be searched by name."""
    return _index(opened.digest, opened)


def ledger_index_of(opened: Opened) -> LedgerIndex:
    """Return the case's claims, to be searched by what is said in them."""
    return _ledger_index(opened.digest, opened)


# An argument that begins with _ is no part of the key: the digest stands for the case.


@st.cache_resource(max_entries=2, show_spinner=False)
def _index(digest: str, _opened: Opened) -> PlaceIndex:
    del digest
    return PlaceIndex(settlement_names(_opened.case), word_counts(_opened.case))


@st.cache_resource(max_entries=2, show_spinner=False)
def _ledger_index(digest: str, _opened: Opened) -> LedgerIndex:
    del digest
    return LedgerIndex(_opened.case)


@st.cache_resource(max_entries=32, show_spinner=False)
def _places(digest: str, as_of: AsOf, _opened: Opened) -> SettlementsReport:
    del digest
    return settlements_report(_opened.case, as_of)


@st.cache_resource(max_entries=32, show_spinner=False)
def _evacuation(digest: str, as_of: AsOf, _opened: Opened) -> EvacuationReport:
    del digest
    return evacuation_report(_opened.case, as_of)


@st.cache_resource(max_entries=32, show_spinner=False)
def _answers(digest: str, as_of: AsOf, source: str, _opened: Opened) -> list[Answer]:
    case = _opened.case
    doubts = checker_of(case).doubts_on(as_of)
    if source == EVERYTHING:
        return answers(_places(digest, as_of, _opened), _evacuation(digest, as_of, _opened), case, doubts=doubts)
    alone = only_source(case, source)
    places = settlements_report(alone, as_of)
    return answers(places, evacuation_report(alone, as_of), alone, doubts=doubts)
