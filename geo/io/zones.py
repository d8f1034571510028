"""Evacuation zones as GeoJSON and back, and approximate zones from the known places of each district."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geo.analysis.districts import DistrictPlace, from_places
from geo.errors import InputError
from geo.geometry.border import BorderLine
from geo.io.geojson import Feature, read_geojson
from geo.model.claims import Side
from geo.model.evacuation import EvacuationZone
from geo.model.faults import Fault

EXTENTS = ("approximate", "official", "unknown")
ZONE_METHOD = (
    "Thiessen cells of the district's {count} known places, dissolved; kept within the oblast, the border and 6 km of "
    "the hull of those places"
)
SOURCE = "places known to lie in it, each with its source; border: OpenStreetMap; oblast limits: Natural Earth"
LICENCE = "ODbL-1.0 (border), CC-BY-4.0 (GeoNames), CC-BY-SA-4.0 (Wikipedia), public domain (Natural Earth)"
ATTRIBUTION = "© OpenStreetMap contributors; GeoNames; Wikipedia contributors; Natural Earth; owlmaps"

_NEEDED = ("id", "name_en", "oblast", "side", "kind", "extent", "source", "licence")
_OPTIONAL = ("name_ru", "name_uk", "attribution", "method")


def read_zones(data: bytes, file: str) -> tuple[dict[str, EvacuationZone], list[Fault]]:
    """Read zones by id; a feature that is no zone is a fault (its row is its number in the file)."""
    try:
        features = read_geojson(data, file)
    except InputError as error:
        return {}, [Fault(file, None, None, "", str(error))]
    zones: dict[str, EvacuationZone] = {}
    faults = []
    for feature in features:
        try:
            zone = _zone(feature)
        except InputError as error:
            faults.append(Fault(file, feature.number, None, "", str(error)))
            continue
        if zone.id in zones:
            faults.append(Fault(file, feature.number, "id", zone.id, "an id is used once"))
        zones.setdefault(zone.id, zone)
    return zones, faults


def _zone(feature: Feature) -> EvacuationZone:
    props = feature.properties
    missing = [name for name in _NEEDED if not isinstance(props.get(name), str) or not props[name]]
    if missing:
        raise InputError(f"properties missing: {', '.join(missing)}")
    if props["side"] not in set(Side):
        raise InputError(f"side is {props['side']!r}; it must be one of {', '.join(Side)}")
    if props["extent"] not in EXTENTS:
        raise InputError(f"extent is {props['extent']!r}; it must be one of {', '.join(EXTENTS)}")
    if (feature.geometry is None) != (props["extent"] == "unknown"):
        raise InputError(f"extent is {props['extent']!r}; a zone has no geometry where, and only where, it is unknown")
    if feature.geometry is not None and feature.geometry.geom_type not in {"Polygon", "MultiPolygon"}:
        raise InputError(f"geometry is a {feature.geometry.geom_type}; a zone is a Polygon or MultiPolygon")
    return EvacuationZone(
        **{name: props[name] for name in _NEEDED if name != "side"},
        **{name: str(props.get(name) or "") for name in _OPTIONAL},
        side=Side(props["side"]),
        geometry=feature.geometry,
    )


def write_zones(zones: Iterable[EvacuationZone]) -> str:
    """Write zones as GeoJSON, one a line, so that a change of one zone is one line in a review."""
    lines = [json.dumps(_feature(zone), ensure_ascii=False, separators=(",", ":")) for zone in zones]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _feature(zone: EvacuationZone) -> dict[str, Any]:
    names = [name for name in (*_NEEDED, *_OPTIONAL) if name != "side"]
    properties = {name: getattr(zone, name) for name in names} | {"side": zone.side.value}
    geometry = None if zone.geometry is None else _rounded(zone.geometry)
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _rounded(geometry: BaseGeometry) -> Any:
    """GeoJSON with six decimals, 0.1 m."""
    return json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), 6))


def approximate_zones(
    places: Sequence[DistrictPlace], border: BorderLine, limits: Mapping[str, BaseGeometry]
) -> list[EvacuationZone]:
    """Build a zone a district from its known places, marked approximate.

    Parameters
    ----------
    places : sequence of DistrictPlace
    border : BorderLine
    limits : mapping of oblast to polygon
        Lon/lat; a district keeps within its oblast.

    Raises
    ------
    GeometryError
        When the places can't be tessellated, or one lies on the wrong side of the border.
    """
    extents = from_places(places, border, limits=limits)
    named = {place.district_id: place for place in reversed(places)}
    return [
        EvacuationZone(
            id=district,
            name_en=named[district].district_name_en,
            name_ru=named[district].district_name_ru,
            name_uk="",
            oblast=named[district].oblast,
            side=Side.RUSSIA,
            kind="district",
            extent="approximate",
            source=SOURCE,
            licence=LICENCE,
            geometry=extent,
            attribution=ATTRIBUTION,
            method=ZONE_METHOD.format(count=sum(place.district_id == district for place in places)),
        )
        for district, extent in extents.items()
    ]


def merged(zones: Mapping[str, EvacuationZone], rebuilt: Iterable[EvacuationZone]) -> list[EvacuationZone]:
    """Put rebuilt districts in the place of approximate ones; official and other zones stay as they are."""
    fresh = {zone.id: zone for zone in rebuilt}
    kept = {ident: zone for ident, zone in zones.items() if zone.kind != "district" or zone.extent == "official"}
    return list((fresh | kept).values())
