"""The rows of a world: what was said, named and ordered, and the case that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from pydantic import ValidationError

from benchmarks.truth.land import CASE, Village
from geo.io.case_store import open_case
from geo.model.case import Case
from geo.model.claims import Claim, Placement, Source
from geo.model.evacuation import EvacuationOrder
from geo.model.faults import Fault
from geo.model.places import ControlEvent, Settlement

KURSK = "Kursk Oblast"


@dataclass(frozen=True, slots=True)
class Said:
    """A claim. `sense` is known to nobody but the world: figures of unlike sense (axis, hour, ground) may differ."""

    id: str
    about: date
    known: date
    claimant: str
    side: str
    metric: str
    modality: str
    value: float
    high: float | None = None
    kind: str = "total"
    basis: str = "stated"
    computed_from: str = ""
    part_of: str = ""
    place: str = KURSK
    zone: str = ""
    root: str = ""
    source: str = "s"
    summary: str = ""
    superseded_by: str = ""
    superseded_on: date | None = None
    sense: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """One claimant's word about one village."""

    id: str
    about: date
    known: date
    claimant: str
    side: str
    village: str
    status: str
    root: str = ""
    sense: str = ""


@dataclass(frozen=True, slots=True)
class Ordered:
    """One word about one zone."""

    id: str
    about: date
    known: date
    claimant: str
    side: str
    zone: str
    kind: str
    root: str = ""


@dataclass(frozen=True)
class World:
    """Rows that voices said of known ground; `gazetteer` is what the case lists, `days` are those looked at."""

    seed: str
    family: str
    days: tuple[date, ...]
    said: tuple[Said, ...]
    named: tuple[Named, ...] = ()
    ordered: tuple[Ordered, ...] = ()
    gazetteer: tuple[Village, ...] = ()
    middle: tuple[float, float] | None = None
    populations: dict[str, int] = field(default_factory=dict)

    def with_said(self, *rows: Said) -> World:
        """Return the world with claims put in; one of the same id is replaced."""
        ids = {row.id for row in rows}
        return replace(self, said=(*(row for row in self.said if row.id not in ids), *rows))

    def with_named(self, *rows: Named) -> World:
        """Return the world with words about places put in."""
        return replace(self, named=(*self.named, *rows))

    def find(self, metric: str, **wanted: object) -> list[Said]:
        """Return claims of a metric whose fields are as wanted, those of the last day first."""
        wanted = {"kind": "total"} | wanted
        rows = [row for row in self.said if row.metric == metric]
        rows = [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]
        return sorted(rows, key=lambda row: row.about, reverse=True)


@lru_cache(maxsize=1)
def base_case() -> Case:
    """Return the shipped case without its records: border, zones, settings and gazetteer stay."""
    case = open_case(CASE)
    page = {"publisher": "A paper", "url": "https://example.org/a", "published": "2024-08-18"}
    sources = {ident: Source.model_validate({"id": ident, **page}) for ident in ("s", "s2")}
    empty: dict[str, tuple[()]] = dict.fromkeys(("claims", "statements", "control_events", "orders"), ())
    return replace(case, sources=sources, placements=(), exclusions=(), faults=(), **empty)


@lru_cache(maxsize=2048)
def _settlement(village: Village) -> Settlement:
    return Settlement.model_validate(
        {
            "id": village.id,
            "name_en": village.name,
            "oblast": "Kursk",
            "lon": village.lonlat[0],
            "lat": village.lonlat[1],
            "precision_m": village.precision_m,
        }
    )


def case_of(world: World) -> Case:
    """Return the case that a world's rows make; a row that the ledger refuses becomes a fault, as in a file."""
    base, faults = base_case(), []
    claims, events = [], []
    for row in world.said:
        try:
            claims.append(Claim.model_validate(claim_cells(row)))
        except ValidationError as error:
            faults.append(Fault("claims.csv", None, row.id, row.id, str(error.errors()[0]["msg"])))
    for word in world.named:
        if word.known < word.about:
            faults.append(Fault("control_events.csv", None, word.id, word.id, "known_date is before about_date"))
        else:
            events.append(ControlEvent.model_validate(word_cells(word)))
    places = dict(base.settlements) | {v.id: _settlement(v) for v in world.gazetteer if v.sown}
    return replace(
        base,
        claims=tuple(claims),
        control_events=tuple(events),
        orders=tuple(EvacuationOrder.model_validate(order_cells(order)) for order in world.ordered),
        settlements=places,
        placements=tuple(_placements(world, claims)),
        faults=tuple(faults),
        version=world.seed,
    )


def _dated(row: Said | Named | Ordered) -> dict[str, object]:
    return {
        "id": row.id,
        "about_date": row.about.isoformat(),
        "known_date": row.known.isoformat(),
        "claimant": row.claimant,
        "side": row.side,
        "source": getattr(row, "source", "s"),
        "root": row.root,
    }


def claim_cells(row: Said) -> dict[str, object]:
    """Return the cells of claims.csv."""
    replaced = {
        "superseded": "corrected" if row.superseded_by else None,
        "superseded_by": row.superseded_by,
        "superseded_date": row.superseded_on and row.superseded_on.isoformat(),
        "superseded_who": row.claimant if row.superseded_by else None,
    }
    return _cells(
        _dated(row)
        | replaced
        | {
            "metric": row.metric,
            "modality": row.modality,
            "value": f"{row.value:.10g}",
            "value_high": None if row.high is None else f"{row.high:.10g}",
            "kind": row.kind,
            "basis": row.basis,
            "computed_from": row.computed_from,
            "part_of": row.part_of,
            "place": row.place,
            "zone": row.zone,
            "summary": row.summary,
        }
    )


def word_cells(word: Named) -> dict[str, object]:
    """Return the cells of control_events.csv."""
    return _cells(_dated(word) | {"settlement": word.village, "status": word.status})


def order_cells(order: Ordered) -> dict[str, object]:
    """Return the cells of evacuation_orders.csv."""
    return _cells(_dated(order) | {"zone": order.zone, "kind": order.kind})


def _cells(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _placements(world: World, claims: Iterable[Claim]) -> Iterable[Placement]:
    """Place the first pair of depth and width of one root where the ground lies."""
    if world.middle is None:
        return
    kept = list(claims)
    for depth in kept:
        for width in kept:
            same = (depth.root, depth.claimant, depth.about_date) == (width.root, width.claimant, width.about_date)
            if depth.metric == "depth_km" and width.metric == "width_km" and same:
                yield Placement.model_validate(
                    {
                        "id": f"P-{depth.id}",
                        "depth_claim": depth.id,
                        "width_claim": width.id,
                        "reading": "chord",
                        "lon": str(world.middle[0]),
                        "lat": str(world.middle[1]),
                        "placed_by": "bench",
                        "reason": "known",
                    }
                )
                return
