"""Counts of civilians killed and wounded: soldiers, accidents and parts of the dead are none."""

from __future__ import annotations

import re

from geo.model.claims import Kind, Metric
from geo.reading import concepts
from geo.reading.attachment import FigureInSentence
from geo.reading.parts import is_of_children, is_part
from geo.reading.printed_figures import Counted

#: Deaths that no side's war made.
_ACCIDENT = re.compile(
    r"(?<!\w)(?:crash\w*|accident\w*|collision|collided|flood\w*|landslide|earthquake|quake|avalanche|drown\w*|"
    r"poison\w*|traffic|derail\w*|epidemic|cholera|covid\w*|дтп|авари\w*|столкнов\w* автом\w*|землетряс\w*|"
    r"наводнен\w*|оползн\w*|утонул\w*|отравил\w*|перевернул\w*|аварі\w*|землетрус\w*|повін\w*|зсув\w*|потонул\w*|"
    r"отруї\w*|перекинув\w*)"
)
_WAR = re.compile(
    r"(?<!\w)(?:shell\w*|strik\w*|struck|attack\w*|bomb\w*|drone\w*|missile\w*|rocket\w*|fighting|clash\w*|troops|"
    r"обстр\w*|атак\w*|удар\w*|бо[иїе]\w*|дрон\w*|ракет\w*|incursion|invasion)"
)
#: Offices with a soldierly name that count civilians.
_OFFICES = re.compile(
    r"(?:civil-|civil )?military (?:administrat\w+|governor\w*)|(?:військов|военн|цивільно-військов|"
    r"військово-цивільн|военно-гражданск)\w*[ -](?:адміністрац|администрац)\w*"
)
_OF_SOLDIERS = re.compile(
    r"\s*(?:of (?:them|whom|which|those)[\s,]+(?:were |are )?)?(?:a )?\w*\s?"
    r"(?:soldier|troop|service|military|военн|військ)"
)
_CIVIL = re.compile(
    r"civilian|resident|people|person|children|child|villager|women|мирн|гражданск|жител|люд|дет|цивільн|мешкан|"
    r"діт|осіб|"
    r"особ"
)
#: How badly some of those are hurt who were counted before.
_SEVERITY = re.compile(
    r"\s*(?:(?:of them|of whom|из них|з них|із них)\s+)?(?:are |were |is |was |находятся |перебувають )?"
    r"(?:in (?:a )?(?:serious|critical|grave)|seriously|critically|в тяж|у тяж|у важк|в важк|тяжело|важко|в критич|"
    r"у критич)"
)
_ENEMY = re.compile(r"(?<!\w)(?:enemy|ворог\w*|враг\w*|противник\w*)(?!\w)")
#: A bare number closer than this to soldiers counts them too.
_IN_ONE_ROW = 60


def casualty_metric(said: FigureInSentence, *, killed: bool) -> tuple[Metric, Kind] | None:
    """Say what a count of killed or wounded is a claim of, or None where it counts no civilians of this war."""
    if _counts_soldiers(said) or is_accident(said.sentence):
        return None
    if _SEVERITY.match(said.after) and said.since_last > said.within[0]:
        return None
    part = is_part(said)
    if killed:
        return None if part else (Metric.CIVILIANS_KILLED, Kind.TOTAL)
    if is_of_children(said):
        return Metric.CHILDREN_WOUNDED, Kind.SUBSET if part else Kind.TOTAL
    return Metric.CIVILIANS_WOUNDED, Kind.TOTAL


def is_accident(sentence: str) -> bool:
    """Whether a sentence tells of a crash, a flood or the like, and of no attack."""
    return _ACCIDENT.search(sentence) is not None and _WAR.search(sentence) is None


def _counts_soldiers(said: FigureInSentence) -> bool:
    text, figure = said.text, said.figure
    if figure.counted is not Counted.BARE:
        return _ENEMY.search(text[max(said.within[0], figure.start - 20) : figure.end]) is not None
    spoken = _OFFICES.sub(" ", said.sentence)
    army = concepts.SOLDIERS.search(spoken) or concepts.ARMY_LOSSES.search(spoken)
    if _OF_SOLDIERS.match(said.after) or (army and not _CIVIL.search(said.sentence)):
        return True
    soldiers = [(one.start, one.end) for one in said.others if one.counted is Counted.SOLDIERS]
    near = [place for place in said.places(concepts.SOLDIERS) if said.distance(place) < _IN_ONE_ROW - 15]
    return bool(near) or any(said.distance(place) < _IN_ONE_ROW for place in soldiers)
