"""Group what is said about a day by statement, each counted once however many outlets carry it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from geo.analysis.figures import Figure, figures_on
from geo.analysis.value_range import Interval, allowed
from geo.consistency.links import Link, link
from geo.consistency.readings import reading_of
from geo.consistency.scopes import Scopes, Subject, scopes_of
from geo.model.ages import Ages
from geo.model.asof import AsOf, age_days, records_as_of
from geo.model.case import Case
from geo.model.claims import Basis, Claim, DateBasis, Kind, Metric, Reported, Side
from geo.model.labels import format_date, format_day_count, format_value
from geo.model.places import PlaceState, places_on

T = TypeVar("T")

NOUNS = {
    Metric.DEPTH_KM: "{} deep",
    Metric.WIDTH_KM: "{} wide",
    Metric.AREA_KM2: "{}",
    Metric.SETTLEMENTS: "{} settlements",
    Metric.PEOPLE_MOVED: "{} people moved",
    Metric.PEOPLE_PLANNED: "{} people planned to move",
    Metric.PEOPLE_PRESENT: "{} people in place",
    Metric.CIVILIANS_KILLED: "{} civilians killed",
    Metric.CIVILIANS_WOUNDED: "{} civilians wounded",
    Metric.CHILDREN_WOUNDED: "{} children wounded",
}


def noun_of(claim: Claim) -> str:
    """Return a claim's figure with its noun, such as "about 12 km deep" or "1 settlement"."""
    text = NOUNS[claim.metric].format(format_value(claim))
    return text.replace("settlements", "settlement") if claim.value == 1 and claim.value_high is None else text


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """One statement of one figure: its lead, every claim that repeats it, and its age in days on the day looked at.

    `allowed` are the values that the lead allows as it is put, `loose` those with a rounding that nobody mentioned.
    """

    lead: Claim
    claims: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    age_days: int
    scope: Subject
    allowed: Interval = field(compare=False)
    loose: Interval = field(compare=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the lead and of all that repeat it."""
        return tuple(claim.id for claim in self.claims)

    @property
    def own_side(self) -> str:
        """Whose statements about places count beside it: its side's, or, as observers are no side, its claimant's."""
        return "the same claimant" if self.lead.side is Side.INDEPENDENT else "the same side"

    @property
    def top(self) -> float:
        """The largest value as stated, without the tolerance of "about"; infinite for "at least"."""
        return self.allowed.high if math.isinf(self.allowed.high) else self.lead.value_high or self.lead.value

    @property
    def words(self) -> str:
        """The figure with its noun, such as "about 12 km deep"."""
        return noun_of(self.lead)

    @property
    def by(self) -> str:
        """Who, how old if not of the day, and whether somebody computed it."""
        dated = f", {format_date(self.lead.about_date, year=False)}, {format_day_count(self.age_days)} old"
        computed = ", computed" if self.lead.basis is Basis.COMPUTED else ""
        return f"{self.lead.claimant}{dated if self.age_days else ''}{computed}"

    @property
    def value_said(self) -> str:
        """The figure without its noun, and who said it."""
        return f"{format_value(self.lead)} ({self.by})"

    @property
    def said(self) -> str:
        """The figure and who said it."""
        return f"{self.words} ({self.by})"


@dataclass(frozen=True, slots=True)
class DayInView:
    """What can be checked about one day, as known on another.

    `statements` are those of the day and of the days before on which they still stand beside it (`stands_beside`),
    `older` those of the days before that, up to the age at which a claim fades; `places` hold the words that have not
    ended by the case's table of ages; `faulty` names claims that the diagnosis found to be printed wrongly, which
    nothing further is compared with.
    """

    case: Case
    as_of: AsOf
    seen: tuple[Claim, ...]
    statements: tuple[StatementGroup, ...]
    older: tuple[StatementGroup, ...]
    places: dict[str, PlaceState]
    scopes: Scopes
    faulty: frozenset[str] = frozenset()

    @property
    def parts(self) -> list[StatementGroup]:
        """Parts of today's figures as statements of their own, such as children among the wounded."""
        found = {part.id: part for statement in self.today for part in statement.parts if _dated(part)}
        kept = [part for part in found.values() if part.id not in self.faulty and part.about_date == self.as_of.on]
        return [_statement([Figure(part, (), (), 0)], self.scopes) for part in kept]

    def given_before(self, group: StatementGroup) -> list[StatementGroup]:
        """Return the statements of days before that gave a group's very figure of the same thing, the nearest first."""
        lead = group.lead
        same = [
            claim
            for claim in self.seen
            if claim.value == lead.value
            and claim.metric is lead.metric
            and claim.kind is lead.kind
            and claim.about_date < lead.about_date
            and _dated(claim)
            and self.scopes.of(claim) == group.scope
        ]
        on = self.as_of.on
        found = [_statement([Figure(claim, (), (), age_days(claim, on))], self.scopes) for claim in reversed(same)]
        return sorted(found, key=lambda one: -tied(group, one))

    @property
    def today(self) -> tuple[StatementGroup, ...]:
        """Statements about this very day."""
        return tuple(statement for statement in self.statements if statement.age_days == 0)

    def pick(self, metric: Metric, kind: Kind = Kind.TOTAL) -> list[StatementGroup]:
        """Return the statements of a metric and kind, the day's own first."""
        return [v for v in self.statements if v.lead.metric is metric and v.lead.kind is kind]

    def without(self, ids: Iterable[str]) -> DayInView:
        """Return the same day without claims that are printed wrongly."""
        faulty = self.faulty | frozenset(ids)
        kept = tuple(statement for statement in self.statements if not faulty & set(statement.ids))
        older = tuple(statement for statement in self.older if not faulty & set(statement.ids))
        return replace(self, faulty=faulty, statements=kept, older=older)


def view_day(case: Case, as_of: AsOf) -> DayInView:
    """Gather what is said about a day, as known on a day (None: today).

    Claims whose day is only a placeholder are left out of every comparison: nobody knows which day they speak of.
    So are claims that were corrected or withdrawn, from the day on which that was known.
    """
    seen = tuple(claim for claim in records_as_of(case.claims, as_of) if claim.is_in_effect(as_of.known))
    scopes, ages = scopes_of(case), case.settings.ages
    recent = [claim for claim in seen if stands_beside(claim, as_of.on, ages)]
    near = _statements(figures_on(recent, as_of), scopes)
    before = [claim for claim in seen if ages.beside < age_days(claim, as_of.on) <= ages.fades and _dated(claim)]
    older = _statements([f for f in figures_on(before, as_of) if f.lead.kind is not Kind.ADDITIONAL], scopes)
    places = places_on([e for e in case.control_events if (as_of.on - e.about_date).days <= ages.ended], as_of)
    return DayInView(case, as_of, seen, tuple(near), tuple(older), places, scopes)


def stands_beside(word: Reported, on: date, ages: Ages) -> bool:
    """Whether a word may be held against what is said of a day: by the table of ages, and if its day is its own."""
    return age_days(word, on) <= ages.beside and _dated(word)


def _dated(word: Reported) -> bool:
    return word.about_basis is not DateBasis.PLACEHOLDER


def _statements(figures: Sequence[Figure], scopes: Scopes) -> list[StatementGroup]:
    """Fold figures of one root whose values suit each other, whoever is named as claimant."""
    folded: dict[tuple[object, ...], list[list[Figure]]] = {}
    for figure in (version for one in figures for version in _versions(one)):
        lead = figure.lead
        key = (lead.root or lead.id, lead.metric, lead.kind, scopes.of(lead), figure.age_days)
        groups = folded.setdefault(key, [])
        for group in groups:
            same_maker = group[0].lead.basis is lead.basis or group[0].lead.basis is Basis.STATED
            if same_maker and reading_of(group[0].lead).meets(reading_of(lead)):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return [_statement(group, scopes) for group in _rootless([g for gs in folded.values() for g in gs], scopes)]


def _versions(figure: Figure) -> list[Figure]:
    """Split a figure that outlets print with values which do not suit each other, the best-checked value first."""
    versions: list[list[Claim]] = []
    for claim in figure.claims:
        into = next((same for same in versions if reading_of(same[0]).meets(reading_of(claim))), None)
        if into is None:
            versions.append([claim])
        else:
            into.append(claim)
    if len(versions) == 1:
        return [figure]
    return [
        Figure(same[0], tuple(same[1:]), figure.parts if same is versions[0] else (), figure.age_days)
        for same in versions
    ]


def _rootless(groups: Sequence[list[Figure]], scopes: Scopes) -> list[list[Figure]]:
    """Fold a figure without a root into the statement that it repeats: the same figure, and the speaker is named."""
    by_value: dict[object, list[list[Figure]]] = {}
    for group in groups:
        lead = group[0].lead
        key = (lead.metric, lead.kind, lead.basis, lead.value, lead.value_high, scopes.of(lead), group[0].age_days)
        same = by_value.setdefault(key, [])
        into = next((g for g in same if not (lead.root and g[0].lead.root) and link(g[0].lead, lead) > Link.NONE), None)
        if into is None:
            same.append(group)
        else:
            into.extend(group)
    return [group for same in by_value.values() for group in same]


def _statement(group: Sequence[Figure], scopes: Scopes) -> StatementGroup:
    first = min(
        group, key=lambda f: (f.lead.basis is Basis.COMPUTED, _not_in_root(f.lead), f.lead.known_date, f.lead.id)
    )
    rest = [figure for figure in group if figure is not first]
    claims = [*first.claims, *(claim for figure in rest for claim in figure.claims)]
    parts = tuple(part for figure in (first, *rest) for part in figure.parts)
    lead = first.lead
    return StatementGroup(lead, tuple(claims), parts, first.age_days, scopes.of(lead), allowed(lead), reading_of(lead))


def tied(one: StatementGroup, other: StatementGroup) -> Link:
    """Say how closely two statements hang together, whichever of the claims that carry them says so."""
    found = link(one.lead, other.lead)
    if found > Link.NONE or len(one.claims) == len(other.claims) == 1:
        return found
    return max(link(a, b) for a in one.claims[:6] for b in other.claims[:6])


def _not_in_root(claim: Claim) -> bool:
    """Whether the root does not name the claimant: whom it names spoke first, the others repeat."""
    root = set(re.findall(r"\w+", claim.root.casefold()))
    return not any(len(word) > 2 and word in root for word in re.findall(r"\w+", claim.claimant.casefold()))


def grouped(things: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    """Group things by a key, each group in their order, so that what is compared is found without reading the rest.

    >>> grouped(["a1", "b1", "a2"], lambda text: text[0])
    {'a': ['a1', 'a2'], 'b': ['b1']}
    """
    found: dict[Hashable, list[T]] = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found


def and_join(parts: Sequence[str]) -> str:
    """Join with commas and a final "and".

    >>> and_join(["a", "b", "c"])
    'a, b and c'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def ids_of(statements: Iterable[StatementGroup]) -> tuple[str, ...]:
    """Return the ids of all claims of some statements, each once."""
    return tuple(dict.fromkeys(ident for statement in statements for ident in statement.ids))


def days_of_statements(statements: Iterable[StatementGroup]) -> tuple[date, ...]:
    """Return the days that some statements speak of, each once, oldest first."""
    return tuple(sorted({statement.lead.about_date for statement in statements}))


def capitalised(text: str) -> str:
    """Begin with a capital letter.

    >>> capitalised("about 12 km deep")
    'About 12 km deep'
    """
    return text[:1].upper() + text[1:]
