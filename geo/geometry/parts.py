"""The single parts of a geometry, however deep its collections nest."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry


def flat_parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single geometries in `geometry`, those of nested collections too, in order."""
    parts: list[BaseGeometry] = shapely.get_parts(geometry).tolist()
    if len(parts) == 1 and parts[0].geom_type == geometry.geom_type:
        return parts
    return [inner for part in parts for inner in flat_parts(part)]
