"""The area drawn on a day is the area in its file, or the day is left out with a reason."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon

from geo.errors import InputError
from geo.geometry.topology.series import UNITS_PER_DEGREE
from geo.io.archive_files import ArchiveFile
from geo.io.area_pool import joined_pieces
from geo.io.front_reader import ArchiveReader
from geo.io.mappers.drawing import ground, sound_parts
from geo.io.mappers.mapping import FieldMapping
from geo.io.mappers.registry import ARCHIVE_FORMATS
from tests.cases import small_case

MAPPING = FieldMapping("", "kind", "", {"held": "russia.held"})
NOW = datetime(2024, 9, 1, tzinfo=UTC)
#: Steps of a thousandth of a degree from 35 E, 51.2 N.
Step = tuple[int, int]
steps = st.tuples(st.integers(0, 8), st.integers(0, 8))


def positions(ring: list[Step]) -> list[list[float]]:
    """Return a closed ring in lon, lat degrees."""
    return [[round(35 + x / 1000, 3), round(51.2 + y / 1000, 3)] for x, y in [*ring, ring[0]]]


def area_deg2(ring: list[Step]) -> float:
    """Return the area inside a ring by the shoelace formula, in whole numbers: it shares no code with ours."""
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return float(Fraction(abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)), 2_000_000))


def feature(geometry: dict[str, Any] | None) -> dict[str, Any]:
    """Return a feature of the class `held`, which DeepState names too."""
    return {"type": "Feature", "properties": {"kind": "held", "name": "Occupied"}, "geometry": geometry}


def file_of(form: str, ring: list[Step]) -> bytes:
    """Return an archive's file with one area."""
    if form == "owlmap":
        return json.dumps({"areas": [[[lat, lon] for lon, lat in positions(ring)]]}).encode()
    features = [feature({"type": "Polygon", "coordinates": [positions(ring)]})]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def read(form: str, files: dict[str, bytes]) -> ArchiveReader:
    """Read files into the small case as an import does."""
    reading = ArchiveReader(small_case(), None, form, MAPPING, NOW)
    for name, data in files.items():
        reading.read(ArchiveFile(name, lambda data=data: data))  # type: ignore[misc]
    return reading


@pytest.mark.parametrize("form", sorted(set(ARCHIVE_FORMATS) - {"isw"}))
@given(st.lists(st.lists(steps, min_size=3, max_size=9), min_size=1, max_size=4))
@settings(deadline=None, max_examples=120)
def test_a_day_has_its_files_area_or_a_reason(form: str, rings: list[list[Step]]) -> None:
    """Rings that cross, touch or repeat themselves among sound ones: as read to a millionth, as kept to the grid.

    The grid is that of a series, 1e-5 degrees: no area differs by more than its outline allows.
    """
    names = {
        f"{1723406191 + number * 86400}.geojson" if form == "deepstate-history" else f"202408{11 + number}.json": ring
        for number, ring in enumerate(rings)
    }
    reading = read(form, {name: file_of(form, ring) for name, ring in names.items()})
    drawn = {
        snapshot.file: joined_pieces(area)
        for (holder, status), found in reading.all_drawn().items()
        if (holder, status) == ("russia", "held")
        for snapshot, area in found
    }
    told = {fault.file for fault in reading.faults}
    assert set(names) <= set(drawn) | told
    for name, area in drawn.items():
        assert area.is_valid
        outline_deg = Polygon(positions(names[name])).length
        assert abs(area.area - area_deg2(names[name])) <= outline_deg / UNITS_PER_DEGREE
        (read_of_file,) = ARCHIVE_FORMATS[form].read(name, file_of(form, names[name]), MAPPING)
        as_read = ground([part for parts in read_of_file.grounds.values() for part in parts], name)
        assert as_read.area == pytest.approx(area_deg2(names[name]), rel=1e-6, abs=1e-15)


TOUCHING = {
    "two squares": [(0, 0), (4, 0), (4, 2), (8, 2), (8, 4), (4, 4), (4, 2), (0, 2)],
    "a hole that touches": [(0, 0), (8, 0), (8, 8), (0, 8), (0, 0), (2, 4), (4, 4), (4, 2)],
    "a corner on an edge": [(0, 0), (8, 0), (8, 8), (4, 0), (0, 8)],
    "a spike": [(0, 0), (4, 0), (8, 0), (4, 0), (4, 4), (0, 4)],
}
CROSSING = {
    "a bow": [(0, 0), (4, 4), (4, 0), (0, 4)],
    "twice round": [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0), (4, 0), (4, 4), (0, 4)],
    "no area": [(0, 0), (4, 0), (8, 0)],
}


@pytest.mark.parametrize("name", TOUCHING)
def test_a_ring_that_touches_itself_is_read_with_a_note(name: str) -> None:
    """Every rule of filling gives the same area, so the day is kept, and the note names the feature."""
    ring = TOUCHING[name]
    assert not Polygon(positions(ring)).is_valid
    reading = read("mapped", {"20240812.json": file_of("mapped", ring)})
    ((_, pieces),) = reading.all_drawn()["russia", "held"]  # type: ignore[index]
    area = joined_pieces(pieces)
    assert area.area == pytest.approx(area_deg2(ring), rel=1e-9)
    assert [(fault.row, "touches itself" in fault.reason) for fault in reading.faults] == [(1, True)]


@pytest.mark.parametrize("name", CROSSING)
def test_a_ring_whose_area_is_not_sure_is_refused(name: str) -> None:
    """Where rules of filling differ, or nothing is left, it is not guessed."""
    with pytest.raises(InputError, match=r"a\.geojson: an outline is not valid \(.*\); it must never cross itself"):
        sound_parts(Polygon(positions(CROSSING[name])), "a.geojson")


def test_a_feature_without_ground_is_passed_over_with_a_note() -> None:
    """It draws nothing, so it takes nothing away from the day; alone it is no day."""
    square = {"type": "Polygon", "coordinates": [positions([(0, 0), (4, 0), (4, 4), (0, 4)])]}
    for features, days in ([feature(square), feature(None)], [12]), ([feature(None)], []):
        data = json.dumps({"type": "FeatureCollection", "features": features}).encode()
        reading = read("mapped", {"20240812.json": data})
        found = reading.all_drawn().get(("russia", "held"), [])  # type: ignore[call-overload]
        assert [snapshot.about_date for snapshot, _ in found] == [date(2024, 8, day) for day in days]
        assert any("no ground" in fault.reason for fault in reading.faults)


def test_overlapping_parts_are_no_outline_that_touches() -> None:
    """Two sound parts that overlap are counted once, without a note."""
    parts = [[positions([(0, 0), (4, 0), (4, 4), (0, 4)])], [positions([(2, 0), (6, 0), (6, 4), (2, 4)])]]
    features = [feature({"type": "MultiPolygon", "coordinates": parts})]
    reading = read(
        "mapped", {"20240812.json": json.dumps({"type": "FeatureCollection", "features": features}).encode()}
    )
    ((_, pieces),) = reading.all_drawn()["russia", "held"]  # type: ignore[index]
    area = joined_pieces(pieces)
    assert area.area == pytest.approx(24e-6, rel=1e-9)
    assert reading.faults == []
