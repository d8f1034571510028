"""Assign areas to a side by where they lie, for archives that colour both sides of a border alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import shapely
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.errors import CaseError
from geo.geometry.border import BorderLine
from geo.io.mappers.drawing import DrawnKind
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.fronts import FrontStatus

#: A polygon lies beyond the border when more than this share of it does.
BEYOND_SHARE = 0.5
TrackKind = tuple[Side, FrontStatus]


class SideAssigner:
    """Sorts polygons by the side of a case's border on which they lie; each different polygon is looked at once."""

    def __init__(self, case: Case) -> None:
        self.border: BorderLine = case.border
        self.advancing, self.defending = sides_of(case)
        area = case.settings.area
        self._area_m = self.border.metric.to_metric(box(area.west, area.south, area.east, area.north))
        self._seen: dict[bytes, bool] = {}

    def tracks(
        self, grounds: Mapping[DrawnKind, Iterable[Polygon]], *, liberated_too: bool
    ) -> dict[TrackKind, list[Polygon]]:
        """Return the polygons by whose ground they are.

        Ground that is unclear, with nobody named, is unclear towards the side on whose enemy's ground it lies. Where an
        archive colours liberated ground as it colours an advance (`liberated_too`), what the advancing side has at home
        is left out.
        """
        found: dict[TrackKind, list[Polygon]] = {}
        for (holder, status), polygons in grounds.items():
            if holder is None:
                beyond = found.setdefault((self.advancing, status), [])
                home = found.setdefault((self.defending, status), [])
                for polygon in polygons:
                    (beyond if self.beyond(polygon) else home).append(polygon)
            else:
                at_home = liberated_too and holder == self.advancing
                kept = [polygon for polygon in polygons if not at_home or self.beyond(polygon)]
                found.setdefault((holder, status), []).extend(kept)
        return found

    def beyond(self, polygon: Polygon) -> bool:
        """Whether more than half of a lon/lat polygon lies on the target side, inside the case's area."""
        key = shapely.to_wkb(polygon)
        if key not in self._seen:
            ground_m = self.border.metric.to_metric(self._near(polygon))
            near = shapely.make_valid(ground_m).intersection(self._area_m)
            share = self.border.on_target(near).area / ground_m.area if not near.is_empty and ground_m.area else 0.0
            self._seen[key] = share > BEYOND_SHARE
        return self._seen[key]

    def _near(self, polygon: Polygon) -> BaseGeometry:
        """Return the part of a polygon that can be measured: its outline may not be valid yet."""
        metric = self.border.metric
        return polygon if metric.is_near(polygon) else metric.near_part(shapely.make_valid(polygon))


def sides_of(case: Case) -> tuple[Side, Side]:
    """Return the side that advances in a case and the one whose ground it is; CaseError when the case names neither."""
    sides = {Side.UKRAINE: Side.RUSSIA, Side.RUSSIA: Side.UKRAINE}
    for advancing, defending in sides.items():
        if case.settings.advancing.casefold() == advancing:
            return advancing, defending
    raise CaseError(
        f"case.toml says that {case.settings.advancing!r} advances; fronts can be imported where it is "
        f"{' or '.join(side.title() for side in sides)}"
    )
