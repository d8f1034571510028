"""Know a world's truth day by day: its ground, its villages, its people; never shown to the engine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shapely.geometry.base import BaseGeometry

from benchmarks.truth.land import Ground, Land, seeded

#: People of the districts before the operation, to the hundred: what a census gives, rounded by us.
POPULATIONS = {
    "sudzhansky": 26_200,
    "korenevsky": 15_300,
    "glushkovsky": 19_400,
    "bolshesoldatsky": 10_600,
    "rylsky": 31_700,
    "belovsky": 15_900,
    "lgovsky": 29_800,
    "khomutovsky": 8_900,
}
OBLAST_PEOPLE = 1_080_000


@dataclass(frozen=True)
class Day:
    """What is true on one day."""

    day: date
    ground: Ground
    moved: dict[str, int]
    planned: dict[str, int]
    killed: int
    wounded: int
    children: int


@dataclass(frozen=True)
class Facts:
    """The days of a world, oldest first, and the people of its districts."""

    days: tuple[Day, ...]
    populations: dict[str, int]


class Grounds:
    """A stock of grounds, each with how it was before; worlds draw from it, since measuring is what takes time.

    Parameters
    ----------
    land : Land
    shapes : sequence of polygons in metres
        Where given, these are the last day's ground (an archive's); else blobs are made.
    count : int
        How many blobs.
    """

    SHARES = (1.0, 0.85, 0.7, 0.55)

    def __init__(self, land: Land, *, shapes: Sequence[BaseGeometry] = (), count: int = 40) -> None:
        self.land = land
        self._shapes = list(shapes)
        self._count = len(self._shapes) or count
        self._made: dict[int, list[Ground]] = {}

    def draw(self, rng: random.Random) -> list[Ground]:
        """Return one ground at its greatest and at shares of its depth, greatest first."""
        number = rng.randrange(self._count)
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def _make(self, number: int) -> list[Ground]:
        shape = self._shapes[number] if self._shapes else self.land.blob(seeded(f"ground {number}"))
        return [self.land.ground(shape if share == 1 else self.land.earlier(shape, share)) for share in self.SHARES]


def facts(grounds: Grounds, rng: random.Random, *, retreat: bool = False) -> Facts:
    """Make the truth of three days: ground that grows, or that was largest in between; people that move."""
    stages = grounds.draw(rng)
    order = [2, 1, 0] if not retreat else [1, 0, rng.choice((1, 2))]
    last = date(2024, 8, 14) + timedelta(days=rng.randrange(20))
    step = rng.choice((1, 1, 2, 3))
    zones = rng.sample(sorted(POPULATIONS), rng.randint(3, 6))
    people = {zone: round(POPULATIONS[zone] * rng.uniform(0.93, 1.07)) for zone in zones}
    share = sorted(rng.uniform(0.25, 0.95) for _ in order)
    plan = {zone: round(count * rng.uniform(0.96, 1.0)) for zone, count in people.items()}
    killed, wounded, children = rng.randint(3, 20), rng.randint(40, 160), rng.randint(3, 12)
    days = []
    for number, stage in enumerate(order):
        moved = {zone: round(plan[zone] * share[number]) for zone in zones}
        day = last - timedelta(days=step * (len(order) - 1 - number))
        days.append(Day(day, stages[stage], moved, plan, killed, wounded, children))
        killed, wounded = killed + rng.randint(1, 6), wounded + rng.randint(5, 40)
        children += rng.randint(0, 3)
    return Facts(tuple(days), people)
