"""Tell whether settlements and square kilometres are claimed as taken, and not shelled, cut off or merely counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.model.claims import Metric
from geo.reading import concepts
from geo.reading.attachment import nearest
from geo.reading.figures import Counted, Figure
from geo.reading.lengths import hypothetical

_SETTLEMENT_WORDS = {"control": concepts.CONTROL, "attacked": concepts.ATTACKED, "left": concepts.EVACUATION}
_AREA_WORDS = {
    "control": concepts.CONTROL,
    "other": re.compile(
        r"(?<!\w)(?:fire|burn\w*|flood\w*|mined|demin\w*|forest|пожар\w*|пожеж\w*|размин\w*|розмін\w*|заминир\w*|"
        r"замінов\w*|затопл\w*|crops|урожа\w*|posiv\w*|national park|reservoir|населен\w+ площ\w*|irrigat\w*|"
        r"mining|contaminat\w*)(?!\w)"
    ),
}
#: Control beyond doubt, which "cleared" is not where mines are spoken of.
_FIRM = re.compile(r"(?<!\w)(?:control|seiz|captur|occup|захват|захвач|контрол|оккуп|захоп|окуп)")
_AREA_OF_PLACE = re.compile(
    r"(?:district|region|province|oblast|city|country|park|район|область|город|місто|country's|республик\w*) "
    r"(?:covers|spans|has an area|of|занимает|займає|площадью|площею)\W+(?:\w+\W+){0,3}$"
)
_TAKES_UP = re.compile(
    r"(?<!\w)(?:занимает|займає|occupies|covers|spans|охватывает|охоплює)\W+(?:[a-zа-яіїє']+\W+){0,2}$"
)
_COUNTED_PLACE = re.compile(
    r"(?:unites|consists of|includes|comprises|насчитывает|объединяет|входят|налічує|об'єднує|"
    r"входить)\W+(?:\w+\W+){0,2}$"
)


def ground_metric(text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]) -> Metric | None:
    """Say whether a count of settlements, or an area, is one that somebody claims to hold or to have lost.

    Parameters
    ----------
    text : str
        The flat text in lower case.
    within : tuple of int
        Where its sentence starts and ends.
    others : sequence of Figure
        All figures of the sentence.
    """
    before = text[within[0] : figure.start]
    if figure.counted is Counted.SETTLEMENTS:
        if re.search(
            r"(?:\bnear|none of|between|\bpopulation of|residents of|жител\w+|мешканц\w+|people (?:from|in)|from|"
            r"из|з|із)\W+(?:all |the |about |более |понад |чем |ніж )*$",
            before,
        ):
            return None
        if _COUNTED_PLACE.search(before) or _hypothetical_control(text, figure, within):
            return None
        found = nearest(text, figure, _SETTLEMENT_WORDS, within, others)
        return Metric.SETTLEMENTS if found and found[0] == "control" else None
    if figure.counted is Counted.AREA:
        if _TAKES_UP.search(before) or _AREA_OF_PLACE.search(before) or _hypothetical_control(text, figure, within):
            return None
        if _AREA_WORDS["other"].search(text, *within) and not _FIRM.search(text, *within):
            return None
        found = nearest(text, figure, _AREA_WORDS, within, others)
        if found and found[0] == "control":
            return Metric.AREA_KM2
        moved = nearest(text, figure, {"advance": concepts.ADVANCE}, within, others)
        grey = re.search(r"gr[ea]y zone|сер\w+ зон|сір\w+ зон", text[within[0] : within[1]])
        return Metric.AREA_KM2 if (moved and not found) or grey else None
    return None


_OF_THE_SAME = re.compile(
    r"(?:down to|up to|now|left|peak(?: it was| was)?|at most|in all|in total|held|holds?|удерж\w+|осталось|"
    r"остается|на пике(?: было)?|всего|в общей сложности|утрим\w+|лишилося|залишилося|на піку(?: було)?|усього|"
    r"загалом|тепер|теперь|сейчас|зараз)"
    r"[\s:-]+(?:(?:about|some|around|only|just|more|than|over|up|to|at|least|лишь|только|около|примерно|более|"
    r"порядка|до|чем|не|лише|тільки|близько|понад|приблизно|удалось|вдалося)\s+)*$"
)


def elliptical_metric(text: str, figure: Figure, within: tuple[int, int], others: Sequence[Figure]) -> Metric | None:
    """Read a number that leaves its noun to another figure of the sentence: "of 1,376 sq km about 800 are held"."""
    if not _OF_THE_SAME.search(text[within[0] : figure.start]):
        return None
    counted = {one.counted for one in others}
    if (
        counted & {Counted.PEOPLE, Counted.CHILDREN, Counted.SOLDIERS, Counted.LENGTH}
        or len(counted & {Counted.AREA, Counted.SETTLEMENTS}) != 1
    ):
        return None
    if not any(ground_metric(text, one, within, others) for one in others):
        return None
    return Metric.AREA_KM2 if Counted.AREA in counted else Metric.SETTLEMENTS


def _hypothetical_control(text: str, figure: Figure, within: tuple[int, int]) -> bool:
    return hypothetical(text[within[0] : figure.start])


def is_area_of_ground(text: str, within: tuple[int, int], before: tuple[int, int]) -> bool:
    """Whether a sentence gives the area of the ground whose control the one before it speaks of."""
    named = re.search(r"(?<!\w)(?:area|total|площад\w*|площа|площі|площу)(?!\w)", text[within[0] : within[1]])
    place = re.search(
        r"(?<!\w)(?:district|region|oblast|район|область|города|province|lake|озер\w*|fire|пожар\w*|пожеж\w*|"
        r"park)(?!\w)",
        text[within[0] : within[1]],
    )
    return named is not None and place is None and _FIRM.search(text, *before) is not None
