"""The scripts as a project: node replays Python's vectors; types, lint, format and bundles are as they should be."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.vectors.__main__ import write

ROOT = Path(__file__).parent.parent
BUNDLES = sorted(path.relative_to(ROOT) for path in ROOT.glob("*/*/bundles/*.js"))


def _without(reason: str) -> None:
    """Skip what can't be run here, but fail it under CI."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def node() -> str:
    """Node's path."""
    found = shutil.which("node")
    if found is None:
        _without("no node found: install Debian's packages nodejs and npm to test the scripts outside a browser")
    return str(found)


@pytest.fixture(scope="module")
def tools(node: str) -> str:
    """Node's path, where the scripts' tools are installed too."""
    if not (ROOT / "node_modules" / "typescript").is_dir():
        _without("the scripts' tools are not installed: run npm ci to check types, lint, format and bundles")
    return node


def run(*command: str, **environment: str) -> None:
    """Run a command in the repository; what it said is the failure's message."""
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_the_script_keeps_pythons_rules(node: str, tmp_path: Path) -> None:
    """Selection on two dates, codec, differences and spelling: every vector, ids and order included."""
    write(tmp_path)
    tests = sorted(str(path) for path in (ROOT / "tests" / "script").glob("*.test.js"))
    run(node, "--test", *tests, SALIENT_VECTORS=str(tmp_path))


@pytest.mark.parametrize(
    "tool",
    [
        ("typescript/bin/tsc",),
        ("eslint/bin/eslint.js", "."),
        ("prettier/bin/prettier.cjs", "--check", "."),
    ],
    ids=lambda tool: tool[0].partition("/")[0],
)
def test_the_scripts_are_clean(tools: str, tool: tuple[str, ...]) -> None:
    """Types are strict and hold, no rule of lint is broken, everything is formatted."""
    run(tools, str(ROOT / "node_modules" / tool[0]), *tool[1:])


def test_the_bundles_are_what_the_build_makes(tools: str, tmp_path: Path) -> None:
    """The committed bundles are, byte for byte, made of the modules beside them."""
    run(tools, "build.js", str(tmp_path))
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.js"))
    assert made == BUNDLES
    differing = [path.name for path in made if (tmp_path / path).read_bytes() != (ROOT / path).read_bytes()]
    assert differing == [], "run npm run build and commit what it makes"
