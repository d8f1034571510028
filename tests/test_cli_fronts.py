"""The commands about fronts: bring an archive in, say what was drawn for a day, and what changed between two."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import typer
from shapely.geometry import shape

from geo.cli.archives import _meaning
from tests import archives
from tests.archives import HELD, LARGER
from tests.cli import KURSK, run_cli


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


@pytest.fixture
def owlmap(tmp_path: Path) -> Path:
    """Return an archive of three days, one of them cut short."""
    folder = tmp_path / "owlmap"
    folder.mkdir()
    (folder / "20240812.json").write_bytes(archives.owlmap(HELD))
    (folder / "20240813.json").write_bytes(archives.owlmap(LARGER))
    (folder / "20240814.json").write_bytes(archives.owlmap(LARGER)[:80])
    (folder / "notes.txt").write_text("not part of the archive")
    return folder


def test_import_then_fronts_then_changes(case: Path, owlmap: Path) -> None:
    """An archive goes in, its bad file named and exit code 1; then its days and its changes can be asked for."""
    done = run_cli("import", str(owlmap), "--as", "owlmap", "--into", str(case), "--licence", "none stated")
    assert done.returncode == 1
    assert "20240814.json: it is not whole JSON" in done.stderr
    assert "2 files new, 0 changed since they were read before, 0 there already, 1 fault; 2 days in all" in done.stdout
    day = json.loads(run_cli("fronts", str(case), "--on", "2024-08-13", "--json").stdout)
    held = next(one for one in day if one["track"] == "owlmap.ukraine.held")
    assert (held["state"], held["file"], held["licence"]) == ("updated", "20240813.json", "none stated")
    assert held["gained_km2"] > 0
    text = run_cli("fronts", str(case), "--on", "2024-08-15").stdout
    assert "owlmaps, held by Ukraine: carried forward 2 days, from 2024-08-13" in text
    changes = ("changes", str(case), "--track", "owlmap.ukraine.held", "--from", "2024-08-12")
    gained = json.loads(run_cli(*changes, "--to", "2024-08-13", "--geojson").stdout)["features"][0]
    assert shape(gained["geometry"]).equals(LARGER.difference(HELD))
    gap = run_cli(*changes, "--to", "2024-08-15")
    assert gap.returncode == 2
    assert "a difference across a gap is not computed" in gap.stderr


def test_classes_are_asked_for(case: Path, tmp_path: Path) -> None:
    """Where nobody said what a class means, the command says how to say it; said once, it is kept."""
    path = tmp_path / "Advance_2024-08-12.geojson"
    path.write_bytes(archives.geojson((HELD, {}), name="Advance_2024-08-12"))
    given = ("import", str(path), "--as", "isw", "--into", str(case))
    refused = run_cli(*given)
    assert refused.returncode == 2
    assert "--class Advance=MEANING" in refused.stderr
    assert run_cli(*given, "--class", "Advance=ukraine.held").returncode == 0
    again = run_cli(*given)
    assert (again.returncode, "1 there already" in again.stdout) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--as", "owlmaps"), "format is 'owlmaps'"),
        (("--as", "owlmap", "--class", "x"), "must be CLASS=MEANING"),
    ],
)
def test_what_is_said_wrongly_is_one_sentence(case: Path, owlmap: Path, arguments: tuple[str, ...], words: str) -> None:
    """Exit code 2 and a sentence, no trace."""
    done = run_cli("import", str(owlmap), "--into", str(case), *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_without_such_files_says_so(case: Path, tmp_path: Path) -> None:
    """The suffixes that were looked for are named."""
    (tmp_path / "empty").mkdir()
    done = run_cli("import", str(tmp_path / "empty"), "--as", "owlmap", "--into", str(case))
    assert done.returncode == 2
    assert "holds no file that ends in .json" in done.stderr


def test_what_stands_beside_an_archive_is_passed_over(case: Path, tmp_path: Path) -> None:
    """A repository's root is given: its own files are named once, the archive in a folder of it is read."""
    root = tmp_path / "repository"
    (root / "data").mkdir(parents=True)
    (root / "data" / "20240812.json").write_bytes(archives.owlmap(HELD))
    for name in ("package.json", "tsconfig.json"):
        (root / name).write_text("{}")
    done = run_cli("import", str(root), "--as", "owlmap", "--into", str(case))
    assert done.returncode == 0, done.stderr
    assert "passed over, as their names are not those of owlmap: package.json, tsconfig.json" in done.stderr
    assert "1 file new" in done.stdout


def test_a_case_without_fronts_says_how_to_get_them(case: Path) -> None:
    """No fronts is no error; a track that is not there is."""
    assert "python -m geo import brings an archive in" in run_cli("fronts", str(case), "--on", "2024-08-12").stdout
    done = run_cli("changes", str(case), "--track", "x", "--from", "2024-08-12", "--to", "2024-08-13")
    assert "this case has no fronts" in done.stderr


def test_a_class_means_one_of_the_meanings() -> None:
    """Who is asked what a class means is told the choices until the answer is one of them."""
    assert _meaning("ukraine.held") == "ukraine.held"
    with pytest.raises(typer.BadParameter, match=r"'held' is not one of ukraine\.held, "):
        _meaning("held")
