"""The command `differences`: where two mappers' fronts of one day agree, and where they don't."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer
from shapely.geometry import mapping as as_geojson

from geo.analysis.mapper_difference import MapperDifference, mapper_difference
from geo.cli.options import CaseArgument, KnownOption, OnOption
from geo.errors import SelectionError
from geo.export.formats.grid import valid_on_grid
from geo.io.case_store import open_case
from geo.model.labels import front_label


def differences(
    case: CaseArgument,
    on: OnOption,
    tracks: Annotated[
        list[str], typer.Option("--track", metavar="TRACK", help="Twice: whose fronts; `fronts --json` names them.")
    ],
    known: KnownOption = None,
    *,
    geojson: Annotated[bool, typer.Option("--geojson", help="Print the ground of both and of either.")] = False,
) -> None:
    """Say what two mappers drew alike and apart for one day that both drew: no gain and no loss, two views of one day.

    Example: python -m geo differences kursk-2024 --on 2024-08-12 --track owlmap.ukraine.held --track mine.ukraine.held
    """
    opened = open_case(case)
    there = {one.id: one for one in opened.fronts}
    for name in tracks:
        if name not in there:
            raise SelectionError(f"track is {name!r}; this case has {', '.join(there) or 'no fronts'}")
    if len(tracks) != 2:
        raise SelectionError(f"{len(tracks)} tracks are named; name two (--track, twice)")
    seen = None if known is None else opened.check_date(known.date(), "known")
    found = mapper_difference(there[tracks[0]], there[tracks[1]], opened.check_date(on.date()), opened.border, seen)
    typer.echo(json.dumps(_collection(found), ensure_ascii=False) if geojson else difference_words(found))


def difference_words(found: MapperDifference) -> str:
    """Write a difference in figures, one line a part."""
    first, second = found.first.mapper, found.second.mapper
    if first == second:
        first, second = found.first.archive, found.second.archive
    agreed = "neither drew any" if found.agreement is None else f"{found.agreement:.0%} of what either drew is in both"
    lines = [f"{found.on}, ground {front_label(found.first.status, found.first.holder)}: {agreed}"]
    for label, part in {
        "both": found.both,
        f"only {first}": found.only_first,
        f"only {second}": found.only_second,
    }.items():
        lines.append(f"  {label}: {part.area_km2:,.1f} km², {part.beyond_km2:,.1f} of it beyond the border")
    return "\n".join(lines)


def _collection(found: MapperDifference) -> dict[str, Any]:
    parts = {"both": found.both, "only_first": found.only_first, "only_second": found.only_second}
    about = {"on": found.on.isoformat(), "first": found.first.id, "second": found.second.id}
    licences = {"first_licence": found.first.licence, "second_licence": found.second.licence}
    features = [
        {
            "type": "Feature",
            "properties": about | licences | {"part": name, "area_km2": part.area_km2, "beyond_km2": part.beyond_km2},
            "geometry": as_geojson(valid_on_grid(part.ground)),
        }
        for name, part in parts.items()
    ]
    return {"type": "FeatureCollection", "features": features}
