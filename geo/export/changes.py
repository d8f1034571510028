"""List what changed: between two days of knowledge, or between two versions of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from geo.errors import SelectionError
from geo.model.case import Case
from geo.model.claims import Claim, Record, Reported
from geo.model.evacuation import EvacuationOrder
from geo.model.fronts import FrontTrack, Snapshot
from geo.model.labels import (
    BASIS_LABELS,
    KIND_LABELS,
    METRIC_LABELS,
    ORDER_LABELS,
    STATUS_LABELS,
    format_date,
    format_value,
    superseded_label,
)
from geo.model.places import ControlEvent


class Change(StrEnum):
    """What happened to a record. `withdrawn` is its claimant's doing, `removed` the ledger's."""

    ADDED = "added"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    EDITED = "edited"
    REMOVED = "removed"
    DRAWN = "drawn"
    REVISED = "revised"


#: In which order changes are told: what takes something back first.
CHANGE_ORDER = (
    *(Change.WITHDRAWN, Change.CORRECTED, Change.REMOVED, Change.EDITED, Change.ADDED),
    *(Change.REVISED, Change.DRAWN),
)


@dataclass(frozen=True, slots=True)
class News:
    """One change: what happened to which record, in words, on which day it was known, and where it was published."""

    change: Change
    kind: str
    record: str
    title: str
    text: str
    about_date: date
    known_date: date
    url: str = ""

    @property
    def id(self) -> str:
        """A name that stays the same for the same change."""
        return f"{self.kind}:{self.record}:{self.change}:{self.known_date}"


def news_between(case: Case, since: date, until: date | None = None) -> list[News]:
    """Tell what became known after day `since`, up to and with day `until` (None: up to now).

    Raises
    ------
    SelectionError
        When a day lies outside the case, or `until` is not after `since`.
    """
    case.check_date(since, "since")
    if until is not None and case.check_date(until, "until") <= since:
        raise SelectionError(f"until is {until} and since {since}; until must be the later day")

    def is_new(day: date | None) -> bool:
        return day is not None and day > since and (until is None or day <= until)

    claims, events, orders = case.claims, case.control_events, case.orders
    found = [_claim(case, claim, Change.ADDED, claim.known_date) for claim in claims if is_new(claim.known_date)]
    found += [_superseded(case, claim) for claim in claims if is_new(claim.superseded_date)]
    found += [_event(case, event, Change.ADDED) for event in events if is_new(event.known_date)]
    found += [_order(case, order, Change.ADDED) for order in orders if is_new(order.known_date)]
    drawn = [(track, one) for track in case.fronts for one in track.snapshots if is_new(one.known_date)]
    found += [_front(track, one, Change.REVISED if one.revision else Change.DRAWN) for track, one in drawn]
    return sort_changes(found)


def news_of_versions(before: Case, after: Case, *, fronts: bool = True) -> list[News]:
    """Tell what one version of a case has that another had not, had otherwise, or has no longer.

    Parameters
    ----------
    fronts : bool
        Whether the earlier version can hold fronts at all; where it can't, nothing is said of them.

    Raises
    ------
    SelectionError
        When they are two cases and not two versions of one.
    """
    if before.settings.id != after.settings.id:
        raise SelectionError(f"{before.settings.id} and {after.settings.id} are two cases; give two versions of one")
    found = list(_claims_of_versions(before, after))
    found += _records(before, after, "place", before.control_events, after.control_events)
    found += _records(before, after, "order", before.orders, after.orders)
    drawn = {(track.id, one.file, one.sha256) for track in before.fronts for one in track.snapshots}
    named = {(track.id, one.file) for track in before.fronts for one in track.snapshots}
    for track in after.fronts if fronts else ():
        for one in track.snapshots:
            if (track.id, one.file, one.sha256) not in drawn:
                known = (track.id, one.file) in named or one.revision > 0
                found.append(_front(track, one, Change.REVISED if known else Change.DRAWN))
    return sort_changes(found)


def sort_changes(found: Iterable[News]) -> list[News]:
    """Sort changes: the newest day first, of one day by `CHANGE_ORDER`."""
    return sorted(
        found, key=lambda one: (-one.known_date.toordinal(), CHANGE_ORDER.index(one.change), one.kind, one.record)
    )


def _claims_of_versions(before: Case, after: Case) -> Iterator[News]:
    old, new = _by_id(before.claims), _by_id(after.claims)
    for ident, claim in new.items():
        if ident not in old:
            yield _claim(after, claim, Change.ADDED, claim.known_date)
        elif claim != old[ident]:
            newly = claim.superseded is not None and old[ident].superseded is None
            yield _superseded(after, claim) if newly else _edited(after, "claim", old[ident], claim)
    for ident in set(old) - set(new):
        yield _claim(before, old[ident], Change.REMOVED, old[ident].known_date)


def _records(
    before: Case, after: Case, kind: str, old_rows: Iterable[Reported], new_rows: Iterable[Reported]
) -> Iterator[News]:
    old, new = _by_id(old_rows), _by_id(new_rows)
    for ident, record in new.items():
        if ident not in old:
            yield _told(after, record, Change.ADDED)
        elif record != old[ident]:
            yield _edited(after, kind, old[ident], record)
    for ident in set(old) - set(new):
        yield _told(before, old[ident], Change.REMOVED)


def _told(case: Case, record: Reported, change: Change) -> News:
    if isinstance(record, ControlEvent):
        return _event(case, record, change)
    if isinstance(record, EvacuationOrder):
        return _order(case, record, change)
    raise TypeError(f"{type(record).__name__} is not told of")


def _claim(case: Case, claim: Claim, change: Change, day: date) -> News:
    words = f"{METRIC_LABELS[claim.metric]}, {KIND_LABELS[claim.kind]}, {BASIS_LABELS[claim.basis]}"
    title = f"{claim.claimant}: {format_value(claim)} ({words})"
    return _news(case, claim, change, "claim", title, day)


def _superseded(case: Case, claim: Claim) -> News:
    change = Change.CORRECTED if claim.superseded == "corrected" else Change.WITHDRAWN
    told = _claim(case, claim, change, claim.superseded_date or claim.known_date)
    by = f" {superseded_label(claim)}." if superseded_label(claim) else ""
    return News(change, "claim", claim.id, told.title, f"{told.text}{by}", told.about_date, told.known_date, told.url)


def _event(case: Case, event: ControlEvent, change: Change) -> News:
    place = case.settlements[event.settlement].name_en
    title = f"{place}: {STATUS_LABELS[event.status]}, by {event.claimant}"
    return _news(case, event, change, "place", title, event.known_date)


def _order(case: Case, order: EvacuationOrder, change: Change) -> News:
    title = f"{case.zones[order.zone].name_en}: {ORDER_LABELS[order.kind]}, by {order.claimant}"
    return _news(case, order, change, "order", title, order.known_date)


def _front(track: FrontTrack, snapshot: Snapshot, change: Change) -> News:
    title = f"{track.mapper}: {change} what was {track.status} by {track.holder.title()}"
    text = f"The drawing of {format_date(snapshot.about_date)}, file {snapshot.file}."
    if change is Change.REVISED:
        text = f"{text} The same file had another content before; both are kept."
    record = f"{track.id}:{snapshot.file}:{snapshot.sha256[:12]}"
    return News(change, "front", record, title, text, snapshot.about_date, snapshot.known_date)


def _news(case: Case, record: Reported, change: Change, kind: str, title: str, day: date) -> News:
    source = case.sources[record.source]
    days = f"About {format_date(record.about_date)}, published {format_date(record.known_date)} by {source.publisher}."
    text = f"{days} {record.summary}".strip()
    return News(change, kind, record.id, title, text, record.about_date, day, source.url)


def _edited(case: Case, kind: str, old: Reported, new: Reported) -> News:
    """Tell which fields of a row were changed, and from what to what."""
    told = (
        _claim(case, new, Change.EDITED, new.known_date) if isinstance(new, Claim) else _told(case, new, Change.EDITED)
    )
    was, now = _values(old), _values(new)
    fields = [
        f"{name}: {was.get(name) or 'empty'} → {now.get(name) or 'empty'}" for name in now if was.get(name) != now[name]
    ]
    text = f"{told.text} Changed in the ledger: {'; '.join(fields)}."
    return News(Change.EDITED, kind, new.id, told.title, text, told.about_date, told.known_date, told.url)


def _values(record: Record) -> Mapping[str, Any]:
    return {name: value for name, value in record.model_dump(mode="json").items() if value is not None}


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}
