"""Split a series of areas into arcs that neighbouring snapshots share, and build an area again.

Every coordinate is rounded to 1e-5 degree. A directed edge of the outline occurs in some snapshots; edges that occur in
exactly the same ones and follow one another make an arc. Where an outline passes one point twice, the passages are told
apart by a tag, so the rings that come back are the rings that went in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LinearRing, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.parts import with_holes

UNITS_PER_DEGREE = 100_000
_HALF = 1 << 30

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
        following = {self._end(int(arc), 0): int(arc) for arc in self.arcs_in(index)}
        rings = []
        while following:
            first, arc = following.popitem()
            pieces = [self.arc(arc)]
            end = self._end(arc, 1)
            while end != first:
                arc = following.pop(end)
                pieces.append(self.arc(arc)[1:])
                end = self._end(arc, 1)
            rings.append(np.concatenate(pieces))
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


def encode_series(grounds: Sequence[BaseGeometry]) -> Series:
    """Turn areas in time order into a series.

    Parameters
    ----------
    grounds : sequence of Polygon or MultiPolygon
        Lon/lat degrees, valid; an empty one says that nothing was drawn.

    Returns
    -------
    Series
        Rounded to 1e-5 degree (about 0.7 m); rings that have no area left at that rounding are gone.

    Raises
    ------
    GeometryError
        If one of them is no polygon.

    Examples
    --------
    >>> small, large = shapely.box(35, 51, 35.1, 51.1), shapely.box(35, 51, 35.2, 51.1)
    >>> series = encode_series([small, small, large])
    >>> series.ground(1).equals(small), series.ground(2).equals(large)
    (True, True)
    """
    for number, ground in enumerate(grounds):
        if not isinstance(ground, Polygon | MultiPolygon):
            raise GeometryError(f"snapshot {number} is a {ground.geom_type}; it must be a Polygon or a MultiPolygon")
    keys, following, snapshot = _outlines(grounds)
    if not len(keys):
        return Series(len(grounds), np.empty((0, 2), np.int64), np.zeros(1, np.int64), np.empty((0, 2), np.int64), ())
    node, node_key, node_tag = _nodes(keys, following, snapshot)
    first, last, edge_spans = _edges(node, node[following], snapshot)
    chains, chain_edge_spans = _chains(first, last, edge_spans)
    xy = np.column_stack([(node_key >> 32) - _HALF, (node_key & 0xFFFFFFFF) - _HALF])
    flat = np.concatenate(chains)
    return Series(
        len(grounds),
        xy[flat],
        np.concatenate([[0], np.cumsum([len(chain) for chain in chains])]).astype(np.int64),
        np.array([(node_tag[chain[0]], node_tag[chain[-1]]) for chain in chains], dtype=np.int64),
        chain_edge_spans,
    )


def _outlines(grounds: Sequence[BaseGeometry]) -> tuple[Ints, Ints, Ints]:
    """Return every vertex's packed place, the number of the vertex after it in its ring, and its snapshot."""
    polygons, of_ground = shapely.get_parts(np.array(grounds, dtype=object), return_index=True)
    rings, of_polygon = shapely.get_rings(shapely.orient_polygons(polygons), return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    whole = np.rint(xy * UNITS_PER_DEGREE).astype(np.int64) + _HALF
    keys = (whole[:, 0] << 32) | whole[:, 1]
    # The closing vertex repeats the first one, so a vertex equal to its follower goes, and each ring stays cyclic.
    same_ring = ring[1:] == ring[:-1]
    kept = np.append(same_ring & (keys[1:] != keys[:-1]), False)[: len(keys)]
    keys, ring = keys[kept], ring[kept]
    large = (np.bincount(ring, minlength=len(rings)) >= 3)[ring]
    keys, ring = keys[large], ring[large]
    following = np.arange(1, len(keys) + 1)
    ends = np.flatnonzero(np.append(ring[1:] != ring[:-1], True)) if len(ring) else np.empty(0, np.int64)
    following[ends] = np.append(0, ends[:-1] + 1)[: len(ends)]
    snapshot: Ints = of_ground[of_polygon[ring]]
    return keys, following, snapshot


def _nodes(keys: Ints, following: Ints, snapshot: Ints) -> tuple[Ints, Ints, Ints]:
    """Number the places that outlines pass; one that a snapshot passes twice is two, told apart by the point before.

    Returns the node of every vertex, and each node's packed place and tag.
    """
    before = np.empty_like(keys)
    before[following] = keys
    order = np.lexsort((before, keys, snapshot))
    fresh = np.append(True, (keys[order][1:] != keys[order][:-1]) | (snapshot[order][1:] != snapshot[order][:-1]))
    place = np.arange(len(keys))
    tag = np.empty_like(keys)
    tag[order] = place - np.maximum.accumulate(np.where(fresh, place, 0))
    unique_keys, key_number = np.unique(keys, return_inverse=True)
    base = int(tag.max()) + 1
    nodes, node = np.unique(key_number * base + tag, return_inverse=True)
    return node, unique_keys[nodes // base], nodes % base


def _edges(first: Ints, last: Ints, snapshot: Ints) -> tuple[Ints, Ints, list[Intervals]]:
    """Return each different edge's two nodes and the spans of snapshots in which it occurs."""
    size = int(max(first.max(), last.max())) + 1
    edges, edge = np.unique(first * size + last, return_inverse=True)
    order = np.lexsort((snapshot, edge))
    edge, snapshot = edge[order], snapshot[order]
    begins = np.append(True, (edge[1:] != edge[:-1]) | (snapshot[1:] != snapshot[:-1] + 1))
    low = np.flatnonzero(begins)
    high = np.append(low[1:], len(edge)) - 1
    edge_spans: list[list[tuple[int, int]]] = [[] for _ in range(len(edges))]
    for number, start, end in zip(edge[low].tolist(), snapshot[low].tolist(), snapshot[high].tolist(), strict=True):
        edge_spans[number].append((start, end))
    return edges // size, edges % size, [tuple(spans) for spans in edge_spans]


def _chains(first: Ints, last: Ints, edge_spans: list[Intervals]) -> tuple[list[list[int]], tuple[Intervals, ...]]:
    """Join edges that occur in the same snapshots and follow one another; a node has one of each kind at most."""
    numbers: dict[Intervals, int] = {}
    kind = [numbers.setdefault(spans, len(numbers)) for spans in edge_spans]
    begins, ends = first.tolist(), last.tolist()
    leaving = {(kind[edge], begins[edge]): edge for edge in range(len(kind))}
    arriving = {(kind[edge], ends[edge]) for edge in range(len(kind))}
    heads = [edge for edge in range(len(kind)) if (kind[edge], begins[edge]) not in arriving]
    chains, spans = [], []
    for edge in (*heads, *range(len(kind))):
        if leaving.pop((kind[edge], begins[edge]), None) is None:
            continue
        chain = [begins[edge], ends[edge]]
        while (after := leaving.pop((kind[edge], chain[-1]), None)) is not None:
            chain.append(ends[after])
        chains.append(chain)
        spans.append(edge_spans[edge])
    order = _walk(chains)
    return [chains[number] for number in order], tuple(spans[number] for number in order)


def _walk(chains: list[list[int]]) -> list[int]:
    """Order chains so that each begins, where it can, where the one before it ended: what makes differences small."""
    waiting: dict[int, list[int]] = {}
    for number in range(len(chains) - 1, -1, -1):
        waiting.setdefault(chains[number][0], []).append(number)
    taken = [False] * len(chains)
    order = []
    for start in range(len(chains)):
        here: int | None = start
        while here is not None and not taken[here]:
            taken[here] = True
            order.append(here)
            follow = waiting.get(chains[here][-1], [])
            while follow and taken[follow[-1]]:
                follow.pop()
            here = follow[-1] if follow else None
    return order
