"""What Salient exports it imports again without a question, and two mappers of one day are compared."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from shapely.geometry import LineString, MultiPolygon, box, shape

from geo.analysis.mapper_difference import mapper_difference
from geo.errors import InputError, SelectionError
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.release import release
from geo.export.scope import Scope
from geo.geometry.border import BorderLine
from geo.geometry.crs import MetricCRS
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.own_export import own_archives, read_own
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.fronts import FrontTrack
from tests import archives
from tests.archives import HELD, LARGER
from tests.cli import KURSK, run_cli
from tests.test_series import grids
from tests.tracks import track_of

NOW = datetime(2024, 9, 1, tzinfo=UTC)
BORDER = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case with two mappers' archives: one drew two days, the other one of them."""
    target = tmp_path_factory.mktemp("two") / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    held = {"20240812.json": archives.owlmap(HELD), "20240814.json": archives.owlmap(LARGER)}
    files = [ArchiveFile(name, lambda data=data: data) for name, data in held.items()]  # type: ignore[misc]
    own = ImportOptions("owlmap", licence="CC-BY-4.0", may_publish=True)
    import_archive(target, open_case(target), files, own, now=NOW)
    said = FieldMapping("", "kind", "", {"held": "ukraine.held"})
    desk = ImportOptions("mapped", "desk", "My desk", licence="CC0-1.0", may_publish=True, mapping=said)
    mine = ArchiveFile("d_20240812.geojson", lambda: archives.geojson((box(35.2, 51.25, 35.5, 51.4), {"kind": "held"})))
    import_archive(target, open_case(target), [mine], desk, now=NOW)
    return target


def tracks(case: Case) -> dict[str, list[tuple[date, MultiPolygon]]]:
    """Return every drawing of a case."""
    return {
        track.id: [(one.about_date, track.ground(number)) for number, one in enumerate(track.snapshots)]
        for track in case.fronts
    }


@pytest.mark.parametrize("form", [form for form in DATA_FORMATS if form not in {"csv", "xlsx"}])
def test_an_export_comes_back_without_a_question(folder: Path, tmp_path: Path, form: str) -> None:
    """Every archive in it by its name, with mapper, licence, days and ground; what was carried forward comes once."""
    case = open_case(folder)
    name, data = data_file(Scope.of_period(release(case)), form)
    (tmp_path / name).write_bytes(data)
    target = tmp_path / "again"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    done = run_cli("import", str(tmp_path / name), "--into", str(target))
    assert done.returncode == 0, done.stderr
    again = open_case(target)
    assert {(t.id, t.mapper, t.licence, t.may_publish) for t in again.fronts} == {
        (t.id, t.mapper, t.licence, False) for t in case.fronts
    }
    before, after = tracks(case), tracks(again)
    for ident, drawings in before.items():
        assert [day for day, _ in drawings] == [day for day, _ in after[ident]]
        for (_, one), (_, other) in zip(drawings, after[ident], strict=True):
            assert one.symmetric_difference(other).area <= 1e-9


def test_of_several_archives_one_is_named(folder: Path) -> None:
    """Without a name the reader says which there are; a file without fronts holds none."""
    _, data = data_file(Scope.of_period(release(open_case(folder))), "geopackage")
    assert [one.name for one in sorted(own_archives("k.gpkg", data), key=str)] == ["desk", "owlmap"]
    with pytest.raises(InputError, match="archives desk, owlmap; name one of them"):
        read_own("k.gpkg", data, FieldMapping())
    assert not own_archives("a.geojson", archives.geojson((HELD, {"kind": "held"})))
    with pytest.raises(InputError, match="no fronts that Salient exported"):
        read_own("a.geojson", archives.geojson((HELD, {"kind": "held"})), FieldMapping())


def test_two_mappers_of_one_day_in_figures_and_ground(folder: Path) -> None:
    """Ground of both, and of either alone, as text and as GeoJSON; a day that one did not draw is refused."""
    said = ("differences", str(folder), "--track", "owlmap.ukraine.held", "--track", "desk.ukraine.held")
    text = run_cli(*said, "--on", "2024-08-12").stdout
    assert "33% of what either drew is in both" in text or "25% of what either drew is in both" in text
    assert "only owlmaps: " in text
    assert "only My desk: " in text
    parts = json.loads(run_cli(*said, "--on", "2024-08-12", "--geojson").stdout)["features"]
    grounds = {one["properties"]["part"]: shape(one["geometry"]) for one in parts}
    assert grounds["both"].equals(box(35.2, 51.25, 35.3, 51.4))
    assert grounds["only_first"].equals(box(35.1, 51.25, 35.2, 51.4))
    assert all(ground.is_valid for ground in grounds.values())
    refused = run_cli(*said, "--on", "2024-08-14")
    assert refused.returncode == 2
    assert "My desk drew nothing for 2024-08-14 itself; the last day that both drew is 2024-08-12" in refused.stderr


def drawn(ground: MultiPolygon, archive: str, holder: Side = Side.UKRAINE) -> FrontTrack:
    """Return a track of one drawing."""
    return replace(track_of([ground], [0], [0], holder), archive=archive)


@given(grids, grids)
def test_the_parts_are_what_was_drawn(one: MultiPolygon, other: MultiPolygon) -> None:
    """Both and only-first make the first, both and only-second the second; turned round, the two change places."""
    first, second = (drawn(ground, archive) for archive, ground in (("a", one), ("b", other)))
    day = first.snapshots[0].about_date
    found, turned = mapper_difference(first, second, day, BORDER), mapper_difference(second, first, day, BORDER)
    areas = [BORDER.metric.to_metric(ground).area / 1e6 for ground in (first.ground(0), second.ground(0))]
    assert found.both.area_km2 + found.only_first.area_km2 == pytest.approx(areas[0], rel=1e-6, abs=1e-6)
    assert found.both.area_km2 + found.only_second.area_km2 == pytest.approx(areas[1], rel=1e-6, abs=1e-6)
    assert turned.only_first.area_km2 == pytest.approx(found.only_second.area_km2, rel=1e-9, abs=1e-9)
    assert shapely.intersection(found.only_first.ground, second.ground(0)).area < 1e-12
    assert (found.agreement is None) == (one.is_empty and other.is_empty)


def test_what_can_t_be_compared_says_why() -> None:
    """One track twice, and two kinds of ground."""
    first = drawn(MultiPolygon([HELD]), "a")
    with pytest.raises(SelectionError, match="named twice"):
        mapper_difference(first, first, date(2024, 8, 12), BORDER)
    other: FrontTrack = drawn(MultiPolygon([HELD]), "b", Side.RUSSIA)
    with pytest.raises(SelectionError, match="two kinds of ground"):
        mapper_difference(first, other, date(2024, 8, 12), BORDER)
