"""JSON of any known form to GeoJSON documents: what it is, its layers, and what to do where it is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from geo.errors import InputError
from geo.io.dialects.esri_json import esri_collection, is_esri
from geo.io.dialects.topojson import topology_collections
from geo.io.geojson import GEOMETRY_TYPES, parse_json

#: A sequence has one feature a line, each begun by this byte (RFC 8142) or by nothing (newline-delimited GeoJSON).
_RECORD = b"\x1e"
_GEOJSON = {"FeatureCollection", "Feature", *GEOMETRY_TYPES}
#: So deep inside other objects a collection is looked for, and in so many of them.
_WRAPPED_DEEP, _WRAPPED_MOST = 4, 2000


@dataclass(frozen=True, slots=True)
class JsonLayer:
    """One layer of a JSON file: its name (empty where the file has none), the form's name, and it as GeoJSON."""

    name: str
    form: str
    document: dict[str, Any]


def json_layers(file: str, data: bytes) -> list[JsonLayer]:
    """Return the layers of a JSON file; InputError when it is no geodata, with what to do instead."""
    if data.lstrip().startswith(_RECORD):
        return [_sequence(file, data)]
    try:
        document = parse_json(data, file)
    except InputError:
        if b"\n{" in data.strip().replace(b"\r\n", b"\n"):
            return [_sequence(file, data)]
        raise
    return _layers_of(document, file)


def collection_in(document: Any) -> dict[str, Any] | None:
    """Return the one FeatureCollection that an object holds somewhere inside, as an answer of DeepState's API does.

    >>> collection_in({"id": 1723492591, "map": {"type": "FeatureCollection", "features": []}})
    {'type': 'FeatureCollection', 'features': []}
    """
    if isinstance(document, dict) and document.get("type") == "FeatureCollection":
        return document
    found = [inner for _, inner in _inside(document) if inner.get("type") == "FeatureCollection"]
    return found[0] if len(found) == 1 else None


def _layers_of(document: Any, file: str) -> list[JsonLayer]:
    if isinstance(document, list) and document and all(_is_feature(one) for one in document):
        return [JsonLayer("", "a list of GeoJSON features", {"type": "FeatureCollection", "features": document})]
    if isinstance(document, dict):
        known = _known(document, file)
        if known is not None:
            return known
        inside = [(name, inner) for name, inner in _inside(document) if _is_known(inner)]
        if inside:
            several = len(inside) > 1
            return [
                JsonLayer(layer.name or (name if several else ""), f"{layer.form} inside {name!r}", layer.document)
                for name, inner in inside
                for layer in _known(inner, file) or ()
            ]
    return [JsonLayer("", "GeoJSON", document)]


def _is_known(document: dict[str, Any]) -> bool:
    kind = document.get("type")
    return (isinstance(kind, str) and kind in {"FeatureCollection", "Topology"}) or is_esri(document)


def _known(document: dict[str, Any], file: str) -> list[JsonLayer] | None:
    """Return the layers of a document whose own members say what it is; None where they don't."""
    kind = document.get("type")
    if isinstance(kind, str) and kind in _GEOJSON:
        return [JsonLayer(str(document.get("name") or ""), "GeoJSON", document)]
    if kind == "Topology":
        return [JsonLayer(name, "TopoJSON", made) for name, made in topology_collections(document, file).items()]
    if kind == "umap":
        return _umap(document, file)
    if is_esri(document):
        return [JsonLayer("", "ArcGIS JSON", esri_collection(document, file))]
    if isinstance(document.get("elements"), list) and ("osm3s" in document or "generator" in document):
        raise InputError(
            f"{file} is Overpass JSON, which lists ways and their points and no areas; export it as GeoJSON (in "
            "overpass "
            "turbo: Export, GeoJSON) and give that"
        )
    return None


def _umap(document: dict[str, Any], file: str) -> list[JsonLayer]:
    layers = document.get("layers")
    if not isinstance(layers, list) or not all(isinstance(layer, dict) for layer in layers):
        raise InputError(f"{file} is a uMap backup without layers; in uMap choose Share, Download, Full backup")
    found = []
    for number, layer in enumerate(layers, start=1):
        said = layer.get("_umap_options")
        name = said.get("name") if isinstance(said, dict) else None
        listed = layer.get("features")
        if not isinstance(listed, list):
            raise InputError(f"{file}, layer {number}: it has no list of features; download the backup again")
        features = [_umap_feature(feature) for feature in listed]
        found.append(
            JsonLayer(str(name or f"layer {number}"), "uMap", {"type": "FeatureCollection", "features": features})
        )
    return found


def _umap_feature(feature: Any) -> Any:
    """Return a feature with the colour that uMap keeps apart as a property of its own."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    said = properties.get("_umap_options") if isinstance(properties, dict) else None
    if not isinstance(properties, dict) or not isinstance(said, dict):
        return feature
    colours = {name: said[name] for name in ("color", "fillColor") if isinstance(said.get(name), str)}
    rest = {name: value for name, value in properties.items() if name != "_umap_options"}
    return {**feature, "properties": colours | rest}


def _sequence(file: str, data: bytes) -> JsonLayer:
    features: list[Any] = []
    for number, line in enumerate(data.replace(_RECORD, b"\n").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{file}, line {number}: it is not whole JSON ({error}); get the file again") from error
        if isinstance(one, dict) and one.get("type") == "FeatureCollection" and isinstance(one.get("features"), list):
            features += one["features"]
        else:
            features.append(one)
    return JsonLayer("", "a GeoJSON sequence", {"type": "FeatureCollection", "features": features})


def _is_feature(node: Any) -> bool:
    return isinstance(node, dict) and node.get("type") == "Feature"


def _inside(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the objects inside an object, with the name each stands under; a known one is not entered."""
    waiting = [("", document, 0)]
    looked = 0
    while waiting and looked < _WRAPPED_MOST:
        _, node, depth = waiting.pop(0)
        looked += 1
        for name, child in node.items() if isinstance(node, dict) else ():
            if not isinstance(child, dict) or depth >= _WRAPPED_DEEP:
                continue
            yield str(name), child
            if not _is_known(child):
                waiting.append((str(name), child, depth + 1))
