"""Tell a place's story in short sentences: who spoke of it first and then, who denied it, where it lies on the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from geo.analysis.place_ground import bands_of_places, border_offsets
from geo.analysis.reconstruction import Reconstruction, reconstructions_on
from geo.model.asof import AsOf, age_days, records_as_of
from geo.model.case import Case
from geo.model.claims import Reported
from geo.model.labels import STATUS_LABELS, format_date, format_day_count
from geo.model.places import ControlEvent, Settlement, Status

#: Of more words than these between the first and the last only their number is told.
MOST_TOLD = 5


def place_story(
    case: Case,
    settlement: str,
    as_of: AsOf,
    drawn: Sequence[Reconstruction],
    shows: Callable[[Reported], bool] = lambda _: True,
) -> list[str]:
    """Return sentences on a place as of day `on`, known on day `known` (None: today); none of what is not known.

    Parameters
    ----------
    drawn : sequence of Reconstruction
        The case's advances, as `reconstructions` makes them.
    shows : callable
        Which records the filters let through.
    """
    place = case.settlements[settlement]
    events = (event for event in case.control_events if event.settlement == settlement and shows(event))
    told = words_told(records_as_of(events, as_of))
    return [*told, *_where(case, place), *_bands(case, place, as_of, [one for one in drawn if shows(one.depth)])]


def words_told(events: Sequence[ControlEvent]) -> list[str]:
    """Say of words, in the order of their days, who was first, what came then, and who denied it when.

    A claimant that says the same again is not told again. Of many words some in the middle are counted, no denial is.
    """
    said: list[ControlEvent] = []
    last: dict[str, Status] = {}
    for event in events:
        if last.get(event.claimant) is not event.status:
            said.append(event)
        last[event.claimant] = event.status
    then = [event.id for event in said[1:] if event.status is not Status.DENIED]
    left_out = set(then[MOST_TOLD - 1 : -1]) if len(then) > MOST_TOLD else set()
    sentences = []
    for number, event in enumerate(said):
        if number == 0:
            sentences.append(f"First said by {_word(event)}.")
        elif event.status is Status.DENIED:
            sentences.append(f"Denied by {event.claimant}, {_days(event)}.")
        elif event.id not in left_out:
            sentences.append(f"Then by {_word(event)}.")
        elif event.id == then[MOST_TOLD - 1]:
            sentences.append(f"{len(left_out)} more {'word' if len(left_out) == 1 else 'words'} in between.")
    return sentences


def _word(event: ControlEvent) -> str:
    return f"{event.claimant}, {_days(event)}: {STATUS_LABELS[event.status]}"


def _days(event: ControlEvent) -> str:
    """Name the day it speaks of, and where it was not published on that day, when."""
    about, known = event.about_date, event.known_date
    published = "" if known == about else f", published {format_date(known, year=False)}"
    return format_date(about, year=False) + published


def _where(case: Case, place: Settlement) -> list[str]:
    offset = border_offsets([place], case.border).get(place.id)
    if offset is None:
        return ["Its coordinates are not established."]
    side = "" if offset[1] else ", on the near side"
    return [f"{round(offset[0], 1):.1f} km from the border in a straight line{side}."]


def _bands(case: Case, place: Settlement, as_of: AsOf, drawn: Sequence[Reconstruction]) -> list[str]:
    if place.lon is None:
        return []
    standing = [one for one in reconstructions_on(drawn, as_of) if one.outer is not None]
    if not standing:
        return []
    held = bands_of_places([place], standing, case.border.metric)
    sentences = []
    for one in standing:
        found = held[one.id].get(place.id)
        if found is not None:
            age = age_days(one, as_of.on)
            old = f", {format_day_count(age)} old" if age else ""
            whose = (
                f"the {found[0]} band of {one.depth.claimant}’s claim of {format_date(one.about_date, year=False)}{old}"
            )
            sentences.append(f"{'In' if found[1] else 'Perhaps in'} {whose}.")
    return sentences or ["In no claimed band of this day."]
