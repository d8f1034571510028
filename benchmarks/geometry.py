"""Time the geometry on the real border, beside the naive way: ``python -m benchmarks.geometry``.

Prints one line a task: ours, shapely alone, and the ratio.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely

from geo.geometry.bands import build_advance, depth_line
from geo.geometry.border import BorderLine
from geo.geometry.measurement import measure
from geo.io.case_store import open_case

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
SUDZHA = (35.2706, 51.1914)
POINTS = 5000
ROUNDS = 5


def best_ms(task: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest of some runs, milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return min(times) * 1e3


def real_border() -> BorderLine:
    """Return the Kursk case's border with its indexes built."""
    border = open_case(CASE).border
    border.locate(*SUDZHA)
    border.section(*SUDZHA, 10)
    border.side_polygon(1, shapely.box(35.2, 51.1, 35.3, 51.2))
    return border


def main() -> None:
    """Print the table."""
    border = real_border()
    dice = np.random.default_rng(1)
    lon, lat = dice.uniform(34.2, 35.9, POINTS), dice.uniform(50.7, 51.7, POINTS)
    points = shapely.points(border.metric.xy(lon, lat))
    section = border.section(*SUDZHA, 40, "chord")
    advance = build_advance(border, 12, section)
    ground_m, line_m = border.metric.to_metric(advance.likely), border.line_m
    corners = shapely.points(shapely.get_coordinates(ground_m))
    rows: list[tuple[str, Callable[[], object], Callable[[], object] | None]] = [
        (
            f"locate {POINTS:,} points",
            lambda: border.locate_many(lon, lat),
            lambda: (shapely.line_locate_point(line_m, points), shapely.distance(line_m, points)),
        ),
        ("locate one point", lambda: border.locate(*SUDZHA), lambda: line_m.project(points[0])),
        ("measure a polygon", lambda: measure(advance.likely, border), lambda: shapely.distance(line_m, corners)),
        ("stretch 40 km (chord)", lambda: border.section(*SUDZHA, 40, "chord"), None),
        ("build_advance 12 x 40 km", lambda: build_advance(border, 12, section), None),
        ("reach_line 35 km", lambda: depth_line(border, 35, section), None),
    ]
    print(f"border: {len(border.line.coords):,} vertices, {border.length_m / 1e3:.0f} km")
    print(f"{'task':26} {'ours ms':>9} {'shapely ms':>11} {'ratio':>7}")
    for name, ours, naive in rows:
        ours_ms = best_ms(ours)
        naive_ms = best_ms(naive, 2) if naive else None
        beside = f"{naive_ms:11.1f} {naive_ms / ours_ms:6.1f}x" if naive_ms else f"{'-':>11} {'-':>7}"
        print(f"{name:26} {ours_ms:9.1f} {beside}")


if __name__ == "__main__":
    main()
