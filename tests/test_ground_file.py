"""`measure` reads what an import reads, and every day that the map shows can be asked for everywhere."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point, Polygon, box

from geo.errors import InputError, SelectionError
from geo.export.release import release
from geo.geometry.measurement import measure
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.ground_file import areas_in
from geo.model.case import Case
from tests import archives
from tests.archives import HELD, LARGER
from tests.cli import KURSK, run_cli
from tests.test_dialects import FORMS, RING


@pytest.fixture(scope="module")
def case() -> Case:
    """Open the shipped case, without fronts."""
    return replace(open_case(KURSK), fronts=())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_measures_alike(case: Case, tmp_path: Path, form: str) -> None:
    """Area, depth and width of one ground are the same in whatever form it comes."""
    path = tmp_path / "front.any"
    path.write_bytes(FORMS[form])
    areas, told = areas_in(path, case)
    found, expected = measure(shapely.union_all(list(areas.values())), case.border), measure(RING, case.border)
    assert found.area_km2 == pytest.approx(expected.area_km2, rel=1e-5)
    assert found.depth_max_km == pytest.approx(expected.depth_max_km, abs=0.02)
    assert found.width_chord_km == pytest.approx(expected.width_chord_km, abs=0.02)
    assert not told


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb", ".parquet", ".geojson", ".kml", ".kmz", ".zip"])
def test_every_container_measures_alike(case: Case, tmp_path: Path, suffix: str) -> None:
    """So do the files of a GIS; each feature has a name of its own."""
    path = tmp_path / f"x{suffix}"
    path.write_bytes(archives.written(archives.frame(kind=["a", "b"]), tmp_path, suffix))
    areas, _ = areas_in(path, case)
    assert list(areas) == ["feature 1", "feature 2"]
    assert shapely.union_all(list(areas.values())).symmetric_difference(shapely.union(HELD, LARGER)).area < 1e-9


def test_of_a_mappers_own_file_the_advance_is_measured(case: Case, tmp_path: Path) -> None:
    """They draw both sides; what the advancing side holds is meant, never all that is drawn."""
    for name, data in {
        "20240812.json": archives.owlmap(HELD),
        "1723492591.geojson": archives.history((HELD, "status.dismissed"), (LARGER, "status.occupied")),
    }.items():
        (tmp_path / name).write_bytes(data)
        areas, _ = areas_in(tmp_path / name, case)
        assert list(areas) == ["held by Ukraine, 2024-08-12"]
        assert next(iter(areas.values())).equals(HELD)


def test_what_can_t_be_measured_is_named(case: Case, tmp_path: Path) -> None:
    """A crossing outline by file and feature, points by their number, a far region by where it lies."""
    crossing = Polygon([(35, 51.2), (35.2, 51.4), (35.2, 51.2), (35, 51.4)])
    for name, shape, words in [
        ("c.geojson", crossing, r"c\.geojson, feature 1: an outline is not valid"),
        ("p.geojson", Point(35, 51), r"p\.geojson holds no polygon.*1 Point"),
        ("f.geojson", box(80, 10, 81, 11), "far from the case"),
    ]:
        (tmp_path / name).write_bytes(archives.geojson((shape, {})))
        with pytest.raises(InputError, match=words):
            areas_in(tmp_path / name, case)
    (tmp_path / "m.geojson").write_bytes(archives.geojson((HELD, {}), (Point(35, 51), {})))
    assert areas_in(tmp_path / "m.geojson", case)[1] == ["m.geojson: 1 Point passed over, which have no area"]


def test_every_day_that_the_map_shows_can_be_written(tmp_path: Path) -> None:
    """A front that may not be published reaches beyond the case's days: its days can be asked for, without it."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    file = ArchiveFile("20240401.json", lambda: archives.owlmap(HELD))
    import_archive(folder, open_case(folder), [file], ImportOptions("owlmap"), now=datetime(2024, 9, 1, tzinfo=UTC))
    whole = open_case(folder)
    day = date(2024, 4, 2)
    assert whole.first_date == date(2024, 4, 1)
    released = release(whole).case
    assert not released.fronts
    assert whole.check_date(day) == released.check_date(day) == day
    with pytest.raises(SelectionError, match="runs from 2024-04-01"):
        released.check_date(date(2024, 3, 31))
    for command in (
        ("picture", "--out", str(tmp_path / "a.svg")),
        ("export", "--as", "csv", "--out", str(tmp_path / "a.csv")),
        ("layers", "--layer", "fronts"),
    ):
        done = run_cli(command[0], str(folder), "--on", str(day), *command[1:])
        assert done.returncode == 0, done.stderr
    assert run_cli("layers", str(folder), "--on", "2024-03-31", "--layer", "fronts").returncode == 2


def test_a_printed_layer_of_fronts_is_valid(tmp_path: Path) -> None:
    """What `layers` and `changes --geojson` print is valid, as the exports are."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    comb = Polygon(
        [(35.1, 51.25), (35.3, 51.25), (35.3, 51.4), *((35.3 - n / 997, 51.4 - n % 2 / 7) for n in range(60))]
    )
    files = [
        ArchiveFile("20240812.json", lambda: archives.owlmap(comb)),
        ArchiveFile("20240813.json", lambda: archives.owlmap(LARGER)),
    ]
    import_archive(folder, open_case(folder), files, ImportOptions("owlmap"), now=datetime(2024, 9, 1, tzinfo=UTC))
    printed = [
        run_cli("layers", str(folder), "--on", "2024-08-12", "--layer", "fronts").stdout,
        run_cli(
            *("changes", str(folder), "--track", "owlmap.ukraine.held", "--from", "2024-08-12", "--to", "2024-08-13"),
            "--geojson",
        ).stdout,
    ]
    for text in printed:
        shapes = [shapely.geometry.shape(one["geometry"]) for one in json.loads(text)["features"]]
        assert shapes
        assert all(shape.is_valid for shape in shapes)
