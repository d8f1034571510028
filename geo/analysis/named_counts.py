"""Compare counts of settlements with those that are named: how many, by whom, and which lie in claimed areas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from geo.analysis.citations import Cited, cite
from geo.analysis.containment import ClaimedArea, Placed, Position
from geo.analysis.figures import Figure, figures_on
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim, Kind, Metric, Side
from geo.model.places import HELD, ControlEvent, PlaceState, Status, places_on


@dataclass(frozen=True, slots=True)
class Within:
    """Which named places lie inside a ground, and which may (their precision reaches across its edge)."""

    ground: str
    label: str
    inside: tuple[str, ...]
    edge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedCount:
    """A count of settlements held against the settlements that are named; every tuple holds settlement ids.

    `by_claimant`, `by_side` and `by_anybody` are those whose latest word (of the counting claimant, of its side, of
    whoever) claims them as held; `entered` those of which the latest word shows troops there or says they got in, and
    no more. `unnamed_at_least` is the count less `by_anybody` and `entered`, never below 0. `without_coordinates` and
    `within` are of both.
    """

    count: Cited
    value: float
    age_days: int
    by_claimant: tuple[str, ...]
    by_side: tuple[str, ...]
    by_anybody: tuple[str, ...]
    entered: tuple[str, ...]
    unnamed_at_least: int
    without_coordinates: tuple[str, ...]
    within: tuple[Within, ...]


#: Words that put troops into a place and don't claim it.
PRESENT = HELD - {Status.CLAIMED, Status.CONTESTED}


def counts_named(
    case: Case,
    as_of: AsOf,
    *,
    grounds: Sequence[ClaimedArea] = (),
    placed: Mapping[str, tuple[Placed, ...]] | None = None,
) -> list[NamedCount]:
    """Hold every count of settlements in effect on a day against the named places.

    Parameters
    ----------
    grounds, placed : of `geo.analysis.containment`
        In which the named places are looked up.

    Returns
    -------
    list of NamedCount
        The newest count first. A count computed by somebody, an increment or a count of retaken places is left out.
    """
    states = places_on(case.control_events, as_of)
    totals = [
        figure
        for figure in figures_on(case.claims, as_of)
        if figure.lead.metric is Metric.SETTLEMENTS and figure.lead.kind is Kind.TOTAL
    ]
    found = [_named(case, figure, states, grounds, placed or {}) for figure in totals]
    return sorted(found, key=lambda named: (named.age_days, named.value))


def _named(
    case: Case,
    figure: Figure,
    states: Mapping[str, PlaceState],
    grounds: Sequence[ClaimedArea],
    placed: Mapping[str, tuple[Placed, ...]],
) -> NamedCount:
    count = figure.lead
    counted = {ident: state.words for ident, state in states.items() if _countable(case, ident, count)}
    anybody = _held(counted, lambda _word: True)
    entered = tuple(sorted(ident for ident, words in counted.items() if words[-1].status in PRESENT))
    named = (*anybody, *entered)
    return NamedCount(
        count=cite(case, count),
        value=count.value,
        age_days=figure.age_days,
        by_claimant=_held(counted, lambda word: word.claimant == count.claimant),
        by_side=_held(counted, lambda word: _one_voice(word, count)),
        by_anybody=anybody,
        entered=entered,
        unnamed_at_least=max(0, int(count.value) - len(named)),
        without_coordinates=tuple(ident for ident in named if case.settlements[ident].lon is None),
        within=tuple(_within(ground, named, placed) for ground in grounds),
    )


def _one_voice(word: ControlEvent, count: Claim) -> bool:
    """Whether a word is of the counting side; observers are no side, each speaks for itself."""
    if count.side is Side.INDEPENDENT:
        return word.claimant == count.claimant
    return word.side is count.side


def _countable(case: Case, ident: str, count: Claim) -> bool:
    place = case.settlements[ident]
    return place.kind == "settlement" and (not count.place or not place.oblast or place.oblast in count.place)


def _held(words: Mapping[str, Iterable[ControlEvent]], wanted: Callable[[ControlEvent], bool]) -> tuple[str, ...]:
    found = []
    for ident, said in words.items():
        kept = [word for word in said if wanted(word)]
        if kept and kept[-1].status is Status.CLAIMED:
            found.append(ident)
    return tuple(sorted(found))


def _within(ground: ClaimedArea, named: Iterable[str], placed: Mapping[str, tuple[Placed, ...]]) -> Within:
    at = {ident: one.position for ident in named for one in placed.get(ident, ()) if one.ground == ground.id}
    return Within(
        ground.id,
        ground.label,
        tuple(ident for ident, position in at.items() if position is Position.INSIDE),
        tuple(ident for ident, position in at.items() if position is Position.EDGE),
    )
