"""The scope of an export: a view on a day or over the whole period, of a released case."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from geo.analysis.reconstruction import Reconstruction, reconstructions, reconstructions_on
from geo.export.release import Release
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim
from geo.reports.view import View


@dataclass(frozen=True)
class Scope:
    """A view of a released case. With `whole_period` every day of the case is meant, and the view's day is its last.

    Raises
    ------
    SelectionError
        When one of the view's dates lies outside the case.
    """

    release: Release
    view: View
    whole_period: bool = False

    def __post_init__(self) -> None:
        self.release.case.check_clocks(self.view.as_of)
        if self.whole_period and self.view.on != self.release.case.last_date:
            object.__setattr__(self, "view", replace(self.view, on=self.release.case.last_date))

    @classmethod
    def of_period(cls, release: Release, known: date | None = None) -> Scope:
        """Return the whole period with nothing filtered, as known on day `known` (None: today)."""
        return cls(release, View(release.case.last_date, known), whole_period=True)

    @property
    def on(self) -> date | None:
        """The day that was chosen; None is the whole period."""
        return None if self.whole_period else self.view.on

    @property
    def known(self) -> date | None:
        """The day of knowledge; None is today."""
        return self.view.known

    @cached_property
    def case(self) -> Case:
        """The publishable case, with the statements of those whom the filters let through."""
        case, view = self.release.case, self.view
        if view.shows_everybody:
            return case
        depths = {claim.id: claim for claim in case.claims}
        return replace(
            case,
            placements=tuple(one for one in case.placements if view.shows(depths[one.depth_claim])),
            control_events=tuple(record for record in case.control_events if view.shows(record)),
            orders=tuple(record for record in case.orders if view.shows(record)),
            fronts=tuple(track for track in case.fronts if track.id not in view.hidden_fronts),
        )

    def of_day(self, day: date) -> Scope:
        """Return the same choice on one day."""
        return Scope(self.release, replace(self.view, on=day))

    @property
    def advances(self) -> tuple[Reconstruction, ...]:
        """The advances whose claimant the filters let through, whatever their day."""
        return reconstructions(self.case)

    @property
    def advances_in_effect(self) -> list[Reconstruction]:
        """The advances in effect on the day (the last day where the whole period is meant)."""
        return reconstructions_on(self.advances, AsOf(self.days[-1], self.known))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims about days up to the day, known by the day of knowledge, that the filters let through."""
        seen = records_as_of(self.release.case.claims, AsOf(self.days[-1], self.known))
        return tuple(claim for claim in seen if self.view.shows(claim))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days that are looked at, in order."""
        if self.on is not None:
            return (self.on,)
        case = self.release.case
        return tuple(case.first_date + timedelta(n) for n in range((case.last_date - case.first_date).days + 1))
