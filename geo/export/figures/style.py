"""The style of pictures: the map's colours, hatches and signs, as matplotlib takes them, and one way to render.

Rendering holds a lock: matplotlib's settings are shared by the whole process, and pages run in threads.
"""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from geo.errors import SelectionError
from geo.model.ages import AgeState
from geo.model.claims import Side
from geo.model.palette import HUES, PICTURE_COUNTRY, PICTURE_FRONT, PICTURE_GROUND, unit_rgb
from geo.model.places import Status

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAPER, INK, QUIET, RULE = (HUES[name].light for name in ("sheet", "ink", "quiet", "ground"))
BORDER, OCHRE, OCHRE_TEXT, STRETCH = (HUES[name].light for name in ("border", "ochre", "ochre-text", "stretch"))
GROUND, COUNTRY, FRONT = PICTURE_GROUND, PICTURE_COUNTRY, PICTURE_FRONT
OCHRE_WASH, ZONE = unit_rgb(HUES["ochre-wash"].light), unit_rgb(HUES["zone"].light)
SIDES = {side: HUES[side].light for side in Side}
#: How much of itself a mapper's outline keeps by its age.
AGE_ALPHA = {AgeState.FRESH: 1.0, AgeState.FADED: 0.6, AgeState.DOUBTFUL: 0.35, AgeState.ENDED: 0.0}
#: Hatch and wash of each band, the outer first; the denser, the surer.
BAND_HATCHES = {"outer": ("//", 0.10), "likely": ("////", 0.10), "inner": ("////////", 0.10)}
#: What is written on a side's hue.
ON_SIDES = {side: HUES[f"on-{side}"].light for side in Side}
_SOLID: dict[str, Any] = {"color": INK, "markeredgecolor": PAPER, "markeredgewidth": 0.5, "linestyle": "none"}
_HOLLOW: dict[str, Any] = {"color": PAPER, "markeredgecolor": INK, "markeredgewidth": 0.8, "linestyle": "none"}
_SQUARE, _ROUND = {"marker": "s", "markersize": 5.2}, {"marker": "o", "markersize": 5.6}
_LEFT_HALF = [(-1, -1), (0, -1), (0, 1), (-1, 1)]
_HALF_ROUND = [(0, 1), *((math.cos(turn * math.pi / 16), math.sin(turn * math.pi / 16)) for turn in range(8, -9, -1))]
_HALVES = [(-1, -1), (-1, 1), *_HALF_ROUND, (0, -1)]
#: The sign of each status, part on part, as on the map: angular in the hands of the side that advances, round in the
#: defender's, half and half where both are said to fight.
STATUSES: dict[Status, tuple[dict[str, Any], ...]] = {
    Status.CLAIMED: (_SOLID | _SQUARE,),
    Status.ENTERED: (_SOLID | {"marker": "^", "markersize": 6.0},),
    Status.PHOTOGRAPHED: (_SOLID | _SQUARE, _SOLID | {"marker": "o", "markersize": 2.0, "color": PAPER}),
    Status.CONTESTED: (
        _HOLLOW | {"marker": _HALVES, "markersize": 5.2},
        _SOLID | {"marker": _LEFT_HALF, "markersize": 5.2, "markeredgewidth": 0.0},
    ),
    Status.LOST: (_SOLID | _ROUND,),
    Status.DENIED: (_HOLLOW | _ROUND, _HOLLOW | {"marker": "x", "markersize": 2.6}),
}
FIGURE_FORMATS = ("png", "svg", "pdf")
#: No file holds the moment of writing or the machine: the same picture has the same bytes.
_METADATA: dict[str, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": "Salient"},
    "pdf": {"CreationDate": None, "Creator": "Salient", "Producer": None},
}
_SETTINGS: Any = {
    "font.family": ["DejaVu Sans"],
    "font.size": 8.0,
    "text.parse_math": False,
    "text.color": INK,
    "hatch.linewidth": 0.45,
    "svg.hashsalt": "salient",
    "svg.fonttype": "path",
    "pdf.fonttype": 42,
    "path.simplify": True,
    "axes.unicode_minus": True,
}
_LOCK = threading.RLock()


@contextmanager
def drawing() -> Iterator[None]:
    """Hold matplotlib with our settings while a figure is made and rendered."""
    import matplotlib as mpl

    with _LOCK, mpl.rc_context(_SETTINGS):
        yield


def new_figure(width_in: float, height_in: float, dpi: float) -> Figure:
    """Return an empty figure on Agg, in inches; no window system is asked."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width_in, height_in), dpi=dpi, facecolor=PAPER)
    FigureCanvasAgg(figure)
    return figure


def renderer_of(thing: Axes | Figure) -> Any:
    """Return Agg's renderer of the figure that something belongs to, by which text is measured."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = thing.get_figure(root=True)
    if figure is None or not isinstance(figure.canvas, FigureCanvasAgg):
        raise TypeError("text can be measured in a figure of new_figure alone")
    return figure.canvas.get_renderer()  # type: ignore[no-untyped-call]


def rendered(figure: Figure, format_: str) -> bytes:
    """Return a figure as PNG, SVG or PDF; the same figure gives the same bytes.

    Raises
    ------
    SelectionError
        When the format is another one.
    """
    if format_ not in FIGURE_FORMATS:
        raise SelectionError(f"format is {format_!r}; a picture is one of {', '.join(FIGURE_FORMATS)}")
    out = io.BytesIO()
    figure.savefig(out, format=format_, dpi=figure.dpi, metadata=_METADATA[format_])
    return out.getvalue()
