"""Say a true quantity honestly: rounded, about, at least, up to, or as a range that holds it."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

#: Figures that are counted one by one; the others are measured, or rounded heads.
COUNTED = frozenset({"settlements", "civilians_killed", "civilians_wounded", "children_wounded"})
MODALITIES = ("exact", "exact", "about", "about", "at_least", "up_to", "range")
#: What "about" may be off, as a share: a tenth is what a reader of such reports allows.
ABOUT = 0.10


@dataclass(frozen=True, slots=True)
class Figure:
    """A modality with its value, and the upper end of a range."""

    modality: str
    value: float
    high: float | None = None


def digits(value: float, count: int) -> float:
    """Return a number rounded to so many digits that count.

    >>> digits(1263, 2), digits(120873, 3)
    (1300.0, 121000.0)
    """
    return float(f"{value:.{count}g}") if value else 0.0


def down(value: float, count: int = 2) -> float:
    """Return the greatest number of so many digits that is not above a value."""
    step = 10.0 ** (math.floor(math.log10(value)) - count + 1) if value > 0 else 1.0
    return round(math.floor(value / step + 1e-9) * step, 6)


def up(value: float, count: int = 2) -> float:
    """Return the least number of so many digits that is not below a value."""
    step = 10.0 ** (math.floor(math.log10(value)) - count + 1) if value > 0 else 1.0
    return round(math.ceil(value / step - 1e-9) * step, 6)


def told(metric: str, true: float, rng: random.Random, modality: str = "") -> Figure:
    """Say a true quantity in one honest way (of `modality`, or any)."""
    modality = modality or rng.choice(MODALITIES)
    whole = metric.endswith(("_km", "_km2")) is False
    if true < 10 and whole and modality != "at_least":
        modality = "exact"
    if modality == "exact":
        return Figure("exact", _exact(metric, true, rng))
    if modality == "about":
        near = digits(true, 1)
        wide = abs(near - true) <= 0.8 * ABOUT * near and rng.random() < 0.5
        return Figure("about", near if wide else digits(true, 2))
    if modality == "at_least":
        return Figure("at_least", max(down(true), 1.0 if whole else 0.1))
    if modality == "up_to":
        return Figure("up_to", up(true))
    low, high = down(true), up(true * 1.02)
    return Figure("range", low, high) if high > low else Figure("exact", _exact(metric, true, rng))


def _exact(metric: str, true: float, rng: random.Random) -> float:
    if metric in COUNTED:
        return float(round(true))
    if metric.endswith("_km"):
        return max(float(round(true)), 1.0) if rng.random() < 0.7 else round(true, 1)
    if metric == "area_km2":
        return max(float(round(true)), 1.0) if rng.random() < 0.9 else round(true, 1)
    return float(round(true)) if rng.random() < 0.5 else digits(true, 3)


def span(modality: str, value: float, high: float | None, metric: str) -> tuple[float, float]:
    """Return the least and the most that a figure allows its quantity to be.

    An exact one is rounded to its last digit that is no zero, by a twentieth at most.

    >>> span("exact", 1000, None, "area_km2"), span("about", 12, None, "depth_km")
    ((950.0, 1050.0), (10.8, 13.2))
    """
    if modality == "range" and high is not None:
        return value, high
    if modality == "at_least":
        return value, math.inf
    if modality == "up_to":
        return 0.0, value
    if modality == "about":
        return round(value * (1 - ABOUT), 9), round(value * (1 + ABOUT), 9)
    if metric in COUNTED:
        return value, value
    text = f"{value:.10g}"
    step = 10.0 ** -len(text.partition(".")[2]) if "." in text else 10.0 ** (len(text) - len(text.rstrip("0")))
    slack = min(step / 2, 0.05 * value) if value >= 10 else step / 2
    return value - slack, value + slack
