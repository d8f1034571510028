"""Read what a figure adds up to: a total, another so many, a part, what was retaken, what remains."""

from __future__ import annotations

import re

from geo.model.claims import Kind, Metric
from geo.reading import concepts
from geo.reading.figures import Figure
from geo.reading.head_counts import is_part

_MORE_BEFORE = re.compile(
    r"(?:another|a further|further|additional|an additional|still|plus|extra|yet another|other|also|еще|"
    r"дополнительно|дополнительные|плюс|новые|ще|додатково|додаткові|плюс|нові|new)"
    r"(?:\s+(?:about|around|some|nearly|almost|more than|over|at least|up to|roughly|approximately|около|более|"
    r"почти|примерно|не менее|до|близько|понад|майже|щонайменше|приблизно|на|в|at|чем|ніж|the))*\s+$"
)
_MORE_AFTER = re.compile(r"\s*(?:\w+\s+)?(?:more\b(?! than)|additional|further\b)")
#: A total in so many words, although the sentence speaks of a day.
_IN_ALL = re.compile(
    r"(?:bringing|brings|total|in all|overall|altogether|number of \w+|всего|в общей сложности|общее число|число "
    r"\w+|загалом|усього|загальна кількість|кількість \w+)[\s:,-]+(?:[a-zа-яіїє']+\s+){0,5}$"
)
_DAILY = re.compile(
    r"(?:over|in|during|within|for) (?:the |a |one |a single )?(?:past |last |previous |single |one )?(?:day|24 "
    r"hours|twenty-four hours|week|night|two days|48 hours|three days)|in a day|overnight|per day|a day\b|since "
    r"yesterday|since the start of the day|с начала (?:суток|дня)|(?:з|від|із) початку (?:доби|дня)|since the day "
    r"before|"
    r"за (?:минувшие |последние |прошедшие |прошлые |последнюю |минувшую |прошлую |одну |эти |одни )?(?:сутки|день|"
    r"неделю|ночь|24 часа|двое суток)|"
    r"(?:за|протягом|упродовж|впродовж) (?:минулу |останню |попередню |одну |минулої |останньої |минулий |цю |одну "
    r"|останні )?(?:доби|добу|день|тиждень|ніч|24 годин\w+|дві доби)|with in a day|only today|on the day alone"
)
_REMAINING = re.compile(
    r"remain\w*|still (?:hold|held|control|occup|under|in)\w*|остаются|остается|осталось|остались|по-прежнему|все "
    r"еще|удалось удержать|удержать удалось|вдалося втримати|вдалося утримати|залиша\w+|лишається|лишаються|досі|"
    r"як і раніше"
)
_DAILY_METRICS = frozenset({Metric.DEPTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS, Metric.PEOPLE_MOVED})
_CASUALTY = frozenset({Metric.CIVILIANS_KILLED, Metric.CIVILIANS_WOUNDED, Metric.CHILDREN_WOUNDED})


def kind_of(text: str, figure: Figure, within: tuple[int, int], metric: Metric, first: Kind) -> tuple[Kind, bool]:
    """Read a figure's kind, and whether it is certain; `first` is what its metric already says.

    Ground that was liberated is retaken ground for one side and taken ground for the other: then it is not certain.
    """
    before, after = text[within[0] : figure.start], text[figure.end : within[1]]
    if first is not Kind.TOTAL:
        return first, True
    if is_part(text, figure, within) and metric is not Metric.CHILDREN_WOUNDED:
        return Kind.SUBSET, True
    if metric in {Metric.SETTLEMENTS, Metric.AREA_KM2}:
        clause = _clause(text, figure, within)
        if concepts.RETAKEN.search(clause) or (
            metric is Metric.AREA_KM2 and re.search(r"\blost\b|утрат|потер|втрат", clause)
        ):
            return Kind.RETAKEN, True
        if _REMAINING.search(clause):
            return Kind.REMAINING, True
        if concepts.LIBERATED.search(clause):
            return Kind.RETAKEN, False
    if _IN_ALL.search(before):
        return Kind.TOTAL, True
    if metric is Metric.SETTLEMENTS and re.match(
        r"\s*(?:other|другие|других|інші|інших)(?!\w)", text[figure.numeral.end : within[1]]
    ):
        return Kind.ADDITIONAL, True
    if (
        _MORE_BEFORE.search(before)
        or _MORE_AFTER.match(text[figure.numeral.end : within[1]])
        or re.match(r"\s*(?:more\b(?! than)|further)", after)
    ):
        return Kind.ADDITIONAL, True
    if (
        metric in _DAILY_METRICS
        and _DAILY.search(text[within[0] : within[1]])
        and not re.search(
            r"since (?:the )?(?:start of the (?!day)|begin|6)|с начала (?!суток|дня)|з початку (?!доби|дня)",
            text[within[0] : within[1]],
        )
    ):
        return Kind.ADDITIONAL, True
    return Kind.TOTAL, metric not in _CASUALTY or not _DAILY.search(text[within[0] : within[1]])


def _clause(text: str, figure: Figure, within: tuple[int, int]) -> str:
    """Return the part of the sentence around a figure, from one comma or semicolon to the next but one."""
    left = [
        found.end()
        for found in re.finditer(r"[;]|,\s|\b(?:while|but|а|тогда как|тоді як)\b", text[within[0] : figure.start])
    ]
    right = re.search(r"[;]|,\s|\b(?:while|but|тогда как|тоді як)\b", text[figure.end : within[1]])
    start = within[0] + (left[-1] if left else 0)
    clause = text[start : figure.end + (right.start() if right else within[1] - figure.end)]
    return clause if concepts.CONTROL.search(clause) else text[within[0] : within[1]]
