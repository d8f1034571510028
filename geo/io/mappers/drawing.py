"""The content of an archive's file: a day, and the areas that a mapper drew for it, class by class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.errors import ShapelyError
from shapely.geometry import LineString, MultiPolygon, Polygon

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.model.claims import Side
from geo.model.faults import Fault
from geo.model.fronts import FrontStatus

#: Who holds a ground, None where its place says it (see `geo.io.side_assignment`), and how surely.
DrawnKind = tuple[Side | None, FrontStatus]
HELD_BY_RUSSIA: DrawnKind = (Side.RUSSIA, FrontStatus.HELD)
HELD_BY_UKRAINE: DrawnKind = (Side.UKRAINE, FrontStatus.HELD)

#: By how much of itself an area may differ from rule to rule of filling, for it to be the same.
_SAME_AREA = 1e-9


@dataclass(frozen=True)
class Drawing:
    """What one file says of one day.

    Attributes
    ----------
    about_date : date
        The day it speaks of.
    grounds : dict
        For each kind the polygons drawn, lon/lat degrees; an empty list says that none was drawn. A kind that is not
        there was not spoken of.
    taken_at : datetime or None
        The moment it was drawn at, UTC, where the archive says one; several of one day may follow one another.
    known_date : date or None
        The day it was published; None where the archive does not say.
    faults : tuple of Fault
        What in it could not be used; the rest was kept.
    lines : dict
        For a kind the lines whose ground is what lies between them and the case's border.
    """

    about_date: date
    grounds: dict[DrawnKind, list[Polygon]]
    taken_at: datetime | None = None
    known_date: date | None = None
    faults: tuple[Fault, ...] = field(default=())
    lines: dict[DrawnKind, list[LineString]] = field(default_factory=dict)

    @property
    def is_drawn(self) -> bool:
        """Whether there is one polygon or one line at least."""
        return any(self.grounds.values()) or any(self.lines.values())


def with_russia(drawing: Drawing, file: str) -> Drawing:
    """Leave out what Russia holds where none of it is drawn, for maps of the whole war: that is never true of them."""
    if HELD_BY_RUSSIA not in drawing.grounds or drawing.grounds[HELD_BY_RUSSIA] or not drawing.is_drawn:
        return drawing
    reason = (
        f"it draws nothing as held by Russia on {drawing.about_date}, and this map always has some; that part is left "
        "out of the day. Get the file again if it should have it"
    )
    drawn = {kind: shapes for kind, shapes in drawing.grounds.items() if kind != HELD_BY_RUSSIA}
    return replace(drawing, grounds=drawn, faults=(*drawing.faults, Fault(file, None, None, "", reason)))


def polygon(rings: object, where: str, *, lat_first: bool = False) -> Polygon:
    """Make a polygon of nested lists of positions (lon, lat[, height]), the outer ring first; `ground` checks it.

    With `lat_first` the positions are lat, lon.

    Raises
    ------
    InputError
        When they make none: too few or unreadable points, numbers that are no lon/lat.

    Examples
    --------
    >>> polygon([[[35, 51], [36, 51], [36, 52], [35, 51]]], "a.geojson").area
    0.5
    """
    if not isinstance(rings, list) or not rings:
        raise InputError(f"{where}: a polygon has no ring; it must have at least one")
    try:
        shell, *holes = [_ring(ring, where, lat_first=lat_first) for ring in rings]
        return Polygon(shell, holes)
    except (ShapelyError, ValueError) as error:
        raise InputError(f"{where}: the positions make no polygon ({error})") from error


def sound_parts(made: Polygon, where: str) -> list[Polygon]:
    """Return a polygon as valid ones that cover the same area; InputError where that depends on how it is filled.

    An outline that touches itself, or runs out and back on itself, covers one area by every rule of filling; one that
    crosses itself does not, and is refused with the place.

    Examples
    --------
    >>> eight = Polygon([(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (1, 2), (1, 1), (0, 1)])
    >>> [part.area for part in sound_parts(eight, "a.geojson")]
    [1.0, 1.0]
    """
    if made.is_valid:
        return [made]
    reason = shapely.is_valid_reason(made)
    by_winding, by_crossing = (shapely.make_valid(made, method=rule) for rule in ("structure", "linework"))
    drawn = Polygon(made.exterior).area - sum(Polygon(hole).area for hole in made.interiors)
    if max(abs(by_winding.area - drawn), abs(by_crossing.area - drawn)) > _SAME_AREA * abs(drawn) or drawn <= 0:
        raise InputError(f"{where}: an outline is not valid ({reason}, lon lat); it must never cross itself")
    return [part for part in flat_parts(by_winding) if isinstance(part, Polygon)]


def ground(polygons: Sequence[Polygon], where: str) -> MultiPolygon:
    """Return the ground that polygons cover together; where they overlap it is counted once.

    Raises
    ------
    InputError
        When the outline of one is not valid, and what it covers is not sure (`sound_parts`).

    Examples
    --------
    >>> ground([Polygon([(35, 51), (36, 52), (36, 51), (35, 52)])], "a.geojson")
    Traceback (most recent call last):
        ...
    geo.errors.InputError: a.geojson: an outline is not valid (Self-intersection[35.5 51.5], lon lat); it must \
never cross itself
    """
    if not polygons:
        return MultiPolygon()
    together = MultiPolygon(list(polygons))
    if together.is_valid:
        return together
    sound = [part for one in polygons for part in sound_parts(one, where)]
    parts = shapely.get_parts(shapely.union_all(sound)).tolist()
    return MultiPolygon([part for part in parts if isinstance(part, Polygon)])


def _ring(raw: object, where: str, *, lat_first: bool) -> NDArray[np.float64]:
    try:
        found = np.array(raw)
    except ValueError as error:
        raise InputError(f"{where}: a ring is no list of positions ({error}); each must be [lon, lat]") from error
    if found.dtype.kind not in "iuf":
        raise InputError(
            f"{where}: a ring holds {found.ravel()[:2].tolist()!r:.60}; positions must be numbers [lon, lat]"
        )
    if found.ndim != 2 or found.shape[1] < 2 or len(found) < 3:
        raise InputError(f"{where}: a ring has the shape {found.shape}; it must be three or more positions [lon, lat]")
    xy: NDArray[np.float64] = found[:, [1, 0] if lat_first else [0, 1]].astype(np.float64)
    if not np.isfinite(xy).all():
        raise InputError(f"{where}: a position is not finite; lon and lat must be numbers")
    _check_range(xy, where)
    return xy


def _check_range(xy: NDArray[np.float64], where: str) -> None:
    low, high = xy.min(axis=0), xy.max(axis=0)
    if (np.abs([low, high]) <= [180, 90]).all():
        return
    worst = max(abs(low).max(), abs(high).max())
    hint = "they look like metres (EPSG:3857 or UTM)" if worst > 1000 else "they look like lat, lon order"
    raise InputError(
        f"{where}: positions run from {low[0]:g}, {low[1]:g} to {high[0]:g}, {high[1]:g}; lon must lie within 180 and "
        f"lat within 90 degrees; {hint}"
    )


def kinds_of(drawings: Iterable[Drawing]) -> tuple[DrawnKind, ...]:
    """Return every kind that drawings have, in the order in which they come."""
    return tuple(dict.fromkeys(kind for drawing in drawings for kind in drawing.grounds))
