"""The map document: one self-contained page built by folium, with the whole case in it and the date changed inside.

Nothing in it makes a request unless tiles are switched on, and all of the case's text reaches the page as text.
"""

from __future__ import annotations

import re
from datetime import date

from geo.errors import SelectionError
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.webmap import assets
from geo.webmap.folium_elements import MapDocument, PageFigure, PagePart, Tiles, json_for_html
from geo.webmap.payload import payload
from geo.webmap.payload_types import Opening, TilesData, as_json

_TILE_URL = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?/[A-Za-z0-9._~%/{}?=&-]*")


def build_map(
    case: Case,
    *,
    as_of: AsOf | date | None = None,
    hosted: bool = False,
    tiles: tuple[str, str] | None = None,
) -> MapDocument:
    """Build the map document of a case.

    Parameters
    ----------
    case : Case
        What is shown; coordinates in lon/lat degrees.
    as_of : AsOf or date or None
        The day, and the day of knowledge, shown first; a day alone is as known today. None opens on the first day with
        a placed advance that has a width, as known today.
    hosted : bool
        In a page of ours: a selection is told to that page instead of opening a card.
    tiles : (url, attribution) or None
        A background from a tile server, https, e.g. ``https://tile.example.org/{z}/{x}/{y}.png``. Off by default:
        without it the document makes no request.

    Returns
    -------
    MapDocument
        Shows itself in a notebook; `html()` gives the page.

    Raises
    ------
    SelectionError
        `as_of` lies outside the case, or the tile address is not https.
    AssetError
        Leaflet's files are not installed.
    """
    background = None if tiles is None else _tiles(*tiles)
    opening = _opening(
        case, AsOf(case.opening_day) if as_of is None else AsOf.of(as_of), hosted=hosted, background=background
    )
    data = as_json(payload(case)) | as_json(opening)
    view = case.settings.view
    return MapDocument(
        PageFigure(
            f"{case.settings.title} · claimed advances · Salient",
            scripts=(assets.leaflet_script(),),
            styles=(assets.leaflet_style(), assets.own_style()),
            origin="" if background is None else background.origin,
        ),
        parts=(
            PagePart("shell", body=assets.shell()),
            PagePart("data", body=f'<script type="application/json" id="salient-data">{json_for_html(data)}</script>'),
            PagePart("behaviour", script=assets.own_script()),
        ),
        location=(view.lat, view.lon),
        zoom=view.zoom,
    )


def _opening(case: Case, as_of: AsOf, *, hosted: bool, background: Tiles | None) -> Opening:
    """Say on which day the document opens, as known when, and where."""
    case.check_clocks(as_of)
    zero = case.first_date
    return Opening(
        on=(as_of.on - zero).days,
        known_on=None if as_of.known is None else (as_of.known - zero).days,
        hosted=hosted,
        tiles=None if background is None else TilesData(url=background.url, attribution=background.attribution),
    )


def _tiles(url: str, attribution: str) -> Tiles:
    if not _TILE_URL.fullmatch(url):
        raise SelectionError(
            f"tiles is {url!r}; it must be an https address such as https://host/{{z}}/{{x}}/{{y}}.png"
        )
    host = url.split("/", 3)[2]
    return Tiles(url, attribution, f"https://{host}")
