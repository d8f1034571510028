"""Each format's days, classes and order of axes are read as the format has them; what can't be read says why."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from shapely.geometry import Polygon, box

from geo.errors import InputError, SelectionError
from geo.io.mappers.days import date_in
from geo.io.mappers.drawing import DrawnKind, ground
from geo.io.mappers.mapped import classes_in
from geo.io.mappers.mapping import FieldMapping, read_classes
from geo.io.mappers.registry import ARCHIVE_FORMATS, archive_format
from geo.model.claims import Side
from geo.model.fronts import FrontStatus
from tests import archives
from tests.archives import AT_HOME, HELD, LARGER

UKRAINE_HELD, RUSSIA_HELD = (Side.UKRAINE, FrontStatus.HELD), (Side.RUSSIA, FrontStatus.HELD)
UNCLEAR = (None, FrontStatus.UNCLEAR)
NONE = FieldMapping()
SUFFIXES = (".geojson", ".gpkg", ".fgb", ".parquet", ".kml", ".kmz", ".zip")


def test_the_mirror_is_held_by_russia_on_the_day_in_the_name() -> None:
    """A day of the mirror has one kind of ground, as drawn."""
    (found,) = ARCHIVE_FORMATS["deepstate-mirror"].read("deepstatemap_data_20240812.geojson", archives.mirror(), NONE)
    assert found.about_date == date(2024, 8, 12)
    assert {kind: ground(shapes, "a file").equals(AT_HOME) for kind, shapes in found.grounds.items()} == {
        RUSSIA_HELD: True
    }


def test_the_history_classes_by_key_not_by_colour() -> None:
    """The key says the class; dated liberations count as liberated, far territories and points are no front."""
    far = box(145, 43, 146, 44)
    data = archives.history(
        (HELD, "status.dismissed"),
        (LARGER, "status.dismissed_at {{at:16.03 -17.03}}"),
        (AT_HOME, "status.occupied"),
        (box(35.0, 50.5, 35.1, 50.6), "territories.crimea"),
        (box(35.4, 51.3, 35.5, 51.4), "status.unknown"),
        (far, "territories.kuril"),
    )
    (found,) = ARCHIVE_FORMATS["deepstate-history"].read("1723492591.geojson", data, NONE)
    assert {kind: len(shapes) for kind, shapes in found.grounds.items()} == {
        UKRAINE_HELD: 2,
        RUSSIA_HELD: 2,
        UNCLEAR: 1,
    }
    assert found.faults == ()
    assert not any(shape.has_z for shapes in found.grounds.values() for shape in shapes)


@pytest.mark.parametrize(("unix", "day"), [(1723492591, 12), (1723496400 - 1, 12), (1723496400, 13)])
def test_the_history_counts_days_in_kyiv(unix: int, day: int) -> None:
    """A snapshot belongs to the calendar day in Kyiv, three hours ahead of UTC in August; its moment is kept."""
    (found,) = ARCHIVE_FORMATS["deepstate-history"].read(f"{unix}.geojson", archives.history(), NONE)
    assert (found.about_date, found.known_date) == (date(2024, 8, day), date(2024, 8, day))
    assert found.taken_at is not None
    assert found.taken_at.timestamp() == unix


PLAIN = [
    ("Окуповано /// Occupied", RUSSIA_HELD),
    ("Окуповано\u00a0///\nOCCUPIED\u00a0", RUSSIA_HELD),
    ("Occupied", RUSSIA_HELD),
    ("Окупован\ufffd\ufffd /// Occupied", RUSSIA_HELD),
    ("Окупований Крим /// Occupied Crimea", RUSSIA_HELD),
    ("ОРДЛО /// CADR and CALR", RUSSIA_HELD),
    ("Острів Тузла /// Occupied Tuzla Island", RUSSIA_HELD),
    ("Звільнено/// Liberated", UKRAINE_HELD),
    ("Звільнено 27-29.03 /// Liberated 27-29.03", UKRAINE_HELD),
    ("Звільнено (16.03 \u2013 17.03) /// Liberated (16.03)", UKRAINE_HELD),
    ("Статус невідомий /// Unknown status", UNCLEAR),
    ("Під питанням", UNCLEAR),
]
NOT_UNDERSTOOD = [
    "Окуповано частково /// Partly occupied",
    "Окуповано /// Liberated",
    "Окуповано /// Held by nobody",
    "Сіра зона",
    "Окупован\ufffd",
    "",
    " /// ",
    "16.03",
    "geoJSON.status.swapped",
    "geoJSON.territories.kharkiv",
]


def snapshot_named(*names: str, shape: Polygon = HELD) -> bytes:
    """Return a snapshot whose areas have these names, as they stand, a unit's point among them."""
    point = {"type": "Feature", "properties": {"name": "65 бригада"}, "geometry": {"type": "Point", "coordinates": []}}
    document = json.loads(archives.geojson(*((shape, {"name": name}) for name in names)))
    return json.dumps({**document, "features": [point, *document["features"]]}).encode()


@pytest.mark.parametrize(("name", "kind"), PLAIN)
def test_the_history_reads_plain_names_as_it_reads_keys(name: str, kind: DrawnKind) -> None:
    """Before there were keys a name had words alone, in one language or more, some with days."""
    (found,) = ARCHIVE_FORMATS["deepstate-history"].read("1685600000.geojson", snapshot_named(name, "Occupied"), NONE)
    drawn = {key: len(shapes) for key, shapes in found.grounds.items() if shapes}
    assert drawn == ({RUSSIA_HELD: 2} if kind == RUSSIA_HELD else {RUSSIA_HELD: 1, kind: 1})
    assert found.faults == ()


@pytest.mark.parametrize("name", NOT_UNDERSTOOD)
def test_a_snapshot_with_a_class_nobody_knows_is_left_out_whole(name: str) -> None:
    """Ground with a piece missing would read as ground lost: the message names file, day, class, count and remedy."""
    data = snapshot_named("Occupied", name, name)
    with pytest.raises(InputError, match=r"1685600000\.geojson, of 2023-06-01, is left out whole") as raised:
        ARCHIVE_FORMATS["deepstate-history"].read("1685600000.geojson", data, NONE)
    label = re.search(r"not known: '(.*)' \(2\)\. Say what it means with --class '\1=MEANING'", str(raised.value))
    assert label is not None
    said = FieldMapping(classes=read_classes([f"{label[1]}=unclear"]))
    (found,) = ARCHIVE_FORMATS["deepstate-history"].read("1685600000.geojson", data, said)
    assert {kind: len(shapes) for kind, shapes in found.grounds.items() if shapes} == {RUSSIA_HELD: 1, UNCLEAR: 2}


def test_an_unknown_area_far_from_the_war_takes_no_day_away() -> None:
    """What lies wholly elsewhere is no front whatever its name is; a status that is not known is one anywhere."""
    form, far = ARCHIVE_FORMATS["deepstate-history"], box(40.0, 42.5, 41.9, 43.5)
    document = json.loads(snapshot_named("Occupied"))
    for name in ("Окупована Абхазія. /// Occupied Abkhazia.", "geoJSON.territories.new"):
        more = json.loads(snapshot_named(name, shape=far))["features"][1:]
        data = json.dumps({**document, "features": document["features"] + more}).encode()
        (found,) = form.read("1685600000.geojson", data, NONE)
        assert sum(map(len, found.grounds.values())) == 1
    with pytest.raises(InputError, match="left out whole"):
        form.read("1685600000.geojson", snapshot_named("geoJSON.status.new", shape=far), NONE)


@pytest.mark.parametrize("kind", ["GeometryCollection", "Surface"])
def test_an_area_in_a_geometry_of_another_kind_is_not_passed_over(kind: str) -> None:
    """Points and lines are no fronts; anything else that is no polygon is refused by its feature."""
    document = json.loads(snapshot_named("Occupied"))
    document["features"][1]["geometry"] = {"type": kind, "geometries": []}
    with pytest.raises(InputError, match=f"feature 2: its geometry is '{kind}'"):
        ARCHIVE_FORMATS["deepstate-history"].read("1685600000.geojson", json.dumps(document).encode(), NONE)


def test_owlmap_is_lat_lon() -> None:
    """Areas come out in lon, lat; a day without ground beyond the border is a day with none, not without word."""
    (found,) = ARCHIVE_FORMATS["owlmap"].read("20240812.json", archives.owlmap(), NONE)
    assert ground(found.grounds[UKRAINE_HELD], "a file").equals(HELD)
    assert ground(found.grounds[RUSSIA_HELD], "a file").equals(AT_HOME)
    (none,) = ARCHIVE_FORMATS["owlmap"].read("20240801.json", archives.owlmap(held=None), NONE)
    assert none.grounds[UKRAINE_HELD] == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_vector_format_gives_the_same_days(tmp_path: Path, suffix: str) -> None:
    """One table, written in any format by another program, is read into the same days, classes and ground."""
    table = archives.frame(day=["2024-08-12", "2024-08-13"], kind=["held", "held"], label=["west", "all"])
    mapping = FieldMapping("day", "kind", "label", {"held": "ukraine.held"})
    found = ARCHIVE_FORMATS["mapped"].read(f"fronts{suffix}", archives.written(table, tmp_path, suffix), mapping)
    assert [drawing.about_date for drawing in found] == [date(2024, 8, 12), date(2024, 8, 13)]
    for drawing, shape in zip(found, (HELD, LARGER), strict=True):
        assert ground(drawing.grounds[UKRAINE_HELD], "a file").equals(shape)


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb", ".parquet", ".zip"])
def test_another_crs_becomes_lon_lat(tmp_path: Path, suffix: str) -> None:
    """Ground in web-mercator metres, as ISW publishes some, is the same ground in degrees."""
    table = archives.frame(day=["2024-08-12", "2024-08-12"], kind=["a", "a"]).to_crs(3857)
    mapping = FieldMapping("day", "kind", classes={"a": "russia.held"})
    (found,) = ARCHIVE_FORMATS["isw"].read(f"fronts{suffix}", archives.written(table, tmp_path, suffix), mapping)
    assert ground(found.grounds[RUSSIA_HELD], "a file").symmetric_difference(LARGER).area < 1e-9


def test_geojson_in_web_mercator_says_so_and_is_read() -> None:
    """Older GeoJSON states EPSG:3857 in `crs`; its metres become degrees."""
    table = archives.frame(kind=["a", "a"]).to_crs(3857)
    data = table.to_json().encode()
    assert b"3857" in data
    (found,) = ARCHIVE_FORMATS["isw"].read(
        "Control12AUG2024.geojson", data, FieldMapping("", "kind", classes={"a": "russia.held"})
    )
    assert ground(found.grounds[RUSSIA_HELD], "a file").symmetric_difference(LARGER).area < 1e-9


def test_isw_classes_by_the_layers_name(tmp_path: Path) -> None:
    """The class is the layer's name without its date; a person says once what it means."""
    data = archives.shapefile(archives.frame(x=[1, 2]), tmp_path, "AssessedAdvances12AUG2024")
    assert classes_in("AssessedAdvances12AUG2024.zip", data, NONE) == ["AssessedAdvances"]
    mapping = FieldMapping(classes={"AssessedAdvances": "russia.held"})
    (found,) = ARCHIVE_FORMATS["isw"].read("AssessedAdvances12AUG2024.zip", data, mapping)
    assert found.about_date == date(2024, 8, 12)
    assert set(found.grounds) == {RUSSIA_HELD}


def test_a_class_without_a_meaning_is_told_not_guessed() -> None:
    """Features of a class nobody spoke of are faults that say what to say; ignored classes are silent."""
    data = archives.geojson((HELD, {"c": "held"}), (LARGER, {"c": "raid"}), (LARGER, {"c": "label"}))
    mapping = FieldMapping("", "c", "", {"held": "ukraine.held", "label": "ignore"})
    (found,) = ARCHIVE_FORMATS["mapped"].read("front_2024-08-12.geojson", data, mapping)
    assert [(fault.row, fault.field, fault.value) for fault in found.faults] == [(2, "c", "raid")]
    assert "--class raid=MEANING" in found.faults[0].reason


def test_a_day_with_a_feature_missing_is_left_out_whole() -> None:
    """Ground with a piece missing would read as ground lost, so the day and class go, and both faults say so."""
    crossed = {"type": "Polygon", "coordinates": [[[35, 51], [36, 52], [36, 51], [35, 52], [35, 51]]]}
    document = json.loads(archives.geojson((HELD, {"d": "2024-08-12"}), (LARGER, {"d": "2024-08-13"})))
    document["features"].append({"type": "Feature", "properties": {"d": "2024-08-13"}, "geometry": crossed})
    mapping = FieldMapping("d", classes={"a": "ukraine.held"})
    (found,) = ARCHIVE_FORMATS["mapped"].read("a.geojson", json.dumps(document).encode(), mapping)
    assert found.about_date == date(2024, 8, 12)
    assert [fault.row for fault in found.faults] == [3, None]
    assert "2024-08-13" in found.faults[1].reason


@pytest.mark.parametrize(
    ("name", "file", "data", "words"),
    [
        ("deepstate-mirror", "day_20240812.geojson", b"", "is empty"),
        ("deepstate-mirror", "day_20240812.geojson", archives.mirror()[:200], "is not whole JSON"),
        ("deepstate-mirror", "day.geojson", archives.mirror(), "holds no day"),
        ("deepstate-mirror", "day_20240230.geojson", archives.mirror(), "is no day"),
        ("deepstate-mirror", "d_20240812.geojson", archives.mirror().replace(b"34.9", b"NaN"), "NaN"),
        ("deepstate-mirror", "d_20240812.geojson", archives.mirror().replace(b"34.9", b'"34.9"'), "must be numbers"),
        ("deepstate-mirror", "d_20240812.geojson", archives.mirror().replace(b"34.9", b"3840000"), "metres"),
        ("deepstate-mirror", "d_20240812.geojson", b'{"type": "Point"}', "no list of features"),
        ("deepstate-history", "today.geojson", archives.history(), "must be a Unix time"),
        ("owlmap", "20240812.json", b"[]", "has no areas"),
        ("owlmap", "20240812.json", b'{"areas": [[[51, 35], [52, 36]]]}', "three or more positions"),
        ("mapped", "20240812.txt", b"hello", "none of GeoJSON"),
    ],
)
def test_what_can_t_be_read_says_why(name: str, file: str, data: bytes, words: str) -> None:
    """Every message names the file and what would be right."""
    with pytest.raises(InputError, match=words) as raised:
        ARCHIVE_FORMATS[name].read(file, data, NONE)
    assert file in str(raised.value)


@pytest.mark.parametrize("text", ["20240812", "2024-08-12", "2024.08.12", "AO12AUG2024", "x_12 August 2024_y"])
def test_days_in_names(text: str) -> None:
    """A day is read however the name spells it."""
    assert date_in(text, "x") == date(2024, 8, 12)


def test_two_days_in_a_name_are_none() -> None:
    """A name with two different days says neither."""
    with pytest.raises(InputError, match="2 days"):
        date_in("2024-08-12_to_2024-08-13", "x")


def test_formats_and_meanings_are_checked() -> None:
    """A format, a pair or a meaning that does not exist is refused with those that do."""
    with pytest.raises(SelectionError, match="must be one of deepstate-mirror"):
        archive_format("shapes")
    with pytest.raises(SelectionError, match="CLASS=MEANING"):
        read_classes(["held"])
    with pytest.raises(SelectionError, match=r"one of ukraine\.held"):
        FieldMapping(classes={"a": "ours"})


def test_overlapping_polygons_are_counted_once() -> None:
    """The ground of a day is what its polygons cover together."""
    assert ground([HELD, LARGER], "a file").area == pytest.approx(LARGER.area)


@pytest.mark.parametrize("form", ["deepstate-mirror", "owlmap", "mapped"])
def test_a_byte_order_mark_is_passed_over_and_an_empty_file_is_empty(form: str) -> None:
    """What an editor puts before a text changes nothing; a file of blanks is told as empty in every format."""
    data = archives.owlmap() if form == "owlmap" else archives.geojson((archives.HELD, {}))
    mapping = FieldMapping(classes={"": "ukraine.held", "20240812": "ukraine.held"})
    whole, marked = (
        ARCHIVE_FORMATS[form].read("20240812.json", start + data, mapping) for start in (b"", b"\xef\xbb\xbf")
    )
    assert [drawing.grounds for drawing in whole] == [drawing.grounds for drawing in marked]
    with pytest.raises(InputError, match="is empty"):
        ARCHIVE_FORMATS[form].read("20240812.json", b" \n", mapping)
