"""A piece of the border with a width, and how that width is measured: straight, or along every meander."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from shapely.geometry import LineString

from geo.errors import GeometryError
from geo.geometry.linear_referencing import LineIndex


class WidthMethod(StrEnum):
    """How a claimed width is measured; the values are those of the column `reading` in a case's files.

    >>> WidthMethod("chord") is WidthMethod("straight") is WidthMethod.STRAIGHT
    True
    """

    STRAIGHT = "chord"
    ALONG_BORDER = "along"

    @classmethod
    def _missing_(cls, value: object) -> WidthMethod | None:
        return {"straight": cls.STRAIGHT, "along_border": cls.ALONG_BORDER}.get(str(value))

    @classmethod
    def named(cls, value: str) -> WidthMethod:
        """Return the method of a name; GeometryError when there is none."""
        try:
            return cls(value)
        except ValueError as error:
            raise GeometryError(f"the width method is {value!r}; it must be 'straight' or 'along_border'") from error


@dataclass(frozen=True, slots=True)
class BorderSection:
    """A piece of the border, from-to along the baseline, with how its width is measured.

    Attributes
    ----------
    start_m, centre_m, end_m : float
        Metres along the baseline.
    width_method : WidthMethod
        How its width is measured: straight between the ends, or following the real border.
    chord_km : float
        Straight distance between its ends on the baseline.
    along_km : float
        Length of the real border within it, every meander counted.
    line : LineString
        That piece of the real border, lon/lat.
    """

    start_m: float
    centre_m: float
    end_m: float
    width_method: WidthMethod
    chord_km: float
    along_km: float
    line: LineString

    @property
    def width_km(self) -> float:
        """The width by the section's own method, km."""
        return self.chord_km if self.width_method is WidthMethod.STRAIGHT else self.along_km


def chord_ends(index: LineIndex, centre_m: float, width_m: float) -> tuple[float, float]:
    """Return the measures (m) reached by widening evenly from a centre until the ends are `width_m` apart.

    The first such place counts, so that a wider section always holds a narrower one.

    Raises
    ------
    GeometryError
        If the line ends before.
    """
    reach_m = min(centre_m, index.length_m - centre_m)
    half = np.append(np.arange(width_m / 2, reach_m, 50.0), reach_m) if reach_m >= width_m / 2 else np.array([])
    ends = index.at(centre_m + half), index.at(centre_m - half)
    chord = np.hypot(*(ends[0] - ends[1]).T) if len(half) else half
    wide = np.flatnonzero(chord >= width_m - 1e-6)
    if not len(wide):
        raise GeometryError(past_the_end(width_m / 1e3, WidthMethod.STRAIGHT))
    first = int(wide[0])
    best = (
        float(half[0])
        if first == 0
        else float(np.interp(width_m, chord[first - 1 : first + 1], half[first - 1 : first + 1]))
    )
    return centre_m - best, centre_m + best


def past_the_end(width_km: float, method: WidthMethod) -> str:
    """Return the sentence for a width that does not fit on the border."""
    return (
        f"a width of {width_km:g} km ({method}) runs past the end of the border; "
        "place it further from the end, or make it narrower"
    )
