"""Hold what a picture shows: the legend entry of each sign with how to make it, and the labels that are wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from geo.export.figures.labels import Wanted
from geo.export.figures.legend import Entry, Handle


@dataclass(frozen=True, slots=True)
class Shown:
    """What was drawn: a legend entry each with its sign, the labels wanted, where signs stand (metres; chips)."""

    legend: dict[Entry, Handle]
    labels: list[Wanted]
    signs: list[tuple[float, float, int]]

    def explain(self, entry: Entry, make: Callable[..., Any], *given: Any, **look: Any) -> None:
        """Put a sign into the legend, once."""
        self.legend.setdefault(entry, partial(make, *given, **look))


def patch_sign(**look: Any) -> Any:
    """Return the sign of an area for a legend."""
    from matplotlib.patches import Patch

    return Patch(**look)


def line_sign(**look: Any) -> Any:
    """Return the sign of a line or a mark for a legend."""
    from matplotlib.lines import Line2D

    return Line2D([], [], **look)
