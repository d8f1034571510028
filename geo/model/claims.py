"""The records of the ledger: claims, statements and sources, each checked field by field.

Every date is a calendar day. `about_date` is the day a record speaks of, `known_date` the day it was published;
`about_basis` says whether the page gave that day, or whether it was inferred.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)

from geo.geometry.section import WidthMethod
from geo.model.table_numbers import Lat, Lon, Quantity


class Side(StrEnum):
    """Whose side a claimant speaks for. Independent means neither army nor its officials, not neutral."""

    UKRAINE = "ukraine"
    RUSSIA = "russia"
    INDEPENDENT = "independent"


#: In which order sides speak, wherever several do.
SIDE_ORDER = (Side.RUSSIA, Side.UKRAINE, Side.INDEPENDENT)


class Metric(StrEnum):
    """What a claim counts; the unit is part of the name where it is not a head or a place."""

    DEPTH_KM = "depth_km"
    WIDTH_KM = "width_km"
    AREA_KM2 = "area_km2"
    SETTLEMENTS = "settlements"
    PEOPLE_MOVED = "people_moved"
    PEOPLE_PLANNED = "people_planned"
    PEOPLE_PRESENT = "people_present"
    CIVILIANS_KILLED = "civilians_killed"
    CIVILIANS_WOUNDED = "civilians_wounded"
    CHILDREN_WOUNDED = "children_wounded"


class Modality(StrEnum):
    """How sharp the figure was put."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    UP_TO = "up_to"
    ABOUT = "about"
    RANGE = "range"


class Kind(StrEnum):
    """What the figure adds up to; figures of different kinds are never one series."""

    TOTAL = "total"
    ADDITIONAL = "additional"
    SUBSET = "subset"
    RETAKEN = "retaken"
    REMAINING = "remaining"
    POPULATION = "population"


class Basis(StrEnum):
    """Stated by the claimant, or computed by somebody (see `Claim.computed_from`)."""

    STATED = "stated"
    COMPUTED = "computed"


class DateBasis(StrEnum):
    """Where a day comes from: the page, an inference from it, or a placeholder because the page shows none."""

    STATED = "stated"
    INFERRED = "inferred"
    PLACEHOLDER = "placeholder"


class Superseded(StrEnum):
    """Why a claim is no longer in effect: another took its place, or its claimant took it back."""

    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


class Checked(StrEnum):
    """Whether somebody looked at the stored page a second time."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    UNSETTLED = "unsettled"
    UNCHECKED = "unchecked"


_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _iso_day(value: object) -> object:
    """Take a calendar day and nothing that merely resembles one, such as a Unix time."""
    if isinstance(value, str) and not _ISO_DAY.fullmatch(value.strip()):
        raise ValueError("must be a day written as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_iso_day)]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
Text = Annotated[str, Field(min_length=1, max_length=400)]
Note = Annotated[str, Field(max_length=2000)]
_HTTP_URL = TypeAdapter(HttpUrl)


class Record(BaseModel):
    """A row of a case file: frozen, no unknown columns, white space trimmed, empty cells absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, allow_inf_nan=False)


class Reported(Record):
    """Somebody said something about a day, and it was published on a day."""

    id: Id
    about_date: Day
    about_basis: DateBasis = DateBasis.STATED
    known_date: Day
    known_basis: DateBasis = DateBasis.STATED
    claimant: Text
    role: Note = ""
    side: Side
    source: Id
    root: Note = ""
    checked: Checked = Checked.UNCHECKED
    check_note: Note = ""
    summary: Note = ""
    note: Note = ""


class Claim(Reported):
    """One quantity stated about one day.

    `value` and `value_high` are in the unit of the metric (km, km², places or people); `value_high` belongs to
    a range alone. `zone` names an evacuation zone when the figure is about that zone and not the whole operation.
    `reliability` (A–F, the source) and `credibility` (1–6, the information) are the Admiralty code, kept apart;
    absent means not graded. A claim that was corrected or withdrawn keeps its row: `superseded_date` is the day on
    which that was known, `superseded_who` who did it, `superseded_by` the claim that took its place (corrected only).
    """

    metric: Metric
    modality: Modality
    value: Annotated[Quantity, Field(ge=0)]
    value_high: Annotated[Quantity, Field(gt=0)] | None = None
    kind: Kind
    basis: Basis
    computed_from: Note = ""
    part_of: Id | None = None
    place: Note = ""
    zone: Id | None = None
    reliability: Annotated[str, Field(pattern="^[A-F]$")] | None = None
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    superseded: Superseded | None = None
    superseded_by: Id | None = None
    superseded_date: Day | None = None
    superseded_who: Note = ""

    def is_in_effect(self, known: date | None = None) -> bool:
        """Whether nobody had corrected or withdrawn it by day `known` (None: by today).

        >>> claim = Claim(id="a", about_date="2024-08-12", known_date="2024-08-12", claimant="A", side="russia",
        ...               source="s", metric="depth_km", modality="about", value="12", kind="total", basis="stated",
        ...               superseded="withdrawn", superseded_date="2024-08-14", superseded_who="A")
        >>> claim.is_in_effect(date(2024, 8, 13)), claim.is_in_effect(date(2024, 8, 14)), claim.is_in_effect()
        (True, False, False)
        """
        return self.superseded_date is None or (known is not None and known < self.superseded_date)

    @model_validator(mode="after")
    def _hold_together(self) -> Self:
        measured = {Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2}
        if self.metric in measured and self.value <= 0:
            raise ValueError(f"{self.metric} is {self.value:g}; it must be above 0")
        if self.metric not in measured and self.value != int(self.value):
            raise ValueError(f"{self.metric} is {self.value:g}; it counts heads or places, so it must be whole")
        if (self.modality is Modality.RANGE) != (self.value_high is not None):
            raise ValueError("value_high goes with modality range, and a range needs it")
        if self.value_high is not None and self.value_high <= self.value:
            raise ValueError(f"value_high is {self.value_high:g}; it must be above value, {self.value:g}")
        if self.basis is Basis.COMPUTED and not self.computed_from:
            raise ValueError("computed_from is empty; a computed figure says from what it was computed")
        if self.known_date < self.about_date:
            raise ValueError(f"known_date {self.known_date} is before about_date {self.about_date}")
        return self

    @model_validator(mode="after")
    def _superseded_in_full(self) -> Self:
        given = (self.superseded is not None, self.superseded_date is not None, bool(self.superseded_who))
        if any(given) != all(given):
            raise ValueError("superseded, superseded_date and superseded_who are given together or not at all")
        if (self.superseded is Superseded.CORRECTED) != (self.superseded_by is not None):
            raise ValueError("superseded_by goes with superseded corrected, and a correction needs it")
        if self.superseded_date is not None and self.superseded_date < self.known_date:
            raise ValueError(f"superseded_date {self.superseded_date} is before known_date {self.known_date}")
        return self


class Statement(Record):
    """What somebody is reported to have said, with no number in it; `summary` is in our own words."""

    id: Id
    about_date: Day
    known_date: Day
    speaker: Text
    role: Note = ""
    side: Side
    summary: Text
    source: Id
    note: Note = ""


class Source(Record):
    """Where something was published. One address that was rewritten is two sources with one `url`."""

    id: Id
    publisher: Text
    title: Note = ""
    url: str
    published: Day
    note: Note = ""

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        try:
            _HTTP_URL.validate_python(value)
        except ValidationError as error:
            raise ValueError("must be a web address that starts with https:// or http://") from error
        return value


class Exclusion(Record):
    """What was reported and is not in the ledger, and why; `facts_row` names the row, or the part of it."""

    facts_row: Text
    reason: Text


class Placement(Record):
    """Where on the border a claimed depth and width are drawn, who placed them there and why.

    A claim seldom says where. `lon`, `lat` (degrees) is the middle of the stretch; `width_claim` absent means that
    no width was claimed, and then `extent_km` says over how wide a stretch the depth is drawn as a line.
    `known_date` is the day from which it could have been drawn so, where that is later than its claims' own: its place
    or its extent may rest on what was said later.
    """

    id: Id
    depth_claim: Id
    width_claim: Id | None = None
    reading: WidthMethod
    extent_km: Annotated[Quantity, Field(gt=0, le=1000)] | None = None
    lon: Lon
    lat: Lat
    known_date: Day | None = None
    placed_by: Text
    reason: Text

    def is_known(self, known: date | None = None) -> bool:
        """Whether it could be drawn so by day `known` (None: by today), as far as the placement itself says."""
        return self.known_date is None or known is None or self.known_date <= known

    @model_validator(mode="after")
    def _width_or_extent(self) -> Self:
        if (self.width_claim is None) == (self.extent_km is None):
            raise ValueError("a placement has either width_claim, or extent_km where no width was claimed")
        return self
