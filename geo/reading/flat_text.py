"""A text made plain, letter by letter: lower case, one sort of dash, space and apostrophe, no stress marks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_QUOTES = dict.fromkeys("’‘ʼ`´′", "'") | dict.fromkeys("“”„«»", '"')
_SPACES = dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\t", " ")
_SAME = _DASHES | _QUOTES | _SPACES
#: Nothing to see: soft hyphens, joiners, marks of direction, the accent on a stressed vowel.
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff\u0301")


@dataclass(frozen=True, slots=True)
class FlatText:
    """A text in two forms of one length: `cased`, and `lower`, where ё is е too. Offsets lead back to the original."""

    cased: str
    lower: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the flat text, not empty, lies in the original, in characters."""
        return self.offsets[start], self.offsets[end - 1] + 1


def flatten(text: str) -> FlatText:
    r"""Make a text plain.

    >>> flatten("П’ять сёл — 1\u00a0000").lower
    "п'ять сел - 1 000"
    >>> flat = flatten("e\u0301te\u0301 12")
    >>> flat.cased, flat.span(4, 6)
    ('ete 12', (6, 8))
    """
    letters: list[str] = []
    offsets: list[int] = []
    for number, letter in enumerate(text):
        if letter in _DROPPED:
            continue
        if unicodedata.combining(letter) and letters:
            joined = unicodedata.normalize("NFC", letters[-1] + letter)
            letters[-1] = joined if len(joined) == 1 else letters[-1]
            continue
        letters.append(_SAME.get(letter, letter))
        offsets.append(number)
    cased = "".join(letters)
    low = "".join(small if len(small := letter.lower()) == 1 else letter for letter in letters)
    return FlatText(cased, low.replace("ё", "е"), tuple(offsets))
