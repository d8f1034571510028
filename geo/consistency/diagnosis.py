"""Consistency-based diagnosis: the cheapest set of hypotheses that makes the rest of a day's figures true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from geo.consistency.anchors import Anchors, Candidate, History
from geo.consistency.candidates import candidates
from geo.consistency.hypotheses import MARGIN_BITS, NEARLY_BITS
from geo.consistency.relations import Relation
from geo.consistency.statements import StatementGroup

#: So many of the best single hypotheses of one conflict are tried in pairs and threes.
MOST_COMBINED = 14
MOST_TOGETHER = 3
#: Which of two figures is wrong can't be told where it costs no more than this to blame the other, bits.
MIRROR_BITS = 1.5
#: So much says that one figure is far off another, bits.
FAR_BITS = 12.0
#: A slip must ease what does not fit by this much, however well another figure shows it, bits.
LEAST_EASED_BITS = 0.9


@dataclass(frozen=True, slots=True)
class Explanation:
    """One slip of the cheapest explanation: what broke without it, and what costs nearly as little.

    `broken` are the relations that do not hold as printed and do under the slip; `saved_bits` how much cheaper the day
    is with it; `mirror` the same slip told of the other figure, where it can't be said which of the two is wrong;
    `suspected` says that an honest reading is as cheap.
    """

    slip: Candidate
    broken: tuple[Relation, ...]
    saved_bits: float
    runners_up: tuple[Candidate, ...]
    mirror: Candidate | None
    suspected: bool = False


def diagnose(relations: Iterable[Relation], groups: Sequence[StatementGroup], history: History) -> list[Explanation]:
    """Find the slips that explain a day's conflicts more cheaply than any honest reading.

    Parameters
    ----------
    relations : iterable of Relation
        What binds the figures.
    groups : sequence of StatementGroup
        Every figure that may show the right value of another, those of the days before included.
    history : History
        What gave the very figure on a day before.

    Returns
    -------
    list of Explanation
        One a slip; a conflict that honest readings explain as cheaply is not among them.
    """
    touching: dict[int, list[Relation]] = defaultdict(list)
    failing = []
    for relation in relations:
        for member in relation.members:
            touching[id(member)].append(relation)
        if relation.cost([member.loose for member in relation.members]) > 0:
            failing.append(relation)
    if not failing:
        return []
    anchors = Anchors(groups, history)
    found = []
    for component in _components(failing):
        found += _Conflict(component, touching, anchors).explained()
    return found


def _components(failing: Sequence[Relation]) -> list[list[Relation]]:
    """Gather relations that fail and share a figure."""
    parent: dict[int, int] = {}

    def top(one: int) -> int:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for relation in failing:
        first, *rest = (id(member) for member in relation.members)
        for other in rest:
            parent[top(other)] = top(first)
    found: dict[int, list[Relation]] = {}
    for relation in failing:
        found.setdefault(top(id(relation.members[0])), []).append(relation)
    return list(found.values())


def _out_of_proportion(broken: Sequence[Relation]) -> bool:
    """Whether a figure breaks a scale, or several other figures by far; else a verdict tells what does not fit."""
    if any(not relation.told for relation in broken):
        return True
    bits = [relation.cost([member.loose for member in relation.members]) for relation in broken]
    return sum(one >= FAR_BITS for one in bits) > 1


class _Conflict:
    """One conflict: relations that fail together, and the hypotheses about their members."""

    def __init__(self, failing: Sequence[Relation], touching: dict[int, list[Relation]], anchors: Anchors) -> None:
        self._failing = failing
        self._touching = touching
        self._anchors = anchors
        members = {id(member): member for relation in failing for member in relation.members}
        self._members = list(members.values())

    def explained(self) -> list[Explanation]:
        """Return the slips of the cheapest explanation, none where honest readings are as cheap."""
        as_printed = self._total(())
        singles = []
        for group in self._members:
            for candidate in candidates(group, self._anchors):
                cost = self._total((candidate,))
                if as_printed - cost + candidate.bits >= LEAST_EASED_BITS and cost <= as_printed + NEARLY_BITS:
                    singles.append((cost, candidate))
        singles.sort(key=lambda one: (one[0], one[1].group.lead.id, one[1].hypothesis.name, one[1].right))
        best_cost, best = min(
            [(as_printed + 1e-9, ()), *((cost, (one,)) for cost, one in singles[:1])], key=lambda one: one[0]
        )
        tried = [one for _, one in singles[:MOST_COMBINED]]
        for size in range(2, MOST_TOGETHER + 1):
            for chosen in combinations(tried, size):
                if len({id(one.group) for one in chosen}) == size:
                    cost = self._total(chosen)
                    if cost < best_cost - MARGIN_BITS:
                        best_cost, best = cost, chosen
        found = [one for slip in best if (one := self._explain(slip, best, best_cost)) is not None]
        return found or self._suspected(singles, as_printed)

    def _suspected(self, singles: Sequence[tuple[float, Candidate]], as_printed: float) -> list[Explanation]:
        """Return the best slip that another figure shows and that costs nearly as little as the honest reading."""
        shown = [(cost, one) for cost, one in singles if one.anchor is not None]
        if not shown or shown[0][0] > as_printed + NEARLY_BITS:
            return []
        cost, slip = shown[0]
        mirror = next((one for _, one in shown if one.group is slip.anchor and one.anchor is slip.group), None)
        return [Explanation(slip, self._broken_with(slip), as_printed - cost, (), mirror, suspected=True)]

    def _broken_with(self, slip: Candidate) -> tuple[Relation, ...]:
        costs = [
            (relation.cost([member.loose for member in relation.members]), relation)
            for relation in self._touching[id(slip.group)]
        ]
        return tuple(one for cost, one in sorted(costs, key=lambda pair: -pair[0]) if cost > 0)

    def _total(self, chosen: Sequence[Candidate]) -> float:
        """Return the cost of a set of hypotheses, and of letting stand what does not fit beside them."""
        by_group = {id(one.group): one for one in chosen}
        relations = {id(relation): relation for relation in self._failing}
        for one in chosen:
            relations |= {id(relation): relation for relation in self._touching[id(one.group)]}
        cost = sum(one.bits for one in chosen)
        for relation in relations.values():
            values = [
                by_group[id(member)].values if id(member) in by_group else member.loose for member in relation.members
            ]
            known = [value for value in values if value is not None]
            if len(known) == len(values):
                cost += relation.cost(known)
        return cost

    def _explain(self, slip: Candidate, best: Sequence[Candidate], best_cost: float) -> Explanation | None:
        rest = tuple(one for one in best if one is not slip)
        saved = self._total(rest) - best_cost
        if saved < MARGIN_BITS or saved + slip.bits < LEAST_EASED_BITS:
            return None
        broken = self._broken_with(slip)
        if slip.hypothesis.name == "unknown-slip" and not _out_of_proportion(broken):
            return None
        runners, mirror = [], None
        for other in self._rivals(slip):
            cost = self._total((*rest, other))
            if cost <= best_cost + NEARLY_BITS:
                if other.group is slip.group:
                    runners.append(other)
                elif mirror is None and cost <= best_cost + MIRROR_BITS:
                    mirror = other
        if mirror is not None and slip.anchor is None:
            return None  # something is wrong, and nothing shows which of the two: that they don't fit is told as such
        runners.sort(key=lambda one: one.bits)
        return Explanation(slip, broken, saved, tuple(runners[:2]), mirror)

    def _rivals(self, slip: Candidate) -> Iterable[Candidate]:
        for group in self._members:
            for other in candidates(group, self._anchors):
                same = other.group is slip.group and other.hypothesis.name == slip.hypothesis.name
                if not same:
                    yield other
