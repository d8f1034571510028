"""Two clocks: as-of selection, the latest word, and what states follow from it."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from geo.analysis.figures import figures_on
from geo.model.asof import AsOf, age_days, latest, records_as_of
from geo.model.claims import Claim
from geo.model.evacuation import OrderKind, OrderScope, zones_on
from geo.model.places import Status, places_on
from tests.cases import START, day, small_case

CASE = small_case()
OFFSETS = st.integers(-10, 60)
KNOWN = st.one_of(st.none(), OFFSETS)


def ids(records) -> set[str]:
    """Return the ids of records."""
    return {record.id for record in records}


def as_day(offset: int | None):
    """Return the day for an offset, or None."""
    return None if offset is None else day(offset)


@given(OFFSETS, OFFSETS, KNOWN)
def test_a_later_day_never_shows_less(first: int, second: int, known: int | None):
    """as_of(d1) is within records_as_of(d2) for d1 <= d2, on either clock."""
    early, late = sorted((day(first), day(second)))
    assert ids(records_as_of(CASE.claims, AsOf(early, as_day(known)))) <= ids(
        records_as_of(CASE.claims, AsOf(late, as_day(known)))
    )
    assert ids(records_as_of(CASE.claims, AsOf(day(60), early))) <= ids(records_as_of(CASE.claims, AsOf(day(60), late)))


@given(OFFSETS, KNOWN)
def test_nothing_is_seen_before_its_day(on: int, known: int | None):
    """Both days are inclusive, and nothing later than either shows."""
    for claim in records_as_of(CASE.claims, AsOf(day(on), as_day(known))):
        assert claim.about_date <= day(on)
        assert known is None or claim.known_date <= day(known)
    for claim in CASE.claims:
        assert claim in records_as_of(CASE.claims, AsOf(claim.about_date, claim.known_date))
        assert claim not in records_as_of(CASE.claims, AsOf(claim.about_date - timedelta(days=1)))
        assert claim not in records_as_of(CASE.claims, AsOf(claim.about_date, claim.known_date - timedelta(days=1)))


@given(st.permutations(CASE.claims))
def test_the_latest_word_does_not_depend_on_the_order_of_rows(claims: list[Claim]):
    """One record a key, and the same one however the rows are sorted."""
    found = latest(claims, key=lambda claim: claim.claimant)
    assert ids(found) == ids(latest(CASE.claims, key=lambda claim: claim.claimant))
    assert len({claim.claimant for claim in found}) == len(found)


@given(OFFSETS, KNOWN)
def test_a_claimant_has_one_word_about_a_place(on: int, known: int | None):
    """Each place has at most one word a claimant, the newest of them last."""
    for state in places_on(CASE.control_events, AsOf(day(on), as_day(known))).values():
        assert len({word.claimant for word in state.words}) == len(state.words)
        assert list(state.words) == sorted(state.words, key=lambda w: (w.about_date, w.known_date, w.id))


def test_a_place_is_disputed_when_latest_words_contradict():
    """Sudzha: claimed by one, denied by another's newest word; before the denial it is not disputed."""
    before = places_on(CASE.control_events, AsOf(day(4)))["p1"]
    after = places_on(CASE.control_events, AsOf(day(5)))["p1"]
    assert (before.status, before.disputed) == (Status.CLAIMED, False)
    assert (after.status, after.disputed) == (Status.DENIED, True)


def test_a_place_that_changed_hands_is_not_disputed():
    """Claimed on day 4 and lost on day 30 is a loss; it would be disputed if it were claimed on day 30 again."""
    events = [event for event in CASE.control_events if event.settlement == "p2"]
    assert places_on(events, AsOf(day(31)))["p2"].disputed is False
    again = events[0].model_copy(update={"id": "e04b", "about_date": day(30), "known_date": day(31)})
    assert places_on([*events, again], AsOf(day(31)))["p2"].disputed is True


def test_an_order_stands_through_its_last_day():
    """end_date is inclusive: the voluntary order of the west district stands on day 20 and not on day 21."""
    kinds = {on: [w.kind for w in zones_on(CASE.orders, AsOf(day(on)))["z1"].words] for on in (20, 21)}
    assert kinds[20] == [OrderKind.MANDATORY, OrderKind.VOLUNTARY]
    assert kinds[21] == [OrderKind.MANDATORY]


def test_a_statement_is_known_from_its_first_publication():
    """An order published again a day later is the order known first; said anew, with another root, it is a new word."""
    order = next(order for order in CASE.orders if order.kind is OrderKind.MANDATORY)
    first = order.model_copy(
        update={"id": "o-a", "root": "telegram", "scope": OrderScope.WHOLE, "known_date": order.about_date}
    )
    again = first.model_copy(update={"id": "o-b", "known_date": order.about_date + timedelta(1)})
    anew = again.model_copy(update={"id": "o-c", "root": "a speech"})
    part = again.model_copy(update={"id": "o-d", "scope": OrderScope.PART})
    shown = {
        tuple(w.id for w in zones_on(said, AsOf(day(25)))[order.zone].words)
        for said in ([first, again], [again, first])
    }
    assert shown == {("o-a",)}
    assert [w.id for w in zones_on([first, anew], AsOf(day(25)))[order.zone].words] == ["o-c"]
    assert [w.id for w in zones_on([first, part], AsOf(day(25)))[order.zone].words] == ["o-d"]


def test_of_two_orders_of_one_day_that_for_the_whole_zone_stands():
    """A village first and its district the same evening, known on one day: the district, whatever their ids."""
    order = next(order for order in CASE.orders if order.kind is OrderKind.MANDATORY)
    whole, part = (
        order.model_copy(update={"id": ident, "root": ident, "scope": scope, "end_date": None})
        for ident, scope in (("o-a", OrderScope.WHOLE), ("o-b", OrderScope.PART))
    )
    for said in ([whole, part], [part, whole]):
        assert [w.id for w in zones_on(said, AsOf(day(25)))[order.zone].words] == ["o-a"]


def test_an_order_that_ends_leaves_no_older_one_behind():
    """A claimant's newer order took the place of the older; when it ends, that one is not in force again."""
    order = next(order for order in CASE.orders if order.kind is OrderKind.MANDATORY)
    older = order.model_copy(update={"id": "o-a", "about_date": day(2), "known_date": day(2), "end_date": None})
    newer = order.model_copy(update={"id": "o-b", "about_date": day(4), "known_date": day(4), "end_date": day(9)})
    found = {on: zones_on([older, newer], AsOf(day(on))).get(order.zone) for on in (3, 9, 10)}
    assert [state and state.strictest.id for state in found.values()] == ["o-a", "o-b", None]
    assert zones_on([older, newer], AsOf(day(10), day(3)))[order.zone].strictest.id == "o-a"


def test_the_strictest_word_in_force_is_the_state():
    """A later remark that there is no order does not lift a mandatory one, but shows as a conflict."""
    state = zones_on(CASE.orders, AsOf(day(25)))["z2"]
    assert state.kind is OrderKind.MANDATORY
    assert state.conflicting


@given(OFFSETS, KNOWN)
def test_figures_come_from_what_was_seen(on: int, known: int | None):
    """Every figure stands on claims in sight, is never older than its age says, and each claim stands in one figure."""
    seen = ids(records_as_of(CASE.claims, AsOf(day(on), as_day(known))))
    figures = figures_on(CASE.claims, AsOf(day(on), as_day(known)))
    used = [claim.id for figure in figures for claim in figure.claims]
    assert len(used) == len(set(used))
    assert set(used) <= seen
    for figure in figures:
        assert figure.age_days == age_days(figure.lead, day(on)) >= 0


def test_nothing_is_claimed_before_the_first_day():
    """The day before the operation has no figures."""
    assert figures_on(CASE.claims, AsOf(START - timedelta(days=1))) == []
