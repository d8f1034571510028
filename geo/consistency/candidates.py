"""Candidates: what each hypothesis says a figure should have been, and which other figure shows it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from geo.consistency.anchors import Anchors, Candidate, blame_bits, values_of
from geo.consistency.hypotheses import (
    BY_NAME,
    COUNTS,
    LENGTHS,
    POWER_BITS,
    SHARP_BITS,
    SLIPS,
    STRANGERS_BITS,
    STRANGERS_SHARP_BITS,
    UNSEEN_BITS,
    Hypothesis,
    evidence_bits,
    printed_tolerance,
)
from geo.consistency.links import Link
from geo.consistency.readings import last_digit, significant_digits
from geo.consistency.slips_of_digits import digit_slips
from geo.consistency.slips_of_meaning import meaning_slips
from geo.consistency.statements import StatementGroup, tied
from geo.model.claims import Metric

#: A count below this is met only by the very number: 18 for 180, and not for 183.
SMALL_COUNT = 100
#: A count below this is not called a slip that no other figure shows.
SMALL_UNSEEN = 10
#: A figure met by less than this shows nothing: most single digits meet something.
LEAST_EVIDENCE_BITS = 2.5
_FACTORS = tuple(slip for slip in SLIPS if slip.factor)


def candidates(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
    """Yield every hypothesis about a figure, those that another figure shows first."""
    yield from meaning_slips(group, anchors)
    for hypothesis in _FACTORS:
        if group.lead.metric in hypothesis.metrics and _possible(group, hypothesis):
            yield from _factored(group, hypothesis, anchors)
    yield from digit_slips(group, anchors)
    unknown = BY_NAME["unknown-slip"]
    yield Candidate(group, unknown, math.nan, None, None, unknown.bits + blame_bits(group, None))


def _possible(group: StatementGroup, hypothesis: Hypothesis) -> bool:
    """Whether the right figure would be whole where it must be; a thousandth of 12 people is nobody."""
    right = group.lead.value / hypothesis.factor
    if group.lead.metric in LENGTHS or group.lead.metric is Metric.AREA_KM2:
        return right > 0.05
    return right >= 1 and (hypothesis.factor < 1 or right == int(right))


def _factored(group: StatementGroup, hypothesis: Hypothesis, anchors: Anchors) -> Iterator[Candidate]:
    value, factor = group.lead.value, hypothesis.factor
    right, power = value / factor, POWER_BITS.get(round(max(factor, 1 / factor), 6), 0.0)
    tolerance = last_digit(value) / 2 if power else printed_tolerance(value)
    shown = evidence_bits(value, tolerance)
    small = group.lead.metric in COUNTS and value < SMALL_COUNT and power and power < POWER_BITS[1000.0]
    found = False
    for anchor in anchors.near(group, right, (0.05 if small else tolerance) / factor * (1 + 1e-9)):
        to_the_digit = power if math.isclose(anchor.lead.value, right, rel_tol=1e-9) else 0.0
        evidence = max(shown, to_the_digit)
        if evidence < LEAST_EVIDENCE_BITS:
            continue
        found = True
        bits = hypothesis.bits - evidence + blame_bits(group, anchor)
        if evidence >= SHARP_BITS and tied(group, anchor) is Link.NONE:
            bits -= STRANGERS_BITS - STRANGERS_SHARP_BITS
        if not power:
            bits += 2.0 * (significant_digits(value) < significant_digits(anchor.lead.value))
        yield Candidate(group, hypothesis, anchor.lead.value, anchor, values_of(group, right), bits)
    if not found and not (group.lead.metric in COUNTS and value < SMALL_UNSEEN):
        bits = hypothesis.bits + UNSEEN_BITS + blame_bits(group, None)
        if factor == 0.001 and len(f"{value:.10g}".partition(".")[2]) == 3:
            bits -= 4.0  # 1.263 for 1,263: a comma of thousands was read as a decimal one
        yield Candidate(group, hypothesis, right, None, values_of(group, right), bits)
