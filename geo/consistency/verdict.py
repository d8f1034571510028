"""The verdict: its kinds, its record, its order, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from textwrap import fill
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.model.labels import format_date


class VerdictKind(StrEnum):
    """What can be said of claims held side by side."""

    CONSISTENT = "consistent"
    ONLY_IF = "only_if"
    INCONSISTENT = "inconsistent"
    NOT_COMPARABLE = "not_comparable"
    LIKELY_ERROR = "likely_error"


#: Worst first.
VERDICT_ORDER = (
    VerdictKind.INCONSISTENT,
    VerdictKind.LIKELY_ERROR,
    VerdictKind.ONLY_IF,
    VerdictKind.CONSISTENT,
    VerdictKind.NOT_COMPARABLE,
)


@dataclass(frozen=True, slots=True)
class SpokenGround:
    """Ground, a line or a place that a verdict speaks of: lon/lat, its area where it has one, and why it is this one.

    `name` has the number of the sentence; `reason` says why it is not what the map draws.
    """

    name: str
    geometry: BaseGeometry
    area_km2: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of some records of the ledger.

    Attributes
    ----------
    kind : VerdictKind
    rule : str
        Slug of the rule, such as "depth-width-area".
    reason : str
        A sentence for a newsroom: the figures, and who said them.
    assumption : str
        What must hold for the verdict; empty for pure arithmetic alone.
    numbers : dict
        The numbers behind it, units in the names.
    claims : tuple of str
        Ids of the claims, statements about places and orders it speaks of.
    days : tuple of date
        The days these speak of; where they differ the reason says so.
    mistake : str
        The likely mistake, where there is one.
    hypothesis : str
        The explanation by its name in `geo.consistency.hypotheses`, for programs; empty where none is needed.
    runners_up : tuple of str
        Names of hypotheses that explain it nearly as cheaply.
    blamed : tuple of str
        Ids of the claims that the hypothesis speaks of; empty where it can't be said which figure is wrong.
    grounds : tuple of SpokenGround
        What it speaks of on the map, the same numbers as in the sentence.
    """

    kind: VerdictKind
    rule: str
    reason: str
    assumption: str
    numbers: dict[str, float]
    claims: tuple[str, ...]
    days: tuple[date, ...]
    mistake: str = ""
    hypothesis: str = ""
    runners_up: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()
    grounds: tuple[SpokenGround, ...] = ()

    @property
    def is_fault(self) -> bool:
        """Whether something can't stand as printed."""
        return self.kind in (VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR)


@dataclass(frozen=True, slots=True)
class ClaimError:
    """A verdict of the rules that look at single figures, and the claims it shows to be printed wrongly.

    What is printed wrongly is compared with nothing further, so that one error is told once.
    """

    verdict: Verdict
    wrong: tuple[str, ...] = ()


def worst_first(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Sort by kind, worst first; within a kind the rules keep the order in which they spoke."""
    return sorted(verdicts, key=lambda verdict: VERDICT_ORDER.index(verdict.kind))


def to_json(verdicts: Iterable[Verdict]) -> list[dict[str, Any]]:
    """Return verdicts as plain data, their fields by name; `kind` is `verdict`.

    A ground is its name, km², reason and GeoJSON geometry, rounded to 1e-5 degree.
    """
    found = []
    for verdict in verdicts:
        row = {field.name: getattr(verdict, field.name) for field in fields(verdict)}
        kind = row.pop("kind")
        days = [day.isoformat() for day in verdict.days]
        grounds = [_ground(ground) for ground in verdict.grounds]
        row |= {name: list(row[name]) for name in ("claims", "runners_up", "blamed")}
        found.append({"verdict": kind.value} | row | {"days": days, "grounds": grounds})
    return found


def _ground(ground: SpokenGround) -> dict[str, Any]:
    shape = json.loads(shapely.to_geojson(shapely.transform(ground.geometry, lambda xy: xy.round(5))))
    return {"name": ground.name, "area_km2": ground.area_km2, "reason": ground.reason, "geometry": shape}


HEADINGS = {
    VerdictKind.INCONSISTENT: "Can't be true together",
    VerdictKind.LIKELY_ERROR: "Likely errors",
    VerdictKind.ONLY_IF: "True together only if",
    VerdictKind.CONSISTENT: "Can be true together",
    VerdictKind.NOT_COMPARABLE: "Not to be compared",
}


def report(verdicts: Iterable[Verdict], on: date) -> str:
    """Write verdicts about a day as a briefing for a terminal, grouped by kind."""
    found = worst_first(verdicts)
    day = f"Claims about {format_date(on)}"
    if not found:
        return f"{day}: nothing to hold side by side."
    lines = [f"{day}: {', '.join(_tally(found))}."]
    for kind in VERDICT_ORDER:
        of_kind = [verdict for verdict in found if verdict.kind is kind]
        if of_kind:
            lines += ["", f"{HEADINGS[kind]} ({len(of_kind)})"]
        for verdict in of_kind:
            lines += _paragraph(verdict)
    return "\n".join(lines)


def _tally(found: Sequence[Verdict]) -> list[str]:
    counted = [(kind, sum(verdict.kind is kind for verdict in found)) for kind in VERDICT_ORDER]
    return [f"{count} {kind.value.replace('_', ' ')}" for kind, count in counted if count]


def _paragraph(verdict: Verdict) -> list[str]:
    pieces = [(f"- {verdict.reason}", "  ")]
    if verdict.mistake:
        pieces.append((f"  Likely mistake: {verdict.mistake}.", "    "))
    if verdict.assumption:
        label = "" if verdict.assumption.startswith("Only if") else "Assumes: "
        pieces.append((f"  {label}{verdict.assumption}", "    "))
    pieces.append((f"  [{', '.join(verdict.claims)}]", "    "))
    return [
        fill(text, 110, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for text, indent in pieces
    ]
