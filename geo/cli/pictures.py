"""The commands that draw for print and film: `picture`, `sheet` and `animate`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from geo.cli.export_options import (
    AtOption,
    HideOption,
    LayersOption,
    OutOption,
    SidesOption,
    chosen_scope,
    ending,
    parse_days,
    write,
)
from geo.cli.options import CaseArgument, KnownOption, OnOption
from geo.export.figures.animation import animation
from geo.export.figures.figure import Look, picture
from geo.export.figures.small_multiples import sheet


def picture_file(  # noqa: PLR0913 - a command takes what a person can say
    case: CaseArgument,
    on: OnOption,
    out: OutOption,
    *,
    known: KnownOption = None,
    at: AtOption = "",
    layers: LayersOption = "",
    sides: SidesOption = "",
    hide: HideOption = None,
    graticule: Annotated[bool, typer.Option("--graticule", help="Draw meridians and parallels.")] = False,
    dpi: Annotated[float, typer.Option(min=50, max=600, help="Dots an inch of a PNG.")] = 200,
) -> None:
    """Draw a view on a day for print: PNG, SVG or PDF, by the end of the file's name.

    Example: python -m geo picture kursk-2024 --on 2024-08-12 --out kursk.pdf
    """
    scope = chosen_scope(case, on, known, (layers, sides, hide), at)
    write(out, picture(scope, ending(out), Look(graticule=graticule, dpi=dpi)))


def sheet_file(
    case: CaseArgument,
    out: OutOption,
    days: Annotated[str, typer.Option(metavar="DATES", help="Days set off by commas, or FIRST..LAST..STEP.")],
    known: KnownOption = None,
    at: AtOption = "",
    layers: LayersOption = "",
    columns: Annotated[int, typer.Option(min=1, max=6, help="Maps side by side.")] = 3,
) -> None:
    """Draw a sheet of small maps, one a day: PNG, SVG or PDF.

    Example: python -m geo sheet kursk-2024 --days 2024-08-08..2024-08-24..2 --out sheet.png
    """
    scope = chosen_scope(case, None, known, (layers, "", None), at)
    write(out, sheet(scope, parse_days(days), ending(out), columns=columns))


def animate(
    case: CaseArgument,
    out: OutOption,
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The first day.")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="The last day.")],
    known: KnownOption = None,
    at: AtOption = "",
    layers: LayersOption = "",
    seconds: Annotated[float, typer.Option(help="How long a day stands.")] = 0.5,
) -> None:
    """Draw a range of days as GIF or MP4, one frame a day, with a progress bar.

    Example: python -m geo animate kursk-2024 --from 2024-08-06 --to 2024-08-31 --out august.mp4
    """
    scope = chosen_scope(case, None, known, (layers, "", None), at)
    span = (first.date(), last.date())
    with typer.progressbar(length=max((span[1] - span[0]).days + 1, 1), label="Days drawn") as bar:
        film = animation(scope, span, ending(out), seconds=seconds, progress=lambda _done, _of: bar.update(1))
    write(out, film)
