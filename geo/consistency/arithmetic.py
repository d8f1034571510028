"""Find figures that were made, or spoilt, by arithmetic: products, square miles, lost thousands, a wrong unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from geo.analysis.unit_errors import KM2_PER_SQUARE_MILE, KM_PER_MILE
from geo.consistency.statements import NOUNS, DayInView, grouped, scope
from geo.consistency.verdict import ClaimError, Verdict, VerdictKind
from geo.model.claims import Basis, Claim, Kind, Metric
from geo.model.labels import format_value, in_brackets

#: A printed conversion is rounded, at times to two digits: 386 for 386.1, 9 for 9.3.
ROUNDING_SHARE = 0.01

MOVEMENT_METRICS = frozenset({Metric.PEOPLE_MOVED, Metric.PEOPLE_PLANNED, Metric.PEOPLE_PRESENT})
_SQUARE_MILES = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square miles|sq\.? ?mi\b|mi²)", re.IGNORECASE)
_SQUARE_KM = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square kilomet\w+|sq\.? ?km\b|km²)", re.IGNORECASE)


def square_miles_error(area_km2: float, printed_mi2: float) -> float | None:
    """Return the right number of square miles if the printed one was made with the factor for lengths, else None.

    >>> round(square_miles_error(720, 447))
    278
    >>> square_miles_error(1000, 386) is None
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


def unit_error(smaller: float, larger: float, metric: Metric) -> str:
    """Return the likely mistake if two versions of one measure differ by a factor between units, else "".

    >>> unit_error(7.46, 12, Metric.DEPTH_KM)
    'miles stand for kilometres in one of them'
    >>> unit_error(386, 1000, Metric.AREA_KM2)
    'square miles stand for square kilometres in one of them'
    >>> unit_error(720, 1158, Metric.AREA_KM2)
    'square miles made with the factor for lengths (0.6214 for 0.3861) were converted back'
    >>> unit_error(12, 13, Metric.DEPTH_KM)
    ''
    """
    if metric in (Metric.DEPTH_KM, Metric.WIDTH_KM):
        errors: tuple[tuple[float, str], ...] = _LENGTH_ERRORS
    elif metric is Metric.AREA_KM2:
        errors = _AREA_ERRORS
    else:
        return ""
    return next((mistake for factor, mistake in errors if _near(larger, smaller * factor)), "")


_LENGTH_ERRORS = ((KM_PER_MILE, "miles stand for kilometres in one of them"),)
_AREA_ERRORS = (
    (KM2_PER_SQUARE_MILE, "square miles stand for square kilometres in one of them"),
    (KM_PER_MILE, "square miles made with the factor for lengths (0.6214 for 0.3861) were converted back"),
    (100.0, "hectares stand for square kilometres in one of them"),
)


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= max(ROUNDING_SHARE * wanted, 0.05)


def arithmetic_errors(view: DayInView) -> list[ClaimError]:
    """Find what arithmetic did to the figures about this day, those with a placeholder for a day left out."""
    claims = [claim for claim in view.seen if claim.about_date == view.as_of.on]
    return [*products(claims), *square_miles(claims), *lost_thousands(claims), *wrong_units(claims)]


def products(claims: Sequence[Claim]) -> list[ClaimError]:
    """Find an area that is exactly a depth times a width of one claimant: made, not said.

    It is called an error where somebody else, or another page, gives it: it is computed, or names the pair's root as
    its own. Where the claimant states all three on one page it may be so: a rectangle has that area.
    """
    found: dict[tuple[float, float, float], list[tuple[Claim, Claim, Claim]]] = {}
    pairs = grouped(_pairs(claims), lambda pair: (pair[0].value * pair[1].value, scope(pair[0])))
    for area in (c for c in claims if c.metric is Metric.AREA_KM2 and c.kind is Kind.TOTAL):
        for depth, width in pairs.get((area.value, scope(area)), ()):
            if _of_pair(area, depth):
                found.setdefault((area.value, depth.value, width.value), []).append((area, depth, width))
    return [_product(triples) for triples in found.values()]


def _pairs(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    stated = [c for c in claims if c.kind is Kind.TOTAL and c.basis is Basis.STATED]
    widths = grouped((c for c in stated if c.metric is Metric.WIDTH_KM), _statement_of)
    depths = [c for c in stated if c.metric is Metric.DEPTH_KM]
    return [(depth, width) for depth in depths for width in widths.get(_statement_of(depth), ())]


def _statement_of(claim: Claim) -> tuple[str, str, str]:
    return claim.claimant, claim.root, scope(claim)


def _of_pair(area: Claim, depth: Claim) -> bool:
    """Whether an area can be traced to the pair: computed, of its claimant, or of its root."""
    named = bool(depth.root) and depth.root.casefold() in area.root.casefold()
    return area.basis is Basis.COMPUTED or named or area.claimant == depth.claimant


def _product(triples: Sequence[tuple[Claim, Claim, Claim]]) -> ClaimError:
    area, depth, width = triples[0]
    ids = tuple(dict.fromkeys(claim.id for triple in triples for claim in triple))
    sources = {claim.source for _, d, w in triples for claim in (d, w)}
    same_page = area.basis is Basis.STATED and area.claimant == depth.claimant and area.source in sources
    numbers = {"depth_km": depth.value, "width_km": width.value, "area_km2": area.value}
    product, rule, days = (
        f"{area.value:,.6g} km² is {depth.value:g} × {width.value:g}",
        "product-as-statement",
        (area.about_date,),
    )
    if same_page:
        reason = f"{product}: {depth.claimant} gives all three, and the area may have been multiplied, not measured."
        assumption = "Only if the ground fills the whole rectangle of depth and width."
        mistake = "a product of depth and width may be printed as a measured area"
        return ClaimError(Verdict(VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days, mistake))
    by = "" if area.claimant == depth.claimant else f", as {area.claimant} has it"
    reason = f"{product}{by}; {depth.claimant} gave a depth and a width, and no area."
    mistake = "a product of depth and width is printed as an area that somebody stated"
    assumption = f"No other page has {depth.claimant} state an area."
    wrong = tuple(area.id for area, _, _ in triples)
    return ClaimError(Verdict(VerdictKind.LIKELY_ERROR, rule, reason, assumption, numbers, ids, days, mistake), wrong)


def square_miles(claims: Sequence[Claim]) -> list[ClaimError]:
    """Find square miles, as the ledger notes them printed beside an area, made with the factor for lengths."""
    found: dict[tuple[float, float], list[Claim]] = {}
    for claim in claims:
        text = f"{claim.summary} {claim.note} {claim.computed_from}"
        areas = {claim.value} if claim.metric is Metric.AREA_KM2 else set()
        areas |= {_number(text_km2) for text_km2 in _SQUARE_KM.findall(text)}
        for printed in map(_number, _SQUARE_MILES.findall(text)):
            right = any(_near(printed, area / KM2_PER_SQUARE_MILE) for area in areas)
            for area in () if right else sorted(areas):
                if square_miles_error(area, printed) is not None:
                    found.setdefault((area, printed), []).append(claim)
    return [_square_miles(area, printed, said) for (area, printed), said in found.items()]


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _square_miles(area: float, printed: float, said: Sequence[Claim]) -> ClaimError:
    right = area / KM2_PER_SQUARE_MILE
    reason = f"{area:,.6g} km² is printed as {printed:,.6g} square miles (source {said[0].source}); it is {right:,.0f}."
    numbers = {"area_km2": area, "printed_mi2": printed, "right_mi2": round(right, 1)}
    mistake = "the factor for lengths, 0.6214, was used for areas, where it is 0.3861"
    ids, days = tuple(claim.id for claim in said), (said[0].about_date,)
    return ClaimError(Verdict(VerdictKind.LIKELY_ERROR, "square-miles", reason, "", numbers, ids, days, mistake))


def lost_thousands(claims: Sequence[Claim]) -> list[ClaimError]:
    """Find a figure of people that is another's of the same metric, kind and place with its thousands lost."""
    found: dict[tuple[Metric, float], tuple[dict[str, Claim], dict[str, Claim]]] = {}
    people = [claim for claim in claims if claim.metric in MOVEMENT_METRICS]
    alike = grouped(people, lambda claim: (claim.metric, scope(claim), claim.value))
    for small in people:
        for large in alike.get((small.metric, scope(small), 1000 * small.value), ()):
            if lost_thousand(small.value, large.value) and _same_thing(small, large):
                smalls, larges = found.setdefault((small.metric, small.value), ({}, {}))
                smalls.setdefault(small.id, small)
                larges.setdefault(large.id, large)
    return [_lost(list(smalls.values()), list(larges.values())) for smalls, larges in found.values()]


def _same_thing(one: Claim, other: Claim) -> bool:
    return one.kind is other.kind or (bool(one.root) and one.root == other.root)


def _lost(smalls: Sequence[Claim], larges: Sequence[Claim]) -> ClaimError:
    small, large = smalls[0], larges[0]
    printed, stated = (
        f"{NOUNS[claim.metric].format(format_value(claim))} {in_brackets(claim.claimant)}" for claim in (small, large)
    )
    reason = f"{printed} is {stated} with its thousands lost."
    numbers = {"printed_people": small.value, "stated_people": large.value}
    wrong = tuple(claim.id for claim in smalls)
    ids, days = (*wrong, *(claim.id for claim in larges)), (small.about_date,)
    mistake = f"{small.value:,.0f} is printed for {large.value:,.0f}"
    assumption = "Both speak of the same people; a figure exactly a thousandth of another is seldom chance."
    verdict = Verdict(VerdictKind.LIKELY_ERROR, "lost-thousand", reason, assumption, numbers, ids, days, mistake)
    return ClaimError(verdict, wrong)


def wrong_units(claims: Sequence[Claim]) -> list[ClaimError]:
    """Find two measures of one statement of which one is the other in another unit.

    Which of them is wrong can't be told, so neither is compared with anything further.
    """
    statements: dict[tuple[object, ...], dict[float, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.root:
            statements[claim.root, claim.metric, claim.kind, scope(claim)].setdefault(claim.value, claim)
    found = []
    for versions in statements.values():
        for smaller, larger in combinations(sorted(versions.values(), key=lambda claim: claim.value), 2):
            mistake = unit_error(smaller.value, larger.value, smaller.metric)
            found += [_wrong_unit(smaller, larger, mistake)] if mistake else []
    return found


def _wrong_unit(smaller: Claim, larger: Claim, mistake: str) -> ClaimError:
    reason = (
        f"One statement ({smaller.root}) is given as {format_value(smaller)} {in_brackets(smaller.claimant)} and as "
        f"{format_value(larger)} {in_brackets(larger.claimant)}."
    )
    ratio = round(larger.value / smaller.value, 3)
    numbers = {f"smaller_{smaller.metric}": smaller.value, f"larger_{smaller.metric}": larger.value, "ratio": ratio}
    ids, days = (smaller.id, larger.id), (smaller.about_date,)
    assumption = "Both go back to the same statement, as the ledger has it."
    return ClaimError(
        Verdict(VerdictKind.LIKELY_ERROR, "wrong-unit", reason, assumption, numbers, ids, days, mistake), ids
    )
