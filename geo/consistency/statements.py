"""Group what is said about a day by statement, each counted once however many outlets carry it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from geo.analysis.figures import Figure, figures_on
from geo.analysis.value_range import Interval, allowed
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


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """One statement of one figure: its lead, every claim that repeats it, and its age in days on the day looked at."""

    lead: Claim
    claims: tuple[Claim, ...]
    parts: tuple[Claim, ...]
    age_days: int

    @property
    def allowed(self) -> Interval:
        """The values that its lead allows."""
        return allowed(self.lead)

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
        return NOUNS[self.lead.metric].format(format_value(self.lead))

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

    `statements` are those of the day and of the days before on which they still stand beside it (`stands_beside`);
    `places` hold the words that have not ended by the case's table of ages; `oblasts` are those of the case's places;
    `faulty` names claims that an earlier rule found to be printed wrongly, which no further rule compares.
    """

    case: Case
    as_of: AsOf
    seen: tuple[Claim, ...]
    statements: tuple[StatementGroup, ...]
    places: dict[str, PlaceState]
    oblasts: frozenset[str]
    faulty: frozenset[str] = frozenset()

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
        return replace(self, faulty=faulty, statements=kept)


def view_day(case: Case, as_of: AsOf) -> DayInView:
    """Gather what is said about a day, as known on a day (None: today).

    Claims whose day is only a placeholder are left out of every comparison: nobody knows which day they speak of.
    So are claims that were corrected or withdrawn, from the day on which that was known.
    """
    seen = tuple(claim for claim in records_as_of(case.claims, as_of) if claim.is_in_effect(as_of.known))
    ages = case.settings.ages
    recent = [claim for claim in seen if stands_beside(claim, as_of.on, ages)]
    places = places_on([e for e in case.control_events if (as_of.on - e.about_date).days <= ages.ended], as_of)
    oblasts = frozenset(place.oblast for place in case.settlements.values() if place.oblast)
    return DayInView(case, as_of, seen, tuple(_statements(figures_on(recent, as_of))), places, oblasts)


def stands_beside(word: Reported, on: date, ages: Ages) -> bool:
    """Whether a word may be held against what is said of a day: by the table of ages, and if its day is its own."""
    return age_days(word, on) <= ages.beside and word.about_basis is not DateBasis.PLACEHOLDER


def _statements(figures: Sequence[Figure]) -> list[StatementGroup]:
    """Fold figures of one root whose values suit each other, whoever is named as claimant."""
    folded: dict[tuple[object, ...], list[list[Figure]]] = {}
    for figure in figures:
        lead = figure.lead
        key = (lead.root or lead.id, lead.metric, lead.kind, scope(lead), figure.age_days)
        groups = folded.setdefault(key, [])
        for group in groups:
            same_maker = group[0].lead.basis is lead.basis or group[0].lead.basis is Basis.STATED
            if same_maker and allowed(group[0].lead).meets(allowed(lead)):
                group.append(figure)
                break
        else:
            groups.append([figure])
    return [_statement(group) for groups in folded.values() for group in groups]


def _statement(group: Sequence[Figure]) -> StatementGroup:
    first = min(
        group, key=lambda f: (f.lead.basis is Basis.COMPUTED, _not_in_root(f.lead), f.lead.known_date, f.lead.id)
    )
    rest = [figure for figure in group if figure is not first]
    claims = [*first.claims, *(claim for figure in rest for claim in figure.claims)]
    parts = tuple(part for figure in (first, *rest) for part in figure.parts)
    return StatementGroup(first.lead, tuple(claims), parts, first.age_days)


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


def scope(claim: Claim) -> str:
    """Return what a claim is about: its evacuation zone, or its place."""
    return claim.zone or claim.place


def speaks_of_all(claim: Claim, view: DayInView) -> bool:
    """Whether a claim is about the operation, or an oblast, and not about some place or zone of it."""
    return claim.zone is None and (not claim.place or any(oblast in claim.place for oblast in view.oblasts))


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
