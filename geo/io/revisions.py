"""Open earlier versions of a case: another folder, a git revision of its own folder, or a citation bundle's inputs."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from geo.errors import InputError
from geo.io.case_files import FILES, SETTINGS_FILE, read_case
from geo.io.case_store import MAX_FILE_BYTES, open_case
from geo.io.safe_zip import DAMAGED_ZIP
from geo.model.case import Case

_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/~^-]{0,99}")
_INPUTS = "inputs/"


def open_version(folder: Path, name: str) -> Case:
    """Open an earlier version of the case in `folder`.

    Parameters
    ----------
    folder : Path
        Where the case lies now.
    name : str
        The folder of another copy, a citation bundle (``….zip``), or a git revision such as ``HEAD~1``.

    Raises
    ------
    InputError
        When there is no such version, or it holds no case.
    """
    path = Path(name)
    if path.is_dir():
        return open_case(path)
    if path.is_file():
        return read_case(_of_bundle(path))
    return read_case(_of_revision(folder, name))


def holds_fronts(name: str) -> bool:
    """Whether an earlier version can hold fronts: a folder can, a citation bundle and a git revision hold tables."""
    return Path(name).is_dir()


def _of_revision(folder: Path, revision: str) -> dict[str, bytes]:
    git = shutil.which("git")
    if git is None:
        raise InputError(f"{revision!r} is no folder and no bundle, and git is not installed")
    if not _REVISION.fullmatch(revision):
        raise InputError(f"{revision!r} is no folder, no bundle and no git revision such as HEAD~1")
    files = {}
    for name in FILES:
        command = [git, "-C", str(folder), "show", f"{revision}:./{name}"]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a checked revision and our own names
        if done.returncode == 0:
            files[name] = done.stdout
    if SETTINGS_FILE not in files:
        raise InputError(
            f"git knows no {SETTINGS_FILE} of {folder.name} at {revision!r}; give a revision that holds the case"
        )
    return files


def _of_bundle(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            named = {entry.filename.removeprefix(_INPUTS): entry for entry in archive.infolist()}
            found = {name: named[name] for name in FILES if name in named}
            if any(entry.file_size > MAX_FILE_BYTES for entry in found.values()):
                raise InputError(f"{path.name} holds a file of more than {MAX_FILE_BYTES:,} bytes; a case has none")
            return {name: archive.read(entry) for name, entry in found.items()}
    except DAMAGED_ZIP as error:
        raise InputError(f"{path.name} is no citation bundle ({error})") from error
