"""Check where a place lies against its row: in its country, in its district, not on top of another place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import floor

import shapely
from shapely.geometry.base import BaseGeometry

from geo.analysis.districts import MARGIN_KM
from geo.geometry.crs import MetricCRS
from geo.model.evacuation import EvacuationZone
from geo.model.faults import Problem
from geo.model.places import Settlement

#: How far off an oblast's outline may be besides the point's own precision: it is generalised for orientation, metres.
OUTLINE_M = 2000.0
#: Two places nearer than this are one point: coordinates are kept to about a metre.
ONE_POINT_M = 1.0


@dataclass(frozen=True, slots=True)
class Outline:
    """An oblast on the ground: its name, the ISO 3166 code of its country, and its extent, lon/lat."""

    name: str
    country: str
    extent: BaseGeometry


@dataclass
class PlaceCheck:
    """Checks places one after another; it remembers where the earlier ones lie.

    `zones` and `outlines` are what a place is held against; a place whose district or oblast they don't hold passes.
    """

    metric: MetricCRS
    zones: Mapping[str, EvacuationZone] = field(default_factory=dict)
    outlines: tuple[Outline, ...] = ()
    _cells: dict[tuple[int, int], list[tuple[shapely.Point, str]]] = field(default_factory=dict)
    _metric_extents: dict[str, BaseGeometry] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the zones once by the district that they name, and by where they lie."""
        self._districts: dict[tuple[str, str], EvacuationZone] = {}
        for zone in self.zones.values():
            if zone.kind == "district":
                self._districts.setdefault((zone.name_en.removesuffix(" district"), zone.oblast), zone)
        self._extents = [(zone, zone.geometry) for zone in self.zones.values() if zone.geometry is not None]

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree([self.metric.to_metric(extent) for _, extent in self._extents])

    def problems(self, place: Settlement) -> Iterable[Problem]:
        """Say what is wrong with where a place lies; nothing for one without coordinates."""
        if place.lon is None or place.lat is None:
            return
        here = f"{place.lon:g}, {place.lat:g}"
        point = self.metric.to_metric(shapely.Point(place.lon, place.lat))
        twin = self._seen_at(point)
        if twin:
            reason = f"is the point of {twin} too; two places can't be at one point, leave empty what is not known"
            yield "lon", here, reason
        self._cells.setdefault(_cell(point), []).append((point, place.id))
        found = self._country(place, point)
        yield from found or self._district(place, point)

    def _seen_at(self, point: shapely.Point) -> str:
        """The earlier place at this point: it is in this cell of `ONE_POINT_M` or in one of the eight around it."""
        across, up = _cell(point)
        around = [(across + dx, up + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        near = (seen for cell in around for seen in self._cells.get(cell, ()))
        return next((ident for other, ident in near if point.distance(other) < ONE_POINT_M), "")

    def _country(self, place: Settlement, point: shapely.Point) -> list[Problem]:
        own = next((outline for outline in self.outlines if outline.name == place.oblast), None)
        if own is None:
            return []
        off_m = self._distance_m(f"oblast {own.name}", own.extent, point)
        if off_m <= (place.precision_m or 0.0) + OUTLINE_M:
            return []
        other = next((o for o in self.outlines if not self._distance_m(f"oblast {o.name}", o.extent, point)), None)
        where = "" if other is None else f", in {other.name} oblast"
        abroad = other is not None and other.country != own.country
        across = f" and in another country ({other.country}, not {own.country})" if abroad and other else ""
        return [("oblast", place.oblast, f"the point lies {off_m / 1e3:.1f} km outside it{where}{across}")]

    def _district(self, place: Settlement, point: shapely.Point) -> Iterable[Problem]:
        zone = self._districts.get((place.district, place.oblast)) if place.district else None
        if zone is None or zone.geometry is None:
            return
        allowed_m = (place.precision_m or 0.0) + (0.0 if zone.extent == "official" else MARGIN_KM * 1e3)
        off_m = self._distance_m(zone.id, zone.geometry, point)
        if off_m > allowed_m:
            near = (self._extents[number] for number in sorted(self._tree.query(point)))
            around = (z for z, extent in near if z is not zone and not self._distance_m(z.id, extent, point))
            other = next(around, None)
            where = "" if other is None else f", in {other.name_en}"
            reason = f"the point lies {off_m / 1e3:.1f} km outside the {zone.extent} extent of {zone.name_en}{where}"
            yield "district", place.district, reason

    def _distance_m(self, key: str, extent: BaseGeometry, point: shapely.Point) -> float:
        if key not in self._metric_extents:
            self._metric_extents[key] = self.metric.to_metric(extent)
            shapely.prepare(self._metric_extents[key])
        return float(shapely.distance(self._metric_extents[key], point))


def _cell(point: shapely.Point) -> tuple[int, int]:
    return floor(point.x / ONE_POINT_M), floor(point.y / ONE_POINT_M)
