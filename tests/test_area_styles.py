"""Maps colour the sides: a style can say the class, and two styles are never made one front by a layer's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.io.mappers.drawing import ground
from geo.io.mappers.mapping import FieldMapping, read_classes
from geo.io.mappers.registry import ARCHIVE_FORMATS
from geo.io.vector import read_vector
from geo.model.claims import Side
from geo.model.fronts import FrontStatus
from tests import archives
from tests.archives import AT_HOME, HELD, LARGER

UKRAINE_HELD, RUSSIA_HELD = (Side.UKRAINE, FrontStatus.HELD), (Side.RUSSIA, FrontStatus.HELD)
RED, BLUE = "<PolyStyle><color>7f0000ff</color></PolyStyle>", "<PolyStyle><color>7Fff0000</color></PolyStyle>"


def placemark(shape: Polygon, style: str) -> str:
    """Return a placemark with a polygon; `style` is what stands for its style."""
    ring = " ".join(f"{x},{y},0" for x, y in shape.exterior.coords)
    body = f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs>"
    return f"<Placemark><name>Area</name>{style}{body}</Polygon></Placemark>"


def kml(styles: str, *placemarks: str) -> bytes:
    """Return a KML document with a folder of placemarks."""
    inner = f"<Document>{styles}<Folder><name>Polygon</name>{''.join(placemarks)}</Folder></Document>"
    return f'<kml xmlns="http://www.opengis.net/kml/2.2">{inner}</kml>'.encode()


PLAIN = f'<Style id="ru">{RED}</Style><Style id="ua">{BLUE}</Style>'
MAPS = (
    PLAIN + '<StyleMap id="m-ru"><Pair><key>highlight</key><styleUrl>#ua</styleUrl></Pair><Pair><key>normal</key>'
    '<styleUrl>#ru</styleUrl></Pair></StyleMap><StyleMap id="m-ua"><Pair><key>normal</key>'
    f"<Style>{BLUE}</Style></Pair></StyleMap>"
)
WRITTEN = {
    "ids": (PLAIN, "<styleUrl>#ru</styleUrl>", "<styleUrl> #ua </styleUrl>"),
    "maps": (MAPS, "<styleUrl>#m-ru</styleUrl>", "<styleUrl>#m-ua</styleUrl>"),
    "own": ("", f"<Style>{RED}</Style>", f"<Style>{BLUE}</Style>"),
    "own over address": (PLAIN, f"<styleUrl>#ua</styleUrl><Style>{RED}</Style>", "<styleUrl>#ua</styleUrl>"),
}


def read(file: str, data: bytes, column: str, *pairs: str) -> dict[object, float]:
    """Return the area of each kind of ground, square degrees."""
    (found,) = ARCHIVE_FORMATS["mapped"].read(file, data, FieldMapping("", column, "", read_classes(pairs)))
    return {kind: ground(shapes, file).area for kind, shapes in found.grounds.items()}


@pytest.mark.parametrize("way", WRITTEN)
def test_the_fill_is_a_column_however_kml_states_it(way: str) -> None:
    """By id, through a map of styles, or its own: the fill is #rrggbb without opacity, and says the class."""
    styles, red, blue = WRITTEN[way]
    data = kml(styles, placemark(HELD, red), placemark(AT_HOME, blue))
    found = read("a_20240812.kml", data, "style", "#ff0000=ukraine.held", "#0000ff=russia.held")
    assert found == {UKRAINE_HELD: pytest.approx(HELD.area), RUSSIA_HELD: pytest.approx(AT_HOME.area)}


def test_the_address_of_a_style_is_a_column_too() -> None:
    """Whoever knows the styles by their ids says them as they stand."""
    styles, red, blue = WRITTEN["ids"]
    data = kml(styles, placemark(HELD, red), placemark(AT_HOME, blue))
    assert set(read("a_20240812.kml", data, "styleUrl", "#ru=ukraine.held", "#ua=russia.held")) == {
        UKRAINE_HELD,
        RUSSIA_HELD,
    }


@pytest.mark.parametrize("way", WRITTEN)
@pytest.mark.parametrize("zipped", [False, True])
def test_two_styles_are_no_one_front(way: str, zipped: bool) -> None:
    """The refusal lists each style with its count, and what it says to type is read."""
    styles, red, blue = WRITTEN[way]
    data = kml(styles, placemark(HELD, red), placemark(AT_HOME, blue), placemark(LARGER, blue))
    data = archives.zipped(doc__kml=data) if zipped else data
    file = "a_20240812.kmz" if zipped else "a_20240812.kml"
    with pytest.raises(InputError, match=r"2 styles .*#0000ff \(2\), #ff0000 \(1\)") as raised:
        read(file, data, "", "Polygon=ukraine.held")
    assert "--class-column style --class '#0000ff=MEANING' --class '#ff0000=MEANING'" in str(raised.value)
    assert set(read(file, data, "style", "#0000ff=ukraine.held", "#ff0000=ignore")) == {UKRAINE_HELD}


@pytest.mark.parametrize(
    "other",
    ["", "<styleUrl>#gone</styleUrl>", "<styleUrl>other.kml#ru</styleUrl>", "<Style><PolyStyle/></Style>"],
    ids=["none", "no such id", "in another file", "no colour"],
)
def test_a_style_that_can_t_be_resolved_is_a_style_of_its_own(other: str) -> None:
    """An area without a style or with one that is not in the file is not taken for one of the others."""
    data = kml(PLAIN, placemark(HELD, "<styleUrl>#ru</styleUrl>"), placemark(AT_HOME, other))
    with pytest.raises(InputError, match="2 styles"):
        read("a_20240812.kml", data, "", "Polygon=ukraine.held")
    columns = [row.properties["style"] for row in read_vector("a_20240812.kml", data)[0].rows]
    assert read("a_20240812.kml", data, "style", "#ff0000=ukraine.held", f"{columns[1]}=russia.held") == {
        UKRAINE_HELD: pytest.approx(HELD.area),
        RUSSIA_HELD: pytest.approx(AT_HOME.area),
    }


def test_one_style_under_two_ids_is_one_style() -> None:
    """Editors write a style for each area: the same fill is the same side, and opacity tells nothing."""
    styles = f'<Style id="a">{RED}</Style><Style id="b"><PolyStyle><color>ff0000FF</color></PolyStyle></Style>'
    data = kml(styles, placemark(HELD, "<styleUrl>#a</styleUrl>"), placemark(AT_HOME, "<styleUrl>#b</styleUrl>"))
    assert set(read("a_20240812.kml", data, "", "Polygon=ukraine.held")) == {UKRAINE_HELD}


def test_without_styles_nothing_is_asked() -> None:
    """A document without a style has no such column, and its folder's name says the class as before."""
    data = kml("", placemark(HELD, ""), placemark(AT_HOME, ""))
    assert read_vector("a_20240812.kml", data)[0].columns == ("name",)
    assert set(read("a_20240812.kml", data, "", "Polygon=ukraine.held")) == {UKRAINE_HELD}


def test_a_column_of_the_documents_own_goes_first() -> None:
    """Extended data of the name `style` are what the author wrote there."""
    data = "<ExtendedData><Data name='style'><value>mine</value></Data></ExtendedData><styleUrl>#ru</styleUrl>"
    (layer,) = read_vector("a.kml", kml(PLAIN, placemark(HELD, data)))
    assert layer.rows[0].properties["style"] == "mine"


@pytest.mark.parametrize("column", ["fill", "fillColor", "color"])
@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".fgb", ".parquet", ".zip"])
def test_colours_in_any_format_are_no_one_front(tmp_path: Path, suffix: str, column: str) -> None:
    """GeoJSON from an editor has fills as columns: two of them are refused by the layer's name, one is not."""
    colours, file = ["#a52714", "#0f9d58"], f"fronts_20240812{suffix}"
    data = archives.written(archives.frame(**{column: colours}), tmp_path, suffix)
    name = read_vector(file, data)[0].name
    said = f"{name.removesuffix('_20240812')}=ukraine.held"
    with pytest.raises(InputError, match=r"2 styles .*#a52714 \(1\), #0f9d58 \(1\)"):
        read(file, data, "", said)
    assert set(read(file, data, column, "#a52714=russia.held", "#0f9d58=ukraine.held")) == {UKRAINE_HELD, RUSSIA_HELD}
    (tmp_path / "one").mkdir()
    alike = archives.written(archives.frame(**{column: colours[:1] * 2}), tmp_path / "one", suffix)
    assert set(read(file, alike, "", said)) == {UKRAINE_HELD}


def test_two_files_in_one_zip_are_one_front_only_in_one_style() -> None:
    """Layers of one name in several documents of a KMZ are looked at together."""
    parts = {
        f"{side}__kml": kml(PLAIN, placemark(shape, f"<styleUrl>#{side}</styleUrl>"))
        for side, shape in (("ru", HELD), ("ua", AT_HOME))
    }
    with pytest.raises(InputError, match="2 styles"):
        read("a_20240812.kmz", archives.zipped(**parts), "", "Polygon=ukraine.held")
    assert set(read("a_20240812.kmz", archives.zipped(**{**parts, "ua__kml": parts["ru__kml"]}), "", "Polygon=unclear"))
