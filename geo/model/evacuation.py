"""Evacuation zones and the orders about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from shapely.geometry.base import BaseGeometry

from geo.model.asof import AsOf, records_as_of
from geo.model.claims import Day, Id, Modality, Note, Reported, Side
from geo.model.table_numbers import Count


class OrderKind(StrEnum):
    """How binding the word was. `in_progress` reports moving without naming an order; `no_order` denies one."""

    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    ADVICE = "advice"
    IN_PROGRESS = "in_progress"
    NO_ORDER = "no_order"


class OrderScope(StrEnum):
    """How much of the zone the order covers."""

    WHOLE = "whole"
    PART = "part"


@dataclass(frozen=True, slots=True)
class EvacuationZone:
    """A district, a list of settlements or a border strip that an order speaks of.

    `geometry` is a lon/lat Polygon or MultiPolygon, or None where no honest extent is known. `extent` is
    ``approximate`` (derived by us), ``official`` (from a boundary file) or ``unknown`` (then there is no geometry).
    `method` says how the extent was made.
    """

    id: str
    name_en: str
    name_ru: str
    name_uk: str
    oblast: str
    side: Side
    kind: str
    extent: str
    source: str
    licence: str
    geometry: BaseGeometry | None
    attribution: str = ""
    method: str = ""


class EvacuationOrder(Reported):
    """One order, advice or denial about one zone, from `about_date` (the first day) to `end_date` (the last day)."""

    claim: Id | None = None
    zone: Id
    kind: OrderKind
    scope: OrderScope = OrderScope.WHOLE
    scope_note: Note = ""
    end_date: Day | None = None
    settlements: Annotated[Count, Field(gt=0)] | None = None
    modality: Modality = Modality.EXACT

    @field_validator("end_date")
    @classmethod
    def _ends_after_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        start = info.data.get("about_date")
        if value is not None and start is not None and value < start:
            raise ValueError(f"end_date {value} is before about_date {start}")
        return value


#: From the most to the least binding; the strictest word in force is the zone's state.
STRICTNESS = (
    OrderKind.MANDATORY,
    OrderKind.VOLUNTARY,
    OrderKind.IN_PROGRESS,
    OrderKind.ADVICE,
    OrderKind.NO_ORDER,
)


@dataclass(frozen=True, slots=True)
class ZoneState:
    """What is in force in one zone on one day: each claimant's latest word, strictest first.

    An order is in effect until its `end_date`, so a later remark that people are leaving does not lift it.
    `conflicting` says that some claimant knows of no order while another gave one.
    """

    zone: str
    words: tuple[EvacuationOrder, ...]

    @property
    def strictest(self) -> EvacuationOrder:
        """The word on which the zone's state rests."""
        return self.words[0]

    @property
    def kind(self) -> OrderKind:
        """The zone's state."""
        return self.strictest.kind

    @property
    def conflicting(self) -> bool:
        """Whether one claimant denies an order that another gave."""
        kinds = {word.kind for word in self.words}
        return OrderKind.NO_ORDER in kinds and OrderKind.MANDATORY in kinds


def zones_on(orders: Iterable[EvacuationOrder], as_of: AsOf) -> dict[str, ZoneState]:
    """Select what is in force in each zone, as of day `on`, known on day `known`, by zone id.

    A claimant's newest order of a kind takes the place of the one before it, and leaves none behind when it ends; of
    two of one day, known on one day, that for the whole zone is the newer, as orders grow from a village to its
    district. Where several publications carry one statement, its first stands for them: that is when it was known.
    """
    seen = records_as_of(orders, as_of)
    first: dict[object, EvacuationOrder] = {}
    for order in seen:
        first.setdefault(_statement(order), order)
    newest = {(order.zone, order.claimant, order.kind): order for order in sorted(seen, key=_newest_last)}
    words: dict[str, list[EvacuationOrder]] = {}
    for order in newest.values():
        if order.end_date is None or order.end_date >= as_of.on:
            words.setdefault(order.zone, []).append(first[_statement(order)])
    return {zone: ZoneState(zone, tuple(sorted(said, key=_strictest_first))) for zone, said in words.items()}


def _newest_last(order: EvacuationOrder) -> tuple[date, date, bool, str]:
    return order.about_date, order.known_date, order.scope is OrderScope.WHOLE, order.id


def _statement(order: EvacuationOrder) -> tuple[object, ...]:
    """What two rows have in common that carry one statement: its root, and all that they say by it."""
    said = (order.zone, order.claimant, order.kind, order.scope, order.scope_note, order.settlements, order.modality)
    return (order.root or order.id, *said, order.about_date, order.end_date)


def _strictest_first(order: EvacuationOrder) -> tuple[int, bool, int, date, str]:
    part = order.scope is OrderScope.PART
    return STRICTNESS.index(order.kind), part, -order.about_date.toordinal(), order.known_date, order.id
