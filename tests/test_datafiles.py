"""Data files: whatever is written reads back as the same layer, and opens in a reader that is not the writer."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

import geopandas as gpd
import openpyxl
import pandas as pd
import polars
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pandas.testing import assert_frame_equal
from shapely.geometry import shape

from geo.errors import InputError, SelectionError
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.dataset_schema import ADDED, DATASET_LAYERS, DATASET_SCHEMAS, DATASET_TABLES, DATED, TABLE_SCHEMAS
from geo.export.datasets import dataset, table
from geo.export.formats.csv import plain_cell, read_csv, safe_cell, write_csv
from geo.export.formats.gis import read_geopackage_table, read_layer
from geo.export.formats.kml import KML
from geo.export.release import release
from geo.export.scope import Scope
from geo.io.case_store import open_case
from geo.model.claims import Claim
from geo.reports.layer_frames import typed
from geo.reports.view import View
from tests.cases import LAST, day
from tests.publish_cases import public_case

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
ON = day(9)
HOSTILE = "=HYPERLINK(\"http://x\")</name><script>alert('${1}')</script>\x07, \"a\";\n'quoted'"


def scope(on: date | None = ON, **more: object) -> Scope:
    """Return the public case on a day (None: the whole period)."""
    case = public_case()
    view = View(on or case.last_date, **more)  # type: ignore[arg-type]
    return Scope(release(case), view, whole_period=on is None)


def hostile_scope() -> Scope:
    """Return the public case with a hostile text as claimant, place name and note."""
    case = public_case()
    claims = tuple(claim.model_copy(update={"claimant": HOSTILE, "note": HOSTILE}) for claim in case.claims)
    events = tuple(event.model_copy(update={"claimant": HOSTILE}) for event in case.control_events)
    places = {key: place.model_copy(update={"name_en": HOSTILE}) for key, place in case.settlements.items()}
    case = replace(case, claims=claims, control_events=events, settlements=places)
    return Scope(release(case), View(ON))


@pytest.fixture(params=[ON, None], ids=["a day", "the period"])
def either(request: pytest.FixtureRequest) -> Scope:
    """Return the public case on a day, then over its whole period."""
    return scope(request.param)


@pytest.fixture
def ogrinfo() -> str:
    """Return Debian's ogrinfo, a GDAL that is not the one that writes; without it tests are skipped, but not in CI."""
    found = shutil.which("ogrinfo")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("no ogrinfo: .ci/run installs gdal-bin")
        pytest.skip("no ogrinfo found: install Debian's package gdal-bin")
    return found


def unpacked(chosen: Scope, format_: str, folder: Path) -> dict[str, Path]:
    """Write a format into a folder and return its files by name."""
    name, data = data_file(chosen, format_)
    if not name.endswith(".zip"):
        (folder / name).write_bytes(data)
        return {name: folder / name}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
    return {path.name: path for path in folder.iterdir()}


def in_order(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return rows in an order of their content, since FlatGeobuf's index has an order of its own."""
    keys = [column for column in frame.columns if column != "geometry"]
    wkb = frame.assign(wkb=frame.geometry.to_wkb(hex=True))
    return wkb.sort_values([*keys, "wkb"], key=lambda c: c.astype(str)).drop(columns="wkb").reset_index(drop=True)


@pytest.mark.parametrize("format_", ["geopackage", "geojson", "geoparquet", "flatgeobuf"])
def test_what_was_written_reads_back_as_the_same_layer(format_: str, either: Scope, tmp_path: Path):
    """Types, geometry to the bit, CRS and absent values of every layer survive every format, empty layers included."""
    files = unpacked(either, format_, tmp_path)
    for name in DATASET_LAYERS:
        written = dataset(either, name)
        path = next(path for key, path in files.items() if key.startswith(f"{name}.") or key.endswith(".gpkg"))
        read = read_layer(path, DATASET_SCHEMAS[name])
        if format_ == "flatgeobuf":
            written, read = in_order(written), in_order(read)
        assert_geodataframe_equal(read, written, check_like=False, check_crs=True)
        assert read.crs == "EPSG:4326"


def test_a_geopackage_keeps_the_tables(either: Scope, tmp_path: Path):
    """Claims, words about places, orders and sources come back as they went in."""
    (path,) = unpacked(either, "geopackage", tmp_path).values()
    for name in DATASET_TABLES:
        assert_frame_equal(read_geopackage_table(path, TABLE_SCHEMAS[name]), table(either, name))


@pytest.mark.parametrize("name", DATED)
def test_every_row_says_who_when_and_under_which_licence(name: str, either: Scope):
    """Each dated layer has rows, and each row its licence, days, basis and the case's version."""
    frame = dataset(either, name)
    assert len(frame) > 0
    assert set(ADDED) <= set(frame.columns)
    for column in ("basis", "licence", "about_date", "known_date", "from_date", "to_date", "case_version"):
        assert frame[column].notna().all(), column
    assert frame.geometry.is_valid.all()


def test_a_row_of_the_period_stands_on_its_days_and_no_other():
    """The period's rows that stand on a day are that day's rows, for every layer and day tried."""
    whole = scope(None)
    for offset in (0, 3, 6, 9, 14, 20, 40):
        that_day = scope(day(offset))
        for name in DATED:
            period, single = dataset(whole, name), dataset(that_day, name)
            if name == "zones":
                single = single.sort_values("id")
            is_in_effect = period[(period.from_date <= day(offset)) & (period.to_date >= day(offset))]
            key = [c for c in ("id", "band", "status", "known_date", "about_date") if c in period.columns]
            found = is_in_effect[key].sort_values(key).reset_index(drop=True)
            assert_frame_equal(found, single[key].sort_values(key).reset_index(drop=True))


def test_the_second_clock_reaches_the_files():
    """What was published after the day of knowledge is in no layer and no table."""
    early = scope(None, known=day(6))
    for name in ("advances", "settlements", "zones", "fronts"):
        assert (dataset(early, name)["known_date"] <= day(6)).all()
    for name in ("claims", "control_events", "evacuation_orders"):
        assert (table(early, name)["known_date"] <= day(6)).all()
    assert set(table(early, "claims")["as_known_on"]) == {day(6)}


def test_what_the_gate_keeps_in_is_in_no_format():
    """The name and the ground of the closed front are in none of the files, and each says that it was left out."""
    for format_ in DATA_FORMATS:
        _, data = data_file(scope(None), format_)
        parts = [data]
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [archive.read(name) for name in archive.namelist()]
        text = b"".join(parts)
        assert b"Theirs (credit)" not in text
        assert b"theirs-6.geojson" not in text
        if format_ != "csv":
            assert b"all rights reserved" in text, format_


@pytest.mark.parametrize("format_", DATA_FORMATS)
def test_the_same_scope_gives_the_same_bytes(format_: str):
    """No format holds a moment of writing."""
    assert data_file(scope(), format_) == data_file(scope(), format_)


def test_ogrinfo_reads_the_geopackage(ogrinfo: str, tmp_path: Path):
    """Another GDAL lists every layer with its rows, and warns of nothing."""
    (path,) = unpacked(scope(), "geopackage", tmp_path).values()
    done = subprocess.run([ogrinfo, "-so", "-al", str(path)], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    counts = dict(re.findall(r"^Layer name: (\w+)\n.*?^Feature Count: (\d+)", done.stdout, re.MULTILINE | re.DOTALL))
    for name in DATASET_LAYERS:
        assert int(counts[name]) == len(dataset(scope(), name)), name
    for name in DATASET_TABLES:
        assert int(counts[name]) == len(table(scope(), name)), name


def test_sqlite_reads_the_styles_and_they_are_for_layers_that_are_there(tmp_path: Path):
    """Every style is XML of a renderer, belongs to a layer, and names only values that the layer can have."""
    (path,) = unpacked(scope(), "geopackage", tmp_path).values()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        styles = dict(connection.execute("SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1"))
        listed = {name for (name,) in connection.execute("SELECT table_name FROM gpkg_contents")}
        assert connection.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall() == [
            ("2000-01-01T00:00:00.000Z",)
        ]
    connection.close()
    assert set(styles) == set(DATASET_LAYERS) <= listed
    bands = etree.fromstring(styles["advances"]).xpath("//category/@value")
    assert bands == ["inner", "likely", "outer"]
    for name, qml in styles.items():
        root = etree.fromstring(qml)
        assert len(root.findall("renderer-v2")) == 1, name
        used, there = set(root.xpath("//category/@symbol")), set(root.xpath("//symbols/symbol/@name"))
        assert used <= there
        assert bool(root.findall("temporal")) is (name in DATED)


def test_pyarrow_reads_the_geoparquet(tmp_path: Path):
    """The file follows GeoParquet 1.1: geometry column, WKB, CRS; days are days; our own metadata is there."""
    files = unpacked(scope(), "geoparquet", tmp_path)
    found = pq.read_table(files["advances.parquet"])
    geo = json.loads(found.schema.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"]["encoding"] == "WKB"
    assert str(found.schema.field("about_date").type) == "date32[day]"
    grounds = shapely.from_wkb(found.column("geometry").to_pylist())
    assert shapely.equals_exact(grounds, dataset(scope(), "advances").geometry.to_numpy()).all()
    assert json.loads(found.schema.metadata[b"salient"])["as_known_on"] == "today"


def test_polars_reads_the_geoparquet(either: Scope, tmp_path: Path):
    """A reader of its own, not Arrow's, finds each layer: rows, WKB, days as days, and the CRS in the metadata."""
    for name, path in unpacked(either, "geoparquet", tmp_path).items():
        written = dataset(either, name.removesuffix(".parquet"))
        read = polars.read_parquet(path, use_pyarrow=False)
        assert read.columns == list(written.columns)
        assert shapely.equals_exact(shapely.from_wkb(read["geometry"].to_list()), written.geometry.to_numpy()).all()
        if len(written):
            assert read.schema["from_date"] == polars.Date or written["from_date"].isna().all()
        said = json.loads(polars.read_parquet_metadata(path)["geo"])
        assert said["columns"]["geometry"]["crs"]["id"] == {"authority": "EPSG", "code": 4326}


def test_ogrinfo_reads_the_flatgeobuf(ogrinfo: str, tmp_path: Path):
    """Another GDAL reads each layer with all its rows through the spatial index."""
    for name, path in unpacked(scope(), "flatgeobuf", tmp_path).items():
        done = subprocess.run([ogrinfo, "-so", "-al", str(path)], capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert f"Feature Count: {len(dataset(scope(), name.removesuffix('.fgb')))}" in done.stdout


def test_the_geojson_is_rfc_7946(tmp_path: Path):
    """No crs member, lon before lat, at most 7 decimals, exterior rings counter-clockwise, the bbox of it all."""
    for path in unpacked(scope(), "geojson", tmp_path).values():
        document = json.loads(path.read_bytes(), parse_constant=pytest.fail)
        assert "crs" not in document
        grounds = [shape(feature["geometry"]) for feature in document["features"]]
        for ground in grounds:
            for polygon in shapely.get_parts(ground):
                if polygon.geom_type == "Polygon":
                    assert polygon.exterior.is_ccw
        if grounds:
            west, south, east, north = document["bbox"]
            assert (west, south, east, north) == pytest.approx(shapely.total_bounds(grounds))
            assert (30 < west <= east < 40, 50 < south <= north < 53) == (True, True)
        numbers = re.findall(r"-?\d+\.(\d+)", json.dumps([f["geometry"] for f in document["features"]]))
        assert all(len(digits) <= 7 for digits in numbers)


def kml_schema() -> etree.XMLSchema:
    """Return the OGC's schema of KML 2.2 as the package fastkml ships it."""
    return etree.XMLSchema(etree.parse(str(resources.files("fastkml").joinpath("schema", "ogckml22.xsd"))))


@pytest.mark.parametrize("chosen", [scope(), scope(None), hostile_scope()], ids=["day", "period", "hostile"])
def test_the_kml_holds_to_the_ogc_schema(chosen: Scope):
    """KML 2.2 by the OGC's own schema, whatever the texts are."""
    _, data = data_file(chosen, "kml")
    kml_schema().assertValid(etree.fromstring(data))


def test_gdal_reads_the_kml_with_its_spans(tmp_path: Path):
    """GDAL finds a layer a folder, with the same ground, and the begin and end of each row."""
    (path,) = unpacked(scope(None), "kml", tmp_path).values()
    written = dataset(scope(None), "settlements")
    read = pyogrio.read_dataframe(path, layer="settlements")
    assert len(read) == len(written)
    assert shapely.equals_exact(read.geometry.to_numpy(), written.geometry.to_numpy(), 1e-7).all()
    assert [moment.date() for moment in read["begin"]] == list(written["from_date"])
    assert [moment.date() for moment in read["end"]] == list(written["to_date"])
    assert list(read["claimant"]) == list(written["claimant"])


def test_the_kml_keeps_every_value():
    """ExtendedData, read by an XML parser, holds each value of each row of each layer."""
    root = etree.fromstring(data_file(scope(), "kml")[1])
    for name in (*DATED, "border"):
        folder = root.xpath(f"//k:Folder[starts-with(k:name, '{name}')]", namespaces={"k": KML})[0]
        marks = folder.findall(f"{{{KML}}}Placemark")
        frame = dataset(scope(), name)
        assert len(marks) == len(frame)
        for mark, row in zip(marks, frame.drop(columns="geometry").to_dict("records"), strict=True):
            data = {d.get("name"): d[0].text for d in mark.iter(f"{{{KML}}}Data")}
            assert data == {
                str(key): str(value) for key, value in row.items() if value is not None and not pd.isna(value)
            }


def test_a_kmz_is_the_kml_zipped():
    """Google Earth opens doc.kml of the zip, which is the KML itself."""
    with zipfile.ZipFile(io.BytesIO(data_file(scope(), "kmz")[1])) as archive:
        assert archive.namelist() == ["doc.kml"]
        assert archive.read("doc.kml") == data_file(scope(), "kml")[1]


def test_openpyxl_reads_the_workbook(either: Scope):
    """Each table is a sheet with its rows; days are days and no cell is a formula."""
    book = openpyxl.load_workbook(io.BytesIO(data_file(either, "xlsx")[1]))
    assert book.sheetnames == ["About", *DATASET_TABLES]
    for name in DATASET_TABLES:
        rows = list(book[name].iter_rows(values_only=True))
        frame = table(either, name)
        assert list(rows[0]) == list(frame.columns)
        assert len(rows) - 1 == len(frame)
        read = typed(pd.DataFrame(rows[1:], columns=rows[0]).astype(object), TABLE_SCHEMAS[name])
        assert_frame_equal(read, frame)
    days = [cell.value for cell in book["claims"]["B"][1:]]
    assert [moment.date() for moment in days] == list(table(either, "claims")["about_date"])
    said = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True) if row[0]}
    assert said["Version"] == "0" * 64
    assert "never a map of control" in said["Method"]


def test_no_spreadsheet_cell_starts_a_formula():
    """A hostile claimant is text in CSV and XLSX, and comes back as it was."""
    text = data_file(hostile_scope(), "csv")[1].decode()
    cells = [
        cell for row in pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False).to_numpy() for cell in row
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.lstrip()[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    assert set(read_csv(text, TABLE_SCHEMAS["claims"])["claimant"]) == {HOSTILE}
    book = openpyxl.load_workbook(io.BytesIO(data_file(hostile_scope(), "xlsx")[1]))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert any(str(cell.value).startswith("=HYPERLINK") for row in book["claims"].iter_rows() for cell in row)


@given(st.text())
def test_a_safe_cell_starts_no_formula_and_gives_its_text_back(text: str):
    """Whatever the text: the first sign of the cell starts no formula, and the text can be had again."""
    cell = safe_cell(text)
    assert cell.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert cell[:1] not in {"\t", "\r", "\n"}
    assert plain_cell(cell) == text


def test_the_csv_reads_back_as_the_same_ledger(either: Scope):
    """Types, absent values and texts of the ledger survive; its rows are claims by the model."""
    written = table(either, "claims")
    read = read_csv(write_csv(written), TABLE_SCHEMAS["claims"])
    assert_frame_equal(read, written)
    fields = list(Claim.model_fields)
    for row in read[fields].astype(object).to_dict("records"):
        given_cells = {str(key): str(value) for key, value in row.items() if value is not None and not pd.isna(value)}
        given_cells = {k: v.removesuffix(".0") if k in {"value", "value_high"} else v for k, v in given_cells.items()}
        assert Claim.model_validate(given_cells).id == row["id"]


@pytest.mark.parametrize(
    "content",
    [
        b'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>',
        b"<?xml",
        b"SQLite format 3\x00" + b"\x00" * 80,
        b"WFS:http://example.org",
        b"",
    ],
)
def test_a_file_that_is_something_else_never_reaches_gdal(content: bytes, tmp_path: Path):
    """What is no GeoPackage, FlatGeobuf, GeoParquet or GeoJSON by its first bytes is refused, whatever its name."""
    path = tmp_path / "layer.gpkg"
    path.write_bytes(content)
    with pytest.raises(InputError, match="by its first bytes"):
        read_layer(path, DATASET_SCHEMAS["advances"])


def test_a_format_or_layer_that_is_not_there_is_named():
    """The message lists what there is."""
    with pytest.raises(SelectionError, match="it must be one of geopackage, geojson"):
        data_file(scope(), "shapefile")
    with pytest.raises(SelectionError, match="it must be one of advances"):
        dataset(scope(), "roads")
    with pytest.raises(SelectionError, match="it must be one of claims"):
        table(scope(), "roads")


def test_the_shipped_case_goes_into_every_format(tmp_path: Path):
    """The real ledger, borders and zones pass through all formats and come back valid."""
    chosen = Scope(release(open_case(KURSK)), View(date(2024, 8, 12)))
    for format_ in ("geopackage", "geojson", "flatgeobuf", "geoparquet"):
        folder = tmp_path / format_
        folder.mkdir()
        files = unpacked(chosen, format_, folder)
        path = next(path for key, path in files.items() if key.startswith("advances.") or key.endswith(".gpkg"))
        read = read_layer(path, DATASET_SCHEMAS["advances"])
        assert in_order(read)["area_km2"].tolist() == in_order(dataset(chosen, "advances"))["area_km2"].tolist()
        assert read.geometry.is_valid.all()
    kml_schema().assertValid(etree.fromstring(data_file(Scope.of_period(chosen.release), "kml")[1]))
    assert chosen.case.last_date == LAST
