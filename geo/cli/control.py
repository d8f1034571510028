"""The command `control`: bring a table of control per settlement and day into a case, as words about places."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.errors import InputError, SelectionError
from geo.io.case_files import read_case
from geo.io.case_store import read_files, write_file
from geo.io.control_table import LAYOUTS, SKIP, ControlLayout, ControlSource, read_control, with_places
from geo.io.mappers.mapping import read_classes
from geo.io.shipped import find_own_case
from geo.io.tables import MAX_ROWS, MAX_TABLE_BYTES, write_table
from geo.model.case import Case
from geo.model.claims import Side, Source
from geo.model.faults import fault_lines
from geo.model.licences import NOT_STATED, LayerLicence
from geo.model.places import ControlEvent, Status


def control(  # noqa: PLR0913 - a command takes what a person can say
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV with a row a place and day.")],
    case: Annotated[str, typer.Option("--into", metavar="CASE", help="The case to write into: folder or name.")],
    source: Annotated[str, typer.Option(metavar="ID", help="The source's id: of the case, or a new one (--url).")],
    *,
    layout: Annotated[
        str, typer.Option(metavar="NAME", help=f"One of {', '.join(LAYOUTS)}; else say the columns.")
    ] = "",
    date_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the day.")] = "",
    date_pattern: Annotated[str, typer.Option(metavar="PATTERN", help="How days are spelled, such as YYYYMMDD.")] = "",
    status_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the status.")] = "",
    place_column: Annotated[
        str, typer.Option(metavar="NAME", help="Column with the place: id, GeoNames id or name.")
    ] = "",
    lon_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the longitude, degrees.")] = "",
    lat_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the latitude, degrees.")] = "",
    statuses: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="WORD=MEANING", help=f"Repeatable; {', '.join([*Status, SKIP])}."),
    ] = None,
    claimant: Annotated[str, typer.Option(metavar="WHO", help="Who says so; else whom the layout is known by.")] = "",
    side: Annotated[Side, typer.Option(help="On whose side that is.")] = Side.INDEPENDENT,
    publisher: Annotated[str, typer.Option(metavar="WHO", help="Of a new source.")] = "",
    url: Annotated[str, typer.Option(metavar="URL", help="Of a new source.")] = "",
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day a new source was published.")
    ] = None,
    licence: Annotated[str, typer.Option(metavar="TEXT", help="The table's licence as stated.")] = "",
    gazetteer: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A CSV with name, lon and lat of the ids in the table.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")] = False,
) -> None:
    """Read control per settlement and day as words about places: a word for each day on which a status changes.

    Exit code 1 if a row was rejected. A table without an open licence stays out of what is published.

    Example: python -m geo control control_latest.csv --into kursk-2024 --layout viina --source viina --publisher VIINA
    --url https://github.com/zhukovyuri/VIINA --published 2024-09-01 --licence ODbL-1.0
    """
    folder = find_own_case(case)
    files = read_files(folder)
    opened = read_case(files)
    chosen = _layout(
        layout, ControlLayout(date_column, status_column, place_column, lon_column, lat_column, date_pattern)
    )
    chosen = replace(
        chosen, statuses=chosen.statuses | read_classes(statuses or ()), claimant=claimant or chosen.claimant
    )
    if not chosen.claimant:
        raise SelectionError("nobody is named as saying so; name who does (--claimant)")
    origin = _source(opened, source, publisher, url, published.date() if published else None)
    said = ControlSource(chosen.claimant, side, source, origin.published)
    rows = _rows(file)
    if gazetteer is not None:
        rows, chosen = with_places(gazetteer.name, rows, chosen, _rows(gazetteer))
    found = read_control(file.name, rows, chosen, said, opened)
    there = {event.id for event in opened.control_events}
    fresh = [event for event in found.events if event.id not in there]
    sources = [*opened.sources.values(), *([origin] if source not in opened.sources else [])]
    rights = [row for row in opened.licences if (row.layer, row.source) != ("control_events", source)]
    rights.append(
        LayerLicence(layer="control_events", source=source, licence=licence or NOT_STATED, attribution=origin.publisher)
    )
    changed = {
        "sources.csv": write_table(sources, Source),
        "control_events.csv": write_table([*opened.control_events, *fresh], ControlEvent),
        "licences.csv": write_table(rights, LayerLicence),
    }
    again = read_case(files | {name: text.encode() for name, text in changed.items()})
    new_faults = [fault for fault in again.faults if fault not in opened.faults]
    if new_faults:
        raise InputError("nothing was written, as the case would have faults:\n" + "\n".join(fault_lines(new_faults)))
    if fresh and not dry_run:
        for name, text in changed.items():
            write_file(folder, name, text)
    for line in fault_lines(found.faults):
        typer.echo(line, err=True)
    typer.echo(
        f"{'dry run, nothing was written; ' if dry_run else ''}{file.name}: {len(fresh)} words about places new, "
        f"{len(found.events) - len(fresh)} there already; {found.repeated} rows repeat a status, {found.elsewhere} "
        "are of "
        f"places that this case does not have, {len(found.faults)} rejected"
    )
    if found.elsewhere and not found.events:
        typer.echo(
            "not one row is of a place of this case; where the table has ids, say where they are (--gazetteer FILE "
            "with "
            "name, lon and lat)",
            err=True,
        )
    if not licence:
        typer.echo("its licence is not stated, so these words stay out of what is published (--licence)", err=True)
    if found.faults:
        raise typer.Exit(1)


def _layout(name: str, typed: ControlLayout) -> ControlLayout:
    if name and name not in LAYOUTS:
        raise SelectionError(f"layout is {name!r}; it must be one of {', '.join(LAYOUTS)}, or left out")
    known = LAYOUTS[name] if name else typed
    given = {
        column: value
        for column in ("date_column", "status_column", "place_column", "lon_column", "lat_column", "date_pattern")
        if (value := getattr(typed, column))
    }
    found = replace(known, **given)
    if not found.date_column or not found.status_column or not (found.place_column or found.lon_column):
        raise SelectionError(
            f"say where the table has what: --layout ({', '.join(LAYOUTS)}), or --date-column, --status-column and "
            "--place-column or --lon-column with --lat-column"
        )
    if bool(found.lon_column) != bool(found.lat_column):
        raise SelectionError("a place by its point needs both --lon-column and --lat-column")
    return found


def _source(case: Case, ident: str, publisher: str, url: str, published: date | None) -> Source:
    if ident in case.sources:
        return case.sources[ident]
    if not (publisher and url and published):
        raise SelectionError(
            f"the case has no source {ident!r}; say --publisher, --url and --published, and it is added to sources.csv"
        )
    try:
        return Source(id=ident, publisher=publisher, url=url, published=published)
    except ValueError as error:
        raise SelectionError(f"the source can't be added: {str(error).splitlines()[-2].strip()}") from error


def _rows(file: Path) -> list[dict[str, str]]:
    if file.stat().st_size > 10 * MAX_TABLE_BYTES:
        raise InputError(f"{file.name} has {file.stat().st_size:,} bytes; a table may have {10 * MAX_TABLE_BYTES:,}")
    try:
        text = file.read_bytes().decode("utf-8-sig")
        head = text.split("\n", 1)[0]
        separator = max(",;\t", key=head.count)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restval="", restkey=""))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{file.name} is no table that can be read ({error}); save it as CSV in UTF-8") from error
    if len(rows) > 20 * MAX_ROWS:
        raise InputError(f"{file.name} has {len(rows):,} rows; a table may have {20 * MAX_ROWS:,}")
    return [{str(name).strip(): str(cell or "") for name, cell in row.items() if name} for row in rows]
