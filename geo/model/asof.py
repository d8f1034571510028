"""What can be seen on two clocks: the day records speak of, and the day they were known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    """Anything about a day that was known on a day."""

    @property
    def id(self) -> str:
        """Unique name, the last tie-breaker."""

    @property
    def about_date(self) -> date:
        """The day it speaks of."""

    @property
    def known_date(self) -> date:
        """The day it was published."""


D = TypeVar("D", bound=Dated)


def as_of(records: Iterable[D], on: date, known: date | None = None) -> list[D]:
    """Keep the records about days up to `on` that were known by `known` (both days included), oldest first.

    Parameters
    ----------
    records : iterable of records with `id`, `about_date`, `known_date`
    on : date
        The day looked at.
    known : date or None
        The day of knowledge; None is everything known today.

    Returns
    -------
    list
        Sorted by (about_date, known_date, id), so the last one is the latest word.
    """
    seen = [r for r in records if r.about_date <= on and (known is None or r.known_date <= known)]
    return sorted(seen, key=lambda r: (r.about_date, r.known_date, r.id))


def latest(records: Iterable[D], key: Callable[[D], object]) -> list[D]:
    """Keep the latest record of each `key`; of two about one day the one known later, then the higher id."""
    newest: dict[object, D] = {}
    for record in sorted(records, key=lambda r: (r.about_date, r.known_date, r.id)):
        newest[key(record)] = record
    return list(newest.values())


def age_days(record: Dated, on: date) -> int:
    """Days for which a record has been carried forward on day `on`; 0 on the day it speaks of."""
    return (on - record.about_date).days
