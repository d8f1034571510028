"""Units of length and area behind a number, in words and signs of three languages, and what one is in km or km²."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures."""

    LENGTH = "length"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit behind a number: `factor` makes km or km² of it, `end` is where it ends in the text."""

    dimension: Dimension
    factor: float
    end: int
    name: str

    @property
    def metric(self) -> bool:
        """Whether it is the unit of the ledger, so that nothing is converted."""
        return self.factor == 1.0


_KM = r"(?:kms?|kilomet(?:er|re)s?|км|километр\w*|кілометр\w*)"
_MILE = r"(?:miles?|mi|мил[ьяюи]\w*|миль)"
_SQUARE = r"(?:square|sq\.?|кв\.?|квадратн\w*)"
_UNITS = (
    (Dimension.AREA, 1.0, "km²", rf"(?:{_SQUARE}[\s-]*{_KM}|{_KM}\s?(?:2|²|\^2|\bкв\.?)|sqkm|квадратн\w+ км)"),
    (Dimension.AREA, 2.589988110336, "square miles", rf"(?:{_SQUARE}[\s-]*{_MILE}|{_MILE}\s?(?:2|²))"),
    (Dimension.AREA, 0.01, "hectares", r"(?:hectares?|ha|га|гектар\w*)"),
    (Dimension.LENGTH, 1.0, "km", _KM),
    (Dimension.LENGTH, 1.609344, "miles", _MILE),
    (Dimension.LENGTH, 0.001, "metres", r"(?:met(?:er|re)s?|m|м|метр\w*)"),
)
_BEHIND = [
    (dim, factor, name, re.compile(rf"\s*\+?-?\s*{words}(?![\wа-яіїєґ²])\.?")) for dim, factor, name, words in _UNITS
]


def unit_behind(text: str, end: int) -> PrintedUnit | None:
    """Return the unit that follows a number in a text in lower case, or None.

    >>> unit_behind("12 кв. км", 2).name, unit_behind("7-mile", 1).factor, unit_behind("28 villages", 2)
    ('km²', 1.609344, None)
    """
    for dimension, factor, name, words in _BEHIND:
        found = words.match(text, end)
        if found:
            return PrintedUnit(dimension, factor, found.end() - found.group().endswith("."), name)
    return None


def converted(value: float, factor: float) -> float:
    """Return a printed value in km or km²: as printed where nothing is converted, else to one decimal, whole from 100.

    >>> converted(12.5, 1.0), converted(386, 2.589988110336), converted(9, 1.609344), converted(800, 0.001)
    (12.5, 1000.0, 14.5, 0.8)
    """
    if factor == 1.0:
        return value
    if factor < 1.0:
        return round(value * factor, 3)
    return round(value * factor, 1 if value * factor < 100 else 0)
