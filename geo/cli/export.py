"""The commands that export a case: document, publish, picture, sheet, animate, export, cite, verify, feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.export_options import (
    AddressOption,
    AtOption,
    DayOption,
    HideOption,
    LayersOption,
    OutOption,
    PathOption,
    SidesOption,
    chosen_scope,
    day_of,
    ending,
    parse_days,
    released_case,
    write,
)
from geo.cli.options import CaseArgument, KnownOption, OnOption, find_case
from geo.errors import SelectionError
from geo.export.bundle import BundleOptions, bundle
from geo.export.changefeed import WRITERS, news_feed, news_text
from geo.export.changes import news_between, news_of_versions
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.figures.animation import animation
from geo.export.figures.figure import Look, picture
from geo.export.figures.small_multiples import sheet
from geo.export.page import PageOptions
from geo.export.release import decisions, release
from geo.export.site import site, write_site
from geo.export.verify import verify
from geo.io.case_store import open_case, read_files
from geo.io.revisions import holds_fronts, open_version
from geo.webmap.document import build_map


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


def document(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The HTML file to write.")],
) -> None:
    """Write the map document: one HTML file that works from disk with no network.

    Example: python -m geo document kursk-2024 --out kursk.html
    """
    opened = open_case(find_case(case))
    html = build_map(opened).html()
    out.write_text(html, encoding="utf-8")
    typer.echo(f"{out}: {len(html.encode()):,} bytes, {len(opened.faults)} rejected rows left out")
    kept_in = [str(decision) for decision in decisions(opened) if not decision.goes_out]
    if kept_in:
        typer.echo("not for publication (python -m geo publish leaves it out): " + "; ".join(kept_in), err=True)


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
    name, data = data_file(chosen_scope(case, on, known, ("", sides, hide)), form)
    write(out / name if out.is_dir() else out, data)


def cite_bundle(  # noqa: PLR0913 - a command takes what a person can say
    case: CaseArgument,
    on: OnOption,
    out: PathOption,
    *,
    known: KnownOption = None,
    address: AddressOption = "",
    at: AtOption = "",
    layers: LayersOption = "",
    sides: SidesOption = "",
    hide: HideOption = None,
    issued: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day of the citation; else today.")
    ] = None,
) -> None:
    """Write a citation bundle: picture, the claims behind it, provenance, method, version, link, BibTeX and CSL.

    Example: python -m geo cite kursk-2024 --on 2024-08-12 --out kursk.zip
    """
    scope = chosen_scope(case, on, known, (layers, sides, hide), at)
    options = BundleOptions(day_of(issued) or datetime.now(tz=UTC).date(), address)
    name, data = bundle(scope, read_files(find_case(case)), options)
    write(out / name if out.is_dir() else out, data)


def verify_bundle(
    file: Annotated[Path, typer.Argument(metavar="BUNDLE", help="A zip that `python -m geo cite` wrote.")],
    case: Annotated[str, typer.Option("--case", metavar="CASE", help="Compare with the case as it is now, too.")] = "",
) -> None:
    """Compute a citation bundle's numbers again from the claims in it, and say whether they still hold.

    Exit code 1 if anything does not. Example: python -m geo verify kursk.zip --case kursk-2024
    """
    found = verify(file.read_bytes(), open_case(find_case(case)) if case else None)
    for one in found:
        typer.echo(str(one))
    failed = sum(not one.holds for one in found)
    typer.echo(f"{file.name}: {'holds' if not failed else f'{failed} things do not hold'}")
    if failed:
        raise typer.Exit(1)


def feed(
    case: CaseArgument,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="After this day.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Up to this day.")
    ] = None,
    before: Annotated[
        str, typer.Option("--before", metavar="VERSION", help="A folder, a citation bundle or a git revision.")
    ] = "",
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"text, {', '.join(WRITERS)}.")] = "text",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="The file to write; else print.")] = None,
    address: AddressOption = "",
) -> None:
    """Say what changed: what became known after a day, or since an earlier version of the case.

    Example: python -m geo feed kursk-2024 --since 2024-08-12 --until 2024-08-13
    """
    if (since is None) == (not before):
        raise SelectionError("say what to compare with: either --since DATE or --before VERSION")
    if form not in {"text", *WRITERS}:
        raise SelectionError(f"format is {form!r}; a feed is one of text, {', '.join(WRITERS)}")
    folder = find_case(case)
    now = release(open_case(folder)).case
    if since is not None:
        news = news_between(now, since.date(), day_of(until))
    else:
        # What is publishable is decided by what is recorded now; an older version may know nothing of licences.
        then = replace(open_version(folder, before), licences=now.licences)
        news = news_of_versions(release(then).case, now, fronts=holds_fronts(before))
        if now.fronts and not holds_fronts(before):
            typer.echo(f"{before} can hold no fronts, so nothing is said of those", err=True)
    text = f"{news_text(news)}\n" if form == "text" else news_feed(now, news, form, address)
    if out is None:
        typer.echo(text, nl=False)
    else:
        write(out, text.encode())


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(document)
    app.command()(publish)
    app.command(name="picture")(picture_file)
    app.command(name="sheet")(sheet_file)
    app.command()(animate)
    app.command()(export)
    app.command("cite")(cite_bundle)
    app.command(name="verify")(verify_bundle)
    app.command()(feed)
