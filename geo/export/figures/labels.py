"""Labels of a picture that do not cover one another: the more important first, the rest stay unwritten."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from shapely import prepare
from shapely.geometry import Point, box, shape
from shapely.geometry.base import BaseGeometry

from geo.export.figures.basemap import Extent, coarse_line, label
from geo.export.figures.chips import covered_pt
from geo.export.figures.style import COUNTRY, INK, OCHRE_TEXT, QUIET, RULE, renderer_of
from geo.geometry.sides import label_point, sides
from geo.model.case import Case
from geo.model.places import Settlement

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: What a claim says is written before all else: nobody can ask paper for a label that found no space.
CLAIM_RANK, ZONE_RANK = 2000, 100
_TOWN_RANK, _SEAT_RANK, _COUNTRY_RANK = 990, 980, 1900
_LOOKS: dict[str, dict[str, Any]] = {
    "claim": {"size": 7.2, "weight": "bold", "color": OCHRE_TEXT},
    "depth": {"size": 7.0, "weight": "bold", "color": OCHRE_TEXT},
    "place": {"size": 6.6, "color": INK},
    "town": {"size": 6.6, "color": QUIET},
    "zone": {"size": 6.2, "color": QUIET, "style": "italic"},
    "country": {"size": 9.5, "weight": "bold", "color": COUNTRY},
}
#: Where a label may stand around its point: shift east and north in gaps, and how it is aligned there.
_SPOTS = (
    (1, 0, "left", "center"),
    (-1, 0, "right", "center"),
    (0, 1, "center", "bottom"),
    (0, -1, "center", "top"),
    (0.8, 0.8, "left", "bottom"),
    (0.8, -0.8, "left", "top"),
    (-0.8, 0.8, "right", "bottom"),
    (-0.8, -0.8, "right", "top"),
)
#: Where only a town that is spoken of is written, when names of claims have taken the spots beside it.
_FAR_SPOTS = tuple((by * east, by * north, ha, va) for by in (2.5, 4) for east, north, ha, va in _SPOTS)
_CLAIM_SPOTS = tuple(
    (0, north, "center", "top" if north < 0 else "bottom") for north in (-1, -6, -12, 1, 6, 12, 20, 30, 45, 60)
)
_MIDDLE = (0, 0, "center", "center")
_AROUND = (
    _MIDDLE,
    *((east, north, "center", "center") for east, north in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1))),
)
_ON_LINE = tuple((0, north, "center", "center") for north in (0, 0.7, -0.7, 1.4, -1.4, 2.5, -2.5, 4, -4, 6, -6))
_SPOTS_OF = {"zone": _AROUND, "country": _AROUND}
#: Where the name of a claim stands that fits nowhere beside its thing: over or under it, over the border if it must.
_LAST_SPOTS = {"claim": _CLAIM_SPOTS, "depth": _ON_LINE}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that is wanted at a point (metres); the higher its rank, the sooner it is placed.

    `also` are other points of its thing that it may stand at.
    """

    text: str
    x_m: float
    y_m: float
    rank: float
    kind: str
    gap_m: float = 0.0
    also: tuple[tuple[float, float], ...] = ()


def place_rank(place: Settlement, said: int, *, seat: bool) -> float:
    """Return how soon a place's name is written, by the rule of the map document (`places.js`).

    Parameters
    ----------
    said : int
        How many reports of the case are about it.
    seat : bool
        Whether it is one of the towns of the ground, which are written first, even over signs.

    >>> hamlet = Settlement(id="p", name_en="Oleshnya")
    >>> place_rank(hamlet, 3, seat=False)
    203.0
    >>> place_rank(hamlet.model_copy(update={"population": 99}), 3, seat=True)
    1083.0
    """
    people = min(40 * math.log10(1 + (place.population or 0)), 200)
    return 200 + min(said, 90) + people + (800 if seat else 0)


def ground_labels(axes: Axes, case: Case, extent: Extent, *, towns: bool) -> list[Wanted]:
    """Return the names of the two countries, and of towns (with their dots drawn) where these are switched on."""
    settings = case.settings
    target, home = sides(coarse_line(case.border_lonlat), extent.window_deg.buffer(-0.06), settings.border.target_side)
    wanted = []
    for ground, name in ((target, settings.target), (home, settings.advancing)):
        at = label_point(ground)
        if at is not None:
            x, y = extent.crs.xy(*at)[0]
            wanted.append(
                Wanted(" ".join(name.upper()), x, y, rank=_COUNTRY_RANK, kind="country", gap_m=extent.width_m * 0.06)
            )
    for feature in case.base if towns else ():
        point = shape(feature["geometry"])
        name = str(feature["properties"].get("name_en") or "")
        if isinstance(point, Point) and name and point.within(extent.window_deg):
            x, y = extent.crs.xy(point.x, point.y)[0]
            if extent.window.contains(Point(x, y)):
                axes.plot([x], [y], marker="o", markersize=1.8, color=QUIET, markeredgecolor=RULE, zorder=7)
                seat = feature["properties"].get("kind") == "district_seat"
                rank = _SEAT_RANK if seat else _TOWN_RANK
                wanted.append(Wanted(name, x, y, rank, "town", extent.width_m * 0.005))
    return wanted


def write_labels(
    axes: Axes,
    wanted: Iterable[Wanted],
    signs: Iterable[tuple[float, float, int]] = (),
    border: BaseGeometry | None = None,
) -> None:
    """Write each label where it covers no other label, no sign (metres, and its chips) and no border (metres).

    Else it stays unwritten, but for what a claim says, which nobody can ask paper for, and for a town that is spoken
    of: a map without it can't be found on the ground.
    """
    from matplotlib.transforms import Bbox

    renderer = renderer_of(axes)
    frame = axes.get_window_extent(renderer)
    px = renderer.points_to_pixels(1.0)
    marks: list[Any] = []
    for *at, chips in signs:
        (x, y), (left, low, right, top) = axes.transData.transform(at), covered_pt(chips)
        marks.append(Bbox.from_extents(x + px * left, y + px * low, x + px * right, y + px * top))
    taken: list[Any] = []
    done: set[str] = set()
    if border is not None:
        prepare(border)
    for one in sorted(wanted, key=lambda w: (-w.rank, w.text, w.x_m, w.y_m)):
        if one.text in done and one.kind in {"town", "place"}:
            continue
        text = label(axes, one.x_m, one.y_m, one.text, **_LOOKS[one.kind])

        def is_clear(bounds: Any) -> bool:
            ground = box(*bounds.transformed(axes.transData.inverted()).extents)
            crossed = border is not None and border.intersects(ground)
            return not crossed and not any(bounds.overlaps(mark) for mark in marks)

        beside = _free_spots(text, one, (frame, renderer), taken, _SPOTS_OF.get(one.kind, _SPOTS))
        spot = next((found for found in beside if is_clear(found[1])), None)
        if spot is None and one.kind in _LAST_SPOTS:
            text.set_text(textwrap.fill(one.text, math.ceil(len(one.text) * 0.6)))
            broken = _free_spots(text, one, (frame, renderer), taken, _SPOTS)
            spot = next((found for found in broken if is_clear(found[1])), None)
        if spot is None and one.kind in _LAST_SPOTS:
            last = list(_free_spots(text, one, (frame, renderer), taken, _LAST_SPOTS[one.kind]))
            spot = next((found for found in last if is_clear(found[1])), last[0] if last else None)
        if spot is None and one.kind == "place" and one.rank > _TOWN_RANK:
            spot = next(_free_spots(text, one, (frame, renderer), taken, (*_SPOTS, *_FAR_SPOTS)), None)
        if spot is None:
            text.remove()
            continue
        text.set(**spot[0])
        taken.append(spot[1])
        done.add(one.text)


def _free_spots(
    text: Any, one: Wanted, within: tuple[Any, Any], taken: list[Any], spots: Iterable[tuple[float, float, str, str]]
) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield where a label lies wholly in the frame and on no other label, best first: how it is set, and its bounds.

    What a claim says moves sideways into the frame, and is broken in two where the frame is too narrow for it.
    """
    frame, renderer = within
    slides = one.kind in _LAST_SPOTS
    if slides and text.get_window_extent(renderer).width > frame.width - 8:
        text.set_text(textwrap.fill(one.text, math.ceil(len(one.text) * 0.6)))
    for (x_m, y_m), (east, north, ha, va) in product(((one.x_m, one.y_m), *one.also), spots):
        spot = {"x": x_m + east * one.gap_m, "y": y_m + north * one.gap_m, "ha": ha, "va": va}
        text.set(**spot)
        bounds = text.get_window_extent(renderer).padded(1.5)
        if slides:
            shift_px = max(frame.x0 + 1 - bounds.x0, 0) + min(frame.x1 - 1 - bounds.x1, 0)
            spot["x"] += shift_px * _metres_per_px(text.axes, frame)
            bounds = bounds.translated(shift_px, 0)
        inside = frame.x0 < bounds.x0 and bounds.x1 < frame.x1 and frame.y0 < bounds.y0 and bounds.y1 < frame.y1
        if inside and not any(bounds.overlaps(other) for other in taken):
            yield spot, bounds


def _metres_per_px(axes: Axes, frame: Any) -> float:
    west, east = axes.get_xlim()
    return float((east - west) / frame.width)
