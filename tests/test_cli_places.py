"""`settlements`, `evacuation` and `answers`: the same numbers as the engine gives the pages, and readable text."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.reports.evacuation import evacuation_report
from geo.reports.places import settlements_report
from geo.reports.questions import answers, only_source
from tests.cli import run_cli

KURSK = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
SEED = date(2024, 8, 12)


def plain(report: Any) -> Any:
    """Return a report as plain data."""
    return json.loads(json.dumps(dataclasses.asdict(report), default=str))


@pytest.mark.parametrize("clock", [(), ("--known", "2024-08-12")])
def test_json_is_the_report_that_the_pages_draw(clock: tuple[str, ...]):
    """Both commands print the very report of the engine, on both clocks."""
    known = date.fromisoformat(clock[1]) if clock else None
    done = run_cli("settlements", "kursk-2024", "--on", "2024-08-12", "--json", *clock)
    assert json.loads(done.stdout) == plain(settlements_report(KURSK, AsOf(SEED, known))), done.stderr
    done = run_cli("evacuation", "kursk-2024", "--on", "2024-08-12", "--json", *clock)
    assert json.loads(done.stdout) == plain(evacuation_report(KURSK, AsOf(SEED, known))), done.stderr


def test_text_names_places_counts_and_what_is_not_on_the_map():
    """Place, claimant, since when, who was first; a place found by another spelling."""
    done = run_cli("settlements", "kursk-2024", "--on", "2024-08-12")
    assert "28 settlements by Aleksei Smirnov, 2024-08-12: named as held by itself 0" in done.stdout
    assert "Kromskiye Byki (Кромские Быки), Lgovsky district: entered · not on the map" in done.stdout
    found = run_cli("settlements", "kursk-2024", "--on", "2024-09-20", "--find", "Викторовка")
    assert found.stdout.count("Viktorovka (Викторовка)") == 2
    assert "first:" not in found.stdout.splitlines()[2]


def test_text_of_the_evacuation_says_share_lead_and_conflict():
    """Orders with their days, overlap in percent, the share moved, a conflict of sources, casualties."""
    done = run_cli("evacuation", "kursk-2024", "--on", "2024-08-22")
    for words in (
        "Glushkovsky district, Kursk: mandatory; 4 days ahead of the first claim inside",
        "outer band of Aleksei Smirnov, 2024-08-12: 18% of it",
        "74% of about 180,000 people planned to move: Aleksei Smirnov (computed)",
        "1,200 a day, 2024-08-12 to 2024-08-22: Aleksei Smirnov (computed)",
        "CONFLICT, 18,000 apart",
        "of them 10 children wounded",
        "no known extent: not on the map",
    ):
        assert words in done.stdout


def seed_answers() -> dict[str, Any]:
    """Return the answers from the seed report alone, by question."""
    case = only_source(KURSK, "itv-2024-08-12")
    found = answers(settlements_report(case, AsOf(SEED)), evacuation_report(case, AsOf(SEED)), case)
    return {answer.question: answer for answer in found}


@pytest.mark.parametrize(
    ("question", "words", "ids"),
    [
        ("How many villages?", "28 settlements", {"C0001"}),
        ("Which of them are named?", "None", set()),
        ("How far is the farthest?", "about 12 km", {"C0002"}),
        ("How many people have moved?", "about 121,000", {"C0004"}),
        ("How many are still to move?", "59,000", {"C0004", "C0005"}),
        ("From which districts?", "Krasnoyaruzhsky district (Belgorod)", {"C0008.1"}),
        ("Which district outside Kursk oblast joined on this day?", "Krasnoyaruzhsky", {"C0008.1"}),
    ],
)
def test_the_seed_report_alone_answers(question: str, words: str, ids: set[str]):
    """Each question has its answer, with the records of the seed report behind it and none of another source."""
    answer = seed_answers()[question]
    assert words in answer.text
    assert {cited.id for cited in answer.cited} == ids
    assert {cited.publisher for cited in answer.cited} <= {"ITV News"}


def test_those_said_to_be_still_in_place_are_still_to_move():
    """On 22 August the governor gives no plan of that day, but says how many are still there: that is the answer."""
    on = date(2024, 8, 22)
    found = answers(settlements_report(KURSK, AsOf(on)), evacuation_report(KURSK, AsOf(on)), KURSK)
    left = next(one for one in found if one.question == "How many are still to move?")
    assert "about 20,000 people in place, remaining (Aleksei Smirnov, Kursk Oblast)" in left.text
    assert {"C0171", "C0243"} <= {cited.id for cited in left.cited}
    assert not left.computed


def test_an_unknown_source_is_one_sentence():
    """Exit code 2, no traceback, and what would be right."""
    done = run_cli("answers", "kursk-2024", "--on", "2024-08-12", "--source", "itv")
    assert done.returncode == 2
    assert done.stderr.startswith("geo: source is 'itv'; it must be an id in sources.csv")
