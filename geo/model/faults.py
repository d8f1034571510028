"""A rejected value with its place and reason: a bad row never raises, it becomes a `Fault` and the rest is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError

#: What a check finds in a row before its file is known: field, value, reason.
Problem = tuple[str, str, str]
#: What differs between reasons of one kind: quoted values and numbers.
_VARYING = re.compile(r"'[^']*'|\d+(?:[.,:\-]\d+)*")


@dataclass(frozen=True, slots=True)
class Fault:
    """One rejected value: where it is, what it is, and what would be right.

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
    is_note : bool
        Whether nothing is left out for it: something that a reader should know of what was kept.

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
    is_note: bool = False

    def __str__(self) -> str:
        place = self.file if self.row is None else f"{self.file} row {self.row}"
        if self.field is not None:
            place += f", {self.field} {self.value!r}" if self.value else f", {self.field}"
        return f"{place}: {self.reason}"


def fault_of_file(file: str, words: str, *, is_note: bool = False) -> Fault:
    """Return what is to be said of a whole file; words that begin with its name say it once.

    Examples
    --------
    >>> print(fault_of_file("a.json", "a.json draws no area"))
    a.json: it draws no area
    >>> print(fault_of_file("a.json", "a.json, feature 2: a ring is open"))
    a.json: feature 2: a ring is open
    """
    rest = words.removeprefix(file)
    if rest != words and rest[:2] in {": ", ", "}:
        words = rest[2:]
    elif rest != words and rest.startswith(" "):
        words = f"it{rest}"
    return Fault(file, None, None, "", words, is_note)


def fault_lines(faults: Iterable[Fault], most: int = 3) -> list[str]:
    """Say faults in few lines: of each kind of reason the first few, and how many more there are in how many files.

    Reasons are of a kind when they differ in files, numbers and quoted values alone.

    Examples
    --------
    >>> many = [Fault(f"{n}.json", n, "day", f"x{n}", f"'x{n}' is no day") for n in range(1, 6)]
    >>> for line in fault_lines([*many, Fault("a.json", None, None, "", "is empty")], most=2): print(line)
    1.json row 1, day 'x1': 'x1' is no day
    2.json row 2, day 'x2': 'x2' is no day
    and 3 more like these, in 3 files
    a.json: is empty
    """
    kinds: dict[tuple[str | None, str], list[Fault]] = {}
    for fault in faults:
        shape = _VARYING.sub("#", fault.reason.replace(fault.file, "#"))
        kinds.setdefault((fault.field, shape), []).append(fault)
    lines: list[str] = []
    for alike in kinds.values():
        lines += map(str, alike[:most])
        if rest := alike[most:]:
            files = len({fault.file for fault in rest})
            lines.append(f"and {len(rest):,} more like these, in {files:,} file{'' if files == 1 else 's'}")
    return lines


def faults_of(error: ValidationError, file: str, row: int | None) -> list[Fault]:
    """Turn pydantic's errors about one record into faults that read as sentences."""
    faults = []
    for detail in error.errors(include_url=False):
        field = ".".join(str(part) for part in detail["loc"]) or None
        reason = detail["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
        if detail["type"] == "missing":
            value, reason = "", "is empty; it is needed"
        else:
            value = "" if field is None else str(detail["input"])[:120]
        faults.append(Fault(file, row, field, value, reason))
    return faults
