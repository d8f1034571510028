"""Read an article into drafts: each figure, order, word about a place and statement that it seems to hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from geo.model.case import Case
from geo.model.claims import Basis, Kind, Metric, Modality, Side
from geo.model.labels import METRIC_LABELS, UNITS
from geo.reading.article import Article
from geo.reading.attachment import FigureInSentence
from geo.reading.attribution.speakers import Speaker
from geo.reading.control_words import control_said
from geo.reading.drafts import Draft, source_of
from geo.reading.evacuation_words import OrderSaid, orders_said
from geo.reading.figure_claims import LedgerValue, figure_metric, ledger_value, span_end
from geo.reading.ground_counts import is_area_of_ground
from geo.reading.kinds import kind_of
from geo.reading.modalities import modality_of
from geo.reading.open_text import OpenText
from geo.reading.place_mentions import PlaceMention, PlaceReader, PlaceSort, iter_labels
from geo.reading.printed_figures import Counted, PrintedFigure, figures
from geo.reading.remarks import is_remark
from geo.reading.repeats import once_each, with_wholes

_PEOPLE_ON_THE_MOVE = frozenset({Metric.PEOPLE_MOVED.value, Metric.PEOPLE_PLANNED.value})
#: Metrics of the ground, which no evacuation zone has.
_NEVER_OF_A_ZONE = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})


def read_drafts(article: Article, case: Case, published: date, source_url: str | None = None) -> list[Draft]:
    """Read an article into drafts, in the order in which the text has them.

    Deterministic and offline. Nothing is written: a draft enters a ledger only by the hand of a person.

    Parameters
    ----------
    article : Article
        The text; spans count its characters.
    case : Case
        Whose places, zones, claimants and sources are matched.
    published : date
        The day of publication, against which "yesterday" is resolved.
    source_url : str, optional
        Its address; without it every draft has `source` open.

    Returns
    -------
    list of Draft

    Raises
    ------
    InputError
        The address is none of the web.
    """
    opened = OpenText(article, case, published, source_of(case, source_url, published.isoformat()))
    reading = _Reading(opened, case)
    found = [draft for number in range(len(opened.sentences)) for draft in reading.of_sentence(number)]
    return [
        replace(draft, row={"id": f"draft-{article.sha256[:8]}-{number}", **draft.row})
        for number, draft in enumerate(with_wholes(once_each(found)), 1)
    ]


class _Reading:
    """One article being read for one case."""

    def __init__(self, opened: OpenText, case: Case) -> None:
        self._opened = opened
        self._places = case.derived(PlaceReader)
        self._target = next((side for side in Side if side == case.settings.target.lower()), None)

    def of_sentence(self, number: int) -> Iterator[Draft]:
        """Yield the drafts of a sentence; a statement only where it holds nothing else."""
        within = self._opened.within(number)
        found = figures(self._opened.lower, *within)
        places = self._mentions(number)
        said = [FigureInSentence(self._opened.lower, within, figure, found) for figure in found]
        claims = [draft for one in said if (draft := self._claim(number, one, places)) is not None]
        counted = any(draft.row["metric"] in _PEOPLE_ON_THE_MOVE for draft in claims)
        orders = [
            self._order(number, one, found)
            for one in orders_said(self._opened.flat.cased, self._opened.lower, within, places, found, counted=counted)
        ]
        drafts = [*claims, *orders, *self._control(number, places)]
        yield from sorted(drafts, key=lambda draft: draft.span)
        if not drafts and all(one.counted is Counted.OTHER for one in found):
            yield from self._remark(number)

    def _mentions(self, number: int) -> list[PlaceMention]:
        """Return the places that a sentence names; a settlement's name inside a claimant's is none."""
        speakers = [(one.start, one.end) for one in self._opened.speakers.of_sentence(number)]
        return [
            one
            for one in self._places.mentions(self._opened.flat, self._opened.within(number))
            if one.sort is not PlaceSort.SETTLEMENT or not any(start <= one.start < end for start, end in speakers)
        ]

    def _claim(self, number: int, said: FigureInSentence, places: list[PlaceMention]) -> Draft | None:
        metric_kind = figure_metric(said) or self._area_of_ground(number, said)
        if metric_kind is None:
            return None
        metric = metric_kind[0]
        kind, kind_certain = kind_of(said, *metric_kind)
        modality, value = modality_of(said), ledger_value(said, metric)
        at = said.figure.start
        speaker = self._opened.speakers.of_place(number, at)
        zone, place, place_certain = _place(places, said.figure)
        row = self._opened.reported(number, at, speaker) | {
            "metric": metric.value,
            "modality": modality.value,
            "value": value.low,
            "value_high": value.high,
            "kind": kind.value,
            "basis": Basis.STATED.value,
            "place": place,
            "zone": None if metric in _NEVER_OF_A_ZONE else zone,
            "summary": _summary(metric, modality, value, kind, speaker),
            "note": value.note,
        }
        certain = {"value": value.certain, "kind": kind_certain, "place": place_certain}
        return self._opened.draft("claims", row, (at, span_end(said)), speaker, certain)

    def _area_of_ground(self, number: int, said: FigureInSentence) -> tuple[Metric, Kind] | None:
        """Read "the area is 1,294 sq km" behind a sentence on control as the area of that ground."""
        if said.figure.counted is not Counted.AREA or not number:
            return None
        return (Metric.AREA_KM2, Kind.TOTAL) if is_area_of_ground(said, self._opened.within(number - 1)) else None

    def _order(self, number: int, one: OrderSaid, found: list[PrintedFigure]) -> Draft:
        speaker = self._opened.speakers.of_place(number, one.start)
        count, modality = None, Modality.EXACT
        if one.settlements is not None:
            said = FigureInSentence(self._opened.lower, self._opened.within(number), one.settlements, found)
            modality = modality_of(said)
            count = None if one.settlements.numeral.vague else int(one.settlements.numeral.value)
        row = self._opened.reported(number, one.start, speaker) | {
            "zone": one.zone,
            "kind": one.kind.value,
            "scope": one.scope.value,
            "scope_note": "" if one.zone else one.named,
            "settlements": count,
            "modality": Modality.EXACT.value if modality is Modality.RANGE else modality.value,
            "summary": f"{_who(speaker)}: evacuation, {one.kind.value.replace('_', ' ')}, of {one.named}.",
        }
        certain = {
            "zone": one.zone is not None,
            "scope": one.scope_certain,
            "settlements": modality is not Modality.RANGE and (one.settlements is None or count is not None),
        }
        return self._opened.draft("evacuation_orders", row, (one.start, one.end), speaker, certain)

    def _control(self, number: int, places: list[PlaceMention]) -> Iterator[Draft]:
        within = self._opened.within(number)
        last = self._opened.speakers.of_place(number, within[1])
        side = None if last is None else last.side
        for one in control_said(self._opened.lower, within, places, side, self._target):
            speaker = self._opened.speakers.of_place(number, one.start)
            settled = len(one.place.ids) == 1
            row = self._opened.reported(number, one.start, speaker) | {
                "settlement": one.place.ids[0] if settled else None,
                "status": one.status.value,
                "summary": f"{_who(speaker)}: {one.place.label}, {one.status.value}.",
                "note": "" if settled else f"the name may mean {' or '.join(one.place.ids)}",
            }
            certain = {"settlement": settled, "status": one.certain}
            yield self._opened.draft("control_events", row, (one.start, one.end), speaker, certain)

    def _remark(self, number: int) -> Iterator[Draft]:
        within = self._opened.within(number)
        speaker = next((one for one in self._opened.speakers.of_sentence(number) if one.name), None)
        if speaker is None or not is_remark(self._opened.lower, within):
            return
        reported = self._opened.reported(number, within[0], speaker)
        row = {name: reported[name] for name in ("about_date", "known_date", "role", "side", "source")}
        yield self._opened.draft("statements", {**row, "speaker": speaker.name}, within, speaker, {"summary": False})


def _place(places: list[PlaceMention], figure: PrintedFigure) -> tuple[str | None, str, bool]:
    """Return the zone of a figure if one alone is named, the places in words, and whether they are certain."""
    zones = list(dict.fromkeys(one.ids[0] for one in places if one.sort is PlaceSort.ZONE))
    nearest = sorted(places, key=lambda one: abs(one.start - figure.start))[:1]
    named = [one for one in places if one.sort is not PlaceSort.SETTLEMENT] or nearest
    zone = zones[0] if len(zones) == 1 else None
    return zone, ", ".join(iter_labels(named)), all(len(one.ids) == 1 for one in named)


def _who(speaker: Speaker | None) -> str:
    return "Not attributed" if speaker is None else speaker.name


def _summary(metric: Metric, modality: Modality, value: LedgerValue, kind: Kind, speaker: Speaker | None) -> str:
    """Say a claim in words of our own, from its fields alone."""
    number = "many" if value.low is None else f"{value.low:,.10g}"
    number += "" if value.high is None else f" to {value.high:,.10g}"
    unit = f" {UNITS[metric]}" if metric in UNITS else ""
    sharp = "" if modality in {Modality.EXACT, Modality.RANGE} else f"{modality.value.replace('_', ' ')} "
    return f"{_who(speaker)}: {METRIC_LABELS[metric]}, {sharp}{number}{unit} ({kind.value})."
