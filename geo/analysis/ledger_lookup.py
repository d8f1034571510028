"""Find the claims that a new one is held against, by what they share with it; the rest stays unread."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from geo.analysis.provenance import subject_of
from geo.model.claims import Claim, Kind, Metric

_Key = tuple[object, ...]


class LedgerLookup:
    """The claims of a ledger, each filed under what another claim may share with it.

    Whatever is found comes in the order of the ledger; a claim that replaces another of its id takes its place there.

    Parameters
    ----------
    claims : iterable of Claim
    """

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self.by_id: dict[str, Claim] = {}
        self._number: dict[str, int] = {}
        self._claims: list[Claim] = []
        self._groups: dict[_Key, list[int]] = defaultdict(list)
        self._values: dict[_Key, _Values] = defaultdict(_Values)
        self._largest: dict[Metric, list[tuple[float, int]]] = defaultdict(list)
        for claim in claims:
            self.put(claim)

    def put(self, claim: Claim) -> None:
        """Add a claim, or replace the one that has its id."""
        number = self._number.setdefault(claim.id, len(self._claims))
        if number == len(self._claims):
            self._claims.append(claim)
        else:
            self._take_out(self._claims[number], number)
            self._claims[number] = claim
        self.by_id[claim.id] = claim
        for key in _shared(claim):
            insort(self._groups[key], number)
        for key, value in _valued(claim):
            self._values[key].add(value, number)
        heapq.heappush(self._largest[claim.metric], (-top(claim), number))

    def _take_out(self, claim: Claim, number: int) -> None:
        for key in _shared(claim):
            self._groups[key].remove(number)
        for key, value in _valued(claim):
            self._values[key].remove(value, number)

    def same_subject(self, claim: Claim) -> list[Claim]:
        """Return the claims of its metric, kind and day about its place or zone."""
        return self._named(self._groups.get(("subject", *subject_of(claim)), ()))

    def same_figure(self, claim: Claim) -> list[Claim]:
        """Return other claims with its very figure that are of its root, or of its claimant, day and place."""
        keys = [key for key in _shared(claim) if key[0] in ("saying", "root")]
        found = {number for key in keys for number in self._groups.get(key, ())}
        return self._named(sorted(found - {self._number.get(claim.id)}))

    def largest(self, metric: Metric) -> Claim | None:
        """Return the claim with the largest figure of a metric, the first in the ledger of several."""
        heap = self._largest[metric]
        while heap and not self._is_current(metric, *heap[0]):
            heapq.heappop(heap)
        return self._claims[heap[0][1]] if heap else None

    def _is_current(self, metric: Metric, negative: float, number: int) -> bool:
        """Whether a figure is still that of its claim, and not of one that was replaced."""
        claim = self._claims[number]
        return claim.metric is metric and top(claim) == -negative

    def of_day(self, claim: Claim, low: float, high: float) -> Iterator[Claim]:
        """Yield the other claims of its metric, kind and day with a value from `low` to `high`, both included."""
        values = self._values.get(("day", claim.metric, claim.kind, claim.about_date), _NOTHING)
        own = self._number.get(claim.id)
        yield from (self._claims[number] for number in heapq.merge(*values.between(low, high)) if number != own)

    def broken_plans(self, claim: Claim) -> list[Claim]:
        """Return the plans that people moved are more than, or the people moved that are more than a plan.

        Of the same claimant about the same zone and place, on the same basis; none for a claim that is neither.
        """
        scope = (claim.claimant, claim.zone, claim.place, claim.basis)
        if _is_moved(claim):
            found = self._values.get(("planned", *scope), _NOTHING).below(claim.value)
        elif _is_plan(claim):
            found = self._values.get(("moved", *scope), _NOTHING).above(top(claim))
        else:
            return []
        return self._named(sorted(found))

    def _named(self, numbers: Iterable[int]) -> list[Claim]:
        return [self._claims[number] for number in numbers]


class _Values:
    """Numbers of claims by a value, the values in order."""

    def __init__(self) -> None:
        self._sorted: list[float] = []
        self._numbers: dict[float, list[int]] = {}

    def add(self, value: float, number: int) -> None:
        if value not in self._numbers:
            insort(self._sorted, value)
            self._numbers[value] = []
        insort(self._numbers[value], number)

    def remove(self, value: float, number: int) -> None:
        self._numbers[value].remove(number)
        if not self._numbers[value]:
            del self._numbers[value]
            del self._sorted[bisect_left(self._sorted, value)]

    def between(self, low: float, high: float) -> list[list[int]]:
        """Return the numbers of each value from `low` to `high`, both included."""
        within = self._sorted[bisect_left(self._sorted, low) : bisect_right(self._sorted, high)]
        return [self._numbers[value] for value in within]

    def below(self, value: float) -> list[int]:
        return [number for one in self._sorted[: bisect_left(self._sorted, value)] for number in self._numbers[one]]

    def above(self, value: float) -> list[int]:
        return [number for one in self._sorted[bisect_right(self._sorted, value) :] for number in self._numbers[one]]


_NOTHING = _Values()


def top(claim: Claim) -> float:
    """Return the largest value that a claim gives: the upper end of a range."""
    return claim.value if claim.value_high is None else claim.value_high


def _shared(claim: Claim) -> Iterator[_Key]:
    figure = (claim.metric, claim.kind, claim.value, claim.value_high)
    yield ("subject", *subject_of(claim))
    yield ("saying", *figure, claim.claimant, claim.about_date, claim.zone or claim.place)
    if claim.root:
        yield ("root", *figure, claim.root)


def _valued(claim: Claim) -> Iterator[tuple[_Key, float]]:
    yield ("day", claim.metric, claim.kind, claim.about_date), claim.value
    scope = (claim.claimant, claim.zone, claim.place, claim.basis)
    if _is_moved(claim):
        yield ("moved", *scope), claim.value
    if _is_plan(claim):
        yield ("planned", *scope), top(claim)


def _is_moved(claim: Claim) -> bool:
    return claim.metric is Metric.PEOPLE_MOVED and claim.kind is not Kind.ADDITIONAL


def _is_plan(claim: Claim) -> bool:
    return claim.metric is Metric.PEOPLE_PLANNED and claim.kind is Kind.TOTAL
