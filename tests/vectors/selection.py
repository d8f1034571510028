"""What stands on every pair of days: each layer's ids, leads and words in their order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_shapes import DrawnShapes
from geo.analysis.body_words import age_notice, body_sentence, stale_words
from geo.analysis.reconstruction import reconstructions, reconstructions_on
from geo.io.case_store import open_case
from geo.model.asof import AsOf, age_days
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.evacuation import zones_on
from geo.model.fronts import FrontOn, fronts_on
from geo.model.map_layers import BODY_CHOICES
from geo.model.places import places_on
from geo.reports.selection import select
from geo.reports.view import View
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.tracks import fronts_case
from tests.vectors.generated import DAYS, generated

DATA = Path(__file__).parent.parent.parent / "data"
SEEDS = 48
#: Of a shipped case's days of knowledge, every so many is asked for bodies, besides today and the day itself.
BODIES_EVERY = 29
#: The bodies of a generated case are asked for in every so many of them: each costs as much as the rest.
BODIES_SEEDS = 4
#: Days of knowledge for each day of a generated case, besides today.
KNOWN_DAYS = 4
MOST_CARDS = 20

Clocks = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Filters:
    """Whose words are let through."""

    sides: tuple[Side, ...] = tuple(Side)
    hidden: frozenset[str] = frozenset()
    bodies: str = "sides"


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
            _held(case, some_pairs(case, random), [Filters(), some_filters(random)], bodies=seed % BODIES_SEEDS == 0),
        )


def shipped_pairs(case: Case) -> list[Clocks]:
    """Every day of a case as known today and as known on every day."""
    days = [case.first_date + timedelta(n) for n in range((case.last_date - case.first_date).days + 1)]
    return [(on, known) for on in days for known in (None, *days)]


def some_pairs(case: Case, random: Random) -> list[Clocks]:
    """The first days of a generated case, each as known today and on a few others."""
    days = [case.first_date + timedelta(n) for n in range(DAYS + 9)]
    return [(on, known) for on in days for known in (None, *random.sample(days, KNOWN_DAYS))]


def some_filters(random: Random) -> Filters:
    """Filters drawn at random: some sides, some claimants hidden."""
    sides = tuple(side for side in Side if random.random() < 0.75)
    hidden = frozenset(who for who in ("Governor", "Ministry", "Observer") if random.random() < 0.3)
    return Filters(sides, hidden, random.choice(tuple(BODY_CHOICES)))


def _held(case: Case, pairs: Iterable[Clocks], filters: Sequence[Filters], *, bodies: bool = True) -> dict[str, Any]:
    """Put the states of a case beside what stands in them; what stands in several is written once."""
    results: dict[str, int] = {}
    states = []
    for number, kept in enumerate(filters):
        for on, known in pairs:
            view = View(on, known, sides=kept.sides, hidden=kept.hidden, bodies=kept.bodies)
            text = json.dumps(in_effect(case, view) | {"bodies": standing(case, view) if bodies else None})
            clocks = [(on - case.first_date).days, None if known is None else (known - case.first_date).days]
            states.append([*clocks, number, results.setdefault(text, len(results))])
    return {
        "payload": as_json(payload(case)),
        "filters": [
            {"sides": list(kept.sides), "hidden": sorted(kept.hidden), "bodies": kept.bodies} for kept in filters
        ],
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
        "advances": [[one.id, age_days(one, on), one.state(on), one.outer is not None] for one in shown],
        "places": {
            place: [
                state.status,
                state.newest.side,
                age_days(state.newest, on),
                state.disputed,
                list(state.said_by),
                _ids(state.words),
            ]
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


def standing(case: Case, view: View) -> list[Any] | None:
    """Say which bodies stand, how old and in what words, and what the map says of their ages; None where not asked."""
    day = 0 if view.known is None else (view.known - case.first_date).days
    shipped = len(case.settlements) > MOST_CARDS
    if shipped and view.known != view.on and (day % BODIES_EVERY or (view.on - case.first_date).days % 3):
        return None
    found = bodies_on(case, view.as_of, case.derived(DrawnShapes))
    drawn = [body.figures_age_days for body in found if view.shows_body(body) and body.shape.bands]
    return [age_notice(case.settings.ages, drawn), *(_body(case, view, body) for body in found)]


def _body(case: Case, view: View, body: Body) -> list[Any]:
    words = [body_sentence(body), stale_words(case, body), [one.sentence for one in body.evidence.left_out]]
    areas = [round(area_km2, 1) for _, area_km2 in body.shape.bands.values()]
    return [body.id, body.figures_age_days, body.state, view.shows_body(body), areas, *words]


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
