"""How the code is laid out: a name means one thing, packages are small, every module says what it is for."""

from __future__ import annotations

import ast
import builtins
import collections.abc
import re
import statistics
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.codemap import ROOT, first_line, modules, packages

PYTHON = sorted(path for tree in ("geo", "ui", "benchmarks") for path in (ROOT / tree).rglob("*.py"))

#: Public names that several packages may have, each with the reason.
SHARED_NAMES = {
    "Case": "the record of the model, and the same record with methods for a notebook, which is its subclass",
    "open_case": "reading a case from its folder, and the same for a notebook, which returns that subclass",
}
MAX_LINES = 300
MAX_FILES = 30


def public_names(module: Path) -> Iterator[str]:
    """Yield the public functions, classes and constants that a module defines at its top."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found = [node.name]
        elif isinstance(node, ast.Assign) and ast.unparse(node.value).startswith("TypeVar("):
            found = []  # a type variable is the module's own
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found = [part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)]
        else:
            found = []
        yield from (name for name in found if not name.startswith("_"))


def engine_names() -> dict[str, set[Path]]:
    """Every public name of the engine, with the modules that define it."""
    found: defaultdict[str, set[Path]] = defaultdict(set)
    for module in PYTHON:
        if module.is_relative_to(ROOT / "geo"):
            for name in public_names(module):
                found[name].add(module)
    return found


def test_a_public_name_means_one_thing():
    """No two packages of the engine define one name, unless SHARED_NAMES says why; no two modules of a package do."""
    repeated = {
        name: sorted(module.relative_to(ROOT).as_posix() for module in where)
        for name, where in engine_names().items()
        if len(where) > 1 and name not in SHARED_NAMES
    }
    assert set(SHARED_NAMES) <= {name for name, where in engine_names().items() if len(where) > 1}
    assert not repeated, f"say what each is in its name: {repeated}"


def test_a_public_name_hides_nothing_of_pythons():
    """Nothing is called as a builtin or as an abstract collection is: `Mapping` is Python's."""
    taken = {*dir(builtins), *collections.abc.__all__}
    assert not taken & set(engine_names())


def test_a_package_is_small_enough_to_look_through():
    """Half of all packages hold at most 15 files, and none holds more than 30."""
    sizes = {folder.relative_to(ROOT).as_posix(): len(modules(folder)) for folder in packages()}
    python = {name: size for name, size in sizes.items() if (ROOT / name / "__init__.py").is_file()}
    assert statistics.median(sizes.values()) <= 15, sizes
    assert max(python.values()) <= MAX_FILES, python


def test_every_module_says_what_it_is_for():
    """The first line of a module is one whole statement: it ends in a full stop, and asks nothing."""
    unsaid = {str(module.relative_to(ROOT)): first_line(module) for module in PYTHON if not _said(first_line(module))}
    assert not unsaid


def test_no_module_is_long():
    """A module of over 300 lines answers more than one question."""
    lines = {str(module.relative_to(ROOT)): len(module.read_text(encoding="utf-8").splitlines()) for module in PYTHON}
    assert not {module: count for module, count in lines.items() if count > MAX_LINES}


def _said(line: str) -> bool:
    asks = re.match(r"(Which|What|How|Whether|Where|Who) ", line) or "?" in line
    return line.endswith(".") and not asks
