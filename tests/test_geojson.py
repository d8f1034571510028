"""GeoJSON from outside: a strict schema, caps, and a hint at the likely mistake (security T2, T3, T4)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, mapping

from geo.errors import InputError
from geo.io.geojson import MAX_FEATURES, MAX_GEOJSON_BYTES, read_geojson

SQUARE = {"type": "Polygon", "coordinates": [[[35, 51], [36, 51], [36, 52], [35, 52], [35, 51]]]}


def read(document: object):
    """Read a document given as Python values."""
    return read_geojson(json.dumps(document).encode(), "test.geojson")


def feature(geometry: object, **properties: object) -> dict[str, object]:
    """Make a Feature."""
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def test_collections_features_and_bare_geometries_are_read():
    """All three forms of RFC 7946 give features, numbered from 1, with their properties."""
    collection = {"type": "FeatureCollection", "features": [feature(SQUARE, a=1), feature(None)]}
    first, second = read(collection)
    assert (first.number, first.properties, first.geometry.area) == (1, {"a": 1}, 1.0)
    assert second.geometry is None
    assert read(feature(SQUARE))[0].geometry == read(SQUARE)[0].geometry


@pytest.mark.parametrize(
    ("document", "part"),
    [
        ([], "a GeoJSON object was expected"),
        ({"type": "Topology"}, "type 'Topology'"),
        ({"type": "gdal_streamed_alg", "command_line": "x"}, "gdal_streamed_alg"),
        ({"type": "FeatureCollection"}, "no list of features"),
        ({"type": "FeatureCollection", "features": [{"type": "Point"}]}, "feature 1"),
        (feature({"type": "Circle"}), "geometry type is 'Circle'"),
        (feature({"type": "Point", "coordinates": [35, "51"]}), "must be two numbers"),
        (feature({"type": "Point", "coordinates": []}), "must be two numbers"),
        (feature({"type": "Polygon", "coordinates": [[[35, 51], [36, 51]]]}), "make no Polygon"),
        (feature({"type": "Point", "coordinates": [35, 300]}), "latitude is 300"),
        (feature({"type": "Point", "coordinates": [3917000, 6655000]}), "look like metres"),
        (feature({"type": "Point", "coordinates": [51, 135]}), "look like lat, lon order"),
        ({"crs": {"properties": {"name": "EPSG:3857"}}, **SQUARE}, "EPSG:3857"),
        (feature({"type": "Point", "coordinates": [[[[[[35, 51]]]]]]}), "nested lists"),
        ({"type": "FeatureCollection", "features": [feature(None)] * (MAX_FEATURES + 1)}, "more than"),
    ],
)
def test_what_is_not_geojson_is_refused_with_its_reason(document: object, part: str):
    """Anything else than lon/lat GeoJSON raises one sentence that names what was found."""
    with pytest.raises(InputError) as caught:
        read(document)
    assert part in str(caught.value)
    assert "test.geojson" in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        b"<OGRVRTDataSource><OGRVRTLayer><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        b'{"type": "Point", "coordinates": [NaN, 51]}',
        b'{"type": "Point", "coordinates": [Infinity, 51]}',
        b'{"type": "Point", "coordinates": [35,',
        b"[" * 100_000,
        b"\xff\xfe",
        b" " * (MAX_GEOJSON_BYTES + 1),
    ],
)
def test_bytes_that_are_something_else_are_refused(data: bytes):
    """VRT text, NaN, truncated files, bombs of nesting and size are errors of ours, never of a library."""
    with pytest.raises(InputError):
        read_geojson(data, "test.geojson")


@given(st.lists(st.tuples(st.floats(30, 40), st.floats(48, 54)), min_size=3, max_size=9))
def test_a_polygon_survives_the_way_out_and_back(points):
    """Reading what shapely wrote gives the same geometry."""
    polygon = Polygon(points)
    assert read(mapping(polygon))[0].geometry == polygon
