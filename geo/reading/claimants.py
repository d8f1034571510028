"""Who said it: the claimant of a sentence, by the verb of saying in it or in its neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.reading.flat_text import FlatText
from geo.reading.nominative import body_in_nominative, nominative
from geo.reading.sentences import Sentence
from geo.reading.speech import (
    ACCORDING,
    BODY,
    OUTLET,
    PRONOUN,
    TITLE_WORDS,
    VERBS_EN,
    VERBS_RU,
    VERBS_UK,
    is_geography,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A claimant as a text names it: `name` in the nominative, `role` as printed, where it stands in the flat text."""

    name: str
    role: str
    start: int
    end: int
    pronoun: bool = False
    outlet: bool = False
    weak: bool = False


_VERB = re.compile(rf"(?<![\w'-])(?:{VERBS_EN}|{VERBS_RU}|{VERBS_UK})(?![\w'])", re.IGNORECASE)
_ACCORDING = re.compile(rf"(?<![\w'])(?:{ACCORDING})\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<!\w)((?:the )?(?:[A-Z][\w.-]+ ){0,4}[A-Z][\w.-]+)'s? (?:latest |own |official |daily )?(?:estimate|account|count|tally|figure|data|assessment|map|calculation|statement|report)s?\b")
_TOKEN = re.compile(r"[\w.'’/&-]+|[,\"()«»:;]")
_SMALL = frozenset("of the for and a an al el bin de van in an on by по в із з та и і у".split())
_SKIPPED_BEFORE_VERB = re.compile(
    r"(?:\s+|^)(?:also|later|earlier|previously|has|have|had|then|meanwhile|himself|herself|separately|publicly|repeatedly|now|today|yesterday|initially|again|"
    r"on (?:telegram|facebook|x|twitter|state tv|television)|in (?:a|his|her|its|their|an) [\w -]{3,40}|at (?:a|the) [\w -]{3,30}|"
    r"(?:late |early )?(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: \w+)?|on (?:\d{1,2} \w+|\w+ \d{1,2})(?: \d{4})?|"
    r"также|ранее|позже|сегодня|вчера|утром|вечером|уже|накануне|официально|днем|лично|"
    r"також|раніше|пізніше|сьогодні|вчора|учора|зранку|ввечері|вже|напередодні|офіційно|"
    r"в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|во вторник|у (?:понеділок|вівторок|середу|четвер|суботу|неділю|п'ятницю)|в (?:понеділок|середу|п'ятницю|суботу|неділю)|"
    r"\d{1,2} (?:августа|серпня|мая|травня|сентября|вересня|января|січня|июля|липня|октября|жовтня|ноября|листопада|декабря|грудня|апреля|квітня|марта|березня|июня|червня|февраля|лютого))\s*$",
    re.IGNORECASE,
)
_SPEAKS_ON = re.compile(rf"(?<![\w']){PRONOUN.pattern}(?: (?:also|later|then|had|has|також|также|затем|потім|ще|еще))*\s+$", re.IGNORECASE)
_SPEAKS_ON_AFTER = re.compile(rf"\s*{PRONOUN.pattern}(?=\s*[.,;:]|$)", re.IGNORECASE)
#: Between a verb and its subject in Russian and Ukrainian: when, where, to whom.
_SKIPPED_AFTER_VERB = re.compile(
    r"\s*(?:,\s*)?(?:в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|понеділок|середу|четвер|п'ятницю|суботу|неділю|эфире|ефірі|интервью|інтерв'ю)|во вторник|"
    r"у (?:понеділок|вівторок|середу|четвер|п'ятницю|суботу|неділю|ефірі|інтерв'ю)|(?:вечером|утром|днем|ввечері|зранку|вранці)(?: \d{1,2} \w+)?|сегодня|вчера|накануне|сьогодні|вчора|учора|напередодні|"
    r"\d{1,2} (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\w*|"
    r"(?:президент|премьер|премьер-министр|прем'єр|глав|журналист|министр|міністр|агентств|телеканал|корреспондент|жител|мешканц|верховн\w+ главнокомандующ|депутат|издани|виданн)(?:у|ові|еві|ам|ю|ем|ему|е|і)(?: (?:государства|держави|России|Росії|Украины|України|РФ|страны|країни))?(?: [А-ЯІЇЄ][\w'-]+(?:у|ю|ові|еві|ому|ему))*|"
    r"(?:Владимиру |Володимиру )?(?:Путину|Путіну|Зеленскому|Зеленському)|(?:агентству )?(?:ТАСС|РИА Новости|Интерфаксу|Reuters|Интерфакс|Суспільному|Укрінформу|AFP|AP)(?=\s+[а-яіїєА-ЯІЇЄ])|"
    r"(?:в|у|на) (?:своем |своїм |своєму |своему )?(?:telegram|телеграм|телеграме|телеграм-канале|телеграм-каналі|telegram-канале|telegram-каналі|facebook|фейсбуці|фейсбуке|брифинге|брифінгу|брифінгі|совещании|нараді|twitter|соцсет\w+|соцмереж\w+)|"
    r"(?:on|late on|earlier on) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:reporters|journalists)(?: in \w+)?)(?![\w-])\s*",
    re.IGNORECASE,
)
_HIS_WORDS = re.compile(
    r"(?<![\w'])(?:по (?:его|ее|её|их) (?:словам|данным|оценке|оценкам|информации|подсчетам)|за (?:його|її|їхніми|їх) (?:словами|даними|оцінкою|оцінками|інформацією|підрахунками)|by (?:his|her|their|its) (?:account|count|estimate|reckoning)|"
    r"in (?:his|her|their) words|according to (?:him|her|them|it)|as (?:he|she) put it|на (?:його|її) думку|по (?:его|её|ее) мнению)(?![\w'])",
    re.IGNORECASE,
)
#: Verbs that take a number and say nothing of who speaks if no person or body stands before them.
_WEAK = re.compile(r"(?:put|puts|gave|gives|shows?|showed|counts?|counted|report|reports|claim|claims|estimates?|recorded|registered|привел\w?|приводит|listed|states|described|published)$", re.IGNORECASE)


def attributions(flat: FlatText, sentence: Sentence) -> list[Attribution]:
    """Find who is said to speak in a sentence, in order.

    >>> from geo.reading.flat_text import flatten
    >>> def names(text):
    ...     return [(one.name, one.role) for one in attributions(flatten(text), Sentence(0, len(text), 0))]
    >>> names("Kursk's acting governor Alexei Smirnov told Putin that 28 villages were held.")
    [('Alexei Smirnov', "Kursk's acting governor")]
    >>> names("По словам врио губернатора Курской области Алексея Смирнова, заняты 28 сёл.")
    [('Алексей Смирнов', 'врио губернатора Курской области')]
    >>> names("28 villages are held, said Andriy Yermak, the head of the office.")
    [('Andriy Yermak', 'the head of the office')]
    """
    found = sorted(_all(flat.cased, sentence), key=lambda one: one.start)
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _all(text: str, sentence: Sentence) -> Iterator[Attribution]:
    start, end = sentence.start, sentence.end
    quoted = [found.span() for found in re.finditer(r"\"[^\"]{15,}\"", text[start:end])]
    yield from (Attribution("", "", *found.span(), pronoun=True) for found in _HIS_WORDS.finditer(text, start, end))
    for found in _ACCORDING.finditer(text, start, end):
        tokens = _forward(text, found.end(), end)
        if tokens:
            yield from _named(text, tokens, found.start(), oblique=True)
    for found in _POSSESSIVE.finditer(text, start, end):
        yield from _named(text, list(_TOKEN.finditer(text, *found.span(1))), found.start(), oblique=False)
    for verb in _VERB.finditer(text, start, end):
        if any(a <= verb.start() - start < b for a, b in quoted):
            continue
        if (one := _SPEAKS_ON.search(text[start : verb.start()])) or _SPEAKS_ON_AFTER.match(text, verb.end(), end):
            yield Attribution("", "", start + one.start() if one else verb.start(), verb.end(), pronoun=True)
            continue
        before = _backward(text, start, verb.start())
        named = list(_named(text, before, verb.start(), oblique=False)) if before else []
        if not named and not _WEAK.match(verb.group()) and not re.match(r"\s+(?:that|что|що)\b", text[verb.end() : end]):
            after = _forward(text, verb.end(), end)
            if re.search(r"(?:\bby|\bто|\bbe|\bis|\bwas)\s+$", text[start : verb.start()]) and not re.match(r"\s*by\b", text[verb.end() : end]):
                after = []
            named = list(_named(text, after, verb.end(), oblique=False)) if after else []
        yield from (replace(one, weak=_WEAK.match(verb.group()) is not None) for one in named)


def _backward(text: str, start: int, verb: int) -> list[re.Match[str]]:
    """Return the words of the noun phrase that ends before a verb."""
    left = text[start:verb]
    while (skipped := _SKIPPED_BEFORE_VERB.search(left)) is not None:
        left = left[: skipped.start()]
    tokens = list(_TOKEN.finditer(text, start, start + len(left)))
    taken: list[re.Match[str]] = []
    if tokens and tokens[-1].group() == ",":
        return _before_comma(tokens)
    for token in reversed(tokens):
        if not _belongs(token.group()):
            break
        taken.insert(0, token)
    return _trimmed(taken)


def _before_comma(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Read "NAME, the acting governor, said": the name before the first comma."""
    commas = [number for number, token in enumerate(tokens[:-1]) if token.group() == ","]
    if not commas:
        return []
    inside = tokens[commas[-1] + 1 : -1]
    clause = bool(inside) and inside[0].group() in {"who", "which"}
    described = bool(inside) and (clause or inside[0].group().lower() in {"a", "an", "the"} or _belongs(inside[0].group()))
    if not described or len(inside) > 14:
        return []
    taken: list[re.Match[str]] = []
    for token in reversed(tokens[: commas[-1]]):
        if not _belongs(token.group()):
            break
        taken.insert(0, token)
    if all(token.group()[0].isupper() and not _is_title(token.group()) for token in inside):
        return _trimmed([*taken, *inside])
    if not _has_name(taken) and _has_name(inside):
        return _trimmed(inside)
    return _trimmed(taken)


def _has_name(tokens: list[re.Match[str]]) -> bool:
    return any(token.group()[0].isupper() and not _is_title(token.group()) for token in tokens)


def _forward(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of the noun phrase that begins after a verb, and of one in apposition."""
    taken: list[re.Match[str]] = []
    while (skipped := _SKIPPED_AFTER_VERB.match(text, start, end)) is not None and skipped.end() > start:
        start = skipped.end()
    for token in _TOKEN.finditer(text, start, end):
        if taken and text[taken[-1].end() : token.start()].strip():
            break
        if not _belongs(token.group()) or len(taken) > 14:
            break
        if re.match(r"In|On|At|By|В|На|С|У|З", token.group()) and len(token.group()) <= 2 and token.group() not in {"СБУ"}:
            break
        taken.append(token)
        if token.group().endswith(".") and len(token.group()) > 3 and token.group()[0].isupper() and token.end() >= end:
            break
    return _trimmed(taken)


#: An adjective of a place, an office or a branch: медицинский источник, ливанская армия.
_ADJECTIVE = re.compile(r"[а-яіїєґ'-]+(?:ский|ской|ская|ского|ское|ские|ських|ський|ська|ське|ської|ського|ські|цкий|цкая|цький|цька|ный|ная|ной|ного|ное|ний|ної|ного)")


def _belongs(word: str) -> bool:
    if word in {",", '"', "(", ")", "«", "»", ":", ";"}:
        return False
    low = word.lower().rstrip(".")
    if word.islower() and _ADJECTIVE.fullmatch(low):
        return True
    return word[:1].isupper() or low in TITLE_WORDS or low in _SMALL or low in {"и.о", "в.о", "т.в.о"} or low.endswith(("-based", "'s"))


def _trimmed(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    while tokens and (tokens[0].group().lower() in _SMALL - {"the"} or tokens[0].group() in {"But", "And", "While", "However", "Meanwhile", "As", "When", "После", "Как", "Также", "Также", "Однако", "Як", "Також", "Однак", "In", "On", "At", "Earlier", "Later", "Ранее", "Раніше", "Позже"}):
        tokens = tokens[1:]
    while tokens and tokens[-1].group().lower() in _SMALL | {"'s"}:
        tokens = tokens[:-1]
    return tokens


def _named(text: str, tokens: list[re.Match[str]], at: int, *, oblique: bool) -> Iterator[Attribution]:
    """Split a noun phrase into the name of a person or body and its role."""
    words = [token.group().strip(".,'") if not _initial(token.group()) else token.group() for token in tokens]
    words = [re.sub(r"'s$", "'s", word) for word in words if word]
    if not words or (len(words) == 1 and words[0].lower() in {"the", "a", "figures", "data"}):
        return
    start, end = min(at, tokens[0].start()), max(at, tokens[-1].end())
    phrase = " ".join(words)
    if PRONOUN.fullmatch(phrase) or PRONOUN.fullmatch(words[-1]):
        yield Attribution("", "", start, end, pronoun=True)
        return
    if re.fullmatch(r"(?:That|This|There|These|Those|What|Which|Who|Это|Этот|Тот|Це|Цей|I|We|You|Мы|Я|Ми|Residents?|People|Witnesses)", phrase):
        return
    last = max((number for number in range(len(words)) if _is_title_at(words, number)), default=-1)
    name = words[last + 1 :]
    apposition = _apposition(text, tokens[-1].end())
    if name and last >= 0 and words[last].lower() in {"of", "in", "for", "в", "у"} and BODY.search(" ".join(words[:last]).lower()):
        name = []
    if name and name[0][:1].isupper() and not BODY.search(" ".join(name).lower()):
        printed = " ".join(name)
        role = " ".join(words[: last + 1]) or apposition
        if oblique:
            printed = nominative(printed, ukrainian=_is_ukrainian(text[start:end]))
        yield Attribution(printed, _bare(role), start, end, outlet=bool(OUTLET.fullmatch(printed)))
        return
    if last < 0 and not BODY.search(phrase.lower()):
        return
    body = _bare(body_in_nominative(phrase))
    if not any(word[:1].isupper() or BODY.search(word.lower()) or word.lower() in TITLE_WORDS for word in words):
        return
    yield Attribution(body, "", start, end, outlet=bool(OUTLET.fullmatch(body)))


def _initial(word: str) -> bool:
    return re.fullmatch(r"[A-ZА-ЯІЇЄ]\.", word) is not None


def _is_title_at(words: list[str], number: int) -> bool:
    """Whether a word is part of a title: an acronym is where a name follows, an adjective of a place where it is not last."""
    word = words[number]
    if number == len(words) - 1 and is_geography(word) and re.search(r"(?:ого|ский|ський|цкий)$", word):
        return False
    named = number + 1 < len(words) and words[-1][:1].isupper() and not words[-1].isupper()
    return _is_title(word) or (word.isupper() and len(word) > 1 and named and not word.endswith("."))


def _is_title(word: str) -> bool:
    low = word.lower()
    return low in TITLE_WORDS or low in _SMALL or is_geography(word) or word.endswith("'s")


def _apposition(text: str, end: int) -> str:
    found = re.match(r",\s+((?:the |a |an )?[a-zа-яіїєґ][^,.;:\"()]{3,70}?)(?=[,.;]|$)", text[end : end + 90])
    return found[1] if found and any(word.lower() in TITLE_WORDS for word in found[1].split()[:4]) else ""


def _bare(role: str) -> str:
    return re.sub(r"^(?:the|a|an|в|у|во|in) ", "", role, flags=re.IGNORECASE) if not role.startswith("the head") else role


def _is_ukrainian(text: str) -> bool:
    return re.search(r"[іїєґІЇЄҐ]|за |згідно", text) is not None
