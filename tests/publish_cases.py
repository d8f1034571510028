"""A small case that may be published, with fronts of two mappers: one that is publishable and one that is withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shapely.geometry import MultiPolygon, box

from geo.geometry.topology.arcs import encode_series
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.fronts import FrontFigures, FrontStatus, FrontTrack, Snapshot
from geo.model.licences import LayerLicence
from tests.cases import day, small_case

OWN = "facts in our own words"
OPEN_FRONT = "mine"
CLOSED_FRONT = "theirs"


def licences() -> tuple[LayerLicence, ...]:
    """Return a row for every layer that carries no licence of its own."""
    texts = ("claims", "control_events", "evacuation_orders", "placements", "settlements")
    border = LayerLicence(layer="border", licence="ODbL-1.0", attribution="Border made by hand")
    return (*(LayerLicence(layer=name, licence=OWN) for name in texts), border)


def track(archive: str, licence: str, *, may_publish: bool = True, days: tuple[int, ...] = (6, 7, 9)) -> FrontTrack:
    """Return a mapper's held ground: a square that grows by a tenth of a degree with every drawing."""
    grounds = [MultiPolygon([box(35.1, 51.22, 35.2 + 0.1 * n, 51.32)]) for n in range(len(days))]
    snapshots = tuple(Snapshot(day(n), day(n), f"{archive}-{n}.geojson", f"{n:064x}") for n in days)
    figures = tuple(FrontFigures(area_km2=77.0 * (n + 1)) for n in range(len(days)))
    return FrontTrack(
        archive,
        archive.title(),
        Side.UKRAINE,
        FrontStatus.HELD,
        licence,
        f"{archive.title()} (credit)",
        may_publish,
        snapshots,
        encode_series(grounds),
        figures,
    )


def public_case() -> Case:
    """Return the small case with licences and two mappers' fronts."""
    case = small_case()
    base = tuple(f | {"properties": f["properties"] | {"licence": "CC0-1.0", "attribution": "Hand"}} for f in case.base)
    fronts = (track(OPEN_FRONT, "CC-BY-4.0"), track(CLOSED_FRONT, "all rights reserved"))
    return replace(case, base=base, fronts=fronts, licences=licences())


SEVENTH_DAY = day(6)
assert date(2024, 8, 12) == SEVENTH_DAY
