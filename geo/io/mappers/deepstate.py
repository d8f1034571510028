"""DeepState's map in two archives: a mirror with one MultiPolygon a day, and the map's own history of snapshots."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.io.dialects.json_forms import collection_in
from geo.io.mappers.days import date_in
from geo.io.mappers.deepstate_classes import (
    UNCLEAR,
    class_of,
    is_elsewhere,
    label_of,
    unknown_classes_words,
)
from geo.io.mappers.drawing import HELD_BY_RUSSIA, HELD_BY_UKRAINE, Drawing, DrawnKind, polygon, with_russia
from geo.io.mappers.mapping import FieldMapping

_KYIV = ZoneInfo("Europe/Kyiv")
_UNIX = re.compile(r"\d{9,11}")
#: Units, directions and features without a geometry.
_NO_AREAS = {None, "Point", "MultiPoint", "LineString", "MultiLineString"}


def read_mirror(file: str, data: bytes) -> list[Drawing]:
    """Read a day of the mirror: every polygon is held by Russia, the day is in the file's name.

    Examples
    --------
    >>> text = b'{"type": "FeatureCollection", "features": []}'
    >>> read_mirror("deepstatemap_data_20240812.geojson", text)[0].about_date
    datetime.date(2024, 8, 12)
    """
    day = date_in(PurePath(file).stem, file)
    found = [
        shape
        for number, feature in enumerate(features(file, data), start=1)
        for shape in polygons_in(feature, f"{file}, feature {number}")
    ]
    return [Drawing(day, {HELD_BY_RUSSIA: found})]


def read_history(file: str, data: bytes, said: FieldMapping | None = None) -> list[Drawing]:
    """Read a snapshot of the map: the file's name is a Unix time, a polygon's class the key in its name.

    An answer of its API, which wraps the collection and states the time as `id`, is read alike. Until March 2024 a name
    has no key, only the words that the map showed; those that are sure are read alike. The day is the calendar day in
    Kyiv. Points and lines (units, directions) are no fronts, and neither are territories far
    away. `said` is what a person said that other classes mean.

    Raises
    ------
    InputError
        When the name is no time, or an area has a class that nobody knows: ground with a piece missing would read as
        ground lost, so the snapshot is left out whole.
    """
    taken_at = _taken_at(file, data)
    grounds: dict[DrawnKind, list[Polygon]] = {HELD_BY_UKRAINE: [], UNCLEAR: [], HELD_BY_RUSSIA: []}
    day = taken_at.astimezone(_KYIV).date()
    strange: Counter[str] = Counter()
    for number, feature in enumerate(features(file, data), start=1):
        if _geometry_type(feature) in _NO_AREAS:
            continue
        where = f"{file}, feature {number}"
        name = str(_object(feature, "properties").get("name") or "")
        try:
            kind = class_of(name, {} if said is None else said.classes)
        except KeyError:
            if not is_elsewhere(name, polygons_in(feature, where)):
                strange[label_of(name)] += 1
            continue
        if kind is not None:
            grounds[kind] += polygons_in(feature, where)
    if strange:
        raise InputError(unknown_classes_words(file, day, strange))
    return [with_russia(Drawing(day, grounds, taken_at=taken_at, known_date=day), file)]


def _taken_at(file: str, data: bytes) -> datetime:
    """Return the moment that a snapshot's name is, or the number that an answer of DeepState's API has around it."""
    stem = PurePath(file).stem
    if not _UNIX.fullmatch(stem):
        document = parsed(file, data)
        number = document.get("id") if isinstance(document, dict) else None
        stem = str(number) if isinstance(number, int) and not isinstance(number, bool) else stem
    if not _UNIX.fullmatch(stem):
        raise InputError(f"{file}: its name is {stem!r}; it must be a Unix time in seconds, such as 1723492591")
    return datetime.fromtimestamp(int(stem), UTC)


def features(file: str, data: bytes) -> list[dict[str, Any]]:
    """Return the features of a GeoJSON FeatureCollection; InputError says why there are none to be had."""
    document = collection_in(parsed(file, data))
    found = None if document is None else document.get("features")
    if not isinstance(found, list) or not all(isinstance(feature, dict) for feature in found):
        raise InputError(f"{file} has no list of features; a GeoJSON FeatureCollection was expected")
    return found


def parsed(file: str, data: bytes) -> Any:
    """Parse JSON whose numbers are all finite; InputError when it is empty, cut short or something else."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise InputError(f"{file} is empty; a JSON file was expected")
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        odd = next((word.decode() for word in (b"NaN", b"Infinity") if word in data), None)
        if odd:
            raise InputError(f"{file} holds {odd}; positions must be finite numbers") from error
        raise InputError(f"{file} is not whole JSON ({error}); get the file again") from error


def polygons_in(feature: dict[str, Any], where: str) -> list[Polygon]:
    """Return a feature's polygons; InputError when it has none or one can't be used."""
    geometry = _object(feature, "geometry")
    coordinates = geometry.get("coordinates")
    if geometry.get("type") == "Polygon":
        return [polygon(coordinates, where)]
    if geometry.get("type") == "MultiPolygon" and isinstance(coordinates, list):
        return [polygon(rings, where) for rings in coordinates]
    raise InputError(f"{where}: its geometry is {geometry.get('type')!r}; it must be a Polygon or a MultiPolygon")


def _geometry_type(feature: dict[str, Any]) -> str | None:
    found = _object(feature, "geometry").get("type")
    return found if found is None else str(found)


def _object(feature: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a feature's geometry or properties; an empty one where it has something else there."""
    found = feature.get(name)
    return found if isinstance(found, dict) else {}
