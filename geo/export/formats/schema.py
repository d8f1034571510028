"""Which type each column of an exported layer has, in every format: text, day, number, whole number, yes or no.

Formats keep types unevenly (GeoJSON knows no day, FlatGeobuf no bare day), so a frame is `typed` before it is written
and again when it was read; then it is the same frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

import geopandas as gpd
import pandas as pd
import shapely

from geo.geometry.crs import WGS84

#: Coordinates are written to this step: 1 cm, as RFC 7946 advises no more.
EXPORT_GRID_DEG = 1e-7
_YES_NO = frozenset({"claimed", "disputed", "conflicting", "known_assumed", "may_publish"})
_WHOLE = frozenset({"age_days", "settlements", "credibility"})
_NUMBERS = frozenset({"value", "value_high", "lon", "lat", "fill"})
_NUMBER_ENDS = ("_km", "_km2", "_m")
_DAYS = frozenset({"published", "permitted_on", "as_known_on"})

F = TypeVar("F", bound=pd.DataFrame)


def kind_of(column: str) -> str:
    """Return what a column holds: ``day``, ``yes_no``, ``whole``, ``number`` or ``text``.

    Examples
    --------
    >>> [kind_of(name) for name in ("about_date", "claimed", "age_days", "area_km2", "claimant")]
    ['day', 'yes_no', 'whole', 'number', 'text']
    """
    if column.endswith("_date") or column in _DAYS:
        return "day"
    if column in _YES_NO:
        return "yes_no"
    if column in _WHOLE:
        return "whole"
    return "number" if column in _NUMBERS or column.endswith(_NUMBER_ENDS) else "text"


def typed(frame: F) -> F:
    """Return a frame with every column in its declared type, geometry left alone; absent values stay absent.

    An empty text is an absent one, as in the case's tables. Days become `datetime.date` objects, yes or no nullable
    booleans, whole numbers nullable integers, text pandas' string type.
    """
    kept = frame.copy()
    for column in kept.columns:
        if column == "geometry":
            continue
        values = kept[column]
        match kind_of(str(column)):
            case "day":
                days = [_day(value) for value in values]
                kept[column] = pd.Series(days, index=values.index, dtype=object)
            case "yes_no":
                kept[column] = pd.array([_yes_no(value) for value in values], dtype="boolean")
            case "whole":
                kept[column] = pd.array([None if pd.isna(v) else int(v) for v in values], dtype="Int64")
            case "number":
                kept[column] = pd.to_numeric(values).astype("float64")
            case _:
                kept[column] = pd.array([None if pd.isna(v) or v == "" else str(v) for v in values], dtype="str")
    return kept.reset_index(drop=True)


def on_grid(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a layer with coordinates on the grid of `EXPORT_GRID_DEG` and rings by the right-hand rule of RFC 7946."""
    ground = shapely.set_precision(frame.geometry.to_numpy(), EXPORT_GRID_DEG, mode="pointwise")
    return frame.set_geometry(gpd.GeoSeries(shapely.orient_polygons(ground), index=frame.index, crs=WGS84))


def complete(frame: F, columns: Iterable[str]) -> F:
    """Return a frame with exactly these columns, those that a format dropped for want of a value filled in again."""
    for column in columns:
        if column not in frame.columns:
            frame[column] = None
    return frame[list(columns)]


def _yes_no(value: object) -> bool | None:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return None
    return value.casefold() in {"true", "1"} if isinstance(value, str) else bool(value)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return None if pd.isna(value) else value.date()
    if isinstance(value, date):
        return value
    return date.fromisoformat(value[:10]) if isinstance(value, str) and value else None
