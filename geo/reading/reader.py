"""Read an article into drafts: each figure, order, word about a place and statement that it seems to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from geo.model.case import Case
from geo.model.claims import Basis, Checked, DateBasis, Kind, Metric, Modality, Side
from geo.model.labels import METRIC_LABELS, UNITS
from geo.reading.about_days import DayMention, about_day, day_mentions, opens_a_count
from geo.reading.article import Article
from geo.reading.control_words import control_said
from geo.reading.drafts import Draft, DraftSource, source_of
from geo.reading.evacuation_words import orders_said
from geo.reading.figures import Counted, Figure, figures
from geo.reading.flat_text import FlatText, flatten
from geo.reading.ground_counts import elliptical_metric, ground_metric, is_area_of_ground
from geo.reading.head_counts import people_metric
from geo.reading.kinds import kind_of
from geo.reading.lengths import length_metric
from geo.reading.measure_units import Dimension, converted
from geo.reading.modalities import modality_of
from geo.reading.place_mentions import PlaceMention, PlaceReader, PlaceSort, iter_labels
from geo.reading.remarks import is_remark
from geo.reading.sentences import Sentence, split_sentences
from geo.reading.speakers import Speaker, Speakers

_COUNTS_OF_GROUND = {Counted.SETTLEMENTS, Counted.AREA}


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
    """
    return _Reading(article, case, published, source_of(case, source_url, published.isoformat())).drafts()


class _Reading:
    """One article being read."""

    def __init__(self, article: Article, case: Case, published: date, source: DraftSource) -> None:
        self._article, self._case, self._published, self._source = article, case, published, source
        self._flat: FlatText = flatten(article.text)
        self._sentences = split_sentences(self._flat)
        self._speakers = Speakers(case, self._flat, self._sentences)
        self._places = case.derived(PlaceReader)
        self._days = [day_mentions(self._flat.lower, (one.start, one.end), published) for one in self._sentences]

    def drafts(self) -> list[Draft]:
        found: list[Draft] = []
        for number, sentence in enumerate(self._sentences):
            found += self._of_sentence(number, sentence)
        kept = _once_each(found)
        return [
            replace(draft, row={"id": f"draft-{self._article.sha256[:8]}-{number}", **draft.row})
            for number, draft in enumerate(_parts(kept), 1)
        ]

    def _of_sentence(self, number: int, sentence: Sentence) -> Iterator[Draft]:
        within = (sentence.start, sentence.end)
        text = self._flat.lower
        found = figures(text, *within)
        places = self._places.mentions(self._flat, within)
        spoken = [(one.start, one.end) for one in self._speakers.of_sentence(number)]
        places = [
            one
            for one in places
            if one.sort is not PlaceSort.SETTLEMENT or not any(a <= one.start < b for a, b in spoken)
        ]
        claims = [
            draft for figure in found if (draft := self._claim(number, figure, within, found, places)) is not None
        ]
        people = any(str(draft.row["metric"]) in {Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED} for draft in claims)
        orders = list(self._orders(number, within, places, found, people_counted=people))
        control = list(self._control(number, within, places))
        yield from sorted([*claims, *orders, *control], key=lambda draft: draft.span)
        if not (claims or orders or control or any(one.counted is not Counted.OTHER for one in found)):
            yield from self._remark(number, within)

    def _claim(
        self, number: int, figure: Figure, within: tuple[int, int], found: list[Figure], places: list[PlaceMention]
    ) -> Draft | None:
        text = self._flat.lower
        said = _metric(text, figure, within, found) or self._area_before(number, figure, within)
        if said is None:
            return None
        metric, first = said
        kind, kind_certain = kind_of(text, figure, within, metric, first)
        modality = modality_of(text, figure, within)
        value, high, value_certain, note = _value(figure, found, metric)
        speaker = self._speakers.of_place(number, figure.start)
        row: dict[str, Any] = self._reported(number, figure.start, within, speaker)
        zone, place, place_certain = _place(places, figure)
        row |= {
            "metric": metric.value,
            "modality": modality.value,
            "value": value,
            "value_high": high,
            "kind": kind.value,
            "basis": Basis.STATED.value,
            "place": place,
            "zone": zone
            if metric not in {Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS}
            else None,
            "summary": _summary(metric, modality, value, high, kind, speaker),
            "note": note,
        }
        certain = {"value": value_certain, "kind": kind_certain, "place": place_certain}
        unsure = self._unsure(number, figure.start, within, speaker) + [
            name for name, sure in certain.items() if not sure
        ]
        return self._draft("claims", row, figure.start, _span_end(text, figure, within), unsure)

    def _area_before(self, number: int, figure: Figure, within: tuple[int, int]) -> tuple[Metric, Kind] | None:
        """Read "the area is 1,294 sq km" behind a sentence on control as the area of that ground."""
        if figure.counted is not Counted.AREA or not number:
            return None
        before = self._sentences[number - 1]
        return (
            (Metric.AREA_KM2, Kind.TOTAL)
            if is_area_of_ground(self._flat.lower, within, (before.start, before.end))
            else None
        )

    def _reported(self, number: int, at: int, within: tuple[int, int], speaker: Speaker | None) -> dict[str, Any]:
        """Return the columns that every word of somebody about a day has."""
        day, basis = self._day(number, at, within)
        return {
            "about_date": None if day is None else day.isoformat(),
            "about_basis": basis.value,
            "known_date": self._published.isoformat(),
            "known_basis": DateBasis.STATED.value,
            "claimant": None if speaker is None else speaker.name,
            "role": "" if speaker is None else speaker.role,
            "side": None if speaker is None or speaker.side is None else speaker.side.value,
            "source": self._source.id,
            "checked": Checked.UNCHECKED.value,
        }

    def _day(self, number: int, at: int, within: tuple[int, int]) -> tuple[date | None, DateBasis]:
        """Return the day spoken of: named in the sentence or in the one before it, else the day of publication."""
        mention: DayMention | None = about_day(self._flat.lower, at, within, self._days[number])
        if mention is None and number and not self._days[number]:
            before = self._sentences[number - 1]
            near = self._sentences[number].paragraph - before.paragraph <= 2 and self._speakers.goes_on(number)
            if near and not opens_a_count(self._flat.lower, (before.start, before.end)):
                mention = about_day(self._flat.lower, before.end, (before.start, before.end), self._days[number - 1])
        if mention is None:
            return self._published, DateBasis.INFERRED
        return mention.day, DateBasis.STATED

    def _unsure(self, number: int, at: int, within: tuple[int, int], speaker: Speaker | None) -> list[str]:
        found = [] if self._day(number, at, within)[0] is not None else ["about_date"]
        if speaker is None or not speaker.certain:
            found.append("claimant")
        if speaker is None or speaker.side is None:
            found.append("side")
        return found if self._source.id is not None else [*found, "source"]

    def _orders(
        self,
        number: int,
        within: tuple[int, int],
        places: list[PlaceMention],
        found: list[Figure],
        *,
        people_counted: bool,
    ) -> Iterator[Draft]:
        text = self._flat.lower
        for one in orders_said(self._flat.cased, text, within, places, found, people_counted=people_counted):
            speaker = self._speakers.of_place(number, one.start)
            modality = modality_of(text, one.settlements, within) if one.settlements else Modality.EXACT
            count = (
                None if one.settlements is None or one.settlements.numeral.vague else int(one.settlements.numeral.value)
            )
            row = self._reported(number, one.start, within, speaker) | {
                "zone": one.zone,
                "kind": one.kind.value,
                "scope": one.scope.value,
                "scope_note": "" if one.zone else one.named,
                "settlements": count,
                "modality": Modality.EXACT.value if modality is Modality.RANGE else modality.value,
                "summary": f"{_who(speaker)}: evacuation, {one.kind.value.replace('_', ' ')}, of {one.named}.",
            }
            certain = {"zone": one.zone is not None, "scope": one.scope_certain}
            unsure = self._unsure(number, one.start, within, speaker) + [
                name for name, sure in certain.items() if not sure
            ]
            yield self._draft("evacuation_orders", row, one.start, one.end, unsure)

    def _control(self, number: int, within: tuple[int, int], places: list[PlaceMention]) -> Iterator[Draft]:
        target = {"russia": Side.RUSSIA, "ukraine": Side.UKRAINE}.get(self._case.settings.target.lower())
        first = self._speakers.of_place(number, within[1])
        for one in control_said(self._flat.lower, within, places, first.side if first else None, target):
            speaker = self._speakers.of_place(number, one.start)
            settled = len(one.place.ids) == 1
            row = self._reported(number, one.start, within, speaker) | {
                "settlement": one.place.ids[0] if settled else None,
                "status": one.status.value,
                "summary": f"{_who(speaker)}: {one.place.label}, {one.status.value}.",
                "note": "" if settled else f"the name may mean {' or '.join(one.place.ids)}",
            }
            certain = {"settlement": settled, "status": one.certain}
            unsure = self._unsure(number, one.start, within, speaker) + [
                name for name, sure in certain.items() if not sure
            ]
            yield self._draft("control_events", row, one.start, one.end, unsure)

    def _remark(self, number: int, within: tuple[int, int]) -> Iterator[Draft]:
        own = [one for one in self._speakers.of_sentence(number) if one.name]
        if not own or not is_remark(self._flat.lower, within):
            return
        speaker = own[0]
        reported = self._reported(number, within[0], within, speaker)
        row = {name: reported[name] for name in ("about_date", "known_date", "role", "side", "source")}
        unsure = [
            "summary",
            *("speaker" if name == "claimant" else name for name in self._unsure(number, within[0], within, speaker)),
        ]
        yield self._draft("statements", {**row, "speaker": speaker.name}, *within, unsure)

    def _draft(self, table: str, row: dict[str, Any], start: int, end: int, unsure: list[str]) -> Draft:
        span = self._flat.span(start, end)
        quote = self._article.text[span[0] : span[1]]
        return Draft(table, row, span, quote, tuple(unsure), self._article.sha256, self._source.url)


def _metric(text: str, figure: Figure, within: tuple[int, int], found: list[Figure]) -> tuple[Metric, Kind] | None:
    lengths = any(one.counted is Counted.LENGTH for one in found)
    if figure.counted is Counted.LENGTH or (figure.counted is Counted.BARE and lengths):
        metric = length_metric(text, figure, within)
        if metric is not None or figure.counted is Counted.LENGTH:
            return None if metric is None else (metric, Kind.TOTAL)
    if figure.counted is Counted.BARE and (metric := elliptical_metric(text, figure, within, found)) is not None:
        most = max((one.numeral.value for one in found if one.counted in _COUNTS_OF_GROUND), default=0.0)
        return metric, Kind.REMAINING if figure.numeral.value < most else Kind.TOTAL
    if figure.counted in _COUNTS_OF_GROUND:
        metric = ground_metric(text, figure, within, found)
        return None if metric is None else (metric, Kind.TOTAL)
    return people_metric(text, figure, within, found)


def _value(figure: Figure, found: list[Figure], metric: Metric) -> tuple[float | None, float | None, bool, str]:
    """Return value and upper end in the ledger's unit, whether they are certain, and a note on the printed unit."""
    number = figure.numeral
    if number.vague:
        return None, None, False, ""
    unit = figure.unit
    if unit is None and metric in UNITS:
        dimension = Dimension.AREA if metric is Metric.AREA_KM2 else Dimension.LENGTH
        printed_units = [one.unit for one in found if one.unit is not None and one.unit.dimension is dimension]
        unit = printed_units[-1] if printed_units else None
    factor = 1.0 if unit is None else unit.factor
    value = converted(number.value, factor)
    high = None if number.high is None else converted(number.high, factor)
    printed = f"{number.value:g}" + (f" to {number.high:g}" if number.high is not None else "")
    note = "" if unit is None or unit.metric else f"printed as {printed} {unit.name}"
    whole = metric in UNITS or value == int(value)
    return value, high, whole and not (number.doubtful and metric in UNITS), note


def _span_end(text: str, figure: Figure, within: tuple[int, int]) -> int:
    """Return where the words of a figure end; of a bare number the word after it belongs to them."""
    if figure.counted is not Counted.BARE:
        return figure.end
    word = re.match(r"\s*-?\s*[\w']+(?:\s+(?:them|whom|их|них)\s+\w+)?", text[figure.end : within[1]])
    return figure.end + (word.end() if word else 0)


def _place(places: list[PlaceMention], figure: Figure) -> tuple[str | None, str, bool]:
    """Return the zone of a figure if one alone is named, the places in words, and whether they are certain."""
    zones = list(dict.fromkeys(one.ids[0] for one in places if one.sort is PlaceSort.ZONE))
    near = [one for one in places if one.sort is not PlaceSort.SETTLEMENT] or sorted(
        places, key=lambda one: abs(one.start - figure.start)
    )[:1]
    return (zones[0] if len(zones) == 1 else None), ", ".join(iter_labels(near)), all(len(one.ids) == 1 for one in near)


def _who(speaker: Speaker | None) -> str:
    return "Not attributed" if speaker is None else speaker.name


def _summary(
    metric: Metric, modality: Modality, value: float | None, high: float | None, kind: Kind, speaker: Speaker | None
) -> str:
    number = "many" if value is None else f"{value:,.10g}" + ("" if high is None else f" to {high:,.10g}")
    unit = f" {UNITS[metric]}" if metric in UNITS else ""
    words = "" if modality in {Modality.EXACT, Modality.RANGE} else f"{modality.value.replace('_', ' ')} "
    return f"{_who(speaker)}: {METRIC_LABELS[metric]}, {words}{number}{unit} ({kind.value})."


def _key(draft: Draft) -> tuple[Any, ...]:
    row = draft.row
    if draft.table == "claims":
        return draft.table, row["metric"], row["value"], row["value_high"], row["value"] is None and draft.span
    if draft.table == "evacuation_orders":
        return draft.table, row["zone"], row["kind"], row["scope_note"]
    if draft.table == "control_events":
        return draft.table, row["settlement"], row["status"], row["settlement"] is None and draft.span
    return draft.table, draft.span


def _once_each(found: list[Draft]) -> list[Draft]:
    """Keep one draft of what a text says twice, as headline and body do: the one whose claimant is known, else the first."""
    kept: list[Draft] = []
    for draft in found:
        for place, other in enumerate(kept):
            named = draft.row.get("claimant"), other.row.get("claimant")
            if _key(other) == _key(draft) and (
                named[0] == named[1] or None in named or "claimant" in (*draft.unsure, *other.unsure)
            ):
                if len(draft.unsure) < len(other.unsure):
                    kept[place] = draft
                break
        else:
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.span)


_WHOLE_OF = {Metric.CHILDREN_WOUNDED: Metric.CIVILIANS_WOUNDED}


def _parts(found: list[Draft]) -> list[Draft]:
    """Say of each part, by the number that its draft will have, which draft it is part of."""
    made = []
    for number, draft in enumerate(found):
        if draft.table == "claims" and draft.row["kind"] == Kind.SUBSET.value:
            metric = Metric(draft.row["metric"])
            whole = _WHOLE_OF.get(metric, metric).value
            above = [place for place in range(number) if found[place].row.get("metric") == whole]
            if above:
                made.append(
                    replace(draft, row={**draft.row, "part_of": f"draft-{draft.text_sha256[:8]}-{above[-1] + 1}"})
                )
                continue
        made.append(draft)
    return made
