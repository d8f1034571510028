"""Whether figures of one metric and one day, each from another statement, can all be true."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from geo.claims import Kind, Metric, Modality
from geo.consistency.verdict import Verdict, VerdictKind
from geo.consistency.voices import DayInView, Voice, and_join, days_of, ids_of, scope
from geo.figures import value_words
from geo.words import KIND_WORDS, METRIC_WORDS

#: Kinds that stand for themselves, so that two of them can be laid side by side.
STANDING = (Kind.TOTAL, Kind.REMAINING, Kind.RETAKEN, Kind.POPULATION)

#: Metrics of which a figure of the day before stands beside one of the day; totals of people simply grow meanwhile.
CARRIED = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})

_ONLY_IF = {
    Metric.DEPTH_KM: "they mean different depths: the deepest point that small groups reached, or ground held",
    Metric.WIDTH_KM: "they read the width differently: straight, or along the border",
    Metric.AREA_KM2: "they count different ground: held, merely entered, or unclear",
    Metric.PEOPLE_MOVED: "they count different people: those moved by officials, or also those who left by themselves",
    Metric.PEOPLE_PLANNED: "they speak of different plans or districts",
    Metric.PEOPLE_PRESENT: "they count different people: registered, living there, or still there",
    Metric.CIVILIANS_KILLED: "they were counted at different hours or by different offices",
    Metric.CIVILIANS_WOUNDED: "they count different people: all who were hurt, or those taken to hospital",
}


def agreement(view: DayInView, metric: Metric) -> list[Verdict]:
    """Lay all figures of one metric, kind and place side by side, the day before included, its age said.

    Where one value suits all of them they are consistent. Where none does, they can be true together only if they
    count different things: which they do is seldom said, so it is never called impossible. One statement that is
    given with two values is another matter: one of the outlets has it wrong.
    """
    found = []
    groups: dict[tuple[Kind, str], list[Voice]] = defaultdict(list)
    for voice in view.voices:
        carried = voice.age_days > 0 and metric not in CARRIED
        if voice.lead.metric is metric and voice.lead.kind in STANDING and not carried:
            groups[voice.lead.kind, scope(voice.lead)].append(voice)
    for voices in groups.values():
        found += _two_versions(voices)
        if len(voices) > 1 and any(voice.age_days == 0 for voice in voices):
            found.append(_side_by_side(voices))
    return found


def _side_by_side(voices: Sequence[Voice]) -> Verdict:
    metric, kind = voices[0].lead.metric, voices[0].lead.kind
    low, high = max(v.allowed.low for v in voices), min(v.allowed.high for v in voices)
    listed = and_join([voice.value_said for voice in sorted(voices, key=lambda v: v.lead.value)])
    numbers = {
        f"lowest_{metric}": min(v.lead.value for v in voices),
        f"highest_{metric}": max(v.lead.value for v in voices),
    }
    label = METRIC_WORDS[metric] + ("" if kind is Kind.TOTAL else f" ({KIND_WORDS[kind]})")
    one_day = " All are carried to one day: nothing changed in between." if len(days_of(voices)) > 1 else ""
    if low <= high and not _limit_far_above(voices):
        common = f"from {low:,.6g} to {high:,.6g}" if math.isfinite(high) else f"of {low:,.6g} or more"
        reason = f"{label.capitalize()}: {listed} can all be true; a value {common} suits every one."
        assumption = f"All count the same thing; “about” leaves a tenth either way.{one_day}"
        return Verdict(
            VerdictKind.CONSISTENT, f"same-day-{metric}", reason, assumption, numbers, ids_of(voices), days_of(voices)
        )
    reason = f"{label.capitalize()}: {listed} can't be counts of one thing."
    if low <= high:
        reason = f"{label.capitalize()}: {listed}. “Up to” is a limit, which a smaller figure does not break."
    assumption = f"Only if {_ONLY_IF.get(metric, 'they count different things')}.{one_day}"
    return Verdict(
        VerdictKind.ONLY_IF, f"same-day-{metric}", reason, assumption, numbers, ids_of(voices), days_of(voices)
    )


def _limit_far_above(voices: Sequence[Voice]) -> bool:
    """Whether some depth is put as "up to" a limit that lies beyond another's value: the deepest point, then."""
    limits = [v.allowed.high for v in voices if v.lead.modality is Modality.UP_TO]
    others = [v.allowed.high for v in voices if v.lead.modality is not Modality.UP_TO]
    depth = voices[0].lead.metric is Metric.DEPTH_KM
    return depth and bool(limits and others) and max(limits) > min(others)


def _two_versions(voices: Sequence[Voice]) -> list[Verdict]:
    """One root, one claimant, one metric and place, two values that do not suit each other."""
    by_root: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.lead.root:
            by_root[voice.lead.root, voice.lead.claimant].append(voice)
    found = []
    for (root, claimant), versions in by_root.items():
        if len(versions) > 1 and versions[0].age_days == 0:
            listed = and_join([voice.words for voice in versions])
            metric = versions[0].lead.metric
            found.append(
                Verdict(
                    VerdictKind.LIKELY_ERROR,
                    "one-statement-two-figures",
                    f"One statement of {claimant} ({root}) is printed with {listed}.",
                    "The ledger is right that these repeat one statement about the same thing.",
                    {f"version_{n}_{metric}": v.lead.value for n, v in enumerate(versions, 1)},
                    ids_of(versions),
                    days_of(versions),
                    "one of the outlets has the figure wrong",
                )
            )
    return found


def different_kinds(view: DayInView, metric: Metric) -> list[Verdict]:
    """Say why a gain of a day, ground retaken or a remainder is not laid beside a total of the same metric and day."""
    voices = [voice for voice in view.today if voice.lead.metric is metric and voice.lead.kind is not Kind.POPULATION]
    kinds = {voice.lead.kind for voice in voices}
    if Kind.TOTAL not in kinds or len(kinds) < 2:
        return []
    others = [voice for voice in voices if voice.lead.kind is not Kind.TOTAL]
    totals = [voice for voice in voices if voice.lead.kind is Kind.TOTAL]
    listed = and_join([f"{value_words(v.lead)}, {KIND_WORDS[v.lead.kind]} ({v.by})" for v in others])
    whole = and_join([v.value_said for v in totals])
    reason = f"{METRIC_WORDS[metric].capitalize()}: {listed}: not a total, so not to be held against {whole}."
    return [
        Verdict(
            VerdictKind.NOT_COMPARABLE,
            f"different-kinds-{metric}",
            reason,
            "The ledger has the kinds right: what is additional, retaken, remaining or a part is no total.",
            {},
            ids_of([*others, *totals]),
            days_of(voices),
        )
    ]
