"""The map of the code in CONTRIBUTING.md, made from the first line of every module: ``python -m tests.codemap``.

``make map`` writes it anew; `tests/test_contributing.py` fails while it is not what the modules say.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAPER = ROOT / "CONTRIBUTING.md"
BEGIN = "<!-- map of the code: written by `make generated`, never by hand -->"
END = "<!-- end of the map -->"

#: Folders of Python modules and of the browser's scripts, in the order in which the map shows them.
TREES = ("geo", "ui", "benchmarks")
SUFFIXES = {".py", ".js", ".mjs", ".ts"}
_COMMENT = re.compile(r"\s*(?://\s*|/\*\*?\s*\*?\s*)(?P<words>[^\n]+)")


def first_line(module: Path) -> str:
    """Return the first line of a Python module's docstring, or of the comment that opens a script; empty if none."""
    text = module.read_text(encoding="utf-8")
    if module.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
    found = _COMMENT.match(text)
    return found["words"].removesuffix("*/").strip() if found else ""


def modules(folder: Path) -> list[Path]:
    """Return the modules and scripts of one folder, without those below it; `__init__` speaks for the folder."""
    return sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES and file.stem != "__init__")


def packages() -> Iterator[Path]:
    """Yield every folder that holds modules or scripts, a package before what is in it."""
    for tree in TREES:
        for folder in [ROOT / tree, *sorted(path for path in (ROOT / tree).rglob("*") if path.is_dir())]:
            if not {"__pycache__", "node_modules", "bundles"} & set(folder.parts) and modules(folder):
                yield folder


def table(folder: Path) -> Iterator[str]:
    """Yield the lines of one package's table."""
    said = folder / "__init__.py"
    yield f"### `{folder.relative_to(ROOT).as_posix()}/`"
    yield ""
    if said.is_file():
        yield from (first_line(said), "")
    yield "| file | what it is for |"
    yield "|---|---|"
    for module in modules(folder):
        yield f"| `{module.name}` | {first_line(module).replace('|', '/')} |"
    yield ""


def drawn(folders: Iterable[Path] | None = None) -> str:
    """Return the whole map, with the lines that set it apart in the paper."""
    lines = [line for folder in folders or packages() for line in table(folder)]
    return "\n".join([BEGIN, "", *lines, END])


def with_map(paper: str) -> str:
    """Return the paper with the map as the modules are now."""
    before, _, rest = paper.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + drawn() + after


if __name__ == "__main__":
    PAPER.write_text(with_map(PAPER.read_text(encoding="utf-8")), encoding="utf-8")
