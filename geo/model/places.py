"""Places, and the status that each claimant states of them from day to day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from geo.model.asof import AsOf, latest, records_as_of
from geo.model.claims import Id, Note, Record, Reported, Side, Text
from geo.model.table_numbers import Count, Lat, Lon, Quantity


class Status(StrEnum):
    """What was said of a place. All but `lost` and `denied` speak of the advancing side's troops."""

    CLAIMED = "claimed"
    ENTERED = "entered"
    PHOTOGRAPHED = "photographed"
    CONTESTED = "contested"
    LOST = "lost"
    DENIED = "denied"


class Hands(StrEnum):
    """In whose hands a status puts a place, as said: of the side that advances, of the other, or of both."""

    ADVANCING = "advancing"
    BOTH = "both"
    DEFENDING = "defending"


class Settlement(Record):
    """A place, on the map only where its coordinates are established (degrees, WGS 84; `precision_m` metres).

    `population` is what `population_source` says, of whatever year; it ranks names on the map and enters no figure.
    """

    id: Id
    name_en: Text
    name_ru: Note = ""
    name_uk: Note = ""
    kind: Annotated[str, Field(pattern="^(settlement|site)$")] = "settlement"
    district: Note = ""
    oblast: Note = ""
    lon: Lon | None = None
    lat: Lat | None = None
    precision_m: Annotated[Quantity, Field(gt=0)] | None = None
    coordinate_source: Note = ""
    coordinate_reference: Note = ""
    population: Annotated[Count, Field(ge=0)] | None = None
    population_source: Note = ""
    note: Note = ""

    @model_validator(mode="after")
    def _all_or_none(self) -> Self:
        given = [part is not None for part in (self.lon, self.lat, self.precision_m)]
        if any(given) != all(given):
            raise ValueError("lon, lat and precision_m are given together or not at all")
        if self.lon == 0 and self.lat == 0:
            raise ValueError("lon and lat are both 0; leave them empty where the place is not established")
        if (self.population is None) == bool(self.population_source):
            raise ValueError("population and population_source are given together or not at all")
        return self


class ControlEvent(Reported):
    """One claimant's statement about one settlement on one day. `claim` is the ledger row it was split from."""

    claim: Id | None = None
    settlement: Id
    status: Status


#: In whose hands each status puts a place: who denies a hold, or says that it was lost again, leaves it to the other.
HANDS = {
    Status.CLAIMED: Hands.ADVANCING,
    Status.ENTERED: Hands.ADVANCING,
    Status.PHOTOGRAPHED: Hands.ADVANCING,
    Status.CONTESTED: Hands.BOTH,
    Status.LOST: Hands.DEFENDING,
    Status.DENIED: Hands.DEFENDING,
}
#: Statuses that put the advancing side's troops at the place.
HELD = frozenset(status for status, hands in HANDS.items() if hands is not Hands.DEFENDING)


@dataclass(frozen=True, slots=True)
class PlaceState:
    """What is said of one place on one day: each claimant's latest word, newest last.

    `status` is the newest word of all. `disputed` says that some claimant's latest word puts troops there while
    another's denies it.
    """

    settlement: str
    words: tuple[ControlEvent, ...]

    @property
    def newest(self) -> ControlEvent:
        """The newest word, on which `status` rests."""
        return self.words[-1]

    @property
    def status(self) -> Status:
        """The status by the newest word."""
        return self.newest.status

    @property
    def said_by(self) -> tuple[Side, ...]:
        """The sides by whose latest words it is in the hands that `status` puts it in, in the order of `Side`."""
        sides = {word.side for word in self.words if HANDS[word.status] is HANDS[self.status]}
        return tuple(side for side in Side if side in sides)

    @property
    def disputed(self) -> bool:
        """Whether claimants' latest words contradict each other."""
        held = [word.about_date for word in self.words if word.status in HELD]
        lost = [word.about_date for word in self.words if word.status is Status.LOST]
        denied = any(word.status is Status.DENIED for word in self.words)
        return bool(held) and (denied or (bool(lost) and max(held) >= min(lost)))


def places_on(events: Iterable[ControlEvent], as_of: AsOf) -> dict[str, PlaceState]:
    """Select what each claimant last said of each place, as of day `on`, known on day `known`, by settlement id."""
    words: dict[str, list[ControlEvent]] = {}
    newest = latest(records_as_of(events, as_of), key=lambda event: (event.settlement, event.claimant))
    for event in sorted(newest, key=lambda event: (event.about_date, event.known_date, event.id)):
        words.setdefault(event.settlement, []).append(event)
    return {ident: PlaceState(ident, tuple(said)) for ident, said in words.items()}
