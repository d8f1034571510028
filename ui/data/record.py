"""One row of the ledger as plain data: its provenance, its history, the verdicts that speak of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geo.analysis.provenance import against_interest, corroboration
from geo.consistency.verdict import Verdict
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim
from geo.model.labels import METRIC_LABELS, format_date, superseded_label
from geo.reports.selection import select
from ui.data.entries import Data, claim_entry
from ui.data.selection import selection_data


def record_data(case: Case, claim: Claim, known: date | None, verdicts: Iterable[Verdict]) -> Data:
    """Put a claim into the form that `static/record.js` draws, as known on day `known`."""
    last = case.last_date
    data = selection_data(case, select(case, f"claim:{claim.id}", AsOf(last, known)), verdicts)
    kin = {entry["id"] for entry in data["entries"]}
    same = (other for other in case.claims if _series(other) == _series(claim) and other.id not in kin)
    data["facts"] = [*_provenance(case, claim, known), *data["facts"]]
    data["history"] = [claim_entry(case, other) for other in records_as_of(same, AsOf(last, known))]
    data["title"] += f" · {METRIC_LABELS[claim.metric]}, about {format_date(claim.about_date)}"
    return data


def _series(claim: Claim) -> tuple[object, ...]:
    return claim.claimant, claim.metric, claim.zone


def _provenance(case: Case, claim: Claim, known: date | None) -> list[tuple[str, str]]:
    found = corroboration(case, claim, AsOf(case.last_date, known))
    grade = f"source {claim.reliability or 'not graded'}, information {claim.credibility or 'not graded'}"
    outlets = len(found.outlets)
    facts = [
        ("Independent roots", f"{len(found.roots)}, in {outlets} {'outlet' if outlets == 1 else 'outlets'}"),
        ("Root", claim.root or "not established"),
        ("Grade", grade),
        ("Against interest", against_interest(claim) or ""),
        ("Superseded", superseded_label(claim, known)),
        ("Second look", claim.check_note),
    ]
    return [(label, text) for label, text in facts if text]
