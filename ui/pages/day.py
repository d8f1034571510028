"""The day sheet: what each side claims today, what can't be true together and why, what is new."""

from __future__ import annotations

from geo.consistency.engine import verdicts_on
from geo.reports.briefing import brief
from ui.components.clocks import choose_clocks
from ui.components.emptied import say_hidden
from ui.components.mounts import show_sheet
from ui.data.hidden import in_sight
from ui.data.panel import sheet_data
from ui.opened import Opened


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Day sheet")
    verdicts = verdicts_on(opened.case, view.as_of)
    briefing = brief(opened.case, view.as_of)
    figures = [figure.lead for figure in (*briefing.figures, *briefing.carried)]
    shown = len(in_sight(figures, view))
    if shown < len(figures):
        say_hidden(view, hidden=len(figures) - shown, shown=shown, what="figure", key="sheet")
    show_sheet(sheet_data(opened.case, briefing, view, verdicts))
