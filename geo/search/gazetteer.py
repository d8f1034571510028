"""The places that a case knows by name, and the names that a text about a place holds."""

from __future__ import annotations

import re
from collections import Counter

from geo.model.case import Case
from geo.search.transliteration import PlaceName

#: Words that say what kind of place is meant, how much of it or where in it; never a name by themselves.
_GENERIC_WORDS = """
oblast oblasts region regions district districts raion raions rayon hromada hromadas community communities city
town towns village villages settlement settlements area areas zone route road axis sector direction flank part parts
border strip km north south east west northern southern eastern western central near around and of in the unnamed
одна область области района район районы районов город города село села деревня посёлок поселок громада громады
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_SPLIT = re.compile(r"[,;/&()]|\s(?:and|и|та|й)\s")


def names_in(text: str) -> list[str]:
    """Pick the names out of a text about a place; words such as district, and numbered things, are not names.

    >>> names_in("eight districts of Kursk Oblast"), names_in("Tolpino, Obshchy Kolodez")
    (['Kursk'], ['Tolpino', 'Obshchy Kolodez'])
    >>> names_in("unnamed villages"), names_in("38K-030 route"), names_in("Суджанский район"), names_in("sudja")
    ([], [], ['Суджанский'], ['sudja'])
    """
    shouted = any(letter.isupper() for letter in text)
    found = []
    for part in _SPLIT.split(text):
        words = [word for word in part.split() if word.strip(".'’").casefold() not in _GENERIC]
        names = [word for word in words if word[0].isupper() or not shouted]
        if names and not any(any(letter.isdigit() for letter in word) for word in names):
            found.append(" ".join(names))
    return found


def place_names(case: Case) -> list[PlaceName]:
    """Collect the names of every place, zone, district, oblast and town that a case knows, each spelling once."""
    known = _Names()
    for place in case.settlements.values():
        known.add(place.id, place.name_en, place.name_ru, place.name_uk)
    for zone in case.zones.values():
        known.add(zone.id, zone.name_en, zone.name_ru, zone.name_uk)
    for feature in case.base:
        values = feature["properties"]
        if values.get("kind") != "oblast_limit":
            known.add(values.get("name_en"), *(values.get(f"name_{code}") for code in ("en", "ru", "uk")))
        known.add(values.get("oblast"), values.get("oblast"))
        known.add(values.get("district"), values.get("district"))
    for place in case.settlements.values():
        known.add(place.district, place.district)
        known.add(place.oblast, place.oblast)
    return known.places


def settlement_names(case: Case) -> list[PlaceName]:
    """List the settlements by their ids with every name they go by, those without coordinates included."""
    return [
        PlaceName(place.id, tuple(name for name in (place.name_en, place.name_ru, place.name_uk) if name))
        for place in case.settlements.values()
    ]


def word_counts(case: Case) -> dict[str, float]:
    """Count the statements about each settlement, by id: of two that answer a text the more spoken of comes first."""
    return dict(Counter(event.settlement for event in case.control_events))


def zone_names(case: Case) -> list[PlaceName]:
    """Collect the zones by their ids, which count as names."""
    return [
        PlaceName(zone.id, tuple(name for name in (zone.name_en, zone.name_ru, zone.name_uk, zone.id) if name))
        for zone in case.zones.values()
    ]


class _Names:
    """Names gathered one after another; one that says no more than an earlier one of the same first name is passed."""

    def __init__(self) -> None:
        self.places: list[PlaceName] = []
        self._by_first: dict[str, list[frozenset[str]]] = {}

    def add(self, key: str | None, *names: str | None) -> None:
        bare = tuple(dict.fromkeys(name for text in names if text for name in [_bare(text)] if name))
        if not key or not bare:
            return
        alike = self._by_first.setdefault(bare[0], [])
        if not any(other.issuperset(bare) for other in alike):
            alike.append(frozenset(bare))
            self.places.append(PlaceName(key, bare))


def _bare(text: str) -> str:
    """Leave out of a name what kind of place it is: Korenevo (village) is Korenevo."""
    words = re.sub(r"\(.*?\)|[«»\"]", " ", text).split()
    return " ".join(word for word in words if word.casefold() not in _GENERIC)
