"""The command line: `python -m geo COMMAND`."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.analysis.reconstruction import reconstruct
from geo.cli import boundaries as cli_ground
from geo.cli import export as cli_publish
from geo.cli import fronts as cli_fronts
from geo.cli import places as cli_places
from geo.cli.options import CaseArgument, CaseOption, FileArgument, JsonOption, KnownOption, OnOption, find_case
from geo.consistency.engine import verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import report, to_json
from geo.errors import GeometryError, InputError, SalientError
from geo.export.formats.prov import write_prov
from geo.geometry.measurement import Measurement, measure
from geo.io.case_store import open_case, read_files
from geo.io.geojson import read_geojson
from geo.io.tables import read_cells
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim
from geo.reports.layers import LAYERS, layer
from geo.validation.lint import ERROR, Finding, lint, over_plan

app = typer.Typer(
    name="geo",
    help="Claimed advances along a border: check a case, get its layers, measure a polygon, write the map.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
_SUBJECTS = (cli_fronts, cli_places, cli_publish, cli_ground)


def main() -> None:
    """Run the command line; a known error is one sentence on standard error and exit code 2."""
    with _sentences():
        app()


@contextmanager
def _sentences() -> Iterator[None]:
    try:
        yield
    except SalientError as error:
        typer.echo(f"geo: {error}", err=True)
        sys.exit(2)
    except OSError as error:
        typer.echo(f"geo: {error.filename}: {error.strerror}", err=True)
        sys.exit(2)


@app.command()
def validate(case: CaseArgument) -> None:
    """Check every file of a case; print each fault with row, field and reason.

    More people moved than planned is told too, and is no fault: published errors are kept as printed. Exit code 1 if
    there is a fault. Example: python -m geo validate kursk-2024
    """
    folder = find_case(case)
    opened = open_case(folder)
    opened = dataclasses.replace(opened, faults=(*opened.faults, *reconstruct(opened)[1]))
    for fault in opened.faults:
        typer.echo(str(fault))
    ledger = read_files(folder).get("claims.csv", b"")
    for finding in over_plan(read_cells(ledger, "claims.csv", Claim)[0] if ledger else (), opened):
        typer.echo(f"claims.csv: {finding}")
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


@app.command()
def layers(
    case: CaseArgument,
    on: OnOption,
    name: Annotated[str, typer.Option("--layer", metavar="NAME", help=f"One of {', '.join(LAYERS)}.")],
    known: KnownOption = None,
) -> None:
    """Print one layer of a day as GeoJSON.

    Example: python -m geo layers kursk-2024 --on 2024-08-12 --layer advances > advances.geojson
    """
    opened = open_case(find_case(case))
    frame = layer(opened, name, AsOf(on.date(), known.date() if known else None))
    clocks = {"on": str(on.date()), "known": str(known.date()) if known else "today"}
    typer.echo(json.dumps(json.loads(frame.to_json(drop_id=True)) | {"salient": clocks}, ensure_ascii=False))


@app.command(name="measure")
def measure_file(
    file: FileArgument,
    case: CaseOption,
    as_json: JsonOption = False,
    each: Annotated[bool, typer.Option("--each", help="Measure every feature on its own, e.g. nested bands.")] = False,
) -> None:
    """Measure the polygons of a file, together, against a case's border: depth, width, area.

    Example: python -m geo measure my-front.geojson --case kursk-2024
    """
    polygons = {
        f"feature {feature.number}": feature.geometry
        for feature in read_geojson(file.read_bytes(), file.name)
        if feature.geometry is not None and feature.geometry.geom_type in {"Polygon", "MultiPolygon"}
    }
    if not polygons:
        raise GeometryError(f"{file.name} holds no polygon; measuring needs a Polygon or MultiPolygon")
    line = open_case(find_case(case)).border
    if not each:
        polygons = {"": unary_union(list(polygons.values()))}
    found = {name: measure(ground, line) for name, ground in polygons.items()}
    if as_json:
        plain = {name: dataclasses.asdict(figures) for name, figures in found.items()}
        typer.echo(json.dumps(plain if each else plain[""], indent=2))
        return
    typer.echo("\n\n".join(f"{name}\n{_table(figures)}".strip() for name, figures in found.items()))


def _table(found: Measurement) -> str:
    lon, lat = found.deepest
    rows = (
        ("greatest depth", f"{found.depth_max_km:.1f} km, at {lat:.4f} N, {lon:.4f} E"),
        ("mean depth", f"{found.depth_mean_km:.1f} km (area / straight width{_bends(found)})"),
        ("width, straight", f"{found.width_chord_km:.1f} km"),
        ("width, along the border", f"{found.width_along_km:.1f} km"),
        ("area", f"{found.area_km2:.0f} km²"),
        ("contact with the border", f"{found.contact_km:.1f} km"),
        ("fill factor", f"{found.fill:.2f} (area / greatest depth × straight width)"),
        ("left out, home side", f"{found.outside_km2:.0f} km²"),
    )
    return "\n".join(f"{label:<24}{text}" for label, text in rows)


@app.command()
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
    opened = open_case(find_case(case))
    drawn = [_front(text, on.date()) for text in fronts or ()]
    found = verdicts_on(opened, AsOf(on.date(), known.date() if known else None), fronts=drawn)
    typer.echo(json.dumps(to_json(found), indent=2, ensure_ascii=False) if as_json else report(found, on.date()))
    if strict and any(verdict.is_fault for verdict in found):
        raise typer.Exit(1)


def _front(text: str, day: date) -> FrontOfDay:
    """Read MAPPER=FILE."""
    mapper, equals, name = text.partition("=")
    if not (mapper and equals and name):
        raise InputError(f"--front is {text!r}; it must be MAPPER=FILE, such as DeepState=front.geojson")
    return FrontOfDay(mapper, day, _polygons(Path(name)))


def _polygons(file: Path) -> BaseGeometry:
    """Read the polygons of a GeoJSON file as one."""
    polygons = [
        feature.geometry
        for feature in read_geojson(file.read_bytes(), file.name)
        if feature.geometry is not None and feature.geometry.geom_type in {"Polygon", "MultiPolygon"}
    ]
    if not polygons:
        raise GeometryError(f"{file.name} holds no polygon; measuring needs a Polygon or MultiPolygon")
    return unary_union(polygons)


def _bends(found: Measurement) -> str:
    """Say why a mean can be above the greatest depth, where it is."""
    above = found.depth_mean_km > found.depth_max_km
    return "; above the greatest, as the ground reaches around a bend of the border" if above else ""


@app.command()
def prov(
    case: CaseArgument,
    on: OnOption,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The JSON file to write.")],
    known: KnownOption = None,
) -> None:
    """Write the claims about days up to a day, with their provenance, as W3C PROV-JSON.

    Example: python -m geo prov kursk-2024 --on 2024-08-12 --known 2024-08-13 --out claims.prov.json
    """
    opened = open_case(find_case(case))
    day, clock = opened.check_date(on.date()), opened.check_date(known.date(), "known") if known else None
    claims = records_as_of(opened.claims, AsOf(day, clock))
    out.write_text(write_prov(opened, claims, on=day, known=clock), encoding="utf-8")
    typer.echo(f"{out}: {len(claims)} claims about days up to {day}, as known {f'on {clock}' if clock else 'today'}")


@app.command(name="lint")
def lint_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV with the columns of claims.csv.")],
    case: CaseOption,
    as_json: JsonOption = False,
) -> None:
    """Check new claims before they enter a case's ledger: units, days, duplicates, places, sources, grades.

    Exit code 1 if there is an error; warnings alone leave it 0. Nothing is changed.
    Example: python -m geo lint new-claims.csv --case kursk-2024
    """
    opened = open_case(find_case(case))
    rows, faults = read_cells(file.read_bytes(), file.name, Claim)
    found = [Finding(ERROR, "schema", fault.row, fault.field or "row", fault.value, fault.reason) for fault in faults]
    found += lint(rows, opened, today=datetime.now(tz=UTC).date())
    errors = sum(finding.severity == ERROR for finding in found)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(finding) for finding in found], indent=2, ensure_ascii=False))
    else:
        for finding in found:
            typer.echo(str(finding))
        typer.echo(f"{file.name}: {len(rows)} rows, {errors} errors, {len(found) - errors} warnings")
    if errors:
        raise typer.Exit(1)


for subject in _SUBJECTS:
    subject.register(app)
