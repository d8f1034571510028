"""The border between two time zones, read from a stand-in for the package."""

from __future__ import annotations

import json
import sys
import types

import pytest

from geo.errors import AssetError, GeometryError, InputError
from geo.io.timezone_border import border_between, border_geojson

Ring = list[tuple[float, float]]
ZONES: dict[str, list[list[Ring]]] = {
    "A/West": [[[(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)]]],
    "A/East": [[[(1, 0), (2, 0), (2, 2), (1, 2), (1, 1)]]],
    "A/Far": [[[(5, 0), (6, 0), (6, 2)]]],
}


class FakeFinder:
    """Answers like ``timezonefinder.TimezoneFinder`` for three square zones."""

    timezone_names = tuple(ZONES)

    def get_geometry(self, name: str, *, coords_as_pairs: bool) -> list[list[Ring]]:
        """Return the rings of a zone."""
        assert coords_as_pairs
        return ZONES[name]


@pytest.fixture(autouse=True)
def _package(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("timezonefinder")
    module.TimezoneFinder = FakeFinder  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "timezonefinder", module)


def test_the_common_edge_is_one_line() -> None:
    """Two neighbours share x = 1 from 0 to 2, as one line with its vertex, starting at its western or southern end."""
    assert list(border_between("A/West", "A/East").coords) == [(1, 0), (1, 1), (1, 2)]


def test_bounds_cut_it() -> None:
    """Only the piece within the bounds is returned."""
    assert border_between("A/West", "A/East", (0, 0.5, 2, 1.5)).bounds == (1, 0.5, 1, 1.5)


@pytest.mark.parametrize(
    ("zones", "bounds", "error", "reason"),
    [
        (("A/West", "A/Far"), None, GeometryError, "share no edge; name two neighbouring"),
        (("A/West", "A/East"), (3, 3, 4, 4), GeometryError, "share no edge within"),
        (("A/West", "A/Nowhere"), None, InputError, "'A/Nowhere' does not exist"),
    ],
)
def test_zones_without_a_border_raise(
    zones: tuple[str, str],
    bounds: tuple[float, float, float, float] | None,
    error: type[Exception],
    reason: str,
) -> None:
    """No common edge, none within the bounds, no such zone: each says so."""
    with pytest.raises(error, match=reason):
        border_between(*zones, bounds)


def test_without_the_package_the_way_to_get_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is needed for this command only; its absence is an AssetError with the remedy."""
    monkeypatch.setitem(sys.modules, "timezonefinder", None)
    with pytest.raises(AssetError, match="pip install timezonefinder"):
        border_between("A/West", "A/East")


def test_the_file_names_source_licence_and_direction() -> None:
    """The written Feature carries what the map must show and the code must know."""
    pytest.importorskip("timezonefinder_data", reason="timezonefinder-data is not installed")
    text = border_geojson(border_between("A/West", "A/East"), ("A/West", "A/East"), "2026-11-22")
    (feature,) = json.loads(text)["features"]
    assert feature["properties"]["licence"] == "ODbL-1.0"
    assert feature["properties"]["attribution"] == "© OpenStreetMap contributors"
    assert feature["properties"]["target_side"] == "left"
    assert feature["geometry"]["coordinates"] == [[1, 0], [1, 1], [1, 2]]
