"""Find the place that a query names: any spelling, either script, one typo, as it is being typed.

The map document asks the same of its own index; both rank by one rule (`Match`), and a test holds them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.search.transliteration import PlaceName, fuzzy_key, spellings

_WORDS = re.compile(r"[\s\-]+")


class Match(IntEnum):
    """How a name answers a text, the best first."""

    SAME = 0
    OTHER_HAND = 1
    BEGINNING = 2
    LATER_WORD = 3
    SLIP = 4
    SLIP_IN_BEGINNING = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a text may mean; `slips` counts typos: letters left out, added, changed or swapped."""

    place: PlaceName
    match: Match
    slips: int


def typos_allowed(length: int) -> int:
    """Return how many typos a text of so many letters may hold: short names are too near to one another for any.

    >>> [typos_allowed(length) for length in (3, 4, 7, 8)]
    [0, 1, 1, 2]
    """
    return 0 if length < 4 else 1 if length < 8 else 2


class PlaceIndex:
    """Names to search, normalized once. `weights` (by place key) puts the weightier of two equal matches first.

    Parameters
    ----------
    places : iterable of PlaceName
        Each with every name it goes by.
    weights : mapping of key to number
        People, or statements about it; absent is 0.

    Examples
    --------
    >>> index = PlaceIndex([PlaceName("sudzha", ("Sudzha", "Суджа")), PlaceName("giri", ("Giri", "Гирьи"))])
    >>> [found.place.key for found in index.find("Sudja")], [found.place.key for found in index.find("гир")]
    (['sudzha'], ['giri'])
    """

    def __init__(self, places: Iterable[PlaceName], weights: Mapping[str, float] | None = None) -> None:
        self._places = list(places)
        self._weights = weights or {}
        self._spelt = [frozenset(s for name in place.names for s in spellings(name)) for place in self._places]
        folded = [(spelling, row) for row, spelt in enumerate(self._spelt) for spelling in spelt]
        self._keys = sorted({(fuzzy_key(spelling), row) for spelling, row in folded})
        self._near = sorted({*self._keys, *folded})
        self._words = sorted({pair for row, place in enumerate(self._places) for pair in _later_words(place, row)})

    def find(self, text: str, limit: int = 8) -> list[Found]:
        """Find the places that a text may mean, the best match first; none for a text without a letter or digit."""
        asked = spellings(text[:80])
        wanted = {fuzzy_key(spelling) for spelling in asked} - {""}
        best: dict[int, tuple[Match, int]] = {}
        if not wanted:
            return []
        for row, match, slips in self._matches(asked, wanted):
            if row not in best or (match, slips) < best[row]:
                best[row] = (match, slips)
        if len(best) < limit:
            for row, match, slips in self._slips(wanted | set(asked)):
                if row not in best or (match, slips) < best[row]:
                    best[row] = (match, slips)
        ranked = sorted(best.items(), key=lambda item: (*item[1], *self._tie(item[0])))
        return [Found(self._places[row], match, slips) for row, (match, slips) in ranked[:limit]]

    def _matches(self, asked: Iterable[str], wanted: set[str]) -> Iterable[tuple[int, Match, int]]:
        spelt = set(asked)
        for row, own in enumerate(self._spelt):
            if not spelt.isdisjoint(own):
                yield row, Match.SAME, 0
        begun = tuple(wanted)
        for key, row in self._keys:
            if key in wanted:
                yield row, Match.OTHER_HAND, 0
            elif key.startswith(begun):
                yield row, Match.BEGINNING, 0
        for key, row in self._words:
            if key.startswith(begun):
                yield row, Match.LATER_WORD, 0

    def _slips(self, wanted: Iterable[str]) -> Iterable[tuple[int, Match, int]]:
        for text in wanted:
            most = typos_allowed(len(text))
            if most:
                whole = [key for key, _ in self._near]
                begun = [key[: len(text)] for key in whole]
                for keys, match in ((whole, Match.SLIP), (begun, Match.SLIP_IN_BEGINNING)):
                    near = process.extract_iter(text, keys, scorer=OSA.distance, score_cutoff=most)
                    for _, slips, number in near:
                        yield self._near[number][1], match, int(slips)

    def _tie(self, row: int) -> tuple[float, str, str]:
        place = self._places[row]
        return -self._weights.get(place.key, 0.0), place.names[0], place.key


def _later_words(place: PlaceName, row: int) -> Iterable[tuple[str, int]]:
    for name in place.names:
        for word in _WORDS.split(name)[1:]:
            for spelling in spellings(word):
                yield fuzzy_key(spelling), row
