"""Who may change the case: the person at whose machine the server was started for that, and nobody else."""

from __future__ import annotations

import os

from geo.errors import InputError

EDIT = "SALIENT_EDIT"


def may_edit() -> bool:
    """Whether this server was started so that its pages may change the case; `make run` does, a host does not."""
    return os.environ.get(EDIT) == "1"


def require_edit() -> None:
    """Raise InputError unless the case may be changed here; asked again inside whatever changes it."""
    if not may_edit():
        raise InputError(
            f"this server shows the case and changes nothing; start your own with make run, or set {EDIT}=1 for it"
        )
