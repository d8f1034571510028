"""An import from the pages asks for the right to change the case, inside what changes it (security: T7)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from geo.errors import InputError
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions
from tests import archives
from ui.import_job import ImportJob
from ui.rights import EDIT

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the shipped case without fronts."""
    target = tmp_path / "case"
    shutil.copytree(KURSK, target, ignore=shutil.ignore_patterns("fronts"))
    return target


def job(folder: Path, data: bytes) -> ImportJob:
    """Return an import of one day."""
    return ImportJob(folder, [ArchiveFile("20240812.json", lambda: data)], ImportOptions("owlmap"))


@pytest.mark.parametrize("value", [None, "", "0", "true"])
def test_a_server_without_the_right_imports_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    """Whatever the page shows, the job itself refuses."""
    monkeypatch.delenv(EDIT, raising=False)
    if value is not None:
        monkeypatch.setenv(EDIT, value)
    with pytest.raises(InputError, match="changes nothing"):
        job(folder, archives.owlmap()).start()
    assert not (folder / "fronts").exists()


def test_a_job_ends_with_a_report_or_a_sentence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Good files end in a report and are in the case; bad ones in the sentence of what was wrong."""
    monkeypatch.setenv(EDIT, "1")
    bad = job(folder, b"")
    bad.start()
    bad.wait()
    assert bad.done
    assert "is empty" in bad.problem
    good = job(folder, archives.owlmap())
    good.start()
    good.wait()
    assert good.done
    assert good.report is not None
    assert len(open_case(folder).fronts) == 2


def test_a_cancelled_job_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped before it began to read, a job leaves no archive."""
    monkeypatch.setenv(EDIT, "1")
    stopped = job(folder, archives.owlmap())
    stopped.cancel()
    stopped.start()
    stopped.wait()
    assert "was stopped" in stopped.problem
    assert open_case(folder).fronts == ()
