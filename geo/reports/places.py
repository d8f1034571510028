"""The places of a day as one report: status by claimant, who was first, how long, where, and who is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.analysis.citations import Cited, cite
from geo.analysis.containment import Placed, Position, claimed_areas_on, placed_on
from geo.analysis.named_counts import NamedCount, counts_named
from geo.analysis.place_ground import border_offsets
from geo.analysis.place_status import FirstReport, StatusSpan, disputed_days, first_reports, status_spans
from geo.analysis.reconstruction import reconstructions
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.places import Settlement, places_on

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """One claimant's word on the day: its status, the day since which it has been that, and for how many days."""

    status: str
    since: date
    days: int
    cited: Cited


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place on one day. `status` is the newest word's, or unknown where nobody has said anything by then.

    `offset_km` is the distance from the border, `beyond` whether it lies on the target side; both None without
    coordinates. `within` names the grounds it lies inside, `edge` those whose edge its precision reaches across.
    """

    id: str
    name_en: str
    name_ru: str
    name_uk: str
    kind: str
    district: str
    oblast: str
    on_map: bool
    precision_m: float | None
    offset_km: float | None
    beyond: bool | None
    status: str
    disputed: bool
    disputed_days: int
    words: tuple[PlaceReport, ...]
    first_about: tuple[Cited, ...]
    first_published: tuple[Cited, ...]
    within: tuple[str, ...]
    edge: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettlementsReport:
    """Every place of a case on one day. `tally` counts places by status; `not_on_map` are those without coordinates."""

    case: str
    on: date
    known: date | None
    places: tuple[PlaceRow, ...]
    tally: dict[str, int]
    disputed: int
    not_on_map: int
    counts: tuple[NamedCount, ...]
    grounds: dict[str, str]

    @property
    def as_of(self) -> AsOf:
        """The day, and the day of knowledge."""
        return AsOf(self.on, self.known)

    @property
    def said(self) -> tuple[PlaceRow, ...]:
        """The places of which somebody has said something by that day."""
        return tuple(row for row in self.places if row.words)


def settlements_report(case: Case, as_of: AsOf) -> SettlementsReport:
    """Report on the places of a case as of day `on`, known on day `known` (None: today).

    Raises
    ------
    SelectionError
        When a day lies outside the case.
    """
    case.check_clocks(as_of)
    border = case.border
    grounds = claimed_areas_on(reconstructions(case), case.fronts, as_of, case.settings.ages)
    places = sorted(case.settlements.values(), key=lambda place: (place.name_en, place.id))
    placed = placed_on(places, grounds, border.metric)
    rows = _rows(case, places, as_of, placed=placed, offsets=border_offsets(places, border))
    return SettlementsReport(
        case=case.settings.id,
        on=as_of.on,
        known=as_of.known,
        places=rows,
        tally=dict(sorted(Counter(row.status for row in rows).items())),
        disputed=sum(row.disputed for row in rows),
        not_on_map=sum(not row.on_map for row in rows),
        counts=tuple(counts_named(case, as_of, grounds=grounds, placed=placed)),
        grounds={ground.id: ground.label for ground in grounds},
    )


def _rows(
    case: Case,
    places: Sequence[Settlement],
    as_of: AsOf,
    *,
    placed: Mapping[str, tuple[Placed, ...]],
    offsets: Mapping[str, tuple[float, bool]],
) -> tuple[PlaceRow, ...]:
    events = [event for event in case.control_events if event.about_date <= as_of.on]
    states = places_on(events, as_of)
    firsts, disputes = first_reports(events, as_of.known), disputed_days(events, as_of)
    spans: dict[str, list[StatusSpan]] = defaultdict(list)
    for span in status_spans(events, as_of.known):
        if span.holds(as_of.on):
            spans[span.settlement].append(span)
    rows = []
    for place in places:
        state, first = states.get(place.id), firsts.get(place.id, FirstReport((), ()))
        offset = offsets.get(place.id)
        in_effect = sorted(spans[place.id], key=lambda span: (span.events[-1].about_date, span.claimant), reverse=True)
        at = {
            position: tuple(p.ground for p in placed.get(place.id, ()) if p.position is position)
            for position in Position
        }
        rows.append(
            PlaceRow(
                **place.model_dump(include={"id", "name_en", "name_ru", "name_uk", "kind", "district", "oblast"}),
                on_map=place.lon is not None,
                precision_m=place.precision_m,
                offset_km=None if offset is None else offset[0],
                beyond=None if offset is None else offset[1],
                status=UNKNOWN if state is None else state.status.value,
                disputed=state is not None and state.disputed,
                disputed_days=disputes.get(place.id, 0),
                words=tuple(_word(case, span, as_of.on) for span in in_effect),
                first_about=tuple(cite(case, event) for event in first.about),
                first_published=tuple(cite(case, event) for event in first.published),
                within=at[Position.INSIDE],
                edge=at[Position.EDGE],
            )
        )
    return tuple(rows)


def _word(case: Case, span: StatusSpan, on: date) -> PlaceReport:
    return PlaceReport(span.status.value, span.first, span.days_by(on), cite(case, span.events[-1]))
