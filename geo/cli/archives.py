"""The command `import`: bring an archive of mappers' fronts into a case."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, TaskID

from geo.errors import InputError
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive, kept_mapping, unknown_classes
from geo.io.front_reader import ArchiveFile
from geo.io.mappers.mapping import MEANINGS, FieldMapping, read_classes
from geo.io.mappers.registry import ARCHIVE_FORMATS, archive_format
from geo.io.shipped import find_own_case
from geo.model.faults import fault_lines


def import_fronts(  # noqa: PLR0913 - a command takes what a person can say
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A file of an archive, or the folder that holds it.")
    ],
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"One of {', '.join(ARCHIVE_FORMATS)}.")],
    case: Annotated[str, typer.Option("--into", metavar="CASE", help="The case to write into: folder or name.")],
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
    half-way (Ctrl-C) leaves the case as it was. Exit code 1 if something was left out.

    Example: python -m geo import owlmap/ --as owlmap --into kursk-2024 --licence "no licence stated"
    """
    folder, files = find_own_case(case), list(_files(source, form))
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
    for line in fault_lines(report.rejected):
        typer.echo(line, err=True)
    if len(report.rejected) > len(fault_lines(report.rejected)):
        typer.echo(f"each one is in {folder.name}/fronts/{report.name}/rejected.csv", err=True)
    typer.echo(str(report))
    if report.has_faults:
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
        asked[name] = typer.prompt(f"What does the class {name!r} mean ({', '.join(MEANINGS)})?", value_proc=_meaning)
    return replace(mapping, classes={**mapping.classes, **asked})


def _meaning(answer: str) -> str:
    if answer not in MEANINGS:
        raise typer.BadParameter(f"{answer!r} is not one of {', '.join(MEANINGS)}")
    return answer
