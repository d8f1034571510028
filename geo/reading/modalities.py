"""Read how sharp a figure was put: exact, at least, up to, about or a range."""

from __future__ import annotations

import re

from geo.model.claims import Modality
from geo.reading.attachment import FigureInSentence

_FILL = (
    r"(?:\s+(?:another|further|additional|a|an|the|all|of|еще|ще|другие|дополнительно|додатково|в|на|у|total of|"
    r"some|area of|depth of|as|from|to|площадь в|целых|чем|чим|ніж|як|between|от|від|з))*\s*$"
)
_AT_LEAST = re.compile(
    r"(?:more than|at least|over|above|upwards? of|in excess of|no fewer than|no less than|not less than|not fewer "
    r"than|exceed\w*|surpass\w*|topped|minimum of|a minimum|north of|well over|"
    r"more|past|beyond|>|≥|более чем|более|больше чем|больше|свыше|не менее чем|не менее|как минимум|по меньшей "
    r"мере|по крайней мере|минимум|превы\w+|"
    r"понад|більше|більш|щонайменше|що найменше|не менше|не менш|принаймні|мінімум|перевищ\w+)" + _FILL
)
_AT_LEAST_AFTER = re.compile(
    r"\s*(?:\+|or more|and more|and counting|plus\b|с лишним|и более|или более|з лишком|і більше|або більше|та "
    r"більше|с лишком|з гаком|с гаком)"
)
_UP_TO = re.compile(
    r"(?:up to|as many as|as much as|as far as|as deep as|as wide as|no more than|(?:no|not) (?:further|farther|"
    r"deeper|wider) than|not more than|at most|maximum of|a maximum|fewer than|less than|just under|under|below|<|"
    r"≤|"
    r"не более чем|не более|не больше|максимум|менее чем|менее|меньше|не превыш\w+|вплоть до|до|не більше|не більш|"
    r"щонайбільше|менше|менш|не перевищ\w+|аж до)" + _FILL
)
_ABOUT = re.compile(
    r"(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|circa|ca\.?|c\.|an estimated|"
    r"estimated|~|≈|in the region of|in the order of|or so|"
    r"around about|something like|not far from|nearing|approaching|just short of|"
    r"около|примерно|приблизительно|порядка|почти что|почти|практически|где-то|ориентировочно|ок\.|прибл\.|чуть "
    r"более|чуть больше|"
    r"близько|приблизно|орієнтовно|майже|практично|десь|біля|бл\.|прибл\.|порядку|ледь не|едва ли не|без малого)"
    + _FILL
)
_ABOUT_AFTER = re.compile(r"\s*(?:\w+\s+){0,2}(?:or so\b|или около того|або близько того|plus or minus)")
#: A number reached: "rose to 28" is 28, although до means up to elsewhere.
_REACHED = re.compile(
    r"(?:вырос\w*|увелич\w*|возрос\w*|расшир\w*|довел\w*|зрос\w*|збільш\w*|виріс|розшир\w*|дове\w+|достиг\w*|"
    r"досяг\w*|дошл\w* до отметки)\W+(?:\w+\W+){0,3}до\s+$"
)
_CONTROL_OVER = re.compile(r"(?:control|authority|rule|dominance|контрол\w*|hold|grip)\s+(?:over|above)" + _FILL)


def modality_of(said: FigureInSentence) -> Modality:
    """Read the modality of a figure from the words on both sides of it.

    >>> from geo.reading.printed_figures import figures
    >>> for text in ("upwards of 28 villages", "до 12 км", "control over 28 villages", "a dozen towns", "5 to 10 km"):
    ...     found = figures(text, 0, len(text))
    ...     print(modality_of(FigureInSentence(text, (0, len(text)), found[0], found)).value)
    at_least
    up_to
    exact
    about
    range
    """
    if said.figure.numeral.high is not None:
        return Modality.RANGE
    before, after = said.before[-60:].rstrip('("'), said.after_number
    before = before if before.endswith(" ") or not before else before + " "
    if _AT_LEAST_AFTER.match(after):
        return Modality.AT_LEAST
    for pattern, modality in ((_UP_TO, Modality.UP_TO), (_AT_LEAST, Modality.AT_LEAST), (_ABOUT, Modality.ABOUT)):
        found = pattern.search(before)
        if found and not _another_sense(before, found, modality):
            return _of_two(before, found, modality)
    if said.figure.numeral.rounded or said.figure.numeral.vague or _ABOUT_AFTER.match(after):
        return Modality.ABOUT
    return Modality.EXACT


def _another_sense(before: str, found: re.Match[str], modality: Modality) -> bool:
    word = before[found.start() :]
    if not (found.start() == 0 or not before[found.start() - 1].isalnum()):
        return True
    if modality is Modality.AT_LEAST:
        spread = re.match(r"(?:over|above|past|beyond|north of)\s+(?:a|an|the|some area|area)\b", word)
        return bool(_CONTROL_OVER.search(before) or spread) or (
            word.startswith("more") and not word.startswith("more than")
        )
    return modality is Modality.UP_TO and bool(_REACHED.search(before))


def _of_two(before: str, found: re.Match[str], modality: Modality) -> Modality:
    """Read "no more than", where the shorter expression inside says the opposite."""
    if modality is Modality.AT_LEAST and re.search(r"(?:no|not|не)\s+$", before[: found.start()]):
        return Modality.UP_TO
    if (
        modality is Modality.UP_TO
        and re.search(r"(?:no|not|не)\s+$", before[: found.start()])
        and re.match(r"less|fewer|мен", before[found.start() :])
    ):
        return Modality.AT_LEAST
    return modality
