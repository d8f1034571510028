"""The tables of an imported archive: drawings with their days, files and figures, and what was rejected."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from geo.model.faults import Fault
from geo.model.fronts import FrontFigures, FrontTrack, Snapshot

_OF_WIDTH = ("depth_mean_km", "width_chord_km", "width_along_km", "fill")
_SINCE_WIDTH = "contact_km"


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read a table as rows of text by column."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_drawings(path: Path, tracks: Iterable[FrontTrack]) -> None:
    """Write one row a track and drawing."""
    rows = (
        {"track": track.id} | asdict(snapshot) | asdict(figures)
        for track in tracks
        for snapshot, figures in zip(track.snapshots, track.figures, strict=True)
    )
    _write(path, ["track", *_names(Snapshot), *_names(FrontFigures)], rows)


def write_faults(path: Path, faults: Iterable[Fault]) -> None:
    """Write one row a rejected value."""
    _write(path, _names(Fault), map(asdict, faults))


def snapshot_of(row: dict[str, str]) -> Snapshot:
    """Read the days and the file of a drawing."""
    return Snapshot(
        date.fromisoformat(row["about_date"]),
        date.fromisoformat(row["known_date"]),
        row["file"],
        row["sha256"],
        datetime.fromisoformat(row["taken_at"]) if row["taken_at"] else None,
        int(row["revision"]),
        row["known_assumed"] == "True",
    )


def figures_of(row: dict[str, str]) -> FrontFigures:
    """Read what a drawing measures; widths of an archive from before widths were the ground's are left out."""
    given = row if is_current(row) else row | dict.fromkeys((*_OF_WIDTH, _SINCE_WIDTH), "")
    numbers = {name: float(given[name]) if given[name] else None for name in _names(FrontFigures)}
    return FrontFigures(**numbers)  # type: ignore[arg-type] # the two areas are never empty


def is_current(row: dict[str, str]) -> bool:
    """Whether a drawing was measured by the rules of today: its width is the ground's, and no longer its contact."""
    return _SINCE_WIDTH in row


def fault_of(row: dict[str, str]) -> Fault:
    """Read a rejected value."""
    number = int(row["row"]) if row["row"] else None
    # Archives that were imported before notes were told apart have no such column.
    return Fault(
        row["file"], number, row["field"] or None, row["value"], row["reason"], row.get("is_note", "") == "True"
    )


def _names(record: type[Snapshot | FrontFigures | Fault]) -> list[str]:
    return [one.name for one in fields(record)]


def _write(path: Path, columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8")
