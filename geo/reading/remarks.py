"""Statements without a number: that somebody spoke of the operation's course, its aim or the answer to it."""

from __future__ import annotations

import re

#: Courses, aims and answers; shelling, weather, visits and money are none.
_OPERATION = re.compile(
    r"(?<!\w)(?:(?:drive|driven|drove|push|pushed|throw|thrown|force|forced|squeez\w+|kick\w*|knock\w*|expel\w*|"
    r"oust\w*) (?:\w+ ){0,5}(?:out|back)|expel\w*|dislodg\w*|repel\w*|retaliat\w*|provocation\w*|"
    r"counter-?offensive|counterattack\w*|"
    r"bargaining|negotiating position|hand in (?:\w+ )?talks|improve (?:its|their) position|destabili[sz]\w*|the "
    r"aim of the|goal of the|purpose of the|respond (?:\w+ )?to the|worthy response|decisive (?:response|action)|"
    r"hold (?:on to )?the (?:territory|ground|land)|no (?:intention|plans?) (?:of|to) (?:occup|hold|annex|keep|"
    r"stay)\w*|situation (?:is|remains) (?:under control|difficult|tense)|under control of the situation|took "
    r".{0,20} by surprise|invasion|incursion|aggression|"
    r"will not (?:give up|cede|surrender)|offensive (?:continues|will continue|has stalled|is going)|operation "
    r"(?:continues|will continue|is going)|advance (?:has been )?(?:halted|stopped|stalled)|stabili[sz]\w*|buffer "
    r"zone|"
    r"вытесн\w*|выбит\w* (?:врага|противника|из)|выбить|выдавит\w*|вышвырн\w*|отпор|провокаци\w*|контрнаступ\w*|"
    r"дестабилиз\w*|переговорн\w+ позици\w*|улучшить (?:свои )?(?:переговорн\w+ )?позици\w*|достойный ответ|"
    r"цель\w* (?:операции|удара|наступления)|"
    r"вторжени\w*|агресси\w*|ситуация (?:остается )?(?:под контролем|сложн\w+|напряженн\w+)|операци\w+ продолж\w*|"
    r"наступление (?:остановлено|продолж\w*)|продвижение остановлено|буферн\w+ зон\w*|обстановк\w+ (?:остается "
    r")?(?:сложн|напряж|стабил)\w*|"
    r"витісн\w*|вибити|відсіч|провокаці\w*|контрнаступ\w*|дестабіліз\w*|переговорн\w+ позиці\w*|гідн\w+ "
    r"відповід\w*|мет\w+ (?:операції|наступу)|вторгненн\w*|агресі\w*|ситуація (?:залишається )?(?:під контролем|"
    r"складн\w+|напружен\w+)|"
    r"операці\w+ (?:триває|продовж\w*)|наступ (?:зупинено|триває)|просування зупинено|буферн\w+ зон\w*|стійкість|"
    r"рішуч\w+ д\w+|resilience|стойкость|(?:противник|враг|enemy) (?:has been |was |был )?(?:остановлен|отброшен|"
    r"stopped|halted)|ворога (?:зупинено|відкинуто))(?!\w)"
)


def is_remark(text: str, within: tuple[int, int]) -> bool:
    """Whether a sentence, in which somebody speaks, says something of the operation that a ledger keeps.

    >>> is_remark("putin said the enemy would be driven out of russian territory", (0, 61))
    True
    >>> is_remark("the minister said talks on grain would go on", (0, 44))
    False
    """
    return _OPERATION.search(text, *within) is not None
