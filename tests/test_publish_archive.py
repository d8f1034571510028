"""A real archive of 353 days: withheld without a permission; with one, on a page that is still small."""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from geo.export.bundle import BundleOptions, bundle
from geo.export.figures.figure import Look
from geo.export.page import page
from geo.export.release import release
from geo.export.scope import Scope
from geo.export.verify import verify
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case, read_files
from geo.io.front_import import ImportOptions, import_archive
from geo.reports.view import View

KURSK = Path(__file__).parent.parent / "data" / "kursk-2024"
PERMISSION = "fronts,deepstate-mirror,not stated,DeepState,letter kept for this test,DeepState,2026-11-01\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the Kursk case with the real archive in it, or skip."""
    archive = os.environ.get("SALIENT_ARCHIVE")
    if not archive:
        pytest.skip("SALIENT_ARCHIVE is not set: it must name a folder with real archives")
    copy = tmp_path_factory.mktemp("archive") / "kursk-2024"
    shutil.copytree(KURSK, copy)
    files = [ArchiveFile(path.name, path.read_bytes) for path in sorted((Path(archive) / "deepstate-mirror").iterdir())]
    options = ImportOptions("deepstate-mirror", may_publish=True)
    import_archive(copy, open_case(copy), files, options, now=datetime(2026, 11, 25, tzinfo=UTC))
    return copy


def test_the_flag_of_an_import_publishes_nothing(folder: Path) -> None:
    """An archive brought in as publishable, with no licence stated, is left out and named."""
    case = open_case(folder)
    assert case.fronts
    assert all(track.may_publish for track in case.fronts)
    released = release(case)
    assert released.case.fronts == ()
    assert {decision.layer for decision in released.withheld} == {"fronts"}


def test_a_year_of_fronts_fits_into_a_small_page(folder: Path, tmp_path: Path) -> None:
    """With the permission recorded all 353 days are on a page under 500 kB gzipped, and its citation holds."""
    copy = tmp_path / "kursk-2024"
    shutil.copytree(folder, copy)
    with (copy / "licences.csv").open("a", encoding="utf-8") as file:
        file.write(PERMISSION)
    case = open_case(copy)
    released = release(case)
    assert released.withheld == ()
    assert len(released.case.fronts[0].snapshots) == 353
    html = page(released)
    assert len(gzip.compress(html.encode(), 9)) < 500_000
    assert "letter kept for this test" in html
    scope = Scope(released, View(date(2024, 8, 12)))
    _, data = bundle(scope, read_files(copy), BundleOptions(date(2026, 11, 25), look=Look(dpi=50)))
    assert all(one.holds for one in verify(data, case))
