"""The numbers that a picture shows or rests on: areas, counts and sums, each with what it was made from.

They are computed from a scope alone, so that `geo.export.verify` can compute them again from a citation bundle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from geo.analysis.figures import figures_on
from geo.export.scope import Scope
from geo.geometry.bands import BANDS
from geo.model.asof import AsOf
from geo.model.evacuation import zones_on
from geo.model.fronts import fronts_on
from geo.model.labels import KIND_LABELS, METRIC_LABELS, UNITS
from geo.model.places import places_on


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """One number: what it is, its value and unit (km, km² or empty for heads and places), and what it comes from."""

    name: str
    value: float
    unit: str
    made_from: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self) | {"made_from": list(self.made_from)}


def numbers(scope: Scope, day: date) -> list[CitedNumber]:
    """Compute every number of a scope on a day, in a fixed order; names are unique."""
    found = [*_areas(scope), *_figures(scope, day), *_counts(scope, day), *_fronts(scope, day)]
    seen: Counter[str] = Counter()
    unique = []
    for number in found:
        seen[number.name] += 1
        again = f" ({seen[number.name]})" if seen[number.name] > 1 else ""
        unique.append(CitedNumber(number.name + again, number.value, number.unit, number.made_from))
    return unique


def _areas(scope: Scope) -> Iterator[CitedNumber]:
    for item in sorted(scope.advances_in_effect, key=lambda one: one.id):
        claims = tuple(claim.id for claim in (item.depth, item.width) if claim is not None)
        if item.areas_km2 is not None:
            for band, area_km2 in zip(BANDS, item.areas_km2, strict=True):
                yield CitedNumber(f"area of the {band} band of {item.id}", round(area_km2, 3), "km²", claims)
        yield CitedNumber(f"border stretch of {item.id}, straight", round(item.width_chord_km, 3), "km", claims)


def _figures(scope: Scope, day: date) -> Iterator[CitedNumber]:
    for figure in figures_on(scope.claims, AsOf(day, scope.known)):
        lead = figure.lead
        where = f", {lead.zone or lead.place}" if lead.zone or lead.place else ""
        what = f"{METRIC_LABELS[lead.metric]}, {KIND_LABELS[lead.kind]}, {lead.basis}{where}, by {lead.claimant}"
        made_from = tuple(claim.id for claim in figure.claims)
        unit = UNITS.get(lead.metric, "")
        yield CitedNumber(what, lead.value, unit, made_from)
        if lead.value_high is not None:
            yield CitedNumber(f"{what}, upper end", lead.value_high, unit, made_from)


def _counts(scope: Scope, day: date) -> Iterator[CitedNumber]:
    claims = scope.claims
    in_effect = [claim for claim in claims if claim.is_in_effect(scope.known)]
    yield CitedNumber("claims about days up to this one", len(claims), "", ())
    yield CitedNumber("of them standing", len(in_effect), "", ())
    yield CitedNumber("first statements behind these", len({claim.root or claim.id for claim in in_effect}), "", ())
    places = places_on(scope.case.control_events, AsOf(day, scope.known))
    by_status = Counter(state.status.value for state in places.values())
    yield CitedNumber("places that somebody spoke of", len(places), "", tuple(sorted(places)))
    for status, count in sorted(by_status.items()):
        names = tuple(sorted(key for key, state in places.items() if state.status == status))
        yield CitedNumber(f"places by the latest word: {status}", count, "", names)
    disputed = tuple(sorted(key for key, state in places.items() if state.disputed))
    yield CitedNumber("places in dispute", len(disputed), "", disputed)
    zones = zones_on(scope.case.orders, AsOf(day, scope.known))
    yield CitedNumber("zones with an order or a word about one", len(zones), "", tuple(sorted(zones)))
    for kind, count in sorted(Counter(state.kind.value for state in zones.values()).items()):
        yield CitedNumber(f"zones by the strictest word: {kind}", count, "", ())
    named = [state.strictest for state in zones.values() if state.strictest.settlements]
    total = sum(order.settlements or 0 for order in named)
    yield CitedNumber("settlements that these orders count, in all", total, "", tuple(sorted(o.id for o in named)))


def _fronts(scope: Scope, day: date) -> Iterator[CitedNumber]:
    for found in fronts_on(scope.case.fronts, AsOf(day, scope.known), scope.case.settings.ages):
        if found.snapshot is not None and found.figures is not None:
            track = found.track
            name = f"area drawn by {track.mapper} as {track.status} by {track.holder} ({track.id})"
            yield CitedNumber(name, round(found.figures.area_km2, 3), "km²", (found.snapshot.sha256,))
