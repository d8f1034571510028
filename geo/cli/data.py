"""The commands that write a case's data: `layers` one layer of a day, `export` all of them in a file of a format."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.export_options import DayOption, HideOption, PathOption, SidesOption, chosen_scope, write
from geo.cli.options import CaseArgument, KnownOption, OnOption
from geo.errors import SelectionError
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.formats.grid import on_grid
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.reports.layers import LAYERS, layer


def layers(
    case: CaseArgument,
    on: OnOption,
    name: Annotated[str, typer.Option("--layer", metavar="NAME", help=f"One of {', '.join(LAYERS)}.")],
    known: KnownOption = None,
) -> None:
    """Print one layer of a day as GeoJSON.

    Example: python -m geo layers kursk-2024 --on 2024-08-12 --layer advances > advances.geojson
    """
    opened = open_case(case)
    seen = opened.check_date(known.date(), "known") if known else None
    frame = on_grid(layer(opened, name, AsOf(opened.check_date(on.date()), seen)))
    clocks = {"on": str(on.date()), "known": str(known.date()) if known else "today"}
    typer.echo(json.dumps(json.loads(frame.to_json(drop_id=True)) | {"salient": clocks}, ensure_ascii=False))


def export(
    case: CaseArgument,
    out: PathOption,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(DATA_FORMATS)}.")],
    on: DayOption = None,
    known: KnownOption = None,
    sides: SidesOption = "",
    hide: HideOption = None,
) -> None:
    """Write the data for a GIS, Google Earth or a spreadsheet: of one day, or of the whole period with its time spans.

    Example: python -m geo export kursk-2024 --as geopackage --out kursk.gpkg
    """
    check_name(out, form)
    name, data = data_file(chosen_scope(case, on, known, ("", sides, hide)), form)
    write(out / name if out.is_dir() else out, data)


def check_name(out: Path, form: str) -> None:
    """Refuse a name that says another format than the bytes have: a zip is no GeoJSON, whatever is in it."""
    suffix = DATA_FORMATS[form][0] if form in DATA_FORMATS else ""
    end = f".{suffix.rpartition('.')[2]}"
    if out.is_dir() or not suffix or out.suffix.lower() in {"", end}:
        return
    why = f"{form} has one layer a file, so its layers go into a zip" if end == ".zip" else f"{form} ends in {end}"
    raise SelectionError(f"--out is {out.name}, but {why}; name it {out.stem}{suffix}")
