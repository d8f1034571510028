"""Everything that binds a day's figures: scales, one thing said twice, other days, ground, people, parts."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

from geo.consistency.agreement import CARRIED, IN_EFFECT
from geo.consistency.area_bounds import Bands
from geo.consistency.counts import counts_presence
from geo.consistency.relations import Relation, below, over_time, same_quantity
from geo.consistency.relations_of_ground import ground_relations
from geo.consistency.relations_of_people import people_relations
from geo.consistency.statements import DayInView, StatementGroup, grouped
from geo.model.claims import Kind, Metric

#: What a figure beyond any possible one costs, bits.
SCALE_BITS = 18.0
_LIMIT_WORDS = {
    Metric.DEPTH_KM: "the case's area reaches no farther in than {limit:,.0f} km",
    Metric.WIDTH_KM: "the case's area is no wider than {limit:,.0f} km",
    Metric.AREA_KM2: "the case's area is {limit:,.0f} km² in all",
}
_PEOPLE_WORDS = "no more than {limit:,.0f} live there"


def relations_of(
    view: DayInView, parts: Sequence[StatementGroup], bands: Bands, limits: Mapping[Metric, float]
) -> Iterator[Relation]:
    """Yield every relation of a day in view.

    Parameters
    ----------
    view : DayInView
    parts : sequence of StatementGroup
        Parts of the day's figures (`DayInView.parts`).
    bands : Bands
        The border, for what depth it leaves to a place.
    limits : mapping of Metric to float
        The most that a metric can be in this case, in its unit.
    """
    for group in (*view.statements, *view.older):
        limit = limits.get(group.lead.metric)
        if limit is not None:
            words = _LIMIT_WORDS.get(group.lead.metric, _PEOPLE_WORDS)
            yield Relation((group,), below(limit, SCALE_BITS), words.format(limit=limit), told=False)
    today = [group for group in (*view.today, *parts) if not counts_presence(group)]
    before = grouped((group for group in (*view.statements, *view.older) if group.age_days), _quantity)
    for groups in grouped(today, _quantity).values():
        metric, kind = groups[0].lead.metric, groups[0].lead.kind
        if (kind in IN_EFFECT and kind is not Kind.RETAKEN) or metric is Metric.CHILDREN_WOUNDED:
            yield from same_quantity(groups)
        if kind is not Kind.RETAKEN or metric in CARRIED:
            yield from _with_days_before(groups, before)
    yield from ground_relations(view, bands)
    yield from people_relations(view, parts)


def _quantity(group: StatementGroup) -> tuple[object, ...]:
    return group.lead.metric, group.lead.kind, group.scope


def _with_days_before(
    groups: Sequence[StatementGroup], before: Mapping[Hashable, Sequence[StatementGroup]]
) -> Iterator[Relation]:
    for now in groups:
        if now.lead.kind is Kind.ADDITIONAL:
            continue
        for earlier in before.get(_quantity(now), ()):
            relation = over_time(now, earlier)
            if relation is not None:
                yield relation
