"""Turn a case into the plain data that the document's script draws.

Days are offsets from the case's first day. A line is one list of integers: its first (lon, lat) in 1e-5 degree, then
the differences from point to point.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from geo.analysis.reconstruction import DEPTH_LINE_DAYS, Reconstruction, reconstructions
from geo.model.case import Case
from geo.model.claims import Claim, Reported, Source
from geo.model.evacuation import STRICTNESS, EvacuationOrder, EvacuationZone
from geo.model.labels import (
    BAND_LABELS,
    CHECKED_LABELS,
    DATE_BASIS_LABELS,
    FRONT_STATE_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    ORDER_LABELS,
    SIDE_LABELS,
    STATUS_LABELS,
    UNITS,
    format_value,
)
from geo.model.map_layers import CURVE_METRICS, MAP_LAYER_LABELS, PLOT_CURVES, Curve
from geo.model.places import HELD, ControlEvent, Settlement
from geo.search.transliteration import FUZZY_KEY_FOLDS, TRANSLITERATION_SCHEMES
from geo.webmap.basemap import base, grounds
from geo.webmap.encoding import lines, polygons
from geo.webmap.fronts import fronts

#: The border as drawn, not as measured: 7 to 11 m, under a pixel up to zoom 13.
LINE_TOLERANCE_DEG = 1e-4
_WORDS = {
    "metric": METRIC_LABELS,
    "kind": KIND_LABELS,
    "checked": CHECKED_LABELS,
    "dayBasis": DATE_BASIS_LABELS,
    "side": SIDE_LABELS,
    "status": STATUS_LABELS,
    "order": ORDER_LABELS,
    "front": FRONT_STATE_LABELS,
    "band": BAND_LABELS,
}


def payload(case: Case) -> dict[str, Any]:
    """Return everything the document shows, as JSON-able data.

    Parameters
    ----------
    case : Case
        Coordinates in lon/lat degrees, WGS 84.

    Returns
    -------
    dict
        Keys as the script reads them; days are integers, coordinates 1e-5 degree.
    """
    settings = case.settings
    zero = case.first_date
    advances = reconstructions(case)
    sections = {section: number for number, section in enumerate(dict.fromkeys(drawn.section for drawn in advances))}
    return {
        "version": 1,
        "case": {
            "id": settings.id,
            "title": settings.title,
            "summary": settings.summary,
            "target": settings.target,
            "advancing": settings.advancing,
        },
        "first": zero.isoformat(),
        "start": (settings.start_date - zero).days,
        "last": (case.last_date - zero).days,
        "until": (settings.ledger_until - zero).days,
        "area": [settings.area.west, settings.area.south, settings.area.east, settings.area.north],
        "border": lines(case.border_lonlat.simplify(LINE_TOLERANCE_DEG)),
        "grounds": grounds(case),
        "base": base(case.base),
        "claims": [_claim(record, zero) for record in case.claims],
        "sources": {key: _source(source) for key, source in sorted(case.sources.items())},
        "settlements": [_settlement(place) for _, place in sorted(case.settlements.items())],
        "events": [_event(record, zero) for record in case.control_events],
        "zones": [_zone(zone) for _, zone in sorted(case.zones.items())],
        "orders": [_order(record, zero) for record in case.orders],
        "stretches": [lines(section.simplify(LINE_TOLERANCE_DEG)) for section in sections],
        "advances": [_advance(drawn, zero) | {"stretch": sections[drawn.section]} for drawn in advances],
        "fronts": fronts(case.fronts, zero),
        "attributions": list(case.attributions),
        "words": _WORDS,
        "layerNames": MAP_LAYER_LABELS,
        "curves": {one.name: _curve(one) for one in PLOT_CURVES},
        "spelling": {"schemes": list(TRANSLITERATION_SCHEMES.values()), "skeleton": FUZZY_KEY_FOLDS},
        "reachDays": DEPTH_LINE_DAYS,
        "held": sorted(HELD),
        "strictness": list(STRICTNESS),
    }


def _compact(values: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is absent; the script reads a missing key as absent."""
    return {key: value for key, value in values.items() if value is not None and value not in ("", [])}


def _reported(record: Reported, zero: date) -> dict[str, Any]:
    return {
        "id": record.id,
        "about": (record.about_date - zero).days,
        "aboutBasis": record.about_basis if record.about_basis != "stated" else None,
        "known": (record.known_date - zero).days,
        "knownBasis": record.known_basis if record.known_basis != "stated" else None,
        "who": record.claimant,
        "role": record.role,
        "side": record.side,
        "source": record.source,
        "root": record.root,
        "checked": record.checked,
        "summary": record.summary,
        "note": record.note,
        "checkNote": record.check_note,
    }


def _claim(record: Claim, zero: date) -> dict[str, Any]:
    return _compact(
        _reported(record, zero)
        | {
            "metric": record.metric,
            "figure": format_value(record),
            **(_on_the_curve(record, zero) if record.metric in CURVE_METRICS else {}),
            "kind": record.kind,
            "basis": record.basis,
            "from": record.computed_from,
            "place": record.place,
            "zone": record.zone,
            "grade": f"{record.reliability or ''}{record.credibility or ''}",
        }
    )


def _curve(one: Curve) -> dict[str, Any]:
    unit = None if one.metric is None else UNITS[one.metric]
    return _compact({"label": one.label, "metric": one.metric, "unit": unit})


def _on_the_curve(record: Claim, zero: date) -> dict[str, Any]:
    """What a claim of ground needs to stand beside what was measured: its number, and until when it was in effect."""
    return {
        "value": record.value,
        "high": record.value_high,
        "modality": record.modality,
        "until": None if record.superseded_date is None else (record.superseded_date - zero).days,
    }


def _event(record: ControlEvent, zero: date) -> dict[str, Any]:
    return _compact(
        _reported(record, zero) | {"settlement": record.settlement, "status": record.status, "claim": record.claim}
    )


def _order(record: EvacuationOrder, zero: date) -> dict[str, Any]:
    return _compact(
        _reported(record, zero)
        | {
            "zone": record.zone,
            "kind": record.kind,
            "scope": record.scope,
            "scopeNote": record.scope_note,
            "end": None if record.end_date is None else (record.end_date - zero).days,
            "settlements": record.settlements,
            "modality": record.modality,
            "claim": record.claim,
        }
    )


def _source(source: Source) -> dict[str, Any]:
    return _compact(
        {
            "publisher": source.publisher,
            "title": source.title,
            "url": source.url,
            "published": source.published.isoformat(),
            "note": source.note,
        }
    )


def _settlement(place: Settlement) -> dict[str, Any]:
    return _compact(
        {
            "id": place.id,
            "name": place.name_en,
            "ru": place.name_ru,
            "uk": place.name_uk,
            "kind": place.kind,
            "district": place.district,
            "oblast": place.oblast,
            "at": None if place.lon is None or place.lat is None else [round(place.lon, 5), round(place.lat, 5)],
            "precision": place.precision_m,
            "population": place.population,
            "populationSource": place.population_source,
        }
    )


def _zone(zone: EvacuationZone) -> dict[str, Any]:
    return _compact(
        {
            "id": zone.id,
            "name": zone.name_en,
            "ru": zone.name_ru,
            "uk": zone.name_uk,
            "oblast": zone.oblast,
            "side": zone.side,
            "kind": zone.kind,
            "extent": zone.extent,
            "source": zone.source,
            "licence": zone.licence,
            "shape": polygons(zone.geometry),
        }
    )


def _advance(drawn: Reconstruction, zero: date) -> dict[str, Any]:
    """Describe one drawn advance, with the two dates of its record."""
    placement = drawn.placement
    return _compact(
        {
            "id": placement.id,
            "depth": drawn.depth.id,
            "width": None if drawn.width is None else drawn.width.id,
            "about": (drawn.about_date - zero).days,
            "known": (drawn.known_date - zero).days,
            "until": None if (day := drawn.superseded_date) is None else (day - zero).days,
            "who": drawn.depth.claimant,
            "side": drawn.depth.side,
            "label": drawn.label,
            "caution": drawn.caution,
            "reading": placement.reading,
            "extentKm": placement.extent_km,
            "placedBy": placement.placed_by,
            "reason": placement.reason,
            "convention": drawn.convention,
            "stretchText": drawn.section_text,
            "inner": polygons(drawn.inner),
            "likely": polygons(drawn.likely),
            "outer": polygons(drawn.outer),
            "reach": lines(drawn.reach),
            "areas": None if drawn.areas_km2 is None else [round(area, 1) for area in drawn.areas_km2],
        }
    )
