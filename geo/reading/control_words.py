"""The state of a named place, as a sentence tells it: in control, entered, shown, fought over, lost again, denied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.claims import Side
from geo.model.places import Status
from geo.reading import concepts
from geo.reading.place_mentions import PlaceMention, PlaceSort

_ENTERED = re.compile(
    r"(?<!\w)(?:enter\w*|reach\w*|advanced? (?:in)?to|pushed into|moved into|rolled into|broke into|passed through|"
    r"зашл\w*|вошл\w*|въехал\w*|войти|ворвал\w*|дошли до|увійшл\w*|зайшл\w*|заїхал\w*|ввірвал\w*|дійшли до)(?!\w)"
)
_SHOWN = re.compile(
    r"(?<!\w)(?:flag|footage|video|photo\w*|geolocat\w*|filmed|picture\w*|флаг\w*|видео\w*|кадр\w*|снят\w*|"
    r"геолокац\w*|прапор\w*|відео\w*|світлин\w*|знят\w*)(?!\w)"
)
_FOUGHT = re.compile(
    r"(?<!\w)(?:fighting|fought over|battles?|street fights?|encircl\w*|surrounded|contested|clashes|partly|"
    r"partially|бои|боев|окруж\w*|бої|боїв|оточ\w*|точаться|частично|частково)(?!\w)"
)
_DENIED = re.compile(
    r"(?<!\w)(?:den(?:y|ied|ies)|refut\w*|not (?:been )?(?:captured|taken|lost|under)|опроверг\w*|спростув\w*|не "
    r"захоп\w*|не занят\w*|не взят\w*|не контрол\w*)(?!\w)"
)
_NEAR = re.compile(
    r"(?:% of|per ?cent of|\bnear|\boutside|\bclose to|\bnorth\w* of|\bsouth\w* of|\beast\w* of|\bwest\w* of|"
    r"\bfrom|\btowards?|\bdirection of|\bkm of|\bmiles of|\baround|\bbetween|\bresidents of|\bpeople of|\broad to|"
    r"\bof the|"
    r"возле|около|вблизи|под|недалеко от|от|из|в сторону|в направлении|на подступах к|на окраин\w+|севернее|южнее|"
    r"западнее|восточнее|рядом с|"
    r"біля|поблизу|неподалік|під|від|із|з|у бік|у напрямку|північніше|південніше|західніше|східніше|коло|навколо|"
    r"довкола|вокруг|у районі|в районе)\s+(?:the )?(?:village of |town of |города |города |села |села |міста |сёл |"
    r"сел )?$"
)
_TAKING = re.compile(
    r"(?<!\w)(?:captur\w*|seiz\w*|took|taken|takes|occup\w*|control\w*|liberat\w*|held|holds?|fell|fallen|retak\w*|"
    r"retook|recaptur\w*|regain\w*|cleared|won back|clawed back|took back|lost|"
    r"захват\w*|захвач\w*|занял\w*|занят\w*|взял\w*|взят\w*|контрол\w*|освобо\w*|оккупир\w*|удержив\w*|отбил\w*|"
    r"отби\w*|вернул\w*|зачист\w*|утратил\w*|потерял\w*|"
    r"захоп\w*|зайнял\w*|зайнят\w*|взяли|взято|звільн\w*|окупов\w*|окупув\w*|утриму\w*|відбил\w*|відби\w*|"
    r"повернул\w*|зачист\w*|втратил\w*)(?!\w)"
)
_DRIVEN_FROM = re.compile(
    r"(выбил\w*|вибил\w*|вытеснил\w*|витіснил\w*|drove|expelled|ousted|driven|pushed)[\w ]{1,40}\s(?:из|з|із|from|"
    r"out of)\s+(?:the )?$"
)
_ADVANCING = re.compile(r"ukrain|kyiv|украин|всу|киев|україн|зсу|київ|enemy|противник|враг|ворог|сил\w* оборон")
_REACH = 70
#: A list that is begun with "among them" may stand so much farther from its verb.
_LISTED = 60
_INCLUDING = re.compile(
    r"including|among them|such as|namely|in particular|в том числе|среди них|включая|а именно|зокрема|серед них|"
    r"включно|а саме|у тому числі"
)


_STATUS_WORDS = (
    (Status.CLAIMED, _TAKING),
    (Status.ENTERED, _ENTERED),
    (Status.PHOTOGRAPHED, _SHOWN),
    (Status.CONTESTED, _FOUGHT),
)


@dataclass(frozen=True, slots=True)
class ControlSaid:
    """What is said of one place; `certain` is False where it depends on who is meant."""

    place: PlaceMention
    status: Status
    certain: bool
    start: int
    end: int


def control_said(
    text: str, within: tuple[int, int], places: list[PlaceMention], side: Side | None, target: Side | None
) -> list[ControlSaid]:
    """Find what a sentence says of the settlements that it names.

    Parameters
    ----------
    side : Side or None
        The claimant's side, where it is known.
    target : Side or None
        The side on whose land the case lies: what it says to have taken is lost to the advancing side.
    """
    found = []
    settlements = [one for one in places if one.sort is PlaceSort.SETTLEMENT]
    listed = [(one.start, one.end) for one in settlements]
    for place in settlements:
        said = _said(text, within, place, listed, defending=side is not None and side is target)
        if said is None:
            continue
        status, word = said
        certain = True
        if status is Status.CLAIMED and not _DRIVEN_FROM.search(text[within[0] : place.start]):
            status, certain = _whose(text[within[0] : within[1]], text[word[0] : word[1]], side, target)
        found.append(ControlSaid(place, status, certain, min(place.start, word[0]), max(place.end, word[1])))
    return found


def _said(
    text: str, within: tuple[int, int], place: PlaceMention, listed: list[tuple[int, int]], *, defending: bool
) -> tuple[Status, tuple[int, int]] | None:
    before = text[within[0] : place.start]
    driven = _DRIVEN_FROM.search(before)
    if driven is not None:
        word = within[0] + driven.start(), within[0] + driven.end(1)
        return (Status.LOST if defending and _ADVANCING.search(driven.group()) else Status.CLAIMED), word
    best = (
        None
        if _NEAR.search(before) and not _head_of_list(text, place, listed)
        else _nearest(text, within, place, listed)
    )
    if best is None or _something_nearer(text, within, place, listed, best[0]):
        return None
    far, status, word = best
    if status is Status.CLAIMED and _DENIED.search(text, *within):
        status = Status.DENIED
    elif status is Status.CLAIMED and _SHOWN.search(text, *within) and far > 25:
        status = Status.PHOTOGRAPHED
    return status, word


def _nearest(
    text: str, within: tuple[int, int], place: PlaceMention, listed: list[tuple[int, int]]
) -> tuple[int, Status, tuple[int, int]] | None:
    best: tuple[int, Status, tuple[int, int]] | None = None
    for status, pattern in _STATUS_WORDS:
        for word in pattern.finditer(text, *within):
            far = _far(text, place, word.span(), listed)
            far -= _LISTED if _INCLUDING.search(text, min(word.end(), place.end), max(word.start(), place.start)) else 0
            if far <= _REACH and (best is None or far < best[0]):
                best = far, status, word.span()
    return best


def _something_nearer(
    text: str, within: tuple[int, int], place: PlaceMention, listed: list[tuple[int, int]], far: int
) -> bool:
    """Whether shelling or evacuation is told of the place instead."""
    return any(
        _far(text, place, word.span(), listed) < far
        for pattern in (concepts.ATTACKED, concepts.EVACUATION)
        for word in pattern.finditer(text, *within)
        if not _FOUGHT.fullmatch(word.group())
    )


def _head_of_list(text: str, place: PlaceMention, listed: list[tuple[int, int]]) -> bool:
    return re.search(
        r"(?:control of|capture of|seizure of|took the|captured the)\s+(?:the )?(?:village of |town of )?$",
        text[max(0, place.start - 40) : place.start],
    ) is not None and bool(listed)


def _far(text: str, place: PlaceMention, word: tuple[int, int], listed: list[tuple[int, int]]) -> int:
    """Return the letters between a place and a word; other places of the same list do not count."""
    start, end = (place.end, word[0]) if word[0] >= place.start else (word[1], place.start)
    gap = max(0, end - start)
    inside = sum(
        min(end, b) - max(start, a) for a, b in listed if a < end and b > start and (a, b) != (place.start, place.end)
    )
    breaks = len(re.findall(r"[;]|\b(?:while|but|тогда как|но|але|тоді як)\b", text[start:end]))
    return gap - max(0, inside) + 40 * breaks


def _whose(sentence: str, word: str, side: Side | None, target: Side | None) -> tuple[Status, bool]:
    if concepts.RETAKEN.search(word) or word in {"lost", "утратили", "втратили", "потеряли"}:
        return Status.LOST, True
    if side is None or target is None or side is not target:
        return Status.CLAIMED, True
    if concepts.LIBERATED.search(word):
        return Status.LOST, True
    return (Status.CLAIMED, True) if _ADVANCING.search(sentence) else (Status.LOST, False)
