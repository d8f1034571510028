"""Look into files before they are imported: layers, columns, classes, geometries, days, and the import that fits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.archive_files import ArchiveFile
from geo.io.mappers.archive_kind import archive_of
from geo.io.mappers.days import cell_day, date_in, patterns_for
from geo.io.mappers.mapping_columns import STYLE_COLUMNS
from geo.io.vector import read_vector
from geo.io.vector_layers import VectorLayer

#: A column with more different values than this is no column of classes.
_MOST_CLASSES = 40
_DAY_NAMES = re.compile(r"date|day|time|begin|start|when|from|valid|updated|edit", re.IGNORECASE)
_END_NAMES = re.compile(r"until|end|valid_?to|to_?date|expire|^to$", re.IGNORECASE)
_CLASS_NAMES = re.compile(r"class|kind|type|status|control|side|name|title|category|layer|style", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """One column: how many rows have a value, how many values differ, the commonest with their numbers, and days.

    `days` are the first and the last, where every value is a day; `patterns` the spellings by which it would be one.
    """

    name: str
    filled: int
    different: int
    commonest: tuple[tuple[str, int], ...]
    days: tuple[date, date] | None
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LayerLook:
    """One layer: its format, its rows, kinds of single geometries with their numbers, and its columns."""

    name: str
    form: str
    rows: int
    geometries: dict[str, int]
    columns: tuple[ColumnLook, ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """One file: its layers, the day in its name, the import that fits, and what can't be read of it."""

    file: str
    layers: tuple[LayerLook, ...]
    day: date | None
    patterns: tuple[str, ...]
    proposal: tuple[str, ...]
    problem: str = ""


def look_into(file: ArchiveFile) -> FileLook:
    """Look into one file; what can't be read is said in `problem` and raises nothing."""
    try:
        data = file.read()
        own = archive_of(file.name, data)
        if own:
            day = _day_in_name(file.name)
            return FileLook(file.name, (), day, (), ("--as", own))
        layers = tuple(_layer(layer) for layer in read_vector(file.name, data))
    except InputError as error:
        return FileLook(file.name, (), None, (), (), str(error))
    day = _day_in_name(file.name)
    patterns = () if day else tuple(patterns_for(PurePath(file.name).stem))
    return FileLook(file.name, layers, day, patterns, tuple(_proposal(layers, day, patterns)))


def look_lines(found: FileLook) -> Iterable[str]:
    """Write what was found as lines of text."""
    if found.problem:
        yield found.problem if found.problem.startswith(found.file) else f"{found.file}: {found.problem}"
        return
    named = str(found.day) if found.day else "no day in its name"
    if found.patterns:
        named += f", unless it is spelled {' or '.join(found.patterns)} (--date-pattern)"
    yield f"{found.file}: {named}"
    for layer in found.layers:
        kinds = ", ".join(f"{count} {kind}" for kind, count in layer.geometries.items()) or "no geometry"
        yield f"  layer {layer.name!r}, {layer.form}: {layer.rows} rows; {kinds}"
        for column in layer.columns:
            yield f"    {column.name}: {_column_words(column, layer.rows)}"
    if found.proposal:
        words = " ".join(map(_quoted, (found.file, *found.proposal)))
        yield f"  import it with: salient import {words} --into CASE"


def _column_words(column: ColumnLook, rows: int) -> str:
    if column.days:
        first, last = column.days
        return f"days, {first}" + (f" to {last}" if last != first else "")
    listed = ", ".join(f"{value!r} ({count})" for value, count in column.commonest)
    more = f" and {column.different - len(column.commonest)} more" if column.different > len(column.commonest) else ""
    empty = f"; {rows - column.filled} empty" if column.filled < rows else ""
    spelled = f"; days, if spelled {' or '.join(column.patterns)} (--date-pattern)" if column.patterns else ""
    return f"{listed}{more}{empty}{spelled}" if column.filled else "empty"


def _day_in_name(file: str) -> date | None:
    try:
        return date_in(PurePath(file).stem, file)
    except InputError:
        return None


def _layer(layer: VectorLayer) -> LayerLook:
    parts = Counter(
        part.geom_type
        for row in layer.rows
        if row.geometry is not None
        for part in flat_parts(row.geometry)
        if not part.is_empty
    )
    missing = sum(row.geometry is None or row.geometry.is_empty for row in layer.rows)
    kinds = dict(parts.most_common()) | ({"without geometry": missing} if missing else {})
    columns = tuple(_column(name, [row.properties.get(name) for row in layer.rows]) for name in layer.columns)
    return LayerLook(layer.name, layer.form, len(layer.rows), kinds, columns)


def _column(name: str, cells: list[Any]) -> ColumnLook:
    filled = [cell for cell in cells if cell is not None and cell != ""]
    texts = Counter(str(cell)[:60].strip() for cell in filled)
    days = [cell_day(cell) for cell in filled]
    known = [day for day in days if day is not None]
    whole = bool(known) and len(known) == len(filled) and (not _is_number(filled[0]) or bool(_DAY_NAMES.search(name)))
    fitting = [] if whole or not filled else _patterns_of_all([str(cell) for cell in filled[:200]])
    span = (min(known), max(known)) if whole else None
    return ColumnLook(name, len(filled), len(texts), tuple(texts.most_common(5)), span, tuple(fitting))


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float)


def _patterns_of_all(cells: list[str]) -> list[str]:
    return [pattern for pattern in patterns_for(cells[0]) if all(cell_day(cell, pattern) for cell in cells)]


def _proposal(layers: Iterable[LayerLook], day: date | None, patterns: tuple[str, ...]) -> Iterable[str]:
    """Say how an import would be called; what only a person knows stands in capitals."""
    layer = max(layers, key=lambda layer: layer.geometries.get("Polygon", 0), default=None)
    if layer is None or not layer.geometries.get("Polygon"):
        return
    yield from ("--as", "mapped", "--mapper", "WHO")
    if len(tuple(layers)) > 1:
        yield from ("--layer", layer.name)
    yield from _day_words(layer, day, patterns)
    classes = _class_column(layer)
    if classes is not None:
        yield from ("--class-column", classes.name)
        for value, _ in classes.commonest:
            yield from ("--class", f"{value}=MEANING")
    else:
        yield from ("--class", f"{layer.name}=MEANING")


def _day_words(layer: LayerLook, day: date | None, patterns: tuple[str, ...]) -> Iterable[str]:
    columns = [one for one in layer.columns if one.days or (one.patterns and _DAY_NAMES.search(one.name))]
    ends = [one for one in columns if _END_NAMES.search(one.name)]
    begins = [one for one in columns if one not in ends]
    if day is not None:
        return
    if begins:
        yield from ("--date-column", begins[0].name)
        if ends:
            yield from ("--until-column", ends[0].name)
        if not begins[0].days:
            yield from ("--date-pattern", begins[0].patterns[0])
    elif patterns:
        yield from ("--date-pattern", patterns[0])
    else:
        yield from ("--on", "YYYY-MM-DD")


def _class_column(layer: LayerLook) -> ColumnLook | None:
    fit = [
        one
        for one in layer.columns
        if one.filled and one.different <= _MOST_CLASSES and not one.days and not one.patterns
    ]
    named = [one for one in fit if _CLASS_NAMES.search(one.name) or one.name in STYLE_COLUMNS]
    return min(named, key=lambda one: (one.name not in {"class", "kind", "status"}, one.different), default=None)


def _quoted(word: str) -> str:
    return f"'{word}'" if re.search(r"[^\w.=:/-]", word) else word
