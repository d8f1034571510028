"""What the embedded case's ledger promises: every row is valid, resolvable, and somewhere."""

from __future__ import annotations

import csv
import os
import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from geo.model.case import CaseSettings
from geo.model.claims import Basis, Checked, Claim, Kind, Metric, Modality, Placement, Record, Side, Source, Statement
from geo.model.evacuation import EvacuationOrder, OrderKind, OrderScope
from geo.model.places import ControlEvent, Settlement, Status

DATA = Path(__file__).resolve().parents[1] / "data"
CASE = DATA / "kursk-2024"
MODELS: dict[str, type[Record]] = {
    "claims.csv": Claim,
    "sources.csv": Source,
    "statements.csv": Statement,
    "settlements.csv": Settlement,
    "control_events.csv": ControlEvent,
    "evacuation_orders.csv": EvacuationOrder,
    "placements.csv": Placement,
}
DATED = ("claims.csv", "control_events.csv", "evacuation_orders.csv")
SOURCED = (*DATED, "statements.csv")
ZONES = {
    "belovsky",
    "bolshesoldatsky",
    "glushkovsky",
    "khomutovsky",
    "korenevsky",
    "krasnoyaruzhsky",
    "lgovsky",
    "rylsky",
    "sudzhansky",
    "sumy-border-strip",
}
SEED = date(2024, 8, 12)


def rows(name: str) -> list[dict[str, str]]:
    """Read a CSV file of the case as text cells."""
    with (CASE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def records(name: str) -> list:
    """Validate every row of a file, empty cells left out."""
    model = MODELS[name]
    return [model.model_validate({key: cell for key, cell in row.items() if cell}) for row in rows(name)]


@pytest.fixture(scope="module")
def ledger() -> dict[str, list]:
    """Every table of the case as records."""
    return {name: records(name) for name in MODELS}


@pytest.fixture(scope="module")
def settings() -> CaseSettings:
    """Read the settings of the case."""
    return CaseSettings.model_validate(tomllib.loads((CASE / "case.toml").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", MODELS)
def test_columns_are_the_fields_of_the_model(name: str) -> None:
    """A file has exactly the columns of its model, each once, and every row is valid."""
    with (CASE / name).open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert sorted(header) == sorted(MODELS[name].model_fields)
    assert records(name)


@pytest.mark.parametrize("name", [*MODELS, "rejected.csv", "district_places.csv"])
def test_files_are_plain_text(name: str) -> None:
    """UTF-8 without a mark, LF only, a last newline, no white space around a cell."""
    data = (CASE / name).read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert all(cell == cell.strip() for row in rows(name) for cell in row.values())


@pytest.mark.parametrize("name", MODELS)
def test_ids_are_unique(name: str, ledger: dict[str, list]) -> None:
    """An id names one row of its file."""
    assert [key for key, n in Counter(record.id for record in ledger[name]).items() if n > 1] == []


@pytest.mark.parametrize("name", SOURCED)
def test_sources_resolve(name: str, ledger: dict[str, list]) -> None:
    """Every row opens its source, and was known on the day that source was published or later."""
    sources = {source.id: source for source in ledger["sources.csv"]}
    assert [record.id for record in ledger[name] if record.source not in sources] == []
    assert [r.id for r in ledger[name] if r.known_date < sources[r.source].published] == []


def test_every_source_is_used(ledger: dict[str, list]) -> None:
    """No source without a row."""
    used = {record.source for name in SOURCED for record in ledger[name]}
    assert {source.id for source in ledger["sources.csv"]} == used


def test_places_zones_and_parts_resolve(ledger: dict[str, list]) -> None:
    """Settlements, zones and `part_of` name rows that exist."""
    settlements = {settlement.id for settlement in ledger["settlements.csv"]}
    claims = {claim.id for claim in ledger["claims.csv"]}
    assert {event.settlement for event in ledger["control_events.csv"]} <= settlements
    assert {order.zone for order in ledger["evacuation_orders.csv"]} <= ZONES
    assert {claim.zone for claim in ledger["claims.csv"] if claim.zone} <= ZONES
    assert {claim.part_of for claim in ledger["claims.csv"] if claim.part_of} <= claims


def test_a_part_is_a_smaller_subset(ledger: dict[str, list]) -> None:
    """A row with `part_of` is a subset of the same day, claimant and source, and not above the whole."""
    claims = {claim.id: claim for claim in ledger["claims.csv"]}
    for part in (claim for claim in claims.values() if claim.part_of):
        whole = claims[part.part_of]
        assert part.kind is Kind.SUBSET, part.id
        assert part.value <= whole.value, part.id
        assert (part.about_date, part.claimant, part.source) == (whole.about_date, whole.claimant, whole.source)


def test_placements_name_a_depth_and_a_width(ledger: dict[str, list], settings: CaseSettings) -> None:
    """A placement draws a total depth inside the area of interest, with a width of the same root, once a root."""
    claims = {claim.id: claim for claim in ledger["claims.csv"]}
    for placement in ledger["placements.csv"]:
        depth = claims[placement.depth_claim]
        assert (depth.metric, depth.kind) == (Metric.DEPTH_KM, Kind.TOTAL), placement.id
        assert settings.area.holds(placement.lon, placement.lat), placement.id
        if placement.width_claim:
            width = claims[placement.width_claim]
            assert (width.metric, width.root) == (Metric.WIDTH_KM, depth.root), placement.id
    placed = [claims[p.depth_claim].root or p.depth_claim for p in ledger["placements.csv"]]
    wanted = {c.root or c.id for c in claims.values() if (c.metric, c.kind) == (Metric.DEPTH_KM, Kind.TOTAL)}
    assert len(placed) == len(set(placed))
    assert set(placed) == wanted


@pytest.mark.parametrize("name", DATED)
def test_days_lie_in_the_case_and_in_order(name: str, ledger: dict[str, list], settings: CaseSettings) -> None:
    """Nothing is about a day outside the case, nor known before the day it speaks of, nor before the start."""
    for record in ledger[name]:
        assert settings.start_date <= record.about_date <= settings.ledger_until, record.id
        assert record.about_date <= record.known_date <= settings.last_date, record.id


def test_coordinates_lie_in_the_area(ledger: dict[str, list], settings: CaseSettings) -> None:
    """A place with coordinates lies in the area of interest and names where they come from; most places have them."""
    placed = [settlement for settlement in ledger["settlements.csv"] if settlement.lon is not None]
    assert all(settings.area.holds(settlement.lon, settlement.lat) for settlement in placed)
    assert all(settlement.coordinate_source and settlement.coordinate_reference for settlement in placed)
    assert (len(ledger["settlements.csv"]), len(placed)) == (90, 73)


def test_one_address_has_two_known_dates(ledger: dict[str, list]) -> None:
    """Only the seed report's page was rewritten at its address: 28 villages on 12 August, 74 on 13 August."""
    pages: dict[str, list[Source]] = {}
    for source in ledger["sources.csv"]:
        pages.setdefault(source.url, []).append(source)
    (rewritten,) = [group for group in pages.values() if len(group) > 1]
    assert {source.id: source.published for source in rewritten} == {
        "itv-2024-08-12": date(2024, 8, 12),
        "itv-2024-08-13": date(2024, 8, 13),
    }
    counts = {
        claim.source: claim.value
        for claim in ledger["claims.csv"]
        if claim.metric is Metric.SETTLEMENTS and claim.source.startswith("itv-")
    }
    assert counts == {"itv-2024-08-12": 28, "itv-2024-08-13": 74}


@pytest.mark.parametrize(
    ("claim_id", "metric", "value", "kind", "claimant"),
    [
        ("C0001", Metric.SETTLEMENTS, 28, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0002", Metric.DEPTH_KM, 12, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0003", Metric.WIDTH_KM, 40, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0004", Metric.PEOPLE_MOVED, 121_000, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0005", Metric.PEOPLE_PLANNED, 180_000, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0006", Metric.CIVILIANS_KILLED, 12, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0007", Metric.CIVILIANS_WOUNDED, 121, Kind.TOTAL, "Aleksei Smirnov"),
        ("C0007-children", Metric.CHILDREN_WOUNDED, 10, Kind.SUBSET, "Aleksei Smirnov"),
        ("C0009", Metric.AREA_KM2, 1000, Kind.TOTAL, "Oleksandr Syrskyi"),
        ("C0061", Metric.SETTLEMENTS, 44, Kind.TOTAL, "DeepState"),
    ],
)
def test_figures_of_12_august(
    ledger: dict[str, list], claim_id: str, metric: Metric, value: float, kind: Kind, claimant: str
) -> None:
    """The seed report's figures, and the two beside it, are stated claims about 12 August, known that day."""
    claim = next(claim for claim in ledger["claims.csv"] if claim.id == claim_id)
    assert (claim.metric, claim.value, claim.kind, claim.claimant) == (metric, value, kind, claimant)
    assert (claim.basis, claim.about_date, claim.known_date) == (Basis.STATED, SEED, SEED)


def test_relocation_of_12_august(ledger: dict[str, list]) -> None:
    """The seed report's relocation from Krasnoyaruzhsky district is an order row of that day."""
    order = next(order for order in ledger["evacuation_orders.csv"] if order.id == "C0008.1")
    assert (order.zone, order.scope, order.about_date) == ("krasnoyaruzhsky", OrderScope.WHOLE, SEED)
    assert order.kind is not OrderKind.NO_ORDER


@pytest.mark.parametrize(("claim_id", "value"), [("C0013", 480), ("C0017", 180_000), ("C0096", 576)])
def test_published_arithmetic_is_marked_computed(ledger: dict[str, list], claim_id: str, value: float) -> None:
    """A figure that an outlet worked out is its own, says from what, and is not put in an official's mouth."""
    claim = next(claim for claim in ledger["claims.csv"] if claim.id == claim_id)
    assert (claim.value, claim.basis, claim.side) == (value, Basis.COMPUTED, Side.INDEPENDENT)
    assert claim.computed_from


def test_increments_and_remainders_are_not_totals(ledger: dict[str, list]) -> None:
    """59,000 more, the daily gains of August and the ground left in November keep their kind."""
    kind = {claim.id: claim.kind for claim in ledger["claims.csv"]}
    assert {kind[key] for key in ("C0014", "C0017", "C0021", "C0041", "C0048", "C0157")} == {Kind.ADDITIONAL}
    assert {kind[key] for key in ("C0095", "C0202", "C0203", "C0156-remaining", "C0171")} == {Kind.REMAINING}
    assert {kind[key] for key in ("C0081", "C0093", "C0096", "C0238")} == {Kind.RETAKEN}


def test_residents_are_not_plans(ledger: dict[str, list]) -> None:
    """People who live in a place, or are still there, are present; nobody's plan."""
    for claim in ledger["claims.csv"]:
        if claim.metric is Metric.PEOPLE_PLANNED:
            assert claim.kind in {Kind.TOTAL, Kind.ADDITIONAL}, claim.id
        if claim.kind is Kind.POPULATION:
            assert claim.metric is Metric.PEOPLE_PRESENT, claim.id


def test_one_person_one_name(ledger: dict[str, list]) -> None:
    """Spellings of one claimant are one, and no outlet hides behind the word outlet."""
    names = {record.claimant for name in DATED for record in ledger[name]}
    assert names.isdisjoint({"Volodymyr Zelensky", "Volodymyr Artyukh"})
    assert not [name for name in names if name.startswith("outlet")]


def test_russian_hold_is_no_ukrainian_control(ledger: dict[str, list]) -> None:
    """A claim that Russia holds Sudzha is a denial, and an entry or a flag is no claim of control."""
    status = {event.id: event.status for event in ledger["control_events.csv"]}
    assert status["C0173.1"] is Status.DENIED
    assert status["C0252.1"] is Status.ENTERED
    assert status["C0129.1"] is Status.PHOTOGRAPHED
    assert status["C0082.1"] is Status.LOST


def test_unfinished_checks_are_kept(ledger: dict[str, list]) -> None:
    """Later days were not looked at again, and the ledger says so."""
    checked = Counter(record.checked for name in DATED for record in ledger[name])
    assert all(checked[word] > 0 for word in Checked)
    assert {Modality.RANGE} == {c.modality for c in ledger["claims.csv"] if c.value_high is not None}


def test_rejected_rows_have_a_reason() -> None:
    """A row is rejected once, with a reason."""
    rejected = rows("rejected.csv")
    assert list(rejected[0]) == ["facts_row", "reason"]
    assert all(row["facts_row"] and row["reason"] for row in rejected)
    assert len({row["facts_row"] for row in rejected}) == len(rejected)


@pytest.mark.parametrize("name", [*MODELS, "rejected.csv", "licences.csv", "district_places.csv"])
def test_readme_tables_are_the_columns(name: str) -> None:
    """The table under a file's heading in data/README.md names its columns, in their order."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section, f"data/README.md has no heading ## {name}"
    assert re.findall(r"^\| `(\w+)` \|", section[1], re.MULTILINE) == list(rows(name)[0])


@pytest.mark.skipif("SALIENT_FACTS" not in os.environ, reason="SALIENT_FACTS names no folder of facts")
def test_every_fact_is_in_exactly_one_place() -> None:
    """Each row of the facts' claims is a claim, an event, an order, or rejected: one of them; what we added says so."""
    with (Path(os.environ["SALIENT_FACTS"]) / "claims.csv").open(encoding="utf-8", newline="") as file:
        facts = {row["id"] for row in csv.DictReader(file)}
    places = Counter(row["id"] for row in rows("claims.csv") if not row["part_of"] or row["id"] in facts)
    for name in ("control_events.csv", "evacuation_orders.csv"):
        places.update({row["claim"] for row in rows(name) if row["claim"]})
    places.update(row["facts_row"] for row in rows("rejected.csv") if re.fullmatch(r"C\d+", row["facts_row"]))
    ours = set(places) - facts
    assert set(places) >= facts
    assert all(re.fullmatch(r"A\d{4}|C\d{4}-[a-z]+", ident) and places[ident] == 1 for ident in ours)
    assert [key for key, n in places.items() if n != 1] == []
