"""Approximate districts from places, and official ones from a user's boundary file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

from geo.border import BorderLine
from geo.crs import MetricCRS
from geo.districts import Place, border_strip, from_places, iou
from geo.errors import CaseError, GeometryError
from geo.formats.boundaries import MAX_BYTES, read_features, replace_with_official
from geo.formats.zones import PLACE_COLUMNS, read_places, rebuild
from tests import shapes

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
BORDER = shapes.border(shapes.STRAIGHT_KM)


def place(district: str, x_km: float, y_km: float, role: str = "district") -> Place:
    """Return a place of a district, in km from (35 E, 51 N)."""
    lon, lat = shapes.lonlat(x_km, y_km)
    name = f"{district} {x_km} {y_km}"
    return Place(district, f"{district} district", f"{district} район", "Kursk", role, name, lon, lat, 500.0)  # type: ignore[arg-type]


WEST = [place("west", x, y) for x in (-30, -10) for y in (5, 25)]
EAST = [place("east", x, y) for x in (10, 30) for y in (5, 25)]


def case_border() -> BorderLine:
    """Return the shipped border of the Kursk case."""
    (feature,) = read_features(CASE / "border.geojson")
    hand = feature["properties"]["target_side"]
    return BorderLine(shape(feature["geometry"]), MetricCRS.laea(35.2, 51.3), hand)


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


def test_border_strip_by_hand() -> None:
    """Of a district 20 km wide along the border, the 10 km strip is 200 km²."""
    district = shapes.ground(((-10, 0), (10, 0), (10, 30), (-10, 30)))
    strip = border_strip(district, BORDER, 10)
    assert shapes.METRIC.to_metric(strip).area / 1e6 == pytest.approx(200, rel=5e-3)


def test_iou_by_hand() -> None:
    """The same ground overlaps 1, none 0, half by half a third."""
    block = shapes.ground(((0, 0), (10, 0), (10, 10), (0, 10)))
    shifted = shapes.ground(((5, 0), (15, 0), (15, 10), (5, 10)))
    assert iou(block, block, shapes.METRIC) == pytest.approx(1)
    assert iou(block, shifted, shapes.METRIC) == pytest.approx(1 / 3, rel=1e-3)
    assert iou(block, shapes.ground(((20, 0), (30, 0), (30, 10))), shapes.METRIC) == 0


def test_bad_rows_are_rejected_with_row_field_and_reason(tmp_path: Path) -> None:
    """A row that can't be read is a Fault naming row and field; the others are kept."""
    good = "west,West district,район,Kursk,district,A,А,35.1,51.2,500,no,GeoNames 1,CC-BY-4.0,"
    rows = [good, good.replace("35.1", "east"), good.replace("51.2", "151"), good.replace(",district,A", ",city,A")]
    file = tmp_path / "district_places.csv"
    file.write_text(",".join(PLACE_COLUMNS) + "\n" + "\n".join(rows) + "\n", encoding="utf-8")
    places, faults = read_places(file)
    assert len(places) == 1
    assert [(fault.row, fault.field) for fault in faults] == [(3, "lon"), (4, "lat"), (5, "role")]


def test_a_places_file_without_a_column_is_refused(tmp_path: Path) -> None:
    """A missing column is named."""
    file = tmp_path / "district_places.csv"
    file.write_text("district_id,lon\nwest,35\n", encoding="utf-8")
    with pytest.raises(CaseError, match="lacks the column district_name_en"):
        read_places(file)


def test_the_shipped_zones_are_what_rebuilding_gives(tmp_path: Path) -> None:
    """The file in the case is rebuilt from the shipped places to the same ground, with no row rejected."""
    for name in ("district_places.csv", "base.geojson"):
        shutil.copy(CASE / name, tmp_path)
    assert rebuild(tmp_path, case_border()) == []
    built, shipped = (read_features(folder / "evacuation_zones.geojson") for folder in (tmp_path, CASE))
    assert [zone["properties"] for zone in built] == [zone["properties"] for zone in shipped]
    for ours, theirs in zip(built, shipped, strict=True):
        assert iou(shape(ours["geometry"]), shape(theirs["geometry"]), shapes.METRIC) > 0.999


def test_the_shipped_zones_are_marked_approximate_and_lie_in_russia() -> None:
    """Every zone says approximate, source and licence, is valid, and has no ground beyond the border."""
    border = case_border()
    for zone in read_features(CASE / "evacuation_zones.geojson"):
        ground = shape(zone["geometry"])
        assert ground.is_valid
        assert zone["properties"]["extent"] == "approximate"
        assert zone["properties"]["source"]
        assert zone["properties"]["licence"]
        ground_m = border.metric.to_metric(ground)
        assert border.on_target(ground_m).area / ground_m.area > 0.995


def boundary_file(folder: Path, *features: dict[str, object]) -> Path:
    """Write a FeatureCollection of a user."""
    file = folder / "official.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return file


def feature(geometry: shapely.Geometry, **properties: str) -> dict[str, object]:
    """Return a GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": json.loads(shapely.to_geojson(geometry))}


def test_official_boundaries_replace_by_name(tmp_path: Path) -> None:
    """A name in English or Russian, in any case, matches; the rest is rejected with its reason."""
    shutil.copy(CASE / "evacuation_zones.geojson", tmp_path)
    block = shapely.box(35.2, 51.25, 35.5, 51.4)
    file = boundary_file(
        tmp_path,
        feature(block, name="СУДЖАНСКИЙ район"),
        feature(block, name_en="Korenevsky"),
        feature(block, name="Sudzhansky district"),
        feature(block, name="Nowhere"),
        feature(shapely.Point(35.3, 51.3), name="Rylsky district"),
        feature(shapely.Polygon([(35, 51.5), (36, 51.6), (36, 51.5), (35, 51.6)]), name="Belovsky district"),
        feature(shapely.box(34.0, 50.5, 34.4, 50.8), name="Glushkovsky district"),
        feature(shapely.box(51.2, 35.2, 51.3, 35.3), name="Lgovsky district"),
    )
    replaced, faults = replace_with_official(tmp_path, file, case_border())
    assert replaced == ["sudzhansky", "korenevsky"]
    reasons = [(fault.row, fault.reason) for fault in faults]
    expected = [
        "comes twice",
        "no district of this case",
        "is a Point",
        "not valid",
        "target side",
        "axes look swapped",
    ]
    for (row, reason), number, words in zip(reasons, range(3, 9), expected, strict=True):
        assert row == number
        assert words in reason
    zones = {zone["properties"]["id"]: zone for zone in read_features(tmp_path / "evacuation_zones.geojson")}
    assert zones["sudzhansky"]["properties"]["extent"] == "official"
    assert zones["sudzhansky"]["properties"]["source"] == "official.geojson"
    assert zones["rylsky"]["properties"]["extent"] == "approximate"
    assert iou(shape(zones["sudzhansky"]["geometry"]), block, shapes.METRIC) == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('{"type":"FeatureCollection","features":[NaN]}', "is not JSON"),
        ('{"type":"Feature"}', "not a GeoJSON FeatureCollection"),
        ('{"type":"FeatureCollection","features":[1]}', "feature 1 is not a Feature"),
        ('{"type":"FeatureCollection","crs":{},"features":[]}', "names a CRS"),
        (" " * (MAX_BYTES + 1), "at most 5 MB"),
    ],
)
def test_files_that_are_no_boundary_file_are_refused(tmp_path: Path, text: str, reason: str) -> None:
    """What is not GeoJSON, too deep, too large or in another CRS is refused with a sentence."""
    file = tmp_path / "official.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=reason):
        read_features(file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(CaseError, match=r"nowhere\.geojson can't be read"):
        read_features(tmp_path / "nowhere.geojson")


def test_the_base_layer_is_light_and_sourced() -> None:
    """Under 80 kB; every feature names its kind, source and licence; oblasts say that they are approximate."""
    assert (CASE / "base.geojson").stat().st_size < 80_000
    features = read_features(CASE / "base.geojson")
    assert {found["properties"]["kind"] for found in features} == {"oblast", "oblast_limit", "town", "district_seat"}
    for found in features:
        properties = found["properties"]
        assert properties["source"]
        assert properties["licence"]
        assert properties["name_en"]
        assert shape(found["geometry"]).is_valid
        assert properties["kind"] not in ("oblast", "oblast_limit") or properties["extent"] == "approximate"
