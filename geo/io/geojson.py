"""GeoJSON bytes to features: a JSON parser with a strict schema, never GDAL (security: T2, T3, T4)."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import GeometryCollection, shape
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError

MAX_GEOJSON_BYTES = 5_000_000
MAX_FEATURES = 20_000
MAX_VERTICES = 1_000_000
MAX_JSON_NESTING = 12
_WGS84_NAMES = ("crs84", "4326")

_SINGLE = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
GEOMETRY_TYPES = frozenset({*_SINGLE, "GeometryCollection"})


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its number in the file (from 1), its properties, and a lon/lat geometry or None."""

    number: int
    properties: dict[str, Any]
    geometry: BaseGeometry | None


def read_geojson(data: bytes, file: str, *, max_bytes: int = MAX_GEOJSON_BYTES) -> list[Feature]:
    """Read a FeatureCollection, a Feature or a bare geometry (RFC 7946: lon, lat in WGS 84).

    Parameters
    ----------
    data : bytes
        The file, at most `max_bytes`.
    file : str
        Its name, for the messages.

    Raises
    ------
    InputError
        When the bytes are not GeoJSON, a coordinate is no longitude/latitude, or a limit is passed.

    Examples
    --------
    >>> read_geojson(b'{"type": "Point", "coordinates": [35.2, 51.2]}', "p.geojson")[0].geometry.wkt
    'POINT (35.2 51.2)'
    >>> read_geojson(b'{"type": "Point", "coordinates": [51.2, 135.2]}', "p.geojson")
    Traceback (most recent call last):
        ...
    geo.errors.InputError: p.geojson, feature 1: latitude is 135.2; it must lie between -90 and 90. The numbers \
look like lat, lon order; GeoJSON is lon, lat
    """
    if len(data) > max_bytes:
        raise InputError(f"{file} has {len(data):,} bytes; a GeoJSON may have up to {max_bytes:,}")
    document = parse_json(data, file)
    if not isinstance(document, dict):
        raise InputError(f"{file} is a JSON {type(document).__name__}; a GeoJSON object was expected")
    return document_features(document, file)


def document_features(document: dict[str, Any], file: str) -> list[Feature]:
    """Return the features of a GeoJSON that was parsed; what is wrong is raised as `read_geojson` does."""
    _refuse_other_crs(document, file)
    features = []
    vertices = 0
    for number, raw in enumerate(_features(document, file), start=1):
        if number > MAX_FEATURES:
            raise InputError(f"{file} has more than {MAX_FEATURES:,} features")
        where = f"{file}, feature {number}"
        geometry = _geometry(raw.get("geometry"), where)
        vertices += 0 if geometry is None else _count_vertices(geometry)
        if vertices > MAX_VERTICES:
            raise InputError(f"{file} has more than {MAX_VERTICES:,} vertices")
        properties = raw.get("properties") or {}
        if not isinstance(properties, dict):
            raise InputError(f"{where}: properties is a {type(properties).__name__}; it must be an object")
        features.append(Feature(number, properties, geometry))
    return features


def parse_json(data: bytes, file: str) -> Any:
    """Parse JSON whose numbers are all finite; InputError when it is none."""

    def refuse(token: str) -> NoReturn:
        raise InputError(f"{file} holds {token}; GeoJSON has finite numbers only")

    try:
        return json.loads(data, parse_constant=refuse)
    except RecursionError as error:
        raise InputError(f"{file} is nested too deeply; GeoJSON needs at most {MAX_JSON_NESTING} levels") from error
    except ValueError as error:
        raise InputError(f"{file} is not whole JSON ({error}); get the file again") from error


def stated_crs(document: dict[str, Any]) -> str:
    """Return the CRS that an older GeoJSON states, by name; empty where it states none.

    >>> stated_crs({"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}}), stated_crs({"crs": 3857})
    ('EPSG:3857', '3857')
    """
    crs = document.get("crs")
    if crs is None:
        return ""
    said = crs.get("properties") if isinstance(crs, dict) else None
    return str(said.get("name", "")) if isinstance(said, dict) else str(crs)


def _refuse_other_crs(document: dict[str, Any], file: str) -> None:
    if document.get("crs") is None:
        return
    name = stated_crs(document)
    if not name.lower().endswith(_WGS84_NAMES):
        raise InputError(f"{file} says its CRS is {name!r}; GeoJSON must be in WGS 84 (EPSG:4326), lon, lat")


def _features(document: dict[str, Any], file: str) -> Iterator[dict[str, Any]]:
    kind = document.get("type")
    if kind == "FeatureCollection":
        features = document.get("features")
        if not isinstance(features, list):
            raise InputError(f"{file} has no list of features; a FeatureCollection needs one")
        for number, feature in enumerate(features, start=1):
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                raise InputError(f"{file}, feature {number}: it is not a GeoJSON Feature")
            yield feature
    elif kind == "Feature":
        yield document
    elif isinstance(kind, str) and kind in GEOMETRY_TYPES:
        yield {"geometry": document, "properties": {}}
    else:
        raise InputError(f"{file} has type {kind!r}; FeatureCollection, Feature or a geometry was expected")


def _geometry(raw: object, where: str, depth: int = 0) -> BaseGeometry | None:
    if raw is None:
        return None
    kind = raw.get("type") if isinstance(raw, dict) else raw
    if not isinstance(raw, dict) or not isinstance(kind, str) or kind not in GEOMETRY_TYPES:
        raise InputError(
            f"{where}: geometry type is {str(kind)[:60]!r}; it must be one of {', '.join(sorted(GEOMETRY_TYPES))}"
        )
    if kind == "GeometryCollection":
        return _collection(raw.get("geometries"), where, depth)
    if raw.get("coordinates") == [] and kind != "Point":
        return shapely.from_wkt(f"{kind.upper()} EMPTY")
    _check_positions(raw.get("coordinates"), where, 0)
    try:
        return shape(raw)
    except (ShapelyError, ValueError, TypeError, IndexError, OverflowError) as error:
        raise InputError(f"{where}: the coordinates make no {raw['type']} ({error})") from error


def _collection(members: object, where: str, depth: int) -> GeometryCollection:
    if not isinstance(members, list) or depth > 4:
        raise InputError(f"{where}: a GeometryCollection must hold a list of geometries, nested 4 deep at most")
    found = [_geometry(member, where, depth + 1) for member in members]
    return GeometryCollection([one for one in found if one is not None])


def _check_positions(node: object, where: str, depth: int) -> None:
    if not isinstance(node, list) or depth > 4:
        raise InputError(f"{where}: coordinates must be nested lists of numbers")
    if node and isinstance(node[0], list):
        for child in node:
            _check_positions(child, where, depth + 1)
    elif node or depth == 0:
        check_position(node, where)


def check_position(position: list[Any], where: str) -> None:
    """Raise InputError unless `position` is a finite (lon, lat) in degrees, naming the likely mistake."""
    if len(position) < 2 or not all(isinstance(n, int | float) and not isinstance(n, bool) for n in position):
        raise InputError(f"{where}: a position is {position!r:.60}; it must be two numbers, lon and lat")
    lon, lat = float(position[0]), float(position[1])
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise InputError(f"{where}: a position is {position!r:.60}; lon and lat must be finite")
    if abs(lon) > 180 or abs(lat) > 90:
        name, value, limit = ("longitude", lon, 180) if abs(lon) > 180 else ("latitude", lat, 90)
        raise InputError(f"{where}: {name} is {value:g}; it must lie between -{limit} and {limit}. {_hint(lon, lat)}")


def _hint(lon: float, lat: float) -> str:
    if max(abs(lon), abs(lat)) > 1000:
        return "The numbers look like metres (EPSG:3857 or UTM); GeoJSON is in degrees"
    return "The numbers look like lat, lon order; GeoJSON is lon, lat"


def _count_vertices(geometry: BaseGeometry) -> int:
    return int(shapely.get_num_coordinates(geometry))
