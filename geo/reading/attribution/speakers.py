"""Speakers, sentence by sentence: the attribution of each, or of its neighbour."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.case import Case
from geo.model.claims import Side
from geo.reading.attribution.claimants import Attribution, attributions
from geo.reading.attribution.known_claimants import KnownClaimants, side_of
from geo.reading.flat_text import FlatText
from geo.reading.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Speaker:
    """A claimant as a draft has it; `certain` is False where only a farther sentence names it."""

    name: str
    role: str
    side: Side | None
    start: int
    end: int
    certain: bool = True


_OFFICE = (
    r"(?:the )?(?:governor|minister|president|official|spokesman|spokeswoman|spokesperson|mayor|commander|ministry|"
    r"general|leader|agency|army|group|ombudsman|губернатор|министр|президент|чиновник|ведомство|министерство|мэр|"
    r"глава|военный|представитель|міністр|чиновник|відомство|міністерство|мер|голова|речник|президент|посадовець|"
    r"очільник)"
)


#: Sentences in which nobody is named, after which a speaker is still taken to go on.
_FARTHEST_BACK = 4


class Speakers:
    """The speakers of a text, sentence by sentence.

    Parameters
    ----------
    case : Case
        Whose claimants are written as its ledger writes them.
    flat : FlatText
    sentences : list of Sentence
        All of the text, in order.
    """

    def __init__(self, case: Case, flat: FlatText, sentences: list[Sentence]) -> None:
        self._known = case.derived(KnownClaimants)
        self._own: list[list[Speaker]] = []
        last: Speaker | None = None
        for sentence in sentences:
            here: list[Speaker] = []
            said = attributions(flat, sentence)
            for one in _strong(flat, said):
                speaker = self._speaker(one, last)
                if speaker is not None:
                    here.append(speaker)
                    last = speaker
            self._own.append(_without_relays(here, [one for one in said if one.outlet]))
        self._sentences = sentences

    def of_sentence(self, number: int) -> list[Speaker]:
        """Return those who speak in a sentence itself."""
        return self._own[number]

    def goes_on(self, number: int) -> bool:
        """Whether a sentence may be by the speaker of the one before it: nobody else is named in it."""
        before = {one.name for one in self._own[number - 1]}
        return not self._own[number] or not before or any(one.name in before for one in self._own[number])

    def of_place(self, number: int, at: int) -> Speaker | None:
        """Return whose word a place in a sentence is: the last named before it there, the next, or a neighbour."""
        here = self._own[number]
        if here:
            before = [one for one in here if one.start <= at]
            return before[-1] if before else here[0]
        for back in range(1, _FARTHEST_BACK + 1):
            if (
                number >= back
                and self._own[number - back]
                and self._sentences[number].paragraph - self._sentences[number - back].paragraph <= 2
            ):
                return _from_afar(self._own[number - back][-1], certain=back == 1)
        following = number + 1
        if following < len(self._own) and self._own[following]:
            return _from_afar(self._own[following][0], certain=False)
        return None

    def _speaker(self, one: Attribution, last: Speaker | None) -> Speaker | None:
        office = not one.role and re.fullmatch(_OFFICE, one.name, re.IGNORECASE) is not None
        if one.pronoun or (office and last is not None):
            return None if last is None else Speaker(last.name, last.role, last.side, one.start, one.end)
        known = self._known.find(one)
        if known is not None:
            return Speaker(known.name, known.role, known.side, one.start, one.end)
        if last is not None and " " not in one.name and last.name.split()[-1:] == [one.name]:
            return Speaker(last.name, last.role, last.side, one.start, one.end)
        return Speaker(one.name, one.role, side_of(one.name, one.role), one.start, one.end)


def _strong(flat: FlatText, said: list[Attribution]) -> list[Attribution]:
    """Leave out "X counted" where somebody "said" in the same clause: then X is whom the speaker speaks of."""
    clauses = [flat.cased.count(";", 0, one.start) for one in said]
    strong = {clause for clause, one in zip(clauses, said, strict=True) if not one.weak}
    return [one for clause, one in zip(clauses, said, strict=True) if not one.weak or clause not in strong]


def _without_relays(here: list[Speaker], outlets: list[Attribution]) -> list[Speaker]:
    """Leave out outlets where somebody else speaks too: they relay."""
    places = {one.start for one in outlets}
    others = [one for one in here if one.start not in places]
    return others or here


def _from_afar(speaker: Speaker, *, certain: bool) -> Speaker:
    return Speaker(speaker.name, speaker.role, speaker.side, speaker.start, speaker.end, certain)
