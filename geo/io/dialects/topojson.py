"""TopoJSON to GeoJSON: arcs decoded and joined, one collection an object (security: T2, T3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geo.errors import InputError
from geo.io.geojson import MAX_FEATURES, MAX_VERTICES

_Positions = list[list[float]]
#: How deep lists of arcs nest in each type of geometry that has arcs.
_DEPTHS = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}


def topology_collections(document: dict[str, Any], file: str) -> dict[str, dict[str, Any]]:
    """Return a topology's objects as FeatureCollections by their names.

    Raises
    ------
    InputError
        When arcs or objects are not what TopoJSON has there, or they unpack to more than a file may hold.
    """
    objects = document.get("objects")
    if not isinstance(objects, dict) or not isinstance(document.get("arcs"), list):
        raise InputError(f"{file} is a TopoJSON without objects and arcs; export it again")
    try:
        topology = _Topology(document)
        return {
            str(name): {"type": "FeatureCollection", "features": list(_features(topology, node))}
            for name, node in objects.items()
        }
    except (TypeError, ValueError, IndexError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise InputError(f"{file} is no TopoJSON that can be read ({error}); export it again") from error


class _Topology:
    def __init__(self, document: dict[str, Any]) -> None:
        found = document.get("transform")
        self._delta = isinstance(found, dict)
        scale, translate = (found["scale"], found["translate"]) if isinstance(found, dict) else ((1, 1), (0, 0))
        self._scale = (float(scale[0]), float(scale[1]))
        self._translate = (float(translate[0]), float(translate[1]))
        self._arcs = [self._decoded(arc) for arc in document["arcs"]]
        self._room = MAX_VERTICES

    def _decoded(self, arc: list[list[float]]) -> _Positions:
        x = y = 0.0
        found = []
        for position in arc:
            x, y = (x + position[0], y + position[1]) if self._delta else (position[0], position[1])
            found.append(self.placed([x, y]))
        return found

    def placed(self, position: list[float]) -> list[float]:
        """Return a quantised position in degrees."""
        (x, y), (kx, ky), (dx, dy) = position[:2], self._scale, self._translate
        return [x * kx + dx, y * ky + dy]

    def line(self, numbers: list[int]) -> _Positions:
        """Return joined arcs; a negative number is the arc backwards."""
        found: _Positions = []
        for number in numbers:
            if isinstance(number, bool) or not isinstance(number, int):
                raise ValueError(f"an arc is {number!r}; it must be a number")  # noqa: TRY004 - one sentence for all
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            found += arc[1:] if found else arc
            self._room -= len(arc)
            if self._room < 0:
                raise ValueError(f"its arcs unpack to more than {MAX_VERTICES:,} vertices")
        return found

    def lines(self, node: Any, depth: int) -> Any:
        """Return nested lists of arcs as nested lists of positions."""
        return self.line(node) if not depth else [self.lines(child, depth - 1) for child in node]


def _features(topology: _Topology, node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if node.get("type") == "GeometryCollection" and "properties" not in node:
        members = node["geometries"]
        if len(members) > MAX_FEATURES:
            raise ValueError(f"it has more than {MAX_FEATURES:,} features")
        for member in members:
            yield from _features(topology, member)
        return
    properties = dict(node.get("properties") or {})
    if "id" in node:
        properties.setdefault("id", node["id"])
    yield {"type": "Feature", "properties": properties, "geometry": _geometry(topology, node)}


def _geometry(topology: _Topology, node: dict[str, Any]) -> dict[str, Any] | None:
    kind = node.get("type")
    if kind is None:
        return None
    if kind == "GeometryCollection":
        return {"type": kind, "geometries": [_geometry(topology, member) for member in node["geometries"]]}
    if kind == "Point":
        return {"type": kind, "coordinates": topology.placed(node["coordinates"])}
    if kind == "MultiPoint":
        return {"type": kind, "coordinates": [topology.placed(position) for position in node["coordinates"]]}
    return {"type": kind, "coordinates": topology.lines(node["arcs"], _DEPTHS[kind])}
