"""Labels: how every word of the vocabulary is put to a person."""

from __future__ import annotations

from datetime import date

from geo.model.ages import AgeState
from geo.model.claims import Basis, Checked, Claim, DateBasis, Kind, Metric, Modality, Side
from geo.model.evacuation import OrderKind
from geo.model.fronts import FrontState, FrontStatus
from geo.model.places import Status

METRIC_LABELS = {
    Metric.DEPTH_KM: "depth",
    Metric.WIDTH_KM: "width",
    Metric.AREA_KM2: "area",
    Metric.SETTLEMENTS: "settlements",
    Metric.PEOPLE_MOVED: "people moved",
    Metric.PEOPLE_PLANNED: "people planned to move",
    Metric.PEOPLE_PRESENT: "people in place",
    Metric.CIVILIANS_KILLED: "civilians killed",
    Metric.CIVILIANS_WOUNDED: "civilians wounded",
    Metric.CHILDREN_WOUNDED: "children wounded",
}
KIND_LABELS = {
    Kind.TOTAL: "total",
    Kind.ADDITIONAL: "additional",
    Kind.SUBSET: "a part only",
    Kind.RETAKEN: "retaken",
    Kind.REMAINING: "remaining",
    Kind.POPULATION: "population",
}
BASIS_LABELS = {Basis.STATED: "stated", Basis.COMPUTED: "computed"}
CHECKED_LABELS = {
    Checked.CONFIRMED: "checked against the page",
    Checked.CORRECTED: "checked and corrected",
    Checked.UNSETTLED: "checked, not settled",
    Checked.UNCHECKED: "not checked",
}
DATE_BASIS_LABELS = {
    DateBasis.STATED: "",
    DateBasis.INFERRED: "day inferred",
    DateBasis.PLACEHOLDER: "day not shown on the page",
}
SIDE_LABELS = {Side.UKRAINE: "Ukraine's side", Side.RUSSIA: "Russia's side", Side.INDEPENDENT: "independent"}
#: What stands for a side where there is no room for a word, beside its hue.
SIDE_LETTERS = {Side.UKRAINE: "U", Side.RUSSIA: "R", Side.INDEPENDENT: "I"}
STATUS_LABELS = {
    Status.CLAIMED: "claimed as held",
    Status.ENTERED: "claimed as entered",
    Status.PHOTOGRAPHED: "troops pictured",
    Status.CONTESTED: "said to be fought over",
    Status.LOST: "said to be lost again",
    Status.DENIED: "denied",
}
ORDER_LABELS = {
    OrderKind.MANDATORY: "evacuation ordered",
    OrderKind.VOLUNTARY: "evacuation voluntary",
    OrderKind.ADVICE: "advice to leave or stay away",
    OrderKind.IN_PROGRESS: "evacuation said to be under way",
    OrderKind.NO_ORDER: "no order, by this word",
}
#: What each band of a claimed advance is, by the readings of the claim that it holds for.
BAND_LABELS = {"inner": "narrowest reading", "likely": "", "outer": "all the claim allows"}
FRONT_STATUS_LABELS = {FrontStatus.HELD: "held by", FrontStatus.UNCLEAR: "unclear, perhaps held by"}
FRONT_STATE_LABELS = {
    FrontState.UPDATED: "updated",
    FrontState.UNCHANGED: "unchanged, confirmed",
    FrontState.CARRIED: "carried forward",
    FrontState.ENDED: "too old to be drawn",
    FrontState.NO_DATA: "no data",
}
#: What a word or a drawing is called by its age; what is fresh needs no word.
AGE_LABELS = {
    AgeState.FRESH: "",
    AgeState.FADED: "faded",
    AgeState.DOUBTFUL: "doubtful",
    AgeState.ENDED: "no longer stands",
}
UNITS = {Metric.DEPTH_KM: "km", Metric.WIDTH_KM: "km", Metric.AREA_KM2: "km²"}

#: The kinds of figure that have a scale: what is added, or a part only, is a part of something else and stands on none.
SCALE_KINDS = (Kind.TOTAL, Kind.REMAINING, Kind.RETAKEN, Kind.POPULATION)

_DOUBT_LABELS = {Checked.UNSETTLED: "not settled", Checked.UNCHECKED: "not checked"}
_HOLDERS = {Side.UKRAINE: "Ukraine", Side.RUSSIA: "Russia", Side.INDEPENDENT: "others"}

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def scale_label(metric: Metric, kind: Kind) -> str:
    """Name the scale of a figure: unlike things, as what is held and what is retaken, are on no common one.

    >>> scale_label(Metric.AREA_KM2, Kind.TOTAL), scale_label(Metric.PEOPLE_PRESENT, Kind.REMAINING)
    ('area', 'people in place, remaining')
    """
    return METRIC_LABELS[metric] + ("" if kind is Kind.TOTAL else f", {KIND_LABELS[kind]}")


def format_date(day: date, *, year: bool = True) -> str:
    """Write a day in English whatever the machine's locale.

    >>> format_date(date(2024, 8, 12))
    '12 August 2024'
    >>> format_date(date(2024, 8, 12), year=False)
    '12 August'
    """
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def front_label(status: FrontStatus, holder: Side) -> str:
    """Say what a mapper drew some ground as.

    >>> front_label(FrontStatus.HELD, Side.UKRAINE)
    'held by Ukraine'
    >>> front_label(FrontStatus.UNCLEAR, Side.RUSSIA)
    'unclear, perhaps held by Russia'
    """
    return f"{FRONT_STATUS_LABELS[status]} {_HOLDERS[holder]}"


def band_label(band: str) -> str:
    """Say what a band is, in a legend.

    >>> band_label("inner"), band_label("likely")
    ('inner: narrowest reading', 'likely')
    """
    return f"{band}: {BAND_LABELS[band]}" if BAND_LABELS[band] else band


def caution_label(claim: Claim) -> str:
    """Say what speaks against taking a drawn figure as it is: worked out by somebody, or not settled.

    >>> base = dict(id="a", about_date="2024-08-11", known_date="2024-08-11", claimant="A", side="russia", source="s",
    ...             metric="depth_km", modality="about", value="21", kind="total")
    >>> caution_label(Claim(**base, basis="computed", computed_from="villages", checked="unsettled"))
    'computed, not settled'
    >>> caution_label(Claim(**base, basis="stated", checked="confirmed"))
    ''
    """
    computed = [BASIS_LABELS[claim.basis]] if claim.basis is Basis.COMPUTED else []
    doubt = [_DOUBT_LABELS[claim.checked]] if claim.checked in _DOUBT_LABELS else []
    return ", ".join(computed + doubt)


def format_day_count(count: int) -> str:
    """Count days in English.

    >>> format_day_count(1), format_day_count(3)
    ('1 day', '3 days')
    """
    return f"{count} day" if count == 1 else f"{count} days"


def in_brackets(text: str) -> str:
    """Put a text in brackets; its own brackets become commas, as a bracket in a bracket can't be read.

    >>> in_brackets("independent observers (unnamed)"), in_brackets("AFP (from ISW data), 480 km²")
    ('(independent observers, unnamed)', '(AFP, from ISW data, 480 km²)')
    """
    return f"({text.replace(' (', ', ').replace(')', '')})"


def superseded_label(claim: Claim, known: date | None = None) -> str:
    """Say when and by whom a claim ceased to be in effect; empty while it is in effect on day `known`.

    >>> from geo.model.claims import Claim
    >>> base = dict(id="a", about_date="2024-09-05", known_date="2024-09-23", claimant="A", side="russia", source="s",
    ...             metric="civilians_killed", modality="at_least", value="31", kind="total", basis="stated")
    >>> superseded_label(Claim(**base, superseded="corrected", superseded_by="b", superseded_date="2024-09-24",
    ...                        superseded_who="the ministry"))
    'corrected by the ministry, 24 September 2024; b took its place'
    >>> superseded_label(Claim(**base))
    ''
    """
    if claim.superseded is None or claim.superseded_date is None or claim.is_in_effect(known):
        return ""
    words = f"{claim.superseded} by {claim.superseded_who}, {format_date(claim.superseded_date)}"
    return words if claim.superseded_by is None else f"{words}; {claim.superseded_by} took its place"


def format_value(claim: Claim) -> str:
    """Put a claim's value into words, with its modality and unit.

    >>> from geo.model.claims import Claim
    >>> base = dict(id="a", about_date="2024-08-12", known_date="2024-08-12", claimant="A", side="russia",
    ...             source="s", kind="total", basis="stated")
    >>> format_value(Claim(**base, metric="depth_km", modality="about", value="12"))
    'about 12 km'
    >>> format_value(Claim(**base, metric="depth_km", modality="range", value="28", value_high="35"))
    '28–35 km'
    >>> format_value(Claim(**base, metric="people_moved", modality="at_least", value="76000"))
    'at least 76,000'
    """
    number = f"{claim.value:,.10g}"
    if claim.value_high is not None:
        number += f"–{claim.value_high:,.10g}"
    prefix = {Modality.ABOUT: "about ", Modality.AT_LEAST: "at least ", Modality.UP_TO: "up to "}
    unit = UNITS.get(claim.metric)
    return prefix.get(claim.modality, "") + number + (f" {unit}" if unit else "")
