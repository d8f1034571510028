"""The citation bundle: a picture with everything that it rests on, so that its numbers can be computed again.

``inputs/`` holds the publishable part of the case's own files; `geo.export.verify` opens them as a case and computes
the numbers from the claims, not from what the bundle says of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from geo.errors import SelectionError
from geo.export.bibliography import bibtex, citation_key, csl_json
from geo.export.datafiles import about, zip_bytes
from geo.export.datasets import dataset, table
from geo.export.figures.figure import Look, picture
from geo.export.formats.csv import write_csv
from geo.export.formats.gis import write_geojson
from geo.export.formats.prov import write_prov
from geo.export.method import method_markdown
from geo.export.numbers import numbers
from geo.export.release import Release
from geo.export.scope import Scope
from geo.io.case_files import BASE_FILE, TABLES, ZONES_FILE, version_of
from geo.io.tables import write_table
from geo.io.zones import write_zones
from geo.model.case import Case
from geo.model.map_layers import MAP_LAYERS
from geo.model.places import Settlement
from geo.reports.address import write_address

INPUTS, MANIFEST, FORM = "inputs/", "manifest.json", 1
PROV = "claims.prov.json"
#: Parts that nothing in a bundle computes again: what keeps them is the hash in the manifest.
HASHED = frozenset({"picture.png", "picture.pdf", "method.md", "citation.bib", "citation.csl.json"})
#: How the picture was made, as the manifest says it; the link in the picture is the manifest's own.
_SIZES = ("width_in", "height_in", "dpi")
#: Layers whose rows are dropped whole where they are withheld, and the file that each stands in.
_FILE_OF = {
    "statements": "statements.csv",
    "control_events": "control_events.csv",
    "evacuation_orders": "evacuation_orders.csv",
    "placements": "placements.csv",
}


@dataclass(frozen=True, slots=True)
class BundleOptions:
    """What a bundle says beside the scope: the app's address, the day it is made, the picture."""

    issued: date
    address: str = ""
    look: Look = field(default_factory=Look)


def bundle(scope: Scope, files: Mapping[str, bytes], options: BundleOptions) -> tuple[str, bytes]:
    """Make the citation bundle of a view.

    Parameters
    ----------
    scope : Scope
        Its `on` is a day.
    files : mapping of name to bytes
        The case's files, as the store reads them.
    options : BundleOptions

    Returns
    -------
    str, bytes
        A file name and a zip; the same arguments give the same bytes.

    Raises
    ------
    SelectionError
        When no day is chosen.
    """
    if scope.on is None:
        raise SelectionError("a citation is of one day; choose it, such as --on 2024-08-12")
    day = scope.on
    link = write_address(scope.view, scope.case, options.address)
    look = replace(options.look, permalink=link)
    inputs = public_files(scope.release, files)
    parts: dict[str, bytes] = {
        "picture.png": picture(scope, "png", look),
        "picture.pdf": picture(scope, "pdf", look),
        "numbers.json": _json([number.to_json() for number in numbers(scope, day)]),
        **claim_files(scope),
        PROV: write_prov(scope.case, scope.claims, on=day, known=scope.known).encode(),
        "method.md": method_markdown(scope.case.settings.ages).encode(),
        "citation.bib": bibtex(scope, day, link, options.issued).encode(),
        "citation.csl.json": csl_json(scope, day, link, options.issued).encode(),
        **{f"{INPUTS}{name}": data for name, data in sorted(inputs.items())},
    }
    manifest = {
        "salient_bundle": FORM,
        "case": scope.case.settings.id,
        "case_version": scope.case.version,
        "inputs_version": version_of(inputs),
        "scope": scope_json(scope),
        "permalink": link,
        "issued": str(options.issued),
        "look": {name: float(getattr(options.look, name)) for name in _SIZES} | {"graticule": look.graticule},
        "licences": [decision.credit for decision in scope.release.credits],
        "left_out": [str(decision) for decision in scope.release.withheld],
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
    }
    return f"{citation_key(scope)}.zip", zip_bytes({MANIFEST: _json(manifest), **parts})


def claim_files(scope: Scope) -> dict[str, bytes]:
    """Return the records behind the picture as files: claims (CSV, JSON), statements about places, orders, fronts."""
    claims = [claim.model_dump(mode="json") for claim in scope.claims]
    said = about(scope)
    return {
        "claims.csv": write_csv(table(scope, "claims")).encode(),
        "claims.json": _json(claims),
        "control_events.csv": write_csv(table(scope, "control_events")).encode(),
        "evacuation_orders.csv": write_csv(table(scope, "evacuation_orders")).encode(),
        "advances.geojson": write_geojson("advances", dataset(scope, "advances"), said).encode(),
        "fronts.geojson": write_geojson("fronts", dataset(scope, "fronts"), said).encode(),
    }


def public_files(release: Release, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return a case's files without what is withheld; where nothing is, they are the files themselves."""
    withheld = {decision.layer for decision in release.withheld}
    kept = {name: data for name, data in files.items() if name not in {_FILE_OF.get(layer) for layer in withheld}}
    case: Case = release.case
    if "zones" in withheld and ZONES_FILE in kept:
        kept[ZONES_FILE] = write_zones(case.zones.values()).encode()
    if "settlements" in withheld and "settlements.csv" in kept:
        kept["settlements.csv"] = write_table(case.settlements.values(), Settlement).encode()
    if "base" in withheld and BASE_FILE in kept:
        kept[BASE_FILE] = _json({"type": "FeatureCollection", "features": list(case.base)})
    return {name: data for name, data in kept.items() if name in TABLES or name.endswith((".toml", ".geojson"))}


def scope_json(scope: Scope) -> dict[str, Any]:
    """Write what a scope chose as plain data; `geo.export.verify` reads it."""
    view = scope.view
    return {
        "on": str(scope.on),
        "known": str(scope.known) if scope.known else None,
        "layers": None if set(view.layers) == set(MAP_LAYERS) else list(view.layers),
        "sides": [str(side) for side in view.sides],
        "hidden": sorted(view.hidden),
        "hidden_fronts": sorted(view.hidden_fronts),
        "at": list(view.at) if view.at is not None else None,
    }


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False) + "\n").encode()
