"""Whether a figure was made, or spoilt, by arithmetic: products, square miles, lost thousands, a wrong unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from geo.claims import Basis, Claim, Kind, Metric
from geo.consistency.verdict import Verdict, VerdictKind
from geo.consistency.voices import NOUNS, DayInView, scope
from geo.figures import value_words

KM_PER_MILE = 1.609344
KM2_PER_SQUARE_MILE = KM_PER_MILE**2
#: A printed conversion is rounded, at times to two digits: 386 for 386.1, 9 for 9.3.
ROUNDING = 0.01

PEOPLE = frozenset({Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT})
_SQUARE_MILES = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square miles|sq\.? ?mi\b|mi²)", re.IGNORECASE)
_SQUARE_KM = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square kilomet\w+|sq\.? ?km\b|km²)", re.IGNORECASE)


def square_miles_slip(area_km2: float, printed_mi2: float) -> float | None:
    """Return the right number of square miles if the printed one was made with the factor for lengths, else None.

    >>> round(square_miles_slip(720, 447))
    278
    >>> square_miles_slip(1000, 386) is None
    True
    """
    right = area_km2 / KM2_PER_SQUARE_MILE
    slipped = _near(printed_mi2, area_km2 / KM_PER_MILE) and not _near(printed_mi2, right)
    return right if slipped else None


def lost_thousand(small: float, large: float) -> bool:
    """Whether one number is another with its thousands lost, as 180 for 180,000.

    >>> lost_thousand(180, 180_000), lost_thousand(180, 150_000)
    (True, False)
    """
    return 0 < small < large and large == 1000 * small


def unit_slip(stated: float, printed: float, metric: Metric) -> str:
    """Return the likely mistake if `printed` is `stated` in another unit, else "".

    >>> unit_slip(12, 7.46, Metric.DEPTH_KM)
    'miles were printed as kilometres'
    >>> unit_slip(1000, 386, Metric.AREA_KM2)
    'square miles were printed as square kilometres'
    >>> unit_slip(720, 1158, Metric.AREA_KM2)
    'square miles made with the factor for lengths (0.6214 for 0.3861) were converted back'
    >>> unit_slip(12, 13, Metric.DEPTH_KM)
    ''
    """
    slips = _LENGTH_SLIPS if metric in (Metric.DEPTH_KM, Metric.WIDTH_KM) else _AREA_SLIPS
    if metric not in (Metric.DEPTH_KM, Metric.WIDTH_KM, Metric.AREA_KM2):
        return ""
    return next((mistake for factor, mistake in slips if _near(printed, stated * factor)), "")


_LENGTH_SLIPS = (
    (1 / KM_PER_MILE, "miles were printed as kilometres"),
    (KM_PER_MILE, "kilometres were taken for miles and converted"),
    (1000.0, "metres were printed as kilometres"),
)
_AREA_SLIPS = (
    (1 / KM2_PER_SQUARE_MILE, "square miles were printed as square kilometres"),
    (KM2_PER_SQUARE_MILE, "square kilometres were taken for square miles and converted"),
    (KM_PER_MILE, "square miles made with the factor for lengths (0.6214 for 0.3861) were converted back"),
    (100.0, "hectares were printed as square kilometres"),
)


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= max(ROUNDING * wanted, 0.05)


def arithmetic_slips(view: DayInView) -> list[Verdict]:
    """Find what arithmetic did to the figures about this day, those with a placeholder for a day left out."""
    claims = [claim for claim in view.seen if claim.about_date == view.on]
    return [*products(claims), *square_miles(claims), *lost_thousands(claims), *wrong_units(claims)]


def products(claims: Sequence[Claim]) -> list[Verdict]:
    """Find an area that is exactly a depth times a width of one claimant: made, not said.

    It is called an error where somebody else, or another page, gives it: it is computed, or names the pair's root as
    its own. Where the claimant states all three on one page it may be so: a rectangle has that area.
    """
    found: dict[tuple[float, float, float], list[tuple[Claim, Claim, Claim]]] = {}
    for area in (c for c in claims if c.metric is Metric.AREA_KM2 and c.kind is Kind.TOTAL):
        for depth, width in _pairs(claims):
            if area.value == depth.value * width.value and scope(area) == scope(depth) and _of_pair(area, depth):
                found.setdefault((area.value, depth.value, width.value), []).append((area, depth, width))
    return [_product(triples) for triples in found.values()]


def _pairs(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    stated = [c for c in claims if c.kind is Kind.TOTAL and c.basis is Basis.STATED]
    return [
        (depth, width)
        for depth in stated
        for width in stated
        if depth.metric is Metric.DEPTH_KM
        and width.metric is Metric.WIDTH_KM
        and (depth.claimant, depth.root, scope(depth)) == (width.claimant, width.root, scope(width))
    ]


def _of_pair(area: Claim, depth: Claim) -> bool:
    """Whether an area can be traced to the pair: computed, of its claimant, or of its root."""
    named = bool(depth.root) and depth.root.casefold() in area.root.casefold()
    return area.basis is Basis.COMPUTED or named or area.claimant == depth.claimant


def _product(triples: Sequence[tuple[Claim, Claim, Claim]]) -> Verdict:
    area, depth, width = triples[0]
    ids = tuple(dict.fromkeys(claim.id for triple in triples for claim in triple))
    sources = {claim.source for _, d, w in triples for claim in (d, w)}
    same_page = area.basis is Basis.STATED and area.claimant == depth.claimant and area.source in sources
    numbers = {"depth_km": depth.value, "width_km": width.value, "area_km2": area.value}
    product = f"{area.value:,.6g} km² is {depth.value:g} × {width.value:g}"
    days = (area.about_date,)
    if same_page:
        reason = f"{product}: {depth.claimant} gives all three, and the area may have been multiplied, not measured."
        assumption = "Only if the ground fills the whole rectangle of depth and width."
        mistake = "a product of depth and width may be printed as a measured area"
        return Verdict(VerdictKind.ONLY_IF, "product-as-statement", reason, assumption, numbers, ids, days, mistake)
    by = "" if area.claimant == depth.claimant else f" ({area.claimant})"
    reason = f"{product}, not something {depth.claimant} said{by}: the statement gives a depth and a width only."
    mistake = "a product of depth and width is printed as the claimant's own figure"
    return Verdict(
        VerdictKind.LIKELY_ERROR,
        "product-as-statement",
        reason,
        "No other page has that claimant state an area.",
        numbers,
        ids,
        days,
        mistake,
    )


def square_miles(claims: Sequence[Claim]) -> list[Verdict]:
    """Find square miles, as the ledger notes them printed beside an area, made with the factor for lengths."""
    found: dict[tuple[float, float], list[Claim]] = {}
    for claim in claims:
        text = f"{claim.summary} {claim.note} {claim.computed_from}"
        areas = {claim.value} if claim.metric is Metric.AREA_KM2 else set()
        areas |= {_number(text_km2) for text_km2 in _SQUARE_KM.findall(text)}
        for printed in map(_number, _SQUARE_MILES.findall(text)):
            for area in areas:
                if square_miles_slip(area, printed) is not None:
                    found.setdefault((area, printed), []).append(claim)
    return [_square_miles(area, printed, said) for (area, printed), said in found.items()]


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _square_miles(area: float, printed: float, said: Sequence[Claim]) -> Verdict:
    right = area / KM2_PER_SQUARE_MILE
    reason = f"{area:,.6g} km² is printed as {printed:,.6g} square miles (source {said[0].source}); it is {right:,.0f}."
    numbers = {"area_km2": area, "printed_mi2": printed, "right_mi2": round(right, 1)}
    mistake = "the factor for lengths, 0.6214, was used for areas, where it is 0.3861"
    ids = tuple(claim.id for claim in said)
    return Verdict(VerdictKind.LIKELY_ERROR, "square-miles", reason, "", numbers, ids, (said[0].about_date,), mistake)


def lost_thousands(claims: Sequence[Claim]) -> list[Verdict]:
    """Find a figure of people that is another's of the same metric, kind and place with its thousands lost."""
    found: dict[tuple[Metric, float], tuple[list[Claim], list[Claim]]] = {}
    people = [claim for claim in claims if claim.metric in PEOPLE]
    for small in people:
        for large in people:
            if small.metric is large.metric and lost_thousand(small.value, large.value) and _same_thing(small, large):
                smalls, larges = found.setdefault((small.metric, small.value), ([], []))
                smalls += [] if small in smalls else [small]
                larges += [] if large in larges else [large]
    return [_lost(smalls, larges) for smalls, larges in found.values()]


def _same_thing(one: Claim, other: Claim) -> bool:
    return scope(one) == scope(other) and (one.kind is other.kind or (bool(one.root) and one.root == other.root))


def _lost(smalls: Sequence[Claim], larges: Sequence[Claim]) -> Verdict:
    small, large = smalls[0], larges[0]
    words = (NOUNS[claim.metric].format(value_words(claim)) for claim in (small, large))
    reason = f"{next(words)} ({small.claimant}) is {next(words)} ({large.claimant}) with its thousands lost."
    numbers = {"printed_people": small.value, "stated_people": large.value}
    ids = tuple(claim.id for claim in (*smalls, *larges))
    mistake = f"{small.value:,.0f} is printed for {large.value:,.0f}"
    assumption = "Both speak of the same people; a figure exactly a thousandth of another is seldom chance."
    return Verdict(
        VerdictKind.LIKELY_ERROR, "lost-thousand", reason, assumption, numbers, ids, (small.about_date,), mistake
    )


def wrong_units(claims: Sequence[Claim]) -> list[Verdict]:
    """Find two measures of one statement of which one is the other in another unit."""
    found = []
    seen: set[tuple[str, float, float]] = set()
    for one, other in combinations(claims, 2):
        alike = one.root and (one.root, one.metric, one.kind, scope(one)) == (
            other.root,
            other.metric,
            other.kind,
            scope(other),
        )
        if not alike or (one.root, one.value, other.value) in seen:
            continue
        for stated, printed in ((one, other), (other, one)):
            mistake = unit_slip(stated.value, printed.value, one.metric)
            if mistake and stated.value < printed.value:
                seen.add((one.root, one.value, other.value))
                reason = (
                    f"One statement ({one.root}) is given as {value_words(stated)} ({stated.claimant}) and as "
                    f"{value_words(printed)} ({printed.claimant})."
                )
                numbers = {
                    f"smaller_{one.metric}": stated.value,
                    f"larger_{one.metric}": printed.value,
                    "ratio": round(printed.value / stated.value, 3),
                }
                ids, days = (stated.id, printed.id), (one.about_date,)
                assumption = "Both go back to the same statement, as the ledger has it."
                found.append(
                    Verdict(VerdictKind.LIKELY_ERROR, "wrong-unit", reason, assumption, numbers, ids, days, mistake)
                )
    return found
