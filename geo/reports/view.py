"""The view: the day, the day of knowledge, filters, the selected thing, and where the map looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.analysis.bodies import Body
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Metric, Reported, Side
from geo.model.fronts import FrontTrack
from geo.model.map_layers import BODY_CHOICES, CURVES, MAP_LAYERS

#: Where the map looks: lon and lat of its middle in degrees, and Leaflet's zoom level.
Viewpoint = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """One view of a case: what the app, the map document, an address and an export all mean by it.

    `known` None is today; `hidden` are claimants that are switched off, `hidden_fronts` mappers' tracks, by id;
    `compare` is the day with which the fronts of `on` are compared; `curve` is what the time bar's plot shows,
    `metric` what the page “Over time” does; `bodies` says whose bodies are drawn;
    `at` is where the map looks, where that is not the case's own extent.
    """

    on: date
    known: date | None = None
    layers: tuple[str, ...] = MAP_LAYERS
    sides: tuple[Side, ...] = tuple(Side)
    hidden: frozenset[str] = frozenset()
    hidden_fronts: frozenset[str] = frozenset()
    compare: date | None = None
    curve: str = CURVES[0]
    bodies: str = next(iter(BODY_CHOICES))
    metric: Metric = Metric.DEPTH_KM
    selected: str | None = None
    at: Viewpoint | None = None

    @property
    def as_of(self) -> AsOf:
        """The day, and the day of knowledge."""
        return AsOf(self.on, self.known)

    @property
    def shows_everybody(self) -> bool:
        """Whether no filter is set on sides, claimants or tracks."""
        return set(self.sides) == set(Side) and not self.hidden and not self.hidden_fronts

    def has(self, layer: str) -> bool:
        """Whether a layer of the map is switched on."""
        return layer in self.layers

    def shows(self, record: Reported) -> bool:
        """Whether the filters let a claimant's record through."""
        return record.side in self.sides and record.claimant not in self.hidden

    def shows_body(self, body: Body) -> bool:
        """Whether a body is asked for, and the filters let it through with all whose word goes into it."""
        asked = body.is_leading if self.bodies == "sides" else not body.evidence.of_side
        hidden = any(piece.claimant in self.hidden for piece in body.shape.used)
        return asked and body.side in self.sides and not hidden

    def shows_front(self, track: FrontTrack) -> bool:
        """Whether the layers and filters let a mapper's track through."""
        return "fronts" in self.layers and track.id not in self.hidden_fronts


def default_view(case: Case) -> View:
    """Return the view on which a case opens."""
    return View(on=case.opening_day)
