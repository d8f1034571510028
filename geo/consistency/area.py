"""Check a depth, a width and an area against each other on the real border."""

from __future__ import annotations

import math
from dataclasses import replace

from geo.consistency.area_bounds import AreaBounds, Bands
from geo.consistency.grounds import grounds_of_pair, sideways_ground
from geo.consistency.hypotheses import THINNEST_KM
from geo.consistency.scopes import Subject
from geo.consistency.statements import (
    DayInView,
    StatementGroup,
    capitalised,
    days_of_statements,
    grouped,
    ids_of,
)
from geo.consistency.verdict import SpokenGround, Verdict, VerdictKind
from geo.model.claims import Metric, Modality

#: More than this share of everything a depth and a width allow is "nearly all": fronts here filled less.
NEARLY_ALL = 0.9
#: More than this share of it is called "nearly all" too where the straight reading is needed at once.
MOST_OF_IT = 0.75
#: Less than this share of depth x width is thin: a few roads, not a front.
THIN = 0.1
#: What is drawn of a front and what is said of it differ by this much, as a factor, before a bound is called broken.
SLACK = 1.1
#: An area may be this much above what the width leaves room for along every bend before the straight reading is needed.
BENDS_SLACK = 1.13


def depth_width_area(view: DayInView, bands: Bands) -> list[Verdict]:
    """Hold each stated pair of depth and width against every total area of the same day and place.

    Everything within the depth of the section is the most that the pair allows, under either reading of the width and
    wherever the section may lie. Nothing is the least: thin spearheads reach any depth with little ground.
    """
    found = []
    areas = grouped((v for v in view.pick(Metric.AREA_KM2) if v.age_days == 0), lambda v: v.scope)
    for depth, width in _pairs(view):
        places = _placed(view, depth, width)
        centres = bands.centres(places)
        for area in areas.get(depth.scope, ()):
            verdict = _check_area(depth, width, area, bands, centres)
            found.append(replace(verdict, grounds=_grounds(view, (depth, width), verdict, bands, centres)))
    return found


def _grounds(
    view: DayInView,
    pair: tuple[StatementGroup, StatementGroup],
    verdict: Verdict,
    bands: Bands,
    centres: tuple[float, ...],
) -> tuple[SpokenGround, ...]:
    """Return the grounds of the areas that a verdict names."""
    depth_km, width_km = (_most(group) for group in pair)
    if not verdict.numbers:
        return ()
    bounds = bands.bounds(depth_km, width_km, centres)
    found = grounds_of_pair(view, bands, pair, bounds, (depth_km, width_km))
    limit_km2 = verdict.numbers.get("most_with_ground_sideways_km2")
    if limit_km2 is None or verdict.kind is not VerdictKind.INCONSISTENT:
        return found
    return (*found, sideways_ground(bands, bands.sideways(depth_km, width_km, centres), limit_km2))


def _pairs(view: DayInView) -> list[tuple[StatementGroup, StatementGroup]]:
    """Return depths and widths that one claimant gave in one statement about this day."""
    widths = grouped((w for w in view.pick(Metric.WIDTH_KM) if w.age_days == 0), _statement_of)
    depths = [d for d in view.pick(Metric.DEPTH_KM) if d.age_days == 0]
    return [(d, w) for d in depths for w in widths.get(_statement_of(d), ())]


def _statement_of(group: StatementGroup) -> tuple[str, str, Subject]:
    return group.lead.claimant, group.lead.root, group.scope


def _placed(view: DayInView, depth: StatementGroup, width: StatementGroup) -> list[tuple[float, float]]:
    """Return where the case places this pair, else where it places anything."""
    placements = [one for one in view.case.placements if one.is_known(view.as_of.known)]
    own = [p for p in placements if p.depth_claim in depth.ids and p.width_claim in width.ids]
    return [(p.lon, p.lat) for p in own or placements]


def _check_area(
    depth: StatementGroup, width: StatementGroup, area: StatementGroup, bands: Bands, centres: tuple[float, ...]
) -> Verdict:
    """Hold an area against a pair at the most that both figures allow by their own tolerance."""
    depth_km, width_km = _most(depth), _most(width)
    ids, days = ids_of([depth, width, area]), days_of_statements([depth, width, area])
    rule = "depth-width-area"
    if not (math.isfinite(depth_km) and math.isfinite(width_km)):
        reason = f"{_pair_words(depth, width)} set no upper limit, so any area suits them: {area.said}."
        return Verdict(VerdictKind.NOT_COMPARABLE, rule, reason, "“At least” is meant as said.", {}, ids, days)
    bounds = bands.bounds(depth_km, width_km, centres)
    if not bounds.most_km2:
        wide = f"{width.lead.value:g} km of width fit nowhere on the stored border"
        reason = f"{wide}, so {area.said} can't be held against it."
        return Verdict(
            VerdictKind.NOT_COMPARABLE, rule, reason, "The stored border is too short for the claim.", {}, ids, days
        )
    least = area.lead.value if math.isinf(area.loose.high) or area.lead.value_high else area.loose.low
    numbers = _bounds_numbers(depth, width, area, bounds)
    if least > SLACK * bounds.most_km2:
        limit_km2 = SLACK * bands.sideways(depth_km, width_km, centres).area_km2
        numbers["most_with_ground_sideways_km2"] = round(limit_km2)
        return _too_much(depth, width, area, numbers, beyond=least > limit_km2)
    if area.lead.modality is Modality.UP_TO:
        reason = f"{area.said} is a limit, which no smaller area breaks; {_pair_words(depth, width)} allow such."
        return Verdict(VerdictKind.CONSISTENT, rule, reason, "“Up to” is meant as said.", numbers, ids, days)
    kind, words, assumption = _bounds_words(depth, width, area, bounds)
    reason = f"{_bounds_sentence(depth, width, bounds)} {capitalised(words)}"
    hypothesis = "" if kind is VerdictKind.CONSISTENT else "other-ground"
    return Verdict(kind, rule, reason, assumption, numbers, ids, days, hypothesis=hypothesis)


def _most(group: StatementGroup) -> float:
    """Return the most that a depth or a width allows by its own tolerance, km."""
    return round(group.loose.high, 1) if math.isfinite(group.loose.high) else math.inf


def _too_much(
    depth: StatementGroup, width: StatementGroup, area: StatementGroup, numbers: dict[str, float], *, beyond: bool
) -> Verdict:
    most = max(numbers.get("areas_chord_high_km2", 0), numbers.get("areas_along_high_km2", 0))
    reason = (
        f"{area.said} is more than {_pair_words(depth, width)} leave room for: everything within {_most(depth):g} km "
        f"of a stretch of {_most(width):g} km is at most {most:,.0f} km² on the real border, however the width is read."
    )
    ids, days = ids_of([depth, width, area]), days_of_statements([depth, width, area])
    if beyond:
        limit = numbers["most_with_ground_sideways_km2"]
        reason += f" Even ground spreading sideways far beyond the stretch would come to {limit:,.0f} km² at most."
        assumption = (
            "Depth is counted from the nearest border, and the ground is one front no wider than three times the claim."
        )
        return Verdict(VerdictKind.INCONSISTENT, "depth-width-area", reason, assumption, numbers, ids, days)
    assumption = "Only if the width is that of the entrance alone, and the ground spreads sideways behind the border."
    kind, rule = VerdictKind.ONLY_IF, "depth-width-area"
    return Verdict(kind, rule, reason, assumption, numbers, ids, days, hypothesis="other-ground")


def _bounds_words(
    depth: StatementGroup, width: StatementGroup, area: StatementGroup, bounds: AreaBounds
) -> tuple[VerdictKind, str, str]:
    """Return kind, sentence and assumption for an area that the pair allows under some reading."""
    value, least, depth_km, width_km = area.lead.value, area.loose.low, depth.lead.value, width.lead.value
    chord_most = bounds.chord[1] if bounds.chord else 0.0
    along_most = bounds.along[1] if bounds.along else 0.0
    most = max(chord_most, along_most)
    share = f"{100 * min(value / most, 1):.0f} %"
    where = f"the ground within {depth_km:g} km of the stretch is held"
    if not math.isinf(area.loose.high) and area.loose.high < THIN * depth.loose.low * width.loose.low:
        words = f"{area.said} fills little of it, {share} of the widest."
        return (
            VerdictKind.ONLY_IF,
            words,
            "Only if the depth is that of a few thin spearheads, or the width counts gaps between them.",
        )
    straight = chord_most >= least > BENDS_SLACK * along_most
    if least > NEARLY_ALL * most:
        words = f"{area.said} fills {share} of the widest."
        if value > most:
            words = f"{area.said} is {100 * (value / most - 1):.0f} % more than the widest of it."
        chord = f"the {width_km:g} km are a straight chord and " if straight else ""
        return VerdictKind.ONLY_IF, words, f"Only if {chord}nearly all of {where}."
    if straight:
        words = f"{area.said} fits the straight reading alone, where it fills {share} of the widest."
        needed = f"{'nearly all' if value > MOST_OF_IT * most else f'about {share}'} of {where}"
        return VerdictKind.ONLY_IF, words, f"Only if the {width_km:g} km are a straight chord and {needed}."
    words = f"{area.said} fits under either reading; it fills {share} of the widest."
    return VerdictKind.CONSISTENT, words, "Every point held lies within the claimed depth of the claimed stretch."


def _bounds_sentence(depth: StatementGroup, width: StatementGroup, bounds: AreaBounds) -> str:
    parts = []
    if bounds.chord:
        parts.append(f"{_span_words(bounds.chord)} km² if the width is straight")
    if bounds.along:
        parts.append(f"{_span_words(bounds.along)} km² if it follows every bend")
    tolerance = f", by their own tolerance up to {_most(depth):g} × {_most(width):g} km,"
    room = f"{' and '.join(parts)}, depending on where the front lies."
    return f"{_pair_words(depth, width)}{tolerance} leave room for {room}"


def _span_words(span: tuple[float, float]) -> str:
    low, high = (f"{value:,.0f}" for value in span)
    return f"up to {high}" if low == high else f"up to {low}–{high}"


def _pair_words(depth: StatementGroup, width: StatementGroup) -> str:
    return f"{depth.words} and {width.words} ({depth.by})"


def _bounds_numbers(
    depth: StatementGroup, width: StatementGroup, area: StatementGroup, bounds: AreaBounds
) -> dict[str, float]:
    numbers = {"depth_km": depth.top, "width_km": width.top, "area_km2": area.lead.value}
    numbers |= {"depth_most_km": _most(depth), "width_most_km": _most(width)}
    for name in ("chord", "along", "chord_flat", "along_flat"):
        span: tuple[float, float] | None = getattr(bounds, name)
        if span:
            numbers[f"areas_{name}_low_km2"], numbers[f"areas_{name}_high_km2"] = round(span[0]), round(span[1])
    numbers["share_needed"] = round(area.lead.value / bounds.most_km2, 3)
    return numbers


def _corridor(depth: StatementGroup, area: StatementGroup) -> bool:
    deep_km = depth.loose.low
    return deep_km > 0 and math.isfinite(area.loose.high) and area.loose.high / deep_km < THINNEST_KM


def corridors(view: DayInView) -> list[Verdict]:
    """Find a depth that leaves an area of the same scope and day no more than the width of a road."""
    found = []
    areas = grouped((v for v in view.pick(Metric.AREA_KM2) if v.age_days == 0), lambda v: v.scope)
    for depth in (v for v in view.pick(Metric.DEPTH_KM) if v.age_days == 0):
        for area in areas.get(depth.scope, ()):
            if _corridor(depth, area):
                wide_m = 1000 * area.lead.value / depth.lead.value
                reason = f"{depth.said} with {area.said} would be a corridor {wide_m:,.0f} m wide on the average."
                numbers = {"depth_km": depth.top, "area_km2": area.lead.value, "mean_width_m": round(wide_m)}
                ids, days = ids_of([depth, area]), days_of_statements([depth, area])
                own = depth.lead.claimant == area.lead.claimant
                kind = VerdictKind.LIKELY_ERROR if own else VerdictKind.ONLY_IF
                assumption = "Nobody holds a corridor that narrow." if own else "Only if a single column went that far."
                mistake = "the depth is out of proportion"
                found.append(
                    Verdict(
                        kind, "corridor", reason, assumption, numbers, ids, days, mistake, hypothesis="unknown-slip"
                    )
                )
    return found


def depth_alone(view: DayInView) -> list[Verdict]:
    """Say that a depth without a width sets no limit to an area of the same statement."""
    found = corridors(view)
    widths = {v.lead.claimant for v in view.today if v.lead.metric is Metric.WIDTH_KM}
    said = [v for v in view.pick(Metric.AREA_KM2) if v.age_days == 0]
    areas = grouped(said, lambda v: (v.lead.claimant, v.lead.root))
    for depth in view.pick(Metric.DEPTH_KM):
        for area in areas.get((depth.lead.claimant, depth.lead.root), ()):
            if depth.age_days == 0 and depth.lead.claimant not in widths and not _corridor(depth, area):
                span_km = area.lead.value / depth.top if math.isfinite(depth.top) else 0.0
                reason = (
                    f"{depth.words} and {area.words} ({depth.by}) come without a width, so neither limits the other"
                )
                reason += f": as one block that deep everywhere it would be {span_km:.0f} km wide." if span_km else "."
                assumption = "Depth is that of the deepest point, so the ground may be shallower elsewhere."
                numbers = {"depth_km": depth.top, "area_km2": area.lead.value, "block_width_km": round(span_km, 1)}
                ids, days = ids_of([depth, area]), days_of_statements([depth, area])
                found.append(
                    Verdict(VerdictKind.NOT_COMPARABLE, "depth-without-width", reason, assumption, numbers, ids, days)
                )
    return found
