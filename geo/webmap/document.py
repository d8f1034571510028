"""The map document: one self-contained page built by folium, with the whole case in it and the date changed inside.

Nothing in it makes a request unless tiles are switched on, and all of the case's text reaches the page as text.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from geo.errors import SelectionError
from geo.model.case import Case
from geo.webmap import assets
from geo.webmap.folium_elements import MapDocument, PageFigure, Part, Tiles, json_for_html
from geo.webmap.payload import payload

_TILE_URL = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?/[A-Za-z0-9._~%/{}?=&-]*")


def build_map(
    case: Case,
    *,
    hosted: bool = False,
    on: date | None = None,
    known: date | None = None,
    tiles: tuple[str, str] | None = None,
) -> MapDocument:
    """Build the map document of a case.

    Parameters
    ----------
    case : Case
        What is shown; coordinates in lon/lat degrees.
    hosted : bool
        In a page of ours: a selection is told to that page instead of opening a card.
    on : date or None
        The day shown first; None opens on the first day with a placed advance that has a width.
    known : date or None
        The day of knowledge shown first; None is today.
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
        `on` or `known` lies outside the case, or the tile address is not https.
    AssetError
        Leaflet's files are not installed.
    """
    background = None if tiles is None else _tiles(*tiles)
    data = _data(case, on, known) | {
        "hosted": hosted,
        "tiles": None if background is None else {"url": background.url, "attribution": background.attribution},
    }
    view = case.settings.view
    return MapDocument(
        PageFigure(
            f"{case.settings.title} · claimed advances · Salient",
            scripts=(assets.leaflet_script(),),
            styles=(assets.leaflet_style(), assets.own_style()),
            origin="" if background is None else background.origin,
        ),
        parts=(
            Part("shell", body=assets.shell()),
            Part("data", body=f'<script type="application/json" id="salient-data">{json_for_html(data)}</script>'),
            Part("behaviour", script=assets.own_script()),
        ),
        location=(view.lat, view.lon),
        zoom=view.zoom,
    )


def _data(case: Case, on: date | None, known: date | None) -> dict[str, Any]:
    """Describe the case, and the day and the day of knowledge that are shown first."""
    day = case.opening_day if on is None else case.check_date(on)
    zero = case.first_date
    known_on = None if known is None else (case.check_date(known, "known") - zero).days
    return payload(case) | {"on": (day - zero).days, "knownOn": known_on}


def _tiles(url: str, attribution: str) -> Tiles:
    if not _TILE_URL.fullmatch(url):
        raise SelectionError(
            f"tiles is {url!r}; it must be an https address such as https://host/{{z}}/{{x}}/{{y}}.png"
        )
    host = url.split("/", 3)[2]
    return Tiles(url, attribution, f"https://{host}")
