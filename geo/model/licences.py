"""Licences of each part of a case, and which of them let it be published.

The release filter fails closed: a layer whose licence is not on the list of open ones is withheld, whatever is
switched on. Only a permission given in writing publishes it, and the permission is a record with who gave it and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, model_validator

from geo.model.claims import Day, Note, Record, Text

#: Licences, and words that stand for one, under which a work may be passed on with its attribution.
OPEN_LICENCES = frozenset(
    {
        "odbl-1.0",
        "odc-by-1.0",
        "pddl-1.0",
        "cc0-1.0",
        "cc-by-2.0",
        "cc-by-3.0",
        "cc-by-4.0",
        "cc-by-sa-2.0",
        "cc-by-sa-3.0",
        "cc-by-sa-4.0",
        "ogl-uk-3.0",
        "public domain",
        "own work",
        "facts in our own words",
    }
)
#: What stands for the licence of a file that names none.
NOT_STATED = "not stated"
#: Words with which a bracket or a label takes back what the licence beside it gives.
_TAKEN_BACK = re.compile(
    r"\b(no|not|non|nc|nd|never|without|except|excluding|unless|only|own use|proprietary|reserved|permission|private|"
    r"confidential|closed|forbid\w*|prohibit\w*|restrict\w*|embargo\w*)\b",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\([^()]*\)")


class LayerLicence(Record):
    """A row of `licences.csv`: the licence of a layer, or of those of its records that come from one source.

    `source` is how the record's own source begins (`coordinate_source` of a settlement,
    `population_source` of its population, the archive of a front);
    empty means the whole layer. `permission` is the written word that publishes what the licence withholds;
    it needs `permitted_by` and `permitted_on`.
    """

    layer: Annotated[
        str,
        Field(
            pattern="^(claims|statements|control_events|evacuation_orders|settlements|populations|placements|border|base|zones|fronts)$"
        ),
    ]
    source: Note = ""
    licence: Text
    attribution: Note = ""
    permission: Note = ""
    permitted_by: Note = ""
    permitted_on: Day | None = None

    @model_validator(mode="after")
    def _permission_in_full(self) -> Self:
        given = (bool(self.permission), bool(self.permitted_by), self.permitted_on is not None)
        if any(given) != all(given):
            raise ValueError("permission, permitted_by and permitted_on are given together or not at all")
        if self.permission and self.layer in {"fronts", "zones", "base"} and not self.source:
            raise ValueError(f"source is empty; a permission for {self.layer} names the one source that it is for")
        return self

    def covers(self, layer: str, source: str) -> bool:
        """Whether this row speaks of a record of `layer` that comes from `source`."""
        if self.layer == "fronts" and self.source:
            return layer == "fronts" and source == self.source
        return self.layer == layer and source.startswith(self.source)


def is_open(licence: str) -> bool:
    """Whether a licence lets a work be published; every one of several named must.

    Parts are set off by semicolons, commas or "AND"; what stands in brackets or before a colon says what a part is
    about, and may take nothing back. Spaces may stand for hyphens. A licence that is not known is not open.

    Examples
    --------
    >>> is_open("ODbL-1.0 (border), CC-BY-4.0 (GeoNames)"), is_open("Natural Earth: public domain; border: ODbL-1.0")
    (True, True)
    >>> is_open("CC BY-SA 4.0"), is_open("CC BY-NC 4.0")
    (True, False)
    >>> is_open("CC-BY-NC-4.0"), is_open("not stated"), is_open("CC-BY-4.0, all rights reserved"), is_open("")
    (False, False, False, False)
    >>> is_open("CC-BY-4.0 (no redistribution)"), is_open("Not for publication: CC0-1.0")
    (False, False)
    """
    if _TAKEN_BACK.search(licence):
        return False
    parts = re.split(r"[;,]|\bAND\b", _PARENTHESIS.sub("", licence))
    named = (part.rpartition(":")[2].strip().casefold() for part in parts)
    return all(name in OPEN_LICENCES or name.replace(" ", "-") in OPEN_LICENCES for name in named)


def is_recorded(licence: str) -> bool:
    """Whether any licence is recorded.

    >>> is_recorded("all rights reserved"), is_recorded("not stated: the user's file"), is_recorded("")
    (True, False, False)
    """
    return bool(licence.strip()) and not licence.strip().casefold().startswith(NOT_STATED)


def licence_of(rows: Iterable[LayerLicence], layer: str, source: str = "") -> LayerLicence | None:
    """Return the row that speaks of a record most closely: the one with the longest `source`; None if there is none."""
    return max((row for row in rows if row.covers(layer, source)), key=lambda row: len(row.source), default=None)
