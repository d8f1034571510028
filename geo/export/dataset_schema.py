"""The columns of what goes into a data file: a layer's or a table's own, and what every exported row has after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from geo.model.claims import Claim, Record, Source
from geo.model.columns import Column, ColumnType, GeometryFamily, LayerSchema, Origin, TableSchema
from geo.model.evacuation import EvacuationOrder
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.model.places import ControlEvent

#: The first and the last day on which a row was in effect, both included.
PERIOD = ("from_date", "to_date")
_SPAN = (
    Column("basis", ColumnType.TEXT, "whether it was stated, computed, or drawn by a mapper", nullable=True),
    Column("licence", ColumnType.TEXT, "under which licence it lies", nullable=True),
    Column("attribution", ColumnType.TEXT, "who must be credited", nullable=True),
    Column(PERIOD[0], ColumnType.DAY, "the first day on which it was in effect"),
    Column(PERIOD[1], ColumnType.DAY, "the last day on which it was in effect"),
    Column("as_known_on", ColumnType.DAY, "by what was known on which day; absent: today", nullable=True),
    Column("case_id", ColumnType.TEXT, "the case"),
    Column("case_version", ColumnType.TEXT, "the version of the case, a hash of its files"),
)
#: What every exported layer has after its own columns.
ADDED = tuple(column.name for column in _SPAN)
#: A GIS wants one kind of geometry a layer, so the base goes out in parts.
_BASE_PARTS = {
    "base_areas": GeometryFamily.POLYGON,
    "base_lines": GeometryFamily.LINE,
    "base_places": GeometryFamily.POINT,
}
#: Tables without geometry, by the record of their rows.
DATASET_TABLES: dict[str, type[Record]] = {
    "claims": Claim,
    "control_events": ControlEvent,
    "evacuation_orders": EvacuationOrder,
    "sources": Source,
}
_TABLE_TITLES = {
    "claims": "Quantities that somebody stated about a day",
    "control_events": "What who said of a place on a day",
    "evacuation_orders": "Orders, advice and denials, one zone a row",
    "sources": "Where each was published",
}
_PUBLISHED = tuple(LAYER_SCHEMAS["advances"].column(name) for name in ("publisher", "url"))
#: A body ages from day to day and is made anew for each; a file of a whole period would hold one for every day.
_IN_NO_FILE = frozenset({"bodies"})
_TYPES = {
    date: ColumnType.DAY,
    float: ColumnType.NUMBER,
    int: ColumnType.WHOLE,
    bool: ColumnType.YES_NO,
    str: ColumnType.TEXT,
}


def _exported(schema: LayerSchema) -> LayerSchema:
    added = [column for column in _SPAN if column.name not in schema.names]
    spans = [replace(column, nullable=not schema.dated) if column.name in PERIOD else column for column in added]
    return replace(schema, columns=(*schema.columns, *spans))


def _layers() -> dict[str, LayerSchema]:
    base = LAYER_SCHEMAS["base"]
    whole = [one for name, one in LAYER_SCHEMAS.items() if one is not base and name not in _IN_NO_FILE]
    parts = [replace(base, name=name, geometry=(family,)) for name, family in _BASE_PARTS.items()]
    return {schema.name: _exported(schema) for schema in (*whole, *parts)}


def record_column(name: str, record: type[Record]) -> Column:
    """Return the column of a field of a record: its type, whether it may be absent, and what it may hold.

    >>> record_column("value_high", Claim).type.value, record_column("value_high", Claim).nullable
    ('number', True)
    """
    field = record.model_fields[name]
    kind = _bare(field.annotation)
    optional = type(None) in get_args(field.annotation) or field.default == ""
    choices = tuple(str(value) for value in kind) if issubclass(kind, StrEnum) else ()
    found = next(type_ for python, type_ in _TYPES.items() if issubclass(kind, python))
    return Column(name, found, field.description or "", Origin.SAID, nullable=optional, choices=choices)


def _bare(annotation: Any) -> Any:
    """Return the class in an annotation such as ``Annotated[float, …] | None``."""
    if get_origin(annotation) in {Union, UnionType}:
        return next(_bare(part) for part in get_args(annotation) if part is not type(None))
    return _bare(get_args(annotation)[0]) if hasattr(annotation, "__metadata__") else annotation


def _tables() -> dict[str, TableSchema]:
    added = tuple(column for column in _SPAN if column.name not in {*PERIOD, "basis"})
    found = {}
    for name, record in DATASET_TABLES.items():
        own = tuple(record_column(field, record) for field in record.model_fields)
        published = () if record is Source else _PUBLISHED
        found[name] = TableSchema(name, _TABLE_TITLES[name], (*own, *published, *added))
    return found


#: The exported layers by name, and the exported tables.
DATASET_SCHEMAS, TABLE_SCHEMAS = _layers(), _tables()
#: Layers that change with the day, and all.
DATED = tuple(schema.name for schema in DATASET_SCHEMAS.values() if schema.dated)
DATASET_LAYERS = tuple(DATASET_SCHEMAS)
