"""Ask the engine what it says of a world, through the door a user has, and hold it against what was spoilt."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from benchmarks.truth.breaks import Break, Broken
from benchmarks.truth.rows import World, case_of
from geo.consistency.engine import verdicts_on
from geo.consistency.verdict import Verdict, VerdictKind
from geo.errors import SelectionError
from geo.model.asof import AsOf
from geo.model.case import Case

#: For each right reason what the engine may call it: its rule, hypothesis and "likely mistake" are searched for this.
WORDS = {
    "unit": r"mile|linear|factor for lengths|hectare|\bacres?\b|metres stand|wrong-unit",
    "thousands": r"thousand",
    "decimal": r"decimal|comma|hundred times",
    "digits": r"digit|decimal|a zero",
    "rounded": r"round|two-figures",
    "total_for_additional": r"total-for-additional|additional-for-total|so many more|increase was printed|increment",
    "population_for_moved": r"population",
    "other_figure": r"other-metric|for-total|population|printed for another|part-above",
    "scale": r"unknown-slip|proportion|scale|live there|above-|retaken|corridor|more-than|beyond-|within-|districts",
    "scope": r"part-for-total|district|other-count|scope|live there|proportion",
    "left_out": r"left.out|part-for-total|other-count|below-named|districts",
    "sum": r"districts|sum",
    "product": r"product",
    "room": r"depth-width-area",
    "step_for_depth": r"step|additional-for-total|increase",
    "axis": r"axis|axes|place-beyond",
    "place": r"place|mouth|namesake",
    "carried": r"older-figure|carried|earlier day|of the day before|days? old",
    "wrong_day": r"known-before|before-operation|total-falls|wrong-day|two days is wrong|two-days|the month",
    "hour": r"other-hour",
}

_TOLD = (VerdictKind.ONLY_IF, VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR)
_PRINTED = re.compile(r"([\d,.]+) is printed for ([\d,.]+)")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the engine says of a world: its verdicts of all days, and the ids of rows that it refused."""

    verdicts: tuple[Verdict, ...]
    refused: frozenset[str]

    @property
    def accused(self) -> list[Verdict]:
        """The verdicts that something can't stand as printed."""
        return [verdict for verdict in self.verdicts if verdict.is_fault]


def heard(world: World) -> Heard:
    """Return what the engine says of every day of a world."""
    case = case_of(world)
    refused = frozenset(fault.value for fault in case.faults)
    return Heard(tuple(v for day in world.days for v in _of_day(case, AsOf(day))), refused)


def _of_day(case: Case, as_of: AsOf) -> Iterable[Verdict]:
    try:
        return verdicts_on(case, as_of)
    except SelectionError:
        return ()


def depth_only_if(said: Heard, world: World) -> bool:
    """Whether a depth draws an "only if"."""
    depths = {row.id for row in world.said if row.metric == "depth_km"}
    return any(v.kind is VerdictKind.ONLY_IF and depths & set(v.claims) for v in said.verdicts)


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether a break was told at all, caught, for the right reason, and whether a true figure is blamed for it."""

    told: bool
    caught: bool
    reasoned: bool
    blamed_true: bool
    heard: tuple[Verdict, ...]

    @property
    def marks(self) -> dict[str, bool]:
        """The four answers by name."""
        return {name: getattr(self, name) for name in ("told", "caught", "reasoned", "blamed_true")}


def judge(kind: Break, broken: Broken, before: Heard, after: Heard) -> Judged:
    """Hold what is said of a broken world against the break, and against what was said before it."""
    false = set(broken.false)
    about = [verdict for verdict in after.verdicts if false & set(verdict.claims)]
    known = {(verdict.kind, verdict.rule, verdict.claims) for verdict in before.verdicts}
    fresh = [verdict for verdict in about if (verdict.kind, verdict.rule, verdict.claims) not in known]
    levels = _TOLD if kind.told else (VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR)
    telling = [verdict for verdict in fresh if verdict.kind in levels]
    if kind.told:
        telling += [verdict for verdict in about if verdict not in telling and matches(verdict, kind.slips)]
    caught = bool(telling) or bool(false & after.refused)
    reasoned = any(matches(verdict, kind.slips) for verdict in telling) or (
        "wrong_day" in kind.slips and bool(false & after.refused)
    )
    blamed = any(blames_true(verdict, broken) for verdict in after.accused)
    told = caught or any(verdict.kind in _TOLD for verdict in fresh)
    return Judged(told, caught, reasoned, blamed, tuple(about))


def matches(verdict: Verdict, slips: Collection[str]) -> bool:
    """Whether a verdict names one of these reasons, by its hypothesis, its rule or its words."""
    said = " ".join([str(getattr(verdict, "hypothesis", "")), verdict.rule, verdict.mistake])
    if verdict.kind is VerdictKind.ONLY_IF:
        said += f" {verdict.reason} {verdict.assumption}"
    return any(re.search(WORDS[slip], said, re.IGNORECASE) for slip in slips)


def blames_true(verdict: Verdict, broken: Broken) -> bool:
    """Whether an accusation is of true rows alone: by the rows that it calls wrong, else by those it speaks of."""
    false = set(broken.false)
    wrong = set(getattr(verdict, "wrong", ())) or set(getattr(verdict, "blamed", ()))
    if wrong:
        return not wrong & false
    if not false & set(verdict.claims):
        return True
    printed = _PRINTED.search(verdict.mistake)
    if printed is None:
        return False
    value = float(printed[1].replace(",", ""))
    return not any(row.value == value for row in broken.world.said if row.id in false)
