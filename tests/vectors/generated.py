"""Cases drawn at random from a seed, dense in what selection can get wrong.

Orders that replace one another and end, wholes and parts of one day, repeats of one statement by its root, ids whose
order is not that of their numbers, claims that are superseded, fronts that are drawn again later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import numpy as np

from geo.model.ages import Ages
from geo.model.case import Case
from geo.model.claims import Claim, Placement
from geo.model.evacuation import STRICTNESS, EvacuationOrder
from geo.model.fronts import FrontFigures, FrontTrack
from geo.model.places import ControlEvent, Status
from tests.cases import FIRST, SIDE, small_case
from tests.tracks import grid, track_of

DAYS = 14
WHO = tuple(SIDE)
ENDINGS = ("1", "10", "2", "A", "a", "B.1", "b-1", "Z_9", "a.1", "a-1")


def _day(offset: int) -> date:
    return FIRST + timedelta(offset)


def _ids(random: Random, prefix: str, count: int) -> list[str]:
    """Return different ids in no order: upper before lower case, points and hyphens, 10 before 2."""
    found = [f"{prefix}{ending}{more}" for ending in ENDINGS for more in ("", ".0", "x")]
    return random.sample(found, count)


def _word(random: Random, ident: str) -> dict[str, Any]:
    """What every record says; now and then a claimant speaks for another side, so that filters cut across."""
    who = random.choice(WHO)
    about = random.randrange(DAYS)
    side = SIDE[who] if random.random() < 0.9 else "independent"
    known = about + random.choice((0, 0, 0, 1, 1, 4))
    said = {"id": ident, "claimant": who, "side": side, "source": "s1"}
    return said | {"about_date": _day(about), "known_date": _day(known)}


def _orders(random: Random) -> tuple[EvacuationOrder, ...]:
    orders: list[EvacuationOrder] = []
    for ident in _ids(random, "O", random.randrange(24)):
        if orders and random.random() < 0.4:
            told = random.choice(orders)
            later = told.known_date + timedelta(random.choice((0, 0, 1, 3)))
            again = {"id": ident, "root": told.root or told.id, "known_date": later}
            orders.append(
                told.model_copy(update=again | random.choice(({}, {}, {"settlements": 6}, {"side": "russia"})))
            )
            continue
        word = _word(random, ident)
        ends = random.choice((None, None, 0, 1, 3, 6))
        orders.append(
            EvacuationOrder(
                **word,
                root=random.choice(("", "", "page", *(order.id for order in orders[:2]))),
                zone=random.choice(("z1", "z2")),
                kind=random.choice(STRICTNESS),
                scope=random.choice(("whole", "part")),
                scope_note=random.choice(("", "", "six villages")),
                settlements=random.choice((None, None, 6)),
                modality=random.choice(("exact", "about")),
                end_date=None if ends is None else word["about_date"] + timedelta(ends),
            )
        )
    return tuple(orders)


def _events(random: Random) -> tuple[ControlEvent, ...]:
    idents = _ids(random, "E", random.randrange(24))
    places = ("p1", "p2", "p3", "p6")
    return tuple(
        ControlEvent(**_word(random, ident), settlement=random.choice(places), status=random.choice(list(Status)))
        for ident in idents
    )


def _claim(random: Random, ident: str, who: dict[str, Any], metric: str) -> Claim:
    word = _word(random, ident) | who
    gone: dict[str, Any] = {}
    if random.random() < 0.35:
        later = word["known_date"] + timedelta(random.randrange(1, 5))
        gone = {"superseded": "withdrawn", "superseded_date": later, "superseded_who": word["claimant"]}
    return Claim(**word, metric=metric, value=12, modality="about", kind="total", basis="stated", **gone)


def _placements(random: Random) -> tuple[tuple[Claim, ...], tuple[Placement, ...]]:
    """Claimed depths, some with a width, and where they are placed."""
    claims: list[Claim] = []
    placements = []
    for number, ident in enumerate(_ids(random, "P", random.randrange(1, 7))):
        depth = _claim(random, f"d{number}", {}, "depth_km")
        claims.append(depth)
        wide = random.random() < 0.5
        if wide:
            claims.append(_claim(random, f"w{number}", {"claimant": depth.claimant, "side": depth.side}, "width_km"))
        placements.append(
            Placement(
                id=ident,
                depth_claim=depth.id,
                width_claim=f"w{number}" if wide else None,
                reading="chord",
                extent_km=None if wide else 20,
                lon=35.1,
                lat=51.2,
                placed_by="Salient",
                reason="at random",
            )
        )
    return tuple(claims), tuple(placements)


def _track(random: Random, archive: str) -> FrontTrack:
    """A track with days drawn twice, files that came back, gaps, late knowledge, and grounds that repeat."""
    numbers = np.random.default_rng(random.randrange(1 << 30))
    choices = [grid(numbers) for _ in range(3)]
    days = sorted(random.choices(range(DAYS), k=random.randrange(1, 16)))
    known = [day + random.choice((0, 0, 0, 1, 5)) for day in days]
    track = track_of([random.choice(choices) for _ in days], days, known)
    figures = tuple(replace(one, gained_km2=change, lost_km2=loss) for one, change, loss in _changes(random, track))
    return replace(track, archive=archive, figures=figures)


def _changes(random: Random, track: FrontTrack) -> Sequence[tuple[FrontFigures, float | None, float | None]]:
    return [
        (one, *random.choice(((None, None), (round(random.uniform(0, 9), 2), 0.5), (1.25, None))))
        for one in track.figures
    ]


def generated(seed: int) -> Case:
    """Return the case of a seed, all of it within the small case's first days."""
    random = Random(seed)  # noqa: S311 - cases, not secrets
    claims, placements = _placements(random)
    case = small_case()
    ages = Ages(beside=1, fades=1, doubtful=random.choice((1, 4)), ended=random.choice((6, 9, 180)))
    return replace(
        case,
        settings=case.settings.model_copy(update={"ages": ages}),
        claims=claims,
        placements=placements,
        orders=_orders(random),
        control_events=_events(random),
        fronts=tuple(_track(random, name) for name in ("one", "two")[: random.randrange(3)]),
    )
