"""Grow a case to many times its rows, its row structure kept: more sectors of the front, and a longer time.

Copy 0 is the case itself; every other copy stands for another sector, another week, or both. Each has ids, roots,
sources and settlements of its own. Those of one sector share its claimants, districts, zones and the names in what its
claims speak of; another sector has others, in an oblast of its own. A later week moves every day by whole weeks. So the
claims of one root, the parts of a whole and the outlets of a figure come in groups of the size that they have in the
case. A wider case has more of these groups on one day; in a longer one the series of a claimant go on, as they would.
Claims that a second root backs are graded as confirmed, so that grades are checked too. The border, the base, the
placements and what the case left out stay as they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from geo.io.case_files import read_case
from geo.search.gazetteer import names_in

Files = Mapping[str, bytes]
Row = dict[str, str]

TABLES = (
    "claims.csv",
    "sources.csv",
    "statements.csv",
    "settlements.csv",
    "control_events.csv",
    "evacuation_orders.csv",
)
ZONES = "evacuation_zones.geojson"
_CLAIM_ID = re.compile(r"\bC\d{4}\b")
_DAYS = frozenset({"about_date", "known_date", "end_date", "superseded_date", "published"})
_IDS = frozenset({"id", "source", "claim", "part_of", "superseded_by", "settlement"})
_VOICES = frozenset({"claimant", "speaker", "superseded_who"})
#: About 10 m: a copy of a place lies beside it, in the same district, and at no other place's point.
_STEP_DEG = 1e-4


@dataclass(frozen=True)
class Copy:
    """One copy of the case: its number, its sector (0: the case's own), and by how many weeks its days are moved."""

    number: int
    sector: int
    weeks: int
    names: tuple[str, ...]

    def row(self, row: Row) -> Row:
        """Return a row of any table as this copy has it."""
        return {name: self._cell(name, cell) if cell else "" for name, cell in row.items()}

    def zone(self, feature: dict[str, Any]) -> dict[str, Any]:
        """Return a zone as this copy's sector has it, on the same ground."""
        said = feature["properties"]
        own = {name: self._named(said[name]) for name in ("name_en", "oblast")}
        return {**feature, "properties": said | own | {"id": f"{said['id']}.{self._code}"}}

    def _cell(self, name: str, cell: str) -> str:
        if name in _DAYS:
            return str(date.fromisoformat(cell) + timedelta(weeks=self.weeks))
        if name in _IDS:
            return self._ident(cell)
        if name.startswith("name_"):
            return self._own_names.get(cell, cell)
        if name in ("lon", "lat"):
            steps = self.number % 8 if name == "lon" else self.number // 8
            return f"{float(cell) + steps * _STEP_DEG:.6f}"
        return self._text(name, cell)

    def _text(self, name: str, cell: str) -> str:
        if name == "computed_from":
            return _CLAIM_ID.sub(lambda found: self._ident(found[0]), cell)
        if name == "root":
            return f"{cell}, {self.number}"
        if name == "url":
            return f"{cell}{'&' if '?' in cell else '?'}copy={self.number}"
        return self._of_sector(name, cell) if self.sector else cell

    def _of_sector(self, name: str, cell: str) -> str:
        if name == "zone":
            return f"{cell}.{self._code}"
        if name in _VOICES:
            return f"{cell} {self._code}"
        return self._named(cell) if name in ("place", "district", "oblast") else cell

    def _ident(self, ident: str) -> str:
        return f"{ident}.{self.number}"

    @property
    def _code(self) -> str:
        """Two letters for the sector: too short to be a word that a root and a claimant share."""
        return f"{chr(97 + self.sector // 26)}{chr(97 + self.sector % 26)}"

    def _named(self, text: str) -> str:
        """Put the sector's own names into a text about a place; where it has no name, number the sector."""
        found = names_in(text)
        for name in found:
            text = text.replace(name, self._sector_names.get(name) or f"{self._code.title()}{name.lower()}")
        return text if found else f"{text} of sector {self.sector}"

    @cached_property
    def _own_names(self) -> dict[str, str]:
        return _mixed(self.names, self.number)

    @cached_property
    def _sector_names(self) -> dict[str, str]:
        """The names of the sector's first copy, whose number is the sector's."""
        return _mixed(self.names, self.sector)


def grown(files: Files, times: int, *, sectors: int | None = None) -> dict[str, bytes]:
    """Return the files of a case with `times` as many rows.

    Parameters
    ----------
    files : mapping of name to bytes
    times : int
        How many copies there are, the case itself among them; up to 80, as there are so many names to mix.
    sectors : int or None
        How many copies share their days: 1 only makes the case longer, `times` only wider. None is the root of `times`,
        so that it grows both ways alike.
    """
    wide = round(times**0.5) if sectors is None else sectors
    copies = _copies(files, range(1, times), wide)
    out = {**files, "claims.csv": _graded(files)}
    for name in TABLES:
        rows = _rows(out[name])
        out[name] = _table([*rows, *(copy.row(row) for copy in copies for row in rows)])
    zones = json.loads(files[ZONES])
    own = list(zones["features"])
    zones["features"] += [copy.zone(zone) for copy in copies if 0 < copy.number < wide for zone in own]
    out[ZONES] = json.dumps(zones, ensure_ascii=False, separators=(",", ":")).encode()
    out["case.toml"] = _longer(files["case.toml"].decode(), copies[-1].weeks if copies else 0).encode()
    return out


def new_rows(files: Files, times: int, *, sectors: int | None = None) -> list[tuple[int, Row]]:
    """Return as many claims as `grown` has, as somebody would enter them beside those: (row number, cells by column).

    They have ids and roots of their own, and cite the sources that the case holds. One in a hundred misspells its
    place, so that the nearest name has to be looked for.
    """
    wide = round(times**0.5) if sectors is None else sectors
    found = []
    for copy in _copies(files, range(times), wide):
        for row in _rows(files["claims.csv"]):
            cells = copy.row(row) | {"source": row["source"], "id": f"new.{row['id']}.{copy.number}"}
            cells |= {name: f"new.{cells[name]}" for name in ("part_of", "superseded_by") if row[name]}
            found.append({name: cell for name, cell in cells.items() if cell})
    names = _place_names(files)
    for number, row in enumerate(found[::100]):
        name = names[number % len(names)]
        row["place"] = f"{name[:2]}x{name[3:]}"
    return list(enumerate(found, start=2))


def _copies(files: Files, numbers: range, wide: int) -> list[Copy]:
    names = tuple(_place_names(files))
    return [Copy(number, number % wide, number // wide, names) for number in numbers]


def _graded(files: Files) -> bytes:
    """Grade as confirmed whatever the ledger's own rule lets pass."""
    rows = _rows(files["claims.csv"])
    tried = _table([row | {"credibility": "1"} for row in rows])
    refused = {fault.row for fault in read_case({**files, "claims.csv": tried}).faults if fault.field == "credibility"}
    return _table([row if number in refused else row | {"credibility": "1"} for number, row in enumerate(rows, 2)])


def _place_names(files: Files) -> list[str]:
    rows = _rows(files["settlements.csv"])
    return [row[name] for row in rows for name in ("name_en", "name_ru", "name_uk") if row[name]]


def _mixed(names: tuple[str, ...], number: int) -> dict[str, str]:
    """Make new names of halves of the real ones of the same script: as long, and as unlike each other, as those."""
    found = {}
    for own in ([name for name in names if name.isascii()], [name for name in names if not name.isascii()]):
        for place, name in enumerate(own):
            other = own[(place + number) % len(own)]
            found[name] = f"{name[: (len(name) + 1) // 2]}{other[(len(other) + 1) // 2 :]}"
    return found


def _longer(settings: str, weeks: int) -> str:
    """Let the case and its ledger go on for so many weeks more."""
    return re.sub(
        r"^((?:last_date|ledger_until) = )(\d{4}-\d\d-\d\d)",
        lambda found: f"{found[1]}{date.fromisoformat(found[2]) + timedelta(weeks=weeks)}",
        settings,
        flags=re.MULTILINE,
    )


def _rows(table: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(table.decode(), newline="")))


def _table(rows: list[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
