"""Round coordinates to a grid so that a valid area stays one: rounding alone makes outlines cross themselves."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray


def snapped(geometries: NDArray[Any], grid_deg: float) -> NDArray[Any]:
    """Return geometries with coordinates on a grid, each of them valid.

    Parameters
    ----------
    geometries : array of shapely geometries
        Lon/lat degrees; None stays None.
    grid_deg : float
        The step of the grid, degrees.

    Returns
    -------
    array of shapely geometries
        Rounded point by point; where that makes an outline cross itself it is noded on the grid instead, and what has
        no area left at that step is gone. An area keeps its kind: a Polygon that falls into parts is a MultiPolygon.

    Examples
    --------
    >>> sliver = shapely.from_wkt("POLYGON ((0 0, 3 0.4, 6 0, 3 0.3, 0 0))")
    >>> snapped(np.array([sliver, shapely.box(0.1, 0, 2.2, 3)]), 1.0).tolist()
    [<POLYGON EMPTY>, <POLYGON ((2 0, 2 3, 0 3, 0 0, 2 0))>]
    """
    found = shapely.set_precision(geometries, grid_deg, mode="pointwise")
    for number in np.flatnonzero(~shapely.is_valid(found) & ~shapely.is_missing(found)):
        made = shapely.set_precision(shapely.make_valid(geometries[number], method="structure"), grid_deg)
        found[number] = _of_kind(made, geometries[number].geom_type)
    return np.asarray(found)


def _of_kind(made: Any, kind: str) -> Any:
    """Return the areas among what a geometry became, as what it was."""
    if kind not in {"Polygon", "MultiPolygon"}:
        return made
    parts = [part for part in shapely.get_parts(shapely.get_parts(made)) if part.geom_type == "Polygon"]
    if kind == "Polygon" and len(parts) < 2:
        return parts[0] if parts else shapely.Polygon()
    return shapely.MultiPolygon(parts)
