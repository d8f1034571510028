"""Measure ground beyond the Kursk border without the engine: its own projection, its own distances, its own villages.

Everything is in metres of a Lambert azimuthal equal-area projection centred elsewhere than the case's own, so that
areas are true and lengths are right to a few parts in ten thousand.
"""

from __future__ import annotations

import csv
import json
import math
import random
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

CASE = Path(__file__).parent.parent.parent / "data" / "kursk-2024"
LOCAL = "+proj=laea +lat_0=51.0 +lon_0=35.6 +ellps=WGS84 +units=m"
#: Villages to the square kilometre of the border districts: 92 to 100 places were claimed on 1,250 km².
VILLAGES_PER_KM2 = 0.078
#: The western end (lon) and southern end (lat) of the border that ground may touch.
STRETCH = (34.4, 50.93)
#: How far in villages are sown, and how near to the border ground touches it, metres.
SOWN_M = 45e3
CONTACT_M = 400.0
#: No two sown villages lie nearer, metres.
APART_M = 1200.0


def seeded(text: str) -> random.Random:
    """Return random numbers that are the same for the same text."""
    return random.Random(text)  # noqa: S311 - nothing is kept secret by them


@dataclass(frozen=True, slots=True)
class Village:
    """A place with its point, in metres; a sown one is in no gazetteer but the world's own."""

    id: str
    name: str
    point: Point
    lonlat: tuple[float, float]
    sown: bool
    precision_m: float


@dataclass(frozen=True)
class Ground:
    """Ground held, as a polygon in metres, with its measures; `middle` is the middle of its stretch, degrees.

    `width_km` is straight from end to end of the stretch, `along_km` follows the border without its small bends.
    """

    shape: BaseGeometry
    depth_km: float
    width_km: float
    along_km: float
    area_km2: float
    middle: tuple[float, float]
    villages: tuple[Village, ...]


class Land:
    """The border, the ground beyond it and its villages."""

    def __init__(self) -> None:
        forward = Transformer.from_crs("EPSG:4326", LOCAL, always_xy=True)
        self._to_m = forward.transform
        self._to_deg = Transformer.from_crs(LOCAL, "EPSG:4326", always_xy=True).transform
        feature = json.loads((CASE / "border.geojson").read_text(encoding="utf-8"))["features"][0]
        exact = self._projected(LineString(feature["geometry"]["coordinates"]))
        self.border = exact.simplify(20.0)
        self.coarse = exact.simplify(150.0)
        west, _, east, north = self.border.bounds
        far = [(east + 3e5, self.border.coords[-1][1]), (east + 3e5, north + 3e5), (west, north + 3e5)]
        self.target = Polygon([*self.border.coords, *far]).buffer(0)
        shapely.prepare(self.target)

    def _projected(self, lonlat: BaseGeometry) -> BaseGeometry:
        return shapely.transform(lonlat, lambda xy: np.column_stack(self._to_m(xy[:, 0], xy[:, 1])))

    def metres(self, lon: float, lat: float) -> Point:
        """Return a point given in degrees."""
        return Point(*self._to_m(lon, lat))

    def degrees(self, point: Point) -> tuple[float, float]:
        """Return lon and lat of a point."""
        lon, lat = self._to_deg(point.x, point.y)
        return round(lon, 5), round(lat, 5)

    def in_km(self, point: Point) -> float:
        """Return how far a point lies from the border, km; negative on the near side."""
        km = point.distance(self.border) / 1e3
        return float(km if self.target.contains(point) else -km)

    @cached_property
    def stretch_m(self) -> tuple[float, float]:
        """From and to along the border, where ground may touch it."""
        lonlats = [self._to_deg(x, y) for x, y in self.border.coords]
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(np.array(self.border.coords).T)))])
        inside = [m for m, (lon, lat) in zip(along, lonlats, strict=True) if lon >= STRETCH[0] and lat >= STRETCH[1]]
        return float(min(inside)), float(max(inside))

    @cached_property
    def villages(self) -> tuple[Village, ...]:
        """All villages: those of the shipped gazetteer, and others sown at the density of the border districts."""
        found = []
        with (CASE / "settlements.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["lon"] and row["kind"] == "settlement":
                    lonlat = float(row["lon"]), float(row["lat"])
                    point = self.metres(*lonlat)
                    found.append(Village(row["id"], row["name_en"], point, lonlat, False, float(row["precision_m"])))
        rng = seeded("villages")
        piece = substring(self.border, self.stretch_m[0] - 3e4, self.stretch_m[1] + 3e4)
        region = piece.simplify(500).buffer(SOWN_M).intersection(self.target)
        west, south, east, north = region.bounds
        wanted = int(region.area / 1e6 * VILLAGES_PER_KM2) - len(found)
        taken, number = np.array([(village.point.x, village.point.y) for village in found]), 0
        shapely.prepare(region)
        while number < wanted:
            point = Point(rng.uniform(west, east), rng.uniform(south, north))
            apart_m = np.hypot(taken[:, 0] - point.x, taken[:, 1] - point.y).min()
            if apart_m > APART_M and region.contains(point):
                number += 1
                lonlat = self.degrees(point)
                taken = np.vstack([taken, (point.x, point.y)])
                found.append(Village(f"sown-{number}", f"Sown village {number}", point, lonlat, True, 500.0))
        return tuple(sorted(found, key=lambda village: village.id))

    def depth_km(self, shape: BaseGeometry) -> float:
        """Return the greatest distance of a polygon's points from the border, km: of its edge and a grid inside."""
        edge = shapely.get_coordinates(shape.boundary.segmentize(250.0))
        west, south, east, north = shape.bounds
        grid = np.array(np.meshgrid(np.arange(west, east, 700.0), np.arange(south, north, 700.0))).reshape(2, -1).T
        shapely.prepare(shape)
        grid = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
        points, near = shapely.points(np.concatenate([edge, grid])), self._near(shape)
        shapely.prepare(near)
        return float(shapely.distance(near, points).max()) / 1e3

    def _near(self, shape: BaseGeometry) -> BaseGeometry:
        west, south, east, north = shape.bounds
        reach = max(east - west, north - south)
        return self.border.intersection(box(west - reach, south - reach, east + reach, north + reach))

    def ground(self, shape: BaseGeometry) -> Ground:
        """Return a polygon with its measures; its width is the straight line between the ends of its stretch."""
        touch = self._near(shape).intersection(shape.buffer(CONTACT_M))
        ends = [self.border.project(Point(*xy)) for xy in shapely.get_coordinates(touch)]
        if not ends:
            raise ValueError("the ground touches the border nowhere")
        first, last = self.border.interpolate(min(ends)), self.border.interpolate(max(ends))
        middle = self.border.interpolate((min(ends) + max(ends)) / 2)
        shapely.prepare(shape)
        held = tuple(village for village in self.villages if shape.contains(village.point))
        width_km, area_km2 = first.distance(last) / 1e3, shape.area / 1e6
        along_km = max(width_km, substring(self.border, min(ends), max(ends)).simplify(1500).length / 1e3)
        return Ground(shape, self.depth_km(shape), width_km, along_km, area_km2, self.degrees(middle), held)

    def around(self, ground: Ground, km: float = 25.0) -> tuple[Village, ...]:
        """Return the villages in and around a ground: a gazetteer that leaves none out."""
        region = ground.shape.buffer(1e3 * km)
        return tuple(village for village in self.villages if region.contains(village.point))

    def blob(self, rng: random.Random) -> BaseGeometry:
        """Return one connected piece of ground behind a stretch of the border: a few tongues of unlike depth."""
        while True:
            start, end = self.stretch_m
            half = rng.uniform(6e3, 26e3)
            middle = rng.uniform(start + half, end - half)
            pieces: list[BaseGeometry] = []
            deepest = rng.uniform(5e3, 26e3)
            base = substring(
                self.coarse, *(self.coarse.project(self.border.interpolate(m)) for m in (middle - half, middle + half))
            )
            pieces.append(base.buffer(rng.uniform(0.25, 0.6) * deepest))
            for _ in range(rng.randint(1, 5)):
                foot = self.border.interpolate(rng.uniform(middle - half, middle + half))
                reach, turn = deepest * rng.uniform(0.4, 1.0), rng.uniform(0, 2 * math.pi)
                tip = Point(foot.x + reach * math.cos(turn), foot.y + reach * math.sin(turn))
                if self.target.contains(tip):
                    pieces.append(LineString([foot, tip]).buffer(rng.uniform(1.5e3, 5e3)))
            whole = shapely.union_all(pieces).intersection(self.target)
            parts = [part for part in getattr(whole, "geoms", [whole]) if part.distance(self.border) < 1.0]
            shape = max(parts, key=lambda part: part.area).simplify(60).buffer(0)
            if isinstance(shape, Polygon) and 40e6 < shape.area < 2200e6:
                return Polygon(shape.exterior)

    def earlier(self, shape: BaseGeometry, share: float) -> BaseGeometry:
        """Return what of a polygon lies within a share of its depth of the border: how it was some days before."""
        within = self._near(shape).simplify(100).buffer(1e3 * share * self.depth_km(shape))
        return shape.intersection(within).buffer(0)

    def drawn(self, archive: Path) -> list[BaseGeometry]:
        """Return what owlmaps drew of Ukraine's ground beyond the border, one polygon a file of a folder."""
        found = []
        for path in sorted(archive.glob("*.json")):
            rings = json.loads(path.read_text(encoding="utf-8"))["areas_ua"]
            shapes = [self._projected(Polygon([(lon, lat) for lat, lon in ring])).buffer(0) for ring in rings]
            whole = shapely.union_all(shapes).intersection(self.target)
            parts = [p for p in getattr(whole, "geoms", [whole]) if p.area > 30e6 and p.distance(self.border) < 500]
            if parts:
                found.append(max(parts, key=lambda part: part.area))
        return found

    @lru_cache(maxsize=4096)  # noqa: B019 - one land lives as long as the run
    def room_km2(self, depth_km: float, width_km: float) -> float:
        """Return the most ground that a depth and a width leave room for, wherever the stretch lies, either reading.

        The stretch is the longest piece of border whose ends lie the width apart; all ground within the depth of it
        counts, and ground sideways of it as far again on both sides.
        """
        best, line = 0.0, self.coarse
        for middle in np.arange(self.stretch_m[0], self.stretch_m[1], 8e3):
            at = line.project(self.border.interpolate(float(middle)))
            half = 500.0 * width_km
            while half < 4e3 * width_km:
                ends = line.interpolate(max(0.0, at - half)), line.interpolate(min(line.length, at + half))
                if ends[0].distance(ends[1]) >= 1e3 * width_km:
                    break
                half *= 1.25
            piece = substring(line, max(0.0, at - 1.5 * half), min(line.length, at + 1.5 * half))
            room = piece.simplify(300).buffer(1e3 * depth_km, quad_segs=4).intersection(self.target)
            best = max(best, float(room.area) / 1e6)
        return best
