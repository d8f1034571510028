"""What `import geo` offers, and what it costs."""

from __future__ import annotations

import ast
import inspect
from collections import defaultdict
from pathlib import Path

import pytest

import geo
import geo.errors
from tests.loaded import loaded

ROOT = Path(__file__).parent.parent


def test_the_public_names() -> None:
    """`geo` offers these names and nothing else by accident, before and after they are used."""
    names = [
        "AsOf",
        "AssetError",
        "Case",
        "CaseError",
        "Fault",
        "GeometryError",
        "InputError",
        "Measurement",
        "Reconstruction",
        "SalientError",
        "SelectionError",
        "Verdict",
        "VerdictKind",
        "build_map",
        "measure",
        "open_case",
    ]
    assert names == geo.__all__ == dir(geo)
    assert [getattr(geo, name).__name__ for name in names] == names
    assert names == dir(geo)


def test_every_error_is_public() -> None:
    """A notebook can catch whatever Salient raises on purpose by a public name."""
    errors = [
        name for name, found in inspect.getmembers(geo.errors, inspect.isclass) if found.__module__ == "geo.errors"
    ]
    assert set(errors) < set(geo.__all__)


def test_an_editor_sees_the_public_names() -> None:
    """The imports that a type checker reads are those that happen: the same names from the same modules."""
    tree = ast.parse(inspect.getsource(geo))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    typed = {alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert sorted(typed) == geo.__all__
    assert {name: getattr(geo, name).__module__ for name in typed} == typed


def test_import_geo_brings_nothing_along() -> None:
    """`import geo` imports no package and no module of its own; a name brings what it needs, never Streamlit."""
    assert loaded("import geo; dir(geo)") == set()
    assert loaded("from geo import AsOf, SelectionError") == {"geo.model", "geo.model.asof", "geo.errors"}
    assert not {"streamlit", "folium", "geopandas", "matplotlib"} & loaded("from geo import measure")
    assert not {"streamlit", "folium", "matplotlib"} & loaded("from geo import open_case")
    assert not {"streamlit", "matplotlib"} & loaded("from geo import *")


def test_a_misspelt_name_is_told_what_there_is() -> None:
    """An unknown attribute is an AttributeError that lists the public names."""
    with pytest.raises(AttributeError, match=r"no attribute 'open_cases'; it offers AsOf, .*, open_case"):
        geo.open_cases  # noqa: B018 - reading it is the test


def test_no_two_public_functions_have_one_name() -> None:
    """A function or class of the engine can be found by its name; the notebook keeps the engine's names for its own."""
    homes = defaultdict(list)
    for file in set((ROOT / "geo").rglob("*.py")) - {ROOT / "geo" / "notebook.py"}:
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(file.relative_to(ROOT).as_posix())
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}
