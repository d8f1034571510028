"""Geodata in the forms that people have: each is the same ground, or a sentence that says what to do instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon, box, mapping

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.mappers.mapped import read_mapped
from geo.io.mappers.mapping import FieldMapping
from geo.io.vector import read_vector
from geo.io.vector_layers import VectorLayer
from tests import archives
from tests.archives import HELD, LARGER

RING = Polygon(HELD.exterior, [box(35.15, 51.3, 35.2, 51.35).exterior])


def feature(shape: shapely.Geometry, **given: Any) -> dict[str, Any]:
    """Return a GeoJSON feature."""
    return {"type": "Feature", "properties": given, "geometry": mapping(shape)}


def collection(*features: dict[str, Any]) -> dict[str, Any]:
    """Return a FeatureCollection."""
    return {"type": "FeatureCollection", "features": list(features)}


def topology(*shapes: Polygon, quantised: bool = True) -> dict[str, Any]:
    """Return a TopoJSON of polygons, an arc a ring, as topojson writes it."""
    arcs, geometries = [], []
    for shape in shapes:
        numbers = []
        for ring in (shape.exterior, *shape.interiors):
            xy = [[round((x - 35) * 1e5), round((y - 51) * 1e5)] for x, y in ring.coords]
            steps = [xy[0], *([b[0] - a[0], b[1] - a[1]] for a, b in pairwise(xy))]
            arcs.append(steps if quantised else [list(position) for position in ring.coords])
            numbers.append([len(arcs) - 1])
        geometries.append({"type": "Polygon", "arcs": numbers, "properties": {"kind": "held"}, "id": len(arcs)})
    more = {"transform": {"scale": [1e-5, 1e-5], "translate": [35, 51]}} if quantised else {}
    return {"type": "Topology", "objects": {"front": {"type": "GeometryCollection", "geometries": geometries}}} | {
        "arcs": arcs,
        **more,
    }


def esri(shape: Polygon, wkid: int = 4326, **attributes: Any) -> dict[str, Any]:
    """Return an answer of a feature service: outlines clockwise, holes the other way, days in milliseconds."""
    turned = shapely.orient_polygons(shape, exterior_cw=True)
    rings = [[list(position) for position in ring.coords] for ring in (turned.exterior, *turned.interiors)]
    return {
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": wkid},
        "fields": [{"name": "day", "type": "esriFieldTypeDate"}, {"name": "kind", "type": "esriFieldTypeString"}],
        "features": [{"attributes": {"kind": "held"} | attributes, "geometry": {"rings": rings}}],
    }


def umap(*layers: tuple[str, Polygon, str]) -> dict[str, Any]:
    """Return a full backup of uMap."""
    made = [
        collection(feature(shape, name="x", _umap_options={"color": colour})) | {"_umap_options": {"name": name}}
        for name, shape, colour in layers
    ]
    return {"type": "umap", "geometry": {"type": "Point", "coordinates": [35, 51]}, "layers": made}


def text(document: Any) -> bytes:
    """Return a document as bytes."""
    return json.dumps(document).encode()


FORMS: dict[str, bytes] = {
    "GeoJSON": text(collection(feature(RING, kind="held"))),
    "a list of features": text([feature(RING, kind="held")]),
    "an answer that wraps a collection": text({"id": 1, "map": collection(feature(RING, kind="held")), "at": "now"}),
    "a wrapped ArcGIS answer": text({"result": {"layer": esri(RING)}}),
    "a sequence by lines": b"\n".join([text(feature(RING, kind="held"))] * 1) + b"\n\n",
    "a sequence by records": b"\x1e" + text(feature(RING, kind="held")) + b"\n",
    "TopoJSON": text(topology(RING)),
    "TopoJSON, not quantised": text(topology(RING, quantised=False)),
    "ArcGIS JSON": text(esri(RING)),
    "uMap": text(umap(("held", RING, "Blue"))),
    "CSV with WKT": f'kind;WKT\nheld;"{RING.wkt}"\n'.encode(),
    "CSV with EWKT": f'kind,geom\nheld,"SRID=4326;{RING.wkt}"\n'.encode("utf-8-sig"),
    "CSV with WKB": f"kind\tgeom\nheld\t{RING.wkb_hex}\n".encode(),
    "a collection of geometries": text(
        collection({**feature(RING, kind="held"), "geometry": mapping(shapely.GeometryCollection([RING]))})
    ),
    "a zip with one GeoJSON": archives.zipped(front__geojson=text(collection(feature(RING, kind="held")))),
}


def areas(layers: list[VectorLayer]) -> shapely.Geometry:
    """Return all that layers hold."""
    return shapely.union_all([row.geometry for layer in layers for row in layer.rows])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_the_same_ground(form: str) -> None:
    """An area with a hole comes back as it went in, within the step of its grid, with its properties."""
    layers = read_vector("front.any", FORMS[form])
    assert areas(layers).symmetric_difference(RING).area < 1e-9
    assert areas(layers).area == pytest.approx(RING.area, rel=1e-6)
    if form != "uMap":
        assert [row.properties["kind"] for layer in layers for row in layer.rows] == ["held"]


def test_a_sequence_of_several_lines_is_one_layer() -> None:
    """Each line is a feature, in its order; a line that is cut short is named by its number."""
    lines = [text(feature(HELD, n=1)), text(feature(LARGER, n=2))]
    (layer,) = read_vector("a.geojsonl", b"\r\n".join(lines))
    assert [row.properties["n"] for row in layer.rows] == [1, 2]
    with pytest.raises(InputError, match=r"a\.geojsonl, line 2: it is not whole JSON"):
        read_vector("a.geojsonl", b"\n".join([lines[0], lines[1][:50]]))


def test_arcs_are_shared_and_turned() -> None:
    """A negative arc is the arc backwards, and arcs that follow one another are joined at their common point."""
    document = {
        "type": "Topology",
        "arcs": [[[35, 51], [35.2, 51]], [[35.2, 51], [35.2, 51.2], [35, 51]], [[35.2, 51], [35.4, 51], [35.2, 51.2]]],
        "objects": {
            "west": {"type": "Polygon", "arcs": [[0, 1]]},
            "east": {"type": "Polygon", "arcs": [[2, -5]]},
            "none": {"type": None},
        },
    }
    document["arcs"].append([[35.2, 51.2], [35.2, 51]])
    document["objects"]["east"]["arcs"] = [[2, 3]]
    layers = {layer.name: layer for layer in read_vector("t.topojson", text(document))}
    assert layers["west"].rows[0].geometry.equals(Polygon([(35, 51), (35.2, 51), (35.2, 51.2)]))
    assert layers["east"].rows[0].geometry.equals(Polygon([(35.2, 51), (35.4, 51), (35.2, 51.2)]))
    document["objects"]["east"]["arcs"] = [[~3, ~2]]
    turned = {layer.name: layer for layer in read_vector("t.topojson", text(document))}
    assert turned["east"].rows[0].geometry.equals(layers["east"].rows[0].geometry)
    assert layers["none"].rows[0].geometry is None


def test_arcs_that_unpack_to_millions_are_refused() -> None:
    """A small file that names one arc over and over holds no more than any file may (security: T3)."""
    arc = [[0, 0]] + [[1, 0]] * 5000
    object_ = {"type": "MultiPolygon", "arcs": [[[0] * 100] for _ in range(100)]}
    document = {"type": "Topology", "arcs": [arc], "objects": {"a": object_}}
    with pytest.raises(InputError, match="unpack to more than"):
        read_vector("t.json", text(document))


def test_arcgis_dates_are_days_and_mercator_is_degrees() -> None:
    """Milliseconds since 1970 become moments in UTC; web mercator becomes degrees; another reference is refused."""
    answer = esri(HELD, day=1723420800000)
    mapping_ = FieldMapping("day", "kind", classes={"held": "ukraine.held"})
    (found,) = read_mapped("q.json", text(answer), mapping_)
    assert found.about_date == date(2024, 8, 12)
    metres = shapely.transform(HELD, lambda xy: xy * 111319.49079327358)
    (layer,) = read_vector("q.json", text(esri(shapely.transform(metres, lambda xy: xy), 102100)))
    assert layer.rows[0].geometry.bounds[0] == pytest.approx(35.1)
    with pytest.raises(InputError, match="outSR=4326"):
        read_vector("q.json", text(esri(HELD, 32637)))


def test_arcgis_rings_make_areas_with_holes_whatever_their_order() -> None:
    """Two outlines and a hole, shuffled: the hole goes to the outline around it; one ring alone is an outline."""
    answer = esri(RING)
    other = shapely.orient_polygons(box(36, 51, 36.1, 51.1), exterior_cw=True)
    rings = answer["features"][0]["geometry"]["rings"]
    rings.insert(0, [list(position) for position in other.exterior.coords])
    rings.reverse()
    expected = shapely.union(RING, other)
    assert areas(read_vector("q.json", text(answer))).equals(expected)
    alone = esri(HELD)
    alone["features"][0]["geometry"]["rings"][0].reverse()
    assert areas(read_vector("q.json", text(alone))).equals(HELD)


def test_umap_layers_keep_their_names_and_colours() -> None:
    """A layer's name is its class; the colour is a column, so two colours in one layer are not one front."""
    data = text(umap(("Held", HELD, "Blue"), ("Lost", LARGER, "Red")))
    assert [layer.name for layer in read_vector("b.umap", data)] == ["Held", "Lost"]
    assert read_vector("b.umap", data)[0].rows[0].properties["color"] == "Blue"
    said = FieldMapping(classes={"Held": "ukraine.held", "Lost": "ignore"})
    (found,) = read_mapped("b_20240812.umap", data, said)
    assert [shape.equals(HELD) for shapes in found.grounds.values() for shape in shapes] == [True]


@given(st.integers(1, 9), st.integers(0, 3), st.booleans())
def test_a_collection_is_found_however_deep_it_is_wrapped(width: int, depth: int, last: bool) -> None:
    """Members beside it change nothing."""
    inner: dict[str, Any] = collection(feature(HELD))
    for level in range(depth):
        others = {f"k{level}{n}": [n] for n in range(width)}
        inner = {**others, "in": inner} if last else {"in": inner, **others}
    assert areas(read_vector("w.json", text(inner))).equals(HELD)


REFUSED: dict[str, tuple[bytes, str]] = {
    "GPX": (b'<gpx version="1.1"><trk/></gpx>', "GPX, which holds tracks and points and no areas; draw the area"),
    "a link": (
        b"<kml><Document><NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink></Document></kml>",
        "only a link to 'https://example.org/a.kml'.*Save Place As",
    ),
    "Overpass": (
        b'{"version": 0.6, "generator": "Overpass API", "osm3s": {}, "elements": [{"type": "way", "nodes": [1]}]}',
        "Overpass JSON.*Export, GeoJSON",
    ),
    "OpenStreetMap XML": (b'<osm version="0.6"><way id="1"/></osm>', "OpenStreetMap XML; export it as GeoJSON"),
    "GML": (b'<FeatureCollection xmlns="http://www.opengis.net/wfs"/>', "GML; open it in QGIS"),
    "a shapefile alone": (b"\x00\x00\x27\x0a" + b"\x00" * 96, "shapefile without its .shx"),
    "curves": (
        text({"geometryType": "esriGeometryPolygon", "features": [{"attributes": {}, "geometry": {"curveRings": []}}]}),
        "curves; ask the service for f=geojson",
    ),
    "a CSV with metres": (b"id,wkt\n1,SRID=3857;POINT (1 1)\n", "EPSG:3857; export it in EPSG:4326"),
    "a CSV with words": (b"id,wkt\n1,here\n", "line 2: its geometry is 'here', which is no WKT"),
    "a CSV with decimal commas": (b"id;lon;lat\n1;35,2;51,3\n", "it must be two numbers in degrees"),
    "another object": (b'{"rows": [1, 2]}', "FeatureCollection, Feature or a geometry was expected"),
    "a zip in a zip": (archives.zipped(a__json=archives.zipped(b__json=b"{}")), "a zip in a zip"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_ground_is_refused_with_what_to_do(what: str) -> None:
    """The message names the file, what was found, and the next step."""
    data, words = REFUSED[what]
    with pytest.raises(InputError, match=rf"(?s)front\.any.*{words}|a\.json.*{words}"):
        read_vector("front.any", data)


def test_kml_keeps_lines_and_points_beside_its_areas() -> None:
    """What is no area is read as what it is, so that it can be counted; links are never followed."""
    ring = " ".join(f"{x},{y}" for x, y in HELD.exterior.coords)
    marks = (
        f"<Placemark><name>a</name><MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates>"
        "</LinearRing></outerBoundaryIs></Polygon><Point><coordinates>35,51,0</coordinates></Point></MultiGeometry>"
        "</Placemark><Placemark><LineString><coordinates>35,51 36,51</coordinates></LineString></Placemark>"
    )
    (layer,) = read_vector("a.kml", f"<kml><Document>{marks}</Document></kml>".encode())
    kinds = [[part.geom_type for part in flat_parts(row.geometry)] for row in layer.rows]
    assert kinds == [["Polygon", "Point"], ["LineString"]]


@pytest.mark.parametrize("make", [topology, esri, umap], ids=lambda make: make.__name__)
def test_damaged_documents_are_read_or_refused(make: Callable[..., dict[str, Any]]) -> None:
    """Whatever stands in place of any node, the answer is ground or a sentence."""
    whole = make(("held", HELD, "Blue")) if make is umap else make(HELD)

    def paths(node: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        return [at, *(path for name, child in children for path in paths(child, (*at, name)))]

    for path in paths(whole)[1:]:
        for odd in (None, "x", -1, 1e400, [], {}, [[]], True):
            document = json.loads(json.dumps(whole))
            node = document
            for name in path[:-1]:
                node = node[name]
            node[path[-1]] = odd
            with suppress(InputError):
                read_vector("d.json", text(document))
