"""What a place's story says on some days: of every place of the shipped cases, and of cases made at random."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from geo.analysis.reconstruction import reconstructions
from geo.analysis.story import place_story
from geo.io.case_store import open_case
from geo.model.case import Case
from geo.reports.view import View
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.vectors.generated import generated
from tests.vectors.selection import DATA, Clocks, Filters, shipped_pairs, some_filters, some_pairs

SEEDS = 10


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write a file for each case: its payload, and the stories of its places by pairs of days and filters."""
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        case = open_case(folder)
        yield folder.name, _held(case, shipped_pairs(case)[::3701], [Filters()])
    for seed in range(SEEDS):
        case = generated(seed)
        random = Random(seed)  # noqa: S311 - which days to look at, no secrets
        yield f"generated-{seed:03}", _held(case, some_pairs(case, random)[::5], [Filters(), some_filters(random)])


def _held(case: Case, pairs: Iterable[Clocks], filters: list[Filters]) -> dict[str, Any]:
    zero, drawn = case.first_date, reconstructions(case)
    stories = []
    for kept in filters:
        for on, known in pairs:
            view = View(on, known, sides=kept.sides, hidden=kept.hidden)
            clocks = [(on - zero).days, None if known is None else (known - zero).days]
            asked = {"sides": list(kept.sides), "hidden": sorted(kept.hidden)}
            told = {place: place_story(case, place, view.as_of, drawn, view.shows) for place in case.settlements}
            stories.append([*clocks, asked, told])
    return {"payload": as_json(payload(case)), "stories": stories}
