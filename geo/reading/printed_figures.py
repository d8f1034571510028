"""Figures of a sentence: a number with what it counts or measures; of two units for one thing the ledger's is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from geo.reading import concepts
from geo.reading.measure_units import Dimension, PrintedUnit, unit_behind
from geo.reading.number_words import NUMBER_WORDS
from geo.reading.numerals import Numeral, numerals


class Counted(StrEnum):
    """What a number is of."""

    LENGTH = "length"
    AREA = "area"
    SETTLEMENTS = "settlements"
    PEOPLE = "people"
    CHILDREN = "children"
    SOLDIERS = "soldiers"
    BARE = "bare"
    """No noun follows: 12 killed, 121,000 of them left."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A number and its noun, with their place in the flat text; `unit` where it is a measure."""

    numeral: Numeral
    counted: Counted
    start: int
    end: int
    unit: PrintedUnit | None = None


_WORD = re.compile(r"[\w'’-]+")
_BETWEEN_NOUN = re.compile(r"\s*\+?[\s-]*(?:or more |or so |плюс )?")
#: Words at which a noun phrase ends: what follows is not what the number counts.
_STOPS_TEXT = """
were was are is have has had been be being will would must should remain remained remains still in from to on by
and or of including since during at who which also as for with without after before because that while but when
where than under over through across into inside killed wounded injured dead hurt died fled left moved evacuated
were out alone there this so far были было был быть уже и или в во из на с со по а но от до под над при за для к
после перед чтобы что которые среди включая погибли погиб погибло ранены ранен ранено пострадали получили остались
остаются будут находятся проживают выехали покинули були було був вже і й та або у з зі із щоб що які серед від
для під над при після перед загинули загинув поранені поранено постраждали отримали залишилися будуть перебувають
мешкають виїхали
"""
_STOPS = frozenset(_STOPS_TEXT.split())
_BARE_NEXT = re.compile(
    r"\s*(?:$|[,.;:)\"]|- |(?:were|was|are|is|have|has|had|been|will|would|must|should|of (?:them|whom|those|these|"
    r"which|its|the|an?\b|\d)|in |from |on |by |and |or |"
    r"including|since|during|at |who|also|as |more\b|others?\b|so far|still|killed|wounded|injured|dead|hurt|died|"
    r"fled|left|moved|evacuat|"
    r"remain|people|out of|to be|to |after|"
    r"были|было|был\b|уже|и |или |в |во |из |на |с |по |а |но |еще|от |погиб|ранен|пострада|получил|остал|остаю|"
    r"будут|подлеж|эвакуир|выехал|покинул|"
    r"були|було|був\b|вже|і |й |та |або |у |з |зі |із |ще|від |загин|поранен|постражд|отримал|залиш|будут|підляг|"
    r"евакуй|виїхал|травм|госпитал|шпитал|"
    r"тяжел|важк|легк|мертв))"
)
_NOUNS = (
    (Counted.SOLDIERS, concepts.SOLDIERS),
    (Counted.CHILDREN, concepts.CHILDREN),
    (Counted.SETTLEMENTS, concepts.SETTLEMENTS),
    (Counted.PEOPLE, concepts.PEOPLE),
)
_PEOPLE_AS_ADJECTIVE = re.compile(
    r"(?:civilian|local|human|other|мирн\w*|гражданск\w*|цивільн\w*|местн\w*|місцев\w*|resident|citizen|village|"
    r"settlement|town|child|military|police)$"
)
#: Before a number that another is compared with, or added to: no claim of its own.
_COMPARED = re.compile(
    r"(?<!\w)(?:(?:up|down|rising|rise|increase|fall) from|compared (?:with|to)|against|instead of|on top of|"
    r"beyond the|in addition to|"
    r"сверх|помимо|вместо|против|по сравнению с|окрім|замість|проти|порівняно з)\s+(?:(?:about|roughly|some|the|"
    r"around|около|примерно|близько|приблизно)\s+)*$"
)
_MAX_WORDS_BETWEEN = 4
_CYRILLIC = re.compile("[а-яіїєґ]")
#: In Russian and Ukrainian only adjectives stand between a number and its noun.
_ADJECTIVE = re.compile(
    r"(?:[ыиі]х|[ыи]е|ого|его|[ая]я|ой|ей|[ыи]й|[ыи]ми|ої|ій|[аиі]|еще|ще|більше|больше|чем|ніж|тыс|тис|ую|юю)$"
)
#: Words right behind a number that has no noun, for one that was named before.
_SAYS_WHAT = (
    concepts.KILLED,
    concepts.WOUNDED,
    concepts.MOVED,
    concepts.IN_PLACE,
    concepts.PLANNED,
    re.compile(r"(?:wide|deep|in width|in depth|в ширину|в глубину|у ширину|завширшки|завглибшки)(?!\w)"),
    re.compile(r"(?:отказ|відмов|refus|declin|дістал|зазнал|отримал|досі|там)\w*"),
)


def figures(text: str, start: int, end: int) -> list[PrintedFigure]:
    """Find the figures of a sentence in a text in lower case.

    >>> found = figures("12 km (7.5 miles) deep, 28 border villages, 30 drone attacks, 121 wounded", 0, 74)
    >>> [(one.numeral.value, one.counted.value) for one in found]
    [(12.0, 'length'), (28.0, 'settlements'), (30.0, 'other'), (121.0, 'bare')]
    """
    sentence = text[start:end]
    found = list(_ranges(sentence, [_figure(sentence, number) for number in numerals(sentence)]))
    return [_moved(one, start) for one in _one_of_each(sentence, found)]


def _ranges(text: str, found: list[PrintedFigure]) -> Iterator[PrintedFigure]:
    """Join the ends of a range in two units: from 500 metres to 1.5 km."""
    waiting: PrintedFigure | None = None
    for figure in found:
        if (
            waiting is not None
            and waiting.unit
            and figure.unit
            and waiting.counted is figure.counted
            and waiting.unit.name != figure.unit.name
        ):
            low = waiting.numeral.value * waiting.unit.factor / figure.unit.factor
            opened = re.search(r"(?:from|between|от|від|з)\s+$", text[: waiting.start])
            if (
                opened
                and low < figure.numeral.value
                and re.fullmatch(r"\s*(?:to|and|до|-)\s*", text[waiting.end : figure.start])
            ):
                joined = replace(figure.numeral, start=waiting.start, value=low, high=figure.numeral.value)
                waiting = replace(figure, numeral=joined, start=waiting.start)
                continue
        if waiting is not None:
            yield waiting
        waiting = figure
    if waiting is not None:
        yield waiting


def _figure(text: str, number: Numeral) -> PrintedFigure:
    unit = unit_behind(text, number.end)
    if unit is not None:
        counted = Counted.LENGTH if unit.dimension is Dimension.LENGTH else Counted.AREA
        return PrintedFigure(number, counted, number.start, unit.end, unit)
    if re.match(r"-[a-zа-яіїє]", text[number.end :]) and not re.match(r"-(?:strong|ти|ми)\b", text[number.end :]):
        return PrintedFigure(number, Counted.OTHER, number.start, number.end)
    if _COMPARED.search(text[: number.start]):
        return PrintedFigure(number, Counted.OTHER, number.start, number.end)
    counted, end = _noun(text, number.end, vague=number.vague)
    return PrintedFigure(number, counted, number.start, end)


def _noun(text: str, end: int, *, vague: bool = False) -> tuple[Counted, int]:
    """Find the noun that a number counts, a few adjectives further on."""
    at = _BETWEEN_NOUN.match(text, end)
    place = at.end() if at else end
    inside_of = re.compile(r"\s*(?:of |из |з |із )?(?:the |its |those |их |these |наших |our |своих |всех )?").match(
        text, end
    )
    if inside_of and inside_of.group().strip() in {"of the", "of its", "of our", "из"}:
        place = inside_of.end()
    if vague and (of := re.match(r"\s+of\s+", text[end:])):
        place = end + of.end()
    for number in range(_MAX_WORDS_BETWEEN):
        word = _WORD.match(text, place)
        if word is None or (number and text[end:place].strip(" -+") and re.search(r"[,.;:()]", text[end:place])):
            break
        counted = _named(text, word)
        if counted is not None:
            return counted
        if word.group() in _STOPS or word.group()[0].isdigit() or word.group() in NUMBER_WORDS:
            break
        if _CYRILLIC.match(word.group()) and not _ADJECTIVE.search(word.group()):
            break
        place = word.end() + (re.match(r"[\s-]*", text[word.end() :]) or word).end()
        if place >= len(text):
            break
    following = end + len(text[end:]) - len(text[end:].lstrip())
    bare = _BARE_NEXT.match(text, end) or any(words.match(text, following) for words in _SAYS_WHAT)
    return (Counted.BARE if bare else Counted.OTHER), end


def _named(text: str, word: re.Match[str]) -> tuple[Counted, int] | None:
    for counted, nouns in _NOUNS:
        noun = nouns.match(text, word.start())
        if noun is None:
            continue
        if _PEOPLE_AS_ADJECTIVE.match(noun.group()) and _another_noun(text, noun.end()):
            return None
        return counted, noun.end()
    return None


def _another_noun(text: str, end: int) -> bool:
    """Whether a noun follows, so that the word before it was an adjective: 12 civilian cars."""
    word = _WORD.match(text, end + 1) if text[end : end + 1] in {" ", "-"} else None
    said = word is not None and any(what.match(text, word.start()) for what in (*_SAYS_WHAT, concepts.CONTROL))
    return (
        not said
        and word is not None
        and word.group() not in _STOPS
        and not word.group().endswith(("ed", "ли", "ло", "ны", "но", "ні"))
    )


def _one_of_each(text: str, found: list[PrintedFigure]) -> Iterator[PrintedFigure]:
    """Of "12 km (7.5 miles)" and "20 miles, or 32 km" keep the figure in the ledger's unit, over the span of both."""
    waiting: PrintedFigure | None = None
    for figure in found:
        if waiting is not None and _same_thing(text, waiting, figure):
            kept = figure if figure.unit and figure.unit.metric else waiting
            waiting = replace(kept, start=waiting.start, end=_closed(text, figure.end))
            continue
        if waiting is not None:
            yield waiting
        waiting = figure
    if waiting is not None:
        yield waiting


def _closed(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == ")" else end


def _same_thing(text: str, one: PrintedFigure, other: PrintedFigure) -> bool:
    if one.unit is None or other.unit is None or one.counted is not other.counted or one.unit.name == other.unit.name:
        return False
    gap = text[one.end : other.start].strip(" -")
    gap = re.sub(
        r"(?:about|around|some|nearly|roughly|almost|over|approximately|more than|около|почти|близько|понад|майже|"
        r"примерно|приблизно)$",
        "",
        gap,
    )
    near = one.numeral.value * one.unit.factor, other.numeral.value * other.unit.factor
    alike = min(near) > 0.7 * max(near)
    return alike and gap.strip() in {
        "(",
        "/",
        ",",
        ", or",
        "or",
        "[",
        "-",
        ", или",
        "или",
        ", або",
        "або",
        "",
        "wide (",
        "deep (",
    }


def _moved(figure: PrintedFigure, by: int) -> PrintedFigure:
    number = replace(figure.numeral, start=figure.numeral.start + by, end=figure.numeral.end + by)
    unit = None if figure.unit is None else replace(figure.unit, end=figure.unit.end + by)
    return replace(figure, numeral=number, start=figure.start + by, end=figure.end + by, unit=unit)
