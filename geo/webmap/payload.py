"""Turn a case into the plain data that the document's script draws.

The form of the data is `geo.webmap.payload_types`.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from geo.analysis.busiest import busiest_span
from geo.analysis.place_ground import bands_of_places, border_offsets
from geo.analysis.reconstruction import reconstructions
from geo.model.case import Case
from geo.model.claims import Checked, Claim, DateBasis, Reported, Side, Source
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
    SIDE_LETTERS,
    STATUS_LABELS,
    UNITS,
    format_value,
)
from geo.model.map_layers import BODY_CHOICES, CURVE_METRICS, MAP_LAYER_LABELS, PLOT_CURVES, Curve
from geo.model.places import HANDS, ControlEvent, Settlement
from geo.search.transliteration import FUZZY_KEY_FOLDS, TRANSLITERATION_SCHEMES
from geo.webmap.basemap import base, grounds
from geo.webmap.bodies import claimed_ground
from geo.webmap.encoding import lines, polygons
from geo.webmap.fronts import fronts
from geo.webmap.payload_records import (
    ClaimData,
    EventData,
    OrderData,
    SettlementData,
    SourceData,
    ZoneData,
)
from geo.webmap.payload_types import AgesData, CaseData, CurveData, Payload, Spelling, Words

#: The border as drawn, not as measured: 7 to 11 m, under a pixel up to zoom 13.
LINE_TOLERANCE_DEG = 1e-4
_WORDS = Words(
    metric=METRIC_LABELS,
    kind=KIND_LABELS,
    checked=CHECKED_LABELS,
    day_basis=DATE_BASIS_LABELS,
    side=SIDE_LABELS,
    side_letter=SIDE_LETTERS,
    status=STATUS_LABELS,
    order=ORDER_LABELS,
    front=FRONT_STATE_LABELS,
    band=BAND_LABELS,
)


def payload(case: Case) -> Payload:
    """Return everything the document shows.

    Parameters
    ----------
    case : Case
        Coordinates in lon/lat degrees, WGS 84.
    """
    settings = case.settings
    zero = case.first_date
    known = [claim.known_date for claim in case.claims]
    places = list(case.settlements.values())
    offsets = border_offsets(places, case.border)
    advances, bodies, arcs, stretches = claimed_ground(
        case, bands_of_places(places, reconstructions(case), case.border.metric)
    )
    return Payload(
        version=2,
        case=CaseData(
            id=settings.id,
            title=settings.title,
            summary=settings.summary,
            target=settings.target,
            advancing=settings.advancing,
        ),
        first=zero.isoformat(),
        start=(settings.start_date - zero).days,
        last=(case.last_date - zero).days,
        until=(settings.ledger_until - zero).days,
        busiest=[(day - zero).days for day in busiest_span(known, zero, case.last_date)],
        area=[settings.area.west, settings.area.south, settings.area.east, settings.area.north],
        border=lines(case.border_lonlat.simplify(LINE_TOLERANCE_DEG)),
        grounds=grounds(case),
        base=base(case.base),
        claims=[_claim(record, zero) for record in case.claims],
        sources={key: _source(source) for key, source in sorted(case.sources.items())},
        settlements=[_settlement(place, offsets.get(key)) for key, place in sorted(case.settlements.items())],
        events=[_event(record, zero) for record in case.control_events],
        zones=[_zone(zone) for _, zone in sorted(case.zones.items())],
        orders=[_order(record, zero) for record in case.orders],
        sections=[lines(section.simplify(LINE_TOLERANCE_DEG)) for section in stretches],
        advances=advances,
        bodies=bodies,
        arcs=arcs,
        fronts=fronts(case.fronts, zero),
        attributions=list(case.attributions),
        words=_WORDS,
        layer_names=MAP_LAYER_LABELS,
        curves={one.name: _curve(one) for one in PLOT_CURVES},
        body_choices=BODY_CHOICES,
        spelling=Spelling(schemes=list(TRANSLITERATION_SCHEMES.values()), fuzzy_key=FUZZY_KEY_FOLDS),
        ages=AgesData(
            beside=settings.ages.beside,
            fades=settings.ages.fades,
            doubtful=settings.ages.doubtful,
            ended=settings.ages.ended,
        ),
        hands=HANDS,
        strictness=list(STRICTNESS),
    )


def _days(day: date | None, zero: date) -> int | None:
    return None if day is None else (day - zero).days


class _Said(TypedDict):
    """What every record says, as the fields of `ReportedData`."""

    id: str
    about: int
    about_basis: DateBasis | None
    known: int
    known_basis: DateBasis | None
    who: str
    role: str
    side: Side
    source: str
    root: str
    checked: Checked
    summary: str
    note: str
    check_note: str


def _said(record: Reported, zero: date) -> _Said:
    return {
        "id": record.id,
        "about": (record.about_date - zero).days,
        "about_basis": record.about_basis if record.about_basis != "stated" else None,
        "known": (record.known_date - zero).days,
        "known_basis": record.known_basis if record.known_basis != "stated" else None,
        "who": record.claimant,
        "role": record.role,
        "side": record.side,
        "source": record.source,
        "root": record.root,
        "checked": record.checked,
        "summary": record.summary,
        "note": record.note,
        "check_note": record.check_note,
    }


def _claim(record: Claim, zero: date) -> ClaimData:
    plotted = record.metric in CURVE_METRICS
    return ClaimData(
        **_said(record, zero),
        metric=record.metric,
        figure=format_value(record),
        value=record.value if plotted else None,
        high=record.value_high if plotted else None,
        modality=record.modality if plotted else None,
        until=_days(record.superseded_date, zero),
        gone=record.superseded,
        kind=record.kind,
        basis=record.basis,
        computed_from=record.computed_from,
        place=record.place,
        zone=record.zone,
        grade=f"{record.reliability or ''}{record.credibility or ''}",
    )


def _curve(one: Curve) -> CurveData:
    unit = "" if one.metric is None else UNITS[one.metric]
    return CurveData(label=one.label, metric=one.metric, unit=unit)


def _event(record: ControlEvent, zero: date) -> EventData:
    return EventData(**_said(record, zero), settlement=record.settlement, status=record.status, claim=record.claim)


def _order(record: EvacuationOrder, zero: date) -> OrderData:
    return OrderData(
        **_said(record, zero),
        zone=record.zone,
        kind=record.kind,
        scope=record.scope,
        scope_note=record.scope_note,
        end=_days(record.end_date, zero),
        settlements=record.settlements,
        modality=record.modality,
        claim=record.claim,
    )


def _source(source: Source) -> SourceData:
    return SourceData(
        publisher=source.publisher,
        title=source.title,
        url=source.url,
        published=source.published.isoformat(),
        note=source.note,
    )


def _settlement(place: Settlement, offset: tuple[float, bool] | None) -> SettlementData:
    return SettlementData(
        id=place.id,
        name=place.name_en,
        ru=place.name_ru,
        uk=place.name_uk,
        kind=place.kind,
        district=place.district,
        oblast=place.oblast,
        at=None if place.lon is None or place.lat is None else [round(place.lon, 5), round(place.lat, 5)],
        precision=place.precision_m,
        offset_km=None if offset is None else round(offset[0], 1),
        near=offset is not None and not offset[1],
        population=place.population,
        population_source=place.population_source,
    )


def _zone(zone: EvacuationZone) -> ZoneData:
    return ZoneData(
        id=zone.id,
        name=zone.name_en,
        ru=zone.name_ru,
        uk=zone.name_uk,
        oblast=zone.oblast,
        side=zone.side,
        kind=zone.kind,
        extent=zone.extent,
        source=zone.source,
        licence=zone.licence,
        shape=polygons(zone.geometry),
    )
