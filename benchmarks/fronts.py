"""Time how an archive of fronts is imported, encoded and compared day by day, beside the naive ways.

    python -m benchmarks.fronts ARCHIVE [--as deepstate-mirror] [--case data/kursk-2024]

ARCHIVE is a folder of daily files. Each way is measured in this run: the import in a process of its own (so that its
peak memory is its own), the others here. Naive are a geopandas loop over the files, and shapely's difference of whole
days.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.geometry.topology.arcs import encode_series
from geo.geometry.topology.codec import to_bytes
from geo.geometry.topology.diff import series_diff
from geo.io.mappers.drawing import ground
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import ARCHIVE_FORMATS

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
T = TypeVar("T")


def timed(work: Callable[[], T], repeats: int = 3) -> tuple[float, T]:
    """Return the shortest of some runs in seconds, and the result."""
    best, result = float("inf"), None
    for _ in range(repeats):
        start = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - start)
    return best, result  # type: ignore[return-value]


def grounds_of(files: list[Path], form: str) -> list[BaseGeometry]:
    """Read each file's ground, every kind of a day together where an archive has several."""
    found = []
    for path in files:
        for drawing in ARCHIVE_FORMATS[form].read(path.name, path.read_bytes(), FieldMapping()):
            largest = max(drawing.grounds.values(), key=lambda polygons: sum(polygon.area for polygon in polygons))
            found.append(ground(largest, path.name))
    return found


def imported(archive: Path, form: str, case: Path) -> tuple[float, float]:
    """Import in a process of its own, the start of Python included; seconds and peak megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "case"
        shutil.copytree(case, target, ignore=shutil.ignore_patterns("fronts"))
        start = time.perf_counter()
        command = [sys.executable, "-m", "geo", "import", str(archive), "--as", form, "--into", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        took = time.perf_counter() - start
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def by_geopandas(files: list[Path]) -> int:
    """Read the files one by one with geopandas: no check, no hash, nothing kept."""
    return sum(len(gpd.read_file(path)) for path in files)


def by_shapely(grounds: list[BaseGeometry]) -> float:
    """Gained and lost ground of every pair of neighbouring days, whole areas against each other."""
    days = np.array(grounds, dtype=object)
    gained = shapely.difference(days[1:], days[:-1])
    lost = shapely.difference(days[:-1], days[1:])
    return float(shapely.area(gained).sum() + shapely.area(lost).sum())


def from_the_edges(grounds: list[BaseGeometry]) -> float:
    """The same from the edges that differ, encoding included."""
    series = encode_series(grounds)
    found = [series_diff(series, index - 1, index) for index in range(1, len(series))]
    return sum(one.gained.area + one.lost.area for one in found)


def growth(grounds: list[BaseGeometry]) -> list[tuple[str, int]]:
    """Return the payload's bytes for more and more days, and for a front that rests."""
    sizes = [n for n in (100, 200, 353) if n <= len(grounds)]
    rows = [(f"{n} days", len(to_bytes(encode_series(grounds[:n])))) for n in sizes]
    still = [*grounds, *[grounds[-1]] * 100]
    rows.append((f"{len(grounds)} days and 100 more unchanged", len(to_bytes(encode_series(still)))))
    # Back and forth, so that neighbours are always real neighbours.
    long = [grounds[at if at < len(grounds) else 2 * len(grounds) - 1 - at] for at in _walk(2000, 2 * len(grounds))]
    rows.append(("2,000 synthetic days (the archive there and back)", len(to_bytes(encode_series(long)))))
    return rows


def row(what: str, ours: str, naive: str = "–", ratio: float | None = None) -> None:
    """Print one line of the table."""
    print(f"| {what} | {ours} | {naive} | {'–' if ratio is None else f'{ratio:.1f}'} |")


def _walk(days: int, period: int) -> list[int]:
    return [day % period for day in range(days)]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, help="folder of an archive")
    parser.add_argument(
        "--as", dest="form", default="deepstate-mirror", choices=[n for n, f in ARCHIVE_FORMATS.items() if not f.mapped]
    )
    parser.add_argument("--case", type=Path, default=KURSK)
    arguments = parser.parse_args()
    files = sorted(
        path for path in arguments.archive.iterdir() if path.name.endswith(ARCHIVE_FORMATS[arguments.form].suffixes)
    )
    raw_bytes = sum(path.stat().st_size for path in files)
    took_import, peak_mb = imported(arguments.archive, arguments.form, arguments.case)
    took_loop, _ = timed(lambda: by_geopandas(files), 1)
    took_read, grounds = timed(lambda: grounds_of(files, arguments.form), 1)
    took_encode, series = timed(lambda: encode_series(grounds))
    payload = to_bytes(series)
    gzipped = len(gzip.compress(b"".join(path.read_bytes() for path in files), 6, mtime=0))
    took_edges, area = timed(lambda: from_the_edges(grounds))
    took_naive, naive_area = timed(lambda: by_shapely(grounds), 1)
    vertices = sum(int(shapely.get_num_coordinates(one)) for one in grounds) // len(grounds)
    print(f"{arguments.archive.name}: {len(files)} files, {raw_bytes / 1e6:.1f} MB, {vertices:,} vertices a day\n")
    print("| what | ours | naive way | ratio |\n|---|---|---|---|")
    row(
        "import: read, check, hash, measure, write, and the start of Python",
        f"{took_import:.2f} s, {peak_mb:.0f} MB",
        f"a geopandas loop that only reads: {took_loop:.2f} s",
        took_loop / took_import,
    )
    row("read and check", f"{took_read:.2f} s", "the same loop", took_loop / took_read)
    row("encode", f"{took_encode:.2f} s")
    row(
        "payload",
        f"{len(payload) / 1000:.1f} kB",
        f"its GeoJSON, gzipped: {gzipped / 1000:,.0f} kB",
        gzipped / len(payload),
    )
    row(
        "gained and lost of every day, encoding included",
        f"{took_edges:.2f} s",
        f"shapely's differences, vectorised: {took_naive:.2f} s",
        took_naive / took_edges,
    )
    print(f"\nGained and lost together: {area:.6f} and {naive_area:.6f} square degrees.\n")
    print("| series | payload kB |\n|---|---|")
    for name, size in growth(grounds):
        print(f"| {name} | {size / 1000:.1f} |")


if __name__ == "__main__":
    main()
