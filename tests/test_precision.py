"""Rounding keeps areas valid and as large as they were, in an import and in every format of an export."""

from __future__ import annotations

import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box, shape

from geo.cli.data import check_name
from geo.consistency.engine import Checker
from geo.errors import SelectionError
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.release import release
from geo.export.scope import Scope
from geo.geometry.precision import snapped
from geo.geometry.topology.arcs import encode_series
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.mappers.mapping import FieldMapping
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.reports.evacuation import evacuation_report
from geo.reports.places import settlements_report
from geo.reports.view import View
from tests import archives
from tests.cases import day
from tests.publish_cases import public_case
from tests.tracks import front, track

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
#: A valid sliver whose rounding to 1e-5 degrees crosses itself, found by trying.
SLIVER = [
    (35.20893742, 51.30029879),
    (35.20922958, 51.29994216),
    (35.21675946, 51.30145086),
    (35.2164469, 51.30140258),
    (35.20737237, 51.30007274),
]
positions = st.tuples(st.integers(0, 60), st.integers(0, 60))


@given(st.lists(positions, min_size=3, max_size=12), st.integers(1, 9))
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.filter_too_much])
def test_a_rounded_area_is_valid_and_hardly_another(points: list[tuple[int, int]], step: int) -> None:
    """On any step: valid, on the grid, of the same kind of geometry, and off by no more than its outline allows."""
    area = shapely.MultiPolygon(
        [part for part in shapely.get_parts(Polygon(points).buffer(0)) if part.geom_type == "Polygon"]
    )
    (found,) = snapped(np.array([area]), float(step))
    assert found.is_valid
    assert found.geom_type == "MultiPolygon"
    on_step = shapely.get_coordinates(found) / step
    assert np.allclose(on_step, np.rint(on_step))
    assert abs(found.area - area.area) <= step * (area.length + 2 * step)


def test_what_is_valid_when_rounded_is_only_rounded() -> None:
    """Where rounding does no harm, point by point and in their order, nothing else is done."""
    ring = [(0.04, 0.0), (2.0, 0.04), (2.04, 2.0), (0.0, 2.0)]
    (found,) = snapped(np.array([Polygon(ring)]), 0.1)
    assert np.allclose(shapely.get_coordinates(found), np.round([*ring, ring[0]], 1))


def kursk_with(tmp_path: Path, *grounds: Polygon) -> Case:
    """Return a copy of the shipped case with a front of these polygons on 12 August."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    data = archives.geojson(*((ground, {"kind": "held"}) for ground in grounds))
    options = ImportOptions("mapped", mapper="X", mapping=FieldMapping("", "kind", "", {"held": "ukraine.held"}))
    file = ArchiveFile("front_20240812.geojson", lambda: data)
    import_archive(folder, open_case(folder), [file], options, now=datetime(2024, 9, 1, tzinfo=UTC))
    return open_case(folder)


@pytest.mark.parametrize("beside", [False, True])
def test_a_sliver_that_rounding_spoils_stops_no_import(tmp_path: Path, beside: bool) -> None:
    """Alone it is next to nothing, beside other ground it takes nothing from it; both are valid as kept."""
    sliver, other = Polygon(SLIVER), box(35.3, 51.3, 35.4, 51.4)
    assert sliver.is_valid
    assert not Polygon(np.round(SLIVER, 5)).is_valid
    (found,) = kursk_with(tmp_path, sliver, *([other] if beside else [])).fronts
    assert found.ground(0).is_valid
    expected = sliver.area + (other.area if beside else 0)
    assert found.ground(0).area == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize("west", [22.0, 24.9])
def test_ground_too_far_off_is_kept_and_measured_near_the_case(tmp_path: Path, west: float) -> None:
    """A polygon that reaches too far to be measured is kept as drawn, measured where it is near, and noted."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    shapes = {11: box(35.0, 51.22, 35.2, 51.33), 12: box(west, 48.2, 36.0, 51.3)}
    files = [
        ArchiveFile(f"front_202408{on}.geojson", lambda shape=shape: archives.geojson((shape, {"kind": "held"})))  # type: ignore[misc]
        for on, shape in shapes.items()
    ]
    options = ImportOptions("mapped", mapper="X", mapping=FieldMapping("", "kind", "", {"held": "ukraine.held"}))
    report = import_archive(folder, open_case(folder), files, options, now=datetime(2024, 9, 1, tzinfo=UTC))
    assert [(fault.file, fault.is_note) for fault in report.rejected] == [("front_20240812.geojson", True)]
    assert not report.has_faults
    case = open_case(folder)
    (track,) = case.fronts
    assert [snapshot.about_date.day for snapshot in track.snapshots] == [11, 12]
    assert track.ground(1).bounds[0] == west
    metric = case.border.metric
    near = box(metric.lon0 - 10, 48.2, 36.0, 51.3)
    assert track.figures[1].area_km2 == pytest.approx(metric.to_metric(near.segmentize(0.1)).area / 1e6, rel=1e-6)
    assert settlements_report(case, AsOf(date(2024, 8, 12))).said
    assert evacuation_report(case, AsOf(date(2024, 8, 12))).zones
    assert Checker(case).verdicts_on(AsOf(date(2024, 8, 12)))


def _layers_of_zip(read: Callable[[bytes], gpd.GeoSeries]) -> Callable[[bytes], gpd.GeoSeries]:
    def read_zip(data: bytes) -> gpd.GeoSeries:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            name = next(name for name in archive.namelist() if name.startswith("fronts."))
            return read(archive.read(name))

    return read_zip


def _geopackage(data: bytes) -> gpd.GeoSeries:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "layers.gpkg"
        path.write_bytes(data)
        return pyogrio.read_dataframe(path, layer="fronts").geometry


READERS: dict[str, Callable[[bytes], gpd.GeoSeries]] = {
    "geopackage": _geopackage,
    "geojson": _layers_of_zip(
        lambda data: gpd.GeoSeries([shape(feature["geometry"]) for feature in json.loads(data)["features"]])
    ),
    "geoparquet": _layers_of_zip(lambda data: gpd.read_parquet(io.BytesIO(data)).geometry),
    "flatgeobuf": _layers_of_zip(lambda data: pyogrio.read_dataframe(io.BytesIO(data)).geometry),
}


def scope(*grounds: MultiPolygon) -> Scope:
    """Return the small case with a track of its own for each ground, kept rounded as older imports kept it."""
    tracks = tuple(
        replace(track(f"m{number}", {6: front(0.1)}), series=encode_series([ground]))
        for number, ground in enumerate(grounds)
    )
    case = replace(public_case(), fronts=tracks)
    return Scope(release(case), View(day(6)))


@pytest.mark.parametrize("form", READERS)
def test_a_front_that_crosses_itself_leaves_valid(form: str) -> None:
    """An area that an older import kept is cut where it crosses itself, and is as large to a millionth."""
    given_out = scope(MultiPolygon([*front(0.1).geoms, Polygon(SLIVER)]))
    kept = given_out.case.fronts[0].ground(0)
    assert not kept.is_valid
    found = READERS[form](data_file(given_out, form)[1])
    assert found.is_valid.all()
    assert shapely.area(found.array).max() == pytest.approx(shapely.make_valid(kept).area, rel=1e-6)


@pytest.mark.parametrize("form", READERS)
def test_a_front_without_ground_is_written(form: str) -> None:
    """A day on which nothing was drawn is a row without ground; FlatGeobuf, which has none, counts those left out."""
    data = data_file(scope(MultiPolygon(), front(0.1)), form)[1]
    found = READERS[form](data)
    rows = 1 if form == "flatgeobuf" else 2
    assert len(found) == rows
    assert sum(ground is not None and not ground.is_empty for ground in found) == 1
    assert (b"rows_without_ground_left_out" in unzipped(data)) == (form == "flatgeobuf")


def test_only_fronts_without_ground_are_written_too() -> None:
    """A layer of nothing but such rows is an empty layer."""
    assert len(READERS["flatgeobuf"](data_file(scope(MultiPolygon()), "flatgeobuf")[1])) == 0


def unzipped(data: bytes) -> bytes:
    """Return what is in a zip, or the bytes themselves."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist() if name.startswith("fronts."))


@pytest.mark.parametrize("form", DATA_FORMATS)
def test_a_file_is_not_named_what_it_is_not(tmp_path: Path, form: str) -> None:
    """A name with another format's end is refused with the right one; its own end, none, or a folder is taken."""
    suffix = DATA_FORMATS[form][0]
    for good in (tmp_path, tmp_path / f"k{suffix}", tmp_path / "k", tmp_path / f"k{suffix.upper()}"):
        check_name(good, form)
    for other in {".geojson", ".fgb", ".parquet", ".gpkg", ".zip", ".csv"} - {f".{suffix.rpartition('.')[2]}"}:
        with pytest.raises(SelectionError, match=f"name it k{re.escape(suffix)}$"):
            check_name(tmp_path / f"k{other}", form)
