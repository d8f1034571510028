"""Check claimed depths and areas against what mappers drew for the day, and the mappers against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from shapely.geometry.base import BaseGeometry

from geo.analysis.value_range import ABOUT
from geo.consistency.area_bounds import Bands
from geo.consistency.grounds import ground_of_front
from geo.consistency.statements import DayInView, StatementGroup, and_join, days_of_statements
from geo.consistency.verdict import SpokenGround, Verdict, VerdictKind
from geo.model.claims import Metric
from geo.model.labels import format_date

#: A mapper's outline is good to about this, km.
FRONT_SLACK_KM = 0.5
#: Two mappers whose grounds overlap by less than this share of both together do not draw one front.
SAME_FRONT_IOU = 0.7


@dataclass(frozen=True, slots=True)
class FrontOfDay:
    """What a mapper drew as held on a day: a lon/lat Polygon or MultiPolygon.

    `unclear_km2` is what the mapper drew as unclear beside it, None where it draws no such ground.
    """

    mapper: str
    day: date
    ground: BaseGeometry
    unclear_km2: float | None = None


def against_fronts(view: DayInView, fronts: Iterable[FrontOfDay], bands: Bands) -> list[Verdict]:
    """Hold each total depth and area of the day against what each mapper drew, and the mappers against each other.

    How far the mappers of a day differ is the yardstick: no claim is called worse than they are.
    """
    of_day = [front for front in fronts if front.day == view.as_of.on]
    found = [_check_mappers(one, other, bands) for one, other in combinations(of_day, 2)]
    statements = (*view.pick(Metric.DEPTH_KM), *view.pick(Metric.AREA_KM2))
    whole = [statement for statement in statements if statement.age_days == 0 and not statement.scope.part]
    for front in of_day:
        for statement in whole:
            verdict = _check_front(statement, front, of_day, bands)
            found.append(replace(verdict, grounds=_grounds(statement, front, bands)))
    return found


def _measured(front: FrontOfDay, bands: Bands, *, depth: bool) -> float:
    drawn = bands.measured(front.ground)
    return drawn.depth_max_km if depth else drawn.area_km2


def _check_mappers(one: FrontOfDay, other: FrontOfDay, bands: Bands) -> Verdict:
    areas = [_measured(front, bands, depth=False) for front in (one, other)]
    parts_m = bands.compared(one.ground, other.ground)
    both, first, second = (float(part.area) / 1e6 for part in parts_m)
    either = both + first + second
    iou = both / either if either else 1.0
    alike = iou >= SAME_FRONT_IOU
    reason = (
        f"{one.mapper} draws {areas[0]:,.0f} km² as held on {format_date(one.day, year=False)}, {other.mapper} "
        f"{areas[1]:,.0f} km²; {both:,.0f} km² are common to both, {100 * iou:.0f} % of all that either draws."
    )
    numbers = {
        "area_first_km2": round(areas[0], 1),
        "area_second_km2": round(areas[1], 1),
        "common_km2": round(both, 1),
        "only_first_km2": round(first, 1),
        "only_second_km2": round(second, 1),
        "iou": round(iou, 3),
    }
    kind = VerdictKind.CONSISTENT if alike else VerdictKind.ONLY_IF
    assumption = "Both drew the same hour of the day."
    if not alike:
        assumption = (
            "Only if they call other ground held, or drew other hours: so far is a claim not to be trusted less."
        )
    hypothesis = "" if alike else "other-ground"
    names = ("drawn by both", f"only by {one.mapper}", f"only by {other.mapper}")
    why = f"What {one.mapper} and {other.mapper} drew for {format_date(one.day, year=False)}, laid on each other."
    grounds = tuple(
        SpokenGround(f"{km2:,.0f} km² {name}", bands.lonlat(part_m), round(km2, 1), why)
        for name, part_m, km2 in zip(names, parts_m, (both, first, second), strict=True)
        if km2 >= 1
    )
    return Verdict(
        kind, "mappers-differ", reason, assumption, numbers, (), (one.day,), hypothesis=hypothesis, grounds=grounds
    )


def _grounds(statement: StatementGroup, front: FrontOfDay, bands: Bands) -> tuple[SpokenGround, ...]:
    """Return what was drawn, and the part of it beyond a claimed depth."""
    drawn = bands.measured(front.ground)
    whole = ground_of_front(front.mapper, front.day, bands.on_target(front.ground), drawn.area_km2)
    depth_km = statement.loose.high
    if statement.lead.metric is not Metric.DEPTH_KM or drawn.depth_max_km <= depth_km:
        return (whole,)
    beyond_m = bands.beyond_m(front.ground, depth_km)
    beyond = SpokenGround(
        f"{beyond_m.area / 1e6:,.0f} km² beyond the claimed depth",
        bands.lonlat(beyond_m),
        round(float(beyond_m.area) / 1e6, 1),
        f"The part of {front.mapper}'s front farther in than {depth_km:g} km, the most that the claim allows.",
    )
    return whole, beyond


def _check_front(statement: StatementGroup, front: FrontOfDay, fronts: Sequence[FrontOfDay], bands: Bands) -> Verdict:
    depth = statement.lead.metric is Metric.DEPTH_KM
    measured = _measured(front, bands, depth=depth)
    every = [_measured(other, bands, depth=depth) for other in fronts]
    allowed, slack = statement.loose, FRONT_SLACK_KM if depth else ABOUT * measured
    name, unit = ("depth", "km") if depth else ("area", "km²")
    numbers = {statement.lead.metric.value: statement.lead.value, f"drawn_{statement.lead.metric}": round(measured, 1)}
    drawn_words = f"{front.mapper}'s front of {format_date(front.day, year=False)} measures {measured:,.0f} {unit}"
    rule, ids, days = f"front-{name}", statement.ids, days_of_statements([statement])
    assumption = f"{front.mapper}'s map is right for that day, and both count the same ground."
    if allowed.low - slack <= measured <= allowed.high + slack:
        reason = f"{statement.said} suits the map: {drawn_words}."
        return Verdict(VerdictKind.CONSISTENT, rule, reason, assumption, numbers, ids, days)
    spread = max(every) - min(every)
    apart = max(allowed.low - measured, measured - allowed.high)
    if len(fronts) > 1 and apart <= spread:
        mappers = and_join([other.mapper for other in fronts])
        reason = f"{statement.said} is no farther from the map than the mappers from each other: {drawn_words}."
        assumption = f"{mappers} differ by {spread:,.0f} {unit} for that day; a claim is held to no more than that."
        numbers[f"mappers_differ_{statement.lead.metric}"] = round(spread, 1)
        return Verdict(VerdictKind.CONSISTENT, rule, reason, assumption, numbers, ids, days)
    reason = f"{statement.said} is not what is drawn: {drawn_words}"
    if depth and measured > allowed.high:
        beyond_km2 = float(bands.beyond_m(front.ground, allowed.high).area) / 1e6
        area = bands.measured(front.ground).area_km2
        numbers |= {"beyond_km2": round(beyond_km2, 1), "beyond_share": round(beyond_km2 / area, 3)}
        reason += f", {beyond_km2:,.0f} km² of it ({100 * beyond_km2 / area:.0f} %) beyond the claimed depth"
    what = _excuse(statement, front, measured, depth=depth)
    return Verdict(
        VerdictKind.ONLY_IF, rule, f"{reason}.", f"Only if {what}.", numbers, ids, days, hypothesis="other-ground"
    )


def _excuse(statement: StatementGroup, front: FrontOfDay, measured: float, *, depth: bool) -> str:
    """Say what could make up the difference; what the map calls unclear excuses no more than its area."""
    other = "the claim counts other ground than the map"
    if depth or statement.loose.low <= measured:
        return f"{other}: what the map calls unclear, or where small groups went"
    if front.unclear_km2 is None:
        return f"{other}, or ground that small groups entered"
    missing = statement.loose.low - measured
    unclear = f"{front.unclear_km2:,.0f} km²"
    if missing <= front.unclear_km2:
        return f"the claim counts what the map calls unclear as well, {unclear}"
    return f"{other}: what it calls unclear is {unclear}, and leaves {missing - front.unclear_km2:,.0f} km² unexplained"
