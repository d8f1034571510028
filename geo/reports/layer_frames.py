"""Make frames of a layer or a table in the types that its schema declares, and check frames from outside.

Two forms are kept. In a layer's own frame days are ISO 8601 text, since neither GeoJSON nor folium takes a date; in a
frame for files they are days (`typed`), and an empty text is an absent one, as in the case's tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.errors import InputError
from geo.geometry.crs import WGS84
from geo.model.columns import Column, ColumnType, LayerSchema, TableSchema

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TRUE, _FALSE = frozenset({"true", "1"}), frozenset({"false", "0"})
#: The types that pandas may hold a column in; of a column that is never absent the first is its layer's.
_DTYPES = {
    ColumnType.TEXT: ("str",),
    ColumnType.DAY: ("str", "object"),
    ColumnType.NUMBER: ("float64",),
    ColumnType.WHOLE: ("int64", "Int64"),
    ColumnType.YES_NO: ("bool", "boolean"),
}

F = TypeVar("F", bound=pd.DataFrame)


def layer_frame(rows: Sequence[Mapping[str, Any]], schema: LayerSchema) -> gpd.GeoDataFrame:
    """Make a layer's frame of rows that hold every column by name and a `geometry`, in EPSG:4326; checked.

    Raises
    ------
    InputError
        When a value is not what the schema says.
    """
    values = {column.name: [row[column.name] for row in rows] for column in schema.columns}
    geometry = [row["geometry"] for row in rows]
    # The lists are checked, not the frame: 0.1 ms against 7, and an export asks for a layer on each day.
    _refuse([*_value_faults(values, schema.columns), *_geometry_faults(geometry, schema)], schema)
    data = {column.name: _plain_column(values[column.name], column, schema) for column in schema.columns}
    return gpd.GeoDataFrame(data, geometry=geometry, crs=WGS84)


def typed(frame: F, schema: TableSchema) -> F:
    """Return the schema's columns in its order and types, geometry last and left alone.

    A column that a format dropped for want of a value is filled in again as absent. Days become `datetime.date`
    objects, yes or no nullable booleans, whole numbers nullable integers, text pandas' string type.

    Raises
    ------
    InputError
        When a column holds what can't be read as its type.
    """
    geometry = ["geometry"] if isinstance(schema, LayerSchema) else []
    kept = frame.copy()
    for column in schema.columns:
        values = kept[column.name] if column.name in kept.columns else [None] * len(kept)
        read = [_read(value, column, schema) for value in values]
        kept[column.name] = pd.Series(read, index=kept.index, dtype=_DTYPES[column.type][-1])
    return kept[[*schema.names, *geometry]].reset_index(drop=True)


def check_layer(frame: gpd.GeoDataFrame, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Return a layer's frame as it is.

    Raises
    ------
    InputError
        When its columns, their types or values, its CRS or its geometry are not what the schema says.
    """
    _refuse(layer_faults(frame, schema), schema)
    return frame


def layer_faults(frame: gpd.GeoDataFrame, schema: LayerSchema) -> Iterator[str]:
    """Say what of a frame is not what a layer's schema says."""
    if "geometry" not in frame.columns or not isinstance(frame, gpd.GeoDataFrame):
        yield "it has no geometry; a layer is a GeoDataFrame with the column geometry"
        return
    yield from table_faults(pd.DataFrame(frame.drop(columns="geometry")), schema)
    if frame.crs != WGS84:
        yield f"its CRS is {frame.crs}; it must be {WGS84}, longitude before latitude"
    yield from _geometry_faults(frame.geometry.to_numpy(), schema)


def table_faults(frame: pd.DataFrame, schema: TableSchema) -> Iterator[str]:
    """Say what of a frame's columns is not what a table's schema says."""
    columns = [str(name) for name in frame.columns]
    missing = [name for name in schema.names if name not in columns]
    extra = [name for name in columns if name not in schema.names]
    if missing:
        yield f"column {', '.join(missing)} is missing"
    if extra:
        yield f"column {', '.join(extra)} is not one of its own, which are {', '.join(schema.names)}"
    of_its_type = []
    for column in (one for one in schema.columns if one.name in columns):
        dtype = str(frame[column.name].dtype)
        if dtype in _DTYPES[column.type]:
            of_its_type.append(column)
        else:
            allowed = " or ".join(_DTYPES[column.type])
            yield f"column {column.name} is of type {dtype}; it must be a {column.type}, which is {allowed}"
    present = frame.astype(object).where(frame.notna(), None)
    yield from _value_faults({column.name: present[column.name].tolist() for column in of_its_type}, of_its_type)


def _value_faults(values: Mapping[str, Sequence[Any]], columns: Iterable[Column]) -> Iterator[str]:
    """Say which values, None where absent, are absent and may not be, are no day, or none of a column's choices."""
    for column in columns:
        present = [value for value in values[column.name] if value is not None and value != ""]
        absent = len(values[column.name]) - len(present)
        if absent and not column.nullable:
            yield f"column {column.name} is absent in {absent} of {len(values[column.name])} rows; it must never be"
        odd: list[Any] = []
        if column.type is ColumnType.DAY:
            odd, wanted = [value for value in present if not _is_day(value)], "a day such as 2024-08-12"
        elif column.choices:
            odd, wanted = [v for v in present if v not in column.choices], f"one of {', '.join(column.choices)}"
        if odd:
            yield f"column {column.name} holds {str(odd[0])[:80]!r}; it must be {wanted}"


def _geometry_faults(geometry: Sequence[Any], schema: LayerSchema) -> Iterator[str]:
    types = [None if one is None else one.geom_type for one in geometry]
    if None in types:
        yield f"{types.count(None)} of its {len(types)} rows have no geometry; each must have one"
    allowed = schema.geometry_types
    for found in sorted({name for name in types if name is not None} - set(allowed)):
        yield f"it holds a {found}; its geometry must be {' or '.join(allowed)}"


def _is_day(value: object) -> bool:
    return bool(_ISO_DAY.fullmatch(value)) if isinstance(value, str) else type(value) is date


def _refuse(faults: Iterable[str], schema: TableSchema) -> None:
    told = "; ".join(f"layer {schema.name}: {fault}" for fault in faults)
    if told:
        raise InputError(told)


def _plain_column(values: list[Any], column: Column, schema: TableSchema) -> Any:
    """Return values in the type of a layer's own frame; those that must not be absent are not."""
    dtype = _DTYPES[column.type][-1 if column.nullable and column.type is not ColumnType.DAY else 0]
    try:
        if dtype == "str":
            return pd.array([None if value is None else str(value) for value in values], dtype="str")
        if dtype == "float64":
            return np.array(values, dtype=dtype)
        return pd.Series(values, dtype=dtype)
    except (TypeError, ValueError) as error:
        raise InputError(f"layer {schema.name}: column {column.name} must hold a {column.type}: {error}") from error


def _read(value: Any, column: Column, schema: TableSchema) -> Any:
    """Read one value as its column's type; absent is None."""
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    try:
        match column.type:
            case ColumnType.DAY:
                return _day(value)
            case ColumnType.YES_NO:
                return _yes_no(value)
            case ColumnType.WHOLE:
                return _whole(value)
            case ColumnType.NUMBER:
                return float(value)
            case ColumnType.TEXT:
                return str(value)
    except (TypeError, ValueError) as error:
        raise InputError(f"{schema.name}: {column.name} is {str(value)[:80]!r}; it must be a {column.type}") from error


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value[:10])


def _yes_no(value: Any) -> bool:
    if not isinstance(value, str):
        return bool(value)
    if value.casefold() not in _TRUE | _FALSE:
        raise ValueError(value)
    return value.casefold() in _TRUE


def _whole(value: Any) -> int:
    number = float(value)
    if number != int(number):
        raise ValueError(value)
    return int(number)
