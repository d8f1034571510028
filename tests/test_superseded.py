"""Corrected and withdrawn claims: they stand until the day on which that was known, and can be found for ever."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from geo.analysis.figures import figures_on
from geo.analysis.reconstruction import reconstructions, reconstructions_on
from geo.analysis.timeseries import metric_series
from geo.io.case_files import read_case
from geo.io.case_store import open_case, read_files
from geo.model.asof import AsOf, records_as_of
from geo.model.claims import Claim, Metric
from geo.model.labels import superseded_label
from geo.reports.selection import select
from tests.cases import day, small_case

CASE = small_case()
KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
OFFSETS = st.integers(0, 40)


def struck(claim: Claim, offset: int, by: str | None = None) -> Claim:
    """Return a claim corrected or withdrawn on a day."""
    values = claim.model_dump() | {
        "superseded": "corrected" if by else "withdrawn",
        "superseded_by": by,
        "superseded_date": day(offset),
        "superseded_who": "its claimant",
    }
    return Claim.model_validate(values)


def used(claims, on: date, known: date | None) -> set[str]:
    """Return the ids of every claim that stands in a figure."""
    return {claim.id for figure in figures_on(claims, AsOf(on, known)) for claim in (*figure.claims, *figure.parts)}


@given(st.sampled_from(CASE.claims), OFFSETS, OFFSETS, st.one_of(st.none(), OFFSETS))
def test_a_withdrawn_claim_stands_before_its_day_and_never_after(claim: Claim, later: int, on: int, known: int | None):
    """Known before that day the figures are what they were; from that day on, the claim is in none of them."""
    gone = struck(claim, (claim.known_date - day(0)).days + later)
    claims = [gone if c.id == claim.id else c for c in CASE.claims]
    clock = None if known is None else day(known)
    found = used(claims, day(on), clock)
    if clock is not None and clock < gone.superseded_date:
        assert found == used(CASE.claims, day(on), clock)
    else:
        assert found == used([c for c in CASE.claims if c.id != claim.id], day(on), clock)
    points = {
        ident
        for s in metric_series(replace(CASE, claims=tuple(claims)), claim.metric, clock)
        for p in s.points
        for ident in p.ids
    }
    assert (claim.id in points) == (gone.is_in_effect(clock) and (clock is None or claim.known_date <= clock))


@given(st.sampled_from(CASE.claims), OFFSETS, st.one_of(st.none(), OFFSETS))
def test_a_withdrawn_claim_can_be_found(claim: Claim, on: int, known: int | None):
    """The as-of selection holds a claim whether it stands or not."""
    gone = struck(claim, 40)
    seen = records_as_of([gone], AsOf(day(on), None if known is None else day(known)))
    assert bool(seen) == bool(records_as_of([claim], AsOf(day(on), None if known is None else day(known))))


def test_a_withdrawn_depth_is_not_drawn():
    """An advance whose depth or width was withdrawn is on the map as known before, and not as known after."""
    items = reconstructions(CASE)
    for name in ("depth", "width"):
        first = replace(items[0], **{name: struck(getattr(items[0], name), 8)})
        assert [item.id for item in reconstructions_on([first], AsOf(day(6), day(7)))] == ["a1"]
        assert reconstructions_on([first], AsOf(day(6), day(8))) == []
        assert reconstructions_on([first], AsOf(day(6))) == []


def test_a_selected_claim_shows_what_replaced_it():
    """The history of a claim holds its successor and its predecessor, as far as they were known."""
    old, new = (
        struck(CASE.claims[2], 10, by="c13"),
        CASE.claims[2].model_copy(update={"id": "c13", "known_date": day(10)}),
    )
    case = replace(CASE, claims=(*(c for c in CASE.claims if c.id != old.id), old, new))
    for name in ("claim:c03", "claim:c13"):
        assert [c.id for c in select(case, name, AsOf(day(20))).claims] == ["c03", "c13"]
    assert [c.id for c in select(case, "claim:c03", AsOf(day(20), day(9))).claims] == ["c03"]
    assert superseded_label(old, day(9)) == ""
    assert superseded_label(old).startswith("corrected by its claimant, 16 August 2024")


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"superseded": "withdrawn"}, "given together or not at all"),
        ({"superseded_date": "2024-09-01"}, "given together or not at all"),
        ({"superseded": "corrected", "superseded_date": "2024-09-01", "superseded_who": "x"}, "a correction needs it"),
        (
            {"superseded": "withdrawn", "superseded_by": "c02", "superseded_date": "2024-09-01", "superseded_who": "x"},
            "superseded_by goes with superseded corrected",
        ),
        ({"superseded": "withdrawn", "superseded_date": "2024-08-01", "superseded_who": "x"}, "is before known_date"),
    ],
)
def test_who_when_and_why_are_given_together(change: dict[str, str], part: str):
    """A superseded claim says why, who, when, and by what where it was corrected; never before it was known."""
    with pytest.raises(ValidationError, match=part):
        Claim.model_validate(CASE.claims[0].model_dump() | change)


@pytest.fixture(scope="module")
def kursk() -> dict[str, bytes]:
    """Return the bytes of the shipped case."""
    return read_files(KURSK)


def faults(kursk: dict[str, bytes], changes: dict[str, dict[str, str]]) -> list[str]:
    """Return the faults of the claims after some cells were set."""
    rows = list(csv.DictReader(io.StringIO(kursk["claims.csv"].decode())))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(row | changes.get(row["id"], {}) for row in rows)
    case = read_case({**kursk, "claims.csv": out.getvalue().encode()})
    return [str(fault) for fault in case.faults if fault.file == "claims.csv"]


def correction(by: str, when: str = "2024-09-23") -> dict[str, str]:
    """Return the cells of a correction."""
    return {"superseded": "corrected", "superseded_by": by, "superseded_date": when, "superseded_who": "somebody"}


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"C0009": correction("C9999")}, "no such claim in claims.csv"),
        ({"C0009": correction("C0009")}, "is the claim itself"),
        ({"C0009": correction("C0040")}, "is a claim of settlements; it must be one of area_km2"),
        ({"C0009": correction("C0046", "2024-08-14")}, "is before C0046 was known, 2024-08-15"),
        ({"C0009": correction("C0046"), "C0046": correction("C0009")}, "leads back to C0009"),
        ({"C0009": correction("C0046", "2025-08-14")}, "is after ledger_until"),
    ],
)
def test_a_successor_must_hold(kursk, changes, part):
    """The claim that took another's place exists, is another one of the same metric, and was known by then."""
    found = faults(kursk, changes)
    assert any(part in fault for fault in found), found


def test_the_shipped_ledger_says_what_was_replaced():
    """C0138 took the place of C0135 on the day both came out; the governor's 28 stands though its page is gone."""
    case = open_case(KURSK)
    assert [claim.id for claim in case.claims if claim.superseded] == ["C0135"]
    as_known_today = used(case.claims, date(2024, 9, 25), None)
    assert "C0138" in as_known_today
    assert "C0135" not in as_known_today
    assert "C0001" in used(case.claims, date(2024, 8, 12), None)
    assert [c.id for c in select(case, "claim:C0135", AsOf(date(2024, 9, 25))).claims] == ["C0135", "C0138"]


def test_a_series_joins_totals_of_one_claimant_alone():
    """Only stated totals are joined; what is retaken or computed is a series of its own; each known from its day."""
    series = metric_series(CASE, Metric.AREA_KM2)
    kinds = {(s.claimant, s.kind, s.basis): (s.joined, [p.value for p in s.points]) for s in series}
    assert kinds == {
        ("Observer", "total", "computed"): (False, [480]),
        ("Ministry", "retaken", "stated"): (False, [30]),
        ("Commander", "total", "stated"): (True, [1000, 1150]),
    }
    assert [p.high for s in series if s.joined for p in s.points] == [None, 1250]
    known = metric_series(CASE, Metric.AREA_KM2, day(17))
    assert [len(s.points) for s in known if s.claimant == "Commander"] == [1]


@given(st.sampled_from(Metric), st.one_of(st.none(), OFFSETS))
def test_every_known_claim_is_one_point(metric: Metric, known: int | None):
    """Each standing claim of the metric is in exactly one point; points of a series are in the order of days."""
    clock = None if known is None else day(known)
    series = metric_series(CASE, metric, clock)
    ids = [ident for s in series for p in s.points for ident in p.ids]
    assert sorted(ids) == sorted(
        c.id for c in CASE.claims if c.metric is metric and (clock is None or c.known_date <= clock)
    )
    for s in series:
        assert [p.about_date for p in s.points] == sorted(p.about_date for p in s.points)
        assert {p.kind for p in s.points} == {s.kind}
    assert timedelta(0) <= max((p.known_date - p.about_date for s in series for p in s.points), default=timedelta(0))
