"""Find rows that give one statement two days: what repeats a root is dated by the root, not by the outlet's day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from geo.analysis.value_range import allowed
from geo.model.case import Case
from geo.model.claims import Claim, DateBasis, Reported
from geo.model.evacuation import EvacuationOrder
from geo.model.places import ControlEvent


@dataclass(frozen=True, slots=True)
class TwoDays:
    """A record dated otherwise than the first publication of what it repeats; `file` is where it stands."""

    file: str
    record: Reported
    first: Reported

    def __str__(self) -> str:
        record, first = self.record, self.first
        return (
            f"{self.file}: warning: {record.id} is dated {record.about_date} and {first.id} {first.about_date}, though "
            f"both repeat “{record.root}”; one statement about one thing has one day, that of its root"
        )


def root_two_days(case: Case) -> list[TwoDays]:
    """Return the records of a case that repeat another's statement about the same thing with another day.

    Of claims the same thing is one metric, kind and place, with figures that suit each other: a statement may give
    two days two figures. Of places it is the place and its status, of zones the zone and the kind of order. A day that
    is only a placeholder is held against nothing.
    """
    found = []
    tables: tuple[tuple[str, tuple[Reported, ...]], ...] = (
        ("claims.csv", case.claims),
        ("control_events.csv", case.control_events),
        ("evacuation_orders.csv", case.orders),
    )
    for file, records in tables:
        for said in _by_root(records):
            first = min(said, key=lambda record: (record.known_date, record.about_date, record.id))
            other = [record for record in said if record.about_date != first.about_date and _suits(record, first)]
            found += [TwoDays(file, record, first) for record in other]
    return found


def _by_root(records: Iterable[Reported]) -> Iterable[list[Reported]]:
    groups: dict[Hashable, list[Reported]] = {}
    for record in records:
        if record.root and record.about_basis is not DateBasis.PLACEHOLDER:
            groups.setdefault((record.root, _thing(record)), []).append(record)
    return groups.values()


def _thing(record: Reported) -> Hashable:
    if isinstance(record, Claim):
        return record.metric, record.kind, record.zone or record.place
    if isinstance(record, ControlEvent):
        return record.settlement, record.status
    return (record.zone, record.kind) if isinstance(record, EvacuationOrder) else record.id


def _suits(record: Reported, first: Reported) -> bool:
    if isinstance(record, Claim) and isinstance(first, Claim):
        return allowed(record).meets(allowed(first))
    return True
