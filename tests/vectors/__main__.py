"""Write the test vectors: what production Python says, for the map's script to repeat.

    python -m tests.vectors OUT

A folder for each subject, a JSON file for each case. No rule stands in here a second time: what is expected comes from
the functions that the pages and the exports call.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.vectors import address, codec, difference, later, selection, spelling, story

#: What writes each subject's files: pairs of a file's name and what it holds.
SUBJECTS: Mapping[str, Callable[[], Iterable[tuple[str, Any]]]] = {
    "selection": selection.vectors,
    "codec": codec.vectors,
    "difference": difference.vectors,
    "spelling": spelling.vectors,
    "address": address.vectors,
    "later": later.vectors,
    "story": story.vectors,
}


def write(out: Path) -> None:
    """Write every subject's vectors into a folder."""
    for subject, vectors in SUBJECTS.items():
        folder = out / subject
        folder.mkdir(parents=True, exist_ok=True)
        for name, held in vectors():
            text = json.dumps(held, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.vectors OUT")
    write(Path(sys.argv[1]))
