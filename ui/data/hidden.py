"""Say what the filters of a view hide: which filters are set, and how much they leave out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from geo.model.claims import Reported, Side
from geo.model.labels import SIDE_LABELS, format_date
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
