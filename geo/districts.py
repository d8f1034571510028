"""What ground a district roughly covers, where no boundary file can be shipped: cells around its known places.

Each place gets its Thiessen cell (all ground nearer to it than to any other place); the cells of a district are
dissolved. Seats of the districts around take part, so that the outermost districts end somewhere, but get no zone. A
zone keeps within its oblast, on the target side, and within a margin of the hull of its own places. Places known only
to a few kilometres count too: which district they lie in is known better than where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.border import BorderLine
from geo.crs import Floats, MetricCRS
from geo.errors import GeometryError
from geo.linear import polygons_of, within_reach

Role = Literal["district", "neighbour"]
MARGIN_KM = 6.0
GRID_DEG = 1e-5


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement known to lie in a district.

    Attributes
    ----------
    district_id, district_en, district_ru, oblast : str
        E.g. "sudzhansky", "Sudzhansky district", "Суджанский район", "Kursk".
    role : "district" or "neighbour"
        A neighbour only bounds the others: its district gets no zone.
    name : str
    lon, lat : float
        Degrees.
    precision_m : float
        How far off the coordinates may be, metres.
    """

    district_id: str
    district_en: str
    district_ru: str
    oblast: str
    role: Role
    name: str
    lon: float
    lat: float
    precision_m: float


def from_places(
    places: Sequence[Place],
    border: BorderLine,
    *,
    limits: Mapping[str, BaseGeometry] | None = None,
    margin_km: float = MARGIN_KM,
) -> dict[str, BaseGeometry]:
    """Return the approximate extent of each district.

    Parameters
    ----------
    places : sequence of Place
    border : BorderLine
        Extents end at it; places on its home side raise.
    limits : mapping of oblast to polygon, keyword-only
        Lon/lat: a district keeps within its oblast. An oblast not named is not limited.
    margin_km : float, keyword-only
        How far an extent may go beyond the hull of its places.

    Returns
    -------
    dict of district id to Polygon or MultiPolygon
        Lon/lat; no two overlap.

    Raises
    ------
    GeometryError
        If fewer than two places are given, or a district's place lies on the wrong side of the border.
    """
    sites, xy = _sites(places, border)
    cells = _cells(xy)
    found: dict[str, BaseGeometry] = {}
    for district in dict.fromkeys(place.district_id for place in sites if place.role == "district"):
        mine = [number for number, place in enumerate(sites) if place.district_id == district]
        hull = shapely.MultiPoint(xy[mine]).convex_hull.buffer(margin_km * 1e3)
        ground = border.on_target(shapely.union_all([cells[number] for number in mine]).intersection(hull))
        limit = (limits or {}).get(sites[mine[0]].oblast)
        if limit is not None:
            ground = ground.intersection(border.metric.to_metric(limit))
        lonlat = border.metric.to_lonlat(polygons_of(ground).simplify(30.0))
        found[district] = polygons_of(shapely.set_precision(lonlat, GRID_DEG))
    return found


def _sites(places: Sequence[Place], border: BorderLine) -> tuple[list[Place], Floats]:
    """Return places at different points, with their metric coordinates."""
    unique = list({(place.lon, place.lat): place for place in places}.values())
    if len(unique) < 2:
        raise GeometryError(f"{len(unique)} places; a tessellation needs at least two")
    lon, lat = [place.lon for place in unique], [place.lat for place in unique]
    _, offset_m, side, _ = border.locate_many(lon, lat)
    for place, offset, where in zip(unique, offset_m, side, strict=True):
        if where < 0 and offset > place.precision_m:
            raise GeometryError(
                f"{place.name} ({place.district_id}) lies {offset / 1e3:.1f} km on the home side of the border; "
                "check its coordinates"
            )
    return unique, border.metric.xy(lon, lat)


def _cells(xy: Floats) -> list[BaseGeometry]:
    """Return the Thiessen cell of each point, in order."""
    frame = shapely.MultiPoint(xy).envelope.buffer(200_000.0)
    diagram = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(xy), extend_to=frame))
    tree = shapely.STRtree([shapely.Point(point) for point in xy])
    cell_of, point = tree.query(diagram, predicate="contains")
    order = np.empty(len(xy), dtype=int)
    order[point] = cell_of
    return [diagram[number] for number in order]


def border_strip(district: BaseGeometry, border: BorderLine, depth_km: float) -> BaseGeometry:
    """Return the part of a district within a distance of the border, lon/lat: for orders that name a strip."""
    if not depth_km > 0:
        raise GeometryError(f"depth_km is {depth_km}; it must be above 0")
    ground_m = border.metric.to_metric(district)
    near_m = within_reach(border.index.clipped(ground_m, depth_km * 1e3), depth_km * 1e3)
    strip = border.metric.to_lonlat(polygons_of(ground_m.intersection(near_m)).simplify(30.0))
    return polygons_of(shapely.set_precision(strip, GRID_DEG))


def iou(a: BaseGeometry, b: BaseGeometry, metric: MetricCRS) -> float:
    """Return the overlap of two lon/lat polygons: area in both / area in either, 0 to 1.

    Examples
    --------
    >>> metric = MetricCRS.laea(35.5, 51.5)
    >>> round(iou(shapely.box(35, 51, 36, 52), shapely.box(35.5, 51, 36.5, 52), metric), 2)
    0.33
    """
    a_m, b_m = metric.to_metric(a), metric.to_metric(b)
    either = float(a_m.union(b_m).area)
    return float(a_m.intersection(b_m).area) / either if either else 0.0
