"""Select what can be seen at a point on both time axes: the day records speak of, and the day they were published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class AsOf:
    """A point on both time axes: day `on`, as known on day `known` (None: everything known today).

    >>> day = date(2024, 8, 12)
    >>> AsOf(day).sees(date(2030, 1, 1)), AsOf(day, known=day).sees(date(2030, 1, 1))
    (True, False)
    """

    on: date
    known: date | None = None

    @classmethod
    def of(cls, moment: AsOf | date) -> AsOf:
        """Return a day alone as that day, as known today; an AsOf as it is."""
        return moment if isinstance(moment, AsOf) else cls(moment)

    def sees(self, known_date: date) -> bool:
        """Whether something published on `known_date` was known by then."""
        return self.known is None or known_date <= self.known

    def on_day(self, day: date) -> AsOf:
        """Return another day, as known on the same day."""
        return replace(self, on=day)


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


def records_as_of(records: Iterable[D], as_of: AsOf) -> list[D]:
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
    seen = [r for r in records if r.about_date <= as_of.on and (as_of.known is None or r.known_date <= as_of.known)]
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
