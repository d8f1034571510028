"""Pictures: each opens in a reader that is not its writer, says "claimed" and both clocks, and shows what it should."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from imageio_ffmpeg import get_ffmpeg_exe
from lxml import etree
from PIL import Image
from pyproj import Geod
from shapely.geometry import Point

from geo.analysis.reconstruction import reconstructions
from geo.errors import SelectionError
from geo.export.figures import style
from geo.export.figures.animation import animation
from geo.export.figures.basemap import Extent, round_below
from geo.export.figures.figure import Look, draw_map, picture
from geo.export.figures.preview import preview
from geo.export.figures.small_multiples import sheet
from geo.export.release import release
from geo.export.scope import Scope
from geo.model.claims import Side
from geo.model.licences import LayerLicence
from geo.reports.view import View
from tests.cases import day, small_case
from tests.conftest import CHROMIUM_ARGS
from tests.publish_cases import CLOSED_FRONT, public_case

ON = day(9)
SMALL = Look(dpi=90.0)
HOSTILE = "<img src=x onerror=window.ran=1> $\\frac{1}{$ ]]> --> </script><script>window.ran=1</script>"


def scope(*, whole_period: bool = False, **more: object) -> Scope:
    """Return the public case on a day, or over the whole period."""
    return Scope(release(public_case()), View(**({"on": ON} | more)), whole_period)  # type: ignore[arg-type]


def hostile() -> Scope:
    """Return the public case with a hostile title and hostile names."""
    case = public_case()
    settings = case.settings.model_copy(update={"title": HOSTILE, "target": HOSTILE})
    places = {key: place.model_copy(update={"name_en": HOSTILE}) for key, place in case.settlements.items()}
    zones = {key: replace(zone, name_en=HOSTILE) for key, zone in case.zones.items()}
    return Scope(release(replace(case, settings=settings, settlements=places, zones=zones)), View(ON))


def pixels(data: bytes) -> np.ndarray:
    """Return a PNG as rows of RGB."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def near(rows: np.ndarray, colour: str, within: int = 24) -> int:
    """Count the pixels of nearly a colour."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((np.abs(rows - wanted).max(axis=2) <= within).sum())


def pdf_page(data: bytes) -> pypdfium2.PdfPage:
    """Open the only page of a PDF."""
    document = pypdfium2.PdfDocument(data)
    assert len(document) == 1
    return document[0]


@pytest.mark.parametrize("format_", ["png", "svg", "pdf"])
def test_the_same_view_gives_the_same_bytes(format_: str):
    """No picture holds a moment or a random name."""
    assert picture(scope(), format_, SMALL) == picture(scope(), format_, SMALL)


def test_the_png_has_its_size_and_shows_claims_places_and_the_open_front():
    """Ochre, a side's colour and the mapper's line are on it, and gone where the layer is switched off."""
    data = picture(scope(), "png", SMALL)
    assert Image.open(io.BytesIO(data)).size == (990, 684)
    shown = pixels(data)[80:620, 40:680]
    bare = pixels(picture(scope(layers=()), "png", SMALL))[80:620, 40:680]
    for colour in (style.OCHRE, style.SIDES["russia"], style.FRONT, style.STRETCH):
        assert near(shown, colour) > 10 > near(bare, colour), colour


def test_what_is_drawn_lies_where_it_is_claimed():
    """The middle of the likely band is washed and hatched, a place across the border is not."""
    item = next(one for one in reconstructions(small_case()) if one.likely is not None)
    rows = pixels(picture(scope(layers=("advances",)), "png", SMALL))
    extent = Extent.of_view(public_case(), None, (0.70 * 11 - 0.35) / (7.6 - 0.85 - 0.55))
    left, top = 0.35 * 90, 0.85 * 90
    scale = (0.70 * 11 - 0.35) * 90 / extent.width_m

    def around(lon: float, lat: float) -> np.ndarray:
        x, y = extent.crs.xy(lon, lat)[0]
        row, column = round(top + (extent.north_m - y) * scale), round(left + (x - extent.west_m) * scale)
        return rows[row - 6 : row + 7, column - 6 : column + 7]

    inside = item.likely.representative_point()
    assert near(around(inside.x, inside.y), style.OCHRE, 60) > 0
    assert near(around(35.0, 50.95), style.OCHRE, 60) == 0


def test_the_pdf_renders_and_its_text_can_be_read():
    """PDFium draws ochre, and finds "claimed", both clocks, the credits and the version as text."""
    page = pdf_page(picture(scope(known=day(12)), "pdf", SMALL))
    rows = np.asarray(page.render(scale=1).to_pil().convert("RGB")).astype(int)
    assert near(rows, style.OCHRE, 60) > 50
    text = " ".join(page.get_textpage().get_text_bounded().split())
    for part in (
        "claimed advances, not control",
        "15 August 2024, as known on 18 August 2024",
        "Border made by hand",
        "0" * 12,
    ):
        assert part in text, part
    assert "Theirs (credit)" in text.split("Left out:")[1]


@pytest.mark.parametrize("format_", ["svg", "pdf", "png"])
def test_hostile_names_are_drawn_as_they_are(format_: str):
    """Markup, mathematics and ends of comments in a name neither break the picture nor run."""
    data = picture(hostile(), format_, SMALL)
    if format_ == "svg":
        root = etree.fromstring(data)
        assert not root.xpath("//*[local-name()='script' or local-name()='image' or local-name()='foreignObject']")
        assert not root.xpath("//@*[starts-with(name(), 'on')]")
    if format_ == "pdf":
        assert "onerror=window.ran=1" in pdf_page(data).get_textpage().get_text_bounded().replace("\r\n", "")
    if format_ == "png":
        assert Image.open(io.BytesIO(data)).size == (990, 684)


@pytest.mark.browser
def test_a_browser_draws_the_svg_and_nothing_runs(chromium, tmp_path: Path):
    """Chromium shows the SVG with its colours; a hostile name runs nothing and nothing is asked for."""
    assert "--headless" in CHROMIUM_ARGS
    for name, chosen in (("plain", scope()), ("hostile", hostile())):
        file = tmp_path / f"{name}.svg"
        file.write_bytes(picture(chosen, "svg", SMALL))
        page = chromium.new_page(viewport={"width": 1100, "height": 760})
        asked: list[str] = []
        errors: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        page.goto(file.as_uri())
        assert near(pixels(page.screenshot()), style.OCHRE, 60) > 200
        assert (page.evaluate("window.ran"), errors, asked) == (None, [], [file.as_uri()])
        page.close()


def test_a_front_that_may_not_go_out_is_on_no_picture():
    """Its legend entry is missing, and it is there once the permission is recorded."""

    def legend(case) -> str:
        with style.drawing():
            axes = style.new_figure(6, 4, 80).add_axes((0, 0, 1, 1))
            found = draw_map(axes, Scope(release(case), View(ON)), ON)
        return " ".join(entry.text for entry in found)

    case = public_case()
    row = LayerLicence(
        layer="fronts",
        source=CLOSED_FRONT,
        licence="x",
        permission="letter",
        permitted_by="T",
        permitted_on="2026-11-01",
    )
    assert "Theirs" not in legend(case)
    assert "Mine: drawn as held by Ukraine" in legend(case)
    assert "Theirs" in legend(replace(case, licences=(*case.licences, row)))


def test_a_carried_front_says_so():
    """A day without a drawing shows the one before it with its age."""
    with style.drawing():
        axes = style.new_figure(6, 4, 80).add_axes((0, 0, 1, 1))
        found = draw_map(axes, scope(on=day(11)), day(11))
    assert any("carried forward 2 days" in entry.text for entry in found)


@given(st.floats(33.5, 37), st.floats(50.5, 52.2), st.floats(6, 13))
def test_the_scale_bar_is_true(lon: float, lat: float, zoom: float):
    """A kilometre of the extent is a kilometre on the ellipsoid, to half a per cent, wherever the view is."""
    extent = Extent.of_view(public_case(), (lon, lat, zoom), 1.5)
    low = (extent.south_m + extent.north_m) / 2
    length_m = round_below(extent.width_m / 1000 / 4) * 1000
    middle = (extent.west_m + extent.east_m) / 2
    ends = [extent.crs.to_lonlat(Point(middle + half * length_m, low)) for half in (-0.5, 0.5)]
    _, _, found_m = Geod(ellps="WGS84").inv(ends[0].x, ends[0].y, ends[1].x, ends[1].y)
    assert found_m == pytest.approx(length_m, rel=0.005)


@given(st.floats(1e-3, 1e6))
@example(9.999999999999999e-3)
@example(999.9999999999999)
def test_a_round_number_below(value: float):
    """The scale is 1, 2 or 5 times a power of ten, and more than a third of what there is room for."""
    found = round_below(value)
    assert found <= value < found * 2.6
    assert re.fullmatch(r"[125]0*|0\.0*[125]", f"{found:.10f}".rstrip("0").rstrip("."))


@pytest.mark.parametrize(
    ("at", "part"),
    [((51.2, 35.2, 9), "middle is 51.2, 35.2"), ((35.2, 51.2, 2), "zoom is 2")],
)
def test_a_view_outside_the_case_is_refused(at: tuple[float, float, float], part: str):
    """Swapped axes and a zoom out of range are named."""
    with pytest.raises(SelectionError, match=part):
        picture(scope(at=at), "png", SMALL)


def test_a_picture_needs_a_day_and_a_format():
    """The message says what to choose."""
    with pytest.raises(SelectionError, match="a picture shows one day"):
        picture(Scope.of_period(release(public_case())))
    with pytest.raises(SelectionError, match="one of png, svg, pdf"):
        picture(scope(), "bmp", SMALL)


def test_another_day_of_a_choice_is_that_choice_on_that_day():
    """What was drawn for one day serves the next, and nothing else is carried over: the picture is the same."""
    chosen = scope(on=day(3), known=day(9), sides=(Side.UKRAINE,))
    again, other = chosen.of_day(day(6)), scope(on=day(6), known=day(9), sides=(Side.UKRAINE,))
    assert (again.view, again.whole_period) == (other.view, other.whole_period)
    assert again.advances == other.advances
    assert picture(again, "png", SMALL) == picture(other, "png", SMALL)


def test_a_sheet_has_a_map_a_day():
    """Nine days make three rows of three; each map says its day, and the bands come with the day of the claim."""
    days = [day(3 * n) for n in range(9)]
    page = pdf_page(sheet(scope(whole_period=True), days, "pdf", dpi=60))
    text = page.get_textpage().get_text_bounded()
    for one in days:
        assert f"{one.day} {one:%B} {one.year}" in text
    early, late = (pixels(sheet(scope(whole_period=True), [one], dpi=60))[60:250] for one in (day(3), day(6)))
    assert near(late, style.OCHRE, 60) > near(early, style.OCHRE, 60) + 50
    with pytest.raises(SelectionError, match="a sheet holds 1 to 24"):
        sheet(scope(whole_period=True), [])


def test_the_preview_has_the_size_that_networks_ask_for():
    """1200 × 630 pixels."""
    assert Image.open(io.BytesIO(preview(scope(), ON))).size == (1200, 630)


def test_an_animation_has_a_frame_a_day_and_tells_its_progress():
    """GIF by Pillow: one frame a day, each for its time, and the frames differ where the days do."""
    told: list[tuple[int, int]] = []
    days = (day(5), day(7))
    data = animation(
        scope(whole_period=True), days, "gif", seconds=0.3, progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
    film = Image.open(io.BytesIO(data))
    assert (film.n_frames, film.info["duration"], film.size) == (3, 300, (960, 720))
    frames = []
    for number in range(3):
        film.seek(number)
        frames.append(np.asarray(film.convert("RGB")).astype(int))
    assert near(frames[1], style.OCHRE, 60) > near(frames[0], style.OCHRE, 60) + 50
    assert near(frames[1], style.SIDES["ukraine"]) > 5
    assert animation(scope(whole_period=True), days, "gif", seconds=0.3) == data


def test_an_mp4_plays_for_its_days(tmp_path: Path):
    """Decoded again, it is H.264, 960 × 720, as many seconds as days by seconds."""
    file = tmp_path / "days.mp4"
    file.write_bytes(animation(scope(whole_period=True), (day(5), day(8)), "mp4", seconds=0.5))
    said = subprocess.run([get_ffmpeg_exe(), "-i", str(file)], capture_output=True, text=True, check=False).stderr
    assert "h264" in said
    assert "960x720" in said
    assert "Duration: 00:00:02.00" in said


@pytest.mark.parametrize(
    ("days", "options", "part"),
    [
        ((day(5), day(4)), {}, "an animation holds"),
        ((day(5), date(2030, 1, 1)), {}, "the last day is 2030-01-01"),
        ((day(5), day(6)), {"format_": "avi"}, "one of gif, mp4"),
        ((day(5), day(6)), {"seconds": 0}, "between 0.04 and 10"),
    ],
)
def test_an_animation_that_makes_no_sense_is_refused(days, options, part):
    """The message says what was asked and what would do."""
    with pytest.raises(SelectionError, match=part):
        animation(scope(whole_period=True), days, **options)


def test_days_are_told_apart_by_the_second_clock():
    """A claim that was published later is not on the picture of what was known before."""
    late = date(2024, 8, 6) + timedelta(9)
    before = picture(scope(on=late, known=late, layers=("advances",)), "png", SMALL)
    after = picture(scope(on=late, known=late + timedelta(1), layers=("advances",)), "png", SMALL)
    region = np.s_[80:600, 40:680]
    # The later depth is an edge of other ground than the area alone was.
    assert (pixels(after)[region] != pixels(before)[region]).any(axis=-1).sum() > 1000


def test_a_carried_claim_says_whose_it_is_and_how_old_wherever_the_view_is():
    """Zoomed in until the bands leave the picture, the legend still names claimant, day, figures and age."""
    for at in (None, (35.2, 51.25, 11.5)):
        with style.drawing():
            axes = style.new_figure(6, 4, 80).add_axes((0, 0, 1, 1))
            found = draw_map(axes, scope(at=at), ON)
            written = [text.get_text() for text in axes.texts]
        figures = "Russia's side: about 12 km × about 40 km, claimed (not checked) · 3 days old"
        assert f"{figures} (Governor, about 12 August 2024)" in [entry.text for entry in found]
        assert figures in written


@pytest.mark.browser
def test_a_browser_shows_the_png_and_plays_both_films(chromium, tmp_path: Path):
    """Chromium's own decoders find the size of each and the length of the film."""
    (tmp_path / "a.png").write_bytes(picture(scope(), "png", SMALL))
    (tmp_path / "a.gif").write_bytes(animation(scope(whole_period=True), (day(5), day(6)), "gif"))
    (tmp_path / "a.mp4").write_bytes(animation(scope(whole_period=True), (day(5), day(6)), "mp4"))
    tags = "<img id=png src=a.png><img id=gif src=a.gif><video id=mp4 src=a.mp4 preload=auto></video>"
    (tmp_path / "page.html").write_text(f"<!doctype html>{tags}", encoding="utf-8")
    page = chromium.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_function("document.getElementById('mp4').readyState >= 2")
    sizes = page.evaluate("['png', 'gif'].map((id) => document.getElementById(id).naturalWidth)")
    told = "({videoWidth, videoHeight, duration}) => [videoWidth, videoHeight, duration]"
    film = page.locator("#mp4").evaluate(told)
    page.close()
    assert sizes == [990, 960]
    assert film == [960, 720, pytest.approx(1.0, abs=0.05)]
