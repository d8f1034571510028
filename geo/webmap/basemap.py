"""The basemap of the document: the two sides of the border, and the lines and towns around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shapely.geometry import Point, box, shape

from geo.geometry.sides import label_point, sides
from geo.model.case import Case
from geo.webmap.encoding import lines, polygons

#: The tint ends under the border's own stroke; it is never measured.
TINT_TOLERANCE_DEG = 0.0001
_BASE_TEXT = ("kind", "name_en", "name_ru", "name_uk", "country")


def grounds(case: Case) -> dict[str, Any]:
    """Describe the two sides of the border inside the area of interest: the target's ground, and where names stand."""
    area, view, settings = case.settings.area, case.settings.view, case.settings
    window = box(area.west, area.south, area.east, area.north)
    near = box(view.lon - 1.3, view.lat - 0.55, view.lon + 1.3, view.lat + 0.55)
    target, home = sides(case.border_lonlat, window, settings.border.target_side)
    named = ((settings.target, target), (settings.advancing, home))
    found = ((name, label_point(ground.intersection(near))) for name, ground in named)
    names = [{"name": name, "at": at} for name, at in found if at is not None]
    return {"target": polygons(target.simplify(TINT_TOLERANCE_DEG)), "names": names}


def base(features: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Describe the ground; whole oblasts only where no limits between them are given, which leave the border alone."""
    kinds = {(feature.get("properties") or {}).get("kind") for feature in features}
    skipped = "oblast" if "oblast_limit" in kinds else None
    return [_ground(f) for f in features if (f.get("properties") or {}).get("kind") != skipped]


def _ground(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties") or {}
    geometry = shape(feature["geometry"])
    described = {key: str(properties[key]) for key in _BASE_TEXT if properties.get(key)}
    if isinstance(geometry, Point):
        return described | {"at": [round(geometry.x, 5), round(geometry.y, 5)]}
    return described | {"lines": lines(geometry)}
