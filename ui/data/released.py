"""The case as it may go out, and a view of it as a scope of `geo.export`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from geo.analysis.reconstruction import Reconstruction, reconstructions
from geo.export.release import Release, release
from geo.export.scope import Scope
from geo.reports.view import MAP_LAYERS, View
from ui.opened import Opened


@dataclass(frozen=True, slots=True)
class Released:
    """What passed the licence gate, with its advances drawn once. Shared by every session."""

    release: Release
    drawn: tuple[Reconstruction, ...]


def released(opened: Opened) -> Released:
    """Pass the case through the licence gate.

    Raises
    ------
    InputError
        When its claims or its border may not go out.
    """
    return _released(opened.case.version, opened)


@st.cache_resource(max_entries=2, show_spinner=False)
def _released(version: str, _opened: Opened) -> Released:
    del version  # the cache's key
    found = release(_opened.case)
    if _opened.withheld:
        found = replace(found, decisions=(*found.decisions, *_opened.withheld))
    return Released(found, reconstructions(found.case))


def scope_of(passed: Released, view: View, *, whole_period: bool = False) -> Scope:
    """Return what a view shows as a scope; of one day, or of the whole period."""
    return Scope(
        passed.release,
        None if whole_period else view.on,
        view.known,
        layers=None if set(view.layers) == set(MAP_LAYERS) else view.layers,
        sides=view.sides,
        hidden=view.hidden,
        hidden_fronts=view.hidden_fronts,
        drawn=passed.drawn,
    )
