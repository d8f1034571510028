"""The records behind the selected thing, as plain data for the panel."""

from __future__ import annotations

from collections.abc import Iterable

from geo.analysis.bodies import Body
from geo.analysis.body_words import how_sentence, measures_of, notes_of, stale_words
from geo.analysis.reconstruction import reconstructions
from geo.analysis.story import place_story
from geo.consistency.verdict import Verdict
from geo.model.case import Case
from geo.model.claims import Claim, Placement
from geo.model.evacuation import EvacuationZone
from geo.model.fronts import FrontOn
from geo.model.places import Settlement
from geo.reports.selection import Selection
from geo.reports.view import View
from ui.data.entries import Data, claim_entry, event_entry, order_entry
from ui.data.fronts import front_facts
from ui.data.verdicts import verdicts_data


def selection_data(
    case: Case, selection: Selection, verdicts: Iterable[Verdict] = (), view: View | None = None
) -> Data:
    """Facts about the selected thing, its records, and those of the day's verdicts that speak of them.

    Of a place the story too, as `view` shows it.
    """
    entries: list[Data] = [order_entry(case, order) for order in selection.orders]
    entries += [event_entry(case, event) for event in selection.events]
    entries += [claim_entry(case, claim) for claim in selection.claims]
    ids = {entry["id"] for entry in entries}
    return {
        "kind": selection.kind,
        "title": selection.title,
        "facts": _facts(case, selection.subject),
        "story": _story(case, selection.subject, view),
        "entries": entries,
        "history": [],
        "verdicts": verdicts_data(case, [verdict for verdict in verdicts if ids & set(verdict.claims)]),
    }


def _story(case: Case, subject: object, view: View | None) -> list[str]:
    if view is None or not isinstance(subject, Settlement):
        return []
    return place_story(case, subject.id, view.as_of, reconstructions(case), view.shows)


def _facts(
    case: Case, subject: Claim | Body | Placement | Settlement | EvacuationZone | FrontOn | None
) -> list[tuple[str, str]]:
    if subject is None:
        return []
    if isinstance(subject, Body):
        facts = _body_facts(case, subject)
    elif isinstance(subject, FrontOn):
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


def _body_facts(case: Case, body: Body) -> list[tuple[str, str]]:
    """How it was made, how old it is, its numbers, all that goes in, and what was not taken and why."""
    return [
        ("How", " ".join([how_sentence(body), *notes_of(body)])),
        ("Age", stale_words(case, body)),
        *measures_of(body).items(),
        ("Goes in", "; ".join(piece.sentence for piece in body.shape.used)),
        ("Not taken", "; ".join(piece.sentence for piece in body.shape.spare)),
        ("Left out", "; ".join(one.sentence for one in body.evidence.left_out)),
    ]


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
