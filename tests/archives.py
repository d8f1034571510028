"""Small archives of fronts made by hand, in every format that is read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import Polygon, box, mapping

HELD = box(35.1, 51.25, 35.3, 51.4)
LARGER = box(35.1, 51.25, 35.4, 51.4)
AT_HOME = box(34.6, 50.6, 34.9, 50.9)


def geojson(*features: tuple[Polygon, dict[str, Any]], **more: Any) -> bytes:
    """Return a FeatureCollection."""
    found = [{"type": "Feature", "properties": given, "geometry": mapping(shape)} for shape, given in features]
    return json.dumps({"type": "FeatureCollection", "features": found, **more}).encode()


def mirror(shape: Polygon = AT_HOME) -> bytes:
    """Return a day of DeepState's mirror."""
    multi = {"type": "MultiPolygon", "coordinates": [mapping(shape)["coordinates"]]}
    return json.dumps(
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": multi}]}
    ).encode()


def named(key: str) -> dict[str, Any]:
    """Return the properties of a polygon in DeepState's history: its name in three languages."""
    return {"name": f"Назва /// Name\u00a0/// geoJSON.{key}\n"}


def history(*features: tuple[Polygon, str]) -> bytes:
    """Return a snapshot of DeepState's history, 3-D, with a unit's point among the areas."""
    document = json.loads(geojson(*((shape, named(key)) for shape, key in features)))
    for feature in document["features"]:
        feature["geometry"]["coordinates"] = [
            [[*position, 0] for position in ring] for ring in feature["geometry"]["coordinates"]
        ]
    point = {"type": "Point", "coordinates": [35.2, 51.2, 0]}
    unit = {"type": "Feature", "properties": named("units.brigade.9"), "geometry": point}
    return json.dumps({**document, "features": [*document["features"], unit]}).encode()


def owlmap(held: Polygon | None = HELD, other: Polygon = AT_HOME) -> bytes:
    """Return a day of owlmap, in lat, lon."""
    swapped = [[[y, x] for x, y in shape.exterior.coords] for shape in ([held] if held else [])]
    areas = [[[y, x] for x, y in other.exterior.coords]]
    return json.dumps({"areas": areas, "areas_ua": swapped, "frontline": [], "geos": {}, "units": {}}).encode()


def frame(**columns: list[Any]) -> gpd.GeoDataFrame:
    """Return two areas as a table, the larger one second."""
    return gpd.GeoDataFrame(columns, geometry=[HELD, LARGER], crs=4326)


def zipped(**entries: bytes) -> bytes:
    """Return a zip; in a name two underscores stand for a dot."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "."), content)
    return stream.getvalue()


def shapefile(table: gpd.GeoDataFrame, folder: Path, name: str) -> bytes:
    """Return a zipped shapefile whose layer is `name`."""
    table.to_file(folder / f"{name}.shp")
    return zipped(**{path.name: path.read_bytes() for path in folder.glob(f"{name}.*")})


def kml(table: gpd.GeoDataFrame, folder: str = "Control") -> bytes:
    """Return KML with a folder, a time span a placemark, and extended data."""
    placemarks = []
    for _, row in table.iterrows():
        ring = " ".join(f"{x},{y},0" for x, y in row.geometry.exterior.coords)
        data = "".join(
            f'<Data name="{name}"><value>{row[name]}</value></Data>' for name in table.columns if name != "geometry"
        )
        placemarks.append(
            f"<Placemark><name>Area</name><TimeSpan><begin>{row.get('day', '2024-08-12')}</begin></TimeSpan>"
            f"<ExtendedData>{data}</ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}"
            "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
        )
    body = f"<Document><Folder><name>{folder}</name>{''.join(placemarks)}</Folder></Document>"
    return f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">{body}</kml>'.encode()


def written(table: gpd.GeoDataFrame, folder: Path, suffix: str) -> bytes:
    """Return a table as a file of some format."""
    path = folder / f"fronts{suffix}"
    writers: dict[str, Callable[[], object]] = {
        ".gpkg": lambda: table.to_file(path, layer="Control", driver="GPKG"),
        ".fgb": lambda: table.to_file(path, driver="FlatGeobuf"),
        ".parquet": lambda: table.to_parquet(path),
    }
    if suffix in writers:
        writers[suffix]()
        return path.read_bytes()
    if suffix == ".geojson":
        return table.to_json().encode()
    if suffix == ".kml":
        return kml(table)
    if suffix == ".kmz":
        return zipped(doc__kml=kml(table))
    return shapefile(table, folder, "fronts")
