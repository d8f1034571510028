"""Files that were mangled in any way: each is read or refused with a sentence, never a crash that stops an import."""

from __future__ import annotations

import copy
import io
import json
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import geopandas as gpd
import pytest
from shapely.geometry import box

from geo.errors import InputError
from geo.export.verify import verify
from geo.io.geojson import read_geojson
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import ARCHIVE_FORMATS
from tests import archives

MAPPING = FieldMapping(class_column="kind", classes={"held": "ukraine.held"})
ATOMS: tuple[Any, ...] = (None, 1, "x", [], {}, [[]], True, 1e308, -5, {"a": 1}, ["a"], "geoJSON.status.occupied")
GEOJSON = {
    "type": "FeatureCollection",
    "crs": {"type": "name", "properties": {"name": "EPSG:3857"}},
    "features": [
        {
            "type": "Feature",
            "properties": {"kind": "held", "name": "a /// geoJSON.status.occupied"},
            "geometry": {"type": "Polygon", "coordinates": [[[35, 51.2], [35.2, 51.2], [35.2, 51.3], [35, 51.2]]]},
        }
    ],
}
OWLMAP = {"areas": [[[51, 35], [51, 36], [52, 36], [51, 35]]], "areas_ua": [[[51, 35], [51, 36], [52, 36], [51, 35]]]}
NAMES = {"deepstate-history": "1723492591.geojson", "isw": "Assessed_12AUG2024.json"}


def replaced(document: Any, rng: random.Random) -> Any:
    """Return a copy of a JSON document with one node replaced by something of another kind."""
    document = copy.deepcopy(document)
    holders: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key in list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ():
            holders.append((node, key))
            walk(node[key])

    walk(document)
    holder, key = rng.choice(holders)
    holder[key] = copy.deepcopy(rng.choice(ATOMS))
    return document


def mangled(data: bytes, rng: random.Random) -> bytes:
    """Return bytes with some of them changed and perhaps a run of them cut out."""
    found = bytearray(data)
    for _ in range(rng.choice([1, 2, 5, 30])):
        found[rng.randrange(len(found))] = rng.randrange(256)
    if rng.random() < 0.2:
        at = rng.randrange(len(found))
        del found[at : at + rng.randrange(50)]
    return bytes(found)


def binary(write: Callable[[gpd.GeoDataFrame, io.BytesIO], None]) -> bytes:
    """Return a table of one polygon as a file."""
    stream = io.BytesIO()
    write(gpd.GeoDataFrame({"kind": ["held"]}, geometry=[box(35, 51.2, 35.2, 51.4)], crs=4326), stream)
    return stream.getvalue()


def told(read: Callable[[], object]) -> None:
    """Read, and take a sentence for an answer too; any other error fails the test."""
    with suppress(InputError):
        read()


@pytest.mark.parametrize("form", sorted(ARCHIVE_FORMATS))
def test_a_document_with_anything_in_place_of_a_node_is_read_or_refused(form: str) -> None:
    """Whatever stands where an object, a list or a number is expected."""
    rng = random.Random(form)  # noqa: S311 - a repeatable mess
    document = OWLMAP if form == "owlmap" else GEOJSON
    for _ in range(250):
        data = json.dumps(replaced(document, rng)).encode()
        told(lambda data=data: ARCHIVE_FORMATS[form].read(NAMES.get(form, "20240812.json"), data, MAPPING))


@pytest.mark.parametrize("kind", ["flatgeobuf", "geopackage", "geoparquet", "kml", "zip"])
def test_damaged_bytes_are_read_or_refused(kind: str) -> None:
    """Flipped and missing bytes anywhere in a file of each format."""
    rng = random.Random(kind)  # noqa: S311 - a repeatable mess
    whole = {
        "flatgeobuf": lambda: binary(lambda table, stream: table.to_file(stream, driver="FlatGeobuf")),
        "geopackage": lambda: binary(lambda table, stream: table.to_file(stream, driver="GPKG", layer="held")),
        "geoparquet": lambda: binary(lambda table, stream: table.to_parquet(stream)),
        "kml": KML.encode,
        "zip": lambda: archives.zipped(doc__kml=KML.encode()),
    }[kind]()
    told(lambda: ARCHIVE_FORMATS["mapped"].read("20240812", whole, MAPPING))
    for _ in range(60):
        data = mangled(whole, rng)
        told(lambda data=data: ARCHIVE_FORMATS["mapped"].read("20240812", data, MAPPING))


KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>held</name><Placemark><ExtendedData>
<Data name="kind"><value>held</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>
35,51.2 35.2,51.2 35.2,51.3 35,51.2</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
</Document></kml>"""


def test_folders_in_folders_are_refused_before_they_overflow() -> None:
    """Three thousand nested folders are a sentence."""
    deep = b"<kml>" + b"<Folder>" * 3000 + b"</Folder>" * 3000 + b"</kml>"
    with pytest.raises(InputError, match="folders in folders"):
        ARCHIVE_FORMATS["mapped"].read("20240812.kml", deep, MAPPING)


@pytest.mark.parametrize("node", [["a"], {"b": 1}, None, 7])
def test_a_type_of_any_kind_is_named_and_refused(node: object) -> None:
    """GeoJSON whose type is no text is no GeoJSON."""
    for document in ({"type": node}, {"type": "Feature", "properties": {}, "geometry": {"type": node}}):
        if document.get("geometry") or node is not None:
            with pytest.raises(InputError, match=r"type is|has type"):
                read_geojson(json.dumps(document).encode(), "a.json")


def test_a_damaged_bundle_is_refused() -> None:
    """A bundle with flipped bytes is no bundle, and says so."""
    rng = random.Random(3)  # noqa: S311 - a repeatable mess
    whole = archives.zipped(manifest__json=json.dumps({"form": 1, "x": list(range(500))}).encode())
    for _ in range(60):
        data = mangled(whole, rng)
        with pytest.raises(InputError):
            verify(data)
