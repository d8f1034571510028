"""A permanent link to a view: case, version, both dates, filters, selection and the map's own view, in one address."""

from __future__ import annotations

from urllib.parse import quote

from geo.export.scope import Scope
from geo.model.claims import Side
from geo.reports.address import VERSION_CHARS, at_text


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
    parts = [("case", case.settings.id), ("v", case.version[:VERSION_CHARS]), ("on", str(scope.on or case.last_date))]
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
