"""The questions that a reader of one report asks, answered from the ledger with sources, or said to be open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.analysis.citations import Cited, cite
from geo.analysis.figures import figures_on
from geo.analysis.people import people_on
from geo.errors import SelectionError
from geo.model.asof import AsOf, records_as_of
from geo.model.case import Case
from geo.model.claims import Claim, Kind, Metric
from geo.model.evacuation import EvacuationOrder
from geo.model.labels import STATUS_LABELS, in_brackets
from geo.model.places import HELD, Status
from geo.reports.evacuation import EvacuationReport
from geo.reports.places import PlaceRow, SettlementsReport


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer.

    `computed` says that we worked something out of the cited figures, `of_people` that it asks of people, not places.
    """

    question: str
    text: str
    cited: tuple[Cited, ...]
    computed: bool = False
    of_people: bool = False


def only_source(case: Case, source: str) -> Case:
    """Return the case with what one publication says and nothing else.

    Raises
    ------
    SelectionError
        When the case has no such source.
    """
    if source not in case.sources:
        raise SelectionError(f"source is {source!r}; it must be an id in sources.csv, such as itv-2024-08-12")
    claims = tuple(claim for claim in case.claims if claim.source == source)
    kept = {claim.id for claim in claims}
    return replace(
        case,
        claims=claims,
        statements=tuple(one for one in case.statements if one.source == source),
        control_events=tuple(event for event in case.control_events if event.source == source),
        orders=tuple(order for order in case.orders if order.source == source),
        placements=tuple(p for p in case.placements if {p.depth_claim, p.width_claim or p.depth_claim} <= kept),
    )


def answers(
    places: SettlementsReport, evacuation: EvacuationReport, case: Case, *, doubts: Mapping[str, str] | None = None
) -> list[Answer]:
    """Answer how many villages, which are named, how far, how many moved and are still to move, and from where.

    Parameters
    ----------
    places, evacuation : the reports of one day of `case`
    case : Case
        The whole ledger, or what one publication says (`only_source`).
    doubts : mapping of claim id to likely mistake, keyword-only
        Figures that the verdicts of the whole ledger call printed wrongly: they are told with that, never without.
    """
    wrong = dict(doubts or {})
    on, known = places.on, places.known
    return [
        _how_many(case, AsOf(on, known), wrong),
        _which_named(case, places),
        _how_far(case, places, wrong),
        *(
            replace(answer, of_people=True)
            for answer in (
                _how_many_moved(case, AsOf(on, known), wrong),
                _how_many_left(case, AsOf(on, known), wrong),
                _from_where(evacuation, case),
                _joined(case, evacuation),
            )
        ),
    ]


def _figures(case: Case, as_of: AsOf, metric: Metric) -> list[Claim]:
    """The newest totals of a metric: those about the day, else those of the last day that has any."""
    totals = [f for f in figures_on(case.claims, as_of) if f.lead.metric is metric and f.lead.kind is Kind.TOTAL]
    newest = min((figure.age_days for figure in totals), default=0)
    return [figure.lead for figure in totals if figure.age_days == newest]


def _doubted(ident: str, wrong: Mapping[str, str]) -> str:
    """Return what to say behind a figure that is likely printed wrongly, else nothing."""
    return f", a likely error: {wrong[ident]}" if ident in wrong else ""


def _listed(question: str, case: Case, claims: Iterable[Claim], none: str, wrong: Mapping[str, str]) -> Answer:
    cited = tuple(cite(case, claim) for claim in claims)
    text = "; ".join(f"{one.said} {in_brackets(one.claimant)}{_doubted(one.id, wrong)}" for one in cited)
    return Answer(question, text or none, cited)


def _how_many(case: Case, as_of: AsOf, wrong: Mapping[str, str]) -> Answer:
    claims = _figures(case, as_of, Metric.SETTLEMENTS)
    return _listed("How many villages?", case, claims, "No count is known by this day.", wrong)


def _which_named(case: Case, places: SettlementsReport) -> Answer:
    question = "Which of them are named?"
    said = [row for row in places.said if row.kind == "settlement" and row.status in HELD]
    if not said:
        return Answer(question, "None: no village is named as held, entered, shown or fought over.", ())
    main = case.main_oblast
    fought = [row for row in said if row.status == Status.CONTESTED]
    named = [row for row in said if row.status != Status.CONTESTED and row.oblast == main]
    beside = [row for row in said if row.status != Status.CONTESTED and row.oblast != main]
    groups = [(STATUS_LABELS[status], [row for row in named if row.status == status]) for status in Status]
    listed = "; ".join(_names(words, rows) for words, rows in groups if rows)
    text = f"{len(named)} are named{f': {listed}' if listed else ''}"
    if beside:
        text += f". In another oblast: {', '.join(f'{row.name_en} ({row.oblast})' for row in beside)}"
    if fought:
        text += f". Only {_names(STATUS_LABELS[Status.CONTESTED], fought)}"
    off = sum(not row.on_map for row in said)
    missing = f" {off} of all these have no established coordinates." if off else ""
    return Answer(question, f"{text}.{missing}", tuple(row.words[0].cited for row in said))


def _names(words: str, rows: Sequence[PlaceRow]) -> str:
    return f"{words} ({len(rows)}) {', '.join(row.name_en for row in rows)}"


def _how_far(case: Case, places: SettlementsReport, wrong: Mapping[str, str]) -> Answer:
    claims = _figures(case, places.as_of, Metric.DEPTH_KM)
    cited = tuple(cite(case, claim) for claim in claims)
    depths = [f"{one.said} {in_brackets(one.claimant)}{_doubted(one.id, wrong)}" for one in cited]
    said = "; ".join(depths) or "No depth is claimed by this day"
    reached = [row for row in places.said if row.status in HELD and row.beyond and row.offset_km is not None]
    far = max(reached, key=lambda row: row.offset_km or 0.0, default=None)
    if far is None:
        return Answer("How far is the farthest?", f"{said}.", cited)
    word = far.words[0].cited
    where = f"{far.name_en}, {far.offset_km:.1f} km from the border"
    text = f"{said}. The farthest named place is {where}: {word.said}, {word.claimant}."
    return Answer("How far is the farthest?", text, (*cited, word), computed=True)


def _how_many_moved(case: Case, as_of: AsOf, wrong: Mapping[str, str]) -> Answer:
    claims = _figures(case, as_of, Metric.PEOPLE_MOVED)
    said = [
        f"{cite(case, c).said} {in_brackets(f'{c.claimant}, {c.place}' if c.place else c.claimant)}"
        f"{_doubted(c.id, wrong)}"
        for c in claims
    ]
    text = "; ".join(said) or "No figure is known by this day."
    return Answer("How many people have moved?", text, tuple(cite(case, claim) for claim in claims))


def _how_many_left(case: Case, as_of: AsOf, wrong: Mapping[str, str]) -> Answer:
    parts, cited, computed = [], [], False
    for scope in people_on(case, as_of):
        for share in scope.shares:
            if share.moved.claimant == share.planned.claimant and share.moved.about_date == share.planned.about_date:
                who = in_brackets(f"computed; {share.moved.claimant}, {scope.place}")
                parts.append(f"{share.left:,.0f} of {share.planned.said} {who}")
                cited += [share.moved, share.planned]
                computed = True
        parts += [f"{one.said} {in_brackets(one.claimant)}{_doubted(one.id, wrong)}" for one in scope.stated_left]
        cited += scope.stated_left
        for figure in scope.figures:
            if figure.kind is Kind.REMAINING and figure.age_days == 0:
                parts.append(f"{figure.cited.said} {in_brackets(f'{figure.cited.claimant}, {scope.place}')}")
                cited.append(figure.cited)
    text = "; ".join(parts) or "It can't be said: nobody gives a plan and those moved for one place and day."
    return Answer("How many are still to move?", text, tuple(cited), computed=computed)


def _from_where(evacuation: EvacuationReport, case: Case) -> Answer:
    words = [(zone, zone.orders[0]) for zone in evacuation.ordered if zone.state != "no_order"]
    plans = [
        claim
        for claim in records_as_of(case.claims, evacuation.as_of)
        if claim.metric is Metric.PEOPLE_PLANNED and "district" in claim.place
    ]
    parts = [f"{zone.name_en} ({zone.oblast}): {order.cited.said}" for zone, order in words]
    parts += [f"the plan of {claim.claimant} names {claim.place}" for claim in plans]
    cited = (*(order.cited for _, order in words), *(cite(case, claim) for claim in plans))
    return Answer("From which districts?", "; ".join(parts) or "No district is named by this day.", cited)


def _joined(case: Case, evacuation: EvacuationReport) -> Answer:
    """Name the zones of another oblast than the first ones' that got their first word on the day."""
    firsts: dict[str, EvacuationOrder] = {}
    for order in records_as_of(case.orders, evacuation.as_of):
        firsts.setdefault(order.zone, order)
    home = case.settings.target
    same_side = [zone for zone in evacuation.ordered if zone.id in firsts]
    main = case.main_oblast
    new = [zone for zone in same_side if firsts[zone.id].about_date == evacuation.on and zone.oblast != main]
    question = (
        f"Which district outside {main} oblast joined on this day?" if main else f"Which district of {home} joined?"
    )
    text = "; ".join(f"{zone.name_en}, {zone.oblast} oblast: {cite(case, firsts[zone.id]).said}" for zone in new)
    return Answer(question, text or "None is known to have.", tuple(cite(case, firsts[zone.id]) for zone in new))
