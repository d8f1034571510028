"""The fronts page's figures: which front it opens on, the day's line, and the days as a table."""

from __future__ import annotations

from datetime import timedelta

from geo.analysis.fronts import front_days
from geo.model.asof import AsOf
from geo.model.claims import Side
from geo.model.fronts import front_on
from tests.cases import day, small_case
from tests.tracks import front, track, two_tracks
from ui.data.fronts import figures_words
from ui.pages.fronts import days_table, first_beyond

ONE, TWO = two_tracks()
SETTINGS = small_case().settings
HOME = track("home", {6: front(0.1)}, holder=Side.RUSSIA)


def test_the_page_opens_on_the_first_front_with_ground_beyond_the_border() -> None:
    """A track that never reaches beyond the border comes after one that does; of none the first is taken."""
    assert first_beyond([HOME, ONE, TWO]) == 1
    assert first_beyond([HOME]) == 0


def test_the_days_line_says_what_stands_on_the_chosen_day() -> None:
    """Drawn that day it measures and tells the change; carried it says how old; before the first it says so."""
    drawn = figures_words(front_on(ONE, AsOf(day(7))), day(7), SETTINGS)
    assert drawn.startswith("13 August 2024, updated. Area ")
    assert "on Russia's side" in drawn
    assert "Since the day before: gained" in drawn
    carried = figures_words(front_on(ONE, AsOf(day(11))), day(11), SETTINGS)
    assert carried.startswith("17 August 2024, carried forward, 2 days old.")
    assert "Since the day before" not in carried
    before = day(6) - timedelta(days=1)
    assert figures_words(front_on(ONE, AsOf(before)), before, SETTINGS).endswith(
        "no drawing of this day or before, as known then."
    )
    faded, ended = (
        figures_words(front_on(ONE, AsOf(day(on)), SETTINGS.ages), day(on), SETTINGS) for on in (22, 14 + 181)
    )
    assert "carried forward, 8 days old, faded." in faded
    assert ended.endswith("the last drawing is 181 days old, more than the case's table of ages lets one stand.")


def test_figures_have_one_digit_and_changes_have_words() -> None:
    """Figures are rounded to one digit, the fill to two; what changed is headed with the figure's own name."""
    days = list(front_days(ONE))
    table = days_table(days)
    areas = table.column("Area drawn, km²")
    assert areas == [round(one.found.figures.area_km2, 1) for one in days if one.found.figures]
    assert "Change: area drawn, km²" in table.columns
    assert not any(column.startswith("Δ") for column in table.columns)


def test_columns_without_a_figure_are_left_out() -> None:
    """A front that never reaches beyond the border has no column of depth; a column of zeros stays."""
    table = days_table(list(front_days(HOME))).without_empty("Depth, km", "Beyond the border, km²")
    assert "Depth, km" not in table.columns
    assert "Beyond the border, km²" in table.columns
