"""Tell what a count of people is a claim of: moved, planned to move, in place, killed or wounded; soldiers are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.model.claims import Kind, Metric
from geo.reading import concepts
from geo.reading.attachment import distance, nearest, places
from geo.reading.figures import Counted, Figure

_WORDS = {
    "killed": concepts.KILLED,
    "wounded": concepts.WOUNDED,
    "moved": concepts.MOVED,
    "present": concepts.PRESENT,
}
_NOT_MOVED = re.compile(
    r"left without|left behind|leaves? behind|have not left|not leave|refus\w+|declin\w+ to|отказ\w+|відмов\w+|не "
    r"хот\w+|не жела\w+|не бажа\w+"
)
#: "Left" that leaves somebody dead or without something, and moves nobody.
_LEFT_SO = re.compile(
    r"(?<!\w)(?:left|leaves?|leaving)(?= [\w, ]{0,40}?(?:dead|wounded|injured|hurt|homeless|without|stranded|trapped))"
)
_RETURNED = re.compile(r"\breturn\w*|came back|вернул\w+|возвращ\w+|поверн\w+|повертал\w+")
_HELP = re.compile(
    r"(?<!\w)(?:pay|compensat|aid|meal|food parcel|certificat|выплат|помощ|виплат|допомог|протест|митинг|мітинг|"
    r"attended|voted|signed|detain|arrest|задержа|затрима|mobilis|mobiliz|missing|unaccounted|пропал|зникл|concert|"
    r"concert|employ|работа\w+ на|квартир|apartment|"
    r"without (?:power|water|gas)|без (?:света|світла|газ|электро|електро|воды|води|связи)|donat|crimea resort|"
    r"tourist)\w*"
)
_SINCE_HOME = re.compile(
    r"population|живе|населени|населення|inhabitants|жив[ууе]т|прожива|мешка|home to|lived? in|live there|lives in"
)
_STAYED = re.compile(
    r"remain\w*|stay\w*|still|остал\w*|остаю\w*|остает\w*|залиша\w*|залиш\w+с[яь]|лиша\w*|лишил\w*|досі|все еще"
)
#: Words between a figure and those for moving that put it in the future.
_DONE = re.compile(
    r"(?:have|has|had) (?:already |been |now )*(?:evacuat|left|fled|moved|been|relocat)|already|уже|вже|были "
    r"эвакуированы|было эвакуировано|эвакуировано|евакуйовано|выехал|виїхал|покинул|were evacuated|was evacuated"
)


def people_metric(
    text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]
) -> tuple[Metric, Kind] | None:
    """Say what a count of people or children is a claim of, with what kind of total, or None.

    Parameters
    ----------
    text : str
        The flat text in lower case.
    within : tuple of int
        Where its sentence starts and ends.
    others : sequence of Figure
        All figures of the sentence.
    """
    if figure.counted not in {Counted.PEOPLE, Counted.CHILDREN, Counted.BARE}:
        return None
    sentence = text[within[0] : within[1]]
    above = _whole_of(text, figure, within, others) if is_part(text, figure, within) else None
    if above is not None:
        return _part_of(text, figure, above, within, others)
    own = (
        _in_noun(text, figure) or _counted_before(text, figure, within, others) or _lost_civilians(text, figure, within)
    )
    words = _WORDS
    if _LEFT_SO.search(sentence):
        words = {**_WORDS, "moved": re.compile(rf"(?!{_LEFT_SO.pattern})(?:{concepts.MOVED.pattern})")}
    found = (own, (figure.start, figure.end), 0) if own else nearest(text, figure, words, within, others)
    if found is None:
        return None
    name, place, _ = found
    if name in {"killed", "wounded"}:
        return _casualties(text, figure, name, within, others)
    if figure.counted is Counted.BARE and not _goes_with(text, figure, place, within, others):
        return None
    if _HELP.search(sentence[max(0, figure.start - within[0] - 60) : figure.end - within[0] + 60]) or _RETURNED.search(
        sentence
    ):
        return None
    return _moved(text, figure, name, place, within, others)


def _in_noun(text: str, figure: Figure) -> str | None:
    """Read what the noun itself says: 12 погибших, 121 раненый, 5 evacuees."""
    noun = text[figure.numeral.end : figure.end]
    for name in ("killed", "wounded", "moved"):
        if figure.counted is Counted.PEOPLE and _WORDS[name].search(noun):
            return name
    return None


#: Deaths that no side's war made.
_ACCIDENT = re.compile(
    r"(?<!\w)(?:crash\w*|accident\w*|collision|collided|flood\w*|landslide|earthquake|quake|avalanche|drown\w*|"
    r"poison\w*|traffic|derail\w*|epidemic|cholera|covid\w*|дтп|авари\w*|столкнов\w* автом\w*|землетряс\w*|"
    r"наводнен\w*|оползн\w*|утонул\w*|отравил\w*|перевернул\w*|аварі\w*|землетрус\w*|повін\w*|зсув\w*|потонул\w*|"
    r"отруї\w*|перекинув\w*)"
)
_WAR = re.compile(
    r"(?<!\w)(?:shell\w*|strik\w*|struck|attack\w*|bomb\w*|drone\w*|missile\w*|rocket\w*|fighting|clash\w*|troops|"
    r"обстр\w*|атак\w*|удар\w*|бо[иїе]\w*|дрон\w*|ракет\w*|incursion|invasion)"
)
_MIGHT = re.compile(
    r"(?<!\w)(?:could|might|may|risk\w*|threaten\w*|if|если|может|могут|якщо|може|можуть|загрожу\w*|грозит)(?!\w)"
)
#: Offices with a soldierly name that count civilians.
_OFFICES = re.compile(
    r"(?:civil-|civil )?military (?:administrat\w+|governor\w*)|(?:військов|военн|цивільно-військов|"
    r"військово-цивільн|военно-гражданск)\w*[ -](?:адміністрац|администрац)\w*"
)


def _whole_of(text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]) -> Figure | None:
    """Return the figure that another is part of: the last count of people before it."""
    people = {Counted.PEOPLE, Counted.BARE, Counted.CHILDREN}
    before = [
        one for one in others if one.end <= figure.start and one.counted in people and not is_part(text, one, within)
    ]
    return before[-1] if before else None


def _part_of(
    text: str, figure: Figure, above: Figure, within: tuple[int, int], others: Sequence[Figure]
) -> tuple[Metric, Kind] | None:
    """Read a part by its whole: children count with the wounded alone, and a part of the dead has no metric."""
    whole = people_metric(text, above, within, [one for one in others if one is not figure])
    if whole is None or whole[0] is Metric.CIVILIANS_KILLED:
        return None
    children = figure.counted is Counted.CHILDREN or is_of_children(text, figure)
    if children:
        return (Metric.CHILDREN_WOUNDED, Kind.SUBSET) if whole[0] is Metric.CIVILIANS_WOUNDED else None
    return whole[0], Kind.SUBSET


def _counted_before(text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]) -> str | None:
    """Read "the number of dead rose to 558" by its head, whatever stands behind the number."""
    start = max([within[0], *(one.end for one in others if one.end <= figure.start)])
    head = _NUMBER_OF.search(text[start : figure.start])
    if head is None:
        return None
    if re.match(r"death", head.group()):
        return "killed"
    first = min(
        (
            (found.start(), name)
            for name in ("killed", "wounded", "moved")
            if (found := _WORDS[name].search(head.group()))
        ),
        default=None,
    )
    return None if first is None else first[1]


_NUMBER_OF = re.compile(r"(?<!\w)(?:число|количество|кількість|number of|death toll|toll|tally|count of)(?!\w)[^;,]*$")


def _lost_civilians(text: str, figure: Figure, within: tuple[int, int]) -> str | None:
    """Read "lost 43 civilians", which is no army's loss."""
    civil = re.search(r"civilian|гражданск|мирн|цивільн", text[figure.numeral.end : figure.end])
    lost = re.search(r"(?:\blost|потерял\w*|втратил\w*)\W+(?:[a-zа-яіїє']+\W+){0,3}$", text[within[0] : figure.start])
    return "killed" if civil and lost else None


def _casualties(
    text: str, figure: Figure, name: str, within: tuple[int, int], others: Sequence[Figure]
) -> tuple[Metric, Kind] | None:
    sentence = text[within[0] : within[1]]
    after = text[figure.end : within[1]]
    bare = figure.counted is Counted.BARE
    if bare and re.match(
        r"\s*(?:of (?:them|whom|which|those)[\s,]+(?:were |are )?)?(?:a )?\w*\s?(?:soldier|troop|service|military|"
        r"военн|військ)",
        after,
    ):
        return None
    civil = re.search(
        r"civilian|resident|people|person|children|child|villager|women|мирн|гражданск|жител|люд|дет|цивільн|"
        r"мешкан|діт|осіб|осоb|особ",
        sentence,
    )
    others_said = _OFFICES.sub(" ", sentence)
    if bare and not civil and (concepts.SOLDIERS.search(others_said) or concepts.ARMY_LOSSES.search(others_said)):
        return None
    if bare and _soldiers_near(text, figure, within, others):
        return None
    if not bare and re.search(
        r"\b(?:enemy|ворог\w*|враг\w*|противник\w*)\b", text[max(within[0], figure.start - 20) : figure.end]
    ):
        return None
    if _ACCIDENT.search(sentence) and not _WAR.search(sentence):
        return None
    children = figure.counted is Counted.CHILDREN or is_of_children(text, figure)
    if name == "killed":
        return None if is_part(text, figure, within) else (Metric.CIVILIANS_KILLED, Kind.TOTAL)
    if children:
        return Metric.CHILDREN_WOUNDED, Kind.SUBSET if is_part(text, figure, within) else Kind.TOTAL
    return Metric.CIVILIANS_WOUNDED, Kind.TOTAL


def is_of_children(text: str, figure: Figure) -> bool:
    """Whether a bare number is one of children: ten of them children."""
    after = text[figure.numeral.end : figure.numeral.end + 60]
    found = re.match(
        r"\s*(?:of (?:them|whom|these|those)|из них|з них|серед них|среди них|among them)?\s*[-:,]?\s*(?:were |are "
        r"|is |was |были |були |это |це )?(?:-\s*)?",
        after,
    )
    return concepts.CHILDREN.match(after, found.end() if found else 0) is not None


_PART_BEFORE = re.compile(
    r"(?:including|among them|among whom|of them|of whom|of which|out of them|в том числе|включая|из них|среди них|"
    r"среди пострадавших|среди раненых|в их числе|з них|серед них|зокрема|у тому числі|в тому числі|"
    r"включно з|включаючи|серед поранених|серед постраждалих|серед яких|среди которых|из которых|з яких)"
    r"[\s:,-]*(?:-\s*)?(?:were |are |is |at least |about |some |nearly |almost |over |more than |почти |майже |"
    r"около |близько |и |і |двое |ещё |еще )*$"
)
_PART_AFTER = re.compile(
    r"\s*(?:\w+\s+)?(?:of (?:them|whom|these|those|the (?:wounded|injured|dead|killed|victims))|из них|з них|из "
    r"числа|среди них|серед них|among them)"
)


def is_part(text: str, figure: Figure, within: tuple[int, int]) -> bool:
    """Whether a figure is part of the one before it: 121 wounded, ten of them children."""
    before, after = text[within[0] : figure.start], text[figure.numeral.end : within[1]]
    return bool(_PART_BEFORE.search(before) or _PART_AFTER.match(after))


def _soldiers_near(text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]) -> bool:
    """Whether a bare number stands in one row with soldiers: killed 12 and wounded 40 of its soldiers."""
    soldiers = [one for one in others if one.counted is Counted.SOLDIERS]
    if any(distance(text, figure, (one.start, one.end), others) < 60 for one in soldiers):
        return True
    return any(distance(text, figure, place, others) < 45 for place in places(text, concepts.SOLDIERS, within))


def _goes_with(
    text: str, figure: Figure, place: tuple[int, int], within: tuple[int, int], others: Sequence[Figure]
) -> bool:
    """Whether a number without a noun is one of people: another figure of the sentence is, or the word is next to it."""
    people = any(one.counted is Counted.PEOPLE for one in others if one is not figure)
    noun = concepts.PEOPLE.search(text, within[0], within[1]) is not None
    return people or noun or distance(text, figure, place, others) < 40


def _moved(
    text: str, figure: Figure, name: str, place: tuple[int, int], within: tuple[int, int], others: Sequence[Figure]
) -> tuple[Metric, Kind] | None:
    near = _around(text, figure, place, within, others)
    if figure.counted is Counted.CHILDREN or is_of_children(text, figure):
        return None
    if name == "present":
        if _STAYED.search(near) and not re.search(r"остается эвакуир|remain\w* to be|залишається евакуювати", near):
            return Metric.PEOPLE_PRESENT, Kind.REMAINING
        if _SINCE_HOME.search(near):
            return Metric.PEOPLE_PRESENT, Kind.POPULATION
        return (Metric.PEOPLE_PLANNED, Kind.TOTAL) if "evac" in near else None
    if re.search(
        r"(?:out of|of|из|із|з) (?:an |the )?(?:estimated|population)\W+(?:of )?$", text[within[0] : figure.start]
    ):
        return None
    if _MIGHT.search(near) or (_ACCIDENT.search(text, *within) and not _WAR.search(text, *within)):
        return None
    if _NOT_MOVED.search(near):
        return (Metric.PEOPLE_PRESENT, Kind.REMAINING) if _STAYED.search(near) else None
    return (
        Metric.PEOPLE_PLANNED if _is_planned(text, figure, place, within, others) else Metric.PEOPLE_MOVED
    ), Kind.TOTAL


def _around(
    text: str, figure: Figure, place: tuple[int, int], within: tuple[int, int], others: Sequence[Figure]
) -> str:
    """Return the words from the figure to the word it goes with and a few on each side, none beyond another figure."""
    start, end = min(figure.start, place[0]), max(figure.end, place[1])
    first = max([within[0], start - 25, *(one.end for one in others if one.end <= start)])
    last = min([within[1], end + 40, *(one.start for one in others if one.start >= end)])
    return text[first : max(last, end)]


def _is_planned(
    text: str, figure: Figure, place: tuple[int, int], within: tuple[int, int], others: Sequence[Figure]
) -> bool:
    if re.match(
        r"\s*(?:of|out of|из|з|із)\s+(?:the |all |примерно |приблизно |почти )?$",
        text[figure.end : _next(figure, others, within)],
    ):
        return False
    before = text[within[0] : figure.start]
    if re.search(
        r"\b(?:of|out of|из|із|з)\s+(?:the |an? |about |around |some |expected |planned |estimated |примерно |"
        r"около |близько |приблизно |запланированных |запланованих |необходимых )*$",
        before,
    ) and any(
        not re.search(r"estimated|population|населен", before[-30:])
        and other.end <= figure.start
        and figure.start - other.end < 40
        and other.counted in {Counted.BARE, Counted.PEOPLE}
        and other.numeral.value < figure.numeral.value
        for other in others
    ):
        return True
    if re.search(r"^\s*(?:из|із|з|of|out of)\s+(?:\w+\s+){0,2}$", before):
        return True
    start = max([within[0], *(other.end for other in others if other.end <= figure.start)])
    end = _next(figure, others, within)
    window = (min(start, place[0]), max(end, place[1]))
    planned = places(text, concepts.PLANNED, window)
    done = places(text, _DONE, window)
    if not planned:
        return False
    far = min(distance(text, figure, one, others) for one in planned)
    return not done or far <= min(distance(text, figure, one, others) for one in done)


def _next(figure: Figure, others: Sequence[Figure], within: tuple[int, int]) -> int:
    return min([within[1], *(other.start for other in others if other.start >= figure.end)])
