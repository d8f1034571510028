"""The figures in effect on a day: each claimant's latest per metric, repeats of one statement folded into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.model.asof import AsOf, age_days, records_as_of
from geo.model.claims import SIDE_ORDER, Basis, Checked, Claim, Kind, Metric
from geo.model.labels import format_value

#: Kinds whose latest statement is in effect on later days too; an increment or a part speaks of its own day alone.
CARRIED_KINDS = frozenset({Kind.TOTAL, Kind.REMAINING, Kind.RETAKEN, Kind.POPULATION})

_CHECKED_ORDER = {Checked.CONFIRMED: 0, Checked.CORRECTED: 0, Checked.UNSETTLED: 1, Checked.UNCHECKED: 2}
_METRIC_ORDER = {metric: order for order, metric in enumerate(Metric)}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one claimant, with every publication that repeats it.

    `lead` is the best-checked of the claims that share claimant, root, metric, kind, basis and place; `repeats` are
    the others. `parts` are claims that are part of it, such as children among the wounded. `age_days` is 0 on the
    day the figure speaks of, else the days for which it has been carried forward.
    """

    lead: Claim
    repeats: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    age_days: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The lead and its repeats."""
        return (self.lead, *self.repeats)

    @property
    def other_wordings(self) -> tuple[str, ...]:
        """How repeats put the same figure, where they put it otherwise than the lead."""
        words = dict.fromkeys(format_value(claim) for claim in self.repeats)
        return tuple(word for word in words if word != format_value(self.lead))


def figures_on(claims: Iterable[Claim], as_of: AsOf) -> list[Figure]:
    """Select the figures in effect on day `on`, as known on day `known`.

    A claimant's later statement about the same thing replaces the earlier one. Increments and parts are shown on their
    own day only; totals, what is retaken, what remains and populations are carried forward, with their age. A claim
    that was corrected or withdrawn is in effect until the day on which that was known, and no longer.

    Returns
    -------
    list of Figure
        In the order of metric, age, side and value.
    """
    seen = [claim for claim in records_as_of(claims, as_of) if claim.is_in_effect(as_of.known)]
    by_series: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in seen:
        if claim.part_of is None:
            by_series[series_key(claim)].append(claim)
    parts: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in enumerate(seen):
        if claim.part_of is not None:
            parts[claim.part_of].append((number, claim))
    figures = []
    for series in by_series.values():
        day = series[-1].about_date
        if day == as_of.on or series[-1].kind in CARRIED_KINDS:
            figures.extend(_figures([claim for claim in series if claim.about_date == day], parts, as_of.on))
    return sorted(figures, key=_reading_order)


def series_key(claim: Claim) -> tuple[object, ...]:
    """Say which figures a claimant's later word replaces: those of one metric, kind, basis, and zone or place."""
    return claim.claimant, claim.metric, claim.kind, claim.basis, claim.zone or claim.place


def fold(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Gather the claims of one series and day by their root, the best-checked of each root first."""
    by_root: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_root[claim.root or claim.id].append(claim)
    ranked = (sorted(same, key=lambda c: (_CHECKED_ORDER[c.checked], c.known_date, c.id)) for same in by_root.values())
    return [tuple(same) for same in ranked]


def _figures(same_day: Sequence[Claim], parts: Mapping[str, Sequence[tuple[int, Claim]]], on: date) -> list[Figure]:
    """Make the figures of a series' day; `parts` holds the parts of each whole, numbered in the order of `as_of`."""
    figures = []
    for claims in fold(same_day):
        lead, *repeats = claims
        ids = {claim.id for claim in claims}
        own = sorted((numbered for ident in ids for numbered in parts.get(ident, ())), key=lambda pair: pair[0])
        figures.append(Figure(lead, tuple(repeats), _distinct([part for _, part in own]), age_days(lead, on)))
    return figures


def _distinct(parts: Iterable[Claim]) -> tuple[Claim, ...]:
    """Parts of several outlets that give one value are one part."""
    return tuple({(part.metric, part.value, part.value_high): part for part in reversed(list(parts))}.values())


def _reading_order(figure: Figure) -> tuple[object, ...]:
    lead = figure.lead
    computed = lead.basis is Basis.COMPUTED
    in_effect = (computed, lead.kind is not Kind.TOTAL, _CHECKED_ORDER[lead.checked])
    return _METRIC_ORDER[lead.metric], figure.age_days, *in_effect, SIDE_ORDER.index(lead.side), lead.value
