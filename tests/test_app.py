"""The app without a browser: pages open, addresses are read, and what is wrong is said readably."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent
KURSK = ROOT / "data" / "kursk-2024"


def run(monkeypatch: pytest.MonkeyPatch, case: Path | None = None, **params: str) -> AppTest:
    """Run the app once on a case folder with an address."""
    if case is not None:
        monkeypatch.setenv("SALIENT_CASE", str(case))
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def table_of(app: AppTest) -> dict[str, Any]:
    """Return what the table under the map holds, as its component was given it."""
    given = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return next(data for data in given if "columns" in data)


def claims_of(app: AppTest) -> set[str]:
    """Return the claims in the table under the map."""
    table = table_of(app)
    at = table["columns"].index("Claim")
    return {row[at] for row in table["rows"]}


def texts(app: AppTest) -> str:
    """Return every message on the page."""
    return " ".join(element.value for kind in (app.error, app.warning, app.text, app.caption) for element in kind)


def test_the_page_opens_without_a_complaint(monkeypatch):
    """The embedded case opens with no error, no warning and the day as a table."""
    app = run(monkeypatch)
    assert not app.exception
    assert (len(app.error), len(app.warning)) == (0, 0)
    assert "about 12 km" in claims_of(app)


def test_the_address_chooses_the_day(monkeypatch):
    """On and known in the address choose what the tables hold."""
    later = run(monkeypatch, on="2024-08-13")
    assert "74" in claims_of(later)
    before = run(monkeypatch, on="2024-08-13", known="2024-08-12")
    assert "74" not in claims_of(before)


def test_a_date_out_of_range_is_a_sentence(monkeypatch):
    """A day outside the case is said, and the page opens on its default day."""
    app = run(monkeypatch, on="2031-01-01")
    assert not app.exception
    assert "this case runs from 2024-08-05 to 2024-12-31" in texts(app)


def test_nothing_is_claimed_on_5_august(monkeypatch):
    """The table is empty, and says so."""
    app = run(monkeypatch, on="2024-08-05")
    assert not app.exception
    assert table_of(app)["rows"] == []
    assert table_of(app)["empty"] == "No figure stands on this day."


def test_an_empty_case_opens(monkeypatch, tmp_path):
    """Settings and a border alone are a page without figures, not an error."""
    for name in ("case.toml", "border.geojson"):
        shutil.copy(KURSK / name, tmp_path / name)
    app = run(monkeypatch, tmp_path)
    assert not app.exception
    assert len(app.error) == 0


@pytest.mark.parametrize(
    ("break_it", "part"),
    [
        (lambda folder: (folder / "border.geojson").unlink(), "border.geojson is not there"),
        (lambda folder: (folder / "case.toml").write_text("title ="), "not readable TOML"),
        (shutil.rmtree, "holds no case.toml"),
    ],
)
def test_a_case_that_cannot_open_is_a_message(monkeypatch, tmp_path, break_it, part):
    """A broken case is three short lines: what, why, what to do."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder)
    break_it(folder)
    app = run(monkeypatch, folder)
    assert not app.exception
    assert app.error[0].value == "This case can't be opened."
    assert part in texts(app)


def test_rejected_rows_are_announced_and_listed(monkeypatch, tmp_path):
    """A bad row is announced on the map's page, and the rest of the case is shown."""
    folder = tmp_path / "case"
    shutil.copytree(KURSK, folder)
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8") + "X1,yesterday\n", encoding="utf-8")
    app = run(monkeypatch, folder)
    assert not app.exception
    assert "1 rows of this case were rejected" in texts(app)
    assert "about 12 km" in claims_of(app)
