"""What pictures say beside their maps: the words of the map document, legends that cover nothing, what is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shapely.geometry import Point, box

from geo.export.figures import style
from geo.export.figures.animation import animation
from geo.export.figures.basemap import Extent
from geo.export.figures.figure import Look, draw_map, picture
from geo.export.figures.hatches import PATTERNS, fill_zone
from geo.export.figures.labels import Wanted, place_rank, write_labels
from geo.export.figures.legend import CLAIMED, in_groups, of_many_days
from geo.export.figures.preview import preview
from geo.export.figures.small_multiples import sheet
from geo.export.release import release
from geo.export.scope import Scope
from geo.io.case_store import open_case
from geo.model.claims import Basis, Checked, Metric
from geo.model.evacuation import OrderKind, OrderScope
from geo.model.places import Settlement
from geo.reports.view import View
from geo.webmap.payload import payload
from tests.cases import day, small_case
from tests.publish_cases import public_case, track

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
FIRST = date(2024, 8, 8)


@pytest.fixture(scope="module")
def kursk() -> Scope:
    """The publishable part of the shipped case."""
    return Scope.of_period(release(open_case(KURSK)))


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return every figure that is drawn during a test."""
    made: list[Any] = []
    new_figure = style.new_figure

    def kept(*size: float) -> Any:
        made.append(new_figure(*size))
        return made[-1]

    monkeypatch.setattr(style, "new_figure", kept)
    return made


def map_of(scope: Scope, on: date) -> tuple[Any, Any]:
    """Draw a day's map in the size that it has in a picture; return its axes and its legend."""
    with style.drawing():
        axes = style.new_figure(7.35, 6.2, 80).add_axes((0, 0, 1, 1))
        return axes, draw_map(axes, scope.of_day(on), on)


@pytest.mark.parametrize("count", [1, 2, 4, 9])
def test_a_sheets_legend_stands_under_its_maps_and_on_the_page(kursk: Scope, figures: list[Any], count: int):
    """However many maps and signs there are, no group covers a map, a credit or another group, or leaves the page."""
    sheet(kursk, [FIRST + timedelta(2 * n) for n in range(count)], dpi=60)
    (figure,) = figures
    with style.drawing():
        renderer = style.renderer_of(figure)
        groups = [legend.get_window_extent(renderer) for legend in figure.legends]
        words = [text.get_window_extent(renderer) for text in figure.texts]
        maps = [axes.get_window_extent(renderer) for axes in figure.axes]
    for one in (*groups, *words, *maps):
        assert one.x0 >= 0
        assert one.y0 >= 0
        assert one.x1 <= figure.bbox.x1
        assert one.y1 <= figure.bbox.y1
    assert all(not one.overlaps(other) for one, other in combinations((*groups, *words, *maps), 2))
    assert max(group.y1 for group in groups) < min(one.y0 for one in maps)


def test_a_sheets_legend_speaks_of_no_day_alone_and_is_in_the_order_of_the_picture(kursk: Scope, figures: list[Any]):
    """No claim of one day and no age is in it, nothing twice, and its groups follow as beside a single picture."""
    picture(kursk.of_day(FIRST + timedelta(6)), "png", Look(dpi=60))
    sheet(kursk, [FIRST + timedelta(2 * n) for n in range(9)], dpi=60)
    alone, together = ([legend.get_title().get_text() for legend in figure.legends] for figure in figures)
    assert together == [title for title in alone if title != "Whose claim the bands are"]
    words = [text.get_text() for legend in figures[1].legends for text in legend.get_texts()]
    assert len(words) == len(set(words))
    assert not [text for text in words if " old" in text or "Smirnov" in text]


def test_a_sheet_does_not_say_for_how_long_a_front_was_carried():
    """Two days of one front are one entry of the sheet's legend, whatever its age on each."""
    public = Scope.of_period(release(public_case()))
    each = [map_of(public, day(n))[1] for n in (9, 11, 12)]
    assert [entry.text for entry in of_many_days(each) if entry.group == "Drawn by a mapper"] == [
        "Mine: drawn as held by Ukraine"
    ]


def drawn_pattern(kind: OrderKind, scope: OrderScope) -> np.ndarray:
    """Return the pixels of a square filled as a zone."""
    extent = Extent.of_view(small_case(), None, 1.0)
    with style.drawing():
        figure = style.new_figure(2, 2, 100)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(extent.west_m, extent.east_m)
        axes.set_ylim(extent.south_m, extent.north_m)
        axes.set_axis_off()
        ground = box(extent.west_m - 9e4, extent.south_m - 9e4, extent.east_m + 9e4, extent.north_m + 9e4)
        fill_zone(axes, extent, ground, PATTERNS[kind, scope], approximate=False)
        figure.canvas.draw()
        return np.asarray(style.renderer_of(figure).buffer_rgba())[:, :, 0].astype(int)


def test_every_order_looks_different_whole_or_for_a_part():
    """No two of the ten share a pattern: between any two, a pixel in a hundred or more differs clearly."""
    looks = {(kind, scope): drawn_pattern(kind, scope) for kind in OrderKind for scope in OrderScope}
    assert len(looks) == 10
    for (one, rows), (other, others) in combinations(looks.items(), 2):
        assert (np.abs(rows - others) > 30).mean() > 0.01, (one, other)


@pytest.mark.parametrize(("kind", "scope"), list(PATTERNS))
def test_patterns_are_those_of_the_map_document(kind: OrderKind, scope: OrderScope):
    """Tile and stroke are as in the document, so a reader knows a zone again in print."""
    shell = resources.files("geo.webmap").joinpath("static", "shell.html").read_text(encoding="utf-8")
    tag = re.search(rf'<pattern id="zone-{kind}-{scope}"[^>]*width="(\d+)" height="(\d+)">(.*?)</pattern>', shell)
    assert tag
    pattern = PATTERNS[kind, scope]
    assert pattern.tile == (float(tag[1]), float(tag[2]))
    assert pattern.washed == ("zone-wash" in tag[3])
    if pattern.dotted:
        dot = re.search(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', tag[3])
        assert dot
        assert (*pattern.strokes[0][:2], pattern.width / 2) == tuple(float(part) for part in dot.groups())
        return
    path = re.search(r' d="([^"]+)" stroke-width="([\d.]+)"', tag[3])
    assert path
    assert pattern.width == float(path[2])
    assert list(pattern.strokes) == list(strokes_of(path[1]))


def strokes_of(path: str) -> Iterator[tuple[float, float, float, float]]:
    """Read the straight strokes of an SVG path of moves and level or upright lines."""
    x = y = 0.0
    for command, numbers in re.findall(r"([MHVhv])([\d. ]+)", path):
        to = [float(number) for number in numbers.split()]
        if command == "M":
            x, y = to
            continue
        ends: dict[str, Callable[[], tuple[float, float]]] = {
            "H": lambda to=to, y=y: (to[0], y),
            "h": lambda to=to, x=x, y=y: (x + to[0], y),
            "V": lambda to=to, x=x: (x, to[0]),
            "v": lambda to=to, x=x, y=y: (x, y + to[0]),
        }
        yield (x, y, *ends[command]())


@pytest.mark.parametrize(
    ("doubt", "said"),
    [
        ({"checked": Checked.UNSETTLED}, " (not settled)"),
        ({"checked": Checked.CONFIRMED, "basis": Basis.COMPUTED}, " (computed)"),
        ({"checked": Checked.CONFIRMED}, ""),
    ],
)
def test_document_and_picture_say_the_same_of_a_claim(doubt: dict[str, object], said: str):
    """A figure that was computed or not settled says so on the map, and in the same words in print."""
    case = public_case()
    claims = tuple(claim.model_copy(update=doubt) if claim.id == "c07" else claim for claim in case.claims)
    apart = replace(
        case, claims=tuple(claim for claim in claims if claim.metric is not Metric.AREA_KM2), control_events=()
    )
    for held, bodies in ((replace(case, claims=claims), True), (apart, False)):
        carried = payload(held)
        labels = {one.id: one.label for one in carried.advances}
        assert labels["a2"] == f"up to 35 km, claimed{said}"
        axes, _ = map_of(Scope.of_period(release(held)), day(9))
        written = [text.get_text() for text in axes.texts]
        # The depth is a line of its own where nothing makes a body of it, else it is a body's.
        assert (labels["a2"] in written) is not bodies
        found = [one.label for one in carried.bodies if one.id == "side-ukraine" and "35 km deep" in one.label]
        assert {said.strip(" ()") in label for label in found if label in written} == ({True} if bodies else set())


def test_document_and_picture_explain_the_bands_alike():
    """Both legends take what a band is from one place."""
    words = payload(small_case()).words.band
    _, legend = map_of(Scope.of_period(release(public_case())), day(9))
    said = [text for text, _ in in_groups(legend)[CLAIMED]][:3]
    assert said == [f"{band}: {meaning}" if meaning else band for band, meaning in words.items()]
    assert said == ["inner: narrowest reading", "likely", "outer: all the claim allows"]


def draw_animation(scope: Scope) -> None:
    """Draw a film of one day."""
    animation(scope, (day(9), day(9)))


@pytest.mark.parametrize(
    "draw",
    [
        lambda scope: picture(scope, "png", Look(dpi=60)),
        lambda scope: preview(scope, day(9)),
        lambda scope: sheet(scope, [day(9)], dpi=60),
        draw_animation,
    ],
    ids=["picture", "preview", "sheet", "animation"],
)
def test_every_picture_says_what_is_left_out_and_why(figures: list[Any], draw: Callable[[Scope], object]):
    """Fronts that stay in are named with their licence, or the want of one, on whatever is drawn, clear of the map."""
    case = public_case()
    fronts = (*case.fronts, track("told", "not stated"))
    draw(Scope(release(replace(case, fronts=fronts)), View(day(9))))
    (figure,) = figures
    with style.drawing():
        (foot,) = (text for text in figure.texts if "Left out: " in text.get_text())
        extent = foot.get_window_extent(style.renderer_of(figure))
    said = " ".join(foot.get_text().split())
    assert "Theirs (credit) (licence all rights reserved)" in said
    assert "Told (credit) (no licence is recorded)" in said
    assert extent.y0 >= 0
    assert extent.x1 <= figure.bbox.x1
    assert not any(extent.overlaps(axes.get_window_extent()) for axes in figure.axes)


@pytest.mark.parametrize("offset", [4, 6, 12, 20])
def test_the_main_town_of_the_kursk_case_is_named(kursk: Scope, offset: int):
    """Sudzha has its name in every picture, though signs crowd around it."""
    axes, _ = map_of(kursk, FIRST + timedelta(offset))
    assert "Sudzha" in [text.get_text() for text in axes.texts]


def test_the_more_was_said_and_the_more_people_the_sooner_a_name_is_written():
    """Reports and people raise a name, and a town of the ground comes before any village."""
    place = Settlement(id="p", name_en="A place")
    told = place_rank(place, 4, seat=False)
    assert place_rank(place, 1, seat=False) < told
    assert told < place_rank(place.model_copy(update={"population": 5000}), 4, seat=False)
    large = place_rank(place.model_copy(update={"population": 10**9}), 10**4, seat=False)
    assert large < place_rank(place, 0, seat=True)


def test_a_town_is_written_over_signs_and_a_village_is_not():
    """Where signs leave no room at all, the village goes without its name; a town that is spoken of does not."""
    signs = [(x / 40, y / 40, 0) for x in range(41) for y in range(41)]
    town = place_rank(Settlement(id="t", name_en="Town"), 1, seat=True)
    village = place_rank(Settlement(id="v", name_en="Village"), 90, seat=False)
    with style.drawing():
        axes = style.new_figure(4, 4, 80).add_axes((0, 0, 1, 1))
        middle = Point(0.5, 0.5)
        wanted = [
            Wanted("Village", middle.x, 0.2, village, "place", 0.02),
            Wanted("Town", middle.x, middle.y, town, "place", 0.02),
        ]
        write_labels(axes, wanted, signs)
    assert [text.get_text() for text in axes.texts] == ["Town"]


def test_a_claim_too_wide_for_its_map_is_broken_and_not_lost():
    """On a small map the figures still stand, in two lines, wholly in the frame."""
    said = "about 12 km × about 40 km, claimed (computed, not settled) · 120 days old"
    with style.drawing():
        axes = style.new_figure(3.4, 2.6, 100).add_axes((0, 0, 1, 1))
        write_labels(axes, [Wanted(said, 0.9, 0.5, 2000, "claim", 0.01)])
        (text,) = axes.texts
        extent = text.get_window_extent(style.renderer_of(axes))
    assert text.get_text().split() == said.split()
    assert extent.x0 > 0
    assert extent.x1 < 340
