"""Parse the files of a case into a Case: whatever can be kept is kept, the rest is listed with its reason."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from pydantic import ValidationError
from shapely.geometry import LineString, mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.analysis.provenance import by_subject, subject_of
from geo.errors import CaseError, InputError
from geo.geometry.crs import MetricCRS
from geo.io.geojson import Feature, read_geojson
from geo.io.tables import read_table
from geo.io.zones import read_zones
from geo.model.case import Case, CaseSettings
from geo.model.claims import Claim, Exclusion, Placement, Record, Source, Statement
from geo.model.evacuation import EvacuationOrder, EvacuationZone
from geo.model.faults import Fault, Problem, faults_of
from geo.model.licences import LayerLicence
from geo.model.places import ControlEvent, Settlement
from geo.validation.locations import Outline, PlaceCheck
from geo.validation.references import (
    Known,
    Rows,
    claim_problems,
    event_problems,
    grade_problems,
    keep,
    order_problems,
    part_problems,
    placement_problems,
    settlement_problems,
    statement_problems,
    superseded_problems,
)

SETTINGS_FILE = "case.toml"
BORDER_FILE = "border.geojson"
ZONES_FILE = "evacuation_zones.geojson"
BASE_FILE = "base.geojson"
TABLES: dict[str, type[Record]] = {
    "claims.csv": Claim,
    "sources.csv": Source,
    "statements.csv": Statement,
    "settlements.csv": Settlement,
    "control_events.csv": ControlEvent,
    "evacuation_orders.csv": EvacuationOrder,
    "placements.csv": Placement,
    "rejected.csv": Exclusion,
    "licences.csv": LayerLicence,
}
FILES = (SETTINGS_FILE, BORDER_FILE, ZONES_FILE, BASE_FILE, *TABLES)

_Row = TypeVar("_Row", bound=Record)


def read_case(files: Mapping[str, bytes]) -> Case:
    """Build a case from its files.

    Parameters
    ----------
    files : mapping of name to bytes
        `case.toml` and `border.geojson` are needed; a table that is not there is an empty table.

    Raises
    ------
    CaseError
        When `case.toml` or `border.geojson` is missing or can't be used. Everything else becomes a fault.
    """
    settings = read_settings(files)
    border, border_note = _border(files)
    faults: list[Fault] = []
    zones = _zones(files, faults)
    base = tuple(_base(files, faults))
    reader = _Reader(files, faults)
    sources = {source.id: source for source in reader.rows("sources.csv", Source, _no_problems)}
    known = Known(settings, sources=sources, zones=zones)
    places = reader.rows("settlements.csv", Settlement, _place_problems(known, zones, base))
    known = replace(known, settlements={place.id: place for place in places})
    claims = reader.claims(known)
    known = replace(known, claims={claim.id: claim for claim in claims})
    return Case(
        settings=settings,
        border_lonlat=border,
        claims=claims,
        sources=sources,
        statements=reader.rows("statements.csv", Statement, partial(statement_problems, known=known)),
        settlements=dict(known.settlements),
        control_events=reader.rows("control_events.csv", ControlEvent, partial(event_problems, known=known)),
        zones=zones,
        orders=reader.rows("evacuation_orders.csv", EvacuationOrder, partial(order_problems, known=known)),
        placements=reader.rows("placements.csv", Placement, partial(placement_problems, known=known)),
        exclusions=reader.rows("rejected.csv", Exclusion, _no_problems),
        base=base,
        attributions=_attributions(border_note, zones, base),
        licences=reader.rows("licences.csv", LayerLicence, _no_problems),
        faults=tuple(faults),
        version=version_of(files),
    )


def version_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the names and bytes of a case's files, in the order of their names."""
    digest = hashlib.sha256()
    for name in sorted(set(files) & set(FILES)):
        digest.update(f"{name}\0{len(files[name])}\0".encode())
        digest.update(files[name])
    return digest.hexdigest()


class _Reader:
    """Reads the tables of one case and collects what it rejects."""

    def __init__(self, files: Mapping[str, bytes], faults: list[Fault]) -> None:
        self._files = files
        self._faults = faults

    def rows(self, file: str, model: type[_Row], problems: Callable[[_Row], Iterable[Problem]]) -> tuple[_Row, ...]:
        return tuple(record for _, record in self._keep(self._read(file, model), file, problems))

    def claims(self, known: Known) -> tuple[Claim, ...]:
        """Claims need two passes: what refers to other claims can only be checked once those are known to be kept."""
        file = "claims.csv"
        rows = self._keep(self._read(file, Claim), file, partial(claim_problems, known=known))
        groups = by_subject(claim for _, claim in rows)
        known = replace(
            known,
            claims={claim.id: claim for _, claim in rows},
            beside=lambda claim: groups.get(subject_of(claim), ()),
        )
        return tuple(claim for _, claim in self._keep(rows, file, partial(_among_claims, known=known)))

    def _read(self, file: str, model: type[_Row]) -> Rows[_Row]:
        if file not in self._files:
            return ()
        table = read_table(self._files[file], file, model)
        self._faults.extend(table.faults)
        return table.rows

    def _keep(self, rows: Rows[_Row], file: str, problems: Callable[[_Row], Iterable[Problem]]) -> Rows[_Row]:
        kept, faults = keep(rows, file, problems)
        self._faults.extend(faults)
        return kept


def _among_claims(claim: Claim, known: Known) -> Iterable[Problem]:
    for problems in (part_problems, superseded_problems, grade_problems):
        yield from problems(claim, known)


def _place_problems(
    known: Known, zones: Mapping[str, EvacuationZone], base: Iterable[Mapping[str, Any]]
) -> Callable[[Settlement], Iterable[Problem]]:
    """A place must lie in the area of interest; only there is it held against its country and district."""
    settings = known.settings.border
    check = PlaceCheck(MetricCRS.laea(settings.laea_lon, settings.laea_lat), zones, outlines(base))

    def problems(place: Settlement) -> Iterable[Problem]:
        outside = list(settlement_problems(place, known))
        return outside or check.problems(place)

    return problems


def outlines(base: Iterable[Mapping[str, Any]]) -> tuple[Outline, ...]:
    """Return the oblasts of a base layer with their country."""
    found = []
    for feature in base:
        values = feature["properties"]
        if values.get("kind") == "oblast" and values.get("oblast"):
            found.append(Outline(str(values["oblast"]), str(values.get("country") or ""), shape(feature["geometry"])))
    return tuple(found)


def _no_problems(_record: Record) -> Iterable[Problem]:
    return ()


def read_settings(files: Mapping[str, bytes]) -> CaseSettings:
    """Read `case.toml` alone; CaseError says what is wrong with it."""
    if SETTINGS_FILE not in files:
        raise CaseError(f"{SETTINGS_FILE} is not there; a case folder holds one")
    try:
        return CaseSettings.model_validate(tomllib.loads(files[SETTINGS_FILE].decode("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise CaseError(f"{SETTINGS_FILE} is not readable TOML: {error}") from error
    except ValidationError as error:
        faults = "; ".join(str(fault) for fault in faults_of(error, SETTINGS_FILE, None))
        raise CaseError(faults) from error


def _border(files: Mapping[str, bytes]) -> tuple[LineString, str]:
    if BORDER_FILE not in files:
        raise CaseError(f"{BORDER_FILE} is not there; `python -m geo border` builds it")
    try:
        features = read_geojson(files[BORDER_FILE], BORDER_FILE)
    except InputError as error:
        raise CaseError(str(error)) from error
    lines = [(f.geometry, f.properties) for f in features if isinstance(f.geometry, LineString)]
    if len(lines) != 1 or len(features) != 1:
        found = f"{len(features)} features, {len(lines)} of them lines"
        raise CaseError(f"{BORDER_FILE} has {found}; it must be one LineString")
    line, properties = lines[0]
    return line, str(properties.get("attribution", ""))


def _zones(files: Mapping[str, bytes], faults: list[Fault]) -> dict[str, EvacuationZone]:
    if ZONES_FILE not in files:
        return {}
    zones, found = read_zones(files[ZONES_FILE], ZONES_FILE)
    faults.extend(found)
    return zones


def _base(files: Mapping[str, bytes], faults: list[Fault]) -> Iterable[dict[str, Any]]:
    for feature in _features(files, BASE_FILE, faults):
        if feature.geometry is not None:
            yield {"type": "Feature", "properties": feature.properties, "geometry": mapping(feature.geometry)}


def oblasts(base: Iterable[Mapping[str, Any]]) -> dict[str, BaseGeometry]:
    """Return the oblast outlines of a base layer by the oblast's name, lon/lat."""
    return {
        str(feature["properties"]["oblast"]): shape(feature["geometry"])
        for feature in base
        if feature["properties"].get("kind") == "oblast"
    }


def _features(files: Mapping[str, bytes], file: str, faults: list[Fault]) -> list[Feature]:
    if file not in files:
        return []
    try:
        return read_geojson(files[file], file)
    except InputError as error:
        faults.append(Fault(file, None, None, "", str(error)))
        return []


def _attributions(border: str, zones: Mapping[str, EvacuationZone], base: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Whom the map must name, each once, in the order border, base, zones; a semicolon parts the names of one file."""
    lines = [border]
    lines += [str(feature["properties"].get("attribution") or "") for feature in base]
    drawn = [zone for zone in zones.values() if zone.geometry is not None]
    lines += [zone.attribution or f"{zone.source} ({zone.licence})" for zone in drawn]
    names = (name.strip() for line in lines for name in line.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))
