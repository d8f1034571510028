"""The kinds of breaks in which one number was printed wrongly: units, thousands, digits, commas, rounding."""

from __future__ import annotations

import math
import random

from benchmarks.truth.breaks import (
    KM_PER_MILE,
    Break,
    Broken,
    by,
    digit_doubled,
    digit_dropped,
    last_day,
    sharp,
    swapped,
    tidy,
    times,
    with_repeat,
    without_comma,
)
from benchmarks.truth.land import Land
from benchmarks.truth.rows import World

_KM2_PER_MI2 = KM_PER_MILE**2
_KM2_PER_ACRE = 0.0040468564

UNITS = [
    Break("depth: miles printed as km", ("unit",), by("depth_km", times(1 / KM_PER_MILE), least=4)),
    Break("depth: km taken for miles", ("unit",), by("depth_km", times(KM_PER_MILE), least=4)),
    Break("depth: metres printed as km", ("unit", "thousands"), by("depth_km", times(1000))),
    Break("width: miles printed as km", ("unit",), by("width_km", times(1 / KM_PER_MILE), least=4)),
    Break("width: km taken for miles", ("unit",), by("width_km", times(KM_PER_MILE), least=4)),
    Break("width: metres printed as km", ("unit", "thousands"), by("width_km", times(1000))),
    Break("area: square miles printed as km²", ("unit",), by("area_km2", times(1 / _KM2_PER_MI2))),
    Break("area: km² taken for square miles", ("unit",), by("area_km2", times(_KM2_PER_MI2))),
    Break("area: linear factor of miles, up", ("unit",), by("area_km2", times(KM_PER_MILE))),
    Break("area: linear factor of miles, down", ("unit",), by("area_km2", times(1 / KM_PER_MILE))),
    Break("area: hectares printed as km²", ("unit",), by("area_km2", times(100))),
    Break("area: taken for hectares", ("unit", "decimal", "digits"), by("area_km2", times(0.01), least=100)),
    Break("area: acres printed as km²", ("unit",), by("area_km2", times(1 / _KM2_PER_ACRE))),
]

_PEOPLE = ("people_moved", "people_planned")
THOUSANDS = [
    *(Break(f"{m}: thousands lost", ("thousands",), by(m, times(1e-3), least=1000)) for m in _PEOPLE),
    *(Break(f"{m}: thousands added", ("thousands",), by(m, times(1e3))) for m in _PEOPLE),
    Break("remaining: thousands lost", ("thousands",), by("people_present", times(1e-3), kind="remaining", least=1000)),
    Break("remaining: thousands added", ("thousands",), by("people_present", times(1e3), kind="remaining")),
    Break(
        "population: thousands lost", ("thousands",), by("people_present", times(1e-3), kind="population", least=1000)
    ),
    Break("population: thousands added", ("thousands",), by("people_present", times(1e3), kind="population")),
    Break("area: thousands lost", ("thousands", "decimal"), by("area_km2", times(1e-3), least=300)),
    Break("area: thousands added", ("thousands", "unit"), by("area_km2", times(1e3))),
]

_TENFOLD = ("digits", "decimal", "thousands")
ZEROS = [
    *(Break(f"{m}: a zero added", _TENFOLD, by(m, times(10))) for m in (*_PEOPLE, "area_km2", "settlements")),
    *(Break(f"{m}: a zero lost", _TENFOLD, by(m, times(0.1), least=100)) for m in (*_PEOPLE, "area_km2")),
    *(Break(f"{m}: a zero added", _TENFOLD, by(m, times(10))) for m in ("civilians_wounded", "civilians_killed")),
]

DIGITS = [
    *(
        Break(f"{m}: digits swapped", ("digits",), by(m, swapped, least=12))
        for m in (
            "area_km2",
            "people_moved",
            "people_planned",
            "settlements",
            "civilians_wounded",
            "depth_km",
            "width_km",
        )
    ),
    *(
        Break(f"{m}: a digit doubled", ("digits",), by(m, digit_doubled, least=12))
        for m in ("area_km2", "people_moved", "civilians_wounded")
    ),
    *(
        Break(f"{m}: a digit left out", ("digits",), by(m, digit_dropped, least=112))
        for m in ("area_km2", "people_moved", "civilians_wounded")
    ),
]

COMMAS = [
    Break("depth: decimal comma lost", ("decimal", "digits"), by("depth_km", without_comma)),
    Break("width: decimal comma lost", ("decimal", "digits"), by("width_km", without_comma)),
    Break("area: decimal comma lost", ("decimal", "digits"), by("area_km2", without_comma)),
    Break("area: comma two digits early", ("decimal", "unit"), by("area_km2", times(0.01), least=300)),
]


def _too_round(metric: str) -> Break:
    """Return the kind in which a figure is rounded up to the next half of its first digit's step, or "at least" it."""

    def make(world: World, rng: random.Random, _land: Land) -> Broken | None:
        rows = [row for row in sharp(last_day(world, metric)) if row.value >= 12]
        if not rows:
            return None
        row = rng.choice(rows)
        step = 10.0 ** math.floor(math.log10(row.value)) / 2
        value = tidy(metric, (math.floor(row.value / step) + rng.choice((1, 2))) * step)
        if any(abs(value / row.value - factor) < 0.05 * factor for factor in (KM_PER_MILE, _KM2_PER_MI2)):
            return None
        if rng.random() < 0.5:
            return with_repeat(world, row, rng, value, modality="at_least")
        return with_repeat(world, row, rng, value)

    return Break(f"{metric}: rounded too far", ("rounded",), make, told=True)


ROUNDED = [_too_round(m) for m in ("area_km2", "people_moved", "settlements", "civilians_wounded", "depth_km")]

KINDS = [*UNITS, *THOUSANDS, *ZEROS, *DIGITS, *COMMAS, *ROUNDED]
