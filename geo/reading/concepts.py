"""Word stems of three languages, by what they say: killed, moved, controls, soldiers, villages."""

from __future__ import annotations

import re


def _stems(words: str, *whole: str) -> re.Pattern[str]:
    """Compile stems (anything may follow) and whole expressions."""
    parts = [rf"{stem}[\w']*" for stem in words.split()] + list(whole)
    return re.compile(rf"(?<![\w'])(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?![\w'])")


KILLED = _stems(
    "kill погиб убит убил гибел скончал загин загиб вбит вбил fatalit перебит смерт",
    r"perished|murdered|massacred|lives|жертвами|жизней|життів|dead|died|dies|die|deaths?|death toll|lost their "
    r"lives|lives lost|claimed the lives|умер\w*|жертв\w*|померл\w*|"
    r"slain|унес\w* жизн\w*|забра\w+ (?:житт|жизн)\w*|обірва\w+ житт\w*|лишил\w* жизни",
)
WOUNDED = _stems(
    "wound injur hospitali ранен ранил постра травм госпитализ поранен поранил постражд травмов шпиталіз "
    "госпіталіз раніен",
    r"maimed|in hospital|being treated|treated|в больниц\w*|у лікарн\w*|медпомощ\w*|медицинск\w+ помощ\w*|"
    r"медичн\w+ допомог\w*|hurt|ранения|поранень|ран различной|контуз\w*|"
    r"осколочн\w*|пошкоджен\w* здоров\w*",
)
MOVED = _stems(
    "evacuat evacuee relocat resettl displac эвакуир эвакуац вывез выеха выезж уезж покину пересел отсел рассел переме "
    "бежал бежав уеха "
    "евакуй евакуюв евакуац виїха вивез вивоз пересел відсел розсел переміщ втік втекл выбрал выселен uproot",
    r"to move|have to go|had to go|must go|to go|to follow|departures?|(?:carried|took|brought|bused|drove|led) "
    r"[\w, ]{1,30} "
    r"out|escaped|escaping|sought (?:refuge|shelter)|seeking refuge|bused|bussed|exodus|taken to safety|"
    r"перебрал\w*|"
    r"убежал\w*|утекл\w*|виселен\w*|стали бежен\w+|стали біжен\w+|fled|flee|flees|fleeing|left|leave|leaving|"
    r"departed|taken (?:from|to)|moved|been moved|were moved|was moved|"
    r"taken out|brought out|forced|driven out|crossed into|arrived in|прибыл\w*|прибул\w*|переехал\w*|переїха\w*|"
    r"виїзд\w*|выезд\w*|вивіз|bused out|emptied|abandoned their|forced from|driven from|gone from|had gone|have "
    r"gone|were "
    r"out|"
    r"залишил[иоа](?!с)|залишив(?!с)|(?:оставил\w*) (?:дом|сво)\w*|(?:дома|жилища|домівки|оселі|жилье|житло) "
    r"(?:оставил|покинул|утратил|потерял|втратил|залишил)\w*|moving",
)
IN_PLACE = _stems(
    "остал остаю остает залиша лиша лишил прожива",
    r"remain\w*|stay\w*|still (?:live|in|there)|live in|lives? there|home to|(?:were|are|is|was) left (?:in|"
    r"behind)|inhabitants|registered|мешка(?:є|ють)|залишил\w+сь|"
    r"залишил\w+ся|залишивс\w+|still there|досі (?:там|у|в)|все еще (?:там|в)|живут|живуть|живе|живет",
)
PLANNED = _stems(
    "подлеж предсто планир необходим нужно надо намерен долж підляг плану потріб належ необхідн повин due slated "
    "готу готов нужда потребу впереди попереду",
    r"to be (?:\w+ )?(?:evacuat\w+|mov\w+|relocat\w+|resettl\w+|displac\w+|taken|brought)|will be|will have to|"
    r"would have to|"
    r"would be|is to|are to|was to|were to|must|should|plan\w*|expect\w*|need(?:s|ed)? to|need\w* evacuat\w+|"
    r"ha(?:s|ve) to|subject to|ordered|"
    r"told to|asked|urged|set to|being prepared|preparing to|in line for|будет|будут|буде|будуть|мают[ьь]|має "
    r"бути|мали|"
    r"собира\w*|готов\w* к|под эвакуаци\w+|під евакуаці\w+|yet to|awaiting|ждут|чекають|очікують|intend\w*|"
    r"хот[яі]т\w*|збира\w+ся|наказ\w*|приказ\w*|на очереди|ще (?:мають|треба)|треба|остается эвакуировать",
)
CONTROL = _stems(
    "control seiz captur occup liberat recaptur regain overrun retake retook reclaim "
    "контрол захват захвач захоп зайнят занят занял зайнял удерж утрим оккуп окуп освобо освобож звільн отби "
    "отвоев відби відвоюв відвоева "
    "верну поверну поверне возвращен взят взял взяти взято заволод оволод здобу зачи перейшл перешл утрат потер",
    r"secured?|secures|stormed|overran|fell to|ceded|swept|into (?:\w+ )?hands|in the hands|pushed (?:\w+ "
    r"){0,3}out of|(?:driven|drove|expelled|forced|thrown) (?:\w+ ){1,4}(?:from|out of)|driven from|dominat\w+|"
    r"занима\w+|заняв|подконтрольн\w+|"
    r"сдан[ыао]?|закрепил\w*|выбил\w*|вытеснил\w*|вошли в|займа\w+|підконтрольн\w+|закріпил\w*|вибил\w*|"
    r"витіснил\w*|увійшли (?:в|до)|здан[іоа]|held|hold|holds|holding|took|taken|take over|taking|takes|gained|gain|"
    r"gains|won back|lost|fell|fallen|conquer\w*|"
    r"in (?:\w+ )?hands|clear(?:ed|ing)?|takeover|окупант\w+ (?:взяли|зайшли)|в руках|у руках|annex\w*|under "
    r"(?:its|their|the)|grabbed|"
    r"мы взяли|prised|wrest\w*|won|swallowed|entered|набул\w*|приєдна\w*|присоедин\w*|потеря\w*",
)
RETAKEN = _stems(
    "retak retook recaptur regain reclaim отби отвоев відби відвоюв відвоев верну возвращ поверн",
    r"(?:taken?|took) [\w ]{1,25} back|won back|taken back|took back|got back|back under|clawed back|win back|"
    r"(?:drove|driven|thrown|forced) .{0,30}out of|вновь под контрол\w*|знову під контрол\w*|снова под контрол\w*",
)
LIBERATED = _stems("liberat освобо звільн freed")
ATTACKED = _stems(
    "shell attack bomb struck strik hit target обстрел атак удар бомб обстріл атакув ударив пострада damag поврежд "
    "пошкодж обесточ "
    "знеструм blackout разруш зруйн power electric electr свет світл водоснаб газоснаб flood затопл підтоп",
    r"without (?:power|gas|water|electricity)|cut off|без (?:света|світла|газа|газу|воды|води|электр\w*|електр\w*)|"
    r"under fire|"
    r"under attack|burn\w*|aid|humanitarian|гуманитарн\w*|гуманітарн\w*|reconnect\w*|restor\w*|восстанов\w*|віднов\w*|"
    r"розмін\w*|размин\w*|demin\w*|clashes|боестолкновен\w*|боєзіткнен\w*|зіткнен\w*|бои|бої|fighting|quarantin\w*|"
    r"карантин\w*|"
    r"denied|опроверг\w*|спростува\w*|visited|посетил\w*|відвіда\w*|election\w*|выбор\w*|виборч\w*|mobile|связь|"
    r"зв'яз\w*|"
    r"built|stretch|serve\w*|обслуж\w*|school\w*|школ\w*|live in|проживают|мешкають",
)
SETTLEMENTS = _stems(
    "settlement localit hamlet",
    r"villages?|towns?|(?:населенн\w+\s+)?пункт(?:а|ов|ы|ам|ами|ах)|нп|н\.п\.|сел|села|село|селах|селам|селами|"
    r"деревн\w+|деревень|поселк\w+|поселков|"
    r"хутор\w*|селени\w+|містеч\w+|насел\w+ пункт\w*|сіл|селищ\w*|місто|міст|міста|город(?:а|ов)|inhabited "
    r"(?:areas|points|places)|communities",
)
PEOPLE = _stems(
    "person people resident civilian inhabitant villager citizen local evacuee refugee human жител мешкан громадян "
    "людей люди людям людин особ осіб "
    "переселен",
    r"journalists?|журналист\w*|журналіст\w*|ethnic \w+|armenians|lebanese|syrians|palestinians|israelis|thais|"
    r"cambodians|congolese|kyrgyz|tajiks|ukrainians|армян\w*|конголезц\w*|таджик\w*|киргиз\w*|камбоджийц\w*|"
    r"израильтян\w*|ізраїльтян\w*|сирийц\w*|сирійц\w*|палестинц\w*|беженц\w*|біженц\w*|курян\w*|харківʼян|"
    r"белгородц\w*|сумчан\w*|refugees|вірмен\w*|украинцев|українців|ливанцев|ліванців|человек\w*|чел\.?|чоловік\w*|"
    r"гражданских|гражданскими|гражданина|мирных|мирные|мирный|мирних|цивільних|цивільні|цивільний|цивільного|"
    r"цивільна|гражданский|гражданская|settlers?|"
    r"местных|душ|women|men|woman|man|pensioners?|женщин\w*|женщина|мужчин\w*|жінк\w*|жінок|жінка|workers?|medics?|"
    r"paramedics?|"
    r"rescuers?|volunteers?|medical workers|медик\w*|спасател\w*|рятувальник\w*|волонтер\w*|пенсіонер\w*|"
    r"пенсионер\w*|souls|"
    r"evacuees|displaced|пострадавш\w*|погибш\w*|ранен\w*|загибл\w*|поранен\w*|постраждал\w*|departures?|others|"
    r"other|lives|"
    r"жизней|життів|patients|пациент\w*|пацієнт\w*",
)
CHILDREN = _stems(
    "несовершеннолетн неповнолітн подрост підліт",
    r"child|children|kids?|minors?|teenagers?|boys?|girls?|дети|детей|детям|детьми|ребен\w+|дитин\w*|дітей|діти|"
    r"дітьми|діток",
)
SOLDIERS = _stems(
    "soldier serviceme servicewom servicepers fighter militant conscript combatant marine mercenar invader "
    "occupier paratroop guardsm солдат "
    "военнослуж боевик боец бойц наемник пограничник военнопл оккупант срочник військов бійц боєць бойовик окупант "
    "найман "
    "прикордонник полонен загарбник десантник штурмовик мобилизов мобіліз infantr officer офіцер офицер gunm",
    r"troops?|military personnel|personnel|pows?|prisoners?|military|военных|военные|военными|силовик\w*|militiam\w+|"
    r"борец|борцов|police|полицейск\w*|поліцейськ\w*|peacekeepers?|миротворц\w*",
)
ARMY_LOSSES = _stems(
    "брон техник",
    r"losses|casualties|потери|потерь|потеряли|втрати|втрат|втратили|army|brigade|battalion|regiment|бригад\w*|"
    r"батальон\w*|"
    r"батальйон\w*|полк\w*|enemy|противник\w*|ворог\w*|враг\w*|ликвидир\w*|ліквідов\w*|знищ\w*|уничтож\w*|"
    r"destroyed|eliminated|neutrali[sz]ed|"
    r"pilots?|летчик\w*|own",
)
ADVANCE = _stems(
    "advanc penetrat thrust progress incursion encroach breakthrough breach продвин продвиж вклин прорв прорыв "
    "углуб пройден "
    "вторг вторж просоч наступ просун "
    "просув заглиб поглиб прорив",
    r"edged|surged|rolled|marched|swept|forged|inching|pressed|foray|raid|salient|bulge|pocket|bridgehead|wedge|"
    r"проник\w*|клин\w*|выступ\w*|виступ\w*|плацдарм\w*|push(?:ed|es|ing)?|pushed|drove|driven|driving|moved|"
    r"moving|move|moves|gained|gains?|broke through|зашл\w*|зайшл\w*|вошл\w*|увійшл\w*|прошл\w*|"
    r"пройшл\w*|inched|crept|crossed|made it|reached|дошл\w*|дійшл\w*|went|gone|зайти|зашед\w*|leapt|punched|"
    r"раздвин\w*|відсун\w*|отодвин\w*|потіснил\w*|"
    r"потеснил\w*|відкинул\w*|отбросил\w*|intru\w*|entered",
)
RETREATED = _stems(
    "retreat withdr отступ відступ отвод відвед отвел відійш отош",
    r"pull\w* (?:back|out)|fell back|fall back|(?:push|drive|drove|driven|beat|throw|threw)\w* (?:\w+ ){0,4}back",
)
WEAPONS = _stems(
    "drone missile rocket artiller howitzer shell бесп бпла дрон ракет артилл гаубиц снаряд безпіл артилер mortar "
    "миномет міномет strike "
    "удар bomb бомб hit",
    r"fired|aircraft|jets?|fpv|uavs?|fpv-\w+|шахед\w*|авиа\w+|авіа\w+|radar|jamm\w*",
)
TROOPS = _stems(
    "troop force unit soldier army brigade military войск подраздел штурм військ підрозд всу зсу рф tank armou "
    "paratroop солдат бригад fighter "
    "rebel insurgent боевик армі арми militia column бойц бійц",
    r"сил\w*|m23|idf|rsf|rebels|invaders|ворог|враг|противник",
)
EVACUATION = _stems("evacuat эвакуац эвакуир евакуац евакую евакуй relocat resettl отсел відсел")
