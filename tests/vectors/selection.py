"""What stands on every pair of days: each layer's ids, leads and words in their order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from geo.analysis.reconstruction import reconstructions, reconstructions_on
from geo.io.case_store import open_case
from geo.model.asof import AsOf, age_days
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.evacuation import zones_on
from geo.model.fronts import FrontOn, fronts_on
from geo.model.places import places_on
from geo.reports.selection import select
from geo.reports.view import View
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.tracks import fronts_case
from tests.vectors.generated import DAYS, generated

DATA = Path(__file__).parent.parent.parent / "data"
SEEDS = 48
#: Days of knowledge for each day of a generated case, besides today.
KNOWN_DAYS = 4
MOST_CARDS = 20

Clocks = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Filters:
    """Whose words are let through."""

    sides: tuple[Side, ...] = tuple(Side)
    hidden: frozenset[str] = frozenset()


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write a file for each case: its payload, the states that are looked at, and what stands in each."""
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        case = open_case(folder)
        yield folder.name, _held(case, shipped_pairs(case), [Filters()])
    small = fronts_case()
    yield "small", _held(small, shipped_pairs(small)[::7], [Filters()])
    for seed in range(SEEDS):
        case = generated(seed)
        random = Random(seed)  # noqa: S311 - which days to look at, no secrets
        yield (
            f"generated-{seed:03}",
            _held(case, _some_pairs(case, random), [Filters(), _some_filters(random)]),
        )


def shipped_pairs(case: Case) -> list[Clocks]:
    """Every day of a case as known today and as known on every day."""
    days = [case.first_date + timedelta(n) for n in range((case.last_date - case.first_date).days + 1)]
    return [(on, known) for on in days for known in (None, *days)]


def _some_pairs(case: Case, random: Random) -> list[Clocks]:
    days = [case.first_date + timedelta(n) for n in range(DAYS + 9)]
    return [(on, known) for on in days for known in (None, *random.sample(days, KNOWN_DAYS))]


def _some_filters(random: Random) -> Filters:
    sides = tuple(side for side in Side if random.random() < 0.75)
    return Filters(sides, frozenset(who for who in ("Governor", "Ministry", "Observer") if random.random() < 0.3))


def _held(case: Case, pairs: Iterable[Clocks], filters: Sequence[Filters]) -> dict[str, Any]:
    """Put the states of a case beside what stands in them; what stands in several is written once."""
    results: dict[str, int] = {}
    states = []
    for number, kept in enumerate(filters):
        for on, known in pairs:
            text = json.dumps(in_effect(case, View(on, known, sides=kept.sides, hidden=kept.hidden)))
            clocks = [(on - case.first_date).days, None if known is None else (known - case.first_date).days]
            states.append([*clocks, number, results.setdefault(text, len(results))])
    return {
        "payload": as_json(payload(case)),
        "filters": [{"sides": list(kept.sides), "hidden": sorted(kept.hidden)} for kept in filters],
        "states": states,
        "results": [json.loads(text) for text in results],
    }


def in_effect(case: Case, view: View) -> dict[str, Any]:
    """Say what stands in a view, by the rules that the pages and the exports use."""
    as_of, on = view.as_of, view.on
    events = tuple(event for event in case.control_events if view.shows(event))
    orders = tuple(order for order in case.orders if view.shows(order))
    shown = reconstructions_on([one for one in reconstructions(case) if view.shows(one.depth)], as_of)
    filtered = replace(case, control_events=events, orders=orders)
    return {
        "advances": [[one.id, age_days(one, on), one.outer is not None] for one in shown],
        "places": {
            place: [state.status, state.newest.side, age_days(state.newest, on), state.disputed, _ids(state.words)]
            for place, state in sorted(places_on(events, as_of).items())
        },
        "zones": [
            [zone, state.kind, lead.scope, age_days(lead, on), state.conflicting, _ids(state.words)]
            for zone, state in zones_on(orders, as_of).items()
            for lead in (state.strictest,)
        ],
        "fronts": [_front(found) for found in fronts_on(case.fronts, as_of, case.settings.ages)],
        "told": {name: _told(filtered, name, as_of) for name in _cards(case)},
    }


def _ids(words: Iterable[Any]) -> list[str]:
    return [word.id for word in words]


def _front(found: FrontOn) -> list[Any]:
    change = found.gained_lost_km2
    changed = None if change is None else [round(km2, 2) for km2 in change]
    return [found.track.id, found.state, found.index, found.age_days, found.day_before, changed]


def _cards(case: Case) -> list[str]:
    """Names of the places and zones whose cards are looked at: those of the small cases, where it costs little."""
    if len(case.settlements) > MOST_CARDS:
        return []
    return [f"settlement:{place}" for place in case.settlements] + [f"zone:{zone}" for zone in case.zones]


def _told(case: Case, name: str, as_of: AsOf) -> list[str]:
    found = select(case, name, as_of)
    return _ids(found.events or found.orders)
