"""The kinds of breaks in which the number is right and stands for something else: a total, people, casualties."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.truth.breaks import Break, Broken, Maker, figure_of, last_day, printed_again, sharp, with_repeat
from benchmarks.truth.honest import GOVERNOR, MINISTRY
from benchmarks.truth.land import Land
from benchmarks.truth.rows import KURSK, Said, World

_ADDED = ("people_moved", "people_planned", "area_km2", "settlements", "civilians_killed", "civilians_wounded")


def _as_additional(metric: str) -> Maker:
    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = [row for row in sharp(last_day(world, metric)) if row.value and not row.zone]
        rows = [row for row in rows if world.find(metric, about=world.days[-2], claimant=row.claimant, zone="")]
        if not rows:
            return None
        row = rng.choice(rows)
        if row.root and rng.random() < 0.5:
            more = printed_again(row, rng, kind="additional", root=row.root)
        else:
            more = replace(row, id="x1", kind="additional", source="s2")
        return Broken(world.with_said(more), (more.id,), (row.id,))

    return make


def _as_total(metric: str) -> Maker:
    """Print what came on top since the day before as the total, by an outlet or by the speaker's office."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        for row in sharp(last_day(world, metric, zone="")):
            before = sharp(world.find(metric, about=world.days[-2], claimant=row.claimant, zone=""))
            if before and row.value > before[0].value + 1:
                gain = row.value - before[0].value
                root = row.root if rng.random() < 0.6 else ""
                more = replace(row, id="x0", kind="additional", value=gain, modality="exact", root=row.root)
                return with_repeat(world.with_said(more), row, rng, gain, root=root)
        return None

    return make


TOTALS = [
    *(Break(f"{m}: total printed as additional", ("total_for_additional",), _as_additional(m)) for m in _ADDED),
    *(
        Break(f"{m}: additional printed as total", ("total_for_additional",), _as_total(m))
        for m in ("people_moved", "area_km2", "settlements", "civilians_wounded", "civilians_killed")
    ),
]


def _children_above(world: World, rng: random.Random, _land: Land) -> Broken | None:
    hurt = [row for row in sharp(last_day(world, "civilians_wounded")) if row.claimant == GOVERNOR]
    parts = last_day(world, "children_wounded", kind="subset")
    if not hurt or not parts:
        return None
    spoilt = replace(parts[0], value=float(round(hurt[0].value * rng.uniform(1.2, 4))))
    return Broken(world.with_said(spoilt), (spoilt.id,), (hurt[0].id,))


def _more_than(metric: str, kind: str, whole: str, whole_kind: str, low: float, high: float) -> Maker:
    """Return a maker in which one figure of a district becomes greater than what it can only be a part of."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        for row in last_day(world, metric, kind=kind):
            wholes = [r for r in sharp(last_day(world, whole, kind=whole_kind)) if r.zone == row.zone and row.zone]
            if wholes:
                value = float(round(wholes[0].value * rng.uniform(low, high)))
                spoilt = replace(row, value=value, modality="exact", high=None)
                return Broken(world.with_said(spoilt), (row.id,), tuple(r.id for r in wholes))
        return None

    return make


def _other_scope(*, to_district: bool) -> Maker:
    """Return a maker that prints the oblast's figure as a district's, or a district's as the oblast's."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = sharp(last_day(world, "people_moved"))
        whole, parts = [r for r in rows if not r.zone], [r for r in rows if r.zone]
        zones = [(r.zone, r.place) for r in world.said if r.zone]
        if not whole or not (zones if to_district else parts):
            return None
        if to_district:
            zone, place = rng.choice(zones)
            return with_repeat(world, whole[0], rng, whole[0].value, zone=zone, place=place)
        return with_repeat(world, rng.choice(parts), rng, parts[0].value, zone="", place=KURSK)

    return make


def _left_out(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """Print the sum of two districts as the oblast's total: the others are left out."""
    whole = sharp(last_day(world, "people_moved", zone=""))
    parts = sharp([r for r in last_day(world, "people_moved") if r.zone])
    if not whole or len(parts) < 2:
        return None
    return with_repeat(world, whole[0], rng, parts[0].value + parts[1].value, root=whole[0].root)


def _districts_above(world: World, rng: random.Random, _land: Land) -> Broken | None:
    """A district's figure is printed so high that the districts add up to more than the oblast."""
    whole = sharp(last_day(world, "people_moved", zone=""))
    parts = [r for r in last_day(world, "people_moved") if r.zone]
    if not whole or not parts:
        return None
    value = float(round(whole[0].value * rng.uniform(1.3, 2.5)))
    spoilt = replace(parts[0], value=value, modality="exact", high=None)
    return Broken(world.with_said(spoilt), (spoilt.id,), tuple(r.id for r in whole))


_POPULATION = ("population_for_moved", "other_figure", "scale")
PEOPLE = [
    Break("population printed as moved", _POPULATION,
          figure_of("people_moved", "people_present", source_kind="population")),
    Break("population printed as remaining", _POPULATION,
          figure_of("people_present", "people_present", kind="remaining", source_kind="population")),
    Break("moved printed as remaining", ("other_figure",),
          figure_of("people_present", "people_moved", kind="remaining", zone=True)),
    Break("remaining printed as moved", ("other_figure",),
          figure_of("people_moved", "people_present", source_kind="remaining")),
    Break("remaining printed as population", ("other_figure",),
          figure_of("people_present", "people_present", kind="population", source_kind="remaining")),
    Break("plan printed as moved", ("other_figure",), figure_of("people_moved", "people_planned")),
    Break("moved printed as plan", ("other_figure",), figure_of("people_planned", "people_moved")),
    Break("remaining above population", ("scale", "other_figure"),
          _more_than("people_present", "remaining", "people_present", "population", 1.2, 3)),
    Break("moved above population", ("scale", "other_figure"),
          _more_than("people_moved", "total", "people_present", "population", 1.25, 3)),
    Break("plan above population", ("scale", "other_figure"),
          _more_than("people_planned", "total", "people_present", "population", 1.25, 3), told=True),
    Break("oblast's figure printed for a district", ("scope", "scale"), _other_scope(to_district=True)),
    Break("district's figure printed for the oblast", ("scope", "other_figure"), _other_scope(to_district=False)),
    Break("districts left out of the total", ("left_out", "scope", "other_figure"), _left_out, told=True),
    Break("districts above the oblast", ("scale", "sum"), _districts_above),
]  # fmt: skip

CASUALTIES = [
    Break("killed printed as wounded", ("other_figure",), figure_of("civilians_wounded", "civilians_killed")),
    Break("wounded printed as killed", ("other_figure",), figure_of("civilians_killed", "civilians_wounded")),
    Break("children printed as wounded", ("other_figure",),
          figure_of("civilians_wounded", "children_wounded", source_kind="subset")),
    Break("wounded printed as children", ("other_figure", "scale"),
          figure_of("children_wounded", "civilians_wounded", kind="subset")),
    Break("children above wounded", ("scale", "other_figure"), _children_above),
]  # fmt: skip


def _retaken(metric: str) -> Maker:
    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        held = [row for row in world.find(metric) if row.side == "ukraine"]
        if not held:
            return None
        most = max(row.high or row.value for row in held)
        value = float(round(most * rng.uniform(1.3, 5)))
        root = "Ministry, briefing"
        spoilt = Said(
            "x1", world.days[-1], world.days[-1], MINISTRY, "russia", metric, "exact", value, kind="retaken", root=root
        )
        return Broken(world.with_said(spoilt), (spoilt.id,), tuple(row.id for row in held))

    return make


RETAKEN = [
    Break("settlements: more retaken than were held", ("scale", "other_figure"), _retaken("settlements")),
    Break("area: more retaken than was held", ("scale", "other_figure"), _retaken("area_km2")),
]

KINDS = [*TOTALS, *PEOPLE, *CASUALTIES, *RETAKEN]
