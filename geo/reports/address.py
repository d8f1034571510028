"""The grammar of an address: how a version and the map's own view are written and read."""

from __future__ import annotations

#: How many signs of a version tell it from every other; a whole one is in the citation's manifest.
VERSION_CHARS = 12


def at_text(at: tuple[float, float, float]) -> str:
    """Write a map's view: lon, lat to about a metre, zoom to a hundredth.

    >>> at_text((35.27, 51.1912345, 9.5))
    '35.27,51.19123,9.5'
    """
    lon, lat, zoom = at
    return f"{round(lon, 5):.10g},{round(lat, 5):.10g},{round(zoom, 2):g}"


def read_at(text: str) -> tuple[float, float, float] | None:
    """Read a map's view; None when it is none.

    >>> read_at("35.27,51.19,9.5"), read_at("35.27,9.5"), read_at("51,135,nan")
    ((35.27, 51.19, 9.5), None, None)
    """
    parts = text.split(",")
    try:
        lon, lat, zoom = (float(part) for part in parts)
    except ValueError:
        return None
    sound = -180 <= lon <= 180 and -90 <= lat <= 90 and 1 <= zoom <= 20
    return (lon, lat, zoom) if sound else None
