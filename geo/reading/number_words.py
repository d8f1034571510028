"""Numbers as words in English, Russian and Ukrainian, in every case of their declension."""

from __future__ import annotations

import re

_UNITS = {
    1: "one один одна одно одну одного одной одном одним одне однієї одному",
    2: "two два две двух двум двумя двое двоих дві двох двом двома двоє",
    3: "three три трех трем тремя трое троих трьох трьом трьома троє",
    4: "four четыре четырех четырем четырьмя четверо четверых чотири чотирьох чотирьом чотирма чотирьма",
    5: "five пять пяти пятью пятеро пятерых п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятеро",
    6: "six шесть шести шестью шестеро шестерых шість шістьох шістьом шістьма шестеро",
    7: "seven семь семи семеро семерых сім сімох сімома семеро",
    8: "eight восемь восьми восемью восьмеро вісім восьми вісьмох вісьмома вісьмеро",
    9: "nine девять девяти девятью дев'ять дев'яти дев'ятьох дев'ятьма дев'ятеро девятеро девятерых",
}
_TEENS = {10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen", 16: "sixteen"}
_TEENS |= {17: "seventeen", 18: "eighteen", 19: "nineteen"}
_TEEN_STEMS = {
    10: "десят",
    11: "одиннадцат одинадцят",
    12: "двенадцат дванадцят",
    13: "тринадцат тринадцят",
    14: "четырнадцат чотирнадцят",
    15: "пятнадцат п'ятнадцят",
    16: "шестнадцат шістнадцят",
    17: "семнадцат сімнадцят",
    18: "восемнадцат вісімнадцят",
    19: "девятнадцат дев'ятнадцят",
    20: "двадцат двадцят",
    30: "тридцат тридцят",
}
_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty fourty сорок сорока",
    50: "fifty пятьдесят пятидесяти пятьюдесятью п'ятдесят п'ятдесяти п'ятдесятьох",
    60: "sixty шестьдесят шестидесяти шістдесят шістдесяти шістдесятьох",
    70: "seventy семьдесят семидесяти сімдесят сімдесяти сімдесятьох",
    80: "eighty восемьдесят восьмидесяти вісімдесят вісімдесяти вісімдесятьох",
    90: "ninety девяносто девяноста дев'яносто дев'яноста",
}
_HUNDREDS = {
    100: "сто ста",
    200: "двести двухсот двумстам двісті двохсот",
    300: "триста трехсот тремстам трьохсот",
    400: "четыреста четырехсот чотириста чотирьохсот",
    500: "пятьсот пятисот п'ятсот п'ятисот",
    600: "шестьсот шестисот шістсот",
    700: "семьсот семисот сімсот",
    800: "восемьсот восьмисот вісімсот",
    900: "девятьсот девятисот дев'ятсот дев'ятисот",
}
_HALVES = "полтора полторы полутора півтора півтори"
_ENDINGS = ("ь", "и", "ью", "ьох", "ьом", "ьма", "еро", "ерых")


def _table() -> dict[str, float]:
    found: dict[str, float] = {}
    for group in (_UNITS, _TENS, _HUNDREDS):
        for value, words in group.items():
            found |= dict.fromkeys(words.split(), float(value))
    found |= {word: float(value) for value, word in _TEENS.items()}
    for value, stems in _TEEN_STEMS.items():
        found |= {stem + ending: float(value) for stem in stems.split() for ending in _ENDINGS}
    return found | dict.fromkeys(_HALVES.split(), 1.5)


#: Each word with its value; hundreds of English, thousands and millions are multipliers.
NUMBER_WORDS = _table()

_MULTIPLIERS = (
    (re.compile(r"hundred(?:s)?"), 100.0),
    (
        re.compile(
            r"thousand|тыс|тис|тысяч[аиуе]?|тысячам|тысячах|тысячами|тысячей|тисяч[аіуею]?|тисячам|тисячах|тисячами"
        ),
        1000.0,
    ),
    (re.compile(r"million|млн|миллион(?:а|ов|у|ом)?|мільйон(?:а|ів|у|ом)?"), 1_000_000.0),
)
#: About so many: with a number before them a multiplier, with an article or alone about one of them.
_ROUND: tuple[tuple[re.Pattern[str], dict[str, float], float], ...] = (
    (re.compile(r"dozen|дюжин[аиу]|десят(?:ок|ка|ку|ком)|десятк(?:а|у|ов|ів)"), {"dozen": 12.0, "дюжин": 12.0}, 10.0),
    (re.compile(r"score"), {}, 20.0),
    (re.compile(r"сотн[яюиі]|сотню|сотней|сотнею|сотен|сотень"), {}, 100.0),
)
_VAGUE = re.compile(r"dozens|scores|hundreds|thousands|десятк(?:и|ами|ах)|сотн(?:и|і|ями)|тысячи|тисячі")


def multiplier(word: str) -> float | None:
    """Return what a word multiplies the number before it by.

    >>> multiplier("тысяч"), multiplier("hundred"), multiplier("villages")
    (1000.0, 100.0, None)
    """
    return next((value for words, value in _MULTIPLIERS if words.fullmatch(word)), None)


def round_number(word: str) -> float | None:
    """Return the number that a round word stands for.

    >>> round_number("dozen"), round_number("десяток"), round_number("сотню")
    (12.0, 10.0, 100.0)
    """
    for words, exact, value in _ROUND:
        if words.fullmatch(word):
            return next((own for stem, own in exact.items() if word.startswith(stem)), value)
    return None


def is_vague(word: str) -> bool:
    """Whether a word says many without saying how many: dozens, сотни."""
    return _VAGUE.fullmatch(word) is not None
