"""A permanent link to a view: case, version, both clocks, filters, selection and the map's own view, in one address.

`ui/view.py` reads the same names. `v` is the version of the case on which the link was made, by which the app says
whether the data has changed since; `at` is lon, lat and zoom.
"""

from __future__ import annotations

from urllib.parse import quote

from geo.claims import Side
from geo.publish.scope import Scope

#: How many signs of a version tell it from every other; a whole one is in the citation's manifest.
VERSION_SIGNS = 12


def permalink(
    scope: Scope, address: str = "", *, at: tuple[float, float, float] | None = None, selected: str | None = None
) -> str:
    """Return the address of a view.

    Parameters
    ----------
    scope : Scope
        Its `on` is a day.
    address : str
        Of the app, without a query; empty gives the query alone.
    at : (lon, lat, zoom), optional
        The map's middle in degrees, and Leaflet's zoom level.
    selected : str, optional
        What is selected, such as ``claim:C0001``.

    Returns
    -------
    str
        Parts in a fixed order; what has its default is left out, but for case, version and day.
    """
    case = scope.release.case
    parts = [("case", case.settings.id), ("v", case.version[:VERSION_SIGNS]), ("on", str(scope.on or case.last_date))]
    if scope.known is not None:
        parts.append(("known", str(scope.known)))
    if scope.layers is not None:
        parts.append(("layers", ",".join(scope.layers)))
    if set(scope.sides) != set(Side):
        parts.append(("sides", ",".join(scope.sides)))
    parts += [("hide", claimant) for claimant in sorted(scope.hidden)]
    parts += [("hidefront", track) for track in sorted(scope.hidden_fronts)]
    if selected:
        parts.append(("sel", selected))
    if at is not None:
        parts.append(("at", at_text(at)))
    return f"{address}?{'&'.join(f'{name}={quote(value, safe=_PLAIN)}' for name, value in parts)}"


_PLAIN = ",:.-_~"


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
