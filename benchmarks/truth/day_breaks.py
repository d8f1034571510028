"""The kinds of breaks of days and of orders: a wrong day, an old figure carried, a known day too early."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.truth.breaks import Break, Broken, Maker, last_day, printed_again, sharp
from benchmarks.truth.honest import COMMANDER, GOVERNOR
from benchmarks.truth.land import Land
from benchmarks.truth.rows import Named, Ordered, World

#: The first day of the operation, as the case has it.
START = date(2024, 8, 6)


def _carried(metric: str) -> Maker:
    """Return a maker that prints the figure of the first day as that of the last."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        old = sharp(world.find(metric, about=world.days[0], zone=""))
        now = sharp(last_day(world, metric, zone=""))
        if not old or not now or old[0].value == now[0].value:
            return None
        root = old[0].root if rng.random() < 0.5 else ""
        spoilt = printed_again(old[0], rng, about=world.days[-1], known=world.days[-1], root=root)
        return Broken(world.with_said(spoilt), (spoilt.id,), (now[0].id, old[0].id))

    return make


def _too_early(metric: str) -> Maker:
    """Return a maker that dates the last day's total to days before an earlier, lower one."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = sharp(last_day(world, metric, claimant=GOVERNOR, zone=""))
        first = world.find(metric, about=world.days[0], claimant=GOVERNOR, zone="")
        if not rows or not first:
            return None
        day = world.days[0] - timedelta(days=rng.randint(1, 2))
        spoilt = replace(rows[0], id="x1", about=day, known=day, root="Governor, earlier", source="s2")
        world = replace(world, days=(day, *world.days))
        return Broken(world.with_said(spoilt), (spoilt.id,), (first[0].id, rows[0].id))

    return make


def _known_early(world: World, rng: random.Random, _land: Land) -> Broken | None:
    rows = last_day(world, rng.choice(("area_km2", "depth_km", "people_moved")))
    if not rows:
        return None
    spoilt = replace(rows[0], known=rows[0].about - timedelta(days=rng.randint(1, 9)))
    return Broken(world.with_said(spoilt), (spoilt.id,))


def _word_known_early(world: World, rng: random.Random, _land: Land) -> Broken | None:
    if not world.named:
        return None
    word = replace(rng.choice(world.named), id="x1")
    word = replace(word, known=word.about - timedelta(days=rng.randint(1, 9)))
    return Broken(world.with_named(word), (word.id,))


def _before_start(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """A village is said to be taken on the day before the operation began."""
    words = [word for word in world.named if word.claimant == COMMANDER]
    if not words:
        return None
    day = START - timedelta(days=1)
    spoilt = Named("x1", day, world.days[-1], COMMANDER, "ukraine", rng.choice(words).village, "claimed")
    return Broken(replace(world, days=(day, *world.days)).with_named(spoilt), (spoilt.id,))


def _two_days(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """An outlet's repeat is dated by the outlet's day, though it names the statement of days before."""
    rows = [row for row in world.find("civilians_wounded", zone="") if row.root and row.about == world.days[0]]
    if not rows:
        return None
    later = {"about": world.days[-1], "known": world.days[-1], "root": rows[0].root}
    spoilt = printed_again(rows[0], rng, **later)
    return Broken(world.with_said(spoilt), (spoilt.id,), (rows[0].id,))


def _order_early(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """An order is dated a month late, so that it was known weeks before its day."""
    zone = rng.choice(sorted(world.populations))
    known = world.days[-1] - timedelta(days=rng.choice((28, 30, 31)))
    order = Ordered("x1", world.days[-1], known, GOVERNOR, "russia", zone, "mandatory")
    return Broken(replace(world, ordered=(*world.ordered, order)), ("x1",))


def _no_forecast(metric: str) -> Maker:
    """Return a maker that dates a claim to the month after: known long before its day."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = last_day(world, metric)
        if not rows:
            return None
        spoilt = replace(rng.choice(rows), id="x1", about=world.days[-1] + timedelta(days=31), known=world.days[-1])
        return Broken(world.with_said(spoilt), ("x1",))

    return make


_DAY = ("wrong_day", "hour")
KINDS = [
    *(
        Break(f"{m}: an old figure printed as the day's", ("carried",), _carried(m), told=True)
        for m in ("settlements", "area_km2", "depth_km", "people_moved", "civilians_wounded")
    ),
    *(
        Break(f"{m}: total dated too early", (*_DAY, "carried", "digits"), _too_early(m))
        for m in ("civilians_wounded", "civilians_killed", "people_moved")
    ),
    Break("claim: known before its day", _DAY, _known_early),
    Break("word about a place: known before its day", _DAY, _word_known_early),
    Break("word about a place: before the operation", _DAY, _before_start),
    Break("claim: dated a month late", _DAY, _no_forecast("people_moved")),
    Break("order: dated a month late", _DAY, _order_early, told=True),
    Break("root with two days", (*_DAY, "carried"), _two_days, told=True),
]
