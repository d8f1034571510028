"""A series as the document carries it, beside the rings that Python reads out of it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import numpy as np

from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.codec import from_bytes, to_bytes
from geo.geometry.topology.series import Series
from tests.tracks import grid, two_tracks

SEEDS = 12


def series_of(seed: int) -> Series:
    """Return a series of random squares: shared edges, holes, touching corners, a day twice the same, or nothing."""
    random = np.random.default_rng(seed)
    grounds = [grid(random) for _ in range(24)]
    grounds[7] = grounds[6]
    return encode_series(grounds)


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write a file for each series: its bytes in base64, and each snapshot's rings in 1e-5 degree."""
    named = {f"random-{seed:02}": series_of(seed) for seed in range(SEEDS)}
    named |= {track.archive: track.series for track in two_tracks()}
    for name, series in named.items():
        data = to_bytes(series)
        again = from_bytes(data)
        rings = [[ring[:-1].tolist() for ring in again.rings(index)] for index in range(again.count)]
        yield name, {"series": base64.b64encode(data).decode(), "rings": rings}
