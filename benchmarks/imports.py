"""Time and memory of importing archives as large as the field's, which are generated: whole ones can't be shipped.

    python -m benchmarks.imports [--files 1354] [--as owlmap] [--keep FOLDER]

Each archive has the size and the shape of a real one, counted on the days that are at hand: owlmap 13 areas with
2,600 vertices and 122 kB a file; DeepState's history 101 areas with 15,400 vertices among 370 points, 475 kB a file.
From day to day a few stretches of outline move; Ukraine's ground in Russia is there from 6 August 2024. Each import
runs in a process of its own, the start of Python included.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
FIRST = date(2022, 2, 24)
#: How many files, areas and vertices an area has in each archive, and how large a file is, bytes.
SHAPES = {"owlmap": (1354, 13, 201, 122_000), "deepstate-history": (1359, 101, 152, 475_000)}


class Front:
    """Areas that lie beside one another, of which a few stretches move every day; lon/lat degrees."""

    def __init__(self, areas: int, vertices: int, seed: int = 7) -> None:
        self.random = np.random.default_rng(seed)
        side = int(np.ceil(np.sqrt(areas)))
        step = 4.0 / side
        at = np.arange(areas)
        self.centres = np.column_stack([33.6 + step * (at % side), 48.2 + step * (at // side)])
        self.radius = 0.42 * step
        angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
        self.directions = np.column_stack([np.cos(angle), np.sin(angle)])
        waves = np.cumsum(self.random.normal(0, 0.03, (areas, vertices)), axis=1)
        waves -= np.linspace(0, 1, vertices) * waves[:, -1:]
        self.reach = np.clip(0.8 + waves, 0.4, 1.0)
        self.changed = set(range(areas))

    def step(self) -> None:
        """Move a stretch of outline in three areas."""
        self.changed = set(self.random.integers(0, len(self.reach), 3).tolist())
        for area in self.changed:
            first = int(self.random.integers(0, self.reach.shape[1] - 12))
            self.reach[area, first : first + 12] = np.clip(
                self.reach[area, first : first + 12] + self.random.normal(0, 0.02), 0.4, 1.0
            )

    def ring(self, area: int) -> NDArray[np.float64]:
        """Return one area's outline, closed."""
        ring = self.centres[area] + self.radius * self.reach[area][:, None] * self.directions
        return np.round(np.vstack([ring, ring[:1]]), 7)


def owlmap_files(files: int) -> Iterator[tuple[str, bytes]]:
    """Yield an archive like owlmap's: the areas in lat, lon, one of them Ukraine's in Russia, the rest filler."""
    _, areas, vertices, size = SHAPES["owlmap"]
    front, held = Front(areas, vertices), Front(1, 117, seed=3)
    held.centres, held.radius = np.array([[35.25, 51.28]]), 0.15
    texts: dict[int, list[list[float]]] = {}
    for number in range(files):
        for area in front.changed:
            texts[area] = front.ring(area)[:, ::-1].tolist()
        day = FIRST + timedelta(days=number)
        ours = [held.ring(0)[:, ::-1].tolist()] if day >= date(2024, 8, 6) else []
        document = {"areas": [texts[area] for area in range(areas)], "areas_ua": ours, "frontline": [], "units": ""}
        document["units"] = "u" * max(0, size - len(json.dumps(document)))
        yield f"{day:%Y%m%d}.json", json.dumps(document).encode()
        front.step()
        held.step()


def history_files(files: int) -> Iterator[tuple[str, bytes]]:
    """Yield an archive like DeepState's history: 3-D polygons named by a key in three languages, among points."""
    _, areas, vertices, _ = SHAPES["deepstate-history"]
    front = Front(areas, vertices)
    keys = ["status.occupied"] * (areas - 20) + ["status.dismissed"] * 12 + ["status.unknown"] * 8
    points = [
        {"type": "Feature", "properties": {"name": f"Бригада {n} /// Brigade {n} /// geoJSON.units.brigade.{n}"}}
        | {"geometry": {"type": "Point", "coordinates": [33.5 + n / 100, 48.0, 0]}}
        for n in range(370)
    ]
    rest = ",".join(json.dumps(point) for point in points)
    texts: dict[int, str] = {}
    for number in range(files):
        for area in front.changed:
            ring = [[x, y, 0] for x, y in front.ring(area).tolist()]
            feature = {"type": "Feature", "properties": {"name": f"Назва /// Name /// geoJSON.{keys[area]}"}}
            texts[area] = json.dumps(feature | {"geometry": {"type": "Polygon", "coordinates": [ring]}})
        body = ",".join(texts[area] for area in range(areas))
        moment = datetime(FIRST.year, FIRST.month, FIRST.day, 18, tzinfo=UTC) + timedelta(days=number)
        yield (
            f"{int(moment.timestamp())}.geojson",
            f'{{"type": "FeatureCollection", "features": [{body},{rest}]}}'.encode(),
        )
        front.step()


ARCHIVES = {"owlmap": owlmap_files, "deepstate-history": history_files}


def imported(archive: Path, form: str, case: Path) -> tuple[float, float, float]:
    """Import in a process of its own: seconds, seconds of CPU, and its peak megabytes."""
    command = [sys.executable, "-m", "geo", "import", str(archive), "--as", form, "--into", str(case)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"the import of {archive} ended with exit code {os.waitstatus_to_exitcode(status)}")
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def size_mb(folder: Path) -> float:
    """Return what the files in a folder hold, megabytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Generate, import twice, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, help="how many files; else as many as the real archive has")
    parser.add_argument("--as", dest="forms", choices=list(ARCHIVES), action="append", help="else both")
    parser.add_argument("--keep", type=Path, help="make the archives here and leave them")
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for form in said.forms or ARCHIVES:
            archive = (said.keep or Path(temporary)) / form
            if not archive.is_dir():
                archive.mkdir(parents=True)
                for name, data in ARCHIVES[form](said.files or SHAPES[form][0]):
                    (archive / name).write_bytes(data)
            case = Path(temporary) / "case"
            shutil.rmtree(case, ignore_errors=True)
            shutil.copytree(KURSK, case, ignore=shutil.ignore_patterns("fronts"))
            files = len(list(archive.iterdir()))
            print(f"{form}: {files:,} files, {size_mb(archive):,.0f} MB (generated)")
            for run in ("first import", "the same again"):
                took, cpu, peak = imported(archive, form, case)
                stored = size_mb(case / "fronts")
                print(f"  {run}: {took:.1f} s, {cpu:.1f} s of CPU, peak {peak:,.0f} MB; {stored:,.0f} MB stored")
    print(f"peak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:,.0f} MB")


if __name__ == "__main__":
    main()
