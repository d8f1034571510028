"""Measure bodies against what mappers drew: ``python -m benchmarks.bodies ARCHIVE [--case data/kursk-2024]``.

ARCHIVE is a folder that holds `owlmap/` and `deepstate-history/`, daily files as the mappers publish them. For each day
the bodies of Ukraine's and of Russia's side stand beside the ground beyond the border that each mapper drew as held by
the advancing side, and the mappers beside each other. An interval holds a front where the front's area lies between
inner's and outer's ("area"), and holds it in full where 90 % of the front also lies in outer ("yes"). "Both sides" is
the interval from the smaller inner to the larger outer of the two, and their outer bands together. "At most" is the
IoU that a ground of the body's size has with the front if it lies as well as it can: a claim of twice the drawn area
has none above 0.5, wherever it is laid. The conventions are reasoned in `geo.geometry.corridors`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from shapely import union_all
from shapely.geometry.base import BaseGeometry

from geo.analysis.bodies import Body, bodies_on
from geo.errors import InputError
from geo.io.case_store import open_case
from geo.io.mappers.drawing import ground
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import archive_format
from geo.io.side_assignment import SideAssigner
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.fronts import FrontStatus

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
FIRST, LAST = date(2024, 8, 9), date(2024, 8, 31)
SIDES = ("side-ukraine", "side-russia")
MAPPERS = {"DeepState": "deepstate-history", "owlmaps": "owlmap"}
WITHIN = 0.9
GOAL = 0.8


def fronts_by_day(case: Case, folder: Path, form: str) -> dict[date, BaseGeometry]:
    """Return what a mapper drew as held by the advancing side beyond the border, metres; of a day the last drawing."""
    reader, placing = archive_format(form), SideAssigner(case)
    found: dict[date, BaseGeometry] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in reader.suffixes:
            continue
        try:
            drawings = reader.read(path.name, path.read_bytes(), FieldMapping())
        except InputError as error:
            print(f"not read: {error}")
            continue
        for drawing in drawings:
            if FIRST <= drawing.about_date <= LAST:
                tracks = placing.tracks(drawing.grounds, liberated_too=reader.liberated_too)
                drawn = ground(tracks.get((placing.advancing, FrontStatus.HELD), []), path.name)
                found[drawing.about_date] = case.border.on_target(case.border.metric.to_metric(drawn))
    return found


def overlap(one: BaseGeometry, other: BaseGeometry) -> float:
    """Return the intersection over the union of two grounds, 0 where both are empty."""
    union = one.union(other).area
    return float(one.intersection(other).area / union) if union else 0.0


def share(part: BaseGeometry, whole: BaseGeometry) -> float:
    """Return how much of one ground lies in another."""
    return float(part.intersection(whole).area / part.area) if part.area else 0.0


class Tally:
    """What was counted for one side against one mapper."""

    def __init__(self) -> None:
        self.days = self.with_interval = self.area_held = self.front_held = 0
        self.no_worse = self.possible = 0
        self.overlaps: list[float] = []
        self.ceilings: list[float] = []
        self.spread: list[float] = []

    def line(self) -> str:
        """The counts as shares of all days."""
        counted = (
            f"{self.days} days, an interval on {self.with_interval}; it holds the area on {self.area_held} "
            f"({self.area_held / self.days:.0%}), and the front in full on {self.front_held} "
            f"({self.front_held / self.days:.0%}; goal {GOAL:.0%}); outer/inner {median(self.spread or [0.0]):.1f}"
        )
        if not self.overlaps:
            return counted
        return (
            f"{counted}; IoU {median(self.overlaps):.2f} in the middle of at most {median(self.ceilings):.2f}, no "
            f"worse than the mappers' with each other on {self.no_worse} of the {self.possible} days on which it could "
            "be"
        )


def compared(case: Case, body: Body | None, front: BaseGeometry, between: float | None, tally: Tally) -> str:
    """Return a body's figures against a mapper's front in one cell, and count them."""
    tally.days += 1
    if body is None or not body.shape.bands:
        return "no shape"
    bands = {name: case.border.metric.to_metric(band) for name, (band, _) in body.shape.bands.items()}
    if body.shape.ground is None:
        return f"places only, {share(bands['inner'], front):.2f} of them in it"
    tally.with_interval += 1
    inner, likely, outer = bands["inner"], bands["likely"], bands["outer"]
    iou = overlap(likely, front)
    ceiling = min(likely.area, front.area) / max(likely.area, front.area)
    tally.no_worse += between is not None and iou >= between
    tally.possible += between is not None and ceiling >= between
    tally.overlaps.append(iou)
    tally.ceilings.append(ceiling)
    sign = held(inner.area, outer, front, tally)
    ratio, inside = likely.area / front.area, share(front, outer)
    best = f"of at most {ceiling:.2f}, mappers {_two(between)}"
    inner_in = f"inner in front {share(inner, front):.2f}"
    return f"IoU {iou:.2f} {best}, ratio {ratio:.2f} front in outer {inside:.2f} {inner_in} {sign}"


def held(inner_m2: float, outer: BaseGeometry, front: BaseGeometry, tally: Tally) -> str:
    """Say whether an interval holds a front, and count it."""
    area_in = inner_m2 <= front.area <= outer.area
    in_full = area_in and share(front, outer) >= WITHIN
    tally.area_held += area_in
    tally.front_held += in_full
    tally.spread.append(outer.area / inner_m2)
    return "yes" if in_full else ("area" if area_in else "no")


def both_sides(case: Case, bodies: dict[str, Body], front: BaseGeometry, tally: Tally) -> None:
    """Count whether the bodies of both sides together hold a front."""
    tally.days += 1
    grounds = [one.shape.ground for name, one in bodies.items() if name in SIDES and one.shape.ground is not None]
    if grounds:
        tally.with_interval += 1
        outer = union_all([case.border.metric.to_metric(one.outer) for one in grounds])
        held(min(one.areas_km2[0] for one in grounds) * 1e6, outer, front, tally)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a table of days and the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--case", type=Path, default=KURSK)
    asked = parser.parse_args(arguments)
    case = open_case(asked.case)
    drawn = {name: fronts_by_day(case, asked.archive / form, form) for name, form in MAPPERS.items()}
    tallies = {(side, name): Tally() for side in (*SIDES, "both sides") for name in MAPPERS}
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(offset)
        bodies = {body.id: body for body in bodies_on(case, AsOf(day))}
        fronts = {name: by_day[day] for name, by_day in drawn.items() if day in by_day}
        between = overlap(*fronts.values()) if len(fronts) == len(MAPPERS) else None
        areas = ", ".join(f"{name} {front.area / 1e6:,.0f} km²" for name, front in fronts.items())
        print(f"{day}  {areas}; IoU of the mappers {_two(between)}")
        for name, front in fronts.items():
            both_sides(case, bodies, front, tallies["both sides", name])
        for side in SIDES:
            body = bodies.get(side)
            made = "" if body is None else f"{body.shape.kind.value} {_areas(body)}"
            for name, front in fronts.items():
                cell = compared(case, body, front, between, tallies[side, name])
                print(f"    {side:<13} {made:<38} {name:<10} {cell}")
    for (side, name), tally in tallies.items():
        print(f"{side} against {name}: {tally.line() if tally.days else 'no day was drawn'}")


def _two(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def _areas(body: Body) -> str:
    return "/".join(f"{area_km2:,.0f}" for _, area_km2 in body.shape.bands.values())


if __name__ == "__main__":
    main()
