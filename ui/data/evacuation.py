"""The evacuation of a day as plain data for `static/evacuation.js`: zones, people by source, casualties."""

from __future__ import annotations

from geo.analysis.casualties import Casualties
from geo.analysis.people import PeopleScope, ShareMoved
from geo.analysis.zone_overlap import Overlap
from geo.model.claims import Kind, Metric, Side
from geo.model.evacuation import OrderKind
from geo.model.labels import METRIC_LABELS, ORDER_LABELS, SIDE_LABELS, format_date, format_day_count, scale_label
from geo.reports.evacuation import NO_REPORT, EvacuationReport, ZoneRow
from ui.data.entries import Data
from ui.data.places import cited_data


def evacuation_data(report: EvacuationReport) -> Data:
    """Everything that the page shows of a day."""
    return {
        "day": format_date(report.on),
        "zones": [_zone(zone, report) for zone in report.ordered],
        "silent": [f"{zone.name_en} ({zone.oblast})" for zone in report.zones if not zone.orders],
        "people": [_people(scope, report) for scope in report.people],
        "casualties": _casualties(report.casualties),
    }


def _zone(zone: ZoneRow, report: EvacuationReport) -> Data:
    words = "" if zone.state == NO_REPORT else ORDER_LABELS[OrderKind(zone.state)]
    lead = [one for one in (zone.lead.order, zone.lead.first_claim) if one is not None]
    moved = [scope for scope in report.people if scope.zone == zone.id]
    return {
        "id": zone.id,
        "name": zone.name_en,
        "others": " · ".join(name for name in (zone.name_ru, zone.name_uk) if name),
        "oblast": f"{zone.oblast} oblast · {SIDE_LABELS[Side(zone.side)]}",
        "side": zone.side,
        "state": zone.state,
        "words": words + (" for a part of it" if zone.scope == "part" else ""),
        "part": zone.scope == "part",
        "conflicting": zone.conflicting,
        "onMap": zone.on_map,
        "extent": zone.extent,
        "orders": [
            cited_data(order.cited)
            | {
                "from": format_date(order.start, year=False),
                "until": "" if order.end is None else format_date(order.end, year=False),
                "settlements": order.settlements or 0,
            }
            for order in zone.orders
        ],
        "lead": zone.lead.reading,
        "leadDays": zone.lead.days,
        "leadPlace": zone.lead.place,
        "leadCited": [cited_data(one) for one in lead],
        "overlaps": [_overlap(overlap) for overlap in zone.overlaps],
        "nearest": "" if zone.nearest is None else _nearest(zone.nearest),
        "bandSince": None if zone.band_since is None else cited_data(zone.band_since),
        "areaKm2": zone.area_km2,
        "people": [_people(scope, report) for scope in moved],
    }


def _overlap(overlap: Overlap) -> Data:
    return {"label": overlap.label, "share": overlap.share, "words": overlap.words}


def _nearest(overlap: Overlap) -> str:
    if overlap.distance_km > 0:
        return f"nearest edge {overlap.distance_km:.1f} km from the {overlap.label}"
    return f"reached by the {overlap.label}"


def _people(scope: PeopleScope, report: EvacuationReport) -> Data:
    zone = next((zone for zone in report.zones if zone.id == scope.zone), None)
    return {
        "title": scope.place or "the whole operation",
        "zone": "" if zone is None else zone.name_en,
        "scales": [_scale(metric, kind, scope) for metric, kind in _scales(scope)],
        "shares": [_share(share) for share in scope.shares],
        "left": [cited_data(one) for one in scope.stated_left],
        "rates": [
            {
                "text": f"{rate.people_per_day:,.0f} a day between {format_date(rate.first.about_date, year=False)} "
                f"and {format_date(rate.last.about_date, year=False)}",
                "bounds": rate.of_bounds,
                "cited": [cited_data(rate.first), cited_data(rate.last)],
            }
            for rate in scope.rates
        ],
        "conflicts": [
            {"apart": f"{one.apart:,.0f} apart", "cited": [cited_data(one.lower), cited_data(one.higher)]}
            for one in scope.conflicts
        ],
    }


def _scales(scope: PeopleScope) -> list[tuple[Metric, Kind]]:
    """Return the scales that a scope's figures are on, in the order of the vocabulary."""
    used = {(figure.metric, figure.kind) for figure in scope.figures}
    return [(metric, kind) for metric in Metric for kind in Kind if (metric, kind) in used]


def _scale(metric: Metric, kind: Kind, scope: PeopleScope) -> Data:
    """Figures of one kind, each with a bar as long as its part of the greatest: unlike figures have no common scale."""
    figures = [figure for figure in scope.figures if (figure.metric, figure.kind) == (metric, kind)]
    most = max(figure.value_high or figure.value for figure in figures)
    label = scale_label(metric, kind)
    return {
        "title": label[0].upper() + label[1:],
        "figures": [
            cited_data(figure.cited)
            | {
                "metric": METRIC_LABELS[metric],
                "bar": (figure.value_high or figure.value) / (most or 1.0),
                "age": format_day_count(figure.age_days) if figure.age_days else "",
                "repeats": figure.repeats,
            }
            for figure in figures
        ],
    }


def _share(share: ShareMoved) -> Data:
    high = "" if share.high is None else f" to {min(share.high, 9.99):.0%}"
    left = "none left" if share.left <= 0 else f"{share.left:,.0f} still to move"
    return {
        "share": share.share,
        "text": f"{share.share:.0%} of the plan moved ({share.low:.0%}{high or ' or more'}); {left}: "
        f"{share.moved.claimant} on {format_date(share.moved.about_date, year=False)}",
        "above": share.above_plan,
        "cited": [cited_data(share.moved), cited_data(share.planned)],
    }


def _casualties(found: Casualties) -> Data:
    return {
        "figures": [
            cited_data(figure.cited)
            | {
                "place": figure.place,
                "age": format_day_count(figure.age_days) if figure.age_days else "",
                "children": [cited_data(one) for one in figure.children],
                "childrenAbove": figure.children_above,
            }
            for figure in found.figures
        ],
        "falls": [
            {
                "text": "one claimant's total falls" if fall.own else "below another office's earlier total",
                "cited": [cited_data(fall.earlier), cited_data(fall.later)],
            }
            for fall in found.decreasing_totals
        ],
    }
