"""Which errors Salient raises, and the record of a rejected row.

The tree::

    SalientError
    ├── InputError           something a person gave is wrong; the message says what would be right
    │   ├── CaseError        a case folder or one of its files can't be used at all
    │   ├── GeometryError    a geometry can't be measured or built
    │   └── SelectionError   a date, layer, claim or other choice that does not exist
    └── AssetError           an installed package does not hold the file it should

Every message reads as a sentence: what was wrong, the value, what would be right.
A single bad row never raises: it becomes a `Fault` and the rest of the file is kept.
"""

from __future__ import annotations

from dataclasses import dataclass


class SalientError(Exception):
    """Any error that Salient raises on purpose. Its text may be shown to a person."""


class InputError(SalientError):
    """Something a person gave is wrong."""


class CaseError(InputError):
    """A case folder, or one of its files, can't be used at all."""


class GeometryError(InputError):
    """A geometry can't be measured or built."""


class SelectionError(InputError):
    """A date, layer, claim or other choice that does not exist."""


class AssetError(SalientError):
    """An installed package does not hold the file it should."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One rejected value: where it stands, what it is, and what would be right.

    Parameters
    ----------
    file : str
        Name of the file inside the case folder, e.g. ``claims.csv``.
    row : int or None
        Line number as a spreadsheet shows it (the header is row 1); None for the whole file.
    field : str or None
        Column or property; None when the whole row is meant.
    value : str
        What was found, as text.
    reason : str
        What was wrong and what would be right.

    Examples
    --------
    >>> print(Fault("claims.csv", 7, "value", "-3", "depth_km must be above 0"))
    claims.csv row 7, value '-3': depth_km must be above 0
    """

    file: str
    row: int | None
    field: str | None
    value: str
    reason: str

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file} row {self.row}"
        if self.field is not None:
            place += f", {self.field} {self.value!r}"
        return f"{place}: {self.reason}"
