"""The command `measure`: how deep, how wide and how large the polygons of a file are."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import shapely
import typer

from geo.cli.options import CaseOption, FileArgument, JsonOption
from geo.geometry.measurement import Measurement, measure
from geo.io.case_store import open_case
from geo.io.ground_file import areas_in


def measure_file(
    file: FileArgument,
    case: CaseOption,
    as_json: JsonOption = False,
    each: Annotated[bool, typer.Option("--each", help="Measure every feature on its own, e.g. nested bands.")] = False,
) -> None:
    """Measure the polygons of a file, together, against a case's border: depth, width, area.

    Example: python -m geo measure my-front.geojson --case kursk-2024
    """
    opened = open_case(case)
    polygons, told = areas_in(file, opened)
    for words in told:
        typer.echo(words, err=True)
    line = opened.border
    if not each:
        polygons = {"": shapely.union_all(list(polygons.values()))}
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
