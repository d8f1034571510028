"""The commands by which others can check a figure: `cite` writes a bundle, `verify` computes it again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from geo.cli.export_options import (
    AddressOption,
    AtOption,
    HideOption,
    LayersOption,
    PathOption,
    SidesOption,
    chosen_scope,
    day_of,
    write,
)
from geo.cli.options import CaseArgument, KnownOption, OnOption
from geo.errors import SelectionError
from geo.export.bundle import BundleOptions, bundle
from geo.export.verify import verify
from geo.io.case_store import open_case, read_files
from geo.io.shipped import find_case


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
    if not out.is_dir() and out.suffix.lower() not in {"", ".zip"}:
        raise SelectionError(f"--out is {out.name}, but a citation is a zip; name it {out.stem}.zip")
    scope = chosen_scope(case, on, known, (layers, sides, hide), at)
    options = BundleOptions(day_of(issued) or datetime.now(tz=UTC).date(), address)
    name, data = bundle(scope, read_files(find_case(case)), options)
    write(out / name if out.is_dir() else out, data)


def verify_bundle(
    file: Annotated[Path, typer.Argument(metavar="BUNDLE", help="A zip that `python -m geo cite` wrote.")],
    case: Annotated[
        str, typer.Option("--case", metavar="CASE", help="Compare with the case too; at its version, to the byte.")
    ] = "",
) -> None:
    """Compute a citation bundle's numbers again from the claims in it, and say whether they still hold.

    Exit code 1 if anything does not. Example: python -m geo verify kursk.zip --case kursk-2024
    """
    files = read_files(find_case(case)) if case else None
    found = verify(file.read_bytes(), open_case(case) if case else None, files)
    for one in found:
        typer.echo(str(one))
    failed = sum(not one.holds for one in found)
    typer.echo(f"{file.name}: {'holds' if not failed else f'{failed} things do not hold'}")
    if failed:
        raise typer.Exit(1)
