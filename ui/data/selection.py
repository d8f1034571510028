"""The records behind the selected thing, as plain data for the panel."""

from __future__ import annotations

from collections.abc import Iterable

from geo.consistency.verdict import Verdict
from geo.model.case import Case
from geo.model.claims import Claim, Placement
from geo.model.evacuation import EvacuationZone
from geo.model.fronts import FrontOn
from geo.model.places import Settlement
from geo.reports.selection import Selection
from ui.data.entries import Data, claim_entry, event_entry, order_entry
from ui.data.fronts import front_facts
from ui.data.verdicts import verdicts_data


def selection_data(case: Case, selection: Selection, verdicts: Iterable[Verdict] = ()) -> Data:
    """Facts about the selected thing, its records, and those of the day's verdicts that speak of them."""
    entries: list[Data] = [order_entry(case, order) for order in selection.orders]
    entries += [event_entry(case, event) for event in selection.events]
    entries += [claim_entry(case, claim) for claim in selection.claims]
    ids = {entry["id"] for entry in entries}
    return {
        "kind": selection.kind,
        "title": selection.title,
        "facts": _facts(case, selection.subject),
        "entries": entries,
        "history": [],
        "verdicts": verdicts_data(case, [verdict for verdict in verdicts if ids & set(verdict.claims)]),
    }


def _facts(
    case: Case, subject: Claim | Placement | Settlement | EvacuationZone | FrontOn | None
) -> list[tuple[str, str]]:
    if subject is None:
        return []
    if isinstance(subject, FrontOn):
        facts = front_facts(subject, case.settings)
    elif isinstance(subject, Placement):
        facts = [("Placed by", subject.placed_by), ("Reason", subject.reason)]
    elif isinstance(subject, Settlement):
        facts = _place_facts(subject)
    elif isinstance(subject, EvacuationZone):
        extent = "approximate, made by Salient" if subject.extent == "approximate" else "from a boundary file"
        facts = [("Names", _names(subject)), ("Oblast", subject.oblast), ("Extent", extent), ("From", subject.source)]
    else:
        facts = [("Place", subject.place), ("Note", subject.note)]
    return [(label, text) for label, text in facts if text]


def _place_facts(place: Settlement) -> list[tuple[str, str]]:
    where = "not established, so not on the map"
    if place.lon is not None and place.lat is not None and place.precision_m is not None:
        where = f"{place.lat:.4f} N, {place.lon:.4f} E, within about {place.precision_m / 1000:g} km"
    return [
        ("Names", _names(place)),
        ("District", ", ".join(part for part in (place.district, place.oblast) if part)),
        ("Coordinates", where),
        ("Their source", place.coordinate_source),
        ("Population", "" if place.population is None else f"{place.population:,} ({place.population_source})"),
    ]


def _names(thing: Settlement | EvacuationZone) -> str:
    return " · ".join(name for name in (thing.name_en, thing.name_ru, thing.name_uk) if name)
