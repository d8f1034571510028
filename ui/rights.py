"""Rights: who may change the case and who may see all of it, as whoever started the server said."""

from __future__ import annotations

import os

from geo.errors import InputError

EDIT = "SALIENT_EDIT"
TEAM = "SALIENT_TEAM"


def may_edit() -> bool:
    """Whether this server was started so that its pages may change the case; `make run` does, a host does not."""
    return os.environ.get(EDIT) == "1"


def is_private_deployment() -> bool:
    """Whether only people who may see everything get here: at one's own machine, or where a login keeps others out.

    Without that word a server leaves out the fronts that may not be published, since anybody may be looking.
    """
    return may_edit() or os.environ.get(TEAM) == "1"


def require_edit() -> None:
    """Raise InputError unless the case may be changed here; asked again inside whatever changes it."""
    if not may_edit():
        raise InputError(
            f"this server shows the case and changes nothing; start your own with make run, or set {EDIT}=1 for it"
        )
