"""Draw claimed ground as the map does: bodies as stated or implied bands, depths without a width as lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from shapely import get_coordinates, get_parts
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geo.analysis.bodies import Body, bodies_on
from geo.analysis.body_evidence import FigurePiece, of_the_whole
from geo.analysis.body_shapes import DrawnShapes
from geo.analysis.body_words import age_notice, body_label
from geo.analysis.reconstruction import Reconstruction
from geo.export.figures import style
from geo.export.figures.basemap import Extent, fill, stroke
from geo.export.figures.labels import CLAIM_RANK, Wanted
from geo.export.figures.legend import CLAIMED, FIGURES, Entry
from geo.export.figures.shown import Shown, line_sign, patch_sign
from geo.export.scope import Scope
from geo.geometry.bands import BANDS
from geo.model.ages import AgeState
from geo.model.asof import AsOf, age_days
from geo.model.bodies import BodyBasis
from geo.model.case import Case
from geo.model.labels import band_label, format_date, format_day_count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_STATED_EDGE, _IMPLIED_EDGE = (0, (4, 2.5)), (0, (0.6, 2.4))
_AGED = {
    AgeState.FADED: "outline: faded after {fades} days",
    AgeState.DOUBTFUL: "thin outline: doubtful after {doubtful} days",
}
#: The largest disk that is drawn, as a share of the picture's lesser side.
_MOST_DISK = 0.34


def draw_claimed(axes: Axes, scope: Scope, extent: Extent, day: date, shown: Shown) -> None:
    """Draw the claimed ground of a day, and say in the picture when nothing of it is filled any more."""
    case = scope.release.case
    found = bodies_on(case, AsOf(day, scope.known), case.derived(DrawnShapes))
    bodies = [body for body in found if scope.view.shows_body(body)] if scope.view.has("advances") else []
    # the larger lie under the smaller
    bodies.sort(key=lambda body: -max((area for _, area in body.shape.bands.values()), default=0.0))
    for body in bodies:
        _body(axes, case, extent, body, shown)
    _swatches(axes, extent, bodies, shown)
    in_bands = {ident for body in bodies if body.shape.bands for ident in body.ids}
    alone = [item for item in scope.advances_in_effect if item.about_date <= day]
    for item in alone:
        if scope.view.has("advances") and item.depth.id not in in_bands and not _in_body(item):
            _advance(axes, case, extent, item, shown, day)
        if scope.view.has("stretches") and item.width is not None:
            stroke(axes, extent.to_metric(item.section), color=style.STRETCH, linewidth=3.0, zorder=5.2)
            entry = Entry(CLAIMED, "border stretch of the claimed width", order=40)
            shown.explain(entry, line_sign, color=style.STRETCH, linewidth=3)
    if words := age_notice(case.settings.ages, [body.figures_age_days for body in bodies if body.shape.bands]):
        look: dict[str, Any] = {"facecolor": style.PAPER, "edgecolor": style.OCHRE, "linewidth": 0.6}
        axes.text(
            0.5,
            0.985,
            words,
            transform=axes.transAxes,
            ha="center",
            va="top",
            size=7,
            weight="bold",
            color=style.OCHRE_TEXT,
            zorder=20,
            bbox={"boxstyle": "square,pad=0.35", **look},
        )


def _in_body(item: Reconstruction) -> bool:
    """Whether an advance's bands are those of a body, and not drawn for it alone."""
    return item.width is not None and of_the_whole(item.depth) and of_the_whole(item.width)


def _body(axes: Axes, case: Case, extent: Extent, body: Body, shown: Shown) -> None:
    stated, age = body.shape.basis is BodyBasis.STATED, body.figures_age_days
    for band, (ground, _) in reversed(body.shape.bands.items()):
        look = _band_look(band, stated=stated, state=body.state)
        fill(axes, extent.to_metric(ground), zorder=3, **look)
        _explain_band(case, band, shown, stated=stated, state=body.state, look=look)
    if body.shape.bands:
        words = body_label(body) + _age_words(age)
        # a stated label stands under its outer band, an implied one over its likely band
        band, kind = ("outer", "claim") if stated else ("likely", "depth")
        ground, _ = body.shape.bands.get(band) or body.shape.bands["inner"]
        _label(shown, extent, words, ground, kind)
        figures = [piece for piece in body.shape.used if isinstance(piece, FigurePiece)] or body.shape.used
        who = ", ".join(dict.fromkeys(piece.claimant for piece in figures))
        newest = format_date(max(piece.about_date for piece in figures))
        shown.explain(Entry(FIGURES, f"{words} ({who}, about {newest})"), line_sign, linestyle="none")


def _band_look(band: str, *, stated: bool, state: AgeState) -> dict[str, Any]:
    hatch, wash = style.BAND_HATCHES[band]
    look: dict[str, Any] = {"edgecolor": style.OCHRE, "linewidth": 0.9, "facecolor": (*style.OCHRE_WASH, wash)}
    look |= {"linestyle": _STATED_EDGE if stated else _IMPLIED_EDGE, "hatch": hatch if stated else _implied(band)}
    if not stated:
        look["linewidth"] = 1.3
    if state is not AgeState.FRESH:
        look |= {"facecolor": "none", "hatch": None}
    if state is AgeState.DOUBTFUL:
        look["linewidth"] = 0.7
    return look


def _implied(band: str) -> str | None:
    """Return the hatch of an implied band: the other way round, and none for all that a claim allows."""
    return None if band == "outer" else style.BAND_HATCHES[band][0].replace("/", "\\")


def _explain_band(case: Case, band: str, shown: Shown, *, stated: bool, state: AgeState, look: dict[str, Any]) -> None:
    basis = "" if stated else "implied, "
    if state is AgeState.FRESH:
        entry = Entry(CLAIMED, f"{basis}{band_label(band)}", order=BANDS.index(band) + 10 * (not stated))
    else:
        ages = case.settings.ages.model_dump()
        entry = Entry(CLAIMED, f"{basis}{_AGED[state].format(**ages)}", order=20 + 10 * (not stated))
    shown.explain(entry, patch_sign, **look)


def _swatches(axes: Axes, extent: Extent, bodies: Iterable[Body], shown: Shown) -> None:
    """Draw areas that nobody placed as disks to scale in the upper left corner, one in another."""
    disks = sorted((body for body in bodies if body.shape.swatch_km), key=lambda body: -(body.shape.swatch_km or 0.0))
    west, south, east, north = extent.window.bounds
    gap_m = extent.width_m * 0.015
    most_km = _MOST_DISK * min(east - west, north - south) / 2e3
    drawn = [body for body in disks if (body.shape.swatch_km or 0.0) <= most_km]
    left, low = west + gap_m, north - gap_m - 2e3 * max((body.shape.swatch_km or 0.0 for body in drawn), default=0.0)
    for body in disks:
        look = _band_look("likely", stated=False, state=body.state)
        if body in drawn:
            from matplotlib.patches import Circle

            radius_m = (body.shape.swatch_km or 0.0) * 1e3
            axes.add_patch(Circle((left + radius_m, low + radius_m), radius_m, zorder=9, **look))
        size = "as large as the disk in the corner" if body in drawn else "too large for a disk here"
        words = f"{body_label(body)}{_age_words(body.figures_age_days)}: {size}, nobody says where"
        shown.explain(Entry(FIGURES, words), line_sign, linestyle="none")


def _advance(axes: Axes, case: Case, extent: Extent, item: Reconstruction, shown: Shown, day: date) -> None:
    age = age_days(item, day)
    for band in reversed(BANDS):
        if (ground := getattr(item, band)) is not None:
            look = _band_look(band, stated=True, state=item.state(day))
            fill(axes, extent.to_metric(ground), zorder=3, **look)
            _explain_band(case, band, shown, stated=True, state=item.state(day), look=look)
    if item.reach is not None:
        dashed: dict[str, Any] = {"color": style.OCHRE, "linewidth": 1.2, "linestyle": (0, (7, 4))}
        stroke(axes, extent.to_metric(item.reach), zorder=6, alpha=0.45 if age else 1.0, **dashed)
        entry = Entry(CLAIMED, "claimed depth, no width claimed", order=39)
        shown.explain(entry, line_sign, color=style.OCHRE, linestyle="--")
    where = item.outer if item.outer is not None else item.reach
    words = item.label + _age_words(age)
    _label(shown, extent, words, where, "depth" if item.outer is None else "claim")
    if item.outer is not None:
        said = f"{item.depth.claimant}, about {format_date(item.about_date)}: {words}"
        shown.explain(Entry(FIGURES, said), line_sign, linestyle="none")


def _age_words(age: int) -> str:
    return f" · {format_day_count(age)} old" if age else ""


def _label(shown: Shown, extent: Extent, words: str, where: BaseGeometry | None, kind: str) -> None:
    """Want a label at the edge of the part that is on the picture."""
    seen = Polygon() if where is None else extent.to_metric(where).intersection(extent.window)
    if seen.is_empty:
        return
    gap_m = extent.width_m * 0.006
    west, south, east, north = seen.bounds
    if kind == "claim":
        edge = get_coordinates(seen)
        ats = [edge[edge[:, axis].argsort()[end]] for axis, end in ((0, -1), (1, -1), (0, 0))]
    else:
        lines = [part for part in get_parts(seen) if part.geom_type == "LineString"]
        ats = [at for line in reversed(lines) for at in get_coordinates(line)[[0, -1]]]
        ats.sort(key=lambda at: -at[0])
    ats.append(np.array([(west + east) / 2, south if kind == "claim" else north]))
    (x, y), *also = [(float(at[0]), float(at[1])) for at in ats]
    rank = CLAIM_RANK + (kind == "claim")
    shown.labels.append(Wanted(words, x, y, rank=rank, kind=kind, gap_m=gap_m, also=tuple(also)))
