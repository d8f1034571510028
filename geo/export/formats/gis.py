"""Layers to files that a GIS opens, and back: GeoPackage, GeoJSON (RFC 7946), GeoParquet, FlatGeobuf.

A layer is a typed frame (`geo.reports.layer_frames`) in WGS 84. What is read is checked by its first bytes, so that a
text that describes some other data source never reaches GDAL (security: T2). The same layer gives the same bytes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from geo.errors import InputError
from geo.export.formats.grid import on_grid
from geo.export.formats.qgis import write_styles
from geo.geometry.crs import WGS84
from geo.io.geojson import read_geojson
from geo.model.columns import LayerSchema, TableSchema
from geo.reports.layer_frames import check_layer, typed

_GPKG, _GPKG_ID, _FGB, _PARQUET = b"SQLite format 3\x00", b"GPKG", b"fgb\x03fgb", b"PAR1"
#: GDAL writes the moment of writing into a GeoPackage; a fixed one keeps the bytes the same.
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


def write_geopackage(
    path: Path,
    layers: Mapping[str, gpd.GeoDataFrame],
    tables: Mapping[str, pd.DataFrame],
    about: Mapping[str, Any],
) -> None:
    """Write layers and tables into one GeoPackage, with a QGIS style for each layer in its `layer_styles`.

    Parameters
    ----------
    path : Path
        Where; a file that is there is replaced.
    layers, tables : mapping of name to frame
        Typed, layers in EPSG:4326. An empty layer is written with its columns.
    about : mapping
        Written as metadata of the whole file, values as text.
    """
    path.unlink(missing_ok=True)
    metadata = {key: _text(value) for key, value in about.items()}
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _MOMENT.strftime("%Y-%m-%dT%H:%M:%S.000Z")})
    try:
        for number, (name, frame) in enumerate([*layers.items(), *tables.items()]):
            # 1.2 is what every GDAL and QGIS of the last years reads without a warning.
            opening = {"dataset_metadata": metadata, "dataset_options": {"VERSION": "1.2"}}
            first = opening if number == 0 else {"append": True}
            kind = {"geometry_type": _geometry_type(frame)} if isinstance(frame, gpd.GeoDataFrame) else {}
            pyogrio.write_dataframe(frame, path, layer=name, driver="GPKG", use_arrow=True, **kind, **first)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    write_styles(path, {name: set(frame.geometry.geom_type) for name, frame in layers.items()}, _MOMENT)


def write_flatgeobuf(path: Path, name: str, frame: gpd.GeoDataFrame, about: Mapping[str, Any]) -> None:
    """Write one layer as FlatGeobuf with its spatial index, which puts the rows into an order of its own.

    The format can't hold a row without ground: those are left out, and the file's description counts them.
    """
    path.unlink(missing_ok=True)
    bare = shapely.is_missing(frame.geometry.array) | shapely.is_empty(frame.geometry.array)
    said = dict(about) | ({"rows_without_ground_left_out": int(bare.sum())} if bare.any() else {})
    options = {"TITLE": f"{about.get('title', '')}: {name}", "DESCRIPTION": _text(said)}
    drawn = frame[~bare]
    pyogrio.write_dataframe(
        drawn,
        path,
        layer=name,
        driver="FlatGeobuf",
        use_arrow=True,
        geometry_type=_geometry_type(drawn),
        layer_options=options,
    )


def write_geoparquet(path: Path, frame: gpd.GeoDataFrame, about: Mapping[str, Any]) -> None:
    """Write one layer as GeoParquet 1.1, zstd, with `about` under the key ``salient`` of its metadata."""
    import pyarrow.parquet as pq

    frame.to_parquet(path, schema_version="1.1.0", compression="zstd", index=False)
    found = pq.read_table(path)
    metadata = {**(found.schema.metadata or {}), b"salient": _text(dict(about)).encode()}
    pq.write_table(found.replace_schema_metadata(metadata), path, compression="zstd")


def write_geojson(name: str, frame: gpd.GeoDataFrame, about: Mapping[str, Any]) -> str:
    """Write one layer as GeoJSON by RFC 7946: lon, lat in WGS 84, right-hand rings, no crs; `about` as ``salient``."""
    features = []
    for row in frame.itertuples(index=False):
        values = {key: _plain(value) for key, value in row._asdict().items() if key != "geometry"}
        geometry = row.geometry.__geo_interface__
        features.append({"type": "Feature", "properties": values, "geometry": geometry})
    bounds = [] if frame.empty else [float(edge) for edge in frame.total_bounds]
    document: dict[str, Any] = {"type": "FeatureCollection", "name": name} | ({"bbox": bounds} if bounds else {})
    document |= {"salient": dict(about), "features": features}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_text) + "\n"


def read_layer(path: Path, schema: LayerSchema) -> gpd.GeoDataFrame:
    """Read a layer that one of the functions above wrote; its format is told by its first bytes.

    Raises
    ------
    InputError
        When the file is of no such format, holds no layer of the schema's name, or a layer that is not as it says.
    """
    name = schema.name
    start = path.read_bytes()[:72]
    if start.startswith(_GPKG) and start[68:72] == _GPKG_ID:
        if name not in [str(layer) for layer, _ in pyogrio.list_layers(path)]:
            raise InputError(f"{path.name} holds no layer {name!r}")
        frame = pyogrio.read_dataframe(path, layer=name, use_arrow=True)
    elif start.startswith(_FGB):
        frame = pyogrio.read_dataframe(path, use_arrow=True)
    elif start.startswith(_PARQUET):
        frame = gpd.read_parquet(path)
    elif start.lstrip().startswith(b"{"):
        frame = _from_geojson(path, schema)
    else:
        raise InputError(f"{path.name} is no GeoPackage, FlatGeobuf, GeoParquet or GeoJSON by its first bytes")
    return on_grid(check_layer(typed(frame, schema), schema))


def read_geopackage_table(path: Path, schema: TableSchema) -> pd.DataFrame:
    """Read a table without geometry from a GeoPackage that `write_geopackage` wrote."""
    frame: pd.DataFrame = pyogrio.read_dataframe(path, layer=schema.name, use_arrow=True, read_geometry=False)
    return typed(frame, schema)


def file_bytes(write: Any, *arguments: Any, suffix: str) -> bytes:
    """Return what a writer that wants a path writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"layer{suffix}"
        write(path, *arguments)
        return path.read_bytes()


def _from_geojson(path: Path, schema: LayerSchema) -> gpd.GeoDataFrame:
    features = read_geojson(path.read_bytes(), path.name, max_bytes=path.stat().st_size)
    rows = [feature.properties | {"geometry": feature.geometry} for feature in features]
    frame = pd.DataFrame(rows, columns=[*schema.names, "geometry"])
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=WGS84)


def _geometry_type(frame: gpd.GeoDataFrame) -> str:
    kinds = set(frame.geometry.geom_type)
    return kinds.pop() if len(kinds) == 1 else "Unknown"


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    if isinstance(value, date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str, sort_keys=True)
