"""Find which of several words in a sentence a figure goes with: the nearest one, counting commas and other figures as far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from geo.reading.figures import Figure

_BREAK = re.compile(r"[,;:]|\s-\s|\b(?:and|while|but|whereas|и|а|но|та|й|але|тоді як|while)\b")
_ASIDE = re.compile(
    r",\s*(?:including|among them|of whom|в том числе|включая|из них|среди них|зокрема|у тому числі|з них|серед "
    r"них)[^,]*,|\([^)]*\)"
)
_PER_BREAK = 18
_PER_FIGURE = 70
#: What is farther than this goes with something else.
FARTHEST = 260


def distance(text: str, figure: Figure, word: tuple[int, int], others: Sequence[Figure]) -> int:
    """Return how far a word is from a figure: letters between, and more for each break and each other figure."""
    start, end = (figure.end, word[0]) if word[0] >= figure.start else (word[1], figure.start)
    gap = text[start:end] if end > start else ""
    between = sum(1 for other in others if other is not figure and start <= other.start < end)
    aside = _ASIDE.sub(" ", gap)
    if aside != gap:
        between = max(0, between - 1)
    back = 8 if word[0] >= figure.start else 0
    return len(aside) + _PER_BREAK * len(_BREAK.findall(aside)) + _PER_FIGURE * between + back


def nearest(
    text: str,
    figure: Figure,
    words: Mapping[str, re.Pattern[str]],
    within: tuple[int, int],
    others: Sequence[Figure],
) -> tuple[str, tuple[int, int], int] | None:
    """Return the concept whose word is nearest to a figure in a part of the text, with the word's place and distance."""
    best: tuple[int, str, tuple[int, int]] | None = None
    for name, pattern in words.items():
        for place in places(text, pattern, within):
            far = distance(text, figure, place, others)
            if best is None or (far, name) < best[:2]:
                best = far, name, place
    return None if best is None or best[0] > FARTHEST else (best[1], best[2], best[0])


def places(text: str, pattern: re.Pattern[str], within: tuple[int, int]) -> Iterable[tuple[int, int]]:
    """Yield where a pattern is found in a part of a text."""
    return [found.span() for found in pattern.finditer(text, within[0], within[1])]
