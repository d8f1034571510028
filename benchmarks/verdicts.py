"""Time the verdicts: ``python -m benchmarks.verdicts``.

Prints all days of the shipped case with nothing computed before, and one day warm.
"""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from geo.consistency.engine import Checker
from geo.io.case_store import open_case
from geo.model.asof import AsOf

CASE = Path(__file__).parent.parent / "data" / "kursk-2024"
BUSIEST = date(2024, 8, 12)
ROUNDS = 21


def main() -> None:
    """Print the two lines that the README quotes."""
    case = open_case(CASE)
    settings = case.settings
    days = [settings.first_date + timedelta(days=n) for n in range((settings.last_date - settings.first_date).days + 1)]
    start, cpu = time.perf_counter(), time.process_time()
    checker = Checker(case)
    count = sum(len(checker.verdicts_on(AsOf(day))) for day in days)
    everything, busy = time.perf_counter() - start, time.process_time() - cpu
    one = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        checker.verdicts_on(AsOf(BUSIEST))
        one.append(1e3 * (time.perf_counter() - start))
    print(
        f"verdicts of all {len(days)} days, cold    {everything:6.2f} s   ({busy:.2f} s of processor, {count} verdicts)"
    )
    print(f"verdicts of {BUSIEST}, warm       {median(one):6.1f} ms  (worst {max(one):.1f})")


if __name__ == "__main__":
    main()
