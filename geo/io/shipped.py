"""Find a case by its name, among those that are shipped, or by its folder."""

from __future__ import annotations

from pathlib import Path

from geo.errors import CaseError

#: Where the wheel holds the shipped cases; in the repository they lie in `data/` beside `geo/`.
_PACKAGED = Path(__file__).parents[1] / "data"
_REPOSITORY = Path(__file__).parents[2] / "data"


def shipped_cases() -> dict[str, Path]:
    """Return the folder of each shipped case by its name.

    >>> "kursk-2024" in shipped_cases()
    True
    """
    root = _PACKAGED if _PACKAGED.is_dir() else _REPOSITORY
    return {file.parent.name: file.parent for file in sorted(root.glob("*/case.toml"))}


def find_case(case: str | Path) -> Path:
    """Return the folder of a case: a path to a folder, or else the name of a shipped case.

    A name that is neither comes back as a path, and whoever opens it says that there is no case.
    """
    folder = Path(case)
    return folder if folder.is_dir() else shipped_cases().get(str(case), folder)


def find_own_case(case: str | Path) -> Path:
    """Return the folder of a case that may be written into.

    Raises
    ------
    CaseError
        When it is the copy inside the installed package, which the next installation would replace.
    """
    folder = find_case(case)
    if folder.resolve().is_relative_to(_PACKAGED.resolve()):
        raise CaseError(f"{folder} belongs to the installed package; copy the folder and give the path of the copy")
    return folder
