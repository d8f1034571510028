"""The release filter: what of a case is publishable, and why the rest is withheld.

Every public export is built from the case that `release` returns. Nothing else decides, and no option of a command or
of a page reaches in here: only a written permission that the case itself records publishes what a licence withholds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from geo.errors import InputError
from geo.model.case import Case
from geo.model.fronts import FrontTrack
from geo.model.licences import LayerLicence, is_open, is_recorded, licence_of
from geo.model.places import ControlEvent, Settlement

_Row = TypeVar("_Row")

#: Without these a map says nothing, so an export that must leave them out is refused.
_NEEDED = ("claims", "border")
_NO_LICENCE, _KEPT_IN = "no licence is recorded", "it is marked as not to be published"
_TEXTS = ("claims", "statements", "evacuation_orders", "placements")


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether some records of a layer are publishable: which ones, their licence, whom they must credit, and why."""

    layer: str
    items: tuple[str, ...]
    licence: str
    attribution: str
    goes_out: bool
    reason: str

    @property
    def credit(self) -> str:
        """Licence and credit in one line."""
        permitted = "" if is_open(self.licence) else f" ({self.reason})"
        credit = f", credit {self.attribution}" if self.attribution else ""
        licence = self.licence if is_recorded(self.licence) else _NO_LICENCE
        return f"{self.layer}: {licence}{permitted}{credit}"

    @property
    def why_not(self) -> str:
        """What keeps it in, in a few words for the foot of a picture."""
        if not is_recorded(self.licence):
            return _NO_LICENCE
        return _KEPT_IN if is_open(self.licence) else f"licence {self.licence}"

    def __str__(self) -> str:
        """Say it in one line."""
        word = "goes out" if self.goes_out else "left out"
        items = f"{len(self.items)} features" if self.layer == "base" else _some(self.items)
        licence = f", licence {self.licence}" if is_recorded(self.licence) else ""
        return f"{self.layer} ({items}){licence}: {word}; {self.reason}"


@dataclass(frozen=True, slots=True)
class Release:
    """The publishable part of a case, and what was decided about each of its layers."""

    case: Case
    decisions: tuple[Decision, ...]

    @property
    def withheld(self) -> tuple[Decision, ...]:
        """What was left out."""
        return tuple(decision for decision in self.decisions if not decision.goes_out)

    @property
    def credits(self) -> tuple[Decision, ...]:
        """What is publishable, with its licence and whom to credit."""
        return tuple(decision for decision in self.decisions if decision.goes_out)


@dataclass(frozen=True, slots=True)
class _Item:
    layer: str
    id: str
    source: str
    licence: str
    attribution: str
    may_publish: bool = True


def release(case: Case) -> Release:
    """Take out of a case what is not publishable.

    A withheld front is gone; a withheld zone or place keeps its row and loses its geometry, since that somebody spoke
    of it is a fact; withheld features of the base are gone.

    Raises
    ------
    InputError
        When the claims or the border themselves are not publishable: then there is nothing to publish.
    """
    found = decisions(case)
    for decision in found:
        if decision.layer in _NEEDED and not decision.goes_out:
            raise InputError(f"{decision}. Without {decision.layer} there is nothing to publish")
    kept: dict[str, set[str]] = defaultdict(set)
    for decision in found:
        if decision.goes_out:
            kept[decision.layer].update(decision.items)
    return Release(_with_days(_without(case, kept, found), case), found)


def public_view(case: Case) -> Release:
    """Take out the fronts that are not publishable, for a server that anybody may be looking at.

    The rest of a case is its keeper's own words and choice of ground; what mappers drew is read from their archives,
    and most of them keep the right to show it.
    """
    found = tuple(decision for decision in decisions(case) if decision.layer == "fronts")
    kept = {ident for decision in found if decision.goes_out for ident in decision.items}
    return Release(_with_days(replace(case, fronts=_tracks(case.fronts, kept)), case), found)


def decisions(case: Case) -> tuple[Decision, ...]:
    """Decide about every layer of a case, and take nothing out."""
    grouped: dict[tuple[str, str, str, bool, str], list[str]] = defaultdict(list)
    for item in _items(case):
        goes_out, reason = _decide(item, case.licences)
        grouped[(item.layer, item.licence, item.attribution, goes_out, reason)].append(item.id)
    return tuple(
        Decision(layer, tuple(ids), licence, attribution, goes_out, reason)
        for (layer, licence, attribution, goes_out, reason), ids in grouped.items()
    )


def _items(case: Case) -> Iterator[_Item]:
    """Every thing of the case that somebody has a right in, with its licence: its own, else by `licences.csv`."""
    rows = case.licences
    yield _listed(rows, "border", case.settings.id, "")
    for number, feature in enumerate(case.base):
        said = feature["properties"]
        licence, names = str(said.get("licence") or ""), str(said.get("attribution") or "")
        yield _Item("base", str(number), str(said.get("source") or ""), licence, names)
    for zone in case.zones.values():
        if zone.geometry is not None:
            yield _Item("zones", zone.id, zone.source, zone.licence, zone.attribution or zone.source)
    for place in case.settlements.values():
        if place.lon is not None:
            yield _listed(rows, "settlements", place.id, place.coordinate_source)
        if place.population is not None:
            yield _listed(rows, "populations", place.id, place.population_source)
    for track in case.fronts:
        yield _Item("fronts", track.id, track.archive, track.licence, track.attribution, track.may_publish)
    yield from _texts(case)


def _texts(case: Case) -> Iterator[_Item]:
    for ident, (source, _) in _event_groups(case).items():
        yield _listed(case.licences, "control_events", ident, source)
    for name in _TEXTS:
        records = case.orders if name == "evacuation_orders" else getattr(case, name)
        if records:
            yield _listed(case.licences, name, f"{len(records)} rows", "")


def _event_groups(case: Case) -> dict[str, tuple[str, tuple[ControlEvent, ...]]]:
    """Return words about places by what `licences.csv` says of them: of a table of control, or of all the rest."""
    groups: dict[str, list[ControlEvent]] = defaultdict(list)
    for event in case.control_events:
        row = licence_of(case.licences, "control_events", event.source)
        groups["" if row is None else row.source].append(event)
    return {
        f"{len(events)} rows{f' of {source}' if source else ''}": (source, tuple(events))
        for source, events in groups.items()
    }


def _listed(rows: Iterable[LayerLicence], layer: str, ident: str, source: str) -> _Item:
    row = licence_of(rows, layer, source)
    return _Item(layer, ident, source, "" if row is None else row.licence, "" if row is None else row.attribution)


def _decide(item: _Item, rows: Iterable[LayerLicence]) -> tuple[bool, str]:
    """Decide whether one thing is publishable, and why."""
    row = licence_of(rows, item.layer, item.source)
    if row is not None and row.permission:
        return True, f"by written permission of {row.permitted_by}, {row.permitted_on}: {row.permission}"
    if not is_recorded(item.licence):
        return False, f"{_NO_LICENCE}; name it, or record the written permission in licences.csv"
    if not is_open(item.licence):
        return False, "this licence does not allow it; record the owner's written permission in licences.csv"
    if not item.may_publish:
        return False, _KEPT_IN
    return True, "its licence allows it"


def _without(case: Case, kept: dict[str, set[str]], found: tuple[Decision, ...]) -> Case:
    places = {key: _place(place, kept) for key, place in case.settlements.items()}
    zones = {
        key: zone if zone.geometry is None or key in kept["zones"] else replace(zone, geometry=None, extent="unknown")
        for key, zone in case.zones.items()
    }
    names = (name.strip() for decision in found if decision.goes_out for name in decision.attribution.split(";"))
    return replace(
        case,
        statements=_if_kept(case.statements, kept["statements"]),
        control_events=_events(case, kept["control_events"]),
        orders=_if_kept(case.orders, kept["evacuation_orders"]),
        placements=_if_kept(case.placements, kept["placements"]),
        settlements=places,
        zones=zones,
        base=tuple(feature for number, feature in enumerate(case.base) if str(number) in kept["base"]),
        fronts=_tracks(case.fronts, kept["fronts"]),
        attributions=tuple(dict.fromkeys(name for name in names if name)),
    )


def _events(case: Case, kept: set[str]) -> tuple[ControlEvent, ...]:
    """Return the words about places that go out, in their order."""
    going = {event.id for ident, (_, events) in _event_groups(case).items() if ident in kept for event in events}
    return tuple(event for event in case.control_events if event.id in going)


def _with_days(part: Case, whole: Case) -> Case:
    """Return a part of a case in which every day of the whole can be asked for."""
    days = whole.days or (whole.first_date, whole.last_date)
    return part if (part.first_date, part.last_date) == days else replace(part, days=days)


def _place(place: Settlement, kept: dict[str, set[str]]) -> Settlement:
    point: dict[str, None] = {} if place.id in kept["settlements"] else {"lon": None, "lat": None, "precision_m": None}
    people = {} if place.id in kept["populations"] else {"population": None, "population_source": ""}
    return place.model_copy(update=point | people)


def _if_kept(records: tuple[_Row, ...], kept: set[str]) -> tuple[_Row, ...]:
    return records if kept else ()


def _tracks(tracks: tuple[FrontTrack, ...], kept: set[str]) -> tuple[FrontTrack, ...]:
    return tuple(track for track in tracks if track.id in kept)


def _some(items: tuple[str, ...], most: int = 4) -> str:
    words = ", ".join(items[:most])
    return words if len(items) <= most else f"{words} and {len(items) - most} more"
