"""``evacuation_zones.geojson`` from the known places of each district: reading them, building, writing."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from pathlib import Path

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.border import BorderLine
from geo.districts import Place, border_strip, from_places
from geo.errors import CaseError, Fault
from geo.formats.boundaries import ZONES_FILE, Feature, compact, read_features, write_features

PLACES_FILE = "district_places.csv"
BASE_FILE = "base.geojson"
PLACE_COLUMNS = (
    "district_id", "district_name_en", "district_name_ru", "oblast", "role", "name_en", "name_ru",
    "lon", "lat", "precision_m", "seat", "source", "licence", "note",
)  # fmt: skip
METHOD = (
    "Thiessen cells of the district's known places, dissolved; kept within the oblast, the border and 6 km of the hull "
    "of those places"
)
SOURCE = "district_places.csv (source per row); border: OpenStreetMap; oblast limits: Natural Earth"
LICENCE = "ODbL-1.0 (border), CC-BY-4.0 (GeoNames), CC-BY-SA-4.0 (Wikipedia), public domain (Natural Earth)"
STRIPS: tuple[tuple[str, str, float, str], ...] = (
    ("rylsky-border-10km", "rylsky", 10.0, "claims C0322 and C0324: a 10 km strip of Rylsky district"),
)


def read_places(path: Path) -> tuple[list[Place], list[Fault]]:
    """Read ``district_places.csv``: the rows kept, and those rejected with the reason.

    Parameters
    ----------
    path : Path
        UTF-8, comma separated, the columns of `PLACE_COLUMNS`.

    Returns
    -------
    list of Place, list of Fault

    Raises
    ------
    CaseError
        If the file can't be read or a column is missing.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path.name} can't be read: {error}; it must be a UTF-8 text file") from error
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in PLACE_COLUMNS if column not in (reader.fieldnames or [])]
    if missing:
        raise CaseError(f"{path.name} lacks the column {missing[0]}; it must have {', '.join(PLACE_COLUMNS)}")
    places: list[Place] = []
    faults: list[Fault] = []
    for number, row in enumerate(reader, start=2):
        read = _place(row, path.name, number)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            places.append(read)
    return places, faults


def _place(row: Mapping[str, str | None], file: str, number: int) -> Place | Fault:
    text = {column: (row.get(column) or "").strip() for column in PLACE_COLUMNS}
    for column in ("district_id", "district_name_en", "district_name_ru", "oblast"):
        if not text[column]:
            return Fault(file, number, column, "", f"{column} is empty; every place must name its district and oblast")
    role = text["role"]
    if role not in ("district", "neighbour"):
        return Fault(file, number, "role", role, "role must be 'district' or 'neighbour'")
    values: list[float] = []
    for column, low, high in (("lon", -180.0, 180.0), ("lat", -90.0, 90.0), ("precision_m", 0.0, 50_000.0)):
        try:
            value = float(text[column])
        except ValueError:
            return Fault(file, number, column, text[column], f"{column} must be a number")
        if not (math.isfinite(value) and low <= value <= high):
            return Fault(file, number, column, text[column], f"{column} must be in {low:g}..{high:g}")
        values.append(value)
    return Place(
        district_id=text["district_id"],
        district_en=text["district_name_en"],
        district_ru=text["district_name_ru"],
        oblast=text["oblast"],
        role="district" if role == "district" else "neighbour",
        name=text["name_en"] or text["name_ru"],
        lon=values[0],
        lat=values[1],
        precision_m=values[2],
    )


def rebuild(case_dir: Path, border: BorderLine) -> list[Fault]:
    """Rebuild ``evacuation_zones.geojson`` of a case from its ``district_places.csv`` and ``base.geojson``.

    Parameters
    ----------
    case_dir : Path
    border : BorderLine
        The case's.

    Returns
    -------
    list of Fault
        Rows of the places that were left out.

    Raises
    ------
    CaseError, GeometryError
        If a file or the places can't be used.
    """
    places, faults = read_places(case_dir / PLACES_FILE)
    extents = from_places(places, border, limits=_oblasts(case_dir / BASE_FILE))
    named = {place.district_id: place for place in places}
    features = [
        _zone(named[district], extent, sum(place.district_id == district for place in places))
        for district, extent in extents.items()
    ]
    for zone_id, district, depth_km, why in STRIPS:
        if district in extents:
            features.append(_strip(zone_id, named[district], border_strip(extents[district], border, depth_km), why))
    write_features(case_dir / ZONES_FILE, features)
    return faults


def _oblasts(path: Path) -> dict[str, BaseGeometry]:
    if not path.exists():
        return {}
    features = read_features(path)
    return {
        feature["properties"]["oblast"]: shape(feature["geometry"])
        for feature in features
        if feature["properties"].get("kind") == "oblast"
    }


def _zone(place: Place, extent: BaseGeometry, count: int) -> Feature:
    properties = {
        "id": place.district_id,
        "kind": "district",
        "name_en": place.district_en,
        "name_ru": place.district_ru,
        "name_uk": None,
        "oblast": place.oblast,
        "side": "russia",
        "extent": "approximate",
        "places": count,
        "method": METHOD,
        "source": SOURCE,
        "licence": LICENCE,
        "attribution": "© OpenStreetMap contributors; GeoNames; Wikipedia; Natural Earth; owlmaps",
    }
    return {"type": "Feature", "properties": properties, "geometry": compact(extent)}


def _strip(zone_id: str, place: Place, extent: BaseGeometry, why: str) -> Feature:
    feature = _zone(place, extent, 0)
    depth = zone_id.rsplit("-", 1)[-1].removesuffix("km")
    feature["properties"] |= {
        "id": zone_id,
        "kind": "border_strip",
        "name_en": f"{place.district_en}, {depth} km along the border",
        "name_ru": f"{place.district_ru}, {depth} км вдоль границы",
        "method": f"{why}; the part of the district's approximate extent within {depth} km of the border",
    }
    del feature["properties"]["places"]
    return feature
