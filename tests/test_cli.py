"""The command line: what it prints, how it exits, and that an error is one sentence."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shapely.geometry import shape

from geo.cli.main import COMMANDS
from tests.cli import KURSK, ROOT, Done, run_cli
from tests.loaded import loaded

SQUARE = {"type": "Polygon", "coordinates": [[[35.1, 51.2], [35.3, 51.2], [35.3, 51.3], [35.1, 51.3], [35.1, 51.2]]]}


def in_a_process(*arguments: str) -> Done:
    """Run `python -m geo` in a Python of its own, as a person would."""
    command = [sys.executable, "-m", "geo", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("validate", "kursk-2024"), 0),
        (("check", "kursk-2024", "--on", "2024-08-12", "--strict"), 1),
        (("lint", "no-such-file.csv", "--case", "kursk-2024"), 2),
        (("layers", "kursk-2024", "--on", "soon", "--layer", "zones"), 2),
        (("measure", "--help"), 0),
    ],
)
def test_a_process_of_its_own_ends_the_same(arguments: tuple[str, ...], code: int):
    """What the tests run in their own process ends, prints and complains as `python -m geo` does."""
    done = in_a_process(*arguments)
    assert done == run_cli(*arguments)
    assert done.returncode == code


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a copy of the shipped case with one bad row."""
    folder = tmp_path / "broken"
    shutil.copytree(KURSK, folder)
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",about,12,", ",about,-12,", 1), encoding="utf-8")
    return folder


def test_validate_passes_the_shipped_case():
    """Exit code 0 and a count of what was kept."""
    done = run_cli("validate", "kursk-2024")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("kursk-2024: 0 faults; kept ")


def test_validate_names_file_row_field_and_reason(broken: Path):
    """Exit code 1; the bad row is named, and so is the placement that refers to it."""
    done = run_cli("validate", str(broken))
    assert done.returncode == 1
    assert "claims.csv row" in done.stdout
    assert "value '-12'" in done.stdout
    assert "placements.csv row 2, depth_claim 'C0002': no such claim in claims.csv" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_validate_tells_more_people_moved_than_planned(tmp_path: Path):
    """A published figure above its plan is kept, named with row and field, and no fault."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder)
    claims = folder / "claims.csv"
    text = claims.read_text(encoding="utf-8")
    assert ",people_moved,about,121000," in text
    claims.write_text(text.replace(",people_moved,about,121000,", ",people_moved,about,221000,", 1), encoding="utf-8")
    row = next(n for n, line in enumerate(claims.read_text(encoding="utf-8").splitlines(), 1) if ",221000," in line)
    done = run_cli("validate", str(folder))
    assert done.returncode == 0
    assert f"claims.csv: warning: row {row}, value '221000': people moved are more than planned" in done.stdout
    assert ": 0 faults; kept " in done.stdout


def test_layers_prints_geojson_for_a_day():
    """The advances of 12 August as known that day, as a FeatureCollection in lon/lat."""
    done = run_cli("layers", "kursk-2024", "--on", "2024-08-12", "--known", "2024-08-12", "--layer", "advances")
    assert done.returncode == 0, done.stderr
    collection = json.loads(done.stdout)
    assert [feature["properties"]["band"] for feature in collection["features"]] == ["inner", "likely", "outer"]
    assert {feature["properties"]["claimant"] for feature in collection["features"]} == {"Aleksei Smirnov"}
    assert collection["salient"] == {"on": "2024-08-12", "known": "2024-08-12"}
    west, south, east, north = shape(collection["features"][2]["geometry"]).bounds
    assert (34 < west < east < 36.5, 50.5 < south < north < 52) == (True, True)


def test_measure_prints_figures_as_text_and_json(tmp_path: Path):
    """A square north of the border has its area; JSON and text agree."""
    file = tmp_path / "square.geojson"
    file.write_text(json.dumps(SQUARE), encoding="utf-8")
    done = run_cli("measure", str(file), "--case", "kursk-2024", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["area_km2"] + found["outside_km2"] == pytest.approx(155.3, abs=0.5)
    assert f"{found['depth_max_km']:.1f} km" in run_cli("measure", str(file), "--case", "kursk-2024").stdout


def test_document_writes_one_page(tmp_path: Path):
    """One HTML file that names the case and says claimed."""
    out = tmp_path / "kursk.html"
    done = run_cli("document", "kursk-2024", "--out", str(out))
    assert done.returncode == 0, done.stderr
    html = out.read_text(encoding="utf-8")
    assert "Kursk, August 2024" in html
    assert "claimed" in html.lower()


NEW_CLAIM = (
    "id,about_date,known_date,claimant,side,metric,modality,value,kind,basis,source\n"
    "N1,{0},{0},Somebody,independent,depth_km,about,{1},total,stated,{2}\n"
)


@pytest.mark.parametrize(
    ("day", "value", "source", "code", "part"),
    [
        ("2024-12-15", "13", "itv-2024-08-12", 0, "1 rows, 0 errors, 0 warnings"),
        ("2024-08-12", "13", "itv-2024-08-12", 0, "Kruglik, 18 km in"),
        ("2024-08-12", "7.5", "itv-2024-08-12", 0, "looks like miles"),
        ("2024-08-12", "13", "nowhere", 1, "no such source in sources.csv"),
        ("2024-08-12", "13,5", "itv-2024-08-12", 1, "a comma inside a cell needs quotes"),
    ],
)
def test_lint_exits_1_on_an_error_alone(tmp_path: Path, day: str, value: str, source: str, code: int, part: str):
    """Warnings leave the exit code 0; text and JSON hold the same findings; the file is not touched."""
    file = tmp_path / "new.csv"
    file.write_text(NEW_CLAIM.format(day, value, source), encoding="utf-8")
    done = run_cli("lint", str(file), "--case", "kursk-2024")
    assert (done.returncode, done.stderr) == (code, "")
    assert part in done.stdout
    found = json.loads(run_cli("lint", str(file), "--case", "kursk-2024", "--json").stdout)
    assert len(found) == len(done.stdout.splitlines()) - 1
    assert file.read_text(encoding="utf-8") == NEW_CLAIM.format(day, value, source)


def test_prov_writes_a_file_of_two_clocks(tmp_path: Path):
    """The file names both days, and holds no claim about or known on a later one."""
    out = tmp_path / "claims.json"
    done = run_cli("prov", "kursk-2024", "--on", "2024-08-12", "--known", "2024-08-12", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    entities = json.loads(out.read_text(encoding="utf-8"))["entity"]
    assert entities["set:claims"]["salient:knownOn"]["$"] == "2024-08-12"
    assert "claim:C0001" in entities
    assert "claim:C0329" not in entities


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("validate", "no-such-case"), "holds no case.toml"),
        (("layers", "kursk-2024", "--on", "2025-08-12", "--layer", "zones"), "this case runs from"),
        (("layers", "kursk-2024", "--on", "2024-08-12", "--layer", "roads"), "layer is 'roads'"),
        (("layers", "kursk-2024", "--on", "soon", "--layer", "zones"), "soon"),
        (("lint", "no-such-file.csv", "--case", "kursk-2024"), "no-such-file.csv"),
        (("prov", "kursk-2024", "--on", "2025-08-12", "--out", "/nowhere/x.json"), "this case runs from"),
        (("prov", "kursk-2024", "--on", "2024-08-12", "--known", "2023-01-01", "--out", "/nowhere/x"), "known is 2023"),
        (("measure", "no-such-file.geojson", "--case", "kursk-2024"), "no-such-file.geojson"),
        (("measure", "README.md", "--case", "kursk-2024"), "none of GeoJSON"),
    ],
)
def test_an_error_is_one_sentence_and_exit_code_2(arguments, part):
    """Nothing that a person types ends in a traceback."""
    done = run_cli(*arguments)
    assert done.returncode == 2
    assert part in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_summary_and_an_example(command: str) -> None:
    """The list tells each command's first line, and its own help ends with an example that can be copied."""
    told = " ".join(run_cli(command, "--help").stdout.split())
    assert f"Example: python -m geo {command}" in told
    listed = re.search(rf"^  {command} +(.+?)(\.\.\.)?$", run_cli("--help").stdout, re.MULTILINE)
    assert listed is not None
    assert listed[1].rstrip(".") in told


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], []])
def test_the_list_of_commands_loads_none_of_them(arguments: list[str]) -> None:
    """Help is quick since it imports neither a command nor anything that commands need."""
    script = f"""
import contextlib, sys
from geo.cli.main import main
sys.argv = ["salient", *{arguments}]
with contextlib.suppress(SystemExit):
    main()
"""
    assert loaded(script) == {"geo.cli", "geo.cli.main", "geo.errors"}


@pytest.mark.parametrize(
    ("command", "never"),
    [
        ("validate", {"geopandas", "pandas", "folium", "matplotlib", "rich"}),
        ("measure", {"geopandas", "pandas", "folium", "matplotlib", "rapidfuzz"}),
        ("settlements", {"geopandas", "pandas", "folium", "matplotlib"}),
        ("feed", {"geopandas", "pandas", "folium", "matplotlib"}),
        ("document", {"geopandas", "matplotlib", "rich"}),
        ("layers", {"folium", "matplotlib"}),
    ],
)
def test_a_command_imports_what_it_needs(command: str, never: set[str]) -> None:
    """Each command's module leaves alone what only other commands need."""
    assert not never & loaded(f"import geo.cli.{COMMANDS[command][0]}")
