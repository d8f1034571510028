"""The commands that write the map as pages: `document` for oneself, `publish` for others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from geo.cli.export_options import DayOption, day_of, released_case
from geo.cli.options import CaseArgument, KnownOption
from geo.errors import SelectionError
from geo.export.page import PageOptions
from geo.export.release import decisions
from geo.export.site import site, write_site
from geo.io.case_store import open_case
from geo.webmap.document import build_map


def document(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
) -> None:
    """Write the map document: one HTML file that works from disk with no network.

    Example: python -m geo document kursk-2024 --out kursk.html
    """
    opened = open_case(case)
    html = build_map(opened).html()
    out.write_text(html, encoding="utf-8")
    typer.echo(f"{out}: {len(html.encode()):,} bytes, {len(opened.faults)} rejected rows left out")
    kept_in = [str(decision) for decision in decisions(opened) if not decision.goes_out]
    if kept_in:
        typer.echo("not for publication (python -m geo publish leaves it out): " + "; ".join(kept_in), err=True)


def publish(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write into.")],
    on: DayOption = None,
    known: KnownOption = None,
    address: Annotated[str, typer.Option(metavar="URL", help="Where the folder will stand: https, ending in /.")] = "",
    tiles: Annotated[str, typer.Option(metavar="URL", help="Background tiles, https://host/{z}/{x}/{y}.png.")] = "",
    tiles_credit: Annotated[str, typer.Option(metavar="TEXT", help="Whom the tiles credit; goes with --tiles.")] = "",
) -> None:
    """Write the map as pages that work from disk with no network: full, to embed, with preview and licences.

    Tiles are off unless asked for: with them the page makes requests to their server.

    Example: python -m geo publish kursk-2024 --out public/
    """
    if bool(tiles) != bool(tiles_credit):
        raise SelectionError("--tiles and --tiles-credit go together: tiles are never shown without their credit")
    released = released_case(case)
    background = (tiles, tiles_credit) if tiles else None
    files = site(released, PageOptions(day_of(on), day_of(known), address, background))
    write_site(out, files)
    for name, data in files.items():
        typer.echo(f"{out / name}: {len(data):,} bytes")
