"""Reconstruct a case's claimed depths and widths on the ground: every placement turned into bands or lines."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.errors import GeometryError
from geo.geometry.bands import build_advance, depth_line
from geo.geometry.border import BorderLine
from geo.geometry.section import BorderSection, WidthMethod
from geo.model.ages import Ages, AgeState
from geo.model.asof import AsOf, age_days, latest, records_as_of
from geo.model.case import Case, once_per_case
from geo.model.claims import Claim, Placement
from geo.model.faults import Fault
from geo.model.labels import caution_label, format_value


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """A claimed depth (and width) as drawn on the ground; a reconstruction, never control.

    `inner`, `likely`, `outer` are lon/lat polygons, None where no width was claimed; then `reach` holds the lines at
    the claimed distance from the border (two for a range). `areas_km2` is (inner, likely, outer). By the case's `ages`
    such a line leaves the map once it has faded, and bands once they have ended.
    """

    placement: Placement
    depth: Claim
    width: Claim | None
    convention: str
    section: LineString
    section_text: str
    width_chord_km: float
    width_along_km: float
    ages: Ages
    inner: BaseGeometry | None = None
    likely: BaseGeometry | None = None
    outer: BaseGeometry | None = None
    reach: BaseGeometry | None = None
    areas_km2: tuple[float, float, float] | None = None

    @property
    def id(self) -> str:
        """The placement's id."""
        return self.placement.id

    @property
    def about_date(self) -> date:
        """The day that the depth speaks of."""
        return self.depth.about_date

    @property
    def known_date(self) -> date:
        """The day by which the depth, the width and what its placement rests on were all known."""
        records = (self.depth, self.width, self.placement)
        return max(record.known_date for record in records if record is not None and record.known_date is not None)

    @property
    def caution(self) -> str:
        """What speaks against taking the depth as it is, or nothing."""
        return caution_label(self.depth)

    @property
    def label(self) -> str:
        """The figures and their caution, short enough to stand on a map: "up to 30 km, claimed (not settled)"."""
        wide = "" if self.width is None else f" × {format_value(self.width)}"
        caution = f" ({self.caution})" if self.caution else ""
        return f"{format_value(self.depth)}{wide}, claimed{caution}"

    @property
    def superseded_date(self) -> date | None:
        """The day on which it was first known that one of its claims was corrected or withdrawn."""
        days = [c.superseded_date for c in (self.depth, self.width) if c is not None and c.superseded_date is not None]
        return min(days, default=None)

    def state(self, on: date) -> AgeState:
        """Return what it is by its age on a day."""
        return self.ages.state(age_days(self, on))

    def is_in_effect(self, known: date | None = None) -> bool:
        """Whether neither claim had been corrected or withdrawn by day `known` (None: by today)."""
        return self.superseded_date is None or (known is not None and known < self.superseded_date)


def reconstructions(case: Case) -> tuple[Reconstruction, ...]:
    """Return every placement of the case as reconstructed, whatever its day; made once a case."""
    return reconstruct(case)[0]


@once_per_case
def reconstruct(case: Case) -> tuple[tuple[Reconstruction, ...], tuple[Fault, ...]]:
    """Reconstruct every placement of the case, whatever its day.

    Returns
    -------
    tuple of Reconstruction, tuple of Fault
        What was reconstructed, and a fault for each placement whose depth or width can't be drawn where it is placed.
    """
    claims, ages = {claim.id: claim for claim in case.claims}, case.settings.ages
    found: list[Reconstruction] = []
    faults: list[Fault] = []
    for placement in case.placements:
        width = claims[placement.width_claim] if placement.width_claim else None
        try:
            found.append(_reconstruct(placement, claims[placement.depth_claim], width, case.border, ages))
        except GeometryError as error:
            faults.append(Fault("placements.csv", None, "id", placement.id, str(error)))
    return tuple(found), tuple(faults)


def drawn_pair(case: Case, depth_ids: Container[str], width_ids: Container[str]) -> Reconstruction | None:
    """Return what is drawn of a depth and a width, each given by the ids of its records; None where nothing is."""
    claims = {claim.id: claim for claim in case.claims}
    for placement in case.placements:
        if (
            placement.depth_claim in depth_ids
            and placement.width_claim is not None
            and placement.width_claim in width_ids
        ):
            depth, width = claims[placement.depth_claim], claims[placement.width_claim]
            try:
                return _reconstruct(placement, depth, width, case.border, case.settings.ages)
            except GeometryError:
                continue
    return None


@lru_cache(maxsize=512)
def _reconstruct(
    placement: Placement, depth: Claim, width: Claim | None, border: BorderLine, ages: Ages
) -> Reconstruction:
    """Reconstruct one placement; versions of a case share it as long as its rows and the border are the same."""
    width_km = (width.value_high or width.value) if width else placement.extent_km or 0.0
    section = border.section(placement.lon, placement.lat, width_km, placement.reading)
    if width is None:
        lines = [depth_line(border, km, section) for km in (depth.value, depth.value_high) if km]
        return Reconstruction(
            placement,
            depth,
            None,
            "a depth alone: the line that far from the border",
            section.line,
            f"no width claimed; drawn over {width_km:g} km as a straight chord",
            section.chord_km,
            section.along_km,
            ages,
            reach=_lines(lines),
        )
    advance = build_advance(border, depth.value_high or depth.value, section)
    return Reconstruction(
        placement,
        depth,
        width,
        f"{advance.convention.name}: {advance.convention.description}",
        section.line,
        _section_text(section),
        section.chord_km,
        section.along_km,
        ages,
        advance.inner,
        advance.likely,
        advance.outer,
        None,
        advance.areas_km2,
    )


def _lines(parts: Iterable[BaseGeometry]) -> BaseGeometry:
    merged = unary_union([part for part in parts if not part.is_empty])
    return merged if isinstance(merged, LineString | MultiLineString) else MultiLineString()


def _section_text(section: BorderSection) -> str:
    chord, along = f"{section.chord_km:.0f} km as a straight chord", f"{section.along_km:.0f} km along the border"
    first, second = (chord, along) if section.width_method is WidthMethod.STRAIGHT else (along, chord)
    return f"read as {first} ({second})"


def reconstructions_on(drawn: Iterable[Reconstruction], as_of: AsOf) -> list[Reconstruction]:
    """Select each claimant's latest reconstruction in effect, as of day `on`, known on day `known`.

    By the case's ages a line at a claimed depth is left out once it has faded: without a width it says little, and
    dozens of old lines would say nothing. Bands are left out once they have ended.
    """
    newest = latest(
        [item for item in records_as_of(drawn, as_of) if item.is_in_effect(as_of.known)],
        key=lambda item: item.depth.claimant,
    )
    return [item for item in newest if _stands(item, item.state(as_of.on))]


def _stands(item: Reconstruction, state: AgeState) -> bool:
    return state is not AgeState.ENDED if item.outer is not None else state is AgeState.FRESH
