"""Compare names in Latin and Cyrillic, across transliteration schemes and typing errors.

The tables are three ways in which Russian and Ukrainian place names reach a desk: BGN/PCGN 1947 (maps and the English
press), GOST R 52535.1-2006 (Russian passports and registers), and the Ukrainian national system of 2010, without their
apostrophes for soft and hard signs. No library on PyPI was found with all three: iuliia has no Ukrainian (the Russian
tables were compared with it), cyrtranslit has scholarly Latin with diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

_COMMON = dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True)) | {
    "ё": "yo",
    "ж": "zh",
    "й": "y",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "і": "i",
    "ї": "yi",
    "є": "ye",
    "ґ": "g",
}

#: Letter by letter. A key of two characters is its last letter after the first one, `^` being the start of a word.
TRANSLITERATION_SCHEMES: Mapping[str, Mapping[str, str]] = {
    "BGN/PCGN": _COMMON | {"ё": "e"} | {before + letter: "ye" for before in "^аеёиоуыэюяйъь" for letter in "её"},
    "GOST R 52535.1": _COMMON | {"ё": "e", "й": "i", "ц": "tc", "ю": "iu", "я": "ia"},
    "Ukrainian national": _COMMON
    | {"г": "h", "и": "y", "й": "i", "ї": "i", "є": "ie", "ю": "iu", "я": "ia"}
    | {"^й": "y", "^ї": "yi", "^є": "ye", "^ю": "yu", "^я": "ya", "зг": "gh"},
}

#: Spellings that differ between transliteration schemes but not between names; applied in this order to Latin letters.
FUZZY_KEY_FOLDS: tuple[tuple[str, str], ...] = (
    ("dj", "dzh"),
    ("shh", "shch"),
    ("tch", "ch"),
    ("kh", "h"),
    ("tc", "ts"),
    ("cz", "ts"),
    ("y", "i"),
    ("j", "i"),
    ("ie", "e"),
    ("io", "o"),
    ("w", "v"),
    ("ii", "i"),
)
#: How alike two names are at most that only `fuzzy_key` makes the same.
OTHER_HAND = 0.97


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place and the names it goes by; the first is shown, the first in the other script beside it."""

    key: str
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name in Latin letters, the Cyrillic one in brackets.

        >>> PlaceName("sudzha", ("Sudzha", "Суджа")).label
        'Sudzha (Суджа)'
        """
        first = self.names[0]
        other = next((name for name in self.names if is_cyrillic(name) != is_cyrillic(first)), None)
        return first if other is None else f"{first} ({other})"


def is_cyrillic(text: str) -> bool:
    """Whether a text holds a Cyrillic letter."""
    return any("CYRILLIC" in unicodedata.name(letter, "") for letter in text)


def transliterate(text: str, scheme: str) -> str:
    """Write a Cyrillic text in Latin letters, lower case, by one of `TRANSLITERATION_SCHEMES`; other letters stay.

    >>> transliterate("Снагость", "BGN/PCGN"), transliterate("Троицкое", "GOST R 52535.1")
    ('snagost', 'troitckoe')
    >>> transliterate("Юнаківка", "Ukrainian national")
    'yunakivka'
    """
    table = TRANSLITERATION_SCHEMES[scheme]
    letters = []
    before = "^"
    for letter in text.casefold():
        pair = before + letter
        letters.append(table[pair] if pair in table else table.get(letter, letter))
        before = letter if letter.isalpha() else "^"
    return "".join(letters)


@lru_cache(maxsize=4096)
def spellings(name: str) -> frozenset[str]:
    """Return every normalized spelling of a name: itself, and its transliterations where it is Cyrillic.

    >>> sorted(spellings("Гирьи"))
    ['giri', 'hyry', 'гирьи']
    """
    found = {normalized(name)}
    if is_cyrillic(name):
        found |= {normalized(transliterate(name, scheme)) for scheme in TRANSLITERATION_SCHEMES}
    return frozenset(found - {""})


def normalized(text: str) -> str:
    """Lower case, without accents, signs, spaces and hyphens; ё is е."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("й", "\0")).replace("ё", "е")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("\0", "й")
    return re.sub(r"[^\w]|_", "", plain)


@lru_cache(maxsize=16384)
def fuzzy_key(spelling: str) -> str:
    """Reduce a normalized spelling to what all transliteration schemes have in common.

    >>> fuzzy_key("sudja") == fuzzy_key("sudzha")
    True
    """
    for old, new in FUZZY_KEY_FOLDS:
        spelling = spelling.replace(old, new)
    return spelling


def likeness(text: str, name: str) -> float:
    """Say how alike two names are, 0 to 1: 1 in any script or scheme, a little less in another transliteration.

    >>> likeness("Суджа", "Sudzha"), likeness("Sudja", "Суджа") > 0.9, likeness("Sudzha", "Giri") < 0.5
    (1.0, True, True)
    """
    pairs = [(one, other) for one in spellings(text) for other in spellings(name)]
    if any(one == other for one, other in pairs):
        return 1.0
    plain = (OSA.normalized_similarity(one, other) for one, other in pairs)
    handed = (OSA.normalized_similarity(fuzzy_key(one), fuzzy_key(other)) for one, other in pairs)
    return max(max(plain, default=0.0), OTHER_HAND * max(handed, default=0.0))
