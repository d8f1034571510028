"""Verify a citation bundle: its files are untouched, and its numbers follow from the claims in it.

Nothing that the bundle says of itself is believed: the case is opened from its inputs, the release filter decides
again, and every number is computed anew. With the present case beside it, the same is asked of the data as it is now.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shapely.geometry import shape

from geo.errors import InputError, SelectionError
from geo.export.bundle import FORM, HASHED, INPUTS, MANIFEST, PROV, claim_files
from geo.export.bundle_reader import json_object, parsed_json, unpacked
from geo.export.formats.prov import write_prov
from geo.export.geometry_equality import same_drawings
from geo.export.numbers import CitedNumber, numbers
from geo.export.rebuild import differing_parts
from geo.export.release import release
from geo.export.scope import Scope
from geo.geometry.crs import MetricCRS
from geo.io.case_files import read_case, version_of
from geo.model.case import Case
from geo.model.claims import Side
from geo.model.map_layers import MAP_LAYERS
from geo.reports.view import View, Viewpoint

#: How far a number may lie from the one in the bundle: rounding of another machine, and nothing that a reader sees.
_TOLERANCE = 1e-6
#: Fronts are kept as what was drawn, to 1 cm, so their areas agree to that and no closer.
_FRONT_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One thing that was checked, whether it holds, and what was found."""

    check: str
    holds: bool
    said: str

    def __str__(self) -> str:
        """Say it in one line."""
        return f"{'holds' if self.holds else 'FAILS'}  {self.check}: {self.said}"


def verify(data: bytes, case: Case | None = None, case_files: Mapping[str, bytes] | None = None) -> list[Discrepancy]:
    """Check a citation bundle.

    Parameters
    ----------
    data : bytes
        The zip.
    case : Case, optional
        The case as it is now: then its version and numbers are compared too.
    case_files : mapping of name to bytes, optional
        Its files, as the store reads them: then, at the same version, the bundle is made anew and compared to the byte.

    Returns
    -------
    list of Finding
        Everything holds if each of them does.

    Raises
    ------
    InputError
        When the bytes are no bundle, or unpack to more than one holds.
    """
    files = unpacked(data)
    manifest = json_object(files, MANIFEST)
    if manifest.get("salient_bundle") != FORM:
        raise InputError(
            f"{MANIFEST} says it is form {manifest.get('salient_bundle')!r}; this version reads form {FORM}"
        )
    found = list(_untouched(files, manifest))
    inputs = {name.removeprefix(INPUTS): text for name, text in files.items() if name.startswith(INPUTS)}
    found.append(_version(manifest, inputs))
    try:
        scope = _scope(read_case(inputs), manifest)
    except InputError as error:
        return [*found, Discrepancy("inputs", False, f"they make no case any more: {error}")]
    said = _numbers_of(files)
    found += _compare(said, scope, "from the bundle's own claims", fronts=False)
    found += _derived(files, scope, str(manifest.get("case_version")))
    found += _fronts(said, files, scope)
    if case is not None:
        found += _present(manifest, said, case)
        if case_files is not None and _is_of(manifest, case):
            found.append(_rebuilt(files, manifest, case, case_files))
    return found


def _untouched(files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> Iterator[Discrepancy]:
    """Say of each file whether it is the one that the manifest lists."""
    listed = manifest.get("files")
    if not isinstance(listed, dict):
        raise InputError(f"{MANIFEST} lists no files")
    changed = [n for n in listed if n in files and hashlib.sha256(files[n]).hexdigest() != listed[n]]
    missing = sorted(set(listed) - set(files))
    added = sorted(set(files) - set(listed) - {MANIFEST})
    for names, word in ((changed, "changed"), (missing, "missing"), (added, "not listed")):
        for name in names:
            yield Discrepancy("files", False, f"{name} is {word}")
    if not (changed or missing or added):
        yield Discrepancy("files", True, f"all {len(listed)} are as they were written")


def _version(manifest: Mapping[str, Any], inputs: Mapping[str, bytes]) -> Discrepancy:
    found, said = version_of(inputs), manifest.get("inputs_version")
    if found != said:
        return Discrepancy("version", False, f"the inputs are version {found[:12]}, the manifest says {str(said)[:12]}")
    whole = manifest.get("case_version")
    if whole != found and not manifest.get("left_out") and not _has_fronts(manifest):
        return Discrepancy(
            "version", False, f"the inputs are version {found[:12]}, the case's is given as {str(whole)[:12]}"
        )
    return Discrepancy("version", True, f"the inputs are version {found[:12]}")


def _has_fronts(manifest: Mapping[str, Any]) -> bool:
    return any(str(line).startswith("fronts") for line in manifest.get("licences", ()))


def _scope(case: Case, manifest: Mapping[str, Any]) -> Scope:
    chosen = manifest.get("scope")
    if not isinstance(chosen, dict):
        raise InputError(f"{MANIFEST} holds no scope")
    try:
        layers = chosen["layers"]
        return Scope(
            release(case),
            View(
                date.fromisoformat(chosen["on"]),
                date.fromisoformat(chosen["known"]) if chosen["known"] else None,
                MAP_LAYERS if layers is None else tuple(layers),
                tuple(Side(side) for side in chosen["sides"]),
                frozenset(chosen["hidden"]),
                frozenset(chosen["hidden_fronts"]),
                at=_viewpoint(chosen.get("at")),
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{MANIFEST} says nothing sound of its scope ({error})") from error


def _viewpoint(given: object) -> Viewpoint | None:
    if given is None:
        return None
    if not isinstance(given, list):
        raise TypeError(f"at is {given!r}; it must be lon, lat, zoom")
    lon, lat, zoom = map(float, given)
    return lon, lat, zoom


def _numbers_of(files: Mapping[str, bytes]) -> dict[str, CitedNumber]:
    listed = parsed_json(files, "numbers.json")
    try:
        read = [
            CitedNumber(str(one["name"]), float(one["value"]), str(one["unit"]), tuple(map(str, one["made_from"])))
            for one in listed
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"numbers.json can't be read ({error})") from error
    return {number.name: number for number in read}


def _compare(said: Mapping[str, CitedNumber], scope: Scope, where: str, *, fronts: bool) -> Iterator[Discrepancy]:
    """Compute every number anew and say which of those in the bundle it is."""
    day = scope.on or scope.days[-1]
    computed = {number.name: number for number in numbers(scope, day)}
    held = 0
    for name, number in said.items():
        if name.startswith("area drawn by ") and not fronts:
            continue
        anew = computed.get(name)
        if anew is None:
            yield Discrepancy(where, False, f"{name}: the bundle says {_words(number)}; there is no such number now")
        elif not math.isclose(anew.value, number.value, rel_tol=_TOLERANCE, abs_tol=1e-9) or anew.unit != number.unit:
            yield Discrepancy(where, False, f"{name}: the bundle says {_words(number)}, computed {_words(anew)}")
        elif anew.made_from != number.made_from:
            sources = f"{', '.join(number.made_from)}, computed from {', '.join(anew.made_from)}"
            yield Discrepancy(where, False, f"{name}: the bundle says it is made from {sources}")
        else:
            held += 1
    for name in sorted(set(computed) - set(said)):
        yield Discrepancy(where, False, f"{name}: the bundle does not say it; computed {_words(computed[name])}")
    yield Discrepancy(where, True, f"{held} numbers are the same")


def _words(number: CitedNumber) -> str:
    return f"{number.value:,.10g}{f' {number.unit}' if number.unit else ''}"


def _derived(files: Mapping[str, bytes], scope: Scope, version: str) -> Iterator[Discrepancy]:
    """Say whether the lists of claims, words and orders, their provenance and the drawings are those of the inputs."""
    for name, data in claim_files(scope).items():
        there = files.get(name, b"")
        if name == "fronts.geojson":
            continue
        if name.endswith(".csv"):
            same = _without_stamp(there) == _without_stamp(data)
        else:
            same = same_drawings(there, data) if name.endswith(".geojson") else there == data
        if not same:
            yield Discrepancy("claims", False, f"{name} is not what the inputs give")
    day = scope.on or scope.days[-1]
    prov = write_prov(scope.case, scope.claims, on=day, known=scope.known).encode()
    # A case with fronts has another version than its tables, which are all that the inputs are.
    if files.get(PROV, b"").replace(version.encode(), scope.case.version.encode()) != prov:
        yield Discrepancy("claims", False, f"{PROV} is not what the inputs give")
    rest = sorted(name for name in files if name in HASHED or name.startswith("fronts."))
    yield Discrepancy("by hash alone", True, f"{', '.join(rest)}: nothing in a bundle computes these again")


def _without_stamp(data: bytes) -> list[str]:
    """Leave out the last column, the case's version: a case with fronts has another one than its files alone."""
    return [line.rpartition(',"')[0] or line for line in data.decode("utf-8", "replace").splitlines()]


def _fronts(said: Mapping[str, CitedNumber], files: Mapping[str, bytes], scope: Scope) -> Iterator[Discrepancy]:
    """Measure the fronts that the bundle holds and compare their areas."""
    settings = scope.case.settings.border
    metric = MetricCRS.laea(settings.laea_lon, settings.laea_lat)
    grounds = {}
    for feature in json_object(files, "fronts.geojson").get("features", ()):
        try:
            grounds[str(feature["properties"]["id"])] = metric.to_metric(shape(feature["geometry"])).area / 1e6
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"fronts.geojson can't be read ({error})") from error
    for name, number in said.items():
        value = number.value
        if name.startswith("area drawn by "):
            found = grounds.get(name.rpartition("(")[2].rstrip(")"))
            holds = found is not None and math.isclose(found, value, rel_tol=_FRONT_TOLERANCE)
            measured = "nothing" if found is None else f"{found:,.3f} km²"
            yield Discrepancy(
                "fronts", holds, f"{name}: the bundle says {value:,.3f} km², its drawing measures {measured}"
            )


def _present(manifest: Mapping[str, Any], said: Mapping[str, CitedNumber], case: Case) -> Iterator[Discrepancy]:
    """Compare with the case as it is now: another version is no failure by itself, another number is."""
    if manifest.get("case") != case.settings.id:
        yield Discrepancy(
            "the case now", False, f"the bundle is of case {manifest.get('case')!r}, not {case.settings.id!r}"
        )
        return
    version = str(manifest.get("case_version"))
    words = (
        "the same version"
        if version == case.version
        else f"version {case.version[:12]} now, {version[:12]} then, so its parts can't be made again and compared"
    )
    yield Discrepancy("the case now", True, words)
    yield from _compare(said, _scope(case, manifest), "from the case as it is now", fronts=True)


def _is_of(manifest: Mapping[str, Any], case: Case) -> bool:
    return bool(manifest.get("case") == case.settings.id and manifest.get("case_version") == case.version)


def _rebuilt(
    files: Mapping[str, bytes], manifest: Mapping[str, Any], case: Case, case_files: Mapping[str, bytes]
) -> Discrepancy:
    """Make the bundle anew from the case of its version, and say which of its parts are not what the case gives."""
    check = "made again from the case"
    try:
        differing = differing_parts(files, manifest, _scope(case, manifest), case_files)
    except (InputError, SelectionError) as error:
        return Discrepancy(check, False, str(error))
    if not differing:
        return Discrepancy(check, True, f"all {len(files)} parts are the same to the byte")
    hint = "Other versions of Salient or its libraries draw other bytes; with the ones it was made with, it was changed"
    return Discrepancy(check, False, f"{', '.join(differing)}: not what the case gives. {hint}")
