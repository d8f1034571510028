"""The areas of one file, for measuring: of any vector file all that it draws, of a mapper's archive the advance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.errors import InputError
from geo.geometry.parts import flat_parts
from geo.io.archive_files import archive_files
from geo.io.mappers.archive_kind import archive_of
from geo.io.mappers.drawing import ground, sound_parts
from geo.io.mappers.mapping import FieldMapping
from geo.io.side_assignment import SideAssigner
from geo.io.vector_layers import JSON_BEGINS, VectorLayer, read_json_layers
from geo.model.case import Case
from geo.model.fronts import FrontStatus

MAX_GROUND_BYTES = 50_000_000


def areas_in(source: Path, case: Case) -> tuple[dict[str, BaseGeometry], list[str]]:
    """Return the areas in a file by what they are called, and what was passed over, in words.

    Parameters
    ----------
    source : Path
        Any file that an import reads. Of owlmap's and DeepState's own files the ground held by the side that advances
        is meant, since they draw both sides.
    case : Case

    Returns
    -------
    dict, list of str
        Valid areas, lon/lat degrees, those far from the case cut to what can be measured.

    Raises
    ------
    InputError
        When it can't be read, an outline crosses itself, or it holds no area; it names the file and the feature.
    """
    if source.is_dir():
        raise InputError(f"{source} is a folder; give one file")
    if source.is_file() and source.stat().st_size > MAX_GROUND_BYTES:
        raise InputError(f"{source.name} has {source.stat().st_size:,} bytes; a file may have {MAX_GROUND_BYTES:,}")
    if not source.is_file():
        source.open("rb").close()
    (file,) = archive_files(source, ())
    data = file.read()
    own = archive_of(file.name, data)
    if own:
        return _near(_advance(own, file.name, data, case), case), []
    passed: Counter[str] = Counter()
    areas = dict(_areas(file.name, _layers(file.name, data), passed))
    words = [f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in passed.items()]
    if not areas:
        found = f" It holds {' and '.join(words)}." if words else ""
        raise InputError(f"{file.name} holds no polygon; measuring needs a Polygon or MultiPolygon.{found}")
    told = [f"{file.name}: {' and '.join(words)} passed over, which have no area"] if words else []
    return _near(areas, case), told


def _layers(file: str, data: bytes) -> Iterable[VectorLayer]:
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] in JSON_BEGINS:
        return list(read_json_layers(file, file, text))
    # Tables of other formats come by pandas, a second that a GeoJSON need not wait.
    from geo.io.vector import read_vector  # noqa: PLC0415

    return read_vector(file, data)


def _areas(file: str, layers: Iterable[VectorLayer], passed: Counter[str]) -> Iterator[tuple[str, BaseGeometry]]:
    layers = list(layers)
    for layer in layers:
        for row in layer.rows:
            name = f"feature {row.number}" if len(layers) == 1 else f"layer {layer.name}, feature {row.number}"
            parts = [] if row.geometry is None else flat_parts(shapely.force_2d(row.geometry))
            areas = [part for part in parts if isinstance(part, Polygon) and not part.is_empty]
            passed.update(part.geom_type for part in parts if not isinstance(part, Polygon) and not part.is_empty)
            if areas:
                where = f"{file}, {name}"
                yield name, ground([sound for part in areas for sound in sound_parts(part, where)], where)


def _advance(form: str, file: str, data: bytes, case: Case) -> dict[str, BaseGeometry]:
    # What reads every archive reads tables, too.
    from geo.io.mappers.registry import ARCHIVE_FORMATS  # noqa: PLC0415

    placing = SideAssigner(case)
    read = ARCHIVE_FORMATS[form]
    for drawing in read.read(file, data, FieldMapping()):
        tracks = placing.tracks(drawing.grounds, liberated_too=read.liberated_too)
        held = tracks.get((placing.advancing, FrontStatus.HELD))
        if held:
            return {f"held by {placing.advancing.title()}, {drawing.about_date}": ground(held, file)}
    raise InputError(f"{file} draws no ground held by {placing.advancing.title()}, whose advance is measured")


def _near(areas: dict[str, BaseGeometry], case: Case) -> dict[str, BaseGeometry]:
    near = {name: case.border.metric.near_part(area) for name, area in areas.items()}
    kept = {name: area for name, area in near.items() if not area.is_empty}
    if not kept:
        bounds = ", ".join(f"{edge:.1f}" for edge in next(iter(areas.values())).bounds)
        raise InputError(
            f"all areas lie far from the case (the first within {bounds}, lon lat); is it another region's?"
        )
    return kept
