"""Fronts out of any vector file, by a mapping of its columns; ISW's layers, classed by their names, among them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePath

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.mappers.days import cell_day, date_in, patterns_for
from geo.io.mappers.drawing import Drawing, DrawnKind, sound_parts
from geo.io.mappers.mapping import IGNORE, MEANINGS, TO_BORDER, FieldMapping
from geo.io.mappers.mapping_columns import check_styles, class_of_row, layers_meant
from geo.io.vector import read_vector
from geo.io.vector_layers import Row, VectorLayer
from geo.model.faults import Fault, fault_of_file

#: No span may be longer than this; a front that stands for eleven years unchanged is a wrong date.
_LONGEST = timedelta(days=4000)
_Place = tuple[date, DrawnKind]


def read_mapped(file: str, data: bytes, mapping: FieldMapping) -> list[Drawing]:
    """Read the drawings of a vector file, one for each day that it speaks of.

    A feature that can't be used is a fault; the day and class that it belongs to is then left out whole, since ground
    with a piece missing would read as ground lost. Points, and lines unless the mapping says what they are, are no
    areas: they are passed over and counted.

    Raises
    ------
    InputError
        When the file can't be read, a column of the mapping is not there, or nothing in it can be used.
    """
    layers, faults = layers_meant(file, read_vector(file, data), mapping)
    check_styles(file, layers, mapping)
    reading = _Reading(file, mapping, faults)
    latest = _latest_day(layers, mapping)
    for layer in layers:
        for row in layer.rows:
            reading.read(layer, row, latest)
    return reading.drawings()


def classes_in(file: str, data: bytes, mapping: FieldMapping) -> list[str]:
    """Return the classes that a file holds, in the order in which they come: a person is to say what they mean."""
    layers, _ = layers_meant(file, read_vector(file, data), mapping)
    return list(dict.fromkeys(class_of_row(layer, row, mapping) for layer in layers for row in layer.rows))


class _RowError(Exception):
    """A row that can't be used."""

    def __init__(self, file: str, row: Row, column: str, value: object, reason: str) -> None:
        super().__init__(reason)
        self.fault = Fault(file, row.number, column, "" if value is None else str(value), reason)


class _Reading:
    """What was read of one file so far."""

    def __init__(self, file: str, mapping: FieldMapping, faults: Sequence[Fault]) -> None:
        self.file, self.mapping = file, mapping
        self.faults = list(faults)
        self.areas: dict[_Place, list[Polygon]] = defaultdict(list)
        self.lines: dict[_Place, list[LineString]] = defaultdict(list)
        self.spoilt: set[_Place] = set()
        self.passed: Counter[str] = Counter()

    def read(self, layer: VectorLayer, row: Row, latest: date | None) -> None:
        """Take one row's areas for every day that it is of."""
        try:
            kind = self._kind(layer, row)
            days = [] if kind is None else self._days(row, latest)
        except _RowError as error:
            self.faults.append(error.fault)
            return
        if kind is None:
            return
        if row.geometry is None or row.geometry.is_empty:
            self._note(row, "it has no ground and is passed over")
            return
        try:
            areas, lines = self._parts(row, row.geometry)
        except InputError as error:
            self.spoilt |= {(day, kind) for day in days}
            said = fault_of_file(self.file, str(error)).reason
            self.faults.append(Fault(self.file, row.number, "geometry", "", said))
            return
        for day in days if areas else ():
            self.areas[day, kind] += areas
        for day in days if lines else ():
            self.lines[day, kind] += lines

    def _kind(self, layer: VectorLayer, row: Row) -> DrawnKind | None:
        name = class_of_row(layer, row, self.mapping)
        if name in self.mapping.classes:
            return self.mapping.kind(name)
        meanings = ", ".join(meaning for meaning in MEANINGS if meaning != IGNORE)
        reason = f"nobody said what this class means; say --class {name}=MEANING, one of {meanings}, or {IGNORE}"
        raise _RowError(self.file, row, self.mapping.class_column or "layer", name, reason)

    def _days(self, row: Row, latest: date | None) -> list[date]:
        column, until = self.mapping.date_column, self.mapping.until_column
        if not column:
            return [date_in(PurePath(self.file).stem, self.file, self.mapping.date_pattern)]
        first = self._day(row, column)
        if not until:
            return [first]
        empty = row.properties.get(until) in {None, ""}
        last = (latest or first) if empty else self._day(row, until)
        if not first <= last <= first + _LONGEST:
            reason = f"the span runs from {first} to {last}; it must not end before it begins, nor last 11 years"
            raise _RowError(self.file, row, until, row.properties.get(until), reason)
        return [first + timedelta(days=number) for number in range((last - first).days + 1)]

    def _day(self, row: Row, column: str) -> date:
        value = row.properties.get(column)
        day = cell_day(value, self.mapping.date_pattern)
        if day is not None:
            return day
        wanted = f"a day spelled {self.mapping.date_pattern}" if self.mapping.date_pattern else "a day as 2024-08-12"
        fitting = [] if self.mapping.date_pattern else patterns_for(str(value))
        offered = f"; if it is one, say how it is spelled: --date-pattern {' or '.join(fitting)}" if fitting else ""
        raise _RowError(self.file, row, column, value, f"it must be {wanted}{offered}")

    def _parts(self, row: Row, geometry: BaseGeometry) -> tuple[list[Polygon], list[LineString]]:
        """Return a row's areas, and its lines where they are wanted; the rest is counted."""
        areas: list[Polygon] = []
        lines: list[LineString] = []
        where = _named(self.file, row, self.mapping)
        for part in flat_parts(shapely.force_2d(geometry)):
            if isinstance(part, Polygon):
                areas += sound_parts(part, where)
                if not part.is_valid:
                    self._note(
                        row, "its outline touches itself; it covers the same area however it is filled, and is read"
                    )
            elif isinstance(part, LineString) and self.mapping.lines == TO_BORDER:
                lines.append(part)
            elif not part.is_empty:
                self.passed[part.geom_type] += 1
        return areas, lines

    def _note(self, row: Row, words: str) -> None:
        self.faults.append(Fault(self.file, row.number, "geometry", "", words, is_note=True))

    def drawings(self) -> list[Drawing]:
        """Gather the ground of each day, the faults with the first; InputError when there is none at all."""
        if self.passed:
            self.faults.append(fault_of_file(self.file, f"{self._passed_words()} passed over", is_note=True))
        self.faults += [
            fault_of_file(self.file, f"the ground of {day} is left out: one of its features could not be read")
            for day, _ in sorted(self.spoilt, key=str)
        ]
        places = [place for place in (self.areas | self.lines) if place not in self.spoilt]
        if not places:
            raise InputError(f"{self.file} holds no ground that can be used. {self._why_none()}".rstrip())
        days = sorted({day for day, _ in places})
        return [
            Drawing(
                day,
                {kind: self.areas.get((day, kind), []) for kind in _kinds(places, day)},
                faults=tuple(self.faults) if day == days[0] else (),
                lines={kind: self.lines[day, kind] for kind in _kinds(places, day) if (day, kind) in self.lines},
            )
            for day in days
        ]

    def _passed_words(self) -> str:
        listed = " and ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in self.passed.items())
        return f"{listed}, which {'has' if self.passed.total() == 1 else 'have'} no area,"

    def _why_none(self) -> str:
        if not self.areas and not self.spoilt and self.passed:
            what = f"It has {self._passed_words()[:-1]}; draw areas in place of them"
            if {"LineString", "MultiLineString", "LinearRing"} & set(self.passed):
                return f"{what}, or say --lines {TO_BORDER} where the ground between a line and the border is meant"
            return f"{what}. For words about places use the command control"
        first = next((fault for fault in self.faults if not fault.is_note), next(iter(self.faults), None))
        return "" if first is None else f"The first: {first}"


def _latest_day(layers: Iterable[VectorLayer], mapping: FieldMapping) -> date | None:
    """Return the last day that a file of spans names: so long a span without an end lasts, as far as it says."""
    if not mapping.until_column:
        return None
    cells = (
        row.properties.get(column)
        for layer in layers
        for row in layer.rows
        for column in (mapping.date_column, mapping.until_column)
    )
    return max((day for cell in cells if (day := cell_day(cell, mapping.date_pattern)) is not None), default=None)


def _named(file: str, row: Row, mapping: FieldMapping) -> str:
    name = row.properties.get(mapping.name_column) if mapping.name_column else None
    return f"{file}, feature {row.number}" + (f" ({name})" if name else "")


def _kinds(places: Iterable[_Place], day: date) -> Iterator[DrawnKind]:
    return iter(dict.fromkeys(kind for about, kind in places if about == day))
