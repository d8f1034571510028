"""Tell whether settlements and square kilometres are claimed as taken, and not shelled, cut off or merely counted."""

from __future__ import annotations

import re

from geo.model.claims import Metric
from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.lengths import hypothetical
from geo.reading.printed_figures import Counted

_SETTLEMENT_WORDS = {"control": concepts.CONTROL, "attacked": concepts.ATTACKED, "left": concepts.EVACUATION}
_AREA_WORDS = {
    "control": concepts.CONTROL,
    "other": re.compile(
        r"(?<!\w)(?:fire|burn\w*|flood\w*|mined|demin\w*|forest|пожар\w*|пожеж\w*|размин\w*|розмін\w*|заминир\w*|"
        r"замінов\w*|затопл\w*|crops|урожа\w*|posiv\w*|national park|reservoir|населен\w+ площ\w*|irrigat\w*|"
        r"mining|contaminat\w*)(?!\w)"
    ),
}
#: Control beyond doubt, which "cleared" is not where mines are spoken of.
_FIRM = re.compile(r"(?<!\w)(?:control|seiz|captur|occup|захват|захвач|контрол|оккуп|захоп|окуп)")
_AREA_OF_PLACE = re.compile(
    r"(?:district|region|province|oblast|city|country|park|район|область|город|місто|country's|республик\w*) "
    r"(?:covers|spans|has an area|of|занимает|займає|площадью|площею)\W+(?:\w+\W+){0,3}$"
)
_TAKES_UP = re.compile(
    r"(?<!\w)(?:занимает|займає|occupies|covers|spans|охватывает|охоплює)\W+(?:[a-zа-яіїє']+\W+){0,2}$"
)
_COUNTED_PLACE = re.compile(
    r"(?:unites|consists of|includes|comprises|насчитывает|объединяет|входят|налічує|об'єднує|"
    r"входить)\W+(?:\w+\W+){0,2}$"
)


_PEOPLE_OF = re.compile(
    r"(?:\bnear|none of|between|\bpopulation of|residents of|жител\w+|мешканц\w+|people (?:from|in)|from|"
    r"из|з|із)\W+(?:all |the |about |более |понад |чем |ніж )*$"
)
_GREY_ZONE = re.compile(r"gr[ea]y zone|сер\w+ зон|сір\w+ зон")


def ground_metric(said: FigureInSentence) -> Metric | None:
    """Say whether a count of settlements, or an area, is one that somebody claims to hold or to have lost."""
    if said.figure.counted not in {Counted.SETTLEMENTS, Counted.AREA} or hypothetical(said.before):
        return None
    if said.figure.counted is Counted.SETTLEMENTS:
        if _PEOPLE_OF.search(said.before) or _COUNTED_PLACE.search(said.before):
            return None
        found = said.nearest(_SETTLEMENT_WORDS)
        return Metric.SETTLEMENTS if found is not None and found[0] == "control" else None
    return Metric.AREA_KM2 if _is_taken_area(said) else None


def _is_taken_area(said: FigureInSentence) -> bool:
    if _TAKES_UP.search(said.before) or _AREA_OF_PLACE.search(said.before):
        return False
    if _AREA_WORDS["other"].search(said.sentence) and not _FIRM.search(said.sentence):
        return False
    found = said.nearest(_AREA_WORDS)
    if found is not None:
        return found[0] == "control" or _GREY_ZONE.search(said.sentence) is not None
    advanced = said.nearest({"advance": concepts.ADVANCE}) is not None
    return advanced or _GREY_ZONE.search(said.sentence) is not None


_OF_THE_SAME = re.compile(
    r"(?:down to|up to|now|left|peak(?: it was| was)?|at most|in all|in total|held|holds?|удерж\w+|осталось|"
    r"остается|на пике(?: было)?|всего|в общей сложности|утрим\w+|лишилося|залишилося|на піку(?: було)?|усього|"
    r"загалом|тепер|теперь|сейчас|зараз)"
    r"[\s:-]+(?:(?:about|some|around|only|just|more|than|over|up|to|at|least|лишь|только|около|примерно|более|"
    r"порядка|до|чем|не|лише|тільки|близько|понад|приблизно|удалось|вдалося)\s+)*$"
)


_NUMBER_OF_SETTLEMENTS = re.compile(
    r"(?<!\w)(?:number of|число|количество|кількість)[\w' -]{0,30}(?:villages|settlements|towns|localities|сел|"
    r"деревень|пунктов|сіл|"
    r"пунктів)[^,;:]{0,60}(?:to|at|is|was|reached|до|достигл\w*|сягнул\w*|досягл\w*|составляет|становить)\s+$"
)
_OF_FIRST = re.compile(r"\s*(?:of|out of|из|з|із) ")
_LEFT_OVER = re.compile(
    r"\s*(?:were|are|was|is|sq km)?\s*(?:left|remain\w*|still held|осталось|остается|залишилось|залишилося|"
    r"лишилося)"
)
_NO_GROUND = frozenset({Counted.PEOPLE, Counted.CHILDREN, Counted.SOLDIERS, Counted.LENGTH})


def elliptical_metric(said: FigureInSentence) -> Metric | None:
    """Read a number that leaves its noun to another figure: "of 1,376 sq km about 800 are held"."""
    counted = {one.counted for one in said.others}
    ground = counted & {Counted.AREA, Counted.SETTLEMENTS}
    if _NUMBER_OF_SETTLEMENTS.search(said.before) and not counted & _NO_GROUND:
        return Metric.SETTLEMENTS if concepts.CONTROL.search(said.before) else None
    same = _OF_THE_SAME.search(said.before) or (_OF_FIRST.match(said.before) and _LEFT_OVER.match(said.after))
    if not same or len(ground) != 1 or counted & _NO_GROUND:
        return None
    if not any(ground_metric(FigureInSentence(said.text, said.within, one, said.others)) for one in said.others):
        return None
    return Metric.AREA_KM2 if Counted.AREA in counted else Metric.SETTLEMENTS


_AREA_WORD = re.compile(r"(?<!\w)(?:area|total|площад\w*|площа|площі|площу)(?!\w)")
_OF_SOMETHING = re.compile(
    r"(?<!\w)(?:district|region|oblast|район|область|города|province|lake|озер\w*|fire|пожар\w*|пожеж\w*|park)(?!\w)"
)


def is_area_of_ground(said: FigureInSentence, before: tuple[int, int]) -> bool:
    """Whether a sentence gives the area of the ground whose control the one before it, at a place, speaks of."""
    named = _AREA_WORD.search(said.sentence) and not _OF_SOMETHING.search(said.sentence)
    return bool(named) and _FIRM.search(said.text, *before) is not None
