"""The mappers' fronts of the case: each archive with its licence and how it was read, each front day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from geo.analysis.fronts import FrontDay, front_days
from geo.analysis.mapper_difference import mapper_difference
from geo.errors import CaseError, InputError, SelectionError
from geo.io.front_store import StoredArchive, read_fronts, remove_archive
from geo.model.case import Case
from geo.model.fronts import FrontTrack, front_on
from geo.model.labels import FRONT_STATE_LABELS, format_date, front_label
from geo.reports.view import View
from ui.components.clocks import choose_clocks
from ui.components.emptied import say_hidden
from ui.components.grid import show_grid
from ui.components.ground_preview import show_grounds
from ui.components.import_form import show_import
from ui.components.withheld import show_withheld
from ui.data.fronts import figures_words
from ui.data.tables import Table
from ui.opened import Opened, case_folder
from ui.rights import may_edit, require_edit

_FIGURES = {
    "area_km2": "Area drawn, km²",
    "target_km2": "Beyond the border, km²",
    "depth_max_km": "Depth, km",
    "depth_mean_km": "Area / straight width, km",
    "width_chord_km": "Width straight, km",
    "width_along_km": "Width along, km",
    "fill": "Fill",
    "contact_km": "Border touched, km",
}
_CHANGED = {"gained_km2": "Gained, km²", "lost_km2": "Lost, km²"}
_CHANGE = "Change:"
_CHANGE_HELP = "Since the day before; empty unless both days have a drawing of their own."


def show(opened: Opened) -> None:
    """Draw the page."""
    view = choose_clocks(opened.case, "Fronts")
    st.caption(
        "A front is what a mapper drew for a day. It is the mapper's word, not a claim of either side, and not ours."
    )
    show_withheld(opened)
    archives = read_fronts(case_folder())
    if not archives:
        st.info("No fronts have been imported into this case.", icon=":material/layers:")
    if opened.case.fronts:
        st.subheader("Day by day")
        _days(opened.case, view)
        _difference(opened.case, view)
    if archives:
        st.subheader("Archives")
    for archive in archives:
        _archive(archive)
    st.subheader("Import an archive")
    if may_edit():
        show_import()
    else:
        st.text(
            "This server shows the case and changes nothing. Where you run it yourself (make run), archives go in here."
        )


def _days(case: Case, view: View) -> None:
    """Let a person choose a front; show what it is on the day, and every day of it."""
    tracks = {_track_words(track): track for track in case.fronts}
    chosen = st.selectbox("Front", list(tracks), index=first_beyond(case.fronts))
    track = tracks[chosen]
    st.text(figures_words(front_on(track, view.as_of, case.settings.ages), view.on, case.settings))
    figures = _columns()
    days = list(front_days(track, view.known, case.settings.ages))
    if not days:
        say_hidden(view, hidden=len(track.snapshots), shown=0, what="drawing", key="front days")
        return
    table = days_table(days).without_empty(*figures)
    show_grid(table, figures, height=420)


def _difference(case: Case, view: View) -> None:
    """Let a person choose two mappers' fronts of one kind, and show what both drew for the day and what one alone."""
    kinds = Counter((track.holder, track.status) for track in case.fronts)
    comparable = {_track_words(track): track for track in case.fronts if kinds[track.holder, track.status] > 1}
    if not comparable:
        return
    st.subheader("Two mappers on this day")
    first, second = st.columns(2)
    one = comparable[first.selectbox("One front", list(comparable))]
    others = [
        words
        for words, track in comparable.items()
        if track.id != one.id and (track.holder, track.status) == (one.holder, one.status)
    ]
    other = comparable[second.selectbox("The other", others)]
    try:
        found = mapper_difference(one, other, view.on, case.border, view.known)
    except SelectionError as error:
        st.text(str(error))
        return
    names = (one.mapper, other.mapper) if one.mapper != other.mapper else (one.archive, other.archive)
    parts = dict(zip(("both", *(f"only {name}" for name in names)), found.parts, strict=True))
    rows = [(name, round(part.area_km2, 1), round(part.beyond_km2, 1)) for name, part in parts.items()]
    table = Table(("Ground", "Area, km²", "Beyond the border, km²"), rows)
    show_grid(table, {}, height=150)
    if found.agreement is not None:
        st.text(
            f"{found.agreement:.0%} of what either drew is in both. It is no gain and no loss: two views of one day."
        )
    show_grounds(case, {name: part.ground for name, part in parts.items()}, f"Drawn for {view.on}")


def first_beyond(tracks: Sequence[FrontTrack]) -> int:
    """Return the number of the first track that has ground beyond the border on some day; 0 where none has."""
    having = (n for n, track in enumerate(tracks) if any(one.depth_max_km is not None for one in track.figures))
    return next(having, 0)


def _columns() -> dict[str, Any]:
    """Say how the figures are put: separated thousands and one digit after the point, heads that can be read."""
    heads = (*_FIGURES.values(), *_CHANGED.values(), *(_change_of(words) for words in _FIGURES.values()))
    return {
        head: st.column_config.NumberColumn(
            format="localized",
            step=0.01 if _FIGURES["fill"].casefold() in head.casefold() else 0.1,
            width=26 + 7 * len(head),
            help=_CHANGE_HELP if head.startswith(_CHANGE) else None,
        )
        for head in heads
    }


def _change_of(words: str) -> str:
    return f"{_CHANGE} {words[0].lower()}{words[1:]}"


def days_table(days: list[FrontDay]) -> Table:
    """One row a day: state, age, figures, gained and lost, and each figure's change since the day before."""
    columns = ("Day", "State", "Days old", *_FIGURES.values(), *_CHANGED.values())
    changes = tuple(_change_of(words) for words in _FIGURES.values())
    return Table((*columns, *changes, "File", "Known"), [_row(day) for day in days])


def _row(day: FrontDay) -> tuple[Any, ...]:
    figures, snapshot = day.found.figures, day.found.snapshot
    measured = [_rounded(getattr(figures, name, None), name) for name in _FIGURES]
    gained_lost_km2 = day.found.gained_lost_km2 or (None, None)
    changed = [_rounded(value, name) for value, name in zip(gained_lost_km2, _CHANGED, strict=True)]
    changes = [_rounded(day.change.get(name), name) for name in _FIGURES]
    file, known = (snapshot.file, snapshot.known_date.isoformat()) if snapshot else ("", "")
    state = FRONT_STATE_LABELS[day.found.state]
    return (day.on.isoformat(), state, day.found.age_days, *measured, *changed, *changes, file, known)


def _rounded(value: float | None, name: str) -> float | None:
    return None if value is None else round(value, 2 if name == "fill" else 1)


def _track_words(track: FrontTrack) -> str:
    return f"{track.mapper}, {front_label(track.status, track.holder)} ({track.archive})"


def _archive(archive: StoredArchive) -> None:
    record = archive.record
    days = {snapshot.about_date for track in archive.tracks for snapshot in track.snapshots}
    revised = {(s.file, s.revision) for track in archive.tracks for s in track.snapshots if s.revision}
    with st.container(border=True):
        st.text(f"{record.mapper}: {record.id}, {len(days)} days from {min(days)} to {max(days)}")
        st.text(f"Licence: {record.licence}. {_publication(archive)}")
        st.text(f"Days: {record.date_rule}. Classes: {record.class_rule}.")
        last = record.imports[-1]
        had = format_date(datetime.fromisoformat(last.retrieved_at).date())
        st.text(f"Had on {had} from {record.source}." if record.source else f"Had on {had}; source not stated.")
        if revised:
            st.text(f"{len(revised)} files came back changed and are kept in every version.")
        if archive.rejected:
            with st.expander(f"{len(archive.rejected)} faults"):
                rows = [{"File": f.file, "Row": f.row, "Field": f.field, "Reason": f.reason} for f in archive.rejected]
                st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch")
        if may_edit():
            with st.popover("Remove …"):
                st.text("The archive and the files it was read from leave the case.")
                st.button("Remove it", key=f"remove {record.id}", on_click=_remove, args=(record.id,))


def _publication(archive: StoredArchive) -> str:
    record = archive.record
    if record.may_publish:
        return "It allows publication."
    return "It is not recorded that this layer may be published, so it stays out of what is."


def _remove(name: str) -> None:
    try:
        require_edit()
        remove_archive(case_folder(), name)
    except (CaseError, InputError) as error:
        st.error(str(error))
