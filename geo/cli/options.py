"""Arguments that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="A case's folder, or the name of a shipped case.")]
CaseOption = Annotated[
    str, typer.Option("--case", metavar="CASE", help="A case's folder, or the name of a shipped case.")
]
FileArgument = Annotated[
    Path, typer.Argument(metavar="FILE", help="A file with areas, of any format that import reads.")
]
OnOption = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="The day looked at.")]
KnownOption = Annotated[
    datetime | None,
    typer.Option("--known", formats=["%Y-%m-%d"], metavar="DATE", help="Only what was known on this day."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
