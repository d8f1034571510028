"""The legend of a picture: one entry a sign, in groups of one order, and one way to draw a group."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from geo.export.figures.hatches import PATTERN_HANDLERS

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.legend import Legend

Handle = Callable[[], Any]
CLAIMED, FIGURES, DRAWN = "Claimed, not control", "Whose claim the bands are", "Drawn by a mapper"
PLACES, VOICES, ZONES = "Places", "Whose word it is", "Evacuation zones (approximate)"
_GROUPS = (CLAIMED, FIGURES, DRAWN, PLACES, VOICES, ZONES)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sign means; `of_day` is the end of it that holds on one day only, `order` where it stands in its group."""

    group: str
    words: str
    of_day: str = ""
    order: int = 0

    @property
    def text(self) -> str:
        """All that it says."""
        return self.words + self.of_day


Entries = Mapping[Entry, Handle]


def in_groups(entries: Entries) -> dict[str, list[tuple[str, Handle]]]:
    """Return the texts and signs of every group that has any, in the order in which they are read."""
    ordered = sorted(entries, key=lambda entry: (_GROUPS.index(entry.group), entry.order))
    found: dict[str, list[tuple[str, Handle]]] = {}
    for entry in ordered:
        found.setdefault(entry.group, []).append((entry.text, entries[entry]))
    return found


def of_many_days(each: Iterable[Entries]) -> dict[Entry, Handle]:
    """Return one legend for the maps of several days: nothing in it speaks of one of them alone."""
    signs: dict[Entry, Handle] = {}
    for entries in each:
        for entry, make in entries.items():
            if entry.group != FIGURES:
                signs.setdefault(replace(entry, of_day=""), make)
    return signs


def draw_group(
    figure: Figure,
    group: str,
    entries: Iterable[tuple[str, Handle]],
    at: tuple[float, float],
    *,
    size: float,
    wrap: int,
) -> Legend:
    """Draw one group with its upper left corner at shares of the figure, lines no longer than `wrap` letters."""
    listed = list(entries)
    # The figures of a claim have no sign of their own.
    bare = group == FIGURES
    signs = {"handlelength": 0.0, "handletextpad": 0.0} if bare else {"handlelength": 2.6}
    return figure.legend(
        [make() for _, make in listed],
        ["\n".join(textwrap.wrap(text, wrap + 8 * bare)) for text, _ in listed],
        title=group,
        loc="upper left",
        bbox_to_anchor=at,
        frameon=False,
        fontsize=size,
        title_fontproperties={"size": size + 0.6, "weight": "bold"},
        alignment="left",
        borderpad=0,
        borderaxespad=0,
        handleheight=1.5,
        labelspacing=0.5,
        handler_map=PATTERN_HANDLERS,
        **signs,
    )
