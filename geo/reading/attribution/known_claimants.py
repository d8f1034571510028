"""Claimants that a case knows, found again in another spelling, script or case of their declension."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.case import Case
from geo.model.claims import Side
from geo.reading.attribution.claimants import Attribution
from geo.reading.attribution.speech import BODY
from geo.search.transliteration import fuzzy_key, is_cyrillic, spellings


@dataclass(frozen=True, slots=True)
class KnownClaimant:
    """A claimant as the ledger writes it, with its newest role and its side."""

    name: str
    role: str
    side: Side


#: Bodies by what texts call them, with the name under which a ledger may know them.
_BODIES = (
    (
        "Russian Defence Ministry",
        (
            r"russia\w*(?:'s)? (?:ministry of defen[cs]e|defen[cs]e ministry|mod)|(?:ministry of defen[cs]e|defen[cs]e "
            r"ministry) (?:of (?:the )?russia\w*|in moscow)|минобороны(?: рф| россии)?|министерств\w+ обороны(?: рф| "
            r"россии)?|міноборони (?:рф|росії)|міністерств\w+ оборони (?:рф|росії)|(?:російськ\w+|рос\.) міноборони"
        ),
    ),
    (
        "Russian Emergencies Ministry",
        (
            r"(?:russia\w*(?:'s)? )?(?:emergenc\w+|emergency situations) ministry|ministry of emergency situations|"
            r"мчс(?: рф| россии)?|мнс (?:рф|росії)|російськ\w+ мнс"
        ),
    ),
    (
        "Russian Foreign Ministry",
        r"russia\w*(?:'s)? foreign ministry|foreign ministry of russia|мид (?:рф|россии)|мзс (?:рф|росії)",
    ),
    ("Russian Health Ministry", r"russia\w*(?:'s)? health ministry|минздрав\w*(?: рф| россии)?"),
    (
        "Institute for the Study of War",
        (
            r"(?:the )?(?:us-based )?(?:isw|institute for the study of war)|институт\w* изучения войны|інститут\w* "
            r"вивчення війни"
        ),
    ),
    (
        "DeepState",
        r"(?:the )?(?:\w+ ){0,3}deep ?state(?: \w+)?|(?:проект\w* |проєкт\w* |аналитик\w+ |аналітик\w+ )?deep ?state",
    ),
    (
        "National Police of Ukraine",
        r"(?:ukrain\w+(?:'s)? )?national police(?: of ukraine)?|нацполици\w+|національн\w+ поліці\w+|нацполіці\w+",
    ),
)
_BODY_WORDS = [(name, re.compile(words)) for name, words in _BODIES]
_RUSSIAN = re.compile(r"russia|moscow|kremlin|kursk|belgorod|росси|рф\b|москв|кремл|курск|белгород|росі|tass|тасс")
_UKRAINIAN = re.compile(
    r"ukrain|kyiv|kiev|sumy|kharkiv|украин|україн|всу|зсу|киев|київ|сумськ|сумск|харк[іо]в|генштаб зсу|генштаб всу"
)
_ENDINGS = re.compile(r"(?:a|u|om|iu|ia|em|im|oi|oiu|ogo|omu|oho|ovi|e|i|ym|iim|evi|ii|h|)")


class KnownClaimants:
    """The claimants of a case, by name.

    Parameters
    ----------
    case : Case
        Whose claims, statements, orders and words about places are looked through.
    """

    def __init__(self, case: Case) -> None:
        rows = sorted((*case.claims, *case.orders, *case.control_events), key=lambda row: (row.known_date, row.id))
        self._known = {row.claimant: KnownClaimant(row.claimant, row.role, row.side) for row in rows}
        self._known |= {
            row.speaker: KnownClaimant(row.speaker, row.role, row.side)
            for row in case.statements
            if row.speaker not in self._known
        }
        people = (
            one
            for one in self._known.values()
            if "(" not in one.name and "," not in one.name and not BODY.search(one.name.lower())
        )
        self._people: dict[str, list[KnownClaimant]] = {}
        for one in people:
            words = one.name.split()
            if len(words) == 2:
                self._people.setdefault(fuzzy_key(next(iter(spellings(words[-1])))), []).append(one)

    def find(self, attribution: Attribution) -> KnownClaimant | None:
        """Return the claimant that an attribution means, or None; a first name of another letter is another person."""
        low = attribution.name.lower().replace("ё", "е")
        for name, words in _BODY_WORDS:
            if words.fullmatch(low):
                return self._known.get(name)
        whole = {known.lower(): known for known in self._known}
        if low in whole:
            return self._known[whole[low]]
        parts = attribution.name.split()
        if not parts or BODY.search(low):
            return None
        initial = _key(parts[0])[:1] if len(parts) > 1 else ""
        for key in _keys(parts[-1]):
            for surname, people in self._people.items():
                if key == surname or (
                    is_cyrillic(parts[-1]) and key.startswith(surname) and _ENDINGS.fullmatch(key[len(surname) :])
                ):
                    fits = [one for one in people if not initial or _alike(initial, _key(one.name)[:1])]
                    if len(fits) == 1:
                        return fits[0]
        return None


def side_of(name: str, role: str) -> Side | None:
    """Return the side that the words of a name or a role tell, or None.

    >>> side_of("Defence Ministry", "Russia's"), side_of("Sylvain Ekenge", "army spokesman")
    (<Side.RUSSIA: 'russia'>, None)
    """
    low = f"{role} {name}".lower()
    russian, ukrainian = _RUSSIAN.search(low) is not None, _UKRAINIAN.search(low) is not None
    if russian == ukrainian:
        return None
    return Side.RUSSIA if russian else Side.UKRAINE


def _key(word: str) -> str:
    return min((fuzzy_key(one) for one in spellings(word) if not is_cyrillic(one)), default="")


def _keys(word: str) -> set[str]:
    return {fuzzy_key(one) for one in spellings(word) if not is_cyrillic(one)}


def _alike(one: str, other: str) -> bool:
    """Whether two first letters may be of one name: Volodymyr and Vladimir, Oleksii and Aleksei, Ihor and Igor."""
    return one == other or {one, other} in ({"o", "a"}, {"e", "o"}, {"i", "e"}, {"h", "g"}, {"m", "n"})
