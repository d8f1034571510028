"""Official district boundaries from a user's file, in the place of approximate ones."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError, InputError
from geo.geometry.border import BorderLine
from geo.geometry.crs import check_lonlat
from geo.geometry.parts import flat_parts
from geo.io.vector_layers import Row, VectorLayer
from geo.model.evacuation import EvacuationZone
from geo.model.faults import Fault
from geo.search.transliteration import likeness

#: Columns that hold names in the usual files: OSM, COD-AB (HDX), GADM, geoBoundaries, Natural Earth, and our own.
NAME_COLUMNS = re.compile(
    r"(nl_)?name(_\d)?|name[_:](ru|uk|en|local|alt|latn?|int)|alt_name|official_name|int_name|loc_name|varname_\d|"
    r"adm\d_?(name\d?|en|ru|uk|ref\w*|alt\w*)|adm\d_name_?\w*|admin\d(name|alt)?(_\w+)?|shapename|district|rai?on|rayon|"
    r"район|муниципал\w*|municipality",
    re.IGNORECASE,
)
_WORDS_FOR_DISTRICT = frozenset(
    [
        "район",
        "районы",
        "муниципальный",
        "муниципальное",
        "образование",
        "округ",
        "городской",
        "district",
        "raion",
        "rayon",
        "rajon",
        "municipal",
        "municipality",
        "okrug",
        "область",
    ]
)
#: How a word for "district" may be written together with the name, as GADM does.
_JOINED = ("муниципальныйрайон", "район", "rayon", "raion", "rajon", "district")
MIN_TARGET_SHARE = 0.9
#: Names are one, in whatever script or scheme, when they are alike to this degree, and near when to that one, of 1.
_SAME, _NEAR = 0.97, 0.8
NO_LICENCE = "not stated: the user's file"


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """A file of boundaries: its name, the column with the names (empty: the usual ones), and its licence as stated."""

    file: str
    name_column: str = ""
    licence: str = ""
    attribution: str = ""


def with_official(
    zones: Mapping[str, EvacuationZone], layers: Sequence[VectorLayer], said: BoundaryFile, border: BorderLine
) -> tuple[dict[str, EvacuationZone], list[str], list[Fault]]:
    """Replace districts by the features of a boundary file that bear their name (English, Russian or Ukrainian).

    Names are compared in either script; a feature whose name no district bears is told, with the districts that are
    near it, unless it lies elsewhere: a file of a whole country has hundreds.

    Parameters
    ----------
    zones : mapping of id to EvacuationZone
    layers : sequence of VectorLayer
        Lon/lat, the names in the column that `said` names, else in any of `NAME_COLUMNS`.
    said : BoundaryFile
        The file's name becomes the zones' source.
    border : BorderLine
        At least 90 % of a polygon must lie on its target side.

    Returns
    -------
    dict, list of str, list of Fault
        All zones; the ids replaced (extent "official"); the features rejected (``row`` is the feature's number).

    Raises
    ------
    InputError
        When no layer has a column of names; it says which columns there are.
    """
    districts = [zone for zone in zones.values() if zone.kind == "district"]
    found = dict(zones)
    replaced: list[str] = []
    faults: list[Fault] = []
    for layer, columns in _named_layers(layers, said):
        for row in layer.rows:
            names = [value for key in columns if isinstance(value := row.properties.get(key), str) and value.strip()]
            district = _bearing(names, districts)
            ground = _areas_of(row)
            if district is None:
                if not names or ground is None or _reaches(ground, districts):
                    faults.append(_unknown(said.file, row, columns, names, districts))
                continue
            reason = _reason(district, replaced) or _unusable(ground, row, border)
            if reason or ground is None:
                faults.append(Fault(said.file, row.number, columns[0], names[0][:80], reason))
                continue
            found[district.id] = dataclasses.replace(
                district,
                geometry=ground,
                extent="official",
                method="boundary file given by the user",
                source=said.file,
                attribution=said.attribution or said.file,
                licence=said.licence or NO_LICENCE,
            )
            replaced.append(district.id)
    return found, replaced, faults


def _named_layers(layers: Sequence[VectorLayer], said: BoundaryFile) -> list[tuple[VectorLayer, list[str]]]:
    """Return the layers that have columns of names, with those."""
    found = []
    for layer in layers:
        own = [one for one in layer.columns if one == said.name_column]
        columns = own if said.name_column else [one for one in layer.columns if NAME_COLUMNS.fullmatch(one)]
        if columns:
            found.append((layer, columns))
    if not found:
        there = "; ".join(f"{layer.name}: {', '.join(layer.columns) or 'none'}" for layer in layers)
        what = f"no column {said.name_column!r}" if said.name_column else "no column of names that is known"
        raise InputError(f"{said.file} has {what}; its columns are {there}. Name the one that has them (--name-column)")
    return found


def _bearing(names: Iterable[str], districts: Iterable[EvacuationZone]) -> EvacuationZone | None:
    """Return the district whose name one of these is, in any script or scheme; None where several could be meant."""
    found = [district for district in districts if _likeness(names, district) >= _SAME]
    return found[0] if len(found) == 1 else None


def _likeness(names: Iterable[str], district: EvacuationZone) -> float:
    own = [_bare(name) for name in (district.name_en, district.name_ru, district.name_uk) if name]
    given = [bare for name in names for part in name.split("|") if (bare := _bare(part))]
    return max((likeness(one, other) for one in given for other in own), default=0.0)


def _bare(name: str) -> str:
    """Return a district's name without the words for "district", also where one is written together with it."""
    words = [word.strip(".,()'\u2019\"") for word in name.casefold().split()]
    kept = " ".join(word for word in words if word and word not in _WORDS_FOR_DISTRICT)
    for word in _JOINED:
        if len(kept) > len(word) + 3:
            kept = kept.removesuffix(word)
    return kept


def _unknown(
    file: str, row: Row, columns: Sequence[str], names: Sequence[str], districts: Sequence[EvacuationZone]
) -> Fault:
    near = [zone.name_ru or zone.name_en for zone in districts if _likeness(names, zone) >= _NEAR]
    known = ", ".join(near or [zone.name_ru or zone.name_en for zone in districts])
    words = f"no district of this case has this name; {'near it are' if near else 'they are'} {known}"
    return Fault(file, row.number, columns[0], (names or [""])[0][:80], f"{words}. Write the name as the case has it")


def _reaches(ground: BaseGeometry, districts: Iterable[EvacuationZone]) -> bool:
    """Whether a feature lies where the case has districts: its name may be that of one of them, spelled oddly."""
    return any(zone.geometry is not None and zone.geometry.intersects(ground) for zone in districts)


def _areas_of(row: Row) -> BaseGeometry | None:
    """Return the areas of a row; None where it has none."""
    if row.geometry is None or row.geometry.is_empty:
        return None
    parts = [part for part in flat_parts(shapely.force_2d(row.geometry)) if isinstance(part, Polygon)]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 and row.geometry.geom_type == "Polygon" else MultiPolygon(parts)


def _reason(district: EvacuationZone, replaced: Sequence[str]) -> str:
    return "this district comes twice; give it once, as a MultiPolygon" if district.id in replaced else ""


def _unusable(ground: BaseGeometry | None, row: Row, border: BorderLine) -> str:
    """Say why a geometry can't be a district's extent, or nothing."""
    if ground is None:
        kind = "missing" if row.geometry is None else f"a {row.geometry.geom_type}"
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
