"""The README does what it says: its Python runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import geo
from geo.cli.main import COMMANDS, command_line

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "data").glob("*.md")])
PAPERS += [ROOT / "benchmarks" / "README.md"]
GROUP: Any = get_command(command_line())
FIGURES = (ROOT / "benchmarks" / "README.md").read_text(encoding="utf-8")


def commands(text: str) -> list[list[str]]:
    """Return the arguments of every `python -m geo …` line in the shell blocks of a paper."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, flags=re.DOTALL)).replace("\\\n", " ")
    found = re.findall(r"^\S*python -m geo (.*)$", blocks, flags=re.MULTILINE)
    return [shlex.split(line.split(" > ")[0], comments=True) for line in found]


def test_the_python_blocks_run_in_order(monkeypatch, capsys):
    """Every Python block of the README runs, one after the other as in a notebook, and prints what it promises."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    blocks = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102 - our own text
    printed = capsys.readouterr().out
    assert "Aleksei Smirnov" in printed
    assert re.search(r"\d+ km², \d+\.\d km deep", printed)
    shown = geo.build_map(names["case"])._repr_html_()  # type: ignore[arg-type]
    assert "<iframe" in shown


def test_geo_runs_without_streamlit():
    """Nothing that a notebook imports from geo brings Streamlit along."""
    modules = "geo.reports.layers, geo.webmap.document, geo.io.case_store, geo.geometry.measurement"
    script = f"import sys, {modules}; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def parse(line: list[str]) -> None:
    """Read a command line as the program would, and run nothing."""
    with GROUP.make_context("geo", line[:1]) as context:
        name, command, rest = GROUP.resolve_command(context, list(line))
        command.make_context(name, rest, parent=context).close()


@pytest.mark.parametrize("line", commands(README), ids=" ".join)
def test_every_command_of_the_readme_is_one(line: list[str]):
    """Each shell line names a command that there is, with arguments and options that it takes."""
    parse(line)


def test_every_command_has_an_example_that_it_takes():
    """The help of each command ends in an example, and the command can read it."""
    with GROUP.make_context("geo", ["validate"]) as context:
        helps = {name: GROUP.resolve_command(context, [name])[1].help for name in COMMANDS}
    for name, said in helps.items():
        example = re.search(r"Example: python -m geo (.*)$", said, flags=re.MULTILINE)
        assert example, f"{name} has no example"
        parse(shlex.split(example[1].split(" > ")[0]))


def test_every_target_of_make_is_one():
    """`make …` in any paper names a target of the Makefile."""
    targets = re.findall(r"^(\w[\w-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    for paper in PAPERS:
        named = re.findall(r"`make ([a-z][\w-]*)|^make ([a-z][\w-]*)", paper.read_text(encoding="utf-8"), re.MULTILINE)
        assert {first or second for first, second in named} <= set(targets), paper.name


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_somewhere(paper: Path):
    """Pictures and files that a paper links are there."""
    for target in re.findall(r"\]\(([^)#]+)\)", paper.read_text(encoding="utf-8")):
        assert target.startswith("http") or (paper.parent / target).is_file(), target


def test_the_readme_is_read_in_one_go():
    """It has at most 150 lines; the rest has papers of its own."""
    assert len(README.splitlines()) <= 150


def test_the_figures_are_figures():
    """Each figure names the command that printed it, and each command is a benchmark that there is."""
    rows = [line for line in FIGURES.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 5
    for row in rows:
        command = re.search(r"\| `(?:python -m benchmarks\.(\w+)[^`]*|make \w+)` \|$", row)
        assert command, row
        assert command[1] is None or (ROOT / "benchmarks" / f"{command[1]}.py").is_file()
