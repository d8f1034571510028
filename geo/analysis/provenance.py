"""Trace a figure: how many independent roots it has, what replaced it, and whose interest it cuts across.

A root is the first statement that a row repeats. Five outlets with one sentence are one root, and two statements of one
side are one party; only a second root of another party is a second witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Basis, Claim, Kind, Metric, Modality, Side, Source
from geo.model.places import HELD, ControlEvent, Status

#: How far two figures may lie apart and be one: rounding, not agreement. "at least 120,000" is Smirnov's 121,000.
MODALITY_RANGE = {Modality.ABOUT: (0.95, 1.05), Modality.AT_LEAST: (1.0, 1.1), Modality.UP_TO: (0.9, 1.0)}

_GROUND = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})
_TAKEN = frozenset({Kind.TOTAL, Kind.ADDITIONAL, Kind.SUBSET})
_GIVEN_UP = frozenset({Kind.RETAKEN, Kind.REMAINING})


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Who else gives a figure.

    `roots` are the independent roots, the claim's own first (its id where its root is not known); `outlets` are the
    publishers of all claims with the figure, whichever root they repeat; `claims` are those claims, oldest first, the
    claim among them; `unrooted` are those of them whose first statement is not known: they count for nothing.
    """

    roots: tuple[str, ...]
    outlets: tuple[str, ...]
    claims: tuple[Claim, ...]
    unrooted: tuple[Claim, ...]


def corroboration(case: Case, claim: Claim, as_of: AsOf) -> Corroboration:
    """Count the independent roots of a figure apart from its outlets, as of day `on`, known on day `known`.

    The figure is the same when metric, kind, day, and place or zone are, and the values agree as far as their
    modality allows (`MODALITY_RANGE`). Figures about other days are never counted.
    """
    same = [
        c for c in _same_figure(case.claims, claim) if c in records_as_of([c], as_of) and c.is_in_effect(as_of.known)
    ]
    if claim.id not in {c.id for c in same}:
        same = [*same, claim]
    same.sort(key=lambda c: (c.known_date, c.id))
    outlets = dict.fromkeys(case.sources[c.source].publisher for c in same if c.source in case.sources)
    unrooted = tuple(c for c in same if not c.root)
    return Corroboration(independent_roots(claim, same), tuple(outlets), tuple(same), unrooted)


def independent_roots(claim: Claim, claims: Iterable[Claim]) -> tuple[str, ...]:
    """Pick the roots among `claims` (all in effect) that bear witness to the figure of `claim`, its own first.

    A second root counts only when its party differs from every party counted before it: a side is one party, and so
    is one organisation among the independent. A claim of unknown root, or one that somebody computed, is no witness;
    nor can a claim of unknown root itself be backed, for the others may be its root.
    """
    same = [claim, *(c for c in _same_figure(claims, claim) if c.id != claim.id)]
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for other in same:
        if other.root and (other.basis is Basis.STATED or other.root == claim.root):
            by_root[other.root].append(other)
    if not claim.root:
        return (claim.id,)
    counted, parties = [claim.root], _parties(by_root.pop(claim.root))
    for root, statements in sorted(by_root.items(), key=lambda item: (min(c.known_date for c in item[1]), item[0])):
        found = _parties(statements)
        if parties.isdisjoint(found):
            counted.append(root)
            parties |= found
    return tuple(counted)


def _same_figure(claims: Iterable[Claim], claim: Claim) -> list[Claim]:
    subject = subject_of(claim)
    return [c for c in claims if subject_of(c) == subject and same_value(c, claim)]


def subject_of(claim: Claim) -> tuple[object, ...]:
    """Say what a figure is a figure of: only claims of one metric, kind, day, and zone or place can be one figure."""
    return claim.metric, claim.kind, claim.about_date, claim.zone or claim.place


def by_subject(claims: Iterable[Claim]) -> dict[tuple[object, ...], list[Claim]]:
    """Group claims by what they are figures of, each group in their order."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[subject_of(claim)].append(claim)
    return dict(found)


def same_value(one: Claim, other: Claim) -> bool:
    """Whether two figures may be one figure put differently: their spans, widened by their modality, touch."""
    (low, high), (other_low, other_high) = _span(one), _span(other)
    return low <= other_high and other_low <= high


def _span(claim: Claim) -> tuple[float, float]:
    if claim.value_high is not None:
        return claim.value, claim.value_high
    low, high = MODALITY_RANGE.get(claim.modality, (1.0, 1.0))
    return claim.value * low, claim.value * high


def _parties(statements: Sequence[Claim]) -> set[str]:
    """Whose word a root is: of the side that spoke it, whoever repeats it; else of the organisations that did."""
    sides = {statement.side.value for statement in statements if statement.side is not Side.INDEPENDENT}
    return sides or {statement.claimant.partition(" (")[0].casefold() for statement in statements}


def revisions(claims: Iterable[Claim], claim: Claim) -> tuple[Claim, ...]:
    """Return the claim with every claim that it replaced or that replaced it, the earliest first."""
    by_id = {c.id: c for c in claims}
    replaced: dict[str, list[Claim]] = defaultdict(list)
    for one in by_id.values():
        if one.superseded_by is not None:
            replaced[one.superseded_by].append(one)
    chain, ahead = {claim.id: claim}, [claim]
    while ahead:
        here = ahead.pop()
        near = list(replaced.get(here.id, ()))
        if here.superseded_by in by_id:
            near.append(by_id[here.superseded_by])
        ahead.extend(c for c in near if c.id not in chain)
        chain.update((c.id, c) for c in near)
    return tuple(sorted(chain.values(), key=lambda c: (c.known_date, c.about_date, c.id)))


def rewritten(case: Case, source: Source) -> Source | None:
    """Return the page that later stood at the address of `source`, if the ledger holds one."""
    later = [s for s in case.sources.values() if s.url == source.url and s.published > source.published]
    return min(later, key=lambda s: (s.published, s.id), default=None)


def against_interest(record: Claim | ControlEvent, advancing: Side = Side.UKRAINE) -> str | None:
    """Say, as a hint, that somebody speaks against the interest of the own side; None where nothing points to it.

    The defending side's figures of ground taken and places held, and the advancing side's figures of ground retaken or
    remaining and places lost, are such. Nobody independent has an interest here; what somebody else computed from a
    side's words was not said by it.
    """
    if record.side is Side.INDEPENDENT:
        return None
    if isinstance(record, ControlEvent):
        conceded = record.status in ({Status.LOST} if record.side is advancing else HELD)
        what = "a place"
    else:
        kinds = _GIVEN_UP if record.side is advancing else _TAKEN
        conceded = record.metric in _GROUND and record.kind in kinds and record.basis is Basis.STATED
        what = "ground"
    if not conceded:
        return None
    side = {Side.UKRAINE: "Ukraine's", Side.RUSSIA: "Russia's"}[record.side]
    return (
        f"Hint: a voice of {side} side concedes {what} here, against that side's interest. "
        "That can speak for a figure; it does not prove it, and a low figure can itself be in that side's interest."
    )
