"""Tell a claimed depth and a claimed width from other lengths: distances to a place, ranges of weapons, roads."""

from __future__ import annotations

import re

from geo.model.claims import Metric
from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.printed_figures import Counted

_BORDER = r"(?:the |its |their |international |state |\w+ ?-?\w* )?(?:border|frontier|boundary|blue line)"
_WIDE_AFTER = re.compile(
    rf"\s*\)?\s*-?(?:wide|in width|(?:long )?(?:front\b(?!\s*line)|frontage)|of (?:the )?(?:front\b(?!\s*line)|"
    rf"frontage)|"
    rf"(?:long )?(?:section|stretch|strip|segment|sector) (?:of|along) {_BORDER}|of {_BORDER}|along {_BORDER}|"
    r"в ширину|по ширине|по фронту|вширь|шириной|вдоль|фронт[ау]?\b|у ширину|завширшки|вздовж|уздовж|по ширині|"
    r"участк\w+ (?:госграниц|границ|фронт)|"
    r"ділянк\w+ (?:держкордон|кордон|фронт)|границы|государственной границы|госграницы|кордону|державного кордону|"
    r"фронту|лінії кордону|линии границы)"
)
_WIDE_BEFORE = re.compile(
    r"(?:\bwidth|\bwide|завширшки|\bfrontage|\bfront\b(?! ?line)|\balong|\bacross|ширин\w*|шир\.|фронт\w*|вдоль|"
    r"вздовж|уздовж|протяженност\w+|протяжніст\w+|\bбреш\w+|участ(?:ок|ке)|ділянц\w|ділянк\w)"
    r"(?:[\s:,(-]+(?!глубин|глибин|depth|deep|and\b|и\b|та\b)[\w'.%>~-]+){0,5}[\s:(-]+$"
)
_DEEP_AFTER = re.compile(
    r"\s*\)?\s*-?(?:deep|through|in depth|in-depth|inside|into|inland|(?:beyond|past|over|across) (?:the |its "
    r")?(?:border|"
    r"frontier|line)|"
    r"в глубь|вглубь|в глубину|глубиной|у глибину|в глибину|углиб|вглиб|завглибшки|вперед|forward|further|deeper|"
    r"farther|ahead|advance|penetration|incursion|breakthrough|thrust|"
    r"на терр|по терр|за границ|за кордон|всередину|внутрь|от ленточки|углубл|просува|продвиж)"
)
_DEEP_BEFORE = re.compile(
    r"(?:\bdepths?|\bdeep|глубин\w*|глибин\w*|вглубь|вглиб|углиб|углуб\w*|заглиб\w*|вклин\w*)(?:[\s:,(-]+(?!ширин|"
    r"width|wide|and\b|и\b|та\b|протяж|фронт|front)[\w'.%>~-]+){0,7}[\s:(-]+$"
)
#: What was read as a word behind one number stands before the next: 7 km along a front of 8 km.
_NEXT_NUMBER = re.compile(
    r"\s*(?:of|in|на|в|до|около|близько|протяженностью|шириной|довжиною|завширшки|понад|более)?\s*\d"
)
_FRONT_LINE = re.compile(
    r"(?:front ?line|line of contact|contact line|лини\w+ фронта|лини\w+ боев\w+|ліні\w+ фронту|ліні\w+ "
    r"зіткнення)(?![\w'])"
)
#: Things that have a width, a height and a length of their own.
_THING = re.compile(
    r"(?<!\w)(?:tower|bridge|fence|wall|crater|tunnel|canal|pipe|building|ditch|башн|мост[а-я]{0,2} |забор|тоннел|"
    r"канал|здани|воронк|ров[а-я]{0,2} |веж[аіиу]|паркан|тунел|будівл|міст )"
)
_BARE_WIDE = re.compile(r"\s*-?(?:wide\b|in width|в ширину|завширшки|у ширину|по фронту|шириной)")
_BARE_DEEP = re.compile(r"\s*-?(?:deep\b|in depth|в глубину|завглибшки|у глибину|глубиной)")
_NOT_AFTER = re.compile(
    r"\s*\)?\s*-?(?:per |an hour|a day's|/\s*h|/\s*ч|в час|на годину|в сутки езды|away|high|altitude|long|range|"
    r"radius|road|highway|motorway|pipeline|"
    r"railway|trench|tunnel|fence|wall|queue|convoy|column|journey|drive|walk|trip|run|marathon|race|front ?line|"
    r"line of contact|contact line|"
    r"(?:buffer|security|demilitari|exclusion|border|no-fly|danger) ?\w*|(?:zone|strip|area|belt)\b|of (?:road|"
    r"track|railway|trench|pipe|cable|fence|wall|power|front ?line|defen)\w*|"
    r"(?:to the |just )?(?:north|south|east|west)\w*|from\b|off\b|outside|short of|"
    r"дорог|трасс|трубопровод|газопровод|линии (?:фронта|боев)|лінії фронту|лінії бойового|зон[аеуы]|полос|смуг|"
    r"зон[іи]|"
    r"пут[иь]|шлях|мереж|сетей|траншей|окопов|кабел|колонн|пробк|высот|висот|длин|довжин|завдовжки|"
    r"к (?:север|юг|запад|восток)\w*|севернее|южнее|западнее|восточнее|на (?:північ|південь|схід|захід)|північніше|"
    r"південніше|східніше|західніше|"
    r"от\b|від\b|до\b)"
)
_FROM_BORDER = re.compile(
    rf"\s*\)?\s*(?:from {_BORDER}|от (?:государственной |российской |украинской )?(?:границы|госграницы)|від "
    rf"(?:державного |російського )?кордону|from the line)"
)
_NOT_BEFORE = re.compile(
    r"(?:\bwithin|\brange|\breach|\bradius|\bdistance|\bevery|\blocated|\bsituated|\blies|\blength|\blonger|"
    r"\baltitude|\bheight|\bspeed|\bradius of|\bcalib\w+|"
    r"радиус\w*|радіус\w*|дальност\w*|дальніст\w*|расстояни\w*|расположен\w*|находится|відстан\w*|розташован\w*|"
    r"длин\w*|довжин\w*|"
    r"скорост\w*|швидк\w*|высот\w*|висот\w*|менее чем в|buffer zone|buffer|буферн\w+|security zone|demilitari\w+ "
    r"zone|завдовжки|протяжністю|fence|wall|tower|bridge|crater|забор|стен[аеуы]|башн\w*|мост\w*|паркан|стін[аиу]|"
    r"веж[аіиу]|міст|воронк\w*)"
    r"(?:\s+(?:of|is|was|about|around|some|up|to|at|least|более|до|около|в|на|понад|близько|у|зоны|за|more|than|"
    r"over))*\s+$"
)
_IN_OR_AT = re.compile(
    r"(?:^|\s)(?:в|у|за|in|только в|всего в|лише за|just|only|some|about|примерно в|приблизно за|"
    r"roughly)\s+(?:около |близько |примерно |приблизно |about )?$"
)
_PLACE_BEFORE = re.compile(
    r"(?:village|town|city|settlement|hub|depot|base|airfield|station|plant|bridge|сел[оеа]|город\w*|деревн\w+|"
    r"місто|місті|селищ\w+|склад\w*|аэродром\w*),?\s+(?:\w+,?\s+)?(?:about |some |just |около |в |за )*$"
)
_WIDTH_IS = re.compile(r"(?:\bwidth|ширин\w*|завширшки)(?:\s+[a-zа-яіїє']+){0,4}[\s:-]+$")
_DEPTH_IS = re.compile(r"(?:\bdepth|глубин\w*|глибин\w*|завглибшки)(?:\s+[a-zа-яіїє']+){0,4}[\s:-]+$")
_WITHIN = re.compile(r"\bwithin\W+(?:\w+\W+)?$")
_TO_WITHIN = re.compile(r"\bto (?:within|a point|a village)\W+(?:\w+\W+)?$")
#: Behind a number these make it a distance even after "advanced".
_NEVER_AFTER = re.compile(r"\s*-?(?:from|short|away|zone|buffer|road|long)")
_HYPOTHETICAL = re.compile(
    r"\b(?:plan(?:s|ned|ning)? to|aim(?:s|ed|ing)? to|want(?:s|ed)? to|intend\w* to|could|would|may|might|hop\w+ "
    r"to|seek\w* to|threat\w+ to|try\w* to|tried to|wish\w* to|able to|capable of|"
    r"if |in case|планир\w+|намерен\w*|хоч[еу]т|хотят|может|могут|могла?|могли|попыта\w+|пыта\w+|планує\w*|"
    r"планують|хочуть|хоче|може|можуть|намага\w+|якщо|если|чтобы|щоб|"
    r"ordered to|prepar\w+ to|demand\w*|propos\w*|предлож\w*|пропону\w*|требу\w*|вимага\w*)(?![\w'])"
)


def length_metric(said: FigureInSentence) -> Metric | None:
    """Say whether a length is a depth or a width that somebody claims, or neither."""
    before, after = said.before, said.after
    if said.figure.counted is Counted.BARE:
        return _bare_metric(before, after)
    clause = re.split(r"[;]|\s-\s", before)[-1]
    if concepts.RETREATED.search(clause) or hypothetical(clause):
        return None
    if _NOT_BEFORE.search(before) or (_FRONT_LINE.search(clause) and not concepts.ADVANCE.search(clause)):
        return None
    return _by_words(before, after, said.sentence)


def _bare_metric(before: str, after: str) -> Metric | None:
    """Read a number that leaves its unit to the figure before it: 12 km deep and 40 wide."""
    if _BARE_WIDE.match(after) or _WIDTH_IS.search(before):
        return Metric.WIDTH_KM
    return Metric.DEPTH_KM if _BARE_DEEP.match(after) or _DEPTH_IS.search(before) else None


def _by_words(before: str, after: str, sentence: str) -> Metric | None:
    """Read a length by the words around it, those right behind it first."""
    if _THING.search(sentence) and not concepts.ADVANCE.search(sentence):
        return None
    wide = _WIDE_AFTER.match(after)
    if wide and not _NEXT_NUMBER.match(after, wide.end()) and not _WITHIN.search(before):
        return None if _buffer(sentence) else Metric.WIDTH_KM
    if _FROM_BORDER.match(after):
        return _from_border(before, sentence)
    if _DEEP_AFTER.match(after) or _DEEP_BEFORE.search(before):
        return _of_depth(before, after, sentence)
    return _of_advance(before, after, sentence)


def _of_depth(before: str, after: str, sentence: str) -> Metric | None:
    wide, deep = _WIDE_BEFORE.search(before), _DEEP_BEFORE.search(before)
    if wide and deep and wide.start() > deep.start() and not _DEEP_AFTER.match(after):
        return Metric.WIDTH_KM
    return Metric.DEPTH_KM if _of_ground(before, sentence) else None


def _of_advance(before: str, after: str, sentence: str) -> Metric | None:
    advanced = _advanced(before)
    if _NOT_AFTER.match(after) and not (advanced and not _NEVER_AFTER.match(after)):
        return None
    if _WIDE_BEFORE.search(before) and not _weapon(before):
        return None if _buffer(sentence) else Metric.WIDTH_KM
    return Metric.DEPTH_KM if advanced and not _TO_WITHIN.search(before) else None


def _from_border(before: str, sentence: str) -> Metric | None:
    """Read "12 km from the border": a depth where troops got there, a place's distance elsewhere."""
    troops = concepts.TROOPS.search(before) or concepts.ADVANCE.search(before)
    if _PLACE_BEFORE.search(before) or _weapon(sentence) or not troops or concepts.EVACUATION.search(sentence):
        return None
    return Metric.DEPTH_KM if concepts.ADVANCE.search(before) or re.search(r"\bdeep|глуб|глиб", before) else None


def _of_ground(before: str, sentence: str) -> bool:
    """Whether a depth is that of an advance, and not how deep a drone flew or a well was dug."""
    if concepts.ADVANCE.search(sentence) or concepts.CONTROL.search(sentence):
        return not (_weapon(before) and not concepts.ADVANCE.search(before) and not concepts.TROOPS.search(before))
    return (
        not _weapon(sentence)
        and (concepts.TROOPS.search(sentence) is not None or _border_words(sentence))
        and not _buffer(sentence)
    )


def _border_words(sentence: str) -> bool:
    return (
        re.search(
            r"border|territor|front|attack|offensive|operation|границ|территор|фронт|кордон|територ|наступ|операц|"
            r"пролом|wedge|salient|bulge|bridgehead|плацдарм|зон",
            sentence,
        )
        is not None
    )


def _buffer(sentence: str) -> bool:
    return (
        re.search(
            r"buffer|demilitari|security (?:zone|strip)|exclusion zone|буферн|деміліт|демилит|санитарн|зон\w+ "
            r"безпеки|зон\w+ безопасности|no-fly|flood|пожар|пожеж",
            sentence,
        )
        is not None
    )


def _weapon(text: str) -> bool:
    return concepts.WEAPONS.search(text) is not None


#: Verbs of anybody's moving, which need troops; and how many words may stand between a verb and its number.
_WEAK_ADVANCE_TEXT = """
moved moving move moves went gone driven driving drove reached gain gains gained прошли прошел crossed edged marched
rolled swept pressed entered raid
"""
_WEAK_ADVANCE = frozenset(_WEAK_ADVANCE_TEXT.split())
_FAR_FROM_VERB, _FAR_FROM_WEAK_VERB = 9, 4


def _advanced(before: str) -> bool:
    """Whether an advance stands shortly before the figure, with no break between."""
    near = re.split(r"[;]|,\s(?!and|или|и\s)", before)[-1][-90:]
    for verb in reversed(list(concepts.ADVANCE.finditer(near))):
        words_between = len(near[verb.end() :].split())
        if verb.group() not in _WEAK_ADVANCE and words_between <= _FAR_FROM_VERB:
            return True
        if words_between <= _FAR_FROM_WEAK_VERB and concepts.TROOPS.search(before):
            return True
    return False


def hypothetical(clause: str) -> bool:
    """Whether the last words before a figure speak of what is wished, planned or possible."""
    near = re.split(r"[,;]|\b(?:that|что|що)\b", clause)[-1][-70:]
    found = list(_HYPOTHETICAL.finditer(near))
    if not found:
        return False
    # "Tried to break through and moved on by a kilometre": what was done stands after the conjunction.
    done = re.search(
        r"(?<!\w)(?:и|і|та|й|and)\s(?:[\w'-]+\s){0,3}?[\w'-]+(?:л|ла|ло|ли|лся|лась|лось|лись|вся|лася|лися|ed)(?!\w)",
        near[found[-1].end() :],
    )
    return done is None
