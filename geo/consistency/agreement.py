"""Whether figures of one metric and one day, each from another statement, can all be true."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from geo.analysis.value_range import allowed
from geo.consistency.statements import DayInView, Voice, and_join, days_of, ids_of, scope
from geo.consistency.verdict import Verdict, VerdictKind
from geo.model.claims import Kind, Metric, Modality, Side
from geo.model.labels import KIND_WORDS, METRIC_WORDS, value_words

#: Kinds that stand for themselves, so that two of them can be laid side by side.
STANDING = (Kind.TOTAL, Kind.REMAINING, Kind.RETAKEN, Kind.POPULATION)

#: Metrics of which a figure of the day before stands beside one of the day; totals of people simply grow meanwhile.
CARRIED = frozenset({Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2, Metric.SETTLEMENTS})

_ONLY_IF = {
    Metric.DEPTH_KM: "they mean different depths: the deepest point that small groups reached, or ground held",
    Metric.WIDTH_KM: "they read the width differently: straight, or along the border",
    Metric.AREA_KM2: "they count different ground: held, merely entered, or unclear",
    Metric.SETTLEMENTS: "they count differently: places held, entered or merely seen; villages, or also hamlets",
    Metric.PEOPLE_MOVED: "they count different people: those moved by officials, or also those who left by themselves",
    Metric.PEOPLE_PLANNED: "they speak of different plans or districts",
    Metric.PEOPLE_PRESENT: "they count different people: registered, living there, or still there",
    Metric.CIVILIANS_KILLED: "they were counted at different hours or by different offices",
    Metric.CIVILIANS_WOUNDED: "they count different people: all who were hurt, or those taken to hospital",
}


def agreement(view: DayInView, metric: Metric) -> list[Verdict]:
    """Lay all figures of one metric, kind and place side by side, the day before included, its age said.

    Where one value suits all of them they are consistent. Where none does, they can be true together only if they
    count different things: which they do is seldom said, so it is never called impossible.
    """
    found = []
    groups: dict[tuple[Kind, str], list[Voice]] = defaultdict(list)
    for voice in view.voices:
        carried = voice.age_days > 0 and metric not in CARRIED
        if voice.lead.metric is metric and voice.lead.kind in STANDING and not carried:
            groups[voice.lead.kind, scope(voice.lead)].append(voice)
    for group in groups.values():
        voices = _latest_of_side(group)
        if len(voices) > 1 and any(voice.age_days == 0 for voice in voices):
            found.append(_side_by_side(voices))
    return found


def _latest_of_side(voices: Sequence[Voice]) -> list[Voice]:
    """Leave out what a side said the day before where it speaks of the day itself; observers are no side."""
    today = {voice.lead.side for voice in voices if voice.age_days == 0} - {Side.INDEPENDENT}
    return [voice for voice in voices if voice.age_days == 0 or voice.lead.side not in today]


def _side_by_side(voices: Sequence[Voice]) -> Verdict:
    metric, kind = voices[0].lead.metric, voices[0].lead.kind
    low, high = max(v.allowed.low for v in voices), min(v.allowed.high for v in voices)
    listed = and_join([voice.value_said for voice in sorted(voices, key=lambda v: v.lead.value)])
    numbers = {
        f"lowest_{metric}": min(v.lead.value for v in voices),
        f"highest_{metric}": max(v.lead.value for v in voices),
    }
    label = METRIC_WORDS[metric] + ("" if kind is Kind.TOTAL else f" ({KIND_WORDS[kind]})")
    carried = len(days_of(voices)) > 1
    if low <= high and not _limit_far_above(voices):
        common = f" from {low:,.6g} to {high:,.6g}" if math.isfinite(high) else f" of {low:,.6g} or more"
        common = f" of {low:,.6g}" if low == high else common
        all_, every = ("both", "both") if len(voices) == 2 else ("all", "every one")
        reason = f"{label.capitalize()}: {listed} can {all_} be true; a value{common} suits {every}."
        about = "; “about” leaves a tenth either way" if any(v.lead.modality is Modality.ABOUT for v in voices) else ""
        between = " Nothing changed between the days." if carried else ""
        assumption = f"{all_.capitalize()} count the same thing{about}.{between}"
        return Verdict(
            VerdictKind.CONSISTENT, f"same-day-{metric}", reason, assumption, numbers, ids_of(voices), days_of(voices)
        )
    reason = f"{label.capitalize()}: {listed} can't be counts of one thing."
    if low <= high:
        reason = f"{label.capitalize()}: {listed}. “Up to” is a limit, which a smaller figure does not break."
    between = "; or the day between changed that much" if carried else ""
    assumption = f"Only if {_ONLY_IF.get(metric, 'they count different things')}{between}."
    return Verdict(
        VerdictKind.ONLY_IF, f"same-day-{metric}", reason, assumption, numbers, ids_of(voices), days_of(voices)
    )


def _limit_far_above(voices: Sequence[Voice]) -> bool:
    """Whether some depth is put as "up to" a limit that lies beyond another's value: the deepest point, then."""
    limits = [v.allowed.high for v in voices if v.lead.modality is Modality.UP_TO]
    others = [v.allowed.high for v in voices if v.lead.modality is not Modality.UP_TO]
    depth = voices[0].lead.metric is Metric.DEPTH_KM
    return depth and bool(limits and others) and max(limits) > min(others)


def two_versions(view: DayInView) -> list[Verdict]:
    """Find a statement that outlets print with values which do not suit each other: one root, claimant and place."""
    found = []
    for voice in view.today:
        own = [claim for claim in voice.claims if claim.claimant == voice.lead.claimant and claim.root]
        odd = [claim for claim in own if not allowed(claim).meets(voice.allowed)]
        if odd:
            versions = {value_words(claim): claim.value for claim in (voice.lead, *odd)}
            metric = voice.lead.metric
            found.append(
                Verdict(
                    VerdictKind.LIKELY_ERROR,
                    "one-statement-two-figures",
                    f"{METRIC_WORDS[metric]}: one statement of {voice.lead.claimant} ({voice.lead.root}) is printed "
                    f"with {and_join(list(versions))}.",
                    "The ledger is right that these repeat one statement about the same thing.",
                    {f"version_{number}_{metric}": value for number, value in enumerate(versions.values(), 1)},
                    (voice.lead.id, *(claim.id for claim in odd)),
                    (view.on,),
                    "one of the outlets has the figure wrong",
                )
            )
    return found


def _no_total(voice: Voice) -> bool:
    """Whether a figure is a gain, a part or a rest; increments of a plan have a rule of their own."""
    return voice.lead.kind not in (Kind.TOTAL, Kind.POPULATION) and voice.lead.metric is not Metric.PEOPLE_PLANNED


def no_totals(view: DayInView) -> list[Verdict]:
    """Say which figures of the day look like totals, have a total beside them, and are none: a gain, a part, a rest."""
    voices = [voice for voice in view.today if _no_total(voice)]
    totals = {(voice.lead.metric, scope(voice.lead)) for voice in view.today if voice.lead.kind is Kind.TOTAL}
    loose = [voice for voice in voices if (voice.lead.metric, scope(voice.lead)) in totals]
    if not loose:
        return []
    listed = and_join([f"{v.words}, {KIND_WORDS[v.lead.kind]} ({v.by})" for v in loose])
    reason = f"No totals, so held against none of the day's totals: {listed}."
    assumption = "The ledger has the kinds right: what is additional, retaken, remaining or a part is no total."
    return [Verdict(VerdictKind.NOT_COMPARABLE, "not-a-total", reason, assumption, {}, ids_of(loose), days_of(loose))]
