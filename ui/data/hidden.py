"""Say what the filters of a view hide: which filters are set, and how much they leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from geo.model.claims import Reported, Side
from geo.model.labels import SIDE_LABELS, format_date
from geo.model.map_layers import MAP_LAYERS
from geo.reports.address import write_message
from geo.reports.view import View

_FEW = 3
R = TypeVar("R", bound=Reported)


def in_sight(records: Iterable[R], view: View) -> list[R]:
    """Return the records that the filters let through and that were known by the day of knowledge."""
    return [one for one in records if view.shows(one) and (view.known is None or one.known_date <= view.known)]


def filter_words(view: View) -> list[str]:
    """Name the filters that hide somebody's words; none where everybody is heard."""
    sides = [SIDE_LABELS[side] for side in Side if side not in view.sides]
    off = [f"{' and '.join(sides)} switched off"] if sides else []
    hidden = sorted(view.hidden)
    if hidden:
        named = ", ".join(hidden[:_FEW]) + (f" and {len(hidden) - _FEW} more" if len(hidden) > _FEW else "")
        off.append(f"{named} hidden")
    return off


def hidden_data(view: View, count: int, what: str) -> dict[str, Any] | None:
    """Return what the panel and the map page's tables say of `count` hidden things, and the state that shows them."""
    if count <= 0 or not filter_words(view):
        return None
    reset = write_message(replace(view, sides=tuple(Side), hidden=frozenset()))
    kept = {key: reset[key] for key in ("sides", "hidden")}
    return {"words": hidden_words(replace(view, known=None), count, what), "reset": kept}


def hidden_fronts_data(view: View, count: int) -> dict[str, Any] | None:
    """Return the same of mappers' fronts, which have filters of their own."""
    if count <= 0 or (view.has("fronts") and not view.hidden_fronts):
        return None
    layers = tuple(name for name in MAP_LAYERS if name == "fronts" or view.has(name))
    reset = write_message(replace(view, layers=layers, hidden_fronts=frozenset()))
    kept = {key: reset[key] for key in ("layers", "hiddenFronts")}
    fronts = "1 front is" if count == 1 else f"{count} fronts are"
    return {"words": f"{fronts} not shown: switched off on the map.", "reset": kept}


def hidden_words(view: View, count: int, what: str) -> str:
    """Say how many things are hidden and by what.

    >>> from datetime import date
    >>> hidden_words(View(on=date(2024, 8, 12), known=date(2024, 8, 12)), 2, "figure")
    '2 figures are not shown: as known on 12 August 2024.'
    """
    reasons = filter_words(view)
    if view.known is not None:
        reasons = [*reasons, f"as known on {format_date(view.known)}"]
    things = f"1 {what} is" if count == 1 else f"{count:,} {what}s are"
    return f"{things} not shown: {'; '.join(reasons)}."
