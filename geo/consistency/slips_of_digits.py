"""Candidates in which the digits were misprinted: two swapped, one left out, one printed twice."""

from __future__ import annotations

import math
from collections.abc import Iterator

from geo.consistency.anchors import Anchors, Candidate, blame_bits, values_of
from geo.consistency.hypotheses import BY_NAME
from geo.consistency.readings import significant_digits
from geo.consistency.statements import StatementGroup


def digit_slips(group: StatementGroup, anchors: Anchors) -> Iterator[Candidate]:
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
            yield Candidate(group, hypothesis, value, anchor, values_of(group, value), bits)


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
