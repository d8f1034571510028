"""Turn a claimed depth and width into three nested bands on the target side of the border.

The convention "tapered-12-40", stated in full because it is a choice and not a fact:

* *outer*: everything the claim allows, i.e. every point on the target side within the depth of the section,
  rounded ends counted.
* *likely*: a tapering depth ``depth * (1 - |u| ** p)``, u running from -1 to 1 over the section. On a straight border
  it fills ``p / (p + 1)`` of depth x width; the convention's fill of 0.70 lies in the middle of 0.57 to 0.84, the
  range measured on mappers' fronts of August 2024 there.
* *inner*: the wedge, p = 1, fill 0.50.

At stations along the smoothed baseline the taper is marched out until the *real* border is that far away, square to the
baseline's chord over the depth; neighbouring stations are joined by their hull. So depth holds against the real border,
and the contact of likely and inner with the border is the section. (Disks in place of that bulge beyond the ends of the
section, the deeper the wider: 30 km x 10 km would become a half moon of 60 km.)

In a bend towards the home side, other parts of the border come near: there the section may not allow the depth at all
(`Advance.reached_km` says how much it does), and likely and inner lean towards the deepest ground that it allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats
from geo.geometry.linear_referencing import buffer_within, polygons_of
from geo.geometry.section import BorderSection
from geo.geometry.taper import gap_polygons, tapered, transects_over

Band = Literal["inner", "likely", "outer"]
BANDS: tuple[Band, ...] = ("inner", "likely", "outer")
DEEPEST_KM = 500.0
BAND_GRID_DEG = 1e-7
EDGE_M = 2000.0


@dataclass(frozen=True, slots=True)
class Convention:
    """How a polygon is made from two numbers; it is named wherever the polygon is drawn.

    Attributes
    ----------
    name : str
        Shown to people.
    fill : float
        Fill factor of the likely band on a straight border, area / (depth x width).
    fill_range : (float, float)
        The range measured on mappers' fronts.
    """

    name: str = "tapered-12-40"
    fill: float = 0.70
    fill_range: tuple[float, float] = (0.57, 0.84)

    def __post_init__(self) -> None:
        if not 0.5 <= self.fill < 1:
            raise GeometryError(f"convention {self.name}: fill is {self.fill}; it must be in 0.5 (a wedge) to under 1")

    @property
    def description(self) -> str:
        """The convention in two sentences for legends and exports."""
        low, high = self.fill_range
        return (
            f"outer: every point within the claimed depth of the stretch; likely: depth tapering to the ends, filling "
            f"{self.fill:.2f} of depth x width on a straight border; inner: a wedge. {self.fill:.2f} is a convention: "
            f"mappers' fronts here filled {low:.2f} to {high:.2f}."
        )

    def power(self, band: Band) -> float:
        """Return the taper's exponent p for "inner" or "likely"."""
        return 1.0 if band == "inner" else self.fill / (1 - self.fill)


DEFAULT = Convention()


@dataclass(frozen=True)
class Advance:
    """The reconstruction of a depth and a width over a section; a claim, never control.

    Attributes
    ----------
    inner, likely, outer : Polygon or MultiPolygon
        Lon/lat; inner within likely within outer exactly, all on the target side.
    depth_km : float
        The claimed depth.
    reached_km : float
        The greatest distance from the real border within the outer band. Less than `depth_km` only where the border
        bends so tightly around the section that no point over it is that deep.
    section : BorderSection
    convention : Convention
    """

    inner: BaseGeometry
    likely: BaseGeometry
    outer: BaseGeometry
    depth_km: float
    reached_km: float
    section: BorderSection
    convention: Convention
    areas_km2: tuple[float, float, float]

    def area_km2(self, band: Band) -> float:
        """Return the area of a band in km² (metric CRS, equal-area)."""
        return self.areas_km2[BANDS.index(band)]


def build_advance(
    border: BorderLine, depth_km: float, section: BorderSection, convention: Convention = DEFAULT
) -> Advance:
    """Build the three bands of a claimed depth over a section.

    Parameters
    ----------
    border : BorderLine
    depth_km : float
        Above 0, at most 500.
    section : BorderSection
        Of that border: from `BorderLine.section`.
    convention : Convention

    Returns
    -------
    Advance
        No point of it is further than `depth_km` from the real border, and outer lacks none that is nearer (0.1 %).

    Raises
    ------
    GeometryError
        If the depth is out of range or the section is not of this border.

    Examples
    --------
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> advance = build_advance(border, 12, border.section(35.5, 51, 40))
    >>> [round(advance.area_km2(band)) for band in BANDS]
    [240, 336, 706]
    """
    _check_depth(depth_km)
    depth_m = depth_km * 1e3
    section_m = border.metric.to_metric(section.line)
    outer_m = border.on_target(buffer_within(section_m, depth_m))
    if outer_m.is_empty:
        raise GeometryError("the stretch has no ground on the target side; take it from this border")
    (likely_m, inner_m), reached_m = _tapers(border, depth_m, section, outer_m, ("likely", "inner"), convention)
    inner, likely, outer = nested_bands([dense_lonlat(polygons_of(m), border) for m in (inner_m, likely_m, outer_m)])
    areas = [float(border.metric.to_metric(band).area) / 1e6 for band in (inner, likely, outer)]
    return Advance(
        inner=inner,
        likely=likely,
        outer=outer,
        depth_km=depth_km,
        reached_km=reached_m / 1e3,
        section=section,
        convention=convention,
        areas_km2=(areas[0], areas[1], areas[2]),
    )


def taper_area_km2(
    border: BorderLine, depth_km: float, section: BorderSection, convention: Convention = DEFAULT
) -> float:
    """Return the area of the likely band of a depth (km) over a section, km², without building the others.

    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> round(taper_area_km2(border, 12, border.section(35.5, 51, 40)))
    336
    """
    _check_depth(depth_km)
    outer_m = border.on_target(buffer_within(border.metric.to_metric(section.line), depth_km * 1e3))
    (likely_m,), _ = _tapers(border, depth_km * 1e3, section, outer_m, ("likely",), convention)
    return float(polygons_of(likely_m).area) / 1e6


def _tapers(
    border: BorderLine,
    depth_m: float,
    section: BorderSection,
    outer_m: BaseGeometry,
    bands: tuple[Band, ...],
    convention: Convention,
) -> tuple[list[BaseGeometry], float]:
    """Return the tapered bands that are asked for, metres, and the greatest depth of the outer one, metres."""
    base = gap_polygons(border, section, border.metric.to_metric(section.line))
    fan = transects_over(border, depth_m, section)
    deepest, reached_m = _deepest(border, outer_m, fan.foot[fan.share.argmin()], depth_m)
    tapers = [tapered(border, fan, depth_m, convention.power(band), deepest) for band in bands]
    return [shapely.union_all([taper, base]).intersection(outer_m) for taper in tapers], reached_m


def depth_line(border: BorderLine, depth_km: float, section: BorderSection) -> BaseGeometry:
    """Return where a depth is: the points exactly that far from the border, on the target side, over a section.

    For claims that say how deep but not how wide.

    Parameters
    ----------
    border : BorderLine
    depth_km : float
        Above 0, at most 500.
    section : BorderSection
        Points count whose nearest place on the border lies in it.

    Returns
    -------
    LineString or MultiLineString
        Lon/lat; empty where the border bends so tightly that no such point exists.

    Raises
    ------
    GeometryError
        If the depth is out of range.
    """
    _check_depth(depth_km)
    depth_m = depth_km * 1e3
    section_m = border.metric.to_metric(section.line)
    near_m = buffer_within(section_m, depth_m)  # what lies nearer to another section falls to its offset below
    edge = shapely.segmentize(shapely.get_parts(near_m.boundary), 250.0)
    start_m, end_m = (float(m) for m in border.to_real([section.start_m, section.end_m]))
    runs: list[LineString] = []
    for ring in edge:
        xy = shapely.get_coordinates(ring)
        measure, offset, hand = border.index.locate(xy)
        wanted = 1 if border.target_side == "left" else -1
        kept = (hand == wanted) & (measure >= start_m) & (measure <= end_m) & (offset > 0.999 * depth_m)
        runs += _runs(xy, kept)
    return border.metric.to_lonlat(shapely.line_merge(shapely.MultiLineString(runs)))


def _runs(xy: Floats, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[LineString]:
    """Return the runs of consecutive kept points as lines."""
    cuts = np.flatnonzero(np.diff(kept)) + 1
    pieces = zip(np.split(xy, cuts), np.split(kept, cuts), strict=True)
    return [LineString(piece) for piece, flags in pieces if flags[0] and len(piece) > 1]


def _check_depth(depth_km: float) -> None:
    if not 0 < depth_km <= DEEPEST_KM:
        raise GeometryError(f"depth_km is {depth_km}; it must be above 0 and at most {DEEPEST_KM:g}")


def dense_lonlat(ground_m: BaseGeometry, border: BorderLine) -> BaseGeometry:
    """Return ground in lon/lat with vertices so dense that an edge strays by centimetres: straight means two things."""
    return border.metric.to_lonlat(shapely.segmentize(ground_m, EDGE_M))


def _deepest(border: BorderLine, outer_m: BaseGeometry, middle: Floats, depth_m: float) -> tuple[Floats, float]:
    """Return the place of the outer band's outline nearest to the section's middle among its deepest, and its depth."""
    xy = shapely.get_coordinates(shapely.segmentize(outer_m, 500.0))
    _, offset_m, _ = border.index.locate(xy)
    reached_m = min(depth_m, float(offset_m.max()))
    deep = xy[offset_m >= 0.999 * reached_m]
    return deep[np.hypot(*(deep - middle).T).argmin()], reached_m


def nested_bands(bands: list[BaseGeometry]) -> list[BaseGeometry]:
    """Return bands, innermost first, rebuilt from one set of faces, so that each lies exactly within the next."""
    linework = shapely.union_all([band.boundary for band in bands], grid_size=BAND_GRID_DEG)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(linework)))
    inside = shapely.point_on_surface(faces)
    result: list[BaseGeometry] = []
    held = np.zeros(len(faces), dtype=bool)
    for band in bands:
        shapely.prepare(band)
        held |= shapely.contains(band, inside)
        result.append(shapely.coverage_union_all(faces[held]))
    return result
