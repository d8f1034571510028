"""Whether depth, width, area, named places and mappers' fronts suit each other on the real border."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import shapely
from shapely.geometry.base import BaseGeometry

from geo.claims import Claim, Metric, Modality, Side
from geo.consistency.bands import Bands, Room
from geo.consistency.interval import ABOUT
from geo.consistency.verdict import Verdict, VerdictKind
from geo.consistency.voices import DayInView, Voice, and_join, days_of, ids_of, scope, sentence
from geo.linear import within_reach
from geo.measurement import Measurement, measure
from geo.settlements import ControlEvent, Settlement, Status
from geo.words import STATUS_WORDS, day_words

#: More than this share of everything a depth and a width allow is "nearly all": fronts here filled less.
NEARLY_ALL = 0.75
#: Less than this share of depth x width is thin: a few roads, not a front.
THIN = 0.15
#: Ground further than the claimed depth is drawn beyond it; a depth is read from a map to about this, km.
SLACK_KM = 0.5


@dataclass(frozen=True, slots=True)
class FrontOfDay:
    """What a mapper drew as held on a day: a lon/lat Polygon or MultiPolygon."""

    mapper: str
    day: date
    ground: BaseGeometry


def depth_width_area(view: DayInView, bands: Bands) -> list[Verdict]:
    """Hold each stated pair of depth and width against every total area of the same day and place.

    Everything within the depth of the stretch is the most that the pair allows, under either reading of the width and
    wherever the stretch may lie. Nothing is the least: thin spearheads reach any depth with little ground.
    """
    found = []
    areas = [v for v in view.pick(Metric.AREA_KM2) if v.age_days == 0]
    for depth, width in _pairs(view):
        places = _placed(view, depth, width)
        centres = bands.centres(places)
        for area in areas:
            if scope(area.lead) == scope(depth.lead):
                found += [_judge_area(depth, width, area, bands, centres)]
    return found


def _pairs(view: DayInView) -> list[tuple[Voice, Voice]]:
    """Return depths and widths that one claimant gave in one statement about this day."""
    depths, widths = view.pick(Metric.DEPTH_KM), view.pick(Metric.WIDTH_KM)
    return [
        (d, w)
        for d in depths
        for w in widths
        if d.age_days == w.age_days == 0
        and (d.lead.claimant, d.lead.root, scope(d.lead)) == (w.lead.claimant, w.lead.root, scope(w.lead))
    ]


def _placed(view: DayInView, depth: Voice, width: Voice) -> list[tuple[float, float]]:
    """Return where the case places this pair, else where it places anything."""
    placements = view.case.placements
    own = [p for p in placements if p.depth_claim in depth.ids and p.width_claim in width.ids]
    return [(p.lon, p.lat) for p in own or placements]


def _judge_area(depth: Voice, width: Voice, area: Voice, bands: Bands, centres: tuple[float, ...]) -> Verdict:
    depth_km, width_km = _top(depth), _top(width)
    ids, days = ids_of([depth, width, area]), days_of([depth, width, area])
    rule = "depth-width-area"
    if not (math.isfinite(depth_km) and math.isfinite(width_km)):
        reason = f"{_pair_words(depth, width)} set no upper limit, so any area suits them: {area.said}."
        return Verdict(VerdictKind.NOT_COMPARABLE, rule, reason, "“At least” is meant as said.", {}, ids, days)
    room = bands.room(depth_km, width_km, centres)
    if not room.most_km2:
        reason = f"{width_km:g} km of width fit nowhere on the stored border, so {area.said} can't be held against it."
        return Verdict(
            VerdictKind.NOT_COMPARABLE, rule, reason, "The stored border is too short for the claim.", {}, ids, days
        )
    least = area.lead.value if math.isinf(area.allowed.high) or area.lead.value_high else area.allowed.low
    numbers = _room_numbers(depth_km, width_km, area, room)
    slack = (1 + ABOUT) ** 2
    if least > slack * room.most_km2:
        limit_km2 = slack * bands.sideways_km2(depth_km, width_km, centres)
        numbers["most_with_ground_sideways_km2"] = round(limit_km2)
        return _too_much(depth, width, area, numbers, beyond=least > limit_km2)
    if area.lead.modality is Modality.UP_TO:
        reason = f"{area.said} is a limit, which no smaller area breaks; {_pair_words(depth, width)} allow such."
        return Verdict(VerdictKind.CONSISTENT, rule, reason, "“Up to” is meant as said.", numbers, ids, days)
    kind, verdict, assumption = _room_words(depth_km, width_km, area, room)
    reason = f"{_room_sentence(depth, width, room)} {sentence(verdict)}"
    return Verdict(kind, rule, reason, assumption, numbers, ids, days)


def _too_much(depth: Voice, width: Voice, area: Voice, numbers: dict[str, float], *, beyond: bool) -> Verdict:
    most = max(numbers.get("areas_chord_high_km2", 0), numbers.get("areas_along_high_km2", 0))
    reason = (
        f"{area.said} is more than {_pair_words(depth, width)} leave room for: everything within that depth of such a "
        f"stretch is at most {most:,.0f} km² on the real border, however the width is read."
    )
    ids, days = ids_of([depth, width, area]), days_of([depth, width, area])
    if beyond:
        limit = numbers["most_with_ground_sideways_km2"]
        reason += f" Even ground spreading sideways far beyond the stretch would come to {limit:,.0f} km² at most."
        assumption = (
            "Depth is counted from the nearest border, and the ground is one front no wider than three times the claim."
        )
        return Verdict(VerdictKind.INCONSISTENT, "depth-width-area", reason, assumption, numbers, ids, days)
    assumption = "Only if the width is that of the entrance alone, and the ground spreads sideways behind the border."
    return Verdict(VerdictKind.ONLY_IF, "depth-width-area", reason, assumption, numbers, ids, days)


def _room_words(depth_km: float, width_km: float, area: Voice, room: Room) -> tuple[VerdictKind, str, str]:
    """Return kind, sentence and assumption for an area that the pair leaves room for under some reading."""
    value = area.lead.value
    chord = value / room.chord[1] if room.chord else math.inf
    along = value / room.along[1] if room.along else math.inf
    needs = min(chord, along)
    share = f"{100 * min(needs, 1):.0f} %"
    if max(chord, along) <= NEARLY_ALL:
        if not math.isinf(area.allowed.high) and area.allowed.high < THIN * depth_km * width_km:
            return (
                VerdictKind.ONLY_IF,
                f"{area.said} fills little of it, {share} of the widest.",
                "Only if the depth is that of a few thin spearheads, or the width counts gaps between them.",
            )
        words = f"{area.said} fits under either reading; it fills {share} of the widest."
        return (
            VerdictKind.CONSISTENT,
            words,
            "Every point held lies within the claimed depth of the claimed stretch.",
        )
    straight_only = along > 1 and chord <= along
    if needs > 1:
        words = f"{area.said} is {100 * (needs - 1):.0f} % more than the widest of it."
        return (
            VerdictKind.ONLY_IF,
            words,
            "Only if all figures are rounded in its favour, and all that ground is held.",
        )
    needed = "nearly all of" if needs > NEARLY_ALL else f"about {share} of"
    where = f"the ground within {depth_km:g} km of the stretch is held"
    if straight_only:
        words = f"{area.said} fits the straight reading alone, where it fills {share} of the widest."
        return VerdictKind.ONLY_IF, words, f"Only if the {width_km:g} km are a straight chord and {needed} {where}."
    shares = f"{100 * min(along, 1):.0f} % along the border, {100 * min(chord, 1):.0f} % straight"
    words = f"{area.said} fits under either reading, filling {shares}."
    return VerdictKind.ONLY_IF, words, f"Only if the {width_km:g} km are a straight chord, or nearly all of {where}."


def _room_sentence(depth: Voice, width: Voice, room: Room) -> str:
    parts = []
    if room.chord:
        parts.append(f"{_span_words(room.chord)} km² if the width is straight")
    if room.along:
        parts.append(f"{_span_words(room.along)} km² if it follows every bend")
    return f"{_pair_words(depth, width)} leave room for {' and '.join(parts)}, depending on where the front lies."


def _span_words(span: tuple[float, float]) -> str:
    low, high = (f"{value:,.0f}" for value in span)
    return f"up to {high}" if low == high else f"up to {low}–{high}"


def _pair_words(depth: Voice, width: Voice) -> str:
    return f"{depth.words} and {width.words} ({depth.by})"


def _top(voice: Voice) -> float:
    """Return the largest value as stated, without the tolerance of "about"; infinite for "at least"."""
    return voice.allowed.high if math.isinf(voice.allowed.high) else voice.lead.value_high or voice.lead.value


def _room_numbers(depth_km: float, width_km: float, area: Voice, room: Room) -> dict[str, float]:
    numbers = {"depth_km": depth_km, "width_km": width_km, "area_km2": area.lead.value}
    for name in ("chord", "along", "chord_flat", "along_flat"):
        span: tuple[float, float] | None = getattr(room, name)
        if span:
            numbers[f"areas_{name}_low_km2"], numbers[f"areas_{name}_high_km2"] = round(span[0]), round(span[1])
    numbers["share_needed"] = round(area.lead.value / room.most_km2, 3)
    return numbers


def depth_alone(view: DayInView) -> list[Verdict]:
    """Say that a depth without a width sets no limit to an area of the same statement."""
    found = []
    widths = {v.lead.claimant for v in view.today if v.lead.metric is Metric.WIDTH_KM}
    areas = [v for v in view.pick(Metric.AREA_KM2) if v.age_days == 0]
    for depth in view.pick(Metric.DEPTH_KM):
        for area in areas:
            same = (depth.lead.claimant, depth.lead.root) == (area.lead.claimant, area.lead.root)
            if depth.age_days == 0 and same and depth.lead.claimant not in widths:
                span_km = area.lead.value / _top(depth) if math.isfinite(_top(depth)) else 0.0
                reason = (
                    f"{depth.words} and {area.words} ({depth.by}) come without a width, so neither limits the other"
                )
                reason += f": as one block that deep everywhere it would be {span_km:.0f} km wide." if span_km else "."
                assumption = "Depth is that of the deepest point, so the ground may be shallower elsewhere."
                numbers = {"depth_km": _top(depth), "area_km2": area.lead.value, "block_width_km": round(span_km, 1)}
                ids, days = ids_of([depth, area]), days_of([depth, area])
                found.append(
                    Verdict(VerdictKind.NOT_COMPARABLE, "depth-without-width", reason, assumption, numbers, ids, days)
                )
    return found


def depth_against_places(view: DayInView, bands: Bands) -> list[Verdict]:
    """Hold each total depth of the day against places where the same side puts troops.

    The precision of a place's coordinates counts in the claim's favour. For "independent" only the same claimant's
    words count: observers are not one voice.
    """
    found = []
    for depth in view.pick(Metric.DEPTH_KM):
        if depth.age_days or math.isinf(depth.allowed.high) or not speaks_of_all(depth.lead, view):
            continue
        words = [w for state in view.places.values() if (w := side_word(state.words, depth.lead)) is not None]
        far = [(word, place, km) for word in words for place, km in _inside(word, depth.lead, view, bands)]
        beyond = [item for item in far if item[2] - _precision_km(item[1]) > depth.allowed.high + SLACK_KM]
        if beyond:
            found.append(_beyond(depth, beyond))
        elif far:
            found.append(_within(depth, far))
    return found


def side_word(words: Sequence[ControlEvent], claim: Claim) -> ControlEvent | None:
    """Return the newest word of the claim's side (independent: of the same claimant) that puts troops there."""
    own = [
        word
        for word in words
        if word.side is claim.side and (word.side is not Side.INDEPENDENT or word.claimant == claim.claimant)
    ]
    newest = own[-1] if own else None
    return newest if newest and newest.status not in (Status.LOST, Status.DENIED) else None


def _inside(word: ControlEvent, depth: Claim, view: DayInView, bands: Bands) -> list[tuple[Settlement, float]]:
    """Return the place and its distance in from the border (km), if it is known and on the target side."""
    place = view.case.settlements.get(word.settlement)
    if place is None or place.lon is None or place.lat is None or not in_scope(place, depth):
        return []
    km = bands.inside_km(place.lon, place.lat)
    return [] if km is None else [(place, km)]


def _precision_km(place: Settlement) -> float:
    return (place.precision_m or 0.0) / 1e3


def speaks_of_all(claim: Claim, view: DayInView) -> bool:
    """Whether a claim is about the operation, or an oblast, and not about some place or zone of it."""
    oblasts = {place.oblast for place in view.case.settlements.values() if place.oblast}
    return claim.zone is None and (not claim.place or any(oblast in claim.place for oblast in oblasts))


def in_scope(place: Settlement, claim: Claim) -> bool:
    """Whether a place lies in the oblast that a claim is about, as far as both say."""
    return not place.oblast or not claim.place or place.oblast in claim.place


Far = tuple[ControlEvent, Settlement, float]


def _beyond(depth: Voice, beyond: Sequence[Far]) -> Verdict:
    held = [item for item in beyond if item[0].status is Status.CLAIMED]
    shown = sorted(beyond, key=lambda item: -item[2])
    listed = and_join([_place_words(item) for item in shown[:4]])
    more = f", and {len(shown) - 4} more" if len(shown) > 4 else ""
    own = any(word.claimant == depth.lead.claimant for word, _, _ in held)
    side = "the same claimant" if own else "another voice of the same side"
    reason = f"{depth.said}, but {side} puts troops farther in from the border: {listed}{more}."
    assumption = "Only if the depth is of ground held, and troops seen or fighting farther in do not count."
    if held:
        assumption = "Only if that place was not yet, or no longer, counted when the depth was given."
    if own:
        assumption = "The depth is that of the deepest place held, counted from the nearest border."
    numbers = {
        "depth_km": _top(depth),
        "farthest_km": round(shown[0][2], 1),
        "precision_km": _precision_km(shown[0][1]),
    }
    ids = (*depth.ids, *(word.id for word, _, _ in beyond))
    days = tuple(sorted({*days_of([depth]), *(word.about_date for word, _, _ in beyond)}))
    return Verdict(
        VerdictKind.INCONSISTENT if own else VerdictKind.ONLY_IF,
        "place-beyond-depth",
        reason,
        assumption,
        numbers,
        ids,
        days,
    )


def _place_words(item: Far) -> str:
    word, place, km = item
    said = f"{word.claimant}: {STATUS_WORDS[word.status]}, {day_words(word.about_date, year=False)}"
    return f"{place.name_en}, {km:.0f} km in ({said})"


def _within(depth: Voice, far: Sequence[Far]) -> Verdict:
    word, place, km = max(far, key=lambda item: item[2])
    count = "the one place" if len(far) == 1 else f"the {len(far)} places"
    numbers = {"depth_km": _top(depth), "farthest_km": round(km, 1), "places": len(far)}
    ids = (*depth.ids, *(item[0].id for item in far))
    days = tuple(sorted({*days_of([depth]), *(item[0].about_date for item in far)}))
    since = f" since {day_words(days[0], year=False)}" if len(days) > 1 else ""
    farthest = _place_words((word, place, km))
    reason = f"{depth.said} covers {count} where the same side puts troops{since}; farthest {farthest}."
    assumption = "Places named up to that day still counted on it; only places with known coordinates are checked."
    return Verdict(VerdictKind.CONSISTENT, "place-beyond-depth", reason, assumption, numbers, ids, days)


def against_fronts(view: DayInView, fronts: Iterable[FrontOfDay], bands: Bands) -> list[Verdict]:
    """Hold each total depth and area of the day against what each mapper drew for that day."""
    found = []
    for front in fronts:
        if front.day == view.on:
            drawn = measure(front.ground, bands.border)
            for voice in (*view.pick(Metric.DEPTH_KM), *view.pick(Metric.AREA_KM2)):
                if voice.age_days == 0 and speaks_of_all(voice.lead, view):
                    found += [_judge_front(voice, front, drawn, bands)]
    return found


def _judge_front(voice: Voice, front: FrontOfDay, drawn: Measurement, bands: Bands) -> Verdict:
    depth = voice.lead.metric is Metric.DEPTH_KM
    measured = drawn.depth_max_km if depth else drawn.area_km2
    allowed, slack = voice.allowed, SLACK_KM if depth else ABOUT * measured
    name, unit = ("depth", "km") if depth else ("area", "km²")
    numbers = {voice.lead.metric.value: voice.lead.value, f"drawn_{voice.lead.metric}": round(measured, 1)}
    drawn_words = f"{front.mapper}'s front of {day_words(front.day, year=False)} measures {measured:,.0f} {unit}"
    assumption = f"{front.mapper}'s map is right for that day, and both count the same ground."
    if allowed.low - slack <= measured <= allowed.high + slack:
        return Verdict(
            VerdictKind.CONSISTENT,
            f"front-{name}",
            f"{voice.said} suits the map: {drawn_words}.",
            assumption,
            numbers,
            voice.ids,
            days_of([voice]),
        )
    reason = f"{voice.said} is not what is drawn: {drawn_words}"
    if depth and measured > allowed.high:
        beyond_km2 = _beyond_km2(front.ground, allowed.high, bands)
        numbers |= {"beyond_km2": round(beyond_km2, 1), "beyond_share": round(beyond_km2 / drawn.area_km2, 3)}
        reason += f", {beyond_km2:,.0f} km² of it ({100 * beyond_km2 / drawn.area_km2:.0f} %) beyond the claimed depth"
    what = "the claim counts other ground than the map: what the map calls unclear, or where small groups went"
    return Verdict(
        VerdictKind.ONLY_IF, f"front-{name}", f"{reason}.", f"Only if {what}.", numbers, voice.ids, days_of([voice])
    )


def _beyond_km2(ground: BaseGeometry, depth_km: float, bands: Bands) -> float:
    """Return how much of a front lies on the target side and farther from the border than a depth, km²."""
    ground_m = bands.border.on_target(bands.border.metric.to_metric(ground))
    near_m = within_reach(bands.border.index.clipped(ground_m, depth_km * 1e3), depth_km * 1e3)
    return float(shapely.difference(ground_m, near_m).area) / 1e6
