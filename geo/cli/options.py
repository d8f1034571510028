"""Arguments that several commands share, and where the cases are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

CASES = Path(__file__).parents[2] / "data"

CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="The folder of a case, or its name under data/.")]
CaseOption = Annotated[str, typer.Option("--case", metavar="CASE", help="The folder of a case, or its name.")]
FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A GeoJSON file, lon/lat in WGS 84.")]
OnOption = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day looked at.")]
KnownOption = Annotated[
    datetime | None,
    typer.Option("--known", formats=["%Y-%m-%d"], metavar="DATE", help="Only what was known on this day."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def find_case(name: str) -> Path:
    """Find the folder of a case by path, or by its name under data/."""
    path = Path(name)
    return path if path.is_dir() or not (CASES / name).is_dir() else CASES / name
