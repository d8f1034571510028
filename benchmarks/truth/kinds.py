"""List every kind of break, and make the breaks of one that can be found out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
#: All kinds break worlds of one stock, so that what is said of a true one is asked once.
WORLDS = 80


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
        world = rich_world(grounds, (number + _offset(kind)) % WORLDS)
        broken = kind.make(world, seeded(f"{kind.name} {number}"), grounds.land)
        found = broken is not None and detectable(kind, broken, grounds.land)
        yield Attempt(number, world, broken, found)
        done += found
        if done == wanted:
            return


@lru_cache(maxsize=2 * WORLDS)
def rich_world(grounds: Grounds, number: int) -> World:
    """Return a plain world in which nearly everything is said that can be."""
    return true_world(grounds, "plain", number, rich=True)


def _offset(kind: Break) -> int:
    return seeded(kind.name).randrange(WORLDS)


def detectable(kind: Break, broken: Broken, land: Land) -> bool:
    """Whether the oracle shows a false row to contradict the others, or its arithmetic to be too neat."""
    false = set(broken.false)
    found = products(broken.world) if kind.neat else contradictions(broken.world, land)
    return any(false & set(contradiction.ids) for contradiction in found)
