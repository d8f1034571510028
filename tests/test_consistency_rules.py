"""Each rule finds what it is for, and is silent or mild on the honest neighbour of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import shapely

from geo.analysis.reconstruction import reconstructions
from geo.consistency.engine import verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import VerdictKind
from geo.model.asof import AsOf
from geo.model.places import ControlEvent
from tests.cases import START, small_case
from tests.ledger import DAY, case_of, claim, faults, judged, of_rule, word

CONSISTENT, ONLY_IF = VerdictKind.CONSISTENT, VerdictKind.ONLY_IF
INCONSISTENT, LIKELY_ERROR = VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR
NOT_COMPARABLE = VerdictKind.NOT_COMPARABLE


def pair(depth: float = 12, width: float = 40, **more: object) -> list:
    """Return a depth and a width that the governor states."""
    return [claim("Governor", "depth_km", depth, **more), claim("Governor", "width_km", width, **more)]


@pytest.mark.parametrize(
    ("area", "kind"),
    [(30, ONLY_IF), (300, CONSISTENT), (900, ONLY_IF), (20_000, INCONSISTENT)],
)
def test_area_against_depth_and_width(area: float, kind: VerdictKind):
    """Thin spearheads, an ordinary front, nearly all there is, and more than any front of that width."""
    (found,) = of_rule(judged(*pair(), claim("Commander", "area_km2", area)), "depth-width-area")
    assert found.kind is kind
    assert found.numbers["areas_chord_high_km2"] >= found.numbers["areas_along_high_km2"]


def test_an_open_depth_sets_no_limit():
    """At least 12 km deep leaves room for any area."""
    at_least = [claim("Governor", "depth_km", 12, "at_least"), claim("Governor", "width_km", 40)]
    (found,) = of_rule(judged(*at_least, claim("Commander", "area_km2", 9000)), "depth-width-area")
    assert found.kind is NOT_COMPARABLE


def test_up_to_an_area_is_broken_by_no_width():
    """Up to 9,000 km² holds for any smaller area."""
    (found,) = of_rule(judged(*pair(), claim("Commander", "area_km2", 9000, "up_to")), "depth-width-area")
    assert found.kind is CONSISTENT


def test_a_width_longer_than_the_border_is_not_judged():
    """It fits nowhere on the stored border."""
    (found,) = of_rule(judged(*pair(12, 190), claim("Commander", "area_km2", 1000)), "depth-width-area")
    assert found.kind is NOT_COMPARABLE


def test_a_width_beyond_the_case_is_an_error():
    """900 km are wider than the whole area of the case; nothing else of the day is blamed."""
    (found,) = faults(judged(*pair(12, 900), claim("Commander", "area_km2", 1000)))
    assert (found.kind, found.rule) == (LIKELY_ERROR, "out-of-scale") or found.rule == "digits"
    assert "900 km wide" in found.reason


def test_depths_of_one_and_widths_of_another_make_no_pair():
    """Nor do an increment of area, or an area about another day."""
    alone = [claim("Governor", "depth_km", 12), claim("Ministry", "width_km", 40), claim("Commander", "area_km2", 9000)]
    assert not of_rule(judged(*alone), "depth-width-area")
    other = [
        claim("Commander", "area_km2", 9000, kind="additional"),
        claim("Commander", "area_km2", 9000, about_date=DAY - timedelta(days=1)),
    ]
    assert not of_rule(judged(*pair(), *other), "depth-width-area")


def test_a_depth_without_a_width_limits_no_area():
    """35 km deep and 1,150 km² of one claimant: said, and not judged."""
    (found,) = of_rule(
        judged(claim("Commander", "depth_km", 35), claim("Commander", "area_km2", 1150)), "depth-without-width"
    )
    assert found.kind is NOT_COMPARABLE
    assert found.numbers["block_width_km"] == 32.9


def test_a_place_beyond_the_depth_of_its_own_claimant():
    """Korenevo lies about 15 km in: a claimant who holds it is not 5 km deep."""
    (found,) = of_rule(
        judged(claim("Commander", "depth_km", 5), word("Commander", "p5", "claimed")), "place-beyond-depth"
    )
    assert found.kind is INCONSISTENT
    assert found.numbers["farthest_km"] > 5


@pytest.mark.parametrize(
    ("who", "status"), [("President", "claimed"), ("Commander", "contested"), ("Commander", "entered")]
)
def test_a_place_beyond_the_depth_by_a_softer_word(who: str, status: str):
    """Another claimant of the side, or troops that do not hold it: only if."""
    (found,) = of_rule(judged(claim("Commander", "depth_km", 5), word(who, "p5", status)), "place-beyond-depth")
    assert found.kind is ONLY_IF


@pytest.mark.parametrize("status", ["lost", "denied"])
def test_words_that_do_not_stretch_a_depth(status: str):
    """A place lost again, or denied, is not held."""
    found = judged(claim("Commander", "depth_km", 5), word("Commander", "p5", status))
    assert not of_rule(found, "place-beyond-depth")


@pytest.mark.parametrize("who", ["Observer", "Governor"])
def test_a_place_beyond_the_depth_by_other_voices(who: str):
    """What an observer or the other side names as held farther in contradicts the depth, and accuses nobody."""
    (found,) = of_rule(judged(claim("Commander", "depth_km", 5), word(who, "p5", "claimed")), "place-beyond-depth")
    assert found.kind is ONLY_IF
    assert f"contradicted by {who}" in found.reason


def test_precision_counts_in_the_claims_favour():
    """A place known to 20 km can be nearer than its coordinates."""
    small = small_case()
    vague = {"p5": small.settlements["p5"].model_copy(update={"precision_m": 20_000.0})}
    case = case_of(claim("Commander", "depth_km", 5), word("Commander", "p5", "claimed"), places=vague)
    assert [v.kind for v in of_rule(verdicts_on(case, AsOf(DAY)), "place-beyond-depth")] == [CONSISTENT]


def test_a_front_is_measured_against_the_claim():
    """A front that reaches farther than the claimed depth says how much lies beyond; its own depth suits it."""
    ground = reconstructions(small_case())[0].outer
    front = FrontOfDay("Mapper", DAY, ground)
    (deep,) = of_rule(judged(claim("Governor", "depth_km", 6), fronts=(front,)), "front-depth")
    assert deep.kind is ONLY_IF
    assert deep.numbers["beyond_km2"] > 0
    assert 0 < deep.numbers["beyond_share"] < 1
    (right,) = of_rule(judged(claim("Governor", "depth_km", 12), fronts=(front,)), "front-depth")
    assert right.kind is CONSISTENT
    (area,) = of_rule(judged(claim("Governor", "area_km2", 10_000), fronts=(front,)), "front-area")
    assert area.kind is ONLY_IF


def test_fronts_of_other_days_are_silent():
    """A front of the day before says nothing about this day."""
    front = FrontOfDay("Mapper", DAY - timedelta(days=1), shapely.box(35, 51.2, 35.2, 51.4))
    assert not of_rule(judged(claim("Governor", "depth_km", 6), fronts=(front,)), "front-depth")


def test_counts_of_one_day_that_differ():
    """28 and 44: only if they count differently; a figure within the other's “about” is consistent."""
    governor, observer = claim("Governor", "settlements", 28), claim("Observer", "settlements", 44)
    (found,) = of_rule(judged(governor, observer), "same-day-settlements")
    assert found.kind is ONLY_IF
    (near,) = of_rule(
        judged(claim("Governor", "settlements", 42), claim("Observer", "settlements", 44, "about")),
        "same-day-settlements",
    )
    assert near.kind is CONSISTENT


def test_operating_in_or_near_is_no_count_of_places_held():
    """ISW's 41 beside Kyiv's 74: not comparable, and why."""
    near = claim("Observer", "settlements", 41, note="forces operating in or near them")
    found = judged(near, claim("Commander", "settlements", 74))
    assert [v.kind for v in of_rule(found, "count-of-presence")] == [NOT_COMPARABLE]
    assert not of_rule(found, "same-day-settlements")


def test_a_count_of_the_day_before_says_its_age():
    """Another side's figure is carried for a day; one's own older word is not held against the newer."""
    before = DAY - timedelta(days=1)
    found = judged(claim("Governor", "settlements", 28, about_date=before), claim("Commander", "settlements", 74))
    (verdict,) = of_rule(found, "same-day-settlements")
    assert "11 August, 1 day old" in verdict.reason
    assert verdict.days == (before, DAY)
    own = judged(claim("President", "settlements", 92, about_date=before), claim("Commander", "settlements", 93))
    assert not of_rule(own, "same-day-settlements")


def test_a_count_below_the_named_places():
    """One settlement counted, two named as held by the same claimant; by another claimant of the side it is only if."""
    named = [word("Commander", "p1", "claimed"), word("Commander", "p2", "claimed")]
    (own,) = of_rule(judged(claim("Commander", "settlements", 1), *named), "count-below-named")
    assert own.kind is INCONSISTENT
    (side,) = of_rule(judged(claim("President", "settlements", 1), *named), "count-below-named")
    assert side.kind is ONLY_IF
    (enough,) = of_rule(judged(claim("Commander", "settlements", 2), *named), "count-below-named")
    assert enough.kind is CONSISTENT


def test_entered_and_pictured_places_are_not_counted():
    """Only places named as held stand against a count of places held."""
    words = [word("Commander", "p1", "entered"), word("Commander", "p2", "photographed")]
    assert not of_rule(judged(claim("Commander", "settlements", 1), *words), "count-below-named")


def test_one_root_is_one_voice():
    """Five outlets with one sentence are compared once, all of them listed."""
    repeats = [claim(who, "settlements", 74, root="Commander, 12 Aug") for who in ("Commander", "President", "Paper")]
    (found,) = of_rule(judged(*repeats, claim("Governor", "settlements", 28)), "same-day-settlements")
    assert {c.id for c in repeats} <= set(found.claims)
    assert found.reason.count("74") == 1


def test_one_statement_with_two_figures():
    """The same root and claimant with 28 and 82: one of the outlets has it wrong."""
    found = faults(judged(claim("Governor", "settlements", 28), claim("Governor", "settlements", 82)))
    assert [(v.kind, v.hypothesis) for v in found] == [(LIKELY_ERROR, "digits-swapped")]
    other = faults(judged(claim("Governor", "settlements", 28), claim("Governor", "settlements", 57)))
    assert [(v.kind, v.rule) for v in other] == [(LIKELY_ERROR, "one-statement-two-figures")]


def test_moved_against_planned():
    """More moved than planned: inconsistent by one claimant, only if by two; fewer is consistent."""
    plan = claim("Governor", "people_planned", 100_000)
    kinds = [
        [v.kind for v in of_rule(judged(plan, claim(who, "people_moved", moved)), "moved-within-plan")]
        for who, moved in (("Governor", 150_000), ("Ministry", 150_000), ("Governor", 90_000))
    ]
    assert kinds == [[INCONSISTENT], [ONLY_IF], [CONSISTENT]]


def test_people_of_another_zone_are_not_compared():
    """20,000 moved on the other side of the border do not break a plan of 6,000 here."""
    found = judged(claim("Governor", "people_planned", 6000), claim("Governor", "people_moved", 20_000, zone="z1"))
    assert not of_rule(found, "moved-within-plan")


def test_an_increment_that_does_not_fit_the_plan():
    """121,000 and 20,000 more do not make 180,000: only if, as the districts may differ."""
    made = [
        claim("Governor", "people_moved", 121_000),
        claim("Governor", "people_planned", 180_000),
        claim("Governor", "people_planned", 20_000, kind="additional"),
    ]
    assert [v.kind for v in of_rule(judged(*made), "total-against-additional")] == [ONLY_IF]


def test_totals_that_fall():
    """The killed fall by one claimant: inconsistent; by two, or people moved: only if. A floor does not fall."""
    earlier = DAY - timedelta(days=4)

    def kinds(metric: str, who: str, then: float, now: float, modality: str = "exact") -> list[VerdictKind]:
        before = claim("Governor", metric, then, about_date=earlier, root="Governor, 8 Aug")
        return [v.kind for v in of_rule(judged(before, claim(who, metric, now, modality)), "total-falls")]

    assert kinds("civilians_killed", "Governor", 31, 12) == [INCONSISTENT]
    assert kinds("civilians_killed", "Ministry", 31, 12) == [ONLY_IF]
    assert kinds("people_moved", "Governor", 133_000, 115_000) == [ONLY_IF]
    assert kinds("civilians_killed", "Governor", 12, 31) == []
    assert kinds("civilians_killed", "Governor", 31, 12, "at_least") == []


def test_a_part_above_its_whole():
    """More children wounded than people wounded; the arithmetic needs no assumption."""
    whole = claim("Governor", "civilians_wounded", 10)
    part = claim("Governor", "children_wounded", 12, kind="subset", part_of=whole.id)
    (found,) = of_rule(judged(whole, part), "part-above-whole")
    assert (found.kind, found.assumption) == (INCONSISTENT, "")


def test_districts_against_the_oblast():
    """Two districts that add up to more than their oblast's total."""
    small = small_case()
    parts = [claim("Governor", "people_moved", 60_000, zone=zone) for zone in ("z1", "z2")]
    for total, kind in ((100_000, INCONSISTENT), (150_000, CONSISTENT)):
        whole = claim("Governor", "people_moved", total, place="Kursk Oblast")
        case = replace(small, claims=(*parts, whole), control_events=(), orders=(), placements=())
        assert [v.kind for v in of_rule(verdicts_on(case, AsOf(DAY)), "districts-within-oblast")] == [kind]


def test_moved_and_remaining_against_the_population():
    """133,000 and 19,000 make the 152,000 who live there."""
    made = [
        claim("Governor", "people_moved", 133_000, "about"),
        claim("Governor", "people_present", 19_000, "about", kind="remaining"),
        claim("Governor", "people_present", 152_000, kind="population"),
    ]
    assert [v.kind for v in of_rule(judged(*made), "moved-and-remaining")] == [CONSISTENT]


def test_a_product_on_the_claimants_own_page_may_be_true():
    """One claimant with 12, 40 and 480: only if, a rectangle has that area; by an outlet that names him an error."""
    (own,) = of_rule(judged(*pair(), claim("Governor", "area_km2", 480, source="s2")), "product-as-statement")
    assert own.kind is ONLY_IF
    outlet = claim("Paper (after the Governor)", "area_km2", 480, root="")
    (other,) = of_rule(judged(*pair(), outlet), "product-as-statement")
    assert (other.kind, other.blamed) == (LIKELY_ERROR, (outlet.id,))
    (stranger,) = of_rule(judged(*pair(), claim("Paper", "area_km2", 480)), "product-as-statement")
    assert stranger.kind is ONLY_IF
    assert "those of Governor" in stranger.reason


def test_miles_for_kilometres():
    """7.5 and 12 km of one statement: miles in one of them; 11 and 12 are merely two figures."""
    found = judged(claim("Governor", "depth_km", 12), claim("Paper", "depth_km", 7.46, root="Governor, 12 Aug"))
    assert [v.rule for v in faults(found)] == ["wrong-unit"]
    two = (claim("Governor", "depth_km", 12), claim("Paper", "depth_km", 11, root="Governor, 12 Aug"))
    assert not faults(judged(*two))


def test_a_day_of_departures_is_no_lost_thousand():
    """180 people in a day and 180,000 in all differ in kind and root."""
    more = claim("Ministry", "people_moved", 180, kind="additional")
    assert not faults(judged(claim("Governor", "people_moved", 180_000), more))


def test_known_before_the_day_it_speaks_of():
    """A word about a place on the 12th cannot be known on the 10th."""
    early = word("Commander", "p1", "claimed", known=DAY - timedelta(days=2))
    (found,) = of_rule(judged(early), "known-before-about")
    assert (found.kind, found.claims) == (LIKELY_ERROR, (early.id,))


def test_a_day_before_the_operation():
    """Ground claimed on the day before it began; people may have been moved earlier."""
    before = START - timedelta(days=1)
    (found,) = of_rule(judged(claim("Commander", "area_km2", 5, about_date=before), on=before), "before-operation")
    assert found.kind is LIKELY_ERROR
    assert not faults(judged(claim("Governor", "people_moved", 500, about_date=before), on=before))


def test_a_placeholder_is_compared_with_nothing():
    """A figure whose page gives no day is named as such, and stands in no other verdict."""
    undated = claim("Observer", "settlements", 99, about_basis="placeholder")
    found = judged(undated, claim("Governor", "settlements", 28))
    assert [v.rule for v in found if undated.id in v.claims] == ["undated"]


def test_a_place_held_and_denied():
    """Held and denied of one day: inconsistent; seen there and denied, or a day apart: only if."""

    def kinds(*words: ControlEvent) -> list[VerdictKind]:
        return [v.kind for v in of_rule(judged(*words), "place-contradicted")]

    denial = word("Ministry", "p1", "denied")
    assert kinds(word("Commander", "p1", "claimed"), denial) == [INCONSISTENT]
    assert kinds(word("Commander", "p1", "photographed"), denial) == [ONLY_IF]
    assert kinds(word("Commander", "p1", "claimed", date(2024, 8, 11)), denial) == [ONLY_IF]
    assert kinds(word("Commander", "p1", "claimed", date(2024, 8, 9)), denial) == []
    assert kinds(word("Commander", "p1", "claimed"), word("Ministry", "p2", "denied")) == []


def test_a_zone_ordered_to_leave_and_not():
    """One office orders, another knows of no order, on one day."""
    small = small_case()
    order, denial = small.orders[3], small.orders[4]
    orders = tuple(
        record.model_copy(update={"about_date": DAY, "known_date": DAY, "claimant": who})
        for record, who in ((order, "Governor"), (denial, "Ministry"))
    )
    case = replace(case_of(), orders=orders)
    assert [v.kind for v in of_rule(verdicts_on(case, AsOf(DAY)), "order-contradicted")] == [ONLY_IF]


def test_an_increment_is_no_total():
    """40 km² gained in a day are not laid beside 1,000 in all."""
    gain = claim("Commander", "area_km2", 40, kind="additional")
    found = judged(gain, claim("Commander", "area_km2", 1000), claim("Observer", "area_km2", 800, "at_least"))
    assert [v.kind for v in found if gain.id in v.claims] == [NOT_COMPARABLE]


def test_an_empty_day_says_how_old_the_newest_is():
    """Nothing about the day: one verdict that names the newest day; nothing at all: none."""
    (found,) = judged(claim("Commander", "area_km2", 1000, about_date=DAY - timedelta(days=5)))
    assert (found.rule, found.numbers["age_days"]) == ("too-old", 5)
    (alone,) = judged(claim("Commander", "area_km2", 1000))
    assert alone.rule == "stands-alone"
    assert judged() == []


def test_a_withdrawn_claim_is_judged_until_that_was_known():
    """28 and 44 stand against each other until the 44 are withdrawn."""
    gone = {"superseded": "withdrawn", "superseded_date": DAY + timedelta(days=2), "superseded_who": "Observer"}
    case = case_of(claim("Governor", "settlements", 28), claim("Observer", "settlements", 44, **gone))
    assert of_rule(verdicts_on(case, AsOf(DAY, DAY)), "same-day-settlements")
    assert not of_rule(verdicts_on(case, AsOf(DAY)), "same-day-settlements")
