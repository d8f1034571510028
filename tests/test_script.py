"""The map's script keeps Python's rules: node replays the test vectors that production Python writes."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.vectors.__main__ import write

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def node() -> str:
    """Node's path; without it the tests are skipped, but under CI they fail."""
    found = shutil.which("node")
    if found is None:
        reason = "no node found: install Debian's packages nodejs and npm to test the map's script outside a browser"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def test_the_script_keeps_pythons_rules(node: str, tmp_path: Path) -> None:
    """Selection on two clocks, codec, differences and spelling: every vector, ids and order included."""
    write(tmp_path)
    tests = sorted(str(path) for path in (ROOT / "tests" / "script").glob("*.test.js"))
    environment = os.environ | {"SALIENT_VECTORS": str(tmp_path)}
    done = subprocess.run(
        [node, "--test", *tests], env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
