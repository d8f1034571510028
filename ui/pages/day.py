"""The day sheet: what each side claims today, what can't be true together and why, what is new."""

from __future__ import annotations

from geo.consistency.engine import verdicts_on
from geo.reports.briefing import brief
from ui.components.clocks import choose_clocks
from ui.components.mounts import show_sheet
from ui.data.panel import sheet_data
from ui.opened import Opened


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Day sheet")
    verdicts = verdicts_on(opened.case, view.as_of)
    show_sheet(sheet_data(opened.case, brief(opened.case, view.as_of), view, verdicts))
