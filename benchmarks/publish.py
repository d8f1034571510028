"""Time the exports of a case, and measure the page: ``python -m benchmarks.publish [CASE]``.

Prints the whole of `geo publish` (opening the case included, Python's own start not), each kind of picture, each data
format, and a citation bundle with its verification. Give the folder of a case with fronts to measure that one.
"""

from __future__ import annotations

import argparse
import gzip
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from geo.export.bundle import BundleOptions, bundle
from geo.export.datafiles import DATA_FORMATS, data_file
from geo.export.figures.animation import DATA_FORMATS as ANIMATIONS
from geo.export.figures.animation import animation
from geo.export.figures.figure import picture
from geo.export.figures.preview import preview
from geo.export.figures.small_multiples import sheet
from geo.export.release import release
from geo.export.scope import Scope
from geo.export.site import site
from geo.export.verify import verify
from geo.io.case_store import open_case, read_files
from geo.reports.view import View

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
DAY = date(2024, 8, 12)
ROUNDS = 3

T = TypeVar("T")


def timed(what: str, make: Callable[[], T]) -> T:
    """Print the median time of a few rounds, the first of which is cold, and return what was made."""
    spent = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = make()
        spent.append(time.perf_counter() - start)
    print(f"{what:<44} {median(spent):6.2f} s  (worst {max(spent):.2f})")
    return found


def main() -> None:
    """Print the lines that the README quotes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", nargs="?", type=Path, default=CASE)
    folder: Path = parser.parse_args().case
    files = timed("publish: open the case, build every file", lambda: site(release(open_case(folder))))
    for name in ("index.html", "embed.html"):
        size = len(gzip.compress(files[name], 9))
        print(f"{name}, gzipped{'':<22} {size / 1000:8.0f} kB (of {len(files[name]) / 1000:.0f} kB)")
    scope = Scope(release(open_case(folder)), View(DAY))
    for form in ("png", "svg", "pdf"):
        timed(f"picture, {form.upper()}", lambda form=form: picture(scope, form))
    timed("preview, 1200 × 630", lambda: preview(scope, DAY))
    timed("sheet of nine days, PNG", lambda: sheet(scope, [DAY + timedelta(2 * n) for n in range(-3, 6)]))
    for form in ANIMATIONS:
        span = (DAY - timedelta(6), DAY + timedelta(23))
        timed(f"animation of thirty days, {form.upper()}", lambda form=form, span=span: animation(scope, span, form))
    for form in DATA_FORMATS:
        timed(f"data of the day, {form}", lambda form=form: data_file(scope, form))
    options = BundleOptions(date(2026, 11, 25))
    _, data = timed("citation bundle", lambda: bundle(scope, read_files(folder), options))
    timed("verify it", lambda: verify(data))


if __name__ == "__main__":
    main()
