"""Lint new claims with the whole engine: what `check` would say of them once they were added, said before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from geo.consistency.engine import Checker
from geo.consistency.verdict import Verdict, VerdictKind
from geo.errors import SelectionError
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Claim
from geo.validation.lint import WARNING, Cells, Finding, lint

_TOLD = (VerdictKind.INCONSISTENT, VerdictKind.LIKELY_ERROR, VerdictKind.ONLY_IF)


def lint_with_verdicts(
    rows: Iterable[tuple[int, Cells]], case: Case, *, today: date | None = None, editing: Collection[str] = ()
) -> list[Finding]:
    """Check new claims against a case by the rules of the ledger, then by the verdicts that they would draw.

    Parameters
    ----------
    rows, case, today, editing : as for `geo.validation.lint.lint`

    Returns
    -------
    list of Finding
        Those of the ledger's rules, then one of rule "verdict" for each verdict that a row newly draws.
    """
    given = list(rows)
    return [*lint(given, case, today=today, editing=editing), *_verdicts(given, case, editing)]


def _verdicts(rows: Sequence[tuple[int, Cells]], case: Case, editing: Collection[str]) -> list[Finding]:
    new = _readable(rows)
    known = {claim.id for claim in case.claims}
    new = {ident: one for ident, one in new.items() if ident not in known or ident in editing}
    if not new:
        return []
    kept = tuple(claim for claim in case.claims if claim.id not in new)
    before = Checker(replace(case, claims=kept))
    after = Checker(replace(case, claims=(*kept, *(claim for _, claim in new.values()))))
    found = []
    for day in sorted({claim.about_date for _, claim in new.values()}):
        try:
            old = {(verdict.rule, verdict.claims) for verdict in before.verdicts_on(AsOf(day))}
            fresh = [v for v in after.verdicts_on(AsOf(day)) if (v.rule, v.claims) not in old]
        except SelectionError:
            continue
        for verdict in (v for v in fresh if v.kind in _TOLD):
            row = _row_of(verdict, new)
            if row is not None:
                found.append(_finding(verdict, *row))
    return sorted(found, key=lambda finding: finding.row or 0)


def _readable(rows: Sequence[tuple[int, Cells]]) -> dict[str, tuple[int, Claim]]:
    found: dict[str, tuple[int, Claim]] = {}
    for number, cells in rows:
        try:
            claim = Claim.model_validate({name: cell for name, cell in cells.items() if cell})
        except ValidationError:
            continue
        found.setdefault(claim.id, (number, claim))
    return found


def _row_of(verdict: Verdict, new: dict[str, tuple[int, Claim]]) -> tuple[int, Claim] | None:
    """Return the row that a verdict is told of: one that it blames, else the last of those that it names."""
    for idents in (verdict.blamed, tuple(reversed(verdict.claims))):
        for ident in idents:
            if ident in new:
                return new[ident]
    return None


def _finding(verdict: Verdict, number: int, claim: Claim) -> Finding:
    hint = verdict.mistake or verdict.assumption.rstrip(".")
    return Finding(WARNING, "verdict", number, "value", f"{claim.value:.10g}", verdict.reason.rstrip("."), hint)
