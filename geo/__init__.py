"""Salient's engine for a notebook or a script: open a case, take its layers, measure a polygon, draw the map.

>>> import geo
>>> case = geo.open_case("kursk-2024")
>>> len(case.faults)
0

Runs without Streamlit. A name is imported when it is first used, so `import geo` itself costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.analysis.reconstruction import Reconstruction
    from geo.consistency.verdict import Verdict, VerdictKind
    from geo.errors import AssetError, CaseError, GeometryError, InputError, SalientError, SelectionError
    from geo.geometry.measurement import Measurement, measure
    from geo.model.asof import AsOf
    from geo.model.faults import Fault
    from geo.notebook import Case, open_case
    from geo.webmap.document import build_map

__version__ = "0.1.0"
__all__ = [
    "AsOf",
    "AssetError",
    "Case",
    "CaseError",
    "Fault",
    "GeometryError",
    "InputError",
    "Measurement",
    "Reconstruction",
    "SalientError",
    "SelectionError",
    "Verdict",
    "VerdictKind",
    "build_map",
    "measure",
    "open_case",
]

#: Where each public name that is no error is defined.
_MODULES = {
    "AsOf": "geo.model.asof",
    "Case": "geo.notebook",
    "Fault": "geo.model.faults",
    "Measurement": "geo.geometry.measurement",
    "Reconstruction": "geo.analysis.reconstruction",
    "Verdict": "geo.consistency.verdict",
    "VerdictKind": "geo.consistency.verdict",
    "build_map": "geo.webmap.document",
    "measure": "geo.geometry.measurement",
    "open_case": "geo.notebook",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'geo' has no attribute {name!r}; it offers {', '.join(__all__)}")
    found = getattr(import_module(_MODULES.get(name, "geo.errors")), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """List the public names alone, whatever has been imported."""
    return __all__
