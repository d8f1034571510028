"""Approximate districts from places, and official ones from a user's boundary file."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

from geo.analysis.districts import DistrictPlace, from_places, iou
from geo.errors import GeometryError, InputError
from geo.io.boundaries import BoundaryFile, with_official
from geo.io.case_files import oblasts
from geo.io.case_store import open_case
from geo.io.tables import read_table
from geo.io.vector import read_vector
from geo.io.zones import approximate_zones, merged, read_zones, write_zones
from geo.model.case import Case
from tests import shapes

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
BORDER = shapes.border(shapes.STRAIGHT_KM)


def place(district: str, x_km: float, y_km: float, role: str = "district") -> DistrictPlace:
    """Return a place of a district, in km from (35 E, 51 N)."""
    lon, lat = shapes.lonlat(x_km, y_km)
    name = f"{district} {x_km} {y_km}"
    names = {"district_name_en": f"{district} district", "district_name_ru": f"{district} район", "name_en": name}
    where = {"lon": lon, "lat": lat, "precision_m": 500.0, "oblast": "Kursk", "source": "made by hand"}
    return DistrictPlace(district_id=district, role=role, **names, **where)


WEST = [place("west", x, y) for x in (-30, -10) for y in (5, 25)]
EAST = [place("east", x, y) for x in (10, 30) for y in (5, 25)]


@pytest.fixture(scope="module")
def kursk() -> Case:
    """Open the shipped case."""
    return open_case(CASE)


def test_two_districts_split_the_ground_between_them() -> None:
    """Places mirrored at x = 0 give two mirrored districts that meet there and never overlap."""
    found = from_places(WEST + EAST, BORDER, margin_km=10)
    west, east = (shapes.METRIC.to_metric(found[name]) for name in ("west", "east"))
    assert west.area == pytest.approx(east.area, rel=1e-3)
    assert west.intersection(east).area < 0.01e6
    assert west.bounds[2] == pytest.approx(0, abs=50)
    assert east.bounds[0] == pytest.approx(0, abs=50)


def test_districts_end_at_the_border_and_at_the_margin() -> None:
    """No ground south of the border, none further than the margin from the hull of the places."""
    found = from_places(WEST + EAST, BORDER, margin_km=10)
    assert shapes.METRIC.to_metric(found["west"]).bounds[1] == pytest.approx(0, abs=50)
    assert shapes.METRIC.to_metric(found["west"]).bounds[0] == pytest.approx(-40_000, abs=50)


def test_a_neighbour_bounds_but_gets_no_zone() -> None:
    """A neighbour's seat takes its cell away from the districts and is not drawn."""
    alone = from_places(WEST + EAST, BORDER, margin_km=10)
    bounded = from_places([*WEST, *EAST, place("north", 0, 33, "neighbour")], BORDER, margin_km=10)
    assert set(bounded) == {"west", "east"}
    assert bounded["west"].area < alone["west"].area


def test_a_district_keeps_within_its_oblast() -> None:
    """A limit cuts the district of that oblast."""
    limit = shapes.ground(((-50, -10), (50, -10), (50, 15), (-50, 15)))
    found = from_places(WEST + EAST, BORDER, limits={"Kursk": limit})
    assert shapes.METRIC.to_metric(found["east"]).bounds[3] <= 15_050


def test_places_on_the_wrong_side_or_too_few_raise() -> None:
    """A place 5 km across the border is a fault of its coordinates; one place makes no tessellation."""
    with pytest.raises(GeometryError, match=r"5\.0 km on the home side"):
        from_places([*WEST, place("west", 0, -5)], BORDER)
    with pytest.raises(GeometryError, match="at least two"):
        from_places(WEST[:1], BORDER)


def test_iou_by_hand() -> None:
    """The same ground overlaps 1, none 0, half by half a third."""
    block = shapes.ground(((0, 0), (10, 0), (10, 10), (0, 10)))
    shifted = shapes.ground(((5, 0), (15, 0), (15, 10), (5, 10)))
    assert iou(block, block, shapes.METRIC) == pytest.approx(1)
    assert iou(block, shifted, shapes.METRIC) == pytest.approx(1 / 3, rel=1e-3)
    assert iou(block, shapes.ground(((20, 0), (30, 0), (30, 10))), shapes.METRIC) == 0


def test_bad_rows_are_rejected_with_row_and_field() -> None:
    """A row that can't be read is a Fault naming row and field; the others are kept."""
    header = ",".join(DistrictPlace.model_fields)
    good = "west,West district,район,Kursk,district,A,А,35.1,51.2,500,no,GeoNames 1,CC-BY-4.0,"
    rows = [good, good.replace("35.1", "east"), good.replace("51.2", "151"), good.replace(",district,A", ",city,A")]
    table = read_table("\n".join([header, *rows, ""]).encode(), "district_places.csv", DistrictPlace)
    assert len(table.records) == 1
    assert [(fault.row, fault.field) for fault in table.faults] == [(3, "lon"), (4, "lat"), (5, "role")]


def test_the_shipped_zones_are_what_rebuilding_gives(kursk: Case) -> None:
    """The zones of the case are rebuilt from its places to the same ground; the zone without extent stays."""
    places = read_table((CASE / "district_places.csv").read_bytes(), "district_places.csv", DistrictPlace)
    assert places.faults == ()
    built = merged(kursk.zones, approximate_zones(places.records, kursk.border, oblasts(kursk.base)))
    assert [zone.id for zone in built] == list(kursk.zones)
    for zone in built:
        shipped = kursk.zones[zone.id]
        assert dataclasses.replace(zone, geometry=None) == dataclasses.replace(shipped, geometry=None)
        assert zone.geometry is None or iou(zone.geometry, shipped.geometry, shapes.METRIC) > 0.999


def test_the_shipped_zones_are_marked_approximate_and_lie_in_russia(kursk: Case) -> None:
    """Every drawn zone says approximate, is valid, and has no ground beyond the border."""
    border = kursk.border
    for zone in kursk.zones.values():
        if zone.geometry is None:
            assert zone.extent == "unknown"
            continue
        assert zone.geometry.is_valid
        assert zone.extent == "approximate"
        ground_m = border.metric.to_metric(zone.geometry)
        assert border.on_target(ground_m).area / ground_m.area > 0.995


def test_zones_survive_the_way_out_and_back(kursk: Case) -> None:
    """Reading what was written gives the same zones."""
    zones, faults = read_zones(write_zones(kursk.zones.values()).encode(), "zones.geojson")
    assert faults == []
    assert zones == kursk.zones


def test_an_official_district_is_not_rebuilt(kursk: Case) -> None:
    """Rebuilding the approximate zones leaves an official one as it is."""
    official = dataclasses.replace(kursk.zones["rylsky"], extent="official")
    zones = {**kursk.zones, "rylsky": official}
    assert official in merged(zones, [kursk.zones["rylsky"], kursk.zones["sudzhansky"]])


def feature(geometry: shapely.Geometry, **properties: str) -> dict[str, object]:
    """Return a GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(geometry))}


def test_official_boundaries_replace_by_name(kursk: Case) -> None:
    """A name in English or Russian, in any case, matches; the rest is rejected with its reason."""
    block = shapely.box(35.2, 51.25, 35.5, 51.4)
    given = [
        feature(block, name="СУДЖАНСКИЙ район"),
        feature(block, name_en="Korenevsky"),
        feature(block, name="Sudzhansky district"),
        feature(block, name="Nowhere"),
        feature(shapely.Point(35.3, 51.3), name="Rylsky district"),
        feature(shapely.Polygon([(35, 51.5), (36, 51.6), (36, 51.5), (35, 51.6)]), name="Belovsky district"),
        feature(shapely.box(34.0, 50.5, 34.4, 50.8), name="Glushkovsky district"),
        feature(shapely.box(51.2, 35.2, 51.3, 35.3), name="Lgovsky district"),
    ]
    data = json.dumps({"type": "FeatureCollection", "features": given}).encode()
    layers = read_vector("official.geojson", data)
    zones, replaced, faults = with_official(kursk.zones, layers, BoundaryFile("official.geojson"), kursk.border)
    assert replaced == ["sudzhansky", "korenevsky"]
    expected = ("comes twice", "no district of this case", "a Point", "not valid", "target side", "axes look swapped")
    for fault, number, words in zip(faults, range(3, 9), expected, strict=True):
        assert fault.row == number
        assert words in fault.reason
    assert (zones["sudzhansky"].extent, zones["sudzhansky"].source) == ("official", "official.geojson")
    assert zones["rylsky"] == kursk.zones["rylsky"]
    assert zones["sudzhansky"].geometry.equals(block)


SCHEMES = {
    "COD-AB": {"adm2_name": "Sudzhanskiy", "adm2_name1": "Суджанский", "adm2_pcode": "RU0000001"},
    "COD-AB, older": {"ADM2_EN": "Sudzhansky District", "ADM2_RU": "Суджанский район", "ADM2_PCODE": "RU1"},
    "GADM": {"NAME_2": "Sudzhanskiyrayon", "NL_NAME_2": "Суджанскийрайон", "TYPE_2": "Rayon"},
    "geoBoundaries": {"shapeName": "Sudzhansky", "shapeISO": "", "shapeType": "ADM2"},
    "OSM": {"name": "Суджанский район", "name:en": "Sudzhansky District", "admin_level": "6"},
    "OSM by a tool": {"district": "Суджанский муниципальный район"},
    "Ukrainian": {"name_uk": "Суджанський район"},
    "another scheme of Latin letters": {"name": "Sudzhanskii raion"},
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_name_is_found_in_the_usual_columns(kursk: Case, scheme: str) -> None:
    """In whatever column, script or spelling; the licence that was stated is the zone's."""
    data = json.dumps(
        {"type": "FeatureCollection", "features": [feature(shapely.box(35.2, 51.25, 35.5, 51.4), **SCHEMES[scheme])]}
    ).encode()
    said = BoundaryFile("adm2.geojson", licence="CC-BY-3.0-IGO", attribution="OCHA")
    zones, replaced, faults = with_official(kursk.zones, read_vector("adm2.geojson", data), said, kursk.border)
    assert (replaced, faults) == (["sudzhansky"], [])
    assert (zones["sudzhansky"].licence, zones["sudzhansky"].attribution) == ("CC-BY-3.0-IGO", "OCHA")


def test_names_that_are_near_are_offered_and_far_ones_are_silent(kursk: Case) -> None:
    """A slip is told with the districts it may mean; the rest of a country is not told district by district."""
    near, far = shapely.box(35.2, 51.25, 35.5, 51.4), shapely.box(100, 60, 101, 61)
    given = [feature(near, name="Sudzanskij"), *(feature(far, name=f"Far {number}") for number in range(300))]
    layers = read_vector("a.geojson", json.dumps({"type": "FeatureCollection", "features": given}).encode())
    _, replaced, faults = with_official(kursk.zones, layers, BoundaryFile("a.geojson"), kursk.border)
    assert not replaced
    assert [fault.row for fault in faults] == [1]
    assert "near it are Суджанский район" in faults[0].reason
    odd = read_vector("b.geojson", json.dumps(feature(near, wards="x")).encode())
    with pytest.raises(InputError, match=r"its columns are b: wards\. Name the one that has them \(--name-column\)"):
        with_official(kursk.zones, odd, BoundaryFile("b.geojson"), kursk.border)


@pytest.mark.skipif("SALIENT_REFERENCE" not in os.environ, reason="SALIENT_REFERENCE names no folder of true districts")
def test_approximate_districts_overlap_the_true_ones(kursk: Case) -> None:
    """On average the approximate districts overlap the official ones by 0.6 or more; the worst are printed."""
    file = Path(os.environ["SALIENT_REFERENCE"]) / "districts_true.geojson"
    layers = read_vector(file.name, file.read_bytes())
    true, replaced, _ = with_official(kursk.zones, layers, BoundaryFile(file.name), kursk.border)
    shares = {name: iou(kursk.zones[name].geometry, true[name].geometry, shapes.METRIC) for name in replaced}
    print({name: round(share, 2) for name, share in sorted(shares.items(), key=lambda item: item[1])})
    assert len(shares) >= 12
    assert sum(shares.values()) / len(shares) > 0.6


def test_the_base_layer_is_light_and_sourced(kursk: Case) -> None:
    """Under 80 kB; every feature names its kind, source and licence; oblasts say that they are approximate."""
    assert (CASE / "base.geojson").stat().st_size < 80_000
    kinds = {found["properties"]["kind"] for found in kursk.base}
    assert kinds == {"oblast", "oblast_limit", "town", "district_seat"}
    for found in kursk.base:
        properties = found["properties"]
        assert all(properties[name] for name in ("source", "licence", "name_en"))
        assert shape(found["geometry"]).is_valid
        assert properties["kind"] not in ("oblast", "oblast_limit") or properties["extent"] == "approximate"
