"""The basemap of the document: the two sides of the border, and the lines and towns around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shapely.geometry import Point, box, shape

from geo.geometry.sides import label_point, sides
from geo.model.case import Case
from geo.webmap.encoding import lines, polygons
from geo.webmap.payload_types import BaseData, GroundName, Grounds

#: The tint ends under the border's own stroke; it is never measured.
TINT_TOLERANCE_DEG = 0.0001


def grounds(case: Case) -> Grounds:
    """Describe the two sides of the border inside the area of interest: the target's ground, and where names stand."""
    area, view, settings = case.settings.area, case.settings.view, case.settings
    window = box(area.west, area.south, area.east, area.north)
    near = box(view.lon - 1.3, view.lat - 0.55, view.lon + 1.3, view.lat + 0.55)
    target, home = sides(case.border_lonlat, window, settings.border.target_side)
    named = ((settings.target, target), (settings.advancing, home))
    found = ((name, label_point(ground.intersection(near))) for name, ground in named)
    names = [GroundName(name=name, at=at) for name, at in found if at is not None]
    return Grounds(target=polygons(target.simplify(TINT_TOLERANCE_DEG)), names=names)


def base(features: Sequence[dict[str, Any]]) -> list[BaseData]:
    """Describe the ground; whole oblasts only where no limits between them are given, which leave the border alone."""
    kinds = {(feature.get("properties") or {}).get("kind") for feature in features}
    skipped = "oblast" if "oblast_limit" in kinds else None
    return [_ground(f) for f in features if (f.get("properties") or {}).get("kind") != skipped]


def _ground(feature: dict[str, Any]) -> BaseData:
    properties = feature.get("properties") or {}
    geometry = shape(feature["geometry"])
    text = {key: str(properties.get(key) or "") for key in ("kind", "name_en", "name_ru", "name_uk", "country")}
    at = [round(geometry.x, 5), round(geometry.y, 5)] if isinstance(geometry, Point) else None
    return BaseData(
        kind=text["kind"],
        name_en=text["name_en"],
        name_ru=text["name_ru"],
        name_uk=text["name_uk"],
        country=text["country"],
        at=at,
        lines=lines(geometry) if at is None else None,
    )
