"""Each claimant's status of each place from day to day, who stated it first, and how many places a side counts.

One rule for the edges: a statement holds from the day it speaks of up to and with the day before the same claimant's
next other one about the place; both days are included. A claimant without a statement by a day has said nothing: the
status is unknown, which is not a status that somebody gave.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geo.model.ages import Ages, AgeStep
from geo.model.asof import AsOf, latest
from geo.model.claims import Side
from geo.model.places import HELD, ControlEvent, PlaceState, Status

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StatusSpan:
    """One claimant's status of one place from `first` to `last`, both included; `last` None: nothing ends it yet.

    `events` are the statements it rests on, oldest first; of two about one day the one known later counts.
    """

    settlement: str
    claimant: str
    side: Side
    status: Status
    first: date
    last: date | None
    events: tuple[ControlEvent, ...]

    def steps(self, ages: Ages, until: date) -> list[AgeStep]:
        """Cut its days up to `until` by what its newest word is on them; each word of it is fresh anew."""
        end = until if self.last is None else min(until, self.last)
        nexts = [event.about_date - ONE_DAY for event in self.events[1:]]
        found: list[AgeStep] = []
        for event, before in zip(self.events, [*nexts, end], strict=True):
            for step in ages.steps(event.about_date, min(before, end)):
                if found and found[-1].state is step.state and found[-1].last + ONE_DAY == step.first:
                    found[-1] = replace(found[-1], last=step.last)
                else:
                    found.append(step)
        return found

    def holds(self, on: date) -> bool:
        """Whether it is the claimant's word on a day; the first and the last day included."""
        return self.first <= on and (self.last is None or on <= self.last)

    def days_by(self, on: date) -> int:
        """Count its days up to and with day `on`; 0 before its first."""
        end = on if self.last is None else min(on, self.last)
        return max(0, (end - self.first).days + 1)


@dataclass(frozen=True, slots=True)
class FirstReport:
    """Who was first to put the advancing side's troops at a place; several where several did so on one day.

    `about` are the statements about the earliest day, `published` those that were out first: somebody may be early with
    the news and another speak, later, of an earlier day.
    """

    about: tuple[ControlEvent, ...]
    published: tuple[ControlEvent, ...]


def status_spans(events: Iterable[ControlEvent], known: date | None = None) -> list[StatusSpan]:
    """Turn words into spans: a claimant's words that say the same one after another are one span.

    Parameters
    ----------
    events : iterable of ControlEvent
    known : date or None
        Only what was known on that day; None is everything known today.

    Returns
    -------
    list of StatusSpan
        By place, claimant and first day. The spans of one claimant about one place never overlap and leave no gap.
    """
    words: dict[tuple[str, str], list[ControlEvent]] = defaultdict(list)
    for event in _seen(events, known):
        words[event.settlement, event.claimant].append(event)
    spans: list[StatusSpan] = []
    for key in sorted(words):
        spans.extend(_spans_of(latest(words[key], key=lambda event: event.about_date)))
    return spans


def _spans_of(words: list[ControlEvent]) -> list[StatusSpan]:
    runs: list[list[ControlEvent]] = []
    for word in words:
        if runs and runs[-1][-1].status is word.status:
            runs[-1].append(word)
        else:
            runs.append([word])
    ends = [run[0].about_date - ONE_DAY for run in runs[1:]]
    return [
        StatusSpan(run[0].settlement, run[0].claimant, run[0].side, run[0].status, run[0].about_date, end, tuple(run))
        for run, end in zip(runs, [*ends, None], strict=True)
    ]


def first_reports(events: Iterable[ControlEvent], known: date | None = None) -> dict[str, FirstReport]:
    """Find who was first to claim, enter, show or contest each place, by settlement id."""
    held: dict[str, list[ControlEvent]] = defaultdict(list)
    for event in _seen(events, known):
        if event.status in HELD:
            held[event.settlement].append(event)
    found = {}
    for ident, words in held.items():
        day = min(word.about_date for word in words)
        out = min(word.known_date for word in words)
        found[ident] = FirstReport(
            tuple(word for word in words if word.about_date == day),
            tuple(word for word in words if word.known_date == out),
        )
    return found


def disputed_days(events: Iterable[ControlEvent], as_of: AsOf) -> dict[str, int]:
    """Count, by settlement id, the days up to and with `on` on which claimants' words contradict each other."""
    spans: dict[str, list[StatusSpan]] = defaultdict(list)
    for span in status_spans(events, as_of.known):
        spans[span.settlement].append(span)
    return {
        ident: sum((last - first).days + 1 for first, last in _disputes(own, as_of.on)) for ident, own in spans.items()
    }


def _disputes(spans: list[StatusSpan], on: date) -> list[tuple[date, date]]:
    """Return the runs of days with a dispute; whether there is one can only change where a word is spoken of."""
    days = sorted({event.about_date for span in spans for event in span.events if event.about_date <= on})
    runs = []
    for number, day in enumerate(days):
        last = days[number + 1] - ONE_DAY if number + 1 < len(days) else on
        words = [
            max((event for event in span.events if event.about_date <= day), key=lambda e: e.about_date)
            for span in spans
            if span.holds(day)
        ]
        if words and PlaceState(words[0].settlement, tuple(words)).disputed:
            runs.append((day, last))
    return runs


def _seen(events: Iterable[ControlEvent], known: date | None) -> list[ControlEvent]:
    seen = (event for event in events if known is None or event.known_date <= known)
    return sorted(seen, key=lambda e: (e.about_date, e.known_date, e.id))


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
        in_effect = [span for span in every if span.holds(on)]
        held = Counter(side for side, _ in {(s.side, s.settlement) for s in in_effect if s.status in HELD})
        lost = Counter(side for side, _ in {(s.side, s.settlement) for s in in_effect if s.status is Status.LOST})
        for side in Side:
            yield Tally(on, side, held[side], lost[side])
