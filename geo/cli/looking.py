"""The command `look`: what files hold, before anything of them is imported."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.options import JsonOption
from geo.io.archive_files import archive_files
from geo.io.looking import look_into, look_lines
from geo.io.mappers.registry import VECTOR_SUFFIXES

#: Of a folder so many files are shown one by one.
_MOST_SHOWN = 20


def look(
    sources: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files, or folders that hold them.")],
    as_json: JsonOption = False,
) -> None:
    """Say what files hold: layers, columns, classes, geometries, days, and the import that fits. Nothing is changed.

    Example: python -m geo look mine.gpkg
    """
    files = [file for source in sources for file in archive_files(source, VECTOR_SUFFIXES)]
    shown = [look_into(file) for file in files[:_MOST_SHOWN]]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in shown], indent=2, ensure_ascii=False, default=str))
    else:
        for one in shown:
            for line in look_lines(one):
                typer.echo(line)
    if len(files) > _MOST_SHOWN:
        typer.echo(f"and {len(files) - _MOST_SHOWN:,} files more, which were not looked into", err=True)
    if all(one.problem for one in shown):
        raise typer.Exit(1)
