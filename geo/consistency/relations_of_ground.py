"""Relations between depths, widths, areas, counts and places: what ground of one shape allows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geo.analysis.value_range import Interval
from geo.consistency.area_bounds import Bands
from geo.consistency.depths import PLACE_SLACK_KM, SideWords, far_in
from geo.consistency.hypotheses import SETTLEMENTS_PER_KM2, THINNEST_KM
from geo.consistency.readings import reading_of
from geo.consistency.relations import Relation, above, at_most, below, doubling, one_office
from geo.consistency.statements import DayInView, StatementGroup
from geo.model.claims import Claim, DateBasis, Kind, Metric
from geo.model.labels import format_value
from geo.model.places import Status


def ground_relations(view: DayInView, bands: Bands) -> Iterator[Relation]:
    """Yield what binds the day's figures of ground to each other and to the places that are named."""
    today = [group for group in view.today if group.lead.kind is Kind.TOTAL and not group.scope.part]
    depths, widths, areas, counts = (
        [group for group in today if group.lead.metric is metric]
        for metric in (Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS)
    )
    for depth in depths:
        for area in areas:
            if depth.scope == area.scope:
                yield _corridor(depth, area)
                yield _strip(depth, area, bands)
        for width in widths:
            if one_office(depth, width) and depth.scope == width.scope:
                yield from (_block(depth, width, area) for area in areas if area.scope == depth.scope)
    for count in counts:
        for area in areas:
            if count.scope == area.scope:
                yield _density(count, area)
    yield from _named(view, depths, counts, bands)
    yield from _retaken(view)


def _corridor(depth: StatementGroup, area: StatementGroup) -> Relation:
    bits = 9.0 if one_office(depth, area) else 5.0

    def cost(values: Sequence[Interval]) -> float:
        deep, ground = values
        if deep.low <= 0 or math.isinf(ground.high):
            return 0.0
        wide = ground.high / deep.low
        return 0.0 if wide >= THINNEST_KM else bits + doubling(THINNEST_KM / wide, 1.0)

    wide_m = 1000 * area.lead.value / depth.lead.value
    return Relation(
        (depth, area), cost, f"{depth.words} with {area.words} would be a corridor {wide_m:,.0f} m wide on the average"
    )


def _strip(depth: StatementGroup, area: StatementGroup, bands: Bands) -> Relation:
    bits, length_km = (9.0 if one_office(depth, area) else 4.0), bands.border.length_m / 1e3

    def cost(values: Sequence[Interval]) -> float:
        deep, ground = values
        if math.isinf(deep.high):
            return 0.0
        most = 1.2 * deep.high * length_km
        return 0.0 if ground.low <= most else bits + doubling(ground.low / most, 1.0)

    return Relation(
        (depth, area),
        cost,
        f"{area.words} are more than all the ground within {depth.words} of the whole border",
        told=False,
    )


def _block(depth: StatementGroup, width: StatementGroup, area: StatementGroup) -> Relation:
    bits = 8.0 if one_office(depth, area) else 4.0

    def cost(values: Sequence[Interval]) -> float:
        deep, wide, ground = values
        if not (math.isinf(deep.high) or math.isinf(wide.high)):
            most = 3 * (deep.high * wide.high + 2 * deep.high**2)
            if ground.low > most:
                return bits + doubling(ground.low / most, 1.0)
        least = 0.02 * deep.low * wide.low
        if ground.high < least:
            return bits / 2 + doubling(least / max(ground.high, 1e-9), 1.0)
        return 0.0

    block = depth.lead.value * width.lead.value
    why = f"{depth.words} and {width.words} ({depth.lead.claimant}) make a block of {block:,.0f} km²"
    return Relation((depth, width, area), cost, f"{why}, far from {area.words}")


def _density(count: StatementGroup, area: StatementGroup) -> Relation:
    bits = 6.0 if count.lead.claimant == area.lead.claimant else 3.0

    def cost(values: Sequence[Interval]) -> float:
        number, ground = values
        if math.isinf(ground.high) or ground.high <= 0 or number.low < 20:
            return 0.0
        density = number.low / ground.high
        return 0.0 if density <= SETTLEMENTS_PER_KM2 else bits + doubling(density, SETTLEMENTS_PER_KM2)

    return Relation((count, area), cost, f"{count.words} on {area.words} lie closer together than any here", told=False)


def _named(
    view: DayInView, depths: Sequence[StatementGroup], counts: Sequence[StatementGroup], bands: Bands
) -> Iterator[Relation]:
    side_words = SideWords(view)
    fresh = view.case.settings.ages.fades
    for depth in depths:
        held = [
            (word, place, km)
            for word in side_words.in_scope(depth)
            if word.status is Status.CLAIMED and (view.as_of.on - word.about_date).days <= fresh
            for place, km in far_in(word, view, bands)
        ]
        covered = any(
            other is not depth and other.lead.claimant == depth.lead.claimant and other.top > depth.top
            for other in depths
        )
        if held:
            word, place, km = max(held, key=lambda item: item[2] - (item[1].precision_m or 0.0) / 1e3)
            own = word.claimant == depth.lead.claimant
            limit = km - (place.precision_m or 0.0) / 1e3 - PLACE_SLACK_KM
            bits = 1.0 if covered else 7.0 if own else 3.0
            yield Relation((depth,), above(limit, bits), f"{place.name_en}, {km:.0f} km in, is named as held")
    for count in counts:
        named = [
            word
            for word in side_words.in_scope(count)
            if word.status is Status.CLAIMED
            and view.case.settlements[word.settlement].kind == "settlement"
            and (view.as_of.on - word.about_date).days <= fresh
        ]
        own_named = [word for word in named if word.claimant == count.lead.claimant]
        if named:
            words = own_named or named
            bits = 7.0 if own_named else 3.0
            yield Relation((count,), above(float(len(words)), bits), f"{len(words)} places are named as held")


def _retaken(view: DayInView) -> Iterator[Relation]:
    """Yield that nobody retakes, or still holds, more than anybody ever claimed to be held."""
    for metric in (Metric.AREA_KM2, Metric.SETTLEMENTS):
        groups = [g for kind in (Kind.RETAKEN, Kind.REMAINING) for g in view.pick(metric, kind) if g.age_days == 0]
        if not groups:
            continue
        totals = [group for group in view.statements if group.lead.metric is metric and group.lead.kind is Kind.TOTAL]
        for group in groups:
            most = most_claimed(view, group)
            if most is None:
                continue
            limit, claim = most
            why = f"nobody had ever claimed more than {format_value(claim)} to be held"
            beside = next((total for total in totals if claim.id in total.ids), None)
            if beside is None or math.isinf(beside.loose.high):
                yield Relation((group,), below(limit, 10.0), why)
            else:
                yield Relation((group, beside), at_most(10.0), why)


def most_claimed(view: DayInView, group: StatementGroup) -> tuple[float, Claim] | None:
    """Return the most that anybody claimed as held by the day: its upper bound, and the claim."""
    totals = [
        claim
        for claim in view.seen
        if claim.metric is group.lead.metric
        and claim.kind is Kind.TOTAL
        and claim.id not in view.faulty
        and claim.about_basis is not DateBasis.PLACEHOLDER
        and view.scopes.of(claim).oblast == group.scope.oblast
    ]
    if not totals:
        return None
    most = max(totals, key=lambda claim: (reading_of(claim).high, claim.id))
    high = reading_of(most).high
    if math.isinf(high):
        high = 1.5 * max(claim.value for claim in totals)
    return high, most
