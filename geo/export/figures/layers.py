"""Draw the layers of a picture: claimed bands and lines, mappers' fronts, zones and places, with their legend."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from geo.export.figures import style
from geo.export.figures.basemap import Extent, fill
from geo.export.figures.chips import draw_chip
from geo.export.figures.claimed import draw_claimed
from geo.export.figures.hatches import PATTERNS, PatternSign, fill_zone
from geo.export.figures.labels import ZONE_RANK, Wanted, place_rank
from geo.export.figures.legend import DRAWN, PLACES, VOICES, ZONES, Entry
from geo.export.figures.shown import Shown, line_sign, patch_sign
from geo.export.scope import Scope
from geo.model.asof import AsOf
from geo.model.evacuation import OrderScope, zones_on
from geo.model.fronts import FrontState, FrontStatus, fronts_on
from geo.model.labels import (
    AGE_LABELS,
    ORDER_LABELS,
    SIDE_LABELS,
    SIDE_LETTERS,
    STATUS_LABELS,
    format_day_count,
)
from geo.model.places import Status, places_on

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_marks(axes: Axes, scope: Scope, extent: Extent, day: date) -> Shown:
    """Draw a scope's layers as of a day and say what is on the picture."""
    shown = Shown({}, [], [])
    if scope.view.has("zones"):
        _zones(axes, scope, extent, day, shown)
    if scope.view.has("fronts"):
        _fronts(axes, scope, extent, day, shown)
    draw_claimed(axes, scope, extent, day, shown)
    if scope.view.has("places"):
        _places(axes, scope, extent, day, shown)
    return shown


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
        shown.explain(Entry(DRAWN, words, carried, mappers.index(track.mapper)), patch_sign, **look)


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
        shown.signs.append((x, y, len(state.said_by)))
        for part in style.STATUSES[state.status]:
            axes.plot([x], [y], zorder=8, **part)
        for number, side in enumerate(state.said_by):
            draw_chip(axes, (x, y), number, side)
            square = {"marker": "s", "linestyle": "none", "markersize": 6.5, "color": style.SIDES[side]}
            words = f"{SIDE_LETTERS[side]}: {SIDE_LABELS[side]}"
            shown.explain(Entry(VOICES, words, order=list(SIDE_LABELS).index(side)), line_sign, **square)
        if state.disputed:
            ring: dict[str, Any] = {"marker": "o", "fillstyle": "none", "markersize": 9, "markeredgecolor": style.INK}
            axes.plot([x], [y], linestyle="none", markeredgewidth=0.7, zorder=7.9, **ring)
            entry = Entry(PLACES, "disputed: claimants contradict each other", order=len(STATUS_LABELS))
            shown.explain(entry, line_sign, linestyle="none", markeredgewidth=0.7, **ring)
        entry = Entry(PLACES, STATUS_LABELS[state.status], order=list(STATUS_LABELS).index(state.status))
        shown.explain(entry, _signs, state.status)
        gap_m = extent.width_m * 0.008
        rank = place_rank(place, said[ident], seat=place.name_en in towns)
        shown.labels.append(Wanted(place.name_en, x, y, rank=rank, kind="place", gap_m=gap_m))


def _signs(status: Status) -> Any:
    """Return the sign of a status for the legend, of as many parts as it has."""
    parts = tuple(line_sign(**part) for part in style.STATUSES[status])
    return parts if len(parts) > 1 else parts[0]
