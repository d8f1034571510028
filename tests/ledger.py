"""Claims, words about places and cases in one line each, for tests of what can be true together."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any

from geo.consistency.engine import verdicts_on
from geo.consistency.fronts import FrontOfDay
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.places import ControlEvent, Settlement
from tests.cases import small_case

DAY = date(2024, 8, 12)
SIDES = {"Governor": "russia", "Ministry": "russia", "Commander": "ukraine", "President": "ukraine"}
_NUMBER = itertools.count(1)


def claim(who: str, metric: str, value: float, modality: str = "exact", **more: Any) -> Claim:
    """Return a claim of 12 August; its root is the claimant's own unless given."""
    fields: dict[str, Any] = {
        "id": f"t{next(_NUMBER)}",
        "claimant": who,
        "side": SIDES.get(who, "independent"),
        "metric": metric,
        "value": value,
        "modality": modality,
        "kind": "total",
        "basis": "stated",
        "about_date": DAY,
        "source": "s1",
        "root": f"{who}, 12 Aug",
    }
    fields |= more
    fields.setdefault("known_date", fields["about_date"])
    return Claim(**fields)


def word(who: str, place: str, status: str, about: date = DAY, **more: Any) -> ControlEvent:
    """Return a word about a place."""
    return ControlEvent(
        id=f"w{next(_NUMBER)}",
        about_date=about,
        known_date=more.pop("known", about),
        claimant=who,
        side=SIDES.get(who, "independent"),
        source="s1",
        settlement=place,
        status=status,
        **more,
    )


def case_of(*records: Claim | ControlEvent, placed: bool = False, places: dict[str, Settlement] | None = None) -> Case:
    """Return the small case with these records alone."""
    small = small_case()
    return replace(
        small,
        claims=tuple(record for record in records if isinstance(record, Claim)),
        control_events=tuple(record for record in records if isinstance(record, ControlEvent)),
        orders=(),
        placements=small.placements if placed else (),
        settlements=small.settlements if places is None else places,
    )


def judged(*records: Claim | ControlEvent, on: date = DAY, fronts: tuple[FrontOfDay, ...] = ()) -> list[Verdict]:
    """Return the verdicts about a day of the small case with these records alone."""
    return verdicts_on(case_of(*records), AsOf(on), fronts=fronts)


def of_rule(verdicts: list[Verdict], rule: str) -> list[Verdict]:
    """Return the verdicts of one rule."""
    return [verdict for verdict in verdicts if verdict.rule == rule]


def faults(verdicts: list[Verdict]) -> list[Verdict]:
    """Return what can't stand: inconsistent, or a likely error."""
    return [v for v in verdicts if v.kind in (VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR)]
