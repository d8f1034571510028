"""The verdict on a slip: which figure is printed wrongly, for what, and what shows it."""

from __future__ import annotations

from geo.analysis.unit_errors import KM_PER_MILE
from geo.consistency.anchors import Candidate
from geo.consistency.diagnosis import Explanation
from geo.consistency.hypotheses import AREAS, LENGTHS
from geo.consistency.statements import StatementGroup, capitalised, days_of_statements, ids_of
from geo.consistency.verdict import ClaimError, Verdict, VerdictKind
from geo.model.claims import Metric
from geo.model.labels import KIND_LABELS, METRIC_LABELS, UNITS, format_date

_RULES = {
    "thousand-lost": "lost-thousand",
    "thousand-added": "lost-thousand",
    "total-for-additional": "total-against-additional",
    "older-figure": "older-figure",
    "wrong-mouth": "wrong-mouth",
    "unknown-slip": "out-of-scale",
}
_DIGITS = ("digit", "decimal")
_OTHER_SCOPE = ("whole-for-part", "part-of-scope")
_MISFILED = (
    "part-of-scope",
    "other-metric",
    "additional-for-total",
    "part-for-total",
    "remaining-for-total",
    "whole-for-part",
    "step-for-depth",
)
#: Slips in which the number is right, and is the very figure of something else.
_EQUAL = ("total-for-additional", "wrong-mouth", *_OTHER_SCOPE, *_MISFILED)


def slip_verdict(found: Explanation) -> ClaimError:
    """Put a slip into a verdict; `wrong` names what is compared with nothing further."""
    slip = found.slip
    name = slip.hypothesis.name
    shown = [slip.anchor] if slip.anchor is not None else _beside(found)
    mirror = found.mirror if found.mirror is not None and slip.anchor is found.mirror.group else None
    groups = [slip.group, *shown]
    numbers = _numbers(slip)
    gone = _moved_beside(found) if name == "total-for-additional" else None
    if gone is not None:
        groups.append(gone)
        summed = gone.lead.value + slip.group.lead.value
        numbers = {
            "people_moved": gone.lead.value,
            "people_additional": slip.group.lead.value,
            "people_total": slip.right,
            "people_moved_plus_additional": summed,
        }
    told = name == "older-figure" or found.suspected
    kind = VerdictKind.ONLY_IF if told else VerdictKind.LIKELY_ERROR
    reason, assumption = _reason(found), _assumption(found, mirror)
    runners = tuple(dict.fromkeys(one.hypothesis.name for one in found.runners_up if one.hypothesis.name != name))
    others = [one for one in found.runners_up if one.hypothesis.name in runners and _right(one)]
    if others and name != "older-figure":
        reason += (
            f" Nearly as likely: {'; '.join(f'{o.hypothesis.words}, which would make it {_right(o)}' for o in others)}."
        )
    rule = _RULES.get(name) or (
        "digits" if name.startswith(_DIGITS) else "misfiled" if name in _MISFILED else "wrong-unit"
    )
    verdict = Verdict(
        kind,
        rule,
        reason,
        assumption,
        numbers,
        ids_of(groups),
        days_of_statements(groups),
        _mistake(slip, mirror),
        hypothesis=name,
        runners_up=runners,
        blamed=() if mirror or found.suspected else slip.group.ids,
    )
    if told:
        return ClaimError(verdict)
    wrong = slip.group.ids if mirror is None else (*slip.group.ids, *mirror.group.ids)
    return ClaimError(verdict, wrong)


def _beside(found: Explanation) -> list[StatementGroup]:
    """Return the figures that a slip without a witness broke with, each once."""
    groups = {id(m): m for relation in found.broken for m in relation.members if m is not found.slip.group}
    return list(groups.values())[:3]


def _reason(found: Explanation) -> str:
    slip, anchor = found.slip, found.slip.anchor
    name, said = slip.hypothesis.name, slip.group.said
    if anchor is None:
        why = found.broken[0].why if found.broken else ""
        clause = f": {why}" if why else ""
        right = _right(slip)
        fits = f" As {right} it would fit." if right else ""
        return f"{capitalised(said)} can't be right{clause}.{fits}"
    if name == "older-figure":
        day = format_date(anchor.lead.about_date, year=False)
        fresh = next((m.said for r in found.broken for m in r.members if m is not slip.group and m.age_days == 0), "")
        than = f", while {fresh} is of this day" if fresh else ""
        return f"{capitalised(said)} is what {anchor.lead.claimant} gave for {day}{than}."
    gone = _moved_beside(found)
    if name == "total-for-additional" and gone is not None:
        more = slip.group
        summed = gone.lead.value + more.lead.value
        return (
            f"{capitalised(gone.said)} and {more.lead.value:,.0f} more ({more.by}) make {summed:,.0f}, but "
            f"{anchor.said} is the plan in all, those already moved included."
        )
    if name in _EQUAL:
        return _equal_reason(found, anchor)
    return f"{capitalised(said)} beside {anchor.said}: {_arithmetic(slip, anchor)}."


def _equal_reason(found: Explanation, anchor: StatementGroup) -> str:
    """Say whose very figure, of what, a figure is."""
    slip, name, said = found.slip, found.slip.hypothesis.name, found.slip.group.said
    if name == "wrong-mouth":
        return f"{capitalised(said)} is the very figure of {anchor.lead.claimant}{_why(found)}."
    if name in _OTHER_SCOPE:
        where = anchor.lead.place or anchor.scope.oblast
        whose = f"the very figure of {anchor.lead.claimant} for {where}"
        return f"{capitalised(said)}, of {slip.group.lead.place}, is {whose}{_why(found)}."
    what = f"{_kind_words(anchor)} of {anchor.lead.claimant}"
    own = f"{capitalised(said)}, {_kind_words(slip.group)}"
    return f"{own}, is the very figure of {what}, {anchor.words}{_why(found)}."


def _moved_beside(found: Explanation) -> StatementGroup | None:
    """Return the people moved that an increment of a plan comes on top of, where that does not fit."""
    members = (member for relation in found.broken for member in relation.members)
    planned = found.slip.group.lead.metric is Metric.PEOPLE_PLANNED
    return next((m for m in members if planned and m.lead.metric is Metric.PEOPLE_MOVED and m.age_days == 0), None)


def _why(found: Explanation) -> str:
    """Say what does not fit as printed, beside the figure that was mistaken."""
    whys = [r.why for r in found.broken if found.slip.anchor not in r.members or len(r.members) > 2]
    return f", and {whys[0]}" if whys else ""


def _kind_words(group: StatementGroup) -> str:
    kind = KIND_LABELS[group.lead.kind]
    return f"{METRIC_LABELS[group.lead.metric]} ({kind})"


def _arithmetic(slip: Candidate, anchor: StatementGroup) -> str:
    """Say how one figure becomes the other."""
    printed, right, name = slip.group.lead.value, anchor.lead.value, slip.hypothesis.name
    unit = UNITS.get(slip.group.lead.metric, "")
    if name in ("miles-for-km", "square-miles"):
        return f"{right:,.10g} {unit} are {printed:,.10g} {'miles' if unit == 'km' else 'square miles'}"
    if name in ("km-for-miles", "km2-for-square-miles"):
        return f"{right:,.10g} {'miles' if unit == 'km' else 'square miles'} would be {printed:,.10g} {unit}"
    if name == "linear-factor":
        middle = right / KM_PER_MILE
        wrong = f"{right:,.10g} km² divided by 1.609, as only lengths are, give {middle:,.0f} square miles"
        return f"{wrong}, and those are {printed:,.10g} km²"
    if name == "linear-factor-miles":
        return f"{right:,.10g} km² divided by 1.609, as only lengths are, give {printed:,.10g}"
    if name in ("hectares", "metres", "acres"):
        return f"{right:,.10g} {unit} are {printed:,.10g} {name}"
    return f"{slip.hypothesis.words}"


def _right(slip: Candidate) -> str:
    """Return the right figure in words, empty where it is not known."""
    if slip.right != slip.right or slip.values is None:
        return ""
    unit = UNITS.get(slip.group.lead.metric, "")
    digits = f"{float(f'{slip.right:.4g}'):,.10g}" if slip.anchor is None else f"{slip.right:,.10g}"
    return f"{digits} {unit}".strip()


def _mistake(slip: Candidate, mirror: Candidate | None) -> str:
    name, words, anchor = slip.hypothesis.name, slip.hypothesis.words, slip.anchor
    if anchor is not None and name in (*_EQUAL, "older-figure"):
        return _mistaken_for(slip, anchor)
    if mirror is not None:
        return f"{words} in one of them"
    if not _right(slip):
        return words
    about = "" if anchor is not None else "about "
    printed = f"{slip.group.lead.value:,.10g}"
    clause = f"{printed} is printed for {about}{_right(slip).removesuffix(' km²').removesuffix(' km')}"
    return f"{words}: {clause}" if slip.group.lead.metric in LENGTHS | AREAS else f"{clause}; {words}"


def _mistaken_for(slip: Candidate, anchor: StatementGroup) -> str:
    """Say for what the very figure of another statement was printed."""
    name, words = slip.hypothesis.name, slip.hypothesis.words
    if name in _OTHER_SCOPE:
        where = anchor.lead.place or anchor.scope.oblast
        return f"{words}: the figure of {where} for {slip.group.lead.place or slip.group.scope.oblast}"
    if name == "older-figure":
        return f"{words}: carried over from {format_date(anchor.lead.about_date, year=False)}"
    if name == "wrong-mouth":
        return f"{words}: that of {anchor.lead.claimant} as that of {slip.group.lead.claimant}"
    if name == "total-for-additional":
        return f"the total of {slip.right:,.10g} was printed as so many more"
    return f"{words}: {_kind_words(anchor)} for {_kind_words(slip.group)}"


def _assumption(found: Explanation, mirror: Candidate | None) -> str:
    name = found.slip.hypothesis.name
    if name == "older-figure":
        return "Only if it was counted again on this day, and the other counts something else."
    if found.suspected:
        return "Only if they measure or count different things; the figure may as well be such a slip."
    if found.slip.anchor is None:
        return "The figures beside it are right, and all speak of the same thing."
    if mirror is not None:
        return "Both go back to the same statement; which of the two is wrong can't be told."
    return "Both speak of the same thing, and such a coincidence is seldom chance."


def _numbers(slip: Candidate) -> dict[str, float]:
    metric: Metric = slip.group.lead.metric
    found = {f"printed_{metric}": slip.group.lead.value}
    if slip.right == slip.right:
        found[f"right_{metric}"] = float(f"{slip.right:.6g}")
    return found
