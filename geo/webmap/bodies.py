"""Turn bodies and advances into what the document draws of them: words, pieces, windows, and bands of shared arcs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shapely.geometry.base import BaseGeometry

from geo.analysis.body_evidence import EvidencePiece, FigurePiece, LeftOut, PlacePiece, of_the_whole
from geo.analysis.body_shapes import drawn_ground
from geo.analysis.body_windows import StandingBody, Window, standing_bodies
from geo.analysis.body_words import body_label, how_sentence, notes_of
from geo.analysis.reconstruction import Reconstruction, reconstructions
from geo.geometry.implied import Ground, Range
from geo.geometry.topology.arcs import encode_series
from geo.model.case import Case
from geo.webmap.encoding import encode_steps, lines
from geo.webmap.payload_records import AdvanceData, BandRings, BodyData, PieceData


class _Arcs:
    """Bands as they come in, each ground once; in the end all their edges as arcs that they share."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._grounds: list[BaseGeometry] = []

    def number(self, ground: BaseGeometry) -> int:
        found = self._numbers.setdefault(ground.wkb, len(self._numbers))
        if found == len(self._grounds):
            self._grounds.append(ground)
        return found

    def encoded(self) -> tuple[list[list[int]], list[list[list[int]]]]:
        """Return the arcs, and each ground's rings as their numbers."""
        series = encode_series(self._grounds)
        arcs = [encode_steps(series.arc(number).tolist()) for number in range(len(series.spans))]
        return arcs, [series.ring_arcs(number) for number in range(len(series))]


def claimed_ground(
    case: Case, held: Mapping[str, Mapping[str, tuple[str, bool]]]
) -> tuple[list[AdvanceData], list[BodyData], list[list[int]], list[BaseGeometry]]:
    """Return the advances, the bodies, the arcs of their bands, and the stretches of border that advances number.

    Parameters
    ----------
    case : Case
        Coordinates in lon/lat degrees, WGS 84; days as offsets from its first day.
    held : mapping
        By advance, the places in its bands: the narrowest band, and whether it holds the place surely.
    """
    arcs = _Arcs()
    advances = reconstructions(case)
    stretches = list(dict.fromkeys(drawn.section for drawn in advances))
    bands = {drawn.id: _banded(arcs, _thinned(drawn)) for drawn in advances}
    bodies = standing_bodies(case)
    shapes = [
        bands[one.body.shape.placement.id]
        if one.body.shape.placement is not None
        else _banded(arcs, [ground for ground, _ in one.body.shape.bands.values()])
        for one in bodies
    ]
    lines_, rings = arcs.encoded()

    def of(numbers: Sequence[int]) -> BandRings | None:
        if not numbers:
            return None
        inner, *wider = (rings[number] for number in numbers)
        return BandRings(inner=inner, likely=wider[0], outer=wider[1]) if wider else BandRings(inner=inner)

    drawn = [
        _advance(one, case.first_date, stretches.index(one.section), of(bands[one.id]), held.get(one.id, {}))
        for one in advances
    ]
    found = [_body(one, case, of(shape)) for one, shape in zip(bodies, shapes, strict=True)]
    return drawn, found, lines_, list(stretches)


def _banded(arcs: _Arcs, grounds: Sequence[BaseGeometry]) -> list[int]:
    return [arcs.number(ground) for ground in grounds]


def _thinned(drawn: Reconstruction) -> list[BaseGeometry]:
    if drawn.inner is None or drawn.likely is None or drawn.outer is None or drawn.areas_km2 is None:
        return []
    thin = drawn_ground(Ground(drawn.inner, drawn.likely, drawn.outer, drawn.areas_km2))
    return [thin.inner, thin.likely, thin.outer]


def _advance(
    drawn: Reconstruction, zero: date, section: int, bands: BandRings | None, held: Mapping[str, tuple[str, bool]]
) -> AdvanceData:
    """Describe one drawn advance, with the two dates that its record gives it."""
    placement, until = drawn.placement, drawn.superseded_date
    return AdvanceData(
        id=placement.id,
        depth=drawn.depth.id,
        width=None if drawn.width is None else drawn.width.id,
        about=(drawn.about_date - zero).days,
        known=(drawn.known_date - zero).days,
        until=None if until is None else (until - zero).days,
        who=drawn.depth.claimant,
        side=drawn.depth.side,
        label=drawn.label,
        caution=drawn.caution,
        reading=placement.reading,
        extent_km=placement.extent_km,
        placed_by=placement.placed_by,
        reason=placement.reason,
        convention=drawn.convention,
        section_text=drawn.section_text,
        in_body=drawn.width is not None and of_the_whole(drawn.depth) and of_the_whole(drawn.width),
        bands=bands,
        widths=None if drawn.width is None else [round(drawn.width_chord_km, 1), round(drawn.width_along_km, 1)],
        depth_line=lines(drawn.reach),
        areas=None if drawn.areas_km2 is None else [round(area, 1) for area in drawn.areas_km2],
        places={place: band if surely else f"{band}?" for place, (band, surely) in sorted(held.items())} or None,
        section=section,
    )


def _body(standing: StandingBody, case: Case, bands: BandRings | None) -> BodyData:
    body, zero = standing.body, case.first_date
    evidence, shape = body.evidence, body.shape
    return BodyData(
        id=body.id,
        who=evidence.who,
        side=body.side,
        of_side=evidence.of_side,
        leading=body.is_leading,
        basis=shape.basis,
        kind=shape.kind,
        label=body_label(body),
        how=how_sentence(body),
        notes=notes_of(body),
        figures=sum(isinstance(piece, FigurePiece) for piece in shape.used),
        pieces=[_piece(piece, zero) for piece in shape.used],
        spare=[_piece(piece, zero) for piece in shape.spare],
        left_out=[_left_out(one, zero) for one in evidence.left_out],
        depth=_interval(shape.depth_km),
        chord=_interval(shape.chord_km),
        along=_interval(shape.along_km),
        areas=[round(area_km2, 1) for _, area_km2 in shape.bands.values()] or None,
        bands=bands,
        swatch=None if shape.swatch_km is None else round(shape.swatch_km, 2),
        advance=None if shape.placement is None else shape.placement.id,
        windows=[_window(one, zero) for one in standing.windows],
    )


def _piece(piece: EvidencePiece, zero: date, why: str = "") -> PieceData:
    place = piece.place.id if isinstance(piece, PlacePiece) else None
    return PieceData(
        what=piece.text,
        who=piece.claimant,
        about=(piece.about_date - zero).days,
        ids=piece.ids,
        select=f"claim:{piece.ids[0]}" if place is None else f"settlement:{place}",
        why=why,
    )


def _left_out(one: LeftOut, zero: date) -> PieceData:
    return _piece(one.piece, zero, one.why)


def _interval(span: Range | None) -> list[float] | None:
    return None if span is None else [round(value, 1) for value in span]


def _window(one: Window, zero: date) -> list[int | None]:
    days = (one.first, one.last, one.known_first, one.known_last)
    return [None if day is None else (day - zero).days for day in days]
