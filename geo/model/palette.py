"""The palette: every colour of the map, pictures, files, charts and pages, in one place.

`geo/webmap/static/tokens.css` and `ui/components/static/hues.css` are made from it (`make generated`); the theme in
`.streamlit/config.toml` is held against it by a test. A colour is ``#rrggbb``. Claims are one ochre family, never a
colour of military affiliation; a side has its hue in every output. The hues of the sides lie far enough apart in
lightness for greyscale and for dichromats (`tests/test_colour_vision.py`), and what stands on one is named ``on-``;
still no output tells a side by its hue alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.model.claims import Side


@dataclass(frozen=True, slots=True)
class Hue:
    """A colour on a light ground and on a dark one."""

    light: str
    dark: str


#: Of the map document, by group and by the name of the custom property. Shadows are whole CSS values.
MAP_HUES: dict[str, dict[str, Hue]] = {
    "paper and text": {
        "paper": Hue("#f5f4f0", "#191c20"),
        "sheet": Hue("#ffffff", "#23272c"),
        "ink": Hue("#1d2126", "#eceef0"),
        "quiet": Hue("#565d66", "#a9b0b8"),
        "rule": Hue("#d9d7d0", "#3a4047"),
        "hover": Hue("#efede7", "#2e3339"),
    },
    "ground": {
        "ground": Hue("#a9a69c", "#5b626a"),
        "ground-name": Hue("#85827a", "#7b838c"),
        "border": Hue("#3a3d42", "#c9cdd2"),
        "casing": Hue("#f5f4f0", "#191c20"),
    },
    "claims": {
        "ochre": Hue("#8a5200", "#e3a640"),
        "ochre-wash": Hue("#c98a1e", "#d9962a"),
        "ochre-text": Hue("#6f4200", "#f0bd66"),
        "stretch": Hue("#b06a00", "#f5b74e"),
    },
    "sides and zones": {
        "ukraine": Hue("#00675f", "#3fb8ab"),
        "russia": Hue("#40135a", "#9160bb"),
        "independent": Hue("#808893", "#eceff2"),
        "on-ukraine": Hue("#ffffff", "#16181b"),
        "on-russia": Hue("#ffffff", "#ffffff"),
        "on-independent": Hue("#16181b", "#16181b"),
        "zone": Hue("#59636e", "#9aa4af"),
        "disputed": Hue("#1d2126", "#ffffff"),
    },
    "mappers' fronts": {
        "front-0": Hue("#4f6b12", "#b9d26a"),
        "front-1": Hue("#a32a6d", "#f28cc3"),
        "front-2": Hue("#6a4a3a", "#d3b09c"),
    },
    "controls": {
        "focus": Hue("#1d2126", "#ffffff"),
        "past": Hue("#f3e9d2", "#3a3018"),
        "past-text": Hue("#5d4300", "#f0d9a4"),
        "shadow": Hue(
            "0 1px 2px rgb(0 0 0 / .08), 0 4px 16px rgb(0 0 0 / .08)",
            "0 1px 2px rgb(0 0 0 / .4), 0 4px 16px rgb(0 0 0 / .35)",
        ),
    },
}
#: The same by name alone.
HUES = {name: hue for group in MAP_HUES.values() for name, hue in group.items()}

#: Of pictures, where paper is white and one hue stands for every mapper.
PICTURE_GROUND, PICTURE_COUNTRY, PICTURE_FRONT = "#f1efe9", "#8d8a81", "#1f6f8b"
#: Of files for a GIS and for Google Earth, whose own grounds are photographs and dark maps.
GIS_FRONT, GIS_WHITE, KML_CLAIM_WASH, KML_ZONE_WASH = "#3b636e", "#ffffff", "#c97f00", "#8f9aa3"

#: Of charts, by the theme of the page: there is no lightness for three sides that holds on both grounds.
CHART_SIDES = {
    "light": {side: HUES[side].light for side in Side},
    "dark": {side: HUES[side].dark for side in Side},
}
#: What is written on them.
CHART_ON_SIDES = {
    "light": {side: HUES[f"on-{side}"].light for side in Side},
    "dark": {side: HUES[f"on-{side}"].dark for side in Side},
}
CHART_DAY = "#b9791a"

#: Streamlit's theme, by its own names.
THEME = {
    "primaryColor": Hue("#8a5a12", "#d9a441"),
    "backgroundColor": Hue("#fbfaf7", "#16181b"),
    "secondaryBackgroundColor": Hue("#f1eee7", "#1f2226"),
    "textColor": Hue("#1f2328", "#e8e6e1"),
    "linkColor": Hue("#2b5c86", "#8ab8e0"),
    "borderColor": Hue("#d9d4c8", "#3a3e44"),
}
#: Of the pages' own components, by the name of the custom property.
PAGE_HUES = {
    **{side.value: HUES[side.value] for side in Side},
    **{f"on-{side}": HUES[f"on-{side}"] for side in Side},
    "late": Hue("#7d4f08", "#e0b25a"),
    "contradiction": Hue("#a3262a", "#ff9d94"),
    "float-shadow": Hue("rgb(0 0 0 / 0.2)", "rgb(0 0 0 / 0.2)"),
    "share": THEME["primaryColor"],
    "on-primary": Hue("#ffffff", THEME["backgroundColor"].dark),
}


def rgb(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of a colour, 0 to 255.

    >>> rgb("#8a5200")
    (138, 82, 0)
    """
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def unit_rgb(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of a colour, 0 to 1, to two decimals, as a page of paper has them.

    >>> unit_rgb("#59636e")
    (0.35, 0.39, 0.43)
    """
    red, green, blue = (round(channel / 255, 2) for channel in rgb(colour))
    return red, green, blue
