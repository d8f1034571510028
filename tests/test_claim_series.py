"""Which figures a line joins, and what the chart draws of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.place_status import status_spans, tallies
from geo.analysis.timeseries import ClaimSeries, SeriesPoint, metric_series
from geo.model.claims import Basis, Checked, Kind, Metric, Modality, Side
from tests.cases import small_case
from ui.components.claim_chart import claim_chart, claim_rows
from ui.components.named_chart import named_chart

CASE = small_case()
FAMILY = {Modality.EXACT: 0, Modality.ABOUT: 0, Modality.AT_LEAST: 1, Modality.UP_TO: 2}
MODALITIES = st.lists(st.sampled_from(Modality), max_size=9)


def series_of(modalities: list[Modality], *, joined: bool = True) -> ClaimSeries:
    """Return a series with one figure a day, put one after another as told."""
    points = []
    for number, modality in enumerate(modalities):
        on = date(2024, 8, 6) + timedelta(days=number)
        high = 40.0 if modality is Modality.RANGE else None
        said = (Kind.TOTAL, Basis.STATED, Checked.CONFIRMED, "", (f"c{number}",))
        points.append(SeriesPoint(on, on, 10.0 + number, high, modality, *said))
    about = (Metric.DEPTH_KM, Kind.TOTAL, Basis.STATED, "", joined, tuple(points))
    return ClaimSeries("Governor", Side.RUSSIA, *about)


@given(MODALITIES)
def test_a_line_joins_neighbours_that_are_put_alike(modalities: list[Modality]) -> None:
    """Two points are on one line where they are neighbours of one family, and nowhere else; no range is on a line."""
    series = series_of(modalities)
    pairs = {(a.ids[0], b.ids[0]) for line in series.lines for a, b in pairwise(line)}
    alike = {
        (f"c{n}", f"c{n + 1}")
        for n, (one, other) in enumerate(pairwise(modalities))
        if one in FAMILY and FAMILY[one] == FAMILY.get(other)
    }
    assert pairs == alike


@given(MODALITIES)
def test_what_must_not_be_joined_has_no_line(modalities: list[Modality]) -> None:
    """Increments, parts and computed figures have no line, however they are put."""
    assert series_of(modalities, joined=False).lines == ()


def test_the_chart_draws_no_line_through_a_range() -> None:
    """The Commander's about 1,000 and range 1,150 to 1,250 stay two marks; a further figure after about is joined."""
    rows = claim_rows(CASE, metric_series(CASE, Metric.AREA_KM2))
    assert {row["line"] for row in rows} == {None}
    later = next(claim for claim in CASE.claims if claim.id == "c06")
    more = replace(CASE, claims=(*CASE.claims, later.model_copy(update={"id": "c13", "about_date": date(2024, 8, 13)})))
    lined = [row["claim"] for row in claim_rows(more, metric_series(more, Metric.AREA_KM2)) if row["line"] is not None]
    assert lined == ["about 1,000 km²"] * 2


def test_an_axis_of_days_names_day_and_month() -> None:
    """Both charts say 12 Aug, never a weekday or an hour."""
    rows = claim_rows(CASE, metric_series(CASE, Metric.AREA_KM2))
    on = date(2024, 8, 12)
    named = tallies(status_spans(CASE.control_events), CASE.settings.start_date, on)
    for chart in (claim_chart(rows, "area", on), named_chart(named, on)):
        drawn = str(chart.to_dict(validate=False))
        assert "'format': '%-d %b'" in drawn
