"""Say which rows of a world can't all be true, by laws of its own: no code of the engine decides here."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from benchmarks.truth.facts import OBLAST_PEOPLE, POPULATIONS
from benchmarks.truth.land import Land
from benchmarks.truth.rows import Said, World
from benchmarks.truth.telling import span

#: How far two figures must lie apart beyond their own rounding to be called unlike, as a share.
APART = 0.03
GROWING = ("people_moved", "civilians_killed", "civilians_wounded")
#: A district or an oblast may hold so many times its people at most: guests and late counts.
CROWD = 1.5
#: How many times as long as straight a stretch of this border is at most.
WINDING = 2.6
#: More villages to the square kilometre than this are nowhere near the border.
DENSE_PER_KM2 = 0.3
#: Ground narrower than this on the mean, km, is a road.
THIN_KM = 0.4


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A law that some rows break together."""

    law: str
    ids: tuple[str, ...]


def contradictions(world: World, land: Land) -> Iterator[Contradiction]:
    """Yield every law that rows of a world break; a world that was told honestly breaks none."""
    rows = [row for row in world.said if not row.superseded_by]
    return (found for law in LAWS for found in law(rows, world, land))


def _span(row: Said) -> tuple[float, float]:
    return span(row.modality, row.value, row.high, row.metric)


def _above(row: Said, other: Said) -> bool:
    """Whether a figure is above another however both are rounded."""
    return _span(row)[0] > _span(other)[1] * (1 + APART)


def _where(row: Said) -> str:
    return row.zone or row.place


def _same_thing(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """Figures of one metric, kind, place and day are one quantity, so their ranges meet."""
    for one, other in combinations(rows, 2):
        key = [(r.metric, r.kind, _where(r), r.about, r.sense) for r in (one, other)]
        if key[0] != key[1] or one.kind == "additional" or _two_readings(one, other):
            continue
        if _above(one, other) or _above(other, one):
            yield Contradiction("same-thing", (one.id, other.id))


def _two_readings(one: Said, other: Said) -> bool:
    """Whether two widths of voices that have nothing in common may be one front, straight and along its border."""
    if one.metric != "width_km":
        return False
    linked = (one.root == other.root != "") or one.claimant in other.claimant or other.claimant in one.claimant
    return not linked and max(one.value, other.value) < WINDING * min(one.value, other.value)


def _grows(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """People moved, killed and wounded only grow."""
    totals = [r for r in rows if r.metric in GROWING and r.kind == "total"]
    for one in totals:
        for later in totals:
            same = (one.metric, _where(one)) == (later.metric, _where(later)) and one.about < later.about
            if same and not later.sense and not one.sense and _above(one, later):
                yield Contradiction("grows", (one.id, later.id))


def _most(small: str, large: str, law: str) -> Callable[[list[Said], World, Land], Iterator[Contradiction]]:
    """Return the law that a quantity is at most another of the same place and day; both as "metric kind"."""

    def check(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
        metrics = [text.split() for text in (small, large)]
        part, whole = ([r for r in rows if [r.metric, r.kind] == wanted] for wanted in metrics)
        for one in part:
            for other in whole:
                if (one.about, _where(one)) == (other.about, _where(other)) and _above(one, other):
                    yield Contradiction(law, (one.id, other.id))

    return check


def _adds_up(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """Those moved and those left are the people of a district."""
    by: dict[tuple[str, date], dict[tuple[str, str], list[Said]]] = {}
    for row in rows:
        by.setdefault((_where(row), row.about), {}).setdefault((row.metric, row.kind), []).append(row)
    for kinds in by.values():
        for moved in kinds.get(("people_moved", "total"), ()):
            for left in kinds.get(("people_present", "remaining"), ()):
                for people in kinds.get(("people_present", "population"), ()):
                    low, high = (a + b for a, b in zip(_span(moved), _span(left), strict=True))
                    whole = _span(people)
                    if low > whole[1] * (1 + APART) or high * (1 + APART) < whole[0]:
                        yield Contradiction("adds-up", (moved.id, left.id, people.id))


def _districts(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """No district has more moved, or planned, than its oblast."""
    for part in (r for r in rows if r.zone and r.kind == "total"):
        for whole in rows:
            alike = (whole.metric, whole.kind, whole.about) == (part.metric, part.kind, part.about)
            if alike and not whole.zone and part.metric in ("people_moved", "people_planned") and _above(part, whole):
                yield Contradiction("districts", (part.id, whole.id))


def _increments(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """What came on top is what today's total has more than the last one's; of a plan, what is left of it."""
    for more in (r for r in rows if r.kind == "additional"):
        totals = [r for r in rows if (r.metric, _where(r), r.kind) == (more.metric, _where(more), "total")]
        for now in (r for r in totals if r.about == more.about):
            if _above(more, now):
                yield Contradiction("increment", (more.id, now.id))
            repeats = (more.root == now.root != "") or more.claimant == now.claimant
            if repeats and more.value == now.value and any(r.about < more.about for r in totals):
                yield Contradiction("increment-repeats-total", (more.id, now.id))
            for before in (r for r in totals if r.about < more.about and r.claimant == now.claimant):
                if _span(more)[0] > 1.1 * (_span(now)[1] - _span(before)[0]) + 1:
                    yield Contradiction("increment", (more.id, now.id, before.id))
        if more.metric == "people_planned":
            moved = [
                r
                for r in rows
                if (r.metric, _where(r), r.kind, r.about) == ("people_moved", _where(more), "total", more.about)
            ]
            for now, gone in ((a, b) for a in totals for b in moved if a.about == more.about):
                if _span(more)[0] + _span(gone)[0] > _span(now)[1] * (1 + APART):
                    yield Contradiction("increment", (more.id, now.id, gone.id))


def _retaken(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """Nobody retakes more than anybody claimed to hold up to that day."""
    for back in (r for r in rows if r.kind == "retaken"):
        held = [r for r in rows if r.metric == back.metric and r.kind == "total" and r.about <= back.about]
        if held and all(_above(back, one) for one in held):
            yield Contradiction("retaken", (back.id, *(r.id for r in held)))


def _scales(rows: list[Said], _world: World, _land: Land) -> Iterator[Contradiction]:
    """No place holds more people than live there; no ground is larger or deeper than the oblast."""
    limits = {"area_km2": 30_000.0, "depth_km": 200.0, "width_km": 450.0, "settlements": 3_000.0}
    for row in rows:
        people = POPULATIONS.get(row.zone, 0) if row.zone else OBLAST_PEOPLE
        limit = limits.get(row.metric, CROWD * people if row.metric.startswith("people") else 1e5)
        if limit and _span(row)[0] > limit:
            yield Contradiction("scale", (row.id,))


def _room(rows: list[Said], _world: World, land: Land) -> Iterator[Contradiction]:
    """A depth and a width of one mouth leave only so much room; a depth with little ground would be a road."""
    for depth in (r for r in rows if r.metric == "depth_km" and r.kind == "total"):
        high = _span(depth)[1]
        for area in (r for r in rows if r.metric == "area_km2" and r.kind == "total" and r.about == depth.about):
            if _span(depth)[0] > 12 and _span(area)[1] < THIN_KM * _span(depth)[0]:
                yield Contradiction("thin", (depth.id, area.id))
            for width in (r for r in rows if r.metric == "width_km" and r.about == depth.about):
                mouth = (width.claimant, width.root) == (depth.claimant, depth.root)
                flat_km2 = high * _span(width)[1]
                if mouth and flat_km2 < _span(area)[0] and high < 200 and _span(width)[1] < 300:
                    room = land.room_km2(math.ceil(high), 2 * math.ceil(_span(width)[1] / 2))
                    if _span(area)[0] > 1.1 * room:
                        yield Contradiction("room", (depth.id, width.id, area.id))


def _places(rows: list[Said], world: World, land: Land) -> Iterator[Contradiction]:
    """Who names a village held has gone as deep and counts no fewer; all of them lie beyond the border."""
    where = {village.id: village for village in land.villages}
    for word in (w for w in world.named if w.status == "claimed"):
        village = where.get(word.village)
        km = land.in_km(village.point) if village else -1.0
        slack = village.precision_m / 1e3 + 0.5 if village else 0.0
        if village and km + slack < 0:
            yield Contradiction("own-side", (word.id,))
        for depth in (r for r in rows if r.metric == "depth_km" and r.about == word.about and not r.sense):
            if depth.side == word.side and km - slack > _span(depth)[1] * (1 + APART):
                yield Contradiction("place-beyond", (word.id, depth.id))
        others = [
            r for r in rows if r.metric == "depth_km" and r.about == word.about and r.side != word.side and not r.sense
        ]
        if others and all(km - slack > 1.5 * _span(r)[1] for r in others):
            yield Contradiction("place-beyond", (word.id, *(r.id for r in others)))
    lost = {word.village for word in world.named if word.status == "lost"}
    for count in (r for r in rows if r.metric == "settlements" and r.kind == "total"):
        named = {
            w.village for w in world.named if w.side == count.side and w.status == "claimed" and w.about <= count.about
        }
        if len(named - lost) > _span(count)[1]:
            yield Contradiction("count-below-named", (count.id,))
        for area in (r for r in rows if r.metric == "area_km2" and r.kind == "total" and r.about == count.about):
            if _span(count)[0] > DENSE_PER_KM2 * _span(area)[1] + 5:
                yield Contradiction("dense", (count.id, area.id))


def _days(rows: list[Said], world: World, _land: Land) -> Iterator[Contradiction]:
    """Nothing is known before its day but orders, and those not weeks ahead; one root has one day."""
    for row in (*rows, *world.named):
        if row.known < row.about:
            yield Contradiction("known-early", (row.id,))
        if row.about < date(2024, 8, 6):
            yield Contradiction("before-start", (row.id,))
    for order in world.ordered:
        if (order.about - order.known).days > 14:
            yield Contradiction("order-early", (order.id,))
    for one, other in combinations([r for r in rows if r.root], 2):
        same = (one.root, one.metric, one.kind, one.zone, one.value) == (
            other.root,
            other.metric,
            other.kind,
            other.zone,
            other.value,
        )
        if same and one.about != other.about and one.modality == other.modality:
            yield Contradiction("root-two-days", (one.id, other.id))


LAWS: tuple[Callable[[list[Said], World, Land], Iterable[Contradiction]], ...] = (
    _same_thing,
    _grows,
    _most("children_wounded subset", "civilians_wounded total", "children"),
    _most("people_present remaining", "people_present population", "remaining"),
    _most("people_moved total", "people_present population", "moved-above-population"),
    _most("people_planned total", "people_present population", "plan-above-population"),
    _most("people_moved total", "people_planned total", "moved-above-plan"),
    _adds_up,
    _districts,
    _increments,
    _retaken,
    _scales,
    _days,
    _places,
    _room,
)


def products(world: World) -> list[Contradiction]:
    """Return areas that are a depth times a width: no contradiction, but too neat to be measured."""
    return [
        Contradiction("product", (area.id, depth.id, width.id))
        for depth in world.find("depth_km")
        for width in world.find("width_km", about=depth.about, claimant=depth.claimant)
        for area in world.find("area_km2", about=depth.about)
        if abs(area.value - depth.value * width.value) <= 0.005 * area.value
    ]
