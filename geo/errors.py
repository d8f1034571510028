"""The errors that Salient raises.

The tree::

    SalientError
    ├── InputError           something a person gave is wrong; the message says what would be right
    │   ├── CaseError        a case folder or one of its files can't be used at all
    │   ├── GeometryError    a geometry can't be measured or built
    │   └── SelectionError   a date, layer, claim or other choice that does not exist
    └── AssetError           an installed package does not hold the file it should

Every message reads as a sentence: what was wrong, the value, what would be right.
A single bad row never raises: it becomes a `geo.model.faults.Fault` and the rest of the file is kept.
"""

from __future__ import annotations


class SalientError(Exception):
    """Any error that Salient raises on purpose. Its text may be shown to a person."""


class InputError(SalientError):
    """Something a person gave is wrong."""


class CaseError(InputError):
    """A case folder, or one of its files, can't be used at all."""


class GeometryError(InputError):
    """A geometry can't be measured or built."""


class SelectionError(InputError):
    """A date, layer, claim or other choice that does not exist."""


class AssetError(SalientError):
    """An installed package does not hold the file it should."""
