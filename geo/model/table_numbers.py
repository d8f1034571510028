"""Numbers as a table writes them: what can be read in two ways is refused with both, never read as one of them."""

from __future__ import annotations

import re
from typing import Annotated, get_args

from pydantic import BeforeValidator, Field
from pydantic.fields import FieldInfo

_PLAIN = re.compile(r"-?\d+(\.\d+)?")
_THOUSANDS = re.compile(r"(-?[1-9]\d{0,2})((?:[.,' \u00a0\u202f\u2009\u2019_]\d{3})+)")
_COMMA = re.compile(r"(-?\d+),(\d+)")
#: What parts a number's whole from its fraction in some part of the world.
_POINTS = ".,"


def plain_number(value: object) -> object:
    """Take digits with a point, and no thousands separators or exponents: a degree has three decimals or any other.

    Examples
    --------
    >>> plain_number("35.271")
    '35.271'
    """
    if isinstance(value, str) and not _PLAIN.fullmatch(value.strip()):
        raise ValueError(_two_readings(value.strip()) or "must be a plain number such as 12 or 12.5, without a unit")
    return value


def plain_quantity(value: object) -> object:
    """Take a plain number that can be read in one way alone: 1.000 is one in London and a thousand in Kyiv.

    Examples
    --------
    >>> plain_quantity("12.5"), plain_quantity("0.125")
    ('12.5', '0.125')
    >>> plain_quantity("1.000")
    Traceback (most recent call last):
        ...
    ValueError: can be read as 1000 or as 1; write 1000, or 1.0000 if that was meant
    """
    if isinstance(value, str) and (readings := _two_readings(value.strip())):
        raise ValueError(readings)
    return plain_number(value)


def quantity_text(value: float) -> str:
    """Write a number so that `plain_quantity` reads it back: a fraction of three digits gets a zero.

    Examples
    --------
    >>> quantity_text(1000.0), quantity_text(12.5), quantity_text(12.345)
    ('1000', '12.5', '12.3450')
    """
    text = str(int(value)) if float(value).is_integer() else str(value)
    return f"{text}0" if _two_readings(text) else text


def is_quantity(field: FieldInfo) -> bool:
    """Whether a record's field is read by `plain_quantity`."""
    parts = [
        *field.metadata,
        *(one for part in get_args(field.annotation) for one in getattr(part, "__metadata__", ())),
    ]
    return any(isinstance(part, BeforeValidator) and part.func is plain_quantity for part in parts)


def _two_readings(text: str) -> str:
    """Say how a number with separators can be read; empty for one that has a single reading."""
    grouped = _THOUSANDS.fullmatch(text)
    if grouped:
        separator, groups = grouped[2][0], len(grouped[2]) // 4
        if len(set(grouped[2][::4])) > 1:
            return ""
        whole = grouped[1] + re.sub(r"\D", "", grouped[2])
        if separator in _POINTS and groups == 1:
            fraction = f"{grouped[1]}.{grouped[2][1:]}"
            return f"can be read as {whole} or as {float(fraction):g}; write {whole}, or {fraction}0 if that was meant"
        return f"has thousands separators; write {whole} if that was meant"
    comma = _COMMA.fullmatch(text)
    if comma:
        with_point, without = f"{comma[1]}.{comma[2]}", comma[1] + comma[2]
        return f"can be read as {with_point} or as {without}; write {with_point}, or {without} if that was meant"
    return ""


Number = Annotated[float, BeforeValidator(plain_number)]
Quantity = Annotated[float, BeforeValidator(plain_quantity)]
Count = Annotated[int, BeforeValidator(plain_quantity)]
Lon = Annotated[Number, Field(ge=-180, le=180)]
Lat = Annotated[Number, Field(ge=-90, le=90)]
