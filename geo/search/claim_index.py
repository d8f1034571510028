"""Find the claims that a query names: by words in either script, by a whole number, by an id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.labels import BASIS_LABELS, KIND_LABELS, METRIC_LABELS, SIDE_LABELS, UNITS, format_value
from geo.search.transliteration import fuzzy_key, spellings

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[a-z]+\d+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\w+")
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
#: Words shorter than this are compared in one spelling alone: their fuzzy keys hold too little to tell them apart.
_LEAST_IN_ANOTHER_HAND = 4


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one claim answers to; every string is normalized."""

    ident: str
    words: frozenset[str]
    fuzzy_keys: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[str]


class LedgerIndex:
    """The claims of a case, normalized once.

    A text is taken word by word, and a claim answers if it has every word. A word is the beginning of one of the
    claim's own, in any transliteration; a number is a whole number of the claim; a day is the one it speaks of or was
    known on; what looks like an id, letters and then digits, is the beginning of its id or stands whole in its note.

    Examples
    --------
    >>> claim = Claim(id="C0283", about_date="2024-08-12", known_date="2024-08-12", claimant="Aleksei Smirnov",
    ...               side="russia", source="s", metric="settlements", modality="exact", value="74", kind="total",
    ...               basis="stated", summary="74 villages")
    >>> [_answers(_entry(claim, "TASS", ()), word) for word in ("Смирнов", "villages", "74", "28", "C02")]
    [True, True, True, False, True]
    """

    def __init__(self, case: Case) -> None:
        publishers = {claim.id: case.sources[claim.source].publisher for claim in case.claims}
        self._entries = {one.id: _entry(one, publishers[one.id], _around(case, one)) for one in case.claims}

    def find(self, claims: Iterable[Claim], text: str) -> list[Claim]:
        """Keep the claims of the case that a text means, in their order; the one of which it is the id comes first."""
        words = text[:200].casefold().split()
        found = [claim for claim in claims if all(_answers(self._entries[claim.id], word) for word in words)]
        return sorted(found, key=lambda claim: claim.id.casefold() not in words)


def _around(case: Case, claim: Claim) -> tuple[str, ...]:
    """Return the headline of the claim's publication, and the names of its zone in every script."""
    source, zone = case.sources[claim.source], case.zones.get(claim.zone or "")
    names = () if zone is None else (zone.name_en, zone.name_ru, zone.name_uk, zone.oblast)
    return (source.title, *names)


def _entry(claim: Claim, publisher: str, around: Iterable[str]) -> _Entry:
    labels = (METRIC_LABELS[claim.metric], KIND_LABELS[claim.kind], BASIS_LABELS[claim.basis], SIDE_LABELS[claim.side])
    said = (claim.summary, claim.place, claim.computed_from, claim.claimant, publisher)
    about = (claim.role, claim.root, claim.note, claim.check_note, *around)
    figure = (format_value(claim), UNITS.get(claim.metric, ""))
    text = " ".join((*labels, *figure, *said, *about)).casefold()
    spelt = frozenset(spelling for word in set(_WORD.findall(text)) for spelling in spellings(word))
    values = [f"{value:.10g}" for value in (claim.value, claim.value_high) if value is not None]
    return _Entry(
        ident=claim.id.casefold(),
        words=spelt,
        fuzzy_keys=frozenset(fuzzy_key(spelling) for spelling in spelt),
        # A day in a note, or what a headline tells besides, is no number of this claim.
        numbers=frozenset((*values, *(_plain(number) for number in _NUMBER.findall(" ".join(said))))),
        days=frozenset((claim.about_date.isoformat(), claim.known_date.isoformat())),
    )


def _answers(entry: _Entry, word: str) -> bool:
    word = word.casefold()
    if word == entry.ident:
        return True
    if _ISO_DAY.fullmatch(word):
        return word in entry.days
    if _NUMBER.fullmatch(word):
        return _plain(word) in entry.numbers
    if _ID.match(word) and entry.ident.startswith(word):
        return True
    if _ID.fullmatch(word):
        return word in entry.words
    return all(_begins(entry, part) for part in _WORD.findall(word))


def _begins(entry: _Entry, part: str) -> bool:
    spelt = tuple(spellings(part))
    if any(own.startswith(spelt) for own in entry.words):
        return True
    bare = tuple(fuzzy_key(spelling) for spelling in spelt if len(spelling) >= _LEAST_IN_ANOTHER_HAND)
    return any(own.startswith(bare) for own in entry.fuzzy_keys)


def _plain(number: str) -> str:
    """Write a number as the ledger does.

    >>> _plain("121,000"), _plain("12,5"), _plain("12.50"), _plain("28")
    ('121000', '12.5', '12.5', '28')
    """
    plain = _THOUSANDS.sub("", number).replace(",", ".")
    return plain.rstrip("0").removesuffix(".") if plain.count(".") == 1 else plain
