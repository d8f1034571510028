"""Candidates in which the number is right and stands for something else: another kind, metric, scope or day."""

from __future__ import annotations

import math
from collections.abc import Iterator

from geo.consistency.anchors import Anchors, Candidate, blame_bits
from geo.consistency.hypotheses import BY_NAME
from geo.consistency.links import Link
from geo.consistency.readings import gap, significant_digits
from geo.consistency.statements import StatementGroup, tied
from geo.model.claims import Kind, Metric

#: A stranger's old figure is recognised by at least so many digits.
LEAST_DIGITS_OF_STRANGERS = 3
#: A claimant's two figures of one thing are far from each other by this factor; two counts of a day are not.
FAR_FROM_OWN = 1.3
#: A depth below this share of all others may be a day's step.
STEP_SHARE = 0.4


def meaning_slips(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield what else a figure may be: of another kind or metric, of another day, of a part, of a day's step."""
    yield from _misfiled(group, anchors)
    yield from _older(group, anchors)
    yield from _other_scope(group, anchors)
    yield from _step(group, anchors)
    yield from _wrong_mouth(group, anchors)


def _wrong_mouth(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield that a figure is another claimant's: its own claimant gives a far other one, and that one gives this."""
    if group.lead.metric is Metric.DEPTH_KM or group.age_days:
        return  # who gives two depths may mean two axes
    like = [other for other in anchors.like(group) if other.age_days == 0]
    own = [other for other in like if other.lead.claimant == group.lead.claimant]
    if not any(gap(group.loose, other.loose) >= FAR_FROM_OWN for other in own):
        return
    for anchor in like:
        if anchor.lead.value == group.lead.value and tied(group, anchor) is Link.NONE:
            hypothesis = BY_NAME["wrong-mouth"]
            bits = hypothesis.bits - min(3.3 * significant_digits(group.lead.value), 7.0)
            yield Candidate(group, hypothesis, group.lead.value, anchor, None, bits)


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
