"""The published page: the map document with what a reader must know about it, and its slim form for an iframe."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from geo.errors import SelectionError
from geo.export.method import method_sections
from geo.export.release import Release
from geo.model.asof import AsOf
from geo.model.labels import format_date
from geo.webmap.document import build_map
from geo.webmap.folium_elements import MapDocument, PageFigure, PagePart, json_for_html

FULL, SLIM, PREVIEW = "index.html", "embed.html", "preview.png"


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a page opens: the day and the day of knowledge first shown, where it will stand, tiles if any.

    `address` is the web address of the folder that the files will stand in, ending in a slash; with it the preview
    picture has the absolute address that social networks ask for. `tiles` is (url, attribution) as in `build`.
    """

    on: date | None = None
    known: date | None = None
    address: str = ""
    tiles: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if self.address and not (self.address.startswith("https://") and self.address.endswith("/")):
            raise SelectionError(
                f"the address is {self.address!r}; it must be that of a folder, such as https://example.org/kursk/"
            )


def page(release: Release, options: PageOptions | None = None, *, slim: bool = False) -> str:
    """Build the published page of a released case.

    Parameters
    ----------
    release : Release
        What is publishable; nothing else is in the page.
    options : PageOptions, optional
    slim : bool
        For an iframe: one line about the map with a link to the full page, instead of everything.

    Returns
    -------
    str
        HTML that works from disk with no network; the same case and options give the same text.
    """
    options = options or PageOptions()
    as_of = AsOf(options.on or release.case.opening_day, options.known)
    document = build_map(release.case, as_of=as_of, tiles=options.tiles)
    figure = document.get_root()
    if not isinstance(figure, PageFigure):
        raise TypeError("the map document has no page around it")
    about = _slim_about(release) if slim else _about(release)
    figure.page_title = f"{release.case.settings.title}: claimed advances, not control"
    figure.metas = _metas(release, options, slim=slim)
    figure.styles = (*figure.styles, _file("static", "about.css"))
    _add(document, about)
    return document.html()


def snippet(release: Release, address: str) -> str:
    """Return the HTML that puts the slim page into an article: as wide as its column, high enough for a phone.

    The frame may run the map's script and open the full page, and can't reach the article around it.
    """
    title = html.escape(f"Map of claimed advances: {release.case.settings.title}")
    return (
        f'<iframe src="{address}{SLIM}" title="{title}" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'style="display:block;width:100%;height:min(720px,88vh);min-height:500px;border:0"></iframe>\n'
    )


def _add(document: MapDocument, about: dict[str, Any]) -> None:
    data = f'<script type="application/json" id="salient-about">{json_for_html(about)}</script>'
    document.add_child(PagePart("about", body=data, script=_file("bundles", "about.js")), name="about")


def _slim_about(release: Release) -> dict[str, Any]:
    return {"slim": True, "full": FULL, "version": release.case.version}


def _about(release: Release) -> dict[str, Any]:
    case = release.case
    sources = sorted(case.sources.values(), key=lambda source: (source.published, source.publisher, source.id))
    return {
        "slim": False,
        "title": f"{case.settings.title}: claimed advances, not control",
        "summary": case.settings.summary,
        "clocks": (
            f"The day is the day that a claim speaks of, {format_date(case.first_date)} to "
            f"{format_date(case.last_date)}; "
            "“as known on” hides what was published later. Claims about days after "
            f"{format_date(case.settings.ledger_until)} are not in it."
        ),
        "case": case.settings.id,
        "version": case.version,
        "method": method_sections(case.settings.ages),
        "licences": [decision.credit for decision in release.credits],
        "leftOut": [str(decision) for decision in release.withheld],
        "sources": [
            {"publisher": s.publisher, "title": s.title, "url": s.url, "published": format_date(s.published)}
            for s in sources
        ],
    }


def _metas(release: Release, options: PageOptions, *, slim: bool) -> tuple[tuple[str, str], ...]:
    case = release.case
    title = f"{case.settings.title}: claimed advances, not control"
    day = options.on or case.opening_day
    said = f"What was claimed about {format_date(day)} and other days, by whom, known when. {case.settings.summary}"
    metas = [
        ("description", said),
        ("generator", "Salient"),
        ("salient-case", case.settings.id),
        ("salient-version", case.version),
        ("og:type", "website"),
        ("og:title", title),
        ("og:description", said),
        ("og:image", f"{options.address}{PREVIEW}"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", f"Map of what was claimed about {format_date(day)}, not of control"),
        ("twitter:card", "summary_large_image"),
    ]
    if options.address:
        metas.append(("og:url", f"{options.address}{SLIM if slim else ''}"))
    return tuple(metas)


def _file(folder: str, name: str) -> str:
    return resources.files("geo.export").joinpath(folder, name).read_text(encoding="utf-8")
