"""Meanings of the names that DeepState gives areas: the key in a name, and the plain words of the years before keys."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import shapely
from shapely.geometry import Polygon

from geo.io.mappers.drawing import HELD_BY_RUSSIA, HELD_BY_UKRAINE, DrawnKind
from geo.io.mappers.mapping import IGNORE, MEANINGS
from geo.model.fronts import FrontStatus

UNCLEAR: DrawnKind = (None, FrontStatus.UNCLEAR)
_STATUS = "geoJSON.status."
#: The key in the three-language name says the class; liberations of a named day carry `dismissed_at`. None: no front.
_KEYS: dict[str, DrawnKind | None] = {
    "geoJSON.status.occupied": HELD_BY_RUSSIA,
    "geoJSON.territories.crimea": HELD_BY_RUSSIA,
    "geoJSON.territories.ordlo": HELD_BY_RUSSIA,
    "geoJSON.territories.tuzla": HELD_BY_RUSSIA,
    "geoJSON.status.dismissed": HELD_BY_UKRAINE,
    "geoJSON.status.dismissed_at": HELD_BY_UKRAINE,
    "geoJSON.status.unknown": UNCLEAR,
    "geoJSON.territories.transnistria": None,
    "geoJSON.zmiinyi_island": None,
}
#: The same classes in the words of a name without a key, in Ukrainian, English and Russian.
_WORDS: dict[str, DrawnKind | None] = {
    **dict.fromkeys(("окуповано", "occupied", "оккупировано"), HELD_BY_RUSSIA),
    **dict.fromkeys(("окупований крим", "occupied crimea", "оккупированный крым"), HELD_BY_RUSSIA),
    **dict.fromkeys(("ордло", "ordlo", "cadr and calr", "орділо"), HELD_BY_RUSSIA),
    **dict.fromkeys(("острів тузла", "occupied tuzla island", "tuzla island", "остров тузла"), HELD_BY_RUSSIA),
    **dict.fromkeys(("звільнено", "liberated", "освобождено"), HELD_BY_UKRAINE),
    **dict.fromkeys(("статус невідомий", "unknown status", "статус неизвестен", "під питанням"), UNCLEAR),
    **dict.fromkeys(("придністров'я", "transnistria", "приднестровье"), None),
    **dict.fromkeys(("зміїний", "острів зміїний", "snake island", "змеиный"), None),
}
#: West, south, east, north (degrees) around Ukraine and Russia's regions at its border: what lies wholly elsewhere
#: (Abkhazia, the Kurils) is no front of this war, whatever it is called.
_THEATRE = shapely.box(22.0, 44.0, 41.5, 53.5)
_DAYS = re.compile(r"\(?\d[\d.\s\u2013-]*\)?")


def class_of(name: str, said: Mapping[str, str]) -> DrawnKind | None:
    """Return the class of an area of this name, None when it is no front; KeyError when nobody knows.

    `said` goes first: from a class (`label_of`) to one of `MEANINGS`, as a person said.

    Examples
    --------
    >>> class_of("Звільнено 16.03-17.03 /// Liberated 16.03-17.03", {}) == HELD_BY_UKRAINE
    True
    >>> class_of("Окуповано /// Occupied /// geoJSON.status.unknown", {}) == UNCLEAR
    True
    """
    label = label_of(name)
    if label in said:
        return MEANINGS[said[label]]
    if label in _KEYS:
        return _KEYS[label]
    if label.startswith("geoJSON."):
        raise KeyError(label)
    first, *others = [_WORDS[word] for word in _words(name)] or [_WORDS[label]]
    if any(other != first for other in others):
        raise KeyError(label)
    return first


def is_elsewhere(name: str, shapes: Iterable[Polygon]) -> bool:
    """Whether an area of an unknown class is no front because of where it lies; never where it has a status."""
    return not label_of(name).startswith(_STATUS) and not any(shape.intersects(_THEATRE) for shape in shapes)


def label_of(name: str) -> str:
    """Return an area's class as messages name it: the key in its name, else its words on one line.

    Examples
    --------
    >>> label_of("Звільнено 05.04 /// Liberated 05.04 /// geoJSON.status.dismissed_at {{at:05.04}}")
    'geoJSON.status.dismissed_at'
    >>> label_of("Окуповано /// Occupied ")
    'Окуповано /// Occupied'
    """
    parts = name.replace("///", " /// ").split()
    keys = [part for part in parts if part.startswith("geoJSON.")]
    return keys[-1] if keys else " ".join(parts) or "(no name)"


def unknown_classes_words(file: str, day: date, strange: Counter[str]) -> str:
    """Say which classes of a snapshot nobody knows, and what to do about it."""
    listed = ", ".join(f"{label!r} ({count})" for label, count in strange.most_common(5))
    more = f" and {len(strange) - 5} more" if len(strange) > 5 else ""
    meanings = ", ".join(meaning for meaning in MEANINGS if meaning != IGNORE)
    return (
        f"{file}, of {day}, is left out whole: it has areas of a class that is not known: {listed}{more}. Say what it "
        f"means with --class '{next(iter(strange))}=MEANING', one of {meanings}, or {IGNORE}"
    )


def _words(name: str) -> list[str]:
    """Return a name's parts, one a language, small, without days; an empty or damaged part (U+FFFD) says nothing."""
    parts = (_DAYS.sub(" ", part).replace("\u2019", "'").casefold().strip(" .\n\u00a0") for part in name.split("///"))
    return [" ".join(part.split()) for part in parts if part.split() and "\ufffd" not in part]
