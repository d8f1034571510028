"""What is made from tables is current, and a fact that stands in a table stands nowhere else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.export.dataset_schema import record_column
from geo.export.figures import style
from geo.model import palette
from geo.model.claims import Claim, Exclusion, Placement, Record, Side, Source, Statement
from geo.model.evacuation import EvacuationOrder
from geo.model.licences import LayerLicence
from geo.model.palette import HUES, PAGE_HUES, THEME
from geo.model.places import ControlEvent, Settlement
from geo.webmap.assets import own_style
from tests.generated import GENERATED, ROOT

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\brgba?\(\d")
PAPER = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
RECORDS: dict[str, type[Record]] = {
    "claims.csv": Claim,
    "sources.csv": Source,
    "statements.csv": Statement,
    "settlements.csv": Settlement,
    "control_events.csv": ControlEvent,
    "evacuation_orders.csv": EvacuationOrder,
    "placements.csv": Placement,
    "rejected.csv": Exclusion,
    "licences.csv": LayerLicence,
}


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_a_generated_file_is_what_its_table_says(path: Path):
    """Whoever changes the table runs `make generated`; whoever changes the file by hand is told where to go."""
    assert path.read_text(encoding="utf-8") == GENERATED[path](), f"{path.relative_to(ROOT)}: run `make generated`"


def test_no_note_to_an_editor_goes_into_a_document():
    """The document's style starts with the colours themselves."""
    assert own_style().startswith(":root {\n  --paper: ")
    assert "make generated" not in own_style()


def sources() -> Iterator[Path]:
    """Yield every file of code or style that may hold a colour, but for those that are made of the palette, and it."""
    made = {*GENERATED, ROOT / "geo/model/palette.py"}
    for folder in ("geo", "ui"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".css", ".js", ".html", ".svg"} and path not in made:
                yield path
    yield ROOT / "app.py"


def test_a_colour_stands_in_the_palette_alone():
    """No other file names one, but for the icon, whose are the theme's, and what stands in while a page has none."""
    found = {path.name: set(COLOUR.findall(path.read_text("utf-8"))) for path in sources()}
    theme = {colour for hue in THEME.values() for colour in (hue.light, hue.dark)}
    icon = found.pop("icon.svg")
    assert icon <= theme
    assert {name: colours for name, colours in found.items() if colours} == {"frame.js": {"#ffffff"}}


def test_the_theme_is_the_palettes():
    """`.streamlit/config.toml`, which Streamlit reads by itself, has the palette's colours and no others."""
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert theme["light"] == {name: hue.light for name, hue in THEME.items()}
    assert theme["dark"] == {name: hue.dark for name, hue in THEME.items()}


def test_every_property_that_a_style_uses_is_defined():
    """A property that no style sheet or script sets would be no colour at all."""
    for folder, own in (("geo/webmap", HUES), ("ui/components", PAGE_HUES)):
        files = [path for path in (ROOT / folder).rglob("*") if path.suffix in {".css", ".js", ".html"}]
        text = "\n".join(path.read_text(encoding="utf-8") for path in files)
        used = set(re.findall(r"var\(--([\w-]+)\)", text))
        defined = set(re.findall(r"--([\w-]+)['\"]?\s*[:,]", text)) | set(own)
        assert {name for name in used - defined if not name.startswith("st-")} == set()


def test_a_side_has_a_hue_in_every_output():
    """Map, pages, charts and pictures colour each side, and no side looks like another."""
    for hues in (*palette.CHART_SIDES.values(), style.SIDES, {side: HUES[side].dark for side in Side}):
        assert set(hues) == set(Side)
        assert len(set(hues.values())) == len(Side)
    assert all(PAGE_HUES[side] == HUES[side] for side in Side)


def described(name: str) -> list[list[str]]:
    """Return the cells of the table under a file's heading in data/README.md."""
    section = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", PAPER, re.MULTILINE | re.DOTALL)
    assert section, f"data/README.md has no heading ## {name}"
    return [
        [cell.strip() for cell in row.split(" | ")] for row in re.findall(r"^\| (`.*) \|$", section[1], re.MULTILINE)
    ]


@pytest.mark.parametrize("name", RECORDS)
def test_the_paper_describes_every_field_of_a_record(name: str):
    """A table of a case has the fields of its record, each once, with a meaning; and no other."""
    rows = described(name)
    assert {row[0].strip("`") for row in rows} == set(RECORDS[name].model_fields)
    assert len(rows) == len(RECORDS[name].model_fields)
    assert all(row[1] for row in rows)


@pytest.mark.parametrize("name", [name for name in RECORDS if name not in {"rejected.csv"}])
def test_the_paper_names_every_value_that_a_field_may_have(name: str):
    """Where a field is one of a few words, the paper names these words, all of them and in their order."""
    for cells in described(name):
        column, words = cells[0].strip("`"), cells[-1]
        choices = record_column(column, RECORDS[name]).choices
        named = re.findall(r"\b(?:" + "|".join(map(re.escape, choices)) + r")\b", words) if choices else []
        assert tuple(named) == choices, f"{name}: {column}"
        if choices:
            assert len(words.split(",")) == len(choices), f"{name}: {column}"


def test_the_files_of_a_case_are_all_described():
    """Every file of the shipped case has a row in the first table and a heading of its own."""
    files = {path.name for path in (ROOT / "data" / "kursk-2024").iterdir() if path.is_file()}
    listed = set(re.findall(r"^\| `([\w.]+)` \| ", PAPER.split("## claims.csv")[0], re.MULTILINE))
    headed = set(re.findall(r"^## ([\w.]+)$", PAPER, re.MULTILINE))
    assert files == listed
    assert files - headed == {"case.toml"}
