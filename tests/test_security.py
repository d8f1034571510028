"""docs/security.md and the code speak of the same threats, and what no other file's tests hold of them is held here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geo.io.case_store import write_file

ROOT = Path(__file__).parent.parent
PAPER = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PYTHON = [path for tree in ("geo", "ui") for path in sorted((ROOT / tree).rglob("*.py"))] + [ROOT / "app.py"]
SCRIPTS = [path for tree in ("geo", "ui") for path in sorted((ROOT / tree).rglob("*.js"))]
PARSES_TEXT = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|createContextualFragment|DOMParser"
)


def test_every_threat_that_the_code_cites_is_in_the_paper():
    """A comment that says `security: T2` leads to a section; every threat's section names tests."""
    cited = {
        number
        for path in (*PYTHON, *(ROOT / "tests").rglob("*.py"))
        for said in re.findall(r"security:? ((?:T\d+(?:, )?)+)", path.read_text(encoding="utf-8"))
        for number in re.findall(r"T\d+", said)
    }
    sections = re.split(r"^## ", PAPER, flags=re.MULTILINE)[1:-1]
    assert [section.split()[0] for section in sections] == [f"T{number}" for number in range(1, 11)]
    assert {"T2", "T3", "T5", "T6", "T7"} <= cited <= {section.split()[0] for section in sections}
    assert all(re.search(r"\*\*Tests\.\*\* `tests/", section) for section in sections)


def test_no_script_parses_text_as_markup_or_code():
    """T1: text of records reaches every page as text, in the document's scripts and in the pages' own."""
    assert len(SCRIPTS) > 20
    found = {path.name: PARSES_TEXT.findall(path.read_text(encoding="utf-8")) for path in SCRIPTS}
    assert not {name: calls for name, calls in found.items() if calls}


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """T8: a file of a case is replaced whole or not at all."""
    write_file(tmp_path, "claims.csv", "before\n")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space left"):
        write_file(tmp_path, "claims.csv", "after\n")
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8") == "before\n"


def test_nothing_is_pickled():
    """T10: no module pickles, and no cache of Streamlit is kept on disk."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in PYTHON}
    assert not [name for name, text in texts.items() if re.search(r"\bpickle\b|read_pickle|persist=", text)]
