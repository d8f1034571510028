"""The column of a layer or a table: its type, its unit, whether it may be absent, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.errors import SelectionError


class ColumnType(StrEnum):
    """What the values of a column are; the value is the word for a person."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    WHOLE = "whole number"
    YES_NO = "yes or no"


class Origin(StrEnum):
    """Where the values of a column come from."""

    SAID = "said"
    """By a claimant, a publisher or a mapper."""
    PLACED = "placed"
    """By whoever put a claim on the ground, with the convention by which that was done."""
    MEASURED = "measured"
    """On the ground, by Salient."""
    RECORDED = "recorded"
    """Names, rights, files and versions, and what follows from them."""


class GeometryFamily(StrEnum):
    """What a layer is made of; each has a form of several parts."""

    POINT = "Point"
    LINE = "LineString"
    POLYGON = "Polygon"

    @property
    def geometry_types(self) -> tuple[str, str]:
        """The names of its geometry types, of one part and of several.

        >>> GeometryFamily.LINE.geometry_types
        ('LineString', 'MultiLineString')
        """
        return self.value, f"Multi{self.value}"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `choices` are all that it may hold (empty: anything of its type), `about` says what it means."""

    name: str
    type: ColumnType
    about: str
    origin: Origin = Origin.RECORDED
    unit: str = ""
    nullable: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableSchema:
    """The columns of a table, in order, with its name and its title for people."""

    name: str
    title: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return a column by its name; SelectionError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise SelectionError(f"{self.name} has no column {name!r}; it has {', '.join(self.names)}")


@dataclass(frozen=True)
class LayerSchema(TableSchema):
    """A table whose rows lie on the ground, in EPSG:4326.

    Attributes
    ----------
    geometry : tuple of GeometryFamily
        What its rows may be.
    dated : bool
        Whether it changes with the day.
    """

    geometry: tuple[GeometryFamily, ...]
    dated: bool

    @property
    def claimed(self) -> bool:
        """Whether its ground is reconstructed from a claim; its rows then say so."""
        return "claimed" in self.names

    @property
    def geometry_types(self) -> tuple[str, ...]:
        """The names of the geometry types that its rows may have."""
        return tuple(name for family in self.geometry for name in family.geometry_types)
