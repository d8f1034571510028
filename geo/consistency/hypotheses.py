"""The table of hypotheses and scales: what may have happened to a figure, how rare that is, and how figures relate.

Costs are in bits: a hypothesis of one bit more is half as likely before the figures are looked at. What a hypothesis
predicts to the printed digit is paid back in bits as well (`evidence_bits`), so the cheapest explanation is the one
that says most with least. The method page prints this table.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from geo.analysis.unit_errors import KM2_PER_SQUARE_MILE, KM_PER_MILE
from geo.consistency.readings import last_digit
from geo.model.claims import Metric

LENGTHS = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM})
AREAS = frozenset({Metric.AREA_KM2})
GROUND_METRICS = LENGTHS | AREAS
PEOPLE = frozenset({Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT})
CASUALTY_METRICS = frozenset({Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED, Metric.CHILDREN_WOUNDED})
COUNTS = PEOPLE | CASUALTY_METRICS | {Metric.SETTLEMENTS}
EVERY = frozenset(Metric)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One thing that may have happened to a figure.

    `bits` is its cost; `factor` what the right figure was multiplied by (0: no factor); `metrics` those it happens to;
    `words` names it in one clause.
    """

    name: str
    bits: float
    metrics: frozenset[Metric]
    words: str
    factor: float = 0.0


#: Slips: the figure is not what was said. The words are those of a verdict's "likely mistake".
SLIPS: tuple[Hypothesis, ...] = (
    Hypothesis("miles-for-km", 6.5, LENGTHS, "miles stand for kilometres", 1 / KM_PER_MILE),
    Hypothesis("km-for-miles", 7.0, LENGTHS, "kilometres were taken for miles and converted", KM_PER_MILE),
    Hypothesis("square-miles", 6.0, AREAS, "square miles stand for square kilometres", 1 / KM2_PER_SQUARE_MILE),
    Hypothesis(
        "km2-for-square-miles",
        6.5,
        AREAS,
        "square kilometres were taken for square miles and converted",
        KM2_PER_SQUARE_MILE,
    ),
    Hypothesis(
        "linear-factor",
        6.0,
        AREAS,
        "square miles made with the factor for lengths (0.6214 for 0.3861) were converted back",
        KM_PER_MILE,
    ),
    Hypothesis(
        "linear-factor-miles",
        6.0,
        AREAS,
        "square miles made with the factor for lengths (0.6214 for 0.3861) stand for square kilometres",
        1 / KM_PER_MILE,
    ),
    Hypothesis("hectares", 7.5, AREAS, "hectares stand for square kilometres", 100.0),
    Hypothesis("hectares-taken", 9.0, AREAS, "square kilometres were taken for hectares and converted", 0.01),
    Hypothesis("acres", 8.5, AREAS, "acres stand for square kilometres", 247.105),
    Hypothesis("metres", 7.5, LENGTHS, "metres stand for kilometres", 1000.0),
    Hypothesis("thousand-lost", 6.0, COUNTS | AREAS, "the thousands are lost", 0.001),
    Hypothesis("thousand-added", 7.6, COUNTS | AREAS, "a thousand is added: three zeros too many", 1000.0),
    Hypothesis("decimal-up", 6.5, EVERY, "the decimal point slipped, or a zero was added: ten times too much", 10.0),
    Hypothesis("decimal-down", 6.5, EVERY, "the decimal point slipped, or a zero was lost: ten times too little", 0.1),
    Hypothesis(
        "decimal-up-two", 8.0, EVERY, "the decimal point slipped by two places: a hundred times too much", 100.0
    ),
    Hypothesis(
        "decimal-down-two", 8.0, EVERY, "the decimal point slipped by two places: a hundred times too little", 0.01
    ),
    Hypothesis("digits-swapped", 7.0, EVERY, "two digits are swapped"),
    Hypothesis("digit-dropped", 8.0, EVERY, "a digit is left out"),
    Hypothesis("digit-doubled", 8.0, EVERY, "a digit is printed twice"),
    Hypothesis("total-for-additional", 5.0, EVERY, "the total was printed as so many more"),
    Hypothesis("additional-for-total", 7.0, EVERY, "an increase was printed as the total"),
    Hypothesis("part-for-total", 7.0, EVERY, "a part was printed as the total"),
    Hypothesis("part-of-scope", 7.0, EVERY, "the figure of a part, or district, was printed for the whole"),
    Hypothesis("whole-for-part", 7.0, EVERY, "the figure of the whole oblast was printed for a part of it"),
    Hypothesis("step-for-depth", 8.5, LENGTHS, "how far troops went that day was printed as the depth"),
    Hypothesis("remaining-for-total", 7.0, EVERY, "what remains was printed as the total"),
    Hypothesis("other-metric", 7.0, EVERY, "one figure was printed for another"),
    Hypothesis("wrong-mouth", 6.0, EVERY, "one claimant's figure was printed as another's"),
    Hypothesis("product", 5.0, AREAS, "a product of depth and width is printed as an area that somebody stated"),
    Hypothesis("older-figure", 4.0, EVERY, "the figure of an earlier day is printed as the day's"),
    Hypothesis("wrong-place", 5.0, EVERY, "another place is meant, perhaps one of the same name"),
    Hypothesis("wrong-day", 5.0, EVERY, "the day, the month or the year is wrong"),
    Hypothesis("unknown-slip", 16.0, EVERY, "the figure is out of all proportion"),
)

#: Honest readings: the figure is what was said, and says something else than it seems to.
READINGS: tuple[Hypothesis, ...] = (
    Hypothesis("rounded", 0.5, EVERY, "rounded to the last digit that is printed, without “about”"),
    Hypothesis("other-axis", 1.0, frozenset({Metric.DEPTH_KM}), "two depths, each along another axis"),
    Hypothesis("other-ground", 2.0, GROUND_METRICS, "held, merely entered, or unclear"),
    Hypothesis("other-count", 2.0, COUNTS, "other offices, districts or kinds are counted, or some are left out"),
    Hypothesis("other-hour", 3.0, EVERY, "another hour of the day, or a day between"),
    Hypothesis("wider-plan", 3.0, PEOPLE, "the plan covers a wider area"),
    Hypothesis("changed-hands", 2.0, frozenset(), "a place was won or lost again within the day or since"),
)

BY_NAME = {hypothesis.name: hypothesis for hypothesis in (*SLIPS, *READINGS)}

#: A slip is called one where it is cheaper than every honest reading by this much, bits.
MARGIN_BITS = 2.0
#: Runners-up within this much of the cheapest are told, bits.
NEARLY_BITS = 2.0
#: A slip that no other figure shows the right value of costs so much more, bits.
UNSEEN_BITS = 5.5
#: A slip between voices with nothing in common costs so much more: many pairs were looked at. Bits.
STRANGERS_BITS = 3.0
#: The same where the figure is a conversion met to three digits: chance seldom does that.
STRANGERS_SHARP_BITS = 1.5
SHARP_BITS = 6.0
#: No coincidence counts for more, bits.
MOST_EVIDENCE_BITS = 12.0
#: A figure that is another's to the last digit, and a power of ten apart, says at least so much, bits.
POWER_BITS = {10.0: 2.5, 100.0: 3.5, 1000.0: 5.0}
#: A printed conversion is rounded on the way, by this share.
CONVERSION_SHARE = 0.001

#: What it costs to let two figures of one thing stand beside each other, by how they hang together (`Link`), bits.
APART_BITS = {0: 2.0, 1: 4.0, 2: 7.0, 3: 9.0}
#: The same for depths of one speaker: two axes, or deepest point and ground held.
AXES_BITS = 1.0
#: Beyond this ratio (mappers of one day seldom differ by more in area) each doubling costs so many bits more.
USUAL_RATIO = {"ground": 1.6, "depth": 3.0, "people": 1.3}
DOUBLING_BITS = 3.0

#: Ground no wider than this, km, on the average of its depth is a corridor that nobody holds.
THINNEST_KM = 0.2
#: More settlements than this on a square kilometre are nowhere here.
SETTLEMENTS_PER_KM2 = 0.6
#: More killed than so many times the wounded, and some, are out of proportion.
KILLED_PER_WOUNDED = 5.0
#: A total that is so many times the same claimant's of the days before is out of proportion.
LEAP = 30.0


def printed_tolerance(value: float) -> float:
    """Return by how much a printed figure may differ from what was converted: its last digit, and rounding before."""
    step = last_digit(value)
    if value == int(value) and step > 1:
        step = min(step, max(1.0, 0.02 * value))
    return step / 2 + CONVERSION_SHARE * value


def evidence_bits(value: float, tolerance: float) -> float:
    """Return how much it says, in bits, that a figure was met within a tolerance.

    >>> round(evidence_bits(386, 0.9)), round(evidence_bits(16, 0.5))
    (8, 4)
    """
    if value <= 0:
        return 0.0
    return max(0.0, min(MOST_EVIDENCE_BITS, -math.log2(max(2 * tolerance / value, 1e-6))))
