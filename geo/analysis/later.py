"""Compare two clocks: what of a day became known only after the day of knowledge, and what was taken back since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.model.ages import Ages
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim, Reported
from geo.model.evacuation import EvacuationOrder
from geo.model.fronts import FrontTrack, front_on
from geo.model.labels import format_value
from geo.model.places import ControlEvent

Said = Claim | ControlEvent | EvacuationOrder


class LaterChange(StrEnum):
    """What happened to a statement after the day of knowledge, what takes something back first."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    ADDED = "added"


#: The kinds of record that may be known later, in the order in which they are told.
LATER_KINDS = ("claim", "settlement", "zone", "front")


@dataclass(frozen=True, slots=True)
class Later:
    """One statement that two clocks show differently.

    `kind` and `subject` name what it is of (a claim, a settlement, a zone, a mapper's track); `ids` are the statement's
    records, the first known first: for a track, none. `known_date` is when it became known, or was taken back.
    """

    change: LaterChange
    kind: str
    subject: str
    ids: tuple[str, ...]
    about_date: date
    known_date: date


def known_later(
    case: Case,
    as_of: AsOf,
    shows: Callable[[Reported], bool] = lambda _: True,
    tracks: Iterable[FrontTrack] | None = None,
) -> list[Later]:
    """Return what today's knowledge of days up to `as_of.on` has, or no longer has, that `as_of.known` had not, or had.

    Several publications of one statement are one: it is known later only if none of them was known by then. What was
    published and taken back after the day of knowledge is shown by neither clock and left out. Of a mapper's track, the
    drawing on which it rests is compared. With no day of knowledge nothing is later.

    Parameters
    ----------
    shows : callable
        Which records the filters let through.
    tracks : iterable of FrontTrack, optional
        Which of the case's tracks are compared; all unless given.
    """
    known = as_of.known
    if known is None:
        return []
    seen: list[Said] = [*case.claims, *case.control_events, *case.orders]
    groups: dict[tuple[object, ...], list[Said]] = {}
    for record in seen:
        if record.about_date <= as_of.on and shows(record):
            groups.setdefault(_statement(record), []).append(record)
    found = [one for records in groups.values() for one in _of_statement(records, known)]
    found += _of_tracks(case.fronts if tracks is None else tracks, as_of, case.settings.ages)
    order = list(LaterChange)
    return sorted(
        found,
        key=lambda one: (
            order.index(one.change),
            one.known_date,
            LATER_KINDS.index(one.kind),
            one.subject,
            one.ids,
        ),
    )


def later_words(found: Iterable[Later]) -> str:
    """Count the differences of two clocks in a sentence.

    >>> later_words([])
    'Nothing more is known today.'
    """
    changes = [one.change for one in found]
    added = changes.count(LaterChange.ADDED)
    parts = [f"{added} {'thing' if added == 1 else 'things'} became known later"] if added else []
    taken_back = [(change, changes.count(change)) for change in (LaterChange.CORRECTED, LaterChange.WITHDRAWN)]
    parts += [f"{count} {'was' if count == 1 else 'were'} {change}" for change, count in taken_back if count]
    return f"{', '.join(parts)}." if parts else "Nothing more is known today."


def _statement(record: Said) -> tuple[object, ...]:
    """Return what all publications of one statement have in common."""
    said = (record.claimant, record.about_date)
    if isinstance(record, Claim):
        figure = (record.metric, format_value(record), record.kind, record.basis, record.place, record.zone)
        return ("claim", *said, *figure)
    if isinstance(record, ControlEvent):
        return ("settlement", *said, record.settlement, record.status)
    return ("zone", *said, record.zone, record.kind, record.scope, record.scope_note)


def _of_statement(records: list[Said], known: date) -> Iterator[Later]:
    """Tell whether one statement is shown by one of the clocks alone."""
    records = sorted(records, key=lambda record: (record.known_date, record.id))
    then = [record for record in records if record.known_date <= known and _stands(record, known)]
    now = [record for record in records if _stands(record, None)]
    if now and records[0].known_date > known:
        yield _later(LaterChange.ADDED, now, now[0].known_date)
    if then and not now:
        gone = [record for record in then if isinstance(record, Claim) and record.superseded_date is not None]
        first = min(gone, key=lambda claim: (claim.superseded_date or claim.known_date, claim.id))
        yield _later(LaterChange(str(first.superseded)), then, first.superseded_date or first.known_date)


def _stands(record: Said, known: date | None) -> bool:
    return record.is_in_effect(known) if isinstance(record, Claim) else True


def _later(change: LaterChange, records: list[Said], known: date) -> Later:
    one = records[0]
    kind, subject = "claim", one.id
    if isinstance(one, ControlEvent):
        kind, subject = "settlement", one.settlement
    elif isinstance(one, EvacuationOrder):
        kind, subject = "zone", one.zone
    return Later(change, kind, subject, tuple(record.id for record in records), one.about_date, known)


def _of_tracks(tracks: Iterable[FrontTrack], as_of: AsOf, ages: Ages) -> Iterator[Later]:
    for track in tracks:
        then, now = front_on(track, as_of, ages), front_on(track, AsOf(as_of.on), ages)
        if now.index is not None and now.index != then.index:
            drawn = track.snapshots[now.index]
            yield Later(LaterChange.ADDED, "front", track.id, (), drawn.about_date, drawn.known_date)
