"""Gather what a claimant, or a side, said of depth, width, area and places: the evidence of a body on a day.

The convention, stated in full because it is a choice and not a fact:

* Of each metric the latest total in effect counts; for an area the latest of total and remaining, and what remains wins
  on one day. A figure that the claimant stated comes before one that somebody computed from the claimant's words.
* Figures about one zone, parts, additions and what was retaken are no figure of the whole, and are left out.
* A place counts as held where the latest word of the claimant says claimed, entered or pictured, and no later word of
  the same side says lost or denied. A contested place is not named as held.
* Figures are of one time: one that is older than the newest by more than `Ages.doubtful` is not joined with it.
* A side is Ukraine's or Russia's. Independents speak for themselves alone and are no side with one voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from geo.analysis.figures import Figure, figures_on
from geo.model.ages import Ages
from geo.model.asof import AsOf, age_days, latest, records_as_of
from geo.model.case import Case
from geo.model.claims import SIDE_ORDER, Basis, Claim, Kind, Metric, Side
from geo.model.labels import SIDE_LABELS, format_date, format_value
from geo.model.places import ControlEvent, Settlement, Status

#: Statuses by which a place is named as held; what is contested is not.
NAMED_AS_HELD = frozenset({Status.CLAIMED, Status.ENTERED, Status.PHOTOGRAPHED})
_WHOLE_KINDS = {
    Metric.DEPTH_KM: (Kind.TOTAL,),
    Metric.WIDTH_KM: (Kind.TOTAL,),
    Metric.AREA_KM2: (Kind.TOTAL, Kind.REMAINING),
}


@dataclass(frozen=True, slots=True)
class EvidencePiece:
    """One piece of evidence, a figure or a place: the records that say it, its day, its age and its words."""

    ids: tuple[str, ...]
    claimant: str
    about_date: date
    known_date: date
    age_days: int
    text: str

    @property
    def sentence(self) -> str:
        """The piece in one line: what, by whom, of which day, how old."""
        age = "" if not self.age_days else f", {self.age_days} {'day' if self.age_days == 1 else 'days'} old"
        return f"{self.text}: {self.claimant}, {format_date(self.about_date)}{age} ({', '.join(self.ids)})"


@dataclass(frozen=True, slots=True)
class FigurePiece(EvidencePiece):
    """A depth, a width or an area; `claim` is the best-checked of the records."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class PlacePiece(EvidencePiece):
    """A place that is named as held."""

    place: Settlement


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that one claimant, or one side, says on a day that a body can be made of; `left_out` says what was not taken.

    `id` is stable from day to day; `places` are on the target side and have coordinates.
    """

    id: str
    who: str
    side: Side
    of_side: bool
    figures: dict[Metric, FigurePiece] = field(default_factory=dict)
    places: tuple[PlacePiece, ...] = ()
    left_out: tuple[str, ...] = ()


def evidence_on(case: Case, as_of: AsOf) -> list[Evidence]:
    """Return the evidence of each side and then of each claimant who said anything of a body, by side and name."""
    ages = case.settings.ages
    figures = [one for one in figures_on(case.claims, as_of) if _of_the_whole(one) and one.age_days <= ages.ended]
    words = [word for word in records_as_of(case.control_events, as_of) if age_days(word, as_of.on) <= ages.ended]
    found = []
    for side in SIDE_ORDER:
        own = [one for one in figures if one.lead.side is side]
        said = [word for word in words if word.side is side]
        if side is not Side.INDEPENDENT:
            found.append(_evidence(case, as_of, (f"side-{side.value}", SIDE_LABELS[side], side, True), own, said))
        for who in sorted({one.lead.claimant for one in own} | {word.claimant for word in said}):
            mine = [one for one in own if one.lead.claimant == who]
            # of its own side only later losses count against what a claimant named
            about = {word.settlement for word in said if word.claimant == who}
            heard = [w for w in said if w.claimant == who or (_gone(w) and w.settlement in about and _speaks(side))]
            found.append(_evidence(case, as_of, (f"by-{_slug(who)}", who, side, False), mine, heard))
    return [one for one in found if one.figures or one.places]


def _of_the_whole(figure: Figure) -> bool:
    lead = figure.lead
    return lead.kind in _WHOLE_KINDS.get(lead.metric, ()) and lead.zone is None and lead.part_of is None


def _gone(word: ControlEvent) -> bool:
    return word.status in {Status.LOST, Status.DENIED}


def _speaks(side: Side) -> bool:
    """Whether claimants of a side speak for it, so that one's loss counts against another's hold."""
    return side is not Side.INDEPENDENT


def _slug(who: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in who.casefold()).strip("-")


def _evidence(
    case: Case,
    as_of: AsOf,
    name: tuple[str, str, Side, bool],
    figures: Sequence[Figure],
    words: Iterable[ControlEvent],
) -> Evidence:
    ident, who, side, of_side = name
    pieces, old = _of_one_time(_latest_figures(figures), case.settings.ages)
    places, elsewhere = _places(case, words, as_of.on)
    return Evidence(ident, who, side, of_side, pieces, places, (*old, *elsewhere))


def _latest_figures(figures: Sequence[Figure]) -> dict[Metric, FigurePiece]:
    found = {}
    for metric in _WHOLE_KINDS:
        of_metric = [one for one in figures if one.lead.metric is metric]
        if of_metric:
            newest = max(of_metric, key=_rank)
            lead = newest.lead
            ids = tuple(claim.id for claim in newest.claims)
            days = (lead.about_date, lead.known_date, newest.age_days)
            found[metric] = FigurePiece(ids, lead.claimant, *days, _figure_text(lead), lead)
    return found


def _rank(figure: Figure) -> tuple[object, ...]:
    lead = figure.lead
    stated, remaining = lead.basis is Basis.STATED, lead.kind is Kind.REMAINING
    return stated, lead.about_date, remaining, lead.known_date, lead.id


def _figure_text(claim: Claim) -> str:
    word = {Metric.DEPTH_KM: "deep", Metric.WIDTH_KM: "wide"}.get(claim.metric, "")
    remaining = "remaining" if claim.kind is Kind.REMAINING else ""
    computed = "computed by others" if claim.basis is Basis.COMPUTED else ""
    return ", ".join(filter(None, (f"{format_value(claim)} {word}".strip(), remaining, computed)))


def _of_one_time(pieces: dict[Metric, FigurePiece], ages: Ages) -> tuple[dict[Metric, FigurePiece], list[str]]:
    """Part figures of the newest one's time from those that are too old to be joined with it."""
    newest = max((piece.about_date for piece in pieces.values()), default=date.min)
    kept = {m: piece for m, piece in pieces.items() if (newest - piece.about_date).days <= ages.doubtful}
    old = [
        f"{piece.sentence}: not taken, {(newest - piece.about_date).days} days older than the newest figure"
        for metric, piece in pieces.items()
        if metric not in kept
    ]
    return kept, old


def _places(case: Case, words: Iterable[ControlEvent], on: date) -> tuple[tuple[PlacePiece, ...], list[str]]:
    """Return the places that are named as held on the target side, and a sentence for each that can't be laid there."""
    found, left_out = [], []
    for word in latest(words, key=lambda one: one.settlement):
        if word.status not in NAMED_AS_HELD:
            continue
        place = case.settlements[word.settlement]
        days = (word.about_date, word.known_date, age_days(word, on))
        piece = PlacePiece((word.id,), word.claimant, *days, place.name_en, place)
        if place.lon is None or place.lat is None:
            left_out.append(f"{piece.sentence}: not taken, its coordinates are not established")
        elif case.border.locate(place.lon, place.lat).side != "target":
            left_out.append(f"{piece.sentence}: not taken, it lies on the border or on its home side")
        else:
            found.append(piece)
    return tuple(sorted(found, key=lambda piece: (piece.about_date, piece.ids))), left_out
