"""Lengths and areas in the case's metric CRS, its checks, and the geodesic oracle.

Geometries are kept in lon/lat (WGS 84, EPSG:4326); they are measured in one metric CRS per case: a
Lambert azimuthal equal-area projection centred on it (areas exact, lengths within 0.05 % over 7 x 4 degrees).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError

Floats = npt.NDArray[np.float64]
#: What coordinates are kept in, lon/lat degrees.
WGS84 = "EPSG:4326"
FARTHEST_DEG = 10.0
Geom = TypeVar("Geom", bound=BaseGeometry)


@functools.cache
def _transformers(definition: str) -> tuple[pyproj.Transformer, pyproj.Transformer]:
    """Return the pair (lon/lat to metric, metric to lon/lat) of a definition."""
    metric, lonlat = pyproj.CRS.from_string(definition), pyproj.CRS.from_epsg(4326)
    forward = pyproj.Transformer.from_crs(lonlat, metric, always_xy=True)
    return forward, pyproj.Transformer.from_crs(metric, lonlat, always_xy=True)


@functools.cache
def _ellipsoid() -> pyproj.Geod:
    return pyproj.Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class MetricCRS:
    """A metric CRS in metres, centred on the case.

    Parameters
    ----------
    lon0, lat0 : float
        Centre of the projection in degrees; what ``case.toml`` stores.

    Examples
    --------
    >>> crs = MetricCRS.laea(35.2, 51.3)
    >>> centre = crs.to_metric(shapely.Point(35.2, 51.3))
    >>> round(centre.x, 3), round(centre.y, 3)
    (0.0, 0.0)
    """

    lon0: float
    lat0: float

    @classmethod
    def laea(cls, lon0: float, lat0: float) -> MetricCRS:
        """Return the Lambert azimuthal equal-area CRS centred on a point.

        Parameters
        ----------
        lon0, lat0 : float
            Centre in degrees, WGS 84.

        Returns
        -------
        MetricCRS
            Units are metres.

        Raises
        ------
        GeometryError
            If the centre is not a longitude and a latitude.
        """
        check_lonlat(shapely.Point(lon0, lat0))
        return cls(float(lon0), float(lat0))

    @property
    def definition(self) -> str:
        """The PROJ string of the CRS."""
        return f"+proj=laea +lat_0={self.lat0!r} +lon_0={self.lon0!r} +datum=WGS84 +units=m +no_defs +type=crs"

    def to_metric(self, geometry: Geom) -> Geom:
        """Return a lon/lat geometry in metres.

        Parameters
        ----------
        geometry : shapely geometry
            In lon/lat degrees; every vertex is transformed, edges stay straight.

        Returns
        -------
        shapely geometry
            Of the same type, in metres.

        Raises
        ------
        GeometryError
            If it is not in lon/lat (see `check_lonlat`).
        """
        check_lonlat(geometry, near=(self.lon0, self.lat0))
        forward, _ = _transformers(self.definition)
        return _transformed(geometry, forward)

    def is_near(self, geometry: BaseGeometry) -> bool:
        """Whether all of a lon/lat geometry lies within `FARTHEST_DEG` of the centre, where it can be measured."""
        if geometry.is_empty:
            return True
        west, south, east, north = self._reach()
        low_lon, low_lat, high_lon, high_lat = geometry.bounds
        return bool(west <= low_lon and high_lon <= east and south <= low_lat and high_lat <= north)

    def near_part(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return the part of a valid lon/lat geometry that can be measured; all of it, unchanged, where it is near.

        Edges of what is cut are parted every tenth of a degree: they are straight in lon/lat, and would be straight
        in metres otherwise.

        Examples
        --------
        >>> MetricCRS.laea(35, 51).near_part(shapely.box(22.6, 51, 36, 52)).bounds
        (25.0, 51.0, 36.0, 52.0)
        """
        if self.is_near(geometry):
            return geometry
        cut: BaseGeometry = shapely.segmentize(geometry.intersection(shapely.box(*self._reach())), 0.1)
        return cut

    def _reach(self) -> tuple[float, float, float, float]:
        lon0, lat0 = self.lon0, self.lat0
        return (lon0 - FARTHEST_DEG, lat0 - FARTHEST_DEG, lon0 + FARTHEST_DEG, lat0 + FARTHEST_DEG)

    def to_lonlat(self, geometry: Geom) -> Geom:
        """Return a metric geometry (metres in this CRS) in lon/lat degrees."""
        _, back = _transformers(self.definition)
        return _transformed(geometry, back)

    def xy(self, lon: npt.ArrayLike, lat: npt.ArrayLike) -> Floats:
        """Return points in degrees as an (n, 2) array of metres."""
        forward, _ = _transformers(self.definition)
        return _as_columns(forward.transform(np.atleast_1d(lon), np.atleast_1d(lat)))

    def lonlat(self, xy_m: Floats) -> Floats:
        """Return an (n, 2) array of metres as an (n, 2) array of lon, lat degrees."""
        _, back = _transformers(self.definition)
        return _as_columns(back.transform(xy_m[:, 0], xy_m[:, 1]))


def _as_columns(pair: tuple[Any, Any]) -> Floats:
    return np.column_stack(pair).astype(np.float64, copy=False)


def _transformed(geometry: Geom, transformer: pyproj.Transformer) -> Geom:
    moved: Geom = shapely.transform(geometry, lambda xy: _as_columns(transformer.transform(xy[:, 0], xy[:, 1])))
    return moved


def geodesic_area_km2(geometry: BaseGeometry) -> float:
    """Return the area in km² on the WGS 84 ellipsoid of a lon/lat geometry: the oracle for the metric CRS.

    Parameters
    ----------
    geometry : Polygon or MultiPolygon
        In lon/lat degrees; edges are geodesics; ring direction does not matter.

    Returns
    -------
    float
        km²; 0 for an empty geometry.

    Examples
    --------
    >>> round(geodesic_area_km2(shapely.box(35, 51, 36, 52)))
    7726
    """
    check_lonlat(geometry)
    area_m2, _ = _ellipsoid().geometry_area_perimeter(shapely.orient_polygons(geometry))
    return abs(float(area_m2)) / 1e6


def geodesic_length_km(geometry: BaseGeometry) -> float:
    """Return the length in km on the WGS 84 ellipsoid of a lon/lat geometry (a polygon's: its perimeter).

    Examples
    --------
    >>> round(geodesic_length_km(shapely.LineString([(35, 51), (36, 51)])), 3)
    70.197
    """
    check_lonlat(geometry)
    return float(_ellipsoid().geometry_length(geometry)) / 1e3


def check_lonlat(geometry: BaseGeometry, near: tuple[float, float] | None = None) -> None:
    """Raise unless a geometry can be lon/lat degrees, naming the likely mistake.

    Parameters
    ----------
    geometry : shapely geometry
        An empty one passes.
    near : (lon, lat) in degrees, optional
        Where it should be: then a geometry more than 10 degrees away is refused too, which catches swapped
        axes where both readings are places on Earth.

    Raises
    ------
    GeometryError
        On NaN or infinity, on metres, and where only swapped axes make sense.

    Examples
    --------
    >>> check_lonlat(shapely.Point(35.27, 51.19))
    >>> check_lonlat(shapely.Point(51.19, 135.27))
    Traceback (most recent call last):
    geo.errors.GeometryError: latitude 135.27 is not in -90..90; are the axes swapped? Salient wants (lon, lat)
    """
    xy = shapely.get_coordinates(geometry)
    if not len(xy):
        return
    if not np.isfinite(xy).all():
        raise GeometryError("a coordinate is not a number; every point needs a longitude and a latitude in degrees")
    lon, lat = xy[np.argmax(np.abs(xy[:, 0])), 0], xy[np.argmax(np.abs(xy[:, 1])), 1]
    if abs(lon) > 360 or abs(lat) > 360:
        raise GeometryError(
            f"coordinate ({lon:.10g}, {lat:.10g}) is not in degrees; it looks like metres, convert it to WGS 84 lon/lat"
        )
    if abs(lat) > 90:
        raise GeometryError(f"latitude {lat:.10g} is not in -90..90; are the axes swapped? Salient wants (lon, lat)")
    if abs(lon) > 180:
        raise GeometryError(f"longitude {lon:.10g} is not in -180..180")
    if near is not None:
        _check_near(xy, near)


def _check_near(xy_deg: Floats, near: tuple[float, float]) -> None:
    off_deg = np.abs(xy_deg - near).max(axis=1)
    worst = int(off_deg.argmax())
    if off_deg[worst] <= FARTHEST_DEG:
        return
    lon, lat = xy_deg[worst]
    swapped = max(abs(lat - near[0]), abs(lon - near[1])) <= FARTHEST_DEG
    hint = "; the axes look swapped, Salient wants (lon, lat)" if swapped else ""
    raise GeometryError(
        f"point ({lon:.10g}, {lat:.10g}) is {off_deg[worst]:.0f} degrees from the case's centre {near}{hint}"
    )
