"""Say in words what a body is made of, how, and how old that is."""

from __future__ import annotations

from collections.abc import Sequence

from geo.analysis.bodies import Body
from geo.analysis.body_evidence import FigurePiece
from geo.geometry.implied import Range, area_text
from geo.model.ages import Ages, AgeState
from geo.model.bodies import BodyBasis, BodyKind
from geo.model.case import Case
from geo.model.claims import Claim, Kind, Metric
from geo.model.labels import caution_label, format_day_count, format_value


def body_sentence(body: Body) -> str:
    """Return how a body was made, with its figures and what could not be done, as one text."""
    how = how_sentence(body)
    return " ".join([how, *notes_of(body), *(f"Not taken: {piece.sentence}." for piece in body.shape.spare)])


def how_sentence(body: Body) -> str:
    """Return how a body was made, with its figures, as one sentence."""
    return _HOW[body.shape.kind](body)


def notes_of(body: Body) -> list[str]:
    """Return a sentence for each thing that could not be done."""
    return [f"{note[0].upper()}{note[1:]}." for note in body.shape.notes]


def body_label(body: Body) -> str:
    """Return whose it is, its figures and what speaks against them, short enough to stand on a map."""
    pieces = [piece for piece in body.shape.used if isinstance(piece, FigurePiece)]
    figures = [_label_figure(body, piece.claim) for piece in pieces]
    what = " × ".join(figures)
    if body.shape.kind is BodyKind.PLACES:
        count = len(body.places)
        what = f"narrowest ground to {count} named place{'' if count == 1 else 's'}"
    elif body.shape.kind is not BodyKind.DEPTH_WIDTH:
        what = ", ".join(reversed(figures))
    basis = "claimed" if body.shape.basis is BodyBasis.STATED else "implied"
    cautions = dict.fromkeys(word for piece in pieces for word in caution_label(piece.claim).split(", ") if word)
    doubt = f" ({', '.join(cautions)})" if cautions else ""
    return f"{body.evidence.who}: {what}, {basis}{doubt}"


def _label_figure(body: Body, claim: Claim) -> str:
    """Put a figure as a label has it: of a depth and a width both are told by their order."""
    remaining = " remaining" if claim.kind is Kind.REMAINING else ""
    deep = " deep" if claim.metric is Metric.DEPTH_KM and body.shape.kind is not BodyKind.DEPTH_WIDTH else ""
    wide = " wide" if claim.metric is Metric.WIDTH_KM and body.shape.kind is not BodyKind.DEPTH_WIDTH else ""
    return f"{format_value(claim)}{deep}{wide}{remaining}"


def measures_of(body: Body) -> dict[str, str]:
    """Return depth, width in both readings and the areas in words, by what they are; only what there is."""
    shape = body.shape
    width = f"{between(shape.chord_km)} km straight, {between(shape.along_km)} km along the border"
    areas = ", ".join(f"{area_text(area_km2)} {band}" for band, (_, area_km2) in shape.bands.items())
    found = {
        "Depth": f"{between(shape.depth_km)} km" if shape.depth_km else "",
        "Width": width if shape.chord_km and shape.along_km else "",
        "Area": f"{areas}: computed from the drawing, not claimed" if areas else "",
        "As large as": f"a disk of {shape.swatch_km:.1f} km radius; nobody says where" if shape.swatch_km else "",
    }
    return {what: words for what, words in found.items() if words}


def stale_words(case: Case, body: Body) -> str:
    """Say that a body is old, or nothing where its newest figure is fresh and no piece of it is doubtful.

    What no figure goes into is as old as its newest place.
    """
    what = "place" if body.shape.kind is BodyKind.PLACES else "figure"
    words = {
        AgeState.FADED: f"Faded: its newest {what} is {body.figures_age_days} days old, so it is an outline",
        AgeState.DOUBTFUL: f"Doubtful: its newest {what} is {body.figures_age_days} days old",
    }
    said = [words[body.state]] if body.state in words else []
    oldest = body.oldest
    if oldest.age_days > max(case.settings.ages.doubtful, body.figures_age_days):
        said.append(f"{'its' if said else 'Its'} oldest piece, {oldest.text}, is {oldest.age_days} days old")
    return f"{'; '.join(said)}." if said else ""


def age_notice(ages: Ages, shapes_days: Sequence[int]) -> str:
    """Say that nothing that is drawn is filled any more, by the shapes' ages in days; nothing while a fill is left.

    >>> age_notice(Ages(), [8]), age_notice(Ages(), [3, 40])
    ('The only shape is 8 days old and faded: it is an outline, not the present state.', '')
    """
    newest = min(shapes_days, default=0)
    if ages.state(newest) is AgeState.FRESH:
        return ""
    which, are = ("newest", "all are outlines") if len(shapes_days) > 1 else ("only", "it is an outline")
    state = "doubtful" if newest > ages.doubtful else "faded"
    return f"The {which} shape is {format_day_count(newest)} old and {state}: {are}, not the present state."


def between(span: Range | None) -> str:
    """Put an interval in km into words; nothing where there is none.

    >>> between((24.3, 46.1)), between((40, 40)), between((1.2, 1.9))
    ('24 to 46', '40', '1.2 to 1.9')
    """
    low, high = (f"{value:.0f}" if value >= 10 else f"{value:.1f}".removesuffix(".0") for value in span or (0.0, 0.0))
    return "" if span is None else low if low == high else f"{low} to {high}"


def _stretch(body: Body) -> str:
    return f"{between(body.shape.chord_km)} km of border, straight; {between(body.shape.along_km)} km along the border"


def _figure(body: Body, metric: Metric) -> str:
    piece = next(one for one in body.shape.used if isinstance(one, FigurePiece) and one.claim.metric is metric)
    return f"{piece.text} ({piece.claimant})" if body.evidence.of_side else piece.text


def _where(body: Body) -> str:
    return f"around {', '.join(body.places)}" if body.places else "where the claim was placed"


def _depth_width(body: Body) -> str:
    depth, width = _figure(body, Metric.DEPTH_KM), _figure(body, Metric.WIDTH_KM)
    if not body.shape.bands:
        return f"Implied: {depth}, and {width}; nobody says where, so it is no shape on the ground."
    if body.shape.basis is BodyBasis.STATED:
        return f"Stated: {depth}, {width}; drawn over {_stretch(body)}."
    return f"Implied: {depth}, and {width}, not placed together; laid {_where(body)} over {_stretch(body)}."


def _depth_area(body: Body) -> str:
    area, depth = _figure(body, Metric.AREA_KM2), _figure(body, Metric.DEPTH_KM)
    laid = f"Grown {_where(body)}, no deeper than that" if body.places else f"Laid {_where(body)}"
    return f"Implied: {area} at {depth} needs {_stretch(body)}. {laid}."


def _width_area(body: Body) -> str:
    area, width = _figure(body, Metric.AREA_KM2), _figure(body, Metric.WIDTH_KM)
    return f"Implied: {area} over {width} needs {between(body.shape.depth_km)} km of depth. Laid {_where(body)}."


def _area_places(body: Body) -> str:
    area = _figure(body, Metric.AREA_KM2)
    return (
        f"Implied: {area}, grown {_where(body)} and along the shortest way from there to the border; nobody says "
        "how it lies."
    )


def _places(body: Body) -> str:
    _, area_km2 = body.shape.bands["inner"]
    return (
        f"Implied: only the narrowest ground that joins {', '.join(body.places)} to the border, "
        f"{area_text(area_km2)}; no measure of what is held."
    )


def _swatch(body: Body) -> str:
    area = _figure(body, Metric.AREA_KM2)
    return (
        f"Implied: {area} is as large as a disk of {body.shape.swatch_km:.1f} km radius. No place is named as held "
        "that can be laid beyond the border, so it is no shape on the ground."
    )


_HOW = {
    BodyKind.DEPTH_WIDTH: _depth_width,
    BodyKind.DEPTH_AREA: _depth_area,
    BodyKind.WIDTH_AREA: _width_area,
    BodyKind.AREA_PLACES: _area_places,
    BodyKind.PLACES: _places,
    BodyKind.AREA: _swatch,
}
