"""Check a claimed depth against the places where the same side puts troops."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from geo.consistency.area_bounds import Bands
from geo.consistency.grounds import depth_and_places
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements, speaks_of_all
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Claim, Metric, Reported, Side
from geo.model.labels import STATUS_LABELS, format_date
from geo.model.places import ControlEvent, Settlement, Status

#: A depth is rounded, and read from a map, to about this, km.
PLACE_SLACK_KM = 0.5

#: How many of the places are named and shown.
MOST_SHOWN = 4

#: A word, its place, and how far in from the border that lies, km.
Far = tuple[ControlEvent, Settlement, float]


def depth_against_places(view: DayInView, bands: Bands) -> list[Verdict]:
    """Hold each total depth of the day against places where the same side puts troops.

    The precision of a place's coordinates counts in the claim's favour. For "independent" only the same claimant's
    words count: observers are not one claimant.
    """
    found = []
    side_words = SideWords(view)
    for depth in view.pick(Metric.DEPTH_KM):
        if depth.age_days or math.isinf(depth.allowed.high) or not speaks_of_all(depth.lead, view):
            continue
        words = side_words.in_scope(depth.lead)
        far = [(word, place, km) for word in words for place, km in _inside(word, view, bands)]
        beyond = [item for item in far if item[2] - _precision_km(item[1]) > depth.allowed.high + PLACE_SLACK_KM]
        if beyond:
            verdict, shown = _beyond(depth, beyond), beyond
        elif far:
            verdict, shown = _within(depth, far), [max(far, key=lambda item: item[2])]
        else:
            continue
        places = {place.id: (place, km) for _, place, km in sorted(shown, key=lambda item: -item[2])}
        grounds = depth_and_places(bands, depth.top, list(places.values())[:MOST_SHOWN])
        found.append(replace(verdict, grounds=grounds))
    return found


class SideWords:
    """The newest word of each side about each place of the case, where it puts troops there, by side and oblast.

    Observers are no side: of the independent each claimant's newest word counts beside the own claims alone.
    """

    def __init__(self, view: DayInView) -> None:
        self._words: dict[_Voice, dict[str, list[tuple[int, ControlEvent]]]] = {}
        for number, (ident, state) in enumerate(view.places.items()):
            place = view.case.settlements.get(ident)
            newest = {_voice(word): word for word in state.words} if place is not None else {}
            for voice, word in newest.items():
                if place is not None and word.status not in (Status.LOST, Status.DENIED):
                    by_oblast = self._words.setdefault(voice, {})
                    by_oblast.setdefault(place.oblast, []).append((number, word))

    def in_scope(self, claim: Claim) -> list[ControlEvent]:
        """Return the words of a claim's side about places in the oblast that it is about, as far as both say."""
        by_oblast = self._words.get(_voice(claim), {})
        found = [
            numbered
            for oblast, words in by_oblast.items()
            if not oblast or not claim.place or oblast in claim.place
            for numbered in words
        ]
        return [word for _, word in sorted(found, key=lambda numbered: numbered[0])]


#: A side, and of the independent the claimant.
_Voice = tuple[Side, str]


def _voice(record: Reported) -> _Voice:
    return record.side, record.claimant if record.side is Side.INDEPENDENT else ""


def _inside(word: ControlEvent, view: DayInView, bands: Bands) -> list[tuple[Settlement, float]]:
    """Return the place and its distance in from the border (km), if it is known and on the target side."""
    place = view.case.settlements[word.settlement]
    if place.lon is None or place.lat is None:
        return []
    km = bands.inside_km(place.lon, place.lat)
    return [] if km is None else [(place, km)]


def _precision_km(place: Settlement) -> float:
    return (place.precision_m or 0.0) / 1e3


def _beyond(depth: StatementGroup, beyond: Sequence[Far]) -> Verdict:
    held = [item for item in beyond if item[0].status is Status.CLAIMED]
    shown = sorted(beyond, key=lambda item: -item[2])
    listed = and_join([_place_words(item) for item in shown[:MOST_SHOWN]])
    days = tuple(sorted({*days_of_statements([depth]), *(word.about_date for word, _, _ in beyond)}))
    more = (
        f", and {len(shown) - MOST_SHOWN} more since {format_date(days[0], year=False)}"
        if len(shown) > MOST_SHOWN
        else ""
    )
    own = any(word.claimant == depth.lead.claimant for word, _, _ in held)
    same = all(word.claimant == depth.lead.claimant for word, _, _ in beyond)
    side = "the same claimant" if own or same else "another voice of the same side"
    reason = f"{depth.said}, but {side} puts troops farther in from the border: {listed}{more}."
    assumption = "Only if the depth is of ground held, and troops seen or fighting farther in do not count."
    if held:
        assumption = "Only if that place was not yet, or no longer, counted when the depth was given."
    if own:
        assumption = "The depth is that of the deepest place held, counted from the nearest border."
    numbers = {
        "depth_km": depth.top,
        "farthest_km": round(shown[0][2], 1),
        "precision_km": _precision_km(shown[0][1]),
    }
    ids = (*depth.ids, *(word.id for word, _, _ in beyond))
    kind = VerdictKind.INCONSISTENT if own else VerdictKind.ONLY_IF
    return Verdict(kind, "place-beyond-depth", reason, assumption, numbers, ids, days)


def _place_words(item: Far) -> str:
    word, place, km = item
    said = f"{word.claimant}: {STATUS_LABELS[word.status]}, {format_date(word.about_date, year=False)}"
    return f"{place.name_en}, {km:.0f} km in ({said})"


def _within(depth: StatementGroup, far: Sequence[Far]) -> Verdict:
    word, place, km = max(far, key=lambda item: item[2])
    count = "the one place" if len(far) == 1 else f"the {len(far)} places"
    numbers = {"depth_km": depth.top, "farthest_km": round(km, 1), "places": len(far)}
    ids = (*depth.ids, *(item[0].id for item in far))
    days = tuple(sorted({*days_of_statements([depth]), *(item[0].about_date for item in far)}))
    since = f" since {format_date(days[0], year=False)}" if len(days) > 1 else ""
    farthest = _place_words((word, place, km))
    reason = f"{depth.said} covers {count} where {depth.own_side} puts troops{since}; farthest {farthest}."
    assumption = "Places named up to that day still counted on it; only places with known coordinates are checked."
    return Verdict(VerdictKind.CONSISTENT, "place-beyond-depth", reason, assumption, numbers, ids, days)
