"""Write a world as the folder of a case, to be read as any other: ``python -m geo check FOLDER --on DAY``."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel

from benchmarks.truth.land import CASE
from benchmarks.truth.rows import World, base_case, case_of, claim_cells, order_cells, word_cells
from geo.io.case_files import TABLES


def write_folder(world: World, folder: Path) -> Path:
    """Write a world's rows beside the shipped case's border, zones and settings; rows that a ledger refuses too."""
    shutil.copytree(CASE, folder, ignore=shutil.ignore_patterns("fronts", "*.csv", "base.geojson"))
    case = case_of(world)
    tables: dict[str, Iterable[Mapping[str, object]]] = {
        "claims.csv": [claim_cells(row) for row in world.said],
        "control_events.csv": [word_cells(word) for word in world.named],
        "evacuation_orders.csv": [order_cells(order) for order in world.ordered],
        "settlements.csv": [_cells_of(place) for place in case.settlements.values()],
        "sources.csv": [_cells_of(source) for source in base_case().sources.values()],
        "placements.csv": [_cells_of(placement) for placement in case.placements],
    }
    for name, rows in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(TABLES[name].model_fields), lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)
    return folder


def _cells_of(record: BaseModel) -> dict[str, object]:
    values = record.model_dump(mode="json")
    return {name: "" if value is None else value for name, value in values.items()}
