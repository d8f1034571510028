"""folium's classes for our page: a figure with a strict content policy, a map without a CDN, parts kept verbatim.

branca renders whatever it is handed as a Jinja template once more, so a village called ``{{7*7}}`` would be
evaluated on the server. Our parts are therefore `Verbatim`: what goes in comes out.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

_HTML_SENSITIVE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Tiles:
    """An optional background from a tile server: the only thing in the document that makes requests.

    `url` is Leaflet's template, https only; `origin` the scheme and host that the content policy lets through.
    """

    url: str
    attribution: str
    origin: str


def json_for_html(data: Mapping[str, Any]) -> str:
    r"""Write data as JSON that can't end a script element or be read as markup.

    Examples
    --------
    >>> json_for_html({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_HTML_SENSITIVE)


class Verbatim(Element):
    """Text that reaches the page as it is, never as a template."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._name = "Verbatim"
        self.text = text

    def render(self, **_: Any) -> str:
        """Return the text."""
        return self.text


class PagePart(MacroElement):
    """A piece of the page with a fixed id: what it adds to the body and to the script, both verbatim."""

    def __init__(self, name: str, *, body: str = "", script: str = "") -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = name
        self._id = "salient"
        self.body = body
        self.script = script

    def render(self, **_: Any) -> str:
        """Put the piece into the figure; in its own place it leaves nothing."""
        figure = self.get_root()
        if not isinstance(figure, Figure):
            raise TypeError(f"{self._name} is rendered outside of a figure")
        if self.body:
            figure.html.add_child(Verbatim(self.body), name=self.get_name())
        if self.script:
            figure.script.add_child(Verbatim(self.script), name=self.get_name())
        return ""


class PageFigure(Figure):
    """The HTML page: its title escaped, its policy naming the one script and style that may run, by hash.

    Inline handlers (``onerror=…``) have no hash, so the browser refuses them even if one reached the page.
    """

    def __init__(self, title: str, scripts: tuple[str, ...], styles: tuple[str, ...], origin: str = "") -> None:
        super().__init__(title=title, ratio="62%")
        self.page_title = title
        self.scripts = scripts
        self.styles = styles
        self.origin = origin
        self.metas: tuple[tuple[str, str], ...] = ()

    def render(self, **kwargs: Any) -> str:
        """Return the whole page."""
        for child in self._children.values():
            child.render(**kwargs)
        scripts = (*self.scripts, self.script.render(**kwargs))
        policy = (
            f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(self.styles)}; "
            f"img-src {' '.join(filter(None, ('data:', self.origin)))}; connect-src 'none'; "
            "base-uri 'none'; form-action 'none'"
        )
        lines = [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{html.escape(self.page_title)}</title>",
            *(_meta(name, content) for name, content in self.metas),
            *(f"<style>{style}</style>" for style in self.styles),
            "</head>",
            "<body>",
            self.html.render(**kwargs),
            *(f"<script>{script}</script>" for script in scripts),
            "</body>",
            "</html>",
            "",
        ]
        return "\n".join(lines)


def _meta(name: str, content: str) -> str:
    """Write one meta element; Open Graph's go by property, others by name."""
    key = "property" if name.startswith("og:") else "name"
    return f'<meta {key}="{html.escape(name)}" content="{html.escape(content)}">'


def _hashes(texts: tuple[str, ...]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


class MapDocument(folium.Map):
    """A folium map that is one self-contained page; show it in a notebook, or take its `html()`."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium declares it so
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - folium declares it so
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = L.map({{ this.get_name()|tojson }},
            {center: {{ this.location|tojson }}, crs: L.CRS.{{ this.crs }}, ...{{ this.options|tojavascript }}});
        {% endmacro %}
        """
    )

    def __init__(
        self, figure: PageFigure, parts: tuple[PagePart, ...], location: tuple[float, float], zoom: float
    ) -> None:
        super().__init__(
            location=location,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            zoom_snap=0.25,
            zoom_delta=0.5,
            min_zoom=7,
            max_zoom=15,
            wheel_px_per_zoom_level=120,
            max_bounds_viscosity=0.6,
        )
        # folium's argument takes whole levels only.
        self.options["zoom"] = zoom
        self._id = "salient"
        figure.add_child(self, name="map")
        for part in parts:
            self.add_child(part)

    def html(self) -> str:
        """Return the whole page; the same case gives the same bytes."""
        return str(self.get_root().render())
