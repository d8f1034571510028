"""Taper a depth to the ends of a section, marched out from the baseline until the real border is that far off."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geo.geometry.border import BorderLine
from geo.geometry.crs import Floats
from geo.geometry.linear_referencing import polygons_of
from geo.geometry.section import BorderSection

STATION_M = 400.0
STATIONS = 40
DETOUR = 1.1
SHORT = 0.99
HEIGHT_STEP_M = 400.0
HEIGHT_STEPS = 20


def gap_polygons(border: BorderLine, section: BorderSection, section_m: LineString) -> BaseGeometry:
    """Return the ground between the real border and its baseline on the target side, metres."""
    stations = border.baseline_index.at(_stations(section))
    ring = np.concatenate([shapely.get_coordinates(section_m), stations[::-1]])
    between = shapely.make_valid(Polygon(ring), method="structure", keep_collapsed=False)
    return border.on_target(polygons_of(between))


def _stations(section: BorderSection) -> Floats:
    """Return measures along the baseline on a grid of 400 m or finer, with the section's ends and centre."""
    step_m = min(STATION_M, (section.end_m - section.start_m) / STATIONS)
    first = np.ceil(section.start_m / step_m) * step_m
    grid = np.arange(first, section.end_m, step_m)
    marks = [section.start_m, section.centre_m, section.end_m]
    return np.unique(np.concatenate([grid, marks]))


@dataclass(frozen=True, slots=True)
class Transects:
    """Normals of the baseline over a section, and the signed depth at regular heights along them, metres."""

    share: Floats  # of the way from the section's centre to its end, 0..1
    foot: Floats
    wiggle_m: float  # the most that the real border strays from the baseline
    normal: Floats
    heights: Floats
    depth: Floats


def transects_over(border: BorderLine, depth_m: float, section: BorderSection) -> Transects:
    """Return the normals over a section, with depths sampled far enough to find `depth_m`, metres."""
    measure = _stations(section)
    past = measure > section.centre_m
    half = np.where(past, section.end_m - section.centre_m, section.centre_m - section.start_m)
    foot, normal = _normals(border, measure, max(STATION_M, depth_m / 2))
    wiggle_m = float(border.index.locate(foot)[1].max())
    step_m = min(HEIGHT_STEP_M, depth_m / HEIGHT_STEPS)
    heights = np.arange(0.0, DETOUR * depth_m + 2 * wiggle_m + 2 * step_m, step_m)
    depth = _signed_depth(border, foot, normal, np.tile(heights, (len(foot), 1)))
    entered = np.maximum.accumulate((depth > 0) & (heights > 2 * wiggle_m), axis=1)
    left_again = np.maximum.accumulate(entered & (depth <= 0), axis=1)
    share = np.minimum(1.0, np.abs(measure - section.centre_m) / half)
    return Transects(share, foot, wiggle_m, normal, heights, np.where(left_again, -np.inf, depth))


def tapered(border: BorderLine, fan: Transects, depth_m: float, power: float, deepest: Floats) -> BaseGeometry:
    """Return the ground under the taper: hulls of neighbouring stations marched out along the baseline's normals.

    Where the middle falls short of the deepest ground that the claim allows (`deepest`, metres), all stations lean
    towards it, in step with their taper: the claimed depth is part of what is likely.
    """
    share = 1 - fan.share**power
    top = fan.foot + fan.normal * _heights(border, fan, depth_m * share)[:, None]
    middle = int(fan.share.argmin())
    _, offset_m, _ = border.index.locate(np.stack([top[middle], deepest]))
    if offset_m[0] < SHORT * offset_m[1]:
        top += (deepest - top[middle]) * share[:, None]
    corners = np.stack([fan.foot[:-1], fan.foot[1:], top[1:], top[:-1]], axis=1)
    hulls = shapely.convex_hull(shapely.multipoints(corners))
    return polygons_of(shapely.union_all(hulls))


def _normals(border: BorderLine, measure: Floats, reach_m: float) -> tuple[Floats, Floats]:
    """Return points of the baseline, and unit vectors towards the target side, square to its chord over +-`reach_m`.

    Square to the chord over about the depth, not to the line: bends tighter than that would make the normals cross on
    one side and fan out on the other.
    """
    index = border.baseline_index
    way = index.at(measure + reach_m) - index.at(measure - reach_m)
    way /= np.hypot(way[:, 0], way[:, 1])[:, None]
    left = np.column_stack([-way[:, 1], way[:, 0]])
    return index.at(measure), left if border.target_side == "left" else -left


def _heights(border: BorderLine, fan: Transects, taper_m: Floats) -> Floats:
    """Return how far along its normal each station must go to be its taper away from the real border.

    The first such place counts, within a tenth more than the depth itself; where the border bends so that there is
    none, the deepest one before the normal meets the border again.
    """
    near = fan.heights <= (DETOUR * taper_m + 2 * fan.wiggle_m)[:, None] + fan.heights[1]
    depth = np.where(near, fan.depth, -np.inf)
    met = depth >= taper_m[:, None]
    first = np.where(met.any(axis=1), met.argmax(axis=1), depth.argmax(axis=1))
    low: Floats = fan.heights[np.maximum(first - 1, 0)]
    high: Floats = fan.heights[first]
    for _ in range(12):
        middle = (low + high) / 2
        deep = _signed_depth(border, fan.foot, fan.normal, middle[:, None])[:, 0] >= taper_m
        low, high = np.where(deep, low, middle), np.where(deep, middle, high)
    return high


def _signed_depth(border: BorderLine, foot: Floats, normal: Floats, height_m: Floats) -> Floats:
    """Return the distance from the real border at heights (n, k) above n feet, negative on the home side."""
    xy: Floats = foot[:, None, :] + normal[:, None, :] * height_m[:, :, None]
    _, offset, hand = border.index.locate(xy.reshape(-1, 2))
    sign = hand if border.target_side == "left" else -hand
    signed: Floats = np.where(sign > 0, offset, -offset).reshape(height_m.shape)
    return signed
