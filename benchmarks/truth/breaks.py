"""Spoil one figure or word of a true world in one way: what a break is, and the makers that many kinds share."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks.truth.honest import OUTLETS
from benchmarks.truth.land import Land
from benchmarks.truth.rows import Said, World

KM_PER_MILE = 1.609344


@dataclass(frozen=True, slots=True)
class Broken:
    """A spoilt world, the rows that are false in it, and the true figures that stand for the same thing."""

    world: World
    false: tuple[str, ...]
    true: tuple[str, ...] = ()


#: What spoils a world; None where the world has nothing to spoil in that way.
Maker = Callable[[World, random.Random, Land], Broken | None]


@dataclass(frozen=True, slots=True)
class Break:
    """One kind of break.

    Attributes
    ----------
    name : str
    slips : tuple of str
        Names of hypotheses that are the right reason, the best first.
    make : Maker
    told : bool
        Whether saying it is enough, as for what is no slip of anybody or can't be called false.
    neat : bool
        Whether the arithmetic itself is the evidence, so that nothing need contradict the figure.
    """

    name: str
    slips: tuple[str, ...]
    make: Maker
    told: bool = False
    neat: bool = False


def last_day(world: World, metric: str, **wanted: object) -> list[Said]:
    """Return claims of a metric about the last day."""
    return world.find(metric, about=world.days[-1], **wanted)


def sharp(rows: list[Said]) -> list[Said]:
    """Return those that were put as a figure, not as a bound or a range."""
    return [row for row in rows if row.modality in ("exact", "about")]


def printed_again(row: Said, rng: random.Random, **changes: object) -> Said:
    """Return a repeat of a claim by an outlet that names its root, its speaker, or nobody."""
    outlet = rng.choice(OUTLETS)
    link = rng.choice(("root", "named", "none"))
    if link == "root" and not row.root:
        link = "named"
    fresh: dict[str, object] = {
        "id": "x1",
        "claimant": f"{outlet} (after {row.claimant})" if link == "named" else outlet,
        "side": "independent",
        "root": row.root if link == "root" else "",
        "source": "s2",
        "part_of": "",
        "modality": "exact",
        "high": None,
    }
    return replace(row, **(fresh | changes))  # type: ignore[arg-type] - fields of Said by name


def with_repeat(world: World, row: Said, rng: random.Random, value: float, **changes: object) -> Broken:
    """Put in an outlet's spoilt repeat of a claim; now and then the speaker's own row is the spoilt one."""
    others = [r for r in last_day(world, row.metric, kind=row.kind) if r.id != row.id and r.zone == row.zone]
    own = rng.random() < 0.25 and len(others) >= 2 and not changes
    value = tidy(row.metric, value)
    if own:
        spoilt = replace(row, value=value, modality="exact", high=None)
        return Broken(world.with_said(spoilt), (row.id,), tuple(r.id for r in others))
    spoilt = printed_again(row, rng, value=value, **changes)
    return Broken(world.with_said(spoilt), (spoilt.id,), (row.id, *(r.id for r in others)))


def tidy(metric: str, value: float) -> float:
    """Return a figure as it would be printed: heads and places whole, measures with three digits or to a tenth.

    >>> tidy("area_km2", 386.102), tidy("depth_km", 7.4565), tidy("people_moved", 121.4)
    (386.0, 7.5, 121.0)
    """
    if metric in ("depth_km", "width_km"):
        return round(value, 1) if value < 100 else float(round(value))
    if metric == "area_km2":
        return round(value, 2) if value < 20 else float(round(value))
    return float(round(value))


def by(metric: str, factor: Callable[[float], float | None], *, kind: str = "total", least: float = 1.0) -> Maker:
    """Return a maker that prints a figure of a metric spoilt by a function of its value."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = [r for r in sharp(last_day(world, metric, kind=kind)) if r.value >= least]
        rng.shuffle(rows)
        for row in rows:
            value = factor(row.value)
            if value is not None and tidy(metric, value) != row.value and _plain(world, metric, value):
                return with_repeat(world, row, rng, value)
        return None

    return make


def _plain(world: World, metric: str, value: float) -> bool:
    """Whether a spoilt figure is printed as sharp as it was spoilt, and is not by chance that of another quantity."""
    printed = tidy(metric, value)
    others = {row.value for row in world.said if row.about == world.days[-1] and row.metric != metric}
    return abs(printed - value) <= 0.015 * value and printed not in others


def times(factor: float) -> Callable[[float], float | None]:
    """Return the product with a factor."""
    return lambda value: value * factor


def swapped(value: float) -> float | None:
    """Return a figure with its first two unlike digits changed over.

    >>> swapped(1263), swapped(121000), swapped(33)
    (2163, 211000, None)
    """
    text = f"{value:.0f}"
    for at in range(len(text) - 1):
        if text[at] != text[at + 1] and text[at + 1] != "0":
            return float(text[:at] + text[at + 1] + text[at] + text[at + 2 :])
    return None


def without_comma(value: float) -> float | None:
    """Return a figure with its decimal comma lost, if it has one."""
    text = f"{value:.1f}"
    return None if text.endswith("0") else float(text.replace(".", ""))


def digit_doubled(value: float) -> float | None:
    """Return a figure with its first digit printed twice."""
    text = f"{value:.0f}"
    return float(text[0] + text)


def digit_dropped(value: float) -> float | None:
    """Return a figure with its second digit left out."""
    text = f"{value:.0f}"
    return float(text[0] + text[2:]) if len(text) > 2 else None


def figure_of(
    metric: str, source: str, *, kind: str = "total", source_kind: str = "total", zone: bool | None = None
) -> Maker:
    """Return a maker that prints another quantity's figure under a metric, such as killed for wounded."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = last_day(world, metric, kind=kind)
        rng.shuffle(rows)
        for row in rows:
            if zone is not None and bool(row.zone) is not zone:
                continue
            others = [r for r in sharp(last_day(world, source, kind=source_kind)) if r.zone == row.zone and r.value]
            if others and others[0].value != row.value:
                return with_repeat(world, row, rng, others[0].value)
        return None

    return make
