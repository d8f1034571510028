"""Candidates: what each hypothesis says a figure should have been, and which other figure shows it."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from geo.analysis.value_range import Interval
from geo.consistency.hypotheses import (
    BY_NAME,
    CASUALTIES,
    COUNTS,
    LENGTHS,
    PEOPLE,
    SHARP_BITS,
    SLIPS,
    STRANGERS_BITS,
    STRANGERS_SHARP_BITS,
    UNSEEN_BITS,
    Hypothesis,
    evidence_bits,
    printed_tolerance,
)
from geo.consistency.links import Link, repeats
from geo.consistency.readings import last_digit, reading, significant_digits
from geo.consistency.statements import StatementGroup, grouped, tied
from geo.model.claims import Basis, Kind, Metric, Modality

#: A count below this is met only by the very number: 18 for 180, and not for 183.
SMALL_COUNT = 100
#: A count below this is not called a slip that no other figure shows.
SMALL_UNSEEN = 10
#: A stranger's old figure is recognised by at least so many digits.
LEAST_DIGITS_OF_STRANGERS = 3
#: A depth below this share of all others may be a day's step.
STEP_SHARE = 0.4
#: However well a slip is shown, it costs no less.
LEAST_BITS = -2.0
#: A figure met by less than this shows nothing: most single digits meet something.
LEAST_EVIDENCE_BITS = 2.5
#: Metrics of which one figure is taken for another's.
_FAMILIES = (PEOPLE, CASUALTIES, LENGTHS, frozenset({Metric.AREA_KM2, Metric.SETTLEMENTS}))
_FACTORS = tuple(slip for slip in SLIPS if slip.factor)


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


def candidates(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield every hypothesis about a figure, those that another figure shows first."""
    yield from _misfiled(group, anchors)
    yield from _older(group, anchors)
    yield from _other_scope(group, anchors)
    yield from _step(group, anchors)
    if group.lead.modality is Modality.RANGE and group.lead.value_high is None:
        return
    for hypothesis in _FACTORS:
        if group.lead.metric in hypothesis.metrics and _possible(group, hypothesis):
            yield from _factored(group, hypothesis, anchors)
    yield from _digits(group, anchors)
    unknown = BY_NAME["unknown-slip"]
    yield Candidate(group, unknown, math.nan, None, None, unknown.bits + blame_bits(group, None))


def _possible(group: StatementGroup, hypothesis: Hypothesis) -> bool:
    """Whether the right figure would be whole where it must be; a thousandth of 12 people is nobody."""
    right = group.lead.value / hypothesis.factor
    if group.lead.metric in LENGTHS or group.lead.metric is Metric.AREA_KM2:
        return right > 0.05
    return right >= 1 and (hypothesis.factor < 1 or right == int(right))


def _factored(group: StatementGroup, hypothesis: Hypothesis, anchors: Anchors) -> Iterator[Candidate]:
    value = group.lead.value
    right = value / hypothesis.factor
    tolerance = printed_tolerance(value)
    exact = hypothesis.factor in (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)
    if exact:
        tolerance = max(last_digit(value) / 2, 1e-9)
    met = 0.05 if exact and group.lead.metric in COUNTS and value < SMALL_COUNT else tolerance
    found = False
    near = anchors.near(group, right, met / hypothesis.factor * (1 + 1e-9))
    for anchor in near if evidence_bits(value, tolerance) >= LEAST_EVIDENCE_BITS else ():
        found = True
        bits = hypothesis.bits - evidence_bits(value, tolerance) + blame_bits(group, anchor)
        if evidence_bits(value, tolerance) >= SHARP_BITS and tied(group, anchor) is Link.NONE:
            bits -= STRANGERS_BITS - STRANGERS_SHARP_BITS
        if not exact:
            bits += 2.0 * (significant_digits(value) < significant_digits(anchor.lead.value))
        yield Candidate(group, hypothesis, anchor.lead.value, anchor, _moved(group, right), bits)
    if not found and not (group.lead.metric in COUNTS and value < SMALL_UNSEEN):
        bits = hypothesis.bits + UNSEEN_BITS + blame_bits(group, None)
        if exact and hypothesis.factor == 0.001 and len(f"{value:.10g}".partition(".")[2]) == 3:
            bits -= 4.0  # 1.263 for 1,263: a comma of thousands was read as a decimal one
        yield Candidate(group, hypothesis, right, None, _moved(group, right), bits)


def _moved(group: StatementGroup, right: float) -> Interval:
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


def _digits(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield figures of which two digits are swapped, or one is left out or doubled, in what was printed."""
    text = f"{group.lead.value:.10g}"
    by_text = {f"{round(anchor.lead.value)}": anchor for anchor in reversed(anchors.like(group))}
    by_text |= {f"{anchor.lead.value:.10g}": anchor for anchor in reversed(anchors.like(group))}
    swaps = set(_swaps(text))
    for right, anchor in by_text.items():
        name = "digits-swapped" if right in swaps else ""
        name = name or next((n for n in ("digit-dropped", "digit-doubled") if _differs(n, right, text)), "")
        if name and float(right) > 0:
            hypothesis, value = BY_NAME[name], float(right)
            digits = max(significant_digits(value), significant_digits(group.lead.value))
            bits = hypothesis.bits + blame_bits(group, anchor)
            bits -= min(3.3 * digits - math.log2(max(2, len(text))), 11.0)
            yield Candidate(group, hypothesis, value, anchor, _moved(group, value), bits)


def _swaps(text: str) -> list[str]:
    found = []
    for place in range(len(text) - 1):
        one, other = text[place], text[place + 1]
        if one != other and "." not in (one, other):
            swapped = text[:place] + other + one + text[place + 2 :]
            if not swapped.startswith("0"):
                found.append(swapped)
    return found


def _differs(name: str, right: str, printed: str) -> bool:
    """Whether a printed figure is the right one with a digit left out, or with one printed twice."""
    longer, shorter = (right, printed) if name == "digit-dropped" else (printed, right)
    if len(longer) != len(shorter) + 1 or "." in longer or len(shorter) < 2:
        return False
    places = range(len(longer)) if name == "digit-dropped" else range(1, len(longer))
    return any(
        longer[:place] + longer[place + 1 :] == shorter
        and (name == "digit-dropped" or longer[place] == longer[place - 1])
        for place in places
    )


def _misfiled(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    for anchor in anchors.equal(group):
        if anchor is group or anchor.age_days > 1:
            continue
        name = _misfiled_as(group, anchor)
        hypothesis = BY_NAME[name]
        digits = significant_digits(group.lead.value)
        bits = hypothesis.bits - min(3.3 * digits, _most_evidence(name)) + blame_bits(group, anchor)
        yield Candidate(group, hypothesis, group.lead.value, anchor, None, bits)


def _most_evidence(name: str) -> float:
    """Return what an equal figure says at most: an increase may well be as much as the total on a first day."""
    return 7.0 if name in ("additional-for-total", "total-for-additional") else 10.0


def _misfiled_as(group: StatementGroup, anchor: StatementGroup) -> str:
    if group.lead.metric is not anchor.lead.metric:
        return "other-metric"
    if group.lead.kind is Kind.ADDITIONAL:
        return "total-for-additional"
    return {
        Kind.ADDITIONAL: "additional-for-total",
        Kind.SUBSET: "part-for-total",
        Kind.REMAINING: "remaining-for-total",
    }.get(anchor.lead.kind, "other-metric")


def _older(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield that a figure is an earlier day's, printed as this day's."""
    if group.age_days or group.lead.kind is not Kind.TOTAL:
        return
    hypothesis = BY_NAME["older-figure"]
    anchor = anchors.before(group)
    linked = anchor is not None and tied(group, anchor) > Link.NONE
    if anchor is not None and (linked or significant_digits(group.lead.value) >= LEAST_DIGITS_OF_STRANGERS):
        bits = hypothesis.bits - min(3.3 * significant_digits(group.lead.value), 9.0) / 2
        yield Candidate(group, hypothesis, group.lead.value, anchor, None, bits)


def _step(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield that a depth is how far troops went that day: far less than anybody's depth."""
    if group.lead.metric is not Metric.DEPTH_KM or group.lead.kind is not Kind.TOTAL:
        return
    others = [other for other in anchors.like(group) if other.age_days <= 1]
    if others and all(group.loose.high < STEP_SHARE * other.lead.value for other in others):
        hypothesis = BY_NAME["step-for-depth"]
        yield Candidate(group, hypothesis, math.nan, None, None, hypothesis.bits + blame_bits(group, None))


def _other_scope(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield that a figure is a part's, printed for the whole, or the whole's, printed for a part."""
    for anchor in anchors.elsewhere(group):
        if anchor.age_days == group.age_days:
            hypothesis = BY_NAME["part-of-scope" if group.scope.holds(anchor.scope) else "whole-for-part"]
            bits = hypothesis.bits - min(3.3 * significant_digits(group.lead.value), 10.0) + blame_bits(group, anchor)
            yield Candidate(group, hypothesis, group.lead.value, anchor, None, bits)
