"""The claimant of a sentence, by the verb of saying in it: a person with a role, a body or a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.reading.attribution.nominative import body_in_nominative, nominative
from geo.reading.attribution.noun_phrases import (
    TOKEN,
    apposition_after,
    leading_words,
    split_name,
    words_after,
    words_before,
    words_of_clause,
)
from geo.reading.attribution.speech import (
    ACCORDING,
    OUTLET,
    PRONOUN,
    VERBS_EN,
    VERBS_RU,
    VERBS_UK,
)
from geo.reading.flat_text import FlatText
from geo.reading.sentences import Sentence


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
    person: bool = False


_VERB = re.compile(rf"(?<![\w'-])(?:{VERBS_EN}|{VERBS_RU}|{VERBS_UK})(?![\w'])", re.IGNORECASE)
_ACCORDING = re.compile(rf"(?<![\w'])(?:{ACCORDING})\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(
    r"(?<!\w)((?:the )?(?:[A-Z][\w.-]+ ){0,4}[A-Z][\w.-]+)'s? (?:latest |own |official |daily )?(?:estimate|"
    r"account|count|tally|figure|data|assessment|map|calculation|statement|report)s?\b"
)
_SKIPPED_BEFORE_VERB = re.compile(
    r"(?:\s+|^)(?:also|later|earlier|previously|has|have|had|then|meanwhile|himself|herself|separately|publicly|"
    r"repeatedly|now|today|yesterday|initially|again|"
    r"on (?:telegram|facebook|x|twitter|state tv|television)|(?-i:in (?:a|his|her|its|their|an) [a-z -]{3,40}|at "
    r"(?:a|the) [a-z -]{3,30})|"
    r"(?:late |early )?(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: \w+)?|on (?:\d{1,2} "
    r"\w+|\w+ \d{1,2})(?: \d{4})?|"
    r"также|ранее|позже|сегодня|вчера|утром|вечером|уже|накануне|официально|днем|лично|"
    r"також|раніше|пізніше|сьогодні|вчора|учора|зранку|ввечері|вже|напередодні|офіційно|"
    r"в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|во вторник|у (?:понеділок|вівторок|"
    r"середу|четвер|суботу|неділю|п'ятницю)|в (?:понеділок|середу|п'ятницю|суботу|неділю)|"
    r"\d{1,2} (?:августа|серпня|мая|травня|сентября|вересня|января|січня|июля|липня|октября|жовтня|ноября|"
    r"листопада|декабря|грудня|апреля|квітня|марта|березня|июня|червня|февраля|лютого))\s*$",
    re.IGNORECASE,
)
_SPEAKS_ON = re.compile(
    rf"(?<![\w']){PRONOUN.pattern}(?: (?:also|later|then|had|has|також|также|затем|потім|ще|еще))*\s+$", re.IGNORECASE
)
_SPEAKS_ON_AFTER = re.compile(rf"\s*{PRONOUN.pattern}(?=\s*[.,;:]|$)", re.IGNORECASE)
#: A name before a colon speaks: "Syrskyi: 82 settlements are under control".
_COLON = re.compile(r"([A-ZА-ЯІЇЄҐ][\w'-]+(?:\s[\w'-]+){0,4}):\s")
#: Between a verb and its subject in Russian and Ukrainian: when, where, to whom.
_SKIPPED_AFTER_VERB = re.compile(
    r"\s*(?:,\s*)?(?:(?:на|в|у|во время|під час) (?:совещании|встрече|заседании|пресс-конференции|видеоконференции|"
    r"форуме|"
    r"телемарафоне|нараді|зустрічі|засіданні|прес-конференції|форумі|телемарафоні)"
    r"(?: (?:с|со|у|з|із|зі) (?:президентом |главой |президента )?[А-ЯІЇЄ][\w'-]+)?|в (?:понедельник|вторник|среду|"
    r"четверг|пятницу|субботу|воскресенье|понеділок|середу|четвер|"
    r"п'ятницю|суботу|неділю|эфире|ефірі|интервью|інтерв'ю)|во вторник|"
    r"у (?:понеділок|вівторок|середу|четвер|п'ятницю|суботу|неділю|ефірі|інтерв'ю)|(?:вечером|утром|днем|ввечері|"
    r"зранку|вранці)(?: \d{1,2} \w+)?|сегодня|вчера|накануне|сьогодні|вчора|учора|напередодні|"
    r"\d{1,2} (?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лют|берез|квіт|"
    r"трав|черв|лип|серп|верес|жовт|листопад|груд)\w*|"
    r"(?:президент|премьер|премьер-министр|прем'єр|глав|журналист|министр|міністр|агентств|телеканал|корреспондент|"
    r"жител|мешканц|верховн\w+ главнокомандующ|депутат|издани|виданн)(?:у|ові|еві|ам|ю|ем|ему|е|і)(?: "
    r"(?:государства|держави|России|Росії|Украины|України|РФ|страны|країни))?(?: [А-ЯІЇЄ][\w'-]+(?:у|ю|ові|еві|ому|"
    r"ему))*|"
    r"(?:Владимиру |Володимиру )?(?:Путину|Путіну|Зеленскому|Зеленському)|(?:агентству )?(?:ТАСС|РИА Новости|"
    r"Интерфаксу|Reuters|Интерфакс|Суспільному|Укрінформу|AFP|AP)(?=\s+[а-яіїєА-ЯІЇЄ])|"
    r"(?:в|у|на) (?:своем |своїм |своєму |своему )?(?:telegram|телеграм|телеграме|телеграм-канале|телеграм-каналі|"
    r"telegram-канале|telegram-каналі|facebook|фейсбуці|фейсбуке|брифинге|брифінгу|брифінгі|совещании|нараді|"
    r"twitter|соцсет\w+|соцмереж\w+)|"
    r"(?:on|late on|earlier on) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:reporters|"
    r"journalists)(?: in \w+)?)(?![\w-])\s*",
    re.IGNORECASE,
)
_HIS_WORDS = re.compile(
    r"(?<![\w'])(?:по (?:его|ее|её|их) (?:словам|данным|оценке|оценкам|информации|подсчетам)|за (?:його|її|їхніми|"
    r"їх) (?:словами|даними|оцінкою|оцінками|інформацією|підрахунками)|by (?:his|her|their|its) (?:account|count|"
    r"estimate|reckoning)|"
    r"in (?:his|her|their) words|according to (?:him|her|them|it)|as (?:he|she) put it|на (?:його|її) думку|по "
    r"(?:его|её|ее) мнению)(?![\w'])",
    re.IGNORECASE,
)
#: Verbs that take a number and say nothing of who speaks if no person or body stands before them.
_WEAK = re.compile(
    r"(?:put|puts|gave|gives|shows?|showed|counts?|counted|report|reports|claim|claims|estimates?|recorded|"
    r"registered|привел\w?|приводит|listed|states|described|published)$",
    re.IGNORECASE,
)


_SHORT_QUOTE = re.compile(r'"([^"\n]{1,25})"')
#: At the end of a sentence, after a comma: any verb of Russian or Ukrainian, and who.
_CLOSING = re.compile(
    r",\s+(?:как |як )?[а-яіїєґ'-]+(?:л[аио]?|в|ла|ло|ли|ет|ют|ит|ят|є|ють|ить|ять)(?:ся|сь)?\s+([^,;:]{3,90}?)[.\"]*$"
)
_CLOSING_ENGLISH = re.compile(r",\s+((?:[A-Za-z][\w'.-]*\s){1,7}?)(?:[a-z]+ed|[a-z]+s)[.\"]*$")
#: At the head of one: who, any verb, and "that".
_OPENING = re.compile(r"([^,;:\"]{3,90}?),?\s+(?:что|що|that)\s")


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
    found = sorted(_all(flat.cased, sentence), key=lambda one: one.start) or list(_by_place(flat.cased, sentence))
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _all(text: str, sentence: Sentence) -> Iterator[Attribution]:
    start, end = sentence.start, sentence.end
    text = _SHORT_QUOTE.sub(r" \1 ", text)
    quoted = [found.span() for found in re.finditer(r"\"[^\"]{15,}\"", text[start:end])]
    yield from (Attribution("", "", *found.span(), pronoun=True) for found in _HIS_WORDS.finditer(text, start, end))
    for found in _ACCORDING.finditer(text, start, end):
        yield from _named(text, words_after(text, found.end(), end), found.start(), oblique=True)
    if (colon := _COLON.match(text, start, end)) is not None:
        words = list(TOKEN.finditer(text, *colon.span(1)))
        if [word.span() for word in leading_words(text, *colon.span(1))] == [word.span() for word in words]:
            yield from _named(text, words, start)
    for found in _POSSESSIVE.finditer(text, start, end):
        yield from _named(text, list(TOKEN.finditer(text, *found.span(1))), found.start())
    for verb in _VERB.finditer(text, start, end):
        if any(a <= verb.start() - start < b for a, b in quoted):
            continue
        if (one := _SPEAKS_ON.search(text[start : verb.start()])) or _SPEAKS_ON_AFTER.match(text, verb.end(), end):
            yield Attribution("", "", start + one.start() if one else verb.start(), verb.end(), pronoun=True)
            continue
        weak = _WEAK.match(verb.group()) is not None
        yield from (replace(one, weak=weak) for one in _subject(text, verb, start, end, weak=weak))


def _by_place(text: str, sentence: Sentence) -> Iterator[Attribution]:
    """Find who speaks by where the name stands, whatever the verb: only where no verb of saying is known."""
    closing = _CLOSING.search(text, sentence.start, sentence.end)
    if closing is not None and not re.search(r"\d", closing.group()):
        start = _after_skipped(text, closing.start(1), sentence.end)
        found = list(_named(text, words_after(text, start, sentence.end), closing.start()))
        if found and (found[0].role or not found[0].person or found[0].name.count(" ")):
            yield from found
            return
    ending = _CLOSING_ENGLISH.search(text, sentence.start, sentence.end)
    if ending is not None:
        found = list(_named(text, leading_words(text, *ending.span(1)), ending.start()))
        if found and (found[0].name[:1].isupper() or found[0].role):
            yield from found
            return
    opening = _OPENING.match(text, sentence.start, sentence.end)
    if opening is not None:
        yield from _named(text, leading_words(text, *opening.span(1)), sentence.start)


def _subject(text: str, verb: re.Match[str], start: int, end: int, *, weak: bool) -> list[Attribution]:
    """Find whose verb it is: the phrase right before it, the one after it, or the one at the head of its clause."""
    left = _before_skipped(text, start, verb.start())
    inverted = re.search(r",\s*(?:как |як )?$", text[start:left]) and re.match(
        r"[а-яіїє]", text[verb.start() : verb.end()]
    )
    if inverted:
        after = list(_named(text, words_after(text, _after_skipped(text, verb.end(), end), end), verb.end()))
        if after:
            return after
    before = list(_named(text, words_before(text, start, left), verb.start()))
    if before or weak:
        return before
    passive = re.search(r"(?:\bto|\bbe|\bis|\bwas|\bwere|\bbeen|\bas)\s+$", text[start : verb.start()])
    if not passive and not re.match(r"\s+(?:that|что|що)\b", text[verb.end() : end]):
        after = list(_named(text, words_after(text, _after_skipped(text, verb.end(), end), end), verb.end()))
        if after:
            return after
    return [] if passive else list(_named(text, words_of_clause(text, start, verb.start()), verb.start()))


def _before_skipped(text: str, start: int, verb: int) -> int:
    left = text[start:verb]
    while (skipped := _SKIPPED_BEFORE_VERB.search(left)) is not None:
        left = left[: skipped.start()]
    return start + len(left)


def _after_skipped(text: str, start: int, end: int) -> int:
    while (skipped := _SKIPPED_AFTER_VERB.match(text, start, end)) is not None and skipped.end() > start:
        start = skipped.end()
    return start


def _named(text: str, tokens: list[re.Match[str]], at: int, *, oblique: bool = False) -> Iterator[Attribution]:
    """Make an attribution of a noun phrase: a person with a role, a body, or a pronoun."""
    if not tokens:
        return
    start, end = min(at, tokens[0].start()), max(at, tokens[-1].end())
    words = [token.group() for token in tokens]
    if PRONOUN.fullmatch(words[0]) and len(words) == 1:
        yield Attribution("", "", start, end, pronoun=True)
        return
    name, role, person = split_name(words)
    if not name:
        return
    if person:
        role = role or apposition_after(text, tokens[-1].end())
        name = nominative(name, ukrainian=_is_ukrainian(text[start:end])) if oblique else name
    else:
        located = re.search(
            r"(?<![\w'])(?:в|у|во)\s+$", text[max(0, tokens[0].start() - 4) : tokens[0].start()], re.IGNORECASE
        )
        name = body_in_nominative(name) if oblique or located else name
    yield Attribution(name, role, start, end, outlet=bool(OUTLET.fullmatch(name)), person=person)


def _is_ukrainian(text: str) -> bool:
    return re.search(r"[іїєґІЇЄҐ]|за |згідно", text) is not None
