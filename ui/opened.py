"""The case that the app shows: opened once a server, opened again when its files change."""

from __future__ import annotations

import gc
import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from geo.analysis.reconstruction import reconstruct
from geo.export.release import Decision, public_view
from geo.io.case_store import fingerprint, open_case
from geo.model.case import Case
from geo.webmap.document import build_map
from ui.rights import is_private_deployment

DEFAULT_CASE = Path(__file__).parent.parent / "data" / "kursk-2024"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case with its map document. Shared by every session, so nobody may change it.

    Where anybody may be looking, `withheld` is what of the files it does not show for its licence.
    """

    case: Case
    document: str
    digest: str
    withheld: tuple[Decision, ...] = ()


def case_folder() -> Path:
    """Return the folder of the case that this server shows."""
    return Path(os.environ.get("SALIENT_CASE") or DEFAULT_CASE)


def opened_case() -> Opened:
    """Open the case named by the environment variable SALIENT_CASE (a folder), else the embedded one.

    Raises
    ------
    CaseError
        When the folder holds no case that can be used.
    """
    folder = case_folder()
    return _open(str(folder), fingerprint(folder), whole=is_private_deployment())


@st.cache_resource(max_entries=2, show_spinner="Opening the case and drawing its claims …")
def _open(folder: str, files: object, *, whole: bool) -> Opened:
    del files  # part of the cache's key alone
    case = open_case(Path(folder))
    passed = None if whole else public_view(case)
    case = case if passed is None else passed.case
    case = replace(case, faults=(*case.faults, *reconstruct(case)[1]))
    document = build_map(case, hosted=True).html()
    digest = hashlib.sha256(document.encode()).hexdigest()
    opened = Opened(case, document, digest, passed.withheld if passed else ())
    # Streamlit collects all generations after every run; what is loaded by now stays, so it need not be walked again.
    gc.collect()
    gc.freeze()
    return opened
