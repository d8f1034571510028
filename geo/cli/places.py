"""The commands about places and people: `settlements`, `evacuation` and `answers`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Any

import typer

from geo.cli.options import CaseArgument, JsonOption, KnownOption, OnOption
from geo.cli.text import evacuation_lines, settlement_lines
from geo.consistency.engine import checker_of
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.reports.evacuation import evacuation_report
from geo.reports.places import settlements_report
from geo.reports.questions import answers, only_source
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import PlaceIndex

FindOption = Annotated[
    str | None,
    typer.Option("--find", metavar="NAME", help="Only places that this name may mean, in any spelling or script."),
]


def settlements(
    case: CaseArgument, on: OnOption, known: KnownOption = None, as_json: JsonOption = False, find: FindOption = None
) -> None:
    """Print what is said of every place on a day, who was first, and how many of the counted ones are named.

    Example: python -m geo settlements kursk-2024 --on 2024-08-12 --find Sudja
    """
    opened = open_case(case)
    report = settlements_report(opened, AsOf(on.date(), known.date() if known else None))
    if find is not None:
        wanted = [found.place.key for found in PlaceIndex(settlement_names(opened), word_counts(opened)).find(find)]
        rows = {row.id: row for row in report.places}
        report = dataclasses.replace(report, places=tuple(rows[key] for key in wanted))
    typer.echo(as_text(report) if as_json else "\n".join(settlement_lines(report, opened, all_places=find is not None)))


def evacuation(case: CaseArgument, on: OnOption, known: KnownOption = None, as_json: JsonOption = False) -> None:
    """Print the zones of a day with their orders, the people moved by source, overlaps, lead times and casualties.

    Example: python -m geo evacuation kursk-2024 --on 2024-08-12 --json
    """
    opened = open_case(case)
    report = evacuation_report(opened, AsOf(on.date(), known.date() if known else None))
    typer.echo(as_text(report) if as_json else "\n".join(evacuation_lines(report)))


def answer(
    case: CaseArgument,
    on: OnOption,
    known: KnownOption = None,
    as_json: JsonOption = False,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="Only what this source says, e.g. itv-2024-08-12.")
    ] = None,
) -> None:
    """Answer how many villages, which are named, how far, how many people moved and are still to move, and from where.

    Example: python -m geo answers kursk-2024 --on 2024-08-12 --source itv-2024-08-12
    """
    opened = open_case(case)
    day, clock = on.date(), known.date() if known else None
    doubts = checker_of(opened).doubts_on(AsOf(day, clock))
    opened = opened if source is None else only_source(opened, source)
    places = settlements_report(opened, AsOf(day, clock))
    found = answers(places, evacuation_report(opened, AsOf(day, clock)), opened, doubts=doubts)
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(one) for one in found], default=str, ensure_ascii=False, indent=2))
        return
    for one in found:
        typer.echo(f"{one.question}\n  {one.text}")
        for cited in one.cited:
            typer.echo(f"    {cited.id}: {cited.claimant}, {cited.publisher}, {cited.url}")


def as_text(report: Any) -> str:
    """Write a report as JSON; days are ISO, absent values null.

    >>> from datetime import date
    >>> as_text(dataclasses.make_dataclass("R", ["on"])(date(2024, 8, 12)))
    '{"on": "2024-08-12"}'
    """
    return json.dumps(dataclasses.asdict(report), default=str, ensure_ascii=False)
