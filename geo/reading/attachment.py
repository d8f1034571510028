"""A figure in its sentence, and the word that it goes with: the nearest, commas and other figures counted as far."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.reading.printed_figures import PrintedFigure

_BREAK = re.compile(r"[,;:]|\s-\s|\b(?:and|while|but|whereas|и|і|а|но|та|й|але|тоді як|while)\b")
_ASIDE = re.compile(
    r",\s*(?:including|among them|of whom|в том числе|включая|из них|среди них|зокрема|у тому числі|з них|серед "
    r"них)[^,]*,|\([^)]*\)"
)
_PER_BREAK = 18
_PER_FIGURE = 70
_PER_BEHIND = 8
#: What is farther than this goes with something else.
FARTHEST = 260


@dataclass(frozen=True, slots=True)
class FigureInSentence:
    """A figure with its sentence: `text` is the flat text in lower case, `within` where the sentence starts and ends.

    `others` are all figures of the sentence, this one among them.
    """

    text: str
    within: tuple[int, int]
    figure: PrintedFigure
    others: Sequence[PrintedFigure]

    @property
    def sentence(self) -> str:
        """The whole sentence."""
        return self.text[self.within[0] : self.within[1]]

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.text[self.within[0] : self.figure.start]

    @property
    def after(self) -> str:
        """The sentence from the figure's noun or unit on."""
        return self.text[self.figure.end : self.within[1]]

    @property
    def after_number(self) -> str:
        """The sentence from the number on, its noun included."""
        return self.text[self.figure.numeral.end : self.within[1]]

    @property
    def since_last(self) -> int:
        """Where the figure before this one ends, or the sentence starts."""
        return max([self.within[0], *(one.end for one in self.others if one.end <= self.figure.start)])

    @property
    def until_next(self) -> int:
        """Where the figure after this one starts, or the sentence ends."""
        return min([self.within[1], *(one.start for one in self.others if one.start >= self.figure.end)])

    def of(self, figure: PrintedFigure) -> FigureInSentence:
        """Return another figure of the sentence, this one left out of it."""
        return FigureInSentence(self.text, self.within, figure, [one for one in self.others if one is not self.figure])

    def places(self, words: re.Pattern[str], within: tuple[int, int] | None = None) -> list[tuple[int, int]]:
        """Return where words are found in the sentence, or in a part of the text."""
        return [found.span() for found in words.finditer(self.text, *(within or self.within))]

    def distance(self, word: tuple[int, int]) -> int:
        """Return how far a word is from the figure: letters between, and more for each break and each other figure."""
        figure = self.figure
        behind = word[0] >= figure.start
        start, end = (figure.end, word[0]) if behind else (word[1], figure.start)
        gap = self.text[start:end] if end > start else ""
        between = sum(1 for other in self.others if other is not figure and start <= other.start < end)
        bare = _ASIDE.sub(" ", gap)
        if bare != gap:
            between = max(0, between - 1)
        breaks = len(_BREAK.findall(bare))
        return len(bare) + _PER_BREAK * breaks + _PER_FIGURE * between + (_PER_BEHIND if behind else 0)

    def nearest(self, concepts: Mapping[str, re.Pattern[str]]) -> tuple[str, tuple[int, int]] | None:
        """Return the concept whose word is nearest to the figure, and where that word stands."""
        far = [(self.distance(place), name, place) for name, words in concepts.items() for place in self.places(words)]
        best = min(far, default=None)
        return None if best is None or best[0] > FARTHEST else (best[1], best[2])
