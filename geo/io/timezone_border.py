"""Derive two countries' border from the common edge of two time zones in the package ``timezonefinder-data``.

Its polygons come from OpenStreetMap (ODbL) through timezone-boundary-builder; neighbours share identical vertices.
Only the development command ``python -m geo border`` needs the package: it is imported when a function is called.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString

from geo.errors import AssetError, GeometryError, InputError

Bounds = tuple[float, float, float, float]
PACKAGE = "timezonefinder-data"


def border_between(zone_a: str, zone_b: str, bounds: Bounds | None = None) -> LineString:
    """Return the common boundary of two time zones, its longest piece.

    Parameters
    ----------
    zone_a, zone_b : str
        IANA names, e.g. "Europe/Moscow" and "Europe/Kyiv".
    bounds : (west, south, east, north), optional
        Degrees; only the piece within them.

    Returns
    -------
    LineString
        Lon/lat; it starts at its western end.

    Raises
    ------
    AssetError
        If the package is not installed.
    InputError
        If a zone does not exist.
    GeometryError
        If the two share no edge there.
    """
    common = _edges(zone_a) & _edges(zone_b)
    if not common:
        raise GeometryError(f"{zone_a} and {zone_b} share no edge; name two neighbouring zones")
    line = shapely.line_merge(shapely.multilinestrings(np.array(sorted(common))))
    if bounds is not None:
        line = shapely.line_merge(shapely.clip_by_rect(line, *bounds))
    pieces = shapely.get_parts(line)
    if not len(pieces):
        raise GeometryError(f"{zone_a} and {zone_b} share no edge within {bounds}; widen the bounds")
    longest: LineString = pieces[shapely.length(pieces).argmax()]
    if longest.coords[0] > longest.coords[-1]:
        longest = shapely.reverse(longest)
    return longest


def _edges(zone: str) -> set[tuple[tuple[float, float], tuple[float, float]]]:
    try:
        finder = importlib.import_module("timezonefinder").TimezoneFinder()
    except ModuleNotFoundError as error:
        raise AssetError(f"package {PACKAGE} is not installed; pip install timezonefinder {PACKAGE}") from error
    if zone not in finder.timezone_names:
        raise InputError(f"time zone {zone!r} does not exist; use an IANA name such as 'Europe/Kyiv'")
    edges = set()
    for polygon in finder.get_geometry(zone, coords_as_pairs=True):
        for ring in polygon:
            points = [(round(float(lon), 6), round(float(lat), 6)) for lon, lat in ring]
            pairs = zip(points, points[1:] + points[:1], strict=True)
            edges |= {(a, b) if a < b else (b, a) for a, b in pairs if a != b}
    return edges


def border_geojson(line: LineString, zones: tuple[str, str], retrieved: str) -> str:
    """Return the text of ``border.geojson``: one Feature with its source and licence.

    Parameters
    ----------
    line : LineString
        From `border_between`.
    zones : (str, str)
        The zones it was read from.
    retrieved : str
        The day, ISO 8601.
    """
    version = importlib.metadata.version(PACKAGE)
    properties: dict[str, Any] = {
        "kind": "border",
        "name": "Russia-Ukraine border as OpenStreetMap draws it (internationally recognised line)",
        "direction": "from north-west to south-east",
        "target_side": "left",
        "source": f"OpenStreetMap through timezone-boundary-builder; PyPI {PACKAGE} {version}, {' and '.join(zones)}",
        "attribution": "© OpenStreetMap contributors",
        "licence": "ODbL-1.0",
        "retrieved": retrieved,
    }
    coordinates = [[round(lon, 6), round(lat, 6)] for lon, lat in line.coords]
    feature = {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": "LineString", "coordinates": coordinates},
    }
    document = {"type": "FeatureCollection", "features": [feature]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
