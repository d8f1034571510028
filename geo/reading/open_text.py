"""An article opened for reading: its sentences, who speaks in each, which day it speaks of, and drafts on its words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from geo.model.case import Case
from geo.model.claims import Checked, DateBasis
from geo.reading.about_days import about_day, day_mentions, opens_a_count
from geo.reading.article import Article
from geo.reading.attribution.speakers import Speaker, Speakers
from geo.reading.drafts import Draft, DraftSource
from geo.reading.flat_text import flatten
from geo.reading.sentences import split_sentences

#: A day in the paragraph before is not carried farther than a headline's or a blank line's distance.
_PARAGRAPHS = 2


class OpenText:
    """An article with what all its drafts need.

    Parameters
    ----------
    article : Article
    case : Case
        Whose claimants are written as its ledger writes them.
    published : date
    source : DraftSource
    """

    def __init__(self, article: Article, case: Case, published: date, source: DraftSource) -> None:
        self.flat = flatten(article.text)
        self.lower = self.flat.lower
        self.sentences = split_sentences(self.flat)
        self.speakers = Speakers(case, self.flat, self.sentences)
        self._article, self._published, self._source = article, published, source
        self._days = [day_mentions(self.lower, (one.start, one.end), published) for one in self.sentences]

    def within(self, number: int) -> tuple[int, int]:
        """Return where a sentence starts and ends in the flat text."""
        return self.sentences[number].start, self.sentences[number].end

    def reported(self, number: int, at: int, speaker: Speaker | None) -> dict[str, Any]:
        """Return the columns that every word of somebody about a day has, for what stands at a place of a sentence."""
        day, basis = self._day(number, at)
        return {
            "about_date": None if day is None else day.isoformat(),
            "about_basis": basis.value,
            "known_date": self._published.isoformat(),
            "known_basis": DateBasis.STATED.value,
            "claimant": None if speaker is None else speaker.name,
            "role": "" if speaker is None else speaker.role,
            "side": None if speaker is None or speaker.side is None else speaker.side.value,
            "source": self._source.id,
            "checked": Checked.UNCHECKED.value,
        }

    def _day(self, number: int, at: int) -> tuple[date | None, DateBasis]:
        """Return the day spoken of: named in the sentence or in the one before it, else the day of publication."""
        mention = about_day(self.lower, at, self._days[number])
        if mention is None and number and not self._days[number]:
            before = self.sentences[number - 1]
            near = self.sentences[number].paragraph - before.paragraph <= _PARAGRAPHS
            if near and self.speakers.goes_on(number) and not opens_a_count(self.lower, self.within(number - 1)):
                mention = about_day(self.lower, before.end, self._days[number - 1])
        if mention is None:
            return self._published, DateBasis.INFERRED
        return mention.day, DateBasis.STATED

    def draft(
        self,
        table: str,
        row: dict[str, Any],
        span: tuple[int, int],
        speaker: Speaker | None,
        certain: Mapping[str, bool],
    ) -> Draft:
        """Make a draft of a row on a piece of the flat text; `certain` says of its own columns whether they are."""
        unsure = [name for name, sure in certain.items() if not sure]
        if row["about_date"] is None:
            unsure.append("about_date")
        if speaker is None or not speaker.certain:
            unsure.append("speaker" if table == "statements" else "claimant")
        if speaker is None or speaker.side is None:
            unsure.append("side")
        if self._source.id is None:
            unsure.append("source")
        start, end = self.flat.span(*span)
        quote = self._article.text[start:end]
        return Draft(table, row, (start, end), quote, tuple(unsure), self._article.sha256, self._source.url)
