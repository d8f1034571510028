"""The reach of a printed figure: as it was put, and as far as a rounding that nobody mentioned takes it."""

from __future__ import annotations

import math

from geo.analysis.value_range import ABOUT, MEASURED_METRICS, ROUNDED, Interval
from geo.model.claims import Claim, Metric, Modality

#: A figure printed as exact may be rounded to its last digit that is not zero, but to no more than this share.
UNSAID_ROUNDING = 0.10
#: And large numbers of people to no more than this.
UNSAID_ROUNDING_OF_PEOPLE = 0.05
_MANY = 1000
#: The bound of "at least" and "up to" is rounded too, to no more than this share.
BOUND_ROUNDING = 0.05


def last_digit(value: float) -> float:
    """Return the unit of the last digit that is printed and not zero.

    >>> last_digit(1260), last_digit(1263), last_digit(12.5), last_digit(121000)
    (10.0, 1.0, 0.1, 1000.0)
    """
    if value == 0 or not math.isfinite(value):
        return 1.0
    digits = f"{value:.10g}"
    if "e" in digits:
        return float(10 ** math.floor(math.log10(abs(value))))
    whole, _, decimals = digits.partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def reading(metric: Metric, modality: Modality, value: float, high: float | None = None) -> Interval:
    """Return the values that a printed figure allows, a rounding that nobody mentioned included.

    >>> reading(Metric.AREA_KM2, Modality.EXACT, 1260)
    Interval(low=1255.0, high=1265.0)
    >>> reading(Metric.CIVILIANS_WOUNDED, Modality.EXACT, 12)
    Interval(low=12.0, high=12.0)
    >>> reading(Metric.AREA_KM2, Modality.ABOUT, 1000)
    Interval(low=900.0, high=1100.0)
    """
    step = last_digit(value) / 2
    if metric not in MEASURED_METRICS and step < 1:
        step = 0.0
    if modality is Modality.RANGE and high is not None:
        return Interval(value - min(step, BOUND_ROUNDING * value), high + min(last_digit(high) / 2, 0.05 * high))
    if modality is Modality.AT_LEAST:
        return Interval(value - min(step, BOUND_ROUNDING * value), math.inf)
    if modality is Modality.UP_TO:
        return Interval(0.0, value + min(step, BOUND_ROUNDING * value))
    if modality is Modality.ABOUT:
        slack = max(ABOUT * value, min(step, 2 * ABOUT * value) if value < 10 else 0.0)
    else:
        most = UNSAID_ROUNDING_OF_PEOPLE if metric in ROUNDED and value >= _MANY else UNSAID_ROUNDING
        slack = min(step, most * value)
        if metric in MEASURED_METRICS:
            slack = max(slack, 0.5 if value == int(value) else 0.05)
    return Interval(value - slack, value + slack)


def reading_of(claim: Claim) -> Interval:
    """Return the values that a claim allows, a rounding that nobody mentioned included."""
    return reading(claim.metric, claim.modality, claim.value, claim.value_high)


def significant_digits(value: float) -> int:
    """Count the digits that carry something.

    >>> significant_digits(1000), significant_digits(386), significant_digits(7.46), significant_digits(121000)
    (1, 3, 3, 3)
    """
    return len(f"{value:.10g}".replace(".", "").lstrip("0").rstrip("0")) or 1


def gap(one: Interval, other: Interval) -> float:
    """Return the ratio by which two intervals miss each other; 1 where they meet."""
    if one.meets(other):
        return 1.0
    low, high = (one, other) if one.high < other.low else (other, one)
    return high.low / low.high if low.high > 0 else math.inf
