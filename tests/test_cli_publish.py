"""The commands that take a case out: what they write, what they say, and how they end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli import KURSK, run_cli

COMMANDS = ["publish", "picture", "sheet", "animate", "export", "cite", "verify", "feed"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str):
    """The help of every command ends with an example that starts with python -m geo."""
    done = run_cli(command, "--help")
    assert done.returncode == 0
    assert f"Example: python -m geo {command}" in " ".join(done.stdout.split())


def test_publish_writes_the_pages(tmp_path: Path):
    """The folder holds the page, the page to embed, the preview, the snippet, licences and version."""
    done = run_cli("publish", "kursk-2024", "--out", str(tmp_path / "site"), "--address", "https://example.org/k/")
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.name for path in (tmp_path / "site").iterdir()}
    assert names == {"index.html", "embed.html", "preview.png", "embed.txt", "licences.txt", "version.json"}
    assert 'content="https://example.org/k/preview.png"' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_publish_says_what_it_leaves_out(tmp_path: Path):
    """A layer whose licence was taken away is named on standard error, and no option brings it back."""
    folder = tmp_path / "kursk"
    shutil.copytree(KURSK, folder)
    rows = folder / "licences.csv"
    kept = [line for line in rows.read_text("utf-8").splitlines() if not line.startswith("settlements,")]
    rows.write_text("\n".join(kept) + "\n", encoding="utf-8")
    done = run_cli("publish", str(folder), "--out", str(tmp_path / "site"))
    assert done.returncode == 0
    assert "settlements" in done.stderr
    assert "no licence is recorded" in done.stderr
    local = run_cli("document", str(folder), "--out", str(tmp_path / "local.html"))
    assert local.returncode == 0
    assert "not for publication" in local.stderr
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    settlements = json.loads(page.split('id="salient-data">')[1].split("</script>")[0])["settlements"]
    assert settlements
    assert not [place for place in settlements if place.get("at")]


@pytest.mark.parametrize(("name", "start"), [("k.png", b"\x89PNG"), ("k.svg", b"<?xml"), ("k.pdf", b"%PDF")])
def test_picture_writes_by_the_files_name(tmp_path: Path, name: str, start: bytes):
    """The end of the name says the format; filters and view are taken."""
    out = tmp_path / name
    arguments = ["--on", "2024-08-12", "--known", "2024-08-13", "--at", "35.2,51.2,9.5"]
    arguments += ["--layers", "advances,zones", "--graticule"]
    done = run_cli(
        "picture", "kursk-2024", *arguments, "--sides", "russia", "--dpi", "60", "--graticule", "--out", str(out)
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(start)


def test_sheet_and_animate_write_their_days(tmp_path: Path):
    """A range with a step makes a sheet, a range of days a film with its progress."""
    done = run_cli("sheet", "kursk-2024", "--days", "2024-08-08..2024-08-12..2", "--out", str(tmp_path / "s.pdf"))
    assert (done.returncode, done.stderr) == (0, "")
    film = tmp_path / "f.gif"
    done = run_cli("animate", "kursk-2024", "--from", "2024-08-11", "--to", "2024-08-12", "--out", str(film))
    assert (done.returncode, done.stderr) == (0, "")
    assert film.read_bytes().startswith(b"GIF89a")


def test_export_names_its_own_file(tmp_path: Path):
    """Given a folder, the file is named after case, days and format."""
    done = run_cli("export", "kursk-2024", "--as", "csv", "--on", "2024-08-12", "--out", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["kursk-2024-2024-08-12.csv"]


def test_cite_and_verify(tmp_path: Path):
    """A bundle holds against its case with exit code 0; one whose number was changed fails with exit code 1."""
    out = tmp_path / "b.zip"
    done = run_cli("cite", "kursk-2024", "--on", "2024-08-12", "--issued", "2026-11-25", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    done = run_cli("verify", str(out), "--case", "kursk-2024")
    assert done.returncode == 0, done.stdout
    assert "b.zip: holds" in done.stdout
    folder = tmp_path / "open"
    shutil.unpack_archive(out, folder)
    numbers = folder / "numbers.json"
    numbers.write_text(numbers.read_text("utf-8").replace('"value": 28', '"value": 74'), encoding="utf-8")
    forged = shutil.make_archive(str(tmp_path / "forged"), "zip", folder)
    done = run_cli("verify", forged)
    assert done.returncode == 1
    assert "the bundle says 74, computed 28" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_feed_in_three_forms(tmp_path: Path):
    """Text on standard output, Atom and JSON into files."""
    done = run_cli("feed", "kursk-2024", "--since", "2024-08-12", "--until", "2024-08-13")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("13 August 2024\n")
    for form in ("atom", "json"):
        out = tmp_path / f"f.{form}"
        assert run_cli("feed", "kursk-2024", "--since", "2024-08-12", "--as", form, "--out", str(out)).returncode == 0
        assert "C0329" in out.read_text("utf-8")
    assert run_cli("feed", str(KURSK), "--before", str(KURSK)).stdout == "Nothing changed.\n"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("picture", "kursk-2024", "--on", "2024-08-12", "--out", "x.bmp"), "one of png, svg, pdf"),
        (("picture", "kursk-2024", "--on", "2024-08-12", "--out", "x.png", "--at", "51"), "lon,lat,zoom"),
        (
            ("picture", "kursk-2024", "--on", "2024-08-12", "--out", "x.png", "--layers", "roads"),
            "it may hold advances",
        ),
        (("picture", "kursk-2024", "--on", "2024-08-12", "--out", "x.png", "--hide", "Nobody"), "nobody of that name"),
        (("sheet", "kursk-2024", "--days", "soon", "--out", "x.png"), "FIRST..LAST..STEP"),
        (("animate", "kursk-2024", "--from", "2024-08-12", "--to", "2024-08-11", "--out", "x.gif"), "holds 1 to"),
        (("export", "kursk-2024", "--as", "shapefile", "--out", "x"), "one of geopackage"),
        (("cite", "kursk-2024", "--on", "2030-01-01", "--out", "x.zip"), "this case runs from"),
        (("verify", "README.md"), "no citation bundle"),
        (("verify", "no-such.zip"), "no-such.zip"),
        (("feed", "kursk-2024"), "either --since DATE or --before VERSION"),
        (("feed", "kursk-2024", "--since", "2024-08-12", "--as", "rss"), "one of text, json, atom"),
        (("publish", "kursk-2024", "--out", "README.md"), "README.md"),
        (("publish", "kursk-2024", "--out", "x", "--address", "http://x"), "must be that of a folder"),
        (("publish", "kursk-2024", "--out", "x", "--tiles", "https://t/{z}/{x}/{y}.png"), "go together"),
        (
            ("publish", "kursk-2024", "--out", "x", "--tiles", "http://t/", "--tiles-credit", "T"),
            "must be an https address",
        ),
    ],
)
def test_an_error_is_one_sentence_and_exit_code_2(arguments: tuple[str, ...], part: str):
    """Nothing that a person types ends in a traceback or leaves a file."""
    done = run_cli(*arguments)
    assert done.returncode == 2, done.stdout
    assert part in done.stderr
    assert "Traceback" not in done.stderr
    assert not (KURSK.parent.parent / "x.png").exists()
