"""Mappers' fronts of a day as plain data: marks on the strips, and what is behind a selected front."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from geo.model.ages import Ages
from geo.model.case import CaseSettings
from geo.model.claims import Metric
from geo.model.fronts import FrontFigures, FrontOn, Snapshot
from geo.model.labels import AGE_LABELS, FRONT_STATE_LABELS, format_date, format_day_count, front_label
from ui.data.entries import Data

#: What a mapper's drawing measures on the axis of a claimed metric; the area is of the part beyond the border.
MEASURED = {
    Metric.DEPTH_KM: ("depth_max_km", "km deep"),
    Metric.WIDTH_KM: ("width_chord_km", "km wide, straight"),
    Metric.AREA_KM2: ("target_km2", "km² beyond the border"),
}
CAUTION = "What a mapper drew. It is nobody's claim, and no proof of control."


def front_marks(fronts: Iterable[FrontOn], metrics: Iterable[Metric], ages: Ages) -> list[Data]:
    """Return a mark for each front that measures one of the metrics and reaches beyond the border."""
    wanted = [MEASURED[metric] for metric in metrics if metric in MEASURED]
    return [
        {
            "value": value,
            "text": f"{value:,.3g} {unit}" if value < 100 else f"{value:,.0f} {unit}",
            "who": f"{found.track.mapper}: {front_label(found.track.status, found.track.holder)}",
            "state": state_words(found, ages),
            "carried": found.age_days > 0,
            "name": f"front:{found.track.id}",
        }
        for found in fronts
        for field, unit in wanted
        if found.figures is not None and found.figures.depth_max_km is not None
        if (value := getattr(found.figures, field)) is not None
    ]


def state_words(found: FrontOn, ages: Ages) -> str:
    """Say whether it was drawn for this very day, how old it is, and what that means by the table of ages."""
    old = f"{format_day_count(found.age_days)} old" if found.age_days else ""
    return ", ".join(filter(None, (FRONT_STATE_LABELS[found.state], old, AGE_LABELS[ages.state(found.age_days)])))


def front_facts(found: FrontOn, settings: CaseSettings) -> list[tuple[str, str]]:
    """Return what there is to say of a front on a day, label and text."""
    track, snapshot, figures = found.track, found.snapshot, found.figures
    if snapshot is None or figures is None:
        return [("A front is", CAUTION), ("On this day", found.nothing_words)]
    return [
        ("A front is", CAUTION),
        ("On this day", state_words(found, settings.ages)),
        *_measures(figures, settings.target),
        ("Since the day before", _change(found)),
        ("Drawn by", track.mapper),
        ("For", _day(snapshot)),
        ("Known", _known(snapshot)),
        ("File", snapshot.file + (f", revision {snapshot.revision}" if snapshot.revision else "")),
        ("SHA-256", snapshot.sha256),
        ("Licence", track.licence if track.may_publish else f"{track.licence}; not to be published"),
        ("Credit", track.attribution),
    ]


def figures_words(found: FrontOn, on: date, settings: CaseSettings) -> str:
    """Say in one line what a track has of day `on`: its state, what it measures, and what changed."""
    if found.figures is None:
        return f"{format_date(on)}: {found.nothing_words}."
    facts = [*_measures(found.figures, settings.target)]
    if not found.age_days:
        facts.append(("Since the day before:", _change(found)))
    return f"{format_date(on)}, {state_words(found, settings.ages)}. " + " · ".join(
        f"{label} {text}" for label, text in facts
    )


def _measures(figures: FrontFigures, target: str) -> list[tuple[str, str]]:
    area = ("Area", f"{figures.area_km2:,.1f} km²")
    if figures.depth_max_km is None:
        return [area]
    mean = "" if figures.depth_mean_km is None else f"; area / straight width {figures.depth_mean_km:.1f} km"
    width = "not measured as it is today; import the archive again"
    if figures.width_chord_km is not None:
        width = f"{figures.width_chord_km:.1f} km straight, {figures.width_along_km:.1f} km along the border"
    found = [
        area,
        ("Beyond the border", f"{figures.target_km2:,.1f} km² on {target}'s side"),
        ("Depth", f"{figures.depth_max_km:.1f} km at most{mean}"),
        ("Width", width),
    ]
    return found if figures.fill is None else [*found, ("Fill", f"{figures.fill:.2f} of depth × width")]


def _change(found: FrontOn) -> str:
    if found.gained_lost_km2 is None:
        return f"not computed: {found.no_change_words}"
    gained_km2, lost_km2 = found.gained_lost_km2
    return f"gained {gained_km2:,.2f} km², lost {lost_km2:,.2f} km²"


def _day(snapshot: Snapshot) -> str:
    moment = "" if snapshot.taken_at is None else f", {snapshot.taken_at:%H:%M} UTC"
    return format_date(snapshot.about_date) + moment


def _known(snapshot: Snapshot) -> str:
    note = " (assumed: the file does not say when it was published)" if snapshot.known_assumed else ""
    return format_date(snapshot.known_date) + note
