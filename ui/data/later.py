"""Two clocks compared, as plain data for the panel: counted in a sentence, and each difference as a record."""

from __future__ import annotations

from datetime import date

from geo.analysis.later import Later, LaterChange, known_later, later_words
from geo.model.case import Case
from geo.model.labels import ORDER_LABELS, STATUS_LABELS, format_date, format_day_count
from geo.reports.view import View
from ui.data.entries import Data, claim_entry, drawn_name, event_entry, order_entry


def later_data(case: Case, view: View) -> Data | None:
    """Return what today's knowledge of the view's day has or no longer has; None where the clock stands on today."""
    if view.known is None:
        return None
    tracks = [track for track in case.fronts if view.shows_front(track)]
    found = known_later(case, view.as_of, view.shows, tracks)
    entries = [_entry(case, one) | _since(one, view.known) for one in found if one.kind != "front"]
    mappers = {track.id: track.mapper for track in tracks}
    drawn = [f"{mappers[one.subject]} has drawn this day anew since." for one in found if one.kind == "front"]
    return {"words": later_words(found), "entries": entries, "drawn": drawn}


def _since(one: Later, known: date) -> Data:
    """Say how long after the day of knowledge it became known, or was taken back."""
    change = "" if one.change is LaterChange.ADDED else f"{one.change} {format_date(one.known_date)}, "
    return {"dayNote": f"{change}{format_day_count((one.known_date - known).days)} later"}


def _entry(case: Case, one: Later) -> Data:
    """Put the first of a statement's records into words, with the name by which a click selects it."""
    if one.kind == "claim":
        claim = next(claim for claim in case.claims if claim.id == one.ids[0])
        return claim_entry(case, claim) | {"name": drawn_name(case, claim)}
    if one.kind == "settlement":
        event = next(event for event in case.control_events if event.id == one.ids[0])
        text = f"{case.settlements[one.subject].name_en}: {STATUS_LABELS[event.status]}"
        return event_entry(case, event) | {"text": text, "name": f"settlement:{one.subject}"}
    order = next(order for order in case.orders if order.id == one.ids[0])
    text = f"{case.zones[one.subject].name_en}: {ORDER_LABELS[order.kind]}"
    return order_entry(case, order) | {"text": text, "name": f"zone:{one.subject}"}
