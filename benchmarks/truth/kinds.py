"""List every kind of break, and make the breaks of one that can be found out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.truth import day_breaks, ground_breaks, mixups, numbers
from benchmarks.truth.breaks import Break, Broken
from benchmarks.truth.facts import Grounds
from benchmarks.truth.families import true_world
from benchmarks.truth.land import Land, seeded
from benchmarks.truth.oracle import contradictions, products
from benchmarks.truth.rows import World

KINDS: tuple[Break, ...] = (*numbers.KINDS, *mixups.KINDS, *ground_breaks.KINDS, *day_breaks.KINDS)

#: How many worlds are tried for each break that is wanted, before a kind is given up.
TRIES = 8


@dataclass(frozen=True, slots=True)
class Attempt:
    """A true world, what was made of it, and whether the others show it to be false."""

    number: int
    true: World
    broken: Broken | None
    detectable: bool


def attempts(kind: Break, grounds: Grounds, wanted: int) -> Iterator[Attempt]:
    """Yield attempts at one kind until as many as wanted can be found out."""
    done = 0
    for number in range(TRIES * wanted):
        world = true_world(grounds, "plain", number * 1009 + _offset(kind), rich=True)
        broken = kind.make(world, seeded(f"{kind.name} {number}"), grounds.land)
        found = broken is not None and detectable(kind, broken, grounds.land)
        yield Attempt(number, world, broken, found)
        done += found
        if done == wanted:
            return


def _offset(kind: Break) -> int:
    return 1 + seeded(kind.name).randrange(1000)


def detectable(kind: Break, broken: Broken, land: Land) -> bool:
    """Whether the oracle shows a false row to contradict the others, or its arithmetic to be too neat."""
    false = set(broken.false)
    found = contradictions(broken.world, land)
    if kind.neat:
        found = products(broken.world)
    return any(false & set(contradiction.ids) for contradiction in found)
