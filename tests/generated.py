"""Files that are made from tables in Python, and the command that makes them: ``python -m tests.generated``.

``make generated`` writes them anew; `tests/test_generated.py` fails while one is not what its table says.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from geo.export.dataset_schema import ADDED, DATASET_SCHEMAS, TABLE_SCHEMAS
from geo.model.columns import Column, LayerSchema, Origin
from geo.model.layer_schema import LAYER_SCHEMAS
from geo.model.map_layers import MAP_SWITCHES
from geo.model.palette import MAP_HUES, PAGE_HUES, Hue
from geo.reports.address import script_table
from geo.webmap.typescript import declarations

ROOT = Path(__file__).parent.parent
_CSS_NOTE = "/* Made from geo/model/palette.py by `make generated`; edit that. */\n"
_ORIGINS = {
    Origin.SAID: "by a claimant, a publisher or a mapper",
    Origin.PLACED: "by whoever put a claim on the ground, with the convention for it",
    Origin.MEASURED: "on the ground, by Salient",
    Origin.RECORDED: "names, rights, files and versions, and what follows from them",
}
_INTRO = """\
<!-- Made from geo/model/layer_schema.py and geo/export/dataset_schema.py by `make generated`; edit those. -->

# Layers and their columns

`layer(case, name, day)` and `python -m geo layers` give a layer as of a day; `python -m geo export` writes them all.
Every layer is in WGS 84 (EPSG:4326), longitude before latitude. A frame is checked against these tables whenever it is
made.

A day is an ISO 8601 calendar day: text in a layer and in GeoJSON, a date in files that know dates. An absent value is
never a zero. Where a value comes from:
"""
_EXPORTED = """\
## In exported files

Every exported layer has these columns after its own, unless it has one of that name. The base goes out in parts, one
kind of geometry each: {parts}.
"""
_TABLES = """\
## Tables

Exported tables have the columns of the case's own, which [data/README.md](../data/README.md) describes, and after them
where the row was published, its licence and its version. Types are those of the records in `geo/model/`.
"""


def map_tokens() -> str:
    """Return the style sheet of the map document's colours: a line a group, on light and on dark."""
    light = _block(":root", (group.items() for group in MAP_HUES.values()), "light")
    dark = _block(':root[data-theme="dark"]', (group.items() for group in MAP_HUES.values()), "dark")
    return _CSS_NOTE + light + dark


def _block(selector: str, groups: Iterable[Iterable[tuple[str, Hue]]], scheme: str) -> str:
    lines = [" ".join(f"--{name}: {getattr(hue, scheme)};" for name, hue in group) for group in groups]
    return "\n".join([f"{selector} {{", *(f"  {line}" for line in lines), f"  color-scheme: {scheme};", "}"]) + "\n"


def page_hues() -> str:
    """Return the style sheet of the pages' colours; Streamlit sets the colour scheme with its theme."""
    lines = (f"  --{name}: light-dark({hue.light}, {hue.dark});\n" for name, hue in PAGE_HUES.items())
    return f"{_CSS_NOTE}:root, :host {{\n{''.join(lines)}}}\n"


def layer_paper() -> str:
    """Return the paper on layers and their columns, as Markdown."""
    origins = [f"- **{origin}**: {words}" for origin, words in _ORIGINS.items()]
    layers = [line for schema in LAYER_SCHEMAS.values() for line in _layer(schema)]
    parts = [name for name, schema in DATASET_SCHEMAS.items() if schema.name not in LAYER_SCHEMAS]
    added = _table(DATASET_SCHEMAS["advances"].column(name) for name in ADDED)
    exported = [_EXPORTED.format(parts=", ".join(f"`{name}`" for name in parts)), *added, ""]
    tables = [line for table in TABLE_SCHEMAS.values() for line in (*_columns(table.name, table.columns), "")]
    return "\n".join([_INTRO, *origins, "", *layers, *exported, _TABLES, *tables]).rstrip("\n") + "\n"


def _layer(schema: LayerSchema) -> Iterator[str]:
    shown = {schema.name, *(part for part in DATASET_SCHEMAS if part.startswith(f"{schema.name}_"))}
    switches = [one for one in MAP_SWITCHES if shown & set(one.switches)]
    words = ", ".join(f"“{one.label}” (`{one.name}`)" for one in switches) or "none: it is always there"
    yield from (f"## `{schema.name}`", "", f"{schema.title}.", "")
    yield f"Geometry: {', '.join(schema.geometry_types)}. Switch on the map: {words}."
    yield f"It {'changes' if schema.dated else 'does not change'} with the day."
    yield from ("", *_table(schema.columns), "")


def _table(columns: Iterable[Column]) -> Iterator[str]:
    yield from ("| column | meaning | type | unit | from | absent |", "|---|---|---|---|---|---|")
    for column in columns:
        meaning = column.about + (f" ({', '.join(column.choices)})" if column.choices else "")
        absent = "may be" if column.nullable else "never"
        yield f"| `{column.name}` | {meaning} | {column.type} | {column.unit or '–'} | {column.origin} | {absent} |"


def _columns(name: str, columns: Iterable[Column]) -> Iterator[str]:
    yield from (f"### `{name}`", "", "| column | type | absent |", "|---|---|---|")
    yield from (f"| `{one.name}` | {one.type} | {'may be' if one.nullable else 'never'} |" for one in columns)


def script_grammar() -> str:
    """Return the address's grammar as a module of the map's script."""
    parts = [f"  {json.dumps(part, ensure_ascii=False)},\n" for part in script_table()]
    note = "/** The parts of an address. Made from geo/reports/address.py by `make generated`; edit that. */\n"
    types = "/** @type {readonly {name: string, key: string, form: string, values: readonly string[]}[]} */\n"
    return f"{note}\n{types}export const GRAMMAR = [\n{''.join(parts)}];\n"


#: Each file and what makes it.
GENERATED: Mapping[Path, Callable[[], str]] = {
    ROOT / "geo/webmap/static/tokens.css": map_tokens,
    ROOT / "ui/components/static/hues.css": page_hues,
    ROOT / "docs/layers.md": layer_paper,
    ROOT / "geo/webmap/js/payload.d.ts": declarations,
    ROOT / "geo/webmap/js/rules/grammar.js": script_grammar,
}


if __name__ == "__main__":
    for path, make in GENERATED.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(make(), encoding="utf-8")
