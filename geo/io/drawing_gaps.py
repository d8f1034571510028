"""Held ground that a mapper drew as empty for some days, and then again where it was: those days are no drawing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from geo.io.area_pool import Pieces, joined_pieces
from geo.io.side_assignment import TrackKind
from geo.model.faults import Fault
from geo.model.fronts import FrontStatus, Snapshot

#: What comes back is what was there when this share of the smaller of the two lies in both.
_SAME_SHARE = 0.5
DatedPieces = tuple[Snapshot, Pieces]


def without_gaps(kind: TrackKind, drawn: Sequence[DatedPieces]) -> tuple[list[DatedPieces], list[Fault]]:
    """Leave out the empty drawings between two of the same ground, and say so.

    A loss of everything and its gain a few days later is what a list that was left empty looks like. Ground that comes
    back elsewhere, empty days before the first and after the last ground, and unclear ground, which does come and go,
    are kept as they were drawn.

    Parameters
    ----------
    kind : (Side, FrontStatus)
    drawn : sequence of (Snapshot, Pieces)
        In the order of time, lon/lat degrees.

    Returns
    -------
    list, list of Fault
        What is left of them, and one fault for each that is not.
    """
    if kind[1] is not FrontStatus.HELD:
        return list(drawn), []
    full = [number for number, (_, area) in enumerate(drawn) if area]
    gaps = {
        number
        for before, after in pairwise(full)
        if after - before > 1 and _is_same(drawn[before][1], drawn[after][1])
        for number in range(before + 1, after)
    }
    faults = [Fault(drawn[number][0].file, None, None, "", _words(kind, drawn[number][0])) for number in sorted(gaps)]
    return [one for number, one in enumerate(drawn) if number not in gaps], faults


def _is_same(first: Pieces, last: Pieces) -> bool:
    before, after = joined_pieces(first), joined_pieces(last)
    return bool(before.intersection(after).area > _SAME_SHARE * min(before.area, after.area))


def _words(kind: TrackKind, snapshot: Snapshot) -> str:
    return (
        f"it draws no ground held by {kind[0].title()} on {snapshot.about_date}, and the days before and after draw "
        "the same; empty in between is no drawing, so that part is left out of the day. Get the file again"
    )
