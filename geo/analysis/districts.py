"""Approximate extents of districts for which no boundary file can be shipped: cells around their known places.

Each place gets its Thiessen cell (all ground nearer to it than to any other place); the cells of a district are
dissolved. Seats of the districts around take part, so that the outermost districts end somewhere, but get no zone. A
zone keeps within its oblast, on the target side, and within a margin of the hull of its own places. Places known only
to a few kilometres count too: which district they lie in is known better than where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

import numpy as np
import shapely
from pydantic import Field
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats, MetricCRS
from geo.geometry.linear_referencing import polygons_of
from geo.model.claims import Id, Note, Record, Text
from geo.model.table_numbers import Lat, Lon, Quantity

Role = Literal["district", "neighbour"]
MARGIN_KM = 6.0
DISTRICT_GRID_DEG = 1e-5


class DistrictPlace(Record):
    """A settlement known to lie in a district: one row of `district_places.csv`.

    A place whose `role` is "neighbour" only bounds the others: its district gets no zone. `lon`, `lat` are degrees,
    `precision_m` says how far off they may be.
    """

    district_id: Id
    district_name_en: Text
    district_name_ru: Text
    oblast: Text
    role: Role
    name_en: Note = ""
    name_ru: Note = ""
    lon: Lon
    lat: Lat
    precision_m: Annotated[Quantity, Field(gt=0, le=50_000)]
    seat: Literal["yes", "no"] = "no"
    source: Text
    licence: Note = ""
    note: Note = ""

    @property
    def name(self) -> str:
        """The name it is known by."""
        return self.name_en or self.name_ru


def from_places(
    places: Sequence[DistrictPlace],
    border: BorderLine,
    *,
    limits: Mapping[str, BaseGeometry] | None = None,
    margin_km: float = MARGIN_KM,
) -> dict[str, BaseGeometry]:
    """Return the approximate extent of each district.

    Parameters
    ----------
    places : sequence of DistrictPlace
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
        found[district] = polygons_of(shapely.set_precision(lonlat, DISTRICT_GRID_DEG))
    return found


def _sites(places: Sequence[DistrictPlace], border: BorderLine) -> tuple[list[DistrictPlace], Floats]:
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
