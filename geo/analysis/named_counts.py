"""Compare counts of settlements with those that are named: how many, by whom, and which lie in claimed areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

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
    lists = _NamedPlaces(case, states, grounds, placed or {})
    found = [_named(case, figure, lists) for figure in totals]
    return sorted(found, key=lambda named: (named.age_days, named.value))


def _named(case: Case, figure: Figure, lists: _NamedPlaces) -> NamedCount:
    count = figure.lead
    oblasts = lists.oblasts_of(count)
    anybody, entered = lists.held(oblasts), lists.entered(oblasts)
    return NamedCount(
        count=cite(case, count),
        value=count.value,
        age_days=figure.age_days,
        by_claimant=lists.held(oblasts, claimant=count.claimant),
        # Observers are no side, each speaks for itself.
        by_side=lists.held(oblasts, claimant=count.claimant)
        if count.side is Side.INDEPENDENT
        else lists.held(oblasts, side=count.side),
        by_anybody=anybody,
        entered=entered,
        unnamed_at_least=max(0, int(count.value) - len(anybody) - len(entered)),
        without_coordinates=lists.without_coordinates(oblasts),
        within=lists.within(oblasts),
    )


class _NamedPlaces:
    """The named settlements of a day by what a count can be about: counts of one oblast share their lists."""

    def __init__(
        self,
        case: Case,
        states: Mapping[str, PlaceState],
        grounds: Sequence[ClaimedArea],
        placed: Mapping[str, tuple[Placed, ...]],
    ) -> None:
        self._settlements = case.settlements
        self._grounds, self._placed = grounds, placed
        self._words: dict[str, dict[str, tuple[ControlEvent, ...]]] = defaultdict(dict)
        for ident, state in states.items():
            if case.settlements[ident].kind == "settlement":
                self._words[case.settlements[ident].oblast][ident] = state.words
        self.held = cache(self._held)
        self.entered = cache(self._entered)
        self.within = cache(self._within)

    def oblasts_of(self, count: Claim) -> tuple[str, ...]:
        """Say of which oblasts a count is, as far as it says so; places without an oblast belong into each count."""
        return tuple(oblast for oblast in self._words if not count.place or not oblast or oblast in count.place)

    def _counted(self, oblasts: tuple[str, ...]) -> Iterator[tuple[str, tuple[ControlEvent, ...]]]:
        for oblast in oblasts:
            yield from self._words[oblast].items()

    def _held(
        self, oblasts: tuple[str, ...], *, claimant: str | None = None, side: Side | None = None
    ) -> tuple[str, ...]:
        """Return the places whose latest word claims them: of anybody, of a claimant or of a side."""
        found = []
        for ident, words in self._counted(oblasts):
            kept = [w for w in words if claimant in (None, w.claimant) and side in (None, w.side)]
            if kept and kept[-1].status is Status.CLAIMED:
                found.append(ident)
        return tuple(sorted(found))

    def _entered(self, oblasts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(ident for ident, words in self._counted(oblasts) if words[-1].status in PRESENT))

    def _named(self, oblasts: tuple[str, ...]) -> tuple[str, ...]:
        return (*self.held(oblasts), *self.entered(oblasts))

    def without_coordinates(self, oblasts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ident for ident in self._named(oblasts) if self._settlements[ident].lon is None)

    def _within(self, oblasts: tuple[str, ...]) -> tuple[Within, ...]:
        named = self._named(oblasts)
        return tuple(_within(ground, named, self._placed) for ground in self._grounds)


def _within(ground: ClaimedArea, named: Iterable[str], placed: Mapping[str, tuple[Placed, ...]]) -> Within:
    at = {ident: one.position for ident in named for one in placed.get(ident, ()) if one.ground == ground.id}
    return Within(
        ground.id,
        ground.label,
        tuple(ident for ident, position in at.items() if position is Position.INSIDE),
        tuple(ident for ident, position in at.items() if position is Position.EDGE),
    )
