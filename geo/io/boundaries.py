"""Official district boundaries from a user's file, in the place of approximate ones."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import check_lonlat
from geo.io.geojson import Feature
from geo.model.evacuation import EvacuationZone
from geo.model.faults import Fault

_NAME_FIELDS = ("name_ru", "name_en", "name_uk", "name")
_WORDS_FOR_DISTRICT = ("район", "district", "raion", "rayon")
MIN_TARGET_SHARE = 0.9


def with_official(
    zones: Mapping[str, EvacuationZone], features: Sequence[Feature], file: str, border: BorderLine
) -> tuple[dict[str, EvacuationZone], list[str], list[Fault]]:
    """Replace districts by the features of a boundary file that bear their name (English, Russian or Ukrainian).

    Parameters
    ----------
    zones : mapping of id to EvacuationZone
    features : sequence of Feature
        Lon/lat polygons, the name in ``name_ru``, ``name_en``, ``name_uk`` or ``name``.
    file : str
        The file's name: it becomes the zones' source.
    border : BorderLine
        At least 90 % of a polygon must lie on its target side.

    Returns
    -------
    dict, list of str, list of Fault
        All zones; the ids replaced (extent "official"); the features rejected (``row`` is the feature's number).
    """
    districts = [zone for zone in zones.values() if zone.kind == "district"]
    found = dict(zones)
    replaced: list[str] = []
    faults: list[Fault] = []
    for feature in features:
        names = [value for key in _NAME_FIELDS if isinstance(value := feature.properties.get(key), str)]
        district = _named(names, districts)
        reason = _reason(district, districts, replaced) or _unusable(feature.geometry, border)
        if reason or district is None:
            faults.append(Fault(file, feature.number, "name", (names or [""])[0][:80], reason))
            continue
        found[district.id] = dataclasses.replace(
            district,
            geometry=shapely.force_2d(feature.geometry),
            extent="official",
            method="boundary file given by the user",
            source=file,
            attribution=file,
            licence="not stated: the user's file",
        )
        replaced.append(district.id)
    return found, replaced, faults


def _named(names: Iterable[str], districts: Iterable[EvacuationZone]) -> EvacuationZone | None:
    wanted = {_folded(name) for name in names}
    for district in districts:
        known = (district.name_en, district.name_ru, district.name_uk)
        if wanted & {_folded(name) for name in known if name}:
            return district
    return None


def _folded(name: str) -> str:
    """Return a district's name as it is compared: no case, no ё, no word for "district"."""
    words = name.casefold().replace("ё", "е").split()
    return " ".join(word for word in words if word not in _WORDS_FOR_DISTRICT)


def _reason(district: EvacuationZone | None, districts: Iterable[EvacuationZone], replaced: Sequence[str]) -> str:
    if district is None:
        known = ", ".join(zone.name_ru or zone.name_en for zone in districts)
        return f"no district of this case has this name; it must be one of {known}"
    return "this district comes twice; give it once, as a MultiPolygon" if district.id in replaced else ""


def _unusable(ground: BaseGeometry | None, border: BorderLine) -> str:
    """Say why a geometry can't be a district's extent, or nothing."""
    if ground is None or ground.geom_type not in {"Polygon", "MultiPolygon"} or ground.is_empty:
        kind = "missing" if ground is None else f"a {ground.geom_type}"
        return f"its geometry is {kind}; it must be a Polygon or MultiPolygon with an area"
    try:
        check_lonlat(ground, near=(border.metric.lon0, border.metric.lat0))
    except GeometryError as error:
        return str(error)
    if not ground.is_valid:
        return f"its outline is not valid ({shapely.is_valid_reason(ground)}); it must not cross itself"
    ground_m = border.metric.to_metric(ground)
    share = float(border.on_target(ground_m).area / ground_m.area)
    if share < MIN_TARGET_SHARE:
        return f"only {share:.0%} of it lies on the target side of the border; it must lie on that side"
    return ""
