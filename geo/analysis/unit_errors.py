"""Find the unit error or typo that would explain a figure: another unit, the wrong factor, a lost thousand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.analysis.ledger_lookup import LedgerLookup
from geo.model.claims import Claim, Metric

KM_PER_MILE = 1.609344
KM2_PER_SQUARE_MILE = KM_PER_MILE**2

#: How near a figure must come to another, as a part of it, for a unit error to explain it.
TOLERANCE = 0.02

_LENGTHS = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM})
_AREAS = frozenset({Metric.AREA_KM2})
_PEOPLE = frozenset({Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT})

#: The factor that would make a figure right, for which metrics, how to say it, and whether one claimant alone counts.
_UNIT_ERRORS = (
    (KM_PER_MILE, _LENGTHS, "looks like miles", False),
    (KM2_PER_SQUARE_MILE, _AREAS, "looks like square miles", False),
    (KM_PER_MILE, _AREAS, "looks like square miles made with the factor of length", True),
    (0.001, _LENGTHS, "looks like metres", False),
    (0.01, _AREAS, "looks like hectares", False),
    (1000.0, _PEOPLE, "looks like a lost thousand", False),
)
_MILES = r"\s*-?\s*(?:(?:sq\.?|square)\s*-?\s*)?mi(?:les?)?"


@dataclass(frozen=True, slots=True)
class UnitError:
    """A likely unit error or typo: times `factor`, the figure is that of `other`."""

    factor: float
    words: str
    other: Claim


def unit_error_of(claim: Claim, ledger: LedgerLookup) -> UnitError | None:
    """Find the first unit error or typo that turns a claim's figure into another one of the same metric, kind and day.

    A figure that some other claim gives as it stands has none: it was said.
    """
    if _first_close(claim, claim.value, ledger) is not None:
        return None
    for factor, metrics, words, one_voice in _UNIT_ERRORS:
        if claim.metric in metrics:
            other = _first_close(claim, claim.value * factor, ledger, one_voice=one_voice)
            if other is not None:
                return UnitError(factor, words, other)
    return None


def _first_close(claim: Claim, value: float, ledger: LedgerLookup, *, one_voice: bool = False) -> Claim | None:
    """Return the first other claim of the same metric, kind and day to which a value comes close."""
    slack = 1 + 1e-9  # the span is a little too wide, so that rounding leaves nothing out; `_close` decides
    low, high = value / (1 + TOLERANCE) / slack, value / (1 - TOLERANCE) * slack
    near = (other for other in ledger.of_day(claim, low, high) if _close(value, other.value))
    return next((other for other in near if not one_voice or _same_voice(claim, other)), None)


def _same_voice(one: Claim, other: Claim) -> bool:
    return one.claimant == other.claimant or (bool(one.root) and one.root == other.root)


def says_miles(claim: Claim) -> bool:
    """Whether a row's own words give its very figure in miles, though the metric is in kilometres."""
    if claim.metric not in _LENGTHS | _AREAS:
        return False
    figure = rf"(?<![\d.,]){re.escape(f'{claim.value:.10g}')}{_MILES}\b"
    return re.search(figure, f"{claim.summary} {claim.note}", re.IGNORECASE) is not None


def from_miles(text: str, metric: str) -> str:
    """Say in the unit of a metric what a number is if it is in miles; empty where there is no number or no such unit.

    >>> from_miles("7.5 miles", "depth_km"), from_miles("386 sq mi", "area_km2"), from_miles("28 miles", "settlements")
    ('7.5 in miles is 12.1 km', '386 in square miles is 1,000 km²', '')
    """
    match = re.fullmatch(rf"(\d+(?:\.\d+)?)(?:{_MILES})?", text.strip(), re.IGNORECASE)
    factor, unit = (KM2_PER_SQUARE_MILE, "km²") if metric == Metric.AREA_KM2 else (KM_PER_MILE, "km")
    if match is None or metric not in _LENGTHS | _AREAS:
        return ""
    return f"{match[1]} in {'square miles' if unit == 'km²' else 'miles'} is {rounded(float(match[1]) * factor)} {unit}"


def rounded(value: float) -> str:
    """Write a converted figure with three digits that count.

    >>> rounded(12.07008), rounded(999.735)
    ('12.1', '1,000')
    """
    return f"{float(f'{value:.3g}'):,.10g}"


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * other
