"""One statement has one day: rows dated by an outlet's day instead of their root's are told, and nothing else is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from geo.analysis.reconstruction import reconstruct, reconstructions_on
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.claims import Claim, DateBasis
from geo.validation.references import Known, placement_problems
from geo.validation.root_days import root_two_days
from tests.cases import small_case
from tests.cli import run_cli

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
CASE = small_case()
_CELLS = {"claimant": "A", "side": "russia", "source": "s1", "kind": "total", "basis": "stated", "place": "North"}


def said(ident: str, on: int, value: str, modality: str = "exact", **more: object) -> Claim:
    """Return a count of people moved about a day of August."""
    days = {"about_date": f"2024-08-{on:02}", "known_date": f"2024-08-{max(on, 12):02}"}
    cells = {"metric": "people_moved", "value": value, "modality": modality, "root": "A, 12 Aug"}
    return Claim.model_validate({"id": ident} | _CELLS | days | cells | more)


def told(*claims: Claim) -> list[tuple[str, str]]:
    """Return the ids of the pairs that are told of."""
    return [(two.record.id, two.first.id) for two in root_two_days(replace(CASE, claims=claims))]


def test_a_repeat_with_the_outlets_day_is_told_beside_the_first():
    """The first publication has the day; “more than 120,000” suits 121,000 and so is the same figure."""
    assert told(said("late", 15, "120000", "at_least"), said("first", 12, "121000")) == [("late", "first")]


def test_other_figures_other_things_and_other_roots_may_have_other_days():
    """A statement may give two days two figures; a gain is no total; two roots are two statements."""
    first = said("first", 12, "121000")
    assert not told(first, said("c2", 10, "76000"))
    assert not told(first, said("c3", 14, "121000", kind="additional"))
    assert not told(first, said("c4", 14, "121000", root="B, 14 Aug"))
    assert not told(first, said("c5", 14, "121000", place="South"))
    assert not told(first, said("c6", 14, "121000", about_basis=DateBasis.PLACEHOLDER))


def test_the_shipped_ledger_gives_no_root_two_days():
    """Every repeat of the Kursk ledger is dated by its root."""
    assert not root_two_days(open_case(KURSK))


def test_validate_tells_and_does_not_fail(tmp_path: Path):
    """The row is named with both days; it is kept, so the exit code is that of the faults alone."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder, ignore=shutil.ignore_patterns("fronts"))
    ledger = (folder / "claims.csv").read_text(encoding="utf-8")
    (folder / "claims.csv").write_text(ledger.replace("C0182,2024-08-12", "C0182,2024-08-14"), encoding="utf-8")
    done = run_cli("validate", str(folder))
    assert done.returncode == 0
    assert "claims.csv: warning: C0182 is dated 2024-08-14 and C0007 2024-08-12" in done.stdout


def test_a_placement_is_not_known_before_its_claims():
    """An earlier day is refused with the claim's day; the claim's own day and later ones are taken."""
    claims = {claim.id: claim for claim in CASE.claims}
    known = Known(CASE.settings, claims=claims)
    placement = CASE.placements[0]
    latest = max(claims[name].known_date for name in (placement.depth_claim, placement.width_claim or ""))
    before = placement.model_copy(update={"known_date": latest.replace(day=latest.day - 1)})
    assert {field for field, _, _ in placement_problems(before, known)} == {"known_date"}
    assert not list(placement_problems(placement.model_copy(update={"known_date": latest}), known))


def test_a_depth_is_not_drawn_before_what_its_stretch_rests_on_was_said():
    """Drawn over a width that was claimed on the 12th, a depth of the 7th is there for who knows of the 12th alone."""
    drawn, faults = reconstruct(open_case(KURSK))
    assert not faults
    day = date(2024, 8, 7)
    seen = {
        known: {one.id for one in reconstructions_on(drawn, AsOf(day, known))} for known in (day, date(2024, 8, 12))
    }
    assert seen[day] == set()
    assert seen[date(2024, 8, 12)] >= {"P10-isw-2024-08-07", "P12-kastehelmi-2024-08-07"}
