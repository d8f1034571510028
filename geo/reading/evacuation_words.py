"""Orders, advice and denials of evacuation that a sentence tells of: how binding, for which zone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.evacuation import OrderKind, OrderScope
from geo.reading import concepts
from geo.reading.figures import Counted, Figure
from geo.reading.place_mentions import PlaceMention, PlaceSort

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
    r"(?<!\w)(?:no (?:plans? (?:to|for)|need (?:to|for)|order|evacuation|mandatory)|not (?:been )?(?:planned|"
    r"ordered|announced|considered|being evacuated|planning)|isn't planned|не планиру\w+|не объявл\w+|не требу\w+|"
    r"нет необходимости|эвакуаци\w+ не|не плану\w+|не оголош\w+|немає потреби|евакуаці\w+ не|не йдеться|речи об "
    r"эвакуации нет|не идет)"
)
_ANNOUNCED = re.compile(
    r"(?<!\w)(?:announc\w*|declar\w*|began|begun|start\w*|launch\w*|under way|underway|continu\w*|being|decid\w*|"
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


@dataclass(frozen=True, slots=True)
class OrderSaid:
    """A word about the evacuation of one zone; `zone` None where the case does not know the one that is named."""

    zone: str | None
    named: str
    kind: OrderKind
    scope: OrderScope
    scope_certain: bool
    settlements: Figure | None
    start: int
    end: int


def orders_said(
    cased: str,
    text: str,
    within: tuple[int, int],
    places: list[PlaceMention],
    found: list[Figure],
    *,
    people_counted: bool,
) -> list[OrderSaid]:
    """Find the orders that a sentence tells of.

    A sentence that only counts people who left is a claim and no order; `people_counted` says that it does.
    """
    leaving = _LEAVING.search(text, *within)
    sentence = text[within[0] : within[1]]
    if leaving is None or _LIFTED.search(sentence):
        return []
    kind = _kind(sentence)
    if kind is None or (
        people_counted and kind is OrderKind.IN_PROGRESS and not re.search(r"announc|declar|объяв|оголо", sentence)
    ):
        return []
    counted = next((one for one in found if one.counted is Counted.SETTLEMENTS), None)
    zones = [one for one in places if one.sort is PlaceSort.ZONE]
    part = _PART.search(sentence) is not None or counted is not None
    scope = OrderScope.PART if part else OrderScope.WHOLE
    start, end = _extent(leaving, zones)
    if zones:
        return [OrderSaid(one.ids[0], one.label, kind, scope, not part, counted, start, end) for one in _once(zones)]
    named = _UNKNOWN_ZONE.search(cased, *within)
    if named is not None:
        name = next(part for part in named.groups() if part).strip()
        if re.fullmatch(r"(?:The|In|On|All|Residents|Villages?|Border)", name):
            return []
        return [
            OrderSaid(
                None,
                named.group().strip(),
                kind,
                scope,
                False,
                counted,
                min(start, named.start()),
                max(end, named.end()),
            )
        ]
    if counted is not None and kind in {OrderKind.MANDATORY, OrderKind.VOLUNTARY}:
        return [
            OrderSaid(
                None,
                cased[counted.start : counted.end],
                kind,
                scope,
                False,
                counted,
                min(start, counted.start),
                max(end, counted.end),
            )
        ]
    if kind is OrderKind.MANDATORY and _ORDER_OF.search(sentence):
        oblast = next((one.label for one in places if one.sort is PlaceSort.OBLAST), "")
        return [
            OrderSaid(None, oblast or cased[leaving.start() : leaving.end()], kind, scope, False, counted, start, end)
        ]
    return []


def _kind(sentence: str) -> OrderKind | None:
    if _NO_ORDER.search(sentence):
        return OrderKind.NO_ORDER
    if _VOLUNTARY.search(sentence):
        return OrderKind.VOLUNTARY
    if _MANDATORY.search(sentence):
        return OrderKind.MANDATORY
    if _ADVICE.search(sentence):
        return OrderKind.ADVICE
    return OrderKind.IN_PROGRESS if _ANNOUNCED.search(sentence) else None


def _extent(leaving: re.Match[str], zones: list[PlaceMention]) -> tuple[int, int]:
    return min([leaving.start(), *(one.start for one in zones)]), max([leaving.end(), *(one.end for one in zones)])


def _once(zones: list[PlaceMention]) -> list[PlaceMention]:
    return list({one.ids[0]: one for one in zones}.values())


def is_evacuation(text: str, within: tuple[int, int]) -> bool:
    """Whether a sentence speaks of people being brought away."""
    return concepts.EVACUATION.search(text, *within) is not None
