"""Files of anybody, read by what a person says of them: days, layers, kinds of geometry, lines, saved mappings."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geo.errors import InputError, SelectionError
from geo.geometry.border import BorderLine
from geo.geometry.crs import MetricCRS
from geo.geometry.enclosure import enclosed_by_border
from geo.io.archive_files import ArchiveFile, archive_files
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.import_report import ImportReport
from geo.io.looking import look_into, look_lines
from geo.io.mappers.days import cell_day, date_in, patterns_for, without_days
from geo.io.mappers.drawing import Drawing
from geo.io.mappers.mapped import read_mapped
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.mapping_file import SavedMapping, mapping_text, read_mapping
from tests import archives
from tests.archives import HELD, LARGER
from tests.cli import KURSK, run_cli

HELD_IS = {"held": "ukraine.held"}
BY_KIND = FieldMapping("", "kind", "", HELD_IS)
NOW = datetime(2024, 9, 1, tzinfo=UTC)


def shapes(*rows: tuple[shapely.Geometry, dict[str, Any]]) -> bytes:
    """Return a FeatureCollection of any geometries."""
    made = [{"type": "Feature", "properties": said, "geometry": shapely.geometry.mapping(one)} for one, said in rows]
    return json.dumps({"type": "FeatureCollection", "features": made}).encode()


def drawn(drawings: list[Drawing]) -> dict[date, float]:
    """Return how large the areas of each day are, square degrees."""
    return {one.about_date: sum(area.area for areas in one.grounds.values() for area in areas) for one in drawings}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


def bring(folder: Path, name: str, data: bytes, mapping: FieldMapping = BY_KIND, **more: Any) -> ImportReport:
    """Import one file by a mapping."""
    options = ImportOptions("mapped", mapper="X", mapping=mapping)
    return import_archive(folder, open_case(folder), [ArchiveFile(name, lambda: data)], options, now=NOW, **more)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        (
            "Kursk Incursion Ukrainian Advances in Russia August 12, 2024",
            "Kursk Incursion Ukrainian Advances in Russia",
        ),
        ("ClaimedUkrainianCounteroffensivesAUG122024", "ClaimedUkrainianCounteroffensives"),
        ("UkraineControlMapAO12AUG2024", "UkraineControlMapAO"),
        ("Advances 12th August 2024", "Advances"),
        ("Advances_Sept_1_2024", "Advances"),
        ("front_2024-08-12", "front"),
    ],
)
def test_days_are_found_in_the_names_of_the_field(name: str, rest: str) -> None:
    """The day is read however it is put, and the class is the name without it."""
    assert date_in(name, "x") == (date(2024, 9, 1) if "Sept" in name else date(2024, 8, 12))
    assert without_days(name) == rest


@pytest.mark.parametrize(
    "name", ["Summary 12, 2024", "240812_0349", "Control_24_08_12", "map", "12.08.2024", "Maybe12024"]
)
def test_what_may_be_a_day_is_not_taken_for_one(name: str) -> None:
    """A word that begins as a month does, and digits that can be read in several ways, are no day by themselves."""
    with pytest.raises(InputError, match="holds no day"):
        date_in(name, "x")


@given(
    st.dates(date(2014, 1, 1), date(2049, 12, 31)), st.sampled_from(["YYMMDD", "DD.MM.YYYY", "YY_MM_DD", "DDMMYYYY"])
)
def test_a_day_written_by_a_pattern_is_read_by_it(day: date, pattern: str) -> None:
    """In a name and in a cell, as text or as a number; and the pattern is offered for it."""
    written = day.strftime(pattern.replace("YYYY", "%Y").replace("YY", "%y").replace("MM", "%m").replace("DD", "%d"))
    assert date_in(f"front {written} v2", "x", pattern) == day
    assert cell_day(written, pattern) == day
    assert pattern in patterns_for(f"x_{written}.geojson")
    if pattern == "YYMMDD" and written[0] != "0":
        assert cell_day(int(written), pattern) == cell_day(float(written), pattern) == day


@pytest.mark.parametrize("pattern", ["YYMM", "DDMMYYYYDD", "YYYY-MM-DDThh", "day"])
def test_a_pattern_says_year_month_and_day_once(pattern: str) -> None:
    """Anything else is refused where it is typed."""
    with pytest.raises(SelectionError, match="once each"):
        FieldMapping(date_pattern=pattern)


def test_a_span_is_every_day_of_it() -> None:
    """From the first to the last; without an end, as far as the file speaks; backwards it is a fault."""
    rows = [("2024-08-10", "2024-08-12"), ("2024-08-11", None), ("2024-08-14", "2024-08-13")]
    data = shapes(*((HELD, {"kind": "held", "from": a, "to": b}) for a, b in rows))
    found = read_mapped("s.geojson", data, FieldMapping("from", "kind", "", HELD_IS, until_column="to"))
    assert [one.about_date.day for one in found] == [10, 11, 12, 13, 14]
    assert [len(next(iter(one.grounds.values()))) for one in found] == [1, 2, 2, 1, 1]
    assert "must not end before it begins" in found[0].faults[0].reason
    with pytest.raises(SelectionError, match="--date-column"):
        FieldMapping(until_column="to")


def test_what_has_no_area_is_passed_over_and_counted() -> None:
    """Points and lines beside areas, in one geometry or in several, cost no day; all are counted in one note."""
    mixed = shapely.GeometryCollection([HELD, Point(35, 51), LineString([(35, 51), (36, 51)])])
    data = shapes((mixed, {"kind": "held"}), (Point(35.1, 51.2), {"kind": "held"}), (MultiPolygon(), {"kind": "held"}))
    (found,) = read_mapped("m_20240812.geojson", data, BY_KIND)
    assert drawn([found])[date(2024, 8, 12)] == pytest.approx(HELD.area)
    assert all(fault.is_note for fault in found.faults)
    assert "2 Points and 1 LineString" in found.faults[-1].reason
    with pytest.raises(InputError, match=r"1 Point, which has no area; draw areas.*command control"):
        read_mapped("p_20240812.geojson", shapes((Point(35, 51), {"kind": "held"})), BY_KIND)
    with pytest.raises(InputError, match="it has no ground and is passed over"):
        read_mapped("e_20240812.geojson", shapes((MultiPolygon(), {"kind": "held"})), BY_KIND)


def test_of_several_layers_the_one_with_the_columns(tmp_path: Path) -> None:
    """The others are named in a note; --layer chooses, and a name that is not there is refused with those that are."""
    path = tmp_path / "two.gpkg"
    gpd.GeoDataFrame({"kind": ["held"]}, geometry=[HELD], crs=4326).to_file(path, layer="ground", driver="GPKG")
    gpd.GeoDataFrame({"kind": ["held"]}, geometry=[LARGER], crs=4326).to_file(path, layer="guess", driver="GPKG")
    gpd.GeoDataFrame({"note": ["x"]}, geometry=[Point(35, 51)], crs=4326).to_file(path, layer="labels", driver="GPKG")
    data = path.read_bytes()
    (both,) = read_mapped("two_20240812.gpkg", data, BY_KIND)
    assert [("'labels'" in fault.reason, fault.is_note) for fault in both.faults] == [(True, True)]
    chosen = FieldMapping("", "kind", "", HELD_IS, layer="ground")
    assert drawn(read_mapped("two_20240812.gpkg", data, chosen))[date(2024, 8, 12)] == pytest.approx(HELD.area)
    with pytest.raises(InputError, match="its layers are 'ground', 'guess', 'labels'"):
        read_mapped("two_20240812.gpkg", data, FieldMapping(layer="other"))
    with pytest.raises(InputError, match="in layer 'labels' its columns are note"):
        read_mapped("two_20240812.gpkg", data, FieldMapping("", "side", "", HELD_IS))


BORDER = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")


@given(st.floats(34.5, 35.4), st.floats(0.05, 1.0), st.floats(0.02, 0.3), st.floats(-0.03, 0.03), st.booleans())
def test_a_line_and_the_border_enclose_what_lies_between(
    west: float, width: float, depth: float, ends: float, turned: bool
) -> None:
    """Whichever way it runs, in one piece or two, ending before the border or after: the box between is its ground."""
    corners = [(west, 51 + ends), (west, 51 + depth), (west + width, 51 + depth), (west + width, 51 + ends)]
    line = LineString(corners[::-1] if turned else corners)
    whole = enclosed_by_border([line], BORDER)
    expected = BORDER.on_target(BORDER.metric.to_metric(box(west, 50.9, west + width, 51 + depth)))
    area_m2 = sum(BORDER.metric.to_metric(part).area for part in whole)
    assert area_m2 == pytest.approx(expected.area, rel=0.02)
    halves = [LineString(line.coords[:2]), LineString(line.coords[1:])]
    assert shapely.union_all(enclosed_by_border(halves, BORDER)).area == pytest.approx(shapely.union_all(whole).area)


def test_a_line_is_ground_only_where_a_person_says_so(folder: Path) -> None:
    """Without the word it is told; with it, it is the ground up to the border, and one that ends far off is refused."""
    case = open_case(folder)
    at = [case.border.at(float(case.border.locate(lon, 51.2).measure_m)) for lon in (35.1, 35.3)]
    line = LineString([at[0], (35.1, 51.4), (35.35, 51.4), at[1]])
    data = shapes((line, {"kind": "held"}))
    with pytest.raises(InputError, match="or say --lines to-border"):
        bring(folder, "l_20240812.geojson", data)
    to_border = FieldMapping("", "kind", "", HELD_IS, lines="to-border")
    assert not bring(folder, "l_20240812.geojson", data, to_border).has_faults
    (track,) = open_case(folder).fronts
    assert track.figures[0].target_km2 > 100
    far = shapes((LineString([(35.5, 51.8), (35.8, 51.9)]), {"kind": "held"}))
    (told,) = bring(folder, "l_20240813.geojson", far, to_border).rejected
    assert "km from the border; both its ends must lie within 5 km" in told.reason


def test_a_dry_run_says_all_and_writes_nothing(folder: Path) -> None:
    """Its report is the import's, days and faults alike; the case has no archive."""
    data = shapes((HELD, {"kind": "held", "day": "2024-08-12"}), (LARGER, {"kind": "raid", "day": "2024-08-13"}))
    by_day = FieldMapping("day", "kind", "", HELD_IS)
    dry = bring(folder, "a.geojson", data, by_day, dry_run=True)
    assert not list((folder / "fronts").glob("*/*"))
    wet = bring(folder, "a.geojson", data, by_day)
    assert (dry.added, dry.days, dry.rejected, dry.tracks) == (wet.added, wet.days, wet.rejected, wet.tracks)
    assert "dry run, nothing was written" in str(dry)
    assert dry.tracks == {"ukraine.held": (1, date(2024, 8, 12), date(2024, 8, 12))}


def test_an_import_by_a_mapping_that_was_handed_over(folder: Path, tmp_path: Path) -> None:
    """What one person said reads the next one's files; a word typed goes before it; rights are never handed over."""
    (tmp_path / "map.geojson").write_bytes(shapes((HELD, {"kind": "held"}), (LARGER, {"kind": "guess"})))
    saved = tmp_path / "ours.json"
    common = ("import", str(tmp_path / "map.geojson"), "--into", str(folder), "--on", "2024-08-12")
    said = ("--as", "mapped", "--mapper", "My desk", "--class-column", "kind", "--class", "held=ukraine.held")
    first = run_cli(
        *common, *said, "--class", "guess=ignore", "--may-publish", "--dry-run", "--save-mapping", str(saved)
    )
    assert first.returncode == 0, first.stderr
    assert "may_publish" not in saved.read_text()
    second = run_cli(*common, "--mapping", str(saved), "--class", "guess=ukraine.unclear")
    assert second.returncode == 0, second.stderr
    assert {(track.mapper, track.status.value, track.may_publish) for track in open_case(folder).fronts} == {
        ("My desk", "held", False),
        ("My desk", "unclear", False),
    }
    assert open_case(folder).fronts[0].snapshots[0].file == "2024-08-12 map.geojson"


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"salient_mapping": 2}', b'{"salient_mapping": 1, "format": 3}', b'{"salient_mapping": 1}']
)
def test_a_saved_mapping_that_is_none_says_so(data: bytes) -> None:
    """So does one with a word that means nothing."""
    with pytest.raises(InputError, match=r"m\.json is no saved mapping"):
        read_mapping(data, "m.json")
    odd = mapping_text(SavedMapping("mapped")).replace("date_column", "colour")
    with pytest.raises(InputError, match="colour"):
        read_mapping(odd.encode(), "m.json")


def test_a_loose_shapefile_is_read_with_its_parts(tmp_path: Path) -> None:
    """By the .shp, by any other part, or by the folder; the same parts are the same bytes; alone it is refused."""
    table = gpd.GeoDataFrame({"kind": ["held"]}, geometry=[HELD], crs=4326)
    (tmp_path / "in").mkdir()
    table.to_crs(32637).to_file(tmp_path / "in" / "front_20240812.shp")
    ways = [tmp_path / "in" / "front_20240812.shp", tmp_path / "in" / "front_20240812.dbf", tmp_path / "in"]
    found = [archive_files(way, (".shp",)) for way in ways]
    assert [[file.name for file in files] for files in found] == [["front_20240812.shp"]] * 3
    assert len({files[0].read() for files in found}) == 1
    day = drawn(read_mapped("front_20240812.shp", found[0][0].read(), BY_KIND))
    assert day[date(2024, 8, 12)] == pytest.approx(HELD.area, rel=1e-6)
    alone = (tmp_path / "in" / "front_20240812.shp").read_bytes()
    with pytest.raises(InputError, match=r"without its \.shx"):
        read_mapped("front_20240812.shp", alone, BY_KIND)


def test_a_repository_is_read_from_its_root(tmp_path: Path) -> None:
    """Files in folders are found, hidden folders are not; a name that stands twice comes with its folder."""
    for name in ("data/20240812.json", "data/20240813.json", "old/20240812.json", ".git/20240814.json", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(archives.owlmap(HELD))
    names = [file.name for file in archive_files(tmp_path, (".json",))]
    assert sorted(names) == ["20240813.json", "data/20240812.json", "old/20240812.json"]


def test_a_look_says_what_an_import_needs_to_be_told(folder: Path, tmp_path: Path) -> None:
    """Layers, geometries, columns with their values, days; what it proposes imports once the capitals are filled in."""
    rows = [(HELD, "held", "12.08.2024"), (LARGER, "held", "13.08.2024"), (Point(35, 51), "label", "13.08.2024")]
    data = shapes(*((shape, {"kind": kind, "day": day, "n": number}) for number, (shape, kind, day) in enumerate(rows)))
    found = look_into(ArchiveFile("mine.geojson", lambda: data))
    (layer,) = found.layers
    assert (layer.form, layer.rows, layer.geometries) == ("GeoJSON", 3, {"Polygon": 2, "Point": 1})
    assert {column.name: column.commonest for column in layer.columns}["kind"] == (("held", 2), ("label", 1))
    assert found.day is None
    words = [word.replace("MEANING", "ignore").replace("held=ignore", "held=ukraine.held") for word in found.proposal]
    (tmp_path / "mine.geojson").write_bytes(data)
    done = run_cli("import", str(tmp_path / "mine.geojson"), *words, "--into", str(folder))
    assert done.returncode == 0, done.stderr
    assert [snapshot.about_date.day for snapshot in open_case(folder).fronts[0].snapshots] == [12, 13]
    text = run_cli("look", str(tmp_path / "mine.geojson")).stdout
    assert "kind: 'held' (2), 'label' (1)" in text
    assert text.splitlines() == list(look_lines(found))


def test_a_look_tells_mappers_archives_and_what_can_t_be_read() -> None:
    """Each by its own format; a file that is none is one sentence."""
    forms = {"20240812.json": archives.owlmap(), "1723492591.geojson": archives.history((HELD, "status.occupied"))}
    forms["deepstatemap_data_20240812.geojson"] = archives.mirror()
    assert [look_into(ArchiveFile(name, lambda data=data: data)).proposal[1] for name, data in forms.items()] == [  # type: ignore[misc]
        "owlmap",
        "deepstate-history",
        "deepstate-mirror",
    ]
    assert "none of GeoJSON" in look_into(ArchiveFile("a.txt", lambda: b"hello")).problem


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_the_area_drawn_is_the_area_in_the_file_or_the_day_is_left_out(tmp_path: Path, data: st.DataObject) -> None:
    """Over files with sound, touching, crossing, empty and mixed geometries: equal within 1e-6, or a reason is told."""
    place = st.tuples(st.floats(34.9, 35.6), st.floats(51.1, 51.6), st.floats(0.01, 0.2))

    def shape(kind: str) -> shapely.Geometry:
        x, y, size = data.draw(place)
        square = box(x, y, x + size, y + size)
        made: dict[str, shapely.Geometry] = {
            "sound": square,
            "holed": Polygon(square.exterior, [box(x + size / 4, y + size / 4, x + size / 2, y + size / 2).exterior]),
            "touching": Polygon([(x, y), (x + size, y), (x + size, y + size), (x + 2 * size, y + size)]).convex_hull,
            "crossing": Polygon([(x, y), (x + size, y + size), (x + size, y), (x, y + size)]),
            "empty": MultiPolygon(),
            "point": Point(x, y),
            "mixed": shapely.GeometryCollection([square, Point(x, y)]),
        }
        return made[kind]

    kinds = ["sound", "holed", "touching", "crossing", "empty", "point", "mixed"]
    days = {
        date(2024, 8, 6) + timedelta(days=number): data.draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=4))
        for number in range(3)
    }
    held = {day: [shape(kind) for kind in found] for day, found in days.items()}
    rows = [(one, {"kind": "held", "day": str(day)}) for day, found in held.items() for one in found]
    target = tmp_path / f"case{len(list(tmp_path.iterdir()))}"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    try:
        report = bring(target, "p.geojson", shapes(*rows), FieldMapping("day", "kind", "", HELD_IS))
    except InputError as error:
        told = str(error)
    else:
        told = ""
    if told:
        assert "p.geojson" in told
        assert all({"crossing", "empty", "point"} & set(found) for found in days.values())
        return
    case = open_case(target)
    (track,) = case.fronts
    kept = {snapshot.about_date: number for number, snapshot in enumerate(track.snapshots)}
    told = " ".join(fault.reason for fault in report.rejected)
    for day, found in held.items():
        areas = [
            part for one in found for part in shapely.get_parts(shapely.get_parts(one)) if part.geom_type == "Polygon"
        ]
        if day in kept:
            assert all(one.is_valid for one in areas)
            grid = shapely.set_precision(shapely.union_all(areas), 1e-5)
            assert track.figures[kept[day]].area_km2 == pytest.approx(
                case.border.metric.to_metric(grid).area / 1e6, rel=1e-6
            )
            assert shapely.union_all(areas).area == pytest.approx(track.ground(kept[day]).area, rel=2e-3)
        else:
            assert "crossing" in days[day] or not areas
            assert str(day) in told or "passed over" in told
