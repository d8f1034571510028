"""The different areas of an archive, each checked, joined with its neighbours and rounded once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon

from geo.geometry.precision import snapped
from geo.io.mappers.drawing import ground

#: Areas of one day that touch nowhere; a piece that many days share is one object.
Pieces = tuple[MultiPolygon, ...]


class AreaPool:
    """Areas by their content. From day to day nearly all of an archive's areas are those of the day before.

    Parameters
    ----------
    grid_deg : float
        The step to which areas are rounded, degrees. Areas nearer to one another than two steps are taken together, so
        that rounding each alone can't make them overlap.
    """

    def __init__(self, grid_deg: float) -> None:
        self._grid_deg = grid_deg
        self._numbers: dict[bytes, int] = {}
        self._areas: list[Polygon] = []
        self._bounds: list[tuple[float, float, float, float]] = []
        self._near: dict[tuple[int, int], bool] = {}
        self._pieces: dict[tuple[int, ...], MultiPolygon] = {}

    def pieces(self, polygons: Sequence[Polygon], where: str) -> Pieces:
        """Return the ground that polygons cover together, rounded and valid, in pieces that touch nowhere.

        Raises
        ------
        InputError
            When what an outline covers is not sure (`geo.io.mappers.drawing.ground`).
        """
        numbers = sorted(set(self._numbers_of(polygons)))
        found = [self._piece(cluster, where) for cluster in self._clusters(numbers)]
        return tuple(piece for piece in found if not piece.is_empty)

    def _numbers_of(self, polygons: Sequence[Polygon]) -> Iterator[int]:
        keys = shapely.to_wkb(np.array(polygons, dtype=object)).tolist() if polygons else []
        for polygon, key in zip(polygons, keys, strict=True):
            number = self._numbers.setdefault(key, len(self._areas))
            if number == len(self._areas):
                self._areas.append(polygon)
                self._bounds.append(polygon.bounds)
            yield number

    def _clusters(self, numbers: list[int]) -> Iterator[tuple[int, ...]]:
        """Yield the areas in clusters, each far enough from the others."""
        west, south, east, north = np.array([self._bounds[number] for number in numbers]).reshape(-1, 4).T
        gap = 2 * self._grid_deg
        meets = (west[:, None] <= east + gap) & (west <= east[:, None] + gap)
        meets &= (south[:, None] <= north + gap) & (south <= north[:, None] + gap)
        beside: dict[int, list[int]] = {number: [] for number in numbers}
        for one, other in np.argwhere(np.triu(meets, 1)).tolist():
            if self._are_near(numbers[one], numbers[other]):
                beside[numbers[one]].append(numbers[other])
                beside[numbers[other]].append(numbers[one])
        left = set(numbers)
        for number in numbers:
            if number not in left:
                continue
            cluster, waiting = {number}, [number]
            while waiting:
                fresh = set(beside[waiting.pop()]) - cluster
                cluster |= fresh
                waiting += fresh
            left -= cluster
            yield tuple(sorted(cluster))

    def _are_near(self, one: int, other: int) -> bool:
        pair = (one, other)
        if pair not in self._near:
            shapely.prepare(self._areas[one])
            self._near[pair] = bool(shapely.dwithin(self._areas[one], self._areas[other], 2 * self._grid_deg))
        return self._near[pair]

    def _piece(self, cluster: tuple[int, ...], where: str) -> MultiPolygon:
        if cluster not in self._pieces:
            whole = ground([self._areas[number] for number in cluster], where)
            self._pieces[cluster] = snapped(np.array([whole], dtype=object), self._grid_deg)[0]
        return self._pieces[cluster]


def joined_pieces(pieces: Pieces) -> MultiPolygon:
    """Return pieces as one area."""
    return MultiPolygon([part for piece in pieces for part in piece.geoms])


def pieces_of(area: MultiPolygon) -> Pieces:
    """Return one valid area as pieces: itself, or nothing where it is empty."""
    return () if area.is_empty else (area,)
