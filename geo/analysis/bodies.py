"""Give each claimant and each side a body for a day: what its depth, width, area and places mean together.

A body is three nested bands, as for a claimed depth and width, and is never control. It is *stated* where a depth and
a width were claimed together, and then exactly today's reconstruction; else it is *implied*. The convention, stated in
full because it is a choice and not a fact:

* Of depth, width and area the two newest count, on one day depth and width; the third is listed as not taken.
* Where two figures do not fit each other, the sentence says so, and what is left is tried: the area alone, then the
  places.
* A body is laid around the places that are named as held. An area is grown around them, with a depth no deeper than
  that; how much border the two need at full depth is told as an interval. A width is laid with its middle at their
  median along the border, deepest where the deepest of them lies. A place that stands apart moves neither
  (`geo.geometry.corridors`). Where no place is named a body lies where the claim's placement puts it. Where there is
  neither, an area is a swatch: as large as, and nowhere.
* A depth or a width alone makes no body; a depth has its line (`geo.analysis.reconstruction`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import pi, sqrt

import numpy as np
from shapely.geometry.base import BaseGeometry

from geo.analysis.body_evidence import Evidence, EvidencePiece, FigurePiece, PlacePiece, evidence_on
from geo.analysis.body_shapes import EXACT, BodyShapes
from geo.analysis.reconstruction import reconstructions
from geo.analysis.value_range import allowed
from geo.errors import GeometryError
from geo.geometry.bands import BANDS
from geo.geometry.border import BorderLine
from geo.geometry.corridors import Places, standing_apart
from geo.geometry.implied import Ground, Implied, Lay, Range
from geo.geometry.section import BorderSection, chord_ends
from geo.model.ages import AgeState
from geo.model.asof import AsOf
from geo.model.bodies import BodyBasis, BodyKind
from geo.model.case import Case
from geo.model.claims import Claim, Metric, Modality, Placement, Side

#: What reaches this share of a depth is as deep as that.
NEARLY = 0.98
_DEPTH, _WIDTH, _AREA = Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2


@dataclass(frozen=True)
class Shape:
    """A body's shape: bands in lon/lat with areas in km², None where there is none; intervals in km.

    Of places alone there is the inner band only. `swatch_km` is the radius of a disk as large as an area that nobody
    placed. `placement` is that of the reconstruction that a stated body is. `notes` are sentences on what could not be
    done; `spare` are figures that were not taken.
    """

    kind: BodyKind
    used: tuple[FigurePiece | PlacePiece, ...]
    basis: BodyBasis = BodyBasis.IMPLIED
    ground: Ground | None = None
    corridors: tuple[BaseGeometry, float] | None = None
    depth_km: Range | None = None
    chord_km: Range | None = None
    along_km: Range | None = None
    swatch_km: float | None = None
    notes: tuple[str, ...] = ()
    spare: tuple[FigurePiece, ...] = ()
    placement: Placement | None = None

    @property
    def bands(self) -> dict[str, tuple[BaseGeometry, float]]:
        """Each band that there is, innermost first, with its area in km²."""
        if self.ground is None:
            return {} if self.corridors is None else {"inner": self.corridors}
        shapes = (self.ground.inner, self.ground.likely, self.ground.outer)
        return dict(zip(BANDS, zip(shapes, self.ground.areas_km2, strict=True), strict=True))


@dataclass(frozen=True)
class Body:
    """The body of one claimant or one side on a day; a claim, never control. `evidence` holds what it was made of."""

    evidence: Evidence
    shape: Shape
    state: AgeState
    figures_age_days: int

    @property
    def id(self) -> str:
        """Stable from day to day: the side or the claimant."""
        return self.evidence.id

    @property
    def side(self) -> Side:
        """Whose side it is."""
        return self.evidence.side

    @property
    def oldest(self) -> EvidencePiece:
        """The oldest piece that goes in."""
        return min(self.shape.used, key=lambda piece: piece.about_date)

    @property
    def known_date(self) -> date:
        """The day by which all of it was known."""
        return max(piece.known_date for piece in self.shape.used)

    @property
    def is_leading(self) -> bool:
        """Whether it is drawn by default: a side's, or, as independents are no side, what one of them stated."""
        return self.evidence.of_side or (self.side is Side.INDEPENDENT and self.shape.basis is BodyBasis.STATED)

    @property
    def places(self) -> tuple[str, ...]:
        """The names of the places that go in."""
        return tuple(piece.text for piece in self.shape.used if isinstance(piece, PlacePiece))

    @property
    def ids(self) -> tuple[str, ...]:
        """The records that go in, by their ids."""
        return tuple(ident for piece in self.shape.used for ident in piece.ids)


def bodies_on(case: Case, as_of: AsOf, shapes: BodyShapes = EXACT) -> list[Body]:
    """Return the bodies of a day, sides first within each side; what a day's evidence makes no body of is not there.

    Raises
    ------
    SelectionError
        When a date lies outside the case.
    """
    case.check_clocks(as_of)
    found = (body_of(case, evidence, as_of.known, shapes) for evidence in evidence_on(case, as_of))
    return [body for body in found if body is not None]


def body_of(case: Case, evidence: Evidence, known: date | None, shapes: BodyShapes = EXACT) -> Body | None:
    """Return the body that evidence makes, as known on a day, its grounds from `shapes`; None where it makes none."""
    shape = _shape(case, evidence, known, shapes)
    if shape is None:
        return None
    figures = [piece for piece in shape.used if isinstance(piece, FigurePiece)] or shape.used
    age = min(piece.age_days for piece in figures)
    return Body(evidence, shape, case.settings.ages.state(age), age)


def _shape(case: Case, evidence: Evidence, known: date | None, shapes: BodyShapes) -> Shape | None:
    """Return the first shape that the evidence makes; why an earlier one was not made is in its notes."""
    notes: list[str] = []
    for make in _attempts(case, evidence, known, shapes):
        try:
            made = make()
        except GeometryError as error:
            notes.append(str(error))
            continue
        spare = tuple(piece for piece in evidence.figures.values() if piece not in made.used)
        return replace(made, notes=(*notes, *made.notes), spare=spare)
    return None


def _attempts(case: Case, evidence: Evidence, known: date | None, shapes: BodyShapes) -> Iterator[Callable[[], Shape]]:
    figures = _newest_two(evidence.figures)
    lay = _lay(case, evidence, known)
    if set(figures) == {_DEPTH, _WIDTH}:
        yield lambda: _depth_and_width(case, evidence, lay, shapes)
    elif len(figures) == 2 and lay is not None:
        yield lambda: _with_area(case, evidence, figures, lay, shapes)
    area = evidence.figures.get(_AREA)
    if area is not None and evidence.places:
        wanted = _areas_km2(area.claim)[1]
        used: tuple[FigurePiece | PlacePiece, ...] = (area, *evidence.places)
        yield lambda: Shape(BodyKind.AREA_PLACES, used, ground=shapes.grown(case.border, _points(evidence), wanted)[0])
    if evidence.places:
        places = evidence.places
        yield lambda: Shape(BodyKind.PLACES, places, corridors=shapes.joined(case.border, _points(evidence)))
    if area is not None:
        alone = Shape(BodyKind.AREA, (area,), swatch_km=sqrt(_areas_km2(area.claim)[1] / pi))
        yield lambda: alone
    if set(figures) == {_DEPTH, _WIDTH} and lay is None:
        pair = (figures[_DEPTH], figures[_WIDTH])
        yield lambda: Shape(BodyKind.DEPTH_WIDTH, pair, depth_km=_range_km(pair[0]), chord_km=_range_km(pair[1]))


def _newest_two(figures: dict[Metric, FigurePiece]) -> dict[Metric, FigurePiece]:
    """Leave out the oldest of three; of one day the area, since depth and width say more of the shape."""
    if len(figures) < 3:
        return figures
    oldest = min(figures, key=lambda metric: (figures[metric].about_date, metric is not _AREA, metric is _DEPTH))
    return {metric: piece for metric, piece in figures.items() if metric is not oldest}


def _depth_and_width(case: Case, evidence: Evidence, lay: Lay | None, shapes: BodyShapes) -> Shape:
    """Build the bands of a depth and a width: as placed where they were placed together, else around the places."""
    depth, width = evidence.figures[_DEPTH], evidence.figures[_WIDTH]
    for item in reconstructions(case):
        together = item.width is not None and item.width.id in width.ids and item.depth.id in depth.ids
        bands, areas_km2 = (item.inner, item.likely, item.outer), item.areas_km2
        if together and bands[0] is not None and bands[1] is not None and bands[2] is not None and areas_km2:
            ground = Ground(bands[0], bands[1], bands[2], areas_km2)
            widths_km = (item.width_chord_km, item.width_along_km)
            stated = _of_section((depth, width), BodyBasis.STATED, ground, widths_km)
            return replace(stated, placement=item.placement)
    if lay is None:
        raise GeometryError("nobody says where along the border the width lies")
    section = _section(case.border, lay, _range_km(width)[1])
    ground = shapes.laid(case.border, _range_km(depth)[1], section)
    widths_km = (section.chord_km, section.along_km)
    return _of_section((depth, width, *evidence.places), BodyBasis.IMPLIED, ground, widths_km)


def _of_section(
    used: tuple[FigurePiece | PlacePiece, ...], basis: BodyBasis, ground: Ground, widths_km: tuple[float, float]
) -> Shape:
    chord_km, along_km = ((width, width) for width in widths_km)
    depths = [_range_km(piece) for piece in used[:1] if isinstance(piece, FigurePiece)]
    return Shape(BodyKind.DEPTH_WIDTH, used, basis, ground, None, depths[0], chord_km, along_km)


def _with_area(
    case: Case, evidence: Evidence, figures: dict[Metric, FigurePiece], lay: Lay, shapes: BodyShapes
) -> Shape:
    """Find the width, or the depth, that goes with an area; the ground of a depth is grown around the places."""
    area = figures[_AREA]
    wanted = _areas_km2(area.claim)
    found: Implied
    if _DEPTH in figures:
        kind, other = BodyKind.DEPTH_AREA, figures[_DEPTH]
        found = shapes.width(case.border, _range_km(other), wanted, lay)
        if evidence.places:
            around, reached_km = shapes.grown(case.border, _points(evidence), wanted[1], _range_km(other))
            found = replace(found, ground=around, notes=(*found.notes, *_shallow(reached_km, _range_km(other)[0])))
    else:
        kind, other = BodyKind.WIDTH_AREA, figures[_WIDTH]
        narrow, wide = (_section(case.border, lay, km) for km in _range_km(other))
        found = shapes.depth(case.border, (narrow, wide), wanted)
    return Shape(
        kind,
        (other, area, *evidence.places),
        ground=found.ground,
        depth_km=found.depth_km,
        chord_km=found.chord_km,
        along_km=found.along_km,
        notes=found.notes,
    )


def _shallow(reached_km: float, depth_km: float) -> tuple[str, ...]:
    """Say that the likely ground does not reach as deep as was claimed, as nobody says where that was."""
    if reached_km > NEARLY * depth_km:
        return ()
    return (f"the likely ground reaches {reached_km:.0f} km from the border: nobody says where it is deeper",)


def _section(border: BorderLine, lay: Lay, width_km: float) -> BorderSection:
    """Return the section of a straight width around a lay's middle; a claim that says no method is read straight."""
    start_m, end_m = chord_ends(border.baseline_index, lay.middle_m, width_km * 1e3)
    quarter_m = (end_m - start_m) / 4
    peak_m = min(max(lay.peak_m, lay.middle_m - quarter_m), lay.middle_m + quarter_m)
    return border.section_between(start_m, end_m, centre_m=peak_m)


def _lay(case: Case, evidence: Evidence, known: date | None) -> Lay | None:
    """Say where along the border a body lies: around its places, else where its claims were placed by day `known`."""
    points = _points(evidence)
    if not points:
        placement = placement_of(case, evidence, known)
        points = ((placement.lon, placement.lat),) if placement is not None else ()
    if not points:
        return None
    apart = standing_apart(case.border, points)
    xy = case.border.metric.xy(*zip(*(point for point in points if point not in apart), strict=True))
    measures_m = case.border.baseline_index.locate(xy)[0]
    deepest = int(case.border.index.locate(xy)[1].argmax())
    return Lay(float(np.median(measures_m)), float(measures_m[deepest]))


def placement_of(case: Case, evidence: Evidence, known: date | None) -> Placement | None:
    """Return the placement, known by day `known`, of a figure of the evidence; None where nobody placed one."""
    ids = {ident for piece in evidence.figures.values() for ident in piece.ids}
    placements = [one for one in case.placements if one.is_known(known)]
    placed = [one for one in placements if one.depth_claim in ids or one.width_claim in ids]
    return placed[-1] if placed else None


def _points(evidence: Evidence) -> Places:
    places = [piece.place for piece in evidence.places]
    return tuple((place.lon, place.lat) for place in places if place.lon is not None and place.lat is not None)


def _range_km(piece: FigurePiece) -> Range:
    return piece.claim.value, piece.claim.value_high or piece.claim.value


def _areas_km2(claim: Claim) -> tuple[float, float, float]:
    """Return the least, the likely and the greatest area that a claim gives, km²; of a range the middle is likely."""
    if claim.modality in {Modality.AT_LEAST, Modality.UP_TO}:
        return claim.value, claim.value, claim.value
    span = allowed(claim)
    return span.low, (span.low + span.high) / 2, span.high
