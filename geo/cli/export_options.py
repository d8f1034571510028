"""Options and arguments of the export commands: dates, filters, views, days, files."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from geo.errors import InputError, SelectionError
from geo.export.release import Release, release
from geo.export.scope import Scope
from geo.io.case_store import open_case
from geo.model.claims import Side
from geo.model.map_layers import MAP_LAYERS
from geo.reports.address import read_viewpoint
from geo.reports.view import View, Viewpoint

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")]
DayOption = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], metavar="DATE", help="One day.")]
AtOption = Annotated[
    str, typer.Option("--at", metavar="LON,LAT,ZOOM", help="The map's middle and zoom level; else the case's own.")
]
LayersOption = Annotated[str, typer.Option("--layers", metavar="NAMES", help=f"{','.join(MAP_LAYERS)}; else all.")]
SidesOption = Annotated[str, typer.Option("--sides", metavar="NAMES", help=f"{','.join(Side)}; else all.")]
HideOption = Annotated[list[str] | None, typer.Option("--hide", metavar="CLAIMANT", help="Left out; repeatable.")]
AddressOption = Annotated[str, typer.Option("--address", metavar="URL", help="Of the app, for the permanent link.")]

SinceOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="What became known after this day.")
]
UntilOption = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="And up to this day.")]
PathOption = Annotated[
    Path, typer.Option("--out", metavar="PATH", help="The file to write, or a folder for its own name.")
]


def released_case(case: str) -> Release:
    """Open a case and apply the licence filter; what is withheld is said on standard error."""
    released = release(open_case(case))
    for decision in released.withheld:
        typer.echo(str(decision), err=True)
    return released


def chosen_scope(
    case: str,
    on: datetime | None,
    known: datetime | None,
    filters: tuple[str, str, list[str] | None] = ("", "", None),
    at: str = "",
) -> Scope:
    """Open a case for an export: both dates, the filters (layers, sides, claimants left out) and the map's view."""
    layers, sides, hide = filters
    released = released_case(case)
    speaking = {
        record.claimant for record in (*released.case.claims, *released.case.control_events, *released.case.orders)
    }
    for claimant in hide or ():
        if claimant not in speaking:
            raise SelectionError(f"--hide is {claimant!r}; nobody of that name claims anything here")
    view = View(
        day_of(on) or released.case.last_date,
        day_of(known),
        _names(layers, MAP_LAYERS, "layers") or MAP_LAYERS,
        tuple(Side(name) for name in _names(sides, tuple(Side), "sides") or tuple(Side)),
        frozenset(hide or ()),
        at=view_of(at),
    )
    return Scope(released, view, whole_period=on is None)


def _names(text: str, allowed: tuple[str, ...], option: str) -> tuple[str, ...] | None:
    if not text:
        return None
    unknown = set(text.split(",")) - set(allowed)
    if unknown:
        raise SelectionError(f"--{option} holds {', '.join(sorted(unknown))!r}; it may hold {', '.join(allowed)}")
    return tuple(name for name in allowed if name in text.split(","))


def view_of(text: str) -> Viewpoint | None:
    """Read --at: lon,lat,zoom; None when it is not given."""
    found = read_viewpoint(text) if text else None
    if text and found is None:
        raise SelectionError(f"--at is {text!r}; it must be lon,lat,zoom such as 35.2,51.2,9.5")
    return found


def parse_days(text: str) -> list[date]:
    """Read days set off by commas, or FIRST..LAST..STEP with the step in days."""
    parts = text.split("..") if ".." in text else text.split(",")
    try:
        if ".." not in text:
            return [date.fromisoformat(part.strip()) for part in parts]
        first, last = date.fromisoformat(parts[0]), date.fromisoformat(parts[1])
        step = max(int(parts[2]), 1) if len(parts) > 2 else 1
        return [first + timedelta(n) for n in range(0, (last - first).days + 1, step)]
    except (ValueError, IndexError) as error:
        raise SelectionError(
            f"--days is {text!r}; it must be days set off by commas, or FIRST..LAST..STEP such as "
            "2024-08-08..2024-08-24..2"
        ) from error


def day_of(moment: datetime | None) -> date | None:
    """Return the day of an option, None when it is not given."""
    return moment.date() if moment else None


def ending(out: Path) -> str:
    """Return the end of a file's name, which says its format."""
    return out.suffix.removeprefix(".").lower()


def write(out: Path, data: bytes) -> None:
    """Write a file and say so; InputError when its name is that of a folder."""
    if out.is_dir():
        raise InputError(f"{out} is a folder; give the name of a file")
    out.write_bytes(data)
    typer.echo(f"{out}: {len(data):,} bytes")
