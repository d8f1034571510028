"""Unlike figures are on no common axis: a strip or a chart holds one metric and one kind; lines have names."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.timeseries import metric_series
from geo.io.case_store import open_case
from geo.model.claims import Kind, Metric
from geo.model.labels import METRIC_LABELS, SCALE_KINDS, scale_label
from geo.reports.briefing import brief
from geo.reports.view import View
from tests.cli import KURSK
from ui.components.claim_chart import TOP_ROOM, claim_rows, line_names
from ui.data.panel import panel_data

CASE = open_case(KURSK)


@pytest.mark.parametrize("on", [date(2024, 8, 12), date(2024, 8, 22), date(2024, 9, 23)])
def test_a_strip_of_the_panel_holds_one_kind_of_thing(on: date) -> None:
    """Of the figures with a scale each is once in the panel, in a group that is called after its metric and kind."""
    view = View(on=on)
    found = brief(CASE, view.as_of)
    data = panel_data(CASE, found, view, None)
    kinds = {label: kind for kind in Kind for label in [{"subset": "a part only"}.get(kind.value, kind.value)]}
    placed = 0
    for group in data["groups"]:
        scaled = {(one["metric"], kinds[one["kind"]]) for one in group["figures"] if kinds[one["kind"]] in SCALE_KINDS}
        assert len({metric for metric, _ in scaled}) <= 1
        assert len(scaled) <= 1
        placed += len(group["figures"])
        for label, kind in scaled:
            metric = next(metric for metric in Metric if METRIC_LABELS[metric] == label)
            assert group["title"].lower().startswith(scale_label(metric, kind))
    assert placed == len(found.figures) > 0
    assert len({group["title"] for group in data["groups"]}) == len(data["groups"])


@pytest.mark.parametrize("metric", list(Metric))
def test_every_line_has_the_name_of_its_claimant(metric: Metric) -> None:
    """Of the shipped figures, each line of a chart has one name, at its last day, that begins with its claimant's."""
    for kind in Kind:
        rows = claim_rows(CASE, [one for one in metric_series(CASE, metric) if one.kind is kind])
        lines: dict[str, list[dict[str, Any]]] = {}
        for row in rows:
            if row["line"] is not None:
                lines.setdefault(row["line"], []).append(row)
        days = [row["day"] for row in rows] or [pd.Timestamp("2024-08-12")]
        names = {one["line"]: one for one in line_names(rows, 300, min(days), max(days))}
        assert names.keys() == lines.keys()
        for line, points in lines.items():
            assert points[0]["claimant"].startswith(names[line]["name"].rstrip("…").split(",")[0])
            assert names[line]["day"] == max(point["day"] for point in points)
        assert len({one["name"] for one in names.values()}) == len(names)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=4), st.integers(200, 600))
def test_no_two_names_are_on_one_height(values: list[float], height_px: int) -> None:
    """Names keep a letter's height apart, wherever lines end, and none lies below its line's end."""
    day = pd.Timestamp("2024-08-12")
    rows = [
        {"day": day, "line": str(n), "value": v, "high": v, "claimant": f"c{n}", "side": "", "scope": ""}
        for n, v in enumerate(values)
    ]
    found = line_names(rows, height_px, day, day + pd.Timedelta(days=9))
    ends = {str(n): value for n, value in enumerate(values)}
    axis = TOP_ROOM * max([*values, *(one["at"] for one in found)]) or 1.0
    pixels = [one["at"] * height_px / axis for one in found]
    assert all(later - earlier >= 11 or max(values) == 0 for earlier, later in pairwise(pixels))
    assert all(one["at"] >= ends[one["line"]] for one in found)
