"""The one grammar of a view outside the program: in an address, in a permanent link, in a message of the map document.

`GRAMMAR` is its table. Python reads and writes by it here; the script's tables are generated from `script_table`, and
vectors written by this module are replayed in the script's tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from geo.errors import InputError, SelectionError
from geo.model.asof import AsOf
from geo.model.case import Case
from geo.model.claims import Metric, Side
from geo.model.map_layers import BODY_CHOICES, CURVES, MAP_LAYERS
from geo.reports.selection import select
from geo.reports.view import View, Viewpoint, default_view

#: How many characters of a version tell it from every other; a whole one is in the citation's manifest.
VERSION_CHARS = 12
#: Of a value that can't be read, no more than this is said again.
_SHORT = 40
#: Characters that stand as they are: those that JavaScript's encodeURIComponent leaves, and the marks of lists.
_PLAIN = ",:!*'()"
_VERSION = re.compile(rf"[0-9a-f]{{{VERSION_CHARS}}}")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
VIEWPOINT_PATTERN = r"-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?,\d{1,2}(\.\d{1,4})?"
_VIEWPOINT = re.compile(VIEWPOINT_PATTERN, re.ASCII)
_ZOOMS = (1.0, 20.0)


class Form(StrEnum):
    """How the values of a part stand in an address."""

    DAY = "day"  # 2024-08-12
    ONE = "one"  # one of a fixed list
    SOME = "some"  # some of a fixed list, set off by commas; empty is none of them
    NAMES = "names"  # names of this case, the part repeated for each
    SELECTION = "selection"  # a kind and an id, such as claim:C0001
    VIEWPOINT = "viewpoint"  # lon,lat,zoom


@dataclass(frozen=True, slots=True)
class AddressPart:
    """One part of an address: its name there, the field of `View`, its key in the script, and its form.

    `values` are those that a part of form ONE or SOME may have, its default first or all. The map
    knows nothing of what is `of_pages`.
    """

    name: str
    field: str
    key: str
    form: Form
    values: tuple[str, ...] = ()
    of_pages: bool = False


#: Every part of an address, in the order in which it is written; what has its default is left out, but for the day.
GRAMMAR: tuple[AddressPart, ...] = (
    AddressPart("on", "on", "date", Form.DAY),
    AddressPart("known", "known", "known", Form.DAY),
    AddressPart("compare", "compare", "compare", Form.DAY),
    AddressPart("curve", "curve", "curve", Form.ONE, CURVES),
    AddressPart("bodies", "bodies", "bodies", Form.ONE, tuple(BODY_CHOICES)),
    AddressPart("metric", "metric", "metric", Form.ONE, tuple(Metric), of_pages=True),
    AddressPart("layers", "layers", "layers", Form.SOME, MAP_LAYERS),
    AddressPart("sides", "sides", "sides", Form.SOME, tuple(Side)),
    AddressPart("hide", "hidden", "hidden", Form.NAMES),
    AddressPart("hidefront", "hidden_fronts", "hiddenFronts", Form.NAMES),
    AddressPart("sel", "selected", "selected", Form.SELECTION),
    AddressPart("at", "at", "at", Form.VIEWPOINT),
)
_OF_MAP = tuple(part for part in GRAMMAR if not part.of_pages)


def script_table() -> list[dict[str, Any]]:
    """Return the grammar as plain data, from which the script's tables are generated."""
    return [{"name": p.name, "key": p.key, "form": str(p.form), "values": list(p.values)} for p in _OF_MAP]


def address_parts(view: View, case: Case | None = None) -> list[tuple[str, str]]:
    """Write a view as the parts of an address, in the grammar's order.

    Parameters
    ----------
    view : View
    case : Case, optional
        Pins the parts to the case and its version, by which whoever opens the link learns whether the data changed.
    """
    parts = [] if case is None else [("case", case.settings.id), ("v", case.version[:VERSION_CHARS])]
    for part in GRAMMAR:
        parts += [(part.name, text) for text in _texts(part, getattr(view, part.field))]
    return parts


def write_address(view: View, case: Case | None = None, base: str = "") -> str:
    """Return the address of a view: `base`, a question mark, and the parts, pinned to a case where it is given.

    >>> write_address(View(on=date(2024, 8, 12), hidden=frozenset({"A & B"})))
    '?on=2024-08-12&hide=A%20%26%20B'
    """
    return f"{base}?{'&'.join(f'{name}={quote(text, safe=_PLAIN)}' for name, text in address_parts(view, case))}"


def read_address(params: Mapping[str, Iterable[str]], case: Case) -> tuple[View, list[str]]:
    """Read a view from the parts of an address.

    Returns
    -------
    View, list of str
        What could be read, and a sentence for every part that could not; such a part takes its default.
    """
    reader = _Reader(case)
    given = {part: list(params[part.name]) for part in GRAMMAR if part.name in params}
    fields = {part.field: reader.read(part, values) for part, values in given.items()}
    found = {name: value for name, value in fields.items() if value is not None}
    default = default_view(case)
    return View(**({"on": default.on} | found)), reader.problems


def write_message(view: View) -> dict[str, object]:
    """Write a view as the map document takes it; where the map looks travels apart, as `viewpoint_text`."""
    return {part.key: _plain(part, getattr(view, part.field)) for part in _OF_MAP if part.form is not Form.VIEWPOINT}


def read_message(message: object, case: Case, before: View | None = None) -> View | None:
    """Read a view from the map document's message, the rest as `before`; None when it has not the agreed form."""
    if not isinstance(message, dict):
        return None
    params = {part.name: _given(part, message[part.key]) for part in _OF_MAP if message.get(part.key) is not None}
    if any(values is None for values in params.values()):
        return None
    view, problems = read_address({name: values for name, values in params.items() if values is not None}, case)
    if before is not None:
        view = replace(view, **{part.field: getattr(before, part.field) for part in GRAMMAR if part.of_pages})
    return None if problems else view


def pin_note(params: Mapping[str, Iterable[str]], case: Case) -> str | None:
    """Say whether a permanent link was made on another version or of another case; None where it was not."""
    pinned = {name: next(iter(params.get(name) or ()), "") for name in ("case", "v")}
    if pinned["case"] and pinned["case"] != case.settings.id:
        return f"This link is to case {pinned['case'][:80]!r}; this server shows {case.settings.id}."
    version, now = pinned["v"], case.version[:VERSION_CHARS]
    if not version or version == now:
        return None
    if not _VERSION.fullmatch(version):
        return f"v is {version[:_SHORT]!r} in the address; a version has {VERSION_CHARS} signs such as {now}."
    return (
        f"The data has changed since this link was made: it was version {version}, and is {now}. What you see is as "
        "known today or on the day that the link names; the page “New since” tells what became known when."
    )


def viewpoint_text(at: Viewpoint) -> str:
    """Write where the map looks: lon, lat to about a metre, zoom to a hundredth.

    >>> viewpoint_text((35.27, 51.1912345, 9.5)), viewpoint_text((0.00001, -0.000001, 8))
    ('35.27,51.19123,9.5', '0.00001,0,8')
    """
    return ",".join(_decimal(value, places) for value, places in zip(at, (5, 5, 2), strict=True))


def read_viewpoint(text: str) -> Viewpoint | None:
    """Read where the map looks, to as many places as are written; None when the text does not say it.

    >>> read_viewpoint("35.27,51.19,9.5"), read_viewpoint("35.27,9.5"), read_viewpoint("51,135,nan")
    ((35.27, 51.19, 9.5), None, None)
    """
    if not _VIEWPOINT.fullmatch(text):
        return None
    lon, lat, zoom = (float(part) for part in text.split(","))
    sound = -180 <= lon <= 180 and -90 <= lat <= 90 and _ZOOMS[0] <= zoom <= _ZOOMS[1]
    return (round(lon, 5), round(lat, 5), round(zoom, 2)) if sound else None


def _decimal(value: float, places: int) -> str:
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _texts(part: AddressPart, value: Any) -> list[str]:
    """Return the texts of a value in an address; none where it is the default."""
    if part.form is Form.SOME:
        return [] if set(value) == set(part.values) else [",".join(value)]
    if part.form is Form.NAMES:
        return sorted(value)
    if part.form is Form.VIEWPOINT:
        return [] if value is None else [viewpoint_text(value)]
    default = part.values[0] if part.form is Form.ONE else None
    return [] if value == default or not value else [str(value)]


def _plain(part: AddressPart, value: Any) -> object:
    """Return a value as JSON knows it."""
    if part.form in {Form.SOME, Form.NAMES}:
        return [str(item) for item in (sorted(value) if part.form is Form.NAMES else value)]
    return None if value is None else str(value)


def _given(part: AddressPart, value: object) -> list[str] | None:
    """Return a message's value as the texts of an address; None when it is of another kind."""
    if part.form in {Form.SOME, Form.NAMES}:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return None
        return [",".join(value)] if part.form is Form.SOME else value
    return [value] if isinstance(value, str) else None


class _Reader:
    """Reads the parts of one address, and gathers a sentence for each that can't be read."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.problems: list[str] = []

    def read(self, part: AddressPart, values: list[str]) -> Any:
        """Return a part's value; None where it is absent or can't be read, and takes its default."""
        if part.form is Form.SOME:
            return self._some(part, values)
        if part.form is Form.NAMES:
            return self._names(part, values)
        if not values or not values[0]:
            return None
        if part.form is Form.DAY:
            return self._day(part, values[0])
        if part.form is Form.ONE:
            return self._one(part, values[0])
        return self._selection(values[0]) if part.form is Form.SELECTION else self._viewpoint(values[0])

    def _day(self, part: AddressPart, text: str) -> date | None:
        try:
            day = date.fromisoformat(text) if _ISO_DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None:
            shown = text[:_SHORT]
            self.problems.append(f"{part.name} is {shown!r} in the address; it must be a day such as 2024-08-12.")
            return None
        try:
            return self.case.check_date(day, part.name)
        except SelectionError as error:
            self.problems.append(f"{error}.")
            return None

    def _one(self, part: AddressPart, text: str) -> str | None:
        if text in part.values:
            return part.values[part.values.index(text)]
        self.problems.append(f"{part.name} is {text[:_SHORT]!r}; it may be {', '.join(part.values)}.")
        return None

    def _some(self, part: AddressPart, values: list[str]) -> tuple[Any, ...] | None:
        """Read a list; an empty one means none, one of which nothing is known means nothing and takes its default."""
        asked = {item for item in ",".join(values).split(",") if item}
        unknown = asked - set(part.values)
        if unknown:
            shown = ", ".join(sorted(unknown))[:80]
            self.problems.append(f"{part.name} holds {shown!r}; it may hold {', '.join(part.values)}.")
        if asked and asked == unknown:
            return None
        return tuple(item for item in part.values if item in asked)

    def _names(self, part: AddressPart, values: list[str]) -> frozenset[str]:
        claimants = part.field == "hidden"
        known = _claimants(self.case) if claimants else {track.id for track in self.case.fronts}
        unknown = set(values) - known
        if unknown:
            what = "nobody of that name claims anything here" if claimants else "no front here has that name"
            self.problems.append(f"{part.name} names {', '.join(sorted(unknown))[:80]!r}; {what}.")
        return frozenset(set(values) - unknown)

    def _selection(self, text: str) -> str | None:
        try:
            select(self.case, text[:200], AsOf(self.case.last_date))
        except InputError as error:
            self.problems.append(f"{error}.")
            return None
        return text

    def _viewpoint(self, text: str) -> Viewpoint | None:
        found = read_viewpoint(text[:60])
        if found is None or not self.case.settings.area.holds(*found[:2]):
            shown = text[:_SHORT]
            self.problems.append(f"at is {shown!r}; it must be lon,lat,zoom inside this case, such as 35.2,51.2,9.")
            return None
        return found


def _claimants(case: Case) -> set[str]:
    return {record.claimant for kind in (case.claims, case.control_events, case.orders) for record in kind}
