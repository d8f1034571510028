"""Words by which a text says who speaks: verbs of saying, titles, offices and bodies, in three languages."""

from __future__ import annotations

import re

VERBS_EN = (
    "said|says|told|tells|reported|reports|announced|announces|claimed|claims|stated|states|wrote|writes|added|"
    "adds|confirmed|confirms|"
    "estimated|estimates|estimate|acknowledged|admitted|declared|noted|posted|counted|counts|assessed|assesses|"
    "warned|insisted|explained|revealed|disclosed|"
    "informed|asserted|asserts|alleged|conceded|recounted|listed|gave|gives|put|puts|published|briefed|testified|"
    "say|claim|report|maintains|maintained|"
    "showed|shows|recorded|registered|specified|clarified|boasted|recalled|stressed|emphasi[sz]ed|believes?|"
    "calculated|documented|tweeted|remarked|described|spoke|speaks|cited|mentioned|called|raised|revised|updated|"
    "lowered|cautioned|signed|ordered|urged|argued|predicted|promised|vowed|pledged"
)
_PAST_RU = (
    "сообщи|заяви|сказа|доложи|рассказа|написа|отмети|утвержда|уточни|подчеркну|добави|объяви|подтверди|призна|"
    "оцени|насчита|проинформирова|указа|назва|переда|опубликова|"
    "зафиксирова|поясни|предупреди|констатирова|отчита|рапортова|отрапортова|пообеща|подсчита|приве|подели|подписа|"
    "приказа|распоряди|призва|попроси|потребова|озвучи|пожалова|"
    "прокомментирова|показа|рассужда|обвини|напомни|обнародова|разъясни|пообща|поручи|выложи|заметил|высказа|"
    "оповести|посетова|подвел итог|зая[вв]и"
)
_PRESENT_RU = (
    "сообща|заявля|говори|говоря|пиш|отмеча|утвержда|уточня|переда|оценива|информиру|счита|полага|приводи|приводя|"
    "констатиру|указыва|подтвержда|называ|уверя|подчеркива|признае|признаю"
)
_PAST_UK = (
    "повідоми|заяви|сказа|допові|розпові|написа|зазначи|уточни|наголоси|дода|оголоси|підтверди|визна|оціни|"
    "нарахува|поінформува|проінформува|вказа|назва|переда|опублікува|зафіксува|"
    "поясни|попереди|констатува|відзвітува|звітува|підрахува|наві|наве|пообіця|підписа|наказа|розпоряди|заклика|"
    "попроси|озвучи|поскаржи|показа|прокоментува|нагада|оприлюдни|доручи|"
    "звинувати|вимага|поскаржи|поділи|висловлюва|стверджува"
)
_PRESENT_UK = (
    "повідомля|заявля|каж|пиш|зазнача|стверджу|уточню|інформу|оціню|переда|вважа|наводи|наводя|вказу|підтверджу|"
    "назива|запевня|наголошу|звіту"
)
VERBS_RU = rf"(?:{_PAST_RU})л[аио]?(?:сь|ся)?|(?:привел[аио]?)|(?:{_PRESENT_RU})(?:ет|ют|ит|ят|ут|т)".replace(
    "е", "[её]"
)
VERBS_UK = rf"(?:{_PAST_UK})(?:в|ла|ло|ли)(?:ся|сь)?|(?:{_PRESENT_UK})(?:є|ють|е|уть|ть)|зазначив"
#: Before a name in an oblique case: "according to".
ACCORDING = (
    r"according to|claims? by|reports? by|statements? by|citing|quoting|as per|per|in the words of|data from|"
    r"figures from|estimates? (?:by|from)|a tally by|as reported by|reported by|announced by|claimed by|stated by|"
    r"по словам|по данным|по оценке|по оценкам|по информации|по подсчетам|по подсчётам|по сведениям|со ссылкой на|"
    r"ссылаясь на|со слов|по заявлению|по версии|по сообщению|"
    r"по сообщениям|согласно данным|согласно сообщению|согласно заявлению|согласно|по утверждению|по расчетам|по "
    r"мнению|следует из данных|следует из|свидетельствуют данные|"
    r"за словами|за даними|за оцінкою|за оцінками|за інформацією|за підрахунками|за повідомленням|за твердженням|"
    r"зі слів|з посиланням на|посилаючись на|на думку|за версією|"
    r"згідно з даними|згідно з|за розрахунками|за заявою|свідчать дані|випливає з даних"
)
#: Words of titles and offices, in small letters, that belong to the name of a claimant.
_TITLE_WORDS_TEXT = """
сторона стороны стороні side изучения войны вивчення війни gen col lt maj capt sgt dr brig adm mr mrs ms prof
defender defenders watchdog observatory acting governor head chief spokesman spokeswoman spokesperson
spokespersons minister president mayor commander commander-in-chief deputy regional local prime foreign defence
defense interior emergency emergencies health general staff leader source sources agency analysts analyst
observers monitor monitors government council administration administrator office department commissioner
ombudsman ombudswoman ombudsperson aide adviser advisor rebel rebels outlet bloggers blogger channel project
organisation organization secretary officials official authorities authority army military forces force police
ministry service services rights human crisis monitoring media state senior top unnamed anonymous civil protection
provincial governors district municipal village town city oblast region province republic border guard guards
security group movement militia coalition alliance command headquarters operational un rescue doctor doctors
medics hospital hospitals director coordinator envoy ambassador general colonel lieutenant major brigadier captain
lawmaker lawmakers mp member parliament vice mappers mapper researchers researcher think tank institute centre
center two several some other three opposition intelligence armed nations relief humanitarian workers disaster
management interim northern southern eastern western joint national federal country's nation's губернатор
губернатора губернатору глава главы главе врио и.о. и.о исполняющий исполняющего обязанности президент президента
министр министра министерство министерства министерстве пресс-секретарь пресс-секретаря пресс-служба пресс-службы
пресс-службе представитель представителя спикер спикера командующий командующего главнокомандующий
главнокомандующего главком главкома начальник начальника начальнику мэр мэра власти властей оперштаб оперштаба
оперштабе штаб штаба штабе ведомство ведомства ведомстве администрация администрации военкор военкоры
телеграм-канал телеграм-канала источник источника источники источников аналитик аналитики аналитиков эксперт
эксперты экспертов области район района районов края региона республики города посёлка армия армии армией военные
военных замглавы замминистра заместитель заместителя вице-губернатор вице-премьер премьер премьер-министр
премьер-министра секретарь секретаря депутат депутата советник советника помощник полиция полиции областной
областного районный районного оборонный региональный регионального региональное военный военной военно-гражданской
местные местных генерал генерала полковник полковника уполномоченный уполномоченного омбудсмен омбудсмена по
правам человека в обороны здравоохранения чрезвычайным ситуациям иностранных дел внутренних украинский украинского
российский российского российское российские украинские армянский армянское азербайджанский азербайджанское проект
проекта группа группы командир командира бригады правительство правительства правительстве совет совета комитет
комитета служба службы службе спасатели спасателей медики врачи управление управления управлении чиновники
чиновник издание канал мониторинговый ливанский ливанские израильский повстанцы повстанцев губернаторка голова
голови голові в.о. т.в.о. президентка міністр міністра міністерство міністерства міністерстві пресслужба
пресслужби пресслужбі речник речника речниця речниці командувач командувача головнокомандувач головнокомандувача
начальник начальника очільник очільника очільниця мер мера влада влади адміністрація адміністрації ова ова.
военкор джерело джерела аналітики аналітиків аналітик експерт експерти експертів області обласної обласний району
районної громади громад краю міста селища армія армії військові військових військової заступник заступника прем'єр
прем'єр-міністр прем'єр-міністра секретар секретаря депутат радник радника поліція поліції уповноважений
уповноваженого омбудсман омбудсмана з прав людини оборони охорони здоров'я надзвичайних ситуацій закордонних справ
внутрішніх обласна місцеві місцевих російський російське російські український українські проєкт проєкту група
групи командир командира бригади уряд уряду уряді рада комітет служба служби службі рятувальники рятувальників
медики лікарі управління обороны уповноважена губернатором чинний керівник керівника керівниця цивільна цивільної
провінції провинции регіональний регіональна штаб штабу штабі військ військово-цивільної повстанці повстанців
ліванські ізраїльська ізраїльська
"""
TITLE_WORDS = frozenset(_TITLE_WORDS_TEXT.split())
#: A claimant that is a body and no person has one of these in its name.
BODY = re.compile(
    r"\b(?:ministry|observatory|watch\b|mod\b|general staff|army|military|police|services?\b|officials?|authorit|"
    r"administration|office\b|council|government|headquarters|agency|deep ?state|\bisw\b|institute|forces|group\b|"
    r"\bun\b|united nations|"
    r"committee|command\b|sources?|analysts|observers|monitors?\b|rebels|movement|bloggers|channel|project|centre|"
    r"center\b|rescue\w*|doctors|medics|hospital|coalition|red cross|ocha|unhcr|iom\b|unicef|kremlin|pentagon|"
    r"moscow|kyiv|kiev|"
    r"yerevan|baku|kinshasa|hezbollah|m23|idf|beirut|bangkok|phnom penh|crescent|civil defen|"
    r"министерств|минобороны|минздрав|мчс|мид\b|мвд|генштаб|генеральн\w+ штаб|оперштаб|штаб|власт|администраци|"
    r"правительств|полици|служб|ведомств|арми[яию]|военные|источник|аналитик|эксперт|военкор|военблогер|наблюдател|"
    r"обозревател|блогер|обсерватори|телеграм|"
    r"институт|совет\b|комитет|чиновник|группиров|спасател|медик|врач|больниц|госпитал|лікарн|"
    r"міністерств|міноборони|мз\b|моз\b|дснс|мзс|мвс|генштаб|генеральн\w+ штаб|влад(?:а|и|у|і|ою)\b|адміністраці|"
    r"уряд|поліці|служб|відомств|військові|спостерігач|оглядач|блогер|військкор|джерел|аналітик|рятувальник|ова\b|"
    r"інститут|рад[аи]\b|комітет|оперативн\w+ командуванн|повстан|оон\b|нато|хезболл|хизболл|армія|центр\w* )"
)
#: An office that stands for its holder where no name is given.
OFFICE = re.compile(
    r"\b(?:governor|minister|president|spokes\w+|mayor|commander\w*|chief|head|leader|secretary|aide|advis[eo]r|"
    r"ambassador|envoy|general|ombuds\w+|director|lawmakers?|officials?|defender|administrator|coordinator|side|"
    r"сторон[аы]|"
    r"губернатор\w*|министр\w*|глав[аы]|представител\w*|спикер\w*|пресс-секретар\w*|мэр\w*|командующ\w*|"
    r"главнокоманд\w*|главком\w*|омбудсмен\w*|начальник\w*|советник\w*|премьер\w*|президент\w*|секретар\w*|"
    r"депутат\w*|посол|"
    r"міністр\w*|голов[аи]|речни\w+|прессекретар\w*|мер|командувач\w*|головнокоманд\w*|головком\w*|очільни\w+|"
    r"керівни\w+|радни\w+|прем'єр\w*)\b"
)
#: Outlets relay; whom they cite is the claimant.
OUTLET = re.compile(
    r"(?:reuters|ap|afp|tass|ria|ria novosti|interfax|bbc|cnn|ukrinform|suspilne|associated press|agence "
    r"france-presse|itv news|rbc|тасс|риа|риа новости|интерфакс|рбк|суспільне|укрінформ|укринформ|нв|"
    r"l'orient today|al jazeera|ria novosti|radio okapi|armenpress|арменпресс|media|local media|state media|the "
    r"agency|агентство|агенція|видання|издание|сми|змі|рбк-україна|рбк-украина)",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:he|she|they|it|он|она|они|він|вона|вони)", re.IGNORECASE)
_GEOGRAPHY = re.compile(
    r"(?:Russia|Russian|Ukraine|Ukrainian|Armenia|Armenian|Azerbaijan|Azerbaijani|Lebanon|Lebanese|Israel|Israeli|"
    r"Congo|Congolese|Rwanda|Rwandan|Thailand|Thai|Cambodia|Cambodian|Kursk|Belgorod|Sumy|Kharkiv|Kharkov|"
    r"Росси\w+|РФ|Украин\w+|Україн\w+|Росі\w+|Армени\w+|Вірмені\w+|Азербайджан\w*|Ливан\w*|Ліван\w*|Израил\w*|"
    r"Ізраїл\w*|Конго|ДРК|Руанд\w+|Таиланд\w*|Таїланд\w*|Камбодж\w+|ВСУ|ЗСУ|ООН|"
    r"\w+(?:ской|ского|ском|ская|ский|ське|ської|ського|ській|ська|ський|щины|щини))(?:'s)?"
)


def is_geography(word: str) -> bool:
    """Whether a capitalised word names a country or a region rather than a person.

    >>> is_geography("Курской"), is_geography("Russia's"), is_geography("Gladkov")
    (True, True, False)
    """
    return _GEOGRAPHY.fullmatch(word) is not None
