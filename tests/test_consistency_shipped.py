"""Every verdict of every day of the shipped case can be read, and refers to what is there."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from geo.consistency.engine import Checker
from geo.consistency.verdict import VERDICT_ORDER, Verdict, VerdictKind, report, to_json
from geo.errors import SelectionError
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.labels import format_date
from tests.cli import Done, run_cli

ROOT = Path(__file__).parent.parent
ARITHMETIC = {"square-miles", "part-above-whole"}


@pytest.fixture(scope="module")
def kursk() -> Case:
    """Return the shipped case."""
    return open_case(ROOT / "data" / "kursk-2024")


@pytest.fixture(scope="module")
def by_day(kursk: Case) -> dict[date, list[Verdict]]:
    """Return the verdicts of every day."""
    checker, settings = Checker(kursk), kursk.settings
    count = (settings.last_date - settings.first_date).days + 1
    days = [settings.first_date + timedelta(days=number) for number in range(count)]
    return {day: checker.verdicts_on(AsOf(day)) for day in days}


def test_every_verdict_has_its_reason_and_assumption(by_day: dict[date, list[Verdict]]):
    """A reason that is a sentence; an assumption unless it is arithmetic alone; a mistake where an error is likely."""
    for verdict in (v for verdicts in by_day.values() for v in verdicts):
        assert verdict.reason[0] == verdict.reason[0].upper()
        assert verdict.reason.endswith(".")
        assert verdict.assumption.endswith(".") or verdict.rule in ARITHMETIC, verdict
        assert bool(verdict.mistake) or verdict.kind is not VerdictKind.LIKELY_ERROR
        assert "nan" not in verdict.reason
        assert "inf" not in re.findall(r"\w+", verdict.reason)


def test_every_verdict_speaks_of_records_that_exist(kursk: Case, by_day: dict[date, list[Verdict]]):
    """Claims, words about places and orders, each about one of the verdict's days."""
    about = {r.id: r.about_date for group in (kursk.claims, kursk.control_events, kursk.orders) for r in group}
    for verdict in (v for verdicts in by_day.values() for v in verdicts):
        assert verdict.claims
        assert len(set(verdict.claims)) == len(verdict.claims)
        assert {about[ident] for ident in verdict.claims} == set(verdict.days), verdict


def test_days_that_differ_are_said(by_day: dict[date, list[Verdict]]):
    """No verdict compares other days than the one looked at without naming the earliest of them."""
    for day, verdicts in by_day.items():
        for verdict in verdicts:
            assert max(verdict.days) <= day
            if set(verdict.days) != {day}:
                assert format_date(min(verdict.days), year=False) in verdict.reason, verdict


def test_worst_first_and_few_enough_to_read(by_day: dict[date, list[Verdict]]):
    """Sorted by kind, and no more than 15 a day."""
    for verdicts in by_day.values():
        ranks = [VERDICT_ORDER.index(verdict.kind) for verdict in verdicts]
        assert ranks == sorted(ranks)
        assert len(verdicts) <= 15


def test_the_faults_of_the_whole_case(by_day: dict[date, list[Verdict]]):
    """What is called an error in 149 days: the published ones, and nothing else."""
    found = {(day.isoformat(), v.rule) for day, verdicts in by_day.items() for v in verdicts if v.is_fault}
    assert found == {
        ("2024-08-12", "product-as-statement"),
        ("2024-08-12", "total-against-additional"),
        ("2024-08-15", "square-miles"),
    }


def test_json_holds_plain_data(by_day: dict[date, list[Verdict]]):
    """The JSON of every day reads back with the fields that others build on."""
    for verdicts in by_day.values():
        for row in json.loads(json.dumps(to_json(verdicts), allow_nan=False)):
            assert row.keys() >= {"verdict", "rule", "reason", "assumption", "numbers", "claims", "days"}
            assert row["verdict"] in {kind.value for kind in VerdictKind}
            assert all(isinstance(number, int | float) for number in row["numbers"].values())
            assert all(date.fromisoformat(day) for day in row["days"])


def test_knowing_more_never_names_what_is_not_known(kursk: Case):
    """As known on a day, a verdict speaks of what was published by then alone."""
    checker = Checker(kursk)
    known_on = {r.id: r.known_date for group in (kursk.claims, kursk.control_events, kursk.orders) for r in group}
    for offset in range(0, 40, 3):
        day = date(2024, 8, 6) + timedelta(days=offset)
        for verdict in checker.verdicts_on(AsOf(day, day)):
            assert all(known_on[ident] <= day for ident in verdict.claims)


def test_a_day_outside_the_case_is_refused(kursk: Case):
    """The message names the case's days."""
    with pytest.raises(SelectionError, match="this case runs from"):
        Checker(kursk).verdicts_on(AsOf(date(2023, 8, 12)))


def test_the_report_reads_like_a_briefing(by_day: dict[date, list[Verdict]]):
    """Grouped by verdict, in words; a day without verdicts says so."""
    text = report(by_day[date(2024, 8, 12)], date(2024, 8, 12))
    assert text.startswith("Claims about 12 August 2024: 2 likely error, ")
    assert "True together only if" in text
    assert max(map(len, text.splitlines())) <= 110
    assert report([], date(2024, 8, 5)) == "Claims about 5 August 2024: nothing to hold side by side."


def check(*arguments: str) -> Done:
    """Run `python -m geo check` as a person would."""
    return run_cli("check", "kursk-2024", *arguments)


def test_check_exits_0_unless_strict():
    """Exit code 0 whatever it finds; with --strict 1 on a likely error, and 0 on a day without."""
    done = check("--on", "2024-08-12", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {"C0013", "C0017"} <= {ident for row in json.loads(done.stdout) for ident in row["claims"]}
    assert check("--on", "2024-08-12", "--strict").returncode == 1
    assert check("--on", "2024-08-20", "--strict").returncode == 0


def test_check_holds_claims_against_a_mappers_front(tmp_path: Path):
    """--front MAPPER=FILE measures the file; a text without a mapper is refused in one sentence."""
    ring = [[35.1, 51.2], [35.3, 51.2], [35.3, 51.45], [35.1, 51.45], [35.1, 51.2]]
    file = tmp_path / "front.geojson"
    file.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}), encoding="utf-8")
    done = check("--on", "2024-08-12", "--front", f"Mapper={file}")
    assert done.returncode == 0, done.stderr
    assert "Mapper's front of 12 August" in done.stdout
    refused = check("--on", "2024-08-12", "--front", str(file))
    assert refused.returncode == 2
    assert "it must be MAPPER=FILE" in refused.stderr
