"""Colour difference and colour vision, worked out from the papers and sharing no code with the palette.

CIEDE2000 after Sharma, Wu, Dalal (2005), "The CIEDE2000 color-difference formula"; dichromats after Machado, Oliveira,
Fernandes (2009), "A physiologically-based model for simulation of color vision deficiency" (their matrices of severity
1.0, for linear RGB), and, for protanopes and deuteranopes again, after Viénot, Brettel, Mollon (1999), "Digital video
colourmaps for checking the legibility of displays by dichromats".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

_RGB_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_WHITE = _RGB_TO_XYZ.sum(axis=1)
MACHADO = {
    "protanope": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranope": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanope": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
VIENOT = {
    "protanope, Viénot": [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]],
    "deuteranope, Viénot": [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]],
}


def linear_rgb(colour: str) -> Vector:
    """Return linear red, green and blue of ``#rrggbb``, 0 to 1 (IEC 61966-2-1)."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return np.array([s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares])


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    return float(_RGB_TO_XYZ[1] @ linear_rgb(colour))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours by WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _through(matrix: list[list[float]]) -> Callable[[Vector], Vector]:
    return lambda rgb: np.clip(np.array(matrix) @ rgb, 0.0, 1.0)


def _grey(rgb: Vector) -> Vector:
    return np.full(3, float(_RGB_TO_XYZ[1] @ rgb))


#: How an eye, or a black-and-white printer, sees linear RGB.
EYES: Mapping[str, Callable[[Vector], Vector]] = {
    "usual": lambda rgb: rgb,
    **{name: _through(matrix) for name, matrix in (MACHADO | VIENOT).items()},
    "greyscale": _grey,
}


def lab(rgb: Vector) -> tuple[float, float, float]:
    """Return CIELAB of linear RGB under D65."""
    ratios = _RGB_TO_XYZ @ rgb / _WHITE
    x, y, z = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the CIEDE2000 difference of two colours in CIELAB, by the steps of Sharma's paper."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_c7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - math.sqrt(mean_c7 / (mean_c7 + 25**7)))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1 = math.degrees(math.atan2(b1, stretch * a1)) % 360 if c1 else 0.0
    h2 = math.degrees(math.atan2(b2, stretch * a2)) % 360 if c2 else 0.0
    turn = h2 - h1 if c1 * c2 else 0.0
    turn = turn - 360 if turn > 180 else turn + 360 if turn < -180 else turn
    delta_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    if c1 * c2 == 0:
        mean_h = h1 + h2
    elif abs(h1 - h2) <= 180:
        mean_h = (h1 + h2) / 2
    else:
        mean_h = (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2
    tone = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    away = (mean_l - 50) ** 2
    in_l = (l2 - l1) / (1 + 0.015 * away / math.sqrt(20 + away))
    in_c = (c2 - c1) / (1 + 0.045 * mean_c)
    in_h = delta_h / (1 + 0.015 * mean_c * tone)
    turned = 2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    turned *= -math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2))))
    return math.sqrt(in_l**2 + in_c**2 + in_h**2 + turned * in_c * in_h)


def difference(one: str, other: str, eye: str = "usual") -> float:
    """Return the CIEDE2000 difference of two ``#rrggbb`` as an eye of `EYES` sees them."""
    see = EYES[eye]
    return ciede2000(lab(see(linear_rgb(one))), lab(see(linear_rgb(other))))
