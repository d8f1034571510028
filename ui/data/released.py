"""The publishable part of the case, made by the licence filter once a version."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.export.release import Release, release
from ui.opened import Opened


def released(opened: Opened) -> Release:
    """Pass the case through the licence filter.

    Raises
    ------
    InputError
        When its claims or its border are not publishable.
    """
    return _released(opened.case.version, opened)


@st.cache_resource(max_entries=2, show_spinner=False)
def _released(version: str, _opened: Opened) -> Release:
    del version  # the cache's key
    found = release(_opened.case)
    if _opened.withheld:
        found = replace(found, decisions=(*found.decisions, *_opened.withheld))
    return found
