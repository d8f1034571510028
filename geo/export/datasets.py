"""The content of a data file: each layer and table in a scope, with licence, both dates and stated or computed.

With a day a dataset holds that day. Without one it holds the whole period: a row for every state of every thing, with
the first and the last day on which it was in effect, so that a GIS can play it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import shape

from geo.analysis.reconstruction import Reconstruction, reconstructions_on
from geo.errors import SelectionError
from geo.export.dataset_schema import DATASET_LAYERS, DATASET_SCHEMAS, DATASET_TABLES, DATED, TABLE_SCHEMAS
from geo.export.formats.grid import on_grid
from geo.export.scope import Scope
from geo.geometry.crs import WGS84
from geo.model.asof import AsOf
from geo.model.claims import Basis, Record
from geo.model.evacuation import zones_on
from geo.model.fronts import front_on
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.model.licences import LayerLicence, licence_of
from geo.model.places import places_on
from geo.reports.layer_frames import check_layer, typed
from geo.reports.layers import layer


def dataset(scope: Scope, name: str) -> gpd.GeoDataFrame:
    """Return one layer of a scope, in EPSG:4326, coordinates to 1 cm, columns and types as in `DATASET_SCHEMAS`.

    Raises
    ------
    SelectionError
        When there is no such layer.
    """
    if name not in DATASET_LAYERS:
        raise SelectionError(f"layer is {name!r}; it must be one of {', '.join(DATASET_LAYERS)}")
    rows = _dated(scope, name) if name in DATED else _still(scope, name)
    schema = DATASET_SCHEMAS[name]
    frame = typed(pd.DataFrame(list(rows), columns=[*schema.names, "geometry"]), schema)
    return check_layer(on_grid(gpd.GeoDataFrame(frame, geometry="geometry", crs=WGS84)), schema)


def table(scope: Scope, name: str) -> pd.DataFrame:
    """Return one table of a scope: claims, statements about places, orders, or the sources of these.

    Claims hold whatever was known, those that were corrected or withdrawn too, as the ledger keeps them.
    """
    if name not in DATASET_TABLES:
        raise SelectionError(f"table is {name!r}; it must be one of {', '.join(DATASET_TABLES)}")
    rows = [_table_row(scope, name, record) for record in _records(scope, name)]
    schema = TABLE_SCHEMAS[name]
    return typed(pd.DataFrame(rows, columns=list(schema.names)), schema)


def _records(scope: Scope, name: str) -> list[Any]:
    case, last, known = scope.case, scope.days[-1], scope.known
    if name == "claims":
        return list(scope.claims)
    by_name: dict[str, tuple[Any, ...]] = {"control_events": case.control_events, "evacuation_orders": case.orders}
    if name in by_name:
        return [r for r in by_name[name] if r.about_date <= last and (known is None or r.known_date <= known)]
    used = {record.source for kind in ("claims", *by_name) for record in _records(scope, kind)}
    return [source for key, source in sorted(case.sources.items()) if key in used]


def _table_row(scope: Scope, name: str, record: Record) -> dict[str, Any]:
    row = licence_of(scope.case.licences, name)
    said = record.model_dump(mode="json")
    if name != "sources":
        source = scope.case.sources[said["source"]]
        said |= {"publisher": source.publisher, "url": source.url}
    licence = "addresses and titles only" if row is None else row.licence
    return said | _stamp(scope) | {"licence": licence, "attribution": None if row is None else row.attribution or None}


def _stamp(scope: Scope) -> dict[str, Any]:
    case = scope.case
    return {"as_known_on": scope.known, "case_id": case.settings.id, "case_version": case.version}


def _dated(scope: Scope, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a layer, one for each state of each thing, with the days on which it was in effect."""
    rows_on = cache(lambda day: _rows_on(scope, name, day))
    for key, first, last in _spans(scope, name):
        for row in rows_on(first):
            if row["id"] == key:
                extra = _rights(scope, name, row) | _stamp(scope)
                yield row | {k: v for k, v in extra.items() if k not in row} | {"from_date": first, "to_date": last}


def _spans(scope: Scope, name: str) -> list[tuple[str, date, date]]:
    """Return (id, first day, last day) of every stretch of days over which a thing keeps one state."""
    states_on = _states(scope, name)
    begun: dict[str, tuple[Any, date]] = {}
    spans: list[tuple[str, date, date]] = []
    before = scope.days[0]
    for day in scope.days:
        now = states_on(day)
        ended = [key for key, (state, _) in begun.items() if now.get(key) != state]
        spans += [(key, begun.pop(key)[1], before) for key in ended]
        for key, state in now.items():
            begun.setdefault(key, (state, day))
        before = day
    spans += [(key, first, before) for key, (_, first) in begun.items()]
    return sorted(spans, key=lambda span: (span[1], span[0]))


def _states(scope: Scope, name: str) -> Callable[[date], Mapping[str, Any]]:
    """Return what tells one state of a layer's things from another on a day."""
    case, known = scope.case, scope.known
    if name == "settlements":
        return lambda day: {k: s.words for k, s in places_on(case.control_events, AsOf(day, known)).items()}
    if name == "zones":
        return lambda day: {k: s.words for k, s in zones_on(case.orders, AsOf(day, known)).items()}
    if name == "fronts":
        found = cache(lambda day: [front_on(track, AsOf(day, known), case.settings.ages) for track in case.fronts])
        return lambda day: {one.track.id: one.index for one in found(day) if one.index is not None}
    return lambda day: {item.id: item.id for item in reconstructions_on(scope.advances, AsOf(day, known))}


def _rows_on(scope: Scope, name: str, day: date) -> list[dict[str, Any]]:
    frame = layer(scope.case, name, AsOf(day, scope.known))
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


def _rights(scope: Scope, name: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Say whether a row was stated or computed, under which licence it lies, and whom it must credit."""
    rows = scope.case.licences
    if name == "settlements":
        place = scope.case.settlements[row["id"]]
        return _given("stated", *_row_rights(licence_of(rows, "settlements", place.coordinate_source)))
    if name == "zones":
        zone = scope.case.zones[row["id"]]
        return _given("stated", zone.licence, zone.attribution)
    if name == "fronts":
        credit = next(track.attribution for track in scope.case.fronts if track.id == row["id"])
        return _given("drawn by the mapper", None, credit)
    placed, border = licence_of(rows, "placements"), licence_of(rows, "border")
    licence = "; ".join(f"{one.layer}: {one.licence}" for one in (placed, border) if one is not None)
    credit = "; ".join(one.attribution for one in (placed, border) if one is not None and one.attribution)
    return _given(_basis(scope, row["id"]), licence, credit)


def _basis(scope: Scope, ident: str) -> str:
    item: Reconstruction = next(item for item in scope.advances if item.id == ident)
    claims = [claim for claim in (item.depth, item.width) if claim is not None]
    return Basis.COMPUTED.value if any(c.basis is Basis.COMPUTED for c in claims) else Basis.STATED.value


def _row_rights(row: LayerLicence | None) -> tuple[str | None, str | None]:
    return (None, None) if row is None else (row.licence, row.attribution)


def _given(basis: str | None, licence: str | None, attribution: str | None) -> dict[str, Any]:
    return {"basis": basis, "licence": licence or None, "attribution": attribution or None}


def _still(scope: Scope, name: str) -> Iterator[dict[str, Any]]:
    case = scope.case
    if name == "border":
        rights = _given(None, *_row_rights(licence_of(case.licences, "border")))
        yield from (row | rights | _stamp(scope) for row in _rows_on(scope, "border", scope.days[0]))
        return
    for feature in case.base:
        geometry = shape(feature["geometry"])
        if geometry.geom_type in DATASET_SCHEMAS[name].geometry_types:
            said = feature["properties"]
            yield (
                {key: said.get(key) for key in (*LAYER_SCHEMAS["base"].names, "attribution")}
                | _stamp(scope)
                | {"geometry": geometry}
            )
