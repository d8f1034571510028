"""Views as addresses: what Python writes of a view, and reads again, the script is to write and read too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from geo.model.case import Case
from geo.model.claims import Side
from geo.model.map_layers import BODY_CHOICES, CURVES, MAP_LAYERS
from geo.reports.address import read_address, viewpoint_text, write_address, write_message
from geo.reports.view import View
from tests.tracks import fronts_case

CLAIMANTS = ("Governor", "Ministry", "Commander", "Observer")
SELECTED = (None, "settlement:p1", "zone:z1", "advance:a1", "claim:c07", "front:one.ukraine.held")
VIEWS = 300


def vectors() -> Iterator[tuple[str, dict[str, Any]]]:
    """Write views of the small case, with the state that each is in the script, and its address."""
    case = fronts_case()
    random = Random(3)  # noqa: S311 - views, not secrets
    views = [_view(case, random) for _ in range(VIEWS)]
    days = {"first": case.first_date.isoformat(), "start": 5, "last": (case.last_date - case.first_date).days}
    tracks = [track.id for track in case.fronts]
    known = {"hidden": CLAIMANTS, "hiddenFronts": tracks, "selected": SELECTED[1:]}
    yield "small", {"days": days, "known": known, "views": [_written(case, view) for view in views]}


def _view(case: Case, random: Random) -> View:
    def day() -> date:
        return case.first_date + timedelta(random.randrange((case.last_date - case.first_date).days + 1))

    def some(values: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(value for value in values if random.random() < 0.8)

    tracks = tuple(track.id for track in case.fronts)
    at = (round(random.uniform(33, 38), 5), round(random.uniform(50, 53), 5), round(random.uniform(7, 15), 2))
    return View(
        on=day(),
        known=random.choice((None, day())),
        layers=random.choice((MAP_LAYERS, some(MAP_LAYERS))),
        sides=random.choice((tuple(Side), some(tuple(Side)))),
        hidden=frozenset(random.sample(CLAIMANTS, random.randrange(3))),
        hidden_fronts=frozenset(random.sample(tracks, random.randrange(3))),
        compare=random.choice((None, day())),
        curve=random.choice(CURVES),
        bodies=random.choice(tuple(BODY_CHOICES)),
        selected=random.choice(SELECTED),
        at=random.choice((None, at)),
    )


def _written(case: Case, view: View) -> dict[str, Any]:
    address = write_address(view).removeprefix("?")
    params: dict[str, list[str]] = {}
    for part in address.split("&"):
        name, _, text = part.partition("=")
        params.setdefault(name, []).append(text)
    assert read_address(params, case) == (view, [])
    return {"state": write_message(view), "at": view.at and viewpoint_text(view.at), "address": address}
