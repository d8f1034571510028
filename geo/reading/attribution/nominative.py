"""Names of people in the nominative: after "по словам" and "за словами" a text has them in another case."""

from __future__ import annotations

import re

_FIRST_NAMES = (
    (re.compile(r"(\w+[еаиіу])я$"), r"\1й"),
    (re.compile(r"(Игор|Ігор|Лазар|Кобзар)я$"), r"\1ь"),
    (re.compile(r"(\w+)ии$"), r"\1ия"),
    (re.compile(r"(\w+)ії$"), r"\1ія"),
    (re.compile(r"(Никит|Фом|Лук|Миколк)ы$"), r"\1а"),
    (re.compile(r"Павла$"), "Павел"),
    (re.compile(r"Михайла$"), "Михайло"),
    (re.compile(r"Петра$"), "Петр"),
    (re.compile(r"(\w+[бвгджзклмнпрстфхцчшщ])[ыи]$"), r"\1а"),
    (re.compile(r"(\w+[бвгджзклмнпрстфхцчшщ])а$"), r"\1"),
)
_SURNAMES = (
    (re.compile(r"(\w+[сц]ь)кого$"), r"\1кий"),
    (re.compile(r"(\w+[сц])кого$"), r"\1кий"),
    (re.compile(r"(\w+[іїє]\w*н)ого$"), r"\1ий"),
    (re.compile(r"(\w+)ого$"), r"\1ый"),
    (re.compile(r"(\w+(?:ов|ев|єв|ёв|ин|їн|ін|ын))ой$"), r"\1а"),
    (re.compile(r"(\w+(?:ов|ев|єв|ин|їн|ін))ої$"), r"\1а"),
    (re.compile(r"(\w+[сц])кой$"), r"\1кая"),
    (re.compile(r"(\w+ен)ка$"), r"\1ко"),
    (re.compile(r"(\w+[аеиі])я$"), r"\1й"),
    (re.compile(r"(\w+[бвгджзклмнпрстфхцчшщ])а$"), r"\1"),
)


_BODIES = (
    (re.compile(r"\b(\w*[Шш]таб)(?:а|у|і|е|ом)\b"), r"\1"),
    (re.compile(r"\b([Аа]налитик|[Ии]сточник|[Чч]иновник)ов\b"), r"\1и"),
    (re.compile(r"\b([Аа]налітик|[Чч]иновник)ів\b"), r"\1и"),
    (re.compile(r"\b([Ээ]ксперт)ов\b"), r"\1ы"),
    (re.compile(r"\b([Ее]ксперт)ів\b"), r"\1и"),
    (re.compile(r"\b([Вв]ласт)(?:ей|ям|ями)\b"), r"\1и"),
    (re.compile(r"\b([Вв]оенн)ых\b"), r"\1ые"),
    (re.compile(r"\b([Вв]лад)(?:и|і)\b"), r"\1а"),
    (re.compile(r"\b([Вв]ійськов)их\b"), r"\1і"),
    (re.compile(r"\b([Сс]пасател)ей\b"), r"\1и"),
    (re.compile(r"\b([Рр]ятувальник)ів\b"), r"\1и"),
    (re.compile(r"\b([Мм]инистерств|[Пп]равительств|[Вв]едомств|[Аа]гентств)(?:а|е|у)\b"), r"\1о"),
    (re.compile(r"\b([Мм]іністерств|[Вв]ідомств|[Аа]гентств)(?:а|і|у)\b"), r"\1о"),
    (re.compile(r"\b([Уу]ряд)(?:у|і)\b"), r"\1"),
    (re.compile(r"\b((?:[Пп]ресс-|[Пп]рес)?[Сс]лужб)(?:е|ы|и|і)\b"), r"\1а"),
    (re.compile(r"\b([Аа]рми|[Пп]олици|[Аа]дминистраци)и\b"), r"\1я"),
    (re.compile(r"\b([Аа]рмі|[Пп]оліці|[Аа]дміністраці)ї\b"), r"\1я"),
    (re.compile(r"\b(Институт|Інститут)(?:а|у|і|е)\b"), r"\1"),
    (re.compile(r"^(\w+н)ому (?=[А-ЯІЇЄ]{2,})"), r"\1е "),
    (re.compile(r"^(\w+н)ом (?=[А-ЯІЇЄ]{2,})"), r"\1ое "),
    (re.compile(r"^(\w+)ской (\w+)ии\b"), r"\1ская \2ия"),
    (re.compile(r"^(\w+)ської (\w+)ії\b"), r"\1ська \2ія"),
    (re.compile(r"^(\w+)ській (\w+)ії\b"), r"\1ська \2ія"),
    (
        re.compile(
            r"^([А-ЯІЇЄ]\w+)(?:ской|ської)\b(?= (?:армия|полиция|администрация|армія|поліція|адміністрація|служба))"
        ),
        r"\1ская",
    ),
)


def body_in_nominative(name: str) -> str:
    """Put the name of a body into the nominative, where its first words are known.

    >>> tuple(body_in_nominative(name) for name in ("Генштабу ЗСУ", "аналитиков DeepState", "властей Гомы"))
    ('Генштаб ЗСУ', 'аналитики DeepState', 'власти Гомы')
    """
    found = [(match.start(), number) for number, (pattern, _) in enumerate(_BODIES) if (match := pattern.search(name))]
    if not found:
        return name
    pattern, ending = _BODIES[min(found)[1]]
    return pattern.sub(ending, name, count=1)


def nominative(name: str, *, ukrainian: bool = False) -> str:
    """Put a person's name from the genitive into the nominative; a name in Latin letters stays.

    >>> nominative("Алексея Смирнова"), nominative("Сырского"), nominative("Вячеслава Гладкова")
    ('Алексей Смирнов', 'Сырский', 'Вячеслав Гладков')
    >>> nominative("Володимира Зеленського", ukrainian=True), nominative("Ігоря Клименка", ukrainian=True)
    ('Володимир Зеленський', 'Ігор Клименко')
    """
    words = name.split()
    found = [_first(word, _FIRST_NAMES) for word in words[:-1]] + [_first(word, _SURNAMES) for word in words[-1:]]
    if ukrainian:
        found = [re.sub(r"^(Ігор|Лазар|Кобзар)ь$", r"\1", re.sub(r"ный$", "ний", word)) for word in found]
    return " ".join(found)


def _first(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    if not re.search("[а-яіїєґ]", word):
        return word
    for pattern, ending in rules:
        if pattern.match(word):
            return pattern.sub(ending, word)
    return word
