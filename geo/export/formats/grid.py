"""Put an exported layer's coordinates on a grid, and turn its rings by the right-hand rule."""

from __future__ import annotations

import geopandas as gpd
import shapely

from geo.geometry.crs import WGS84
from geo.geometry.precision import snapped

#: Coordinates are written to this step: 1 cm, as RFC 7946 advises no more.
EXPORT_GRID_DEG = 1e-7


def on_grid(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a layer with coordinates on the grid of `EXPORT_GRID_DEG` and rings by the right-hand rule of RFC 7946.

    Every geometry is valid: an outline that crosses itself, as one that was rounded may, is cut where it does.
    """
    ground = snapped(frame.geometry.to_numpy(), EXPORT_GRID_DEG)
    return frame.set_geometry(gpd.GeoSeries(shapely.orient_polygons(ground), index=frame.index, crs=WGS84))
