"""Any vector file to rows in lon/lat: the content says what it is, and GDAL reads binary formats alone (security: T2).

JSON of every form (`geo.io.dialects`) and CSV go through our own readers and KML through defusedxml. GeoPackage,
FlatGeobuf and shapefiles are handed to GDAL only when their first bytes, a NUL among them, are that format's: text that
GDAL would take for a virtual file, and so for a path or an address to open, never reaches it.
"""

from __future__ import annotations

import io
import math
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyarrow.lib import ArrowException
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError

from geo.errors import InputError
from geo.io.dialects.delimited import has_places, read_delimited
from geo.io.geojson import MAX_FEATURES, MAX_VERTICES
from geo.io.kml_reader import read_placemarks
from geo.io.safe_zip import unzipped
from geo.io.vector_layers import JSON_BEGINS, Row, VectorLayer, columns_of, read_json_layers

MAX_VECTOR_BYTES = 50_000_000
_FORMS = {".gpkg": "GeoPackage", ".fgb": "FlatGeobuf", ".shp": "shapefile"}
_GPKG_IDS = (b"GPKG", b"GP10", b"GP11", b"GP12")
#: What a zip may hold instead of a shapefile or KML, a layer or more a file; never another zip.
_ZIPPED = (".geojson", ".json", ".topojson", ".gpkg", ".fgb", ".parquet", ".csv", ".umap")
_SHAPEFILE = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_ZIP = b"PK\x03\x04"
_SHP = b"\x00\x00\x27\x0a"


def read_vector(file: str, data: bytes) -> list[VectorLayer]:
    """Read the layers of a vector file.

    GeoJSON (also a sequence, or wrapped in another object), TopoJSON, ArcGIS JSON, a uMap backup, CSV with WKT or
    lon/lat, KML, KMZ, GeoPackage, FlatGeobuf, GeoParquet, or a zipped shapefile; a zip with files of any of these.

    Parameters
    ----------
    file : str
        The file's name, for messages and as the layer's name where the format has none. Never opened as a path.
    data : bytes
        Its content, at most 50 MB, which alone says the format.

    Returns
    -------
    list of VectorLayer
        Geometries in lon/lat degrees, WGS 84; another CRS that the file states is transformed.

    Raises
    ------
    InputError
        When the content is none of these, is damaged, passes a limit, states no CRS, or lies outside lon/lat.
    """
    if len(data) > MAX_VECTOR_BYTES:
        raise InputError(f"{file} has {len(data):,} bytes; a file may have {MAX_VECTOR_BYTES:,}")
    layers = list(_layers(file, data))
    if not any(layer.rows for layer in layers):
        raise InputError(f"{file} holds no features; it must hold at least one")
    features = sum(len(layer.rows) for layer in layers)
    vertices = sum(int(shapely.get_num_coordinates(row.geometry)) for layer in layers for row in layer.rows)
    if features > MAX_FEATURES or vertices > MAX_VERTICES:
        raise InputError(
            f"{file} has {features:,} features and {vertices:,} vertices; "
            f"it may have {MAX_FEATURES:,} and {MAX_VERTICES:,}"
        )
    for layer in layers:
        _check_lonlat(file, layer)
    return layers


def _layers(file: str, data: bytes) -> Iterator[VectorLayer]:
    if not data.strip():
        raise InputError(f"{file} is empty; a file with at least one feature was expected")
    stem = PurePath(file).stem
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in JSON_BEGINS:
        yield from read_json_layers(file, stem, text)
    elif text.startswith(b"<"):
        yield from _kml(file, stem, data)
    elif data.startswith(b"SQLite format 3\0") and data[68:72] in _GPKG_IDS:
        yield from _by_gdal(file, {"file.gpkg": data}, "file.gpkg", stem)
    elif data.startswith(b"fgb\x03fgb"):
        yield from _by_gdal(file, {"file.fgb": data}, "file.fgb", stem)
    elif data.startswith(b"PAR1"):
        yield _parquet(file, stem, data)
    elif data.startswith(_ZIP):
        yield from _zipped(file, stem, unzipped(file, data))
    elif data.startswith(_SHP):
        raise InputError(f"{file} is a shapefile without its .shx, .dbf and .prj; give the file with them beside it")
    elif has_places(data):
        rows = tuple(Row(number, *row) for number, row in enumerate(read_delimited(file, data), start=1))
        yield VectorLayer(stem, columns_of(rows), rows, "CSV")
    else:
        raise InputError(
            f"{file} is none of GeoJSON, TopoJSON, ArcGIS JSON, uMap, CSV with WKT or lon and lat, GeoPackage, "
            f"FlatGeobuf, GeoParquet, KML, KMZ or a zipped shapefile; it begins with {data[:16]!r}. Export it as "
            "GeoJSON"
        )


def _kml(file: str, stem: str, data: bytes) -> Iterator[VectorLayer]:
    found: dict[str, list[Row]] = {}
    for number, (layer, values, ground) in enumerate(read_placemarks(file, data), start=1):
        found.setdefault(layer or stem, []).append(Row(number, values, ground))
    for name, rows in found.items():
        yield VectorLayer(name, columns_of(rows), tuple(rows), "KML")


def _zipped(file: str, stem: str, entries: dict[str, bytes]) -> Iterator[VectorLayer]:
    kml = [name for name in entries if name.lower().endswith(".kml")]
    shapes = [name for name in entries if name.lower().endswith(".shp")]
    if kml:
        for name in kml:
            yield from _kml(file, stem, entries[name])
        return
    if not shapes:
        inner = [name for name in entries if name.lower().endswith(_ZIPPED)]
        if not inner:
            raise InputError(
                f"{file} holds {', '.join(sorted(entries)) or 'nothing'}; a shapefile (.shp), a KML or files of "
                "another "
                "format were expected. Unpack it and give the files"
            )
        for name in inner:
            if entries[name].startswith(_ZIP):
                raise InputError(f"{file} holds a zip in a zip; unpack it and give the file")
            yield from _layers(name, entries[name])
        return
    for name in shapes:
        if not entries[name].startswith(_SHP):
            raise InputError(f"{file}: {name} is no shapefile; it must begin with the bytes 00 00 27 0A")
        own = PurePath(name).stem
        parts = {
            f"file{suffix}": content
            for entry, content in entries.items()
            if PurePath(entry).stem == own and (suffix := PurePath(entry).suffix.lower()) in _SHAPEFILE
        }
        yield from _by_gdal(file, parts, "file.shp", own)


def _by_gdal(file: str, parts: dict[str, bytes], main: str, stem: str) -> list[VectorLayer]:
    """Hand files with names of our own to GDAL; what it reads is checked, so its warnings are not passed on."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        for name, content in parts.items():
            (Path(folder) / name).write_bytes(content)
        path = Path(folder) / main
        try:
            names = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
            tables = {name: gpd.read_file(path, layer=name) for name in names}
        except (DataSourceError, DataLayerError, UnicodeDecodeError, CRSError, ShapelyError) as error:
            raise InputError(f"{file} can't be read ({type(error).__name__}); export it again") from error
    return [
        _table(file, stem if name == "file" else name, table, _FORMS[PurePath(main).suffix])
        for name, table in tables.items()
        if isinstance(table, gpd.GeoDataFrame)
    ]


def _parquet(file: str, stem: str, data: bytes) -> VectorLayer:
    try:
        table = gpd.read_parquet(io.BytesIO(data))
    except (ValueError, OSError, KeyError, TypeError, AttributeError, CRSError, ShapelyError, ArrowException) as error:
        # geopandas takes what the file says of itself as it is; each of these is a file that says something else.
        raise InputError(f"{file} is no GeoParquet that can be read ({error}); export it again") from error
    return _table(file, stem, table, "GeoParquet")


def _table(file: str, name: str, table: gpd.GeoDataFrame, form: str) -> VectorLayer:
    if table.crs is None:
        raise InputError(
            f"{file} states no CRS; add it (a .prj beside the .shp, or the layer's CRS), EPSG:4326 for lon/lat"
        )
    try:
        table = table.to_crs(4326)
    except CRSError as error:
        raise InputError(
            f"{file} states a CRS that can't be used ({table.crs.name}); export it as EPSG:4326"
        ) from error
    except (ShapelyError, ValueError) as error:
        raise InputError(f"{file}: its positions can't be turned into lon/lat ({error}); export it again") from error
    columns = tuple(str(column) for column in table.columns if column != table.geometry.name)
    rows = [
        Row(number, {column: _plain(value) for column, value in zip(columns, values, strict=True)}, geometry)
        for number, (values, geometry) in enumerate(
            zip(table[list(columns)].itertuples(index=False), table.geometry, strict=True), start=1
        )
    ]
    return VectorLayer(name, columns, tuple(rows), form)


def _plain(value: Any) -> Any:
    """Turn what a table holds into what Python knows: a missing value is None, a stamp a datetime."""
    if isinstance(value, pd.Timestamp):
        return None if pd.isna(value) else value.to_pydatetime()
    if isinstance(value, np.generic):
        value = value.item()
    return None if value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)) else value


def _check_lonlat(file: str, layer: VectorLayer) -> None:
    drawn = [row.geometry for row in layer.rows if row.geometry is not None and not row.geometry.is_empty]
    if not drawn:
        return
    west, south, east, north = shapely.total_bounds(drawn)
    if not (
        np.isfinite([west, south, east, north]).all() and west >= -180 and east <= 180 and south >= -90 and north <= 90
    ):
        raise InputError(
            f"{file}, layer {layer.name}: it lies at {west:g} to {east:g}, {south:g} to {north:g}; lon must lie within "
            "180 and lat within 90 degrees. Numbers in metres or in lat, lon order look like that"
        )
