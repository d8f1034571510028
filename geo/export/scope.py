"""What a person chose to take out: a day or the whole period, what was known when, which layers, whose voices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from geo.analysis.reconstruction import Reconstruction, reconstructions, reconstructions_on
from geo.export.release import Release
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim, Reported, Side

#: What can be switched on and off, by the map's names.
MAP_LAYERS = ("advances", "stretches", "places", "zones", "fronts", "towns")


@dataclass(frozen=True)
class Scope:
    """A released case on two clocks, through the filters of the map.

    `on` None is the whole period, `known` None is everything known today. `layers` are the map's names for them
    (None: all), `hidden` the claimants and `hidden_fronts` the mappers' tracks that are switched off. `drawn` saves
    drawing the advances again.
    """

    release: Release
    on: date | None = None
    known: date | None = None
    layers: tuple[str, ...] | None = None
    sides: tuple[Side, ...] = tuple(Side)
    hidden: frozenset[str] = frozenset()
    hidden_fronts: frozenset[str] = frozenset()
    drawn: Sequence[Reconstruction] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.on is not None:
            self.release.case.check_date(self.on)
        if self.known is not None:
            self.release.case.check_date(self.known, "known")

    @cached_property
    def case(self) -> Case:
        """The case as it may go out, with the words of those whom the filters let through."""
        case = self.release.case
        if self.shows_everybody:
            return case
        return replace(
            case,
            control_events=tuple(record for record in case.control_events if self.shows(record)),
            orders=tuple(record for record in case.orders if self.shows(record)),
            fronts=tuple(track for track in case.fronts if track.id not in self.hidden_fronts),
        )

    @property
    def shows_everybody(self) -> bool:
        """Whether no filter is set on sides, claimants or tracks."""
        return set(self.sides) == set(Side) and not self.hidden and not self.hidden_fronts

    def shows(self, record: Reported) -> bool:
        """Whether the filters let a claimant's record through."""
        return record.side in self.sides and record.claimant not in self.hidden

    def has(self, layer: str) -> bool:
        """Whether a layer is switched on."""
        return self.layers is None or layer in self.layers

    def of_day(self, day: date) -> Scope:
        """Return the same choice on another day; what was drawn for this one is not drawn again."""
        return replace(self, on=day, drawn=self._drawings)

    @cached_property
    def _drawings(self) -> Sequence[Reconstruction]:
        return reconstructions(self.release.case) if self.drawn is None else self.drawn

    @cached_property
    def advances(self) -> tuple[Reconstruction, ...]:
        """The advances as drawn whose claimant the filters let through, whatever their day."""
        placed = {placement.id for placement in self.release.case.placements}
        return tuple(item for item in self._drawings if item.id in placed and self.shows(item.depth))

    @property
    def advances_standing(self) -> list[Reconstruction]:
        """The advances that stand on the day (the last day where none was chosen)."""
        return reconstructions_on(self.advances, AsOf(self.days[-1], self.known))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims about days up to the day, known by the day of knowledge, that the filters let through."""
        seen = records_as_of(self.release.case.claims, AsOf(self.days[-1], self.known))
        return tuple(claim for claim in seen if self.shows(claim))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that are looked at, in order."""
        if self.on is not None:
            return (self.on,)
        case = self.release.case
        return tuple(case.first_date + timedelta(n) for n in range((case.last_date - case.first_date).days + 1))
