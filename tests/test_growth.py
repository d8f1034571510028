"""Indexes that stand in for reading every row: each finds what the plain reading finds, in the same order."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.grown import grown, new_rows
from geo.analysis.figures import figures_on
from geo.analysis.ledger_lookup import LedgerLookup, top
from geo.analysis.provenance import independent_roots, revisions
from geo.analysis.unit_errors import _UNIT_ERRORS, _close, unit_error_of
from geo.analysis.zone_overlap import lies_in, places_by_zone
from geo.consistency.links import Link, link
from geo.consistency.products import is_product, products
from geo.consistency.scopes import scopes_of
from geo.consistency.statements import view_day
from geo.io.case_files import read_case
from geo.io.case_store import read_files
from geo.model.asof import AsOf, records_as_of
from geo.model.claims import Basis, Claim, Kind, Metric, Modality
from geo.validation.lint import lint
from tests.ledger import DAY, case_of, claim

FILES = read_files(Path(__file__).parent.parent / "data" / "kursk-2024")
VALUES = {
    Metric.DEPTH_KM: [5, 8, 8.05, 12, 12.9, 13, 20, 12_000],
    Metric.WIDTH_KM: [25, 40, 64],
    Metric.AREA_KM2: [100, 160, 161, 259, 320, 480, 1000],
    Metric.PEOPLE_MOVED: [0, 121, 180, 121_000, 180_000],
    Metric.PEOPLE_PLANNED: [59, 180, 59_000, 180_000],
}


@st.composite
def ledgers(draw: st.DrawFn) -> list[Claim]:
    """Draw a few claims that share claimants, days, roots, places and figures as often as they can."""
    found: list[Claim] = []
    for number in range(draw(st.integers(1, 14))):
        metric = draw(st.sampled_from(list(VALUES)))
        value = draw(st.sampled_from(VALUES[metric]))
        more: dict[str, object] = {}
        if found and draw(st.booleans()):
            more["part_of"] = draw(st.sampled_from(found)).id
        if found and draw(st.integers(0, 3)) == 0:
            other = draw(st.sampled_from(found)).id
            more |= {"superseded": "corrected", "superseded_by": other, "superseded_who": "A"}
            more["superseded_date"] = DAY + timedelta(days=3)
        if draw(st.integers(0, 3)) == 0:
            more |= {"modality": "range", "value_high": 2 * value + 1}
        found.append(
            claim(
                draw(st.sampled_from(["Governor", "Commander", "Paper"])),
                metric.value,
                value,
                **{"modality": draw(st.sampled_from(["exact", "about", "at_least"]))} | more,
                id=f"k{number}",
                kind=draw(st.sampled_from(["total", "total", "additional"])),
                root=draw(st.sampled_from(["", "r1", "r2"])),
                place=draw(st.sampled_from(["Kursk Oblast", "Sudzha"])),
                about_date=DAY + timedelta(days=draw(st.integers(0, 1))),
            )
        )
    return found


def read_all_for_unit_error(one: Claim, claims: list[Claim]) -> tuple[str, str] | None:
    """Return words and other claim of the first unit error, found by reading every claim for every slip."""
    subject = (one.metric, one.kind, one.about_date)
    others = [c for c in claims if c.id != one.id and (c.metric, c.kind, c.about_date) == subject]
    if any(_close(one.value, other.value) for other in others):
        return None
    for factor, metrics, words, one_voice in _UNIT_ERRORS:
        for other in others if one.metric in metrics else ():
            heard = not one_voice or one.claimant == other.claimant or (bool(one.root) and one.root == other.root)
            if heard and _close(one.value * factor, other.value):
                return words, other.id
    return None


@given(ledgers(), st.data())
def test_the_lookup_of_a_ledger_finds_what_reading_it_finds(claims: list[Claim], data: st.DataObject):
    """Unit errors, repeats, plans, subjects and the largest figure, also after an edited claim replaced its own."""
    ledger = LedgerLookup(claims)
    edited = data.draw(st.sampled_from(claims)).id
    changed = data.draw(st.sampled_from(claims)).model_copy(update={"id": edited})
    ledger.put(changed)
    now = [changed if one.id == edited else one for one in claims]
    assert list(ledger.by_id.values()) == now
    for one in claims:
        slip = unit_error_of(one, ledger)
        assert (slip and (slip.words, slip.other.id)) == read_all_for_unit_error(one, now)
        figure = (one.metric, one.kind, one.value, one.value_high)
        saying = (one.claimant, one.about_date, one.zone or one.place)
        assert ledger.same_figure(one) == [
            other
            for other in now
            if other.id != one.id
            and (other.metric, other.kind, other.value, other.value_high) == figure
            and (
                (other.claimant, other.about_date, other.zone or other.place) == saying or other.root == one.root != ""
            )
        ]
        assert independent_roots(one, ledger.same_subject(one)) == independent_roots(one, now)
        assert ledger.broken_plans(one) == [other for other in now if more_than_planned(one, other)]
        of_metric = [other for other in now if other.metric is one.metric]
        assert ledger.largest(one.metric) == max(of_metric, key=top, default=None)


def more_than_planned(one: Claim, other: Claim) -> bool:
    """Whether of two claims one is a plan and the other more than it, of one claimant about one place."""
    pair = {one.metric: one, other.metric: other}
    moved, plan = pair.get(Metric.PEOPLE_MOVED), pair.get(Metric.PEOPLE_PLANNED)
    if moved is None or plan is None or plan.kind is not Kind.TOTAL or moved.kind is Kind.ADDITIONAL:
        return False
    scopes = {(c.claimant, c.zone, c.place, c.basis) for c in (moved, plan)}
    return len(scopes) == 1 and moved.value > top(plan)


@given(ledgers())
def test_the_parts_of_a_figure_are_all_claims_that_name_it(claims: list[Claim]):
    """A figure's parts are those among the claims in effect that are part of its lead or a repeat, each value once."""
    next_day = AsOf(DAY + timedelta(days=1))
    in_effect = [one for one in records_as_of(claims, next_day) if one.is_in_effect()]
    for figure in figures_on(claims, next_day):
        ids = {one.id for one in figure.claims}
        named = [one for one in in_effect if one.part_of in ids]
        first = {(one.metric, one.value, one.value_high): one for one in reversed(named)}
        assert figure.parts == tuple(first.values())


@given(ledgers())
def test_revisions_follow_the_chain_both_ways(claims: list[Claim]):
    """A claim's revisions are all that are reached from it by replacing or by having been replaced."""
    for one in claims:
        reached, size = {one.id}, 0
        while size < len(reached):
            size = len(reached)
            reached |= {c.id for c in claims if c.superseded_by in reached}
            reached |= {c.superseded_by for c in claims if c.id in reached and c.superseded_by}
        assert {c.id for c in revisions(claims, one)} == reached


@given(ledgers())
def test_products_are_found_among_all_triples(claims: list[Claim]):
    """The claims named as products are those of every triple that the rule holds for."""
    case = case_of(*claims)
    scope = scopes_of(case).of
    stated = [c for c in claims if c.kind is Kind.TOTAL and c.basis is Basis.STATED and not c.value_high]
    triples = {
        (area.id, depth.id, width.id)
        for area in claims
        if area.metric is Metric.AREA_KM2
        and area.kind is Kind.TOTAL
        and not area.value_high
        and area.modality is not Modality.AT_LEAST
        for depth in stated
        if depth.metric is Metric.DEPTH_KM
        for width in stated
        if width.metric is Metric.WIDTH_KM
        and (depth.claimant, depth.root, scope(depth)) == (width.claimant, width.root, scope(width))
        and is_product(area.value, depth.value, width.value)
        and scope(area) == scope(depth)
        and (area.basis is Basis.COMPUTED or link(area, depth) > Link.NONE)
    }
    view = view_day(case, AsOf(DAY))
    traced = [error for error in products(claims, view) if "state an area" in error.verdict.assumption
              or "all three" in error.verdict.reason]  # fmt: skip
    assert {i for t in triples for i in t} == {ident for error in traced for ident in error.verdict.claims}


@pytest.mark.parametrize("sectors", [1, 2, 3])
def test_a_grown_case_holds_together(sectors: int):
    """A case grown three times has three times the rows and no fault, and its new rows fit it but for repeats."""
    small, large = read_case(FILES), read_case(grown(FILES, 3, sectors=sectors))
    assert large.faults == ()
    for name in ("claims", "sources", "statements", "settlements", "control_events", "orders"):
        assert len(getattr(large, name)) == 3 * len(getattr(small, name)), name
    assert len(large.zones) == sectors * len(small.zones)
    assert {found.rule for found in lint(new_rows(FILES, 3, sectors=sectors), large)} <= {
        "duplicate",
        "place",
        "reference",
    }


def test_the_places_of_a_zone_are_those_that_lie_in_it():
    """The places found by district and by the tree of points are those that the rule finds one by one."""
    case = read_case(grown(FILES, 2))
    assert places_by_zone(case) == {
        zone.id: tuple(place.id for place in case.settlements.values() if lies_in(place, zone))
        for zone in case.zones.values()
    }
