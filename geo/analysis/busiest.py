"""Find the busiest span: the few days in which most of what a case holds became known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

#: Of all that became known, so much lies in the busiest span.
BUSY_SHARE = 0.8
#: Days before and after it that are shown with it, and the fewest that a span has.
_MARGIN_DAYS = 2
_LEAST_DAYS = 21
#: A span of more than this part of all days is no help: then all of them are shown.
_MOST_OF_ALL = 2 / 3


def busiest_span(days: Iterable[date], first: date, last: date) -> tuple[date, date]:
    """Return the first and last day of the shortest run of days that holds most of `days`, with a little room around.

    Parameters
    ----------
    days : iterable of date
        A day for each thing that became known; those outside `first` to `last` don't count.
    first, last : date
        What may be shown at all. They are returned where `days` are few, or spread over nearly all of it.

    >>> august = [date(2024, 8, day) for day in (6, 12, 12, 13, 14, 20)]
    >>> [str(day) for day in busiest_span([*august, date(2024, 11, 1)], date(2024, 8, 1), date(2024, 12, 31))]
    ['2024-08-04', '2024-08-24']
    """
    known = sorted(day for day in days if first <= day <= last)
    whole = (last - first).days + 1
    if not known:
        return first, last
    # Of every run that begins on one of the days and holds enough of them: the shortest, of those alike the earliest.
    enough = -int(-BUSY_SHARE * len(known) // 1)
    runs = [(known[at + enough - 1] - known[at], known[at]) for at in range(len(known) - enough + 1)]
    length, start = min(runs)
    begin, end = start - timedelta(days=_MARGIN_DAYS), start + length + timedelta(days=_MARGIN_DAYS)
    end = max(end, begin + timedelta(days=_LEAST_DAYS - 1))
    if (end - begin).days + 1 > _MOST_OF_ALL * whole:
        return first, last
    shift = max(timedelta(0), first - begin) - max(timedelta(0), end - last)
    return max(first, begin + shift), min(last, end + shift)
