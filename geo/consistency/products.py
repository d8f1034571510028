"""Find figures made by arithmetic that a page itself shows: products of depth and width, wrong square miles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from geo.analysis.unit_errors import KM2_PER_SQUARE_MILE, KM_PER_MILE
from geo.consistency.hypotheses import evidence_bits
from geo.consistency.links import Link, link
from geo.consistency.readings import last_digit
from geo.consistency.scopes import Subject
from geo.consistency.statements import DayInView, and_join, grouped
from geo.consistency.verdict import ClaimError, Verdict, VerdictKind
from geo.model.claims import Basis, Claim, DateBasis, Kind, Metric, Modality
from geo.model.labels import in_brackets

#: A printed conversion is rounded, at times to two digits: 386 for 386.1, 9 for 9.3.
ROUNDING_SHARE = 0.01
#: A product that anybody may give by chance must be met this sharply to be told, bits.
CHANCE_BITS = 5.0

_SQUARE_MILES = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square miles|sq\.? ?mi\b|mi²)", re.IGNORECASE)
_SQUARE_KM = re.compile(r"(\d[\d,]*(?:\.\d+)?) (?:square kilomet\w+|sq\.? ?km\b|km²)", re.IGNORECASE)


def made_by_arithmetic(view: DayInView) -> list[ClaimError]:
    """Find what arithmetic did to the figures about this day, those with a placeholder for a day left out."""
    day = view.as_of.on
    claims = [c for c in view.seen if c.about_date == day and c.about_basis is not DateBasis.PLACEHOLDER]
    return [*products(claims, view), *square_miles(claims)]


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


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= max(ROUNDING_SHARE * wanted, 0.05)


def is_product(area: float, depth: float, width: float) -> bool:
    """Whether an area is a depth times a width, as it would be printed.

    >>> is_product(480, 12, 40), is_product(220.8, 4.6, 48), is_product(221, 4.6, 48), is_product(500, 12, 40)
    (True, True, True, False)
    """
    product = depth * width
    step = 1.0 if area == int(area) else last_digit(area)
    return abs(area - product) <= max(0.5 * step * (area != product), 1e-6 * product) and product > 0


def products(claims: Sequence[Claim], view: DayInView) -> list[ClaimError]:
    """Find an area that is a depth times a width of one claimant: made, not said.

    It is called an error where somebody else gives it who can be traced to the claimant. Where the claimant states all
    three it may be so, a rectangle has that area; and of a stranger's figure the product is told, and whose it is.
    """
    found: dict[tuple[float, float, float], list[tuple[Claim, Claim, Claim]]] = {}
    areas = [c for c in claims if c.metric is Metric.AREA_KM2 and c.kind is Kind.TOTAL and not c.value_high]
    of_scope = grouped(areas, view.scopes.of)
    for depth, width in _pairs(claims, view) if areas else ():
        for area in of_scope.get(view.scopes.of(depth), ()):
            if is_product(area.value, depth.value, width.value) and area.modality is not Modality.AT_LEAST:
                found.setdefault((area.value, depth.value, width.value), []).append((area, depth, width))
    told = []
    for triples in found.values():
        traced = [triple for triple in triples if _traced(*triple)]
        stated = {area.claimant for area in areas if area.basis is Basis.STATED and area.value == triples[0][0].value}
        others = [one for one in triples if not _traced(*one) and _sharp(one) and one[0].basis is Basis.STATED]
        if traced:
            own = traced[0][1].claimant in stated
            told.append(_product(traced, own=own))
        elif others:
            told.append(_strangers(others))
    return told


def _pairs(claims: Iterable[Claim], view: DayInView) -> list[tuple[Claim, Claim]]:
    stated = [c for c in claims if c.kind is Kind.TOTAL and c.basis is Basis.STATED and not c.value_high]

    def statement(claim: Claim) -> tuple[str, str, Subject]:
        return claim.claimant, claim.root, view.scopes.of(claim)

    widths = grouped((c for c in stated if c.metric is Metric.WIDTH_KM), statement)
    depths = [c for c in stated if c.metric is Metric.DEPTH_KM]
    return [(depth, width) for depth in depths for width in widths.get(statement(depth), ())]


def _traced(area: Claim, depth: Claim, _width: Claim) -> bool:
    """Whether an area can be traced to the pair: computed, of its claimant, of its root, or its speaker is named."""
    return area.basis is Basis.COMPUTED or link(area, depth) > Link.NONE


def _sharp(triple: tuple[Claim, Claim, Claim]) -> bool:
    """Whether chance would seldom give just this area."""
    return evidence_bits(triple[0].value, 0.5 * min(last_digit(triple[0].value), 10.0)) >= CHANCE_BITS


def _product(triples: Sequence[tuple[Claim, Claim, Claim]], *, own: bool) -> ClaimError:
    area, depth, width = triples[0]
    ids = tuple(dict.fromkeys(claim.id for triple in triples for claim in triple))
    numbers = {"depth_km": depth.value, "width_km": width.value, "area_km2": area.value}
    product, rule, days = _product_words(area, depth, width), "product-as-statement", (area.about_date,)
    if own:
        reason = (
            f"{product}: {depth.claimant} gives all three, so it is no slip of an outlet; the area may have been "
            "multiplied, not measured."
        )
        assumption = "Only if the ground fills the whole rectangle of depth and width."
        mistake = "a product of depth and width may be given as a measured area"
        verdict = Verdict(
            VerdictKind.ONLY_IF, rule, reason, assumption, numbers, ids, days, mistake, hypothesis="product"
        )
        return ClaimError(verdict)
    outlets = list(dict.fromkeys(one.claimant for one, _, _ in triples if one.claimant != depth.claimant))
    by = f", as {and_join(outlets)} {'has' if len(outlets) == 1 else 'have'} it" if outlets else ""
    reason = f"{product}{by}; {depth.claimant} gave a depth and a width, and no area."
    mistake = "a product of depth and width is printed as an area that somebody stated"
    assumption = f"No other page has {depth.claimant} state an area."
    if len(outlets) > 1:
        whose = depth.claimant
        assumption = f"{len(outlets)} outlets print the area as that of {whose}; no page has it in {whose}'s own words."
    wrong = tuple(dict.fromkeys(area.id for area, _, _ in triples))
    kind = VerdictKind.LIKELY_ERROR
    verdict = Verdict(kind, rule, reason, assumption, numbers, ids, days, mistake, hypothesis="product", blamed=wrong)
    return ClaimError(verdict, wrong)


def _strangers(triples: Sequence[tuple[Claim, Claim, Claim]]) -> ClaimError:
    area, depth, width = triples[0]
    ids = tuple(dict.fromkeys(claim.id for triple in triples for claim in triple))
    numbers = {"depth_km": depth.value, "width_km": width.value, "area_km2": area.value}
    reason = (
        f"{_product_words(area, depth, width)}: the depth and the width are those of {depth.claimant}, the area is "
        f"given by {area.claimant}."
    )
    return ClaimError(
        Verdict(
            VerdictKind.ONLY_IF,
            "product-as-statement",
            reason,
            f"Only if {area.claimant} measured it, and the ground fills the whole rectangle of depth and width.",
            numbers,
            ids,
            (area.about_date,),
            f"a product of the depth and the width of {depth.claimant} may be printed as a measured area",
            hypothesis="product",
            blamed=tuple(dict.fromkeys(one.id for one, _, _ in triples)),
        )
    )


def _product_words(area: Claim, depth: Claim, width: Claim) -> str:
    return f"{area.value:,.6g} km² is {depth.value:g} × {width.value:g}"


def square_miles(claims: Sequence[Claim]) -> list[ClaimError]:
    """Find square miles, as the ledger notes them printed beside an area, made with the factor for lengths."""
    found: dict[tuple[float, float], list[Claim]] = {}
    for claim in claims:
        text = f"{claim.summary} {claim.note} {claim.computed_from}"
        if "mi" not in text:
            continue
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
    by = in_brackets(f"source {said[0].source}")
    reason = f"{area:,.6g} km² is printed as {printed:,.6g} square miles {by}; it is {right:,.0f}."
    numbers = {"area_km2": area, "printed_mi2": printed, "right_mi2": round(right, 1)}
    mistake = "the factor for lengths, 0.6214, was used for areas, where it is 0.3861"
    ids, days = tuple(claim.id for claim in said), (said[0].about_date,)
    return ClaimError(
        Verdict(
            VerdictKind.LIKELY_ERROR,
            "square-miles",
            reason,
            "",
            numbers,
            ids,
            days,
            mistake,
            hypothesis="linear-factor-miles",
        )
    )
