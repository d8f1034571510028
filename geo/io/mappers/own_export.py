"""Fronts out of a file that Salient exported: every row says its mapper, its day, whose ground it is and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import shapely
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.mappers.days import cell_day
from geo.io.mappers.drawing import Drawing, DrawnKind, sound_parts
from geo.io.mappers.mapping import FieldMapping
from geo.io.vector import read_vector
from geo.io.vector_layers import Row
from geo.model.claims import Side
from geo.model.faults import Fault
from geo.model.fronts import FrontStatus

_NEEDED = frozenset({"id", "mapper", "holder", "status", "about_date", "licence"})


@dataclass(frozen=True, slots=True)
class OwnArchive:
    """An archive of which an export holds fronts: its name, its mapper, and its licence as stated there."""

    name: str
    mapper: str
    licence: str


def own_archives(file: str, data: bytes) -> list[OwnArchive]:
    """Return the archives whose fronts a file holds; none where it is no export of Salient's with fronts."""
    found = (OwnArchive(_archive(row), _text(row, "mapper"), _text(row, "licence")) for row in _rows(file, data))
    return list(dict.fromkeys(found))


def read_own(file: str, data: bytes, mapping: FieldMapping) -> list[Drawing]:
    """Read the drawings of one archive of an export, each for the day that it speaks of; carried ones come once.

    Parameters
    ----------
    file : str
    data : bytes
    mapping : FieldMapping
        Its `layer` names the archive, where the file has several.

    Raises
    ------
    InputError
        When the file is no such export, or has several archives and none was named.
    """
    rows = list(_rows(file, data))
    if not rows:
        raise InputError(
            f"{file} holds no fronts that Salient exported; its rows must have {', '.join(sorted(_NEEDED))}"
        )
    names = sorted({_archive(row) for row in rows})
    if mapping.layer not in {"", *names} or (not mapping.layer and len(names) > 1):
        raise InputError(f"{file} holds the archives {', '.join(names)}; name one of them (--layer)")
    days: dict[date, dict[DrawnKind, list[Polygon]]] = {}
    known: dict[date, date | None] = {}
    faults: list[Fault] = []
    for row in rows:
        if mapping.layer in {"", _archive(row)}:
            try:
                _take(file, row, days, known)
            except InputError as error:
                faults.append(Fault(file, row.number, None, "", str(error).removeprefix(f"{file}, ")))
    first = min(days, default=None)
    return [
        Drawing(day, days[day], known_date=known[day], faults=tuple(faults) if day == first else ())
        for day in sorted(days)
    ]


def _rows(file: str, data: bytes) -> Iterator[Row]:
    for layer in read_vector(file, data):
        if set(layer.columns) >= _NEEDED:
            yield from (row for row in layer.rows if _text(row, "holder"))


def _take(
    file: str, row: Row, days: dict[date, dict[DrawnKind, list[Polygon]]], known: dict[date, date | None]
) -> None:
    day = cell_day(row.properties["about_date"])
    holder, status = _text(row, "holder"), _text(row, "status")
    if day is None or holder not in set(Side) or status not in set(FrontStatus):
        raise InputError(
            f"it says {holder}, {status}, {row.properties['about_date']}; it must be such as ukraine, held, a day"
        )
    kind = (Side(holder), FrontStatus(status))
    if kind in days.setdefault(day, {}):
        return
    parts = [] if row.geometry is None else flat_parts(shapely.force_2d(row.geometry))
    where = f"{file}, feature {row.number}"
    days[day][kind] = [sound for part in parts if isinstance(part, Polygon) for sound in sound_parts(part, where)]
    stated = str(row.properties.get("known_assumed")).casefold() in {"false", "0"}
    known.setdefault(day, cell_day(row.properties.get("known_date")) if stated else None)


def _archive(row: Row) -> str:
    """Return the archive of a row: its track's name without holder and status."""
    return _text(row, "id").removesuffix(f".{_text(row, 'holder')}.{_text(row, 'status')}")


def _text(row: Row, column: str) -> str:
    value = row.properties.get(column)
    return "" if value is None else str(value)
