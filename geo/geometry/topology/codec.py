"""Encode a series as one small binary that the map document carries and a browser decodes.

The layout, all of it unsigned LEB128 numbers, the whole deflated by zlib; signed numbers are zigzag-coded::

    version (1)  precision (100000)  snapshots  arcs  spellings
    spellings   each: spans, then for each span: first − end of the one before, last − first
    arcs        how many points each has
    arcs        which spelling of spans each has
    arcs        its first point − the last point of the arc before (x, then y), then its differences, x and y by turns
    tagged      how many arcs have a tag; each: arc − the arc before, tag of its first point, tag of its last point

All x stand before all y, and all differences of one kind together: what is alike compresses well.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from geo.errors import InputError
from geo.geometry.topology.series import UNITS_PER_DEGREE, Intervals, Ints, Series

VERSION = 1


def to_bytes(series: Series) -> bytes:
    """Write a series as deflated bytes.

    Examples
    --------
    >>> from shapely import box
    >>> from geo.geometry.topology.arcs import encode_series
    >>> series = encode_series([box(35, 51, 35.1, 51.1)])
    >>> from_bytes(to_bytes(series)).ground(0).equals(series.ground(0))
    True
    """
    numbers: dict[Intervals, int] = {}
    spelling = [numbers.setdefault(spans, len(numbers)) for spans in series.spans]
    lengths = np.diff(series.starts)
    steps = np.diff(series.points, axis=0, prepend=np.zeros((1, 2), np.int64))
    tagged = np.flatnonzero(series.tags.any(axis=1))
    tags = np.column_stack([np.diff(tagged, prepend=0), series.tags[tagged]])
    columns = [
        np.array([VERSION, UNITS_PER_DEGREE, series.count, len(lengths), len(numbers)], np.int64),
        np.fromiter(_spelled(numbers), np.int64),
        lengths,
        np.array(spelling, np.int64),
        _zigzag(steps[:, 0]),
        _zigzag(steps[:, 1]),
        np.array([len(tagged)], np.int64),
        tags.ravel(),
    ]
    return zlib.compress(_leb128(np.concatenate(columns)), 9)


def from_bytes(data: bytes) -> Series:
    """Read a series; InputError says what is wrong with the bytes."""
    try:
        numbers = _read_leb128(zlib.decompress(data))
        version, precision, count, arcs, spellings = numbers[:5].tolist()
        if (version, precision) != (VERSION, UNITS_PER_DEGREE):
            raise InputError(
                f"the series has version {version} and precision {precision}; it must be 1 and {UNITS_PER_DEGREE}"
            )
        rest, table = numbers[5:], []
        values = rest.tolist()
        at = 0
        for _ in range(spellings):
            spans, at = _spans(values, at)
            table.append(spans)
        lengths, spelling = rest[at : at + arcs], rest[at + arcs : at + 2 * arcs]
        at, total = at + 2 * arcs, int(lengths.sum())
        points = np.cumsum(_unzigzag(rest[at : at + 2 * total]).reshape(2, total), axis=1).T
        tags = np.zeros((arcs, 2), np.int64)
        tagged = rest[at + 2 * total + 1 :].reshape(int(rest[at + 2 * total]), 3)
        tags[np.cumsum(tagged[:, 0])] = tagged[:, 1:]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        return Series(count, points, starts, tags, tuple(table[number] for number in spelling.tolist()))
    except (zlib.error, ValueError, IndexError) as error:
        raise InputError(f"the series can't be read ({error}); import its archive again") from error


def _spelled(table: Iterable[Intervals]) -> Iterator[int]:
    for spans in table:
        yield len(spans)
        end = 0
        for low, high in spans:
            yield low - end
            yield high - low
            end = high


def _spans(values: list[int], at: int) -> tuple[Intervals, int]:
    spans, end = [], 0
    for place in range(at + 1, at + 1 + 2 * values[at], 2):
        low = end + values[place]
        end = low + values[place + 1]
        spans.append((low, end))
    return tuple(spans), at + 1 + 2 * values[at]


def _zigzag(numbers: Ints) -> Ints:
    return (numbers << 1) ^ (numbers >> 63)


def _unzigzag(numbers: Ints) -> Ints:
    return (numbers >> 1) ^ -(numbers & 1)


def _leb128(numbers: Ints) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that more follow."""
    groups = np.stack([(numbers >> (7 * place)) & 0x7F for place in range(6)], axis=1)
    more = np.stack([numbers >> (7 * (place + 1)) > 0 for place in range(6)], axis=1)
    there = np.concatenate([np.ones((len(numbers), 1), bool), more[:, :-1]], axis=1)
    return bytes((groups | (more << 7)).astype(np.uint8)[there])


def _read_leb128(data: bytes) -> Ints:
    raw: NDArray[np.uint8] = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(raw < 0x80)
    if not len(ends) or ends[-1] != len(raw) - 1:
        raise ValueError("it ends within a number")
    begins = np.append(0, ends[:-1] + 1)
    place = np.arange(len(raw)) - np.repeat(begins, ends - begins + 1)
    if place.max(initial=0) > 5:
        raise ValueError("a number is too large")
    return np.add.reduceat((raw.astype(np.int64) & 0x7F) << (7 * place), begins)
