"""The command `read`: drafts of an article as text and as JSON."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from geo.reading.article import article_from_text
from geo.reading.drafts import DRAFT_TABLES
from tests.cli import run_cli

REPORT = Path(__file__).parent / "reading" / "report-en.txt"
CASE = ("--case", "kursk-2024", "--published", "2024-08-12")


def test_the_report_as_json() -> None:
    """A list of objects, each with its table, that table's columns, its span and what is open."""
    done = run_cli("read", str(REPORT), *CASE, "--source", "https://example.org/a", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    drafts = json.loads(done.stdout)
    text = REPORT.read_text(encoding="utf-8")
    assert [draft["table"] for draft in drafts] == ["claims"] * 8 + ["evacuation_orders", "statements"]
    for draft in drafts:
        assert set(DRAFT_TABLES[draft["table"]].model_fields) < set(draft)
        assert text[slice(*draft["span"])] == draft["quote"]
        assert draft["open"] == (["summary"] if draft["table"] == "statements" else [])
        assert draft["text_sha256"] == article_from_text(text).sha256
        assert (draft["source"], draft["source_url"]) == ("example-2024-08-12", "https://example.org/a")


def test_the_report_as_lines() -> None:
    """Each draft on a line, with its words and what is open; without a source the last line says so."""
    done = run_cli("read", str(REPORT), *CASE)
    lines = done.stdout.splitlines()
    assert len(lines) == 11
    assert "claims [17:28] 2024-08-12 Aleksei Smirnov: settlements, 28 (total). “28 villages”; open: source" in lines[0]
    assert lines[-1].endswith("each for a person to check; no source: give --source URL")


def test_standard_input_and_the_text_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads standard input; --text prints the text in which spans count."""
    for options, expected in (((*CASE, "--text"), "Взято 28 сёл.\n"), (CASE, "1 drafts of text")):
        stream = io.TextIOWrapper(io.BytesIO("Взято 28 сёл.".encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        done = run_cli("read", "-", *options)
        assert done.returncode == 0
        assert expected in done.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("read", "nowhere.txt", *CASE), "nowhere.txt: No such file or directory"),
        (("read", str(REPORT), *CASE, "--source", "example.org"), "must be a web address"),
        (("read", str(REPORT), "--case", "kursk-2024", "--published", "12.08.2024"), "--published"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(arguments: tuple[str, ...], part: str) -> None:
    """A missing file, an address that is none and a day in another form end with code 2 and say what is wrong."""
    done = run_cli(*arguments)
    assert done.returncode == 2
    assert part in done.stderr
