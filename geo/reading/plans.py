"""Tell people who moved from those still to move: "121,000 of 180,000 to be evacuated" has both."""

from __future__ import annotations

import re

from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.printed_figures import Counted

#: Words that say it is over, whatever else in the sentence is planned.
_DONE = re.compile(
    r"(?:have|has|had) (?:already |been |now )*(?:evacuat|left|fled|moved|been|relocat)|already|уже|вже|были "
    r"эвакуированы|было эвакуировано|эвакуировано|евакуйовано|выехал|виїхал|покинул|were evacuated|was evacuated"
)
_ABOUT = (
    r"(?:the |an? |all |about |around |some |expected |planned |примерно |приблизно |почти |около |близько |"
    r"запланированных |запланованих |необходимых )*"
)
_OF = r"(?:of|out of|из|з|із)"
_IS_WHOLE = re.compile(rf"(?<!\w){_OF}\s+{_ABOUT}$")
_OPENS_WITH_WHOLE = re.compile(rf"^\s*{_OF}\s+(?:\w+\s+){{0,2}}$")
_HAS_WHOLE = re.compile(rf"\s*{_OF}\s+{_ABOUT}$")
#: Letters from a part to its whole, at most.
_BESIDE = 40


def is_planned(said: FigureInSentence, place: tuple[int, int]) -> bool:
    """Whether a count of people is of those still to move; `place` is where the word for moving stands."""
    if _HAS_WHOLE.match(said.text[said.figure.end : said.until_next]):
        return False
    if _is_whole(said) or _OPENS_WITH_WHOLE.search(said.before):
        return True
    window = (min(said.since_last, place[0]), max(said.until_next, place[1]))
    planned = [said.distance(one) for one in said.places(concepts.PLANNED, window) if not _semicolon(said, one)]
    done = [said.distance(one) for one in said.places(_DONE, window)]
    return bool(planned) and (not done or min(planned) <= min(done))


def _semicolon(said: FigureInSentence, word: tuple[int, int]) -> bool:
    return ";" in said.text[min(said.figure.end, word[1]) : max(said.figure.start, word[0])]


def _is_whole(said: FigureInSentence) -> bool:
    """Whether a smaller figure stands right before it as a part: 121,000 of the 180,000."""
    return _IS_WHOLE.search(said.before) is not None and any(
        other.counted in {Counted.BARE, Counted.PEOPLE}
        and 0 <= said.figure.start - other.end < _BESIDE
        and other.numeral.value < said.figure.numeral.value
        for other in said.others
    )
