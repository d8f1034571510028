"""CSV with a column of WKT or hexadecimal WKB, or with columns of longitude and latitude, as rows with geometries."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pandas as pd
import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.io.geojson import MAX_FEATURES

_GEOMETRY_NAMES = ("wkt", "geometry", "geom", "the_geom", "wkt_geom", "wkb_geometry", "shape", "polygon", "geojson_wkt")
_LON_NAMES = ("lon", "lng", "long", "longitude", "x")
_LAT_NAMES = ("lat", "latitude", "y")
_SEPARATORS = (",", ";", "\t", "|")
_SRID = re.compile(r"SRID=(\d+);", re.IGNORECASE)
#: WKT and WKB of areas begin so; whatever else stands in such a column is told.
_HEX = re.compile(r"0[01][0-9a-fA-F]+")

DelimitedRow = tuple[dict[str, Any], BaseGeometry | None]


def has_places(data: bytes) -> bool:
    """Whether the first line of some text is the header of a table with geometries.

    >>> has_places(b"id;WKT;day"), has_places(b"day,Latitude,Longitude"), has_places(b"hello")
    (True, True, False)
    """
    line = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0][:5000]
    try:
        header = line.decode("utf-8").strip().casefold()
    except UnicodeDecodeError:
        return False
    return any(_place_columns(_names(header, separator)) is not None for separator in _SEPARATORS)


def read_delimited(file: str, data: bytes) -> Iterator[DelimitedRow]:
    """Read a table's rows as (columns, geometry), lon/lat degrees; an empty cell of the geometry is None.

    Raises
    ------
    InputError
        When it is no table in UTF-8, or a geometry or number can't be read; it names the line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{file}: byte {error.start} is not UTF-8; save the table as CSV with UTF-8 encoding"
        ) from error
    header = text.split("\n", 1)[0].strip()
    separator = max(_SEPARATORS, key=lambda one: header.count(one) * (_place_columns(_names(header, one)) is not None))
    try:
        table = pd.read_csv(
            io.StringIO(text), sep=separator, dtype=str, keep_default_na=False, nrows=MAX_FEATURES + 1, engine="c"
        )
    except (ValueError, pd.errors.ParserError) as error:
        raise InputError(f"{file} is no table that can be read ({error}); save it as CSV again") from error
    if len(table) > MAX_FEATURES:
        raise InputError(f"{file} has more than {MAX_FEATURES:,} rows; that is the limit")
    columns = [str(name).strip() for name in table.columns]
    places = _place_columns(columns)
    if places is None:
        raise InputError(f"{file} has the columns {', '.join(columns)}; one with WKT, or lon and lat, were expected")
    for number, cells in enumerate(table.itertuples(index=False, name=None), start=2):
        values = dict(zip(columns, cells, strict=True))
        where = f"{file}, line {number}"
        geometry = _geometry([values.pop(name) for name in places], where)
        yield {name: value or None for name, value in values.items()}, geometry


def _names(header: str, separator: str) -> list[str]:
    return [name.strip().strip('"') for name in header.split(separator)]


def _place_columns(columns: list[str]) -> tuple[str, ...] | None:
    """Return the column with the geometry, or the two with longitude and latitude; None where there are none."""
    by_name = {name.casefold(): name for name in reversed(columns)}
    shape = next((by_name[name] for name in _GEOMETRY_NAMES if name in by_name), None)
    if shape is not None:
        return (shape,)
    lon = next((by_name[name] for name in _LON_NAMES if name in by_name), None)
    lat = next((by_name[name] for name in _LAT_NAMES if name in by_name), None)
    return None if lon is None or lat is None else (lon, lat)


def _geometry(cells: list[str], where: str) -> BaseGeometry | None:
    if not all(cell.strip() for cell in cells):
        return None
    if len(cells) == 2:
        try:
            return shapely.Point(float(cells[0]), float(cells[1]))
        except ValueError as error:
            raise InputError(
                f"{where}: its place is {cells[0]!r}, {cells[1]!r}; it must be two numbers in degrees, such as 35.27, "
                "51.19"
            ) from error
    text = cells[0].strip()
    srid = _SRID.match(text)
    if srid and srid[1] != "4326":
        raise InputError(f"{where}: its geometry is in EPSG:{srid[1]}; export it in EPSG:4326")
    text = text[srid.end() :] if srid else text
    try:
        if _HEX.fullmatch(text):
            return shapely.force_2d(shapely.set_srid(shapely.from_wkb(bytes.fromhex(text)), 0))
        return shapely.force_2d(shapely.from_wkt(text))
    except (ShapelyError, ValueError) as error:
        raise InputError(
            f"{where}: its geometry is {text[:40]!r}, which is no WKT ({error}); it must be such as POLYGON ((35 51, "
            "…))"
        ) from error
