"""A draft: a row of a table that a text seems to say, the span that it rests on, and what is unsure of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from geo.errors import InputError
from geo.model.case import Case
from geo.model.claims import Claim, Record, Statement
from geo.model.evacuation import EvacuationOrder
from geo.model.places import ControlEvent

#: The tables that a text can have drafts for, with the record of each; a draft has the columns of its record.
DRAFT_TABLES: dict[str, type[Record]] = {
    "claims": Claim,
    "evacuation_orders": EvacuationOrder,
    "statements": Statement,
    "control_events": ControlEvent,
}


@dataclass(frozen=True)
class Draft:
    """One row that a text seems to say, for a person to take, correct or drop.

    Attributes
    ----------
    table : str
        One of DRAFT_TABLES.
    row : dict of str to value
        Columns of that table that the text fills; days are ISO days.
    span : tuple of int
        Where the words that it rests on start and end, in characters of the text.
    quote : str
        Those words.
    unsure : tuple of str
        Columns that a person must settle: empty ones, and values that the text does not make certain.
    """

    table: str
    row: dict[str, Any]
    span: tuple[int, int]
    quote: str
    unsure: tuple[str, ...] = ()
    text_sha256: str = ""
    source_url: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the draft as plain data: its table, span and open fields beside every column of the table."""
        columns = {name: self.row.get(name) for name in DRAFT_TABLES[self.table].model_fields}
        head = {"table": self.table, "span": list(self.span), "open": list(self.unsure), "quote": self.quote}
        return head | {"text_sha256": self.text_sha256, "source_url": self.source_url} | columns


@dataclass(frozen=True)
class DraftSource:
    """Where the text was published: the id of its row in sources.csv, there already or to be made with it."""

    id: str | None
    url: str | None
    new: bool = field(default=False)


def source_of(case: Case, url: str | None, published: str) -> DraftSource:
    """Find a source of the case by its address, or name a new one as the case's are named: publisher and day.

    Raises
    ------
    InputError
        The address is none of the web.
    """
    if url is None or not url.strip():
        return DraftSource(None, None)
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise InputError(f"source is {url!r}; it must be a web address that starts with https:// or http://")
    same = [source for source in case.sources.values() if source.url.rstrip("/") == url.strip().rstrip("/")]
    if same:
        dated = [source for source in same if source.published.isoformat() == published]
        return DraftSource((dated or same)[0].id, url)
    host = re.sub(r"^(?:www|m|amp)\.", "", parts.hostname)
    name = re.sub(r"[^A-Za-z0-9-]+", "-", host.rsplit(".", 1)[0]).strip("-") or "source"
    return DraftSource(f"{name}-{published}"[:80], url, new=True)
