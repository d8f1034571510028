"""How many places somebody's word has as held, and as lost, from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geo.claims import Side
from geo.place_status import StatusSpan
from geo.settlements import HELD, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """On one day: how many places the claimants of a side have as held, and how many as lost again; each place once."""

    on: date
    side: Side
    held: int
    lost: int


def tallies(spans: Iterable[StatusSpan], first: date, last: date) -> Iterator[Tally]:
    """Count places by side for every day from `first` to `last`, both included.

    A place that a side's claimants have as held and as lost on one day counts in both: that is what they say.
    """
    every = list(spans)
    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        standing = [span for span in every if span.holds(on)]
        held = Counter(side for side, _ in {(s.side, s.settlement) for s in standing if s.status in HELD})
        lost = Counter(side for side, _ in {(s.side, s.settlement) for s in standing if s.status is Status.LOST})
        for side in Side:
            yield Tally(on, side, held[side], lost[side])
