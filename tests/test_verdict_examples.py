"""Small examples with the verdict that is right: whom nothing may accuse, what must be told, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from geo.consistency.engine import Checker
from geo.consistency.new_rows import lint_with_verdicts
from geo.consistency.verdict import Verdict, VerdictKind
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.evacuation import EvacuationOrder
from geo.model.faults import Fault
from geo.model.places import ControlEvent
from geo.reports.evacuation import evacuation_report
from geo.reports.places import settlements_report
from geo.reports.questions import answers
from tests.ledger import claim, faults, of_rule, word

DAY = date(2024, 8, 20)
LIKELY_ERROR, INCONSISTENT = VerdictKind.LIKELY_ERROR, VerdictKind.INCONSISTENT
ONLY_IF, NOT_COMPARABLE = VerdictKind.ONLY_IF, VerdictKind.NOT_COMPARABLE


@pytest.fixture(scope="module")
def kursk() -> Case:
    """Return the shipped case without its records: border, zones and places stay."""
    case = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
    return replace(case, claims=(), control_events=(), orders=(), placements=())


def said(who: str, metric: str, value: float, modality: str = "exact", **more: object) -> Claim:
    """Return a claim about the day and the whole oblast, without a root unless one is given."""
    fields = {"about_date": DAY, "place": "Kursk Oblast", "root": ""} | more
    return claim(who, metric, value, modality, **fields)


def told(case: Case, *records: Claim | ControlEvent | EvacuationOrder) -> list[Verdict]:
    """Return what is said of the day in a case with these records alone."""
    made = replace(
        case,
        claims=tuple(record for record in records if isinstance(record, Claim)),
        control_events=tuple(record for record in records if isinstance(record, ControlEvent)),
        orders=tuple(record for record in records if isinstance(record, EvacuationOrder)),
    )
    return Checker(made).verdicts_on(AsOf(DAY))


def the(verdicts: list[Verdict], kind: VerdictKind) -> Verdict:
    """Return the one verdict of a kind."""
    (found,) = [verdict for verdict in verdicts if verdict.kind is kind]
    return found


def test_an_order_may_be_announced_a_day_ahead(kursk: Case):
    """An order known on the eve is no fault; one dated a month after it was known is told."""
    fields = {"id": "order-1", "claimant": "Governor", "side": "russia", "zone": "rylsky", "kind": "mandatory"}
    eve = EvacuationOrder(**fields, about_date=DAY, known_date=DAY - timedelta(days=1), source="s")
    assert told(kursk, eve) == []
    late = eve.model_copy(update={"known_date": DAY - timedelta(days=31)})
    assert the(told(kursk, late), ONLY_IF).hypothesis == "wrong-day"


def test_a_village_that_the_other_side_says_was_lost_binds_nobody(kursk: Case):
    """Held on the 11th by one side, lost on the 18th by the other: a smaller depth, or a count of one, is no fault."""
    then, later = date(2024, 8, 11), date(2024, 8, 18)
    words = [word("Commander", "tolpino", "claimed", then), word("Ministry", "tolpino", "lost", later)]
    assert faults(told(kursk, said("Commander", "depth_km", 10), *words)) == []
    sudzha = word("Commander", "sudzha", "claimed", then)
    assert faults(told(kursk, said("Commander", "settlements", 1), sudzha, *words)) == []


def test_a_village_may_change_hands_within_the_day(kursk: Case):
    """Held by one side and lost by the other's word of the same day: only if it changed hands."""
    found = told(kursk, word("Commander", "sudzha", "claimed", DAY), word("Ministry", "sudzha", "lost", DAY))
    verdict = the(found, ONLY_IF)
    assert "changed hands within the day" in verdict.assumption
    assert faults(found) == []


def test_a_figure_rounded_without_saying_so_is_the_same_figure(kursk: Case):
    """1,260 is 1,263 rounded."""
    same = {"root": "Commander, congress"}
    found = told(kursk, said("Commander", "area_km2", 1263, **same), said("Commander", "area_km2", 1260, **same))
    assert faults(found) == []
    assert not [v for v in found if v.kind is ONLY_IF]


def test_two_depths_of_one_statement_are_two_axes(kursk: Case):
    """16 and 10 km by one claimant on one page: two axes, never miles for kilometres."""
    same = {"root": "Commander, congress"}
    found = told(kursk, said("Commander", "depth_km", 16, **same), said("Commander", "depth_km", 10, **same))
    verdict = the(found, ONLY_IF)
    assert "two axes" in verdict.assumption
    assert "mile" not in str(found)
    assert faults(found) == []


def test_a_corridor_is_told_and_the_depth_is_the_slip(kursk: Case):
    """500 km deep with 45 km² would be 90 m wide: the depth is blamed, and the ways it may have come about are told."""
    deep = said("Commander", "depth_km", 500, root="Commander, talk")
    found = the(told(kursk, deep, said("Commander", "area_km2", 45, root="Commander, talk")), LIKELY_ERROR)
    assert found.blamed == (deep.id,)
    assert found.hypothesis
    narrow = told(kursk, said("Commander", "depth_km", 160), said("Commander", "area_km2", 20))
    assert "a corridor 125 m wide" in the(narrow, LIKELY_ERROR).reason


@pytest.mark.parametrize("who", ["Governor", "Paper"])
def test_a_thousand_too_many_is_blamed_on_the_greater(kursk: Case, who: str):
    """121,000,000 are more than live there; the 121,000 beside it are blamed for nothing."""
    right = said("Governor", "people_moved", 121_000, root="Governor, meeting")
    wrong = said(who, "people_moved", 121_000_000, root="Governor, meeting" if who == "Governor" else "")
    found = the(told(kursk, right, wrong), LIKELY_ERROR)
    assert (found.hypothesis, found.blamed) == ("thousand-added", (wrong.id,))
    assert found.mistake.startswith("121,000,000 is printed for 121,000")


def test_the_linear_factor_of_miles_is_found_without_a_root(kursk: Case):
    """720 km² through 447 "square miles" and back are 1,158; whoever names the mapper repeats it."""
    right = said("DeepState", "area_km2", 720, root="DeepState, post")
    wrong = said("Paper (after DeepState)", "area_km2", 1158)
    found = the(told(kursk, right, wrong), LIKELY_ERROR)
    assert (found.hypothesis, found.blamed) == ("linear-factor", (wrong.id,))
    assert "0.6214" in found.mistake


def test_square_miles_are_found_without_a_root(kursk: Case):
    """386 is 1,000 km² in square miles: the round figure is the right one."""
    wrong = said("Commander", "area_km2", 386)
    found = the(told(kursk, said("Commander", "area_km2", 1000, root="Commander, report"), wrong), LIKELY_ERROR)
    assert (found.hypothesis, found.blamed) == ("square-miles", (wrong.id,))
    assert "1,000 km² are 386 square miles" in found.reason


def test_a_strangers_product_is_told_with_whose_figures_it_is(kursk: Case):
    """480 by a paper that names nobody is 12 × 40 of the governor."""
    pair = [said("Governor", "depth_km", 12, root="R"), said("Governor", "width_km", 40, root="R")]
    (found,) = of_rule(told(kursk, *pair, said("Paper", "area_km2", 480)), "product-as-statement")
    assert found.kind is ONLY_IF
    assert "480 km² is 12 × 40" in found.reason
    assert "those of Governor" in found.reason


def test_a_product_of_the_speaker_is_no_slip_of_an_outlet(kursk: Case):
    """300 is 10 × 30, and the governor says all three, on whatever page."""
    pair = [said("Governor", "depth_km", 10, root="R"), said("Governor", "width_km", 30, root="R")]
    area = said("Governor", "area_km2", 300, "about", source="s2", root="R2")
    (found,) = of_rule(told(kursk, *pair, area), "product-as-statement")
    assert found.kind is ONLY_IF
    assert "no slip of an outlet" in found.reason
    assert not found.blamed


def test_decimal_products_are_recognised(kursk: Case):
    """4.6 × 48 is 220.8, whatever floats make of it."""
    pair = [said("Governor", "depth_km", 4.6, root="R"), said("Governor", "width_km", 48, root="R")]
    assert of_rule(told(kursk, *pair, said("Paper", "area_km2", 220.8)), "product-as-statement")


def test_more_children_than_wounded_cannot_be(kursk: Case):
    """40 children among 12 wounded, without `part_of` between the rows."""
    hurt = said("Governor", "civilians_wounded", 12, root="R")
    children = said("Governor", "children_wounded", 40, kind="subset", root="R")
    found = the(told(kursk, hurt, children), INCONSISTENT)
    assert found.reason == "40 children wounded (Governor) are more than 12 civilians wounded (Governor)."


def test_nobody_retakes_more_than_was_ever_claimed(kursk: Case):
    """300 villages of at most 100, and 5,000 of 1,300 km²."""
    held = [said("Commander", "settlements", 100, root="R"), said("Commander", "area_km2", 1300, root="R")]
    back = [
        said("Ministry", "settlements", 300, kind="retaken"),
        said("Ministry", "area_km2", 5000, kind="retaken"),
    ]
    found = faults(told(kursk, *held, *back))
    assert {(v.kind, v.rule) for v in found} == {(INCONSISTENT, "retaken-above-claimed")}
    assert {v.claims[0] for v in found} == {one.id for one in back}


@pytest.mark.parametrize(
    ("who", "metric", "value"), [("Governor", "people_moved", 121_000), ("Commander", "area_km2", 1000)]
)
def test_a_total_said_again_as_more_is_a_total(kursk: Case, who: str, metric: str, value: float):
    """An increase that is exactly the total of the same statement is the total."""
    more = said(who, metric, value, kind="additional", root="R")
    found = the(told(kursk, said(who, metric, value, root="R"), more), LIKELY_ERROR)
    assert (found.hypothesis, found.blamed) == ("total-for-additional", (more.id,))


def test_a_depth_is_held_against_what_others_name(kursk: Case):
    """5 km deep while two other voices hold a village 24 km in: a contradiction of voices, told and not accused."""
    depth = said("Governor", "depth_km", 5)
    words = [word("Mapper", "tolpino", "claimed", DAY), word("Commander", "tolpino", "claimed", DAY)]
    found = told(kursk, depth, *words)
    verdict = the(found, ONLY_IF)
    assert {depth.id, *(one.id for one in words)} == set(verdict.claims)
    assert "contradicted by" in verdict.reason
    assert faults(found) == []


def test_a_plan_above_the_population_may_cover_more(kursk: Case):
    """180,000 to be moved of 152,000 inhabitants: only if the plan covers a wider area."""
    plan = said("Governor", "people_planned", 180_000)
    found = told(kursk, plan, said("Governor", "people_present", 152_000, kind="population"))
    assert the(found, ONLY_IF).assumption.startswith("Only if the plan covers a wider area")


def test_a_lonely_figure_stands_beside_the_last_days(kursk: Case):
    """28 two days before by the other side, 74 now: both are told, with the age."""
    before = said("Governor", "settlements", 28, about_date=DAY - timedelta(days=2))
    found = the(told(kursk, before, said("Commander", "settlements", 74)), ONLY_IF)
    assert "28 (Governor, 18 August, 2 days old) and 74 (Commander)" in found.reason


def test_people_never_hide_the_ground(kursk: Case):
    """Two figures of people that agree leave the one of the ground told."""
    people = [
        said("Governor", "people_present", 20_000, "about", kind="population"),
        said("Paper", "people_present", 21_000, "about", kind="population"),
    ]
    area = said("Commander", "area_km2", 1250)
    found = told(kursk, area, *people)
    assert area.id in the(found, NOT_COMPARABLE).claims


def test_rows_that_were_left_out_are_told(kursk: Case):
    """A row known before its day is rejected; the day says so beside its verdicts."""
    fault = Fault("claims.csv", 2, None, "", f"known_date 2024-08-19 is before about_date {DAY}")
    found = told(replace(kursk, faults=(fault,)), said("Governor", "area_km2", 300))
    (left,) = of_rule(found, "rows-left-out")
    assert "claims.csv row 2" in left.reason


def test_a_part_is_held_against_the_whole_by_the_gazetteer(kursk: Case):
    """Villages 26–28 km in are part of the oblast, of which the governor says 12 km: told, never hidden by a text."""
    villages = said("Ministry", "depth_km", 26, "range", value_high=28, basis="computed", computed_from="villages",
                    place="Tolpino, Obshchy Kolodez")  # fmt: skip
    found = told(kursk, said("Governor", "depth_km", 12, "about"), villages)
    (verdict,) = of_rule(found, "part-above-whole")
    assert verdict.kind is ONLY_IF
    assert verdict.hypothesis == "other-ground"


def test_a_figure_in_the_wrong_mouth_is_named(kursk: Case):
    """The commander counts 74 and is printed with the governor's 28 as well; two near counts of a day are none."""
    mine = said("Commander", "settlements", 74, root="Commander, report")
    wrong = said("Commander", "settlements", 28, source="s2")
    theirs = said("Governor", "settlements", 28, root="Governor, meeting")
    found = the(told(kursk, mine, wrong, theirs), LIKELY_ERROR)
    assert (found.hypothesis, found.blamed) == ("wrong-mouth", (wrong.id,))
    evening = said("Commander", "civilians_wounded", 128, root="Commander, evening")
    morning = said("Commander", "civilians_wounded", 121, root="Commander, morning")
    assert faults(told(kursk, evening, morning, said("Governor", "civilians_wounded", 121))) == []


def test_a_new_row_is_told_what_check_would_say(kursk: Case):
    """Lint names the slip of a row before it is added; the same row in the ledger draws the very verdict."""
    right = said("Governor", "people_moved", 121_000, root="Governor, meeting", source="itv-2024-08-12")
    case = replace(kursk, claims=(right,))
    cells = {
        "id": "new-1", "about_date": str(DAY), "known_date": str(DAY), "claimant": "Paper (after the Governor)",
        "side": "independent", "metric": "people_moved", "modality": "exact", "value": "121", "kind": "total",
        "basis": "stated", "place": "Kursk Oblast", "source": "itv-2024-08-12",
    }  # fmt: skip
    (finding,) = [one for one in lint_with_verdicts([(2, cells)], case) if one.rule == "verdict"]
    (verdict,) = faults(told(kursk, right, Claim.model_validate(cells)))
    assert (finding.row, finding.suggestion) == (2, verdict.mistake)
    assert finding.reason == verdict.reason.rstrip(".")


def test_an_answer_never_gives_a_likely_error_without_a_word():
    """180,000 more, which check calls a total, is told with that by the answers too."""
    case = open_case(Path(__file__).parent.parent / "data" / "kursk-2024")
    as_of = AsOf(date(2024, 8, 12))
    doubts = Checker(case).doubts_on(as_of)
    assert "C0017" in doubts
    found = answers(settlements_report(case, as_of), evacuation_report(case, as_of), case, doubts=doubts)
    left = next(one.text for one in found if "still to move" in one.question)
    assert "180,000 people planned to move, additional" in left
    assert "a likely error: the total of 180,000 was printed as so many more" in left
