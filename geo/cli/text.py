"""The reports of places and of the evacuation as lines of text, for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.analysis.casualties import Casualties
from geo.analysis.named_counts import NamedCount
from geo.analysis.people import PeopleScope
from geo.model.case import Case
from geo.model.labels import format_day_count
from geo.reports.evacuation import EvacuationReport, ZoneRow
from geo.reports.places import PlaceRow, SettlementsReport


def settlement_lines(report: SettlementsReport, case: Case, *, all_places: bool) -> Iterator[str]:
    """Write the places of a day; `all_places` also those of which nobody has said anything."""
    tally = ", ".join(f"{number} {status}" for status, number in report.tally.items())
    yield f"{report.case}, {report.on}, as known {report.known or 'today'}: {tally}; {report.disputed} disputed"
    yield f"{report.not_on_map} places without established coordinates are listed and counted, and not on the map"
    for row in report.places if all_places else report.said:
        yield from _place(row)
    for named in () if all_places else report.counts:
        yield from _count(named, case)


def _place(row: PlaceRow) -> Iterable[str]:
    flags = [flag for flag, holds in (("DISPUTED", row.disputed), ("not on the map", not row.on_map)) if holds]
    where = "" if row.offset_km is None else f", {row.offset_km:g} km from the border"
    district = f"{row.district} district" if row.district else row.oblast
    yield f"{row.name_en} ({row.name_ru}), {district}: {' · '.join([row.status, *flags])}{where}"
    for word in row.words:
        since = f"{word.status} since {word.since}, {format_day_count(word.days)}"
        yield f"    {word.cited.claimant}: {since}; {word.cited.publisher}"
    if row.first_published:
        yield "    first: " + ", ".join(f"{one.claimant}, {one.known_date}" for one in row.first_published)


def _count(named: NamedCount, case: Case) -> Iterable[str]:
    by = (len(named.by_claimant), len(named.by_side), len(named.by_anybody), len(named.entered))
    yield (
        f"{named.count.said} by {named.count.claimant}, {named.count.about_date}: named as held by itself {by[0]}, "
        f"by its side {by[1]}, by anybody {by[2]}; entered or shown, no more {by[3]}; "
        f"at least {named.unnamed_at_least} not named"
    )
    for within in named.within:
        inside = ", ".join(case.settlements[ident].name_en for ident in within.inside)
        yield f"    {within.label}: {len(within.inside)} inside, {len(within.edge)} on its edge: {inside}"


def evacuation_lines(report: EvacuationReport) -> Iterator[str]:
    """Write the zones with a word in force, the people and the casualties of a day."""
    zones = f"{len(report.ordered)} zones with a word in force"
    yield f"{report.case}, {report.on}, as known {report.known or 'today'}: {zones}"
    for zone in report.ordered:
        yield from _zone(zone)
    for scope in report.people:
        yield from _people(scope)
    yield from _casualties(report.casualties)


def _zone(zone: ZoneRow) -> Iterable[str]:
    part = " (a part)" if zone.scope == "part" else ""
    conflict = "; CONFLICTING" if zone.conflicting else ""
    yield f"{zone.name_en}, {zone.oblast}: {zone.state}{part}{conflict}; {zone.lead.reading}"
    for order in zone.orders:
        until = f" to {order.end}" if order.end else ""
        yield f"    {order.cited.said}, from {order.start}{until}: {order.cited.claimant}; {order.cited.publisher}"
    for over in zone.overlaps:
        yield f"    {over.label}: {over.words}"
    if not zone.on_map:
        yield "    no known extent: not on the map, no overlap and no distance"


def _people(scope: PeopleScope) -> Iterable[str]:
    yield f"{scope.place or 'the whole operation'}{f' [{scope.zone}]' if scope.zone else ''}"
    yield from (f"    {one.cited}" for one in scope.figures)
    for share in scope.shares:
        above = "; MORE THAN PLANNED" if share.above_plan else ""
        yield f"    {share.share:.0%} of {share.planned.said}: {share.moved.claimant}{above} (computed)"
    for rate in scope.rates:
        days = f"{rate.first.about_date} to {rate.last.about_date}"
        yield f"    {rate.people_per_day:,.0f} a day, {days}: {rate.first.claimant} (computed)"
    for conflict in scope.conflicts:
        yield f"    CONFLICT, {conflict.apart:,.0f} apart: {conflict.lower} and {conflict.higher}"


def _casualties(found: Casualties) -> Iterable[str]:
    for figure in found.figures:
        young = f", of them {' / '.join(one.said for one in figure.children)}" if figure.children else ""
        yield f"{figure.cited}{young}"
    for fall in found.decreasing_totals:
        yield f"FALLS: {fall.later} is below {fall.earlier}"
