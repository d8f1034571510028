"""The ground between a line and the border, for fronts that are drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import linemerge

from geo.errors import GeometryError
from geo.geometry.border import BorderLine
from geo.geometry.parts import flat_parts

#: So far from the border a line may end, km: what a mapper leaves open there is closed straight.
MAX_OPEN_KM = 5.0
_MIN_AREA_M2 = 1.0


def enclosed_by_border(lines: Sequence[LineString], border: BorderLine) -> list[Polygon]:
    """Return the ground on the target side that lines and the border enclose together.

    Parameters
    ----------
    lines : sequence of LineString
        Lon/lat degrees; those that follow one another are joined. A closed line encloses its own inside.
    border : BorderLine

    Returns
    -------
    list of Polygon
        Lon/lat degrees.

    Raises
    ------
    GeometryError
        When an end lies farther from the border than `MAX_OPEN_KM`, or nothing is enclosed.

    Examples
    --------
    >>> from geo.geometry.crs import MetricCRS
    >>> border = BorderLine(LineString([(34, 51), (37, 51)]), MetricCRS.laea(35.5, 51), "left")
    >>> (found,) = enclosed_by_border([LineString([(35, 51.01), (35, 51.2), (35.4, 51.2), (35.4, 51)])], border)
    >>> [round(edge, 3) for edge in found.bounds]
    [35.0, 51.009, 35.4, 51.2]
    """
    metric = border.metric
    joined = linemerge([metric.to_metric(line) for line in lines]) if len(lines) > 1 else metric.to_metric(lines[0])
    closed = [_to_border(line, border) for line in flat_parts(joined) if isinstance(line, LineString)]
    around = shapely.box(*shapely.total_bounds(closed)).buffer(1.0)
    edges = shapely.union_all([*closed, border.line_m.intersection(around.buffer(MAX_OPEN_KM * 1e3))])
    faces = [face for face in flat_parts(shapely.polygonize([shapely.node(edges)])) if isinstance(face, Polygon)]
    found = [face for face in faces if border.on_target(face).area > 0.5 * face.area > _MIN_AREA_M2]
    if not found:
        raise GeometryError("a line and the border enclose no ground on the target side; draw the area instead")
    return [metric.to_lonlat(face) for face in found]


def _to_border(line: LineString, border: BorderLine) -> LineString:
    """Return a metric line led straight on to the border at either end; a closed one as it is."""
    if line.is_closed:
        return line
    xy = shapely.get_coordinates(line)
    ends = xy[[0, -1]]
    measure_m, offset_m, _ = border.index.locate(ends)
    if offset_m.max() > MAX_OPEN_KM * 1e3:
        lon, lat = border.metric.lonlat(ends[[int(offset_m.argmax())]])[0]
        raise GeometryError(
            f"a line ends at {lon:.4f}, {lat:.4f}, {offset_m.max() / 1e3:.1f} km from the border; both its ends must "
            "lie "
            f"within {MAX_OPEN_KM:g} km of it, or it must be closed. Draw the area instead"
        )
    first, last = border.index.at(measure_m)
    return LineString(np.vstack([first + (first - ends[0]) * 1e-6, xy, last + (last - ends[1]) * 1e-6]))
