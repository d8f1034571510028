"""The commands about the ledger of a case: `validate`, `lint`, `check` and `prov`."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import shapely
import typer

from geo.analysis.reconstruction import reconstruct
from geo.cli.options import CaseArgument, CaseOption, JsonOption, KnownOption, OnOption
from geo.consistency.engine import verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.new_rows import lint_with_verdicts
from geo.consistency.verdict import report, to_json
from geo.errors import InputError
from geo.export.formats.prov import write_prov
from geo.io.case_store import open_case, read_files
from geo.io.ground_file import areas_in
from geo.io.shipped import find_case
from geo.io.tables import read_cells
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim
from geo.validation.lint import ERROR, Finding, over_plan
from geo.validation.root_days import root_two_days


def validate(case: CaseArgument) -> None:
    """Check every file of a case; print each fault with row, field and reason.

    More people moved than planned is told too, and is no fault: published errors are kept as printed. So is one
    statement with two days: an outlet's day taken for that of its root. Exit code 1 if there is a fault.
    Example: python -m geo validate kursk-2024
    """
    folder = find_case(case)
    opened = open_case(folder)
    opened = dataclasses.replace(opened, faults=(*opened.faults, *reconstruct(opened)[1]))
    for fault in opened.faults:
        typer.echo(str(fault))
    ledger = read_files(folder).get("claims.csv", b"")
    for finding in over_plan(read_cells(ledger, "claims.csv", Claim)[0] if ledger else (), opened):
        typer.echo(f"claims.csv: {finding}")
    for two in root_two_days(opened):
        typer.echo(str(two))
    typer.echo(_summary(opened))
    if opened.faults:
        raise typer.Exit(1)


def _summary(case: Case) -> str:
    counts = {
        "claims": case.claims,
        "places": case.settlements,
        "words about places": case.control_events,
        "zones": case.zones,
        "words about zones": case.orders,
        "drawn advances": case.placements,
        "statements": case.statements,
        "sources": case.sources,
    }
    kept = ", ".join(f"{len(records)} {name}" for name, records in counts.items())
    return f"{case.settings.id}: {len(case.faults)} faults; kept {kept}"


def lint_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV with the columns of claims.csv.")],
    case: CaseOption,
    as_json: JsonOption = False,
) -> None:
    """Check new claims before they enter a case's ledger: units, days, duplicates, places, and what `check` would say.

    Exit code 1 if there is an error; warnings alone leave it 0. Nothing is changed.
    Example: python -m geo lint new-claims.csv --case kursk-2024
    """
    opened = open_case(case)
    rows, faults = read_cells(file.read_bytes(), file.name, Claim)
    found = [Finding(ERROR, "schema", fault.row, fault.field or "row", fault.value, fault.reason) for fault in faults]
    found += lint_with_verdicts(rows, opened, today=datetime.now(tz=UTC).date())
    errors = sum(finding.severity == ERROR for finding in found)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(finding) for finding in found], indent=2, ensure_ascii=False))
    else:
        for finding in found:
            typer.echo(str(finding))
        typer.echo(f"{file.name}: {len(rows)} rows, {errors} errors, {len(found) - errors} warnings")
    if errors:
        raise typer.Exit(1)


def check(
    case: CaseArgument,
    on: OnOption,
    known: KnownOption = None,
    as_json: JsonOption = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 on an inconsistency or a likely error.")] = False,
    fronts: Annotated[
        list[str] | None,
        typer.Option(
            "--front", metavar="MAPPER=FILE", help="What a mapper drew as held that day, GeoJSON; repeatable."
        ),
    ] = None,
) -> None:
    """Say which claims about a day can be true together, and why not.

    Exit code 0 whatever it finds, unless --strict. Example: python -m geo check kursk-2024 --on 2024-08-12
    """
    opened = open_case(case)
    drawn = [_front(text, on.date(), opened) for text in fronts or ()]
    found = verdicts_on(opened, AsOf(on.date(), known.date() if known else None), fronts=drawn)
    typer.echo(json.dumps(to_json(found), indent=2, ensure_ascii=False) if as_json else report(found, on.date()))
    if strict and any(verdict.is_fault for verdict in found):
        raise typer.Exit(1)


def _front(text: str, day: date, case: Case) -> FrontOfDay:
    """Read MAPPER=FILE."""
    mapper, equals, name = text.partition("=")
    if not (mapper and equals and name):
        raise InputError(f"--front is {text!r}; it must be MAPPER=FILE, such as DeepState=front.geojson")
    areas, _ = areas_in(Path(name), case)
    return FrontOfDay(mapper, day, shapely.union_all(list(areas.values())))


def prov(
    case: CaseArgument,
    on: OnOption,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The JSON file to write.")],
    known: KnownOption = None,
) -> None:
    """Write the claims about days up to a day, with their provenance, as W3C PROV-JSON.

    Example: python -m geo prov kursk-2024 --on 2024-08-12 --known 2024-08-13 --out claims.prov.json
    """
    opened = open_case(case)
    day, clock = opened.check_date(on.date()), opened.check_date(known.date(), "known") if known else None
    claims = records_as_of(opened.claims, AsOf(day, clock))
    out.write_text(write_prov(opened, claims, on=day, known=clock), encoding="utf-8")
    typer.echo(f"{out}: {len(claims)} claims about days up to {day}, as known {f'on {clock}' if clock else 'today'}")
