"""The probable common root of two claims: found in what they say, not demanded of the root column."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from geo.model.claims import Claim

#: Last words of offices that many offices share: by themselves they name nobody.
_COMMON_WORDS = """
ministry police office government governor officials official service staff forces source sources observers institute
group news authorities background named unnamed attributed text data mapper paper outlet war army
"""
_COMMON = frozenset(_COMMON_WORDS.split())


class Link(IntEnum):
    """How two claims hang together, the loosest first."""

    NONE = 0
    SPEAKER = 1
    NAMED = 2
    ROOT = 3


def link(one: Claim, other: Claim) -> Link:
    """Say whether two claims go back to one statement: one root, one of them names the other's speaker, one speaker."""
    if one.root and one.root == other.root:
        return Link.ROOT
    if one.claimant == other.claimant:
        return Link.SPEAKER
    return Link.NAMED if repeats(one, other) or repeats(other, one) else Link.NONE


def repeats(outlet: Claim, speaker: Claim) -> bool:
    """Whether a claim says that it comes from another's claimant or root."""
    said = " ".join((outlet.claimant, outlet.role, outlet.root, outlet.computed_from, outlet.summary)).casefold()
    if speaker.root and len(speaker.root) > 5 and speaker.root.casefold() in said:
        return True
    pattern = _name_of(speaker.claimant)
    return pattern is not None and outlet.claimant != speaker.claimant and pattern.search(said) is not None


@lru_cache(maxsize=4096)
def _name_of(claimant: str) -> re.Pattern[str] | None:
    """Return what a text must hold to name a claimant: the whole name, or the last word of a person's name."""
    name = claimant.partition("(")[0].strip().casefold()
    words = [word for word in re.findall(r"[\w'’-]+", name) if len(word) > 3]
    if not words:
        return None
    last = words[-1]
    alone = "" if last in _COMMON or len(words) > 3 else rf"|\b{re.escape(last)}\b"
    return re.compile(rf"\b{re.escape(name)}\b{alone}")
