"""The files of a case: kept, rejected, and what holds across files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from geo.errors import CaseError
from geo.io.case_files import FILES, read_case, version_of
from geo.io.case_store import open_case, read_files

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"


@pytest.fixture(scope="module")
def kursk() -> dict[str, bytes]:
    """Return the bytes of the shipped case."""
    return read_files(KURSK)


def test_the_shipped_case_has_no_faults(kursk):
    """Every row of the shipped case is kept."""
    case = read_case(kursk)
    assert [str(fault) for fault in case.faults] == []
    assert len(case.claims) > 100


def test_an_empty_case_is_a_case(kursk):
    """Settings and a border are enough: every table is empty and nothing is a fault."""
    case = read_case({name: kursk[name] for name in ("case.toml", "border.geojson")})
    assert (case.claims, case.settlements, case.zones, case.faults) == ((), {}, {}, ())


@pytest.mark.parametrize("missing", ["case.toml", "border.geojson"])
def test_a_case_without_settings_or_border_is_refused(kursk, missing):
    """The two files that nothing can do without are named."""
    with pytest.raises(CaseError, match=missing):
        read_case({name: data for name, data in kursk.items() if name != missing})


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("case.toml", b"id = ", "not readable TOML"),
        ("case.toml", b'id = "x"', "is empty; it is needed"),
        ("case.toml", b"a=" + b"[" * 50_000, "not readable TOML"),
        ("border.geojson", b"{}", "type None"),
        ("border.geojson", b'{"type": "Point", "coordinates": [35, 51]}', "must be one LineString"),
    ],
)
def test_broken_settings_or_border_say_what_is_wrong(kursk, name, data, part):
    """A broken settings or border file raises one readable sentence."""
    with pytest.raises(CaseError, match=part):
        read_case({**kursk, name: data})


@pytest.mark.parametrize("name", [name for name in FILES if name not in {"case.toml", "border.geojson"}])
def test_any_other_broken_file_loses_only_itself(kursk, name):
    """A table or layer that can't be read is a fault of that file; the case still opens."""
    case = read_case({**kursk, name: b"\xff\x00"})
    assert name in {fault.file for fault in case.faults}
    assert case.settings.id == "kursk-2024"


def altered(kursk: dict[str, bytes], file: str, old: str, new: str) -> list[str]:
    """Return the faults after one replacement in one file."""
    text = kursk[file].decode()
    assert old in text
    return [str(fault) for fault in read_case({**kursk, file: text.replace(old, new, 1).encode()}).faults]


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("claims.csv", "itv-2024-08-12", "nowhere", "no such source in sources.csv"),
        ("claims.csv", "C0002,", "C0001,", "an id is used once"),
        ("claims.csv", "C0001,2024-08-12", "C0001,2023-08-12", "must lie between 2024-08-05 and 2024-12-31"),
        ("claims.csv", "C0001,2024-08-12", "C0001,2024-08-13", "is before about_date"),
        ("claims.csv", ",exact,28,", ",exact,-28,", "greater than or equal to 0"),
        ("control_events.csv", ",sudzha,", ",sudja,", "no such place in settlements.csv"),
        (
            "settlements.csv",
            '"GeoNames cities500, id 486816"',
            "",
            "population and population_source are given together",
        ),
        ("evacuation_orders.csv", ",krasnoyaruzhsky,", ",krasny,", "no such zone"),
        ("placements.csv", "P12x40,C0002,C0003", "P12x40,C0003,C0002", "it must be one of depth_km"),
    ],
)
def test_a_broken_reference_or_value_is_named(kursk, file, old, new, part):
    """Each rule across files rejects the row with its file, row and reason."""
    faults = altered(kursk, file, old, new)
    assert any(part in fault and file in fault and "row" in fault for fault in faults), faults


def test_swapped_axes_are_recognised(kursk):
    """A place whose lon and lat are swapped is rejected with that guess."""
    header, *rows = kursk["settlements.csv"].decode().splitlines()
    columns = header.split(",")
    lon, lat = columns.index("lon"), columns.index("lat")
    place = next(row.split(",") for row in rows if row.startswith("sudzha,"))
    place[lon], place[lat] = place[lat], place[lon]
    table = "\n".join([header, ",".join(place), ""])
    faults = [str(f) for f in read_case({**kursk, "settlements.csv": table.encode()}).faults]
    assert any("seem to be swapped" in fault for fault in faults)


def test_a_zone_without_its_properties_is_named(kursk):
    """A zone that says no licence is rejected and the other zones stay."""
    zones = json.loads(kursk["evacuation_zones.geojson"])
    del zones["features"][0]["properties"]["licence"]
    case = read_case({**kursk, "evacuation_zones.geojson": json.dumps(zones).encode()})
    assert any("licence" in fault.reason for fault in case.faults)
    assert len(case.zones) == len(zones["features"]) - 1


def test_the_version_follows_the_content(kursk):
    """Same bytes, same version; one byte more, another version; a file that is not of the case does not count."""
    assert version_of(kursk) == version_of(dict(reversed(kursk.items())))
    assert version_of(kursk) != version_of({**kursk, "claims.csv": kursk["claims.csv"] + b"\n"})
    assert version_of(kursk) == version_of({**kursk, "notes.txt": b""})


def test_a_case_of_thousands_of_years_is_refused(kursk):
    """A last day in the year 9999 is refused before anything is drawn a day at a time."""
    settings = kursk["case.toml"].replace(b"last_date = 2024-12-31", b"last_date = 9999-12-31")
    with pytest.raises(CaseError, match="it may span 3660"):
        read_case({**kursk, "case.toml": settings})


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), lambda path: path.symlink_to("/etc/passwd")])
def test_what_is_no_file_of_the_folder_is_refused(tmp_path, make):
    """A folder, or a link out of the case, in the place of a file is refused, and never read."""
    for name in ("case.toml", "border.geojson"):
        shutil.copy(KURSK / name, tmp_path)
    make(tmp_path / "statements.csv")
    with pytest.raises(CaseError, match=r"statements\.csv is not a plain file"):
        open_case(tmp_path)


def test_a_folder_without_a_case_is_refused(tmp_path):
    """A folder that holds no case is a sentence that names what is missing."""
    with pytest.raises(CaseError, match=r"case\.toml"):
        open_case(tmp_path)
