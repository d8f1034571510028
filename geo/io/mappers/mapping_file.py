"""The word about an archive (format, mapper, licence, columns) as a file to keep, and to hand to others."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from geo.errors import InputError, SelectionError
from geo.io.mappers.mapping import FieldMapping

_VERSION = 1
MAX_MAPPING_BYTES = 200_000


@dataclass(frozen=True)
class SavedMapping:
    """A format, who drew the files, where they were had, the licence as stated, and what their columns mean.

    Whether the licence allows publication is not in it: that is said by whoever imports.
    """

    format: str
    mapper: str = ""
    source: str = ""
    licence: str = ""
    mapping: FieldMapping = field(default_factory=FieldMapping)


def mapping_text(saved: SavedMapping) -> str:
    """Write a mapping as JSON.

    Examples
    --------
    >>> said = SavedMapping("mapped", "My desk", mapping=FieldMapping("day", classes={"held": "ukraine.held"}))
    >>> read_mapping(mapping_text(said).encode(), "m.json") == said
    True
    """
    return json.dumps({"salient_mapping": _VERSION} | asdict(saved), indent=2, ensure_ascii=False) + "\n"


def read_mapping(data: bytes, file: str) -> SavedMapping:
    """Read a mapping that was saved.

    Raises
    ------
    InputError
        When it is none, or says something that no mapping can.
    """
    if len(data) > MAX_MAPPING_BYTES:
        raise InputError(f"{file} has {len(data):,} bytes; a saved mapping may have {MAX_MAPPING_BYTES:,}")
    try:
        raw = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file} is no saved mapping ({error}); save one with import --save-mapping") from error
    if not isinstance(raw, dict) or raw.get("salient_mapping") != _VERSION:
        raise InputError(f"{file} is no saved mapping of version {_VERSION}; save one with import --save-mapping")
    inner = raw.pop("mapping", {})
    raw.pop("salient_mapping")
    try:
        classes = _texts(inner.pop("classes", {}), "classes", file)
        mapping = FieldMapping(**_texts(inner, "mapping", file, FieldMapping), classes=classes)
        return SavedMapping(**_texts(raw, "the file", file, SavedMapping), mapping=mapping)
    except (AttributeError, TypeError, SelectionError) as error:
        raise InputError(f"{file} is no saved mapping: {error}") from error


def _texts(raw: Any, where: str, file: str, record: type[SavedMapping | FieldMapping] | None = None) -> dict[str, str]:
    if not isinstance(raw, dict) or not all(isinstance(value, str) for value in raw.values()):
        raise InputError(f"{file} is no saved mapping: {where} must be an object of texts")
    unknown = set(raw) - {one.name for one in fields(record)} if record else set()
    if unknown:
        raise InputError(
            f"{file} is no saved mapping: {where} has {', '.join(sorted(unknown))}, which says nothing here"
        )
    return raw
