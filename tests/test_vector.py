"""Files from strangers: the content says what a file is, traps are refused, limits hold."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from geo.errors import InputError
from geo.io import safe_zip as unzipped_module
from geo.io import vector as vector_module
from geo.io.safe_zip import unzipped
from geo.io.vector import read_vector
from tests import archives

VRT = b"""<OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>CSV:/etc/passwd</SrcDataSource>
<SrcLayer>passwd</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"""


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".fgb", ".kml", ".zip", ".parquet"])
def test_a_virtual_file_under_any_name_is_refused(suffix: str) -> None:
    """Text that GDAL would take for a virtual file never reaches it, whatever it is called (security: T2)."""
    with pytest.raises(InputError):
        read_vector(f"front{suffix}", VRT)


def test_a_virtual_file_inside_a_shapefile_is_refused(tmp_path: Path) -> None:
    """A .shp in a zip must begin as a shapefile does."""
    with pytest.raises(InputError, match="is no shapefile"):
        read_vector("front.zip", archives.zipped(front__shp=VRT, front__dbf=b"x"))
    genuine = archives.shapefile(archives.frame(a=[1, 2]), tmp_path, "front")
    assert len(read_vector("front.zip", genuine)[0].rows) == 2


@pytest.mark.parametrize("body", [b'{"type": "gdal_streamed_alg", "command_line": "gdal vector"}', b'{"gdal": 1}'])
def test_json_that_gdal_would_run_is_only_json(body: bytes) -> None:
    """JSON goes through our own reader, for which this is no GeoJSON."""
    with pytest.raises(InputError, match="FeatureCollection"):
        read_vector("front.json", body)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE kml [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><kml><Document><name>&c;</name></Document></kml>',
        '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><name>&x;</name></kml>',
        '<!DOCTYPE kml SYSTEM "http://127.0.0.1:9/kml.dtd"><kml/>',
    ],
)
def test_kml_with_entities_is_refused(text: str) -> None:
    """Entity bombs and external references are refused before anything is expanded (security: T5)."""
    with pytest.raises(InputError, match="entities or a document type"):
        read_vector("front.kml", text.encode())


def test_kml_keeps_folders_times_and_extended_data() -> None:
    """A placemark's folder is its layer; its span and its data are columns."""
    table = archives.frame(day=["2024-08-12", "2024-08-13"], note=["a", "b"])
    (layer,) = read_vector("front.kml", archives.kml(table, folder="Held"))
    assert layer.name == "Held"
    assert [row.properties["begin"] for row in layer.rows] == ["2024-08-12", "2024-08-13"]
    assert [row.properties["note"] for row in layer.rows] == ["a", "b"]


def test_a_zip_may_not_swell() -> None:
    """A zip that unpacks to over 100 times its size is refused before it is unpacked (security: T3)."""
    with pytest.raises(InputError, match="times its size"):
        unzipped("bomb.zip", archives.zipped(a__shp=b"\0" * 3_000_000))


def test_a_zip_s_entries_and_bytes_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 20 entries, or more bytes than the limit, are refused with both numbers."""
    many = {f"{number}__txt": b"x" for number in range(21)}
    with pytest.raises(InputError, match="holds 21 files; it may hold 20"):
        unzipped("many.zip", archives.zipped(**many))
    monkeypatch.setattr(unzipped_module, "MAX_UNPACKED_BYTES", 10)
    with pytest.raises(InputError, match="it may unpack to 10"):
        unzipped("large.zip", archives.zipped(a__txt=b"hello, world"))


def test_a_zip_with_one_name_twice_is_refused() -> None:
    """Two files of one name, in two folders, leave open which is meant."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a/front.shp", b"x")
        archive.writestr("b/front.shp", b"y")
    with pytest.raises(InputError, match=r"front\.shp twice"):
        unzipped("twice.zip", stream.getvalue())


@pytest.mark.parametrize("data", [b"PK\x03\x04rubbish", archives.zipped(a__shp=b"x" * 99)[:60]])
def test_a_damaged_zip_says_so(data: bytes) -> None:
    """A zip that is cut short is a message, not a crash."""
    with pytest.raises(InputError, match="no zip that can be read"):
        read_vector("front.zip", data)


@pytest.mark.parametrize("head", [b"SQLite format 3\0" + b"\0" * 52 + b"GPKG", b"fgb\x03fgb\0", b"PAR1"])
def test_a_damaged_binary_says_so(head: bytes) -> None:
    """The right first bytes and nothing behind them are a message with the file's name."""
    with pytest.raises(InputError, match=r"front\.bin"):
        read_vector("front.bin", head + b"\0" * 200)


def test_a_table_without_a_crs_is_refused(tmp_path: Path) -> None:
    """Numbers whose CRS nobody stated are not guessed to be degrees."""
    archives.shapefile(archives.frame(a=[1, 2]), tmp_path, "front")
    (tmp_path / "front.prj").unlink()
    data = archives.zipped(**{path.name: path.read_bytes() for path in tmp_path.glob("front.*")})
    with pytest.raises(InputError, match="states no CRS"):
        read_vector("front.zip", data)


def test_a_file_s_size_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the limit the file is not read at all; features and vertices have limits of their own."""
    data = archives.geojson((archives.HELD, {}), (archives.HELD, {}))
    monkeypatch.setattr(vector_module, "MAX_FEATURES", 1)
    with pytest.raises(InputError, match="2 features and 10 vertices"):
        read_vector("front.geojson", data)
    monkeypatch.setattr(vector_module, "MAX_VECTOR_BYTES", 10)
    with pytest.raises(InputError, match="a file may have 10"):
        read_vector("front.geojson", data)


def test_missing_values_are_none(tmp_path: Path) -> None:
    """A hole in a column of numbers, text or days is None, whatever the format makes of it."""
    table = archives.frame(n=[1.5, None], t=["a", None])
    for suffix in (".gpkg", ".fgb", ".parquet"):
        (layer,) = read_vector(f"front{suffix}", archives.written(table, tmp_path, suffix))
        assert [row.properties["n"] for row in layer.rows] == [1.5, None]
        assert [row.properties["t"] for row in layer.rows] == ["a", None]


def test_swapped_axes_are_named() -> None:
    """Numbers past 90 degrees of latitude are refused with the likely mistake."""
    document = json.loads(archives.geojson((archives.HELD, {})))
    document["features"][0]["geometry"]["coordinates"] = [[[51, 135], [52, 135], [52, 136], [51, 135]]]
    with pytest.raises(InputError, match="lat, lon order"):
        read_vector("front.geojson", json.dumps(document).encode())
