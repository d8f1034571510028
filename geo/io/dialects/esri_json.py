"""ArcGIS JSON, as a feature service answers, to GeoJSON: rings sorted into areas, milliseconds into moments."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from shapely.errors import ShapelyError
from shapely.geometry import LinearRing, Polygon, mapping

from geo.errors import InputError
from geo.geometry.parts import with_holes

_DEGREES = {4326, 4284, 4979}
_WEB_MERCATOR = {3857, 102100, 102113, 900913}


def is_esri(document: dict[str, Any]) -> bool:
    """Whether an object is an answer of an ArcGIS feature service.

    >>> is_esri({"features": [{"attributes": {}, "geometry": {"rings": []}}]})
    True
    """
    features = document.get("features")
    if not isinstance(features, list) or "type" in document:
        return False
    if str(document.get("geometryType", "")).startswith("esriGeometry"):
        return True
    return bool(features) and all(isinstance(one, dict) and "attributes" in one for one in features)


def esri_collection(document: dict[str, Any], file: str) -> dict[str, Any]:
    """Return an answer of a feature service as a FeatureCollection.

    Dates, which it keeps as milliseconds since 1970 (UTC), become ISO text. A ring that runs clockwise is an outline,
    another one a hole in the smallest outline around it.

    Raises
    ------
    InputError
        When its coordinates are in a reference that is neither degrees nor web mercator, or a feature can't be read.
    """
    where = document.get("spatialReference")
    given = [where.get(name) for name in ("wkid", "latestWkid")] if isinstance(where, dict) else [4326]
    known = {number for number in given if isinstance(number, int)}
    if not known & (_DEGREES | _WEB_MERCATOR):
        said = ", ".join(map(str, sorted(known))) or "none by number"
        raise InputError(
            f"{file} is ArcGIS JSON in the spatial reference {said}; ask the service for it with outSR=4326"
        )
    fields = document.get("fields")
    dates = {
        str(field.get("name"))
        for field in (fields if isinstance(fields, list) else ())
        if isinstance(field, dict) and field.get("type") == "esriFieldTypeDate"
    }
    features = [
        _feature(feature, dates, f"{file}, feature {number}")
        for number, feature in enumerate(document["features"], start=1)
    ]
    mercator = not known & _DEGREES
    crs = {"crs": {"type": "name", "properties": {"name": "EPSG:3857"}}} if mercator else {}
    return {"type": "FeatureCollection", "features": features} | crs


def _feature(feature: Any, dates: set[str], where: str) -> dict[str, Any]:
    attributes = feature.get("attributes") if isinstance(feature, dict) else None
    if not isinstance(attributes, dict):
        raise InputError(f"{where}: it has no attributes; ask the service for f=geojson")
    values = {name: _moment(value) if name in dates else value for name, value in attributes.items()}
    return {"type": "Feature", "properties": values, "geometry": _geometry(feature.get("geometry"), where)}


def _moment(value: Any) -> Any:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return value
    try:
        return datetime.fromtimestamp(value / 1000, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return value


def _geometry(node: Any, where: str) -> dict[str, Any] | None:
    if not isinstance(node, dict):
        return None
    if "curveRings" in node or "curvePaths" in node:
        raise InputError(
            f"{where}: it has curves; ask the service for f=geojson, or for outSR=4326&returnTrueCurves=false"
        )
    if "rings" in node:
        return _areas(node["rings"], where)
    if "paths" in node:
        return {"type": "MultiLineString", "coordinates": node["paths"]}
    if "points" in node:
        return {"type": "MultiPoint", "coordinates": node["points"]}
    return {"type": "Point", "coordinates": [node.get("x"), node.get("y")]} if "x" in node else None


def _areas(rings: Any, where: str) -> dict[str, Any]:
    try:
        lines = [LinearRing([position[:2] for position in ring]) for ring in rings]
        outlines = [Polygon(line) for line in lines if not line.is_ccw]
        # One ring alone is an outline, whichever way it runs.
        if not outlines:
            outlines, lines = [Polygon(line) for line in lines], []
        areas = with_holes(outlines, [line for line in lines if line.is_ccw])
    except (ShapelyError, ValueError, TypeError, IndexError, KeyError) as error:
        raise InputError(f"{where}: its rings make no area ({error}); ask the service for f=geojson") from error
    return {"type": "MultiPolygon", "coordinates": [_lists(mapping(area)["coordinates"]) for area in areas]}


def _lists(node: Any) -> Any:
    return [_lists(child) for child in node] if isinstance(node, tuple | list) else node
