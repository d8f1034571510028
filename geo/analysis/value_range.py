"""The range of values that a claim allows: a number with its modality, as an interval."""

from __future__ import annotations

import math
from dataclasses import dataclass

from geo.model.claims import Claim, Metric, Modality

#: "About" leaves a tenth either way: spoken figures here are rounded to one or two digits (1,000 km², 12 km).
ABOUT = 0.10
#: A head-count printed as exact but ending in zeros is rounded; it is never taken to be vaguer than this share.
ROUNDED_HEADS = 0.025

MEASURED_METRICS = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2})
ROUNDED = frozenset({Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT})


@dataclass(frozen=True, slots=True)
class Interval:
    """Low and high in the claim's unit, both allowed; high may be infinite."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether one value suits both."""
        return self.low <= other.high and other.low <= self.high


def allowed(claim: Claim) -> Interval:
    """Return the values that a claim allows.

    "About" is 10 % either way, "at least" and "up to" are open to one side, a figure printed as exact is rounded to its
    last digit (measures) or its last digit that is not zero (people).

    >>> from datetime import date
    >>> base = dict(id="K1", about_date="2024-08-12", known_date="2024-08-12", claimant="a", side="russia",
    ...             source="s", kind="total", basis="stated")
    >>> allowed(Claim(**base, metric="area_km2", modality="about", value="1000"))
    Interval(low=900.0, high=1100.0)
    >>> allowed(Claim(**base, metric="depth_km", modality="exact", value="12"))
    Interval(low=11.5, high=12.5)
    >>> allowed(Claim(**base, metric="people_planned", modality="exact", value="59000"))
    Interval(low=58500.0, high=59500.0)
    >>> allowed(Claim(**base, metric="settlements", modality="at_least", value="28"))
    Interval(low=28.0, high=inf)
    """
    value = claim.value
    if claim.modality is Modality.RANGE and claim.value_high is not None:
        return Interval(value, claim.value_high)
    if claim.modality is Modality.AT_LEAST:
        return Interval(value, math.inf)
    if claim.modality is Modality.UP_TO:
        return Interval(0.0, value)
    slack = value * ABOUT if claim.modality is Modality.ABOUT else _rounding(claim)
    return Interval(value - slack, value + slack)


def _rounding(claim: Claim) -> float:
    """Return half of the last digit that was given."""
    value = claim.value
    if claim.metric in MEASURED_METRICS:
        return 0.5 if value == int(value) else 0.05
    if claim.metric not in ROUNDED or not value:
        return 0.0
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    return min(unit / 2, value * ROUNDED_HEADS) if unit > 1 else 0.0
