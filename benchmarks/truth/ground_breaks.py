"""The kinds of breaks of ground: products, depths of something else, areas without room, places and counts."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.truth.breaks import Break, Broken, Maker, figure_of, last_day, printed_again, sharp, tidy, with_repeat
from benchmarks.truth.honest import COMMANDER, GOVERNOR
from benchmarks.truth.land import Land, Village
from benchmarks.truth.rows import Named, Said, World


def _product(link: str) -> Maker:
    """Return a maker that prints the product of the governor's depth and width as an area."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        pairs = [
            (depth, width)
            for depth in sharp(last_day(world, "depth_km", claimant=GOVERNOR))
            for width in sharp(last_day(world, "width_km", claimant=GOVERNOR, root=depth.root))
            if depth.root or link != "root"
        ]
        if not pairs:
            return None
        depth, width = pairs[0]
        value = round(depth.value * width.value, 1)
        area = replace(depth, metric="area_km2", value=value, modality="exact")
        if link == "own":
            area = replace(area, id="x1")
        else:
            area = printed_again(
                area, rng, root=depth.root if link == "root" else "", claimant="A news site", modality="exact"
            )
        return Broken(world.with_said(area), (area.id,), (depth.id, width.id))

    return make


def _step(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """Print how far they went that day as how deep they are."""
    rows = sharp(last_day(world, "depth_km"))
    if not rows:
        return None
    row = rng.choice(rows)
    return with_repeat(world, row, rng, max(1.0, round(row.value * rng.uniform(0.08, 0.25))))


def _other_axis(world: World, rng: random.Random, land: Land) -> Broken | None:
    """Print the depth of a lesser axis as the depth, by the speaker who names villages farther in."""
    where = {village.id: village for village in land.villages}
    words = [w for w in world.named if w.about == world.days[-1] and w.claimant == COMMANDER and w.status == "claimed"]
    if not words:
        return None
    far = max(land.in_km(where[word.village].point) for word in words)
    rows = [
        row
        for row in world.said
        if row.claimant == COMMANDER and row.metric == "depth_km" and row.about == world.days[-1]
    ]
    value = max(1.0, round(far * rng.uniform(0.3, 0.6), 1))
    spoilt = Said(
        rows[0].id if rows else "x1", world.days[-1], world.days[-1], COMMANDER, "ukraine", "depth_km", "exact", value
    )
    return Broken(world.with_said(spoilt), (spoilt.id,), tuple(word.id for word in words))


def _corridor(world: World, rng: random.Random, _land: Land) -> Broken | None:
    areas = [row for row in sharp(last_day(world, "area_km2")) if row.value < 1000]
    if not areas:
        return None
    root = areas[0].root or "Commander, briefing"
    area = replace(areas[0], root=root)
    value = float(round(area.value * rng.uniform(5, 12), -1)) if area.value < 60 else float(rng.randrange(260, 900, 10))
    depth = replace(area, id="x1", metric="depth_km", modality="exact", value=value, high=None)
    return Broken(world.with_said(area, depth), ("x1",), (area.id,))


def _no_room(world: World, rng: random.Random, land: Land) -> Broken | None:
    """The governor gives an area far beyond what his depth and width leave room for."""
    for depth in sharp(last_day(world, "depth_km", claimant=GOVERNOR)):
        for width in sharp(last_day(world, "width_km", claimant=GOVERNOR, root=depth.root)):
            room = land.room_km2(round(depth.value * 1.1 + 1), 2 * round(width.value * 0.55 + 1))
            value = float(round(room * rng.uniform(1.8, 4)))
            area = replace(depth, id="x1", metric="area_km2", value=value, modality="exact", source="s2")
            return Broken(world.with_said(area), ("x1",), (depth.id, width.id))
    return None


def _beyond(metric: str, low: float, high: float) -> Maker:
    """Return a maker that gives a measure which no front along this border has."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = sharp(last_day(world, metric))
        return with_repeat(world, rng.choice(rows), rng, round(rng.uniform(low, high))) if rows else None

    return make


def _word(world: World, village: Village, claimant: str = COMMANDER) -> Named:
    return Named("x1", world.days[-1], world.days[-1], claimant, "ukraine", village.id, "claimed")


def _wrong_place(world: World, rng: random.Random, land: Land) -> Broken | None:
    """Name a village that lies beyond every depth of the day."""
    depths = sharp(last_day(world, "depth_km"))
    listed = {village.id for village in world.gazetteer}
    if not depths:
        return None
    limit = 1.6 * max(row.value for row in depths)
    known = [v for v in land.villages if not v.sown or v.id in listed]
    villages = [v for v in known if land.in_km(v.point) - v.precision_m / 1e3 > limit]
    if not villages:
        return None
    if not any(row.claimant == COMMANDER for row in depths):
        own = replace(depths[0], id="x2", claimant=COMMANDER, side="ukraine", root="Commander, depth")
        world = world.with_said(own)
    word = _word(world, rng.choice(villages))
    return Broken(world.with_named(word), (word.id,), tuple(row.id for row in depths))


def _own_side(world: World, rng: random.Random, land: Land) -> Broken | None:
    """Name a village of the attacker's own country as taken."""
    villages = [v for v in land.villages if not v.sown and land.in_km(v.point) + v.precision_m / 1e3 + 0.5 < 0]
    if not villages:
        return None
    word = _word(world, rng.choice(villages))
    return Broken(world.with_named(word), (word.id,))


def _below_named(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """The commander counts fewer villages than he names on the same day."""
    named = {
        w.village
        for w in world.named
        if w.claimant == COMMANDER and w.status == "claimed" and w.about == world.days[-1]
    }
    rows = last_day(world, "settlements", claimant=COMMANDER)
    if len(named) < 2 or not rows:
        return None
    spoilt = replace(rows[0], modality="exact", value=float(rng.randint(1, len(named) - 1)), high=None)
    return Broken(world.with_said(spoilt), (spoilt.id,), ())


def _too_dense(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """A count of villages that the ground has no room for: more than one to the square kilometre."""
    rows, areas = sharp(last_day(world, "settlements")), sharp(last_day(world, "area_km2"))
    if not rows or not areas:
        return None
    return with_repeat(world, rows[0], rng, round(areas[0].value * rng.uniform(0.8, 3)))


def _both(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """One claimant's area is printed as the villages', and the villages' as the area."""
    areas = sharp(last_day(world, "area_km2", claimant=COMMANDER))
    counts = sharp(last_day(world, "settlements", claimant=COMMANDER, root=areas[0].root)) if areas else []
    if not counts or areas[0].value != round(areas[0].value) or counts[0].value < 10:
        return None
    spoilt = (
        printed_again(areas[0], rng, id="x1", value=counts[0].value, root=areas[0].root),
        printed_again(counts[0], rng, id="x2", value=tidy("settlements", areas[0].value), root=counts[0].root),
    )
    return Broken(world.with_said(*spoilt), ("x1", "x2"), (areas[0].id, counts[0].id))


_SCALE = ("scale", "thousands", "decimal", "digits", "unit")
KINDS = [
    Break("area: product printed as stated, with its root", ("product",), _product("root"), neat=True),
    Break("area: product printed as stated, without a root", ("product",), _product("none"), told=True, neat=True),
    Break("area: product by the speaker himself", ("product",), _product("own"), told=True, neat=True),
    Break("depth: the day's step printed as the depth", ("step_for_depth", "other_figure", "axis"), _step),
    Break("depth: of a lesser axis", ("axis", "step_for_depth", "place"), _other_axis, told=True),
    Break("depth: width printed as the depth", ("other_figure",), figure_of("depth_km", "width_km")),
    Break("width: depth printed as the width", ("other_figure",), figure_of("width_km", "depth_km")),
    Break("depth: a corridor of some metres", _SCALE, _corridor, told=True),
    Break("depth: beyond the oblast", _SCALE, _beyond("depth_km", 250, 900)),
    Break("width: beyond the border", _SCALE, _beyond("width_km", 700, 4000)),
    Break("area: beyond the oblast", _SCALE, _beyond("area_km2", 40_000, 900_000)),
    Break("area: no room in depth and width", ("room", *_SCALE), _no_room),
    Break("place: far beyond every depth", ("place",), _wrong_place),
    Break("place: on the attacker's own side", ("place",), _own_side),
    Break("settlements: fewer than are named", ("left_out", "scale", "other_figure"), _below_named),
    Break("settlements: more than the ground has", _SCALE, _too_dense),
    Break("area and settlements changed over", ("other_figure",), _both),
]
