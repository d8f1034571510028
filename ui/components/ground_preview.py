"""Draw grounds beside the case's border as a small chart, without a network: a preview, and two mappers' difference."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import altair as alt
import numpy as np
import shapely
import streamlit as st
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.model.case import Case
from geo.model.palette import HUES

#: Vertices that a preview may have in all: it shows where ground lies, and is no map to measure on.
_MOST_VERTICES = 20_000
HEIGHT_PX = 420
_EDGE = HUES["ground"].light
_RANGE = [HUES[name].light for name in ("independent", "front-0", "front-1", "front-2", "stretch")]


def show_grounds(case: Case, grounds: Mapping[str, BaseGeometry], title: str) -> None:
    """Draw grounds by what they are called, lon/lat degrees, over the border and the places that have a name there."""
    drawn = {name: ground for name, ground in grounds.items() if not ground.is_empty}
    if not drawn:
        st.text("There is no ground to draw.")
        return
    area = case.settings.area
    frame = shapely.box(area.west, area.south, area.east, area.north)
    seen = shapely.union_all([shapely.box(*ground.bounds) for ground in drawn.values()]).intersection(frame)
    window = shapely.box(*(frame if seen.is_empty else seen).bounds).buffer(0.15, join_style="mitre")
    shapes = [_feature(ground.intersection(window), name, window) for name, ground in drawn.items()]
    border = _feature(case.border_lonlat.intersection(window), "border", window)
    areas = (
        alt.Chart(alt.InlineData(values=shapes))
        .mark_geoshape(fillOpacity=0.55, stroke=_EDGE, strokeWidth=0.8)
        .encode(
            color=alt.Color(
                "properties.name:N",
                legend=alt.Legend(title=None, orient="top", labelLimit=400),
                scale=alt.Scale(domain=list(drawn), range=_RANGE),
            ),
            tooltip=[alt.Tooltip("properties.name:N", title="Ground")],
        )
    )
    line = alt.Chart(alt.InlineData(values=[border])).mark_geoshape(filled=False, strokeWidth=1.5, strokeDash=[5, 3])
    chart = alt.layer(areas, line.encode(stroke=alt.value("currentColor"))).project(type="identity", reflectY=True)
    st.altair_chart(chart.properties(height=HEIGHT_PX, title=title), width="stretch")


def _feature(shape: BaseGeometry, name: str, window: BaseGeometry) -> dict[str, Any]:
    """Return a shape as GeoJSON for a flat chart: a degree of longitude as wide as it is on the ground there."""
    if shapely.get_num_coordinates(shape) > _MOST_VERTICES:
        shape = shape.simplify(0.002)
    squeeze = float(np.cos(np.radians(window.centroid.y)))
    flat = shapely.transform(shape, lambda xy: xy * (squeeze, 1.0))
    return {"type": "Feature", "properties": {"name": name}, "geometry": mapping(flat)}
