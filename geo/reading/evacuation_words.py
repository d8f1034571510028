"""Orders, advice and denials of evacuation that a sentence tells of: how binding, for which zone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.evacuation import OrderKind, OrderScope
from geo.reading.place_mentions import PlaceMention, PlaceSort
from geo.reading.printed_figures import Counted, PrintedFigure

_LEAVING = re.compile(
    r"(?<!\w)(?:evacuat\w*|relocat\w*|resettl\w*|(?:to|must|should) leave|leave (?:their|the)|being moved|moved to "
    r"safe\w*|moving (?:residents|people)|being taken|to move out|moved out|"
    r"эвакуац\w*|эвакуир\w*|отсел\w*|переселя\w*|переселен\w*|вывоз\w*|вывез\w*|покинуть|выезд\w*|выехать|"
    r"перевозят|перемещают|"
    r"евакуац\w*|евакуй\w*|евакуюв\w*|евакую\w*|відсел\w*|переселя\w*|переселен\w*|вивоз\w*|вивез\w*|покинути|"
    r"виїзд\w*|виїхати|перевозять|переміщують)(?!\w)"
)
_MANDATORY = re.compile(
    r"(?<!\w)(?:mandatory|compulsory|obligatory|forced evacuation|order\w*|decree\w*|потребова\w*|вимага\w*|must "
    r"leave|instructed|требу\w+ эвакуац|обязательн\w*|принудительн\w*|приказ\w*|распоряжен\w*|распоряди\w*|"
    r"постановлен\w*|предписан\w*|решени\w+ об? (?:обязательн\w+ )?(?:эвакуац|отсел)|примусов\w*|обов'язков\w*|"
    r"наказ\w*|розпоряджен\w*|рішення про|наказано)"
)
_VOLUNTARY = re.compile(r"(?<!\w)(?:volunt\w*|добровольн\w*|добровільн\w*|по желанию|за бажанням)")
_ADVICE = re.compile(
    r"(?<!\w)(?:urge\w*|advis\w*|recommend\w*|appeal\w*|call\w* on|asked (?:residents|people)|encourag\w*|"
    r"призва\w*|рекоменд\w*|посоветова\w*|просит|попросил\w*|заклика\w*|радить|рекоменду\w*|просять)"
)
_NO_ORDER = re.compile(
    r"(?<!\w)(?:никого не|нікого не|nobody|no one|no (?:plans? (?:to|for)|need (?:to|for)|order|evacuation|"
    r"mandatory)|not (?:been )?(?:planned|"
    r"ordered|announced|considered|being evacuated|planning)|isn't planned|не планиру\w+|не объявл\w+|не требу\w+|"
    r"нет необходимости|эвакуаци\w+ не|не плану\w+|не оголош\w+|немає потреби|евакуаці\w+ не|не йдеться|речи об "
    r"эвакуации нет|не идет)"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:(?:о|об|про) (?:переселен|эвакуац|евакуац|відселен|отселен)\w*|announc\w*|declar\w*|began|begun|"
    r"start\w*|launch\w*|under way|underway|continu\w*|being|decid\w*|"
    r"решил\w*|вирішил\w*|is to be|are to be|will be|объяв\w*|начал\w*|началась|идет|продолж\w*|ведется|проводится|"
    r"решен\w*|оголо\w*|почал\w*|розпоча\w*|триває|трива\w*|проводи\w*|вирішен\w*|эвакуируют|эвакуируются|"
    r"переселяют|вывозят|отселяют|евакуюють|відселяють|вивозять|переселяють|перевозят|перемещают|перевозять|"
    r"переміщують|выезжа\w+|виїжджа\w+)"
)
_LIFTED = re.compile(r"(?<!\w)(?:lifted|cancel|ended|completed|return|отмен|заверш|скасов|вернул|поверн)")
_UNKNOWN_ZONE = re.compile(
    r"((?:[A-Z][\w'-]+ ){1,3})(?:districts?|province|municipality|county|territory|communit(?:y|ies)|region)\b|"
    r"(?:districts?|province|municipality|county|town|city|villages?) of ((?:[A-Z][\w'-]+ ?){1,3})|"
    r"([А-ЯІЇЄҐ][\w'-]+(?:ом|ого|ий|ый|ій|ої|ой|ому|ая|а)) (?:район\w*|громад\w*|област\w*|провинци\w*|провінці\w*|"
    r"общин\w*)|"
    r"(?:провинци\w+|провінці\w+|район\w*|округ\w*|город\w*|міст\w+|сел\w+|сёл\w*|посёлк\w*|селищ\w+) "
    r"([А-ЯІЇЄҐ][\w'-]+)"
)
_ORDER_OF = re.compile(
    r"(?:mandatory|compulsory|forced|order\w*|decree\w*)[\w ]{0,80}(?:evacuat|leave|relocat)|(?:обязательн|"
    r"принудительн|распоряж|приказ|решени|потребова|требу)\w*[\w ]{0,90}(?:эвакуац|эвакуир|отсел|вывоз)|"
    r"(?:обов'язков|примусов|розпорядж|наказ|рішенн|вимага)\w*[\w' ]{0,90}(?:евакуац|евакуюв|відсел|вивез)"
)
_PART = re.compile(
    r"(?<!\w)(?:(?:part|parts|some (?:villages|settlements|areas)|several (?:villages|settlements)|strip|within \d|"
    r"часть|части|част\w+ район|нескольк\w+ (?:сел|насел)|полос|частин\w+|кілька (?:сіл|насел)|смуг))"
)


_HAS_BEGUN = re.compile(
    r"(?<!\w)(?:начал\w* эвакуац\w*|эвакуаци\w+ начал\w*|почал\w* евакуац\w*|розпочал\w* евакуац\w*|евакуаці\w+ "
    r"(?:роз)?почал\w*|"
    r"evacuation (?:has )?(?:began|begun|started)|(?:began|started) (?:the )?evacuati\w+)"
)
_PROCLAIMED = re.compile(r"announc|declar|объяв|оголо")
_NO_NAME = re.compile(r"(?:The|In|On|All|Residents|Villages?|Border)")
_KINDS = (
    (OrderKind.NO_ORDER, _NO_ORDER),
    (OrderKind.VOLUNTARY, _VOLUNTARY),
    (OrderKind.MANDATORY, _MANDATORY),
    (OrderKind.IN_PROGRESS, _HAS_BEGUN),
    (OrderKind.ADVICE, _ADVICE),
    (OrderKind.IN_PROGRESS, _ANNOUNCED),
)


@dataclass(frozen=True, slots=True)
class OrderSaid:
    """A word about the evacuation of one zone; `zone` None where the case does not know the one that is named."""

    zone: str | None
    named: str
    kind: OrderKind
    scope: OrderScope
    scope_certain: bool
    settlements: PrintedFigure | None
    start: int
    end: int


def orders_said(
    cased: str,
    text: str,
    within: tuple[int, int],
    places: list[PlaceMention],
    found: list[PrintedFigure],
    *,
    counted: bool,
) -> list[OrderSaid]:
    """Find the orders that a sentence tells of.

    Parameters
    ----------
    cased, text : str
        The flat text, with its capitals and without.
    counted : bool
        Whether the sentence counts people who moved or are to: then it is a claim, and no order if it names none.
    """
    leaving = _LEAVING.search(text, *within)
    sentence = text[within[0] : within[1]]
    kind = None if leaving is None or _LIFTED.search(sentence) else _kind(sentence)
    if leaving is None or kind is None:
        return []
    if counted and kind is OrderKind.IN_PROGRESS and not _PROCLAIMED.search(sentence):
        return []
    settlements = next((one for one in found if one.counted is Counted.SETTLEMENTS), None)
    part = settlements is not None or _PART.search(sentence) is not None
    scope = OrderScope.PART if part else OrderScope.WHOLE
    zones = {one.ids[0]: one for one in places if one.sort is PlaceSort.ZONE}
    if zones:
        start = min([leaving.start(), *(one.start for one in zones.values())])
        end = max([leaving.end(), *(one.end for one in zones.values())])
        return [
            OrderSaid(one.ids[0], one.label, kind, scope, not part, settlements, start, end) for one in zones.values()
        ]
    named = _unknown_zone(cased, within, kind, leaving, settlements, places)
    if named is None:
        return []
    name, start, end = named
    span = min(start, leaving.start()), max(end, leaving.end())
    return [OrderSaid(None, name, kind, scope, False, settlements, *span)]


def _unknown_zone(
    cased: str,
    within: tuple[int, int],
    kind: OrderKind,
    leaving: re.Match[str],
    settlements: PrintedFigure | None,
    places: list[PlaceMention],
) -> tuple[str, int, int] | None:
    """Return what an order is for where the case does not know it: a place, so many settlements, an oblast."""
    named = _UNKNOWN_ZONE.search(cased, *within)
    if named is not None:
        name = next(part for part in named.groups() if part).strip()
        return None if _NO_NAME.fullmatch(name) else (named.group().strip(), *named.span())
    if settlements is not None and kind in {OrderKind.MANDATORY, OrderKind.VOLUNTARY}:
        return cased[settlements.start : settlements.end], settlements.start, settlements.end
    if kind is OrderKind.MANDATORY and _ORDER_OF.search(cased[within[0] : within[1]].lower()):
        oblast = next((one.label for one in places if one.sort is PlaceSort.OBLAST), leaving.group())
        return oblast, leaving.start(), leaving.end()
    return None


def _kind(sentence: str) -> OrderKind | None:
    """Return how binding the word is, a denial first and the mere fact of moving last."""
    return next((kind for kind, words in _KINDS if words.search(sentence)), None)
