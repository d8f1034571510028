"""The map document as a file: what is in it, what is not, and what text does to it."""

from __future__ import annotations

import base64
import hashlib
import html as html_module
import json
import re
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from geo.errors import AssetError, SelectionError
from geo.model.asof import AsOf
from geo.webmap import assets
from geo.webmap.document import build_map
from geo.webmap.folium_elements import MapDocument
from geo.webmap.payload import payload
from geo.webmap.payload_types import as_json
from tests.cases import small_case

ROOT = Path(__file__).parent.parent
BANNED_JS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment|DOMParser"
    r"|setHTML|bindPopup|bindTooltip|divIcon"
)
BANNED_PY = re.compile(
    r"(?:folium\.|\bfrom folium\S* import .*)\b(?:Tooltip|Popup|DivIcon|Html|GeoJsonTooltip|GeoJsonPopup)\b"
    r"|unsafe_allow_html"
)
SOURCES = ("geo/webmap/js", "geo/export/js", "ui/components/js")
OWN_JS = sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.js"))


@pytest.fixture(scope="module")
def page() -> str:
    """The document of the small case."""
    case = small_case()
    return build_map(case).html()


def data_of(page: str) -> dict[str, object]:
    """Read the data back out of a document."""
    found = re.search(r'<script type="application/json" id="salient-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found.group(1)))


def test_the_same_case_gives_the_same_bytes(page: str) -> None:
    """Same input, same bytes: nothing random and no time of day goes into the document."""
    case = small_case()
    assert build_map(case).html() == page


def test_rendering_twice_changes_nothing() -> None:
    """A document can be shown and then saved: rendering adds nothing to itself."""
    case = small_case()
    document = build_map(case)
    assert document.html() == document.html()


def test_a_notebook_shows_it() -> None:
    """The document is a folium map and shows itself in a notebook, in a frame of its own."""
    case = small_case()
    document = build_map(case)
    assert isinstance(document, MapDocument)
    shown = document._repr_html_()
    assert "<iframe" in shown
    assert html_module.escape(document.html()) in shown


def test_nothing_points_outside(page: str) -> None:
    """No script, style, image or font is fetched: the document names no address to load from."""
    outside = re.findall(
        r"""(?:src|href)\s*=\s*["'](?!#)[^"']*|url\(\s*['"]?(?!#|['"]?data:)[^)]*\)|@import""", styles_and_markup(page)
    )
    assert outside == []


def styles_and_markup(page: str) -> str:
    """The document without its scripts and data."""
    return re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)


def test_only_hashed_scripts_may_run(page: str) -> None:
    """The policy names each script and style by its hash, so an inline handler never runs."""
    policy = html_module.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    assert "connect-src 'none'" in policy
    assert "img-src data:;" in policy
    for body in re.findall(r"<script>(.*?)</script>", page, re.DOTALL) + re.findall(
        r"<style>(.*?)</style>", page, re.DOTALL
    ):
        assert base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() in policy


def test_the_page_can_be_zoomed(page: str) -> None:
    """A person may enlarge the page: folium's ban on zooming is gone."""
    assert page.count('name="viewport"') == 1
    assert "user-scalable" not in page
    assert "maximum-scale" not in page


def test_the_title_says_claimed_and_is_escaped() -> None:
    """The title says that the advances are claimed, and is text even when a case is named like markup."""
    case = small_case()
    named = replace(case, settings=case.settings.model_copy(update={"title": "</title><script>x()</script>"}))
    page = build_map(named).html()
    assert "<title>&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt; · claimed advances · Salient</title>" in page


@pytest.mark.parametrize(
    "text", ["</script><script>x()</script>", "{{7*7}}", "{% raw %}", "${x}", "\u2028<!--", "&lt;"]
)
def test_text_comes_back_as_it_went_in(text: str) -> None:
    """Text is neither markup nor a template on its way into the page: the data reads back the same."""
    case = small_case()
    place = case.settlements["p1"].model_copy(update={"name_en": text})
    page = build_map(replace(case, settlements={"p1": place})).html()
    assert data_of(page)["settlements"][0]["name"] == text  # type: ignore[index]
    assert page.count("<script") == 3


def test_days_are_offsets_from_the_first_day() -> None:
    """Days are whole numbers from the case's first day, on both clocks."""
    case = small_case()
    claim = next(c for c in as_json(payload(case))["claims"] if c["id"] == "c07")
    assert (claim["about"], claim["known"]) == (14, 15)


def test_coordinates_come_back_within_half_a_unit() -> None:
    """Coordinates are kept to 1e-5 degree: the border decodes to within half of that."""
    case = small_case()
    (line,) = payload(case).border
    x = y = 0
    for i, (lon, lat) in enumerate(case.border_lonlat.coords):
        x, y = x + line[2 * i], y + line[2 * i + 1]
        assert abs(x / 1e5 - lon) <= 0.5e-5 + 1e-12
        assert abs(y / 1e5 - lat) <= 0.5e-5 + 1e-12


def test_opens_on_the_first_width() -> None:
    """Without a day the document opens on the first day with a placed advance that has a width."""
    case = small_case()
    assert data_of(build_map(case).html())["on"] == (date(2024, 8, 12) - date(2024, 8, 1)).days


def test_an_empty_case_is_a_document() -> None:
    """A case without a single record is still a map of its border."""
    case = small_case()
    empty = replace(case, claims=(), sources={}, settlements={}, control_events=(), zones={}, orders=(), placements=())
    assert data_of(build_map(empty).html())["claims"] == []


@pytest.mark.parametrize("as_of", [date(2023, 1, 1), AsOf(date(2024, 8, 12), date(2025, 1, 1))])
def test_a_day_outside_the_case_is_refused(as_of: AsOf | date) -> None:
    """A day that the case does not have is refused with the range."""
    with pytest.raises(SelectionError, match="2024-08-01 to 2024-12-31"):
        build_map(small_case(), as_of=as_of)


def test_tiles_open_the_policy_for_their_host_alone() -> None:
    """Tiles are off by default; switched on, images may come from that host and from nowhere else."""
    page = build_map(small_case(), tiles=("https://tile.example.org/{z}/{x}/{y}.png", "© Example")).html()
    assert "img-src data: https://tile.example.org;" in html_module.unescape(page)


@pytest.mark.parametrize(
    "url", ["http://tile.example.org/{z}.png", "javascript:alert(1)", "https://a.example; script-src *//x"]
)
def test_a_tile_address_must_be_https(url: str) -> None:
    """An address of tiles is https and can't smuggle anything into the policy."""
    with pytest.raises(SelectionError, match="https"):
        build_map(small_case(), tiles=(url, ""))


def test_style_sheets_lose_their_addresses() -> None:
    """Leaflet's style sheet arrives without its image addresses."""
    assert "url(" not in assets.leaflet_style()


def test_a_missing_asset_says_what_to_do() -> None:
    """A file that its package does not hold is an AssetError that says how to mend it."""
    with pytest.raises(AssetError, match="install the package that it belongs to again"):
        assets._read(resources.files("geo.webmap"), "nothing.js")


def test_every_own_style_is_in_the_document() -> None:
    """Each style sheet in static/ is inlined; none is forgotten, none is listed twice."""
    static = ROOT / "geo" / "webmap" / "static"
    assert sorted(assets.OWN_STYLES) == sorted(p.name for p in static.glob("*.css"))


def test_every_module_is_in_a_bundle() -> None:
    """The build names each module that it took; none is left out, by mistake or because nobody imports it."""
    bundles = [path for folder in ("geo/webmap", "geo/export", "ui/components") for path in _bundles(ROOT / folder)]
    texts = [path.read_text(encoding="utf-8") for path in bundles]
    taken = {name for text in texts for name in re.findall(r"^ *// (\S+\.js)$", text, re.MULTILINE)}
    # It holds names alone, of things that are in other modules.
    taken.add("geo/webmap/js/testing.js")
    assert taken == {path.relative_to(ROOT).as_posix() for path in OWN_JS}


def _bundles(folder: Path) -> list[Path]:
    return sorted((folder / "bundles").glob("*.js"))


@pytest.mark.parametrize("script", OWN_JS, ids=lambda p: p.name)
def test_scripts_put_text_only_as_text(script: Path) -> None:
    """T1: our scripts never parse text as markup or as code."""
    assert BANNED_JS.findall(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("script", OWN_JS, ids=lambda p: p.name)
def test_scripts_say_what_they_are_for(script: Path) -> None:
    """Every module of ours begins with what it is for."""
    assert script.read_text(encoding="utf-8").startswith("/**")


def test_the_script_runs_strictly() -> None:
    """What runs in the page is in strict mode, as modules are."""
    for folder in ("geo/webmap", "geo/export"):
        for path in _bundles(ROOT / folder):
            assert path.read_text(encoding="utf-8").splitlines()[1] == '"use strict";'


def test_python_never_hands_text_to_foliums_templates() -> None:
    """T1: folium's Tooltip, Popup, DivIcon and Html, and Streamlit's unsafe_allow_html, are not used anywhere."""
    sources = [path for room in ("geo", "ui") for path in (ROOT / room).rglob("*.py")] + list(ROOT.glob("*.py"))
    assert [path.name for path in sources if BANNED_PY.search(path.read_text(encoding="utf-8"))] == []
