"""Measure how the time of each operation grows with a case's rows: ``python -m benchmarks.growth``.

    python -m benchmarks.growth [--times 1 10 60] [--only NAME] [--longer | --wider]

The Kursk case is grown as `benchmarks.grown` says, both wider and longer unless asked otherwise. Prints the processor
time of each operation in seconds (the best of a few rounds where a round is short), and the exponent of its growth:
the slope of the logarithm of time over the logarithm of rows, over all sizes and between the last two, where what an
operation costs for any case (the border, a start) weighs least. Linear is 1; the goal is 1.1 at most.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np

from benchmarks.grown import Row, grown, new_rows
from geo.analysis.reconstruction import reconstruct, reconstructions
from geo.consistency.engine import Checker
from geo.export.changefeed import news_feed
from geo.export.changes import news_between, news_of_versions
from geo.export.datafiles import data_file
from geo.export.formats.prov import write_prov
from geo.export.release import release
from geo.export.scope import Scope
from geo.io.case_store import open_case, read_files
from geo.io.tables import read_cells
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim
from geo.reports.briefing import brief
from geo.reports.evacuation import evacuation_report
from geo.reports.layers import LAYERS, layer
from geo.reports.places import settlements_report
from geo.reports.questions import answers
from geo.reports.view import View
from geo.search.claim_index import LedgerIndex
from geo.search.gazetteer import settlement_names, word_counts
from geo.search.place_index import PlaceIndex
from geo.search.transliteration import fuzzy_key, spellings
from geo.validation.lint import lint, over_plan
from geo.webmap.document import build_map

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
DAY = AsOf(date(2024, 8, 12))
TIMES = (1, 10, 60)
#: A short operation is repeated until this much time has gone into it, seconds.
LEAST_S = 0.5
ROUNDS = 5


@dataclass(frozen=True)
class Sample:
    """A grown case in a folder, and what an operation needs besides it, made before its time is taken."""

    folder: Path
    rows: list[tuple[int, Row]]

    def prepared(self) -> Sample:
        """Make what is kept, so that no operation's time has it in it."""
        if self.case.faults:
            raise SystemExit(f"{self.folder.name} has {len(self.case.faults)} faults, the first: {self.case.faults[0]}")
        _ = reconstructions(self.case), self.checker, self.scope, reconstructions(self.scope.case), self.earlier
        return self

    @cached_property
    def case(self) -> Case:
        """The case, opened once."""
        return open_case(self.folder)

    @cached_property
    def checker(self) -> Checker:
        """A checker that has seen the day."""
        checker = Checker(self.case)
        checker.verdicts_on(DAY)
        return checker

    @cached_property
    def scope(self) -> Scope:
        """What goes out of the case on the day."""
        return Scope(release(self.case), View(DAY.on))

    @cached_property
    def earlier(self) -> Case:
        """The same case before its last claims were entered."""
        return replace(self.case, claims=self.case.claims[: len(self.case.claims) * 3 // 4])


def _validate(one: Sample) -> object:
    opened = open_case(one.folder)
    cells, _ = read_cells((one.folder / "claims.csv").read_bytes(), "claims.csv", Claim)
    return reconstruct(opened), over_plan(cells, opened)


def _scope(one: Sample) -> object:
    scope = Scope.of_period(release(one.case))
    return scope.claims, scope.case


OPERATIONS: dict[str, Callable[[Sample], object]] = {
    "open the case": lambda one: open_case(one.folder),
    "validate": _validate,
    "lint as many new rows": lambda one: lint(one.rows, one.case),
    "check of a day, cold": lambda one: Checker(one.case, border=copy(one.case.border)).verdicts_on(DAY),
    "check of a day, warm": lambda one: one.checker.verdicts_on(DAY),
    "every layer of a day": lambda one: [layer(one.case, name, DAY) for name in LAYERS],
    "briefing": lambda one: brief(one.case, DAY),
    "report of places": lambda one: settlements_report(one.case, DAY),
    "report of the evacuation": lambda one: evacuation_report(one.case, DAY),
    "answers": lambda one: answers(settlements_report(one.case, DAY), evacuation_report(one.case, DAY), one.case),
    "document": lambda one: build_map(one.case).html(),
    "news of days": lambda one: news_between(one.case, one.case.first_date),
    "news of versions": lambda one: news_of_versions(one.earlier, one.case),
    "feed, JSON": lambda one: news_feed(one.case, news_between(one.case, one.case.first_date), "json"),
    "feed, Atom": lambda one: news_feed(one.case, news_between(one.case, one.case.first_date), "atom"),
    "export of a day, CSV": lambda one: data_file(one.scope, "csv"),
    "export of a day, GeoPackage": lambda one: data_file(one.scope, "geopackage"),
    "provenance (PROV-JSON)": lambda one: write_prov(one.case, one.case.claims),
    "index of the ledger": lambda one: LedgerIndex(one.case),
    "index of the places": lambda one: PlaceIndex(settlement_names(one.case), word_counts(one.case)),
    "release and scope": _scope,
}


def seconds(operation: Callable[[Sample], object], sample: Sample) -> float:
    """Return the processor time of an operation: the best of a few rounds, one round where that is long enough.

    What was made before is kept from the garbage collector, which would search it at every size. The border and the
    reconstructions are made before, as a case makes them once; a cold check computes the areas on the border anew.
    """
    gc.collect()
    gc.freeze()
    spent: list[float] = []
    while len(spent) < ROUNDS and sum(spent) < LEAST_S:
        spellings.cache_clear()  # a small case fits into these, a large one does not
        fuzzy_key.cache_clear()
        start = time.process_time()
        operation(sample)
        spent.append(time.process_time() - start)
    return min(spent)


def exponent(rows: list[int], times: list[float]) -> float:
    """Return the slope of log(time) over log(rows).

    >>> round(exponent([10, 100, 1000], [0.02, 0.2, 2.0]), 6)
    1.0
    """
    if len(rows) < 2:
        return float("nan")
    slope, _ = np.polyfit(np.log(rows), np.log(np.maximum(times, 1e-6)), 1)
    return float(slope)


def _samples(times: list[int], arguments: argparse.Namespace, folder: Path) -> list[Sample]:
    files = read_files(KURSK)
    found = []
    for number in times:
        sectors = 1 if arguments.longer else number if arguments.wider else None
        into = folder / f"times-{number}"
        into.mkdir()
        for name, data in grown(files, number, sectors=sectors).items():
            (into / name).write_bytes(data)
        found.append(Sample(into, new_rows(files, number, sectors=sectors)).prepared())
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", default=list(TIMES))
    parser.add_argument("--only", action="append", metavar="NAME", help="an operation, by the beginning of its name")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--longer", action="store_true", help="more weeks, and no more sectors")
    shape.add_argument("--wider", action="store_true", help="more sectors on the same days")
    return parser.parse_args()


def main() -> None:
    """Measure and print the table."""
    arguments = _arguments()
    wanted: tuple[str, ...] = tuple(arguments.only or ("",))
    with tempfile.TemporaryDirectory() as name:
        samples = _samples(sorted(arguments.times), arguments, Path(name))
        rows = [len(sample.case.claims) for sample in samples]
        print(
            "| operation | " + " | ".join(f"{count:,} claims, s" for count in rows) + " | exponent | of the last two |"
        )
        print("|---|" + "---|" * (len(rows) + 2))
        for what, operation in OPERATIONS.items():
            if what.startswith(wanted):
                spent = [seconds(operation, sample) for sample in samples]
                slopes = f"{exponent(rows, spent):.2f} | {exponent(rows[-2:], spent[-2:]):.2f}"
                print(f"| {what} | " + " | ".join(f"{one:.3f}" for one in spent) + f" | {slopes} |")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
