"""What a day says: its sentence, its figures and its news, on the shipped case and on one made by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geo.errors import SelectionError
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.claims import Basis, Kind, Metric
from geo.model.labels import format_value
from geo.reports.briefing import brief
from tests.cases import day, small_case

TWELFTH = date(2024, 8, 12)


@pytest.fixture(scope="module")
def kursk():
    """Open the shipped case once."""
    return open_case(Path(__file__).parent.parent / "data" / "kursk-2024")


def said(case, on: date, known: date | None = None) -> set[tuple[str, str, str, str]]:
    """Return (claimant, metric, kind, words) of this day's figures, each with a source that is there."""
    figures = brief(case, AsOf(on, known)).figures
    assert all(case.sources[claim.source].url.startswith("http") for figure in figures for claim in figure.claims)
    return {(f.lead.claimant, f.lead.metric.value, f.lead.kind.value, format_value(f.lead)) for f in figures}


def test_the_seed_reports_figures_stand_on_12_august(kursk):
    """Every figure of the starting report, and the two beside it, each with its source."""
    smirnov = "Aleksei Smirnov"
    assert {
        (smirnov, "depth_km", "total", "about 12 km"),
        (smirnov, "width_km", "total", "about 40 km"),
        (smirnov, "settlements", "total", "28"),
        (smirnov, "people_moved", "total", "about 121,000"),
        (smirnov, "people_planned", "total", "about 180,000"),
        (smirnov, "civilians_killed", "total", "12"),
        (smirnov, "civilians_wounded", "total", "121"),
        ("Oleksandr Syrskyi", "area_km2", "total", "about 1,000 km²"),
        ("DeepState", "settlements", "total", "about 44"),
    } <= said(kursk, TWELFTH)


def test_children_are_a_part_of_the_wounded(kursk):
    """Ten children are shown as part of the 121, not as a figure beside it."""
    figures = brief(kursk, AsOf(TWELFTH)).figures
    said = [f for f in figures if f.lead.metric is Metric.CIVILIANS_WOUNDED and f.lead.value == 121]
    (wounded,) = (f for f in said if f.lead.claimant == "Aleksei Smirnov")
    assert [(part.metric, part.value) for part in wounded.parts] == [(Metric.CHILDREN_WOUNDED, 10)]
    assert all(f.lead.metric is not Metric.CHILDREN_WOUNDED for f in figures)


def test_published_errors_are_kept_and_marked(kursk):
    """480 km² is computed by an outlet; 180,000 more is additional and computed; neither is the governor's."""
    marked = {
        (f.lead.metric, f.lead.value, f.lead.kind, f.lead.basis)
        for f in brief(kursk, AsOf(TWELFTH)).figures
        if f.lead.claimant != "Aleksei Smirnov"
    }
    assert (Metric.AREA_KM2, 480, Kind.TOTAL, Basis.COMPUTED) in marked
    assert (Metric.PEOPLE_PLANNED, 180000, Kind.ADDITIONAL, Basis.COMPUTED) in marked


def test_repeats_of_one_statement_are_one_figure(kursk):
    """Five outlets with one sentence are one figure with five sources."""
    (count,) = (
        f for f in brief(kursk, AsOf(TWELFTH)).figures if f.lead.metric is Metric.SETTLEMENTS and f.lead.value == 28
    )
    assert len({claim.source for claim in count.claims}) >= 3
    assert {claim.root for claim in count.claims} == {count.lead.root}


def test_nothing_is_claimed_on_5_august(kursk):
    """The day before the operation is empty and says so."""
    briefing = brief(kursk, AsOf(date(2024, 8, 5)))
    assert briefing.sentence == "Nothing is claimed."
    assert (briefing.figures, briefing.carried, briefing.statements, briefing.new_claims) == ((), (), (), ())


def test_what_was_known_later_does_not_show(kursk):
    """As known on 12 August, nothing published later stands, on this day or carried to it."""
    known = brief(kursk, AsOf(TWELFTH, TWELFTH))
    assert all(c.known_date <= TWELFTH for f in (*known.figures, *known.carried) for c in (*f.claims, *f.parts))
    today = brief(kursk, AsOf(TWELFTH))
    assert len(today.figures) > len(known.figures)


def test_known_before_the_day_has_no_news(kursk):
    """Looking at a day with knowledge of an earlier one, nothing is new on it."""
    assert brief(kursk, AsOf(TWELFTH, date(2024, 8, 11))).new_claims == ()
    assert len(brief(kursk, AsOf(TWELFTH, TWELFTH)).new_claims) > 10


def test_the_sentence_names_stated_totals_alone(kursk):
    """The sentence holds no computed figure and no increment."""
    sentence = brief(kursk, AsOf(TWELFTH)).sentence
    assert "12 km deep" in sentence
    assert "40 km wide" in sentence
    assert "1,000 km²" in sentence
    assert "480" not in sentence
    assert "59,000" not in sentence


def test_increments_are_not_carried_forward(kursk):
    """A daily gain stands on its own day only; a total is carried with its age."""
    on_13, on_14 = (brief(kursk, AsOf(date(2024, 8, day))) for day in (13, 14))
    assert any(f.lead.kind is Kind.ADDITIONAL for f in on_13.figures)
    assert all(f.lead.kind is not Kind.ADDITIONAL for f in on_14.carried)
    smirnov = [f for f in on_14.carried if f.lead.claimant == "Aleksei Smirnov" and f.lead.metric is Metric.DEPTH_KM]
    assert [f.age_days for f in smirnov] == [2]


def test_a_silent_day_says_how_old_the_latest_word_is():
    """A day that no claim speaks of says so, and the age of the latest word."""
    assert "the latest word on them is 2 days old" in brief(small_case(), AsOf(day(8))).sentence


def test_a_day_outside_the_case_is_refused():
    """A date out of range is a sentence with the range."""
    with pytest.raises(SelectionError, match="2025-08-01; this case runs from 2024-08-01 to 2024-12-31"):
        brief(small_case(), AsOf(date(2025, 8, 1)))
