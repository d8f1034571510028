"""Make a citation bundle again from its case, with its own options, and say which parts differ to the byte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from geo.errors import InputError
from geo.export.bundle import MANIFEST, BundleOptions, bundle
from geo.export.bundle_reader import json_object, unpacked
from geo.export.figures.figure import Look
from geo.export.scope import Scope
from geo.reports.address import read_address

#: What a picture of a bundle may measure at most, in inches and dots an inch: a manifest is somebody's text.
_LARGEST = {"width_in": 40.0, "height_in": 40.0, "dpi": 600.0}


def differing_parts(
    files: Mapping[str, bytes], manifest: Mapping[str, Any], scope: Scope, case_files: Mapping[str, bytes]
) -> list[str]:
    """Return the parts of a bundle that its case does not give, each as a name and what differs of it.

    Parameters
    ----------
    files : mapping of name to bytes
        What the bundle holds.
    manifest : mapping
        Its manifest: day of issue, link and look are taken from it, and then compared with what they give.
    scope : Scope
        What the bundle chose, of the case as it is now; the case must be of the bundle's version.
    case_files : mapping of name to bytes
        The case's files, as the store reads them.

    Raises
    ------
    InputError
        When the manifest does not say how the bundle was made.
    """
    base, _, query = str(manifest.get("permalink", "")).partition("?")
    linked, _ = read_address(parse_qs(query), scope.case)
    chosen = scope.view
    view = replace(
        linked,
        on=chosen.on,
        known=chosen.known,
        layers=chosen.layers,
        sides=chosen.sides,
        hidden=chosen.hidden,
        hidden_fronts=chosen.hidden_fronts,
        at=chosen.at,
    )
    _, data = bundle(Scope(scope.release, view), case_files, _options(manifest, base))
    anew = unpacked(data)
    names = sorted((set(files) | set(anew)) - {MANIFEST})
    found = [name for name in names if files.get(name) != anew.get(name)]
    words = "" if files[MANIFEST] == anew[MANIFEST] else _manifest_words(manifest, json_object(anew, MANIFEST))
    return [*found, f"{MANIFEST} ({words})"] if words else found


def _options(manifest: Mapping[str, Any], base: str) -> BundleOptions:
    given = manifest.get("look", {})
    try:
        sizes = {name: float(given[name]) for name in _LARGEST if name in given}
        issued = date.fromisoformat(manifest["issued"])
        look = Look(**sizes, graticule=bool(given.get("graticule", False)))  # type: ignore[arg-type] # sizes are floats
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{MANIFEST} does not say soundly how the bundle was made ({error})") from error
    for name, size in sizes.items():
        if not 1 <= size <= _LARGEST[name]:
            raise InputError(
                f"{MANIFEST} says that the picture's {name} is {size:g}; it may be 1 to {_LARGEST[name]:g}"
            )
    return BundleOptions(issued, base, look)


def _manifest_words(said: Mapping[str, Any], anew: Mapping[str, Any]) -> str:
    """Name the entries that differ; one from before bundles said their look is not asked for it."""
    unasked = set() if "look" in said else {"look"}
    names = sorted(name for name in {*said, *anew} - unasked if said.get(name) != anew.get(name))
    return ", ".join(names) or ("" if unasked else "its form alone")
