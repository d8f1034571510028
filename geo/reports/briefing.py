"""Describe a day: its sentence, its figures, and what became known on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geo.analysis.figures import Figure, figures_on
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import SIDE_ORDER, Basis, Claim, Kind, Metric, Statement
from geo.model.evacuation import EvacuationOrder
from geo.model.fronts import FrontOn, fronts_on
from geo.model.labels import format_value
from geo.model.places import ControlEvent

_NOUNS = {
    Metric.DEPTH_KM: "{} deep",
    Metric.WIDTH_KM: "{} wide",
    Metric.AREA_KM2: "{}",
    Metric.SETTLEMENTS: "{} settlements",
}


@dataclass(frozen=True, slots=True)
class Briefing:
    """One day, as known on another.

    `day_number` counts from the operation's first day, which is day 1; it is below 1 before it. `sentence` never says
    more than the claims do. `figures` speak of this very day, `carried` of earlier ones. `new_*` is what was published
    on this day, whatever day it speaks of. `fronts` is what each mapper's track knows of the day.
    """

    on: date
    known: date | None
    day_number: int
    sentence: str
    figures: tuple[Figure, ...]
    carried: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    new_claims: tuple[Claim, ...]
    new_events: tuple[ControlEvent, ...]
    new_orders: tuple[EvacuationOrder, ...]
    fronts: tuple[FrontOn, ...] = ()

    @property
    def as_of(self) -> AsOf:
        """The day, and the day of knowledge."""
        return AsOf(self.on, self.known)


def brief(case: Case, as_of: AsOf) -> Briefing:
    """Make the briefing of day `on`, as known on day `known` (None: today).

    Raises
    ------
    SelectionError
        When `on` lies outside the case's days.
    """
    case.check_date(as_of.on)
    if as_of.known is not None:
        case.check_date(as_of.known, "known")
    ended = case.settings.ages.ended
    figures = [figure for figure in figures_on(case.claims, as_of) if figure.age_days <= ended]
    today = tuple(figure for figure in figures if figure.age_days == 0)
    carried = tuple(figure for figure in figures if figure.age_days > 0)
    in_sight = as_of.known is None or as_of.known >= as_of.on
    return Briefing(
        on=as_of.on,
        known=as_of.known,
        day_number=(as_of.on - case.settings.start_date).days + 1,
        sentence=day_sentence(today, carried),
        figures=today,
        carried=carried,
        statements=tuple(s for s in records_as_of(case.statements, as_of) if s.about_date == as_of.on),
        new_claims=tuple(c for c in case.claims if in_sight and c.known_date == as_of.on),
        new_events=tuple(e for e in case.control_events if in_sight and e.known_date == as_of.on),
        new_orders=tuple(o for o in case.orders if in_sight and o.known_date == as_of.on),
        fronts=tuple(fronts_on(case.fronts, as_of, case.settings.ages)),
    )


def day_sentence(today: tuple[Figure, ...], carried: tuple[Figure, ...]) -> str:
    """Say who claims what about the ground on this day.

    The rule: totals stated by a claimant (not computed by somebody else) of depth, width, area and settlements, about
    this very day, Russia's side first, then Ukraine's, then the independent; one clause a claimant. Where there is
    none, say so, and how old the latest word is.
    """
    voiced = [figure for figure in today if _is_voiced(figure.lead)]
    if not voiced:
        return _silence(today, carried)
    by_claimant: dict[tuple[int, str], list[str]] = {}
    for figure in sorted(voiced, key=lambda f: SIDE_ORDER.index(f.lead.side)):
        key = (SIDE_ORDER.index(figure.lead.side), figure.lead.claimant)
        by_claimant.setdefault(key, []).append(_NOUNS[figure.lead.metric].format(format_value(figure.lead)))
    clauses = [f"{claimant}, {_and(parts)}" for (_, claimant), parts in by_claimant.items()]
    return f"Claimed about this day: {'; '.join(clauses)}."


def _is_voiced(claim: Claim) -> bool:
    return claim.kind is Kind.TOTAL and claim.basis is Basis.STATED and claim.metric in _NOUNS


def _silence(today: tuple[Figure, ...], carried: tuple[Figure, ...]) -> str:
    ages = [figure.age_days for figure in carried if figure.lead.metric in _NOUNS]
    if ages:
        days = "day" if min(ages) == 1 else "days"
        latest = f"the latest word on them is {min(ages)} {days} old"
        return f"Nobody is known to claim depth, width, area or a count about this day; {latest}."
    if today or carried:
        return "Nobody is known to claim depth, width, area or a count of settlements by this day."
    return "Nothing is claimed."


def _and(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
