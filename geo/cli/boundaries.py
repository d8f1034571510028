"""The commands that rebuild what a case was made from: `border`, `districts` and `shapes`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.analysis.districts import DistrictPlace
from geo.cli.options import CaseOption
from geo.errors import InputError
from geo.io.archive_files import archive_files
from geo.io.boundaries import BoundaryFile, with_official
from geo.io.case_files import BORDER_FILE, ZONES_FILE, oblasts, read_settings
from geo.io.case_store import SHAPES_FILE, keep_shapes, open_case, read_files, write_file
from geo.io.shipped import find_own_case
from geo.io.tables import read_table
from geo.io.timezone_border import border_between, border_geojson
from geo.io.vector import read_vector
from geo.io.zones import approximate_zones, merged, write_zones
from geo.model.faults import fault_lines

DISTRICT_PLACES_FILE = "district_places.csv"


def border(case: CaseOption) -> None:
    """Rebuild border.geojson from OpenStreetMap polygons (needs the extra salient[border]).

    Example: python -m geo border --case kursk-2024
    """
    folder = find_own_case(case)
    settings = read_settings(read_files(folder)).border
    if settings.zones is None:
        raise InputError("case.toml names no border.zones; it must name two time zones, such as Europe/Kyiv")
    line = border_between(*settings.zones, settings.bounds)
    today = datetime.now(tz=UTC).date().isoformat()
    target = write_file(folder, BORDER_FILE, border_geojson(line, settings.zones, today))
    typer.echo(f"{target.name}: {len(line.coords):,} points")


def shapes(case: CaseOption) -> None:
    """Make the shapes that the map draws of the case's bodies anew, and keep them beside it in shapes.json.

    Without them a document takes a minute. Example: python -m geo shapes --case kursk-2024
    """
    typer.echo(f"{SHAPES_FILE}: {keep_shapes(find_own_case(case))} shapes")


def districts(
    case: CaseOption,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A vector file of official boundaries, named as the districts."),
    ] = None,
    *,
    name_column: Annotated[
        str, typer.Option(metavar="NAME", help="Column with the names; else the usual ones (COD-AB, GADM, OSM …).")
    ] = "",
    licence: Annotated[str, typer.Option(metavar="TEXT", help="The file's licence as stated, e.g. CC-BY-IGO.")] = "",
    attribution: Annotated[str, typer.Option(metavar="TEXT", help="Who must be named; else the file.")] = "",
) -> None:
    """Replace districts by the official boundaries of a file; without a file, rebuild the approximate ones.

    Names match in Latin or Cyrillic letters, with or without the word for a district. Exit code 1 if a feature or row
    was rejected. Example: python -m geo districts official.geojson --case kursk-2024
    """
    folder = find_own_case(case)
    opened = open_case(folder)
    line = opened.border
    if file is None:
        table = read_table((folder / DISTRICT_PLACES_FILE).read_bytes(), DISTRICT_PLACES_FILE, DistrictPlace)
        zones = merged(opened.zones, approximate_zones(table.records, line, oblasts(opened.base)))
        changed, faults = len(zones), list(table.faults)
    else:
        (given,) = archive_files(file, ())
        layers = read_vector(given.name, given.read())
        if not licence and sys.stdin.isatty():
            licence = typer.prompt("The file's licence, as stated (empty: not stated)", default="", show_default=False)
        said = BoundaryFile(given.name, name_column, licence, attribution)
        found, replaced, faults = with_official(opened.zones, layers, said, line)
        zones, changed = list(found.values()), len(replaced)
        kept = [zone for zone in opened.zones.values() if zone.kind == "district" and zone.id not in replaced]
        if replaced and kept:
            names = ", ".join(zone.name_en for zone in kept)
            typer.echo(
                f"{given.name} replaces {changed} of {changed + len(kept)} districts; as they were: {names}", err=True
            )
        if replaced and not licence:
            typer.echo("its licence is not stated, so these zones stay out of what is published (--licence)", err=True)
    if changed:
        write_file(folder, ZONES_FILE, write_zones(zones))
    for told in fault_lines(faults):
        typer.echo(told)
    typer.echo(f"{ZONES_FILE}: {changed} zones written, {len(faults)} rejected")
    if faults:
        raise typer.Exit(1)
