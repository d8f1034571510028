"""The claims that the ledger shows, as files to take away: exactly these, through the licence filter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from geo.export.datafiles import about, about_lines, data_file
from geo.export.datasets import table
from geo.export.formats.xlsx import write_workbook
from geo.export.release import Release
from geo.export.scope import Scope
from geo.model.claims import Claim


def ledger_scope(passed: Release, claims: Iterable[Claim], known: date | None) -> Scope:
    """Return the publishable ones of the claims, as known on day `known`, as a scope of the whole period."""
    wanted = {claim.id for claim in claims}
    case = passed.case
    kept = tuple(claim for claim in case.claims if claim.id in wanted)
    alone = replace(case, claims=kept, placements=(), control_events=(), orders=())
    return Scope.of_period(replace(passed, case=alone), known)


def ledger_csv(scope: Scope) -> bytes:
    """Write the claims as CSV, no cell of which a spreadsheet runs."""
    return data_file(scope, "csv")[1]


def ledger_workbook(scope: Scope) -> bytes:
    """Write the claims and their sources as a workbook, with what the file is on its first sheet."""
    tables = {name: table(scope, name) for name in ("claims", "sources")}
    return write_workbook(about(scope)["title"], about_lines(scope.release, scope), tables)
