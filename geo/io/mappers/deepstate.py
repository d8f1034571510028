"""DeepState's map in two archives: a mirror with one MultiPolygon a day, and the map's own history of snapshots."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.io.mappers.drawing import Drawing, DrawnKind, date_in, polygon
from geo.model.claims import Side
from geo.model.faults import Fault
from geo.model.fronts import FrontStatus

_KYIV = ZoneInfo("Europe/Kyiv")
_UNIX = re.compile(r"\d{9,11}")
HELD_BY_RUSSIA: DrawnKind = (Side.RUSSIA, FrontStatus.HELD)
HELD_BY_UKRAINE: DrawnKind = (Side.UKRAINE, FrontStatus.HELD)
UNCLEAR: DrawnKind = (None, FrontStatus.UNCLEAR)
_STATUS = "geoJSON.status."
_TERRITORY = "geoJSON.territories."
#: The key in the three-language name says the class; liberations of a named day carry `dismissed_at`.
_CLASSES = {
    f"{_STATUS}occupied": HELD_BY_RUSSIA,
    f"{_TERRITORY}crimea": HELD_BY_RUSSIA,
    f"{_TERRITORY}ordlo": HELD_BY_RUSSIA,
    f"{_TERRITORY}tuzla": HELD_BY_RUSSIA,
    f"{_STATUS}dismissed": HELD_BY_UKRAINE,
    f"{_STATUS}dismissed_at": HELD_BY_UKRAINE,
    f"{_STATUS}unknown": UNCLEAR,
}


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


def read_history(file: str, data: bytes) -> list[Drawing]:
    """Read a snapshot of the map: the file's name is a Unix time, a polygon's class the key in its name.

    The day is the calendar day in Kyiv. Points and lines (units, directions) are not fronts and are passed over, and so
    are the territories that the map colours far away; a status that is not known is a fault.
    """
    stem = PurePath(file).stem
    if not _UNIX.fullmatch(stem):
        raise InputError(f"{file}: its name is {stem!r}; it must be a Unix time in seconds, such as 1723492591")
    taken_at = datetime.fromtimestamp(int(stem), UTC)
    grounds: dict[DrawnKind, list[Polygon]] = {HELD_BY_UKRAINE: [], UNCLEAR: [], HELD_BY_RUSSIA: []}
    faults = []
    for number, feature in enumerate(features(file, data), start=1):
        if not _is_area(feature):
            continue
        key = _key(feature)
        kind = _CLASSES.get(key)
        if kind is not None:
            grounds[kind] += polygons_in(feature, f"{file}, feature {number}")
        elif not key or key.startswith(_STATUS):
            known = ", ".join(name for name in _CLASSES if name.startswith(_STATUS))
            faults.append(Fault(file, number, "name", key, f"this class is not known; known are {known}"))
    day = taken_at.astimezone(_KYIV).date()
    return [Drawing(day, grounds, taken_at=taken_at, known_date=day, faults=tuple(faults))]


def features(file: str, data: bytes) -> list[dict[str, Any]]:
    """Return the features of a GeoJSON FeatureCollection; InputError says why there are none to be had."""
    document = parsed(file, data)
    found = document.get("features") if isinstance(document, dict) else None
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


def _is_area(feature: dict[str, Any]) -> bool:
    return str(_object(feature, "geometry").get("type")) in {"Polygon", "MultiPolygon"}


def _object(feature: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a feature's geometry or properties; an empty one where it has something else there."""
    found = feature.get(name)
    return found if isinstance(found, dict) else {}


def _key(feature: dict[str, Any]) -> str:
    """Return the key of a three-language name, e.g. ``geoJSON.status.dismissed_at``; empty without one."""
    name = str(_object(feature, "properties").get("name") or "")
    keys = [part for part in name.replace("///", " ").split() if part.startswith("geoJSON.")]
    return keys[-1] if keys else ""
