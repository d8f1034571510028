"""Check a claimed depth against the places where somebody puts troops."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.consistency.area_bounds import Bands
from geo.consistency.grounds import depth_and_places
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Metric, Reported, Side
from geo.model.labels import STATUS_LABELS, format_date
from geo.model.places import ControlEvent, PlaceState, Settlement, Status

#: A depth is rounded, and read from a map, to about this, km.
PLACE_SLACK_KM = 0.5

#: How many of the places are named and shown.
MOST_SHOWN = 4

#: A word, its place, and how far in from the border that lies, km.
Far = tuple[ControlEvent, Settlement, float]

#: A side, and of the independent the claimant.
_Voice = tuple[Side, str]


def depth_against_places(view: DayInView, bands: Bands) -> list[Verdict]:
    """Hold each total depth of the day against places where its side, and anybody else, puts troops.

    The precision of a place's coordinates counts in the claim's favour. For "independent" only the same claimant's
    words are its own: observers are not one claimant.
    """
    found = []
    side_words = SideWords(view)
    depths = [depth for depth in view.pick(Metric.DEPTH_KM) if depth.age_days == 0 and not depth.scope.part]
    for depth in depths:
        if math.isinf(depth.loose.high):
            continue
        far = [(w, place, km) for w in side_words.in_scope(depth) for place, km in far_in(w, view, bands)]
        beyond = _beyond(depth, far)
        covering = _covering(depth, depths, beyond)
        if beyond:
            found.append(_shown(_beyond_words(depth, beyond, covering, view), depth, beyond, bands))
        elif far:
            found.append(_shown(_within(depth, far), depth, [max(far, key=lambda item: item[2])], bands))
        others = [
            (w, place, km)
            for w in side_words.of_others(depth)
            if w.status is Status.CLAIMED and _fresh(w, view)
            for place, km in far_in(w, view, bands)
        ]
        by_others = _beyond(depth, others)
        if by_others and not beyond:
            found.append(_shown(_against_others(depth, by_others), depth, by_others, bands))
    return found


def _shown(verdict: Verdict, depth: StatementGroup, far: Sequence[Far], bands: Bands) -> Verdict:
    """Give a verdict its places and the line of its depth."""
    places = {place.id: (place, km) for _, place, km in sorted(far, key=lambda item: (-item[2], item[0].id))}
    return replace(verdict, grounds=depth_and_places(bands, depth.top, list(places.values())[:MOST_SHOWN]))


def _beyond(depth: StatementGroup, far: Sequence[Far]) -> list[Far]:
    return [item for item in far if item[2] - _precision_km(item[1]) > depth.loose.high + PLACE_SLACK_KM]


def _covering(depth: StatementGroup, depths: Sequence[StatementGroup], beyond: Sequence[Far]) -> StatementGroup | None:
    """Return another depth of the same claimant that reaches the places: two axes, or two depths, then."""
    farthest = max((item[2] - _precision_km(item[1]) for item in beyond), default=0.0)
    same = (other for other in depths if other is not depth and other.lead.claimant == depth.lead.claimant)
    return next((other for other in same if other.loose.high + PLACE_SLACK_KM >= farthest), None)


class SideWords:
    """The words in force about each place of the case that put troops there, by side and oblast.

    A word is in force until its own side says that the place is lost or denies it. It is doubtful, and left out here,
    once another side says after it that the place was lost again, and after the age that the case calls doubtful.
    Observers are no side: of the independent each claimant's newest word counts beside the own claims alone.
    """

    def __init__(self, view: DayInView) -> None:
        self._words: dict[_Voice, dict[str, list[tuple[int, ControlEvent]]]] = {}
        for number, (ident, state) in enumerate(view.places.items()):
            place = view.case.settlements.get(ident)
            if place is None:
                continue
            for voice, word in {_voice(word): word for word in state.words}.items():
                if word.status not in (Status.LOST, Status.DENIED) and not is_doubtful(word, state, view):
                    by_oblast = self._words.setdefault(voice, {})
                    by_oblast.setdefault(place.oblast, []).append((number, word))

    def in_scope(self, group: StatementGroup) -> list[ControlEvent]:
        """Return the words of a figure's side about places in the oblast that it is about, as far as both say."""
        return self._of({_voice(group.lead)}, group)

    def of_others(self, group: StatementGroup) -> list[ControlEvent]:
        """Return the words of all other sides and observers about places in the oblast that a figure is about."""
        return self._of(set(self._words) - {_voice(group.lead)}, group)

    def _of(self, voices: set[_Voice], group: StatementGroup) -> list[ControlEvent]:
        oblast = group.scope.oblast
        found = [
            numbered
            for voice in voices
            for named, words in self._words.get(voice, {}).items()
            if not named or not oblast or named == oblast
            for numbered in words
        ]
        return [word for _, word in sorted(found, key=lambda numbered: (numbered[0], numbered[1].id))]


def is_doubtful(word: ControlEvent, state: PlaceState, view: DayInView) -> bool:
    """Whether another side has said since that the place was lost, or the word has grown too old."""
    if (view.as_of.on - word.about_date).days > view.case.settings.ages.doubtful:
        return True
    return any(
        other.status is Status.LOST and other.about_date >= word.about_date and _voice(other) != _voice(word)
        for other in state.words
    )


def places_on_own_side(view: DayInView, bands: Bands) -> list[Verdict]:
    """Find places of the day that the advancing side names as held and that lie on its own side of the border."""
    found = []
    advancing = view.case.settings.advancing.casefold()
    for ident, state in view.places.items():
        place = view.case.settlements.get(ident)
        if place is None or place.lon is None or place.lat is None:
            continue
        words = [
            word
            for word in state.words
            if word.status is Status.CLAIMED and word.about_date == view.as_of.on and word.side.value == advancing
        ]
        km = bands.own_side_km(place.lon, place.lat) if words else 0.0
        if words and km > _precision_km(place) + PLACE_SLACK_KM:
            claimants = and_join(list(dict.fromkeys(word.claimant for word in words)))
            reason = (
                f"{place.name_en}, which {claimants} names as held, lies {km:.1f} km on the near side of the border, "
                f"in {view.case.settings.advancing} itself."
            )
            found.append(
                Verdict(
                    VerdictKind.LIKELY_ERROR,
                    "place-on-own-side",
                    reason,
                    "The coordinates of the place and the border are right.",
                    {"own_side_km": round(km, 1)},
                    tuple(word.id for word in words),
                    (view.as_of.on,),
                    "another place is meant, perhaps one of the same name",
                    hypothesis="wrong-place",
                    blamed=tuple(word.id for word in words),
                )
            )
    return found


def _fresh(word: Reported, view: DayInView) -> bool:
    return (view.as_of.on - word.about_date).days <= view.case.settings.ages.fades


def _voice(record: Reported) -> _Voice:
    return record.side, record.claimant if record.side is Side.INDEPENDENT else ""


def far_in(word: ControlEvent, view: DayInView, bands: Bands) -> list[tuple[Settlement, float]]:
    """Return the place and its distance in from the border (km), if it is known and on the target side."""
    place = view.case.settlements[word.settlement]
    if place.lon is None or place.lat is None:
        return []
    km = bands.inside_km(place.lon, place.lat)
    return [] if km is None else [(place, km)]


def _precision_km(place: Settlement) -> float:
    return (place.precision_m or 0.0) / 1e3


def _listed(beyond: Sequence[Far], days: Sequence[date]) -> str:
    shown = sorted(beyond, key=lambda item: (-item[2], item[0].id))
    rest = len(shown) - MOST_SHOWN
    more = f", and {rest} more since {format_date(days[0], year=False)}" if rest > 0 else ""
    return and_join([_place_words(item) for item in shown[:MOST_SHOWN]]) + more


def _beyond_words(
    depth: StatementGroup, beyond: Sequence[Far], covering: StatementGroup | None, view: DayInView
) -> Verdict:
    held = [item for item in beyond if item[0].status is Status.CLAIMED]
    days = _days(depth, beyond)
    own_held = [word for word, _, _ in held if word.claimant == depth.lead.claimant]
    own = any(_fresh(word, view) for word in own_held)
    same = bool(own_held) or all(word.claimant == depth.lead.claimant for word, _, _ in beyond)
    side = "the same claimant" if same else "another voice of the same side"
    reason = f"{depth.said}, but {side} puts troops farther in from the border: {_listed(beyond, days)}."
    kind, hypothesis = VerdictKind.ONLY_IF, "other-ground"
    assumption = "Only if the depth is of ground held, and troops seen or fighting farther in do not count."
    if held:
        assumption = "Only if that place was not yet, or no longer, counted when the depth was given."
        hypothesis = "changed-hands"
    if covering is not None:
        assumption = f"Only if the depths are along two axes: the same claimant gives {covering.words} as well."
        hypothesis = "other-axis"
    elif own:
        assumption = "The depth is that of the deepest place held, counted from the nearest border."
        kind, hypothesis = VerdictKind.INCONSISTENT, ""
    return _verdict(kind, depth, beyond, reason, assumption, hypothesis)


def _against_others(depth: StatementGroup, beyond: Sequence[Far]) -> Verdict:
    days = _days(depth, beyond)
    voices = and_join(list(dict.fromkeys(word.claimant for word, _, _ in beyond)))
    reason = (
        f"{depth.said} is contradicted by {voices}, who {'name' if ' and ' in voices else 'names'} as held what lies "
        f"farther in from the border: {_listed(beyond, days)}."
    )
    assumption = "Only if the depth leaves that place out: not held by its account, or along another axis."
    return _verdict(VerdictKind.ONLY_IF, depth, beyond, reason, assumption, "other-ground")


def _verdict(
    kind: VerdictKind, depth: StatementGroup, far: Sequence[Far], reason: str, assumption: str, hypothesis: str
) -> Verdict:
    farthest = max(far, key=lambda item: item[2])
    numbers = {
        "depth_km": depth.top,
        "farthest_km": round(farthest[2], 1),
        "precision_km": _precision_km(farthest[1]),
    }
    ids = (*depth.ids, *(word.id for word, _, _ in far))
    days = _days(depth, far)
    rule = "place-beyond-depth"
    return Verdict(kind, rule, reason, assumption, numbers, ids, days, hypothesis=hypothesis)


def _days(depth: StatementGroup, far: Sequence[Far]) -> tuple[date, ...]:
    return tuple(sorted({*days_of_statements([depth]), *(word.about_date for word, _, _ in far)}))


def _place_words(item: Far) -> str:
    word, place, km = item
    said = f"{word.claimant}: {STATUS_LABELS[word.status]}, {format_date(word.about_date, year=False)}"
    return f"{place.name_en}, {km:.0f} km in ({said})"


def _within(depth: StatementGroup, far: Sequence[Far]) -> Verdict:
    word, place, km = max(far, key=lambda item: item[2])
    count = "the one place" if len(far) == 1 else f"the {len(far)} places"
    numbers = {"depth_km": depth.top, "farthest_km": round(km, 1), "places": len(far)}
    ids = (*depth.ids, *(item[0].id for item in far))
    days = _days(depth, far)
    since = f" since {format_date(days[0], year=False)}" if len(days) > 1 else ""
    farthest = _place_words((word, place, km))
    reason = f"{depth.said} covers {count} where {depth.own_side} puts troops{since}; farthest {farthest}."
    assumption = "Places named up to that day still counted on it; only places with known coordinates are checked."
    return Verdict(VerdictKind.CONSISTENT, "place-beyond-depth", reason, assumption, numbers, ids, days)
