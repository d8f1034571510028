"""Split areas in time order into arcs that neighbouring snapshots share.

Every coordinate is rounded to 1e-5 degree. A directed edge of the outline occurs in some snapshots; edges that occur in
exactly the same ones and follow one another make an arc. Where an outline passes one point twice, the passages are told
apart by a tag, so the rings that come back are the rings that went in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geometry.topology.series import UNITS_PER_DEGREE, Intervals, Ints, Series

_HALF = 1 << 30
#: So many vertices are looked at together.
_BATCH_VERTICES = 300_000


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
    return encode_pieces([(ground,) for ground in grounds])


def encode_pieces(snapshots: Sequence[Sequence[BaseGeometry]]) -> Series:
    """Turn areas in time order, each given as pieces that touch nowhere, into a series.

    A piece that is the same object in many snapshots is looked at once, and so many pieces at a time that memory stays
    bounded; otherwise as `encode_series`.
    """
    edges, spans = [np.empty((0, 4), np.int64)], [np.empty((0, 3), np.int64)]
    for pieces, presences in _batches(snapshots):
        found, of_piece = _edges_of(pieces)
        edges.append(found)
        spans.append(_joined_spans(_of_edges(of_piece, presences)))
    every = np.concatenate(edges)
    if not len(every):
        none = np.empty((0, 2), np.int64)
        return Series(len(snapshots), none, np.zeros(1, np.int64), none.copy(), ())
    keys, tags, ends = _numbered(every)
    size = len(keys)
    numbers, edge = np.unique(ends[:, 0] * size + ends[:, 1], return_inverse=True)
    offsets = np.cumsum([0, *(len(found) for found in edges[:-1])])
    table = np.concatenate([part + np.array([offset, 0, 0]) for part, offset in zip(spans, offsets, strict=True)])
    table[:, 0] = edge[table[:, 0]]
    edge_spans = _listed(_joined_spans(table), len(numbers))
    chains, chain_spans = _chains(numbers // size, numbers % size, edge_spans)
    xy = np.column_stack([(keys >> 32) - _HALF, (keys & 0xFFFFFFFF) - _HALF])
    return Series(
        len(snapshots),
        xy[np.concatenate(chains)],
        np.concatenate([[0], np.cumsum([len(chain) for chain in chains])]).astype(np.int64),
        np.array([(tags[chain[0]], tags[chain[-1]]) for chain in chains], dtype=np.int64),
        chain_spans,
    )


def _batches(
    snapshots: Sequence[Sequence[BaseGeometry]],
) -> Iterator[tuple[list[BaseGeometry], list[list[tuple[int, int]]]]]:
    """Yield different pieces with the spans of snapshots that have each, so many vertices at a time."""
    numbers: dict[int, int] = {}
    pieces: list[BaseGeometry] = []
    presences: list[list[tuple[int, int]]] = []
    vertices = 0
    for index, snapshot in enumerate(snapshots):
        for piece in snapshot:
            number = numbers.setdefault(id(piece), len(pieces))
            if number == len(pieces):
                pieces.append(piece)
                presences.append([])
                vertices += int(shapely.get_num_coordinates(piece))
            spans = presences[number]
            if spans and spans[-1][1] == index - 1:
                spans[-1] = (spans[-1][0], index)
            else:
                spans.append((index, index))
        if vertices > _BATCH_VERTICES:
            yield pieces, presences
            numbers, pieces, presences, vertices = {}, [], [], 0
    if pieces:
        yield pieces, presences


def _edges_of(pieces: Sequence[BaseGeometry]) -> tuple[Ints, Ints]:
    """Return the different edges of pieces (place and tag of both ends), and pairs (edge, piece that has it)."""
    keys, following, piece = _outlines(pieces)
    if not len(keys):
        return np.empty((0, 4), np.int64), np.empty((0, 2), np.int64)
    node, node_key, node_tag = _nodes(keys, following, piece)
    size = len(node_key)
    numbers, edge = np.unique(node * size + node[following], return_inverse=True)
    first, last = numbers // size, numbers % size
    rows = np.column_stack([node_key[first], node_tag[first], node_key[last], node_tag[last]])
    return rows, np.column_stack([edge, piece])


def _of_edges(of_piece: Ints, presences: Sequence[Sequence[tuple[int, int]]]) -> Ints:
    """Return rows (edge, first snapshot, last snapshot) of the spans in which the pieces of each edge occur."""
    counts = np.array([len(spans) for spans in presences], dtype=np.int64)
    table = np.array([span for spans in presences for span in spans], dtype=np.int64).reshape(-1, 2)
    begins = np.concatenate([[0], np.cumsum(counts)])[:-1]
    edge, piece = of_piece[:, 0], of_piece[:, 1]
    each = counts[piece]
    place = np.arange(int(each.sum())) - np.repeat(np.cumsum(each) - each, each)
    return np.column_stack([np.repeat(edge, each), table[np.repeat(begins[piece], each) + place]])


def _joined_spans(rows: Ints) -> Ints:
    """Return rows (edge, first, last) in order, spans that follow one another or overlap made one."""
    rows = rows[np.lexsort((rows[:, 1], rows[:, 0]))]
    if not len(rows):
        return rows
    # The furthest end so far, edge by edge: an offset a edge keeps the ends of one from reaching the next.
    step = int(rows[:, 2].max()) + 2
    reach = np.maximum.accumulate(rows[:, 2] + rows[:, 0] * step)
    fresh = np.append(True, (rows[1:, 0] != rows[:-1, 0]) | (rows[1:, 1] + rows[1:, 0] * step > reach[:-1] + 1))
    begins = np.flatnonzero(fresh)
    ends = np.append(begins[1:], len(rows)) - 1
    return np.column_stack([rows[begins, 0], rows[begins, 1], reach[ends] - rows[begins, 0] * step])


def _listed(rows: Ints, edges: int) -> list[Intervals]:
    """Return the spans of each edge."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(edges)]
    for edge, low, high in rows.tolist():
        found[edge].append((low, high))
    return [tuple(spans) for spans in found]


def _numbered(edges: Ints) -> tuple[Ints, Ints, Ints]:
    """Return every node's place and tag, and each edge's two nodes."""
    nodes = np.concatenate([edges[:, :2], edges[:, 2:]])
    keys, key = np.unique(nodes[:, 0], return_inverse=True)
    base = int(nodes[:, 1].max()) + 1
    numbers, node = np.unique(key * base + nodes[:, 1], return_inverse=True)
    return keys[numbers // base], numbers % base, node.reshape(2, -1).T


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
