"""A chart on which a click chooses the day, as on the map: for this page, for the others, and in the address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import altair as alt
import streamlit as st

from geo.model.case import Case
from geo.reports.view import View
from ui.components.clocks import VIEW_KEY

_CLICKED = "day_clicked"


def day_clicked() -> Any:
    """Return the parameter that a chart's layer adds so that a click on one of its marks names the mark's `day`."""
    return alt.selection_point(name=_CLICKED, fields=["day"], on="click", clear=False, toggle=False)


def day_axis() -> Any:
    """Return an axis of days, each said as a day and a month; few enough to be read on a phone."""
    return alt.Axis(format="%-d %b", tickCount=8, labelOverlap=True, labelSeparation=8)


def linked_chart(chart: Any, case: Case, view: View, *, key: str) -> None:
    """Show a chart, one of whose layers has `day_clicked`; a click makes the mark's day the day of the session.

    `key` tells it from the page's other charts.
    """
    # Of each day the chart is a new one: a day clicked before can be clicked again.
    element = f"{key} {view.on}"

    def follow() -> None:
        day = clicked_day(st.session_state[element], case)
        if day is not None:
            st.session_state[VIEW_KEY] = replace(view, on=day)

    st.altair_chart(chart, width="stretch", key=element, on_select=follow, selection_mode=[_CLICKED])


def clicked_day(event: Mapping[str, Any], case: Case) -> date | None:
    """Return the day that a chart's event names; None for an event without one, or a day outside the case.

    The event comes from the browser: whatever else it holds is ignored.
    """
    marks = event.get("selection", {}).get(_CLICKED, [])
    day_ms = marks[0].get("day") if marks and isinstance(marks[0], dict) else None
    if not isinstance(day_ms, int | float):
        return None
    try:
        day = datetime.fromtimestamp(day_ms / 1000, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
    return day if case.first_date <= day <= case.last_date else None
