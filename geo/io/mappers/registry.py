"""The formats of archives: how each states its days and classes, and how its files are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.errors import SelectionError
from geo.io.mappers.deepstate import read_history, read_mirror
from geo.io.mappers.drawing import Drawing
from geo.io.mappers.mapped import read_mapped
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.owlmap import read_owlmap
from geo.io.mappers.own_export import read_own

_DAY = r"\d{4}[-_.]?\d{2}[-_.]?\d{2}"
_GEOJSON = (".geojson", ".json")
#: How names of files end that may be vector files of anybody; a loose shapefile comes with its parts.
VECTOR_SUFFIXES = (
    *_GEOJSON,
    ".topojson",
    ".geojsonl",
    ".geojsons",
    ".ndjson",
    ".jsonl",
    ".umap",
    ".csv",
    ".tsv",
    ".gpkg",
    ".fgb",
    ".parquet",
    ".geoparquet",
    ".kml",
    ".kmz",
    ".shp",
    ".zip",
)


@dataclass(frozen=True, slots=True)
class ArchiveFormat:
    """One format of archives.

    Attributes
    ----------
    mapper : str
        Who draws it; empty where the files are anybody's.
    suffixes : tuple of str
        How its files' names end.
    date_rule, class_rule : str
        How days and classes are read, in words; kept with the archive.
    read : callable
        From (file's name, bytes, mapping) to drawings; InputError when the file can't be used.
    mapped : bool
        Whether a person says what columns and classes mean.
    one_file_a_day : bool
        Whether two files of one day are a mistake.
    liberated_too : bool
        Whether it draws ground that the advancing side got back at home as it draws its advance.
    names : str
        What a file's name holds, as a pattern: other files in a folder of the archive are not of it. Empty: anything.
    """

    mapper: str
    suffixes: tuple[str, ...]
    date_rule: str
    class_rule: str
    read: Callable[[str, bytes, FieldMapping], list[Drawing]]
    mapped: bool = False
    one_file_a_day: bool = False
    liberated_too: bool = False
    names: str = ""


ARCHIVE_FORMATS: dict[str, ArchiveFormat] = {
    "deepstate-mirror": ArchiveFormat(
        "DeepState",
        _GEOJSON,
        "the day in the file's name; when it was published is not stated, so that day is taken",
        "every polygon is ground held by Russia",
        lambda file, data, _: read_mirror(file, data),
        one_file_a_day=True,
        names=_DAY,
    ),
    "deepstate-history": ArchiveFormat(
        "DeepState",
        _GEOJSON,
        "the file's name is the Unix time of publication; the day is the calendar day in Kyiv",
        "the key in a polygon's three-language name: status.occupied and territories.crimea, .ordlo, .tuzla are held "
        "by Russia; status.dismissed and .dismissed_at are held by Ukraine; status.unknown is unclear, towards the "
        "side on whose enemy's ground it lies. A name without a key (until March 2024) is read by its words, such as "
        "Окуповано or Liberated; a snapshot with a class that is not known is left out. Of liberated "
        "ground only what lies beyond the border is an advance; other territories, points and lines are no front",
        read_history,
        liberated_too=True,
        names=r"\d{9,11}",
    ),
    "owlmap": ArchiveFormat(
        "owlmaps",
        (".json",),
        "the day in the file's name; when it was drawn is not stated, so that day is taken",
        "areas (lat, lon) are held by Russia, areas_ua (lat, lon) by Ukraine in Russia; frontline, geos and units are "
        "no areas",
        lambda file, data, _: read_owlmap(file, data),
        one_file_a_day=True,
        names=_DAY,
    ),
    "salient": ArchiveFormat(
        "",
        VECTOR_SUFFIXES,
        "the day that a row speaks of (about_date); a row carried forward is its drawing's own day",
        "the holder and the status of a row, as they were exported",
        read_own,
        one_file_a_day=True,
    ),
    "isw": ArchiveFormat(
        "ISW",
        VECTOR_SUFFIXES,
        "the day in the file's name, or the column that was named; when it was published is not stated",
        "the layer's name, its date left out, means what was said of it at the import",
        read_mapped,
        mapped=True,
        one_file_a_day=True,
    ),
    "mapped": ArchiveFormat(
        "",
        VECTOR_SUFFIXES,
        "the column that was named, else the day in the file's name; when it was published is not stated",
        "the column that was named, else the layer's name, means what was said of it at the import",
        read_mapped,
        mapped=True,
        one_file_a_day=True,
    ),
}


def archive_format(name: str) -> ArchiveFormat:
    """Return a format by its name; SelectionError names those there are."""
    if name not in ARCHIVE_FORMATS:
        raise SelectionError(f"format is {name!r}; it must be one of {', '.join(ARCHIVE_FORMATS)}")
    return ARCHIVE_FORMATS[name]
