"""Claims made from one true piece of ground are never called inconsistent or an error, however it lies."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Polygon

from geo.consistency.engine import Checker
from geo.consistency.fronts import FrontOfDay
from geo.consistency.hypotheses import THINNEST_KM
from geo.consistency.verdict import Verdict, VerdictKind
from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.measurement import Measurement, measure
from geo.model.asof import AsOf
from geo.model.claims import Claim
from geo.model.places import ControlEvent, Settlement
from tests.cases import small_case
from tests.ledger import DAY, case_of, claim, faults, of_rule, word
from tests.shapes import (
    BENT_KM,
    HAIRPIN_KM,
    LONG_BENT_KM,
    MEANDER_KM,
    STRAIGHT_KM,
    border,
    ground,
    lonlat,
    unhurried,
)

BORDERS = {
    "straight": border(STRAIGHT_KM),
    "bent": border(BENT_KM),
    "long bent": border(LONG_BENT_KM),
    "hairpin": border(HAIRPIN_KM, smoothing_km=0.5),
    "meander": border(MEANDER_KM),
}
PLACE = Settlement(id="p", name_en="Place", lon=35.0, lat=51.0, precision_m=10)

metres = st.floats(min_value=-55, max_value=55, allow_nan=False)
corners = st.lists(st.tuples(metres, metres), min_size=3, max_size=8)


def star(points: list[tuple[float, float]]) -> Polygon:
    """Return the hull of points in km, as ground in lon/lat."""
    hull = shapely.MultiPoint(points).convex_hull
    return ground(tuple(hull.exterior.coords)) if isinstance(hull, Polygon) else Polygon()


def spread(held: Polygon, line: BorderLine) -> float:
    """Return how wide ground spreads along the border, km straight: what a front's width means."""
    ground_m = line.on_target(line.metric.to_metric(held))
    found, _, _ = line.baseline_index.locate(shapely.get_coordinates(shapely.segmentize(ground_m, 500.0)))
    ends = line.baseline_index.at([found.min(), found.max()])
    return float(shapely.Point(ends[0]).distance(shapely.Point(ends[1]))) / 1e3


def stated(found: Measurement, width_km: float, how: str) -> list[Claim]:
    """Return depth, width and area as one claimant might put the truth."""
    values = {"depth_km": found.depth_max_km, "width_km": width_km, "area_km2": found.area_km2}
    if how == "rounded":
        values = {metric: max(1.0, float(round(value))) for metric, value in values.items()}
    if how == "at_least":
        values = {metric: value * 0.8 for metric, value in values.items()}
    modality = {"rounded": "about", "at_least": "at_least", "up_to": "up_to"}.get(how, "exact")
    return [claim("Commander", metric, value, modality) for metric, value in values.items()]


def verdicts(
    line: BorderLine, *records: Claim | ControlEvent, fronts: tuple[FrontOfDay, ...] = (), inside: Settlement = PLACE
) -> list[Verdict]:
    """Judge records on a border, with one place on it."""
    case = case_of(*records, places={"p": inside})
    return Checker(replace(case, border_lonlat=line.line), border=line).verdicts_on(AsOf(DAY), fronts=fronts)


@given(
    name=st.sampled_from(sorted(BORDERS)),
    points=corners,
    how=st.sampled_from(["exact", "rounded", "at_least", "up_to"]),
)
@unhurried
def test_one_true_polygon_is_never_a_fault(name: str, points: list[tuple[float, float]], how: str):
    """Its depth, its straight width, its area, the places in it and their count, and itself as a front.

    Ground no wider than a corridor that nobody holds is told as a slip by intent, and is not tried.
    """
    line, held = BORDERS[name], star(points)
    try:
        found = measure(held, line)
    except GeometryError:
        return  # no ground on the target side
    if found.area_km2 < 1 or found.depth_max_km < 0.5 or found.area_km2 <= THINNEST_KM * found.depth_max_km:
        return
    inside = line.on_target(line.metric.to_metric(held)).representative_point()
    lon, lat = line.metric.lonlat(np.array([[inside.x, inside.y]]))[0]
    place = PLACE.model_copy(update={"lon": float(lon), "lat": float(lat)})
    records = [
        *stated(found, max(0.5, spread(held, line)), how),
        claim("Commander", "settlements", 1),
        word("Commander", "p", "claimed"),
    ]
    front = FrontOfDay("Mapper", DAY, held)
    assert faults(verdicts(line, *records, fronts=(front,), inside=place)) == []


@given(
    points=st.lists(st.tuples(st.floats(-40, 40), st.floats(-5, 35)), min_size=3, max_size=8),
    name=st.sampled_from(["straight", "long bent", "meander"]),
)
@unhurried
def test_the_width_of_contact_alone_is_never_a_fault(points: list[tuple[float, float]], name: str):
    """Ground that spreads behind a narrow entrance: its measured chord is that of the contact."""
    line, held = BORDERS[name], star(points)
    try:
        found = measure(held, line)
    except GeometryError:
        return
    if found.width_chord_km < 1 or found.area_km2 < 1 or spread(held, line) > 3 * found.width_chord_km:
        return  # wider than three entrances: the verdict's assumption says so
    if found.area_km2 <= THINNEST_KM * found.depth_max_km:
        return  # a corridor that nobody holds
    assert faults(verdicts(line, *stated(found, found.width_chord_km, "exact"))) == []


@given(
    depth=st.integers(2, 30),
    width=st.integers(4, 60),
    share=st.floats(0.05, 1.0),
    modality=st.sampled_from(["exact", "about"]),
)
@unhurried
def test_any_share_of_a_rectangle_is_never_a_fault(depth: int, width: int, share: float, modality: str):
    """Depth, width and any share of their rectangle by one claimant, the product itself included."""
    area = max(1, round(depth * width * share))
    made = [
        claim("Commander", "depth_km", depth, modality),
        claim("Commander", "width_km", width, modality),
        claim("Commander", "area_km2", area, modality),
    ]
    assert faults(verdicts(BORDERS["straight"], *made)) == []


@given(depth=st.integers(2, 20), width=st.integers(5, 50))
@unhurried
def test_the_bounds_never_shrink_as_the_claim_grows(depth: int, width: int):
    """More depth or more width allows no less area; flat ends hold no more than round ones."""
    bands = Checker(small_case(), border=BORDERS["meander"]).bands
    centres = bands.centres([lonlat(0, 0)])
    bounds = bands.bounds(depth, width, centres)
    assert bounds.chord
    assert bounds.chord_flat
    assert bands.bounds(depth + 1, width, centres).most_km2 >= 0.999 * bounds.most_km2
    assert bands.bounds(depth, width + 1, centres).most_km2 >= 0.99 * bounds.most_km2
    assert bounds.chord_flat[1] <= bounds.chord[1]
    assert bands.sideways(depth, width, centres).area_km2 >= 0.99 * bounds.most_km2


def test_the_bounds_on_a_straight_border_are_those_of_the_formula():
    """Everything within d of a stretch of w: w · d and two quarter discs."""
    bands = Checker(small_case(), border=BORDERS["straight"]).bands
    bounds = bands.bounds(12, 40, bands.centres([lonlat(0, 0)]))
    assert bounds.chord
    assert bounds.along
    assert bounds.chord_flat
    assert abs(bounds.chord[1] - (480 + 3.14159 * 144 / 2)) < 1
    assert abs(bounds.chord[1] - bounds.along[1]) < 1
    assert abs(bounds.chord_flat[1] - 480) < 1


@given(area=st.integers(1, 20_000))
@unhurried
def test_a_greater_area_is_never_judged_milder(area: int):
    """From consistent through only-if to inconsistent as the area grows past what the pair allows."""
    mild = {VerdictKind.CONSISTENT: 0, VerdictKind.ONLY_IF: 1, VerdictKind.INCONSISTENT: 2}

    def rank(km2: float) -> int:
        pair = [claim("Governor", "depth_km", 12), claim("Governor", "width_km", 40)]
        (found,) = of_rule(
            verdicts(BORDERS["straight"], *pair, claim("Commander", "area_km2", km2)), "depth-width-area"
        )
        return mild[found.kind]

    if area > 100:  # below that it is thin, and only-if for another reason
        assert rank(area) <= rank(area * 1.2)
