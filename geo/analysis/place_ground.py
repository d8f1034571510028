"""Say where a place lies: how far from the border, and in which band of which claimed advance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geo.analysis.containment import ClaimedArea, Position, placed_on
from geo.analysis.reconstruction import Reconstruction
from geo.geometry.bands import BANDS
from geo.geometry.border import BorderLine
from geo.geometry.crs import MetricCRS
from geo.model.places import Settlement


def border_offsets(places: Iterable[Settlement], border: BorderLine) -> dict[str, tuple[float, bool]]:
    """Return each place's straight distance from the border in km, and whether it lies on the target side.

    A place without coordinates is not in it.
    """
    at = [(place.id, place.lon, place.lat) for place in places if place.lon is not None and place.lat is not None]
    if not at:
        return {}
    ids, lons, lats = zip(*at, strict=True)
    _, offset_m, side, _ = border.locate_many(lons, lats)
    return {ident: (round(float(m) / 1e3, 2), int(s) == 1) for ident, m, s in zip(ids, offset_m, side, strict=True)}


def bands_of_places(
    places: Sequence[Settlement], drawn: Iterable[Reconstruction], metric: MetricCRS
) -> dict[str, dict[str, tuple[str, bool]]]:
    """Return for each advance with bands the places in it: the narrowest band that holds each, and whether surely.

    A place lies in a band surely if its point is inside by more than its precision; else where its precision reaches
    across the edge it may lie in it, and only that is told of a place that is surely in none.

    Returns
    -------
    dict
        By advance's id, by settlement's id: the band's name, and True where it holds the place surely.
    """
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for item in drawn:
        grounds = [
            ClaimedArea(band, "band", band, item.about_date, 0, geometry)
            for band in BANDS
            if (geometry := getattr(item, band)) is not None
        ]
        if grounds:
            placed = placed_on(places, grounds, metric)
            held = {ident: _narrowest({one.ground: one.position for one in all_}) for ident, all_ in placed.items()}
            found[item.id] = {ident: band for ident, band in held.items() if band is not None}
    return found


def _narrowest(positions: Mapping[str, Position]) -> tuple[str, bool] | None:
    for wanted in (Position.INSIDE, Position.EDGE):
        for band in ("inner", "likely", "outer"):
            if positions.get(band) is wanted:
                return band, wanted is Position.INSIDE
    return None
