"""The commands about mappers' fronts: bring an archive into a case, and say what each mapper drew for a day."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import click
import typer
from rich.progress import Progress, TaskID
from shapely.geometry import mapping as as_geojson

from geo.analysis.fronts import FrontChange, front_change, front_days
from geo.cli.options import CaseArgument, JsonOption, KnownOption, OnOption, find_case
from geo.errors import InputError, SelectionError
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive, kept_mapping, unknown_classes
from geo.io.front_reader import ArchiveFile
from geo.io.mappers.mapping import MEANINGS, FieldMapping, read_classes
from geo.io.mappers.registry import ARCHIVE_FORMATS, archive_format
from geo.model.asof import AsOf
from geo.model.fronts import FrontOn, fronts_on
from geo.model.labels import FRONT_STATE_LABELS, format_day_count, front_label


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(name="import")(import_fronts)
    app.command("fronts")(list_fronts)
    app.command()(changes)


def import_fronts(  # noqa: PLR0913 - a command takes what a person can say
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A file of an archive, or the folder that holds it.")
    ],
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(ARCHIVE_FORMATS)}.")],
    case: Annotated[str, typer.Option("--into", metavar="CASE", help="The folder of a case, or its name under data/.")],
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="The archive's name in the case; else the format's.")] = "",
    mapper: Annotated[str, typer.Option(metavar="WHO", help="Who drew it; else whom the format is known by.")] = "",
    url: Annotated[str, typer.Option("--source", metavar="URL", help="Where the files were had.")] = "",
    licence: Annotated[str, typer.Option(metavar="TEXT", help="Its licence as stated, e.g. CC-BY-4.0.")] = "",
    may_publish: Annotated[bool, typer.Option("--may-publish", help="Its licence allows publication.")] = False,
    date_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the day; else the file's name.")] = "",
    class_column: Annotated[
        str, typer.Option(metavar="NAME", help="Column with the class; else the layer's name.")
    ] = "",
    name_column: Annotated[str, typer.Option(metavar="NAME", help="Column that names a feature in messages.")] = "",
    classes: Annotated[
        list[str] | None,
        typer.Option(
            "--class", metavar="CLASS=MEANING", help=f"Repeatable; {', '.join(MEANINGS)}. Kept, so said once."
        ),
    ] = None,
) -> None:
    """Read an archive of dated fronts into a case: what can't be read is listed, the rest is kept.

    The same files again change nothing; a file that came back changed is kept beside the one before it. Stopping
    half-way (Ctrl-C) leaves the case as it was. Exit code 1 if something was rejected.

    Example: python -m geo import owlmap/ --as owlmap --into kursk-2024 --licence "no licence stated"
    """
    folder, files = find_case(case), list(_files(source, form))
    mapping = FieldMapping(date_column, class_column, name_column, read_classes(classes or ()))
    if ARCHIVE_FORMATS[form].mapped:
        mapping = _asked(mapping, kept_mapping(folder, name or form), files)
    options = ImportOptions(form, name, mapper, url, licence, may_publish, mapping)
    with Progress(transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=of)
            bar.update(tasks[what], completed=done, total=of)

        report = import_archive(folder, open_case(folder), files, options, now=datetime.now(UTC), progress=progress)
    for fault in report.rejected:
        typer.echo(str(fault), err=True)
    typer.echo(str(report))
    if report.rejected:
        raise typer.Exit(1)


def _files(source: Path, form: str) -> Iterator[ArchiveFile]:
    suffixes = archive_format(form).suffixes
    if source.is_file():
        yield ArchiveFile(source.name, source.read_bytes)
        return
    if not source.is_dir():
        raise InputError(f"{source} is neither a file nor a folder; give an archive's file or folder")
    found = [path for path in sorted(source.iterdir()) if path.is_file() and path.name.lower().endswith(suffixes)]
    if not found:
        raise InputError(f"{source} holds no file that ends in {' or '.join(suffixes)}")
    for path in found:
        yield ArchiveFile(path.name, path.read_bytes)


def _asked(mapping: FieldMapping, kept: FieldMapping | None, files: Sequence[ArchiveFile]) -> FieldMapping:
    """Ask what each class means that nobody spoke of; where nobody can answer, the import lists them as faults."""
    known = mapping.over(kept)
    asked = {}
    for name in unknown_classes(files, known) if sys.stdin.isatty() else ():
        asked[name] = typer.prompt(f"What does the class {name!r} mean?", type=click.Choice(list(MEANINGS)))
    return replace(mapping, classes={**mapping.classes, **asked})


def list_fronts(case: CaseArgument, on: OnOption, known: KnownOption = None, *, as_json: JsonOption = False) -> None:
    """Say what each mapper drew for a day, and what it measures.

    Example: python -m geo fronts kursk-2024 --on 2024-08-12
    """
    opened = open_case(find_case(case))
    day = opened.check_date(on.date())
    seen = None if known is None else opened.check_date(known.date(), "known")
    found = fronts_on(opened.fronts, AsOf(day, seen))
    if as_json:
        typer.echo(
            json.dumps([_data(one, _change(one, AsOf(day, seen))) for one in found], indent=2, ensure_ascii=False)
        )
        return
    if not found:
        typer.echo("no fronts have been imported into this case; python -m geo import brings an archive in")
    for one in found:
        typer.echo(_line(one, day))


def _data(one: FrontOn, change: dict[str, float]) -> dict[str, Any]:
    snapshot = one.snapshot
    return {
        "track": one.track.id,
        "mapper": one.track.mapper,
        "holder": one.track.holder.value,
        "status": one.track.status.value,
        "state": one.state.value,
        "age_days": one.age_days,
        "about_date": snapshot and snapshot.about_date.isoformat(),
        "known_date": snapshot and snapshot.known_date.isoformat(),
        "file": snapshot and snapshot.file,
        "sha256": snapshot and snapshot.sha256,
        "licence": one.track.licence,
        "change_since_the_day_before": change,
    } | (asdict(one.figures) | _gained_lost(one) if one.figures else {})


def _gained_lost(one: FrontOn) -> dict[str, float | None]:
    gained_km2, lost_km2 = one.gained_lost_km2 or (None, None)
    return {"gained_km2": gained_km2, "lost_km2": lost_km2}


def _change(one: FrontOn, as_of: AsOf) -> dict[str, float]:
    return next((day.change for day in front_days(one.track, as_of.known) if day.on == as_of.on), {})


def _line(one: FrontOn, on: date) -> str:
    who = f"{one.track.mapper}, {front_label(one.track.status, one.track.holder)}"
    figures, snapshot = one.figures, one.snapshot
    if figures is None or snapshot is None:
        return f"{who}: no data for {on} or before"
    state = FRONT_STATE_LABELS[one.state]
    if one.age_days:
        state = f"{state} {format_day_count(one.age_days)}, from {snapshot.about_date}"
    if figures.depth_max_km is None:
        text = f"{who}: {state}; {figures.area_km2:,.1f} km² drawn, none of it measured beyond the border"
    else:
        text = (
            f"{who}: {state}; {figures.target_km2:,.1f} km² beyond the border, {figures.depth_max_km:.1f} km deep "
            f"(mean {figures.depth_mean_km:.1f}), {figures.width_chord_km:.1f} km wide as a chord, "
            f"{figures.width_along_km:.1f} along the border, fill {figures.fill:.2f}"
        )
    if one.age_days:
        return text
    if one.gained_lost_km2 is None:
        return f"{text}; no difference: {one.no_change_words}"
    gained_km2, lost_km2 = one.gained_lost_km2
    return f"{text}; {gained_km2:,.1f} km² gained, {lost_km2:,.1f} lost since the day before"


def changes(
    case: CaseArgument,
    track: Annotated[str, typer.Option("--track", metavar="TRACK", help="Whose front; `fronts --json` names them.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The earlier day.")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="The later day.")],
    known: KnownOption = None,
    *,
    geojson: Annotated[bool, typer.Option("--geojson", help="Print the gained and the lost ground.")] = False,
) -> None:
    """Say what a mapper's front gained and lost between two days that it drew; across a gap nothing is computed.

    Example: python -m geo changes kursk-2024 --track owlmap.ukraine.held --from 2024-08-12 --to 2024-08-14
    """
    opened = open_case(find_case(case))
    tracks = {one.id: one for one in opened.fronts}
    if track not in tracks:
        raise SelectionError(f"track is {track!r}; this case has {', '.join(tracks) or 'no fronts'}")
    seen = None if known is None else opened.check_date(known.date(), "known")
    days = opened.check_date(first.date(), "from"), opened.check_date(last.date(), "to")
    found = front_change(tracks[track], *days, opened.border, seen)
    if geojson:
        typer.echo(json.dumps(_collection(found), ensure_ascii=False))
        return
    typer.echo(
        f"{found.track.mapper}, {found.before.about_date} to {found.after.about_date}: "
        f"{found.gained_km2:,.1f} km² gained ({found.gained_beyond_km2:,.1f} beyond the border), "
        f"{found.lost_km2:,.1f} km² lost ({found.lost_beyond_km2:,.1f} beyond the border)"
    )


def _collection(found: FrontChange) -> dict[str, Any]:
    about = {
        "track": found.track.id,
        "mapper": found.track.mapper,
        "from": found.before.about_date.isoformat(),
        "to": found.after.about_date.isoformat(),
        "licence": found.track.licence,
    }
    grounds = {"gained": (found.gained, found.gained_km2), "lost": (found.lost, found.lost_km2)}
    features = [
        {
            "type": "Feature",
            "properties": about | {"change": name, "area_km2": area_km2},
            "geometry": as_geojson(ground),
        }
        for name, (ground, area_km2) in grounds.items()
    ]
    return {"type": "FeatureCollection", "features": features}
