"""A folder for a web server, or to open from disk: the page, the page to embed, the preview, and what they hold."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from geo.errors import InputError
from geo.export.figures.preview import preview
from geo.export.page import FULL, PREVIEW, SLIM, PageOptions, page, snippet
from geo.export.release import Release
from geo.export.scope import Scope


def site(release: Release, options: PageOptions | None = None) -> dict[str, bytes]:
    """Build the files of a published case, by name; the same case and options give the same bytes."""
    options = options or PageOptions()
    scope = Scope.of_period(release, options.known)
    files = {
        FULL: page(release, options).encode(),
        SLIM: page(release, options, slim=True).encode(),
        PREVIEW: preview(scope, options.on or release.case.opening_day),
        "embed.txt": snippet(release, options.address).encode(),
        "licences.txt": _licences(release).encode(),
    }
    return files | {"version.json": _version(release, options, files).encode()}


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder, each whole or not at all; other files there are left alone.

    Raises
    ------
    InputError
        When the folder can't be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            with tempfile.NamedTemporaryFile("wb", dir=folder, delete=False) as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(file.name).chmod(0o644)
            Path(file.name).replace(folder / name)
    except OSError as error:
        raise InputError(
            f"{folder} can't be written to ({error.strerror}); give a folder that you may write"
        ) from error


def _licences(release: Release) -> str:
    lines = ["What is in these files, under which licence, and whom it credits:", ""]
    lines += [f"- {decision.credit}" for decision in release.credits]
    if release.withheld:
        lines += ["", "Left out, and why:", "", *(f"- {decision}" for decision in release.withheld)]
    return "\n".join([*lines, ""])


def _version(release: Release, options: PageOptions, files: Mapping[str, bytes]) -> str:
    case = release.case
    return (
        json.dumps(
            {
                "case": case.settings.id,
                "version": case.version,
                "on": str(options.on or case.opening_day),
                "known": str(options.known) if options.known else None,
                "left_out": [str(decision) for decision in release.withheld],
                "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )
