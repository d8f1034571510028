"""What the pages on places and on evacuation show is what the command line prints, number for number."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.places import HELD
from geo.reports.evacuation import EvacuationReport, evacuation_report
from geo.reports.places import SettlementsReport, settlements_report
from geo.reports.questions import answers, only_source
from geo.reports.view import View
from tests.cli import KURSK, run_cli
from ui.data.evacuation import evacuation_data
from ui.data.places import answers_data, counts_data, matrix_data
from ui.pages.places import summary

CASE = open_case(KURSK)
DAYS = [("2024-08-12", None), ("2024-08-13", "2024-08-13"), ("2024-10-01", None)]


def printed(command: str, on: str, known: str | None) -> dict[str, Any]:
    """Return what a command prints as JSON."""
    clock = ("--known", known) if known else ()
    done = run_cli(command, "kursk-2024", "--on", on, *clock, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def days(on: str, known: str | None) -> tuple[date, date | None]:
    """Return the two clocks as days."""
    return date.fromisoformat(on), date.fromisoformat(known) if known else None


def places(on: str, known: str | None) -> SettlementsReport:
    """Return the report that the page shows."""
    return settlements_report(CASE, AsOf(*days(on, known)))


def zones(on: str, known: str | None) -> EvacuationReport:
    """Return the report that the page shows."""
    return evacuation_report(CASE, AsOf(*days(on, known)))


@pytest.mark.parametrize(("on", "known"), DAYS)
def test_places_on_the_page_are_those_of_the_command(on: str, known: str | None) -> None:
    """Places, statuses, words, counts and names: the page's data holds what the command prints."""
    told, report = printed("settlements", on, known), places(on, known)
    view = View(on=report.on, known=report.known)
    matrix = matrix_data(CASE, report, view, [row.id for row in report.places])
    assert [place["id"] for place in matrix["places"]] == [row["id"] for row in told["places"]]
    for place, row in zip(matrix["places"], told["places"], strict=True):
        assert place["disputed"] == row["disputed"]
        assert place["onMap"] == row["on_map"]
        speakers = {lane["who"] for lane in place["lanes"] if lane["now"]}
        assert speakers == {word["cited"]["claimant"] for word in row["words"]}
    shown = [
        (one["value"], len(one["claimed"]), len(one["entered"]), one["unnamed"])
        for one in counts_data(CASE, report.counts)
    ]
    wanted = [
        (one["value"], len(one["by_anybody"]), len(one["entered"]), one["unnamed_at_least"]) for one in told["counts"]
    ]
    assert shown == wanted
    assert f"{len([row for row in told['places'] if row['words']])} by " in summary(report)


def _ids(scale: dict[str, Any]) -> set[str]:
    return {one["id"] for one in scale["figures"]}


@pytest.mark.parametrize(("on", "known"), DAYS)
def test_the_evacuation_on_the_page_is_that_of_the_command(on: str, known: str | None) -> None:
    """Zones with their words and overlaps, people by source with shares, and casualties are the command's."""
    told, data = printed("evacuation", on, known), evacuation_data(zones(on, known))
    ordered = [zone for zone in told["zones"] if zone["orders"]]
    assert [zone["id"] for zone in data["zones"]] == [zone["id"] for zone in ordered]
    for zone, row in zip(data["zones"], ordered, strict=True):
        assert (zone["state"], zone["leadDays"], len(zone["orders"])) == (
            row["state"],
            row["lead"]["days"],
            len(row["orders"]),
        )
        assert [one["share"] for one in zone["overlaps"]] == [one["share"] for one in row["overlaps"]]
        assert all(0 <= one["share"] <= 1 for one in zone["overlaps"])
    for scope, row in zip(data["people"], told["people"], strict=True):
        shown = [one["id"] for scale in scope["scales"] for one in scale["figures"]]
        assert sorted(shown) == sorted(one["cited"]["id"] for one in row["figures"])
        for scale in scope["scales"]:
            kinds = {(one["metric"], one["kind"]) for one in row["figures"] if one["cited"]["id"] in _ids(scale)}
            assert len(kinds) == 1
            assert max(one["bar"] for one in scale["figures"]) == 1
        assert [one["share"] for one in scope["shares"]] == [one["share"] for one in row["shares"]]
    assert [one["id"] for one in data["casualties"]["figures"]] == [
        one["cited"]["id"] for one in told["casualties"]["figures"]
    ]


def test_the_named_places_are_told_by_what_is_said_of_them() -> None:
    """Each status with its number and names; another oblast's places, and those only fought over, stand apart."""
    day = date(2024, 8, 12)
    report = places(str(day), None)
    told = {one.question: one for one in answers(report, zones(str(day), None), CASE)}["Which of them are named?"]
    total, *numbers = [int(number) for number in re.findall(r"^\d+|(?<=\()\d+(?=\))", told.text)]
    *held, fought = numbers
    wanted = [row for row in report.said if row.kind == "settlement" and row.status in HELD]
    assert total == sum(held)
    assert total + fought + 1 == len(told.cited) == len(wanted)
    assert f"In another oblast: Poroz (Belgorod). Only said to be fought over ({fought}) " in told.text
    for count in report.counts:
        assert len(count.by_anybody) + len(count.entered) == total
    assert not told.of_people


def test_the_starting_report_alone_answers_its_reader() -> None:
    """From ITV's report of 12 August alone: 28 villages, 12 km, 121,000 moved, 59,000 to move, who joined."""
    alone = only_source(CASE, "itv-2024-08-12")
    day = date(2024, 8, 12)
    found = answers(settlements_report(alone, AsOf(day)), evacuation_report(alone, AsOf(day)), alone)
    told = {one["question"]: one for one in answers_data(found)}
    assert "28" in told["How many villages?"]["text"]
    assert "12 km" in told["How far is the farthest?"]["text"]
    assert "121,000" in told["How many people have moved?"]["text"]
    assert "59,000" in told["How many are still to move?"]["text"]
    joined = next(one for question, one in told.items() if "joined" in question)
    assert "Krasnoyaruzhsky district, Belgorod" in joined["text"]
    for one in told.values():
        assert {cited["source"]["publisher"] for cited in one["cited"]} <= {"ITV News"}
