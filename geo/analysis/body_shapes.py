"""Make the grounds of bodies: exactly, for layers and measures; or thinned for drawing, and kept with the case.

To find a width or a depth takes seconds, and a document holds every body of the case. So what is drawn is kept in the
case's `shapes.json`, by what it was made from: a shape is taken from there only if border, figures, places and the code
that made it are the same, else it is made anew. Nothing is lost if the file is not there but time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.geometry import bands, border, corridors, crs, implied, linear_referencing, section, taper
from geo.geometry.border import BorderLine
from geo.geometry.corridors import Places, farthest_km, grown_around, narrowest
from geo.geometry.implied import Ground, Implied, Lay, Range, ground_of, implied_depth, implied_width
from geo.geometry.parts import flat_parts
from geo.geometry.section import BorderSection
from geo.model.case import Case

Areas = tuple[float, float, float]
#: Corners that are drawn may cut off triangles no larger than a square of this side, degrees: about 14 by 22 m.
DRAWN_DEG = 2e-4
_GRID_DEG = 1e-5
_UNITS = 100_000
_CODE = (bands, border, corridors, crs, implied, linear_referencing, section, taper)

_implied_width, _implied_depth = lru_cache(maxsize=256)(implied_width), lru_cache(maxsize=256)(implied_depth)
_farthest_km = lru_cache(maxsize=256)(farthest_km)
_grown_around, _narrowest = lru_cache(maxsize=256)(grown_around), lru_cache(maxsize=256)(narrowest)
_build_advance = lru_cache(maxsize=256)(bands.build_advance)


class BodyShapes:
    """The grounds of bodies as the geometry makes them; each of them once."""

    def width(self, border: BorderLine, depth_km: Range, areas_km2: Areas, lay: Lay) -> Implied:
        """Return what a depth and an area imply; see `implied_width`."""
        return _implied_width(border, depth_km, areas_km2, lay)

    def depth(self, border: BorderLine, sections: tuple[BorderSection, BorderSection], areas_km2: Areas) -> Implied:
        """Return what a width and an area imply; see `implied_depth`."""
        return _implied_depth(border, sections, areas_km2)

    def grown(
        self, border: BorderLine, places: Places, area_km2: float, depth_km: Range | None = None
    ) -> tuple[Ground, float]:
        """Return the ground of an area around places, and how far its likely band reaches, km; see `grown_around`."""
        ground = _grown_around(border, places, area_km2, depth_km)
        return ground, _farthest_km(border, ground.likely)

    def laid(self, border: BorderLine, depth_km: float, section: BorderSection) -> Ground:
        """Return the bands of a depth over a section; see `build_advance`."""
        return ground_of(_build_advance(border, depth_km, section))

    def joined(self, border: BorderLine, places: Places) -> tuple[BaseGeometry, float]:
        """Return the narrowest ground that joins places to the border, and its area; see `narrowest`."""
        return _narrowest(border, places)


#: Nothing thinned, nothing kept.
EXACT = BodyShapes()


class DrawnShapes(BodyShapes):
    """The same, thinned to what is seen; taken from what was kept where that is of the same making.

    `made` holds what was asked for, by its key, in the form in which it is kept.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        held = case.shapes if case.shapes.get("code") == code_digest() else {}
        self._kept: Mapping[str, Any] = held.get("shapes", {})
        self._border = _digest([case.border_lonlat.wkb, case.settings.border.model_dump_json().encode()])
        self.made: dict[str, Any] = {}

    def width(self, border: BorderLine, depth_km: Range, areas_km2: Areas, lay: Lay) -> Implied:
        """Look up or find a width."""
        key = self._key("width", *depth_km, *areas_km2, lay.middle_m, lay.peak_m)
        return self._implied(key, lambda: super(DrawnShapes, self).width(border, depth_km, areas_km2, lay))

    def depth(self, border: BorderLine, sections: tuple[BorderSection, BorderSection], areas_km2: Areas) -> Implied:
        """Look up or find a depth."""
        ends = [metres for one in sections for metres in (one.start_m, one.centre_m, one.end_m)]
        key = self._key("depth", *ends, *areas_km2)
        return self._implied(key, lambda: super(DrawnShapes, self).depth(border, sections, areas_km2))

    def grown(
        self, border: BorderLine, places: Places, area_km2: float, depth_km: Range | None = None
    ) -> tuple[Ground, float]:
        """Look up or grow ground."""
        key = self._key("grown", *(value for place in places for value in place), area_km2, *(depth_km or ()))
        if key not in self.made:
            kept = self._kept.get(key)
            if kept is None:
                found, reached_km = super().grown(border, places, area_km2, depth_km)
                kept = _plain(drawn_ground(found)) | {"reached": round(reached_km, 3)}
            self.made[key] = kept
        return _ground(self.made[key]), self.made[key]["reached"]

    def laid(self, border: BorderLine, depth_km: float, section: BorderSection) -> Ground:
        """Look up or lay bands."""
        key = self._key("laid", depth_km, section.start_m, section.centre_m, section.end_m)
        return self._ground(key, lambda: super(DrawnShapes, self).laid(border, depth_km, section))

    def joined(self, border: BorderLine, places: Places) -> tuple[BaseGeometry, float]:
        """Join places, thinned."""
        ground, area_km2 = super().joined(border, places)
        return drawn(ground), area_km2

    def _key(self, kind: str, *numbers: float) -> str:
        return f"{kind} {_digest([self._border.encode(), *(f'{number:.7g}'.encode() for number in numbers)])}"

    def _implied(self, key: str, make: Callable[[], Implied]) -> Implied:
        if key not in self.made and (kept := self._kept.get(key)) is not None:
            self.made[key] = kept
        if key not in self.made:
            found = make()
            ends = {"depth": found.depth_km, "chord": found.chord_km, "along": found.along_km}
            spans = {name: [round(value, 3) for value in span] for name, span in ends.items()}
            self.made[key] = _plain(drawn_ground(found.ground)) | spans | {"notes": list(found.notes)}
        held = self.made[key]
        return Implied(
            _ground(held), _span(held["depth"]), _span(held["chord"]), _span(held["along"]), (*held["notes"],)
        )

    def _ground(self, key: str, make: Callable[[], Ground]) -> Ground:
        if key not in self.made:
            kept = self._kept.get(key)
            self.made[key] = _plain(drawn_ground(make())) if kept is None else kept
        return _ground(self.made[key])


@cache
def code_digest() -> str:
    """Return the digest of the code that makes grounds."""
    return _digest(Path(file).read_bytes() for file in (__file__, *(str(module.__file__) for module in _CODE)))


def drawn(ground: BaseGeometry) -> BaseGeometry:
    """Return ground as it is drawn: few points, on the grid of 1e-5 degree."""
    return _on_grid(shapely.simplify(ground, DRAWN_DEG))


def drawn_ground(ground: Ground) -> Ground:
    """Return bands as they are drawn: shared edges are thinned alike, so that they still lie in one another."""
    nested = (ground.inner, ground.likely.difference(ground.inner), ground.outer.difference(ground.likely))
    faces = [(face, band) for band, one in enumerate(nested) for face in flat_parts(one) if face.geom_type == "Polygon"]
    thin = shapely.coverage_simplify([face for face, _ in faces], DRAWN_DEG)
    held = [
        _on_grid(shapely.coverage_union_all([face for face, (_, of) in zip(thin, faces, strict=True) if of <= band]))
        for band in range(len(nested))
    ]
    return replace(ground, inner=held[0], likely=held[1], outer=held[2])


def _on_grid(ground: BaseGeometry) -> BaseGeometry:
    return shapely.set_precision(ground, _GRID_DEG, mode="pointwise")


def _plain(ground: Ground) -> dict[str, Any]:
    areas = [round(area, 2) for area in ground.areas_km2]
    return {"bands": [_rings(band) for band in (ground.inner, ground.likely, ground.outer)], "areas": areas}


def _rings(ground: BaseGeometry) -> list[list[list[int]]]:
    polygons = [part for part in flat_parts(ground) if isinstance(part, shapely.Polygon)]
    return [[_steps(ring.coords) for ring in (one.exterior, *one.interiors)] for one in polygons]


def _steps(coords: Iterable[Any]) -> list[int]:
    found: list[int] = []
    x, y = 0, 0
    for lon, lat in coords:
        at = round(lon * _UNITS), round(lat * _UNITS)
        found += [at[0] - x, at[1] - y]
        x, y = at
    return found


def _ground(held: Mapping[str, Any]) -> Ground:
    inner, likely, outer = (_polygons(band) for band in held["bands"])
    least, middle, most = held["areas"]
    return Ground(inner, likely, outer, (least, middle, most))


def _polygons(band: list[list[list[int]]]) -> BaseGeometry:
    polygons = [shapely.Polygon(rings[0], rings[1:]) for rings in ([_points(ring) for ring in one] for one in band)]
    return polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)


def _points(steps: list[int]) -> list[tuple[float, float]]:
    x, y = 0, 0
    found = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x / _UNITS, y / _UNITS))
    return found


def _span(values: list[float]) -> Range:
    return values[0], values[1]


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part + b"\0")
    return digest.hexdigest()[:16]
