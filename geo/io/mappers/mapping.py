"""Say once what the columns and classes of a person's own files mean, and keep it with the archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from geo.errors import SelectionError
from geo.io.mappers.days import check_pattern
from geo.io.mappers.drawing import DrawnKind
from geo.model.claims import Side
from geo.model.fronts import FrontStatus

IGNORE = "ignore"
#: What a class can mean, as it is written on the command line and in `archive.json`.
MEANINGS: dict[str, DrawnKind | None] = {
    **{f"{side}.{status}": (side, status) for side in (Side.UKRAINE, Side.RUSSIA) for status in FrontStatus},
    "unclear": (None, FrontStatus.UNCLEAR),
    IGNORE: None,
}
#: What a line can be taken for: nothing (it is told), or the edge of the ground between it and the border.
TO_BORDER = "to-border"
LINES = ("", TO_BORDER)


@dataclass(frozen=True)
class FieldMapping:
    """Which column holds the day, which the class, which the name, and what each class means.

    Attributes
    ----------
    date_column : str
        Empty: the day is in the file's name.
    class_column : str
        Empty: the class is the layer's name (the file's, where the format has no layers), its date left out.
    name_column : str
        Whose value names a feature in messages; empty for none.
    classes : dict
        From a class to one of `MEANINGS`.
    until_column : str
        The column with the last day of a span that `date_column` begins; empty: a feature is of one day.
    date_pattern : str
        How days are spelled, such as YYMMDD or DD.MM.YYYY; empty: as `geo.io.mappers.days` reads them by itself.
    layer : str
        The one layer that is meant, of a file with several; empty: every one that has the columns.
    lines : str
        One of `LINES`.
    """

    date_column: str = ""
    class_column: str = ""
    name_column: str = ""
    classes: dict[str, str] = field(default_factory=dict)
    until_column: str = ""
    date_pattern: str = ""
    layer: str = ""
    lines: str = ""

    def __post_init__(self) -> None:
        for name, meaning in self.classes.items():
            if meaning not in MEANINGS:
                raise SelectionError(
                    f"class {name!r} is said to mean {meaning!r}; it must be one of {', '.join(MEANINGS)}"
                )
        check_pattern(self.date_pattern)
        if self.lines not in LINES:
            raise SelectionError(f"lines is {self.lines!r}; it must be {TO_BORDER} or left out")
        if self.until_column and not self.date_column:
            raise SelectionError(
                f"the last day is said to be in {self.until_column!r}, and the first nowhere; name its column too "
                "(--date-column)"
            )

    def kind(self, name: str) -> DrawnKind | None:
        """Return what a class means, None when it is to be ignored; KeyError when nobody said."""
        return MEANINGS[self.classes[name]]

    def over(self, other: FieldMapping | None) -> FieldMapping:
        """Return this mapping, with what it does not say taken from another one."""
        if other is None:
            return self
        texts = {one.name: getattr(self, one.name) or getattr(other, one.name) for one in fields(self)}
        return FieldMapping(**texts | {"classes": {**other.classes, **self.classes}})


def read_classes(pairs: Iterable[str]) -> dict[str, str]:
    """Read ``CLASS=MEANING`` pairs.

    Examples
    --------
    >>> read_classes(["AssessedControl=russia.held", "Reports=ignore"])
    {'AssessedControl': 'russia.held', 'Reports': 'ignore'}
    """
    found = {}
    for pair in pairs:
        name, equals, meaning = pair.rpartition("=")
        if not equals or not name:
            raise SelectionError(f"class is {pair!r}; it must be CLASS=MEANING, such as AssessedControl=russia.held")
        found[name] = meaning
    return found
