"""Group a metric's figures into series per claimant, kept apart by what they add up to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from geo.analysis.figures import fold, series_key
from geo.model.case import Case
from geo.model.claims import Basis, Checked, Claim, Kind, Metric, Modality, Side

#: What a figure is a word of: the thing itself, a bound from below, or one from above. A range is two bounds at once.
_FAMILIES = {
    Modality.EXACT: "figure",
    Modality.ABOUT: "figure",
    Modality.AT_LEAST: "least",
    Modality.UP_TO: "most",
}


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """One figure about one day; `ids` are its lead claim and every repeat, the lead first.

    `value` and `high` (None unless a range) are in the metric's unit. `modality` says how the point is to be read:
    "up to" and "at least" are one-sided.
    """

    about_date: date
    known_date: date
    value: float
    high: float | None
    modality: Modality
    kind: Kind
    basis: Basis
    checked: Checked
    root: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimSeries:
    """The figures of one claimant that count the same thing, oldest day first.

    `joined` says whether lines may join the points at all (see `lines`): only totals stated by the claimant. `scope`
    is the zone or place that the figures are about.
    """

    claimant: str
    side: Side
    metric: Metric
    kind: Kind
    basis: Basis
    scope: str
    joined: bool
    points: tuple[SeriesPoint, ...]

    @property
    def lines(self) -> tuple[tuple[SeriesPoint, ...], ...]:
        """The runs of points that a line may join, oldest first; a point that joins no other is in none.

        A line joins neighbours that are put alike: figures given as exact or about, bounds with the same bound. A range
        is on no line, as nobody said what lies between its ends, and no line goes past it.
        """
        runs = (tuple(run) for family, run in groupby(self.points, lambda p: _FAMILIES.get(p.modality)) if family)
        return tuple(run for run in runs if self.joined and len(run) > 1)


def metric_series(case: Case, metric: Metric, known: date | None = None) -> list[ClaimSeries]:
    """Collect the figures of a metric by claimant, kind, basis and scope, as known on day `known` (None: today).

    What was corrected or withdrawn by then is left out. Repeats of one statement about one day are one point; two
    statements of a claimant about one day are two points.

    Returns
    -------
    list of ClaimSeries
        In the order of side, claimant, kind, basis and scope.
    """
    series: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        seen = known is None or claim.known_date <= known
        if claim.metric is metric and seen and claim.is_in_effect(known):
            series[(*series_key(claim), claim.side)].append(claim)
    found = [_series(claims) for claims in series.values()]
    return sorted(found, key=lambda s: (s.side, s.claimant, s.kind, s.basis, s.scope))


def _series(claims: list[Claim]) -> ClaimSeries:
    by_day: dict[date, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_day[claim.about_date].append(claim)
    points = tuple(_point(same) for _, of_day in sorted(by_day.items()) for same in fold(of_day))
    one = claims[0]
    joined = one.kind is Kind.TOTAL and one.basis is Basis.STATED
    return ClaimSeries(one.claimant, one.side, one.metric, one.kind, one.basis, one.zone or one.place, joined, points)


def _point(same: tuple[Claim, ...]) -> SeriesPoint:
    lead = same[0]
    return SeriesPoint(
        about_date=lead.about_date,
        known_date=min(claim.known_date for claim in same),
        value=lead.value,
        high=lead.value_high,
        modality=lead.modality,
        kind=lead.kind,
        basis=lead.basis,
        checked=lead.checked,
        root=lead.root,
        ids=tuple(claim.id for claim in same),
    )
