"""The noun phrase before or after a verb of saying, and the name and the role in it."""

from __future__ import annotations

import re

from geo.reading.attribution.speech import BODY, OFFICE, OUTLET, TITLE_WORDS, is_geography

#: A word, or a mark that ends a phrase.
TOKEN = re.compile(r"[\w.'’/&-]+|[,\"():;]")
_MARKS = frozenset(',"():;')
_SMALL_TEXT = """
of the for and a an al el bin ben de van von in on by по в із з та и і у
"""
_SMALL = frozenset(_SMALL_TEXT.split())
_PREPOSITIONS_TEXT = """
on in at with from to after before during via about over into of for by во в на с со у о об про от из до за для
при после перед через по к ко над под ві від із з зі у щодо під після перед через до за для при біля по
"""
_PREPOSITIONS = frozenset(_PREPOSITIONS_TEXT.split())
_ENDS_TEXT = """
что що чтобы щоб как як о об про когда коли если якщо после після пока поки где де but while when that and but
which who
"""
_ENDS = frozenset(_ENDS_TEXT.split())
#: Capitalised only because they open a sentence.
_OPENERS_TEXT = """
but and while however meanwhile as when in on at earlier later separately overall also after since yesterday today
after then после как также однако як також однак ранее раніше позже позднее пізніше об это этом цей це про всего
усього загалом так ночью вночі утром зранку вечером ввечері накануне напередодні сегодня сьогодні вчера вчора
учора официально офіційно между тем тем водночас при а и і та й но але кроме крім отдельно окремо зато в на с у з
за по до от из к monday tuesday wednesday thursday friday saturday sunday
"""
_OPENERS = frozenset(_OPENERS_TEXT.split())
_NO_CLAIMANT_TEXT = """
that this there these those what which who это этот тот це цей i we you мы я ми residents resident people
witnesses figures data the a locals media таким образом
"""
_NO_CLAIMANT = frozenset(_NO_CLAIMANT_TEXT.split())
#: An adjective of a place, an office or a branch: медицинский источник, ливанская армия.
_ADJECTIVE = re.compile(
    r"[а-яіїєґ'-]+(?:ский|ской|ская|ского|ское|ские|ських|ський|ська|ське|ської|ського|ські|цкий|цкая|цький|цька|"
    r"ный|ная|ной|ного|ное|ние|ний|ної|ного|нні|ній)"
)
_MOST_WORDS = 14
#: Surnames that look like the adjective of a place.
_NAME_LIKE = ("ский", "ський", "цкий", "цький")
_LETTERS = re.compile(r"[а-яіїєґ'.-]+")
_CYRILLIC = re.compile("[а-яіїєґА-ЯІЇЄҐ]")


def words_before(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of the noun phrase that ends at a place; of "NAME, the head of it," those of the name."""
    tokens = list(TOKEN.finditer(text, start, end))
    if tokens and tokens[-1].group() == ",":
        return _before_comma(tokens)
    return _trimmed(_without_guest(_run_back(tokens)))


def _without_guest(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out whom the speaker met: "у Путина Смирнов сказал"."""
    if (
        len(run) > 2
        and run[0].group().lower() in {"у", "в", "с", "з", "із"}
        and run[1].group()[0].isupper()
        and run[2].group()[0].isupper()
    ):
        return run[2:]
    return run


def leading_words(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of the noun phrase that opens a part of a text."""
    taken: list[re.Match[str]] = []
    for token in TOKEN.finditer(text, start, end):
        if not _belongs(token.group()) or (taken and token.group().lower() in _PREPOSITIONS - {"of", "for", "the"}):
            break
        taken.append(token)
    return _trimmed(taken)


def words_after(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words of the noun phrase that begins at a place."""
    taken: list[re.Match[str]] = []
    free = _CYRILLIC.search(text, start, min(end, start + 30)) is not None
    for token in TOKEN.finditer(text, start, end):
        word = token.group()
        low = word.lower()
        if word in _MARKS or len(taken) >= _MOST_WORDS:
            break
        if not taken and low in {"в", "у", "во"}:
            continue
        if (taken and text[taken[-1].end() : token.start()].strip()) or low in _ENDS:
            break
        located = any(one.group().isupper() and len(one.group()) > 1 for one in taken) and low in {"в", "у", "на", "во"}
        named = located or any(
            one.group()[0].isupper()
            and not one.group().isupper()
            and (not is_geography(one.group()) or one.group().endswith(_NAME_LIKE))
            for one in taken
        )
        if low in _PREPOSITIONS - {"of", "for", "the", "по"} and (named or not taken or free is False):
            break
        if not _belongs(word) and not (free and _LETTERS.fullmatch(word) and word.islower() and not named):
            break
        if word[0].isupper() and low in _PREPOSITIONS:
            break
        taken.append(token)
        if word.endswith(".") and len(word) > 3 and word[0].isupper() and token.end() >= end:
            break
    return _trimmed(taken)


def words_of_clause(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the words that open the clause before a verb, up to a preposition: Zelensky at a meeting said."""
    tokens = list(TOKEN.finditer(text, start, end))
    marks = [
        number
        for number, token in enumerate(tokens)
        if token.group() in _MARKS or token.group().lower() in {"и", "і", "and", "что", "що", "but", "а"}
    ]
    clause = _trimmed(tokens[marks[-1] + 1 if marks else 0 :])
    taken: list[re.Match[str]] = []
    for token in clause[:_MOST_WORDS]:
        if token.group().lower() in _PREPOSITIONS - {"of", "for", "the", "по"}:
            break
        taken.append(token)
    words = [token.group() for token in taken]
    return taken if words and words[0][0].isupper() and all(_belongs(word) for word in words) else []


def _run_back(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for token in reversed(tokens):
        if not _belongs(token.group()) or len(taken) > _MOST_WORDS:
            break
        taken.insert(0, token)
    return taken


def _before_comma(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Read "NAME, the acting governor, said": the name before the first comma."""
    commas = [number for number, token in enumerate(tokens[:-1]) if token.group() == ","]
    if not commas:
        return []
    inside = tokens[commas[-1] + 1 : -1]
    if not inside or len(inside) > _MOST_WORDS:
        return []
    first = inside[0].group().lower()
    if not (first in {"who", "which", "a", "an", "the"} or first.endswith("ing") or _belongs(inside[0].group())):
        return []
    taken = _run_back(tokens[: commas[-1]])
    if all(token.group()[0].isupper() and not _is_title(token.group()) for token in inside):
        return _trimmed([*taken, *inside])
    if not _has_name(taken) and _has_name(inside) and first not in {"who", "which"}:
        return _trimmed(inside)
    return _trimmed(taken)


def _has_name(tokens: list[re.Match[str]]) -> bool:
    return any(token.group()[0].isupper() and not _is_title(token.group()) for token in tokens)


def _belongs(word: str) -> bool:
    if word in _MARKS:
        return False
    low = word.lower().rstrip(".")
    if word.islower() and _ADJECTIVE.fullmatch(low):
        return True
    return (
        word[:1].isupper()
        or low in TITLE_WORDS
        or low in _SMALL
        or low in {"и.о", "в.о", "т.в.о"}
        or low.endswith(("-based", "-backed", "'s"))
    )


def _trimmed(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    while tokens and (tokens[0].group().lower() in (_SMALL - {"the"}) | _OPENERS) and not tokens[0].group().isupper():
        tokens = tokens[1:]
    while tokens and tokens[-1].group().lower() in _SMALL | {"'s"}:
        tokens = tokens[:-1]
    return tokens


def split_name(printed: list[str]) -> tuple[str, str, bool]:
    """Split the words of a noun phrase into name, role, and whether it is a person; no name where it is no claimant.

    >>> split_name("Armenia's Prime Minister Nikol Pashinyan".split())
    ('Nikol Pashinyan', "Armenia's Prime Minister", True)
    >>> split_name("омбудсмен Карабаха Гегам Степанян".split())
    ('Гегам Степанян', 'омбудсмен Карабаха', True)
    >>> split_name("the Institute for the Study of War".split()), split_name(["residents"])
    (('Institute for the Study of War', '', False), ('', '', False))
    """
    words = [word if _initial(word) else word.strip(".,'") for word in printed]
    words = [word for word in words if word]
    while words and words[0].lower() in {"the", "a", "an"}:
        words = words[1:]
    phrase = " ".join(words)
    if not words or phrase.lower() in _NO_CLAIMANT:
        return "", "", False
    last = max((number for number in range(len(words)) if _is_title_at(words, number)), default=-1)
    name, role = words[last + 1 :], words[: last + 1]
    if name and role and role[-1].lower() in {"of", "in", "for", "в", "у"} and BODY.search(" ".join(role).lower()):
        name = []
    if name and not name[0][:1].isupper():
        first = next((number for number, word in enumerate(name) if word[:1].isupper()), len(name))
        name, role = name[first:], role + name[:first]
    if (
        len(name) > 2
        and role
        and role[-1].islower()
        and not re.search(r"(?:вич|вна|[’'ь]?ович|івна|ївна)$", name[-2])
        and _CYRILLIC.match(name[0])
    ):
        name, role = name[-2:], role + name[:-2]
    while len(name) > 1 and OUTLET.fullmatch(name[-1]):
        name = name[:-1]
    if len(name) == 1 and role and BODY.search(role[-1].lower()) and not OFFICE.search(" ".join(role).lower()):
        name = []
    acronym = "".join(name).isupper() and len("".join(name)) > 1
    if name and not acronym and not BODY.search(" ".join(name).lower()):
        return " ".join(name), " ".join(role), True
    known = acronym or BODY.search(phrase.lower()) or OFFICE.search(phrase.lower())
    return (phrase, "", False) if known or (last >= 0 and words[0][0].isupper()) else ("", "", False)


def _initial(word: str) -> bool:
    return re.fullmatch(r"[A-ZА-ЯІЇЄ]\.", word) is not None


def _is_title_at(words: list[str], number: int) -> bool:
    """Whether a word is part of a title: an acronym before a name, the adjective of a place if not last."""
    word = words[number]
    if number == len(words) - 1 and is_geography(word) and re.search(r"(?:ого|ский|ський|цкий)$", word):
        return False
    named = number + 1 < len(words) and words[-1][:1].isupper() and not words[-1].isupper()
    return _is_title(word) or (word.isupper() and len(word) > 1 and named and not word.endswith("."))


def _is_title(word: str) -> bool:
    low = word.lower()
    return low in TITLE_WORDS or low in _SMALL or is_geography(word) or word.endswith("'s")


def apposition_after(text: str, end: int) -> str:
    """Return the role that stands after a name, between commas: ", the head of the region,"."""
    found = re.match(r",\s+((?:the |a |an )?[a-zа-яіїєґ][^,.;:\"()]{3,70}?)(?=[,.;]|$)", text[end : end + 90])
    return found[1] if found and any(word.lower() in TITLE_WORDS for word in found[1].split()[:4]) else ""
