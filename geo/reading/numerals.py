"""Numbers in a flat text: digits, words, ranges, round and vague ones; dates, ages, hours and names are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.reading.number_words import NUMBER_WORDS, is_vague, multiplier, round_number


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its place in the flat text; `high` is the upper end of a range.

    `rounded` says that the word itself means about (a dozen), `vague` that it names no number at all (dozens), and
    `doubtful` that its digits can be read in two ways (12.500).
    """

    start: int
    end: int
    value: float
    high: float | None = None
    rounded: bool = False
    vague: bool = False
    doubtful: bool = False
    multiplied: bool = False


_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*|январ\w+|феврал\w+|март\w+|апрел\w+|ма[яе]|июн\w+|"
    r"июл\w+|август\w*|сентябр\w+|октябр\w+|ноябр\w+|декабр\w+|січн\w+|лют(?:ого|ому)|берез(?:ня|ні)|квіт(?:ня|ні)|"
    r"трав(?:ня|ні)|черв(?:ня|ні)|лип(?:ня|ні)|серп(?:ня|ні)|верес(?:ня|ні)|жовт(?:ня|ні)|листопад\w*|груд(?:ня|ні)"
)
#: What looks like a number and counts nothing.
_MASKED = re.compile(
    rf"\b(?:{_MONTH})\.?,? (?:19|20)\d\d\b|"
    rf"\d{{1,2}}(?:\s*(?:-|to|and|и|по|до|та|і)\s*\d{{1,2}})?(?:st|nd|rd|"
    rf"th)?(?:\s+of)?\s+(?:{_MONTH})\b\.?(?:,?\s+(?:19|20)\d\d)?"
    rf"|\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:\s*(?:-|to|and)\s*\d{{1,2}})?(?:st|nd|rd|th)?(?!\d|[.,]?\d|\s*(?:km|км|"
    rf"square|sq|people))"
    r"(?:,?\s+(?:19|20)\d\d)?"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:19|20)\d\d(?:\s*-\s*(?:19|20)?\d\d)?(?=\s*(?:г\.|год|рок|р\.|рр|гг))"
    r"|(?<=\bin )(?:19|20)\d\d\b|(?<=\bsince )(?:19|20)\d\d\b|(?<=\bв )(?:19|20)\d\d\b|(?<=\bу )(?:19|20)\d\d\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d+-(?:й|я|е|го|му|ом|м|ми|х|ту|та|те|ша|ий|ій|ої|им|ый|ая)\b"
    r"|\b\d+(?:[.,]\d+)?\s*(?:%|percent|per cent|процент\w*|відсот\w*)|\b[\w-]+-year-old\b|\b\d+-(?:year|літн|летн|"
    r"річн|day|month|мм|mm|millimet)\w*"
    r"|[$€£₽₴]\s*\d[\d.,]*(?:\s*(?:million|billion|thousand|bn|m)\b)?|№\s*\d+|\bno\.\s*\d+"
    r"|\b[a-zа-яіїєґ]+-\d+\w*|\b\d+[a-zа-яіїєґ]-\d+\w*|\b\d+/\d+\b"
)
_DIGITS = re.compile(
    r"(?<![\w.,/])(?:(?P<grouped>\d{1,3}(?:(?P<mark>[ ,.'])\d{3})(?:(?P=mark)\d{3})*)(?![\d])|"
    r"(?P<plain>\d+(?:[.,]\d{1,2})?))"
    r"(?![\d]|[.,:]\d)"
)
#: Half of a unit in one word, and a unit alone that stands for one: полкилометра, продвинулись на километр.
_HALF = re.compile(r"(?<!\w)(?:пів|пол)-?(?=кілометр|километр)")
_ONE_UNSAID = re.compile(r"(?<!\w)на (?=(?:километр|кілометр)(?!\w)(?! \d))")
_ONE_OR_TWO = re.compile(r"(?<!\w)(?:a|another) (?=(?:kilomet(?:re|er)|mile) or two(?!\w))")
_WORD = re.compile(r"[a-zа-яіїєґ']+")
_GLUE = re.compile(r"\s*-?\s*|\s+and\s+")
_BETWEEN = re.compile(r"\s*(?:-|to|до|по|or|или|чи|або|and|и|і|та|й)\s*")
_UNIT_WITHIN = re.compile(r"\s*-?\s*(?:km|км|kilomet\w+|километр\w*|кілометр\w*|miles?|миль|sq\.? ?km|кв\.? ?км)\.?")
_OPENED = re.compile(r"\b(?:between|from|between about|от|с|между|від|з|між)\s+(?:about |около |близько )?$")
_AND = re.compile(r"\s*(?:and|и|і|та|й)\s*")
_ROSE = re.compile(r"\b(?:rose|risen|grew|grown|increas|climb|jump|вырос|увелич|возрос|зрос|збільш|виріс)")
_CYRILLIC = re.compile("[а-яіїєґ]")


def numerals(text: str) -> list[Numeral]:
    """Find the numbers of a text in lower case, in order.

    >>> [(one.value, one.high) for one in numerals("12 km by 1 000, from 5 to 10 km, 10 тыс. на 12.08.2024")]
    [(12.0, None), (1000.0, None), (5.0, 10.0), (10000.0, None)]
    >>> [one.value for one in numerals("двенадцати из ста двадцати одной тысячи, п'яти, a dozen, twenty-eight")]
    [12.0, 121000.0, 5.0, 12.0, 28.0]
    """
    return _joined(text, sorted(_single(text), key=lambda one: one.start))


def _single(text: str) -> Iterator[Numeral]:
    taken = [False] * len(text)
    for masked in _MASKED.finditer(text):
        taken[masked.start() : masked.end()] = [True] * (masked.end() - masked.start())
    cyrillic = _CYRILLIC.search(text) is not None
    for found in _DIGITS.finditer(text):
        if not taken[found.start()] and not _glued(text, found.end()):
            yield _times(text, _digits(found, cyrillic))
    yield from (Numeral(one.start(), one.end(), 0.5, multiplied=True) for one in _HALF.finditer(text))
    yield from (Numeral(one.end(), one.end(), 1.0) for one in _ONE_UNSAID.finditer(text))
    yield from (Numeral(one.end(), one.end(), 1.0, 2.0) for one in _ONE_OR_TWO.finditer(text))
    yield from _words(text, taken)


def _glued(text: str, end: int) -> bool:
    """Whether letters that are no unit follow at once: 38k-030, 72b3."""
    tail = re.match(r"[a-zа-яіїєґ]+", text[end:])
    return tail is not None and tail.group() not in {
        "km",
        "км",
        "k",
        "m",
        "mi",
        "миль",
        "м",
        "тыс",
        "тис",
        "кв",
        "sq",
        "sqkm",
    }


def _digits(found: re.Match[str], cyrillic: bool) -> Numeral:
    printed, mark = found.group(), found["mark"]
    if found["grouped"]:
        doubtful = printed.count(mark or "?") == 1 and (mark == "." or (mark == "," and cyrillic))
        return Numeral(found.start(), found.end(), float(re.sub(r"\D", "", printed)), doubtful=doubtful)
    return Numeral(found.start(), found.end(), float(printed.replace(",", ".")))


def _times(text: str, number: Numeral) -> Numeral:
    """Multiply a number by the word after it: 10 тыс., 1.5 million, 121k."""
    after = re.match(r"\s*-?\s*(k\b|[a-zа-яіїєґ]+)(\.?)", text[number.end :])
    if after is None:
        return number
    word = after[1]
    by = 1000.0 if word == "k" else multiplier(word) or (_round_by(word) if number.value < 1000 else None)
    if by is None:
        return number
    end = number.end + after.end(2 if word in {"тыс", "тис", "млн"} else 1)
    rounded = round_number(word) is not None and multiplier(word) is None
    return replace(number, end=end, value=number.value * by, multiplied=True, rounded=rounded, doubtful=False)


def _round_by(word: str) -> float | None:
    return round_number(word)


def _words(text: str, taken: list[bool]) -> Iterator[Numeral]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if word.group() == "and" and run:
            continue
        if taken[word.start()] or not _counts(word.group()) or _pronoun(text, word):
            yield from _value(text, run)
            run = []
            continue
        if run and not _continues(text, run[-1], word):
            yield from _value(text, run)
            run = []
        run.append(word)
    yield from _value(text, run)


def _pronoun(text: str, word: re.Match[str]) -> bool:
    """Whether a word for one is no number: no one, one another, ни один."""
    if NUMBER_WORDS.get(word.group()) != 1.0:
        return False
    before, after = text[max(0, word.start() - 12) : word.start()], text[word.end() : word.end() + 12]
    return bool(
        re.search(r"(?<!\w)(?:no|any|every|this|that|which|the|ни|жоден|жодн\w+|не)\s+$", before)
        or re.match(r"\s+(?:another|by\b|день|раз\b)", after)
    )


def _counts(word: str) -> bool:
    return word in NUMBER_WORDS or multiplier(word) is not None or round_number(word) is not None or is_vague(word)


def _continues(text: str, last: re.Match[str], word: re.Match[str]) -> bool:
    """Whether a word goes on with a number: tens before units, and any number before a multiplier."""
    gap = text[last.end() : word.start()]
    before, now = NUMBER_WORDS.get(last.group()), NUMBER_WORDS.get(word.group())
    if not _GLUE.fullmatch(gap) or (is_vague(word.group()) and multiplier(word.group()) is None):
        return False
    if "and" in gap:
        return now is not None and multiplier(last.group()) is not None
    if now is None:
        return True
    return before is None or (before >= 20 and now < 10 and before < 100) or (before >= 100 and now < 100)


def _value(text: str, run: list[re.Match[str]]) -> Iterator[Numeral]:
    if not run:
        return
    words = [word.group() for word in run]
    start, end = run[0].start(), run[-1].end()
    if len(words) == 1 and is_vague(words[0]):
        before = text[max(0, start - 12) : start]
        if re.search(r"(?:пів|half a)\s+$", before):
            yield Numeral(start, end, 500.0 if words[0].startswith(("тысяч", "тисяч")) else 50.0, multiplied=True)
        if re.search(r"(?:\d\s*-?|пів|half a)\s*$", before):
            return
        yield Numeral(start, end, 0.0, vague=True)
        return
    total, current, rounded = 0.0, 0.0, False
    before = text[max(0, start - 12) : start]
    for word in words:
        by = multiplier(word)
        if by is not None:
            current = (current or 1.0) * by
            total, current = (total + current, 0.0) if by >= 1000 else (total, current)
        elif (many := round_number(word)) is not None:
            rounded = True
            current = (current or (0.5 if re.search(r"half an? $|пол$|пів$", before) else 1.0)) * many
        else:
            current += NUMBER_WORDS[word]
    if re.search(r"\d\s*-?\s*$", before) or (
        rounded and re.search(r"(?:several|few|нескольк\w+|кільк\w+)\s+$", before)
    ):
        if rounded and not before.rstrip()[-1:].isdigit():
            yield Numeral(start, end, 0.0, vague=True)
        return
    yield Numeral(start, end, total + current, rounded=rounded, multiplied=total > 0)


def _joined(text: str, singles: list[Numeral]) -> list[Numeral]:
    """Join the two ends of a range; of "rose from 12 to 28" the second number alone is kept."""
    found: list[Numeral] = []
    for number in singles:
        last = found[-1] if found else None
        if last is None or last.high is not None or last.vague or number.vague:
            found.append(number)
            continue
        gap = text[last.end : number.start]
        if last.multiplied and gap == " " and last.value % 1000 == 0 and number.value < 1000 and not number.multiplied:
            found[-1] = replace(number, start=last.start, value=last.value + number.value, multiplied=True)
            continue
        within = _UNIT_WITHIN.match(gap)
        gap = gap[within.end() :] if within else gap
        opened = _OPENED.search(text[: last.start])
        low = replace(last, value=last.value * _shared(last, number))
        if (
            not _BETWEEN.fullmatch(gap)
            or low.value >= number.value
            or (_AND.fullmatch(gap) and not opened)
            or (gap.strip() == "and" and not (opened and "between" in opened.group()))
        ):
            found.append(number)
        elif opened and opened.group().split()[0] in {"from", "с", "з"} and _ROSE.search(text[: last.start]):
            found[-1] = number
        else:
            found[-1] = replace(number, start=last.start, value=low.value, high=number.value)
    return found


def _shared(low: Numeral, high: Numeral) -> float:
    """Return what the lower end of "10-15 тыс." is multiplied by."""
    if not high.multiplied or low.multiplied:
        return 1.0
    by = 1_000_000.0 if high.value >= 1_000_000 else 1000.0 if high.value >= 1000 else 1.0
    return by if low.value * by < high.value else 1.0
