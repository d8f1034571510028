"""The subject of a claim: an oblast as a whole, a zone, or some part; the gazetteer says which holds which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from geo.model.case import Case, once_per_case
from geo.model.claims import Claim

_OBLAST_WORDS = re.compile(r"\b(oblasts?|regions?|of|the|and|область|области|и)\b|[,;]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is about: an oblast ("" where none is known), and the part of it ("" for the whole).

    `part` is the id of a zone or a place where the gazetteer knows it, else the text as reported, in small letters;
    then it is not `known` how much of the oblast it is.
    """

    oblast: str
    part: str = ""
    known: bool = True

    def holds(self, other: Subject) -> bool:
        """Whether another scope is a part of this one, and not the same."""
        return not self.part and bool(other.part) and self.oblast == other.oblast


class Scopes:
    """The scopes of a case's claims; each wording is read once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._known: dict[tuple[str | None, str], Subject] = {}

    def of(self, claim: Claim) -> Subject:
        """Return what a claim is about; a claim that names no place is about the case's main oblast."""
        key = (claim.zone, claim.place)
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def _read(self, zone: str | None, place: str) -> Subject:
        if zone is not None:
            found = self._case.zones.get(zone)
            return Subject(found.oblast if found else self._oblast_in(place), zone)
        text = place.casefold().strip()
        oblast = self._oblast_in(place)
        rest = text.replace(oblast.casefold(), "") if oblast else text
        if not _OBLAST_WORDS.sub("", rest).strip():
            return Subject(oblast)
        ident = self._names.get(text)
        if ident is None:
            return Subject(oblast, text, known=False)
        return Subject(self._oblast_of(ident) or oblast, ident)

    def _oblast_in(self, place: str) -> str:
        """Return the oblast that a text names, or the one of a place that it names, else the main one."""
        for oblast in self._oblasts:
            if oblast in place:
                return oblast
        named = (self._oblast_of(ident) for name, ident in self._names.items() if len(name) > 3 and name in place)
        return next((oblast for oblast in named if oblast), self._case.main_oblast)

    def _oblast_of(self, ident: str) -> str:
        place, zone = self._case.settlements.get(ident), self._case.zones.get(ident)
        return place.oblast if place is not None else zone.oblast if zone is not None else ""

    @cached_property
    def _oblasts(self) -> tuple[str, ...]:
        case = self._case
        oblasts = {place.oblast for place in case.settlements.values()} | {zone.oblast for zone in case.zones.values()}
        return tuple(sorted(filter(None, oblasts), key=lambda name: (-len(name), name)))

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every spelling of a place or a zone, in small letters; of two of one name the zone counts."""
        found = {}
        case = self._case
        named = [(one.id, one.name_en, one.name_ru, one.name_uk) for one in case.settlements.values()]
        named += [(one.id, one.name_en, one.name_ru, one.name_uk) for one in case.zones.values()]
        for ident, *names in named:
            for name in filter(None, names):
                found[name.casefold()] = ident
        return found


@once_per_case
def scopes_of(case: Case) -> Scopes:
    """Return the case's scopes."""
    return Scopes(case)
