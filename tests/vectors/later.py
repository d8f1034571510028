"""What two clocks show differently, on pairs of days of the shipped cases and of cases made at random."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from geo.analysis.later import Later, known_later, later_words
from geo.io.case_store import open_case
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.reports.view import View
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.tracks import fronts_case
from tests.vectors.generated import generated
from tests.vectors.selection import DATA, SEEDS, Clocks, Filters, shipped_pairs, some_filters, some_pairs


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write a file for each case: its payload, and what its clocks show differently by pairs of days and filters."""
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        case = open_case(folder)
        yield folder.name, _held(case, shipped_pairs(case)[::17], [Filters()])
    small = fronts_case()
    yield "small", _held(small, shipped_pairs(small)[::31], [Filters()])
    for seed in range(SEEDS // 2):
        case = generated(seed)
        random = Random(seed)  # noqa: S311 - which days to look at, no secrets
        yield f"generated-{seed:03}", _held(case, some_pairs(case, random), [Filters(), some_filters(random)])


def _held(case: Case, pairs: Iterable[Clocks], filters: list[Filters]) -> dict[str, Any]:
    zero = case.first_date
    states = []
    for kept in filters:
        for on, known in pairs:
            view = View(on, known, sides=kept.sides, hidden=kept.hidden)
            found = known_later(case, AsOf(on, known), view.shows)
            clocks = [(on - zero).days, None if known is None else (known - zero).days]
            asked = {"sides": list(kept.sides), "hidden": sorted(kept.hidden)}
            states.append([*clocks, asked, [_plain(one, case) for one in found], later_words(found)])
    return {"payload": as_json(payload(case)), "states": states}


def _plain(one: Later, case: Case) -> list[Any]:
    days = [(day - case.first_date).days for day in (one.about_date, one.known_date)]
    return [str(one.change), one.kind, one.subject, list(one.ids), *days]
