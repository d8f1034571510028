"""Geodata layers of a day: GeoDataFrames checked against their schema, for the map, exports and notebooks.

All layers are in WGS 84 (EPSG:4326), lon/lat. Every layer carries who said it, about which day, known when, and
where it was published; `claimed` is always true for what was reconstructed from a claim. Fronts are what a mapper drew:
they carry the mapper, the file and its SHA-256, what was measured, and the licence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

import geopandas as gpd
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_words import body_sentence, stale_words
from geo.analysis.reconstruction import Reconstruction, reconstructions, reconstructions_on
from geo.errors import SelectionError
from geo.geometry.bands import BANDS
from geo.model.asof import AsOf, age_days
from geo.model.case import Case
from geo.model.claims import Reported
from geo.model.evacuation import ZoneState, zones_on
from geo.model.fronts import fronts_on
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.model.places import HANDS, PlaceState, places_on
from geo.reports.layer_frames import layer_frame

LAYERS = tuple(LAYER_SCHEMAS)


def layer(
    case: Case,
    name: str,
    as_of: AsOf,
) -> gpd.GeoDataFrame:
    """Select one layer as of day `on`, known on day `known` (None: today).

    Parameters
    ----------
    name : str
        One of `LAYERS`.

    Returns
    -------
    GeoDataFrame
        Columns and types as in `LAYER_SCHEMAS`, days as ISO 8601 text, then `geometry`, in EPSG:4326; empty when
        nothing was claimed.

    Raises
    ------
    SelectionError
        When there is no such layer, or `on` lies outside the case's days.
    """
    if name not in LAYER_SCHEMAS:
        raise SelectionError(f"layer is {name!r}; it must be one of {', '.join(LAYERS)}")
    case.check_clocks(as_of)
    if name in {"advances", "reach", "stretches"}:
        in_effect = reconstructions_on(reconstructions(case), as_of)
        rows = [row for item in in_effect for row in _advance_rows(case, item, name, as_of.on)]
    elif name == "bodies":
        rows = [row for body in bodies_on(case, as_of) for row in _body_rows(case, body)]
    elif name == "settlements":
        rows = _settlement_rows(case, as_of)
    elif name == "zones":
        rows = _zone_rows(case, as_of)
    elif name == "fronts":
        rows = _front_rows(case, as_of)
    else:
        rows = _border_rows(case) if name == "border" else _base_rows(case)
    return layer_frame(rows, LAYER_SCHEMAS[name])


def _said(case: Case, record: Reported, on: date) -> dict[str, Any]:
    source = case.sources[record.source]
    return {
        "claimant": record.claimant,
        "side": record.side.value,
        "about_date": record.about_date.isoformat(),
        "known_date": record.known_date.isoformat(),
        "age_days": age_days(record, on),
        "publisher": source.publisher,
        "url": source.url,
    }


def _advance_rows(case: Case, item: Reconstruction, name: str, on: date) -> Iterable[dict[str, Any]]:
    common = _said(case, item.depth, on) | {
        "id": item.id,
        "claimed": True,
        "depth_claim": item.depth.id,
        "width_claim": item.width.id if item.width else None,
        "depth_km": item.depth.value_high or item.depth.value,
        "depth_modality": item.depth.modality.value,
        "width_km": (item.width.value_high or item.width.value) if item.width else None,
        "reading": item.placement.reading,
        "width_chord_km": round(item.width_chord_km, 1),
        "width_along_km": round(item.width_along_km, 1),
        "placed_by": item.placement.placed_by,
        "reason": item.placement.reason,
        "convention": item.convention,
    }
    if name == "stretches":
        yield _row(name, common, item.section)
    elif name == "reach" and item.reach is not None:
        yield _row(name, common, item.reach)
    elif name == "advances" and item.areas_km2 is not None:
        for band, area in zip(BANDS, item.areas_km2, strict=True):
            yield _row(name, common | {"band": band, "area_km2": round(area, 1)}, getattr(item, band))


def _body_rows(case: Case, body: Body) -> Iterable[dict[str, Any]]:
    evidence, shape = body.evidence, body.shape
    ends = {"depth": shape.depth_km, "width_chord": shape.chord_km, "width_along": shape.along_km}
    days = sorted(piece.about_date.isoformat() for piece in shape.used)
    common: dict[str, Any] = {
        f"{name}_{end}_km": None if span is None else round(span[which], 1)
        for name, span in ends.items()
        for which, end in enumerate(("low", "high"))
    }
    common |= {
        "id": body.id,
        "claimed": True,
        "who": evidence.who,
        "side": evidence.side.value,
        "of_side": evidence.of_side,
        "basis": shape.basis.value,
        "made_of": shape.kind.value,
        "places": ", ".join(body.places) or None,
        "evidence": ", ".join(body.ids),
        "oldest_date": days[0],
        "newest_date": days[-1],
        "known_date": body.known_date.isoformat(),
        "age_days": body.figures_age_days,
        "age": body.state.value,
        "stale": stale_words(case, body) or None,
        "sentence": body_sentence(body),
    }
    for band, (ground, area_km2) in shape.bands.items():
        yield _row("bodies", common | {"band": band, "area_km2": round(area_km2, 1)}, ground)


def _settlement_rows(case: Case, as_of: AsOf) -> list[dict[str, Any]]:
    rows = []
    for ident, state in places_on(case.control_events, as_of).items():
        place = case.settlements[ident]
        if place.lon is not None and place.lat is not None:
            values = _said(case, state.newest, as_of.on) | place.model_dump()
            values |= {"status": state.status.value, "disputed": state.disputed, "words": statements_line(state)}
            values |= {"hands": HANDS[state.status].value, "said_by": ", ".join(state.said_by)}
            rows.append(_row("settlements", values, Point(place.lon, place.lat)))
    return rows


def statements_line(state: PlaceState) -> str:
    """Put each claimant's latest statement about a place into one line."""
    return "; ".join(f"{word.claimant}: {word.status.value} ({word.about_date})" for word in state.words)


def _zone_rows(case: Case, as_of: AsOf) -> list[dict[str, Any]]:
    rows = []
    for ident, state in zones_on(case.orders, as_of).items():
        zone = case.zones[ident]
        if zone.geometry is not None:
            values = _said(case, state.strictest, as_of.on) | _zone_state(state)
            values |= {name: getattr(zone, name) for name in ("id", "name_en", "name_ru", "extent", "licence")}
            rows.append(_row("zones", values, zone.geometry))
    return rows


def _zone_state(state: ZoneState) -> dict[str, Any]:
    strictest = state.strictest
    return {"order": strictest.kind.value, "scope": strictest.scope.value, "conflicting": state.conflicting}


def _front_rows(case: Case, as_of: AsOf) -> list[dict[str, Any]]:
    rows = []
    for found in fronts_on(case.fronts, as_of, case.settings.ages):
        track, snapshot = found.track, found.snapshot
        if found.index is None or snapshot is None:
            continue
        values = {name: getattr(track, name) for name in ("id", "mapper", "licence", "may_publish")}
        values |= {"holder": track.holder.value, "status": track.status.value, "state": found.state.value}
        values |= {"about_date": snapshot.about_date.isoformat(), "known_date": snapshot.known_date.isoformat()}
        values |= {"known_assumed": snapshot.known_assumed, "age_days": found.age_days}
        values |= {"age": case.settings.ages.state(found.age_days).value}
        values |= {"file": snapshot.file, "sha256": snapshot.sha256} | asdict(track.figures[found.index])
        rows.append(_row("fronts", values, track.ground(found.index)))
    return rows


def _border_rows(case: Case) -> list[dict[str, Any]]:
    length_km = case.border.length_m / 1000
    return [_row("border", {"id": case.settings.id, "length_km": round(length_km, 1)}, case.border_lonlat)]


def _base_rows(case: Case) -> list[dict[str, Any]]:
    return [_row("base", feature["properties"], shape(feature["geometry"])) for feature in case.base]


def _row(name: str, values: Mapping[str, Any], geometry: BaseGeometry) -> dict[str, Any]:
    return {column: values.get(column) for column in LAYER_SCHEMAS[name].names} | {"geometry": geometry}
