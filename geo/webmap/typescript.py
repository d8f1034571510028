"""The payload's classes as TypeScript, for the script's types to be checked against.

`make generated` writes `geo/webmap/js/payload.d.ts` with it.
"""

from __future__ import annotations

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from geo.webmap import payload_records, payload_types
from geo.webmap.payload_types import Opening, Payload, camel

_PLAIN = {int: "number", float: "number", str: "string", bool: "boolean", type(None): "null"}
_HEAD = "// Generated from geo/webmap/payload_types.py and payload_records.py by `make generated`; edit those.\n"


def declarations() -> str:
    """Return the declarations of everything that the document carries."""
    names = vars(payload_records) | vars(payload_types)
    classes = [one for one in names.values() if isinstance(one, type)]
    found = [one for one in classes if is_dataclass(one)]
    enums = [one for one in classes if issubclass(one, StrEnum)]
    both = f"{Payload.__name__} & {Opening.__name__}"
    whole = f"/** What the document carries. */\nexport type DocumentPayload = {both};\n"
    return "\n".join([_HEAD, *map(_vocabulary, enums), *map(_interface, found), whole])


def _vocabulary(declared: type[StrEnum]) -> str:
    return f"export type {declared.__name__} = {' | '.join(repr(one.value) for one in declared)};\n"


def _interface(declared: type) -> str:
    hints = get_type_hints(declared)
    base = next((parent for parent in declared.__bases__ if is_dataclass(parent)), None)
    inherited = set() if base is None else {field.name for field in fields(base)}
    own = [field for field in fields(declared) if field.name not in inherited]
    summary = (declared.__doc__ or "").split("\n\n", maxsplit=1)[0]
    lines = "".join(_field(field, hints[field.name]) for field in own)
    extends = "" if base is None else f" extends {base.__name__}"
    return f"/** {summary} */\nexport interface {declared.__name__}{extends} {{\n{lines}}}\n"


def _field(field: Field[Any], hint: Any) -> str:
    """Declare a field; one with a default is absent where it is empty, and so never null."""
    if field.default is MISSING:
        return f"  {camel(field.name)}: {_type(hint)};\n"
    return f"  {camel(field.name)}?: {_type(hint, without=type(None))};\n"


def _type(hint: Any, without: type | None = None) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " | ".join(_type(one) for one in arguments if one is not without)
    if origin in (list, Sequence):
        (one,) = arguments
        held = _type(one)
        return f"({held})[]" if " " in held else f"{held}[]"
    if origin is Mapping:
        return f"Record<{_type(arguments[0])}, {_type(arguments[1])}>"
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, StrEnum)):
        return hint.__name__
    raise TypeError(f"{hint!r} has no form in TypeScript; see geo/webmap/typescript.py for those that have")
