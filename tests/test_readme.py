"""The README does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import geo

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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


@pytest.mark.parametrize("folder", ["geo", "ui"])
def test_every_module_is_in_the_map_of_the_code(folder):
    """The map of the code names each module."""
    text = README.split("## Map of the code")[1]
    for file in (ROOT / folder).glob("*.py"):
        if file.stem != "__init__":
            assert file.stem in text, f"{folder}/{file.name} is not in the README's map of the code"


def test_every_link_to_a_file_leads_somewhere():
    """Pictures and files that the README links are there."""
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).is_file(), target


def test_the_figures_are_figures():
    """No placeholder is left, and each figure names the command that printed it."""
    table = README.split("## Figures")[1].split("##")[0]
    assert "FIGURES" not in README
    rows = [line for line in table.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 5
    assert all(re.search(r"`[^`]+` \|$|the same run \|$", row) for row in rows)
