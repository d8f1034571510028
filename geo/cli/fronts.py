"""The commands about mappers' fronts: `fronts` says what each drew for a day, `changes` what it gained and lost."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any

import typer
from shapely.geometry import mapping as as_geojson

from geo.analysis.fronts import FrontChange, front_change, front_days
from geo.cli.options import CaseArgument, JsonOption, KnownOption, OnOption
from geo.errors import SelectionError
from geo.export.formats.grid import valid_on_grid
from geo.io.case_store import open_case
from geo.model.ages import Ages
from geo.model.asof import AsOf
from geo.model.fronts import FrontFigures, FrontOn, fronts_on
from geo.model.labels import AGE_LABELS, FRONT_STATE_LABELS, format_day_count, front_label


def list_fronts(case: CaseArgument, on: OnOption, known: KnownOption = None, *, as_json: JsonOption = False) -> None:
    """Say what each mapper drew for a day, and what it measures.

    Example: python -m geo fronts kursk-2024 --on 2024-08-12
    """
    opened = open_case(case)
    day = opened.check_date(on.date())
    seen = None if known is None else opened.check_date(known.date(), "known")
    found = fronts_on(opened.fronts, AsOf(day, seen), opened.settings.ages)
    if as_json:
        rows = [_data(one, _change(one, AsOf(day, seen)), opened.settings.ages) for one in found]
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    if not found:
        typer.echo("no fronts have been imported into this case; python -m geo import brings an archive in")
    for one in found:
        typer.echo(_line(one, day, opened.settings.ages))


def _data(one: FrontOn, change: dict[str, float], ages: Ages) -> dict[str, Any]:
    snapshot = one.snapshot
    return {
        "track": one.track.id,
        "mapper": one.track.mapper,
        "holder": one.track.holder.value,
        "status": one.track.status.value,
        "state": one.state.value,
        "age_days": one.age_days,
        "age": ages.state(one.age_days).value,
        "about_date": snapshot and snapshot.about_date.isoformat(),
        "known_date": snapshot and snapshot.known_date.isoformat(),
        "file": snapshot and snapshot.file,
        "sha256": snapshot and snapshot.sha256,
        "licence": one.track.licence,
        "change_since_the_day_before": change,
    } | (asdict(one.figures) | _gained_lost(one) if one.figures else {})


def _gained_lost(one: FrontOn) -> dict[str, float | None]:
    gained_km2, lost_km2 = one.gained_lost_km2 or (None, None)
    return {"gained_km2": gained_km2, "lost_km2": lost_km2}


def _change(one: FrontOn, as_of: AsOf) -> dict[str, float]:
    return next((day.change for day in front_days(one.track, as_of.known) if day.on == as_of.on), {})


def _line(one: FrontOn, on: date, ages: Ages) -> str:
    who = f"{one.track.mapper}, {front_label(one.track.status, one.track.holder)}"
    age = AGE_LABELS[ages.state(one.age_days)]
    figures, snapshot = one.figures, one.snapshot
    if figures is None or snapshot is None:
        return f"{who}: {one.nothing_words}" if one.age_days else f"{who}: no data for {on} or before"
    state = FRONT_STATE_LABELS[one.state]
    if one.age_days:
        state = f"{state} {format_day_count(one.age_days)}, from {snapshot.about_date}{age and f' ({age})'}"
    if figures.depth_max_km is None:
        text = f"{who}: {state}; {figures.area_km2:,.1f} km² drawn, none of it measured beyond the border"
    else:
        mean = "" if figures.depth_mean_km is None else f" ({figures.depth_mean_km:.1f} as area / straight width)"
        text = (
            f"{who}: {state}; {figures.target_km2:,.1f} km² beyond the border, {figures.depth_max_km:.1f} km deep"
            f"{mean}, {_width(figures)}"
        )
    if one.age_days:
        return text
    if one.gained_lost_km2 is None:
        return f"{text}; no difference: {one.no_change_words}"
    gained_km2, lost_km2 = one.gained_lost_km2
    return f"{text}; {gained_km2:,.1f} km² gained, {lost_km2:,.1f} lost since the day before"


def _width(figures: FrontFigures) -> str:
    """Write the widths, the contact and the fill, or why there are none."""
    if figures.width_chord_km is None:
        return "width not measured as it is today; import the archive again"
    return (
        f"{figures.width_chord_km:.1f} km wide (straight; {figures.width_along_km:.1f} km of border beside it, "
        f"{figures.contact_km:.1f} km touched), fill {figures.fill:.2f}"
    )


def changes(
    case: CaseArgument,
    track: Annotated[str, typer.Option("--track", metavar="TRACK", help="Whose front; `fronts --json` names them.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DATE", help="The earlier day.")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DATE", help="The later day.")],
    known: KnownOption = None,
    *,
    geojson: Annotated[bool, typer.Option("--geojson", help="Print the gained and the lost ground.")] = False,
) -> None:
    """Say what a mapper's front gained and lost between two days that it drew; across a gap nothing is computed.

    Example: python -m geo changes kursk-2024 --track owlmap.ukraine.held --from 2024-08-12 --to 2024-08-14
    """
    opened = open_case(case)
    tracks = {one.id: one for one in opened.fronts}
    if track not in tracks:
        raise SelectionError(f"track is {track!r}; this case has {', '.join(tracks) or 'no fronts'}")
    seen = None if known is None else opened.check_date(known.date(), "known")
    days = opened.check_date(first.date(), "from"), opened.check_date(last.date(), "to")
    found = front_change(tracks[track], *days, opened.border, seen)
    if geojson:
        typer.echo(json.dumps(_collection(found), ensure_ascii=False))
        return
    typer.echo(
        f"{found.track.mapper}, {found.before.about_date} to {found.after.about_date}: "
        f"{found.gained_km2:,.1f} km² gained ({found.gained_beyond_km2:,.1f} beyond the border), "
        f"{found.lost_km2:,.1f} km² lost ({found.lost_beyond_km2:,.1f} beyond the border)"
    )


def _collection(found: FrontChange) -> dict[str, Any]:
    about = {
        "track": found.track.id,
        "mapper": found.track.mapper,
        "from": found.before.about_date.isoformat(),
        "to": found.after.about_date.isoformat(),
        "licence": found.track.licence,
    }
    grounds = {"gained": (found.gained, found.gained_km2), "lost": (found.lost, found.lost_km2)}
    features = [
        {
            "type": "Feature",
            "properties": about | {"change": name, "area_km2": area_km2},
            "geometry": as_geojson(valid_on_grid(ground)),
        }
        for name, (ground, area_km2) in grounds.items()
    ]
    return {"type": "FeatureCollection", "features": features}
