"""Draw the layers of a picture: claimed bands and lines, mappers' fronts, zones and places, with their legend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.analysis.reconstruction import Reconstruction
from geo.export.figures import style
from geo.export.figures.basemap import Extent, fill, stroke
from geo.export.figures.hatches import PATTERNS, PatternSign, fill_zone
from geo.export.figures.labels import CLAIM_RANK, ZONE_RANK, Wanted, place_rank
from geo.export.figures.legend import CLAIMED, DRAWN, FIGURES, PLACES, VOICES, ZONES, Entry, Handle
from geo.export.scope import Scope
from geo.geometry.bands import BANDS as BAND_ORDER
from geo.model.asof import AsOf, age_days
from geo.model.evacuation import OrderScope, zones_on
from geo.model.fronts import FrontState, FrontStatus, fronts_on
from geo.model.labels import (
    AGE_LABELS,
    ORDER_LABELS,
    SIDE_LABELS,
    STATUS_LABELS,
    band_label,
    format_date,
    format_day_count,
)
from geo.model.places import Status, places_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class Shown:
    """What was drawn: a legend entry each with how to make its sign, and the labels that are wanted."""

    legend: dict[Entry, Handle]
    labels: list[Wanted]
    signs: list[tuple[float, float]]

    def explain(self, entry: Entry, make: Callable[..., Any], *given: Any, **look: Any) -> None:
        """Put a sign into the legend, once."""
        self.legend.setdefault(entry, partial(make, *given, **look))


def draw_marks(axes: Axes, scope: Scope, extent: Extent, day: date) -> Shown:
    """Draw a scope's layers as of a day and say what is on the picture."""
    shown = Shown({}, [], [])
    if scope.view.has("zones"):
        _zones(axes, scope, extent, day, shown)
    if scope.view.has("fronts"):
        _fronts(axes, scope, extent, day, shown)
    in_effect = [item for item in scope.advances_in_effect if item.about_date <= day]
    for item in in_effect:
        _advance(axes, scope, extent, item, shown, day)
    if scope.view.has("places"):
        _places(axes, scope, extent, day, shown)
    return shown


def _advance(axes: Axes, scope: Scope, extent: Extent, item: Reconstruction, shown: Shown, day: date) -> None:
    age = age_days(item, day)
    faded = 0.45 if age else 1.0
    if scope.view.has("advances"):
        for band in reversed(BAND_ORDER):
            if (ground := getattr(item, band)) is not None:
                hatch, wash = style.BAND_HATCHES[band]
                band_look: dict[str, Any] = {"edgecolor": style.OCHRE, "hatch": hatch, "linewidth": 0.9}
                band_look |= {"linestyle": (0, (4, 2.5)), "facecolor": (*style.OCHRE_WASH, wash)}
                fill(axes, extent.to_metric(ground), zorder=3, **band_look)
                shown.explain(Entry(CLAIMED, band_label(band), order=BAND_ORDER.index(band)), _patch, **band_look)
        if item.reach is not None:
            dashed: dict[str, Any] = {"color": style.OCHRE, "linewidth": 1.2, "linestyle": (0, (7, 4))}
            stroke(axes, extent.to_metric(item.reach), zorder=6, alpha=faded, **dashed)
            entry = Entry(CLAIMED, "claimed depth, no width claimed", order=len(BAND_ORDER))
            shown.explain(entry, _line, color=style.OCHRE, linestyle="--")
        where = item.outer if item.outer is not None else item.reach
        seen = Polygon() if where is None else extent.to_metric(where).intersection(extent.window)
        if not seen.is_empty:
            shown.labels.append(_claim_label(item, seen, extent, age))
            if item.outer is not None:
                said = f"{item.depth.claimant}, about {format_date(item.about_date)}: {_claim_words(item, age)}"
                shown.explain(Entry(FIGURES, said), _line, linestyle="none")
    if scope.view.has("stretches") and item.width is not None:
        stroke(axes, extent.to_metric(item.section), color=style.STRETCH, linewidth=3.0, zorder=5.2)
        entry = Entry(CLAIMED, "border stretch of the claimed width", order=len(BAND_ORDER) + 1)
        shown.explain(entry, _line, color=style.STRETCH, linewidth=3)


def _claim_words(item: Reconstruction, age: int) -> str:
    return item.label + (f" · {format_day_count(age)} old" if age else "")


def _claim_label(item: Reconstruction, seen: BaseGeometry, extent: Extent, age: int) -> Wanted:
    """Return the label of an advance, at the edge of the part of it that is on the picture."""
    west, south, east, north = seen.bounds
    y, kind = (south, "claim") if item.outer is not None else (north, "depth")
    return Wanted(
        _claim_words(item, age), (west + east) / 2, y, rank=CLAIM_RANK, kind=kind, gap_m=extent.width_m * 0.006
    )


def _fronts(axes: Axes, scope: Scope, extent: Extent, day: date, shown: Shown) -> None:
    mappers = list(dict.fromkeys(track.mapper for track in scope.case.fronts))
    ages = scope.case.settings.ages
    for found in fronts_on(scope.case.fronts, AsOf(day, scope.known), ages):
        if found.index is None:
            continue
        track, age = found.track, ages.state(found.age_days)
        held = track.status is FrontStatus.HELD
        dashes = "-" if held else (0, (1, 1.6))
        width = 1.9 - 0.5 * mappers.index(track.mapper)
        look: dict[str, Any] = {
            "edgecolor": style.FRONT,
            "linewidth": max(width, 0.7),
            "linestyle": dashes,
            "facecolor": "none",
            "alpha": style.AGE_ALPHA[age],
        }
        ground = extent.to_metric(track.ground(found.index))
        if not ground.intersects(extent.window):
            continue
        fill(axes, ground, zorder=4, **look)
        carried = f", carried forward {format_day_count(found.age_days)}" if found.state is FrontState.CARRIED else ""
        carried += f", {AGE_LABELS[age]}" if AGE_LABELS[age] else ""
        words = f"{track.mapper}: drawn as {track.status} by {track.holder.title()}"
        shown.explain(Entry(DRAWN, words, carried, mappers.index(track.mapper)), _patch, **look)


def _zones(axes: Axes, scope: Scope, extent: Extent, day: date, shown: Shown) -> None:
    for ident, state in zones_on(scope.case.orders, AsOf(day, scope.known)).items():
        zone = scope.case.zones[ident]
        if zone.geometry is None:
            continue
        ground = extent.to_metric(zone.geometry)
        seen = ground.intersection(extent.window)
        if seen.is_empty:
            continue
        look = (state.kind, state.strictest.scope)
        fill_zone(axes, extent, ground, PATTERNS[look], approximate=zone.extent == "approximate")
        words = ORDER_LABELS[state.kind] + (" (part of the zone)" if OrderScope.PART in look else "")
        shown.explain(Entry(ZONES, words, order=list(PATTERNS).index(look)), PatternSign, PATTERNS[look])
        at = seen.representative_point()
        gap_m = extent.width_m * 0.04
        shown.labels.append(Wanted(zone.name_en, at.x, at.y, rank=ZONE_RANK, kind="zone", gap_m=gap_m))


def _places(axes: Axes, scope: Scope, extent: Extent, day: date, shown: Shown) -> None:
    case = scope.release.case
    said = Counter(event.settlement for event in case.control_events)
    towns = {feature["properties"].get("name_en") for feature in case.base if feature["geometry"]["type"] == "Point"}
    for ident, state in places_on(scope.case.control_events, AsOf(day, scope.known)).items():
        place = scope.case.settlements[ident]
        if place.lon is None or place.lat is None:
            continue
        x, y = extent.crs.xy(place.lon, place.lat)[0]
        side = state.newest.side
        look = _sign(state.status, style.SIDES[side])
        shown.signs.append((x, y))
        axes.plot([x], [y], zorder=8, **look)
        if state.status is Status.PHOTOGRAPHED:
            axes.plot([x], [y], zorder=8.1, **_HOLE)
        if state.disputed:
            ring: dict[str, Any] = {"marker": "o", "fillstyle": "none", "markersize": 9, "markeredgecolor": style.INK}
            axes.plot([x], [y], linestyle="none", markeredgewidth=0.7, zorder=7.9, **ring)
            entry = Entry(PLACES, "disputed: claimants contradict each other", order=len(STATUS_LABELS))
            shown.explain(entry, _line, linestyle="none", markeredgewidth=0.7, **ring)
        entry = Entry(PLACES, STATUS_LABELS[state.status], order=list(STATUS_LABELS).index(state.status))
        shown.explain(entry, _signs, state.status)
        square: dict[str, Any] = {"marker": "s", "linestyle": "none", "markersize": 5}
        entry = Entry(VOICES, SIDE_LABELS[side], order=list(SIDE_LABELS).index(side))
        shown.explain(entry, _line, color=style.SIDES[side], **square)
        gap_m = extent.width_m * 0.008
        rank = place_rank(place, said[ident], seat=place.name_en in towns)
        shown.labels.append(Wanted(place.name_en, x, y, rank=rank, kind="place", gap_m=gap_m))


def _sign(status: Status, color: str) -> dict[str, Any]:
    shape = style.STATUSES[status]
    look: dict[str, Any] = {"linestyle": "none", "color": color, "markersize": 5.2, "markeredgewidth": 1.1, **shape}
    look["markeredgecolor"] = color
    if shape["fillstyle"] in {"left", "none"}:
        look |= {"markerfacecoloralt": style.PAPER}
    if shape["fillstyle"] == "none":
        look |= {"fillstyle": "full", "markerfacecolor": style.PAPER}
    return look


_HOLE: dict[str, Any] = {"marker": "o", "markersize": 2.0, "color": style.PAPER, "linestyle": "none"}


def _signs(status: Status) -> Any:
    """Return the sign of a status for the legend; a picture of troops has a hole, so it is two."""
    sign = _line(**_sign(status, style.INK))
    return (sign, _line(**_HOLE)) if status is Status.PHOTOGRAPHED else sign


def _patch(**look: Any) -> Any:
    from matplotlib.patches import Patch

    return Patch(**look)


def _line(**look: Any) -> Any:
    from matplotlib.lines import Line2D

    return Line2D([], [], **look)
