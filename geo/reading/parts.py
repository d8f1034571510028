"""Figures that are part of another: 121 wounded, ten of them children."""

from __future__ import annotations

import re

from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.printed_figures import Counted, PrintedFigure

_PART_BEFORE = re.compile(
    r"(?:including|among them|among whom|of them|of whom|of which|out of them|в том числе|включая|из них|среди них|"
    r"среди пострадавших|среди раненых|в их числе|з них|із них|серед них|зокрема|у тому числі|в тому числі|"
    r"включно з|включаючи|серед поранених|серед постраждалих|серед яких|среди которых|из которых|з яких)"
    r"[\s:,-]*(?:-\s*)?(?:were |are |is |at least |about |some |nearly |almost |over |more than |почти |майже |"
    r"около |близько |и |і |двое |ещё |еще )*$"
)
_PART_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:of (?:them|whom|these|those|the (?:wounded|injured|dead|killed|victims))|из них|из которых|"
    r"з них|із них|з яких|із яких|of which|из "
    r"числа|среди них|серед них|among them)"
)
_OF_CHILDREN = re.compile(
    r"\s*(?:of (?:them|whom|these|those)|из них|из которых|з яких|із яких|з них|із них|серед них|среди них|among "
    r"them)?\s*[-:,]?\s*"
    r"(?:were |are |is |was |были |були |это |це )?(?:-\s*)?"
)
_PEOPLE = frozenset({Counted.PEOPLE, Counted.BARE, Counted.CHILDREN})


def is_part(said: FigureInSentence) -> bool:
    """Whether a figure is part of the one before it."""
    return bool(_PART_BEFORE.search(said.before) or _PART_AFTER.match(said.after_number))


def is_of_children(said: FigureInSentence) -> bool:
    """Whether a number is one of children, by its noun or by what is said behind it: ten of them children."""
    if said.figure.counted is Counted.CHILDREN:
        return True
    behind = _OF_CHILDREN.match(said.after_number)
    return behind is not None and concepts.CHILDREN.match(said.after_number, behind.end()) is not None


def whole_before(said: FigureInSentence) -> PrintedFigure | None:
    """Return the figure of which another is part: the last count of people before it that is no part itself."""
    before = [
        one
        for one in said.others
        if one.end <= said.figure.start and one.counted in _PEOPLE and not is_part(said.of(one))
    ]
    return before[-1] if before else None


def whole_behind(said: FigureInSentence) -> PrintedFigure | None:
    """Return the whole that follows its part of children at once: ten of the 121 wounded were children."""
    behind = [one for one in said.others if one.start == said.until_next and one.start >= said.figure.end]
    if not behind or not _OF_THE.fullmatch(said.text[said.figure.end : behind[0].start]):
        return None
    children = _WERE_CHILDREN.search(said.text, behind[0].end, min(said.within[1], behind[0].end + 60))
    return behind[0] if children else None


_OF_THE = re.compile(r"\s*(?:of|из|з|із)\s+(?:the |those |these |этих |цих )?")
_WERE_CHILDREN = re.compile(
    r"(?<!\w)(?:were|are|was|is|-|это|це|были|були)\s+(?:children|minors|дети|діти|несовершеннолетн\w+|неповнолітн\w+)"
)
