"""Time steps of the date in two documents of one case side by side: step by step in turn, in one browser.

    python -m benchmarks.date_step --beside OTHER.html [--steps 60] [--rounds 3]

Both documents walk the same days over the whole period. Of each step two times are taken in the page: until it is
painted, and the script's part of it (the event's listeners and the callbacks of the frame that follows). A step's
ratio is that of the same step in the two, one straight after the other, so that what else the machine does weighs on
both alike.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

BOTH = """async (day) => {
  const range = document.getElementById('date');
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  await frame();
  const start = performance.now();
  let first = 0;
  requestAnimationFrame(() => (first = performance.now()));
  range.value = day;
  range.dispatchEvent(new Event('input'));
  const listeners = performance.now() - start;
  await new Promise((done) => requestAnimationFrame(() => {
    const callbacks = performance.now() - first;
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(callbacks);
    channel.port2.postMessage(0);
  })).then((callbacks) => (first = callbacks));
  return { painted: performance.now() - start, script: listeners + first, day: Number(range.value) };
}"""
WHOLE_PERIOD = """() => {
  const whole = document.getElementById('whole-period');
  if (whole && whole.getAttribute('aria-pressed') !== 'true') whole.click();
  const { min, max } = document.getElementById('date');
  return [Number(min), Number(max)];
}"""


@dataclass(frozen=True)
class PairedStep:
    """One step of the date in two documents, milliseconds."""

    painted_ms: tuple[float, float]
    script_ms: tuple[float, float]


def walk(first: int, last: int, steps: int) -> list[int]:
    """Return the days of a walk of so many steps over a period, there and back, as evenly as days go."""
    turn = steps // 2
    there = [first + round((last - first) * (step + 1) / turn) for step in range(turn)]
    return [*there, *reversed(there[:-1]), first][:steps]


def opened_whole(browser: Browser, file: Path) -> tuple[Page, tuple[int, int]]:
    """Open a document at the size of a laptop with its time bar over the whole period; with the bar's ends, days."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.resolve().as_uri())
    page.wait_for_timeout(1500)
    first, last = page.evaluate(WHOLE_PERIOD)
    return page, (first, last)


def side_by_side(browser: Browser, files: tuple[Path, Path], steps: int, rounds: int) -> list[PairedStep]:
    """Step through the same days in two documents in turn; the first to go changes with each step.

    Raises
    ------
    ValueError
        If the documents have no days in common, or one did not go to the day it was sent to.
    """
    pages, ends = zip(*(opened_whole(browser, file) for file in files), strict=True)
    first, last = max(low for low, _ in ends), min(high for _, high in ends)
    if first >= last:
        raise ValueError(f"the periods, days {ends[0]} and {ends[1]}, share no two days: give two of one case")
    found = []
    for number, day in enumerate(walk(first, last, steps) * rounds):
        order = (0, 1) if number % 2 == 0 else (1, 0)
        took: dict[int, dict[str, float]] = {}
        for which in order:
            pages[which].bring_to_front()
            took[which] = pages[which].evaluate(BOTH, day)
            if took[which]["day"] != day:
                raise ValueError(f"{files[which].name} went to day {took[which]['day']:.0f} and not to day {day}")
        found.append(
            PairedStep((took[0]["painted"], took[1]["painted"]), (took[0]["script"], took[1]["script"])),
        )
    for page in pages:
        page.close()
    return found


def table(names: tuple[str, str], found: list[PairedStep]) -> str:
    """Return what two documents' steps took as a table: medians, and the median of the ratios step by step."""
    lines = ["| step of the date | " + " | ".join(f"{name}, median ms" for name in names) + " | median ratio |"]
    lines.append("|---|---|---|---|")
    for label, pairs in (
        ("to paint", [step.painted_ms for step in found]),
        ("script alone", [step.script_ms for step in found]),
    ):
        medians = [statistics.median(pair[which] for pair in pairs) for which in (0, 1)]
        ratio = statistics.median(one / other for one, other in pairs if other > 0)
        lines.append(f"| {label} | {medians[0]:.1f} | {medians[1]:.1f} | {ratio:.2f} |")
    return "\n".join(lines)
