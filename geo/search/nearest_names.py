"""Find the known names most like a text, among thousands of them."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from geo.search.transliteration import OTHER_HAND, PlaceName, fuzzy_key, spellings

#: Below this likeness a name is not offered.
LEAST = 0.6
#: How many are offered.
OFFERED = 3
#: rapidfuzz drops what lies on its cutoff, so it is asked for a little more than is kept.
_ROUNDING = 1e-4


@dataclass(frozen=True, slots=True)
class Near:
    """A place whose name is like a text; `likeness` is 1 for the same name, 0 for nothing in common."""

    place: PlaceName
    likeness: float


class NearestNames:
    """Names of places, spelt and folded once; what is found is what `transliteration.likeness` says of every name.

    Parameters
    ----------
    places : iterable of PlaceName

    Examples
    --------
    >>> names = NearestNames([PlaceName("sudzha", ("Sudzha", "Суджа")), PlaceName("giri", ("Giri", "Гирьи"))])
    >>> names.knows("суджа"), [near.place.key for near in names.nearest("Sudja")]
    (True, ['sudzha'])
    """

    def __init__(self, places: Iterable[PlaceName]) -> None:
        self._places = list(places)
        spelt: dict[str, set[int]] = defaultdict(set)
        for number, place in enumerate(self._places):
            for name in place.names:
                for spelling in spellings(name):
                    spelt[spelling].add(number)
        keyed: dict[str, set[int]] = defaultdict(set)
        for spelling, numbers in spelt.items():
            keyed[fuzzy_key(spelling)] |= numbers
        self._spelt, self._keyed = _Spelt(spelt), _Spelt(keyed)

    def knows(self, text: str) -> bool:
        """Whether a text is the name of some place, in any script or scheme."""
        return any(spelling in self._spelt.places for spelling in spellings(text))

    def nearest(self, text: str, limit: int = OFFERED, least: float = LEAST) -> list[Near]:
        """Find the places whose names are most like a text, the most alike first.

        Parameters
        ----------
        text : str
            A name as somebody typed it, in Latin or Cyrillic letters.
        limit : int
            How many to return at most.
        least : float
            Likeness below which a place is not offered, 0 to 1.
        """
        best: dict[int, float] = defaultdict(float)
        for spelling in spellings(text):
            plain = self._spelt.alike(spelling, 1.0, least)
            handed = self._keyed.alike(fuzzy_key(spelling), OTHER_HAND, least)
            for number, likeness in (*plain, *handed):
                best[number] = max(best[number], likeness)
        ranked = heapq.nsmallest(limit, best.items(), key=lambda item: (-item[1], self._places[item[0]].key, item[0]))
        return [Near(self._places[number], likeness) for number, likeness in ranked]


class _Spelt:
    """Spellings with the numbers of the places that they name, and which letters each of them has.

    The letters are one bit each (some share one). A letter of one name that the other has not costs an edit at least,
    and so does every letter that one is longer by: most names are ruled out by counting, and only the rest are compared
    letter by letter.
    """

    def __init__(self, places: Mapping[str, Iterable[int]]) -> None:
        self.places = places
        names = sorted(places, key=len)
        self._names = np.array(names, dtype=object)
        self._letters = np.array([_letters(name) for name in names], dtype=np.uint64)
        self._lengths = np.array([len(name) for name in names], dtype=float)

    def alike(self, text: str, weight: float, least: float) -> Iterator[tuple[int, float]]:
        """Yield (place, likeness) for every spelling whose likeness, times `weight`, is not below `least`."""
        cutoff = max(0.0, least / weight - _ROUNDING)
        found = process.extract_iter(
            text, self._possible(text, cutoff), scorer=OSA.normalized_similarity, score_cutoff=cutoff
        )
        for name, likeness, _ in found:
            if weight * likeness >= least:
                yield from ((number, weight * likeness) for number in self.places[name])

    def _possible(self, text: str, cutoff: float) -> list[str]:
        shortest, longest = cutoff * len(text), len(text) / cutoff if cutoff else np.inf
        first, last = np.searchsorted(self._lengths, [shortest, np.nextafter(longest, np.inf)])
        own, letters = np.uint64(_letters(text)), self._letters[first:last]
        shared = letters & own
        apart = np.maximum(np.bitwise_count(own ^ shared), np.bitwise_count(letters ^ shared))
        edits = (1 - cutoff) * np.maximum(self._lengths[first:last], len(text))
        possible: list[str] = self._names[first:last][apart <= edits].tolist()
        return possible


def _letters(name: str) -> int:
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) & 63)
    return bits


def closest(text: str, ids: Collection[str]) -> list[str]:
    """Return the ids most like a text, as `difflib.get_close_matches` would.

    What `difflib` counts as matching is at most the longest common subsequence, which is quick to find for all: only
    the ids whose bound is high enough are matched in full.

    >>> closest("itv-2024-08-21", ["itv-2024-08-12", "tass-2024-08-12", "x"])
    ['itv-2024-08-12', 'tass-2024-08-12']
    """
    names = list(ids)
    bounds = process.extract(
        text, names, scorer=Indel.normalized_similarity, score_cutoff=LEAST - _ROUNDING, limit=None
    )
    matcher = SequenceMatcher()
    matcher.set_seq2(text)
    best: list[tuple[float, str]] = []
    for name, bound, _ in bounds:
        if len(best) == OFFERED and bound + _ROUNDING < best[-1][0]:
            break
        matcher.set_seq1(name)
        ratio = matcher.ratio()
        if ratio >= LEAST:
            best = heapq.nlargest(OFFERED, [*best, (ratio, name)])
    return [name for _, name in best]
