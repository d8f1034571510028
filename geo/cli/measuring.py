"""The command `measure`: how deep, how wide and how large the polygons of a file are."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.cli.options import CaseOption, FileArgument, JsonOption
from geo.errors import GeometryError
from geo.geometry.measurement import Measurement, measure
from geo.io.case_store import open_case
from geo.io.geojson import read_geojson


def measure_file(
    file: FileArgument,
    case: CaseOption,
    as_json: JsonOption = False,
    each: Annotated[bool, typer.Option("--each", help="Measure every feature on its own, e.g. nested bands.")] = False,
) -> None:
    """Measure the polygons of a file, together, against a case's border: depth, width, area.

    Example: python -m geo measure my-front.geojson --case kursk-2024
    """
    polygons = {
        f"feature {feature.number}": feature.geometry
        for feature in read_geojson(file.read_bytes(), file.name)
        if feature.geometry is not None and feature.geometry.geom_type in {"Polygon", "MultiPolygon"}
    }
    if not polygons:
        raise GeometryError(f"{file.name} holds no polygon; measuring needs a Polygon or MultiPolygon")
    line = open_case(case).border
    if not each:
        polygons = {"": unary_union(list(polygons.values()))}
    found = {name: measure(ground, line) for name, ground in polygons.items()}
    if as_json:
        plain = {name: dataclasses.asdict(figures) for name, figures in found.items()}
        typer.echo(json.dumps(plain if each else plain[""], indent=2))
        return
    typer.echo("\n\n".join(f"{name}\n{_table(figures)}".strip() for name, figures in found.items()))


def _table(found: Measurement) -> str:
    lon, lat = found.deepest
    rows = (
        ("greatest depth", f"{found.depth_max_km:.1f} km, at {lat:.4f} N, {lon:.4f} E"),
        ("area / straight width", _mean(found)),
        ("width, straight", f"{found.width_chord_km:.1f} km, its extent along the smoothed border"),
        ("width, along the border", f"{found.width_along_km:.1f} km, the real border beside it"),
        ("area", f"{found.area_km2:.0f} km²"),
        ("contact with the border", f"{found.contact_km:.1f} km" if found.contact_km else "none"),
        ("fill factor", f"{found.fill:.2f} (area / greatest depth × straight width)"),
        ("left out, home side", f"{found.outside_km2:.0f} km²"),
    )
    return "\n".join(f"{label:<24}{text}" for label, text in rows)


def _mean(found: Measurement) -> str:
    """Write the mean depth, or why there is none."""
    if found.depth_mean_km is None:
        return "no mean depth: it would be more than the greatest, as the border bends around the ground"
    return f"{found.depth_mean_km:.1f} km, a mean depth"


def read_polygons(file: Path) -> BaseGeometry:
    """Read the polygons of a GeoJSON file as one."""
    polygons = [
        feature.geometry
        for feature in read_geojson(file.read_bytes(), file.name)
        if feature.geometry is not None and feature.geometry.geom_type in {"Polygon", "MultiPolygon"}
    ]
    if not polygons:
        raise GeometryError(f"{file.name} holds no polygon; measuring needs a Polygon or MultiPolygon")
    return unary_union(polygons)
