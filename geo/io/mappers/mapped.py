"""Fronts out of any vector file, by a mapping of its columns; ISW's layers, classed by their names, among them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.errors import InputError
from geo.io.kml_styles import NO_STYLE
from geo.io.mappers.drawing import Drawing, DrawnKind, date_in, sound_parts
from geo.io.mappers.mapping import IGNORE, MEANINGS, FieldMapping
from geo.io.vector import Row, VectorLayer, read_vector
from geo.model.faults import Fault

_DATE_IN_NAME = re.compile(r"[-_ ]*(\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_ ]?[A-Za-z]{3,9}[-_ ]?\d{4})[-_ ]*")

#: Where formats keep the colour of an area: KML, the simplestyle of GeoJSON, Leaflet, MapInfo's and OGR's exports.
_STYLE_COLUMNS = ("style", "fill", "fillColor", "color", "OGR_STYLE")


def read_mapped(file: str, data: bytes, mapping: FieldMapping) -> list[Drawing]:
    """Read the drawings of a vector file, one for each day that it speaks of.

    A feature that can't be used is a fault; the day and class that it belongs to is then left out whole, since ground
    with a piece missing would read as ground lost.

    Raises
    ------
    InputError
        When the file can't be read, a column of the mapping is not there, or nothing in it can be used.
    """
    rows: dict[tuple[date, DrawnKind], list[Polygon]] = defaultdict(list)
    spoilt: set[tuple[date, DrawnKind]] = set()
    faults: list[Fault] = []
    layers = read_vector(file, data)
    _check_styles(file, layers, mapping)
    for layer in layers:
        _check_columns(file, layer, mapping)
        for row in layer.rows:
            try:
                place = _day_and_kind(file, layer, row, mapping)
            except _RowError as error:
                faults.append(error.fault)
                continue
            if place is None:
                continue
            if row.geometry is None or row.geometry.is_empty:
                words = "it has no ground and is passed over"
                faults.append(Fault(file, row.number, "geometry", "", words, is_note=True))
                continue
            try:
                rows[place] += _polygons(row, _named(file, row, mapping))
            except InputError as error:
                spoilt.add(place)
                faults.append(Fault(file, row.number, "geometry", "", str(error)))
                continue
            if not shapely.is_valid(shapely.get_parts(row.geometry)).all():
                words = "its outline touches itself; it covers the same area however it is filled, and is read"
                faults.append(Fault(file, row.number, "geometry", "", words, is_note=True))
    faults += [
        Fault(file, None, None, "", f"the ground of {day} is left out: one of its features could not be read")
        for day, _ in sorted(spoilt, key=str)
    ]
    drawings = _drawings({place: found for place, found in rows.items() if place not in spoilt}, faults)
    if not drawings:
        first = f" The first: {faults[0]}" if faults else ""
        raise InputError(f"{file} holds no ground that can be used.{first}")
    return drawings


def classes_in(file: str, data: bytes, mapping: FieldMapping) -> list[str]:
    """Return the classes that a file holds, in the order in which they come: a person is to say what they mean."""
    found: dict[str, None] = {}
    for layer in read_vector(file, data):
        _check_columns(file, layer, mapping)
        found |= dict.fromkeys(_class(layer, row, mapping) for row in layer.rows)
    return list(found)


def _check_styles(file: str, layers: Iterable[VectorLayer], mapping: FieldMapping) -> None:
    """Refuse to make one front of areas in several styles where a layer's name is all that says whose they are."""
    if mapping.class_column:
        return
    styles: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for layer in layers:
        column = next((name for name in _STYLE_COLUMNS if name in layer.columns), None)
        for row in layer.rows if column else ():
            if isinstance(row.geometry, Polygon | MultiPolygon):
                styles[_class_of_layer(layer)][str(column), str(row.properties.get(str(column)) or NO_STYLE)] += 1
    for name, found in styles.items():
        if len(found) > 1 and mapping.classes.get(name, IGNORE) != IGNORE:
            raise InputError(_styles_words(file, name, found))


def _styles_words(file: str, name: str, found: Counter[tuple[str, str]]) -> str:
    listed = ", ".join(f"{style} ({count})" for (_, style), count in found.most_common())
    typed = " ".join(f"--class '{style}=MEANING'" for (_, style), _ in found.most_common())
    column = next(iter(found))[0]
    return (
        f"{file}: the areas of {name} have {len(found)} styles in the column {column!r}: {listed}. Maps colour the "
        f"sides differently, so they are not made one front. Say what each style means: --class-column {column} "
        f"{typed}, each one of {', '.join(MEANINGS)}"
    )


class _RowError(Exception):
    """A row that can't be used."""

    def __init__(self, file: str, row: Row, column: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.fault = Fault(file, row.number, column, "" if value is None else str(value), reason)


def _check_columns(file: str, layer: VectorLayer, mapping: FieldMapping) -> None:
    for column in (mapping.date_column, mapping.class_column, mapping.name_column):
        if column and column not in layer.columns:
            raise InputError(f"{file} has no column {column!r}; its columns are {', '.join(layer.columns) or 'none'}")


def _day_and_kind(file: str, layer: VectorLayer, row: Row, mapping: FieldMapping) -> tuple[date, DrawnKind] | None:
    name = _class(layer, row, mapping)
    if name not in mapping.classes:
        meanings = ", ".join(meaning for meaning in MEANINGS if meaning != IGNORE)
        reason = f"nobody said what this class means; say --class {name}=MEANING, one of {meanings}, or {IGNORE}"
        raise _RowError(file, row, mapping.class_column or "layer", name, reason)
    kind = mapping.kind(name)
    if kind is None:
        return None
    if not mapping.date_column:
        return date_in(PurePath(file).stem, file), kind
    value = row.properties.get(mapping.date_column)
    day = _day(value)
    if day is None:
        raise _RowError(file, row, mapping.date_column, value, "it must be a day such as 2024-08-12")
    return day, kind


def _class(layer: VectorLayer, row: Row, mapping: FieldMapping) -> str:
    if mapping.class_column:
        value = row.properties.get(mapping.class_column)
        return "" if value is None else str(value).strip()
    return _class_of_layer(layer)


def _class_of_layer(layer: VectorLayer) -> str:
    return _DATE_IN_NAME.sub("", layer.name) or layer.name


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return None


def _named(file: str, row: Row, mapping: FieldMapping) -> str:
    name = row.properties.get(mapping.name_column) if mapping.name_column else None
    return f"{file}, feature {row.number}" + (f" ({name})" if name else "")


def _polygons(row: Row, where: str) -> list[Polygon]:
    if isinstance(row.geometry, Polygon | MultiPolygon):
        parts = shapely.get_parts(shapely.force_2d(row.geometry)).tolist()
        return [sound for part in parts for sound in sound_parts(part, where)]
    kind = "nothing" if row.geometry is None else row.geometry.geom_type
    raise InputError(f"{where}: its geometry is {kind}; it must be a Polygon or a MultiPolygon")


def _drawings(rows: dict[tuple[date, DrawnKind], list[Polygon]], faults: Sequence[Fault]) -> list[Drawing]:
    """Gather the ground of each day; the faults go with the first."""
    days = sorted({day for day, _ in rows})
    return [
        Drawing(day, dict(_of_day(rows.items(), day)), faults=tuple(faults) if day == days[0] else ()) for day in days
    ]


def _of_day(
    rows: Iterable[tuple[tuple[date, DrawnKind], list[Polygon]]], day: date
) -> Iterator[tuple[DrawnKind, list[Polygon]]]:
    for (about, kind), found in rows:
        if about == day:
            yield kind, found
