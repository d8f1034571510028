"""Tell what a count of people is a claim of: moved, planned to move, in place, killed or wounded; soldiers are none."""

from __future__ import annotations

import re

from geo.model.claims import Kind, Metric
from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.casualty_counts import casualty_metric, is_accident
from geo.reading.parts import is_of_children, is_part, whole_before, whole_behind
from geo.reading.plans import is_planned
from geo.reading.printed_figures import Counted, PrintedFigure

_WORDS = {
    "killed": concepts.KILLED,
    "wounded": concepts.WOUNDED,
    "moved": concepts.MOVED,
    "present": concepts.IN_PLACE,
}
_NOT_MOVED = re.compile(r"left without|left behind|leaves? behind")
#: Whoever would not go is still there.
_REFUSED = re.compile(
    r"(?<!\w)(?:have not left|not leave|refus\w+|declin\w+ to|отказ\w+|відмов\w+|не хот\w+|не жела\w+|не бажа\w+)"
)
#: "Left" that leaves somebody dead or without something, and moves nobody.
_LEFT_SO = re.compile(
    r"(?<!\w)(?:left|leaves?|leaving)(?= [\w, ]{0,40}?(?:dead|wounded|injured|hurt|homeless|without|stranded|trapped))"
)
_RETURNED = re.compile(r"\breturn\w*|came back|вернул\w*с[ьяо]|возвращ\w*с[яь]|поверн\w+с[ья]|поверта\w+ся")
_HELP = re.compile(
    r"(?<!\w)(?:pay|compensat|aid|meal|food parcel|certificat|выплат|помощ|виплат|допомог|протест|митинг|мітинг|"
    r"attended|voted|signed|detain|arrest|задержа|затрима|mobilis|mobiliz|missing|unaccounted|пропал|зникл|concert|"
    r"concert|employ|работа\w+ на|квартир|apartment|"
    r"without (?:power|water|gas)|без (?:света|світла|газ|электро|електро|воды|води|связи)|donat|crimea resort|"
    r"tourist)\w*"
)
_SINCE_HOME = re.compile(
    r"population|inhabitants|registered|census|живе|населени|населення|inhabitants|жив[ууе]т|прожива|мешка|home to|"
    r"lived? in|live there|lives in"
)
_STAYED = re.compile(
    r"remain\w*|stay\w*|still|(?:were|are|is|was) left|остал\w*|остаю\w*|остает\w*|залиша\w*|залиш\w+с[яь]|лиша\w*|"
    r"лишил\w*|досі|все еще"
)
_MIGHT = re.compile(
    r"(?<!\w)(?:could|might|may|risk\w*|threaten\w*|if|если|может|могут|якщо|може|можуть|загрожу\w*|грозит)(?!\w)"
)
_NUMBER_OF = re.compile(r"(?<!\w)(?:число|количество|кількість|number of|death toll|toll|tally|count of)(?!\w)[^;,]*$")
_OF_A_POPULATION = re.compile(r"(?:out of|of|из|із|з) (?:an |the )?(?:estimated|population)\W+(?:of )?$")
_STILL_TO_GO = re.compile(r"остается эвакуир|remain\w* to be|залишається евакуювати")
_TOLD = ("killed", "wounded", "moved")
_COUNTED = frozenset({Counted.PEOPLE, Counted.CHILDREN, Counted.BARE})
#: A bare number farther from its word than this needs people elsewhere in the sentence.
_NEXT_TO = 40


def people_metric(said: FigureInSentence) -> tuple[Metric, Kind] | None:
    """Say what a count of people or children is a claim of, with what kind of total, or None."""
    if said.figure.counted not in _COUNTED:
        return None
    if (whole := whole_behind(said)) is not None:
        return _part_of_next(said, whole)
    if is_part(said) and whole_before(said) is not None:
        return _part_metric(said)
    found = _goes_with(said)
    if found is None:
        return None
    name, place = found
    if name in {"killed", "wounded"}:
        return casualty_metric(said, killed=name == "killed")
    return None if _of_something_else(said, place) else _place_metric(said, name, place)


def _part_of_next(said: FigureInSentence, whole: PrintedFigure) -> tuple[Metric, Kind] | None:
    """Read "ten of the 121 wounded were children"."""
    above = people_metric(said.of(whole))
    wounded = above is not None and above[0] is Metric.CIVILIANS_WOUNDED
    return (Metric.CHILDREN_WOUNDED, Kind.SUBSET) if wounded else None


def _part_metric(said: FigureInSentence) -> tuple[Metric, Kind] | None:
    """Read a part by its whole: children count with the wounded alone, and a part of the dead has no metric."""
    above = whole_before(said)
    whole = None if above is None else people_metric(said.of(above))
    if whole is None or whole[0] is Metric.CIVILIANS_KILLED:
        return None
    if is_of_children(said):
        return (Metric.CHILDREN_WOUNDED, Kind.SUBSET) if whole[0] is Metric.CIVILIANS_WOUNDED else None
    return whole[0], Kind.SUBSET


def _goes_with(said: FigureInSentence) -> tuple[str, tuple[int, int]] | None:
    """Return what a count is of: by its own noun, by the head before it, or by the nearest word."""
    own = _in_noun(said) or _counted_before(said) or _lost_civilians(said)
    if own is not None:
        return own, (said.figure.start, said.figure.end)
    words = _WORDS
    if _LEFT_SO.search(said.sentence):
        words = {**_WORDS, "moved": re.compile(rf"(?!{_LEFT_SO.pattern})(?:{concepts.MOVED.pattern})")}
    return said.nearest(words)


def _in_noun(said: FigureInSentence) -> str | None:
    """Read what the noun itself says: 12 погибших, 121 раненый, 5 evacuees."""
    if said.figure.counted is not Counted.PEOPLE:
        return None
    noun = said.text[said.figure.numeral.end : said.figure.end]
    return next((name for name in ("killed", "wounded", "moved") if _WORDS[name].search(noun)), None)


def _counted_before(said: FigureInSentence) -> str | None:
    """Read "the number of dead rose to 558" by its head, whatever stands behind the number."""
    head = _NUMBER_OF.search(said.text[said.since_last : said.figure.start])
    if head is None:
        return None
    if head.group().startswith("death"):
        return "killed"
    told = [(found.start(), name) for name in _TOLD if (found := _WORDS[name].search(head.group()))]
    return min(told)[1] if told else None


def _lost_civilians(said: FigureInSentence) -> str | None:
    """Read "lost 43 civilians", which is no army's loss."""
    civil = re.search(r"civilian|гражданск|мирн|цивільн", said.text[said.figure.numeral.end : said.figure.end])
    lost = re.search(r"(?:\blost|потерял\w*|втратил\w*)\W+(?:[a-zа-яіїє']+\W+){0,3}$", said.before)
    return "killed" if civil and lost else None


def _of_something_else(said: FigureInSentence, place: tuple[int, int]) -> bool:
    """Whether people are counted who were paid, fed or came back, or a bare number goes with a word by chance."""
    if said.figure.counted is Counted.BARE:
        ground = any(one.counted in {Counted.AREA, Counted.SETTLEMENTS} for one in said.others)
        people = any(one.counted is Counted.PEOPLE for one in said.others if one is not said.figure)
        if not (people or concepts.PEOPLE.search(said.sentence) or (said.distance(place) < _NEXT_TO and not ground)):
            return True
    start, end = max(said.within[0], said.figure.start - 60), min(said.within[1], said.figure.end + 60)
    return bool(_HELP.search(said.text, start, end) or _RETURNED.search(said.text, start, end))


def _place_metric(said: FigureInSentence, name: str, place: tuple[int, int]) -> tuple[Metric, Kind] | None:
    """Say whether people moved, are to move, or are in place."""
    near = _around(said, place)
    if is_of_children(said) or _OF_A_POPULATION.search(said.before):
        return None
    if name == "present" or _REFUSED.search(near) or _NOT_MOVED.search(near):
        return _in_place(near, refused=_REFUSED.search(near) is not None)
    if _MIGHT.search(near) or is_accident(said.sentence):
        return None
    return (Metric.PEOPLE_PLANNED if is_planned(said, place) else Metric.PEOPLE_MOVED), Kind.TOTAL


def _in_place(near: str, *, refused: bool) -> tuple[Metric, Kind] | None:
    """Say whether people stayed behind, or live where they are counted."""
    stayed = _STAYED.search(near) is not None and not _STILL_TO_GO.search(near)
    if stayed or refused:
        return Metric.PEOPLE_PRESENT, Kind.REMAINING
    return (Metric.PEOPLE_PRESENT, Kind.POPULATION) if _SINCE_HOME.search(near) else None


def _around(said: FigureInSentence, place: tuple[int, int]) -> str:
    """Return the words from the figure to the word it goes with and a few on each side, none beyond another figure."""
    start, end = min(said.figure.start, place[0]), max(said.figure.end, place[1])
    first = max([said.within[0], start - 25, *(one.end for one in said.others if one.end <= start)])
    last = min([said.within[1], end + 40, *(one.start for one in said.others if one.start >= end)])
    return said.text[first : max(last, end)]
