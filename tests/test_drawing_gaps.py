"""An empty drawing is no drawing: the day is left out and told, and nothing is lost or gained by it."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.import_report import ImportReport
from geo.io.mappers.mapping import FieldMapping
from geo.model.claims import Side
from geo.model.fronts import FrontStatus, FrontTrack
from tests import archives
from tests.archives import AT_HOME, HELD, LARGER

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
UNIX = {11: 1723406191, 12: 1723492591, 13: 1723578991, 14: 1723665391}
OWN = ImportOptions(
    "mapped", mapper="Desk", mapping=FieldMapping(class_column="kind", classes={"held": "ukraine.held"})
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


def bring(folder: Path, files: dict[str, bytes], options: ImportOptions | str) -> ImportReport:
    """Import files by name into a case."""
    given = [ArchiveFile(name, lambda data=data: data) for name, data in files.items()]  # type: ignore[misc]
    options = ImportOptions(options) if isinstance(options, str) else options
    return import_archive(folder, open_case(folder), given, options, now=datetime(2024, 9, 1, tzinfo=UTC))


def track(folder: Path, side: Side = Side.RUSSIA) -> FrontTrack:
    """Return the held ground of a side."""
    return next(t for t in open_case(folder).fronts if (t.holder, t.status) == (side, FrontStatus.HELD))


def days(one: FrontTrack) -> list[int]:
    """Return the days of the drawings."""
    return [snapshot.about_date.day for snapshot in one.snapshots]


def owl(**lists: Polygon | None) -> bytes:
    """Return a day of owlmap with these lists alone, a list of None being empty."""
    rings = {k: [[[y, x] for x, y in shape.exterior.coords]] if shape else [] for k, shape in lists.items()}
    return json.dumps({"frontline": [], "geos": [], **rings}).encode()


EMPTY: dict[str, tuple[bytes, bytes]] = {
    "owlmap": (owl(areas=AT_HOME), owl(areas=None)),
    "deepstate-mirror": (archives.mirror(AT_HOME), archives.geojson()),
    "deepstate-history": (archives.history((AT_HOME, "status.occupied")), archives.history()),
}


def name_of(form: str, day: int) -> str:
    """Return how an archive names the file of a day of August 2024."""
    return f"{UNIX[day]}.geojson" if form == "deepstate-history" else f"202408{day}.json"


@pytest.mark.parametrize("form", EMPTY)
@pytest.mark.parametrize("where", [11, 12, 14])
def test_a_file_without_an_area_is_left_out_wherever_it_stands(folder: Path, form: str, where: int) -> None:
    """First, in the middle or last: told with file and day, and no figure of any other day knows of it."""
    drawn, empty = EMPTY[form]
    report = bring(folder, {name_of(form, day): empty if day == where else drawn for day in UNIX}, form)
    (fault,) = report.rejected
    assert fault.file == name_of(form, where)
    assert f"for 2024-08-{where}" in fault.reason
    found = track(folder)
    assert days(found) == [day for day in UNIX if day != where]
    assert {(figures.gained_km2, figures.lost_km2) for figures in found.figures} <= {(None, None), (0, 0)}
    assert min(figures.area_km2 for figures in found.figures) > 1
    before = found.snapshots
    again = bring(folder, {name_of(form, where): empty}, form)
    assert (again.added, track(folder).snapshots) == (0, before)


@pytest.mark.parametrize("form", EMPTY)
def test_an_archive_of_empty_files_is_refused(folder: Path, form: str) -> None:
    """Where not one file draws anything there is nothing to keep."""
    with pytest.raises(InputError, match=r"(?s)none of the 2 files .* no area"):
        bring(folder, {name_of(form, day): EMPTY[form][1] for day in (11, 12)}, form)


@pytest.mark.parametrize("coordinates", [[], [[]]])
def test_an_empty_geometry_in_a_file_of_ones_own_is_no_ground_lost(folder: Path, coordinates: list[Any]) -> None:
    """A feature whose geometry holds nothing leaves its day out, whatever the nesting of nothing is."""
    document = json.loads(archives.geojson((HELD, {"kind": "held"})))
    document["features"][0]["geometry"] = {"type": "MultiPolygon", "coordinates": coordinates}
    files = {f"202408{day}.geojson": archives.geojson((HELD, {"kind": "held"})) for day in (11, 13)}
    report = bring(folder, {**files, "20240812.geojson": json.dumps(document).encode()}, OWN)
    assert [fault.file for fault in report.rejected] == ["20240812.geojson"]
    assert days(track(folder, Side.UKRAINE)) == [11, 13]


def test_one_empty_list_between_two_drawn_days_is_no_drawing_of_that_ground(folder: Path) -> None:
    """The file's other ground is kept; the empty list loses nothing, also when the next day comes later."""
    full, lost = owl(areas=AT_HOME, areas_ua=HELD), owl(areas=AT_HOME, areas_ua=None)
    bring(folder, {"20240811.json": full, "20240812.json": lost}, "owlmap")
    assert days(track(folder, Side.UKRAINE)) == [11, 12]
    report = bring(folder, {"20240813.json": owl(areas=AT_HOME, areas_ua=LARGER)}, "owlmap")
    assert [fault.file for fault in report.rejected] == ["20240812.json"]
    assert "held by Ukraine on 2024-08-12" in report.rejected[0].reason
    found = track(folder, Side.UKRAINE)
    assert days(found) == [11, 13]
    assert [figures.lost_km2 for figures in found.figures] == [None, None]
    assert days(track(folder)) == [11, 12, 13]
    assert bring(folder, {"20240812.json": lost}, "owlmap").unchanged == 1
    assert days(track(folder, Side.UKRAINE)) == [11, 13]


def test_ground_that_is_given_up_or_comes_back_elsewhere_stays_as_drawn(folder: Path) -> None:
    """Empty before the first and after the last ground is true, and so is a gap after which other ground is drawn."""
    shapes = {11: None, 12: HELD, 13: None, 14: Polygon([(35.6, 51.0), (35.8, 51.0), (35.8, 51.1), (35.6, 51.0)])}
    files = {f"202408{day}.json": owl(areas=AT_HOME, areas_ua=shape) for day, shape in shapes.items()}
    report = bring(folder, {**files, "20240815.json": owl(areas=AT_HOME, areas_ua=None)}, "owlmap")
    assert report.rejected == ()
    found = track(folder, Side.UKRAINE)
    assert [area.area_km2 > 0 for area in found.figures] == [False, True, False, True, False]
    assert found.figures[2].lost_km2 == pytest.approx(found.figures[1].target_km2, rel=1e-6)


def test_unclear_ground_may_come_and_go(folder: Path) -> None:
    """Only held ground is asked: what is unclear one day is clear the next, and unclear again."""
    keys = {11: "status.unknown", 12: "status.occupied", 13: "status.unknown"}
    files = {
        name_of("deepstate-history", day): archives.history((AT_HOME, "status.occupied"), (HELD, key))
        for day, key in keys.items()
    }
    report = bring(folder, files, "deepstate-history")
    unclear = next(t for t in open_case(folder).fronts if t.status is FrontStatus.UNCLEAR and t.holder is Side.UKRAINE)
    assert report.rejected == ()
    assert [figures.area_km2 > 0 for figures in unclear.figures] == [True, False, True]


def test_a_map_of_the_war_without_russias_ground_has_not_drawn_it(folder: Path) -> None:
    """Also on the last day: the rest of the file is kept, and that Russia's ground is missing is told."""
    report = bring(
        folder,
        {"20240811.json": owl(areas=AT_HOME, areas_ua=HELD), "20240812.json": owl(areas=None, areas_ua=HELD)},
        "owlmap",
    )
    assert [(fault.file, "nothing as held by Russia on 2024-08-12" in fault.reason) for fault in report.rejected] == [
        ("20240812.json", True)
    ]
    assert (days(track(folder)), days(track(folder, Side.UKRAINE))) == ([11], [11, 12])


def test_a_list_that_is_not_there_says_nothing(folder: Path) -> None:
    """A file without areas_ua has not drawn that ground: the day before is carried, and no loss is told."""
    bring(folder, {"20240811.json": owl(areas=AT_HOME, areas_ua=HELD), "20240812.json": owl(areas=AT_HOME)}, "owlmap")
    assert [s.about_date for s in track(folder, Side.UKRAINE).snapshots] == [date(2024, 8, 11)]
