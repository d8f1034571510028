"""Control per settlement and day, as VIINA, ACLED or anybody tables it, to words about places of a case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from pydantic import ValidationError

from geo.errors import InputError, SelectionError
from geo.io.mappers.days import cell_day
from geo.io.place_finder import PlaceFinder
from geo.model.case import Case
from geo.model.faults import Fault, faults_of
from geo.model.places import HELD, ControlEvent, Status

#: A word of a table that says nothing of a place.
SKIP = "skip"


@dataclass(frozen=True)
class ControlLayout:
    """Where a table has what: the place (id or name, or longitude and latitude), the day, the status.

    Attributes
    ----------
    statuses : dict
        From a word of the table to a status of `Status`, or `SKIP`.
    actor_column : str
        A second column that is put behind the status with a slash, where the status alone does not say whose it is.
    """

    date_column: str
    status_column: str
    place_column: str = ""
    lon_column: str = ""
    lat_column: str = ""
    date_pattern: str = ""
    actor_column: str = ""
    claimant: str = ""
    statuses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word, status in self.statuses.items():
            if status not in {*Status, SKIP}:
                raise SelectionError(
                    f"status {word!r} is said to mean {status!r}; it must be one of {', '.join([*Status, SKIP])}"
                )


_VIINA = {"UA": "claimed", "RU": "lost", "CONTESTED": "contested", "UNKNOWN": SKIP, "": SKIP}
_TAKEN = ("Government regains territory", "Non-state actor overtakes territory", "Non-violent transfer of territory")
LAYOUTS = {
    "viina": ControlLayout("date", "status", "geonameid", date_pattern="YYYYMMDD", claimant="VIINA", statuses=_VIINA),
    "acled": ControlLayout(
        "event_date",
        "sub_event_type",
        "location",
        "longitude",
        "latitude",
        actor_column="actor1",
        claimant="ACLED",
        statuses={
            **{f"{word}/Military Forces of Ukraine": "claimed" for word in _TAKEN},
            **{f"{word}/Military Forces of Russia": "lost" for word in _TAKEN},
            "Armed clash": "contested",
        },
    ),
}


#: Columns of a gazetteer: name, longitude, latitude.
_GAZETTEER = (("name", "asciiname", "name_en"), ("longitude", "lon", "lng"), ("latitude", "lat"))


@dataclass(frozen=True, slots=True)
class ControlSource:
    """Who says what a table says, and where it was published: `source` is an id of the case's sources."""

    claimant: str
    side: str
    source: str
    published: date


@dataclass(frozen=True, slots=True)
class ControlReading:
    """Words about places, what could not be used, and how many rows said nothing new or were of no place here."""

    events: tuple[ControlEvent, ...]
    faults: tuple[Fault, ...]
    repeated: int
    elsewhere: int


def read_control(
    file: str, rows: Sequence[Mapping[str, str]], layout: ControlLayout, said: ControlSource, case: Case
) -> ControlReading:
    """Turn a table's rows into words about places: one for each day on which a place's status changes.

    A table repeats a place's status every day; that is one word, of the first of those days. Ground that the defending
    side holds is `lost` once the table has had the advancing side there, and says nothing before.

    Parameters
    ----------
    file : str
    rows : sequence of mappings from column to cell
    layout : ControlLayout
    said : ControlSource
    case : Case
        A place is found by the case's id, by its GeoNames id, by its name in any spelling, or as the one place whose
        point is no farther than its precision.

    Raises
    ------
    InputError
        When a column of the layout is not there.
    """
    columns = list(rows[0]) if rows else []
    wanted = (layout.date_column, layout.status_column, layout.place_column, layout.lon_column, layout.lat_column)
    for column in wanted:
        if column and column not in columns:
            raise InputError(
                f"{file} has no column {column!r}; its columns are {', '.join(columns) or 'none'}. Name one of them"
            )
    finder = PlaceFinder(case, layout.place_column, (layout.lon_column, layout.lat_column))
    faults: list[Fault] = []
    elsewhere = 0
    found: dict[str, dict[date, str]] = {}
    for number, row in enumerate(rows, start=2):
        place, problem = finder.find(row)
        if place is None:
            elsewhere += not problem
            faults += [Fault(file, number, layout.place_column or layout.lon_column, *problem)] if problem else []
            continue
        try:
            day, status = _day(row, layout), _status(row, layout)
        except InputError as error:
            column, _, reason = str(error).partition("|")
            faults.append(Fault(file, number, column, row[column][:80], reason))
            continue
        before = found.setdefault(place.id, {}).setdefault(day, status)
        if before != status:
            words = f"says {before} and {status} of one place on one day; the first is kept"
            faults.append(Fault(file, number, layout.status_column, status, words))
    events, repeated = [], 0
    for place_id, days in found.items():
        changes = list(_changes(days))
        repeated += len(days) - len(changes)
        for day, status in changes:
            try:
                events.append(_event(place_id, day, status, said))
            except ValidationError as error:
                faults += faults_of(error, file, None)
    return ControlReading(
        tuple(sorted(events, key=lambda e: (e.about_date, e.settlement))), tuple(faults), repeated, elsewhere
    )


def with_places(
    file: str, rows: Sequence[Mapping[str, str]], layout: ControlLayout, gazetteer: Sequence[Mapping[str, str]]
) -> tuple[list[dict[str, str]], ControlLayout]:
    """Return a table's rows with the name and the point that a gazetteer has for their ids, and the layout for that.

    Raises
    ------
    InputError
        When the gazetteer lacks the column of ids, or columns of name, longitude and latitude.
    """
    columns = {name.casefold(): name for name in (gazetteer[0] if gazetteer else {})}
    found = [
        next((columns[one] for one in choices if one in columns), "")
        for choices in ((layout.place_column.casefold(), "geonameid", "id"), *_GAZETTEER)
    ]
    if not all(found):
        raise InputError(
            f"{file} has the columns {', '.join(columns) or 'none'}; an id as in the table, a name, lon and lat were "
            "expected"
        )
    ident, name, lon, lat = found
    by_id = {row[ident].strip(): row for row in gazetteer}
    joined = []
    for row in rows:
        place = by_id.get(row.get(layout.place_column, "").strip(), {})
        point = {"place lon": place.get(lon, ""), "place lat": place.get(lat, "")}
        joined.append({**row, "place name": place.get(name, ""), **point})
    return joined, replace(layout, place_column="place name", lon_column="place lon", lat_column="place lat")


def _changes(days: Mapping[date, str]) -> Iterator[tuple[date, str]]:
    last = ""
    for day in sorted(days):
        status = days[day]
        if status not in (SKIP, last) and not (status == Status.LOST and last not in HELD):
            yield day, status
            last = status


def _event(place: str, day: date, status: str, said: ControlSource) -> ControlEvent:
    return ControlEvent.model_validate(
        {
            "id": f"{said.source}.{place}.{day:%Y%m%d}"[:80],
            "about_date": day,
            "known_date": max(said.published, day),
            "claimant": said.claimant,
            "side": said.side,
            "source": said.source,
            "settlement": place,
            "status": status,
            "summary": f"{said.claimant} has the place as {status} from {day} on.",
        }
    )


def _day(row: Mapping[str, str], layout: ControlLayout) -> date:
    cell = row[layout.date_column].strip()
    day = cell_day(cell, layout.date_pattern) or _english_day(cell)
    if day is None:
        wanted = layout.date_pattern or "2024-08-12 or 12 August 2024"
        raise InputError(
            f"{layout.date_column}|it must be a day such as {wanted}; say how it is spelled (--date-pattern)"
        )
    return day


def _english_day(cell: str) -> date | None:
    try:
        return datetime.strptime(cell, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _status(row: Mapping[str, str], layout: ControlLayout) -> str:
    word = row[layout.status_column].strip()
    actor = row.get(layout.actor_column, "").strip() if layout.actor_column else ""
    for key in (f"{word}/{actor.partition(' (')[0]}", word):
        if key in layout.statuses:
            return layout.statuses[key]
    if layout.actor_column:
        return SKIP
    meanings = ", ".join([*Status, SKIP])
    raise InputError(
        f"{layout.status_column}|nobody said what this status means; say --status {word}=MEANING, one of {meanings}"
    )
