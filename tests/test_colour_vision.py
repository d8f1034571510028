"""The sides can be told apart by every eye and in greyscale in every output; what is written on them can be read."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from geo.export.figures import style
from geo.model.claims import Side
from geo.model.labels import SIDE_LETTERS
from geo.model.palette import CHART_ON_SIDES, CHART_SIDES, HUES, PAGE_HUES, THEME
from tests.colour_vision import EYES, MACHADO, VIENOT, ciede2000, contrast, difference, lab, linear_rgb
from ui.components.chart_sides import DASHES

#: Pairs 1 to 20 and 25 to 34 of table 1 in Sharma, Wu, Dalal (2005): two colours in CIELAB and their difference.
SHARMA = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 3.1571, -77.2803), (50.0, 0.0, -82.7485), 2.8615),
    ((50.0, 2.8361, -74.0200), (50.0, 0.0, -82.7485), 3.4412),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, -1.1848, -84.8006), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, -0.9009, -85.5211), (50.0, 0.0, -82.7485), 1.0000),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0009), 7.1792),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0010), 7.1792),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0011), 7.2195),
    ((50.0, 2.4900, -0.0010), (50.0, -2.4900, 0.0012), 7.2195),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0009, -2.4900), 4.8045),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0010, -2.4900), 4.8045),
    ((50.0, -0.0010, 2.4900), (50.0, 0.0011, -2.4900), 4.7461),
    ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((61.2901, 3.7196, -5.3901), (61.4292, 2.2480, -4.9620), 1.8731),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((36.4612, 47.8580, 18.3852), (36.2715, 50.5065, 21.2231), 1.4146),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]
APART = 15.0
OUTPUTS = {
    "map, light": {side: HUES[side].light for side in Side},
    "map, dark": {side: HUES[side].dark for side in Side},
    "pages, light": {side: PAGE_HUES[side].light for side in Side},
    "pages, dark": {side: PAGE_HUES[side].dark for side in Side},
    "charts, light": CHART_SIDES["light"],
    "charts, dark": CHART_SIDES["dark"],
    "pictures": style.SIDES,
}
GROUNDS = {
    "map, light": [HUES["paper"].light, HUES["sheet"].light],
    "map, dark": [HUES["paper"].dark, HUES["sheet"].dark],
    "pages, light": [THEME["backgroundColor"].light, THEME["secondaryBackgroundColor"].light],
    "pages, dark": [THEME["backgroundColor"].dark, THEME["secondaryBackgroundColor"].dark],
    "charts, light": [THEME["backgroundColor"].light],
    "charts, dark": [THEME["backgroundColor"].dark],
    "pictures": [style.PAPER, style.GROUND],
}
WRITTEN = {
    "map, light": {side: HUES[f"on-{side}"].light for side in Side},
    "map, dark": {side: HUES[f"on-{side}"].dark for side in Side},
    "charts, light": CHART_ON_SIDES["light"],
    "charts, dark": CHART_ON_SIDES["dark"],
    "pictures": style.ON_SIDES,
}


@pytest.mark.parametrize(("one", "other", "published"), SHARMA)
def test_the_difference_is_the_published_one(
    one: tuple[float, float, float], other: tuple[float, float, float], published: float
) -> None:
    """Our CIEDE2000 gives the values of Sharma's table to its four decimals, in both directions."""
    assert ciede2000(one, other) == pytest.approx(published, abs=6e-5)
    assert ciede2000(other, one) == pytest.approx(published, abs=6e-5)


def test_lab_of_known_colours() -> None:
    """White, black and the primaries have the CIELAB that is printed for sRGB under D65."""
    assert lab(linear_rgb("#ffffff")) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab(linear_rgb("#000000")) == pytest.approx((0, 0, 0), abs=0.02)
    assert lab(linear_rgb("#ff0000")) == pytest.approx((53.24, 80.09, 67.20), abs=0.05)
    assert lab(linear_rgb("#0000ff")) == pytest.approx((32.30, 79.19, -107.86), abs=0.05)


@pytest.mark.parametrize("eye", [*MACHADO, *VIENOT])
def test_a_simulation_leaves_grey_alone(eye: str) -> None:
    """The rows of each matrix add up to one, so that no eye sees a hue in grey; and red and green draw together."""
    matrix = np.array((MACHADO | VIENOT)[eye])
    assert matrix.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    if not eye.startswith("tritanope"):
        assert difference("#b05050", "#777730", eye) < difference("#b05050", "#777730") / 2


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("output", OUTPUTS)
def test_any_two_sides_are_apart_for_every_eye(output: str, eye: str) -> None:
    """CIEDE2000 of any two sides is at least 15 for the usual eye, each dichromat and in greyscale, in every output."""
    hues = OUTPUTS[output]
    for one, other in combinations(Side, 2):
        assert difference(hues[one], hues[other], eye) >= APART, (output, eye, one, other)


@pytest.mark.parametrize("output", OUTPUTS)
def test_a_side_stands_out_from_its_ground(output: str) -> None:
    """A side's hue has a contrast of at least 3 with what it is drawn on."""
    for side in Side:
        for ground in GROUNDS[output]:
            assert contrast(OUTPUTS[output][side], ground) >= 3, (output, side, ground)


@pytest.mark.parametrize("output", WRITTEN)
def test_what_is_written_on_a_side_can_be_read(output: str) -> None:
    """A letter on a side's hue has a contrast of at least 4.5."""
    for side in Side:
        assert contrast(OUTPUTS[output][side], WRITTEN[output][side]) >= 4.5, (output, side)


def test_no_side_is_told_by_hue_alone() -> None:
    """Each side has a letter and a dash of its own."""
    assert len(set(SIDE_LETTERS.values())) == len({tuple(dash) for dash in DASHES.values()}) == len(Side)
    assert set(SIDE_LETTERS) == set(DASHES) == set(Side)
