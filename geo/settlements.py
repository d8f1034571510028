"""Places, and what who said of them on which day."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from geo.claims import Id, Lat, Lon, Note, Number, Record, Reported, Text


class Status(StrEnum):
    """What was said of a place. All but `lost` and `denied` speak of the advancing side's troops."""

    CLAIMED = "claimed"
    ENTERED = "entered"
    PHOTOGRAPHED = "photographed"
    CONTESTED = "contested"
    LOST = "lost"
    DENIED = "denied"


class Settlement(Record):
    """A place, on the map only where its coordinates are established (degrees, WGS 84; `precision_m` metres)."""

    id: Id
    name_en: Text
    name_ru: Note = ""
    name_uk: Note = ""
    kind: Annotated[str, Field(pattern="^(settlement|site)$")] = "settlement"
    district: Note = ""
    oblast: Note = ""
    lon: Lon | None = None
    lat: Lat | None = None
    precision_m: Annotated[Number, Field(gt=0)] | None = None
    coordinate_source: Note = ""
    coordinate_reference: Note = ""
    note: Note = ""

    @model_validator(mode="after")
    def _all_or_none(self) -> Self:
        given = [part is not None for part in (self.lon, self.lat, self.precision_m)]
        if any(given) != all(given):
            raise ValueError("lon, lat and precision_m are given together or not at all")
        if self.lon == 0 and self.lat == 0:
            raise ValueError("lon and lat are both 0; leave them empty where the place is not established")
        return self


class ControlEvent(Reported):
    """One claimant's word about one settlement on one day. `claim` is the ledger row it was split from."""

    claim: Id | None = None
    settlement: Id
    status: Status
