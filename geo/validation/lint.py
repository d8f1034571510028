"""Lint new claims before they enter a case: one set of rules for the command line and for editing.

Nothing is repaired: a finding says what is odd and what would be right, and a person decides. An error would be
rejected by the ledger, or can't be true; a warning is a guess at a likely mistake.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pydantic import ValidationError

from geo.analysis.ledger_lookup import LedgerLookup, top
from geo.analysis.unit_errors import from_miles, rounded, says_miles, unit_error_of
from geo.model.case import Case
from geo.model.claims import Claim, Metric
from geo.model.faults import faults_of
from geo.model.labels import UNITS, format_value
from geo.search.gazetteer import names_in, place_names, zone_names
from geo.search.nearest_names import NearestNames, closest
from geo.validation.bounds import plausibility_bounds
from geo.validation.references import Known, claim_problems, grade_problems, part_problems, superseded_problems

ERROR, WARNING = "error", "warning"

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a row has against it.

    `row` counts as a spreadsheet does (the header is row 1; None: the whole file); `value` is what was found;
    `suggestion` what would be right or what is near, empty where nothing is known. `rule` is one of schema, reference,
    date, range, unit, duplicate, plan, place, source, zone, grade, verdict.
    """

    severity: str
    rule: str
    row: int | None
    field: str
    value: str
    reason: str
    suggestion: str = ""

    def __str__(self) -> str:
        place = "the file" if self.row is None else f"row {self.row}"
        text = f"{self.severity}: {place}, {self.field} {self.value!r}: {self.reason}"
        return f"{text} ({self.suggestion})" if self.suggestion else text


def lint(
    rows: Iterable[tuple[int, Cells]], case: Case, *, today: date | None = None, editing: Collection[str] = ()
) -> list[Finding]:
    """Check new claims against a case and against each other.

    Parameters
    ----------
    rows : iterable of (row number, cells by column)
        Cells as text, as in ``claims.csv``; empty cells and columns that are not required may be left out.
    case : Case
        What the ledger holds already.
    today : date or None
        To find days in the future; None leaves that rule out.
    editing : collection of str
        Ids of claims that the rows replace, so that their ids may stand in the ledger.

    Returns
    -------
    list of Finding
        In the order of the rows; a row without any is fit for the ledger as far as rules can tell.
    """
    linter = _Linter(case, today, editing)
    return [finding for number, cells in rows for finding in linter.row(number, cells)]


def over_plan(rows: Iterable[tuple[int, Cells]], case: Case) -> list[Finding]:
    """Find more people moved than planned among the rows of a case's own ledger: kept as published, and told.

    Parameters
    ----------
    rows : iterable of (row number, cells by column)
        The rows of ``claims.csv``; those that the case does not hold are passed over.
    case : Case
    """
    linter = _Linter(case, None, ())
    claims = {claim.id: claim for claim in case.claims if claim.metric is Metric.PEOPLE_MOVED}
    numbered = ((number, claims.get(cells.get("id", ""))) for number, cells in rows)
    return [found for number, claim in numbered if claim is not None for found in linter.plan(claim, number)]


_GRADES = {"reliability": "A to F, or empty", "credibility": "1 to 6, or empty"}
#: How many times the largest figure so far a new one may be before it looks odd.
_LEAP = 5


class _Linter:
    """The rules with what they need of one case, worked out once."""

    def __init__(self, case: Case, today: date | None, editing: Collection[str]) -> None:
        self._case = case
        self._today = today
        self._editing = editing
        self._ledger = LedgerLookup(case.claims)
        self._rows: dict[str, int] = {}

    @cached_property
    def _places(self) -> NearestNames:
        return NearestNames(place_names(self._case))

    @cached_property
    def _zones(self) -> NearestNames:
        return NearestNames(zone_names(self._case))

    @cached_property
    def _limits(self) -> Mapping[Metric, float]:
        return plausibility_bounds(self._case)

    def row(self, number: int, cells: Cells) -> Iterator[Finding]:
        """Apply every rule to one row, and remember it for the rows after it."""
        given = {name: cell for name, cell in cells.items() if cell}
        unknown = sorted(set(given) - set(Claim.model_fields))
        for name in unknown:
            yield Finding(ERROR, "schema", number, name, given[name], "is no column of claims.csv")
        if "id" in given and given["id"] in self._rows:
            yield Finding(ERROR, "duplicate", number, "id", given["id"], f"stands in row {self._rows[given['id']]} too")
        elif given.get("id") in self._ledger.by_id and given["id"] not in self._editing:
            yield Finding(ERROR, "duplicate", number, "id", given["id"], "stands in the ledger already")
        try:
            claim = Claim.model_validate({name: cell for name, cell in given.items() if name not in unknown})
        except ValidationError as error:
            yield from self._schema(error, number, given)
            yield from self._names(number, given)
            return
        yield from self._against_ledger(claim, number)
        yield from self._names(number, given)
        yield from self._range(claim, number)
        yield from self._unit(claim, number, given)
        yield from self._duplicate(claim, number)
        yield from self.plan(claim, number)
        self._rows.setdefault(claim.id, number)
        if claim.id in self._editing or claim.id not in self._ledger.by_id:
            self._ledger.put(claim)

    def _schema(self, error: ValidationError, number: int, given: Cells) -> Iterator[Finding]:
        for fault in faults_of(error, "", number):
            first = fault.reason.partition(" ")[0]
            name = fault.field or (first if first in Claim.model_fields else "value")
            rule = {"source": "source", "reliability": "grade", "credibility": "grade"}.get(name, "schema")
            rule = "date" if name.endswith("_date") else rule
            miles = from_miles(given.get(name, ""), given.get("metric", "")) if name.startswith("value") else ""
            hint = _GRADES.get(name) or miles
            yield Finding(ERROR, rule, number, name, given.get(name, ""), fault.reason, hint)

    def _against_ledger(self, claim: Claim, number: int) -> Iterator[Finding]:
        case = self._case
        claims = ChainMap({claim.id: claim}, self._ledger.by_id)
        beside = self._ledger.same_subject
        known = Known(case.settings, sources=case.sources, zones=case.zones, claims=claims, beside=beside)
        rules = {"about_date": "date", "known_date": "date", "superseded_date": "date", "credibility": "grade"}
        found: set[str] = set()
        for problems in (claim_problems, part_problems, superseded_problems, grade_problems):
            for name, value, reason in problems(claim, known):
                if name == "zone":
                    continue  # _names offers the nearest
                rule = rules.get(name, "source" if name == "source" else "reference")
                near = closest(value, case.sources) if name == "source" else []
                yield Finding(ERROR, rule, number, name, value, reason, f"nearest: {', '.join(near)}" if near else "")
                found.add(name)
        if self._today is not None:
            for name in ("about_date", "known_date"):
                if getattr(claim, name) > self._today and name not in found:
                    reason = f"lies in the future; today is {self._today}"
                    yield Finding(ERROR, "date", number, name, str(getattr(claim, name)), reason)
        source = case.sources.get(claim.source)
        if source is not None and claim.known_date < source.published:
            reason = f"is before the source was published, {source.published}"
            yield Finding(WARNING, "date", number, "known_date", str(claim.known_date), reason)

    def _names(self, number: int, given: Cells) -> Iterator[Finding]:
        zone = given.get("zone", "")
        if zone and zone not in self._case.zones:
            offered = ", ".join(f"{near.place.key}: {near.place.label}" for near in self._zones.nearest(zone))
            yield Finding(ERROR, "zone", number, "zone", zone, "no such zone", offered and f"nearest: {offered}")
        for name in names_in(given.get("place", "")):
            if not self._places.knows(name):
                offered = ", ".join(found.place.label for found in self._places.nearest(name))
                reason = f"{name} is no place, district or town of this case"
                yield Finding(WARNING, "place", number, "place", name, reason, offered and f"nearest: {offered}")

    def _range(self, claim: Claim, number: int) -> Iterator[Finding]:
        limit = self._limits.get(claim.metric)
        value = top(claim)
        if limit is not None and value > limit:
            unit = UNITS.get(claim.metric, "people")
            where = "the towns on this case's map have" if unit == "people" else "the case's area allows"
            reason = f"{claim.metric} of {value:,.10g} is more than {where}, {limit:,.0f} {unit}"
            yield Finding(ERROR, "range", number, "value", f"{value:.10g}", reason)
            return
        largest = self._ledger.largest(claim.metric) or claim
        if value > _LEAP * top(largest):
            reason = f"is more than {_LEAP} times the largest in the ledger, {format_value(largest)} ({largest.id})"
            yield Finding(WARNING, "range", number, "value", f"{value:.10g}", reason)

    def _unit(self, claim: Claim, number: int, given: Cells) -> Iterator[Finding]:
        if says_miles(claim):
            reason = f"the row itself says miles; {claim.metric} is in {UNITS[claim.metric]}"
            hint = from_miles(given["value"], claim.metric)
            yield Finding(ERROR, "unit", number, "value", given["value"], reason, hint)
            return
        typo = unit_error_of(claim, self._ledger)
        if typo is not None:
            reason = f"{typo.words}: times {typo.factor:g} it is the {format_value(typo.other)} of {typo.other.id}"
            unit = UNITS.get(claim.metric, "people")
            hint = f"{rounded(claim.value * typo.factor)} {unit}, if that is what was said"
            yield Finding(WARNING, "unit", number, "value", given["value"], reason, hint)

    def plan(self, claim: Claim, number: int) -> Iterator[Finding]:
        """More moved than planned, by figures of the same claimant about one zone and place."""
        for other in self._ledger.broken_plans(claim):
            moved, plan = (claim, other) if claim.metric is Metric.PEOPLE_MOVED else (other, claim)
            reason = f"people moved are more than planned: {format_value(moved)} of {format_value(plan)} ({other.id})"
            hint = "a corrected figure, or a place that says whom each counts"
            yield Finding(WARNING, "plan", number, "value", f"{claim.value:.10g}", reason, hint)

    def _duplicate(self, claim: Claim, number: int) -> Iterator[Finding]:
        for other in self._ledger.same_figure(claim):
            where = f"row {self._rows[other.id]}" if other.id in self._rows else other.id
            said, said_too = _saying(claim), _saying(other)
            if said == said_too and claim.source == other.source:
                reason = f"the same figure of the same claimant and source is {where}"
                yield Finding(ERROR, "duplicate", number, "value", format_value(claim), reason)
            elif claim.root and claim.root == other.root:
                reason = f"repeats {where}: the same root and figure are one voice, however many outlets carry it"
                yield Finding(WARNING, "duplicate", number, "root", claim.root, reason)
            elif said == said_too:
                reason = f"the same figure of the same claimant about the same day is {where}"
                hint = f"root: {other.root}" if other.root and not claim.root else ""
                yield Finding(WARNING, "duplicate", number, "value", format_value(claim), reason, hint)


def _saying(claim: Claim) -> tuple[object, ...]:
    return claim.claimant, claim.about_date, claim.zone or claim.place
