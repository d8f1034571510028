"""Put an exported layer's coordinates on a grid, and turn its rings by the right-hand rule."""

from __future__ import annotations

from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.geometry.crs import WGS84
from geo.geometry.precision import snapped

#: Coordinates are written to this step: 1 cm, as RFC 7946 advises no more.
EXPORT_GRID_DEG = 1e-7


def on_grid(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a layer with coordinates on the grid of `EXPORT_GRID_DEG` and rings by the right-hand rule of RFC 7946.

    Every geometry is valid: an outline that crosses itself, as one that was rounded may, is cut where it does.
    """
    ground = _valid(frame.geometry.to_numpy())
    return frame.set_geometry(gpd.GeoSeries(ground, index=frame.index, crs=WGS84))


def valid_on_grid(ground: BaseGeometry) -> BaseGeometry:
    """Return one geometry as `on_grid` writes it."""
    made: BaseGeometry = _valid(np.array([ground], dtype=object))[0]
    return made


def _valid(grounds: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(shapely.orient_polygons(snapped(grounds, EXPORT_GRID_DEG)))
