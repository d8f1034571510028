"""Find the width or the depth that a claimed area implies, and build the three bands that go with it.

Of depth, width and area two give the third, since an area never shrinks as depth or width grows. The convention, stated
in full because it is a choice and not a fact:

* *likely*: the tapered shape of `geo.geometry.bands` at the greatest claimed depth (or the greatest claimed width) that
  has the claimed area.
* How full such a shape is nobody says, so what is found is an interval: from the fullest shape of the convention's
  range at the greatest depth and the least area, to the emptiest at the least depth and the greatest area.
* *inner*: the wedge over the narrow end of that interval, as far as it lies in likely; *outer*: all ground within the
  greatest depth of the wide end. Both also say that nobody knows where along the border the ground lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.bands import DEFAULT, Advance, Convention, build_advance, dense_lonlat, nested_bands
from geo.geometry.bands import taper_area_km2 as area_of
from geo.geometry.border import BorderLine
from geo.geometry.linear_referencing import polygons_of
from geo.geometry.section import BorderSection

#: The narrowest stretch and the depths that are tried, km: what would be narrower is no front.
LEAST_KM = 1.0
MOST_DEPTH_KM = 200.0
#: How near an area must come to the claimed one, as a share of it.
NEAR = 0.003
TRIES = 60

#: From the least to the greatest value, in the unit of the name.
Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Lay:
    """Where along the border a body is laid: its middle and its deepest place, metres along the baseline."""

    middle_m: float
    peak_m: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Three nested bands, lon/lat, on the target side, with their areas in km²; innermost first."""

    inner: BaseGeometry
    likely: BaseGeometry
    outer: BaseGeometry
    areas_km2: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Implied:
    """What two of depth, width and area imply.

    `chord_km` and `along_km` are the stretch of border that is needed, read straight and along the border, from the
    narrow to the wide end. `notes` are sentences on where an end of an interval could not be reached.
    """

    ground: Ground
    depth_km: Range
    chord_km: Range
    along_km: Range
    notes: tuple[str, ...] = ()


def implied_width(border: BorderLine, depth_km: Range, area_km2: tuple[float, float, float], lay: Lay) -> Implied:
    """Find the stretch of border that an area (least, likely, greatest; km²) needs at a depth (least, greatest; km).

    The stretch widens evenly along the baseline from the middle of `lay`.

    Raises
    ------
    GeometryError
        If no width fits: the area is too large for the border here, or so small that it would be no front.
    """
    low, high = depth_km
    least, wanted, most = area_km2
    longest_m = min(lay.middle_m, border.baseline_index.length_m - lay.middle_m)
    span = (LEAST_KM * 500, longest_m)
    if span[1] <= span[0]:
        raise GeometryError("the places lie at the end of the border; no stretch can be laid evenly around them")

    def area(depth: float, convention: Convention) -> Callable[[float], float]:
        return lambda half_m: area_of(border, depth, stretch(border, lay, half_m), convention)

    half_m, end = solved(area(high, DEFAULT), wanted, span, 500 * wanted / (high * DEFAULT.fill))
    if end:
        raise GeometryError(_misfit(wanted, high, stretch(border, lay, half_m), end))
    full, empty = _extremes()
    narrow_m, short = solved(area(high, full), least, (span[0], half_m), half_m * DEFAULT.fill / full.fill)
    guess = half_m * (most / wanted) * (high / low) * DEFAULT.fill / empty.fill
    wide_m, beyond = solved(area(low, empty), most, (half_m, span[1]), guess)
    notes = [f"the narrow end of the width is under {LEAST_KM:g} km"] if short < 0 else []
    if beyond > 0:
        notes.append(f"at {low:g} km deep the border ends before it is wide enough, so all of it there is taken")
    ends = [stretch(border, lay, metres) for metres in (narrow_m, wide_m)]
    ground = _ground(
        border,
        build_advance(border, low, ends[0]).inner,
        build_advance(border, high, stretch(border, lay, half_m)).likely,
        build_advance(border, high, ends[1]).outer,
    )
    return Implied(ground, depth_km, _span([e.chord_km for e in ends]), _span([e.along_km for e in ends]), tuple(notes))


def implied_depth(
    border: BorderLine, sections: tuple[BorderSection, BorderSection], area_km2: tuple[float, float, float]
) -> Implied:
    """Find the depth that an area (least, likely, greatest; km²) needs over the narrow and the wide section claimed.

    Raises
    ------
    GeometryError
        If no depth up to 200 km fits.
    """
    narrow, wide = sections
    least, wanted, most = area_km2
    span = (LEAST_KM / 10, MOST_DEPTH_KM)

    def area(section: BorderSection, convention: Convention) -> Callable[[float], float]:
        return lambda depth_km: area_of(border, depth_km, section, convention)

    depth_km, end = solved(area(wide, DEFAULT), wanted, span, wanted / (wide.chord_km * DEFAULT.fill))
    if end:
        raise GeometryError(
            f"no depth of {span[0]:g} to {span[1]:g} km gives {area_text(wanted)} over {wide.chord_km:,.0f} km of "
            "border"
        )
    full, empty = _extremes()
    shallow_km, _ = solved(area(wide, full), least, (span[0], depth_km), depth_km * DEFAULT.fill / full.fill)
    guess = depth_km * (most / wanted) * (wide.chord_km / narrow.chord_km) * DEFAULT.fill / empty.fill
    deep_km, beyond = solved(area(narrow, empty), most, (depth_km, span[1]), guess)
    notes = (f"over the narrow end of the width not even {MOST_DEPTH_KM:g} km would do",) if beyond > 0 else ()
    ground = _ground(
        border,
        build_advance(border, shallow_km, narrow).inner,
        build_advance(border, depth_km, wide).likely,
        build_advance(border, deep_km, wide).outer,
    )
    chord, along = [_span([s.chord_km for s in sections]), _span([s.along_km for s in sections])]
    return Implied(ground, (shallow_km, deep_km), chord, along, notes)


def stretch(border: BorderLine, lay: Lay, half_m: float) -> BorderSection:
    """Return the section that reaches `half_m` along the baseline to either side of a middle.

    Its deepest place is the lay's, but never nearer to an end than a quarter of the section: a place at the rim of a
    body says little about where it is deepest.
    """
    peak_m = min(max(lay.peak_m, lay.middle_m - half_m / 2), lay.middle_m + half_m / 2)
    return border.section_between(lay.middle_m - half_m, lay.middle_m + half_m, centre_m=peak_m)


def solved(area: Callable[[float], float], wanted: float, span: Range, guess: float) -> tuple[float, int]:
    """Return where a growing function of a value above 0 is `wanted`, within a span.

    Few values are tried, as each costs up to half a second: from the guess in steps of the ratio that is lacking, then
    by the secant of both sides (Illinois).

    Returns
    -------
    float, int
        The value, and 0; or the low end of the span and -1, where even that is too much; or the high end and 1, where
        not even that is enough.

    Raises
    ------
    GeometryError
        If the function jumps past it.

    Examples
    --------
    >>> value, end = solved(lambda side: side * side, 2.0, (0.1, 9.0), 1.0)
    >>> round(value, 2), end
    (1.41, 0)
    >>> solved(lambda side: side * side, 100.0, (0.1, 9.0), 1.0)
    (9.0, 1)
    """
    (low, high), (below, above) = span, (0.0, 0.0)
    value, side = min(max(guess, low), high), 0
    for attempt in range(TRIES):
        found = area(value)
        off = found - wanted
        if abs(off) <= NEAR * wanted:
            return value, 0
        if off < 0:
            if value >= span[1]:
                return value, 1
            low, below, above, side = value, off, above / 2 if side < 0 else above, -1
        else:
            if value <= span[0]:
                return value, -1
            high, above, below, side = value, off, below / 2 if side > 0 else below, 1
        if below and above:
            halved = attempt % 5 == 4 or high - low < 1e-9 * high
            value = (low + high) / 2 if halved else high - above * (high - low) / (above - below)
        else:
            step = value * (wanted / found) * (1.02 if off < 0 else 0.98) if found > 0 else 2 * value
            value = min(max(step, span[0]), span[1])
    raise GeometryError(f"the area jumps past {area_text(wanted)} here, so that no shape of this kind has it")


def area_text(area_km2: float) -> str:
    """Put an area into words, a small one with a decimal.

    >>> area_text(1263.4), area_text(8.93), area_text(0.3), area_text(4)
    ('1,263 km²', '8.9 km²', '0.3 km²', '4 km²')
    """
    return f"{area_km2:,.0f} km²" if area_km2 >= 10 else f"{area_km2:.2g} km²"


def ground_of(advance: Advance) -> Ground:
    """Return the bands of a reconstruction as they are."""
    return Ground(advance.inner, advance.likely, advance.outer, advance.areas_km2)


def nested_ground(border: BorderLine, bands_m: list[BaseGeometry]) -> Ground:
    """Return bands in metres, innermost first, as exactly nested bands in lon/lat with their areas."""
    bands = nested_bands([dense_lonlat(polygons_of(band), border) for band in bands_m])
    areas = [float(border.metric.to_metric(band).area) / 1e6 for band in bands]
    return Ground(bands[0], bands[1], bands[2], (areas[0], areas[1], areas[2]))


def _ground(border: BorderLine, inner: BaseGeometry, likely: BaseGeometry, outer: BaseGeometry) -> Ground:
    # What is valid in degrees may touch itself by a millimetre in metres.
    metric = [border.metric.to_metric(band) for band in (inner, likely, outer)]
    inner_m, likely_m, outer_m = (shapely.make_valid(band, method="structure", keep_collapsed=False) for band in metric)
    return nested_ground(border, [inner_m.intersection(likely_m), likely_m, outer_m.union(likely_m)])


def _extremes() -> tuple[Convention, Convention]:
    """Return the convention with the fullest and with the emptiest shape of its range."""
    low, high = DEFAULT.fill_range
    return replace(DEFAULT, fill=high), replace(DEFAULT, fill=low)


def _span(values: list[float]) -> Range:
    return min(values), max(values)


def _misfit(wanted: float, depth_km: float, tried: BorderSection, end: int) -> str:
    if end < 0:
        return f"{area_text(wanted)} is too small for {depth_km:g} km deep: {LEAST_KM:g} km of border would have more"
    return (
        f"{area_text(wanted)} is too large for {depth_km:g} km deep: all the border there, {tried.chord_km:,.0f} km "
        "straight, gives less"
    )
