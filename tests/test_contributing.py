"""The papers for whoever comes next: every file that they name is there, and the map of the code is the code's."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from geo.model.licences import LayerLicence
from tests.codemap import PAPER, ROOT, with_map

PAPERS = [ROOT / "CONTRIBUTING.md", ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PAPERS += [ROOT / "data" / "README.md", ROOT / "data" / "LICENSES.md", ROOT / "benchmarks" / "README.md"]
CONTRIBUTING = PAPER.read_text(encoding="utf-8")
LICENSES = (ROOT / "data" / "LICENSES.md").read_text(encoding="utf-8")
KURSK = ROOT / "data" / "kursk-2024"
#: Written as a path from the top of the repository; a name without a folder counts where it is a file at the top.
NAMED = re.compile(
    r"`((?:geo|ui|tests|data|docs|benchmarks|\.ci|\.streamlit)/[\w./*-]*"
    r"|[\w.-]+\.(?:md|toml)|app\.py|Makefile|LICENSE)`"
)
#: Files that stand in a case's folder, and one that must never be in the repository.
ELSEWHERE = {"case.toml", ".streamlit/secrets.toml"}


def hand_written(paper: Path) -> str:
    """Return a paper without the map, which names files by folder."""
    return paper.read_text(encoding="utf-8").split("## The map of the code")[0]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_that_a_paper_names_is_there(paper: Path) -> None:
    """A path in a paper leads to a file or a folder, from the top of the repository; so a move is told."""
    named = set(NAMED.findall(hand_written(paper))) - ELSEWHERE
    gone = sorted(path for path in named if not list(ROOT.glob(path.rstrip("/"))))
    assert not gone


def test_every_task_names_its_files_and_its_tests() -> None:
    """Each usual change says which files to change, in order, and what tells that one was forgotten."""
    tasks = re.split(r"^### ", hand_written(PAPER), flags=re.MULTILINE)[1:]
    assert len(tasks) >= 10
    for number, task in enumerate(tasks, start=1):
        assert task.startswith(f"{number}. "), task.splitlines()[0]
        assert len(re.findall(r"^\d+\. ", task, flags=re.MULTILINE)) >= 2
        assert NAMED.search(task)
        assert re.search(r"[Tt]old by", task)


def test_every_name_that_a_task_gives_is_in_the_file_that_it_names() -> None:
    """`NAME` in `file`, in one line of a task: the file has that name."""
    pairs = re.findall(r"`(\w+)` (?:in|of) `([\w/]+\.(?:py|toml))`|`([\w/]+\.py)`: [^`.]*`(\w+)`", CONTRIBUTING)
    assert len(pairs) > 8
    for first, in_file, file, second in pairs:
        name, path = (first, in_file) if first else (second, file)
        assert re.search(rf"\b{name}\b", (ROOT / path).read_text(encoding="utf-8")), f"{path} has no {name}"


def test_the_map_of_the_code_is_the_codes() -> None:
    """The map is what the modules' first lines say now; `make generated` writes it anew."""
    assert with_map(CONTRIBUTING) == CONTRIBUTING, "run `make generated`"


def test_every_data_file_and_licence_is_explained() -> None:
    """data/LICENSES.md names every file of the shipped case and every licence that its data name."""
    files = {path.name for path in KURSK.iterdir() if path.is_file()}
    assert not {name for name in files if f"`{name}`" not in LICENSES and f"`{name}`," not in LICENSES}
    with (KURSK / "licences.csv").open(encoding="utf-8", newline="") as table:
        rows = [
            LayerLicence(**{key: value or None for key, value in row.items() if value}) for row in csv.DictReader(table)
        ]
    assert rows
    assert not {row.licence for row in rows if f"`{row.licence}`" not in LICENSES}
