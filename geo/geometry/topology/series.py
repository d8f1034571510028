"""A dated series of areas as arcs that neighbouring snapshots share, and any of its areas built again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LinearRing, MultiPolygon, Polygon

from geo.errors import GeometryError
from geo.geometry.parts import with_holes

UNITS_PER_DEGREE = 100_000

Ints = NDArray[np.int64]
Intervals = tuple[tuple[int, int], ...]


@dataclass(frozen=True, eq=False)
class Series:
    """A series of areas in time order. Two are equal only if they are the same object; compare what they hold instead.

    Attributes
    ----------
    count : int
        How many snapshots there are.
    points : ndarray, shape (n, 2)
        Every arc's points one after another, (lon, lat) in 1e-5 degree.
    starts : ndarray, shape (arcs + 1,)
        Where in `points` each arc begins.
    tags : ndarray, shape (arcs, 2)
        Which passage of its first and of its last point an arc is; 0 where there is only one.
    standing : tuple
        For each arc the spans of snapshots, first and last included, in which it occurs.
    """

    count: int
    points: Ints
    starts: Ints
    tags: Ints
    spans: tuple[Intervals, ...]

    def __len__(self) -> int:
        return self.count

    @cached_property
    def _spans(self) -> tuple[Ints, Ints, Ints]:
        spans = [(arc, low, high) for arc, found in enumerate(self.spans) for low, high in found]
        table = np.array(spans, dtype=np.int64).reshape(-1, 3)
        return table[:, 0], table[:, 1], table[:, 2]

    def arcs_in(self, index: int) -> Ints:
        """Return the numbers of the arcs that occur in a snapshot."""
        if not 0 <= index < self.count:
            raise GeometryError(f"snapshot is {index}; it must lie between 0 and {self.count - 1}")
        arc, low, high = self._spans
        return arc[(low <= index) & (index <= high)]

    @cached_property
    def _altered(self) -> frozenset[int]:
        _, low, high = self._spans
        return frozenset([0, *low.tolist(), *(high + 1).tolist()])

    def differs(self, index: int) -> bool:
        """Whether a snapshot differs from the one before it; the first one does."""
        return index in self._altered

    def arc(self, number: int) -> Ints:
        """Return the points of one arc, in 1e-5 degree."""
        return self.points[self.starts[number] : self.starts[number + 1]]

    def rings(self, index: int) -> list[Ints]:
        """Return a snapshot's rings, closed, in 1e-5 degree; outer rings run counter-clockwise, holes clockwise."""
        rings = ([self.arc(arc) for arc in ring] for ring in self.ring_arcs(index))
        return [np.concatenate([first, *(piece[1:] for piece in pieces)]) for first, *pieces in rings]

    def ring_arcs(self, index: int) -> list[list[int]]:
        """Return a snapshot's rings as the numbers of the arcs that follow one another along them."""
        following = {self._end(int(arc), 0): int(arc) for arc in self.arcs_in(index)}
        rings = []
        while following:
            first, arc = following.popitem()
            ring = [arc]
            while (end := self._end(ring[-1], 1)) != first:
                ring.append(following.pop(end))
            rings.append(ring)
        return rings

    def _end(self, arc: int, which: int) -> tuple[int, int, int]:
        x, y = self.points[self.starts[arc + which] - which]
        return int(x), int(y), int(self.tags[arc, which])

    def ground(self, index: int) -> MultiPolygon:
        """Return a snapshot's area, lon/lat degrees; empty when nothing was drawn."""
        rings = [LinearRing(ring / UNITS_PER_DEGREE) for ring in self.rings(index)]
        outer = [Polygon(ring) for ring in rings if ring.is_ccw]
        holes = [ring for ring in rings if not ring.is_ccw]
        return MultiPolygon(with_holes(outer, holes))
