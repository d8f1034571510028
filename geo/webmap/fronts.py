"""Mappers' tracks as the document carries them: columns of what each snapshot is and measures, and the series as bytes.

A column holds one value a snapshot. One that would say the same of every snapshot is left out, and the script reads its
absence as the usual value: known on the day it speaks of, by assumption; no revision; no moment of drawing.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from datetime import date

from geo.geometry.topology.codec import to_bytes
from geo.model.fronts import FrontFigures, FrontTrack
from geo.model.labels import front_label
from geo.webmap.payload_types import FileNames, TrackData

#: How much of a file's SHA-256 is shown: enough to tell files apart, short enough to read.
SHA_DIGITS = 12
#: Name in the document, field of FrontFigures, decimals.
_FIGURES = (
    ("area", "area_km2", 2),
    ("target", "target_km2", 2),
    ("depth", "depth_max_km", 2),
    ("depthMean", "depth_mean_km", 2),
    ("chord", "width_chord_km", 2),
    ("along", "width_along_km", 2),
    ("fill", "fill", 3),
    ("gained", "gained_km2", 2),
    ("lost", "lost_km2", 2),
)


def fronts(tracks: Iterable[FrontTrack], zero: date) -> list[TrackData]:
    """Describe tracks; those without a snapshot are left out.

    Parameters
    ----------
    tracks : iterable of FrontTrack
    zero : date
        The case's first day, from which days are counted.

    Returns
    -------
    list of TrackData
        Areas in km², lengths in km, days as offsets; `series` is `geo.geometry.topology.codec`'s layout in base64.
    """
    return [_track(track, zero) for track in tracks if track.snapshots]


def _track(track: FrontTrack, zero: date) -> TrackData:
    snapshots = track.snapshots
    about = [(snapshot.about_date - zero).days for snapshot in snapshots]
    known = [(snapshot.known_date - zero).days for snapshot in snapshots]
    all_assumed = all(snapshot.known_assumed for snapshot in snapshots)
    taken = [None if one.taken_at is None else f"{one.taken_at:%Y-%m-%d %H:%M}" for one in snapshots]
    revision = [snapshot.revision for snapshot in snapshots]
    return TrackData(
        id=track.id,
        archive=track.archive,
        mapper=track.mapper,
        holder=track.holder,
        status=track.status,
        words=front_label(track.status, track.holder),
        licence=track.licence,
        attribution=track.attribution,
        publish=track.may_publish,
        about=steps(about),
        file=_trimmed([snapshot.file for snapshot in snapshots]),
        sha=[snapshot.sha256[:SHA_DIGITS] for snapshot in snapshots],
        drawing=steps(_drawings(track)),
        figures=_figures(track.figures),
        series=base64.b64encode(to_bytes(track.series)).decode(),
        known=None if known == about else steps(known),
        assumed="" if all_assumed else "".join(str(int(snapshot.known_assumed)) for snapshot in snapshots),
        revision=revision if any(revision) else None,
        taken=taken if any(taken) else None,
    )


def _drawings(track: FrontTrack) -> list[int]:
    """Number what was drawn: two snapshots of one ground have one number, whatever came between them."""
    numbers: dict[bytes, int] = {}
    found: list[int] = []
    for index in range(len(track.snapshots)):
        same = index > 0 and not track.changed(index)
        ground = track.series.arcs_in(index).tobytes()
        found.append(found[-1] if same else numbers.setdefault(ground, len(numbers)))
    return found


def steps(days: Sequence[int]) -> list[int]:
    """Write days as the first one and the steps from one to the next, which compresses to almost nothing.

    Examples
    --------
    >>> steps([3, 4, 5, 5, 9])
    [3, 1, 1, 0, 4]
    """
    return [day - before for before, day in zip([0, *days], days, strict=False)]


def _figures(figures: Sequence[FrontFigures]) -> dict[str, list[float | None]]:
    """Return a column for each figure that some snapshot has."""
    columns = {
        name: [None if (value := getattr(one, field)) is None else round(value, digits) for one in figures]
        for name, field, digits in _FIGURES
    }
    return {name: column for name, column in columns.items() if any(value is not None for value in column)}


def _trimmed(names: Sequence[str]) -> FileNames:
    """Say what all file names begin and end with, once.

    Examples
    --------
    >>> _trimmed(["day_01.json", "day_02.json"])
    FileNames(head='day_0', tail='.json', middle=['1', '2'])
    """
    head = _shared(names)
    rest = [name[len(head) :] for name in names]
    tail = _shared([name[::-1] for name in rest])[::-1]
    return FileNames(head=head, tail=tail, middle=[name[: len(name) - len(tail)] for name in rest])


def _shared(names: Sequence[str]) -> str:
    """Return what all texts begin with: what the least and the greatest of them do."""
    least, most = min(names), max(names)
    length = 0
    while length < len(least) and least[length] == most[length]:
        length += 1
    return least[:length]
