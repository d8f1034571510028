"""The command line as a person runs it, in this process: a Python of its own costs each command a second of imports."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from geo.cli.main import main

ROOT = Path(__file__).parent.parent
KURSK = ROOT / "data" / "kursk-2024"


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


def run_cli(*arguments: str) -> Done:
    """Run `python -m geo` with arguments from the repository's root, and return how it ended."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    code: object = 0
    with (
        patch.object(sys, "argv", [str(ROOT / "geo" / "__main__.py"), *arguments]),
        patch.object(sys.modules["__main__"], "__package__", "geo", create=True),
        contextlib.chdir(ROOT),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code
    return Done(code if isinstance(code, int) else int(code is not None), _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    data: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return data.decode("utf-8")
