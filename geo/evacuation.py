"""Evacuation zones and the orders about them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator
from shapely.geometry.base import BaseGeometry

from geo.claims import Day, Id, Modality, Note, Reported, Side


class OrderKind(StrEnum):
    """How binding the word was. `in_progress` reports moving without naming an order; `no_order` denies one."""

    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    ADVICE = "advice"
    IN_PROGRESS = "in_progress"
    NO_ORDER = "no_order"


class Scope(StrEnum):
    """How much of the zone the order covers."""

    WHOLE = "whole"
    PART = "part"


@dataclass(frozen=True, slots=True)
class EvacuationZone:
    """A district, a list of settlements or a border strip that an order speaks of.

    `geometry` is a lon/lat Polygon or MultiPolygon, or None where no honest extent is known.
    `extent` is ``approximate`` (derived by us) or ``official`` (from a boundary file).
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


class EvacuationOrder(Reported):
    """One order, advice or denial about one zone, from `about_date` (the first day) to `end_date` (the last day)."""

    claim: Id | None = None
    zone: Id
    kind: OrderKind
    scope: Scope = Scope.WHOLE
    scope_note: Note = ""
    end_date: Day | None = None
    settlements: Annotated[int, Field(gt=0)] | None = None
    modality: Modality = Modality.EXACT

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.end_date is not None and self.end_date < self.about_date:
            raise ValueError(f"end_date {self.end_date} is before about_date {self.about_date}")
        return self
