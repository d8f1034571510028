"""The picture that a link shows when it is shared: 1200 × 630 pixels, readable at thumbnail size."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import date

from geo.export.figures import style
from geo.export.figures.figure import clocks_words, credit_lines, draw_map
from geo.export.scope import Scope
from geo.model.asof import AsOf
from geo.reports.briefing import brief

WIDTH_PX, HEIGHT_PX = 1200, 630
_DPI = 150.0


def preview(scope: Scope, day: date) -> bytes:
    """Draw the preview of a day as PNG; the same scope gives the same bytes."""
    width_in, height_in = WIDTH_PX / _DPI, HEIGHT_PX / _DPI
    chosen = scope.of_day(day)
    with style.drawing():
        figure = style.new_figure(width_in, height_in, _DPI)
        draw_map(figure.add_axes((0.40, 0, 0.60, 1)), chosen, day, furniture=False)
        title = "\n".join(textwrap.wrap(scope.case.settings.title, 18)[:2])
        figure.text(0.03, 0.93, title, size=17, weight="bold", va="top", linespacing=1.15)
        figure.text(
            0.03, 0.71, "Claimed advances,\nnot control", size=12, color=style.OCHRE_TEXT, weight="bold", va="top"
        )
        figure.text(0.03, 0.555, textwrap.fill(clocks_words(chosen, day), 30), size=9, color=style.QUIET, va="top")
        said = brief(replace(chosen.case, claims=chosen.claims), AsOf(day, chosen.known)).sentence
        figure.text(
            0.03, 0.445, textwrap.fill(said, 36, max_lines=7, placeholder=" …"), size=8, va="top", linespacing=1.35
        )
        foot = "\n".join(credit_lines(scope, 62))
        figure.text(0.03, 0.035, foot, size=5.6, color=style.QUIET, linespacing=1.3)
        return style.rendered(figure, "png")
