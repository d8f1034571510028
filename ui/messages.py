"""Turn an error into what a person reads: the one table for every page."""

from __future__ import annotations

from geo.errors import AssetError, CaseError, GeometryError, InputError, SalientError

_ADVICE: tuple[tuple[type[SalientError], str, str], ...] = (
    (CaseError, "This case can't be opened.", "Run `python -m geo validate CASE` for the full list."),
    (GeometryError, "A claim of this case can't be drawn.", "Check its row in placements.csv."),
    (AssetError, "A file of an installed package is missing.", "Install the packages again: make run."),
    (InputError, "Something in this case or address is wrong.", "Correct it and reload the page."),
    (SalientError, "Something went wrong.", "Reload the page."),
)


def message(error: SalientError) -> tuple[str, str, str]:
    """Return what happened, the error's own sentence, and what to do next."""
    for kind, what, advice in _ADVICE:
        if isinstance(error, kind):
            return what, str(error), advice
    return "Something went wrong.", str(error), "Reload the page."
