"""The words for a body: whether it was stated or is implied, and what it is made of."""

from __future__ import annotations

from enum import StrEnum


class BodyBasis(StrEnum):
    """Whether depth and width were claimed together, or something had to be found from the rest."""

    STATED = "stated"
    IMPLIED = "implied"


class BodyKind(StrEnum):
    """What a body is made of."""

    DEPTH_WIDTH = "depth and width"
    DEPTH_AREA = "depth and area"
    WIDTH_AREA = "width and area"
    AREA_PLACES = "area and places"
    PLACES = "places"
    AREA = "area"
