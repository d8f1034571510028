"""Sentences of a flat text in three languages: what ends one, and which full stops do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.reading.flat_text import FlatText

#: In characters.
LONGEST_SENTENCE = 1000
_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+")
#: A full stop after these never ends a sentence: something always follows.
_ALWAYS_TEXT = """
gen lt col maj capt sgt gov mr mrs ms dr prof sen rep st no ca c approx vs pres adm cmdr brig jan feb mar apr jun
jul aug sep sept oct nov dec e.g i.e u.s u.k u.n г ул им пос пгт обл р-н ок см ред ген полк подп майор ин тов гр
стр м с смт вул ім ген див бл пр просп
"""
_ALWAYS = frozenset(_ALWAYS_TEXT.split())
#: After these it ends one if a capital letter follows.
_BEFORE_SMALL_TEXT = """
тыс тис млн млрд кв чел руб грн sq др рр гг
"""
_BEFORE_SMALL = frozenset(_BEFORE_SMALL_TEXT.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence lies in the flat text, and in which paragraph (0, 1 …)."""

    start: int
    end: int
    paragraph: int


def split_sentences(flat: FlatText) -> list[Sentence]:
    """Split a flat text into sentences; a line that ends is one too.

    >>> from geo.reading.flat_text import flatten
    >>> text = flatten("Gov. Smirnov gave 12 km. 5 тыс. человек ушли из г. Суджа. Ок. 28 сёл взяты.")
    >>> [text.cased[one.start : one.end] for one in split_sentences(text)]
    ['Gov. Smirnov gave 12 km.', '5 тыс. человек ушли из г. Суджа.', 'Ок. 28 сёл взяты.']
    """
    return list(_pieces(flat))


def _pieces(flat: FlatText) -> Iterator[Sentence]:
    text, start, paragraph = flat.cased, 0, 0
    for stop in _STOP.finditer(text):
        line = text[stop.start()] == "\n"
        if not line and not _ends(text, stop.start(), stop.end()):
            continue
        yield from _trimmed(text, start, stop.start() if line else stop.end(), paragraph)
        start = stop.end()
        paragraph += line
    yield from _trimmed(text, start, len(text), paragraph)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = left + len(piece.strip())
    # Nobody writes longer sentences: a wall of text is read piece by piece, so that its time grows with its length.
    for begin in range(left, right, LONGEST_SENTENCE):
        yield Sentence(begin, min(right, begin + LONGEST_SENTENCE), paragraph)


def _ends(text: str, stop: int, end: int) -> bool:
    following = text[end:].lstrip(" \"'([-")[:1]
    if not following or text[stop] != ".":
        return True
    word = re.search(r"[\w.'-]*$", text[max(0, stop - 20) : stop])
    before = word.group() if word else ""
    if before.lower() in _ALWAYS or (len(before) == 1 and before.isupper()):
        return False
    if following.islower():
        return False
    return not (before.lower() in _BEFORE_SMALL and not following.isupper())
