"""Find every body of a case once, with the pairs of days (looked at, known by) on which it stands.

Between two days on which a record begins to count, ends, or is withdrawn, nothing changes but ages. So a speaker's
pairs of days fall into a grid of few cells; cells in which the same records are heard have the same body.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geo.analysis.bodies import Body, body_of, placement_of
from geo.analysis.body_evidence import BodyOwner, Evidence, evidence_of, heard, speakers
from geo.analysis.body_shapes import BodyShapes, DrawnShapes
from geo.model.asof import AsOf
from geo.model.case import Case, once_per_case
from geo.model.claims import Claim
from geo.model.places import ControlEvent

_Heard = Claim | ControlEvent


@dataclass(frozen=True, slots=True)
class Window:
    """Days looked at, first to last, and days of knowledge, first to last (None: and today), all included."""

    first: date
    last: date
    known_first: date
    known_last: date | None


@dataclass(frozen=True, slots=True)
class StandingBody:
    """A body as of the first day of its first window, and all windows in which it stands; only its ages differ."""

    body: Body
    windows: tuple[Window, ...]


@once_per_case
def standing_bodies(case: Case) -> tuple[StandingBody, ...]:
    """Return every body of a case as drawn, by speaker as `bodies_on` has them and then by its first day."""
    return find_bodies(case, DrawnShapes(case))


def find_bodies(case: Case, shapes: BodyShapes) -> tuple[StandingBody, ...]:
    """Return every body of a case with its grounds from `shapes`."""
    return tuple(found for speaker in speakers(case) for found in _of_speaker(case, speaker, shapes))


def _of_speaker(case: Case, speaker: BodyOwner, shapes: BodyShapes) -> Iterable[StandingBody]:
    claims, events = heard(case, speaker)
    records: list[_Heard] = [*claims, *events]
    days, known_days = _breaks(case, claims, events)
    cells: dict[object, list[tuple[int, int]]] = defaultdict(list)
    evidence: dict[object, Evidence] = {}
    contents: dict[object, object] = {}
    knowns: dict[object, date] = {}
    for row, on in enumerate(days):
        for column, known in enumerate(known_days):
            seen = [one for one in records if _is_heard(one, on, known, case.settings.ages.ended)]
            placed = tuple(one.id for one in case.placements if one.is_known(known))
            key = frozenset(one.id for one in seen), placed
            if key not in contents:
                found = _evidence(case, speaker, on, known, seen)
                contents[key] = None if found is None else _content(case, found, known)
                if found is not None:
                    evidence.setdefault(contents[key], found)
                    knowns.setdefault(contents[key], known)
            if contents[key] is not None:
                cells[contents[key]].append((row, column))
    for content, held in cells.items():
        body = body_of(case, evidence[content], knowns[content], shapes)
        if body is not None:
            yield StandingBody(body, _windows(case, held, days, known_days))


def _breaks(case: Case, claims: Sequence[Claim], events: Sequence[ControlEvent]) -> tuple[list[date], list[date]]:
    """Return the days from which on something else may be heard, looked at and known by, each in order."""
    first, last, ended = case.first_date, case.last_date, timedelta(case.settings.ages.ended + 1)
    begun = {one.about_date for one in (*claims, *events)}
    days = {first, *begun, *(day + ended for day in begun)}
    known = {first, *(one.known_date for one in (*claims, *events))}
    known |= {one.known_date for one in case.placements if one.known_date is not None}
    known |= {one.superseded_date for one in claims if one.superseded_date is not None}
    return sorted(day for day in days if first <= day <= last), sorted(max(day, first) for day in known)


def _is_heard(record: _Heard, on: date, known: date, ended: int) -> bool:
    if not (record.about_date <= on and record.known_date <= known and (on - record.about_date).days <= ended):
        return False
    return not isinstance(record, Claim) or record.is_in_effect(known)


def _evidence(case: Case, speaker: BodyOwner, on: date, known: date, seen: Sequence[_Heard]) -> Evidence | None:
    claims = [one for one in seen if isinstance(one, Claim)]
    events = [one for one in seen if isinstance(one, ControlEvent)]
    return evidence_of(case, speaker, AsOf(on, known), claims, events)


def _content(case: Case, evidence: Evidence, known: date) -> object:
    """Return what tells one evidence from another: its records, without their ages, and where it lies."""
    figures = tuple((metric, piece.ids) for metric, piece in evidence.figures.items())
    placement = None if evidence.places else placement_of(case, evidence, known)
    left_out = tuple(one.piece.ids for one in evidence.left_out)
    return figures, tuple(piece.ids for piece in evidence.places), left_out, placement and placement.id


def _windows(
    case: Case, cells: Sequence[tuple[int, int]], days: Sequence[date], known_days: Sequence[date]
) -> tuple[Window, ...]:
    """Join cells to few rectangles: runs along the days of knowledge, alike runs of neighbouring rows as one."""
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row, column in sorted(cells):
        runs = rows[row]
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    open_: dict[tuple[int, int], int] = {}
    found: list[tuple[int, int, tuple[int, int]]] = []
    for row in range(len(days) + 1):
        now = set(rows.get(row, ()))
        found += [(open_.pop(run), row - 1, run) for run in [*open_] if run not in now]
        for run in now:
            open_.setdefault(run, row)

    def end(ends: Sequence[date], index: int) -> date | None:
        return ends[index + 1] - timedelta(1) if index + 1 < len(ends) else None

    return tuple(
        Window(days[top], end(days, bottom) or case.last_date, known_days[left], end(known_days, right))
        for top, bottom, (left, right) in sorted(found)
    )
