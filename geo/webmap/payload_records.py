"""The form of a case's records in what the document carries; `payload_types` has the whole and how it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.model.bodies import BodyBasis, BodyKind
from geo.model.claims import Basis, Checked, DateBasis, Kind, Metric, Modality, Side, Superseded
from geo.model.evacuation import OrderKind, OrderScope
from geo.model.places import Status

Line = list[int]
Polygon = list[Line]


@dataclass(frozen=True, kw_only=True)
class ReportedData:
    """What every record says: who, which side, about which day, known when, and where it was published."""

    id: str
    about: int
    about_basis: DateBasis | None = None
    known: int
    known_basis: DateBasis | None = None
    who: str
    role: str = ""
    side: Side
    source: str
    root: str = ""
    checked: Checked
    summary: str = ""
    note: str = ""
    check_note: str = ""


@dataclass(frozen=True, kw_only=True)
class ClaimData(ReportedData):
    """A claimed figure; number and modality only where it is plotted.

    `until` is the first day without it, where it was corrected or withdrawn: which of both, `gone` says.
    """

    metric: Metric
    figure: str
    value: float | None = None
    high: float | None = None
    modality: Modality | None = None
    until: int | None = None
    gone: Superseded | None = None
    kind: Kind
    basis: Basis
    computed_from: str = ""
    place: str = ""
    zone: str | None = None
    grade: str = ""


@dataclass(frozen=True, kw_only=True)
class EventData(ReportedData):
    """One claimant's word about one settlement."""

    settlement: str
    status: Status
    claim: str | None = None


@dataclass(frozen=True, kw_only=True)
class OrderData(ReportedData):
    """One order, advice or denial about one zone, to its last day `end`."""

    zone: str
    kind: OrderKind
    scope: OrderScope
    scope_note: str = ""
    end: int | None = None
    settlements: int | None = None
    modality: Modality
    claim: str | None = None


@dataclass(frozen=True, kw_only=True)
class SourceData:
    """A publication."""

    publisher: str
    title: str = ""
    url: str = ""
    published: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class SettlementData:
    """A place; `at` is (lon, lat) in degrees, `precision` in metres.

    `offset_km` is its straight distance from the border, `near` whether it lies on the advancing side of it.
    """

    id: str
    name: str
    ru: str = ""
    uk: str = ""
    kind: str
    district: str = ""
    oblast: str = ""
    at: list[float] | None = None
    precision: float | None = None
    offset_km: float | None = None
    near: bool = False
    population: int | None = None
    population_source: str = ""


@dataclass(frozen=True, kw_only=True)
class ZoneData:
    """An evacuation zone; no `shape` where no honest extent is known."""

    id: str
    name: str
    ru: str = ""
    uk: str = ""
    oblast: str = ""
    side: Side
    kind: str
    extent: str
    source: str = ""
    licence: str = ""
    shape: list[Polygon] | None = None


@dataclass(frozen=True, kw_only=True)
class BandRings:
    """Three bands, or the inner one alone: lists of rings, each the numbers of the payload's arcs along it."""

    inner: list[list[int]]
    likely: list[list[int]] | None = None
    outer: list[list[int]] | None = None


@dataclass(frozen=True, kw_only=True)
class PieceData:
    """A figure or a place that was said: what, by whom, of which day; `select` names its record in a selection."""

    what: str
    who: str
    about: int
    ids: Sequence[str]
    select: str
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class BodyData:
    """What one speaker's claims of a time mean together, and in which windows of days it stands.

    A window is the first and last day looked at and the first and last day of knowledge (null: and today). The first
    `figures` of `pieces` are figures; `spare` were not taken, `left_out` can't be. Intervals in km, areas in km².
    """

    id: str
    who: str
    side: Side
    of_side: bool
    leading: bool
    basis: BodyBasis
    kind: BodyKind
    label: str
    how: str
    notes: list[str] | None = None
    figures: int
    pieces: list[PieceData]
    spare: list[PieceData] | None = None
    left_out: list[PieceData] | None = None
    depth: list[float] | None = None
    chord: list[float] | None = None
    along: list[float] | None = None
    areas: list[float] | None = None
    bands: BandRings | None = None
    swatch: float | None = None
    advance: str | None = None
    windows: list[list[int | None]]


@dataclass(frozen=True, kw_only=True)
class AdvanceData:
    """A claimed depth (and width) as drawn; `section` numbers the payload's sections, `areas` are km².

    `in_body`: its bands are those of a body, not drawn for it alone. `widths` are straight, and along the border, km.
    `places` are the settlements in its bands: the narrowest that holds each, with a question mark where it may not.
    """

    id: str
    depth: str
    width: str | None = None
    about: int
    known: int
    until: int | None = None
    who: str
    side: Side
    label: str
    caution: str = ""
    reading: str
    extent_km: float | None = None
    placed_by: str
    reason: str
    convention: str = ""
    section_text: str = ""
    in_body: bool = False
    bands: BandRings | None = None
    widths: list[float] | None = None
    depth_line: list[Line] | None = None
    areas: list[float] | None = None
    places: Mapping[str, str] | None = None
    section: int
