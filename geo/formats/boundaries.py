"""Boundary files from anybody: GeoJSON read with strict checks, and districts replaced by official ones.

Files are read as JSON, never through GDAL. Coordinates are lon/lat degrees (RFC 7946).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.border import BorderLine
from geo.crs import check_lonlat
from geo.errors import CaseError, Fault, GeometryError

Feature = dict[str, Any]
ZONES_FILE = "evacuation_zones.geojson"
MAX_BYTES = 5_000_000
MAX_FEATURES = 2000


def compact(geometry: BaseGeometry) -> Any:
    """Return a geometry as GeoJSON with six decimals (0.1 m)."""
    return json.loads(json.dumps(mapping(geometry)), parse_float=lambda text: round(float(text), 6))


def write_features(path: Path, features: Sequence[Feature]) -> None:
    """Write features as GeoJSON, one a line, so that a change is one line in a review."""
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8")


def replace_with_official(case_dir: Path, file: Path, border: BorderLine) -> tuple[list[str], list[Fault]]:
    """Replace approximate districts of a case by those of a boundary file, matched by name (English or Russian).

    Parameters
    ----------
    case_dir : Path
    file : Path
        GeoJSON FeatureCollection of polygons, lon/lat, at most 5 MB; a name in ``name_ru``, ``name_en`` or ``name``.
    border : BorderLine
        The case's; at least 90 % of a polygon must lie on its target side.

    Returns
    -------
    list of str, list of Fault
        The ids replaced (extent "official"); the features rejected, with the reason (``row`` counts features from 1).

    Raises
    ------
    CaseError
        If either file is not what it should be, or is too large.
    """
    zones = read_features(case_dir / ZONES_FILE)
    districts = [zone for zone in zones if zone["properties"].get("kind") == "district"]
    replaced: list[str] = []
    faults: list[Fault] = []
    for number, feature in enumerate(read_features(file), start=1):
        district = _match(feature, districts)
        if district is None:
            ground, reason = None, f"no district of this case has this name; it must be one of {_listed(districts)}"
        elif district["properties"]["id"] in replaced:
            ground, reason = None, "this district comes twice; give it once, as a MultiPolygon"
        else:
            ground, reason = _ground(feature, border)
        if district is None or ground is None:
            faults.append(Fault(file.name, number, "name", next(iter(_names(feature)), "")[:80], reason))
            continue
        district["geometry"] = compact(ground)
        district["properties"] |= {"extent": "official", "method": "boundary file given by the user"}
        district["properties"] |= {"source": file.name, "attribution": file.name, "licence": "not stated: user's file"}
        replaced.append(district["properties"]["id"])
    if replaced:
        write_features(case_dir / ZONES_FILE, zones)
    return replaced, faults


def _names(feature: Feature) -> list[str]:
    values = [feature["properties"].get(key) for key in ("name_ru", "name_en", "name")]
    return [value for value in values if isinstance(value, str)]


def _match(feature: Feature, districts: Sequence[Feature]) -> Feature | None:
    """Return the district one of a feature's names means, or None."""
    wanted = {_folded(name) for name in _names(feature)}
    for district in districts:
        if wanted & {_folded(name) for name in _names(district)}:
            return district
    return None


def _listed(districts: Sequence[Feature]) -> str:
    return ", ".join(district["properties"]["name_ru"] for district in districts)


def _folded(name: str) -> str:
    """Return a district's name as it is compared: no case, no ё, no word for "district"."""
    words = name.casefold().replace("ё", "е").split()
    return " ".join(word for word in words if word not in ("район", "district", "raion", "rayon"))


def _ground(feature: Feature, border: BorderLine) -> tuple[BaseGeometry | None, str]:
    """Return a feature's polygon in lon/lat, or None with the reason it is rejected."""
    try:
        ground = shapely.force_2d(shape(feature["geometry"]))
        check_lonlat(ground, near=(border.metric.lon0, border.metric.lat0))
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None, "its geometry can't be read; it must be a GeoJSON Polygon or MultiPolygon"
    except GeometryError as error:
        return None, str(error)
    if ground.geom_type not in ("Polygon", "MultiPolygon") or ground.is_empty:
        return None, f"its geometry is a {ground.geom_type}; it must be a Polygon or MultiPolygon with an area"
    if not ground.is_valid:
        return None, f"its outline is not valid ({shapely.is_valid_reason(ground)}); it must not cross itself"
    ground_m = border.metric.to_metric(ground)
    share = float(border.on_target(ground_m).area / ground_m.area)
    if share < 0.9:
        return None, f"only {share:.0%} of it lies on the target side of the border; it must lie on that side"
    return ground, ""


def read_features(path: Path) -> list[Feature]:
    """Return the features of a GeoJSON file after strict checks of its size and frame."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise CaseError(
                f"{path.name} is {size / 1e6:.1f} MB; a boundary file may have at most {MAX_BYTES / 1e6:g} MB"
            )
        document = json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=_no_constant)
    except OSError as error:
        raise CaseError(f"{path.name} can't be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise CaseError(
            f"{path.name} is not JSON ({str(error)[:80]}); it must be a GeoJSON FeatureCollection"
        ) from error
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or document.get("type") != "FeatureCollection":
        raise CaseError(f"{path.name} is not a GeoJSON FeatureCollection; it must have 'type' and a list 'features'")
    if "crs" in document:
        raise CaseError(
            f"{path.name} names a CRS of its own; GeoJSON is lon/lat (RFC 7946), convert it and leave 'crs' out"
        )
    if len(features) > MAX_FEATURES:
        raise CaseError(f"{path.name} has {len(features)} features; at most {MAX_FEATURES} are read")
    for number, feature in enumerate(features, start=1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            raise CaseError(f"{path.name}, feature {number} is not a Feature with properties; it must be one")
    return features


def _no_constant(text: str) -> float:
    raise ValueError(f"{text} is not a number JSON knows")
