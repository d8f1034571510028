"""Word of an import: what is new, what was there already, what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geo.model.faults import Fault


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: files that are new, that were there already, that came back changed; days there are now.

    `rejected` is what could not be used, and the notes (`Fault.is_note`) of what could. `tracks` has for each kind of
    ground how many days it has now, the first and the last. Of a dry run all of it is what would be.
    """

    name: str
    added: int
    unchanged: int
    revised: int
    days: int
    rejected: tuple[Fault, ...]
    tracks: Mapping[str, tuple[int, date, date]] = field(default_factory=dict)
    is_dry_run: bool = False

    def __str__(self) -> str:
        faults = sum(not fault.is_note for fault in self.rejected)
        notes = len(self.rejected) - faults
        noted = f", {_counted(notes, 'note')}" if notes else ""
        would = "dry run, nothing was written; " if self.is_dry_run else ""
        return (
            f"{would}{self.name}: {_counted(self.added, 'file')} new, {self.revised} changed since they were read "
            "before, "
            f"{self.unchanged} there already, {_counted(faults, 'fault')}{noted}; "
            f"{_counted(self.days, 'day')} in all"
        )

    @property
    def has_faults(self) -> bool:
        """Whether something was left out."""
        return any(not fault.is_note for fault in self.rejected)


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
