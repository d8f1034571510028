"""Check claimed depths and areas against what mappers drew for the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from shapely.geometry.base import BaseGeometry

from geo.analysis.value_range import ABOUT
from geo.consistency.area_bounds import Bands
from geo.consistency.grounds import ground_of_front
from geo.consistency.statements import DayInView, StatementGroup, days_of_statements, speaks_of_all
from geo.consistency.verdict import SpokenGround, Verdict, VerdictKind
from geo.geometry.measurement import Measurement
from geo.model.claims import Metric
from geo.model.labels import format_date

#: A mapper's outline is good to about this, km.
FRONT_SLACK_KM = 0.5


@dataclass(frozen=True, slots=True)
class FrontOfDay:
    """What a mapper drew as held on a day: a lon/lat Polygon or MultiPolygon."""

    mapper: str
    day: date
    ground: BaseGeometry


def against_fronts(view: DayInView, fronts: Iterable[FrontOfDay], bands: Bands) -> list[Verdict]:
    """Hold each total depth and area of the day against what each mapper drew for that day."""
    found = []
    for front in fronts:
        if front.day == view.as_of.on:
            drawn = bands.measured(front.ground)
            for statement in (*view.pick(Metric.DEPTH_KM), *view.pick(Metric.AREA_KM2)):
                if statement.age_days == 0 and speaks_of_all(statement.lead, view):
                    verdict = _check_front(statement, front, drawn, bands)
                    found.append(replace(verdict, grounds=_grounds(statement, front, drawn, bands)))
    return found


def _grounds(
    statement: StatementGroup, front: FrontOfDay, drawn: Measurement, bands: Bands
) -> tuple[SpokenGround, ...]:
    """Return what was drawn, and the part of it beyond a claimed depth."""
    whole = ground_of_front(front.mapper, front.day, bands.on_target(front.ground), drawn.area_km2)
    depth_km = statement.allowed.high
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


def _check_front(statement: StatementGroup, front: FrontOfDay, drawn: Measurement, bands: Bands) -> Verdict:
    depth = statement.lead.metric is Metric.DEPTH_KM
    measured = drawn.depth_max_km if depth else drawn.area_km2
    allowed, slack = statement.allowed, FRONT_SLACK_KM if depth else ABOUT * measured
    name, unit = ("depth", "km") if depth else ("area", "km²")
    numbers = {statement.lead.metric.value: statement.lead.value, f"drawn_{statement.lead.metric}": round(measured, 1)}
    drawn_words = f"{front.mapper}'s front of {format_date(front.day, year=False)} measures {measured:,.0f} {unit}"
    assumption = f"{front.mapper}'s map is right for that day, and both count the same ground."
    if allowed.low - slack <= measured <= allowed.high + slack:
        return Verdict(
            VerdictKind.CONSISTENT,
            f"front-{name}",
            f"{statement.said} suits the map: {drawn_words}.",
            assumption,
            numbers,
            statement.ids,
            days_of_statements([statement]),
        )
    reason = f"{statement.said} is not what is drawn: {drawn_words}"
    if depth and measured > allowed.high:
        beyond_km2 = float(bands.beyond_m(front.ground, allowed.high).area) / 1e6
        numbers |= {"beyond_km2": round(beyond_km2, 1), "beyond_share": round(beyond_km2 / drawn.area_km2, 3)}
        reason += f", {beyond_km2:,.0f} km² of it ({100 * beyond_km2 / drawn.area_km2:.0f} %) beyond the claimed depth"
    what = "the claim counts other ground than the map: what the map calls unclear, or where small groups went"
    return Verdict(
        VerdictKind.ONLY_IF,
        f"front-{name}",
        f"{reason}.",
        f"Only if {what}.",
        numbers,
        statement.ids,
        days_of_statements([statement]),
    )
