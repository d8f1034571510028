"""The day a sentence speaks of: dates in words and digits, weekdays and "yesterday", against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geo.reading.number_words import NUMBER_WORDS

_MONTHS = (
    r"jan(?:uary)?|январ[яь]|січ(?:ня|ень)",
    r"feb(?:ruary)?|феврал[яь]|лют(?:ого|ий)",
    r"mar(?:ch)?|марта?|берез(?:ня|ень)",
    r"apr(?:il)?|апрел[яь]|квіт(?:ня|ень)",
    r"may|ма[яй]|трав(?:ня|ень)",
    r"june?|июн[яь]|черв(?:ня|ень)",
    r"july?|июл[яь]|лип(?:ня|ень)",
    r"aug(?:ust)?|августа?|серп(?:ня|ень)",
    r"sept?(?:ember)?|сентябр[яь]|верес(?:ня|ень)",
    r"oct(?:ober)?|октябр[яь]|жовт(?:ня|ень)",
    r"nov(?:ember)?|ноябр[яь]|листопада?",
    r"dec(?:ember)?|декабр[яь]|груд(?:ня|ень)",
)
_MONTH = "|".join(f"(?P<m{number}>{words})" for number, words in enumerate(_MONTHS, 1))
_UPTO = r"(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:-|to|and|по|до|и|і|та)\s*)?"
_DAY_MONTH = re.compile(
    rf"(?<!\d){_UPTO}(?P<day>\d{{1,2}})(?:st|nd|rd|th|-го|-е)?(?: "
    rf"of)?\s+(?:{_MONTH})(?!\w)\.?,?(?:\s+(?P<year>(?:19|20)\d\d))?"
)
_MONTH_DAY = re.compile(
    rf"(?<!\w)(?:{_MONTH})\.?\s+{_UPTO}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%])(?:,?\s+(?P<year>(?:19|20)\d\d))?"
)
_DIGITS = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:20)?\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_WEEKDAYS = (
    r"mondays?|понедельник\w*|понеділ(?:ок|ка|ку)",
    r"tuesdays?|вторник\w*|вівтор(?:ок|ка|ку)",
    r"wednesdays?|сред[уыа]|серед[ауиі]",
    r"thursdays?|четверг\w*|четвер(?:га)?",
    r"fridays?|пятниц[уыаей]+|п'ятниц[юіяею]+",
    r"saturdays?|суббот[уыаой]+|субот[уиаюі]+",
    r"sundays?|воскресень[еяю]|неділ[юіяею]+",
)
_WEEKDAY = re.compile(
    "(?<!\\w)(?:(?:last|past|on|по|за|минул\\w+|прошл\\w+|прошедш\\w+)\\s+)?(?:"
    + "|".join(f"(?P<w{number}>{words})" for number, words in enumerate(_WEEKDAYS))
    + r")(?!\w)"
)
_AGO = (
    (0, r"today|this (?:morning|afternoon|evening)|tonight|earlier in the day|сегодня\w*|сьогодні\w*"),
    (2, r"the day before yesterday|two days (?:ago|earlier)|позавчера|позавчора|два дня назад|два дні тому"),
    (3, r"three days ago|три дня назад|три дні тому"),
    (4, r"four days ago|четыре дня назад|чотири дні тому"),
    (5, r"five days ago|пять дней назад|п'ять днів тому"),
    (7, r"a week ago|неделю назад|тиждень тому"),
    (
        1,
        (
            r"yesterday|a day (?:earlier|ago)|the day before|the previous day|вчера\w*|накануне|учора\w*|вчора\w*|"
            r"напередодні|днем ранее|днем раньше|день тому|last night|прошлой ночью|прошлым вечером"
        ),
    ),
)
_AGO_WORDS = [(days, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for days, words in _AGO]
_UNSURE = re.compile(
    r"last (?:week|month|year)|earlier this (?:week|month)|the previous week|this week|recently|in recent days|на "
    r"прошлой неделе|на этой неделе|в прошлом месяце|минулого тижня|цього тижня|минулого місяця|ранее на этой "
    r"неделе|в последние дни|останніми днями|weeks ago|months ago|days earlier|a week earlier|неделей ранее|тижнем "
    r"раніше|тиждень раніше|позапрошл\w+"
)
_SO_MANY_AGO = re.compile(
    r"(?<!\w)(?:(?P<digits>\d{1,2})|(?P<word>[a-zа-яіїє']+)) (?P<unit>days?|weeks?|дня|дней|недел[иьюя]|днів|дні|"
    r"тижн\w+) (?:ago|назад|тому)(?!\w)"
)
_DAY_OF_MONTH = re.compile(
    r"(?<!\w)(?:(?:on|by) the (?P<day>\d{1,2})(?:st|nd|rd|th)(?! of)|(?P<number>\d{1,2})(?:-го)? числа)(?!\w)"
)
_IN_YEAR = re.compile(r"(?<!\w)(?:in|в|у|during) ((?:19|20)\d\d)(?!\d)")
_IN_MONTH = re.compile(
    r"(?<!\w)(?:(?:in|during) (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december)(?: (?:19|20)\d\d)?|"
    r"в (?:январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)|"
    r"[ув] (?:січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді|грудні))(?!\w)"
)
_MOST_UNITS_AGO = 60
#: Words for no day in particular: any day that is named beside them is the one.
_LOOSE = re.compile(
    r"this week|recently|in recent days|earlier this|на этой неделе|цього тижня|в последние дни|останніми днями|"
    r"ранее на этой"
)
#: A day after these is where a count begins, or when something else happened; not the day spoken of.
_START = re.compile(
    r"(?:since|between|from|starting|began on|begun on|started on|launched on|begin on|after|beginning|start of "
    r"the \w+ on|compared (?:with|to)|up from|than|than on|before|following|until|"
    r"с|со|от|между|між|после|начиная с|начавш\w+|начал\w*|начат\w*|з|зі|із|від|після|починаючи з|розпоча\w*|"
    r"почал\w*|розпочат\w*|до|перед|по сравнению с|порівняно з|invasion|incursion began|launched (?:its|their|the) "
    r"\w+)\s+(?:the |late |early |on )?$"
)
_AS_OF = re.compile(
    r"(?:as of|as at|by|as on|on the evening of|по состоянию на|на|к|ко|на утро|на вечер|станом на|на ранок|на "
    r"вечір|до ранку)\s+(?:the )?(?:morning of |evening of |утро |вечер |ранок |вечір )?$"
)
_BEGUN = re.compile(
    r"(?<!\w)(?:began|begun|started|launched|start of|crossed the border|начал\w*|начат\w*|старт\w*|вторгл\w*|"
    r"розпоча\w*|почал\w*|стартув\w*)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day that a text names; `day` None where it names one without saying which (last week)."""

    day: date | None
    start: int
    end: int
    as_of: bool = False


def day_mentions(text: str, within: tuple[int, int], published: date) -> list[DayMention]:
    """Find the days that a sentence speaks of, none after its publication and none that only begins a count.

    >>> def days(text):
    ...     return [str(one.day) for one in day_mentions(text, (0, len(text)), date(2024, 8, 13))]
    >>> days("on monday"), days("as of august 12"), days("since 6 august"), days("вчера"), days("станом на 11 серпня")
    (['2024-08-12'], ['2024-08-12'], [], ['2024-08-12'], ['2024-08-11'])
    >>> days("last week"), days("on tuesday"), days("on 20 december")
    (['None'], ['2024-08-13'], ['2023-12-20'])
    """
    found = sorted(_all(text, within, published), key=lambda one: (one.start, -one.end))
    kept: list[DayMention] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            continue
        before = text[max(within[0], one.start - 45) : one.start]
        if _START.search(before):
            continue
        if one.day is not None and one.day > published:
            continue
        kept.append(DayMention(one.day, one.start, one.end, bool(_AS_OF.search(before))))
    return kept


def _all(text: str, within: tuple[int, int], published: date) -> Iterator[DayMention]:
    yield from _dates(text, within, published)
    yield from _days_back(text, within, published)
    for pattern in (_UNSURE, _IN_MONTH):
        yield from (DayMention(None, *found.span()) for found in pattern.finditer(text, *within))
    for found in _IN_YEAR.finditer(text, *within):
        if int(found[1]) != published.year:
            yield DayMention(None, *found.span())


def _dates(text: str, within: tuple[int, int], published: date) -> Iterator[DayMention]:
    """Yield days of the calendar, in words and in digits."""
    for pattern in (_DAY_MONTH, _MONTH_DAY, _DIGITS, _ISO, _DAY_OF_MONTH):
        for found in pattern.finditer(text, *within):
            parts = found.groupdict()
            named = next((number for number in range(1, 13) if parts.get(f"m{number}")), published.month)
            year = parts.get("year")
            day = _dated(
                published,
                f"20{year}" if year and len(year) == 2 else year,
                int(parts.get("month") or named),
                int(parts.get("day") or parts.get("number") or 0),
            )
            if day is not None and not (pattern is _DAY_OF_MONTH and day > published):
                yield DayMention(day, *found.span())


def _days_back(text: str, within: tuple[int, int], published: date) -> Iterator[DayMention]:
    """Yield days that are so long before the day of publication: weekdays, yesterday, three days ago."""
    for found in _WEEKDAY.finditer(text, *within):
        number = next(number for number in range(7) if found[f"w{number}"])
        back = (published.weekday() - number) % 7
        if back == 0 and re.match(r"last |минул|прошл", found.group()):
            back = 7
        yield DayMention(published - timedelta(days=back), *found.span())
    for days, pattern in _AGO_WORDS:
        for found in pattern.finditer(text, *within):
            yield DayMention(published - timedelta(days=days), *found.span())
    for found in _SO_MANY_AGO.finditer(text, *within):
        count = int(found["digits"]) if found["digits"] else int(NUMBER_WORDS.get(found["word"], 0))
        if 0 < count <= _MOST_UNITS_AGO:
            weeks = re.match("week|недел|тиж", found["unit"]) is not None
            yield DayMention(published - timedelta(days=count * (7 if weeks else 1)), *found.span())


def _dated(published: date, year: str | None, month: int, day: int) -> date | None:
    """Return a date; without a year the last one that is not after the day of publication, tomorrow's excepted."""
    try:
        if year:
            return date(int(year), month, day)
        same = date(published.year, month, day)
    except ValueError:
        return None
    if same <= published + timedelta(days=45):
        return same
    try:
        return same.replace(year=published.year - 1)
    except ValueError:
        return None


def about_day(text: str, at: int, mentions: list[DayMention]) -> DayMention | None:
    """Choose the day of what stands at a place of a sentence: one said as of, else the nearest that is named."""
    as_of = [one for one in mentions if one.as_of]
    named = [one for one in mentions if one.day is not None or not _LOOSE.match(text, one.start, one.end)]
    chosen = as_of or named or mentions
    if not chosen:
        return None

    def far(one: DayMention) -> tuple[int, int]:
        clause = ";" in text[min(one.end, at) : max(one.start, at)]
        return abs(one.start - at) + (40 if clause else 0), one.start

    return min(chosen, key=far)


def opens_a_count(text: str, within: tuple[int, int]) -> bool:
    """Whether a sentence tells when something began, so that its day is not the day of the figures after it."""
    return _BEGUN.search(text, *within) is not None
