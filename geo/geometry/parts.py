"""The single parts of a geometry, however deep its collections nest, and outlines with the holes in them."""

from __future__ import annotations

import shapely
from shapely.geometry import LinearRing, Polygon
from shapely.geometry.base import BaseGeometry


def flat_parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    """Return the single geometries in `geometry`, those of nested collections too, in order."""
    parts: list[BaseGeometry] = shapely.get_parts(geometry).tolist()
    if len(parts) == 1 and parts[0].geom_type == geometry.geom_type:
        return parts
    return [inner for part in parts for inner in flat_parts(part)]


def with_holes(outer: list[Polygon], holes: list[LinearRing]) -> list[Polygon]:
    """Give every hole to the smallest outline that holds it."""
    if not holes:
        return outer
    inside: dict[int, list[LinearRing]] = {}
    order = sorted(range(len(outer)), key=lambda number: outer[number].area)
    tree = shapely.STRtree([outer[number] for number in order])
    for hole in holes:
        filled = Polygon(hole).buffer(0)
        near = sorted(int(n) for n in tree.query(filled, predicate="intersects"))
        shares = {n: outer[order[n]].buffer(0).intersection(filled).area for n in near}
        best = next((n for n in near if shares[n] > 0.999 * filled.area), None)
        if best is not None:
            inside.setdefault(order[best], []).append(hole)
    return [Polygon(shape.exterior, inside.get(number)) for number, shape in enumerate(outer)]
