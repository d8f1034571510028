"""The claim that a figure makes: its metric, its value in the unit of the ledger, and the words it stands on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.model.claims import Kind, Metric
from geo.model.labels import UNITS
from geo.reading.attachment import FigureInSentence
from geo.reading.ground_counts import elliptical_metric, ground_metric
from geo.reading.head_counts import people_metric
from geo.reading.lengths import length_metric
from geo.reading.measure_units import Dimension, converted
from geo.reading.printed_figures import Counted

_OF_GROUND = frozenset({Counted.SETTLEMENTS, Counted.AREA})


def figure_metric(said: FigureInSentence) -> tuple[Metric, Kind] | None:
    """Say what a figure is a claim of, and what kind of total its metric alone tells; None where it is no claim."""
    counted = said.figure.counted
    lengths = any(one.counted is Counted.LENGTH for one in said.others)
    if counted is Counted.LENGTH or (counted is Counted.BARE and lengths):
        metric = length_metric(said)
        if metric is not None or counted is Counted.LENGTH:
            return None if metric is None else (metric, Kind.TOTAL)
    if counted is Counted.BARE and (metric := elliptical_metric(said)) is not None:
        most = max((one.numeral.value for one in said.others if one.counted in _OF_GROUND), default=0.0)
        return metric, Kind.REMAINING if said.figure.numeral.value < most else Kind.TOTAL
    if counted in _OF_GROUND:
        metric = ground_metric(said)
        return None if metric is None else (metric, Kind.TOTAL)
    return people_metric(said)


@dataclass(frozen=True, slots=True)
class LedgerValue:
    """A figure in the unit of its metric; `note` says what was printed where that was another unit."""

    low: float | None
    high: float | None
    certain: bool
    note: str


def ledger_value(said: FigureInSentence, metric: Metric) -> LedgerValue:
    """Return value and upper end in the ledger's unit, whether they are certain, and a note on the printed unit."""
    number = said.figure.numeral
    if number.vague:
        return LedgerValue(None, None, False, "")
    unit = said.figure.unit
    if unit is None and metric in UNITS:
        dimension = Dimension.AREA if metric is Metric.AREA_KM2 else Dimension.LENGTH
        printed_units = [one.unit for one in said.others if one.unit is not None and one.unit.dimension is dimension]
        unit = printed_units[-1] if printed_units else None
    factor = 1.0 if unit is None else unit.factor
    value = converted(number.value, factor)
    high = None if number.high is None else converted(number.high, factor)
    printed = f"{number.value:g}" + (f" to {number.high:g}" if number.high is not None else "")
    note = "" if unit is None or unit.metric else f"printed as {printed} {unit.name}"
    whole = metric in UNITS or value == int(value)
    return LedgerValue(value, high, whole and not (number.doubtful and metric in UNITS), note)


def span_end(said: FigureInSentence) -> int:
    """Return where the words of a figure end; of a bare number the word after it belongs to them."""
    if said.figure.counted is not Counted.BARE:
        return said.figure.end
    word = re.match(r"\s*-?\s*[\w']+(?:\s+(?:them|whom|их|них)\s+\w+)?", said.after)
    return said.figure.end + (word.end() if word else 0)
