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
from geo.model.case import Case, once_per_case
from geo.model.claims import SIDE_ORDER, Basis, Checked, Claim, Kind, Metric, Reported, Side
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
class LeftOut:
    """A piece that goes into no body, and why."""

    piece: EvidencePiece
    why: str

    @property
    def sentence(self) -> str:
        """The piece in one line, and why it was not taken."""
        return f"{self.piece.sentence}: not taken, {self.why}"


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
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyOwner:
    """A side, or one claimant: whose word a body is. `id` is stable from day to day."""

    id: str
    who: str
    side: Side
    of_side: bool


@once_per_case
def speakers(case: Case) -> tuple[BodyOwner, ...]:
    """Return each side, and then each of its claimants, who says anything of a body on any day; by side and name."""
    said = [*filter(of_the_whole, case.claims), *case.control_events]
    found: dict[str, BodyOwner] = {}
    for side in SIDE_ORDER:
        if side is not Side.INDEPENDENT:
            found[f"side-{side.value}"] = BodyOwner(f"side-{side.value}", SIDE_LABELS[side], side, True)
        for who in sorted({record.claimant for record in said if record.side is side}):
            # who speaks for two sides is two, and names that differ in their signs alone are told apart
            ident = f"by-{_slug(who)}"
            while ident in found:
                ident = f"{ident}-{side.value}"
            found[ident] = BodyOwner(ident, who, side, False)
    return tuple(found.values())


@once_per_case
def _heard_of(case: Case) -> dict[str, tuple[list[Claim], list[ControlEvent]]]:
    return {speaker.id: _heard(case, speaker) for speaker in speakers(case)}


def heard(case: Case, speaker: BodyOwner) -> tuple[list[Claim], list[ControlEvent]]:
    """Return the records, of any day, of which a speaker's evidence can be made."""
    return _heard_of(case)[speaker.id]


def _heard(case: Case, speaker: BodyOwner) -> tuple[list[Claim], list[ControlEvent]]:
    claims = [one for one in case.claims if of_the_whole(one) and _by(one, speaker)]
    own = [word for word in case.control_events if _by(word, speaker)]
    if speaker.of_side or speaker.side is Side.INDEPENDENT:
        return claims, own
    # of its own side only later losses count against what a claimant named
    about = {word.settlement for word in own}
    others = (word for word in case.control_events if word.side is speaker.side and word.claimant != speaker.who)
    return claims, [*own, *(word for word in others if word.settlement in about and _gone(word))]


def evidence_on(case: Case, as_of: AsOf) -> list[Evidence]:
    """Return the evidence of each side and then of each claimant who said anything of a body, by side and name."""
    found = [evidence_of(case, one, as_of, *heard(case, one)) for one in speakers(case)]
    return [one for one in found if one is not None]


def evidence_of(
    case: Case, speaker: BodyOwner, as_of: AsOf, claims: Iterable[Claim], events: Iterable[ControlEvent]
) -> Evidence | None:
    """Return a speaker's evidence of a day from the records that `heard` gives; None where nothing was said of it."""
    ended = case.settings.ages.ended
    figures = [one for one in figures_on(claims, as_of) if one.age_days <= ended]
    words = [word for word in records_as_of(events, as_of) if age_days(word, as_of.on) <= ended]
    pieces, old = _of_one_time(_latest_figures(figures), case.settings.ages)
    about = {word.settlement for word in words if _by(word, speaker)}
    places, elsewhere = _places(case, [word for word in words if word.settlement in about], as_of.on)
    if not pieces and not places:
        return None
    ident, who, side, of_side = speaker.id, speaker.who, speaker.side, speaker.of_side
    return Evidence(ident, who, side, of_side, pieces, places, (*old, *elsewhere))


def _by(record: Reported, speaker: BodyOwner) -> bool:
    return record.side is speaker.side and (speaker.of_side or record.claimant == speaker.who)


def of_the_whole(claim: Claim) -> bool:
    """Whether a claim is a figure of all the ground that somebody claims, and so may go into a body."""
    return claim.kind in _WHOLE_KINDS.get(claim.metric, ()) and claim.zone is None and claim.part_of is None


def _gone(word: ControlEvent) -> bool:
    return word.status in {Status.LOST, Status.DENIED}


def _slug(who: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in who.casefold()).strip("-")


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
    doubt = "not settled" if claim.checked is Checked.UNSETTLED else ""
    return ", ".join(filter(None, (f"{format_value(claim)} {word}".strip(), remaining, computed, doubt)))


def _of_one_time(pieces: dict[Metric, FigurePiece], ages: Ages) -> tuple[dict[Metric, FigurePiece], list[LeftOut]]:
    """Part figures of the newest one's time from those that are too old to be joined with it."""
    newest = max((piece.about_date for piece in pieces.values()), default=date.min)
    kept = {m: piece for m, piece in pieces.items() if (newest - piece.about_date).days <= ages.doubtful}
    old = [
        LeftOut(piece, f"{(newest - piece.about_date).days} days older than the newest figure")
        for metric, piece in pieces.items()
        if metric not in kept
    ]
    return kept, old


def _places(case: Case, words: Iterable[ControlEvent], on: date) -> tuple[tuple[PlacePiece, ...], list[LeftOut]]:
    """Return the places that are named as held on the target side, and those that can't be laid there."""
    found: list[PlacePiece] = []
    left_out: list[LeftOut] = []
    for word in latest(words, key=lambda one: one.settlement):
        place = case.settlements.get(word.settlement)
        if word.status not in NAMED_AS_HELD or place is None:
            continue
        days = (word.about_date, word.known_date, age_days(word, on))
        piece = PlacePiece((word.id,), word.claimant, *days, place.name_en, place)
        if place.lon is None or place.lat is None:
            left_out.append(LeftOut(piece, "its coordinates are not established"))
        elif case.border.locate(place.lon, place.lat).side != "target":
            left_out.append(LeftOut(piece, "it lies on the border or on its home side"))
        else:
            found.append(piece)
    return tuple(sorted(found, key=lambda piece: (piece.about_date, piece.ids))), left_out
