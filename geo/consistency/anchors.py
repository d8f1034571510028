"""Anchors: the other figures of a day that may show what a figure should have been, and whom to blame."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.analysis.value_range import Interval
from geo.consistency.hypotheses import CASUALTY_METRICS, LENGTHS, PEOPLE, STRANGERS_BITS, Hypothesis, printed_tolerance
from geo.consistency.links import Link, repeats
from geo.consistency.readings import reading
from geo.consistency.statements import StatementGroup, grouped, tied
from geo.model.claims import Basis, Kind, Metric

#: However well a slip is shown, it costs no less.
LEAST_BITS = -2.0
#: Metrics of which one figure is taken for another's.
_FAMILIES = (PEOPLE, CASUALTY_METRICS, LENGTHS, frozenset({Metric.AREA_KM2, Metric.SETTLEMENTS}))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One hypothesis about one figure: the right value, and the figure that shows it, where one does.

    `values` are those that the right figure allows; None where the figure is of another metric or kind, and binds
    nothing that it seemed to bind.
    """

    group: StatementGroup
    hypothesis: Hypothesis
    right: float
    anchor: StatementGroup | None
    values: Interval | None
    bits: float

    def __post_init__(self) -> None:
        if self.bits < LEAST_BITS:
            object.__setattr__(self, "bits", LEAST_BITS)


#: Returns the statements of days before that gave a group's very figure of the same thing, the newest first.
History = Callable[[StatementGroup], Sequence[StatementGroup]]


def _no_history(_group: StatementGroup) -> Sequence[StatementGroup]:
    return ()


class Anchors:
    """The figures of the day and of the days before, by what they are of, each list in the order of its values."""

    def __init__(self, groups: Sequence[StatementGroup], history: History = _no_history) -> None:
        self._by: dict[object, tuple[list[float], list[StatementGroup]]] = {}
        self._everywhere = grouped(groups, lambda group: (group.lead.metric, group.lead.kind, group.lead.value))
        self._history = history
        for key, same in grouped(groups, _quantity).items():
            ordered = sorted(same, key=lambda group: (group.lead.value, group.age_days, group.lead.id))
            self._by[key] = ([group.lead.value for group in ordered], ordered)

    def near(self, group: StatementGroup, value: float, tolerance: float) -> Iterator[StatementGroup]:
        """Yield other figures of a group's metric, kind and scope with a value within a tolerance."""
        values, ordered = self._by.get(_quantity(group), ([], []))
        first, last = bisect_left(values, value - tolerance), bisect_right(values, value + tolerance)
        yield from (other for other in ordered[first:last] if other is not group)

    def before(self, group: StatementGroup) -> StatementGroup | None:
        """Return the newest statement of a day before with a group's very figure of the same thing."""
        return next(iter(self._history(group)), None)

    def like(self, group: StatementGroup) -> list[StatementGroup]:
        """Return all other figures of a group's metric, kind and scope."""
        return [other for other in self._by.get(_quantity(group), ([], []))[1] if other is not group]

    def elsewhere(self, group: StatementGroup) -> Iterator[StatementGroup]:
        """Yield figures of a group's metric and kind with its very value about a part of its scope, or the whole."""
        for other in self._everywhere.get((group.lead.metric, group.lead.kind, group.lead.value), ()):
            one_holds = other.scope.holds(group.scope) or group.scope.holds(other.scope)
            if one_holds and other.scope.known and group.scope.known:
                yield other

    def equal(self, group: StatementGroup) -> Iterator[StatementGroup]:
        """Yield figures of another metric or kind, about the same scope, with a group's very value."""
        for metric, kind in _mistakable(group.lead.metric, group.lead.kind):
            values, ordered = self._by.get((metric, kind, group.scope), ([], []))
            first, last = bisect_left(values, group.lead.value), bisect_right(values, group.lead.value)
            yield from ordered[first:last]


def _quantity(group: StatementGroup) -> tuple[object, ...]:
    return group.lead.metric, group.lead.kind, group.scope


def _mistakable(metric: Metric, kind: Kind) -> Iterator[tuple[Metric, Kind]]:
    """Yield what a figure may have been taken from."""
    kinds = {
        Kind.TOTAL: (Kind.ADDITIONAL, Kind.REMAINING, Kind.SUBSET, Kind.POPULATION, Kind.RETAKEN),
        Kind.ADDITIONAL: (Kind.TOTAL,),
        Kind.REMAINING: (Kind.POPULATION, Kind.TOTAL, Kind.RETAKEN),
        Kind.POPULATION: (Kind.REMAINING,),
        Kind.RETAKEN: (Kind.TOTAL, Kind.REMAINING),
        Kind.SUBSET: (Kind.TOTAL,),
    }
    yield from ((metric, other) for other in kinds.get(kind, ()))
    family = next((f for f in _FAMILIES if metric in f), frozenset())
    for other_metric in sorted(family - {metric}):
        yield from (
            (other_metric, other)
            for other in (Kind.TOTAL, Kind.POPULATION, Kind.REMAINING, Kind.SUBSET, Kind.ADDITIONAL)
        )


def values_of(group: StatementGroup, right: float) -> Interval:
    """Return the values that a figure allows under a slip that makes it another number."""
    lead = group.lead
    high = None if lead.value_high is None else lead.value_high * right / lead.value
    found = reading(lead.metric, lead.modality, right, high)
    slack = printed_tolerance(lead.value) * right / lead.value
    return Interval(min(found.low, right - slack), max(found.high, right + slack))


def blame_bits(group: StatementGroup, anchor: StatementGroup | None) -> float:
    """Return what it costs to blame this figure rather than another: who spoke first, and how many carry it."""
    bits = 0.5 * math.log2(len({claim.source for claim in group.claims}))
    if group.lead.basis is Basis.COMPUTED:
        bits -= 0.5
    if anchor is not None:
        tie = tied(group, anchor)
        if tie is Link.NONE:
            bits += STRANGERS_BITS
        if (repeats(anchor.lead, group.lead) and not repeats(group.lead, anchor.lead)) or (
            tie is Link.ROOT and _is_speaker(group) and not _is_speaker(anchor)
        ):
            bits += 2.0
        if anchor.age_days:
            bits += 1.0
    return bits


def _is_speaker(group: StatementGroup) -> bool:
    """Whether a statement's root names the claimant: it spoke, others repeat."""
    return bool(group.lead.root) and group.lead.claimant.casefold() in group.lead.root.casefold()
