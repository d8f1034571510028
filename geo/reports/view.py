"""What a person is looking at: day, day of knowledge, filters and selection; read from an address or a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from geo.errors import InputError, SelectionError
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Reported, Side
from geo.model.fronts import FrontTrack
from geo.reports.address import VERSION_CHARS, at_text, read_at
from geo.reports.selection import select

_VERSION = re.compile(r"[0-9a-f]{12}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MAP_LAYERS = ("advances", "stretches", "fronts", "places", "zones", "towns")
#: What the plot of the time bar may show.
CURVES = ("claims", "area", "depth", "width")


@dataclass(frozen=True, slots=True)
class View:
    """One view of a case.

    `known` None is today; `hidden` are claimants that are switched off, `hidden_fronts` mappers' tracks, by id;
    `compare` is the day with which the fronts of `on` are compared; `curve` is what the time bar's plot shows;
    `at` is the map's own view, lon, lat and zoom, where it is not the case's.
    """

    on: date
    known: date | None = None
    layers: tuple[str, ...] = MAP_LAYERS
    sides: tuple[Side, ...] = tuple(Side)
    hidden: frozenset[str] = frozenset()
    hidden_fronts: frozenset[str] = frozenset()
    compare: date | None = None
    curve: str = CURVES[0]
    selected: str | None = None
    at: str | None = None

    @property
    def as_of(self) -> AsOf:
        """The day, and the day of knowledge."""
        return AsOf(self.on, self.known)

    def shows(self, record: Reported) -> bool:
        """Whether the filters let a claimant's record through."""
        return record.side in self.sides and record.claimant not in self.hidden

    def shows_front(self, track: FrontTrack) -> bool:
        """Whether the layers and filters let a mapper's track through."""
        return "fronts" in self.layers and track.id not in self.hidden_fronts

    def to_message(self) -> dict[str, object]:
        """Write the view as the map document takes it."""
        return {
            "date": self.on.isoformat(),
            "known": self.known.isoformat() if self.known else None,
            "layers": list(self.layers),
            "sides": list(self.sides),
            "hidden": sorted(self.hidden),
            "hiddenFronts": sorted(self.hidden_fronts),
            "compare": self.compare.isoformat() if self.compare else None,
            "curve": self.curve,
            "selected": self.selected,
        }


def default_view(case: Case) -> View:
    """Open on the first day with a drawn advance that has a width, else on the operation's first day."""
    claims = {claim.id: claim for claim in case.claims}
    widths = [claims[p.width_claim].about_date for p in case.placements if p.width_claim in claims]
    return View(on=min(widths, default=case.settings.start_date))


def read_view(params: Mapping[str, Iterable[str]], case: Case) -> tuple[View, list[str]]:
    """Read a view from an address.

    Returns
    -------
    View, list of str
        What could be read, and a sentence for every part that could not; such a part takes its default.
    """
    default = default_view(case)
    problems: list[str] = []
    values = {name: list(given) for name, given in params.items()}
    on = _day(values.get("on"), "on", case, problems)
    known = _day(values.get("known"), "known", case, problems)
    view = View(
        on=on or default.on,
        known=known,
        layers=_choices(values.get("layers"), MAP_LAYERS, "layers", problems),
        sides=tuple(Side(side) for side in _choices(values.get("sides"), tuple(Side), "sides", problems)),
        hidden=_known_names(values.get("hide"), _claimants(case), "hide", problems),
        hidden_fronts=_known_names(values.get("hidefront"), {track.id for track in case.fronts}, "hidefront", problems),
        compare=_day(values.get("compare"), "compare", case, problems),
        curve=_curve(values.get("curve"), problems),
        selected=_selected(values.get("sel"), case, problems),
        at=_at(values.get("at"), case, problems),
    )
    return view, problems


def pin_note(params: Mapping[str, Iterable[str]], case: Case) -> str | None:
    """Say whether a permanent link was made on another version or of another case; None where it was not."""
    pinned = {name: next(iter(params.get(name) or ()), "") for name in ("case", "v")}
    if pinned["case"] and pinned["case"] != case.settings.id:
        return f"This link is to case {pinned['case'][:80]!r}; this server shows {case.settings.id}."
    version, now = pinned["v"], case.version[:VERSION_CHARS]
    if not version or version == now:
        return None
    if not _VERSION.fullmatch(version):
        return f"v is {version[:40]!r} in the address; a version has {VERSION_CHARS} signs such as {now}."
    return (
        f"The data has changed since this link was made: it was version {version}, and is {now}. What you see is as "
        "known today or on the day that the link names; the page “New since” tells what became known when."
    )


def read_message(message: object, case: Case) -> View | None:
    """Read a view from a message of the map document; None when it does not have the agreed form."""
    if not isinstance(message, dict):
        return None
    names = {"date": "on", "known": "known", "compare": "compare", "curve": "curve", "selected": "sel", "at": "at"}
    params: dict[str, list[str]] = {}
    for key, name in names.items():
        if isinstance(message.get(key), str):
            params[name] = [message[key]]
    for key in ("layers", "sides"):
        if isinstance(message.get(key), list):
            params[key] = [",".join(str(item) for item in message[key])]
    for key, name in (("hidden", "hide"), ("hiddenFronts", "hidefront")):
        if isinstance(message.get(key), list):
            params[name] = [str(item) for item in message[key]]
    view, problems = read_view(params, case)
    return None if problems else view


def _claimants(case: Case) -> set[str]:
    records: tuple[tuple[Reported, ...], ...] = (case.claims, case.control_events, case.orders)
    return {record.claimant for kind in records for record in kind}


def _day(values: list[str] | None, name: str, case: Case, problems: list[str]) -> date | None:
    if not values or not values[0]:
        return None
    try:
        day = date.fromisoformat(values[0]) if _ISO_DAY.fullmatch(values[0]) else None
    except ValueError:
        day = None
    if day is None:
        problems.append(f"{name} is {values[0][:40]!r} in the address; it must be a day such as 2024-08-12.")
        return None
    try:
        return case.check_date(day, name)
    except SelectionError as error:
        problems.append(f"{error}.")
        return None


def _known_names(values: list[str] | None, known: set[str], name: str, problems: list[str]) -> frozenset[str]:
    asked = set(values or ())
    unknown = asked - known
    if unknown:
        what = "nobody of that name claims anything here" if name == "hide" else "no front here has that name"
        problems.append(f"{name} names {', '.join(sorted(unknown))[:80]!r}; {what}.")
    return frozenset(asked - unknown)


def _curve(values: list[str] | None, problems: list[str]) -> str:
    if not values or not values[0] or values[0] in CURVES:
        return values[0] if values and values[0] else CURVES[0]
    problems.append(f"curve is {values[0][:40]!r}; it may be {', '.join(CURVES)}.")
    return CURVES[0]


def _at(values: list[str] | None, case: Case, problems: list[str]) -> str | None:
    if not values or not values[0]:
        return None
    found = read_at(values[0][:60])
    if found is None or not case.settings.area.holds(*found[:2]):
        problems.append(f"at is {values[0][:40]!r}; it must be lon,lat,zoom inside this case, such as 35.2,51.2,9.")
        return None
    return at_text(found)


def _choices(values: list[str] | None, allowed: tuple[str, ...], name: str, problems: list[str]) -> tuple[str, ...]:
    # An empty list means none; a list of which nothing is known means nothing, and takes its default.
    if values is None:
        return allowed
    asked = {item for item in ",".join(values).split(",") if item}
    unknown = asked - set(allowed)
    if unknown:
        problems.append(f"{name} holds {', '.join(sorted(unknown))[:80]!r}; it may hold {', '.join(allowed)}.")
    if asked and asked == unknown:
        return allowed
    return tuple(item for item in allowed if item in asked)


def _selected(values: list[str] | None, case: Case, problems: list[str]) -> str | None:
    if not values or not values[0]:
        return None
    try:
        select(case, values[0][:200], AsOf(case.last_date))
    except InputError as error:
        problems.append(f"{error}.")
        return None
    return values[0]
