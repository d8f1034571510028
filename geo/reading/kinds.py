"""Read what a figure adds up to: a total, another so many, a part, what was retaken, what remains."""

from __future__ import annotations

import re

from geo.model.claims import Kind, Metric
from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.parts import is_part

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


_SINCE_BEGINNING = re.compile(
    r"since (?:the )?(?:start of the (?!day)|begin|6)|с начала (?!суток|дня)|з початку (?!доби|дня)"
)
_LOST = re.compile(r"\blost\b|утрат|потер|втрат")
_OTHER_ONES = re.compile(r"\s*(?:other|другие|других|інші|інших)(?!\w)")
_GROUND = frozenset({Metric.SETTLEMENTS, Metric.AREA_KM2})
_BREAK = re.compile(r"[;]|,\s|\b(?:while|but|а|тогда как|тоді як)\b")


def kind_of(said: FigureInSentence, metric: Metric, first: Kind) -> tuple[Kind, bool]:
    """Read a figure's kind, and whether it is certain; `first` is what its metric already says.

    Ground that was liberated is retaken ground for one side and taken ground for the other: then it is not certain.
    """
    if first is not Kind.TOTAL:
        return first, True
    if is_part(said) and metric is not Metric.CHILDREN_WOUNDED:
        return Kind.SUBSET, True
    ground = _kind_of_ground(said, metric) if metric in _GROUND else None
    if ground is not None:
        return ground
    daily = _DAILY.search(said.sentence) is not None
    if not _IN_ALL.search(said.before) and _is_additional(said, metric, daily=daily):
        return Kind.ADDITIONAL, True
    return Kind.TOTAL, metric not in _CASUALTY or not daily


def _kind_of_ground(said: FigureInSentence, metric: Metric) -> tuple[Kind, bool] | None:
    clause = _clause(said)
    if concepts.RETAKEN.search(clause) or (metric is Metric.AREA_KM2 and _LOST.search(clause)):
        return Kind.RETAKEN, True
    if _REMAINING.search(clause):
        return Kind.REMAINING, True
    return (Kind.RETAKEN, False) if concepts.LIBERATED.search(clause) else None


def _is_additional(said: FigureInSentence, metric: Metric, *, daily: bool) -> bool:
    if metric is Metric.SETTLEMENTS and _OTHER_ONES.match(said.after_number):
        return True
    if metric in _CASUALTY and said.since_last > said.within[0]:
        return False
    if _MORE_BEFORE.search(said.before) or _MORE_AFTER.match(said.after_number) or _MORE_AFTER.match(said.after):
        return True
    return daily and metric in _DAILY_METRICS and not _SINCE_BEGINNING.search(said.sentence)


def _clause(said: FigureInSentence) -> str:
    """Return the part of the sentence around a figure, from the break before it to the one after it."""
    breaks = [found.end() for found in _BREAK.finditer(said.before)]
    behind = _BREAK.search(said.after)
    start = said.within[0] + (breaks[-1] if breaks else 0)
    clause = said.text[start : said.figure.end + (behind.start() if behind else len(said.after))]
    return clause if concepts.CONTROL.search(clause) else said.sentence
