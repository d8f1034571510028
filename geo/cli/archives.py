"""The command `import`: bring an archive of mappers' fronts into a case."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from geo.errors import SelectionError
from geo.io.archive_files import ArchiveFile, archive_files, of_day
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive, kept_mapping, unknown_classes
from geo.io.import_report import ImportReport
from geo.io.mappers.archive_kind import archive_of
from geo.io.mappers.mapping import LINES, MEANINGS, FieldMapping, read_classes
from geo.io.mappers.mapping_file import SavedMapping, mapping_text, read_mapping
from geo.io.mappers.own_export import own_archives
from geo.io.mappers.registry import ARCHIVE_FORMATS, VECTOR_SUFFIXES, archive_format
from geo.io.shipped import find_own_case
from geo.model.faults import fault_lines


def import_fronts(  # noqa: PLR0913 - a command takes what a person can say
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A file of an archive, or the folder that holds it.")
    ],
    case: Annotated[str, typer.Option("--into", metavar="CASE", help="The case to write into: folder or name.")],
    form: Annotated[
        str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(ARCHIVE_FORMATS)}; else the mapping's.")
    ] = "",
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="The archive's name in the case; else the format's.")] = "",
    mapper: Annotated[str, typer.Option(metavar="WHO", help="Who drew it; else whom the format is known by.")] = "",
    url: Annotated[str, typer.Option("--source", metavar="URL", help="Where the files were had.")] = "",
    licence: Annotated[str, typer.Option(metavar="TEXT", help="Its licence as stated, e.g. CC-BY-4.0.")] = "",
    may_publish: Annotated[bool, typer.Option("--may-publish", help="Its licence allows publication.")] = False,
    date_column: Annotated[str, typer.Option(metavar="NAME", help="Column with the day; else the file's name.")] = "",
    until_column: Annotated[
        str, typer.Option(metavar="NAME", help="Column with the last day, where the first column begins a span.")
    ] = "",
    date_pattern: Annotated[
        str, typer.Option(metavar="PATTERN", help="How days are spelled, such as YYMMDD or DD.MM.YYYY.")
    ] = "",
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day of a file that names none."),
    ] = None,
    layer: Annotated[
        str, typer.Option(metavar="NAME", help="The one layer that is meant, of a file with several.")
    ] = "",
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
    lines: Annotated[
        str, typer.Option(metavar="WHAT", help=f"{LINES[1]}: a line bounds the ground between it and the border.")
    ] = "",
    saved: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="A saved mapping; what is typed goes before it.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save-mapping", metavar="FILE", help="Write what was said to a file, for others.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what an import would do, and write nothing.")] = False,
) -> None:
    """Read an archive of dated fronts into a case: what can't be read is listed, the rest is kept.

    The same files again change nothing; a file that came back changed is kept beside the one before it. Stopping
    half-way (Ctrl-C) leaves the case as it was. Exit code 1 if something was left out. `look` says what files hold.

    Example: python -m geo import owlmap/ --as owlmap --into kursk-2024 --licence "no licence stated"
    """
    before = SavedMapping("") if saved is None else read_mapping(saved.read_bytes(), saved.name)
    form = form or before.format or _guessed(source)
    typed = FieldMapping(
        date_column, class_column, name_column, read_classes(classes or ()), until_column, date_pattern, layer, lines
    )
    mapping = typed.over(before.mapping)
    folder, files = find_own_case(case), _files(source, form, on.date() if on else None)
    if ARCHIVE_FORMATS[form].mapped:
        mapping = _asked(mapping, kept_mapping(folder, name or form), files)
    options = ImportOptions(
        form, name, mapper or before.mapper, url or before.source, licence or before.licence, may_publish, mapping
    )
    reports = []
    for one in _each_archive(files, options):
        reports.append(_imported(folder, files, one, dry_run=dry_run))
        _tell(reports[-1], folder)
    if save is not None:
        said = SavedMapping(
            form, options.mapper, options.source, options.licence, mapping.over(kept_mapping(folder, name or form))
        )
        save.write_text(mapping_text(said), encoding="utf-8")
        typer.echo(f"{save.name}: what was said of these files; --mapping {save.name} says it again")
    if any(report.has_faults for report in reports):
        raise typer.Exit(1)


def _guessed(source: Path) -> str:
    """Return the format that the first file of a source is of by itself: a mapper's own, or an export of ours."""
    file = archive_files(source, VECTOR_SUFFIXES)[0]
    data = file.read()
    found = archive_of(file.name, data) or ("salient" if own_archives(file.name, data) else "")
    if not found:
        raise SelectionError(
            f"nobody said what {file.name} is; say --as, one of {', '.join(ARCHIVE_FORMATS)}. `look` shows what it "
            "holds"
        )
    return found


def _each_archive(files: Sequence[ArchiveFile], options: ImportOptions) -> list[ImportOptions]:
    """Return what is to be imported: of an export of ours each of its archives, with its mapper and licence."""
    if options.format != "salient" or options.mapping.layer:
        return [options]
    inside = {one for file in files for one in own_archives(file.name, file.read())}
    if options.name and len(inside) > 1:
        raise SelectionError(f"--name is {options.name!r}, and the files hold several archives; leave it out")
    return [
        replace(
            options,
            name=options.name or one.name,
            mapper=options.mapper or one.mapper,
            licence=options.licence or one.licence,
            mapping=replace(options.mapping, layer=one.name),
        )
        for one in sorted(inside, key=lambda one: one.name)
    ] or [options]


def _imported(folder: Path, files: Sequence[ArchiveFile], options: ImportOptions, *, dry_run: bool) -> ImportReport:
    """Import with a bar that says how far it is and how long it will take."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeRemainingColumn(), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=of)
            bar.update(tasks[what], completed=done, total=of)

        now = datetime.now(UTC)
        return import_archive(folder, open_case(folder), files, options, now=now, progress=progress, dry_run=dry_run)


def _tell(report: ImportReport, folder: Path) -> None:
    lines = fault_lines(report.rejected)
    for line in lines:
        typer.echo(line, err=True)
    if len(report.rejected) > len(lines) and not report.is_dry_run:
        typer.echo(f"each one is in {folder.name}/fronts/{report.name}/rejected.csv", err=True)
    typer.echo(str(report))
    for track, (days, first, last) in report.tracks.items() if report.is_dry_run else ():
        typer.echo(f"  {report.name}.{track}: {days} day{'' if days == 1 else 's'}, {first} to {last}")


def _files(source: Path, form: str, day: date | None) -> list[ArchiveFile]:
    files = _of_format(archive_files(source, archive_format(form).suffixes), form)
    if day is None:
        return files
    if len(files) > 1:
        raise SelectionError(f"--on says the day of one file, and {source.name} holds {len(files)}; give one file")
    return [of_day(files[0], day)]


def _of_format(files: list[ArchiveFile], form: str) -> list[ArchiveFile]:
    """Leave out what stands beside an archive in its repository, by its name, and say so."""
    own = [file for file in files if re.search(archive_format(form).names, PurePosixPath(file.name).stem)]
    others = [file.name for file in files if file not in own]
    if not own or not others:
        return files
    more = f" and {len(others) - 3} more" if len(others) > 3 else ""
    typer.echo(f"passed over, as their names are not those of {form}: {', '.join(others[:3])}{more}", err=True)
    return own


def _asked(mapping: FieldMapping, kept: FieldMapping | None, files: Sequence[ArchiveFile]) -> FieldMapping:
    """Ask what each class means that nobody spoke of; where nobody can answer, the import lists them as faults."""
    known = mapping.over(kept)
    asked = {}
    for name in unknown_classes(files, known) if sys.stdin.isatty() else ():
        asked[name] = typer.prompt(f"What does the class {name!r} mean ({', '.join(MEANINGS)})?", value_proc=_meaning)
    return replace(mapping, classes={**mapping.classes, **asked})


def _meaning(answer: str) -> str:
    if answer not in MEANINGS:
        raise typer.BadParameter(f"{answer!r} is not one of {', '.join(MEANINGS)}")
    return answer
