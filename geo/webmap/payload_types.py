"""The form of what the document carries: the data that Python writes and the script reads, field by field.

`geo/webmap/js/payload.d.ts` is generated from these classes (`geo.webmap.typescript`), so both sides are checked
against one description. A field with a default is absent where it would be empty. Days are offsets from the case's
first day; a line is one list of integers: its first (lon, lat) in 1e-5 degree, then the steps from point to point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

from geo.model.claims import Checked, DateBasis, Kind, Metric, Side
from geo.model.evacuation import OrderKind
from geo.model.fronts import FrontState, FrontStatus
from geo.model.places import Hands, Status
from geo.webmap.payload_records import (
    AdvanceData,
    BodyData,
    ClaimData,
    EventData,
    Line,
    OrderData,
    Polygon,
    SettlementData,
    SourceData,
    ZoneData,
)


@dataclass(frozen=True, kw_only=True)
class FileNames:
    """The names of a track's files: what all begin and end with, and what stands between."""

    head: str
    tail: str
    middle: list[str]


@dataclass(frozen=True, kw_only=True)
class TrackData:
    """A mapper's track in columns, a value for each snapshot; days and drawings as steps from one to the next.

    `series` is the layout of `geo.geometry.topology.codec` in base64. Without `known` each snapshot was known on the
    day it speaks of; without `assumed` that was assumed of all.
    """

    id: str
    archive: str
    mapper: str
    holder: Side
    status: FrontStatus
    words: str
    licence: str
    attribution: str
    publish: bool
    about: list[int]
    file: FileNames
    sha: list[str]
    drawing: list[int]
    figures: Mapping[str, Sequence[float | None]]
    series: str
    known: list[int] | None = None
    assumed: str = ""
    revision: list[int] | None = None
    taken: list[str | None] | None = None


@dataclass(frozen=True, kw_only=True)
class BaseData:
    """A feature of the ground for orientation: a point or lines."""

    kind: str = ""
    name_en: str = ""
    name_ru: str = ""
    name_uk: str = ""
    country: str = ""
    at: list[float] | None = None
    lines: list[Line] | None = None


@dataclass(frozen=True, kw_only=True)
class GroundName:
    """A country's name and where it stands, (lon, lat) degrees."""

    name: str
    at: Sequence[float]


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """The two sides of the border inside the area of interest."""

    target: list[Polygon] | None
    names: list[GroundName]


@dataclass(frozen=True, kw_only=True)
class AgesData:
    """The table of ages, in days: after how many a claim is past, a claim or drawing fades, is doubtful, ends."""

    beside: int
    fades: int
    doubtful: int
    ended: int


@dataclass(frozen=True, kw_only=True)
class CaseData:
    """What the case is called and is about."""

    id: str
    title: str
    summary: str
    target: str
    advancing: str


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """Tables by which names are folded; see `geo.search.transliteration`."""

    schemes: list[Mapping[str, str]]
    fuzzy_key: Sequence[Sequence[str]]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the values of a vocabulary are called; its keys are the vocabulary, in its order."""

    metric: Mapping[Metric, str]
    kind: Mapping[Kind, str]
    checked: Mapping[Checked, str]
    day_basis: Mapping[DateBasis, str]
    side: Mapping[Side, str]
    side_letter: Mapping[Side, str]
    status: Mapping[Status, str]
    order: Mapping[OrderKind, str]
    front: Mapping[FrontState, str]
    band: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class CurveData:
    """What the plot may show: of which claims, and their unit; neither where it counts claims."""

    label: str
    metric: Metric | None = None
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Payload:
    """Everything that the document shows of a case; `area` is west, south, east, north in degrees.

    `busiest` is the first and last day of the span on which the time bar opens.
    """

    version: int
    case: CaseData
    first: str
    start: int
    last: int
    until: int
    busiest: list[int]
    area: list[float]
    border: list[Line] | None
    grounds: Grounds
    base: list[BaseData]
    claims: list[ClaimData]
    sources: Mapping[str, SourceData]
    settlements: list[SettlementData]
    events: list[EventData]
    zones: list[ZoneData]
    orders: list[OrderData]
    sections: list[list[Line] | None]
    advances: list[AdvanceData]
    bodies: list[BodyData]
    arcs: list[Line]
    fronts: list[TrackData]
    attributions: list[str]
    words: Words
    layer_names: Mapping[str, str]
    curves: Mapping[str, CurveData]
    body_choices: Mapping[str, str]
    spelling: Spelling
    ages: AgesData
    hands: Mapping[Status, Hands]
    strictness: list[OrderKind]


@dataclass(frozen=True, kw_only=True)
class TilesData:
    """A background from a tile server."""

    url: str
    attribution: str


@dataclass(frozen=True, kw_only=True)
class Opening:
    """How a document opens: on which day, as known when (null: today), in a page of ours or alone."""

    on: int
    known_on: int | None
    hosted: bool
    tiles: TilesData | None


def camel(name: str) -> str:
    """Write a field's name as the script has it.

    >>> camel("known_basis"), camel("id")
    ('knownBasis', 'id')
    """
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def as_json(value: Any) -> Any:
    """Write data of these classes as plain JSON-able data; a field whose default is as good as its value is left out.

    >>> as_json(SourceData(publisher="Paper", published="2024-08-12"))
    {'publisher': 'Paper', 'published': '2024-08-12'}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {
            camel(field.name): as_json(held)
            for field in fields(value)
            if (held := getattr(value, field.name)) not in (None, "", []) or field.default is MISSING
        }
    if isinstance(value, Mapping):
        return {key: as_json(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(held) for held in value]
    return value
