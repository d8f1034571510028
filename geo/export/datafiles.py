"""Data files of a scope, by format: what a person downloads to use in a GIS, Google Earth or a spreadsheet."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import geopandas as gpd

from geo.errors import SelectionError
from geo.export.dataset_schema import DATASET_LAYERS, DATASET_TABLES, DATED
from geo.export.datasets import dataset, table
from geo.export.formats import gis as layer_files
from geo.export.formats.csv import write_csv
from geo.export.formats.gis import file_bytes
from geo.export.formats.kml import write_kml, write_kmz
from geo.export.formats.xlsx import write_workbook
from geo.export.release import Release
from geo.export.scope import Scope
from geo.model.labels import format_date

_STAMP = (1980, 1, 1, 0, 0, 0)
METHOD_NOTE = (
    "Everything here was said by somebody. A polygon made from two numbers is a reconstruction of what a claim can "
    "mean on the ground, never a map of control."
)


def data_file(scope: Scope, format_: str) -> tuple[str, bytes]:
    """Write what a scope holds in one format.

    Parameters
    ----------
    scope : Scope
    format_ : str
        One of `DATA_FORMATS`. GeoJSON, GeoParquet and FlatGeobuf hold one layer a file, so they come as a zip of files.

    Returns
    -------
    str, bytes
        A file name and its bytes; the same scope gives the same bytes.

    Raises
    ------
    SelectionError
        When there is no such format.
    """
    if format_ not in DATA_FORMATS:
        raise SelectionError(f"format is {format_!r}; it must be one of {', '.join(DATA_FORMATS)}")
    suffix, write = DATA_FORMATS[format_]
    case = scope.case
    days = f"{scope.on}" if scope.on else f"{scope.days[0]}--{scope.days[-1]}"
    known = f"-known-{scope.known}" if scope.known else ""
    return f"{case.settings.id}-{days}{known}{suffix}", write(scope)


def about(scope: Scope) -> dict[str, Any]:
    """Say what a file holds: title, method, both dates, version, licences, and what was left out and why."""
    case, release = scope.case, scope.release
    return {
        "title": f"{case.settings.title}: claimed advances, not control",
        "summary": case.settings.summary,
        "method": METHOD_NOTE,
        "on": str(scope.on) if scope.on else f"{scope.days[0]} to {scope.days[-1]}",
        "as_known_on": str(scope.known) if scope.known else "today",
        "case": case.settings.id,
        "case_version": case.version,
        "licences": [decision.credit for decision in release.credits],
        "attributions": list(case.attributions),
        "left_out": [str(decision) for decision in release.withheld],
        "producer": "Salient",
    }


def about_lines(release: Release, scope: Scope) -> list[tuple[str, str]]:
    """Say the same as pairs of a name and a text, one a line."""
    known = format_date(scope.known) if scope.known else "today"
    days = [format_date(day) for day in (scope.days[0], scope.days[-1])]
    lines = [
        ("Summary", scope.case.settings.summary),
        ("Method", METHOD_NOTE),
        ("Days", days[0] if scope.on else f"{days[0]} to {days[1]}"),
        ("As known", known),
        ("Version", scope.case.version),
        ("Credits", "; ".join(scope.case.attributions)),
    ]
    lines += [("Licence", decision.credit) for decision in release.credits]
    return lines + [("Left out", str(decision)) for decision in release.withheld]


def _layers(scope: Scope) -> dict[str, gpd.GeoDataFrame]:
    return {name: dataset(scope, name) for name in DATASET_LAYERS}


def _geopackage(scope: Scope) -> bytes:
    tables = {name: table(scope, name) for name in DATASET_TABLES}
    return file_bytes(layer_files.write_geopackage, _layers(scope), tables, about(scope), suffix=".gpkg")


def _each(suffix: str, write: Callable[[str, gpd.GeoDataFrame, Mapping[str, Any]], bytes]) -> Callable[[Scope], bytes]:
    """Return a writer of a zip with one file a layer; empty layers are in it too, with their columns."""

    def zipped(scope: Scope) -> bytes:
        said = about(scope)
        return zip_bytes({f"{name}{suffix}": write(name, frame, said) for name, frame in _layers(scope).items()})

    return zipped


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Pack files into a zip with fixed stamps, so that the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return out.getvalue()


def _kml_parts(scope: Scope) -> tuple[str, str, dict[str, gpd.GeoDataFrame]]:
    said = "\n".join(f"{name}: {text}" for name, text in about_lines(scope.release, scope))
    named = (*DATED, "border")
    return about(scope)["title"], said, {name: dataset(scope, name) for name in named}


def _workbook(scope: Scope) -> bytes:
    tables = {name: table(scope, name) for name in DATASET_TABLES}
    return write_workbook(about(scope)["title"], about_lines(scope.release, scope), tables)


#: Name to (end of the file's name, writer).
DATA_FORMATS: dict[str, tuple[str, Callable[[Scope], bytes]]] = {
    "geopackage": (".gpkg", _geopackage),
    "geojson": (".geojson.zip", _each(".geojson", lambda *parts: layer_files.write_geojson(*parts).encode())),
    "geoparquet": (
        ".parquet.zip",
        _each(".parquet", lambda _, *parts: file_bytes(layer_files.write_geoparquet, *parts, suffix=".parquet")),
    ),
    "flatgeobuf": (
        ".fgb.zip",
        _each(".fgb", lambda *parts: file_bytes(layer_files.write_flatgeobuf, *parts, suffix=".fgb")),
    ),
    "kml": (".kml", lambda scope: write_kml(*_kml_parts(scope)).encode()),
    "kmz": (".kmz", lambda scope: write_kmz(*_kml_parts(scope))),
    "csv": (".csv", lambda scope: write_csv(table(scope, "claims")).encode()),
    "xlsx": (".xlsx", _workbook),
}
