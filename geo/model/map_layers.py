"""The switches of the map: its layers by name and label, and the curves of the time bar's plot."""

from __future__ import annotations

from dataclasses import dataclass

from geo.model.claims import Metric


@dataclass(frozen=True, slots=True)
class MapLayer:
    """A switch of the map: its name in addresses, its label, and the geodata layers that it shows or hides."""

    name: str
    label: str
    switches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One thing that the plot may show, by its name in addresses, and of which claims (None: a count of them all)."""

    name: str
    label: str
    metric: Metric | None = None


#: The switches in the order in which the map lists them. The border and outlines for orientation have none.
MAP_SWITCHES = (
    MapLayer("advances", "Claimed advances", ("bodies", "advances", "reach")),
    MapLayer("stretches", "Border stretch", ("stretches",)),
    MapLayer("fronts", "Mappers’ fronts", ("fronts",)),
    MapLayer("places", "Places", ("settlements",)),
    MapLayer("zones", "Evacuation zones", ("zones",)),
    MapLayer("towns", "Towns", ("base_places",)),
)
#: Their names, as addresses, options and messages have them.
MAP_LAYERS = tuple(one.name for one in MAP_SWITCHES)
#: Their labels, by name.
MAP_LAYER_LABELS = {one.name: one.label for one in MAP_SWITCHES}

#: Whose bodies the map draws, by their names in an address, the first unless something else was asked for.
BODY_CHOICES = {"sides": "each side’s together", "claimants": "each claimant’s own"}

#: What the plot may show, the first unless something else was asked for.
PLOT_CURVES = (
    Curve("claims", "Claims"),
    Curve("area", "Area", Metric.AREA_KM2),
    Curve("depth", "Depth", Metric.DEPTH_KM),
    Curve("width", "Width", Metric.WIDTH_KM),
)
#: Their names.
CURVES = tuple(one.name for one in PLOT_CURVES)
#: What mappers' fronts are measured for too, so that claims of it are points on the curve.
CURVE_METRICS = frozenset(one.metric for one in PLOT_CURVES if one.metric is not None)
